// Names in the picture: of a size that can be read at any zoom, and never one over another.

/**
 * Choose places for labels. `wanted`: {x, y, radius, width, height, always} in screen pixels, the most important
 * first; gives {label, x, y, align} for those that find room below, above, right or left of their dot.
 */
export function place(wanted, dots, width, height) {
  const taken = new Grid(64);
  for (const dot of dots) taken.add({ left: dot.x - dot.radius, right: dot.x + dot.radius, top: dot.y - dot.radius, bottom: dot.y + dot.radius, dot });
  const placed = [];
  for (const label of wanted) {
    const spot = around(label).find((box) => inside(box, width, height) && !taken.hits(box, label)) ??
      (label.always ? around(label)[0] : null);
    if (!spot) continue;
    taken.add(spot);
    placed.push({ label, x: spot.x, y: spot.y });
  }
  return placed;
}

/** The boxes tried, x and y being the middle of the text. */
function around({ x, y, radius, width, height }) {
  const gap = 3;
  const box = (cx, cy) => ({ x: cx, y: cy, left: cx - width / 2 - 2, right: cx + width / 2 + 2, top: cy - height / 2, bottom: cy + height / 2 });
  return [
    box(x, y + radius + gap + height / 2),
    box(x, y - radius - gap - height / 2),
    box(x + radius + gap + width / 2, y),
    box(x - radius - gap - width / 2, y),
  ];
}

const inside = (box, width, height) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;

class Grid {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  * keys({ left, right, top, bottom }) {
    for (let column = Math.floor(left / this.cell); column <= Math.floor(right / this.cell); column += 1) {
      for (let row = Math.floor(top / this.cell); row <= Math.floor(bottom / this.cell); row += 1) yield `${column},${row}`;
    }
  }

  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }

  hits(box, label) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (other.dot && other.dot.id === label.id) continue;
        if (other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom) return true;
      }
    }
    return false;
  }
}
