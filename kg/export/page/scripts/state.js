// The state of the page and its form in the address: "#person=john-lee&show=all".

const GRADES = ["principals", "met", "all"];
const VIEWS = ["picture", "people", "ties", "occasions"];
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

/** Every filter that narrows the selection, set to nothing. */
export const NO_FILTER = { kind: null, agency: null, place: null, since: null, until: null };

/** The state that an address names; what is unknown is left out. */
export function parse(fragment, model) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const known = (name) => model.byKey.get(given.get(name) ?? "")?.number ?? null;
  const among = (name, values, otherwise) => (values.includes(given.get(name)) ? given.get(name) : otherwise);
  const date = (name) => (DATE.test(given.get(name) ?? "") ? given.get(name) : null);
  const grade = GRADES.indexOf(given.get("show"));
  const person = known("person");
  const agency = model.agencies.findIndex((one) => one.key === given.get("agency"));
  return {
    person,
    other: person === null ? null : known("with"),
    steps: person === null ? 0 : Number(among("steps", ["1", "2"], "0")),
    grade: grade < 0 ? model.opening.grade : grade,
    kind: given.get("kind"),
    agency: agency < 0 ? null : agency,
    place: given.get("place"),
    since: date("since"),
    until: date("until"),
    view: among("view", VIEWS, "picture"),
    at: /^-?\d+,-?\d+,\d+(\.\d+)?$/.test(given.get("at") ?? "") ? given.get("at") : null,
    language: among("lang", ["zh"], "en"),
    theme: among("theme", ["light", "dark"], "auto"),
  };
}

/** The address of a state, only with what differs from the opening. */
export function format(state, model) {
  const person = (number) => (number === null ? null : model.officials[number].key);
  const words = {
    person: person(state.person),
    with: person(state.other),
    steps: state.steps || null,
    show: state.grade === model.opening.grade ? null : GRADES[state.grade],
    kind: state.kind,
    agency: state.agency === null ? null : model.agencies[state.agency].key,
    place: state.place,
    since: state.since,
    until: state.until,
    view: state.view === "picture" ? null : state.view,
    at: state.at,
    lang: state.language === "en" ? null : state.language,
    theme: state.theme === "auto" ? null : state.theme,
  };
  return new URLSearchParams(Object.entries(words).filter(([, value]) => value !== null)).toString();
}
