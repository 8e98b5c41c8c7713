// The controls over the picture: search, strictness, filters, views, language, colours, saving.

import { h, fill } from "./dom.js";
import { Finder } from "./finder.js";
import { NO_FILTER } from "./state.js";
import { agencyHaystack, found } from "./search.js";

const $ = (id) => document.getElementById(id);
const VIEWS = ["picture", "people", "ties", "occasions"];
const PEOPLE = 40;
const AGENCIES = 4;

export class Controls {
  constructor(page) {
    this.page = page;
    const on = (id, act) => $(id).addEventListener("click", act);
    on("zoom-in", () => page.picture.zoom(1.4));
    on("zoom-out", () => page.picture.zoom(1 / 1.4));
    on("zoom-fit", () => page.picture.fit());
    on("language", () => page.go({ language: page.state.language === "zh" ? "en" : "zh" }));
    on("theme", () => page.go({ theme: { auto: "light", light: "dark", dark: "auto" }[page.state.theme] }));
    on("reset", () => page.go(NO_FILTER));
    on("more", () => this.unfold($("more").getAttribute("aria-expanded") !== "true"));
    on("skip", (event) => {
      event.preventDefault();
      page.go({ view: "people" });
      $("table").focus();
    });
    this.finder = new Finder({ input: $("search"), list: $("found"), find: (query) => this.find(query) });
    $("grade").addEventListener("input", () => page.go({ grade: Number($("grade").value) }));
    this.ticks = [0, 1, 2].map((grade) => h("span", { onclick: () => page.go({ grade }) }));
    $("ticks").append(...this.ticks);
    this.views = VIEWS.map((view) => [view, radio($("view"), "view", () => page.go({ view }))]);
    this.saves = ["png", "svg", "csv", "graphml"].map((kind) => [kind, h("button", { type: "button", onclick: () => page.save(kind) })]);
    $("saves").append(...this.saves.map(([, button]) => button));
    document.addEventListener("click", ({ target }) => {
      if (!$("save").contains(target)) $("save").open = false;
    });
    for (const name of ["kind", "agency", "place"]) {
      $(name).addEventListener("change", () => page.go({ [name]: $(name).value === "" ? null : name === "agency" ? Number($(name).value) : $(name).value }));
    }
  }

  /** On a narrow screen the filters come out when asked for. */
  unfold(yes) {
    $("more").setAttribute("aria-expanded", String(yes));
    $("filters").classList.toggle("open", yes);
  }

  /** People by name, then agencies, then people by their posts and agencies. */
  find(query) {
    const { model, panel } = this.page;
    const go = (change) => this.page.go(change);
    const people = found(this.page.hay(), query, PEOPLE);
    this.agencyTexts ??= agencyHaystack(model.agencies);
    const { members } = this.choices();
    const agencies = found(this.agencyTexts, query, AGENCIES).byName.filter((number) => members.has(number));
    const person = (number) => {
      const official = model.officials[number];
      return { name: panel.name(official), about: panel.latestPost(official), choose: () => go({ person: number, other: null }) };
    };
    const body = (number) => ({
      name: panel.name(model.agencies[number]), about: this.page.say.agencyOf(members.get(number)),
      choose: () => go({ agency: number, person: null, other: null, steps: 0 }),
    });
    return [...people.byName.map(person), ...agencies.map(body), ...people.byPost.map(person)].slice(0, PEOPLE);
  }

  /** Show what the state says. */
  show() {
    const { state, say, panel, model } = this.page;
    $("search").placeholder = say.search;
    this.finder.nobody = say.nobody;
    $("language").lang = state.language === "zh" ? "en" : "zh-Hant";
    $("theme").textContent = say.theme[state.theme];
    $("theme").setAttribute("aria-label", say.themeName + say.theme[state.theme]);
    $("grade").value = state.grade;
    $("grade").setAttribute("aria-valuetext", say.grades[state.grade]);
    this.ticks.forEach((tick, grade) => {
      tick.textContent = say.grades[grade];
      tick.classList.toggle("now", grade === state.grade);
    });
    for (const [view, { input, text }] of this.views) {
      text.textContent = say.views[view];
      input.checked = view === state.view;
    }
    for (const [kind, button] of this.saves) button.textContent = say.saveAs[kind];
    const choices = this.choices();
    options($("kind"), say.anyKind, choices.kinds, (kind) => say.kinds[kind] ?? kind, state.kind);
    options($("agency"), say.anyAgency, [...choices.members.keys()], (agency) => panel.local(model.agencies[agency]), state.agency);
    options($("place"), say.anyPlace, choices.places, (code) => jurisdiction(code, state.language, say), state.place);
    const set = Object.keys(NO_FILTER).filter((name) => state[name] !== null).length;
    $("reset").hidden = set === 0;
    $("more").textContent = say.filters(set);
  }

  /** Kinds, jurisdictions, and agencies with how many people they have, of those who share an occasion. */
  choices() {
    if (this.chosen) return this.chosen;
    const { model } = this.page;
    const count = new Map();
    const places = new Set();
    model.officials.forEach((official, number) => {
      if (!model.near[number].length) return;
      for (const agency of new Set(official.tenures.map((tenure) => tenure.agency).filter(Boolean))) count.set(agency.number, (count.get(agency.number) ?? 0) + 1);
      if (official.agency?.jurisdiction) places.add(official.agency.jurisdiction);
    });
    const kinds = new Set(model.ties.flatMap((tie) => tie.shared.map(({ event }) => event.kind)));
    this.chosen = { kinds: [...kinds].sort(), places: [...places].sort(), members: new Map([...count].sort((a, b) => b[1] - a[1] || a[0] - b[0])) };
    return this.chosen;
  }
}

/** The choices of a select, which is hidden when there is nothing to choose. */
function options(element, any, values, name, now) {
  fill(element, h("option", { value: "" }, any), values.map((value) => h("option", { value }, name(value))));
  element.value = now ?? "";
  element.hidden = values.length < 2 && now === null;
}

/** A radio button in a group: its input and its text. */
function radio(group, name, act) {
  const input = h("input", { type: "radio", name, onchange: act });
  const text = h("span");
  group.append(h("label", {}, input, text));
  return { input, text };
}

/** The name of a jurisdiction: ISO 3166-1 codes, or "INT". */
function jurisdiction(code, language, say) {
  if (code === "INT") return say.international;
  try {
    return new Intl.DisplayNames([language === "zh" ? "zh-Hant-HK" : "en"], { type: "region" }).of(code);
  } catch {
    return code;
  }
}
