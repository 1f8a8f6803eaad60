"use strict";
// Moving about: what part of the picture is in view, and how large.

// Pixels between the nodes and the rim when all of it is shown: labels are wider than high.
const margin = () => ({ x: Math.min(68, frame.clientWidth * 0.1), y: Math.min(44, frame.clientHeight * 0.08) });
const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

// Move and zoom so that these nodes are in view.
function show(numbers, { animate = true, closest = 1.15 } = {}) {
  const spotted = numbers.map((number) => drawnNodes.get(number)).filter(Boolean);
  if (spotted.length === 0 || frame.clientWidth === 0) return;
  showingAll = false;
  const xs = spotted.map((node) => node.x);
  const ys = spotted.map((node) => node.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
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

const shownNumbers = () => built.nodes.map((node) => node.id).filter((number) => entityShown(entities[number]));

let showingAll = false;
let lastView = null;

function showAll(options) {
  show(shownNumbers(), options);
  showingAll = true;
}

// vis-network multiplies the scale when its frame changes; people expect it to stay.
function keepView() {
  const kept = lastView;
  window.requestAnimationFrame(() => {
    if (showingAll) showAll({ animate: false });
    else if (kept) network.moveTo(kept);
    swellSoon();
  });
}

function zoom(factor) {
  showingAll = false;
  const scale = Math.min(6, Math.max(0.05, network.getScale() * factor));
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
let swelling = 0;

function swellLines() {
  const wanted = Math.round(swell(network.getScale()) * 5) / 5;
  if (wanted === lineSwell) return;
  lineSwell = wanted;
  edges.update(built.edges.map((edge) => edgeLook(claims[edge.id])));
}

function swellSoon() {
  window.clearTimeout(swelling);
  swelling = window.setTimeout(swellLines, 80);
}
