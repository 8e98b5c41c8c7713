// Where people stand in a picture other than the one that opens: the method of layout.py, in the browser.
// Stress by stochastic gradient descent (Zheng, Pawar, Goodman 2019), components side by side.

const ROUNDS = 20;
const GAP = { across: 2, down: 1.2 };
const SHAPE = 2.8;
const APART = 0.42;
const WIDE = 1040;
const HIGH = 560;
const UNIT = 190;
const STRETCH = 1.35;
const SMALL = 40;

/**
 * Places for these ids: a Map to {x, y}, and the length of one tie. `ties` are [id, id, wished distance];
 * `start` gives places known before, so that who stays stays near.
 */
export function layout(ids, ties, start = new Map()) {
  const index = new Map(ids.map((id, i) => [id, i]));
  const near = ids.map(() => new Map());
  for (const [a, b, wished] of ties) {
    near[index.get(a)].set(index.get(b), wished);
    near[index.get(b)].set(index.get(a), wished);
  }
  const crowded = roomy(near);
  const drawn = components(near).map((nodes) => {
    const lengths = nodes.length > SMALL ? crowded : near;
    return { nodes, points: spread(descend(distances(nodes, lengths), begin(nodes, ids, start))) };
  });
  const { points, unit } = framed(pack(ids.length, drawn));
  return { places: new Map(ids.map((id, i) => [id, points[i]])), unit };
}

/** Ties that are the longer the more neighbours their ends do not share, as in layout.py. */
function roomy(near) {
  const shared = (a, b) => [...near[a].keys()].filter((other) => near[b].has(other)).length;
  const room = (a, b) => Math.sqrt(Math.sqrt((near[a].size + near[b].size - 2 * shared(a, b)) / 2));
  return near.map((own, a) => new Map([...own].map(([b, wished]) => [b, wished * room(a, b)])));
}

/** Connected components, the largest first. */
export function components(near) {
  const seen = new Set();
  const found = [];
  for (let first = 0; first < near.length; first += 1) {
    if (seen.has(first)) continue;
    seen.add(first);
    const members = [first];
    for (const node of members) {
      for (const other of near[node].keys()) {
        if (!seen.has(other)) {
          seen.add(other);
          members.push(other);
        }
      }
    }
    found.push(members.sort((a, b) => a - b));
  }
  return found.sort((a, b) => b.length - a.length || a[0] - b[0]);
}

/** Shortest distances within a component: whoever is reached on a shorter way is looked at again. */
function distances(nodes, near) {
  const index = new Map(nodes.map((node, i) => [node, i]));
  return nodes.map((source) => {
    const distance = new Float64Array(nodes.length).fill(Infinity);
    distance[index.get(source)] = 0;
    const queue = [source];
    while (queue.length) {
      const node = queue.shift();
      const so = distance[index.get(node)];
      for (const [other, wished] of near[node]) {
        const at = index.get(other);
        if (so + wished < distance[at]) {
          distance[at] = so + wished;
          queue.push(other);
        }
      }
    }
    return distance;
  });
}

/** A place for everybody to begin with: the former one, else one of a sunflower's seeds. */
function begin(nodes, ids, start) {
  const known = nodes.filter((node) => start.has(ids[node])).length;
  const kept = known > nodes.length / 2;
  return {
    kept,
    points: nodes.map((node, i) => {
      const former = kept && start.get(ids[node]);
      return former ? [former.x / 100, former.y / 100] : [Math.sqrt(i + 0.5) * Math.cos(i * 2.399963), Math.sqrt(i + 0.5) * Math.sin(i * 2.399963)];
    }),
  };
}

function descend(distance, { points, kept }) {
  const terms = [];
  let [longest, shortest] = [0, Infinity];
  for (let i = 0; i < points.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      terms.push([i, j, distance[i][j]]);
      longest = Math.max(longest, distance[i][j]);
      shortest = Math.min(shortest, distance[i][j]);
    }
  }
  const [first, last] = [kept ? 1 : longest * longest, 0.05 * shortest * shortest];
  const random = generator(points.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = first * (last / first) ** (round / (ROUNDS - 1));
    shuffle(terms, random);
    for (const [i, j, wished] of terms) {
      const [a, b] = [points[i], points[j]];
      const [dx, dy] = [a[0] - b[0], a[1] - b[1]];
      const actual = Math.sqrt(dx * dx + dy * dy) || 1e-9;
      const share = (Math.min(1, step / (wished * wished)) * (actual - wished)) / (2 * actual);
      a[0] -= share * dx;
      a[1] -= share * dy;
      b[0] += share * dx;
      b[1] += share * dy;
    }
  }
  return points;
}

/** Push apart what stands too close. */
function spread(points) {
  for (let round = 0; round < 40; round += 1) {
    let moved = false;
    const order = points.map((_, i) => i).sort((a, b) => points[a][0] - points[b][0]);
    for (let place = 0; place < order.length; place += 1) {
      for (let next = place + 1; next < order.length; next += 1) {
        const [p, q] = [points[order[place]], points[order[next]]];
        let [dx, dy] = [q[0] - p[0], q[1] - p[1]];
        if (dx >= APART) break;
        let actual = Math.sqrt(dx * dx + dy * dy);
        if (actual >= APART) continue;
        if (actual < 1e-6) [dx, dy, actual] = [0, 1e-6, 1e-6];
        const push = (APART - actual) / (2 * actual) + 1e-3;
        p[0] -= push * dx;
        p[1] -= push * dy;
        q[0] += push * dx;
        q[1] += push * dy;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return points;
}

/** Components in rows, each row and the whole centred. */
function pack(n, drawn) {
  const boxes = drawn.map(({ points }) => box(points));
  const area = boxes.reduce((sum, { width, height }) => sum + (width + GAP.across) * (height + GAP.down), 0);
  const limit = Math.max(Math.sqrt(area * SHAPE), ...boxes.map(({ width }) => width + GAP.across));
  const rows = [];
  let filled = Infinity;
  boxes.forEach(({ width }, number) => {
    if (filled + width + GAP.across > limit + 1e-9) {
      rows.push([]);
      filled = 0;
    }
    rows[rows.length - 1].push(number);
    filled += width + GAP.across;
  });
  const placed = Array.from({ length: n });
  let y = 0;
  for (const row of rows) {
    const tallest = Math.max(...row.map((number) => boxes[number].height));
    let x = -(row.reduce((sum, number) => sum + boxes[number].width + GAP.across, 0) - GAP.across) / 2;
    for (const number of row) {
      const { left, top, width, height } = boxes[number];
      const { nodes, points } = drawn[number];
      nodes.forEach((node, i) => {
        placed[node] = [x + points[i][0] - left, y + (tallest - height) / 2 + points[i][1] - top];
      });
      x += width + GAP.across;
    }
    y += tallest + GAP.down;
  }
  return placed;
}

/** Enlarged to fill the frame, about its middle. */
function framed(points) {
  const { left, top, width, height } = box(points);
  const unit = Math.min(UNIT, WIDE / Math.max(width, 1), HIGH / Math.max(height, 1));
  const wide = Math.min(unit * STRETCH, WIDE / Math.max(width, 1));
  return { unit, points: points.map(([x, y]) => ({ x: (x - left - width / 2) * wide, y: (y - top - height / 2) * unit })) };
}

function box(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** mulberry32: numbers from 0 to 1 that depend on the seed alone. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(items, random) {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
}
