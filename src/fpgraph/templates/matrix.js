"use strict";
// The matrix theory × actor × speaker: who ties which actor to which theory, and who nobody ties.

const BRIDGES = new Set(["characterisedAs", "explainedBy", "basedOn", "reflectedIn"]);
const MOST_ACTORS = 60;
const MOST_COLUMNS = 40;

const columnKinds = { theories: ["Theory"], courses: ["PolicyCourse"], both: ["Theory", "PolicyCourse"] };
const isColumn = (entity) => columnKinds.both.includes(entity.top);

// A tie: { actor, column, speaker, claims, through }: `through` is the policy between them, or null.
function directTies(claim) {
  const [subject, object] = [entities[claim.subject], entities[claim.object]];
  return [[subject, object], [object, subject]].filter(([one, two]) => one.top === "Actor" && isColumn(two)).map(([one, two]) => ({
    actor: one.number, column: two.number, speaker: claim.speaker, claims: [claim], through: null,
  }));
}

// Through a policy: the actor pursues it, and somebody describes or explains it by the theory.
function tiesThrough(pursuit) {
  if (pursuit.relation !== "pursues" || isDenied(pursuit) || entities[pursuit.subject].top !== "Actor") return [];
  const policy = pursuit.object;
  const readings = entities[policy].claims.filter((claim) =>
    claimShown(claim) && claim.subject === policy && claim.object !== policy &&
    BRIDGES.has(claim.relation) && isColumn(entities[claim.object]));
  return readings.map((claim) => ({
    actor: pursuit.subject, column: claim.object, speaker: claim.speaker, claims: [pursuit, claim], through: policy,
  }));
}

const cellKey = (actor, column) => `${actor} ${column}`;

// Map of "actor column" to the ties between the two, as far as the filters let them through.
function matrixCells() {
  const cells = new Map();
  for (const claim of claims.filter(claimShown)) {
    for (const tie of [...directTies(claim), ...tiesThrough(claim)]) {
      const key = cellKey(tie.actor, tie.column);
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(tie);
    }
  }
  return cells;
}

// The last claim of a tie is the one that speaks of the theory.
const readingOf = (tie) => tie.claims[tie.claims.length - 1];

// { actors, columns, cells, left }: the best tied first; `all` with those that nothing ties.
// `left` says how many rows and columns had no room.
function matrix({ kinds = "both", all = false } = {}) {
  const cells = matrixCells();
  const counts = new Map();
  for (const [key, ties] of cells) {
    const [actor, column] = key.split(" ").map(Number);
    if (!columnKinds[kinds].includes(entities[column].top)) continue;
    for (const number of [actor, column]) counts.set(number, (counts.get(number) ?? 0) + ties.length);
  }
  const ranked = (tops) => entities
    .filter((entity) => tops.includes(entity.top) && entity.drawn && !state.hiddenTypes.has(entity.top))
    .filter((entity) => all || counts.has(entity.number))
    .sort((one, two) =>
      tops.indexOf(one.top) - tops.indexOf(two.top) ||
      (counts.get(two.number) ?? 0) - (counts.get(one.number) ?? 0) || byImportance(one, two));
  const [actors, columns] = [ranked(["Actor"]), ranked(columnKinds[kinds])];
  return {
    cells,
    actors: actors.slice(0, MOST_ACTORS),
    columns: columns.slice(0, MOST_COLUMNS),
    left: Math.max(0, actors.length - MOST_ACTORS) + Math.max(0, columns.length - MOST_COLUMNS),
  };
}

// Speakers of a cell, each once for each way of saying it: { speaker, stance, through }.
function voicesOf(ties) {
  const voices = new Map();
  for (const tie of ties) {
    const claim = readingOf(tie);
    let stance = "affirmed";
    if (isDenied(claim)) stance = "denied";
    else if (claim.stance === "hedges") stance = "hedged";
    const through = tie.through !== null;
    const key = [tie.speaker, stance, through].join();
    if (!voices.has(key)) voices.set(key, { speaker: tie.speaker, stance, through });
  }
  return [...voices.values()];
}

// The matrix as rows of a table, the heading first: one for each tie, and one for each blank cell.
function matrixRows(options = {}) {
  const { actors, columns, cells } = matrix(options);
  const name = (number) => (number === null ? ["", ""] : [entities[number].id, label(entities[number])]);
  const rows = [[
    "actor", "actor_label", "theory", "theory_label", "speaker", "speaker_label", "relation", "stance", "polarity",
    "through", "through_label", "claims",
  ]];
  for (const actor of actors) {
    for (const column of columns) {
      const ends = [...name(actor.number), ...name(column.number)];
      const ties = cells.get(cellKey(actor.number, column.number)) ?? [];
      if (ties.length === 0) rows.push([...ends, "", "", "", "", "", "", "", ""]);
      for (const tie of ties) {
        const { relation, stance, polarity } = readingOf(tie);
        const ids = tie.claims.map((claim) => claim.id).join("|");
        rows.push([...ends, ...name(tie.speaker), relation, stance, polarity, ...name(tie.through), ids]);
      }
    }
  }
  return rows;
}
