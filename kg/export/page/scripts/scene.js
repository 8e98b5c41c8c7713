// What the picture shows in a state: dots with places, lines, and what the caption has to say about it.

import { isActing } from "./data.js";
import { ALL, backbone, circle, select } from "./select.js";
import { layout } from "./layout.js";

const WISHED = [1, 1, 1.5];

export class Scenes {
  constructor(model) {
    this.model = model;
    this.opening = new Map(model.opening.nodes.map((node) => [node.id, node]));
    this.places = this.opening;
    this.made = new Map();
    this.crowds = new Map();
  }

  /** {key, ties, people, places, unit, kind: "all"|"part"|"circle"|"chain", of}. A new key means a new picture. */
  make(state, selection, links) {
    if (links) return this.row(links, state.person);
    const steps = state.steps || (state.person !== null && state.other === null && !this.overviewHas(state, selection) ? 1 : 0);
    if (steps) return this.around(state, selection, steps);
    return this.overview(state, selection);
  }

  overviewHas(state, selection) {
    return this.overview(state, selection).people.has(state.person);
  }

  overview(state, selection) {
    const small = this.crowd(state, selection) <= ALL;
    const filters = small ? { ...state, since: null, until: null } : state;
    const key = keyOf(filters);
    const scene = this.remember(key, () => this.laid(key, small ? select(this.model, filters).ties : this.some(selection), this.isOpening(filters)));
    if (!small) return scene;
    const ties = scene.ties.length === selection.ties.length ? scene.ties : selection.ties;
    return { ...scene, ties, people: ends(ties), kind: "all" };
  }

  /** How many people have a tie under the filters, in all the time there is. */
  crowd(state, selection) {
    if (!state.since && !state.until) return selection.strength.size;
    const filters = { ...state, since: null, until: null };
    const key = keyOf(filters);
    if (!this.crowds.has(key)) this.crowds.set(key, select(this.model, filters).strength.size);
    return this.crowds.get(key);
  }

  some(selection) {
    return selection.strength.size <= ALL ? selection.ties : backbone(selection);
  }

  isOpening(filters) {
    return filters.grade === this.model.opening.grade && !filters.kind && filters.agency === null && !filters.place && !filters.since && !filters.until;
  }

  around(state, selection, steps) {
    const { people, ties, all } = circle(selection, state.person, steps);
    const key = JSON.stringify(["circle", state.person, steps, [...people].length, ties.length, state.grade]);
    const scene = this.remember(key, () => this.laid(key, ties, false, [...people]));
    return { ...scene, kind: "circle", of: { person: state.person, steps, all, alone: !this.overviewHas(state, selection) } };
  }

  /** A chain as a row of people. */
  row(links, from) {
    const people = [from];
    for (const { tie } of links) people.push(tie.a === people[people.length - 1] ? tie.b : tie.a);
    const apart = Math.min(190, 900 / Math.max(1, people.length - 1));
    const places = new Map(people.map((number, i) => [number, { x: (i - (people.length - 1) / 2) * apart, y: i % 2 ? 34 : -34 }]));
    return { key: `chain ${people}`, ties: links, people: new Set(people), places, unit: apart, kind: "chain", of: { links: links.length } };
  }

  laid(key, ties, opening, alone = []) {
    const people = ends(ties);
    for (const number of alone) people.add(number);
    if (opening) return { key, ties, people, places: this.opening, unit: null, kind: "part" };
    const wished = ties.map(({ tie, grade }) => [tie.a, tie.b, WISHED[grade]]);
    const { places, unit } = layout([...people].sort((a, b) => a - b), wished, this.places);
    this.places = places;
    return { key, ties, people, places, unit, kind: "part" };
  }

  /** The last few pictures stay known, so that going back finds people where they stood. */
  remember(key, make) {
    if (!this.made.has(key)) this.made.set(key, make());
    if (this.made.size > 12) this.made.delete(this.made.keys().next().value);
    return this.made.get(key);
  }

  /** The dots of a scene: where, how large, how filled, in which shade; `words(official)` gives {label, about}. */
  dots(scene, { strength, near }, words) {
    const strongest = Math.max(1, ...[...scene.people].map((number) => strength.get(number) ?? 0));
    return [...scene.people].map((number) => {
      const official = this.model.officials[number];
      const known = scene.unit === null ? this.opening.get(number) : null;
      const { x, y } = scene.places.get(number) ?? { x: 0, y: 0 };
      const radius = known?.size ?? size(strength.get(number) ?? 0, strongest, scene.unit);
      return {
        id: number, x, y, size: radius, shade: shade(this.model, official), ...words(official),
        principal: isPrincipal(number, near.get(number)), acting: isActing(official),
      };
    });
  }
}

/** Whether somebody was a principal in any of these ties' occasions. */
export const isPrincipal = (number, ties) => (ties ?? []).some(({ shared }) => shared.some(({ event }) => event.principals.has(number)));

const keyOf = ({ grade, kind, agency, place, since, until }) => JSON.stringify([grade, kind, agency, place, since, until]);

const ends = (ties) => new Set(ties.flatMap(({ tie }) => [tie.a, tie.b]));

/** As in picture.py. */
function size(strength, strongest, unit) {
  const largest = Math.min(26, 5 + 2.2 * Math.sqrt(strongest), 0.24 * unit);
  return Math.max(3, largest * Math.sqrt(0.14 + (0.86 * strength) / strongest));
}

export const width = (weight) => Math.min(12, 0.6 + 1.2 * Math.sqrt(weight));

/** Number of the colour of a person's agency, "other" or "none". */
export function shade(model, { agency }) {
  return agency ? model.colour.get(agency.number) ?? "other" : "none";
}
