// The picture: vis-network draws dots and lines where they are told to stand; the names are drawn over it here.

import { place } from "./labels.js";

const SMALL = 12.5;
const LARGE = 15;
const BOLD = 8;
const MARGIN = { across: 64, down: 34, buttons: 64, narrow: 600 };

export class Picture {
  /** `on.person(number)`, `on.tie(number)`, `on.nothing()`, `on.moved({x, y, scale})` are called when somebody does that. */
  constructor(element, options, on) {
    this.element = element;
    this.on = on;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.chosen = { people: new Set(), tie: null, bright: null };
    this.hovered = null;
    this.cursor = null;
    this.ink = inks();
    this.network = new vis.Network(element, { nodes: this.nodes, edges: this.edges }, options);
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("hoverNode", ({ node }) => this.hover(node));
    this.network.on("blurNode", () => this.hover(null));
    this.network.on("hoverEdge", () => this.point(true));
    this.network.on("blurEdge", () => this.point(false));
    this.network.on("zoom", () => this.moved());
    this.network.on("dragEnd", ({ nodes }) => nodes.length || this.moved());
    this.network.on("afterDrawing", (context) => this.drawNames(context));
    element.addEventListener("keydown", (event) => this.keyed(event));
    element.addEventListener("blur", () => this.hover((this.cursor = null)));
  }

  /**
   * Draw these: dots {id, x, y, size, shade, label, acting}, lines {id, from, to, width, grade}. `chosen` is
   * {people, tie, bright}: who is marked, which line, and a set of who stays bright (or null for all).
   */
  draw(dots, lines, chosen) {
    this.ink = inks();
    this.chosen = chosen;
    const upright = this.element.clientHeight > 1.15 * this.element.clientWidth;
    const turned = upright ? dots.map((dot) => ({ ...dot, x: dot.y * 1.15, y: dot.x })) : dots;
    replace(this.nodes, turned.map((dot) => this.styledNode(dot)));
    replace(this.edges, lines.map((line) => this.styledEdge(line)));
  }

  styledNode(dot) {
    const dim = this.chosen.bright && !this.chosen.bright.has(dot.id);
    const marked = this.chosen.people.has(dot.id);
    const fill = mix(this.ink.agency(dot.shade), this.ink.paper, dim ? 0.2 : 1);
    const border = marked || (dot.acting && !dim) ? this.ink.ink : this.ink.paper;
    const { label: name, ...rest } = dot;
    return {
      ...rest, name, color: { background: fill, border, hover: { background: fill, border: this.ink.ink } },
      borderWidth: marked ? 3 : 1.5, shapeProperties: { borderDashes: dot.acting && !marked ? [3, 2] : false },
    };
  }

  styledEdge(line) {
    const { bright, tie } = this.chosen;
    const dim = bright && !(bright.has(line.from) && bright.has(line.to) && this.chosen.touches(line));
    const strength = [0.85, 0.4, 0.34][line.grade];
    const colour = tie === line.id ? this.ink.accent : mix(this.ink.line, this.ink.paper, dim ? 0.1 : strength);
    return { ...line, color: { color: colour, hover: this.ink.accent }, dashes: line.grade === 2 ? [4, 4] : false };
  }

  clicked({ nodes, edges }) {
    if (nodes.length) this.on.person(nodes[0]);
    else if (edges.length) this.on.tie(edges[0]);
    else this.on.nothing();
  }

  hover(node) {
    this.hovered = node;
    this.point(node !== null);
    this.network.redraw();
  }

  point(yes) {
    this.element.style.cursor = yes ? "pointer" : "";
  }

  /** Arrow keys go to the nearest person that way, Enter opens whoever is reached. */
  keyed(event) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (way) {
      event.preventDefault();
      this.cursor = this.next(way);
      if (this.cursor !== null) {
        this.hover(this.cursor);
        this.on.reached(this.cursor);
      }
    } else if (event.key === "Enter" && this.cursor !== null) {
      this.on.person(this.cursor);
    } else if (event.key === "+" || event.key === "=") {
      this.zoom(1.3);
    } else if (event.key === "-") {
      this.zoom(1 / 1.3);
    } else if (event.key === "0") {
      this.fit();
    }
  }

  next([dx, dy]) {
    const dots = this.nodes.getIds().map((id) => ({ id, ...this.position(id) }));
    if (!dots.length) return null;
    const from = this.cursor ?? [...this.chosen.people][0];
    const here = dots.find(({ id }) => id === from);
    if (!here) return Math.min(...dots.map(({ id }) => id));
    const ahead = dots.map((dot) => {
      const along = (dot.x - here.x) * dx + (dot.y - here.y) * dy;
      const off = Math.abs((dot.x - here.x) * dy) + Math.abs((dot.y - here.y) * dx);
      return { id: dot.id, cost: along > 0 && dot.id !== here.id ? along + 2.5 * off : Infinity };
    }).sort((a, b) => a.cost - b.cost)[0];
    return ahead.cost < Infinity ? ahead.id : here.id;
  }

  // -- names

  /** All that is drawn, in pixels of the screen. */
  screen() {
    const scale = this.network.getScale();
    const centre = this.network.getViewPosition();
    const { clientWidth: width, clientHeight: height } = this.element;
    const at = ({ x, y }) => ({ x: (x - centre.x) * scale + width / 2, y: (y - centre.y) * scale + height / 2 });
    const dots = this.nodes.get().map((node) => ({ id: node.id, ...at(this.position(node.id)), radius: node.size * scale, node }));
    return { width, height, scale, dots };
  }

  /** The names, after everything else, in screen pixels so that they never grow or shrink. */
  drawNames(context) {
    const { width, height, scale, dots } = this.screen();
    const ratio = context.getTransform().a / scale;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    this.placed = place(this.wanted(dots, context), dots, this.segments(dots), width, height);
    for (const { label, x, y } of this.placed) {
      context.font = this.font(label);
      context.lineWidth = 3.5;
      context.strokeStyle = this.ink.paper;
      context.fillStyle = this.ink.ink;
      context.strokeText(label.text, x, y);
      context.fillText(label.text, x, y);
    }
    context.restore();
  }

  font({ bold, size }) {
    return `${bold ? "600 " : ""}${size}px ${this.ink.sans}`;
  }

  position(id) {
    return this.network.body.nodes[id];
  }

  /** Lines that names had better not lie on, when there are few. */
  segments(dots) {
    if (this.edges.length > 150) return [];
    const at = new Map(dots.map((dot) => [dot.id, dot]));
    return this.edges.get().map(({ from, to }) => [at.get(from), at.get(to)]).filter(([a, b]) => a && b);
  }

  /** Names by importance: what the pointer is on, what is chosen, its neighbours, then by size. */
  wanted(dots, context) {
    const { people, bright } = this.chosen;
    const largest = Math.max(...dots.map(({ node }) => node.size), 1);
    const order = ({ id, node }) => (id === this.hovered ? 0 : people.has(id) ? 1 : 2) * 1e6 - node.size;
    return dots.filter(({ id }) => !bright || bright.has(id) || id === this.hovered)
      .sort((a, b) => order(a) - order(b) || a.id - b.id)
      .map((dot, rank) => {
        const always = dot.id === this.hovered || people.has(dot.id);
        const share = (dot.node.size / largest) ** 2;
        const size = Math.round((SMALL + (LARGE - SMALL) * share) * 2) / 2;
        const label = { ...dot, text: dot.node.name, always, over: rank < BOLD, bold: always || (share > 0.7 && rank < BOLD && dots.length > 12), size, height: size * 1.25 };
        context.font = this.font(label);
        return { ...label, width: context.measureText(label.text).width };
      });
  }

  // -- moving about

  moved() {
    const { x, y } = this.network.getViewPosition();
    this.on.moved({ x, y, scale: this.network.getScale() });
  }

  zoom(factor) {
    const scale = this.network.getScale() * factor;
    this.network.moveTo({ scale, animation: glide(150) });
    this.on.moved({ ...this.network.getViewPosition(), scale });
  }

  /** Take note at once of a change of room; vis-network would do so later, and shift what it shows. */
  measure() {
    this.network.setSize("100%", "100%");
  }

  /** Show all that is drawn, with room for the names around it. */
  fit({ animation = true } = {}) {
    const ids = this.nodes.getIds();
    if (!ids.length) return;
    this.measure();
    const at = ids.map((id) => this.position(id));
    const [xs, ys] = [at.map(({ x }) => x), at.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { clientWidth: width, clientHeight: height } = this.element;
    const beside = width > MARGIN.narrow ? MARGIN.buttons : 0; // the buttons of the zoom cover no name where there is room
    const across = width - beside - 2 * Math.min(MARGIN.across, 0.11 * width);
    const scale = Math.max(0.02, Math.min(1.5, across / Math.max(right - left, 1), (height - 2 * MARGIN.down) / Math.max(bottom - top, 1)));
    const x = (left + right) / 2 - beside / 2 / scale;
    this.network.moveTo({ position: { x, y: (top + bottom) / 2 }, scale, animation: animation && glide(300) });
  }

  /** Bring somebody into the upper part, where a sheet from below does not cover them. */
  reveal(id) {
    const at = this.position(id);
    if (at) this.network.moveTo({ position: { x: at.x, y: at.y + (0.2 * this.element.clientHeight) / this.network.getScale() }, animation: false });
  }

  moveTo({ x, y, scale }) {
    this.measure();
    this.network.moveTo({ position: { x, y }, scale, animation: false });
  }

  /** What stands on the screen, for a drawing by other means. */
  drawing() {
    const { width, height, scale, dots } = this.screen();
    const at = new Map(dots.map((dot) => [dot.id, dot]));
    return {
      width, height, ink: this.ink,
      nodes: dots.map(({ x, y, radius, node }) => ({ x, y, radius, fill: node.color.background, border: node.color.border, dashed: node.shapeProperties.borderDashes !== false })),
      lines: this.edges.get().map((edge) => {
        const [a, b] = [at.get(edge.from), at.get(edge.to)];
        return { x1: a.x, y1: a.y, x2: b.x, y2: b.y, width: edge.width * scale, stroke: edge.color.color, dashed: edge.dashes !== false };
      }),
      names: this.placed.map(({ label, x, y }) => ({ x, y, text: label.text, size: label.size, bold: label.bold })),
    };
  }
}

const glide = (duration) => (matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration, easingFunction: "easeInOutQuad" });

/** The colours and fonts of the style sheet as they are now. */
function inks() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  return {
    ink: value("--ink"), paper: value("--paper"), line: value("--line"), quiet: value("--quiet"), accent: value("--accent"),
    agency: (shade) => value(`--agency-${shade}`), sans: value("--sans"), serif: value("--serif"),
  };
}

/** Put these items into the set, taking out what is not among them. */
function replace(set, items) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items);
}

/** A colour between two given as #rrggbb. */
export function mix(colour, paper, share) {
  const parts = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
  const [over, under] = [parts(colour), parts(paper)];
  return `#${over.map((value, i) => Math.round(value * share + under[i] * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
}
