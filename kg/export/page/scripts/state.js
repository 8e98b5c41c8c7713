// The state of the page and its form in the address: "#person=john-lee&show=all".

const GRADES = ["principals", "met", "all"];

/** The state that an address names; what is unknown is left out. */
export function parse(fragment, model) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const known = (name) => {
    const official = model.byKey.get(given.get(name) ?? "");
    return official ? official.number : null;
  };
  const grade = GRADES.indexOf(given.get("show"));
  const person = known("person");
  return {
    person,
    other: person === null ? null : known("with"),
    grade: grade < 0 ? model.opening.grade : grade,
    language: given.get("lang") === "zh" ? "zh" : "en",
    theme: ["light", "dark"].includes(given.get("theme")) ? given.get("theme") : "auto",
  };
}

/** The address of a state, only with what differs from the opening. */
export function format(state, model) {
  const words = new URLSearchParams();
  if (state.person !== null) words.set("person", model.officials[state.person].key);
  if (state.other !== null) words.set("with", model.officials[state.other].key);
  if (state.grade !== model.opening.grade) words.set("show", GRADES[state.grade]);
  if (state.language !== "en") words.set("lang", state.language);
  if (state.theme !== "auto") words.set("theme", state.theme);
  return words.toString();
}
