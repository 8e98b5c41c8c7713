// Names in the picture: of a size that can be read at any zoom, and never one over another.

/**
 * Choose places for labels. `wanted`: {id, x, y, radius, width, height, always, over}, the most important first; `dots`:
 * {id, x, y, radius}; `lines`: pairs of points; all in pixels of the screen. Gives {label, x, y} (the middle of the
 * text) for those that find room at one of eight sides of their dot, where the fewest lines run if there is a choice.
 * A name that is `over` may cover dots no larger than its own when there is no other way.
 */
export function place(wanted, dots, lines, width, height) {
  const taken = new Grid(64);
  for (const { id, x, y, radius } of dots) taken.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, id });
  const placed = [];
  for (const label of wanted) {
    const boxes = around(label).filter((box) => label.always || inside(box, width, height));
    let free = boxes.filter((box) => !taken.hits(box, label, 0));
    if (!free.length && label.over) free = boxes.filter((box) => !taken.hits(box, label, 2 * label.radius));
    const spot = least(free, (box) => crossings(box, lines) + box.cost) ?? (label.always ? boxes[0] : null);
    if (!spot) continue;
    taken.add(spot);
    placed.push({ label, x: spot.x, y: spot.y });
  }
  return placed;
}

/** The boxes tried, the usual one first; those aslant only when they spare a name more than two lines. */
function around({ x, y, radius, width, height }) {
  const gap = 3;
  const box = (cx, cy, cost = 0) => ({ x: cx, y: cy, cost, left: cx - width / 2 - 2, right: cx + width / 2 + 2, top: cy - height / 2, bottom: cy + height / 2 });
  const [down, side] = [radius + gap + height / 2, radius + gap + 2 + width / 2];
  const aslant = width / 2 + radius / 2;
  return [
    box(x, y + down), box(x, y - down), box(x + side, y), box(x - side, y),
    box(x + aslant, y + down, 2), box(x - aslant, y + down, 2), box(x + aslant, y - down, 2), box(x - aslant, y - down, 2),
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
  hits(box, { id }, covers) {
    let hit = false;
    this.each(box, (key) => {
      hit ||= (this.cells.get(key) ?? []).some((other) => other.id !== id && (other.id === undefined || other.right - other.left > covers) &&
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
