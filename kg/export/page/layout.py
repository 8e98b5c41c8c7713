"""Where the people stand in the picture: a drawing by stress, the same for the same graph everywhere.

The method is stochastic gradient descent on the stress of the drawing (J. X. Zheng, S. Pawar,
D. F. M. Goodman: Graph Drawing by Stochastic Gradient Descent, IEEE TVCG 25(9), 2019): every two people
are moved, pair by pair and by ever smaller steps, towards the distance that they have in the graph.
Only sums, products and square roots are used, and the shuffles come from a seeded generator, so
the result does not depend on the machine.
"""

from __future__ import annotations

import heapq
import math
import random
from collections.abc import Mapping, Sequence

Point = tuple[float, float]
Ties = Sequence[Mapping[int, float]]
"""For each node its neighbours and the wished distance to each, in units of one tie."""

ROUNDS = 20
TRIES = 8
"""Drawings of a small component, of which the clearest is kept."""
SMALL = 40
NEAR = 0.16
"""A line that passes a stranger's dot closer than this seems to end there."""
GAP_ACROSS, GAP_DOWN = 2.0, 1.2
"""Room between two components, in units of one tie: names need more across."""
SHAPE = 2.8
"""Width over height that the picture aims at."""


def layout(ties: Ties) -> list[Point]:
    """Positions for all nodes, components side by side, the largest first; the origin is the centre.

    Takes O(n^2) time and memory in the largest component: meant for some hundred nodes.

    >>> math.dist(*layout([{1: 1.0}, {0: 1.0}]))
    1.0
    """
    drawn = [(nodes, _lie_down(_drawing(nodes, ties))) for nodes in components(ties)]
    return _pack(len(ties), drawn)


def components(ties: Ties) -> list[list[int]]:
    """Connected components, the largest first, then by least member; members in order."""
    seen: set[int] = set()
    found = []
    for start in range(len(ties)):
        if start in seen:
            continue
        seen.add(start)
        members = [start]
        for node in members:  # grows while it is walked
            for other in ties[node]:
                if other not in seen:
                    seen.add(other)
                    members.append(other)
        found.append(sorted(members))
    return sorted(found, key=lambda members: (-len(members), members))


def _drawing(nodes: Sequence[int], ties: Ties) -> list[list[float]]:
    """The component's points: of several drawings of a small one, that with the fewest lines through dots."""
    if len(nodes) > SMALL:
        return _spread(_descend(_distances(nodes, _roomy(ties)), 0))
    distance = _distances(nodes, ties)
    if len(nodes) <= 3:
        return _spread(_descend(distance, 0))
    index = {node: i for i, node in enumerate(nodes)}
    lines = [(index[a], index[b]) for a in nodes for b in ties[a] if a < b]
    drawings = [_clear(_spread(_descend(distance, seed)), lines) for seed in range(TRIES)]
    return min(drawings, key=lambda points: (_run_through(points, lines), round(_stress(points, distance), 6)))


def _roomy(ties: Ties) -> list[dict[int, float]]:
    """Ties that are the longer the more neighbours their ends do not share, so that the middle of a crowd gets room.

    After E. R. Gansner, Y. Koren, S. North: Graph Drawing by Stress Majorization, GD 2004, where the length is that
    number itself; its fourth root here, since few people are drawn, and because a square root is the same everywhere.
    """

    def room(a: int, b: int) -> float:
        return math.sqrt(math.sqrt(len(ties[a].keys() ^ ties[b].keys()) / 2))

    return [{b: length * room(a, b) for b, length in near.items()} for a, near in enumerate(ties)]


def _run_through(points: list[list[float]], lines: Sequence[tuple[int, int]]) -> int:
    """How many dots lie on lines that are not theirs."""
    found = 0
    for a, b in lines:
        (ax, ay), (bx, by) = points[a], points[b]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy or 1e-9
        for i, (x, y) in enumerate(points):
            along = ((x - ax) * dx + (y - ay) * dy) / length
            if i not in (a, b) and 0 < along < 1:
                across = (x - ax) * dy - (y - ay) * dx
                found += across * across < NEAR * NEAR * length
    return found


def _clear(points: list[list[float]], lines: Sequence[tuple[int, int]]) -> list[list[float]]:
    """Push dots off the lines of others, and these lines a little the other way."""
    for _ in range(30):
        for a, b in lines:
            for i, point in enumerate(points):
                if i in (a, b):
                    continue
                (ax, ay), (bx, by) = points[a], points[b]
                dx, dy = bx - ax, by - ay
                length = math.sqrt(dx * dx + dy * dy) or 1e-9
                along = ((point[0] - ax) * dx + (point[1] - ay) * dy) / (length * length)
                off = ((point[0] - ax) * dy - (point[1] - ay) * dx) / length
                if not 0 < along < 1 or abs(off) >= NEAR:
                    continue
                push = (NEAR - abs(off)) * (0.3 if off >= 0 else -0.3)
                for who, share in ((i, 1.0), (a, -0.5), (b, -0.5)):
                    points[who][0] += share * push * dy / length
                    points[who][1] -= share * push * dx / length
    return points


def _stress(points: list[list[float]], distance: list[list[float]]) -> float:
    return sum(
        (math.dist(points[i], points[j]) / distance[i][j] - 1) ** 2 for i in range(len(points)) for j in range(i)
    )


def _distances(nodes: Sequence[int], ties: Ties) -> list[list[float]]:
    """Shortest distances between all nodes of a component (Dijkstra from each)."""
    index = {node: i for i, node in enumerate(nodes)}
    near = [[(index[other], length) for other, length in sorted(ties[node].items())] for node in nodes]
    table = []
    for start in range(len(nodes)):
        distance = [math.inf] * len(nodes)
        distance[start] = 0.0
        queue = [(0.0, start)]
        while queue:
            so_far, node = heapq.heappop(queue)
            if so_far > distance[node]:
                continue
            for other, length in near[node]:
                if so_far + length < distance[other]:
                    distance[other] = so_far + length
                    heapq.heappush(queue, (so_far + length, other))
        table.append(distance)
    return table


def _descend(distance: list[list[float]], seed: int) -> list[list[float]]:
    """Positions whose distances follow the table: weights 1/d^2, steps falling geometrically."""
    n = len(distance)
    turn = 2.399963229728653  # the golden angle: a sunflower to begin with, no two in one place
    across = [math.sqrt(i + 0.5) * math.cos(i * turn) for i in range(n)]
    down = [math.sqrt(i + 0.5) * math.sin(i * turn) for i in range(n)]
    terms = [(i, j, distance[i][j], distance[i][j] * distance[i][j]) for i in range(n) for j in range(i)]
    if terms:
        longest, shortest = (best(wished for _, _, wished, _ in terms) for best in (max, min))
        first, last = longest * longest, 0.05 * shortest**2
        shuffle = random.Random(seed).shuffle
        for turn_number in range(ROUNDS):
            shuffle(terms)
            _step(terms, first * (last / first) ** (turn_number / (ROUNDS - 1)), across, down)
    return [[x, y] for x, y in zip(across, down, strict=True)]


def _step(terms: list[tuple[int, int, float, float]], step: float, across: list[float], down: list[float]) -> None:
    """Move every two nodes towards the distance wished for; ``terms`` have their numbers, that distance, its square.

    The innermost loop of all, run some hundred thousand times for a page.
    """
    root = math.sqrt
    for i, j, wished, square in terms:
        dx, dy = across[i] - across[j], down[i] - down[j]
        actual = root(dx * dx + dy * dy) or 1e-9
        weight = step / square
        share = (weight if weight < 1.0 else 1.0) * (actual - wished) / (2 * actual)
        dx *= share
        dy *= share
        across[i] -= dx
        down[i] -= dy
        across[j] += dx
        down[j] += dy


def _spread(points: list[list[float]], apart: float = 0.42) -> list[list[float]]:
    """Push apart what stands closer than ``apart``; a few rounds suffice for dots."""
    order = range(len(points))
    for _ in range(40):
        moved = False
        by_x = sorted(order, key=lambda i: points[i][0])
        for place, i in enumerate(by_x):
            for j in by_x[place + 1 :]:
                dx, dy = points[j][0] - points[i][0], points[j][1] - points[i][1]
                if dx >= apart:
                    break
                actual = math.sqrt(dx * dx + dy * dy)
                if actual >= apart:
                    continue
                if actual < 1e-6:
                    dx, dy, actual = 0.0, 1e-6, 1e-6
                push = (apart - actual) / (2 * actual) + 1e-3
                points[i][0] -= push * dx
                points[i][1] -= push * dy
                points[j][0] += push * dx
                points[j][1] += push * dy
                moved = True
        if not moved:
            break
    return points


def _lie_down(points: list[list[float]]) -> list[list[float]]:
    """Turn the drawing about its centre so that its longest extent lies across."""
    n = len(points)
    cx, cy = sum(p[0] for p in points) / n, sum(p[1] for p in points) / n
    shifted = [(x - cx, y - cy) for x, y in points]
    xx, yy = sum(x * x for x, _ in shifted), sum(y * y for _, y in shifted)
    angle = 0.5 * math.atan2(2 * sum(x * y for x, y in shifted), xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return [[x * cos + y * sin, y * cos - x * sin] for x, y in shifted]


def _pack(n: int, drawn: Sequence[tuple[Sequence[int], list[list[float]]]]) -> list[Point]:
    """Set the components in rows, as wide as the shape asks, each row and the whole centred."""
    boxes = [_box(points) for _, points in drawn]
    area = sum((width + GAP_ACROSS) * (height + GAP_DOWN) for _, _, width, height in boxes)
    limit = max([math.sqrt(area * SHAPE), *(width + GAP_ACROSS for _, _, width, _ in boxes)], default=0.0)
    rows: list[list[int]] = []
    filled = math.inf
    for number, (_, _, width, _) in enumerate(boxes):
        if filled + width + GAP_ACROSS > limit + 1e-9:
            rows.append([])
            filled = 0.0
        rows[-1].append(number)
        filled += width + GAP_ACROSS
    placed: list[Point] = [(0.0, 0.0)] * n
    y = 0.0
    for row in rows:
        tallest = max(boxes[number][3] for number in row)
        x = -(sum(boxes[number][2] + GAP_ACROSS for number in row) - GAP_ACROSS) / 2
        for number in row:
            left, top, width, height = boxes[number]
            down = y + (tallest - height) / 2
            for node, point in zip(*drawn[number], strict=True):
                placed[node] = (x + point[0] - left, down + point[1] - top)
            x += width + GAP_ACROSS
        y += tallest + GAP_DOWN
    left, top, width, height = _box(placed)
    return [(px - left - width / 2, py - top - height / 2) for px, py in placed]


def _box(points: Sequence[Sequence[float]]) -> tuple[float, float, float, float]:
    """Left, top, width, height."""
    xs, ys = [p[0] for p in points] or [0.0], [p[1] for p in points] or [0.0]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
