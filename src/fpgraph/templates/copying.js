"use strict";
// Copies of a claim or a node for elsewhere: as a citation, as a query, as Turtle.

// Said aloud by screen readers, and shown for a while.
function tell(words) {
  const told = document.getElementById("told");
  told.textContent = "";
  window.clearTimeout(tell.timer);
  window.requestAnimationFrame(() => { told.textContent = words; });
  tell.timer = window.setTimeout(() => { told.textContent = ""; }, 6000);
}

// Browsers keep the clipboard from pages in frames, some from files: an older way is left.
async function copyText(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyBySelection(words);
  }
}

function copyBySelection(words) {
  const focused = document.activeElement;
  const box = make("textarea", { class: "unseen", readonly: true, "aria-hidden": "true", tabindex: "-1" });
  box.value = words;
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  focused?.focus({ preventScroll: true });
  return done;
}

async function copied(words) {
  tell(text((await copyText(words)) ? "copied" : "notCopied"));
}

function sentenceList(claim) {
  return text("sentence", { n: claim.passages.length, list: listed(claim.passages) });
}

// The reference, the sentence in it, what is claimed there and by whom.
function citationOf(claim) {
  const { citation } = sources[claim.source];
  const sections = [...new Set(claim.passages.map((number) => passages[claim.source][number]?.section))].filter(Boolean);
  const where = [sentenceList(claim), ...sections.map((section) => `${text("section")} «${section}»`)].join(", ");
  const gloss = claim[state.language] || claim[other(state.language)];
  const who = claim.relayer === claim.speaker
    ? label(entities[claim.speaker])
    : `${label(entities[claim.speaker])}, ${text("relayed", { who: label(entities[claim.relayer]) })}`;
  return `${citation} ${capital(where)}: ${gloss} (${text("said")}: ${who}.) ${claimAddress(claim)}`;
}

function queryOf(pattern) {
  const body = `SELECT ?claim ?subject ?relation ?object ?speaker ?relayer ?stance ?polarity ?sentence ?gloss WHERE {
  ${pattern}
  ?claim a fp:Claim ;
    fp:claimSubject ?subject ; fp:claimPredicate ?relation ; fp:claimObject ?object ;
    fp:assertedBy ?speaker ; fp:reportedBy ?relayer ; fp:stance ?stance ; fp:polarity ?polarity ;
    fp:hasEvidence/fp:number ?sentence .
  OPTIONAL { ?claim rdfs:label ?gloss . FILTER (lang(?gloss) = "${state.language}") }
}
ORDER BY ?claim ?sentence
`;
  return `${prefixLines(body, (name, space) => `PREFIX ${name}: <${space}>`)}\n${body}`;
}

const claimQuery = (claim) => queryOf(`VALUES ?claim { <${claimAddress(claim)}> }`);

// The claims about a node; of a speaker or a work that no claim is about, its own.
function nodeQuery(entity) {
  const ways = entity.claims.length ? ["claimSubject", "claimObject"] : ["assertedBy", "cites"];
  return queryOf(`?claim fp:${ways[0]}|fp:${ways[1]} fpid:${entity.id} .`);
}

function nodeTurtle(entity) {
  return turtleOf([entity.number], ownClaims(entity));
}

function copyTools(kinds) {
  return make(
    "div",
    { class: "copying", role: "group", "aria-label": text("copy") },
    make("span", { "aria-hidden": "true" }, text("copy")),
    ...kinds.map(([key, words]) => make(
      "button", { type: "button", class: "plain", "data-copy": key, on: { click: () => copied(words()) } }, text(key))),
  );
}

const claimTools = (claim) => copyTools([
  ["asCitation", () => citationOf(claim)],
  ["asQuery", () => claimQuery(claim)],
  ["asTurtle", () => turtleOf([], [claim])],
]);

const nodeTools = (entity) => copyTools([
  ["asQuery", () => nodeQuery(entity)],
  ["asTurtle", () => nodeTurtle(entity)],
]);
