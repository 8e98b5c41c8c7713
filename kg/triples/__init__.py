"""From findings and identities to triples: the one place that mints IRIs and literals.

What is said of a release and its events depends on that release alone (:mod:`kg.triples.release`) and streams out as
its findings come in. What releases share - people, agencies, posts, places, tenures, edges between people - is
gathered meanwhile (:mod:`kg.triples.share`) and stated at the end, each thing once (:mod:`kg.triples.things`). What
is kept grows with the identities, not with the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.model import Findings
from kg.resolution import Resolution
from kg.triples.mint import Oxigraph, Sink, checked_base
from kg.triples.release import ReleaseStatements
from kg.triples.share import Share, share
from kg.triples.shared import Gathered, Owner, Shared, Times, Together, local, parts, things
from kg.triples.statements import state, subject
from kg.triples.things import Thing
from kg.vocab import INSTANCES

__all__ = [
    "Gathered",
    "Owner",
    "ReleaseStatements",
    "Share",
    "Shared",
    "Sink",
    "Thing",
    "Times",
    "Together",
    "about",
    "local",
    "parts",
    "released",
    "share",
    "state",
    "subject",
    "things",
    "triples",
]


def triples(findings: Iterable[Findings], resolution: Resolution, base: str = INSTANCES) -> Iterator[ox.Triple]:
    """All triples of the graph, streaming; ``findings`` are gone through once.

    ``resolution`` is that of the same findings; ``base`` is where the IRIs of instances begin.
    Raises ValueError when ``base`` is no absolute IRI ending in "/" or "#", or when a release was not resolved.

    >>> from kg.resolution import Resolution
    >>> list(triples([], Resolution({}, None)))
    []
    """
    gathered = Gathered()
    for stated, own in released(findings, resolution, base):
        gathered.add(own)
        yield from stated
    yield from about(things(resolution, gathered), base)


def released(
    findings: Iterable[Findings], resolution: Resolution, base: str = INSTANCES
) -> Iterator[tuple[list[ox.Triple], Share]]:
    """What is stated of each release, and its share in what is stated of others. Raises as :func:`triples`."""
    notation = Oxigraph()
    sink: Sink[ox.NamedNode | ox.Literal] = Sink(checked_base(base), notation)
    releases = ReleaseStatements(sink, resolution.publisher)
    for one in findings:
        resolved = resolution.releases.get(one.release.id)
        if resolved is None:
            raise ValueError(f"release {one.release.id} was not resolved; resolve the same findings that are written")
        releases.state(one, resolved)
        yield notation.triples(sink), share(one, resolved)


def about(several: Iterable[Thing], base: str = INSTANCES) -> list[ox.Triple]:
    """What is stated of things that releases share."""
    notation = Oxigraph()
    sink: Sink[ox.NamedNode | ox.Literal] = Sink(base, notation)
    for thing in several:
        state(thing, sink)
    return notation.triples(sink)
