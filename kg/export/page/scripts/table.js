// The same selection as tables: people, and ties. Every column sorts.

import { h, fill, out } from "./dom.js";
import { day, days } from "./strings.js";
import { sources } from "./data.js";

const PAGE = 100;

export class Table {
  constructor(element, model, panel) {
    Object.assign(this, { element, model, panel });
    this.order = { people: ["count", -1], ties: ["count", -1], occasions: ["date", -1] };
  }

  show(view, selection, people) {
    const [columns, items] = {
      people: () => [this.peopleColumns(), this.people(selection, people)],
      ties: () => [this.tieColumns(), this.ties(selection)],
      occasions: () => [this.occasionColumns(), this.occasions(selection)],
    }[view]();
    this.draw(view, columns, items);
  }

  people({ strength, near }, drawn) {
    return [...drawn].map((number) => {
      const official = this.model.officials[number];
      const shared = (near.get(number) ?? []).flatMap((one) => one.shared.map(({ event }) => event));
      const events = [...new Set(shared)];
      const dates = events.map((event) => event.end ?? event.start ?? "").filter(Boolean).sort();
      return {
        official, name: official.label, post: this.panel.latestPost(official), agency: official.agency ? this.panel.local(official.agency) : "",
        people: (near.get(number) ?? []).length, count: events.length, last: dates[dates.length - 1] ?? "", strength: strength.get(number) ?? 0,
      };
    });
  }

  /** Columns are [key, head, cell, a number?, left out on narrow screens?]. */
  peopleColumns() {
    const { say } = this.panel;
    return [
      ["name", say.name, ({ official }) => this.panel.toPerson(official)],
      ["post", say.post, ({ post }) => post],
      ["agency", say.agency, ({ agency }) => agency, false, true],
      ["people", say.metPeople, ({ people }) => String(people), true],
      ["count", say.occasionsHead, ({ count }) => String(count), true],
      ["last", say.latest, ({ last }) => day(last, this.panel.language, true), false, true],
    ];
  }

  ties({ ties }) {
    return ties.map(({ tie, shared, weight }) => {
      const [a, b] = [this.model.officials[tie.a], this.model.officials[tie.b]];
      const of = (grade) => shared.filter((one) => one.grade <= grade).length;
      const dates = shared.map(({ event }) => event.end ?? event.start ?? "").filter(Boolean).sort();
      return { a, b, name: a.label, other: b.label, strict: of(0), met: of(1), count: weight, first: dates[0] ?? "", last: dates[dates.length - 1] ?? "" };
    });
  }

  tieColumns() {
    const { say, language } = this.panel;
    return [
      ["name", say.onePerson, ({ a }) => this.panel.toPerson(a)],
      ["other", say.otherPerson, ({ b }) => this.panel.toPerson(b)],
      ["strict", say.gradeHeads[0], ({ strict }) => String(strict), true, true],
      ["met", say.gradeHeads[1], ({ met }) => String(met), true, true],
      ["count", say.occasionsHead, ({ a, b, count }) => this.panel.toBoth(a, b, say.occasions(count)), true],
      ["first", say.earliest, ({ first }) => day(first, language, true), false, true],
      ["last", say.latest, ({ last }) => day(last, language, true)],
    ];
  }

  occasions({ ties }) {
    const events = new Set(ties.flatMap(({ shared }) => shared.map(({ event }) => event)));
    return [...events].map((event) => {
      const releases = sources(this.model, event);
      return {
        event, releases, date: event.start ?? event.end ?? "", kind: this.panel.say.kinds[event.kind] ?? event.kind,
        name: releases[0]?.title ?? event.label, place: event.place ?? "", count: event.people.length,
      };
    });
  }

  occasionColumns() {
    const { say, language, evidence } = this.panel;
    return [
      ["date", say.date, ({ event }) => days(event.start, event.end, language, true)],
      ["kind", say.kindHead, ({ kind }) => kind, false, true],
      ["name", say.occasionHead, ({ name, releases }) => out(releases[0]?.url, name)],
      ["place", say.place, ({ place }) => place, false, true],
      ["count", say.who, ({ event }) => event.people.flatMap((one, at) => [at ? say.comma : "", ...evidence.participant(one)])],
    ];
  }

  draw(view, columns, items) {
    const [by, sign] = this.order[view];
    const collator = new Intl.Collator("en");
    const compare = (a, b) => (typeof a[by] === "number" ? a[by] - b[by] : collator.compare(a[by], b[by]));
    items.sort((a, b) => sign * compare(a, b) || collator.compare(a.name, b.name));
    const classes = (number, minor) => [number ? "number" : "", minor ? "minor" : ""].join(" ").trim() || null;
    const head = columns.map(([key, name, , number, minor]) => {
      const sort = () => {
        this.order[view] = [key, key === by ? -sign : number ? -1 : 1];
        this.draw(view, columns, items);
        this.element.querySelector(`[data-key="${key}"]`).focus();
      };
      const arrow = key === by ? (sign < 0 ? " ↓" : " ↑") : "";
      return h("th", { scope: "col", class: classes(number, minor), "aria-sort": key === by ? (sign < 0 ? "descending" : "ascending") : "none" },
        h("button", { type: "button", "data-key": key, onclick: sort }, name + arrow));
    });
    const body = h("tbody");
    const button = h("button", { type: "button", class: "plain more" });
    let shown = 0;
    const grow = () => {
      for (const item of items.slice(shown, shown + PAGE)) {
        body.append(h("tr", {}, columns.map(([, , cell, number, minor]) => h("td", { class: classes(number, minor) }, cell(item)))));
      }
      shown += PAGE;
      button.textContent = this.panel.say.more(Math.min(PAGE, Math.max(0, items.length - shown)));
      button.hidden = shown >= items.length;
    };
    button.addEventListener("click", grow);
    grow();
    const caption = h("caption", {}, this.panel.say.tableCaption[view](items.length));
    fill(this.element, h("table", { class: view }, caption, h("thead", {}, h("tr", {}, head)), body), button);
  }
}
