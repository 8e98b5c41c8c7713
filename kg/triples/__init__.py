"""From findings and identities to triples: the one place that mints IRIs and literals.

What is said of a release and its events depends on that release alone (:mod:`kg.triples.release`) and streams out as
its findings come in. What releases share - people, agencies, posts, places, tenures, edges between people - is
gathered meanwhile (:mod:`kg.triples.share`) and stated at the end, each thing once (:mod:`kg.triples.things`). What
is kept grows with the identities, not with the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model import Body, Findings, Resolution, Resolved
from kg.triples.mint import Sink, checked_base, term
from kg.triples.release import ReleaseStatements
from kg.triples.share import Share, share
from kg.triples.shared import Gathered, things
from kg.triples.statements import state, subject
from kg.triples.things import Tenure, Thing
from kg.vocab import INSTANCES, KG, RDF

__all__ = ["Gathered", "Share", "Stated", "Thing", "about", "released", "stating", "subject", "things", "triples"]


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated of one release, its share in what is stated of others, and ``aside`` what other releases may
    state as well, as far as this one shows it: who is an official, and tenures on that day."""

    id: str
    triples: list[ox.Triple]
    share: Share
    aside: list[ox.Triple]


def triples(findings: Iterable[Findings], resolution: Resolution, base: str = INSTANCES) -> Iterator[ox.Triple]:
    """All triples of the graph, streaming; ``findings`` are gone through once.

    ``resolution`` is that of the same findings; ``base`` is where the IRIs of instances begin.
    Raises ValueError when ``base`` is no absolute IRI ending in "/" or "#", or when a release was not resolved.

    >>> from kg.model import Resolution
    >>> list(triples([], Resolution({}, None)))
    []
    """
    gathered = Gathered()
    for one in released(findings, resolution, base):
        gathered.add(one.share)
        yield from one.triples
    yield from about(things(resolution, gathered), base)


def released(findings: Iterable[Findings], resolution: Resolution, base: str = INSTANCES) -> Iterator[Stated]:
    """What is stated of each release. Raises as :func:`triples`."""
    state = stating(base, resolution.publisher)
    for one in findings:
        resolved = resolution.releases.get(one.release.id)
        if resolved is None:
            raise ValueError(f"release {one.release.id} was not resolved; resolve the same findings that are written")
        yield state(one, resolved)


def stating(base: str, publisher: Body | None) -> Callable[[Findings, Resolved], Stated]:
    """What states releases issued by ``publisher``, one by one. Raises ValueError for a ``base`` that is none."""
    sink = Sink(checked_base(base))
    releases = ReleaseStatements(sink, publisher)

    def stated(findings: Findings, resolved: Resolved) -> Stated:
        releases.state(findings, resolved)
        triples, own = sink.taken(), share(findings, resolved)
        for key in {person.key for person in resolved.people if person is not None}:
            sink.say(sink.thing("official", key), RDF.type, term(KG.Official))
        for official, post, acting in own.tenures:
            state(Tenure(official, post, acting, None, own.day, own.day), sink)
        return Stated(findings.release.id, triples, own, sink.taken())

    return stated


def about(several: Iterable[Thing], base: str = INSTANCES) -> list[ox.Triple]:
    """What is stated of things that releases share."""
    sink = Sink(base)
    for thing in several:
        state(thing, sink)
    return sink.taken()
