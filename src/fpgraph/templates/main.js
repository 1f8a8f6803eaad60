"use strict";
// Selecting, switching the language, and the start of it all.

function setHash(fragment) {
  const address = fragment ? `#${fragment}` : window.location.href.split("#")[0];
  // A page inside a frame without an address of its own cannot have a history.
  try {
    window.history.replaceState(null, "", address);
  } catch {
    return;
  }
}

// Only ids that the page knows lead anywhere; everything else in the address is ignored.
function selectFromHash() {
  const [, kind, id] = /^#([nc])=([a-z0-9-]{1,200})$/.exec(window.location.hash) ?? [];
  if (kind === "n" && entityNumbers.has(id)) selectNode(entityNumbers.get(id), true);
  else if (kind === "c" && claimNumbers.has(id)) selectClaim(claimNumbers.get(id), true);
}

function openTab(name) {
  for (const tab of document.querySelectorAll('[role="tab"]')) {
    const chosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
  }
  if (name === "claims") fillList();
}

const listOpen = () => document.getElementById("tab-claims").getAttribute("aria-selected") === "true";

function selected(move) {
  refresh();
  openTab("details");
  fillPanel();
  document.getElementById("panel").scrollTop = 0;
  if (!move) return;
  showFocus();
  document.getElementById("selected")?.focus({ preventScroll: true });
}

function selectNode(number, move) {
  // Whoever looks for something that the filters hide wants to see it.
  if (entities[number].drawn && !entityShown(entities[number])) resetFilters();
  Object.assign(state, { node: number, claim: null });
  network.unselectAll();
  setHash(`n=${entities[number].id}`);
  selected(move);
}

function selectClaim(number, move) {
  Object.assign(state, { node: null, claim: number });
  network.selectEdges([number]);
  setHash(`c=${claims[number].id}`);
  selected(move);
}

function clearSelection() {
  if (state.node === null && state.claim === null) return;
  Object.assign(state, { node: null, claim: null });
  network.unselectAll();
  setHash("");
  refresh();
  fillPanel();
}

// After a filter: the picture, what the panel says, the numbers.
function changed() {
  refresh();
  fillLegend();
  fillStatus();
  fillPanel();
  if (listOpen()) fillList();
}

function fillHeading() {
  const title = records.title?.[state.language] || text("title");
  document.title = title;
  document.getElementById("title").textContent = title;
  document.getElementById("citation").replaceChildren(
    text("source"), " ", ...sources.map((source) => make("cite", { lang: source.language }, source.citation)));
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
  speak(state.language);
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => speak(button.dataset.language));
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") clearSelection(); });
  darkness.addEventListener("change", (event) => {
    state.dark = event.matches;
    readColours();
    changed();
  });
  window.addEventListener("hashchange", selectFromHash);
  document.getElementById("skip").addEventListener("click", () => {
    openTab("claims");
    document.getElementById("tab-claims").focus();
  });
  selectFromHash();
  document.body.dataset.ready = "true";
}

start();
