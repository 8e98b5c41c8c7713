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
GAP = 1.4
"""Room between two components, in units of one tie."""
SHAPE = 1.5
"""Width over height that the picture aims at."""


def layout(ties: Ties) -> list[Point]:
    """Positions for all nodes, components side by side, the largest first; the origin is the centre.

    Takes O(n^2) time and memory in the largest component: meant for some hundred nodes.

    >>> math.dist(*layout([{1: 1.0}, {0: 1.0}]))
    1.0
    """
    drawn = []
    for nodes in components(ties):
        points = _lie_down(_spread(_descend(_distances(nodes, ties)), nodes))
        drawn.append((nodes, points))
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


def _descend(distance: list[list[float]]) -> list[list[float]]:
    """Positions whose distances follow the table: weights 1/d^2, steps falling geometrically."""
    n = len(distance)
    turn = 2.399963229728653  # the golden angle: a sunflower to begin with, no two in one place
    points = [[math.sqrt(i + 0.5) * math.cos(i * turn), math.sqrt(i + 0.5) * math.sin(i * turn)] for i in range(n)]
    terms = [(i, j, distance[i][j]) for i in range(n) for j in range(i)]
    if not terms:
        return points
    longest = max(d for _, _, d in terms)
    first, last = longest * longest, 0.05 * min(d for _, _, d in terms) ** 2
    shuffle = random.Random(n).shuffle
    for turn_number in range(ROUNDS):
        step = first * (last / first) ** (turn_number / (ROUNDS - 1))
        shuffle(terms)
        for i, j, wished in terms:
            a, b = points[i], points[j]
            dx, dy = a[0] - b[0], a[1] - b[1]
            actual = math.sqrt(dx * dx + dy * dy) or 1e-9
            share = min(1.0, step / (wished * wished)) * (actual - wished) / (2 * actual)
            a[0] -= share * dx
            a[1] -= share * dy
            b[0] += share * dx
            b[1] += share * dy
    return points


def _spread(points: list[list[float]], nodes: Sequence[int], apart: float = 0.42) -> list[list[float]]:
    """Push apart what stands closer than ``apart``; a few rounds suffice for dots."""
    order = range(len(nodes))
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
    """Set the components in rows, as wide as the shape asks, and centre the whole."""
    boxes = [_box(points) for _, points in drawn]
    area = sum((width + GAP) * (height + GAP) for _, _, width, height in boxes)
    limit = max([math.sqrt(area * SHAPE), *(width + GAP for _, _, width, _ in boxes)], default=0.0)
    placed: list[Point] = [(0.0, 0.0)] * n
    x = y = row = 0.0
    rows: list[tuple[float, list[int]]] = [(0.0, [])]
    for (nodes, points), (left, top, width, height) in zip(drawn, boxes, strict=True):
        if x and x + width + GAP > limit + 1e-9:
            x, y, row = 0.0, y + row, 0.0
            rows.append((0.0, []))
        for node, point in zip(nodes, points, strict=True):
            placed[node] = (x + point[0] - left, y + point[1] - top)
        x, row = x + width + GAP, max(row, height + GAP)
        rows[-1] = (x, [*rows[-1][1], *nodes])
    widest = max(width for width, _ in rows)
    for width, members in rows:
        for node in members:
            placed[node] = (placed[node][0] + (widest - width) / 2, placed[node][1])
    left, top, width, height = _box([list(point) for point in placed])
    return [(px - left - width / 2, py - top - height / 2) for px, py in placed]


def _box(points: Sequence[Sequence[float]]) -> tuple[float, float, float, float]:
    """Left, top, width, height."""
    xs, ys = [p[0] for p in points] or [0.0], [p[1] for p in points] or [0.0]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
