// Which ties and people a state of the page shows: no drawing here.

/** What of a tie is left under the filters: its encounters, or null. */
export function left(tie, filters) {
  const shared = tie.shared.filter(({ event, grade }) => grade <= filters.grade && keeps(filters, event));
  return shared.length ? shared : null;
}

/** Whether an event passes the filters for time and kind. */
export function keeps(filters, event) {
  if (filters.kind && event.kind !== filters.kind) return false;
  if (!filters.from && !filters.to) return true;
  const first = event.start ?? event.end;
  const last = event.end ?? event.start;
  if (!first) return false;
  return (!filters.from || last >= filters.from.slice(0, last.length)) &&
    (!filters.to || first.slice(0, filters.to.length) <= filters.to);
}

/** All ties that are left, with their weight and strictest grade, and for every person the sum of weights. */
export function select(model, filters) {
  const ties = [];
  const strength = new Map();
  for (const tie of model.ties) {
    const shared = left(tie, filters);
    if (!shared) continue;
    ties.push({ tie, shared, weight: shared.length, grade: Math.min(...shared.map((one) => one.grade)) });
    for (const end of [tie.a, tie.b]) strength.set(end, (strength.get(end) ?? 0) + shared.length);
  }
  return { ties, strength };
}
