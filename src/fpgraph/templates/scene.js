"use strict";
// What is in the picture now, in pixels of its frame: dots, nodes, lines and labels, to be drawn elsewhere.

const toFrame = (scale, origin) => ({ x, y }) => ({ x: origin.x + x * scale, y: origin.y + y * scale });

function lineKind(claim) {
  if (stanceTests.denied(claim)) return "denied";
  if (claim.stance === "hedges") return "hedged";
  return claim.affirmed ? "author" : "reported";
}

const lineHeads = { denied: "bar", hedged: "arrow", author: "arrow", reported: "vee" };
const lineDashes = { denied: "7 5", hedged: "1.5 4.5" };

function sceneNodes(scale, place) {
  return [...standing].map((number) => drawnNodes.get(number)).map((node) => ({
    number: node.id,
    ...place(node),
    radius: drawnRadius(node.id, scale) * scale,
    opacity: spotlight && !spotlight.nodes.has(node.id) ? FAINT * 1.6 : null,
  }));
}

// Behind the picture: whoever does not stand in it, in view.
function sceneDots(scale, place) {
  const lit = (node) => !spotlight || spotlight.nodes.has(node.id);
  return [...dots.values()].flat().map((node) => ({
    number: node.id, ...place(node), radius: dotRadius(node, scale) * scale, opacity: lit(node) ? (spotlight ? 0.9 : 0.5) : 0.22,
  })).filter(({ x, y }) => x > 0 && y > 0 && x < frame.clientWidth && y < frame.clientHeight);
}

function sceneHairlines(place) {
  const line = (claim) => ({ from: place(drawnNodes.get(claim.subject)), to: place(drawnNodes.get(claim.object)) });
  return [
    ...hairlines.map((claim) => ({ ...line(claim), family: null, opacity: 0.13, width: 0.7 })),
    ...rays.map((claim) => ({ ...line(claim), family: claim.family, opacity: 0.4, width: 1 })),
  ];
}

// Lines bend as vis-network bends them: over a point beside their middle.
function sceneLines(spots, place) {
  return [...standingClaims].map((number) => {
    const claim = claims[number];
    const [from, to] = [spots.get(claim.subject), spots.get(claim.object)];
    if (!from || !to) return null;
    const bend = network.body.edges[number]?.edgeType?.getViaNode?.();
    const inFocus = spotlight?.claims.has(claim.number) ?? false;
    const kind = lineKind(claim);
    return {
      from, to, kind, via: bend?.x === undefined ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } : place(bend),
      family: claim.family, head: lineHeads[kind], dashes: lineDashes[kind], reach: to.radius * 1.12 + 2,
      words: claim[state.language] || claim[other(state.language)],
      width: rounded((claim.affirmed ? 1.6 : 0.95) * (inFocus ? 1.3 : 1)),
      opacity: spotlight && !inFocus ? FAINT : 0.75,
    };
  }).filter(Boolean);
}

function pictureScene() {
  const scale = network.getScale();
  const origin = network.canvasToDOM({ x: 0, y: 0 });
  const place = toFrame(scale, origin);
  const found = sceneNodes(scale, place);
  const spots = new Map(found.map((node) => [node.number, node]));
  const placed = currentLabels(scale).map((item) => ({
    ...item, x: origin.x + (item.box.left + item.box.right) / 2, y: origin.y + item.box.top,
  }));
  return {
    width: frame.clientWidth, height: frame.clientHeight, dots: sceneDots(scale, place), hairlines: sceneHairlines(place),
    nodes: found, lines: sceneLines(spots, place), labels: placed,
  };
}
