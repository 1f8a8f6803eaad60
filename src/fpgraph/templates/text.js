"use strict";
// Words of the interface and elements of the page. Text enters the page only as text.

function text(key, values = {}) {
  const own = strings[state.language];
  let found = own[key];
  if (found && typeof found === "object") {
    const form = new Intl.PluralRules(state.language).select(values.n ?? 0);
    found = found[form] ?? found.other;
  }
  return (found ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

const other = (language) => (language === "en" ? "uk" : "en");
const label = (entity, language = state.language) => entity[language] || entity[other(language)];
const capital = (words) => words.charAt(0).toLocaleUpperCase(state.language) + words.slice(1);
const term = (table, name) => table[name]?.[state.language] ?? name;

function typeName(entity) {
  return term(types, entity.type);
}

function relationName(claim, number) {
  const relation = relations[claim.relation];
  if (claim.subject === number || relation?.symmetric) return term(relations, claim.relation);
  const inverse = relation?.[`inverse_${state.language}`];
  return inverse || text("inverse", { relation: term(relations, claim.relation) });
}

// make("p", { class: "gloss", lang: "uk" }, "words", anotherElement, null)
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

function drawing(box, className, ...paths) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", box);
  picture.setAttribute("class", className);
  picture.setAttribute("aria-hidden", "true");
  for (const attributes of paths) {
    const path = document.createElementNS(SVG, "path");
    for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
    picture.append(path);
  }
  return picture;
}

const plainLook = { light: "#666666", dark: "#aaaaaa", path: "M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z" };
const typeLook = (top) => look.types[top] ?? plainLook;
const familyLook = (family) => look.families[family] ?? plainLook;
const tone = (colours) => (state.dark ? colours.dark : colours.light);

function typeIcon(top) {
  const { path } = typeLook(top);
  const icon = drawing("-1.5 -1.5 3 3", "icon", { d: path, "fill-rule": "evenodd" });
  icon.setAttribute("fill", tone(typeLook(top)));
  return icon;
}

// A link to an entity: its icon and its label.
function entityButton(number, className = "entity") {
  const entity = entities[number];
  return make(
    "button",
    { type: "button", class: className, "data-entity": number, on: { click: () => selectNode(number, true) } },
    typeIcon(entity.top),
    make("bdi", {}, label(entity)),
  );
}

function fillTexts(root = document) {
  for (const element of root.querySelectorAll("[data-text]")) {
    element.textContent = text(element.dataset.text);
  }
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", text(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = text(element.dataset.label);
  }
}
