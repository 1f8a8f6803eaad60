"use strict";
// Behind the picture: everybody who does not stand in it, as dots, and their ties as hairlines.

const HAIRLINES = 4000; // more than so many say nothing and take long
const DOT_CELL = 40;
const DOT_REACH = 9; // pixels from its middle at which a dot is still hit
const SNAPPED = 3000; // more dots than these are not drawn anew for each frame
const SNAP_PIXELS = 12e6;
const WHOLE_CIRCLE = 2 * Math.PI;

let dotGrid = null; // cells of the plane with the nodes in them
let moving = false;

const dotRadius = (node, scale) => Math.max(1.1, drawnRadius(node.id, scale) * scale * 0.62) / scale;

function dotsByColour() {
  const found = new Map();
  for (const number of visible) {
    if (standing.has(number)) continue;
    const colour = tone(typeLook(entities[number].top));
    if (!found.has(colour)) found.set(colour, []);
    found.get(colour).push(drawnNodes.get(number));
  }
  return found;
}

let dots = new Map();
let hairlines = [];
let rays = []; // lines in the spotlight that lead to dots
let snapshot = null; // what all this looks like: moved with the picture, until that comes to rest

function readDots() {
  snapshot = null;
  dots = dotsByColour();
  const lit = spotlight ? [...spotlight.claims].map((number) => claims[number]) : [];
  rays = lit.filter((claim) => !standingClaims.has(claim.number) && hasEnds(claim)).slice(0, HAIRLINES);
  const others = claims.length - standingClaims.size > HAIRLINES || spotlight ? [] : claims;
  hairlines = others.filter((claim) => !standingClaims.has(claim.number) && hasEnds(claim) && claimShown(claim));
}

const hasEnds = (claim) => drawnNodes.has(claim.subject) && drawnNodes.has(claim.object);

function drawLines(ctx, found) {
  ctx.beginPath();
  for (const claim of found) {
    const [from, to] = [drawnNodes.get(claim.subject), drawnNodes.get(claim.object)];
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(to.x, to.y);
  }
  ctx.stroke();
}

function drawRays(ctx, scale) {
  const families = new Map();
  for (const claim of rays) {
    if (!families.has(claim.family)) families.set(claim.family, []);
    families.get(claim.family).push(claim);
  }
  ctx.lineWidth = 1 / scale;
  ctx.globalAlpha = 0.4;
  for (const [family, found] of families) {
    ctx.strokeStyle = tone(familyLook(family));
    drawLines(ctx, found);
  }
}

// Small dots are squares: a fraction of the work, and nobody sees it.
function drawDotsOf(ctx, found, scale, { left, right, top, bottom }) {
  for (const node of found) {
    if (node.x < left || node.x > right || node.y < top || node.y > bottom) continue;
    const radius = dotRadius(node, scale);
    if (radius * scale < 2.4) {
      ctx.fillRect(node.x - radius, node.y - radius, 2 * radius, 2 * radius);
    } else {
      ctx.beginPath();
      ctx.arc(node.x, node.y, radius, 0, WHOLE_CIRCLE);
      ctx.fill();
    }
  }
}

function paintDots(ctx, scale, part) {
  ctx.lineWidth = 0.7 / scale;
  ctx.strokeStyle = colours.ink;
  ctx.globalAlpha = 0.13;
  if (!(moving && hairlines.length > STILL_LINES)) drawLines(ctx, hairlines);
  if (!(moving && rays.length > STILL_LINES)) drawRays(ctx, scale);
  for (const [colour, found] of dots) {
    ctx.fillStyle = colour;
    ctx.globalAlpha = spotlight ? 0.22 : 0.5;
    drawDotsOf(ctx, found, scale, part);
    if (!spotlight) continue;
    ctx.globalAlpha = 0.9;
    drawDotsOf(ctx, found.filter((node) => spotlight.nodes.has(node.id)), scale, part);
  }
}

// The dots in view and around it, on a canvas of their own.
function snap(scale, ratio) {
  const view = viewEdges();
  const [width, height] = [view.right - view.left, view.bottom - view.top];
  const beyond = width * height * (scale * ratio * 2) ** 2 < SNAP_PIXELS ? 0.5 : 0.1;
  const part = {
    left: view.left - width * beyond, right: view.right + width * beyond,
    top: view.top - height * beyond, bottom: view.bottom + height * beyond,
  };
  const canvas = document.createElement("canvas");
  const fine = scale * ratio;
  canvas.width = Math.ceil((part.right - part.left) * fine);
  canvas.height = Math.ceil((part.bottom - part.top) * fine);
  const ctx = canvas.getContext("2d");
  ctx.setTransform(fine, 0, 0, fine, -part.left * fine, -part.top * fine);
  paintDots(ctx, scale, part);
  return { canvas, left: part.left, top: part.top, width: canvas.width / fine, height: canvas.height / fine };
}

function drawDots(ctx) {
  const scale = network.getScale();
  ctx.save();
  if (visible.size - standing.size > SNAPPED) {
    snapshot ??= snap(scale, ctx.canvas.width / ctx.canvas.clientWidth);
    ctx.drawImage(snapshot.canvas, snapshot.left, snapshot.top, snapshot.width, snapshot.height);
  } else {
    paintDots(ctx, scale, viewEdges());
  }
  ctx.globalAlpha = 1;
  drawRing(ctx, scale);
  ctx.restore();
}

function drawRing(ctx, scale) {
  const over = drawnNodes.get(state.hover);
  if (!over || standing.has(state.hover)) return;
  ctx.strokeStyle = colours.accent;
  ctx.lineWidth = 1.5 / scale;
  ctx.beginPath();
  ctx.arc(over.x, over.y, dotRadius(over, scale) + 4 / scale, 0, WHOLE_CIRCLE);
  ctx.stroke();
}

const cellName = (x, y) => `${Math.floor(x / DOT_CELL)},${Math.floor(y / DOT_CELL)}`;

function gridOfDots() {
  const grid = new Map();
  for (const node of drawnNodes.values()) {
    const name = cellName(node.x, node.y);
    if (!grid.has(name)) grid.set(name, []);
    grid.get(name).push(node);
  }
  return grid;
}

// The number of the dot at a point of the plane, or null.
function dotAt({ x, y }) {
  dotGrid ??= gridOfDots();
  const reach = Math.min(DOT_REACH / network.getScale(), 4 * DOT_CELL);
  let [best, nearest] = [null, reach * reach];
  for (let across = x - reach; across < x + reach + DOT_CELL; across += DOT_CELL) {
    for (let down = y - reach; down < y + reach + DOT_CELL; down += DOT_CELL) {
      for (const node of dotGrid.get(cellName(across, down)) ?? []) {
        const distance = (node.x - x) ** 2 + (node.y - y) ** 2;
        if (distance >= nearest || standing.has(node.id) || !visible.has(node.id)) continue;
        [best, nearest] = [node.id, distance];
      }
    }
  }
  return best;
}
