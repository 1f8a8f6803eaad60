"use strict";
// Search over labels, alternatives and glosses in both languages: a combobox for keyboard and mouse.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

const MOST_RESULTS = 12;
const MOST_CLAIMS = 5;
const LETTERS_FOR_CLAIMS = 3;
const searchBox = document.getElementById("search");
const results = document.getElementById("results");

// Lower case without accents, apostrophes and hyphens: «і» finds «ї», e finds é, звязок finds зв’язок.
const fold = (words) => words.normalize("NFD").toLocaleLowerCase("uk")
  .replace(/[\u0300-\u036f'’ʼ‘`´"«»„“”]+/g, "")
  .replace(/[^\p{L}\p{N}\u0001 ]+/gu, " ").replace(/ {2,}/g, " ").trim();

// All names in one go, which is several times quicker than one after the other.
// The page's texts hold no control characters: one can stand between them.
function folded(things, namesOf) {
  const names = things.map((thing) => [...new Set(namesOf(thing))].filter(Boolean));
  const plain = fold(names.flat().join("\u0001")).split("\u0001");
  let at = 0;
  return things.map((found, place) => ({
    found, names: names[place].map((name) => [name, plain[at++].trim()]),
  }));
}

// Made when somebody first searches so.
const searched = { entities: null, claims: null };

function entityIndex() {
  const namesOf = (entity) => [entity.en, entity.uk, ...entity.alt_en, ...entity.alt_uk];
  searched.entities = searched.entities ?? folded(entities, namesOf);
  return searched.entities;
}

function claimIndex() {
  searched.claims = searched.claims ?? folded(claims, (claim) => [claim.en, claim.uk]);
  return searched.claims;
}

let matches = [];
let active = -1;

// 10: it is the whole, 4: the whole begins so, 3: a word of it does, 2: each word sought begins a word
// of it, in any order, 1: it is somewhere inside, 0: not at all.
function score(name, key, parts) {
  if (name === key) return 10;
  if (name.startsWith(key)) return 4;
  const padded = ` ${name}`;
  if (padded.includes(` ${key}`)) return 3;
  if (parts.length > 1 && parts.every((part) => padded.includes(` ${part}`))) return 2;
  return name.includes(key) ? 1 : 0;
}

function findIn(list, sought) {
  const key = fold(sought);
  if (!key) return [];
  const parts = key.split(" ");
  const matching = [];
  for (const { found, names } of list) {
    let best = [0, ""];
    for (const [name, plain] of names) {
      const value = score(plain, key, parts);
      if (value > best[0]) best = [value, name];
    }
    if (best[0] > 0) matching.push({ found, value: best[0], name: best[1] });
  }
  return matching;
}

function findEntities(sought) {
  // What the articles turn on comes before what only begins as was typed; the whole name always first.
  const rank = ({ found, value }) => value + 3 * found.importance;
  return findIn(entityIndex(), sought)
    .sort((one, two) => rank(two) - rank(one) || byImportance(one.found, two.found));
}

// Claims by their glosses; while the end of a path is to be chosen they lead nowhere.
function findClaims(sought) {
  if (state.pathFrom !== null || fold(sought).length < LETTERS_FOR_CLAIMS) return [];
  return findIn(claimIndex(), sought)
    .sort((one, two) => two.value - one.value || one.found.number - two.found.number);
}

function markActive(number) {
  active = number;
  results.querySelectorAll('[role="option"]').forEach((option, place) => {
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
  if (match.claim) selectClaim(match.found.number, true);
  else selectNode(match.found.number, true);
}

// Results in groups: by type in the order of the best of each, claims last.
function grouped(found, foundClaims) {
  const groups = new Map();
  for (const match of found) {
    const { top } = match.found;
    if (!groups.has(top)) groups.set(top, { name: nameOf("type", top, types), matches: [] });
    groups.get(top).matches.push(match);
  }
  const last = { name: text("claims"), matches: foundClaims.map((match) => ({ ...match, claim: true })) };
  return [...groups.values(), ...(foundClaims.length ? [last] : [])];
}

function resultItem({ found, name, claim }, number) {
  const words = claim ? found[state.language] || found[other(state.language)] : label(found);
  const arrow = { d: "M1 8H14M9 4L14 8L9 12", stroke: "currentColor", fill: "none" };
  return make(
    "li",
    {
      id: `result-${number}`, role: "option", "aria-selected": "false",
      on: { mousedown: (event) => event.preventDefault(), click: () => choose(number) },
    },
    claim ? drawing("0 0 16 16", "icon", arrow) : typeIcon(found.top),
    make("bdi", {}, words),
    name === words ? null : make("bdi", { class: "matched" }, name),
  );
}

function fillResults() {
  const [all, allClaims] = [findEntities(searchBox.value), findClaims(searchBox.value)];
  const groups = grouped(all.slice(0, MOST_RESULTS), allClaims.slice(0, MOST_CLAIMS));
  matches = groups.flatMap((group) => group.matches);
  let number = 0;
  const items = (group) => group.matches.map((match) => resultItem(match, number++));
  results.replaceChildren(...groups.map((group, place) => make(
    "li",
    { role: "presentation" },
    make("p", { class: "group-name", id: `results-${place}` }, group.name),
    make("ul", { role: "group", "aria-labelledby": `results-${place}` }, ...items(group)),
  )));
  const asked = searchBox.value.trim() !== "";
  results.hidden = matches.length === 0;
  searchBox.setAttribute("aria-expanded", String(matches.length > 0));
  const count = all.length + allClaims.length;
  const said = text(count ? "searchFound" : "searchNone", { n: count });
  document.getElementById("search-status").textContent = asked ? said : "";
  markActive(matches.length ? 0 : -1);
}

function startSearch() {
  searchBox.addEventListener("input", fillResults);
  searchBox.addEventListener("focus", () => { if (searchBox.value) fillResults(); });
  searchBox.addEventListener("blur", closeResults);
  searchBox.addEventListener("keydown", (event) => {
    const asked = searchBox.value !== "";
    if (event.key === "Enter") choose(active);
    else if (event.key === "Escape" && (asked || state.pathFrom === null)) {
      searchBox.value = "";
      fillResults();
    } else if (event.key === "ArrowDown" && matches.length) markActive((active + 1) % matches.length);
    else if (event.key === "ArrowUp" && matches.length) markActive((active - 1 + matches.length) % matches.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
