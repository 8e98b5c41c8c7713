"""From findings and identities to triples: the one place that mints IRIs and literals.

Statements about a release stream out as its findings come in; statements about a person, agency, post or
place come once, where it is first needed; the days of tenures and the edges between people, which need
all releases, come at the end. What is kept meanwhile grows with the identities, not with the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from kg.model import Findings, Resolution
from kg.triples.mint import checked_base
from kg.triples.statements import Statements
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
    statements = Statements(resolution, checked_base(base))
    for one in findings:
        statements.release(one)
        yield statements.taken()
    statements.over_all_releases()
    yield statements.taken()
