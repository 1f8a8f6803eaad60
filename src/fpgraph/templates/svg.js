"use strict";
// The picture as seen, drawn once more in SVG: for a file, for PNG and for paper.

const PAPER = { ink: "#1d232b", paper: "#ffffff", soft: "#59626e", rim: "#141a22", accent: "#0b5cad" };
const MOST_PIXELS = 8192;

function svgPart(tag, attributes = {}, ...children) {
  const part = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) part.setAttribute(name, value);
  }
  part.append(...children.filter((child) => child !== null && child !== undefined));
  return part;
}

const rounded = (value) => Math.round(value * 10) / 10;
const along = (line, t) => {
  const { from, via, to } = line;
  const [first, second, third] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
  return { x: first * from.x + second * via.x + third * to.x, y: first * from.y + second * via.y + third * to.y };
};

// How far along its line an arrow ends: at the rim of a circle around its node.
function arrival(line, reach) {
  let [low, high] = [0, 1];
  for (let round = 0; round < 14; round += 1) {
    const middle = (low + high) / 2;
    const at = along(line, middle);
    if (Math.hypot(at.x - line.to.x, at.y - line.to.y) > reach) low = middle;
    else high = middle;
  }
  return low;
}

const heads = {
  arrow: { d: "M-9 -4L0 0L-9 4L-7 0Z", filled: true },
  vee: { d: "M-8 -4L0 0L-8 4", filled: false },
  bar: { d: "M0 -5L0 5", filled: false },
};

function lineDrawing(line, light) {
  const t = arrival(line, line.reach);
  const tip = along(line, t);
  const before = along(line, Math.max(0, t - 0.05));
  const angle = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI;
  const colour = familyLook(line.family)[light];
  const { d, filled } = heads[line.head];
  const [from, via, to] = [line.from, line.via, line.to].map(({ x, y }) => `${rounded(x)} ${rounded(y)}`);
  return svgPart(
    "g",
    { stroke: colour, "stroke-opacity": line.opacity, "fill-opacity": line.opacity, fill: "none" },
    svgPart("title", {}, line.words),
    svgPart("path", { d: `M${from}Q${via} ${to}`, "stroke-width": line.width, "stroke-dasharray": line.dashes }),
    svgPart("path", {
      d, transform: `translate(${rounded(tip.x)} ${rounded(tip.y)}) rotate(${rounded(angle)})`,
      fill: filled ? colour : null, stroke: filled ? "none" : null, "stroke-width": filled ? null : 1.5,
    }),
  );
}

function hairlineDrawing({ from, to, family: name, opacity, width }, colours, light) {
  return svgPart("path", {
    d: `M${rounded(from.x)} ${rounded(from.y)}L${rounded(to.x)} ${rounded(to.y)}`,
    stroke: name === null ? colours.ink : familyLook(name)[light], "stroke-opacity": opacity, "stroke-width": width,
  });
}

function dotDrawing({ number, x, y, radius, opacity }, light) {
  const entity = entities[number];
  const attributes = { cx: rounded(x), cy: rounded(y), r: rounded(radius), fill: typeLook(entity.top)[light], opacity };
  return svgPart("circle", attributes, svgPart("title", {}, label(entity)));
}

function nodeDrawing(node, colours, light) {
  const entity = entities[node.number];
  return svgPart(
    "g",
    { transform: `translate(${rounded(node.x)} ${rounded(node.y)}) scale(${rounded(node.radius)})`, opacity: node.opacity },
    svgPart("title", {}, label(entity)),
    svgPart("path", {
      d: typeLook(entity.top).path, fill: typeLook(entity.top)[light], "fill-rule": "evenodd",
      stroke: colours.rim, "stroke-width": 1 / node.radius, "stroke-opacity": 0.55, "stroke-linejoin": "round",
    }),
  );
}

function ring(node, colours) {
  return svgPart("circle", {
    cx: rounded(node.x), cy: rounded(node.y), r: rounded(node.radius * 1.3 + 4), fill: "none", stroke: colours.accent, "stroke-width": 3,
  });
}

function labelDrawing(item, colours) {
  const attributes = {
    "text-anchor": "middle", "font-size": item.size, "font-weight": item.bold ? 600 : null,
    "font-style": item.quiet ? "italic" : null, fill: colours.ink, stroke: colours.paper,
    "stroke-width": Math.max(3, item.size / 4), "stroke-linejoin": "round", "paint-order": "stroke",
  };
  return svgPart("text", attributes, ...item.lines.map((words, number) => svgPart(
    "tspan", { x: rounded(item.x), y: rounded(item.y + item.line * (number + 0.5) + item.size * 0.35) }, words)));
}

// Words broken into lines that are no wider than so many pixels.
function linesOf(words, size, width) {
  const font = `400 ${size}px ${FONT}`;
  const lines = [""];
  for (const word of words.split(/\s+/)) {
    const longer = `${lines[lines.length - 1]} ${word}`.trim();
    if (measure(font, longer) > width && lines[lines.length - 1]) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function paragraph(words, { x, y, size, width, fill, bold }) {
  const lines = linesOf(words, bold ? size * 1.08 : size, width);
  const part = svgPart("text", { "font-size": size, fill, "font-weight": bold ? 600 : null }, ...lines.map((line, number) =>
    svgPart("tspan", { x, y: rounded(y + size * (1 + 1.35 * number)) }, line)));
  return { part, height: size * 1.35 * lines.length };
}

// The legend's entries: shapes of the types in the picture, colours of the lines, kinds of line.
function legendEntries(scene, colours, light) {
  const inFrame = ({ x, y }) => x > 0 && y > 0 && x < scene.width && y < scene.height;
  const lines = scene.lines.filter((line) => inFrame(line.from) || inFrame(line.to));
  const tops = [...new Set([...scene.nodes, ...scene.dots].filter(inFrame).map(({ number }) => entities[number].top))];
  const families = [...new Set(lines.map(({ family: name }) => name))];
  const kinds = new Set(lines.map(({ kind }) => kind));
  const order = (table, names) => names.sort((one, two) => Object.keys(table).indexOf(one) - Object.keys(table).indexOf(two));
  const sample = (words, attributes, head) => ({
    words,
    mark: svgPart("g", { fill: "none", stroke: colours.ink }, svgPart("path", { d: "M0 0H20", "stroke-width": 2, ...attributes }), svgPart(
      "path", { d: heads[head].d, transform: "translate(26 0)", fill: heads[head].filled ? colours.ink : "none" })),
  });
  return [
    ...order(look.types, tops).map((top) => ({
      words: nameOf("type", top, types),
      mark: svgPart("path", { d: typeLook(top).path, transform: "translate(7 0) scale(5.5)", fill: typeLook(top)[light], "fill-rule": "evenodd" }),
    })),
    ...order(look.families, families).map((name) => ({
      words: nameOf("family", name, records.families),
      mark: svgPart("path", { d: "M0 0H22", stroke: familyLook(name)[light], "stroke-width": 3 }),
    })),
    kinds.has("author") ? sample(text("lineAuthor"), {}, "arrow") : null,
    kinds.has("reported") ? sample(text("lineReported"), { "stroke-width": 1.1 }, "vee") : null,
    kinds.has("denied") ? sample(text("lineDenied"), { "stroke-dasharray": "5 3" }, "bar") : null,
    kinds.has("hedged") ? sample(text("lineHedged"), { "stroke-dasharray": "1.5 3" }, "arrow") : null,
  ].filter(Boolean);
}

function legendDrawing(scene, { x, y, width }, colours, light) {
  const size = 12;
  const part = svgPart("g", {});
  let [right, down] = [x, y + 9];
  for (const { words, mark } of legendEntries(scene, colours, light)) {
    const wide = 34 + measure(`400 ${size}px ${FONT}`, words) + 18;
    if (right + wide > x + width && right > x) [right, down] = [x, down + 20];
    part.append(
      svgPart("g", { transform: `translate(${rounded(right)} ${down})` }, mark),
      svgPart("text", { x: rounded(right + 34), y: down + 4, "font-size": size, fill: colours.ink }, words),
    );
    right += wide;
  }
  return { part, height: down + 12 - y };
}

// The whole drawing: title, picture, legend, what is shown, and the citation.
function svgDrawing({ dark = state.dark } = {}) {
  const scene = pictureScene();
  const light = dark ? "dark" : "light";
  const tones = dark ? colours : PAPER;
  const inner = { x: 16, width: Math.max(scene.width, 320) - 32 };
  const heading = paragraph(document.title, { ...inner, y: 8, size: 18, fill: tones.ink, bold: true });
  const top = 16 + heading.height;
  const legend = legendDrawing(scene, { ...inner, y: top + scene.height + 10 }, tones, light);
  const shown = document.getElementById("shown").textContent;
  const words = `${shown}. ${text("source")} ${sources.map(({ citation }) => citation).join(" ")}`;
  const below = paragraph(words, { ...inner, y: top + scene.height + 14 + legend.height, size: 11, fill: tones.soft ?? tones.ink });
  const [width, height] = [inner.width + 32, Math.ceil(top + scene.height + legend.height + below.height + 26)];
  const chosen = scene.nodes.filter(({ number }) => number === state.node);
  return svgPart(
    "svg",
    {
      xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT, lang: state.language, role: "img",
    },
    svgPart("title", {}, document.title),
    svgPart("rect", { width, height, fill: tones.paper }),
    heading.part,
    svgPart(
      "svg",
      { x: 0, y: top, width: scene.width, height: scene.height, overflow: "hidden" },
      svgPart("g", {}, ...scene.hairlines.map((line) => hairlineDrawing(line, tones, light))),
      svgPart("g", {}, ...scene.dots.map((dot) => dotDrawing(dot, light))),
      svgPart("g", {}, ...scene.lines.map((line) => lineDrawing(line, light))),
      svgPart("g", {}, ...chosen.map((node) => ring(node, tones)), ...scene.nodes.map((node) => nodeDrawing(node, tones, light))),
      svgPart("g", {}, ...scene.labels.map((item) => labelDrawing(item, tones))),
    ),
    legend.part,
    below.part,
  );
}

function svgText(options) {
  const written = new XMLSerializer().serializeToString(svgDrawing(options));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written}\n`;
}

async function pictureAsPng() {
  const drawn = svgDrawing();
  const size = ["width", "height"].map((name) => Number(drawn.getAttribute(name)));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawn))}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const times = Math.min(2, MOST_PIXELS / Math.max(...size));
  const canvas = make("canvas");
  [canvas.width, canvas.height] = size.map((length) => Math.round(length * times));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

// On paper the picture is drawn in lines, not dots, and dark on white.
function fillPrint() {
  document.getElementById("on-paper").replaceChildren(svgDrawing({ dark: false }));
}
