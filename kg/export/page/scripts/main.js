// The page: the state in, the picture, the tables and the panel out.

import { h, fill } from "./dom.js";
import { STRINGS, day } from "./strings.js";
import { load, between, isActing } from "./data.js";
import { haystack } from "./search.js";
import { chain, left, select } from "./select.js";
import { format, parse } from "./state.js";
import { Scenes, shade, width } from "./scene.js";
import { Picture } from "./picture.js";
import { Panel } from "./panel.js";
import { Table } from "./table.js";
import { Timeline, bin } from "./timeline.js";
import { Finder } from "./finder.js";
import { csv, graphml, png, save, svg } from "./files.js";

const $ = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 860px)");
const NO_FILTER = { kind: null, agency: null, place: null, since: null, until: null };

class Page {
  constructor(model) {
    this.model = model;
    this.state = parse(location.hash, model);
    this.hay = () => (this.texts ??= haystack(model.officials));
    this.panel = new Panel(model, (change) => this.go(change), this.hay);
    this.table = new Table($("table"), model, this.panel);
    this.scenes = new Scenes(model);
    this.timeline = new Timeline($("timeline"), (period, final) => this.go(period, { replace: !final }));
    this.controls();
    this.words();
    this.picture = new Picture($("picture"), model.opening.options, {
      person: (number) => this.go({ person: number, other: null }),
      tie: (number) => this.go({ person: model.ties[number].a, other: model.ties[number].b, steps: 0 }),
      nothing: () => this.go({ person: null, other: null, steps: 0 }),
      reached: (number) => fill($("spoken"), `${model.officials[number].label}. ${this.panel.latestPost(model.officials[number])}`),
      moved: ({ x, y, scale }) => this.go({ at: `${Math.round(x)},${Math.round(y)},${scale.toFixed(2)}` }, { replace: true, quiet: true }),
    });
    this.show();
    addEventListener("hashchange", () => this.arrive());
    addEventListener("keydown", (event) => event.key === "Escape" && this.go({ person: null, other: null, steps: 0 }));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.show());
    addEventListener("beforeprint", () => this.dress("light"));
    addEventListener("afterprint", () => this.dress(this.state.theme));
  }

  /**
   * Change the state; the address follows. `replace` writes over the present entry of the history, `quiet`
   * draws nothing anew (the reader moved the picture).
   */
  go(change, { replace = false, quiet = false } = {}) {
    const next = { ...this.state, at: null, ...change };
    if (!quiet && "at" in change === false && sameScene(next, this.state)) next.at = this.state.at;
    const address = format(next, this.model);
    const moved = address !== format(this.state, this.model);
    this.state = next;
    // The whole address, since inside a frame without an address of its own a mere fragment would lead elsewhere.
    if (moved && replace) location.replace(`${location.href.replace(/#.*/s, "")}#${address}`);
    else if (moved) location.hash = address;
    if (moved && !quiet) this.show();
  }

  /** The address changed: by us, or by somebody going back. */
  arrive() {
    const state = parse(location.hash, this.model);
    if (format(state, this.model) === format(this.state, this.model)) return;
    this.state = state;
    this.show();
  }

  show() {
    const { state, model } = this;
    this.selection = select(model, state);
    this.words();
    this.filters();
    this.links = this.findChain();
    this.drawing();
    this.side();
    this.tables();
  }

  /** Draw in these colours; paper is printed on in the light ones. */
  dress(theme) {
    document.documentElement.dataset.theme = theme;
    this.drawing();
  }

  /** The chain between two chosen people who share no occasion. */
  findChain() {
    const { person, other } = this.state;
    if (other === null || between(this.model, person, other)) return null;
    return chain(this.selection, person, other);
  }

  // -- words around the picture

  words() {
    const { state } = this;
    this.say = STRINGS[state.language];
    this.panel.speak(state);
    const { say } = this;
    document.documentElement.lang = state.language === "zh" ? "zh-Hant" : "en";
    document.documentElement.dataset.theme = state.theme;
    for (const element of document.querySelectorAll("[data-text]")) element.textContent = say[element.dataset.text];
    for (const element of document.querySelectorAll("[data-name]")) element.setAttribute("aria-label", say[element.dataset.name]);
    for (const element of document.querySelectorAll("[data-title]")) element.title = say[element.dataset.title];
    this.title ??= $("headline").textContent;
    $("headline").textContent = this.title || say.untitled;
    document.title = this.title || say.untitled;
    $("kicker").textContent = say.kicker(this.panel.publisher());
    $("standfirst").textContent = say.standfirst(this.totals());
    $("search").placeholder = say.search;
    this.finder.nobody = say.nobody;
    $("picture").setAttribute("aria-label", `${say.picture}. ${say.pictureHelp}`);
    $("language").lang = state.language === "zh" ? "en" : "zh-Hant";
    $("theme").textContent = say.theme[state.theme];
    $("theme").setAttribute("aria-label", say.themeName + say.theme[state.theme]);
    this.grades.forEach(({ input, text }, grade) => {
      text.textContent = say.grades[grade];
      input.checked = grade === state.grade;
    });
    for (const [view, { input, text }] of this.views) {
      text.textContent = say.views[view];
      input.checked = view === state.view;
    }
    for (const [kind, button] of this.saves) button.textContent = say.saveAs[kind];
  }

  totals() {
    const { model, say, state } = this;
    const meetings = model.events.filter((event) => event.kind === "Meeting").length;
    const issued = model.releases.map((release) => release.issued.slice(0, 10)).filter(Boolean).sort();
    const [first, last] = [day(issued[0], state.language), day(issued[issued.length - 1], state.language)];
    return {
      people: model.officials.length, meetings, others: model.events.length - meetings, releases: model.releases.length,
      period: first === last ? first : `${first}${say.to}${last}`,
    };
  }

  // -- the picture

  drawing() {
    const { model, state, selection, panel } = this;
    const scene = this.scenes.make(state, selection, this.links);
    const left = new Map(selection.ties.map((one) => [one.tie.number, one]));
    const lines = scene.ties.filter(({ tie }) => left.has(tie.number)).map(({ tie }) => {
      const { weight, grade } = left.get(tie.number);
      return { id: tie.number, from: tie.a, to: tie.b, width: width(weight), grade };
    });
    const dots = this.scenes.dots(scene, selection.strength, (official) => panel.local(official));
    const tie = state.other === null ? null : between(model, state.person, state.other)?.number ?? null;
    const first = this.scene === undefined;
    const fresh = this.scene?.key !== scene.key;
    this.scene = scene;
    this.picture.draw(dots, lines, {
      people: new Set([state.person, state.other].filter((number) => number !== null)), tie, bright: this.bright(scene),
      touches: (line) => (state.other === null ? line.from === state.person || line.to === state.person : line.id === tie),
    });
    if (state.at) this.moveTo(state.at);
    else if (fresh) this.picture.fit({ animation: !first });
    $("caption").textContent = this.caption(scene, dots.length, lines.length, panel);
  }

  moveTo(at) {
    const [x, y, scale] = at.split(",").map(Number);
    this.picture.moveTo({ x, y, scale });
  }

  caption(scene, people, ties, panel) {
    const { say, model, selection } = this;
    if (!people) return say.captionNone;
    if (scene.kind === "chain") return say.captionChain(ties);
    if (scene.kind === "circle") return say.captionCircle(panel.local(model.officials[scene.of.person]), people - 1, scene.of.all, scene.of.steps);
    if (people < selection.strength.size) return say.captionPart(people, selection.strength.size, model.officials.length);
    const rest = model.officials.length - people;
    return [say.captionAll(people, ties), rest ? say.captionRest(rest) : ""].filter(Boolean).join(" ");
  }

  /** Who stays bright when somebody is chosen in the whole picture. */
  bright(scene) {
    const { state, selection } = this;
    if (state.person === null || scene.kind === "chain" || scene.kind === "circle") return null;
    if (state.other !== null) return new Set([state.person, state.other]);
    const near = selection.near.get(state.person) ?? [];
    return new Set([state.person, ...near.flatMap(({ tie }) => [tie.a, tie.b])]);
  }

  // -- the panel and the tables

  side() {
    const { state, model, panel, selection, scene } = this;
    const person = state.person === null ? null : model.officials[state.person];
    const other = state.other === null ? null : model.officials[state.other];
    const tie = person && other && between(model, person.number, other.number);
    let content;
    if (tie) {
      const shared = left(tie, state) ?? [];
      content = panel.tie(shared.length ? shared : tie.shared, person, other, shared.length ? tie.shared.length - shared.length : 0);
    } else if (other) content = panel.chain(this.links, person, other);
    else if (person) content = panel.person(person, selection, scene);
    else content = panel.reading(selection, this.shades(), [...scene.people].some((number) => isActing(model.officials[number])));
    fill($("panel"), content);
    document.body.classList.toggle("chosen", person !== null);
    const key = `${state.person} ${state.other}`;
    if (key !== this.told) {
      $("panel").scrollTop = 0;
      if (person && narrow.matches) {
        $("stage").scrollIntoView({ block: "start" });
        this.picture.reveal(person.number);
      }
    }
    this.told = key;
  }

  /** Rows of the legend: colours with how many of the people drawn they stand for. */
  shades() {
    const { model, say, panel } = this;
    const count = new Map();
    for (const number of this.scene.people) {
      const one = shade(model, model.officials[number]);
      count.set(one, (count.get(one) ?? 0) + 1);
    }
    const rows = [...model.colour].map(([agency, one]) => ({ shade: one, label: panel.local(model.agencies[agency]) }));
    rows.push({ shade: "other", label: say.otherAgencies }, { shade: "none", label: say.noAgency });
    return rows.filter((row) => count.has(row.shade)).map((row) => ({ ...row, count: count.get(row.shade) }));
  }

  tables() {
    const { view } = this.state;
    $("stage").hidden = view !== "picture";
    $("table").hidden = view === "picture";
    if (view !== "picture") this.table.show(view, this.selection, this.selection.strength.keys());
  }

  // -- controls

  controls() {
    const { model, panel } = this;
    const on = (id, act) => $(id).addEventListener("click", act);
    on("zoom-in", () => this.picture.zoom(1.4));
    on("zoom-out", () => this.picture.zoom(1 / 1.4));
    on("zoom-fit", () => this.picture.fit());
    on("language", () => this.go({ language: this.state.language === "zh" ? "en" : "zh" }));
    on("theme", () => this.go({ theme: { auto: "light", light: "dark", dark: "auto" }[this.state.theme] }));
    on("reset", () => this.go(NO_FILTER));
    on("skip", (event) => {
      event.preventDefault();
      this.go({ view: "people" });
      $("table").focus();
    });
    this.finder = new Finder({
      input: $("search"), list: $("found"), hay: this.hay,
      show: (number) => [panel.name(model.officials[number]), panel.latestPost(model.officials[number])],
      choose: (number) => this.go({ person: number, other: null }),
    });
    this.grades = [0, 1, 2].map((grade) => radio($("grade"), "grade", () => this.go({ grade })));
    this.views = ["picture", "people", "ties"].map((view) => [view, radio($("view"), "view", () => this.go({ view }))]);
    this.saves = ["png", "svg", "csv", "graphml"].map((kind) => [kind, h("button", { type: "button", onclick: () => this.save(kind) })]);
    $("saves").append(...this.saves.map(([, button]) => button));
    for (const name of ["kind", "agency", "place"]) {
      $(name).addEventListener("change", () => this.go({ [name]: $(name).value === "" ? null : name === "agency" ? Number($(name).value) : $(name).value }));
    }
  }

  /** The choices that there are, and the timeline of what the other filters leave. */
  filters() {
    const { model, state, say, panel } = this;
    const found = this.choices();
    const options = (element, any, values, name, now) => {
      fill(element, h("option", { value: "" }, any), values.map((value) => h("option", { value }, name(value))));
      element.value = now ?? "";
      element.hidden = values.length < 2 && now === null;
    };
    options($("kind"), say.anyKind, found.kinds, (kind) => say.kinds[kind] ?? kind, state.kind);
    options($("agency"), say.anyAgency, found.agencies, (agency) => panel.local(model.agencies[agency]), state.agency);
    options($("place"), say.anyPlace, found.places, (code) => place(code, state.language, say), state.place);
    $("reset").hidden = Object.keys(NO_FILTER).every((name) => state[name] === null);
    const { ties } = state.since || state.until ? select(model, { ...state, since: null, until: null }) : this.selection;
    const events = new Set(ties.flatMap(({ shared }) => shared.map(({ event }) => event)));
    this.timeline.show(bin([...events]), state, say);
  }

  /** Kinds, agencies and jurisdictions of those who share an occasion, the agencies by how many people they have. */
  choices() {
    if (this.found) return this.found;
    const { model } = this;
    const count = new Map();
    const places = new Set();
    model.officials.forEach((official, number) => {
      if (!model.near[number].length) return;
      for (const agency of new Set(official.tenures.map((tenure) => tenure.agency).filter(Boolean))) count.set(agency.number, (count.get(agency.number) ?? 0) + 1);
      if (official.agency?.jurisdiction) places.add(official.agency.jurisdiction);
    });
    const kinds = new Set(model.ties.flatMap((tie) => tie.shared.map(({ event }) => event.kind)));
    this.found = {
      kinds: [...kinds].sort(), places: [...places].sort(),
      agencies: [...count].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number),
    };
    return this.found;
  }

  // -- files

  async save(kind) {
    const { model, selection } = this;
    const name = document.title.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "network";
    const people = new Set(selection.strength.keys());
    if (kind === "csv") save(csv(model, selection.ties), `${name}.csv`, "text/csv;charset=utf-8");
    else if (kind === "graphml") save(graphml(model, people, selection.ties), `${name}.graphml`, "application/xml");
    else {
      const source = this.svg();
      if (kind === "svg") save(source, `${name}.svg`, "image/svg+xml");
      else save(await png(source), `${name}.png`, "image/png");
    }
    $("save").open = false;
  }

  svg() {
    const drawing = this.picture.drawing();
    return svg({
      ...drawing, title: $("headline").textContent, standfirst: $("standfirst").textContent, caption: $("caption").textContent,
      legend: this.shades().map((row) => ({ fill: drawing.ink.agency(row.shade), text: row.label })),
    });
  }
}

/** A radio button in a group: its input and its text. */
function radio(group, name, act) {
  const input = h("input", { type: "radio", name, onchange: act });
  const text = h("span");
  group.append(h("label", {}, input, text));
  return { input, text };
}

/** Whether two states draw the same picture, so that where the reader has moved it stays right. */
function sameScene(a, b) {
  return ["steps", "grade", ...Object.keys(NO_FILTER)].every((name) => a[name] === b[name]) && (!a.steps || a.person === b.person);
}

/** The name of a jurisdiction: ISO 3166-1 codes, or "INT". */
function place(code, language, say) {
  if (code === "INT") return say.international;
  try {
    return new Intl.DisplayNames([language === "zh" ? "zh-Hant-HK" : "en"], { type: "region" }).of(code);
  } catch {
    return code;
  }
}

window.kg = new Page(load(JSON.parse($("data").textContent)));
