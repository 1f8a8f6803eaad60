"use strict";
// What the page knows: the records that the build embedded, and what is shown of them.

// What a block of the file says. What is large is packed: gzip, in base64 (see page.py).
async function read(id) {
  const content = JSON.parse(document.getElementById(id).textContent);
  if (typeof content !== "string") return content;
  const packed = window.atob(content);
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

const strings = await read("strings");
if (!("DecompressionStream" in window) && document.getElementById("records").textContent.startsWith('"')) {
  document.getElementById("loading").textContent = Object.values(strings).map((words) => words.tooOld).join(" · ");
}
const records = await read("records");
const look = await read("look");
const { entities, claims, passages, sources, types, relations } = records;

const state = {
  language: "en",
  dark: false,
  node: null, // number of the selected entity
  claim: null, // number of the selected claim
  hover: null,
  everything: false, // whether all nodes stand in the picture, and not just the most important ones
  hiddenTypes: new Set(),
  hiddenFamilies: new Set(),
  path: null, // { from, to }: numbers of the ends of the selected path
  pathFrom: null, // where a path begins whose end is still to be chosen
  steps: 1, // how far around the selected node
  matrix: null, // { cell: null | [actor, column] } while the matrix is open
  matrixKinds: "both", // which columns it has
  matrixAll: false, // whether it has rows and columns that nothing ties
  tab: "details",
  languageChosen: false,
  speaker: "",
  stance: "",
  kind: "",
  citation: "", // "", cited, uncited, or the number of a work
  source: "",
  contested: false,
};

entities.forEach((entity, number) => {
  entity.number = number;
  entity.top = types[entity.type]?.top ?? entity.type;
  entity.claims = [];
  entity.said = [];
  entity.citing = [];
  entity.narrower = [];
  entity.places = []; // pairs of an article and a sentence that names the entity
});
claims.forEach((claim, number) => {
  claim.number = number;
  claim.family = relations[claim.relation]?.family ?? "";
  entities[claim.subject].claims.push(claim);
  if (claim.object !== claim.subject) entities[claim.object].claims.push(claim);
  entities[claim.speaker].said.push(claim);
  for (const [work] of claim.cites) entities[work].citing.push(claim);
});
for (const entity of entities) {
  for (const number of entity.broader) entities[number].narrower.push(entity.number);
}

// What is held of each statement: a claim is contested where one holds and another denies the same.
const positions = new Map();
const statementOf = (claim) => `${claim.subject} ${claim.relation} ${claim.object}`;
for (const claim of claims) {
  if (claim.stance === "hedges") continue;
  const key = statementOf(claim);
  if (!positions.has(key)) positions.set(key, new Set());
  positions.get(key).add((claim.stance === "affirms") === (claim.polarity === "positive"));
}
for (const claim of claims) {
  claim.contested = claim.stance !== "hedges" && positions.get(statementOf(claim)).size > 1;
}

passages.forEach((known, source) => {
  for (const [number, passage] of Object.entries(known)) {
    for (const named of passage.named) entities[named].places.push([source, Number(number)]);
  }
});

// What is claimed about an entity; of a speaker or a work that no claim is about, its own.
const ownClaims = (entity) =>
  entity.claims.length ? entity.claims : [...new Set([...entity.said, ...entity.citing])];

const entityNumbers = new Map(entities.map((entity) => [entity.id, entity.number]));
const claimNumbers = new Map(claims.map((claim) => [claim.id, claim.number]));

// The author of the article that a claim was coded from.
const authorOf = (claim) => sources[claim.source].author;
const otherEnd = (claim, number) => (claim.subject === number ? claim.object : claim.subject);
const byImportance = (one, other) => other.importance - one.importance || one.number - other.number;

const stanceTests = {
  affirmed: (claim) => claim.stance === "affirms" && claim.polarity === "positive",
  denied: (claim) => claim.stance === "denies" || claim.polarity === "negative",
  hedged: (claim) => claim.stance === "hedges",
};

const speakerMatches = (claim) =>
  state.speaker === "" ||
  (state.speaker === "others" ? claim.speaker !== authorOf(claim) : claim.speaker === Number(state.speaker));

const citationTests = {
  "": () => true,
  cited: (claim) => claim.cites.length > 0,
  uncited: (claim) => claim.cites.length === 0,
};

function citationMatches(claim) {
  const test = citationTests[state.citation];
  return test ? test(claim) : claim.cites.some(([work]) => work === Number(state.citation));
}

function claimShown(claim) {
  return (
    !state.hiddenFamilies.has(claim.family) &&
    !state.hiddenTypes.has(entities[claim.subject].top) &&
    !state.hiddenTypes.has(entities[claim.object].top) &&
    speakerMatches(claim) &&
    (state.stance === "" || stanceTests[state.stance](claim)) &&
    (state.kind === "" || claim.kind === state.kind) &&
    citationMatches(claim) &&
    (state.source === "" || claim.source === Number(state.source)) &&
    (!state.contested || claim.contested)
  );
}

const isFiltered = () =>
  state.hiddenTypes.size + state.hiddenFamilies.size > 0 ||
  state.speaker !== "" || state.stance !== "" || state.kind !== "" ||
  state.citation !== "" || state.source !== "" || state.contested;

// An entity is in the picture as long as one of its claims is; one without any always is.
function entityShown(entity) {
  if (!entity.drawn || state.hiddenTypes.has(entity.top)) return false;
  return entity.claims.length === 0 ? !isFiltered() : entity.claims.some(claimShown);
}
