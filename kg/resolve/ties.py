"""Ties: which signatures are compared, with what outcome, kept from build to build.

Only those of signatures that are not as before are made anew. They are found by blocks (:mod:`kg.resolve.blocking`),
into which each signature is entered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kg.resolve import weights
from kg.resolve.blocking import entries, matching
from kg.resolve.compare import compare
from kg.resolve.fits import Fits
from kg.resolve.shelves import Shelves
from kg.resolve.signature import Signature, Signatures

Pair = tuple[str, str]
"""The keys of two signatures, the lesser first."""


class Ties:
    """The ties of all signatures of a build: of each the others with which it is compared, and the scores
    (:class:`kg.resolve.compare.Comparison`)."""

    def __init__(self, shelves: Shelves) -> None:
        self._kept = shelves.shelf("ties", dict[str, float])
        self._entered = shelves.shelf("entered", list[str])
        self._blocks = shelves.links("blocks")
        self._reasons: dict[Pair, tuple[str, ...]] = {}
        self._fits = Fits(shelves, self._blocks)

    def of(self, key: str) -> dict[str, float]:
        """The ties of a signature: the others, and the scores."""
        return self._kept.get(key) or {}

    def ahead(self, keys: Collection[str]) -> None:
        """Have the ties of some signatures in memory, and what fits them."""
        self._kept.ahead(keys)
        self._fits.ahead(keys)

    def fits(self, key: str) -> frozenset[str]:
        """The signatures whose names fit those of one where one of the two has no post; it may be among them."""
        return self._fits.of(key)

    def scores(self, keys: Iterable[str]) -> dict[Pair, float]:
        """The scores of all pairs with one of these."""
        found: dict[Pair, float] = {}
        for key in keys:
            for other, score in self.of(key).items():
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
        self._fits.settle(known)
        done: set[str] = set()
        for one in ours:
            self._tie(one, done, known)
            done.add(one.key)

    def let_go(self) -> None:
        """Hold nothing in memory that lies on the disk."""
        self._kept.let_go()
        self._entered.let_go()
        self._blocks.let_go()
        self._fits.let_go()
        self._reasons.clear()

    def _leave(self, key: str) -> None:
        if (former := self._kept.get(key)) is not None:
            for other in former:
                theirs = self.of(other)
                theirs.pop(key, None)
                if theirs:
                    self._kept.put(other, theirs)
                else:
                    self._kept.drop(other)
            self._kept.drop(key)
        for block in self._entered.get(key) or ():
            self._blocks.drop(block, key)
        self._entered.drop(key)
        self._fits.leave(key)

    def _enter(self, one: Signature, known: Signatures) -> None:
        blocks = sorted(set(entries(one, known.standings)))
        for block in blocks:
            self._blocks.add(block, one.key)
        self._entered.put(one.key, blocks)
        self._fits.enter(one)

    def _tie(self, one: Signature, done: Collection[str], known: Signatures) -> None:
        ours = self.of(one.key)
        for other in self._in(matching(one, known.standings), one, done):
            a, b = (one, known.by_key[other]) if one.key < other else (known.by_key[other], one)
            if (found := compare(a, b, known)) is not None:
                theirs = self.of(other)
                ours[other] = theirs[one.key] = found.score
                self._kept.put(other, theirs)
                if found.score >= weights.OPEN:
                    self._reasons[a.key, b.key] = found.reasons
        if ours:
            self._kept.put(one.key, ours)

    def _in(self, blocks: Iterable[str], one: Signature, done: Collection[str]) -> Iterator[str]:
        """The other signatures in some blocks, but those that are done."""
        found = {key for block in set(blocks) for key in self._blocks.of(block)}
        return (key for key in sorted(found) if key != one.key and key not in done)
