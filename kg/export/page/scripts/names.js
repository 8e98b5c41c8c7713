// The names over the picture: which are written, how large, and whose name lies under a pointer.

import { place, wrapped } from "./labels.js";

const SMALL = 12.5;
const LARGE = 15;
const POST = 11.5;
/** Letters in a line of a post under a name. */
const LETTERS = 30;
/** So many names may be bold, or lie over lesser dots. */
const FIRST = 8;
/** So many names of people in the background are written when somebody is chosen. */
const BEHIND = 14;
/** Up to so many dots, posts are written under the names. */
const ROOMY = 80;
/** So many lines are still looked at when places for names are sought. */
const LINES = 150;

export class Names {
  constructor() {
    this.placed = [];
    this.widths = new Map();
  }

  /** Find places. `screen` is {width, height, dots, lines}, `chosen` {people, bright}, `hovered` a number or null. */
  arrange(screen, chosen, hovered, ink, context) {
    const wanted = this.wanted(screen.dots, chosen, hovered, (label) => this.width(label, ink, context));
    this.placed = place(wanted, screen.dots, screen.lines.length > LINES ? [] : screen.lines, screen.width, screen.height);
  }

  /** How wide a text is; asked anew for every frame while the picture moves. */
  width(label, ink, context) {
    const key = `${font(label, ink)} ${label.text}`;
    if (!this.widths.has(key)) {
      context.font = font(label, ink);
      this.widths.set(key, context.measureText(label.text).width);
    }
    return this.widths.get(key);
  }

  /** Names by importance: what the pointer is on, what is chosen, who belongs to it, then by size. */
  wanted(dots, { people, bright }, hovered, measure) {
    const largest = Math.max(...dots.map(({ node }) => node.size), 1);
    const behind = ({ id }) => bright !== null && !bright.has(id) && id !== hovered;
    const order = (dot) => (dot.id === hovered ? 0 : people.has(dot.id) ? 1 : behind(dot) ? 3 : 2) * 1e6 - dot.node.size;
    const ahead = dots.filter((dot) => !behind(dot)).length;
    return [...dots].sort((a, b) => order(a) - order(b) || a.id - b.id).slice(0, ahead + BEHIND).map((dot, rank) => {
      const always = dot.id === hovered || people.has(dot.id);
      const quiet = behind(dot);
      const share = (dot.node.size / largest) ** 2;
      const size = quiet ? SMALL : Math.round((SMALL + (LARGE - SMALL) * share) * 2) / 2;
      const label = {
        ...dot, text: dot.node.name, always, quiet, over: rank < FIRST, size, height: size * 1.25,
        bold: always || (!quiet && share > 0.7 && rank < FIRST && dots.length > 12),
      };
      label.width = measure(label);
      label.more = quiet || (dots.length > ROOMY && !always) ? null : under(dot.node, measure);
      return label;
    });
  }

  /** Write them, in pixels of the screen so that they never grow or shrink. */
  write(context, ink) {
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.strokeStyle = ink.paper;
    for (const line of this.lines()) {
      context.font = font(line, ink);
      context.lineWidth = line.size > POST ? 3.5 : 3;
      context.fillStyle = line.quiet ? ink.quiet : ink.ink;
      context.strokeText(line.text, line.x, line.y);
      context.fillText(line.text, line.x, line.y);
    }
  }

  /** Every line of text: {x, y, text, size, bold, quiet}. */
  lines() {
    return this.placed.flatMap(({ label, x, y, more }) => [
      { x, y, text: label.text, size: label.size, bold: label.bold, quiet: label.quiet },
      ...(more ? label.more.texts.map((text, i, { length }) => ({
        x: more.middle(label.more.widths[i]), y: more.y + (i - (length - 1) / 2) * POST * 1.2, text, size: POST, bold: false, quiet: true,
      })) : []),
    ]);
  }

  /** Whose name lies there, or null. */
  at({ x, y }) {
    const found = this.placed.find(({ box, label }) => !label.quiet && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    return found ? found.label.id : null;
  }
}

/** What stands under a name: {texts, widths, width, height}, or null. */
function under({ about }, measure) {
  if (!about) return null;
  const texts = wrapped(about, LETTERS);
  const widths = texts.map((text) => measure({ text, size: POST, bold: false }));
  return { texts, widths, width: Math.max(...widths), height: texts.length * POST * 1.2 + 1 };
}

const font = ({ bold, size }, ink) => `${bold ? "600 " : ""}${size}px ${ink.sans}`;
