"""From findings and identities to triples: the one place that mints IRIs and literals.

What is said of a release and its events depends on that release alone (:mod:`kg.triples.release`) and streams out as
its findings come in. What releases share - people, agencies, posts, places, tenures, edges between people - is
gathered meanwhile (:mod:`kg.triples.share`) and stated at the end, each thing once (:mod:`kg.triples.things`). What
is kept grows with the identities, not with the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from kg.model import Findings, Resolution
from kg.triples.mint import Sink, checked_base
from kg.triples.release import ReleaseStatements
from kg.triples.share import share
from kg.triples.shared import Gathered, things
from kg.triples.statements import state
from kg.vocab import INSTANCES

__all__ = ["by_release", "triples"]


def triples(findings: Iterable[Findings], resolution: Resolution, base: str = INSTANCES) -> Iterator[ox.Triple]:
    """All triples of the graph, streaming; ``findings`` are gone through once.

    ``resolution`` is that of the same findings; ``base`` is where the IRIs of instances begin.
    Raises ValueError when ``base`` is no absolute IRI ending in "/" or "#", or when a release was not resolved.

    >>> from kg.model import Resolution
    >>> list(triples([], Resolution({}, None)))
    []
    """
    return chain.from_iterable(by_release(findings, resolution, base))


def by_release(
    findings: Iterable[Findings], resolution: Resolution, base: str = INSTANCES
) -> Iterator[list[ox.Triple]]:
    """As :func:`triples`, in one list for each of the findings and a last one for what all of them show together."""
    sink = Sink(checked_base(base))
    releases = ReleaseStatements(sink, resolution.publisher)
    gathered = Gathered()
    for one in findings:
        resolved = resolution.releases.get(one.release.id)
        if resolved is None:
            raise ValueError(f"release {one.release.id} was not resolved; resolve the same findings that are written")
        releases.state(one, resolved)
        gathered.add(share(one, resolved))
        yield sink.taken()
    for thing in things(resolution, gathered):
        state(thing, sink)
    yield sink.taken()
