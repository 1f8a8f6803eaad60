"use strict";
// The picture: pyvis's nodes, edges and options shown by vis-network, drawn in our own look.
// Which of them it shows is decided in standing.js.

const FAINT = 0.13;

const built = await read("network");
const frame = document.getElementById("canvas");
const paths = Object.fromEntries(Object.entries(look.types).map(([top, { path }]) => [top, new Path2D(path)]));
const plainPath = new Path2D(plainLook.path);
// Every node that has a place, whether it stands in the picture or is a dot behind it.
const drawnNodes = new Map([
  ...built.nodes.map((node) => [node.id, node]),
  ...built.rest.nodes.map(([id, x, y, size]) => [id, { id, x, y, size, shape: "custom" }]),
]);
const builtLines = new Map(built.edges.map((edge) => [edge.id, edge]));

let network = null;
let nodes = null;
let edges = null;
let colours = {};
let labels = { key: "", placed: [] };

function readColours() {
  const style = getComputedStyle(document.documentElement);
  colours = Object.fromEntries(
    ["ink", "paper", "rim", "accent"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  );
}

// Nodes shrink less than the picture does, so that they can still be seen and hit.
const swell = (scale) => (scale < 1 ? scale ** -0.55 : scale ** -0.3);
const drawnRadius = (number, scale) => drawnNodes.get(number).size * swell(scale);

// What is in focus: a node or claim that is selected, with all it is tied to.
function focused() {
  const walked = walkedFocus();
  if (walked) return walked;
  if (state.claim !== null) {
    const claim = claims[state.claim];
    return { nodes: new Set([claim.subject, claim.object]), claims: new Set([claim.number]) };
  }
  if (state.node === null) return null;
  const entity = entities[state.node];
  // Of a speaker or a work that no claim is about: what is said, or rests on it.
  const own = entity.claims.length ? entity.claims : [...new Set([...entity.said, ...entity.citing])];
  const shown = own.filter(claimShown);
  return {
    nodes: new Set([state.node, ...shown.flatMap((claim) => [claim.subject, claim.object])]),
    claims: new Set(shown.map((claim) => claim.number)),
  };
}

let spotlight = null;

function drawNode({ ctx, id, x, y }) {
  const scale = network.getScale();
  const radius = drawnRadius(id, scale);
  const entity = entities[id];
  const path = paths[entity.top] ?? plainPath;
  const pixel = 1 / (scale * radius);
  return {
    drawNode() {
      ctx.translate(x, y);
      ctx.scale(radius, radius);
      ctx.lineJoin = "round";
      if (id === state.node || id === state.hover) {
        ctx.beginPath();
        ctx.arc(0, 0, 1.3 + 4 * pixel, 0, 2 * Math.PI);
        ctx.lineWidth = (id === state.node ? 3 : 1.5) * pixel;
        ctx.strokeStyle = colours.accent;
        ctx.stroke();
      }
      ctx.lineWidth = 3 * pixel;
      ctx.strokeStyle = colours.paper;
      ctx.stroke(path);
      if (spotlight && !spotlight.nodes.has(id) && id !== state.hover) ctx.globalAlpha = FAINT * 1.6;
      ctx.fillStyle = tone(typeLook(entity.top));
      ctx.fill(path, "evenodd");
      ctx.lineWidth = pixel;
      ctx.strokeStyle = colours.rim;
      ctx.stroke(path);
    },
    nodeDimensions: { width: 2 * radius, height: 2 * radius },
  };
}

function translucent(colour, opacity) {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${red},${green},${blue},${opacity})`;
}

function edgeLook(claim) {
  const inFocus = spotlight?.claims.has(claim.number) ?? false;
  let opacity = claim.affirmed ? 0.55 : 0.75;
  if (spotlight) opacity = inFocus ? 0.95 : FAINT;
  const colour = translucent(tone(familyLook(claim.family)), opacity);
  const strong = translucent(tone(familyLook(claim.family)), 1);
  return {
    id: claim.number,
    color: { color: colour, highlight: strong, hover: strong, inherit: false },
    width: (claim.affirmed ? 1.6 : 0.95) * (inFocus ? 1.3 : 1) * lineSwell,
  };
}

function nodeItem(number) {
  return { ...drawnNodes.get(number), ctxRenderer: drawNode };
}

function lineItem(number) {
  const claim = claims[number];
  const line = builtLines.get(number) ??
    { id: number, from: claim.subject, to: claim.object, ...built.rest.styles[built.rest.lines[number]] };
  return { ...line, ...edgeLook(claim) };
}

// Arrows end at the rim of a circle around the node, not at that of a square.
function aim(number) {
  const { shape } = network.body.nodes[number];
  shape.distanceToBorder = () => drawnRadius(number, network.getScale()) * 1.12 + 2;
}

// Bring the picture in line with the state: filters, selection, language, colours.
function refresh() {
  spotlight = focused();
  visible = new Set(order.filter((number) => entityShown(entities[number])));
  bringIn();
  edges.update([...standingClaims].map((number) => edgeLook(claims[number])));
  markLines();
  readDots();
  labels.key = "";
  network.redraw();
}

function labelItems(scale) {
  const size = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const items = [];
  const named = standing.has(state.hover) || !drawnNodes.has(state.hover) ? standing : [...standing, state.hover];
  for (const number of named) {
    const node = drawnNodes.get(number);
    const entity = entities[number];
    if (spotlight && !spotlight.nodes.has(node.id) && node.id !== state.hover) continue;
    const must = node.id === state.node || node.id === state.hover || spotlight !== null;
    items.push({
      number: node.id,
      words: label(entity),
      x: node.x * scale,
      y: node.y * scale,
      radius: drawnRadius(node.id, scale) * scale,
      size: Math.round((11 + 5 * entity.importance) * Math.min(1.25, Math.max(1, scale ** 0.4)) * size),
      bold: entity.importance > 0.5 || node.id === state.node,
      must,
      first: Number(node.id === state.node) * 2 + Number(node.id === state.hover),
      importance: entity.importance,
    });
  }
  return items.sort((one, two) => two.first - one.first || byImportance(one, two));
}

// Names of the lines around the selected node, where there is room for them.
function relationLabels(scale, taken) {
  if (!spotlight || spotlight.claims.size > 40) return [];
  const placed = [];
  const size = Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.68);
  const font = `italic 400 ${size}px ${FONT}`;
  for (const number of spotlight.claims) {
    const point = network.body.edges[number]?.edgeType?.getPoint?.(0.5);
    if (!point) continue;
    const words = term(relations, claims[number].relation);
    const width = measure(font, words) + 4;
    const owner = `line ${number}`;
    const box = boxAt(point.x * scale - width / 2, point.y * scale - size * 0.6, width, size * 1.2, owner);
    if (!taken.isFree(box, owner)) continue;
    taken.add(box);
    placed.push({ number: null, words, lines: [words], line: size * 1.2, size, font, box, quiet: true });
  }
  return placed;
}

// Placed for all nodes and not just for those in view: labels stay as the picture is moved.
function currentLabels(scale) {
  const key = [scale.toFixed(4), state.hover].join();
  if (labels.key !== key) {
    const { left, right, top, bottom } = extent(drawnNodes.keys());
    const area = (right - left) * (bottom - top) * scale * scale;
    const limits = { left: left * scale - margin().x, right: right * scale + margin().x };
    const { placed, taken } = placeLabels(labelItems(scale), Math.max(12, area / ROOM_A_LABEL), limits);
    labels = { key, placed: [...placed, ...relationLabels(scale, taken)] };
  }
  return labels.placed;
}

function drawLabels(ctx) {
  const scale = network.getScale();
  notice({ scale, position: network.getViewPosition() });
  const origin = network.canvasToDOM({ x: 0, y: 0 });
  const ratio = ctx.canvas.width / ctx.canvas.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  for (const item of [...currentLabels(scale)].reverse()) {
    const middle = (item.box.left + item.box.right) / 2;
    ctx.globalAlpha = item.quiet ? 0.8 : 1;
    drawLabel(ctx, item, origin.x + middle, origin.y + item.box.top, colours.ink, colours.paper);
  }
  ctx.restore();
}

// The node whose label is at a point of the frame: labels can be clicked as well as nodes.
function labelAt({ x, y }) {
  const origin = network.canvasToDOM({ x: 0, y: 0 });
  const found = labels.placed.find(
    ({ box, number }) =>
      number !== null && x - origin.x > box.left && x - origin.x < box.right &&
      y - origin.y > box.top && y - origin.y < box.bottom,
  );
  return found?.number ?? null;
}

function clicked({ nodes: hitNodes, edges: hitEdges, pointer }) {
  const number = hitNodes[0] ?? labelAt(pointer.DOM) ?? dotAt(pointer.canvas);
  if (number !== null && number !== undefined) selectNode(number, false);
  else if (hitEdges.length > 0) selectClaim(hitEdges[0], false);
  else clearSelection();
}

function hover(number) {
  if (state.hover === number) return;
  state.hover = number;
  frame.style.cursor = number === null ? "" : "pointer";
  network.redraw();
}

// The pointer over a dot, of which vis-network knows nothing.
function moved(event) {
  if (event.buttons || standing.has(state.hover) || event.target.tagName !== "CANVAS") return;
  const box = frame.getBoundingClientRect();
  const place = network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top });
  hover(dotAt(place));
}

function startPicture() {
  readColours();
  nodes = new vis.DataSet();
  edges = new vis.DataSet();
  network = new vis.Network(frame, { nodes, edges }, built.options);
  network.on("beforeDrawing", drawDots);
  network.on("afterDrawing", drawLabels);
  network.on("click", clicked);
  network.on("hoverNode", ({ node }) => hover(node));
  network.on("blurNode", () => hover(null));
  network.on("hoverEdge", () => { frame.style.cursor = "pointer"; });
  network.on("blurEdge", () => { frame.style.cursor = ""; });
  frame.addEventListener("mousemove", moved);
  frame.addEventListener("mouseleave", () => hover(null));
  network.on("dragEnd", ({ nodes: dragged }) => {
    for (const [number, place] of Object.entries(network.getPositions(dragged))) {
      Object.assign(drawnNodes.get(Number(number)), place);
    }
    dotGrid = null;
    labels.key = "";
    network.redraw();
  });
  frame.addEventListener("keydown", (event) => {
    const action = pictureKeys[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
  network.on("zoom", () => { showingAll = false; });
  network.on("dragStart", () => { showingAll = false; });
  network.on("resize", keepView);
  startAmount();
  visible = new Set(order.filter((number) => entityShown(entities[number])));
  showAll({ animate: false });
  refresh();
}
