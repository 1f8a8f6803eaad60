"use strict";
// The address (what follows # in the URL): all that is selected, in pieces that each stand alone.
// A piece that names what the page does not know is left out; the others hold.

const MOST_LETTERS = 8000;
const filterDefaults = () => ({
  hiddenTypes: new Set(), hiddenFamilies: new Set(),
  speaker: "", stance: "", kind: "", citation: "", source: "", contested: false,
});

let following = false; // then the address is not written, for the state is taken from it

// What is changed on the way to a new step must not be written into the last one.
function unwritten(action) {
  const before = following;
  following = true;
  try {
    action();
  } finally {
    following = before;
  }
}

const joined = (...ids) => ids.map((id) => encodeURIComponent(id)).join(",");

// Of a filter's choice: words stay, the number of an entity becomes its id.
const written = (choice) => (/^\d+$/.test(choice) ? entities[Number(choice)].id : choice);

function addressPieces() {
  const pieces = [];
  const add = (name, ...ids) => pieces.push(ids.length ? `${name}=${joined(...ids)}` : name);
  const idOf = (number) => entities[number].id;
  if (state.path) add("path", idOf(state.path.from), idOf(state.path.to));
  else if (state.claim !== null) add("c", claims[state.claim].id);
  else if (state.node !== null) add("n", idOf(state.node));
  if (state.node !== null && state.steps > 1) add("steps", state.steps);
  if (state.pathFrom !== null) add("from", idOf(state.pathFrom));
  for (const name of ["speaker", "citation"]) if (state[name]) add(name, written(state[name]));
  for (const name of ["stance", "kind"]) if (state[name]) add(name, state[name]);
  if (state.source) add("source", sources[Number(state.source)].id);
  if (state.contested) add("contested");
  if (state.everything) add("all");
  if (state.hiddenTypes.size) add("types", ...[...state.hiddenTypes].sort());
  if (state.hiddenFamilies.size) add("lines", ...[...state.hiddenFamilies].sort());
  if (state.languageChosen) add("lang", state.language);
  if (state.tab !== "details") add("view", state.tab);
  if (state.matrix) {
    add("matrix", ...(state.matrix.cell ?? []).map(idOf));
    if (state.matrixKinds !== "both") add("columns", state.matrixKinds);
    if (state.matrixAll) add("untied");
  }
  return pieces;
}

// Selections are steps of the browser's history; filters change the step that one is at.
function writeAddress(step) {
  if (following) return;
  const fragment = addressPieces().join("&");
  if (fragment === window.location.hash.slice(1)) return;
  const address = fragment ? `#${fragment}` : window.location.href.split("#")[0];
  // A page inside a frame without an address of its own cannot have a history.
  try {
    if (step) window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  } catch {
    return;
  }
}

// The first piece of each name, with its values: Map { "n" => ["russia"] }.
function piecesOf(fragment) {
  const pieces = new Map();
  for (const piece of fragment.slice(0, MOST_LETTERS).replace(/^#/, "").split("&")) {
    const [name, ...rest] = piece.split("=");
    if (pieces.has(name)) continue;
    try {
      pieces.set(name, rest.length ? rest.join("=").split(",").map(decodeURIComponent) : []);
    } catch {
      continue; // not UTF-8
    }
  }
  return pieces;
}

function pairOf(ids) {
  const numbers = (ids ?? []).map((id) => entityNumbers.get(id));
  return numbers.length === 2 && !numbers.includes(undefined) ? numbers : null;
}

// An entity's id as a choice of a filter, where it is one; or one of the filter's own words.
function choiceOf([id] = [], words, allowed) {
  if (words.includes(id)) return id;
  const number = entityNumbers.get(id);
  return number !== undefined && allowed(entities[number]) ? String(number) : "";
}

function selectionOf(pieces) {
  const pair = pairOf(pieces.get("path"));
  const [claim, node] = [claimNumbers.get(pieces.get("c")?.[0]), entityNumbers.get(pieces.get("n")?.[0])];
  const selection = { node: null, claim: null, path: null };
  if (pair) selection.path = { from: pair[0], to: pair[1] };
  else if (claim !== undefined) selection.claim = claim;
  else if (node !== undefined) selection.node = node;
  return selection;
}

function filtersOf(pieces) {
  const one = (name, allowed) => (allowed.includes(pieces.get(name)?.[0]) ? pieces.get(name)[0] : "");
  const some = (name, allowed) => new Set((pieces.get(name) ?? []).filter((value) => allowed.has(value)));
  const source = sources.findIndex(({ id }) => id === pieces.get("source")?.[0]);
  return {
    speaker: choiceOf(pieces.get("speaker"), ["others"], (entity) => entity.said.length > 0),
    citation: choiceOf(pieces.get("citation"), ["cited", "uncited"], (entity) => entity.citing.length > 0),
    stance: one("stance", Object.keys(stanceTests)),
    kind: one("kind", ["fact", "interpretation"]),
    source: source < 0 || sources.length < 2 ? "" : String(source),
    contested: pieces.has("contested") && claims.some((claim) => claim.contested),
    hiddenTypes: some("types", new Set(entities.map((entity) => entity.top))),
    hiddenFamilies: some("lines", new Set(claims.map((claim) => claim.family))),
  };
}

function matrixOf(pieces) {
  const [columns] = pieces.get("columns") ?? [];
  const found = {
    matrix: null,
    matrixKinds: Object.keys(columnKinds).includes(columns) ? columns : "both",
    matrixAll: pieces.has("untied"),
  };
  if (!pieces.has("matrix")) return found;
  const cell = pairOf(pieces.get("matrix"));
  const fits = cell && entities[cell[0]].top === "Actor" && isColumn(entities[cell[1]]);
  return { ...found, matrix: { cell: fits ? cell : null } };
}

// The state that an address stands for; what it does not name is as at the start.
function readAddress(fragment) {
  const pieces = piecesOf(fragment);
  const steps = Number(/^[23]$/.exec(pieces.get("steps")?.[0] ?? "") ?? 1);
  const from = entityNumbers.get(pieces.get("from")?.[0]) ?? null;
  const [tab] = pieces.get("view") ?? [];
  const tabs = [...document.querySelectorAll('[role="tab"]')].map(({ id }) => id.replace("tab-", ""));
  const [language] = pieces.get("lang") ?? [];
  return {
    ...selectionOf(pieces),
    ...filtersOf(pieces),
    steps,
    everything: pieces.has("all"),
    pathFrom: from,
    tab: tabs.includes(tab) ? tab : "details",
    ...matrixOf(pieces),
    language: Object.keys(strings).includes(language) ? language : null,
  };
}
