"""What the page knows of things that releases share, as one value for JSON: tables by column, rows pointing to rows.

Columns rather than objects keep the file small and still readable; ``scripts/data.js`` turns them into objects, and
fills in what single releases tell (:mod:`kg.export.page.chunks`). Officials come in the order of how much they met, so
that their number is their rank. The picture that opens is pyvis's nodes and edges (:mod:`kg.export.page.picture`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.export.page.chunks import Keys
from kg.export.records import Name, Official, Pair, Records, Tenure
from kg.grades import GRADES

Columns = dict[str, list[Any]]
Shared = Mapping[Pair, Sequence[int]]
"""Two people (IRIs, the lesser first) to how many occasions they share of each grade."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people, by number, and how many occasions they share of each of :data:`GRADES`; ``a`` < ``b``."""

    a: int
    b: int
    shared: tuple[int, ...]

    def weight(self, loosest: int) -> int:
        """How many occasions of this grade or a stricter one."""
        return sum(self.shared[: loosest + 1])

    @property
    def strictest(self) -> str:
        """The strictest grade of which they share an occasion."""
        return next(grade for grade, times in zip(GRADES, self.shared, strict=True) if times)


@dataclass(frozen=True, slots=True)
class Cast:
    """The officials in the order of their rank, and the ties between them in order."""

    officials: tuple[Official, ...]
    ties: tuple[Tie, ...]


def cast(officials: Mapping[str, Official], shared: Shared) -> Cast:
    """Rank the officials by what they share with others: meetings first, then anything, then the IRI."""
    met: dict[str, int] = dict.fromkeys(officials, 0)
    total: dict[str, int] = dict.fromkeys(officials, 0)
    for pair, times in shared.items():
        together = sum(times)
        for iri in pair:
            met[iri] += together - times[-1]
            total[iri] += together
    ranked = sorted(officials, key=lambda iri: (-met[iri], -total[iri], iri))
    number = {iri: place for place, iri in enumerate(ranked)}
    ties = []
    for (first, second), times in shared.items():
        a, b = sorted((number[first], number[second]))
        ties.append(Tie(a, b, tuple(times)))
    ties.sort(key=lambda tie: (tie.a, tie.b))
    return Cast(tuple(officials[iri] for iri in ranked), tuple(ties))


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many releases there are, also those that tell of nobody, when the first and last were issued (days, or
    empty), and the IRI of the agency that published all which tell of somebody."""

    releases: int
    first: str
    last: str
    publisher: str | None


def tables(records: Records, people: Cast, coverage: Coverage, keys: Keys) -> dict[str, Any]:
    """The tables of officials, agencies, posts and places, and what is told of all releases."""
    agency, post = _numbers(records.agencies), _numbers(records.posts)
    official = _numbers(one.iri for one in people.officials)
    former = {keys.of("official", iri): official[now] for iri, now in records.former.items() if now in official}
    return {
        "base": keys.base,
        "publisher": agency.get(coverage.publisher or "", -1),
        "told": {"releases": coverage.releases, "first": coverage.first, "last": coverage.last},
        "officials": _officials(people.officials, agency, post, keys),
        "agencies": {
            **_names([one.name for one in records.agencies.values()]),
            "id": [keys.of("agency", one.iri) for one in records.agencies.values()],
            "short": [one.abbreviation for one in records.agencies.values()],
            "parent": [agency.get(one.parent or "", -1) for one in records.agencies.values()],
            "jurisdiction": [one.jurisdiction for one in records.agencies.values()],
        },
        "posts": {
            **_names([one.name for one in records.posts.values()]),
            "id": [keys.of("post", one.iri) for one in records.posts.values()],
            "short": [one.abbreviation for one in records.posts.values()],
        },
        "places": {
            "label": [one.label for one in records.places.values()],
            "id": [keys.of("place", iri) for iri in records.places],
        },
        **({"former": former} if former else {}),
    }


def _officials(
    officials: Sequence[Official], agency: Mapping[str, int], post: Mapping[str, int], keys: Keys
) -> Columns:
    def held(tenure: Tenure) -> list[Any]:
        body = agency.get(tenure.agency or "", -1)
        return [post.get(tenure.post, -1), body, int(tenure.acting), tenure.first, tenure.last]

    return {
        **_names([one.name for one in officials]),
        "id": [keys.of("official", one.iri) for one in officials],
        "title": [one.title for one in officials],
        "honours": [" ".join(one.post_nominals) for one in officials],
        "agency": [agency.get(one.agency or "", -1) for one in officials],
        "tenures": [[held(tenure) for tenure in one.tenures] for one in officials],
    }


def _numbers(keys: Iterable[str]) -> dict[str, int]:
    return {key: number for number, key in enumerate(keys)}


def _names(names: Sequence[Name]) -> Columns:
    return {
        "label": [name.label for name in names],
        "zh": [name.zh for name in names],
        "forms": [list(name.forms) for name in names],
    }
