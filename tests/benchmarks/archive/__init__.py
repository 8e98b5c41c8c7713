"""An archive of made-up releases of which all is known: who is who, who held which office, and every finding.

    for one in archive(load(), releases=1000, seed=1):
        one.findings, one.people      # people[i] is who findings.people[i] really is, a number
        layout(one.findings.release)  # the same release as a text file

The same arguments give the same releases, in the order of time, over twenty-five years. They model the archive of
the government of Hong Kong and not the rules of kg: people with the surnames of Hong Kong and syllables of given
names, so that people of one name turn up as often as they do there; careers through the offices of the reference
data and those around them; one style in which a name is printed nearly always, and now and then another; leaders of
the community, officials of the Mainland and of other countries, and guests without any post. Where each rate comes
from is said beside it: :mod:`name_tables`, :mod:`naming` (styles, misprints), :mod:`careers`, :mod:`cast`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from kg.model import Findings
from kg.reference import Reference
from tests.benchmarks.archive.cast import Appearance, Cast
from tests.benchmarks.archive.filling import Bodies
from tests.benchmarks.archive.writing import Writer, layout

__all__ = ["MEAN_BYTES", "Made", "archive", "layout"]

MEAN_BYTES = 2900
"""Length of the text of a release in the archive: 1.2 GB in 400,000 releases."""


@dataclass(frozen=True, slots=True)
class Made:
    """A release and the truth about it; ``cast`` and ``people`` are parallel to ``findings.people``."""

    findings: Findings
    cast: tuple[Appearance, ...]

    @property
    def people(self) -> tuple[int, ...]:
        """Who each person really is."""
        return tuple(one.person for one in self.cast)


def archive(reference: Reference, releases: int, seed: int = 1, mean_bytes: int = MEAN_BYTES) -> Iterator[Made]:
    """So many releases; with ``mean_bytes`` 0 the texts hold nothing but the sentences that name people."""
    random, bodies = Random(f"text {seed}"), Bodies(reference)
    for draft in Cast(reference, releases, seed).drafts():
        yield Made(Writer(draft, random, bodies).findings(mean_bytes), draft.cast)
