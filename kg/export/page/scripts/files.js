// What is shown, as files: CSV, GraphML, SVG, PNG.

import { sources } from "./data.js";

const GRADES = ["metAsPrincipals", "met", "coAttended"];

/** One row for every shared occasion of every tie. */
export function csv(model, ties) {
  const head = ["person", "person_iri", "other", "other_iri", "grade", "kind", "start", "end", "place", "event", "event_iri", "releases", "urls",
    "topic", ...["person", "other"].flatMap((who) => ["zh", "role", "post", "acting", "side"].map((what) => `${who}_${what}`))];
  const lines = [head];
  for (const { tie, shared } of ties) {
    const [a, b] = [model.officials[tie.a], model.officials[tie.b]];
    for (const { event, grade } of shared) {
      const releases = sources(model, event);
      lines.push([a.label, a.iri, b.label, b.iri, GRADES[grade], event.kind, event.start, event.end, event.place, event.label, event.iri,
        releases.map((release) => release.id).join(" "), releases.map((release) => release.url).filter(Boolean).join(" "),
        event.topic, ...taking(event, a), ...taking(event, b)]);
    }
  }
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** How somebody took part in an event. */
function taking(event, official) {
  const one = event.people.find((own) => own.official === official);
  return [official.zh, one?.role, one?.post?.label, one ? String(one.acting) : "", one?.side?.label];
}

/** Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value) {
  const text = String(value ?? "").replace(/^(?=[=+\-@\t])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** People and ties for Gephi, yEd or networkx. */
export function graphml(model, people, ties) {
  const keys = [
    ["label", "node", "string"], ["zh", "node", "string"], ["agency", "node", "string"],
    ["weight", "edge", "int"], ["met", "edge", "int"], ["metAsPrincipals", "edge", "int"], ["coAttended", "edge", "int"],
  ];
  const data = (key, value) => (value === null || value === "" ? "" : `<data key="${key}">${escape(value)}</data>`);
  const nodes = [...people].map((number) => {
    const { iri, label, zh, agency } = model.officials[number];
    return `<node id="${escape(iri)}">${data("label", label)}${data("zh", zh ?? "")}${data("agency", agency?.label ?? "")}</node>`;
  });
  const edges = ties.map(({ tie, shared, weight }) => {
    const of = (test) => shared.filter(({ grade }) => test(grade)).length;
    return `<edge source="${escape(model.officials[tie.a].iri)}" target="${escape(model.officials[tie.b].iri)}">` +
      `${data("weight", weight)}${data("met", of((grade) => grade < 2))}${data("metAsPrincipals", of((grade) => grade === 0))}${data("coAttended", of((grade) => grade === 2))}</edge>`;
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([name, what, type]) => `<key id="${name}" for="${what}" attr.name="${name}" attr.type="${type}"/>`),
    '<graph edgedefault="undirected">', ...nodes, ...edges, "</graph>", "</graphml>", ""].join("\n");
}

/** What XML 1.0 does not allow in any form. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

const escape = (value) => String(value).replace(CONTROL, "")
  .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * The picture as it stands on the screen, with its headline, legend and source.
 * `view`: {width, height, nodes: [{x, y, radius, fill, border, dashed}], lines: [{x1, y1, x2, y2, width, stroke, dashed}],
 * names: [{x, y, text, size, bold, quiet}], title, standfirst, caption, legend: [{fill, border, dashed, text}], ink: {ink, paper, quiet, sans, serif}}.
 */
export function svg({ title, standfirst, caption, legend, ...drawing }) {
  const { width, height, ink } = drawing;
  const pad = 28;
  const top = 92;
  const columns = Math.max(1, Math.floor(width / (40 + 7 * Math.max(...legend.map((row) => row.text.length), 1))));
  const rows = Math.ceil(legend.length / columns);
  const bottom = 34 + rows * 20;
  const total = { width: width + 2 * pad, height: height + top + bottom };
  const parts = [
    `<rect width="${total.width}" height="${total.height}" fill="${ink.paper}"/>`,
    text(pad, 44, title, `font-family="${escape(ink.serif)}" font-weight="700" font-size="28" fill="${ink.ink}"`),
    text(pad, 70, standfirst, `font-family="${escape(ink.serif)}" font-size="15" fill="${ink.quiet}"`),
    plot(drawing, `x="${pad}" y="${top}" width="${width}" height="${height}"`),
    `<g font-family="${escape(ink.sans)}" font-size="12.5" fill="${ink.ink}">`,
    ...legend.map(({ fill, border, dashed, text: words }, i) => {
      const [x, y] = [pad + ((i % columns) * width) / columns, top + height + 20 + Math.floor(i / columns) * 20];
      return `<circle cx="${round(x + 6)}" cy="${round(y - 4)}" r="5" fill="${fill}" stroke="${border}" stroke-width="1.6"${dashed ? ' stroke-dasharray="3 2"' : ""}/>${text(x + 18, y, words, "")}`;
    }),
    "</g>",
    text(pad, total.height - 14, caption, `font-family="${escape(ink.sans)}" font-size="12" fill="${ink.quiet}"`),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${total.width}" height="${total.height}" viewBox="0 0 ${total.width} ${total.height}">\n${parts.join("\n")}\n</svg>\n`;
}

/** The drawing alone, as an SVG element with these further attributes: {width, height, nodes, lines, names, ink}. */
export function plot({ width, height, nodes, lines, names, ink }, attributes) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ${attributes}>`,
    ...lines.map((line) => `<line x1="${round(line.x1)}" y1="${round(line.y1)}" x2="${round(line.x2)}" y2="${round(line.y2)}" stroke="${line.stroke}" stroke-width="${round(line.width)}"${line.dashed ? ' stroke-dasharray="5 5"' : ""}/>`),
    ...nodes.map((node) => `<circle cx="${round(node.x)}" cy="${round(node.y)}" r="${round(node.radius)}" fill="${node.fill}" stroke="${node.border}" stroke-width="${round(node.rim)}"${node.dashed ? ' stroke-dasharray="3 2"' : ""}/>`),
    `<g font-family="${escape(ink.sans)}" text-anchor="middle" dominant-baseline="central" stroke="${ink.paper}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">`,
    ...names.map((name) => text(name.x, name.y, name.text, `font-size="${name.size}" fill="${name.quiet ? ink.quiet : ink.ink}"${name.bold ? ' font-weight="700"' : ""}`)),
    "</g></svg>",
  ].join("\n");
}

const text = (x, y, words, style) => `<text x="${round(x)}" y="${round(y)}" ${style}>${escape(words)}</text>`;

const round = (value) => Math.round(value * 10) / 10;

/** A blob of the SVG drawn twice as large, for print and screens of fine grain. */
export async function png(source) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([source], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hand a file to the reader. */
export function save(content, name, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
