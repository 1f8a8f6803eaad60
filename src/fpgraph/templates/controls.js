"use strict";
// Filters and legend, which are the same thing: what can be told apart can be left out.

const speakerBox = document.getElementById("speaker");
const stanceBox = document.getElementById("stance");
const kindBox = document.getElementById("kind");
const citationBox = document.getElementById("citation-filter");
const sourceBox = document.getElementById("source-filter");
const contestedBox = document.getElementById("contested");
const filterBoxes = {
  speaker: speakerBox, stance: stanceBox, kind: kindBox, citation: citationBox, source: sourceBox,
};

function fillBox(box, options, value) {
  box.replaceChildren(...options.map(([key, words]) => make("option", { value: key }, words)));
  box.value = value;
}

const counted = (words, count) => `${words} (${count})`;

// Entities as options, those with most claims first.
function entityOptions(numbers) {
  const ordered = [...tally(numbers)].sort(([one, first], [two, second]) => second - first || one - two);
  return ordered.map(([number, count]) => [String(number), counted(label(entities[number]), count)]);
}

function citationOptions() {
  const works = claims.flatMap((claim) => [...new Set(claim.cites.map(([work]) => work))]);
  const some = ["cited", "uncited"].map((name) => [name, counted(text(name), claims.filter(citationTests[name]).length)]);
  return [["", text("anyCitation")], ...some, ...entityOptions(works)];
}

function sourceOptions() {
  const counts = tally(claims.map((claim) => claim.source));
  return [
    ["", text("anySource")],
    ...sources.map((source, place) => [String(place), counted(source.citation, counts.get(place) ?? 0)]),
  ];
}

// A choice that nothing could tell apart is not offered.
function offer(box, offered) {
  box.hidden = !offered;
  document.querySelector(`label[for="${box.id}"]`).hidden = !offered;
}

function fillFilters() {
  const speakers = entityOptions(claims.map((claim) => claim.speaker));
  fillBox(speakerBox, [["", text("everybody")], ["others", text("notAuthor")], ...speakers], state.speaker);
  const stances = Object.keys(stanceTests).map((name) => [name, text(name)]);
  fillBox(stanceBox, [["", text("anyStance")], ...stances], state.stance);
  const kinds = ["fact", "interpretation"].map((name) => [name, text(name)]);
  fillBox(kindBox, [["", text("anyKind")], ...kinds], state.kind);
  fillBox(citationBox, citationOptions(), state.citation);
  offer(citationBox, claims.some((claim) => claim.cites.length > 0));
  fillBox(sourceBox, sourceOptions(), state.source);
  offer(sourceBox, sources.length > 1);
  const contested = claims.filter((claim) => claim.contested).length;
  document.getElementById("contested-words").textContent = counted(text("contestedOnly"), contested);
  contestedBox.checked = state.contested;
  contestedBox.parentElement.hidden = contested === 0;
}

function tally(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function toggle(hidden, name) {
  if (!hidden.delete(name)) hidden.add(name);
  changed();
}

function legendButton(hidden, name, picture, words, count) {
  return make(
    "li",
    {},
    make(
      "button",
      {
        type: "button", class: "key", "data-key": name, "aria-pressed": String(!hidden.has(name)),
        on: { click: () => toggle(hidden, name) },
      },
      picture,
      make("span", {}, words),
      make("span", { class: "count" }, String(count)),
    ),
  );
}

// Rebuilding the buttons must not take the focus away from whoever pressed one.
function refill(list, items) {
  const key = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  list.replaceChildren(...items);
  if (key) list.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

const nameOf = (prefix, name, table) =>
  strings[state.language][`${prefix}.${name}`] ?? capital(term(table, name));

function fillLegend() {
  const tops = tally(entities.filter((entity) => entity.drawn).map((entity) => entity.top));
  const known = [...Object.keys(look.types), ...tops.keys()];
  refill(document.getElementById("types"), [...new Set(known)].filter((top) => tops.has(top)).map((top) =>
    legendButton(state.hiddenTypes, top, typeIcon(top), nameOf("type", top, types), tops.get(top))));
  const families = tally(claims.map((claim) => claim.family));
  const order = [...Object.keys(look.families), ...families.keys()];
  refill(document.getElementById("families"), [...new Set(order)].filter((name) => families.has(name)).map((name) => {
    const line = { d: "M0 5H24", stroke: tone(familyLook(name)), "stroke-width": 3 };
    return legendButton(
      state.hiddenFamilies, name, drawing("0 0 24 10", "line", line), nameOf("family", name, records.families),
      families.get(name));
  }));
  const samples = [
    ["lineAuthor", { "stroke-width": 2.2 }, "M19 1.5L26 5L19 8.5Z", "currentColor"],
    ["lineReported", { "stroke-width": 1.1 }, "M20 1.5L26 5L20 8.5", "none"],
    ["lineDenied", { "stroke-width": 2, "stroke-dasharray": "5 3" }, "M26 1V9", "none"],
    ["lineHedged", { "stroke-width": 2, "stroke-dasharray": "1.5 2.5" }, "M19 1.5L26 5L19 8.5Z", "currentColor"],
  ].map(([key, line, head, fill]) => make(
    "li",
    {},
    drawing(
      "0 0 28 10", "sample",
      { d: "M0 5H24", stroke: "currentColor", fill: "none", ...line },
      { d: head, stroke: "currentColor", fill, "stroke-width": 1.4 },
    ),
    make("span", {}, text(key)),
  ));
  document.getElementById("samples").replaceChildren(...samples);
}

function fillStatus() {
  const shown = claims.filter(claimShown).length;
  const key = shown === claims.length ? "claimsAbout" : "shown";
  document.getElementById("shown").textContent = text(key, { n: shown, all: claims.length });
  document.getElementById("reset").hidden = !isFiltered();
}

function resetFilters() {
  Object.assign(state, filterDefaults());
  fillFilters();
  changed();
}

function startControls() {
  for (const [name, box] of Object.entries(filterBoxes)) {
    box.addEventListener("change", () => {
      state[name] = box.value;
      changed();
    });
  }
  contestedBox.addEventListener("change", () => {
    state.contested = contestedBox.checked;
    changed();
  });
  document.getElementById("reset").addEventListener("click", () => {
    resetFilters();
    speakerBox.focus();
  });
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.4));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  document.getElementById("fit").addEventListener("click", () => showAll());
}
