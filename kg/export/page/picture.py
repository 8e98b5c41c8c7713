"""The picture that the page opens with: who is drawn, where, how large, in which colour.

A reader can take in some hundred people. Where up to :data:`ALL` have met somebody, all of them are drawn; beyond,
the :data:`BACKBONE` most connected with the strongest ties of each, and the page draws the others when asked for.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from kg.export.page.data import Cast, Tie
from kg.export.page.layout import layout
from kg.export.records import Official
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


def loosest(people: Cast) -> int:
    """The grade with which the page opens: meetings, or whatever there is when nobody met."""
    met = any(tie.weight(GRADES.index("met")) for tie in people.ties)
    return GRADES.index("met" if met else "coAttended")


def draw(people: Cast, grade: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """pyvis's nodes and edges of the opening picture; ids are the numbers of officials and ties."""
    ties = opening_ties(people, grade)
    drawn = sorted({number for _, tie in ties for number in (tie.a, tie.b)})
    strength = strengths(people.ties, len(people.officials), grade)
    strongest = max((strength[number] for number in drawn), default=1)
    points, unit = _framed(_positions(drawn, [tie for _, tie in ties]))
    nodes = [
        {
            "id": number,
            "label": people.officials[number].name.label,
            "shape": "dot",
            "size": size(strength[number], strongest, unit),
            "x": round(x),
            "y": round(y),
        }
        for number, (x, y) in zip(drawn, points, strict=True)
    ]
    edges = [{"id": at, "from": tie.a, "to": tie.b, "width": width(tie.weight(grade))} for at, tie in ties]
    return nodes, edges


def opening_ties(people: Cast, grade: int) -> list[tuple[int, Tie]]:
    """The ties of the opening picture with their numbers."""
    numbered = [(at, tie) for at, tie in enumerate(people.ties) if tie.weight(grade)]
    if len({number for _, tie in numbered for number in (tie.a, tie.b)}) <= ALL:
        return numbered
    strength = strengths(people.ties, len(people.officials), grade)
    chosen = set(sorted(range(len(strength)), key=lambda n: (-strength[n], n))[:BACKBONE])
    among = [(at, tie) for at, tie in numbered if tie.a in chosen and tie.b in chosen]
    kept: Counter[int] = Counter()
    backbone = []
    for at, tie in sorted(among, key=lambda one: (-one[1].weight(grade), one[0])):
        if min(kept[tie.a], kept[tie.b]) < STRONGEST:
            kept.update((tie.a, tie.b))
            backbone.append((at, tie))
    return sorted(backbone, key=lambda one: one[0])


def strengths(ties: Iterable[Tie], n: int, grade: int) -> list[int]:
    """For every official the sum of the weights of their ties."""
    strength = [0] * n
    for tie in ties:
        weight = tie.weight(grade)
        strength[tie.a] += weight
        strength[tie.b] += weight
    return strength


def size(strength: int, strongest: int, unit: float) -> float:
    """Radius of a person: the area grows with the number of meetings; all are smaller where ties are short."""
    largest = min(26.0, 5 + 2.2 * math.sqrt(strongest), 0.24 * unit)
    return round(max(3.0, largest * math.sqrt(0.14 + 0.86 * strength / strongest)), 1)


def width(weight: int) -> float:
    """Width of a tie by the number of occasions."""
    return round(min(12.0, 0.6 + 1.2 * math.sqrt(weight)), 1)


def _positions(drawn: Sequence[int], ties: Iterable[Tie]) -> list[tuple[float, float]]:
    place = {number: at for at, number in enumerate(drawn)}
    near: list[dict[int, float]] = [{} for _ in drawn]
    for tie in ties:
        wished = WISHED[tie.strictest]
        near[place[tie.a]][place[tie.b]] = near[place[tie.b]][place[tie.a]] = wished
    return layout(near)


def _framed(points: Sequence[tuple[float, float]]) -> tuple[list[tuple[float, float]], float]:
    """The points enlarged to fill the frame, and the length of one tie in it."""
    wide = 2 * max((abs(x) for x, _ in points), default=0.0)
    high = 2 * max((abs(y) for _, y in points), default=0.0)
    unit = min(UNIT, WIDE / max(wide, 1.0), HIGH / max(high, 1.0))
    across = min(unit * STRETCH, WIDE / max(wide, 1.0))
    return [(x * across, y * unit) for x, y in points], unit


def coloured(officials: Sequence[Official], drawn: Iterable[int]) -> list[str]:
    """The IRIs of the agencies that get a colour: those of most people drawn, then of the best connected."""
    members: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number in sorted(drawn):
        agency = officials[number].agency
        if agency:
            members[agency] += 1
            first.setdefault(agency, number)
    return sorted(members, key=lambda iri: (-members[iri], first[iri]))[:COLOURS]
