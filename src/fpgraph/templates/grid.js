"use strict";
// The matrix on the page: a table to walk with the arrow keys, and the claims of the chosen cell.

const matrixBox = document.getElementById("matrix");
const matrixTable = document.getElementById("matrix-table");
const matrixCell = document.getElementById("matrix-cell");
const matrixKinds = document.getElementById("matrix-kinds");
const matrixAll = document.getElementById("matrix-all");

const matrixOptions = () => ({ kinds: state.matrixKinds, all: state.matrixAll });

const voiceMarks = { affirmed: "", denied: "✕ ", hedged: "≈ " };

function voiceWords({ speaker, stance, through }) {
  const who = label(entities[speaker]);
  const how = stance === "affirmed" ? who : text("voiceHow", { who, how: text(stance) });
  return through ? text("voiceThrough", { who: how }) : how;
}

function voiceItem(voice) {
  const { speaker, stance, through } = voice;
  return make(
    "li",
    { class: `voice ${stance}${through ? " through" : ""}` },
    make("span", { "aria-hidden": "true" }, through ? "○ " : "● ", voiceMarks[stance]),
    make("bdi", {}, label(entities[speaker])),
  );
}

function gridCell(actor, column, ties) {
  const voices = voicesOf(ties);
  const said = voices.length ? voices.map(voiceWords).join("; ") : text("matrixBlank");
  const chosen = state.matrix?.cell?.[0] === actor.number && state.matrix.cell[1] === column.number;
  return make(
    "td",
    { role: "gridcell", "aria-selected": String(chosen), class: voices.length ? null : "blank" },
    make(
      "button",
      {
        type: "button", class: "cell", tabindex: "-1", "data-actor": actor.number, "data-column": column.number,
        "aria-label": text("matrixCell", { actor: label(actor), theory: label(column), said }),
        on: { click: () => chooseCell(actor.number, column.number) },
      },
      voices.length ? make("ul", {}, ...voices.map(voiceItem)) : make("span", { "aria-hidden": "true" }, "·"),
    ),
  );
}

function fillMatrix() {
  const { actors, columns, cells, left } = matrix(matrixOptions());
  const heading = (entity, scope) => make(
    "th", { scope, role: scope === "col" ? "columnheader" : "rowheader" },
    make("span", { class: "heading" }, typeIcon(entity.top), make("bdi", {}, label(entity))));
  const rows = actors.map((actor) => make(
    "tr", { role: "row" }, heading(actor, "row"),
    ...columns.map((column) => gridCell(actor, column, cells.get(cellKey(actor.number, column.number)) ?? []))));
  const corner = make("td", { role: "gridcell", class: "corner" }, text("matrixCorner"));
  matrixTable.replaceChildren(
    make("thead", {}, make("tr", { role: "row" }, corner, ...columns.map((column) => heading(column, "col")))),
    make("tbody", {}, ...rows));
  const blank = actors.length * columns.length - actors.reduce((sum, actor) => sum + columns.filter((column) =>
    cells.has(cellKey(actor.number, column.number))).length, 0);
  document.getElementById("matrix-status").textContent = [
    text("matrixSize", { n: actors.length, columns: columns.length, blank }),
    left ? text("matrixLeft", { n: left }) : "",
    isFiltered() ? text("matrixFiltered") : "",
  ].filter(Boolean).join(" ");
  const first = cellButton(state.matrix?.cell) ?? matrixTable.querySelector("button.cell");
  if (first) first.tabIndex = 0;
  fillCell();
}

function cellButton(cell) {
  return cell ? matrixTable.querySelector(`[data-actor="${cell[0]}"][data-column="${cell[1]}"]`) : null;
}

// What ties the two, one group for each way; or that nobody says so, and where to look instead.
function fillCell() {
  if (!state.matrix?.cell) {
    matrixCell.replaceChildren(make("p", { class: "hint" }, text("matrixHint")));
    return;
  }
  const [actor, column] = state.matrix.cell;
  const ties = matrixCells().get(cellKey(actor, column)) ?? [];
  const ways = new Map();
  for (const tie of ties) ways.set(tie.through, [...(ways.get(tie.through) ?? []), ...tie.claims]);
  const groups = [...ways].map(([through, found]) => make(
    "section", { class: "way" },
    make("h4", {}, through === null ? text("matrixDirect") : text("matrixThrough", { policy: label(entities[through]) })),
    make("ul", {}, ...[...new Set(found)].map((claim) => make("li", {}, claimButton(claim))))));
  const route = make(
    "button", { type: "button", class: "plain", on: { click: () => selectPath(actor, column, true) } },
    text("matrixPath"));
  matrixCell.replaceChildren(
    make(
      "h3", { tabindex: "-1" },
      make("bdi", {}, label(entities[actor])), " × ", make("bdi", {}, label(entities[column]))),
    ...(ties.length ? groups : [make("p", {}, text("matrixOpening")), route]));
}

function chooseCell(actor, column) {
  for (const button of matrixTable.querySelectorAll("button.cell")) {
    const chosen = Number(button.dataset.actor) === actor && Number(button.dataset.column) === column;
    button.tabIndex = chosen ? 0 : -1;
    button.parentElement.setAttribute("aria-selected", String(chosen));
  }
  state.matrix = { cell: [actor, column] };
  writeAddress(true);
  fillCell();
}

function moveInMatrix(event) {
  const at = event.target.closest("td");
  if (!at || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = at.parentElement;
  const [rows, places] = [[...row.parentElement.children], [...row.children]];
  const [y, x] = [rows.indexOf(row), places.indexOf(at)];
  const step = {
    ArrowLeft: [y, x - 1], ArrowRight: [y, x + 1], ArrowUp: [y - 1, x], ArrowDown: [y + 1, x],
    Home: [y, 1], End: [y, places.length - 1], PageUp: [0, x], PageDown: [rows.length - 1, x],
  }[event.key];
  const next = step && rows[step[0]]?.children[step[1]]?.querySelector("button.cell");
  if (step) event.preventDefault();
  if (!next) return;
  for (const button of matrixTable.querySelectorAll('button.cell[tabindex="0"]')) button.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

// Open or close the dialog as the state has it.
function fillMatrixBox() {
  if (!state.matrix) {
    if (matrixBox.open) matrixBox.close();
    return;
  }
  const kinds = ["both", "theories", "courses"].map((name) => [name, text(`matrixKinds.${name}`)]);
  fillBox(matrixKinds, kinds, state.matrixKinds);
  matrixAll.checked = state.matrixAll;
  fillMatrix();
  if (matrixBox.open) return;
  matrixBox.showModal();
  (matrixTable.querySelector('button.cell[tabindex="0"]') ?? matrixKinds).focus();
}

function openMatrix(cell = null) {
  state.matrix = { cell };
  writeAddress(true);
  fillMatrixBox();
}

function startMatrix() {
  document.getElementById("open-matrix").addEventListener("click", () => openMatrix());
  document.getElementById("matrix-save").addEventListener("click", saveMatrix);
  document.getElementById("matrix-close").addEventListener("click", () => matrixBox.close());
  for (const box of [matrixKinds, matrixAll]) {
    box.addEventListener("change", () => {
      Object.assign(state, { matrixKinds: matrixKinds.value, matrixAll: matrixAll.checked });
      writeAddress(false);
      fillMatrix();
    });
  }
  matrixTable.addEventListener("keydown", moveInMatrix);
  matrixBox.addEventListener("close", () => {
    if (!state.matrix) return;
    state.matrix = null;
    writeAddress(true);
  });
}
