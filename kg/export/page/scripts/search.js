// Search as you type over names in every form, posts and agencies.

/** So many officials are made ready to be searched in one go: some milliseconds. */
const SLICE = 500;

/** Lower case, no accents, hyphens and punctuation as spaces. */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const folded = (texts) => ` ${fold([...new Set(texts.filter(Boolean))].join(" | "))}`;

/** For every official the texts to be searched: names first, then posts and agencies. */
export function haystack(officials) {
  return officials.map((official) => {
    const names = [official.label, official.zh, ...official.forms];
    const rest = official.tenures.flatMap(({ post, agency }) => [post, agency].filter(Boolean).flatMap((thing) => [thing.label, thing.zh, thing.short]));
    return { names: folded(names), all: folded([...names, ...rest]) };
  });
}

/** The same made little by little, so that the first letter typed need not wait for all of it. */
export class Texts {
  constructor(officials) {
    this.officials = officials;
    this.made = [];
  }

  /** Make those of so many more officials; tells whether some are left. */
  more(count) {
    const from = this.made.length;
    this.made.push(...haystack(this.officials.slice(from, from + count)));
    return this.made.length < this.officials.length;
  }

  /** All of them, now. */
  all() {
    while (this.more(SLICE));
    return this.made;
  }

  /** Make them while nothing else is to do. */
  prepare() {
    const later = window.requestIdleCallback ? (act) => requestIdleCallback(act) : (act) => setTimeout(act, 20);
    const on = () => this.more(SLICE) && later(on);
    later(on);
  }
}

/** For every agency its names and abbreviation. */
export function agencyHaystack(agencies) {
  return agencies.map((agency) => {
    const names = folded([agency.label, agency.zh, agency.short, ...agency.forms]);
    return { names, all: names };
  });
}

/** Numbers of those that have every word, each word at the start of one of theirs: {byName, byPost}, at most `limit` of each. */
export function found(hay, query, limit) {
  const words = fold(query).split(" ").filter(Boolean).map((word) => (/\p{Script=Han}/u.test(word) ? word : ` ${word}`));
  const [byName, byPost] = [[], []];
  if (!words.length) return { byName, byPost };
  for (let number = 0; number < hay.length && byName.length < limit; number += 1) {
    if (words.every((word) => hay[number].names.includes(word))) byName.push(number);
    else if (byPost.length < limit && words.every((word) => hay[number].all.includes(word))) byPost.push(number);
  }
  return { byName, byPost };
}

/** The same as one list, those found by name first. */
export function search(hay, query, limit) {
  const { byName, byPost } = found(hay, query, limit);
  return [...byName, ...byPost].slice(0, limit);
}
