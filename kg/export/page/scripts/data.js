// The tables of the page's data element, and the pieces that releases tell, as objects that point to each other.

const rows = (columns) => {
  const names = Object.keys(columns);
  return columns[names[0]].map((_, number) => {
    const row = { number };
    for (const name of names) row[name] = columns[name][number];
    return row;
  });
};

const lastPart = (iri) => iri.slice(iri.lastIndexOf("/") + 1);

const pick = (table, number) => (number < 0 ? null : table[number]);

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The IRI that a key stands for: the key itself where it is one. */
const iriOf = (base, kind, key) => (key.includes("://") || !base ? key : `${base}${kind}/${key}`);

const ROLES = ["Principal", "Speaker", "Attendee"];

/** Everything the page knows: officials, agencies, posts, releases, events, ties; `near[i]` are the ties of official i. */
export function load(data) {
  const agencies = rows(data.agencies);
  for (const agency of agencies) {
    agency.iri = iriOf(data.base, "agency", agency.id);
    agency.key = lastPart(agency.iri);
  }
  const posts = rows(data.posts);
  const officials = rows(data.officials);
  for (const official of officials) {
    official.agency = pick(agencies, official.agency);
    official.iri = iriOf(data.base, "official", official.id);
    official.key = lastPart(official.iri);
    official.tenures = official.tenures.map(([post, agency, acting, first, last]) => ({
      post: pick(posts, post), agency: pick(agencies, agency), acting: acting === 1, first, last, quotes: [],
    }));
    official.events = [];
  }
  const places = new Map(data.places.id.map((id, number) => [id, data.places.label[number]]));
  const pieces = new Told(data, byId(officials), byId(posts), byId(agencies), places);
  for (const piece of data.pieces) pieces.read(piece);
  const { releases, sentences, events } = pieces.settled();
  const ties = tied(events, data.otherwise);
  const near = officials.map(() => []);
  for (const tie of ties) {
    near[tie.a].push(tie);
    near[tie.b].push(tie);
  }
  return {
    officials, agencies, posts, releases, events, ties, near, sentences, publisher: pick(agencies, data.publisher), told: data.told,
    byKey: new Map([...formerly(data.former ?? {}, officials), ...officials.map((official) => [official.key, official])]),
    colour: new Map(data.opening.colours.map((agency, place) => [agency, place + 1])),
    opening: { grade: data.opening.grade, nodes: data.nodes, edges: data.edges, options: data.options },
  };
}

/** Keys that officials had, with who they are now. */
const formerly = (former, officials) => Object.entries(former).map(([key, number]) => [lastPart(key), officials[number]]);

const byId = (table) => new Map(table.map((row) => [row.id, row]));

/** What releases tell, gathered piece by piece. */
class Told {
  constructor(data, officials, posts, agencies, places) {
    Object.assign(this, { data, officials, posts, agencies, places });
    this.releases = new Map();
    this.events = [];
    this.sentences = { release: [], text: [] };
  }

  read([id, identifier, title, issued, url, named, sentences, tenures, events]) {
    this.releases.set(id, { id: identifier || id, key: id, title, issued, url });
    const first = this.sentences.text.length;
    for (const one of sentences) {
      this.sentences.release.push(Array.isArray(one) ? one[1] : id);
      this.sentences.text.push(Array.isArray(one) ? one[0] : one);
    }
    const moved = (quotes) => quotes.map((part, at) => (at % 3 ? part : part + first));
    const of = (table, number) => (number < 0 ? null : table.get(named[number]) ?? null);
    for (const [official, post, acting, quotes] of tenures) {
      const own = of(this.officials, official).tenures;
      const tenure = own.find((one) => one.post === of(this.posts, post) && one.acting === (acting === 1));
      tenure?.quotes.push(...moved(quotes));
    }
    const here = [];
    for (const [key, kind, status, label, start, end, place, topic, parent, quotes, people] of events) {
      const event = { iri: iriOf(this.data.base, "event", key), key, kind, status, label, start, end, place: of(this.places, place), topic, parent };
      event.quotes = moved(quotes);
      event.people = people.map(([who, role, post, side, words]) => {
        const official = of(this.officials, who);
        const own = of(this.posts, post);
        const name = typeof role === "number" ? ROLES[role] : role;
        return { official, role: name, post: own, acting: standsIn(official, own), side: of(this.agencies, side), quotes: moved(words) };
      });
      event.principals = new Set(event.people.filter((one) => one.role === "Principal").map((one) => one.official.number));
      here.push(event);
    }
    for (const event of here) event.parent = typeof event.parent === "number" ? here[event.parent] : event.parent;
    this.events.push(...here);
  }

  /** All of it in order and numbered: releases by day, events by day, and what points to them. */
  settled() {
    const releases = [...this.releases.values()].sort((a, b) => order(a.issued, b.issued) || order(a.key, b.key));
    releases.forEach((release, number) => { release.number = number; });
    const events = this.events.sort((a, b) => order(a.start ?? "9999", b.start ?? "9999") || order(a.iri, b.iri));
    const byKey = new Map(events.map((event) => [event.key, event]));
    events.forEach((event, number) => {
      event.number = number;
      if (typeof event.parent === "string") event.parent = byKey.get(event.parent) ?? null;
      for (const one of event.people) one.official.events.push(event);
    });
    const release = this.sentences.release.map((key) => this.releases.get(key)?.number ?? -1);
    return { releases, events, sentences: { release, text: this.sentences.text } };
  }
}

/** Whether releases show somebody in a post only acting. */
function standsIn(official, post) {
  const own = post === null ? [] : official.tenures.filter((one) => one.post === post);
  return own.length > 0 && own.every((one) => one.acting);
}

/** Plans and cancellations bring nobody together, nor does what is recalled without a date. */
const tookPlace = ({ status, start }) => status === "Held" || (status === "Recalled" && start !== null);

/** The grade at which an occasion brings two people together: 0 both met as principals, 1 met, 2 both were there. */
const gradeOf = (event, a, b) => (event.kind === "Meeting" ? 2 - event.principals.has(a) - event.principals.has(b) : 2);

/** The ties between officials by number, and the occasions that they share, with the grade of each. */
function tied(events, otherwise) {
  const exceptions = new Map(otherwise.map(([event, one, other, grade]) => [`${event} ${one} ${other}`, grade]));
  const found = new Map();
  const ordered = [...events].sort((a, b) => order(a.start ?? "", b.start ?? "") || order(a.iri, b.iri));
  for (const event of ordered.filter(tookPlace)) {
    const people = [...new Set(event.people.map((one) => one.official))].sort((a, b) => order(a.iri, b.iri));
    people.forEach((one, at) => {
      for (const other of people.slice(at + 1)) {
        const grade = exceptions.get(`${event.key} ${one.id} ${other.id}`) ?? gradeOf(event, one.number, other.number);
        if (grade < 0) continue;
        const [a, b] = one.number < other.number ? [one.number, other.number] : [other.number, one.number];
        const key = `${a} ${b}`;
        if (!found.has(key)) found.set(key, { a, b, shared: [] });
        found.get(key).shared.push({ event, grade });
      }
    });
  }
  const ties = [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b);
  ties.forEach((tie, number) => { tie.number = number; });
  return ties;
}

/** Marks from flat triples: {sentence: {number, text, release}, start, end}. */
export function marks(model, flat) {
  const found = [];
  for (let at = 0; at < flat.length; at += 3) {
    const number = flat[at];
    const { release, text } = model.sentences;
    found.push({ sentence: number, text: text[number], release: pick(model.releases, release[number]), start: flat[at + 1], end: flat[at + 2] });
  }
  return found;
}

/** The other one of a tie. */
export const across = (tie, number) => (tie.a === number ? tie.b : tie.a);

/** The tie of two officials, or undefined. */
export const between = (model, a, b) => model.near[a].find((tie) => across(tie, a) === b);

/** The releases that tell of an event, each once, in order. */
export function sources(model, event) {
  event.sources ??= told(model, event);
  return event.sources;
}

function told(model, event) {
  const flats = [event.quotes, ...event.people.map((one) => one.quotes)];
  const numbers = new Set(flats.flatMap((flat) => flat.filter((_, at) => at % 3 === 0)).map((sentence) => model.sentences.release[sentence]));
  return [...numbers].filter((number) => number >= 0).sort((a, b) => a - b).map((number) => model.releases[number]);
}

/** Whether all posts in which releases saw somebody last are held acting. */
export function isActing({ tenures }) {
  const last = tenures.map((tenure) => tenure.last).reduce((a, b) => (a > b ? a : b), "");
  return tenures.length > 0 && tenures.every((tenure) => tenure.acting || tenure.last < last);
}
