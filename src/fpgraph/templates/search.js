"use strict";
// Search over labels and alternatives in both languages: a combobox for keyboard and mouse.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

const MOST_RESULTS = 12;
const searchBox = document.getElementById("search");
const results = document.getElementById("results");

// Lower case without accents, so that «і» finds «ї» and e finds é.
const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("uk").replace(/[’ʼ`]/g, "'");

const index = entities.map((entity) => ({
  entity,
  names: [entity.en, entity.uk, ...entity.alt_en, ...entity.alt_uk].filter(Boolean).map((name) => [name, fold(name)]),
}));

let matches = [];
let active = -1;

// 4: it is the whole, 3: the whole begins so, 2: a word of it does, 1: it is somewhere inside, 0: not at all.
function score(name, sought) {
  if (name === sought) return 4;
  if (name.startsWith(sought)) return 3;
  const at = name.indexOf(sought);
  if (at < 0) return 0;
  return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(sought)) ? 2 : 1;
}

function findEntities(sought) {
  const key = fold(sought.trim());
  if (!key) return [];
  const found = [];
  for (const { entity, names } of index) {
    let best = [0, ""];
    for (const [name, folded] of names) {
      const value = score(folded, key);
      if (value > best[0]) best = [value, name];
    }
    if (best[0] > 0) found.push({ entity, value: best[0], name: best[1] });
  }
  return found.sort((one, two) => two.value - one.value || byImportance(one.entity, two.entity));
}

function markActive(number) {
  active = number;
  [...results.children].forEach((option, place) => {
    option.setAttribute("aria-selected", String(place === active));
    if (place === active) option.scrollIntoView({ block: "nearest" });
  });
  if (active >= 0) searchBox.setAttribute("aria-activedescendant", `result-${active}`);
  else searchBox.removeAttribute("aria-activedescendant");
}

function closeResults() {
  results.hidden = true;
  searchBox.setAttribute("aria-expanded", "false");
  markActive(-1);
}

function choose(number) {
  const match = matches[number];
  if (!match) return;
  searchBox.value = "";
  closeResults();
  selectNode(match.entity.number, true);
}

function fillResults() {
  const all = findEntities(searchBox.value);
  matches = all.slice(0, MOST_RESULTS);
  results.replaceChildren(...matches.map(({ entity, name }, number) => make(
    "li",
    {
      id: `result-${number}`, role: "option", "aria-selected": "false",
      on: { mousedown: (event) => event.preventDefault(), click: () => choose(number) },
    },
    typeIcon(entity.top),
    make("bdi", {}, label(entity)),
    name === label(entity) ? null : make("bdi", { class: "matched" }, name),
  )));
  const asked = searchBox.value.trim() !== "";
  results.hidden = matches.length === 0;
  searchBox.setAttribute("aria-expanded", String(matches.length > 0));
  const count = all.length ? text("searchFound", { n: all.length }) : text("searchNone");
  document.getElementById("search-status").textContent = asked ? count : "";
  markActive(matches.length ? 0 : -1);
}

function startSearch() {
  searchBox.addEventListener("input", fillResults);
  searchBox.addEventListener("focus", () => { if (searchBox.value) fillResults(); });
  searchBox.addEventListener("blur", closeResults);
  searchBox.addEventListener("keydown", (event) => {
    if (event.key === "Enter") choose(active);
    else if (event.key === "Escape") { searchBox.value = ""; fillResults(); closeResults(); }
    else if (event.key === "ArrowDown" && matches.length) markActive((active + 1) % matches.length);
    else if (event.key === "ArrowUp" && matches.length) markActive((active - 1 + matches.length) % matches.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      searchBox.focus();
    }
  });
}
