// The page: the state in, the picture, the tables and the panel out.

import { drawn, fill } from "./dom.js";
import { STRINGS, day } from "./strings.js";
import { load, between, isActing } from "./data.js";
import { Texts } from "./search.js";
import { chain, left, select } from "./select.js";
import { NO_FILTER, format, parse } from "./state.js";
import { Scenes, isPrincipal, shade, width } from "./scene.js";
import { Picture } from "./picture.js";
import { Panel } from "./panel.js";
import { Table } from "./table.js";
import { Timeline, bin } from "./timeline.js";
import { Controls } from "./controls.js";
import { csv, graphml, plot, png, save, svg } from "./files.js";

const $ = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 860px)");

class Page {
  constructor(model) {
    this.model = model;
    this.state = parse(location.hash, model);
    this.texts = new Texts(model.officials);
    this.hay = () => this.texts.all();
    this.panel = new Panel(model, (change) => this.go(change), this.hay);
    this.table = new Table($("table"), model, this.panel);
    this.scenes = new Scenes(model);
    this.timeline = new Timeline($("timeline"), (period, final) => this.go(period, { address: final ? "push" : "keep" }));
    this.controls = new Controls(this);
    this.words();
    this.picture = new Picture($("picture"), model.opening.options, {
      person: (number) => this.go({ person: number, other: null }),
      tie: (number) => this.go({ person: model.ties[number].a, other: model.ties[number].b, steps: 0 }),
      nothing: () => this.go({ person: null, other: null, steps: 0 }),
      reached: (number) => fill($("spoken"), `${model.officials[number].label}. ${this.panel.latestPost(model.officials[number])}`),
      moved: ({ x, y, scale }) => this.go({ at: `${Math.round(x)},${Math.round(y)},${scale.toFixed(2)}` }, { address: "replace", quiet: true }),
    });
    this.show();
    this.texts.prepare();
    addEventListener("hashchange", () => this.arrive());
    addEventListener("keydown", (event) => event.key === "Escape" && this.go({ person: null, other: null, steps: 0 }));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.show());
    addEventListener("beforeprint", () => this.print());
    addEventListener("afterprint", () => this.dress(this.state.theme));
  }

  /**
   * Change the state; the address follows. `address` is "push" (a new entry of the history), "replace" (written over the
   * present one) or "keep" (later, when a handle that still moves has come to rest); `quiet` draws nothing anew.
   */
  go(change, { address = "push", quiet = false } = {}) {
    const next = { ...this.state, at: null, ...change };
    if (!quiet && "at" in change === false && sameScene(next, this.state)) next.at = this.state.at;
    const [before, after] = [this.state, next].map((state) => format(state, this.model));
    this.state = next;
    if (address !== "keep" && after !== location.hash.replace(/^#/, "")) {
      // The whole address, since inside a frame without an address of its own a mere fragment would lead elsewhere.
      if (address === "replace") location.replace(`${location.href.replace(/#.*/s, "")}#${after}`);
      else location.hash = after;
    }
    if (after !== before && !quiet) this.show();
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
    this.controls.show();
    this.period();
    this.links = this.findChain();
    this.drawing();
    this.side();
    this.tables();
  }

  /** For paper the picture is drawn in light colours and as lines, since a canvas would be squeezed into the width of the sheet. */
  print() {
    this.dress("light");
    this.picture.network.redraw();
    fill($("paper"), drawn(plot(this.picture.drawing(), 'role="img"')));
  }

  /** Draw in these colours. */
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
    $("picture").setAttribute("aria-label", `${say.picture}. ${say.pictureHelp}`);
  }

  totals() {
    const { model, say, state } = this;
    const held = model.events.filter(({ status }) => status !== "Scheduled" && status !== "Cancelled");
    const meetings = held.filter(({ kind }) => kind === "Meeting").length;
    const [first, last] = [day(model.told.first, state.language), day(model.told.last, state.language)];
    return {
      people: model.officials.length, meetings, others: held.length - meetings, releases: model.told.releases,
      first, period: first === last ? first : `${first}${say.to}${last}`,
    };
  }

  /** The timeline of what the other filters leave. */
  period() {
    const { model, state, say } = this;
    const { ties } = state.since || state.until ? select(model, { ...state, since: null, until: null }) : this.selection;
    const events = new Set(ties.flatMap(({ shared }) => shared.map(({ event }) => event)));
    this.timeline.show(bin([...events]), state, say);
  }

  // -- the picture

  drawing() {
    const { model, state, selection, panel } = this;
    const scene = this.scenes.make(state, selection, this.links);
    const kept = new Map(selection.ties.map((one) => [one.tie.number, one]));
    const lines = scene.ties.filter(({ tie }) => kept.has(tie.number)).map(({ tie }) => {
      const { weight, grade } = kept.get(tie.number);
      return { id: tie.number, from: tie.a, to: tie.b, width: width(weight), grade };
    });
    const dots = this.scenes.dots(scene, selection, (official) => ({ label: panel.local(official), about: panel.about(official) }));
    const tie = state.other === null ? null : between(model, state.person, state.other) ?? null;
    const first = this.scene === undefined;
    const fresh = this.scene?.key !== scene.key;
    this.scene = scene;
    const people = new Set([state.person, state.other].filter((number) => number !== null));
    this.picture.draw(dots, lines, {
      people, tie: tie?.number ?? null, bright: this.bright(scene, tie), touches: (line) => people.has(line.from) || people.has(line.to),
    }, fresh);
    if (state.at) this.moveTo(state.at);
    else if (fresh) this.picture.fit({ animation: !first });
    $("caption").textContent = this.caption(scene, dots.length, lines.length);
  }

  moveTo(at) {
    const [x, y, scale] = at.split(",").map(Number);
    this.picture.moveTo({ x, y, scale });
  }

  caption(scene, people, ties) {
    const { say, model, selection, panel } = this;
    if (!people) return say.captionNone;
    if (scene.kind === "chain") return say.captionChain(ties);
    if (scene.kind === "circle" && people === 1) return say.captionAlone(panel.local(model.officials[scene.of.person]));
    if (scene.kind === "circle") return say.captionCircle(panel.local(model.officials[scene.of.person]), people - 1, scene.of.all, scene.of.steps);
    if (people < selection.strength.size) return say.captionPart(people, selection.strength.size);
    const rest = model.officials.length - people;
    return [say.captionAll(people, ties), rest ? say.captionRest(rest) : ""].filter(Boolean).join(" ");
  }

  /** Who stays bright when somebody is chosen: their company, or for two people those who shared their occasions. */
  bright(scene, tie) {
    const { state, selection } = this;
    if (state.person === null || scene.kind === "chain" || scene.kind === "circle") return null;
    const chosen = [state.person, state.other].filter((number) => number !== null);
    if (tie) return new Set([...chosen, ...(left(tie, state) ?? []).flatMap(({ event }) => event.people.map(({ official }) => official.number))]);
    if (state.other !== null) return new Set(chosen);
    return new Set([state.person, ...(selection.near.get(state.person) ?? []).flatMap((one) => [one.tie.a, one.tie.b])]);
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
    else content = panel.reading(selection, this.legend(), !this.unfiltered());
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

  unfiltered() {
    return Object.keys(NO_FILTER).every((name) => this.state[name] === null);
  }

  /** What the marks of this picture mean: rows of colours with how many people they stand for, and which rims there are. */
  legend() {
    const { model, say, panel, selection } = this;
    const count = new Map();
    const rims = { principal: 0, attending: 0, acting: 0 };
    for (const number of this.scene.people) {
      const official = model.officials[number];
      const one = shade(model, official);
      count.set(one, (count.get(one) ?? 0) + 1);
      rims[isPrincipal(number, selection.near.get(number)) ? "principal" : "attending"] += 1;
      if (isActing(official)) rims.acting += 1;
    }
    const rows = [...model.colour].map(([agency, one]) => ({ shade: one, label: panel.local(model.agencies[agency]) }));
    rows.push({ shade: "other", label: say.otherAgencies }, { shade: "none", label: say.noAgency });
    return { rims, colours: rows.filter((row) => count.has(row.shade)).map((row) => ({ ...row, count: count.get(row.shade) })) };
  }

  tables() {
    const { view } = this.state;
    $("stage").hidden = view !== "picture";
    $("table").hidden = view === "picture";
    if (view !== "picture") this.table.show(view, this.selection, this.selection.strength.keys());
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
    const { say } = this;
    const drawing = this.picture.drawing();
    const { colours, rims } = this.legend();
    const { ink, paper, agency } = drawing.ink;
    const marks = [
      rims.principal ? { fill: ink, border: ink, text: say.principalDot } : null,
      rims.attending ? { fill: paper, border: ink, text: say.attendingDot } : null,
      rims.acting ? { fill: paper, border: ink, dashed: true, text: say.actingDot } : null,
    ];
    return svg({
      ...drawing, title: $("headline").textContent, standfirst: $("standfirst").textContent, caption: $("caption").textContent,
      legend: [...colours.map((row) => ({ fill: agency(row.shade), border: agency(row.shade), text: row.label })), ...marks.filter(Boolean)],
    });
  }
}

/** Whether two states draw the same picture, so that where the reader has moved it stays right. */
function sameScene(a, b) {
  return ["steps", "grade", ...Object.keys(NO_FILTER)].every((name) => a[name] === b[name]) && (!a.steps || a.person === b.person);
}

window.kg = new Page(load(JSON.parse($("data").textContent)));
