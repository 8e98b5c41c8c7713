"""What one release adds to what the graph says of people over all releases: the little that must be kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TypeVar

from kg.grades import GRADES, brings_together, implied
from kg.model import Event, Findings, Kind
from kg.resolution import Resolved
from kg.triples.people import present

T = TypeVar("T")

Called = tuple[str, str]
Held = tuple[str, str, bool]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Share:
    """Of one release: its day and language, how many events and meetings it tells of, and, each once, honorifics and
    post-nominals (key of the official, words), posts held (keys of the official and of the post, acting or not) and
    who met whom (keys in their order): at how many occasions with each of :data:`kg.grades.GRADES` as the strictest."""

    day: date
    lang: str
    events: int
    meetings: int
    titles: tuple[Called, ...]
    post_nominals: tuple[Called, ...]
    tenures: tuple[Held, ...]
    pairs: tuple[tuple[str, str, tuple[int, ...]], ...]


def share(findings: Findings, resolved: Resolved) -> Share:
    """What a release says of people that other releases may say as well."""
    people = [(person, one) for person, one in zip(findings.people, resolved.people, strict=True) if one is not None]
    held = zip(findings.tenures, resolved.posts, strict=True)
    met: dict[Pair, list[int]] = {}
    for event in findings.events:
        for grade, pair in _meetings(event, resolved):
            met.setdefault(pair, [0] * len(GRADES))[grade] += 1
    return Share(
        findings.release.day,
        findings.release.lang,
        len(findings.events),
        sum(event.kind is Kind.MEETING for event in findings.events),
        _once((one.key, person.title) for person, one in people if person.title),
        _once((one.key, letters) for person, one in people for letters in person.post_nominals),
        _once(
            (holder.key, office.identity.key, tenure.acting)
            for tenure, office in held
            if (holder := resolved.people[tenure.person]) is not None
        ),
        tuple((*pair, tuple(times)) for pair, times in met.items()),
    )


def _once(several: Iterator[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(several))


def _meetings(event: Event, resolved: Resolved) -> Iterator[tuple[int, Pair]]:
    """Who met whom, as the release grades it."""
    dated = event.when is not None and event.when.start is not None
    if not brings_together(event.status, dated=dated):
        return
    there = [(identity.key, parts[0].role) for identity, parts in present(event, resolved)]
    for (one, role), (other, other_role) in combinations(there, 2):
        grade = GRADES.index(implied(event.kind, role, other_role))
        yield grade, (one, other) if one < other else (other, one)
