// The panel beside the picture: how to read it, a person, a tie with the sentences that state it.

import { h, out } from "./dom.js";
import { STRINGS, day, days } from "./strings.js";
import { across, sources } from "./data.js";

const PAGE = 25;

export class Panel {
  /** `go` changes the state: go({person, other}). */
  constructor(model, go) {
    this.model = model;
    this.go = go;
  }

  speak(language) {
    this.language = language;
    this.say = STRINGS[language];
  }

  /** A name, with the Chinese one beside it where there is one. */
  name(thing) {
    const { label, zh } = thing;
    if (!zh || zh === label) return label;
    return this.language === "zh" ? `${zh} ${label}` : `${label} ${zh}`;
  }

  local(thing) {
    return (this.language === "zh" && thing.zh) || thing.label;
  }

  toPerson(official) {
    return h("button", { type: "button", class: "link", onclick: () => this.go({ person: official.number, other: null }) }, this.name(official));
  }

  toTie(tie, from) {
    const other = this.model.officials[across(tie, from)];
    return h("button", { type: "button", class: "link", onclick: () => this.go({ person: from, other: other.number }) }, this.name(other));
  }

  top(title, close) {
    const button = close && h("button", { type: "button", class: "plain close", "aria-label": this.say.close, onclick: () => this.go({ person: null, other: null }) }, "×");
    return h("div", { class: "top" }, h("h2", {}, title), button);
  }

  // -- nothing chosen

  reading(selection, shades) {
    const { say } = this;
    return [
      h("h2", {}, say.howTo),
      h("h3", {}, say.colours),
      h("ul", { class: "legend" }, shades.map(({ shade, label, count }) =>
        h("li", {}, h("span", { class: `dot swatch-${shade}` }), label, h("span", { class: "count" }, String(count))))),
      h("ul", { class: "legend lines more" },
        [["stroke", say.lineStrict], ["stroke met", say.lineMet], ["stroke together", say.lineTogether]].map(([kind, text]) =>
          h("li", {}, h("span", { class: kind }), text))),
      ...this.mostConnected(selection),
      ...this.strongest(selection),
    ];
  }

  mostConnected({ strength }) {
    const best = [...strength].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 8);
    if (!best.length) return [];
    return [h("h3", {}, this.say.mostConnected), h("ol", { class: "ranked" }, best.map(([number]) => {
      const official = this.model.officials[number];
      const met = official.events.filter((event) => event.kind === "Meeting" && event.status === "Held").length;
      return h("li", {}, this.toPerson(official), h("span", { class: "count" }, met ? this.say.meetings(met) : this.say.occasions(official.events.length)), h("small", {}, this.latestPost(official)));
    }))];
  }

  strongest({ ties }) {
    const best = [...ties].sort((a, b) => b.weight - a.weight || a.grade - b.grade || a.tie.number - b.tie.number).slice(0, 6);
    if (!best.length) return [];
    return [h("h3", {}, this.say.strongest), h("ol", { class: "ranked" }, best.map(({ tie, weight }) => {
      const [a, b] = [this.model.officials[tie.a], this.model.officials[tie.b]];
      const button = h("button", { type: "button", class: "link", onclick: () => this.go({ person: a.number, other: b.number }) }, `${this.local(a)}${this.say.and}${this.local(b)}`);
      return h("li", {}, button, h("span", { class: "count" }, this.say.occasions(weight)));
    }))];
  }

  latestPost(official) {
    const tenure = official.tenures[official.tenures.length - 1];
    return tenure?.post ? (tenure.acting ? `${this.say.acting} ` : "") + this.local(tenure.post) : "";
  }

  // -- a person

  person(official, selection) {
    const { say } = this;
    const title = [official.title, this.name(official)].filter(Boolean).join(" ");
    const forms = official.forms.filter((form) => form !== official.zh);
    return [
      this.top(title, true),
      official.honours && h("p", { class: "about" }, official.honours),
      forms.length ? h("p", { class: "about" }, say.alsoNamed, forms.join("; ")) : null,
      h("h3", {}, say.posts),
      official.tenures.length ? h("ul", { class: "posts" }, official.tenures.map((tenure) => this.tenure(tenure))) : h("p", { class: "about" }, say.noPosts),
      ...this.met(official, selection),
      h("h3", {}, say.events),
      official.events.length ? this.list(this.newest(official.events), (event) => this.ownEvent(event, official)) : h("p", { class: "about" }, say.noEvents),
    ];
  }

  tenure({ post, agency, acting, first, last }) {
    const time = first === last ? day(first, this.language) : `${day(first, this.language)} – ${day(last, this.language)}`;
    const body = agency && this.local(agency);
    return h("li", {}, acting ? h("span", { class: "tag" }, this.say.acting) : null, post ? this.name(post) : "", h("small", {}, [body, time].filter(Boolean).join(" · ")));
  }

  met(official, { ties }) {
    const own = ties.filter(({ tie }) => tie.a === official.number || tie.b === official.number)
      .sort((a, b) => b.weight - a.weight || a.grade - b.grade || a.tie.number - b.tie.number);
    if (!own.length) return [];
    return [h("h3", {}, `${this.say.metList} ${this.say.people(own.length)}`), this.list(own, ({ tie, weight, grade, shared }) => {
      const last = shared[shared.length - 1].event;
      const when = days(last.start, last.end, this.language);
      return h("li", {}, this.toTie(tie, official.number), h("span", { class: "count" }, `${weight} ×`), h("small", {}, [this.say.gradeNames[grade], when].filter(Boolean).join(" · ")));
    }, "ranked")];
  }

  ownEvent(event, official) {
    const own = event.people.find((one) => one.official === official);
    const inPost = own.post ? `${own.acting ? `${this.say.acting} ` : ""}${this.local(own.post)}` : "";
    return h("li", {}, ...this.head(event), h("p", { class: "meta" }, [this.say.roles[own.role], inPost].filter(Boolean).join(" · ")),
      this.company(event, [official]), ...this.quoted([...event.marks, ...own.marks], own.marks));
  }

  // -- a tie

  tie(selected, first, second) {
    const { say } = this;
    const { shared } = selected;
    const met = shared.filter(({ grade }) => grade < 2).length;
    const strict = shared.filter(({ grade }) => grade === 0).length;
    return [
      this.top(`${this.local(first)}${say.and}${this.local(second)}`, true),
      h("p", { class: "about" }, say.tieSummary(shared.length, met, strict)),
      h("ul", { class: "posts" }, [first, second].map((one) => h("li", {}, this.toPerson(one), h("small", {}, this.latestPost(one))))),
      h("h3", {}, say.events),
      this.list([...shared].reverse(), ({ event, grade }) => this.sharedEvent(event, grade, first, second)),
    ];
  }

  sharedEvent(event, grade, first, second) {
    const both = event.people.filter((one) => one.official === first || one.official === second);
    const names = both.flatMap((one) => one.marks);
    return h("li", {}, ...this.head(event), h("p", {}, h("span", { class: grade ? "tag" : "tag strict" }, this.say.gradeNames[grade])),
      this.company(event, [first, second]), ...this.quoted([...event.marks, ...names], names));
  }

  // -- events

  newest(events) {
    return [...events].sort((a, b) => (b.start ?? b.end ?? "").localeCompare(a.start ?? a.end ?? "") || a.number - b.number);
  }

  head(event) {
    const { say, language } = this;
    const time = days(event.start, event.end, language);
    const meta = [say.kinds[event.kind] ?? event.kind, event.place, say.statuses[event.status]].filter(Boolean).join(" · ");
    return [
      h("p", {}, time ? h("time", { datetime: event.start ?? event.end }, time) : h("span", { class: "meta" }, say.undated), h("span", { class: "meta" }, ` · ${meta}`)),
      h("p", { class: "what" }, event.label),
      event.topic ? h("p", { class: "meta" }, say.about, event.topic) : null,
    ];
  }

  company(event, known) {
    const sides = [...new Set(event.people.map((one) => one.side).filter(Boolean))];
    const others = event.people.filter((one) => !known.includes(one.official));
    return h("div", { class: "meta" },
      sides.length ? h("p", {}, this.say.sides, sides.map((side) => this.local(side)).join(" / ")) : null,
      others.length ? h("p", {}, this.say.alsoThere, others.map((one) => this.local(one.official)).join(", ")) : null);
  }

  /** The sentences with the words marked, each followed by the release it stands in. */
  quoted(marks, names) {
    const bySentence = new Map();
    for (const mark of marks) {
      if (!bySentence.has(mark.sentence)) bySentence.set(mark.sentence, []);
      bySentence.get(mark.sentence).push(mark);
    }
    const quotes = [...bySentence].sort(([a], [b]) => a.number - b.number)
      .map(([sentence, own]) => h("blockquote", {}, marked(sentence.text, own, names)));
    return [...quotes, ...sources(marks).map((release) => this.source(release))];
  }

  source(release) {
    const issued = day(release.issued, this.language);
    return h("p", { class: "source" }, out(release.url, release.title || release.id), ` · ${this.say.release}${release.id}${issued ? ` · ${issued}` : ""}`);
  }

  /** A list that shows some items and the rest when asked. */
  list(items, draw, kind = "events") {
    const list = h("ol", { class: kind });
    const button = h("button", { type: "button", class: "plain more" });
    let shown = 0;
    const grow = () => {
      for (const item of items.slice(shown, shown + PAGE)) list.append(draw(item));
      shown += PAGE;
      button.textContent = this.say.more(Math.max(0, items.length - shown));
      button.hidden = shown >= items.length;
    };
    button.addEventListener("click", grow);
    grow();
    return h("div", {}, list, button);
  }
}

/** A text in pieces, those under a mark as mark elements; names win over other words where both mark. */
export function marked(text, marks, names) {
  const kinds = new Uint8Array(text.length);
  for (const mark of marks) {
    const kind = names.includes(mark) ? 2 : 1;
    for (let at = mark.start; at < mark.end; at += 1) kinds[at] = Math.max(kinds[at], kind);
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
