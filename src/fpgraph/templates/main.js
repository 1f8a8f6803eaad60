"use strict";
// Selecting, switching the language, and the start of it all.

// Bring the page in line with its address: at the start, and on the way back and forward.
function followAddress() {
  const { language, ...wanted } = readAddress(window.location.hash);
  unwritten(() => {
    Object.assign(state, wanted);
    if (language) state.languageChosen = true;
    markLines();
    speak(language ?? state.language);
    openTab(state.tab);
    if (state.node !== null || state.claim !== null || state.path) reveal();
    fillMatrixBox();
  });
}

function openTab(name) {
  state.tab = name;
  writeAddress(false);
  for (const tab of document.querySelectorAll('[role="tab"]')) {
    const chosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
  }
  if (name === "claims") fillList();
}

const listOpen = () => document.getElementById("tab-claims").getAttribute("aria-selected") === "true";

// Bring what is selected into view, and the focus to what is told of it.
function reveal() {
  document.getElementById("panel").scrollTop = 0;
  if (state.path) show([...spotlight.nodes]);
  else showFocus();
  document.getElementById("selected")?.focus({ preventScroll: true });
}

function selected(move) {
  refresh();
  openTab("details");
  fillPanel();
  fillWalk();
  document.getElementById("panel").scrollTop = 0;
  if (move) reveal();
}

const nothingSelected = () => ({ node: null, claim: null, path: null, pathFrom: null, steps: 1, matrix: null });

function markLines() {
  if (state.claim === null || !standingClaims.has(state.claim)) network.unselectAll();
  else network.selectEdges([state.claim]);
}

function select(selection, move) {
  Object.assign(state, nothingSelected(), selection, { tab: "details" });
  markLines();
  writeAddress(true);
  fillMatrixBox();
  selected(move);
}

function selectNode(number, move) {
  // Whoever looks for something that the filters hide wants to see it.
  if (entities[number].drawn && !entityShown(entities[number])) unwritten(resetFilters);
  if (state.pathFrom !== null) selectPath(state.pathFrom, number, true);
  else select({ node: number }, move);
}

function selectClaim(number, move) {
  if (!claimShown(claims[number])) unwritten(resetFilters);
  select({ claim: number }, move);
}

function selectPath(from, to, move) {
  select({ path: { from, to } }, move);
}

function clearSelection() {
  if (state.node === null && state.claim === null && !state.path) return;
  Object.assign(state, nothingSelected());
  markLines();
  writeAddress(true);
  refresh();
  fillPanel();
  fillWalk();
}

// After a filter: the picture, what the panel says, the numbers.
function changed() {
  writeAddress(false);
  refresh();
  fillLegend();
  fillStatus();
  fillPanel();
  fillWalk();
  if (listOpen()) fillList();
}

function fillHeading() {
  const title = records.title?.[state.language] || text("title");
  document.title = title;
  document.getElementById("title").textContent = title;
  document.getElementById("citation").replaceChildren(
    text("source"), ...sources.flatMap((source) => [" ", make("cite", { lang: source.language }, source.citation)]));
}

function speak(language) {
  state.language = language;
  document.documentElement.lang = language;
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  fillTexts();
  searchBox.placeholder = text("searchHint");
  fillHeading();
  fillFilters();
  changed();
}

function startTabs() {
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  tabs.forEach((tab, place) => {
    tab.addEventListener("click", () => openTab(tab.id.replace("tab-", "")));
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const next = tabs[(place + 1) % tabs.length];
      next.focus();
      next.click();
    });
  });
}

function start() {
  const darkness = window.matchMedia("(prefers-color-scheme: dark)");
  state.dark = darkness.matches;
  const preferred = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2).toLowerCase());
  state.language = preferred.find((tag) => tag in strings) ?? "en";
  const wide = window.matchMedia("(min-width: 60rem)");
  document.getElementById("guide").open = wide.matches;
  wide.addEventListener("change", () => { document.getElementById("guide").open = wide.matches; });
  startPicture();
  startControls();
  startSearch();
  startTabs();
  startWalk();
  startMatrix();
  startKeys();
  startSaving();
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      state.languageChosen = true;
      speak(button.dataset.language);
    });
  }
  darkness.addEventListener("change", (event) => {
    state.dark = event.matches;
    readColours();
    changed();
  });
  window.addEventListener("hashchange", followAddress);
  document.getElementById("skip").addEventListener("click", () => {
    openTab("claims");
    document.getElementById("tab-claims").focus();
  });
  followAddress();
  document.body.dataset.ready = "true";
}

start();
