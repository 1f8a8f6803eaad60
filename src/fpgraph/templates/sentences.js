"use strict";
// Where a claim stands in its article, and the sentences themselves where the build had them.

function listed(numbers) {
  return numbers.join(", ");
}

// Section and sentence; in full also the paragraph and the characters of the file.
function whereWords(source, number, inFull) {
  const known = passages[source][number];
  return [
    known?.section,
    known && inFull ? text("paragraph", { n: known.paragraph }) : "",
    text("sentence", { n: 1, list: number }),
    known && inFull ? text("characters", { start: known.start, end: known.end }) : "",
  ].filter(Boolean).join(" · ");
}

// A name in a sentence, which leads to its entity: a link, for a button does not break over lines.
function nameLink(words, names, strong) {
  const chosen = names.find((number) => strong.has(number)) ?? names[0];
  const link = make(
    "a",
    {
      href: `#n=${entities[chosen].id}`, title: names.map((number) => label(entities[number])).join(" · "),
      on: { click: (event) => { event.preventDefault(); selectNode(chosen, true); } },
    },
    words,
  );
  return make("mark", { class: strong.has(chosen) ? "strong" : null }, link);
}

function sentenceWords(source, number, strong) {
  const pieces = passages[source][number]?.pieces;
  return pieces?.map(([words, ...names]) => (names.length && strong ? nameLink(words, names, strong) : words));
}

function contextLine(source, number) {
  const words = sentenceWords(source, number, null);
  return words ? make("span", { class: "context", lang: passages[source][number].language }, ...words, " ") : null;
}

// The sentence with its names marked: strongly those of `strong`; with its neighbours if asked.
function quotedSentence(source, number, strong, withContext) {
  const words = sentenceWords(source, number, strong);
  if (!words) return null;
  return make(
    "blockquote",
    { lang: passages[source][number].language },
    withContext ? contextLine(source, number - 1) : null,
    make("span", { class: "said" }, ...words),
    withContext ? " " : null,
    withContext ? contextLine(source, number + 1) : null,
  );
}

function placeOf(claim, number, inFull) {
  return make(
    "div",
    { class: "place" },
    make("p", { class: "where" }, whereWords(claim.source, number, inFull)),
    quotedSentence(claim.source, number, new Set([claim.subject, claim.object]), inFull),
  );
}

function repetitions(claim) {
  if (claim.also.length === 0) return null;
  const heading = text("repeated", { n: claim.also.length, list: listed(claim.also) });
  return make(
    "details",
    { class: "again" },
    make("summary", {}, heading),
    ...claim.also.map((number) => placeOf(claim, number, true)),
  );
}

// Everything else that the sentences of a claim name.
function alsoNamed(claim) {
  const ends = new Set([claim.subject, claim.object]);
  const named = claim.passages.flatMap((number) => passages[claim.source][number]?.named ?? []);
  const rest = [...new Set(named)].filter((number) => !ends.has(number));
  if (rest.length === 0) return null;
  return make("div", { class: "named" }, make("h3", {}, text("alsoNamed")), make(
    "ul", {}, ...rest.map((number) => make("li", {}, entityButton(number, "who")))));
}

// Where an entity is named: numbers of sentences by article, and the sentences when they are known.
function mentionPlaces(entity) {
  const bySource = new Map();
  for (const [source, number] of entity.places) {
    if (!bySource.has(source)) bySource.set(source, []);
    bySource.get(source).push(number);
  }
  return [...bySource].map(([source, numbers]) => {
    const where = make("p", { class: "where" }, sources.length > 1 ? `${sources[source].citation} ` : null, text(
      "sentence", { n: numbers.length, list: listed(numbers) }));
    const strong = new Set([entity.number]);
    const sentences = () => numbers.map((number) => make(
      "div", { class: "place" }, make("p", { class: "where" }, whereWords(source, number, false)),
      quotedSentence(source, number, strong, false)));
    const known = numbers.some((number) => passages[source][number].pieces);
    return known ? opening("again", where, sentences) : where;
  });
}

// A part that is filled when it is first opened.
function opening(className, heading, fill) {
  const part = make("details", { class: className }, make("summary", {}, heading));
  part.addEventListener("toggle", () => part.append(...fill()), { once: true });
  return part;
}
