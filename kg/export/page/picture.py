"""The picture that the page opens with: who is drawn, where, how large, in which colour.

A reader can take in some hundred people. Where up to :data:`ALL` have met somebody, all of them are drawn; beyond,
the :data:`BACKBONE` most connected with the strongest ties of each, and the page draws the others when asked for.
People are told by their keys (:class:`kg.export.page.chunks.Keys`), ties by those of both.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from operator import add
from typing import Any, Protocol

from kg.export.page.layout import layout
from kg.grades import GRADES

ALL = 300
BACKBONE = 150
STRONGEST = 3
"""Ties that a person keeps in the backbone, beside those that others keep with them."""
COLOURS = 8
"""Agencies with a colour of their own; the palette is in ``styles/colours.css``."""
WIDE, HIGH = 1040, 560
"""What the opening picture fills, in its own units: pixels on a usual screen."""
UNIT = 190
"""One tie is never longer, however few there are."""
STRETCH = 1.35
"""By how much more a picture may be enlarged across than down, to use the width of screens."""
WISHED = {"metAsPrincipals": 1.0, "met": 1.0, "coAttended": 1.5}

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"randomSeed": 0, "improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 3600000,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "multiselect": False,
    },
    "nodes": {"shape": "dot", "borderWidth": 1.5, "chosen": False, "labelHighlightBold": False},
    "edges": {"smooth": False, "chosen": False, "hoverWidth": 0, "selectionWidth": 0},
}

Times = tuple[int, ...]
"""How many occasions of each of :data:`kg.grades.GRADES`."""


class Shared(Protocol):
    """Who shares how many occasions with whom; people are told by their keys."""

    def sums(self) -> Iterable[tuple[str, Times]]:
        """Of everybody who shares some, those with all others together."""

    def among(self, several: Collection[str]) -> Iterable[tuple[str, str, Times]]:
        """Those of each two of some people who share any, each two once."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A :class:`Shared` held in memory: two people, each pair once, to their occasions."""

    times: Mapping[tuple[str, str], Times]

    def sums(self) -> Iterable[tuple[str, Times]]:
        found: dict[str, Times] = {}
        for pair, times in self.times.items():
            for key in pair:
                found[key] = tuple(map(add, found.get(key, (0,) * len(times)), times))
        return found.items()

    def among(self, several: Collection[str]) -> Iterable[tuple[str, str, Times]]:
        return ((*pair, times) for pair, times in self.times.items() if pair[0] in several and pair[1] in several)


@dataclass(frozen=True, slots=True)
class Person:
    """How a person is called, and the key of the agency of their latest post."""

    label: str
    agency: str | None


People = Callable[[Collection[str]], Mapping[str, Person]]
"""Tells of people by their keys."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people and what they share; ``one`` is of the higher rank."""

    one: str
    other: str
    shared: tuple[int, ...]

    def weight(self, loosest: int) -> int:
        """How many occasions of this grade or a stricter one."""
        return sum(self.shared[: loosest + 1])

    @property
    def strictest(self) -> str:
        """The strictest grade of which they share an occasion."""
        return next(grade for grade, times in zip(GRADES, self.shared, strict=True) if times)


@dataclass(frozen=True)
class Drawing:
    """Nodes and edges of the opening picture as pyvis has them; ``grade`` is that of the page when it opens, and
    ``colours`` are the agencies that get one."""

    grade: int
    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    colours: list[str]


def drawing(shared: Shared, people: People) -> Drawing:
    """The opening picture of who met whom."""
    ranks = Ranks(shared)
    ties = opening_ties(ranks)
    drawn = sorted({key for tie in ties for key in (tie.one, tie.other)}, key=ranks.of)
    known = people(drawn)
    strongest = max((ranks.strength[key] for key in drawn), default=1)
    points, unit = _framed(_positions(drawn, ties))
    nodes = [
        {
            "id": key,
            "label": known[key].label,
            "shape": "dot",
            "size": size(ranks.strength[key], strongest, unit),
            "x": round(x),
            "y": round(y),
        }
        for key, (x, y) in zip(drawn, points, strict=True)
    ]
    edges = [{"from": tie.one, "to": tie.other, "width": width(tie.weight(ranks.grade))} for tie in ties]
    return Drawing(ranks.grade, nodes, edges, coloured(known[key].agency for key in drawn))


class Ranks:
    """Who comes before whom: by meetings with others, then by any occasion, then by key.

    ``grade`` is the one with which the page opens: meetings, or whatever there is when nobody met; ``strength`` has
    by key the sum of the weights of somebody's ties at that grade.
    """

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        sums = [(key, sum(times), times[-1]) for key, times in shared.sums()]
        total = Counter({key: every for key, every, _ in sums})
        met = Counter({key: every - loosest for key, every, loosest in sums})
        self.grade = GRADES.index("met" if any(met.values()) else "coAttended")
        self._met, self._total = met, total
        self.strength = met if self.grade == GRADES.index("met") else total

    def of(self, key: str) -> tuple[int, int, str]:
        """What to sort by."""
        return -self._met[key], -self._total[key], key

    @cached_property
    def present(self) -> list[str]:
        """Everybody with a tie at the grade of the page."""
        return [key for key, strength in self.strength.items() if strength]

    def ties(self, among: Collection[str]) -> list[Tie]:
        """The ties between some people at the grade of the page, in order."""
        found = [
            Tie(min(one, other, key=self.of), max(one, other, key=self.of), times)
            for one, other, times in self.shared.among(among)
            if any(times[: self.grade + 1])
        ]
        return sorted(found, key=lambda tie: (self.of(tie.one), self.of(tie.other)))


def opening_ties(ranks: Ranks) -> list[Tie]:
    """The ties of the opening picture."""
    if len(ranks.present) <= ALL:
        return ranks.ties(set(ranks.present))
    chosen = nsmallest(BACKBONE, ranks.present, key=lambda key: (-ranks.strength[key], *ranks.of(key)))
    among = ranks.ties(set(chosen))
    kept: Counter[str] = Counter()
    backbone = []
    for at, tie in sorted(enumerate(among), key=lambda each: (-each[1].weight(ranks.grade), each[0])):
        if min(kept[tie.one], kept[tie.other]) < STRONGEST:
            kept.update((tie.one, tie.other))
            backbone.append((at, tie))
    return [tie for _, tie in sorted(backbone, key=lambda each: each[0])]


def size(strength: int, strongest: int, unit: float) -> float:
    """Radius of a person: the area grows with the number of meetings; all are smaller where ties are short."""
    largest = min(26.0, 5 + 2.2 * math.sqrt(strongest), 0.24 * unit)
    return round(max(3.0, largest * math.sqrt(0.14 + 0.86 * strength / strongest)), 1)


def width(weight: int) -> float:
    """Width of a tie by the number of occasions."""
    return round(min(12.0, 0.6 + 1.2 * math.sqrt(weight)), 1)


def _positions(drawn: Sequence[str], ties: Sequence[Tie]) -> list[tuple[float, float]]:
    place = {key: at for at, key in enumerate(drawn)}
    near: list[dict[int, float]] = [{} for _ in drawn]
    for tie in ties:
        wished = WISHED[tie.strictest]
        near[place[tie.one]][place[tie.other]] = near[place[tie.other]][place[tie.one]] = wished
    return layout(near)


def _framed(points: Sequence[tuple[float, float]]) -> tuple[list[tuple[float, float]], float]:
    """The points enlarged to fill the frame, and the length of one tie in it."""
    wide = 2 * max((abs(x) for x, _ in points), default=0.0)
    high = 2 * max((abs(y) for _, y in points), default=0.0)
    unit = min(UNIT, WIDE / max(wide, 1.0), HIGH / max(high, 1.0))
    across = min(unit * STRETCH, WIDE / max(wide, 1.0))
    return [(x * across, y * unit) for x, y in points], unit


def coloured(agencies: Iterable[str | None]) -> list[str]:
    """The agencies that get a colour, given those of the people drawn in the order of their rank: those of most
    people, then of the first."""
    members = Counter(agency for agency in agencies if agency is not None)
    return [agency for agency, _ in members.most_common(COLOURS)]
