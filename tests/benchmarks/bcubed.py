"""How well mentions are parted into people: B-cubed.

A. Bagga and B. Baldwin, "Algorithms for Scoring Coreference Chains", LREC Workshop on Linguistic Coreference, 1998.
For each mention, precision is the share of its cluster that is the same person, recall the share of its person's
mentions that are in its cluster; the figures are the means over all mentions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Means over all mentions, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(truth: Sequence[Hashable], found: Sequence[Hashable]) -> Score:
    """Compare two partitions of the same mentions: who each is, and the cluster that each was put in.

    Raises ValueError where the two are not equally long. Nothing to part is parted well.

    >>> bcubed("aab", "xyy")
    Score(precision=0.6666666666666666, recall=0.6666666666666666)
    """
    if not truth:
        return Score(1.0, 1.0)
    people, clusters = Counter(truth), Counter(found)
    precision = recall = 0.0
    for (person, cluster), together in Counter(zip(truth, found, strict=True)).items():
        precision += together * together / clusters[cluster]
        recall += together * together / people[person]
    return Score(precision / len(truth), recall / len(truth))
