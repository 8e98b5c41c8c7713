// The tables of the page's data element, and the pieces that releases tell, as objects that point to each other.

/** The rows of a table, which begins with the names of its columns, as objects. */
const rows = ([names, ...several]) =>
  several.map((values, number) => {
    const row = { number };
    names.forEach((name, column) => { row[name] = values[column]; });
    return row;
  });

const lastPart = (iri) => iri.slice(iri.lastIndexOf("/") + 1);

const pick = (table, number) => (number < 0 ? null : table[number]);

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The IRI that a key stands for: the key itself where it is one. */
const iriOf = (base, kind, key) => (key.includes("://") || !base ? key : `${base}${kind}/${key}`);

const ROLES = ["Principal", "Speaker", "Attendee"];

/** Everything the page knows: officials by rank, agencies, posts, releases, events, ties; `near[i]` are the ties of official i. */
export function load(data) {
  const agencies = rows(data.agencies);
  for (const agency of agencies) {
    agency.iri = iriOf(data.base, "agency", agency.id);
    agency.key = lastPart(agency.iri);
  }
  const posts = rows(data.posts);
  const [agencyOf, postOf] = [byId(agencies), byId(posts)];
  const officials = rows(data.officials);
  for (const official of officials) {
    official.agency = agencyOf.get(official.agency) ?? null;
    official.iri = iriOf(data.base, "official", official.id);
    official.key = lastPart(official.iri);
    official.tenures = official.tenures.map(([post, agency, acting, first, last]) => ({
      post: postOf.get(post) ?? null, agency: agencyOf.get(agency) ?? null, acting: acting === 1, first, last, quotes: [],
    }));
    official.events = [];
  }
  const officialOf = byId(officials);
  const pieces = new Told(data.base, officialOf, postOf, agencyOf, byId(rows(data.places)));
  for (const piece of data.pieces.slice(1)) pieces.read(piece);
  const { releases, sentences, events } = pieces.settled();
  const ties = tied(events, data.otherwise);
  rank(officials, ties);
  const near = numbered(officials, ties);
  for (const event of events) event.principals = new Set([...event.principals].map((official) => official.number));
  const now = rows(data.former).map((row) => [lastPart(row.id), officialOf.get(row.now)]);
  const colours = data.opening.colours.map((id, place) => [agencyOf.get(id)?.number, place + 1]);
  return {
    officials, agencies, posts, releases, events, ties, near, sentences, publisher: agencyOf.get(data.publisher) ?? null, told: data.told,
    byKey: new Map([...now, ...officials.map((official) => [official.key, official])]),
    colour: new Map(colours.filter(([agency]) => agency !== undefined)),
    opening: opened(data.opening, officialOf, near),
  };
}

const byId = (table) => new Map(table.map((row) => [row.id, row]));

/** The opening picture, with the numbers of officials and ties instead of keys. */
function opened({ grade, nodes, edges, options }, officials, near) {
  const number = (id) => officials.get(id).number;
  return {
    grade, options,
    nodes: nodes.map((node) => ({ ...node, id: number(node.id) })),
    edges: edges.map(({ from, to, width }) => ({
      id: between({ near }, number(from), number(to)).number, from: number(from), to: number(to), width,
    })),
  };
}

/** What releases tell, gathered piece by piece. */
class Told {
  constructor(base, officials, posts, agencies, places) {
    Object.assign(this, { base, officials, posts, agencies, places });
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
      const event = { iri: iriOf(this.base, "event", key), key, kind, status, label, start, end, place: of(this.places, place)?.label ?? null, topic, parent };
      event.quotes = moved(quotes);
      event.people = people.map(([who, role, post, side, words]) => {
        const official = of(this.officials, who);
        const own = of(this.posts, post);
        const name = typeof role === "number" ? ROLES[role] : role;
        return { official, role: name, post: own, acting: standsIn(official, own), side: of(this.agencies, side), quotes: moved(words) };
      });
      event.principals = new Set(event.people.filter((one) => one.role === "Principal").map((one) => one.official));
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

/** The ties between officials, and the occasions that they share, with the grade of each. */
function tied(events, otherwise) {
  const exceptions = new Map(otherwise.map(([event, one, other, grade]) => [`${event} ${one} ${other}`, grade]));
  const found = new Map();
  const ordered = [...events].sort((a, b) => order(a.start ?? "", b.start ?? "") || order(a.iri, b.iri));
  for (const event of ordered.filter(tookPlace)) {
    const people = [...new Set(event.people.map((one) => one.official))].sort((a, b) => order(a.iri, b.iri));
    people.forEach((one, at) => {
      for (const other of people.slice(at + 1)) {
        const grade = exceptions.get(`${event.key} ${one.id} ${other.id}`) ?? gradeOf(event, one, other);
        if (grade < 0) continue;
        const key = `${one.id} ${other.id}`;
        if (!found.has(key)) found.set(key, { one, other, shared: [] });
        found.get(key).shared.push({ event, grade });
      }
    });
  }
  return [...found.values()];
}

/** Put the officials in order and number them: by meetings with others, then by any occasion, then by IRI. */
function rank(officials, ties) {
  for (const official of officials) official.met = official.with = 0;
  for (const { one, other, shared } of ties) {
    const met = shared.filter(({ grade }) => grade < 2).length;
    for (const official of [one, other]) {
      official.met += met;
      official.with += shared.length;
    }
  }
  officials.sort((a, b) => b.met - a.met || b.with - a.with || order(a.iri, b.iri));
  officials.forEach((official, number) => { official.number = number; });
}

/** Put the ties in order and number them, and tell by numbers between whom they are; gives those of each official. */
function numbered(officials, ties) {
  for (const tie of ties) [tie.a, tie.b] = [tie.one.number, tie.other.number].sort((a, b) => a - b);
  ties.sort((x, y) => x.a - y.a || x.b - y.b);
  const near = officials.map(() => []);
  ties.forEach((tie, number) => {
    tie.number = number;
    near[tie.a].push(tie);
    near[tie.b].push(tie);
  });
  return near;
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
