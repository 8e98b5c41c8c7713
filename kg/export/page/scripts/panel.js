// The panel beside the picture: how to read it, a person, a tie, a chain.

import { h, out } from "./dom.js";
import { STRINGS, day, days } from "./strings.js";
import { across, sources } from "./data.js";
import { Evidence } from "./evidence.js";
import { Finder } from "./finder.js";
import { search } from "./search.js";
import { NO_FILTER, format } from "./state.js";

const PAGE = 25;
const FOUND = 30;

export class Panel {
  /** `go(change)` changes the state; `hay()` are the texts to search. */
  constructor(model, go, hay) {
    Object.assign(this, { model, go, hay });
    this.evidence = new Evidence(model, this);
    this.speak({ language: "en", grade: 0 });
  }

  /** Say what follows for this state. */
  speak(state) {
    this.state = state;
    this.language = state.language;
    this.say = STRINGS[state.language];
  }

  // -- names and links

  /** A name, with the Chinese one beside it where there is one. */
  name({ label, zh }) {
    if (!zh || zh === label) return label;
    return this.language === "zh" ? `${zh} ${label}` : `${label} ${zh}`;
  }

  local({ label, zh }) {
    return (this.language === "zh" && zh) || label;
  }

  latestPost({ tenures }) {
    const tenure = tenures[tenures.length - 1];
    return tenure?.post ? (tenure.acting ? `${this.say.acting} ` : "") + this.local(tenure.post) : "";
  }

  /** What stands under a name in the picture: the name in the other script, and the latest post. */
  about(official) {
    const names = [official.label, official.zh].filter((name) => name && name !== this.local(official));
    return [...names, this.latestPost(official)].filter(Boolean).join(" · ");
  }

  /** A link to another state of the page, which can be opened in a tab of its own too. */
  link(text, change) {
    const follow = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.go(change);
    };
    return h("a", { class: "link", href: `#${format({ ...this.state, at: null, ...change }, this.model)}`, onclick: follow }, text);
  }

  toPerson(official) {
    return this.link(this.name(official), { person: official.number, other: null });
  }

  toBoth(a, b, text) {
    return this.link(text, { person: a.number, other: b.number });
  }

  both(a, b) {
    return `${this.name(a)}${this.say.and}${this.name(b)}`;
  }

  top(title) {
    return h("div", { class: "top" }, h("h2", {}, title),
      h("button", { type: "button", class: "plain close", "aria-label": this.say.close, onclick: () => this.go({ person: null, other: null, steps: 0 }) }, "×"));
  }

  // -- nothing chosen

  /** `legend` is {rims, colours}; what the filters leave is cited when there are any, else all. */
  reading(selection, { rims, colours }, filtered) {
    const { say } = this;
    const rows = (marks) => marks.filter(([, , count]) => count).map(([kind, text]) => h("li", {}, h("span", { class: kind }), text));
    const dots = [["dot principal", say.principalDot, rims.principal], ["dot attending", say.attendingDot, rims.attending], ["dot acting", say.actingDot, rims.acting]];
    const grades = new Set(selection.ties.map(({ grade }) => grade));
    const lines = [["stroke", say.lineStrict, grades.has(0)], ["stroke met", say.lineMet, grades.has(1)], ["stroke together", say.lineTogether, grades.has(2)]];
    const swatch = ({ shade, label, count }) => h("li", {}, h("span", { class: `dot swatch-${shade}` }), label, h("span", { class: "count" }, String(count)));
    return [
      h("h2", {}, say.howTo),
      h("ul", { class: "legend marks" }, rows(dots), rows(lines), h("li", { class: "meta" }, say.widths)),
      colours.length ? h("h3", {}, say.colours) : null,
      h("ul", { class: "legend colours" }, colours.map(swatch)),
      ...this.mostConnected(selection),
      ...this.strongest(selection),
      ...this.cite(filtered ? this.told(selection) : this.model.releases),
    ];
  }

  /** The releases behind a selection. */
  told({ ties }) {
    const events = new Set(ties.flatMap(({ shared }) => shared.map(({ event }) => event)));
    return [...new Set([...events].flatMap((event) => sources(this.model, event)))].sort((a, b) => a.number - b.number);
  }

  mostConnected({ strength, near }) {
    const best = [...strength].sort((a, b) => near.get(b[0]).length - near.get(a[0]).length || b[1] - a[1] || a[0] - b[0]).slice(0, 8);
    if (!best.length) return [];
    return [h("h3", {}, this.say.mostConnected), h("ol", { class: "ranked" }, best.map(([number]) => {
      const official = this.model.officials[number];
      return h("li", {}, this.toPerson(official), h("span", { class: "count" }, this.say.people(near.get(number).length)), h("small", {}, this.latestPost(official)));
    }))];
  }

  strongest({ ties }) {
    const best = ties.filter(({ weight }) => weight > 1).sort((a, b) => b.weight - a.weight || a.grade - b.grade || a.tie.number - b.tie.number).slice(0, 6);
    if (!best.length) return [];
    return [h("h3", {}, this.say.strongest), h("ol", { class: "ranked" }, best.map(({ tie, weight }) => {
      const [a, b] = [this.model.officials[tie.a], this.model.officials[tie.b]];
      return h("li", {}, this.toBoth(a, b, this.both(a, b)), h("span", { class: "count" }, this.say.occasions(weight)));
    }))];
  }

  /** Who published the releases, or "". */
  publisher() {
    return this.model.publisher ? this.local(this.model.publisher) : "";
  }

  /** What to write when quoting what is shown. */
  cite(releases) {
    const ids = releases.map(({ id }) => id);
    if (!ids.length) return [];
    const shown = ids.length > 12 ? [...ids.slice(0, 12), this.say.andMore(ids.length - 12)] : ids;
    return [
      h("h3", {}, this.say.howToCite),
      h("p", { class: "cite" }, this.say.citation(document.title, this.publisher(), shown.join(this.say.comma))),
      ids.length > shown.length ? this.allReleases(releases) : null,
    ];
  }

  /** All releases by id, listed when asked for. */
  allReleases(releases) {
    const place = h("p", { class: "cite ids" });
    const list = () => place.hasChildNodes() || place.append(...releases.flatMap(({ id, url }, at) => [at ? this.say.comma : "", out(url, id)]));
    return h("details", { class: "all", ontoggle: list }, h("summary", {}, this.say.allReleases(releases.length)), place);
  }

  // -- a person

  person(official, selection, scene) {
    const { say } = this;
    const forms = official.forms.filter((form) => form !== official.zh);
    const events = [...official.events].sort((a, b) => (b.start ?? b.end ?? "").localeCompare(a.start ?? a.end ?? "") || a.number - b.number);
    return [
      this.top([official.title, this.name(official)].filter(Boolean).join(" ")),
      official.honours ? h("p", { class: "about" }, official.honours) : null,
      forms.length ? h("p", { class: "about" }, say.alsoNamed, forms.join("; ")) : null,
      selection.near.has(official.number) ? this.steps(official, scene) : null,
      h("h3", {}, say.posts),
      official.tenures.length ? h("ul", { class: "posts" }, official.tenures.map((tenure) => this.tenure(tenure)), this.axis(official)) : h("p", { class: "about" }, say.noPosts),
      this.met(official, selection),
      this.connect(official),
      h("h3", {}, say.events(events.length)),
      events.length ? this.list(events, (event) => this.evidence.own(event, official)) : h("p", { class: "about" }, say.noEvents),
      ...this.cite([...new Set(events.flatMap((event) => sources(this.model, event)))]),
    ];
  }

  /** How much of the picture around a person to show. */
  steps(official, scene) {
    const now = scene.kind === "circle" ? scene.of.steps : 0;
    const choice = [[0, this.say.inPicture], [1, this.say.oneStep], [2, this.say.twoSteps]].slice(scene.of?.alone ? 1 : 0);
    return h("div", { class: "steps", role: "group", "aria-label": this.say.stepsName }, choice.map(([steps, text]) =>
      h("button", { type: "button", "aria-pressed": String(now === steps), onclick: () => this.go({ steps, view: "picture" }) }, text)));
  }

  tenure({ post, agency, acting, first, last }) {
    const time = first === last ? day(first, this.language) : `${day(first, this.language)} – ${day(last, this.language)}`;
    const body = agency && this.local(agency);
    const bar = h("span", { class: acting ? "bar acting" : "bar", "aria-hidden": "true" }, h("span"));
    const { first: begin, last: end } = this.model.told;
    bar.firstChild.style.left = `${100 * along(begin, end, first)}%`;
    bar.firstChild.style.width = `${100 * (along(begin, end, last) - along(begin, end, first))}%`;
    return h("li", {}, acting ? h("span", { class: "tag" }, this.say.acting) : null, post ? this.name(post) : "",
      h("small", {}, [body, time].filter(Boolean).join(" · ")), begin < end ? bar : null);
  }

  /** The years under the bars of posts. */
  axis({ tenures }) {
    const { first, last } = this.model.told;
    if (!tenures.length || first >= last) return null;
    return h("li", { class: "axis", "aria-hidden": "true" }, h("span", {}, first.slice(0, 4)), h("span", {}, last.slice(0, 4)));
  }

  met(official, { near }) {
    const own = [...near.get(official.number) ?? []].sort((a, b) => b.weight - a.weight || a.grade - b.grade || a.tie.number - b.tie.number);
    if (!own.length) return this.alone(official);
    return h("section", {}, h("h3", {}, this.say.metList(own.length)), this.list(own, ({ tie, weight, grade, shared }) => {
      const other = this.model.officials[across(tie, official.number)];
      return h("li", {}, this.toBoth(official, other, this.name(other)), h("span", { class: "count" }, this.say.occasions(weight)),
        h("small", {}, [this.say.gradeNames[grade], this.span(shared)].filter(Boolean).join(" · ")));
    }, "ranked"));
  }

  /** Nobody is left under the filters; the way to whoever there is otherwise. */
  alone(official) {
    const others = this.model.near[official.number].length;
    if (!others) return null;
    return h("section", {}, h("h3", {}, this.say.captionAlone(this.local(official))), h("p", { class: "about" }, this.link(this.say.tryAll, { ...NO_FILTER, grade: 2 })));
  }

  /** From the first to the last of some occasions. */
  span(shared) {
    const dates = shared.flatMap(({ event }) => [event.start ?? event.end, event.end ?? event.start]).filter(Boolean).sort();
    return days(dates[0], dates[dates.length - 1], this.language);
  }

  /** The field that looks for the shortest chain to somebody. */
  connect(official) {
    const input = h("input", { type: "search", placeholder: this.say.connectTo, "aria-label": this.say.connectTo });
    const list = h("ul", { role: "listbox", "aria-label": this.say.found, hidden: true });
    const finder = new Finder({
      input, list,
      find: (query) => search(this.hay(), query, FOUND).filter((number) => number !== official.number).map((number) => ({
        name: this.name(this.model.officials[number]), about: this.latestPost(this.model.officials[number]),
        choose: () => this.go({ person: official.number, other: number, steps: 0 }),
      })),
    });
    finder.nobody = this.say.nobody;
    return h("section", {}, h("h3", {}, this.say.connect), h("div", { class: "finder" }, input, list));
  }

  // -- a tie, a chain

  tie(shared, first, second, hidden) {
    const { say } = this;
    const count = (loosest) => shared.filter(({ grade }) => grade <= loosest).length;
    return [
      this.top(this.both(first, second)),
      h("p", { class: "about" }, say.tieSummary(count(0), count(1) - count(0), shared.length - count(1))),
      hidden ? h("p", { class: "about" }, this.link(say.hiddenByFilters(hidden), { ...NO_FILTER, grade: 2 })) : null,
      h("ul", { class: "posts" }, [first, second].map((one) => h("li", {}, this.toPerson(one), h("small", {}, this.latestPost(one))))),
      h("h3", {}, say.events(shared.length)),
      this.list([...shared].reverse(), (one) => this.evidence.shared(one, first, second)),
      ...this.cite([...new Set(shared.flatMap(({ event }) => sources(this.model, event)))]),
    ];
  }

  /** A chain of ties, or word that there is none. */
  chain(links, first, last) {
    const { say } = this;
    const title = this.top(this.both(first, last));
    if (!links) {
      const { grade } = this.state;
      return [title, h("p", { class: "about" }, say.noChain), h("ul", { class: "posts" }, [first, last].map((one) => h("li", {}, this.toPerson(one)))), grade < 2 ? h("p", { class: "about" }, this.link(say.tryAll, { grade: 2 })) : null];
    }
    let at = first;
    const parts = links.map(({ tie, shared }) => {
      const [from, to] = [at, this.model.officials[across(tie, at.number)]];
      at = to;
      return h("section", {}, h("h3", {}, this.toBoth(from, to, this.both(from, to))),
        this.list([...shared].reverse(), (one) => this.evidence.shared(one, from, to)));
    });
    return [title, h("p", { class: "about" }, say.chainOf(links.length - 1)), ...parts];
  }

  /** A list that shows some items and the rest when asked. */
  list(items, draw, kind = "events") {
    const list = h("ol", { class: kind });
    const button = h("button", { type: "button", class: "plain more" });
    let shown = 0;
    const grow = () => {
      for (const item of items.slice(shown, shown + PAGE)) list.append(draw(item));
      shown += PAGE;
      button.textContent = this.say.more(Math.min(PAGE, Math.max(0, items.length - shown)));
      button.hidden = shown >= items.length;
    };
    button.addEventListener("click", grow);
    grow();
    return h("div", {}, list, button);
  }
}

/** How far a day lies between two others, from 0 to 1. */
function along(first, last, when) {
  const [begin, end, at] = [first, last, when].map((text) => Date.parse(text));
  return end > begin && at >= begin ? Math.min(1, (at - begin) / (end - begin)) : 0;
}
