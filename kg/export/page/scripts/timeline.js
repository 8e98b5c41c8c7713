// The timeline: a histogram of what took place, with two handles that choose a period.

import { h, fill } from "./dom.js";
import { day } from "./strings.js";

/** Bins over these events: days, months or years, whichever a reader can tell apart; {size, bins: [{from, meetings, others}]}. */
export function bin(events) {
  const dated = events.filter((event) => event.start ?? event.end);
  if (!dated.length) return { size: 4, bins: [] };
  const starts = dated.map((event) => event.start ?? event.end).sort();
  const [first, last] = [starts[0], starts[starts.length - 1]];
  const months = (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7) || 12) - Number(first.slice(5, 7) || 1);
  const size = months > 120 ? 4 : months > 1 || first.length < 10 ? 7 : 10;
  const bins = steps(first.slice(0, size), last.slice(0, size), size).map((from) => ({ from, meetings: 0, others: 0 }));
  const index = new Map(bins.map((one, i) => [one.from, i]));
  for (const event of dated) {
    const one = bins[index.get((event.start ?? event.end).slice(0, size))];
    if (one && event.kind === "Meeting") one.meetings += 1;
    else if (one) one.others += 1;
  }
  return { size, bins };
}

/** All days, months or years from one to another. */
function steps(first, last, size) {
  const found = [];
  const date = new Date(`${first.padEnd(10, "-01")}T00:00:00Z`.replace(/^(\d{4})-01T/, "$1-01-01T"));
  for (let text = first; text <= last && found.length < 2000;) {
    found.push(text);
    if (size === 4) date.setUTCFullYear(date.getUTCFullYear() + 1);
    else if (size === 7) date.setUTCMonth(date.getUTCMonth() + 1);
    else date.setUTCDate(date.getUTCDate() + 1);
    text = date.toISOString().slice(0, size);
  }
  return found;
}

const SVG = "http://www.w3.org/2000/svg";
const svg = (tag, attributes, ...children) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

export class Timeline {
  /** `change({since, until}, final)` is called while a handle moves, and once more when it stands. */
  constructor(element, change) {
    this.element = element;
    this.change = change;
    this.from = this.handle("since");
    this.to = this.handle("until");
    this.key = h("p", { class: "key" });
    this.words = h("p", { class: "period" });
    this.all = h("button", { type: "button", class: "plain", onclick: () => change({ since: null, until: null }, true) });
    this.peak = h("span", { class: "peak", "aria-hidden": "true" });
    this.plot = svg("svg", { preserveAspectRatio: "none", "aria-hidden": "true" });
    this.ends = h("p", { class: "ends" });
    this.window = h("div", { class: "window" });
    this.window.addEventListener("pointerdown", (event) => this.drag(event));
    this.track = h("div", { class: "track" }, this.plot, this.peak, this.window, this.from, this.to);
    element.append(h("div", { class: "period-line" }, this.key, this.words, this.all), this.track, this.ends);
  }

  handle(name) {
    const input = h("input", { type: "range", min: 0, step: 1, class: name });
    input.addEventListener("input", () => this.moved(input, false));
    input.addEventListener("change", () => this.moved(input, true));
    return input;
  }

  show({ size, bins }, state, say) {
    this.bins = bins;
    this.element.hidden = bins.length < 2;
    if (this.element.hidden) return;
    const at = (text, otherwise) => {
      const found = text ? bins.findIndex((one) => one.from >= text.slice(0, size)) : -1;
      return found < 0 ? otherwise : found;
    };
    const [since, until] = [at(state.since, 0), at(state.until, bins.length - 1)];
    this.size = size;
    // A handle stands at the edge of a bin: the first one before it, the second one after it.
    for (const [input, value, edge, name] of [[this.from, since, since, say.since], [this.to, until, until + 1, say.until]]) {
      input.max = bins.length;
      input.value = edge;
      input.setAttribute("aria-label", name);
      input.setAttribute("aria-valuetext", day(bins[value].from, state.language));
    }
    this.draw(since, until);
    const chosen = state.since || state.until;
    this.words.textContent = chosen ? `${day(bins[since].from, state.language)} – ${day(bins[until].from, state.language)}` : say.dragPeriod;
    this.words.classList.toggle("chosen-period", Boolean(chosen));
    const others = bins.some((one) => one.others);
    fill(this.key, h("b", {}, say.perBin[size]), h("span", { class: "bin meetings" }), say.binMeetings, others ? [h("span", { class: "bin others" }), say.binOthers] : null);
    this.all.textContent = say.wholePeriod;
    this.all.hidden = !chosen;
    fill(this.ends, h("span", {}, day(bins[0].from, state.language)), h("span", {}, day(bins[bins.length - 1].from, state.language)));
  }

  draw(since, until) {
    const { bins } = this;
    const highest = Math.max(...bins.map((one) => one.meetings + one.others), 1);
    this.plot.setAttribute("viewBox", `0 0 ${bins.length} 100`);
    fill(this.plot, bins.flatMap(({ meetings, others }, i) => {
      const [lower, upper] = [(100 * meetings) / highest, (100 * others) / highest];
      const outside = i < since || i > until ? " outside" : "";
      const bar = (kind, y, height) => svg("rect", { class: kind + outside, x: i + 0.08, y, width: 0.84, height });
      return [bar("meetings", 100 - lower, lower), bar("others", 100 - lower - upper, upper)];
    }));
    const share = (value) => `${(100 * value) / bins.length}%`;
    const tallest = bins.findIndex((one) => one.meetings + one.others === highest);
    this.peak.textContent = String(highest);
    this.peak.style.left = share(tallest + 0.5);
    this.window.style.left = share(since);
    this.window.style.width = share(until - since + 1);
  }

  moved(input, final) {
    const [since, until] = [Number(this.from.value), Number(this.to.value) - 1];
    if (since <= until) this.report(since, until, final);
    else if (input === this.from) this.report(Math.max(0, until), Math.max(0, until), final);
    else this.report(since, since, final);
  }

  report(since, until, final) {
    const last = this.bins.length - 1;
    this.change({ since: since === 0 ? null : this.bins[since].from, until: until === last ? null : this.bins[until].from }, final);
  }

  /** Drag the whole period along. */
  drag(event) {
    const { width } = this.track.getBoundingClientRect();
    const [since, until, length] = [Number(this.from.value), Number(this.to.value) - 1, this.bins.length];
    const move = (now, final) => {
      const by = Math.max(-since, Math.min(length - 1 - until, Math.round(((now.clientX - event.clientX) / width) * length)));
      this.report(since + by, until + by, final);
    };
    const dragged = (now) => move(now, false);
    this.window.setPointerCapture(event.pointerId);
    this.window.addEventListener("pointermove", dragged);
    this.window.addEventListener("pointerup", (now) => {
      this.window.removeEventListener("pointermove", dragged);
      move(now, true);
    }, { once: true });
  }
}
