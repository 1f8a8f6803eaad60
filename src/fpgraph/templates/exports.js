"use strict";
// The menu "Save": the picture, what it shows, and the matrix, as files.
// https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/

const saveButton = document.getElementById("save");
const saveMenu = document.getElementById("save-menu");

// Cells that begin so run as formulas. https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^[=+\-@\t\r\n]/;

function csvCell(value) {
  const words = String(value ?? "");
  const safe = typeof value === "string" && FORMULA.test(words) ? `'${words}` : words;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

// With a byte order mark, without which Excel shows Cyrillic letters wrongly.
const csvOf = (rows) => `\ufeff${rows.map((row) => `${row.map(csvCell).join(",")}\n`).join("")}`;

// As a table of the article has it: cited works by their number there.
function localId(source, number) {
  const { id } = sources[source];
  const own = entities[number].id;
  return own.startsWith(`${id}-`) ? own.slice(id.length + 1) : own;
}

const inBoth = (name, entity) => [[`${name}_en`, entity.en], [`${name}_uk`, entity.uk]];

// The columns of claims.csv.
function claimCells(claim) {
  const { source } = claim;
  const local = (number) => localId(source, number);
  const sections = claim.passages.map((number) => passages[source][number].section);
  const paged = claim.cites.filter(([, pages]) => pages);
  return [
    ["article", sources[source].id],
    ...inBoth("subject", entities[claim.subject]),
    ...inBoth("property", relations[claim.relation]),
    ...inBoth("object", entities[claim.object]),
    ["rank", claim.rank ?? ""],
    ...inBoth("speaker", entities[claim.speaker]),
    ...inBoth("relayer", entities[claim.relayer]),
    ["stance", claim.stance], ["polarity", claim.polarity], ["kind", claim.kind],
    ["affirmed_by_author", claim.affirmed ? "yes" : "no"],
    ...inBoth("gloss", claim),
    ["section", [...new Set(sections)].join("; ")],
    ["passages", claim.passages.join("; ")],
    ["also", claim.also.join("; ")],
    ["cites", [...new Set(claim.cites.map(([work]) => local(work)))].join("; ")],
    ["pages", paged.map(([work, pages]) => `${local(work)}: ${pages.replaceAll("-", "–")}`).join("; ")],
    ["subject", local(claim.subject)], ["property", claim.relation], ["object", local(claim.object)],
    ["asserted_by", entities[claim.speaker].id], ["reported_by", entities[claim.relayer].id],
    ["rule", claim.rule], ["claim", claimAddress(claim)],
  ];
}

function claimTable() {
  const rows = claims.filter(claimShown).map(claimCells);
  const heading = rows.length ? rows[0].map(([name]) => name) : ["claim"];
  return csvOf([heading, ...rows.map((row) => row.map(([, value]) => value))]);
}

function shownTurtle() {
  const found = claims.filter(claimShown);
  const nodesShown = entities.filter(entityShown).map((entity) => entity.number);
  return turtleOf([...new Set([...nodesShown, ...namedBy(found)])].sort((one, two) => one - two), found);
}

function saveFile(ending, type, content) {
  const name = `${sources.length === 1 ? sources[0].id : "fpgraph"}${ending}`;
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: address, download: name, class: "unseen", tabindex: "-1" });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
  tell(text("saved", { name }));
}

async function savePng() {
  const png = await pictureAsPng();
  if (png) saveFile(".png", "image/png", png);
  else tell(text("notSaved"));
}

function saveMatrix() {
  saveFile("-matrix.csv", "text/csv;charset=utf-8", csvOf(matrixRows(matrixOptions())));
}

const savings = [
  ["savePng", savePng],
  ["saveSvg", () => saveFile(".svg", "image/svg+xml", svgText())],
  ["saveCsv", () => saveFile("-claims.csv", "text/csv;charset=utf-8", claimTable())],
  ["saveTurtle", () => saveFile(".ttl", "text/turtle;charset=utf-8", shownTurtle())],
  ["saveMatrix", saveMatrix],
  ["print", () => window.print()],
];

const saveItems = () => [...saveMenu.querySelectorAll("button")];

function openSaveMenu(place) {
  saveMenu.replaceChildren(...savings.map(([key, save]) => make("li", { role: "none" }, make(
    "button",
    {
      type: "button", role: "menuitem", tabindex: "-1", "data-save": key,
      on: { click: () => { closeSaveMenu(true); save(); } },
    },
    text(key),
  ))));
  saveMenu.hidden = false;
  saveButton.setAttribute("aria-expanded", "true");
  saveItems().at(place).focus();
}

function closeSaveMenu(back) {
  saveMenu.hidden = true;
  saveButton.setAttribute("aria-expanded", "false");
  if (back) saveButton.focus();
}

function moveInMenu(event) {
  const items = saveItems();
  const at = items.indexOf(document.activeElement);
  const letter = event.key.length === 1 ? event.key.toLocaleLowerCase(state.language) : "";
  const places = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  if (event.key === "Escape") closeSaveMenu(true);
  else if (event.key === "Tab") closeSaveMenu(false);
  else if (event.key in places) items.at(places[event.key] % items.length).focus();
  else if (letter.trim()) {
    const rest = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    rest.find((item) => item.textContent.toLocaleLowerCase(state.language).startsWith(letter))?.focus();
  } else return;
  event.stopPropagation();
  if (event.key !== "Tab" && event.key !== "Enter" && event.key !== " ") event.preventDefault();
}

function startSaving() {
  saveButton.addEventListener("click", () => (saveMenu.hidden ? openSaveMenu(0) : closeSaveMenu(true)));
  saveButton.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    openSaveMenu(event.key === "ArrowDown" ? 0 : -1);
  });
  saveMenu.addEventListener("keydown", moveInMenu);
  document.addEventListener("pointerdown", (event) => {
    if (!saveMenu.hidden && !event.target.closest("#save, #save-menu")) closeSaveMenu(false);
  });
  window.addEventListener("beforeprint", fillPrint);
}
