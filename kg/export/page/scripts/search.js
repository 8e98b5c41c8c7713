// Search as you type over names in every form, posts and agencies.

/** Lower case, no accents, hyphens and punctuation as spaces. */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** For every official the texts to be searched: names first, then posts and agencies. */
export function haystack(officials) {
  return officials.map((official) => {
    const names = [official.label, official.zh, ...official.forms].filter(Boolean);
    const rest = official.tenures.flatMap(({ post, agency }) => [post, agency].filter(Boolean)
      .flatMap((thing) => [thing.label, thing.zh, thing.short]).filter(Boolean));
    return { names: ` ${fold([...new Set(names)].join(" | "))}`, all: ` ${fold([...new Set([...names, ...rest])].join(" | "))}` };
  });
}

/** Numbers of the officials that have every word, each word at the start of one of theirs; those found by name first. */
export function search(hay, query, limit) {
  const words = fold(query).split(" ").filter(Boolean).map((word) => (/\p{Script=Han}/u.test(word) ? word : ` ${word}`));
  if (!words.length) return [];
  const byName = [];
  const byPost = [];
  for (let number = 0; number < hay.length && byName.length < limit; number += 1) {
    if (words.every((word) => hay[number].names.includes(word))) byName.push(number);
    else if (byPost.length < limit && words.every((word) => hay[number].all.includes(word))) byPost.push(number);
  }
  return [...byName, ...byPost].slice(0, limit);
}
