"use strict";
// Asking from a node on: how far around it, and on which way to another.

const walkBar = document.getElementById("walk");
const walkStatus = document.getElementById("walk-status");

// The claim as it was made, whichever way the path takes it.
function statementWords(claim) {
  const words = text("statement", {
    subject: label(entities[claim.subject]),
    relation: term(relations, claim.relation),
    object: label(entities[claim.object]),
  });
  const who = label(entities[claim.speaker]);
  if (isDenied(claim)) return text(claim.stance === "denies" ? "statementDenied" : "statementNegative", { words, who });
  return claim.affirmed ? words : text("statementSaid", { words, who });
}

function pathSentence(steps) {
  return `${capital(steps.map(({ claims: [claim] }) => statementWords(claim)).join("; "))}.`;
}

// A claim in a list: its gloss, its speaker and where it stands; leads to the claim.
function claimButton(claim) {
  return make(
    "button",
    { type: "button", class: "listed", "data-claim": claim.id, on: { click: () => selectClaim(claim.number, true) } },
    make("bdi", { class: "gloss" }, claim[state.language] || claim[other(state.language)]),
    make("span", { class: "where" }, [
      label(entities[claim.speaker]),
      text("sentence", { n: claim.passages.length, list: listed(claim.passages) }),
      sources.length > 1 ? sources[claim.source].id : "",
    ].filter(Boolean).join(" · ")),
    ...badges(claim),
  );
}

function pathStep({ from, to, claims: found }) {
  const [first, ...rest] = found;
  const more = rest.length
    ? make(
      "details", { class: "more" }, make("summary", {}, text("pathMore", { n: rest.length })),
      make("ul", {}, ...rest.map((claim) => make("li", {}, claimButton(claim)))),
    ) : null;
  const along = first.subject === from;
  return make(
    "li",
    { class: "step" },
    make(
      "p", {}, entityButton(from), " ",
      make("span", { class: "relation" }, along ? "" : "← ", term(relations, first.relation), along ? " →" : ""), " ",
      entityButton(to)),
    claimButton(first),
    more,
  );
}

function pathPanel({ from, to }) {
  const steps = shortestPath(from, to);
  const heading = [
    backButton(),
    make("p", { class: "kind" }, text("path")),
    make(
      "h2", { id: "selected", tabindex: "-1" },
      make("bdi", {}, label(entities[from])), " → ", make("bdi", {}, label(entities[to]))),
  ];
  const another = make(
    "button", { type: "button", class: "plain", on: { click: () => startPath(from) } },
    text("pathAnother", { from: label(entities[from]) }));
  if (steps === null) {
    const key = isFiltered() ? "pathNoneFiltered" : "pathNone";
    return [...heading, make("p", { class: "path", role: "status" }, text(key)), another];
  }
  if (steps.length === 0) return [...heading, make("p", { class: "path" }, text("pathSame")), another];
  return [
    ...heading,
    make("p", { class: "path" }, make("bdi", {}, pathSentence(steps))),
    make("p", { class: "counts" }, text("pathSteps", { n: steps.length })),
    make("ol", { class: "steps" }, ...steps.map(pathStep)),
    another,
  ];
}

function startPath(number) {
  state.pathFrom = number;
  writeAddress(false);
  fillWalk();
  searchBox.focus();
}

function stopPath() {
  state.pathFrom = null;
  writeAddress(false);
  fillWalk();
}

function setSteps(steps) {
  if (state.node === null || state.steps === steps) return;
  state.steps = steps;
  writeAddress(true);
  refresh();
  fillWalk();
  show([...spotlight.nodes]);
}

function walkWords() {
  if (state.pathFrom !== null) return text("pathChoose", { from: label(entities[state.pathFrom]) });
  if (state.node === null || !spotlight) return "";
  return text("around", { n: spotlight.nodes.size - 1, claims: text("claimsAbout", { n: spotlight.claims.size }) });
}

// The bar over the picture, in line with the state.
function fillWalk() {
  walkBar.hidden = state.node === null && state.pathFrom === null;
  for (const button of walkBar.querySelectorAll("[data-steps]")) {
    button.setAttribute("aria-pressed", String(Number(button.dataset.steps) === state.steps));
  }
  document.getElementById("walk-steps").hidden = state.node === null || entities[state.node].claims.length === 0;
  document.getElementById("path-from").hidden = state.node === null || state.pathFrom !== null;
  document.getElementById("path-stop").hidden = state.pathFrom === null;
  walkStatus.textContent = walkWords();
}

function startWalk() {
  for (const button of walkBar.querySelectorAll("[data-steps]")) {
    button.addEventListener("click", () => setSteps(Number(button.dataset.steps)));
  }
  document.getElementById("path-from").addEventListener("click", () => startPath(state.node));
  document.getElementById("path-stop").addEventListener("click", () => {
    stopPath();
    document.getElementById("path-from").focus();
  });
}
