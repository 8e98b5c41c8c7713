// Which ties and people a state of the page shows: no drawing here.

import { across } from "./data.js";

/** Everybody who met somebody is drawn up to so many officials; beyond, the best connected. */
export const ALL = 300;
export const BACKBONE = 150;
const STRONGEST = 3;
const EGO = 150;

/** What of a tie is left under the filters: its encounters, or null. */
export function left(tie, filters) {
  const shared = tie.shared.filter(({ event, grade }) => grade <= filters.grade && keeps(filters, event));
  return shared.length ? shared : null;
}

/** Whether an event passes the filters for time and kind. */
export function keeps({ kind, since, until }, event) {
  if (kind && event.kind !== kind) return false;
  if (!since && !until) return true;
  const first = event.start ?? event.end;
  const last = event.end ?? event.start;
  if (!first) return false;
  return (!since || last >= since.slice(0, last.length)) && (!until || first.slice(0, until.length) <= until);
}

/** Whether a person has ever been of the agency, and is of the jurisdiction. */
export function belongs({ agency, place }, official) {
  if (agency !== null && !official.tenures.some((tenure) => tenure.agency?.number === agency)) return false;
  return !place || official.agency?.jurisdiction === place;
}

/**
 * All ties that are left: {ties: [{tie, shared, weight, grade}], strength: Map from person to the sum of weights,
 * near: Map from person to their ties}. Of an agency or jurisdiction, a tie is left when one of the two is of it.
 */
export function select(model, filters) {
  const whole = filters.agency === null && !filters.place;
  const member = whole ? null : model.officials.map((official) => belongs(filters, official));
  const ties = [];
  const strength = new Map();
  const near = new Map();
  for (const tie of model.ties) {
    if (member && !member[tie.a] && !member[tie.b]) continue;
    const shared = left(tie, filters);
    if (!shared) continue;
    const one = { tie, shared, weight: shared.length, grade: Math.min(...shared.map(({ grade }) => grade)) };
    ties.push(one);
    for (const end of [tie.a, tie.b]) {
      strength.set(end, (strength.get(end) ?? 0) + one.weight);
      if (near.has(end)) near.get(end).push(one);
      else near.set(end, [one]);
    }
  }
  return { ties, strength, near };
}

/** The ties to draw of a selection that is too large: the best connected people, and the strongest ties of each. */
export function backbone({ ties, strength }) {
  const best = [...strength].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, BACKBONE);
  const chosen = new Set(best.map(([number]) => number));
  const kept = new Map();
  const count = (number) => kept.get(number) ?? 0;
  return ties.filter(({ tie }) => chosen.has(tie.a) && chosen.has(tie.b))
    .sort((a, b) => b.weight - a.weight || a.tie.number - b.tie.number)
    .filter(({ tie }) => {
      if (Math.min(count(tie.a), count(tie.b)) >= STRONGEST) return false;
      kept.set(tie.a, count(tie.a) + 1);
      kept.set(tie.b, count(tie.b) + 1);
      return true;
    });
}

/** The ties among a person and those within so many steps, the strongest ties first when there are too many. */
export function circle({ near, strength }, person, steps) {
  const people = new Set([person]);
  let edge = [person];
  for (let step = 0; step < steps; step += 1) {
    const found = new Map();
    for (const number of edge) {
      for (const { tie, weight } of near.get(number) ?? []) {
        const other = across(tie, number);
        if (!people.has(other)) found.set(other, (found.get(other) ?? 0) + weight);
      }
    }
    const order = [...found].sort((a, b) => b[1] - a[1] || (strength.get(b[0]) ?? 0) - (strength.get(a[0]) ?? 0) || a[0] - b[0]);
    edge = order.slice(0, Math.max(0, EGO - people.size)).map(([number]) => number);
    for (const number of edge) people.add(number);
  }
  const ties = new Set();
  for (const number of people) {
    for (const one of near.get(number) ?? []) if (people.has(across(one.tie, number))) ties.add(one);
  }
  const all = (near.get(person) ?? []).length;
  return { people, ties: [...ties], all };
}

/** The shortest chain of ties between two people, as a list of ties, strong ones preferred; null when there is none. */
export function chain({ near }, from, to) {
  const before = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const found = new Map();
    for (const number of edge) {
      for (const one of near.get(number) ?? []) {
        const other = across(one.tie, number);
        if (before.has(other)) continue;
        if (!found.has(other) || found.get(other).one.weight < one.weight) found.set(other, { number, one });
      }
    }
    for (const [other, link] of found) before.set(other, link);
    edge = [...found.keys()];
  }
  if (!before.has(to)) return null;
  const links = [];
  for (let at = to; at !== from; at = before.get(at).number) links.unshift(before.get(at).one);
  return links;
}
