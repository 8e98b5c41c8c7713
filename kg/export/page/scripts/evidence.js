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
    return h("li", {}, this.head(event), h("p", { class: "meta" }, [this.say.roles[own.role], this.inPost(own), own.side ? this.say.onSide(this.panel.local(own.side)) : ""].filter(Boolean).join(" · ")),
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
      h("p", { class: "what" }, sources(this.model, event).find((release) => release.title)?.title ?? event.label),
      tag ? h("p", {}, tag) : null,
      event.topic ? h("p", { class: "meta" }, this.say.about, event.topic) : null,
    ];
  }

  /** Everybody by side where the release gives sides, else the others. */
  company(event, known) {
    if (event.people.some((one) => one.side)) return this.sides(event);
    const others = event.people.filter((one) => !known.includes(one.official));
    if (!others.length) return null;
    return h("p", { class: "meta" }, this.say.alsoThere, others.flatMap((one, place) => [place ? this.say.comma : "", this.participant(one)]));
  }

  /** Who was on which side, principals first; who is on no side comes last. */
  sides(event) {
    const sides = new Map();
    for (const one of [...event.people].sort((a, b) => (a.side === null) - (b.side === null))) {
      if (!sides.has(one.side)) sides.set(one.side, []);
      sides.get(one.side).push(one);
    }
    return h("div", { class: "sides" }, [...sides].map(([side, people]) => h("section", {},
      h("h4", {}, side ? this.panel.name(side) : this.say.noSide),
      h("ul", {}, people.map((one) => h("li", {}, this.participant(one), one.post ? h("small", {}, this.inPost(one)) : null))))));
  }

  /** A participant, principals strong, stand-ins marked. */
  participant({ official, role, acting }) {
    const link = this.panel.link(this.panel.local(official), { person: official.number, other: null });
    return [role === "Principal" ? h("b", {}, link) : link, acting ? this.say.actingMark : ""];
  }

  inPost({ post, acting }) {
    return post ? `${acting ? `${this.say.acting} ` : ""}${this.panel.local(post)}` : "";
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
