// The picture: vis-network draws dots and lines where the build placed them; the names are drawn over it here.

import { place } from "./labels.js";

const FONT = 13;

export class Picture {
  /** `on.person(number)`, `on.tie(number)`, `on.nothing()` are called when somebody chooses something. */
  constructor(element, model, on) {
    this.element = element;
    this.model = model;
    this.on = on;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.focus = null;
    this.network = new vis.Network(element, { nodes: this.nodes, edges: this.edges }, model.opening.options);
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("hoverNode", ({ node }) => this.hover(node));
    this.network.on("blurNode", () => this.hover(null));
    this.network.on("hoverEdge", () => this.point(true));
    this.network.on("blurEdge", () => this.point(false));
    this.network.on("afterDrawing", (context) => this.drawNames(context));
  }

  /** Draw these: nodes {id, x, y, size, shade, label}, edges {id, from, to, width, grade}; `focus` is a set of ids or null. */
  draw(nodes, edges, focus, chosen) {
    this.ink = this.inks();
    this.focus = focus;
    this.chosen = chosen;
    replace(this.nodes, nodes.map((node) => this.styledNode(node)));
    replace(this.edges, edges.map((edge) => this.styledEdge(edge)));
  }

  inks() {
    const style = getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue(name).trim();
    return {
      ink: value("--ink"), paper: value("--paper"), line: value("--line"), quiet: value("--quiet"), accent: value("--accent"),
      agency: (shade) => value(`--agency-${shade}`), family: style.getPropertyValue("--sans"),
    };
  }

  styledNode(node) {
    const dim = this.focus && !this.focus.has(node.id);
    const chosen = this.chosen.people.has(node.id);
    const fill = mix(this.ink.agency(node.shade), this.ink.paper, dim ? 0.22 : 1);
    const border = chosen ? this.ink.ink : mix(this.ink.paper, this.ink.paper, 1);
    return {
      ...node, label: undefined, name: node.label, color: { background: fill, border, hover: { background: fill, border: this.ink.ink } },
      borderWidth: chosen ? 3 : 1.5,
    };
  }

  styledEdge(edge) {
    const dim = this.focus && !(this.focus.has(edge.from) && this.focus.has(edge.to) && this.chosen.touches(edge));
    const strength = [0.85, 0.42, 0.3][edge.grade];
    const colour = this.chosen.tie === edge.id ? this.ink.accent : mix(this.ink.line, this.ink.paper, dim ? 0.1 : strength);
    return { ...edge, color: { color: colour, hover: this.ink.accent }, dashes: edge.grade === 2 ? [5, 5] : false };
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

  /** The names, after everything else, in screen pixels. */
  drawNames(context) {
    const ratio = context.getTransform().a / this.network.getScale();
    const { clientWidth: width, clientHeight: height } = this.element;
    const scale = this.network.getScale();
    const dots = this.nodes.get().map((node) => {
      const at = this.network.canvasToDOM({ x: this.position(node.id).x, y: this.position(node.id).y });
      return { id: node.id, x: at.x, y: at.y, radius: node.size * scale, node };
    });
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.font = `${FONT}px ${this.ink.family}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const wanted = this.wanted(dots, context);
    this.placed = place(wanted, dots, width, height);
    for (const { label, x, y } of this.placed) this.drawName(context, label, x, y);
    context.restore();
  }

  position(id) {
    return this.network.body.nodes[id];
  }

  /** Names by importance: what the pointer is on, what is chosen, its neighbours, then by size. */
  wanted(dots, context) {
    const rank = ({ id, node }) => (id === this.hovered ? 0 : this.chosen.people.has(id) ? 1 : this.focus?.has(id) ? 2 : this.focus ? 9 : 3) * 1e6 - node.size;
    return dots.filter(({ id }) => !this.focus || this.focus.has(id) || id === this.hovered)
      .map((dot) => ({ dot, order: rank(dot) }))
      .sort((a, b) => a.order - b.order || a.dot.id - b.dot.id)
      .map(({ dot }) => ({
        ...dot, text: dot.node.name, width: context.measureText(dot.node.name).width, height: FONT * 1.25,
        always: dot.id === this.hovered || this.chosen.people.has(dot.id),
      }));
  }

  drawName(context, label, x, y) {
    context.lineWidth = 3.5;
    context.strokeStyle = this.ink.paper;
    context.fillStyle = this.ink.ink;
    context.font = `${label.always ? "700 " : ""}${FONT}px ${this.ink.family}`;
    context.strokeText(label.text, x, y);
    context.fillText(label.text, x, y);
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: still() ? false : { duration: 150 } });
  }

  fit({ animation = !still() } = {}) {
    this.network.fit({ nodes: this.nodes.getIds(), maxZoomLevel: 1.6, animation: animation && { duration: 250 } });
  }
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

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
