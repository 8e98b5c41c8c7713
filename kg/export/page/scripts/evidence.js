// An occasion as the panel tells it: when, what, who else, and the very sentences with the words marked.

import { h, out } from "./dom.js";
import { STRINGS, day, days } from "./strings.js";
import { marks, sources } from "./data.js";

export class Evidence {
  constructor(model, panel) {
    this.model = model;
    this.panel = panel;
  }

  get say() {
    return STRINGS[this.panel.language];
  }

  /** An event of a person. */
  own(event, official) {
    const own = event.people.find((one) => one.official === official);
    const inPost = own.post ? `${own.acting ? `${this.say.acting} ` : ""}${this.panel.local(own.post)}` : "";
    return h("li", {}, this.head(event), h("p", { class: "meta" }, [this.say.roles[own.role], inPost].filter(Boolean).join(" · ")),
      this.company(event, [official]), this.quoted(event, [own]));
  }

  /** An event that two people share. */
  shared({ event, grade }, first, second) {
    const both = event.people.filter((one) => one.official === first || one.official === second);
    return h("li", {}, this.head(event, h("span", { class: grade ? "tag" : "tag strict" }, this.say.gradeNames[grade])),
      this.company(event, [first, second]), this.quoted(event, both));
  }

  head(event, tag) {
    const time = days(event.start, event.end, this.panel.language);
    const meta = [this.say.kinds[event.kind] ?? event.kind, event.place, this.say.statuses[event.status]].filter(Boolean).join(" · ");
    return [
      h("p", {}, time ? h("time", { datetime: event.start ?? event.end }, time) : h("span", { class: "meta" }, this.say.undated), h("span", { class: "meta" }, ` · ${meta}`)),
      h("p", { class: "what" }, sources(this.model, event).map((release) => release.title).filter(Boolean)[0] ?? event.label),
      tag ? h("p", {}, tag) : null,
      event.topic ? h("p", { class: "meta" }, this.say.about, event.topic) : null,
    ];
  }

  /** The others, by side where the release gives sides. */
  company(event, known) {
    const sides = new Map();
    for (const one of event.people) {
      const side = one.side ? this.panel.local(one.side) : "";
      if (!sides.has(side)) sides.set(side, []);
      sides.get(side).push(one);
    }
    const names = (people) => people.map(({ official, acting }) => this.panel.local(official) + (acting ? this.say.actingMark : "")).join(this.say.comma);
    if (sides.size > 1) {
      return [...sides].map(([side, people]) => h("p", { class: "meta" }, h("b", {}, side || this.say.noSide), this.say.colon, names(people)));
    }
    const others = event.people.filter((one) => !known.includes(one.official));
    return others.length ? h("p", { class: "meta" }, this.say.alsoThere, names(others)) : null;
  }

  /** The sentences, the words of the event and of these participations marked; then the releases. */
  quoted(event, participations) {
    const names = participations.flatMap((one) => marks(this.model, one.quotes)).map((mark) => ({ ...mark, who: true }));
    const bySentence = new Map();
    for (const mark of [...marks(this.model, event.quotes), ...names]) {
      if (!bySentence.has(mark.sentence)) bySentence.set(mark.sentence, []);
      bySentence.get(mark.sentence).push(mark);
    }
    const quotes = [...bySentence.values()].sort((a, b) => a[0].sentence - b[0].sentence)
      .map((own) => h("blockquote", {}, marked(own[0].text, own)));
    return [...quotes, ...sources(this.model, event).map((release) => this.source(release))];
  }

  source(release) {
    const issued = day(release.issued, this.panel.language);
    return h("p", { class: "source" }, out(release.url, `${this.say.release}${release.id}`), issued ? ` · ${issued}` : "");
  }
}

/** A text in pieces, those under a mark as mark elements; a name wins over other words where both mark. */
export function marked(text, own) {
  const kinds = new Uint8Array(text.length);
  for (const { start, end, who } of own) {
    for (let at = start; at < end; at += 1) kinds[at] = Math.max(kinds[at], who ? 2 : 1);
  }
  const pieces = [];
  for (let start = 0; start < text.length;) {
    let end = start + 1;
    while (end < text.length && kinds[end] === kinds[start]) end += 1;
    const words = text.slice(start, end);
    pieces.push(kinds[start] ? h("mark", { class: kinds[start] === 2 ? "who" : null }, words) : words);
    start = end;
  }
  return pieces;
}
