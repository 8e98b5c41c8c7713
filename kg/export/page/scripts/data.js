// The tables of the page's data element as objects that point to each other.

const rows = (columns) => {
  const names = Object.keys(columns);
  return columns[names[0]].map((_, number) => {
    const row = { number };
    for (const name of names) row[name] = columns[name][number];
    return row;
  });
};

const pick = (table, number) => (number < 0 ? null : table[number]);

const marksOf = (flat, sentences) => {
  const marks = [];
  for (let at = 0; at < flat.length; at += 3) {
    marks.push({ sentence: sentences[flat[at]], start: flat[at + 1], end: flat[at + 2] });
  }
  return marks;
};

/** Everything the page knows: officials, agencies, posts, releases, events, ties; `near[i]` are the ties of official i. */
export function load(data) {
  const agencies = rows(data.agencies);
  const posts = rows(data.posts);
  const releases = rows(data.releases);
  const sentences = rows(data.sentences);
  for (const sentence of sentences) sentence.release = pick(releases, sentence.release);
  const officials = rows(data.officials);
  for (const official of officials) {
    official.agency = pick(agencies, official.agency);
    official.key = official.iri.slice(official.iri.lastIndexOf("/") + 1);
    official.tenures = official.tenures.map(([post, agency, acting, first, last, quotes]) => ({
      post: pick(posts, post), agency: pick(agencies, agency), acting: acting === 1, first, last,
      marks: marksOf(quotes, sentences),
    }));
    official.events = [];
  }
  const events = rows(data.events);
  for (const event of events) {
    event.marks = marksOf(event.quotes, sentences);
    event.parent = pick(events, event.parent);
    event.people = event.people.map(([official, role, post, acting, side, quotes]) => ({
      official: officials[official], role, post: pick(posts, post), acting: acting === 1, side: pick(agencies, side),
      marks: marksOf(quotes, sentences),
    }));
    for (const one of event.people) one.official.events.push(event);
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
    officials, agencies, posts, releases, events, ties, near,
    byKey: new Map(officials.map((official) => [official.key, official])),
    colour: new Map(data.opening.colours.map((agency, place) => [agency, place + 1])),
    opening: { grade: data.opening.grade, nodes: data.nodes, edges: data.edges, options: data.options },
  };
}

/** The other one of a tie. */
export const across = (tie, number) => (tie.a === number ? tie.b : tie.a);

/** The releases that tell of these marks, each once, in order. */
export function sources(marks) {
  return [...new Set(marks.map((mark) => mark.sentence.release))].filter(Boolean);
}
