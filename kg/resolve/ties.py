"""Ties: which signatures are compared, with what outcome, kept from build to build.

Only those of signatures that are not as before are made anew. They are found by blocks (:mod:`kg.resolve.blocking`),
into which each signature is entered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import msgspec

from kg.resolve import weights
from kg.resolve.blocking import entries, fitting, matching
from kg.resolve.compare import compare
from kg.resolve.personal import Agreement
from kg.resolve.personal import compare as compare_names
from kg.resolve.shelves import Shelves
from kg.resolve.signature import Signature, Signatures

Pair = tuple[str, str]
"""The keys of two signatures, the lesser first."""


class Tie(msgspec.Struct, array_like=True):
    """Of one signature the others with which it is compared, and the scores (:class:`kg.resolve.compare.Comparison`),
    and those whose names fit where one of the two has no post."""

    scores: dict[str, float]
    fits: set[str]


class Ties:
    """The ties of all signatures of a build."""

    def __init__(self, shelves: Shelves) -> None:
        self._kept = shelves.shelf("ties", Tie)
        self._entered = shelves.shelf("entered", list[str])
        self._blocks = shelves.links("blocks")
        self._reasons: dict[Pair, tuple[str, ...]] = {}

    def of(self, key: str) -> Tie:
        """The ties of a signature."""
        return self._kept.get(key) or Tie({}, set())

    def scores(self, keys: Iterable[str]) -> dict[Pair, float]:
        """The scores of all pairs with one of these."""
        found: dict[Pair, float] = {}
        for key in keys:
            for other, score in self.of(key).scores.items():
                found[(key, other) if key < other else (other, key)] = score
        return found

    def reasons(self, pair: Pair, known: Signatures) -> tuple[str, ...]:
        """Why two signatures have their score, in words."""
        if pair not in self._reasons:
            one, other = (known.by_key[key] for key in pair)
            found = compare(one, other, known)
            self._reasons[pair] = found.reasons if found else ()
        return self._reasons[pair]

    def renew(self, keys: Iterable[str], here: Collection[str], known: Signatures) -> None:
        """Make the ties of these signatures anew; ``here`` are those of them that still are."""
        self._reasons.clear()
        for key in keys:
            self._leave(key)
        ours = [known.by_key[key] for key in sorted(here)]
        for one in ours:
            self._enter(one, known)
        done: set[str] = set()
        for one in ours:
            self._tie(one, done, known)
            done.add(one.key)

    def let_go(self) -> None:
        """Hold nothing in memory that lies on the disk."""
        self._kept.let_go()
        self._entered.let_go()
        self._blocks.let_go()
        self._reasons.clear()

    def _leave(self, key: str) -> None:
        former = self._kept.get(key)
        if former:
            for other in {*former.scores, *former.fits}:
                theirs = self.of(other)
                theirs.scores.pop(key, None)
                theirs.fits.discard(key)
                if theirs.scores or theirs.fits:
                    self._kept.put(other, theirs)
                else:
                    self._kept.drop(other)
            self._kept.drop(key)
        for block in self._entered.get(key) or ():
            self._blocks.drop(block, key)
        self._entered.drop(key)

    def _enter(self, one: Signature, known: Signatures) -> None:
        blocks = sorted(set(entries(one, known.standings)))
        for block in blocks:
            self._blocks.add(block, one.key)
        self._entered.put(one.key, blocks)

    def _tie(self, one: Signature, done: Collection[str], known: Signatures) -> None:
        ours = self.of(one.key)
        for other in self._in(matching(one, known.standings), one, done):
            a, b = (one, known.by_key[other]) if one.key < other else (known.by_key[other], one)
            if (found := compare(a, b, known)) is not None:
                theirs = self.of(other)
                ours.scores[other] = theirs.scores[one.key] = found.score
                self._kept.put(other, theirs)
                if found.score >= weights.OPEN:
                    self._reasons[a.key, b.key] = found.reasons
        for other in self._in(fitting(one), one, done):
            if _fit(one, known.by_key[other]):
                theirs = self.of(other)
                ours.fits.add(other)
                theirs.fits.add(one.key)
                self._kept.put(other, theirs)
        if ours.scores or ours.fits:
            self._kept.put(one.key, ours)

    def _in(self, blocks: Iterable[str], one: Signature, done: Collection[str]) -> Iterator[str]:
        """The other signatures in some blocks, but those that are done."""
        found = {key for block in set(blocks) for key in self._blocks.of(block)}
        return (key for key in sorted(found) if key != one.key and key not in done)


def _fit(one: Signature, other: Signature) -> bool:
    """Whether the names may be those of one person where posts do not tell."""
    return any(compare_names(a, b) > Agreement.MISPRINT for a in one.names for b in other.names)
