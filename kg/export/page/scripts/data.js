// The tables of the page's data element as objects that point to each other.

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

/** Everything the page knows: officials, agencies, posts, releases, events, ties; `near[i]` are the ties of official i. */
export function load(data) {
  const agencies = rows(data.agencies);
  for (const agency of agencies) agency.key = lastPart(agency.iri);
  const posts = rows(data.posts);
  const releases = rows(data.releases);
  const officials = rows(data.officials);
  for (const official of officials) {
    official.agency = pick(agencies, official.agency);
    official.key = lastPart(official.iri);
    official.tenures = official.tenures.map(([post, agency, acting, first, last, quotes]) => ({
      post: pick(posts, post), agency: pick(agencies, agency), acting: acting === 1, first, last, quotes,
    }));
    official.events = [];
  }
  const events = rows(data.events);
  for (const event of events) {
    event.parent = pick(events, event.parent);
    event.people = event.people.map(([official, role, post, acting, side, quotes]) => ({
      official: officials[official], role, post: pick(posts, post), acting: acting === 1, side: pick(agencies, side), quotes,
    }));
    for (const one of event.people) one.official.events.push(event);
    event.principals = new Set(event.people.filter((one) => one.role === "Principal").map((one) => one.official.number));
  }
  const ties = rows(data.ties);
  const near = officials.map(() => []);
  for (const tie of ties) {
    const flat = tie.events;
    tie.shared = [];
    for (let at = 0; at < flat.length; at += 2) tie.shared.push({ event: events[flat[at]], grade: flat[at + 1] });
    near[tie.a].push(tie);
    near[tie.b].push(tie);
  }
  return {
    officials, agencies, posts, releases, events, ties, near, sentences: data.sentences, publisher: pick(agencies, data.publisher), told: data.told,
    byKey: new Map(officials.map((official) => [official.key, official])),
    colour: new Map(data.opening.colours.map((agency, place) => [agency, place + 1])),
    opening: { grade: data.opening.grade, nodes: data.nodes, edges: data.edges, options: data.options },
  };
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
