// The page: state in, picture and panel out.

import { h, fill } from "./dom.js";
import { STRINGS, day } from "./strings.js";
import { load, across } from "./data.js";
import { haystack, search } from "./search.js";
import { select } from "./select.js";
import { parse, format } from "./state.js";
import { Picture } from "./picture.js";
import { Panel } from "./panel.js";

const $ = (id) => document.getElementById(id);
const FOUND = 40;

class Page {
  constructor(model) {
    this.model = model;
    this.state = parse(location.hash, model);
    this.panel = new Panel(model, (change) => this.go(change));
    this.picture = new Picture($("picture"), model, {
      person: (number) => this.go({ person: number, other: null }),
      tie: (number) => this.go({ person: model.ties[number].a, other: model.ties[number].b }),
      nothing: () => this.go({ person: null, other: null }),
    });
    this.listen();
    this.show();
    this.picture.fit({ animation: false });
    addEventListener("hashchange", () => {
      this.state = parse(location.hash, model);
      this.show();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.show());
  }

  /** Change the state; the address follows, and going back undoes it. */
  go(change) {
    const next = { ...this.state, ...change };
    const address = format(next, this.model);
    if (address === format(this.state, this.model)) return;
    location.hash = address;
  }

  show() {
    const { state, model } = this;
    this.say = STRINGS[state.language];
    document.documentElement.lang = state.language === "zh" ? "zh-Hant" : "en";
    document.documentElement.dataset.theme = state.theme;
    this.panel.speak(state.language);
    this.selection = select(model, state);
    this.words();
    this.drawing();
    this.side();
  }

  // -- words around the picture

  words() {
    const { say, state } = this;
    for (const element of document.querySelectorAll("[data-text]")) element.textContent = say[element.dataset.text];
    for (const element of document.querySelectorAll("[data-name]")) element.setAttribute("aria-label", say[element.dataset.name]);
    this.title ??= $("headline").textContent;
    $("headline").textContent = this.title || say.untitled;
    $("standfirst").textContent = say.standfirst(this.totals());
    $("search").placeholder = say.search;
    $("picture").setAttribute("aria-label", `${say.picture}. ${say.pictureHelp}`);
    $("language").textContent = say.other;
    $("language").lang = state.language === "zh" ? "en" : "zh-Hant";
    $("theme").textContent = say.theme[state.theme];
    $("theme").setAttribute("aria-label", say.themeName + say.theme[state.theme]);
    for (const [id, name] of [["zoom-in", say.zoomIn], ["zoom-out", say.zoomOut], ["zoom-fit", say.zoomFit]]) {
      $(id).setAttribute("aria-label", name);
      $(id).title = name;
    }
    $("zoom-fit").textContent = "⤢";
    for (const [grade, name] of say.grades.entries()) {
      const label = $("grade").querySelectorAll("label")[grade];
      label.lastChild.textContent = name;
      label.firstChild.checked = grade === state.grade;
    }
  }

  totals() {
    const { model, say, state } = this;
    const meetings = model.events.filter((event) => event.kind === "Meeting" && event.status === "Held").length;
    const issued = model.releases.map((release) => release.issued.slice(0, 10)).filter(Boolean).sort();
    const [first, last] = [day(issued[0], state.language), day(issued[issued.length - 1], state.language)];
    return {
      people: model.officials.length, meetings, others: model.events.length - meetings, releases: model.releases.length,
      period: first === last ? first : `${first}${say.to}${last}`,
    };
  }

  // -- the picture

  drawing() {
    const { model, state, selection } = this;
    const left = new Map(selection.ties.map((one) => [one.tie.number, one]));
    const edges = model.opening.edges.filter((edge) => left.has(edge.id)).map((edge) => ({
      id: edge.id, from: edge.from, to: edge.to, width: 0.6 + 1.2 * Math.sqrt(left.get(edge.id).weight), grade: left.get(edge.id).grade,
    }));
    const tied = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
    const nodes = model.opening.nodes.filter((node) => tied.has(node.id)).map((node) => this.dot(node));
    this.drawn = tied;
    const focus = this.focus();
    this.picture.draw(nodes, edges, focus?.people ?? null, {
      people: new Set([state.person, state.other].filter((number) => number !== null)),
      tie: focus?.tie ?? null,
      touches: (edge) => (state.other === null ? edge.from === state.person || edge.to === state.person : edge.id === focus.tie),
    });
    const part = model.opening.nodes.length < model.officials.length && model.officials.length > 300;
    const { say } = this;
    $("caption").textContent = part ? say.captionPart(nodes.length, model.officials.length)
      : [say.captionAll(nodes.length, edges.length), model.officials.length > nodes.length ? say.captionRest(model.officials.length - nodes.length) : ""].filter(Boolean).join(" ");
  }

  dot(node) {
    const official = this.model.officials[node.id];
    return { id: node.id, x: node.x, y: node.y, size: node.size, shade: this.shade(official), label: this.panel.local(official) };
  }

  shade({ agency }) {
    return agency ? this.model.colour.get(agency.number) ?? "other" : "none";
  }

  /** Who stays bright when somebody is chosen. */
  focus() {
    const { state, model } = this;
    if (state.person === null) return null;
    const ties = model.near[state.person];
    if (state.other !== null) {
      const tie = ties.find((one) => across(one, state.person) === state.other);
      return { people: new Set([state.person, state.other]), tie: tie?.number ?? null };
    }
    const left = new Set(this.selection.ties.map(({ tie }) => tie.number));
    return { people: new Set([state.person, ...ties.filter((tie) => left.has(tie.number)).map((tie) => across(tie, state.person))]), tie: null };
  }

  // -- the panel

  side() {
    const { state, model, panel, selection } = this;
    const person = state.person === null ? null : model.officials[state.person];
    const other = state.other === null ? null : model.officials[state.other];
    const tie = person && other && model.near[person.number].find((one) => across(one, person.number) === other.number);
    if (tie) fill($("panel"), panel.tie({ shared: tie.shared }, person, other));
    else if (person) fill($("panel"), panel.person(person, selection));
    else fill($("panel"), panel.reading(selection, this.shades()));
    $("panel").scrollTop = 0;
  }

  /** Rows of the legend: colours with how many of the people drawn they stand for. */
  shades() {
    const { model, say } = this;
    const count = new Map();
    for (const number of this.drawn) {
      const shade = this.shade(model.officials[number]);
      count.set(shade, (count.get(shade) ?? 0) + 1);
    }
    const rows = [...model.colour].map(([agency, shade]) => ({ shade, label: this.panel.local(model.agencies[agency]) }));
    rows.push({ shade: "other", label: say.otherAgencies }, { shade: "none", label: say.noAgency });
    return rows.filter(({ shade }) => count.has(shade)).map((row) => ({ ...row, count: count.get(row.shade) }));
  }

  // -- controls

  listen() {
    const { picture } = this;
    $("zoom-in").addEventListener("click", () => picture.zoom(1.4));
    $("zoom-out").addEventListener("click", () => picture.zoom(1 / 1.4));
    $("zoom-fit").addEventListener("click", () => picture.fit());
    $("language").addEventListener("click", () => this.go({ language: this.state.language === "zh" ? "en" : "zh" }));
    const themes = ["auto", "light", "dark"];
    $("theme").addEventListener("click", () => this.go({ theme: themes[(themes.indexOf(this.state.theme) + 1) % 3] }));
    $("grade").append(...[0, 1, 2].map((grade) => h("label", {},
      h("input", { type: "radio", name: "grade", onchange: () => this.go({ grade }) }), h("span"))));
    $("search").addEventListener("input", () => this.find());
    $("search").addEventListener("keydown", (event) => this.keyed(event));
    $("search").addEventListener("focus", () => this.find());
    $("search").addEventListener("blur", () => this.found([], ""));
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && document.activeElement !== $("search")) this.go({ person: null, other: null });
    });
  }

  find() {
    this.hay ??= haystack(this.model.officials);
    const query = $("search").value;
    this.found(search(this.hay, query, FOUND), query);
  }

  found(numbers, query) {
    const { say, panel, model } = this;
    const items = numbers.map((number, place) => h("li", {
      role: "option", id: `found-${place}`, "data-number": number, "aria-selected": place === 0 ? "true" : "false",
      onmousedown: (event) => event.preventDefault(), onclick: () => this.choose(number),
    }, panel.name(model.officials[number]), h("small", {}, panel.latestPost(model.officials[number]))));
    if (query.trim() && !items.length) items.push(h("li", { class: "none", role: "option", "aria-disabled": "true" }, say.nobody));
    fill($("found"), items);
    $("found").hidden = !items.length;
    $("search").setAttribute("aria-expanded", String(items.length > 0));
    if (numbers.length) $("search").setAttribute("aria-activedescendant", "found-0");
    else $("search").removeAttribute("aria-activedescendant");
  }

  keyed(event) {
    const items = [...$("found").querySelectorAll("[data-number]")];
    const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
    if (event.key === "Escape") {
      $("search").value = "";
      this.found([], "");
    } else if (event.key === "Enter" && at >= 0) {
      this.choose(Number(items[at].dataset.number));
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && items.length) {
      event.preventDefault();
      const next = (at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length;
      items[at].setAttribute("aria-selected", "false");
      items[next].setAttribute("aria-selected", "true");
      items[next].scrollIntoView({ block: "nearest" });
      $("search").setAttribute("aria-activedescendant", items[next].id);
    }
  }

  choose(number) {
    $("search").value = "";
    this.found([], "");
    this.go({ person: number, other: null });
  }
}

const page = new Page(load(JSON.parse($("data").textContent)));
window.kg = page;
