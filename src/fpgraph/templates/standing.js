"use strict";
// Who stands in the picture: the most important of all, and of what is in view; more as one zooms in.
// Everybody else is a dot behind them (dots.js), which a click, a search or a path brings forward.
//
// For other scripts: `drawnNodes` holds all nodes that have a place, `visible` those of them that pass
// the filters, `standing` and `standingClaims` what vis-network has at the moment. Change the state and
// call refresh(): whatever is selected or in the spotlight then stands.

const MOST = 1000; // nodes that vis-network moves smoothly
const NEARBY = 300; // of these, kept for what is in view where there are more nodes than that
const AROUND = 250; // at most so many of a selection stand; dots and plain lines show the others
const ALWAYS = 80; // so few nodes are never thinned out
const FEWEST = 24;
const STORY = 150;
const ROOM_A_NODE = 9000; // square pixels of the frame
const STILL_LINES = 1200; // with more of them, lines are left out while the picture moves
// What the articles are about comes before what is said of it.
const LEADING_TYPES = { Actor: 1.3, Theory: 1.5, PolicyCourse: 1.3 };

const weightOf = (number) => entities[number].importance * (LEADING_TYPES[entities[number].top] ?? 1);
const order = [...drawnNodes.keys()].sort((one, two) => weightOf(two) - weightOf(one) || one - two);

let visible = new Set();
let standing = new Set();
let standingClaims = new Set();
let linesRest = null; // whether vis-network hides lines while it moves

// How many are to stand of the whole, and of what is in view.
function goal() {
  if (visible.size <= ALWAYS) return ALWAYS;
  if (state.everything) return MOST;
  return Math.min(STORY, Math.max(FEWEST, Math.round((frame.clientWidth * frame.clientHeight) / ROOM_A_NODE)));
}

const mostOfAll = () => (visible.size <= MOST ? visible.size : MOST - NEARBY);

function take(chosen, numbers, most) {
  let left = most;
  for (const number of numbers) {
    if (left <= 0) return;
    chosen.add(number);
    left -= 1;
  }
}

function wanted() {
  const chosen = new Set();
  const ranked = order.filter((number) => visible.has(number));
  if (spotlight) {
    if (drawnNodes.has(state.node)) chosen.add(state.node);
    take(chosen, order.filter((number) => spotlight.nodes.has(number)), AROUND);
  }
  take(chosen, ranked, Math.min(goal(), mostOfAll()));
  take(chosen, ranked.filter(inView), Math.min(goal(), NEARBY));
  return chosen;
}

function linesAmong(numbers) {
  const found = new Set();
  for (const number of numbers) {
    for (const claim of entities[number].claims) {
      if (claim.subject !== number && claim.object !== claim.subject && numbers.has(claim.subject)) continue;
      if (numbers.has(otherEnd(claim, number)) && claimShown(claim)) found.add(claim.number);
    }
  }
  return found;
}

// Give vis-network what is missing, and take back what is no longer wanted.
function exchange(dataset, before, after, toItem) {
  const gone = [...before].filter((number) => !after.has(number));
  const come = [...after].filter((number) => !before.has(number));
  if (gone.length) dataset.remove(gone);
  if (come.length) dataset.add(come.map(toItem));
  return gone.length + come.length > 0;
}

function bringIn() {
  const chosen = wanted();
  const lines = linesAmong(chosen);
  const kept = new Set([...standingClaims].filter((number) => lines.has(number)));
  const linesGone = exchange(edges, standingClaims, kept, lineItem);
  const changed = exchange(nodes, standing, chosen, nodeItem);
  standing = chosen;
  for (const number of chosen) aim(number);
  const linesCome = exchange(edges, kept, lines, lineItem);
  standingClaims = lines;
  if (linesRest !== lines.size > STILL_LINES) {
    linesRest = lines.size > STILL_LINES;
    network.setOptions({ interaction: { hideEdgesOnDrag: linesRest, hideEdgesOnZoom: linesRest } });
  }
  if (changed || linesGone || linesCome) labels.key = "";
  fillAmount();
}

// Under the picture: how many of how many stand, and the way to more or fewer of them.
function fillAmount() {
  const usual = state.everything ? false : goal() < visible.size;
  document.getElementById("amount").hidden = !usual && !state.everything;
  const local = (number) => number.toLocaleString(state.language);
  const count = [...standing].filter((number) => visible.has(number)).length;
  document.getElementById("amount-rest").hidden = count === visible.size;
  const words = text(count === visible.size ? "amountAll" : "amount", { n: local(count), all: local(visible.size) });
  document.getElementById("amount-words").textContent = words;
  const key = state.everything ? "drawFewer" : visible.size <= MOST ? "drawAll" : "drawMore";
  document.getElementById("amount-button").textContent = text(key, { n: local(mostOfAll()) });
}

function startAmount() {
  document.getElementById("amount-button").addEventListener("click", () => {
    state.everything = !state.everything;
    writeAddress(false);
    refresh();
  });
}
