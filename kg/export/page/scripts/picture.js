// The picture: vis-network draws dots and lines where they are told to stand; the names are drawn over it here.

import { Names } from "./names.js";

const MARGIN = { across: 64, down: 40, buttons: 64, narrow: 600 };
/** Of so few people the posts are to be read too: room for two more lines above and below. */
const FEW = { people: 20, down: 66 };
/** How far from a dot, in pixels, a mouse or a finger still means it. */
const REACH = { mouse: 4, touch: 16 };
/** After so many milliseconds without a further move the place counts as reached. */
const STILL = 250;

export class Picture {
  /** `on.person(number)`, `on.tie(number)`, `on.nothing()`, `on.moved({x, y, scale})` are called when somebody does that. */
  constructor(element, options, on) {
    this.element = element;
    this.on = on;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.names = new Names();
    this.chosen = { people: new Set(), tie: null, bright: null };
    this.dragged = new Map();
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
    this.network.on("dragEnd", ({ nodes }) => (nodes.length ? this.keep(nodes) : this.moved()));
    this.network.on("afterDrawing", (context) => this.drawNames(context));
    element.addEventListener("mousemove", (event) => this.overName(event));
    element.addEventListener("keydown", (event) => this.keyed(event));
    element.addEventListener("blur", () => {
      this.cursor = null;
      this.hover(null);
    });
  }

  /**
   * Draw these: dots {id, x, y, size, shade, label, about, principal, acting}, lines {id, from, to, width, grade}. `chosen`
   * is {people, tie, bright}: who is marked, which line, and a set of who stays bright (or null for all). In a picture
   * that is not `fresh`, people stay where the reader dragged them.
   */
  draw(dots, lines, chosen, fresh) {
    this.ink = inks();
    this.chosen = chosen;
    if (fresh) this.dragged.clear();
    const upright = this.element.clientHeight > 1.15 * this.element.clientWidth;
    const turned = upright ? dots.map((dot) => ({ ...dot, x: dot.y * 1.15, y: dot.x })) : dots;
    this.home = this.whole(turned);
    replace(this.nodes, turned.map((dot) => this.styledNode({ ...dot, ...this.dragged.get(dot.id), size: this.readable(dot.size) })));
    replace(this.edges, lines.map((line) => this.styledEdge(line)));
  }

  /** Where a small screen shrinks the picture, dots shrink less, so that they can still be seen and touched. */
  readable(size) {
    return Math.max(size, (2.6 + 0.22 * size) / this.home.scale);
  }

  /** Who met as principal is a disc, who merely attended a ring; a dashed rim means acting. */
  styledNode({ label: name, ...dot }) {
    const { ink, paper } = this.ink;
    const dim = this.chosen.bright && !this.chosen.bright.has(dot.id);
    const marked = this.chosen.people.has(dot.id);
    const colour = mix(this.ink.agency(dot.shade), paper, dim ? 0.38 : 1);
    const background = dot.principal ? colour : paper;
    const border = marked || (dot.acting && dot.principal && !dim) ? ink : dot.principal ? mix(colour, ink, dim ? 1 : 0.82) : colour;
    const rim = dot.principal ? 1.2 : Math.min(3, 0.35 * dot.size);
    const dash = [0.42 * dot.size, 0.3 * dot.size];
    return {
      ...dot, name, color: { background, border, hover: { background, border: ink } },
      borderWidth: marked ? 3 : dot.acting ? Math.max(1.2, 0.25 * dot.size) : rim, shapeProperties: { borderDashes: dot.acting ? dash : false },
    };
  }

  styledEdge(line) {
    const { bright, tie } = this.chosen;
    const dim = bright && !(bright.has(line.from) && bright.has(line.to) && this.chosen.touches(line));
    const strength = [0.85, 0.4, 0.34][line.grade];
    const colour = tie === line.id ? this.ink.accent : mix(this.ink.line, this.ink.paper, dim ? 0.16 : strength);
    return { ...line, width: line.width + (tie === line.id ? 2 : 0), color: { color: colour, hover: this.ink.accent }, dashes: line.grade === 2 ? [4, 4] : false };
  }

  clicked({ pointer, event }) {
    const { person, tie } = this.at(pointer.DOM, event?.pointerType ?? event?.srcEvent?.pointerType);
    if (person !== null) this.on.person(person);
    else if (tie !== null) this.on.tie(tie);
    else this.on.nothing();
  }

  /** Who or which line lies under a point of the element: a dot, a name, a dot close by, a line; else both are null. */
  at(point, pointer = "mouse") {
    const { dots } = this.screen();
    const off = ({ x, y, radius }) => Math.hypot(x - point.x, y - point.y) - radius;
    const nearest = dots.reduce((best, dot) => (best && off(best) <= off(dot) ? best : dot), null);
    if (nearest && off(nearest) <= 0) return { person: nearest.id, tie: null };
    const named = this.names.at(point);
    if (named !== null) return { person: named, tie: null };
    if (nearest && off(nearest) <= REACH[pointer === "touch" ? "touch" : "mouse"]) return { person: nearest.id, tie: null };
    return { person: null, tie: this.network.getEdgeAt(point) ?? null };
  }

  hover(node) {
    this.hovered = node;
    this.point(node !== null);
    this.network.redraw();
  }

  /** A name under the pointer is its person. */
  overName({ offsetX: x, offsetY: y, buttons }) {
    if (buttons || this.network.getNodeAt({ x, y }) !== undefined) return;
    const named = this.names.at({ x, y });
    if (named !== this.hovered) this.hover(named);
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
    const byId = new Map(dots.map((dot) => [dot.id, dot]));
    const lines = this.edges.get().map(({ from, to }) => [byId.get(from), byId.get(to)]).filter(([a, b]) => a && b);
    return { width, height, scale, dots, byId, lines };
  }

  /** The names, after everything else. */
  drawNames(context) {
    const screen = this.screen();
    const ratio = context.getTransform().a / screen.scale;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.names.arrange(screen, this.chosen, this.hovered, this.ink, context);
    this.names.write(context, this.ink);
    context.restore();
  }

  position(id) {
    return this.network.body.nodes[id];
  }

  // -- moving about

  /** Tell where the reader has moved to, once all is still: browsers refuse addresses that change too often. */
  moved() {
    clearTimeout(this.still);
    this.still = setTimeout(() => this.on.moved({ ...this.network.getViewPosition(), scale: this.network.getScale() }), STILL);
  }

  /** People stay where they were dragged. */
  keep(ids) {
    for (const id of ids) {
      const { x, y } = this.position(id);
      this.dragged.set(id, { x, y });
    }
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
    if (!this.nodes.length) return;
    this.measure();
    const { x, y, scale } = this.whole(this.nodes.getIds().map((id) => this.position(id)));
    this.network.moveTo({ position: { x, y }, scale, animation: animation && glide(300) });
  }

  /** The middle of these points, and the scale at which all of them are seen. */
  whole(points) {
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { clientWidth: width, clientHeight: height } = this.element;
    const beside = width > MARGIN.narrow ? MARGIN.buttons : 0; // the buttons of the zoom cover no name where there is room
    const { down } = points.length <= FEW.people ? FEW : MARGIN;
    const across = width - beside - 2 * Math.min(MARGIN.across, 0.11 * width);
    const scale = Math.max(0.02, Math.min(1.5, across / Math.max(right - left, 1), (height - 2 * down) / Math.max(bottom - top, 1)));
    return { x: (left + right) / 2 - beside / 2 / scale, y: (top + bottom) / 2, scale };
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
    const { width, height, scale, dots, byId } = this.screen();
    return {
      width, height, ink: this.ink, names: this.names.lines(),
      nodes: dots.map(({ x, y, radius, node }) => ({
        x, y, radius, fill: node.color.background, border: node.color.border, rim: node.borderWidth * scale, dashed: node.shapeProperties.borderDashes !== false,
      })),
      lines: this.edges.get().map((edge) => {
        const [a, b] = [byId.get(edge.from), byId.get(edge.to)];
        return { x1: a.x, y1: a.y, x2: b.x, y2: b.y, width: edge.width * scale, stroke: edge.color.color, dashed: edge.dashes !== false };
      }),
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
