"use strict";
// What the page knows: the records that the build embedded, and what is shown of them.

const read = (id) => JSON.parse(document.getElementById(id).textContent);

const records = read("records");
const look = read("look");
const strings = read("strings");
const { entities, claims, passages, sources, types, relations } = records;

const state = {
  language: "en",
  dark: false,
  node: null, // number of the selected entity
  claim: null, // number of the selected claim
  hover: null,
  hiddenTypes: new Set(),
  hiddenFamilies: new Set(),
  speaker: "",
  stance: "",
  kind: "",
};

entities.forEach((entity, number) => {
  entity.number = number;
  entity.top = types[entity.type]?.top ?? entity.type;
  entity.claims = [];
  entity.said = [];
  entity.citing = [];
  entity.narrower = [];
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

function claimShown(claim) {
  return (
    !state.hiddenFamilies.has(claim.family) &&
    !state.hiddenTypes.has(entities[claim.subject].top) &&
    !state.hiddenTypes.has(entities[claim.object].top) &&
    speakerMatches(claim) &&
    (state.stance === "" || stanceTests[state.stance](claim)) &&
    (state.kind === "" || claim.kind === state.kind)
  );
}

const isFiltered = () =>
  state.hiddenTypes.size + state.hiddenFamilies.size > 0 ||
  state.speaker !== "" || state.stance !== "" || state.kind !== "";

// An entity is in the picture as long as one of its claims is; one without any always is.
function entityShown(entity) {
  if (!entity.drawn || state.hiddenTypes.has(entity.top)) return false;
  return entity.claims.length === 0 ? !isFiltered() : entity.claims.some(claimShown);
}
