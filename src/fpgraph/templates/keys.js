"use strict";
// Keys for the whole page, and the overlay that lists them.

const helpBox = document.getElementById("help");
const singleKeys = document.getElementById("single-keys");

// Keys that act wherever one is, except in a field: { key, words, run }.
const shortcuts = [
  { key: "/", words: "keySearch", run: () => searchBox.focus() },
  { key: "1", words: "keySteps", run: () => setSteps(1) },
  { key: "2", words: null, run: () => setSteps(2) },
  { key: "3", words: null, run: () => setSteps(3) },
  { key: "p", words: "keyPath", run: () => { if (state.node !== null) startPath(state.node); } },
  { key: "m", words: "keyMatrix", run: () => openMatrix() },
  { key: "l", words: "keyLink", run: () => copyLink() },
  { key: "?", words: "keyHelp", run: () => openHelp() },
];

// Keys that act where one is: the name of the key, or of several, and what they do.
const localKeys = [
  ["Esc", "keyEscape"], ["← → ↑ ↓", "keyMove"], ["+ −", "keyZoom"], ["0", "keyFit"],
  ["← →", "keyTabs"], ["← → ↑ ↓ Home End", "keyCells"], ["Tab ⇧Tab", "keyTab"],
];

function keyRow(keys, words) {
  return make(
    "div", { class: "row" }, make("dt", {}, ...keys.map((key) => make("kbd", {}, key))), make("dd", {}, text(words)));
}

function openHelp() {
  const single = shortcuts.filter(({ words }) => words).map(({ key, words }) =>
    keyRow(words === "keySteps" ? ["1", "2", "3"] : [key], words));
  document.getElementById("help-keys").replaceChildren(
    ...single, ...localKeys.map(([keys, words]) => keyRow(keys.split(" "), words)));
  helpBox.showModal();
}

function copyLink() {
  copied(window.location.href);
}

// The letter on the key, also where the keyboard is Ukrainian: by its place then.
const PLACES = { KeyP: "p", KeyM: "m", KeyL: "l" };

function shortcutOf(event) {
  const byKey = shortcuts.find(({ key }) => key === event.key.toLowerCase());
  if (byKey || /^[\x20-\x7e]$/.test(event.key)) return byKey;
  return shortcuts.find(({ key }) => key === PLACES[event.code]);
}

function startKeys() {
  document.getElementById("open-help").addEventListener("click", openHelp);
  document.getElementById("help-close").addEventListener("click", () => helpBox.close());
  document.getElementById("copy-link").addEventListener("click", copyLink);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") {
      if (state.pathFrom === null) clearSelection();
      else stopPath();
      return;
    }
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    const found = typing || !singleKeys.checked ? null : shortcutOf(event);
    if (!found) return;
    event.preventDefault();
    found.run();
  });
}
