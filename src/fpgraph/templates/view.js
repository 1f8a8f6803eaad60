"use strict";
// Moving about: what part of the picture is in view, and how large.

// Pixels between the nodes and the rim when all of it is shown: labels are wider than high.
const margin = () => ({ x: Math.min(68, frame.clientWidth * 0.1), y: Math.min(44, frame.clientHeight * 0.08) });
const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

// The rectangle around these nodes.
function extent(numbers) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const number of numbers) {
    const { x, y } = drawnNodes.get(number);
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.top) box.top = y;
    if (y > box.bottom) box.bottom = y;
  }
  return box;
}

// The part of the plane that is in view.
function viewEdges() {
  const { x, y } = network.getViewPosition();
  const [across, down] = [frame.clientWidth, frame.clientHeight].map((size) => size / 2 / network.getScale());
  return { left: x - across, right: x + across, top: y - down, bottom: y + down };
}

function inView(number) {
  const { x, y } = drawnNodes.get(number);
  return x > seen.left && x < seen.right && y > seen.top && y < seen.bottom;
}

// Move and zoom so that these nodes are in view.
function show(numbers, { animate = true, closest = 1.15 } = {}) {
  const spotted = numbers.filter((number) => drawnNodes.has(number));
  if (spotted.length === 0 || frame.clientWidth === 0) return;
  showingAll = false;
  const { left, right, top, bottom } = extent(spotted);
  const { x, y } = margin();
  const scale = Math.min(
    closest,
    (frame.clientWidth - 2 * x) / Math.max(right - left, 1),
    (frame.clientHeight - 2 * y) / Math.max(bottom - top, 1),
  );
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale,
    animation: animate && !stillness.matches ? { duration: 350, easingFunction: "easeInOutQuad" } : false,
  });
}

// The selection with the nearer two thirds of its neighbours; lines lead to the others.
function showFocus() {
  const drawn = [...spotlight.nodes].filter((number) => drawnNodes.has(number));
  const at = drawnNodes.get(state.node ?? drawn[0]);
  if (!at) {
    show(drawn);
    return;
  }
  const distance = (number) => (drawnNodes.get(number).x - at.x) ** 2 + (drawnNodes.get(number).y - at.y) ** 2;
  const nearest = drawn.sort((one, two) => distance(one) - distance(two));
  show(nearest.slice(0, Math.max(6, Math.ceil(nearest.length * 0.66))));
}

let showingAll = false;
let lastView = null;
let seen = { left: 0, right: 0, top: 0, bottom: 0 }; // the part of the plane last looked at in peace
let settling = 0;

function showAll(options) {
  show([...visible], options);
  showingAll = true;
}

// vis-network multiplies the scale when its frame changes; people expect it to stay.
function keepView() {
  const kept = lastView;
  window.requestAnimationFrame(() => {
    if (showingAll) showAll({ animate: false });
    else if (kept) network.moveTo(kept);
  });
}

// After each drawing. Once the view has come to rest, it gets the nodes and lines that belong to it.
function notice(view) {
  const same = lastView && view.scale === lastView.scale &&
    view.position.x === lastView.position.x && view.position.y === lastView.position.y;
  lastView = view;
  if (same) return;
  moving = true;
  window.clearTimeout(settling);
  settling = window.setTimeout(settle, 120);
}

function settle() {
  moving = false;
  seen = viewEdges();
  bringIn();
  readDots();
  swellLines();
  network.redraw();
}

function zoom(factor) {
  showingAll = false;
  const scale = Math.min(6, Math.max(0.02, network.getScale() * factor));
  network.moveTo({ scale, animation: stillness.matches ? false : { duration: 150, easingFunction: "linear" } });
}

function pan(right, down) {
  showingAll = false;
  const step = 80 / network.getScale();
  const { x, y } = network.getViewPosition();
  network.moveTo({ position: { x: x + right * step, y: y + down * step } });
}

const pictureKeys = {
  ArrowLeft: () => pan(-1, 0),
  ArrowRight: () => pan(1, 0),
  ArrowUp: () => pan(0, -1),
  ArrowDown: () => pan(0, 1),
  "+": () => zoom(1.3),
  "=": () => zoom(1.3),
  "-": () => zoom(1 / 1.3),
  0: () => showAll(),
};

// Lines keep their strength when the picture is small, as nodes do.
let lineSwell = 1;

function swellLines() {
  const wantedSwell = Math.round(swell(network.getScale()) * 5) / 5;
  if (wantedSwell === lineSwell) return;
  lineSwell = wantedSwell;
  edges.update([...standingClaims].map((number) => edgeLook(claims[number])));
}
