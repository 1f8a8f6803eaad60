"use strict";
// Labels that never lie on each other: the important ones first, more as one zooms in.

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';
const LETTERS_A_LINE = 22;
const ROOM_A_LABEL = 6500; // square pixels of the picture for each label, at least
const LEADING = 14; // at most so many labels may lie on the smaller nodes around theirs
const CELL = 48;

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
const wrapped = new Map();

function measure(font, words) {
  const key = `${font}\n${words}`;
  if (!widths.has(key)) {
    pen.font = font;
    widths.set(key, pen.measureText(words).width);
  }
  return widths.get(key);
}

function wrap(words) {
  if (!wrapped.has(words)) {
    const lines = [""];
    for (const word of words.split(/\s+/)) {
      const last = lines[lines.length - 1];
      if (last && last.length + 1 + word.length > LETTERS_A_LINE) lines.push(word);
      else lines[lines.length - 1] = last ? `${last} ${word}` : word;
    }
    if (lines.length > 3) lines.splice(2, lines.length, `${lines[2]} …`);
    wrapped.set(words, lines.map((line) => (line.length > 40 ? `${line.slice(0, 39)}…` : line)));
  }
  return wrapped.get(words);
}

// Rectangles already taken, sorted into the cells of a grid.
class Taken {
  constructor() {
    this.cells = new Map();
  }

  * cellsOf(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) yield `${x},${y}`;
    }
  }

  add(box) {
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }

  isFree(box, owner) {
    for (const cell of this.cellsOf(box)) {
      for (const found of this.cells.get(cell) ?? []) {
        if (
          found.owner !== owner && found.left < box.right && found.right > box.left &&
          found.top < box.bottom && found.bottom > box.top
        ) return false;
      }
    }
    return true;
  }
}

function boxAt(x, y, width, height, owner) {
  return { left: x, right: x + width, top: y, bottom: y + height, owner };
}

function* spots(x, y, away, width, height, owner) {
  yield boxAt(x - width / 2, y + away, width, height, owner);
  yield boxAt(x - width / 2, y - away - height, width, height, owner);
  yield boxAt(x + away, y - height / 2, width, height, owner);
  yield boxAt(x - away - width, y - height / 2, width, height, owner);
}

function blockNode(taken, item) {
  const reach = item.radius * 0.75;
  taken.add(boxAt(item.x - reach, item.y - reach, 2 * reach, 2 * reach, item.number));
}

// `items`: { number, words, x, y, radius, size, bold, must }, the most important first, in pixels.
// None reaches beyond `limits`. Returns the labels that found room, each with its lines and its box.
function placeLabels(items, budget, limits) {
  const taken = new Taken();
  const leading = Math.min(LEADING, Math.ceil(budget * 0.4));
  items.slice(0, leading).forEach((item) => blockNode(taken, item));
  const placed = [];
  for (const [rank, item] of items.entries()) {
    if (rank === leading) items.slice(leading).forEach((small) => blockNode(taken, small));
    if (rank >= budget && !item.must) continue;
    const font = `${item.bold ? 600 : 400} ${item.size}px ${FONT}`;
    const lines = wrap(item.words);
    const width = Math.max(...lines.map((line) => measure(font, line))) + 4;
    const line = item.size * 1.16;
    for (const box of spots(item.x, item.y, item.radius + 2, width, line * lines.length, item.number)) {
      if (box.left < limits.left || box.right > limits.right || !taken.isFree(box, item.number)) continue;
      taken.add(box);
      placed.push({ ...item, font, lines, line, box });
      break;
    }
  }
  return { placed, taken };
}

function drawLabel(ctx, item, x, y, ink, paper) {
  ctx.font = item.font;
  ctx.lineWidth = Math.max(3, item.size / 4);
  ctx.strokeStyle = paper;
  ctx.fillStyle = ink;
  item.lines.forEach((words, number) => {
    const at = [x, y + item.line * (number + 0.5)];
    ctx.strokeText(words, ...at);
    ctx.fillText(words, ...at);
  });
}
