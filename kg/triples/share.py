"""What one release adds to what the graph says of people over all releases: the little that must be kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TypeVar

from kg.model import Event, Findings, Kind, Resolved, Role, Status
from kg.triples.people import present
from kg.vocab import KG

T = TypeVar("T")

Called = tuple[str, str]
Held = tuple[str, str, bool]
Pair = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Share:
    """Of one release, each once: honorifics and post-nominals (key of the official, words), posts held (keys of the
    official and of the post, acting or not) and pairs who met (property, keys in their order)."""

    day: date
    titles: tuple[Called, ...]
    post_nominals: tuple[Called, ...]
    tenures: tuple[Held, ...]
    pairs: tuple[Pair, ...]


def share(findings: Findings, resolved: Resolved) -> Share:
    """What a release says of people that other releases may say as well."""
    people = [(person, one) for person, one in zip(findings.people, resolved.people, strict=True) if one is not None]
    held = zip(findings.tenures, resolved.posts, strict=True)
    return Share(
        findings.release.day,
        _once((one.key, person.title) for person, one in people if person.title),
        _once((one.key, letters) for person, one in people for letters in person.post_nominals),
        _once(
            (holder.key, office.identity.key, tenure.acting)
            for tenure, office in held
            if (holder := resolved.people[tenure.person]) is not None
        ),
        _once(pair for event in findings.events for pair in _meetings(event, resolved)),
    )


def _once(several: Iterator[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(several))


def _meetings(event: Event, resolved: Resolved) -> Iterator[Pair]:
    """Who met whom, as the release grades it; the ontology says what kg:met and kg:coAttended mean."""
    recalled = event.status is Status.RECALLED and event.when is not None and event.when.start is not None
    if not (event.status is Status.HELD or recalled):
        return
    there = [(identity.key, parts[0].role) for identity, parts in present(event, resolved)]
    for (one, role), (other, other_role) in combinations(there, 2):
        pair = (one, other) if one < other else (other, one)
        principals = (role is Role.PRINCIPAL) + (other_role is Role.PRINCIPAL)
        if event.kind is not Kind.MEETING or not principals:
            yield KG.coAttended, *pair
            continue
        yield KG.met, *pair
        if principals == 2:
            yield KG.metAsPrincipals, *pair
