// Names in the picture: of a size that can be read at any zoom, and never one over another.

/**
 * Choose places for labels. `wanted`: {id, x, y, radius, width, height, always, over, more}, the most important first; `dots`:
 * {id, x, y, radius}; `lines`: pairs of points; all in pixels of the screen. Gives {label, x, y, box, more} (x, y is the
 * middle of the name) for those that find room at one of eight sides of their dot, where the fewest lines run if there
 * is a choice. A name that is `over` may cover dots no larger than its own when there is no other way.
 * `more` is a text {width, height} wished under the name; where it found room when all names had theirs, `more` of
 * the answer is {middle, y}: the middle of a line of so many pixels, and of the whole from above.
 */
export function place(wanted, dots, lines, width, height) {
  const taken = new Grid(64);
  for (const { id, x, y, radius } of dots) taken.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, id });
  const placed = [];
  for (const label of wanted) {
    const boxes = around(label).filter((box) => label.always || inside(box, width, height));
    let free = boxes.filter((box) => !taken.hits(box, label.id, 0));
    if (!free.length && label.over) free = boxes.filter((box) => !taken.hits(box, label.id, 2 * label.radius));
    const box = least(free, (one) => crossings(one, lines) + one.cost) ?? (label.always ? boxes[0] : null);
    if (!box) continue;
    taken.add({ ...box, id: label.id, name: true });
    placed.push({ label, x: box.x, y: box.y, box, more: null });
  }
  return placed.map((one) => (one.label.more ? extended(one, taken, lines, width, height) : one));
}

/** The label with its second line, or as it was when there is no room for it. */
function extended(one, taken, lines, width, height) {
  const { label, box } = one;
  const { more } = label;
  const wide = Math.max(label.width, more.width);
  const [left, right] = box.side > 0 ? [box.left, box.left + wide + 4] : box.side < 0 ? [box.right - wide - 4, box.right] : [box.x - wide / 2 - 2, box.x + wide / 2 + 2];
  const up = box.down < 0 ? more.height : box.down ? 0 : more.height / 2;
  const grown = { left, right, top: box.top - up, bottom: box.bottom + more.height - up };
  if (!inside(grown, width, height) || taken.hits(grown, label.id, 0)) return one;
  if (crossings({ ...grown, top: box.bottom - up }, lines) > 1) return one;
  taken.add({ ...grown, id: label.id, name: true });
  const middle = (across) => (box.side > 0 ? left + 2 + across / 2 : box.side < 0 ? right - 2 - across / 2 : box.x);
  return { label, x: middle(label.width), y: box.y - up, box: grown, more: { middle, y: box.y - up + (label.height + more.height) / 2 } };
}

/** The boxes tried, the usual one first; those aslant only when they spare a name more than two lines. */
function around({ x, y, radius, width, height }) {
  const gap = 3;
  const box = (cx, cy, down, side, cost = 0) => ({
    x: cx, y: cy, down, side, cost, left: cx - width / 2 - 2, right: cx + width / 2 + 2, top: cy - height / 2, bottom: cy + height / 2,
  });
  const [down, side] = [radius + gap + height / 2, radius + gap + 2 + width / 2];
  const aslant = width / 2 + radius / 2;
  return [
    box(x, y + down, 1, 0), box(x, y - down, -1, 0), box(x + side, y, 0, 1), box(x - side, y, 0, -1),
    box(x + aslant, y + down, 1, 1, 2), box(x - aslant, y + down, 1, -1, 2), box(x + aslant, y - down, -1, 1, 2), box(x - aslant, y - down, -1, -1, 2),
  ];
}

function least(items, cost) {
  let [best, lowest] = [null, Infinity];
  for (const item of items) {
    const now = cost(item);
    if (now < lowest) [best, lowest] = [item, now];
  }
  return best;
}

const inside = (box, width, height) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;

/** How many lines run through a box. */
function crossings(box, lines) {
  let count = 0;
  for (const [a, b] of lines) count += through(box, a, b);
  return count;
}

/** Whether the line from a to b touches the box (clipping after Liang and Barsky). */
export function through({ left, right, top, bottom }, a, b) {
  let [enter, leave] = [0, 1];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  for (const [p, q] of [[-dx, a.x - left], [dx, right - a.x], [-dy, a.y - top], [dy, bottom - a.y]]) {
    if (p === 0 && q < 0) return false;
    if (p < 0) enter = Math.max(enter, q / p);
    if (p > 0) leave = Math.min(leave, q / p);
  }
  return enter <= leave;
}

/** A text in at most two lines of about so many letters, the rest cut off. */
export function wrapped(text, letters) {
  if (text.length <= letters) return [text];
  const cuts = [...text.matchAll(/[\s-]|(?<=\p{Script=Han})/gu)].map(({ index, 0: gap }) => index + (gap === "-" ? 1 : 0)).filter((at) => at > 0 && at <= letters);
  const middle = Math.min(letters, text.length / 2);
  const at = least(cuts, (cut) => Math.abs(cut - middle)) ?? letters;
  const rest = text.slice(at).trim();
  return [text.slice(0, at).trim(), rest.length > letters ? `${rest.slice(0, letters - 1).trim()}…` : rest];
}

/** Boxes by the squares of a grid that they touch, to find collisions quickly. */
class Grid {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  add(box) {
    this.each(box, (key) => {
      if (this.cells.has(key)) this.cells.get(key).push(box);
      else this.cells.set(key, [box]);
    });
  }

  /** Whether the box lies over another name, or over a dot that is not its own and is wider than `covers`. */
  hits(box, id, covers) {
    let hit = false;
    this.each(box, (key) => {
      hit ||= (this.cells.get(key) ?? []).some((other) => other.id !== id && (other.name || other.right - other.left > covers) &&
        other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom);
    });
    return hit;
  }

  each({ left, right, top, bottom }, visit) {
    for (let column = Math.floor(left / this.cell); column <= Math.floor(right / this.cell); column += 1) {
      for (let row = Math.floor(top / this.cell); row <= Math.floor(bottom / this.cell); row += 1) visit(column * 100003 + row);
    }
  }
}
