"""Whose names fit where posts do not tell: of two signatures of which one has no post.

Signatures that have the same names, and both a post or both none, are *alike*: what fits the one fits the other. So
what fits is kept from build to build by likeness, and looked for only where a likeness is new.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.resolve.blocking import fitting
from kg.resolve.personal import Agreement, PersonalName
from kg.resolve.personal import compare as compare_names
from kg.resolve.shelves import Lazy, Links, Shelves
from kg.resolve.signature import Signature, Signatures


class Fits:
    """The likenesses of the signatures of a build, and which fit which; ``blocks`` are those that the signatures are
    entered into (:mod:`kg.resolve.blocking`)."""

    def __init__(self, shelves: Shelves, blocks: Links) -> None:
        self._blocks = blocks
        self._own = shelves.shelf("likenesses", str)  # of each signature
        self._alike = shelves.links("alike")  # likeness -> signatures
        self._fitting = shelves.links("fitting")  # likeness -> likenesses
        self._had: dict[str, bool] = {}  # likenesses touched since the last time, and whether anybody had them
        self._found: Lazy[str, frozenset[str]] = Lazy(lambda own: frozenset(self._with(own)))

    def of(self, key: str) -> frozenset[str]:
        """The signatures whose names fit those of one where one of the two has no post; it may be among them."""
        return self._found[self._own[key]]

    def ahead(self, keys: Collection[str]) -> None:
        """Have the likenesses of some signatures in memory."""
        self._own.ahead(keys)

    def leave(self, key: str) -> None:
        """Take off a signature that is not as before."""
        if (own := self._own.get(key)) is not None:
            self._touch(own)
            self._alike.drop(own, key)
            self._own.drop(key)

    def enter(self, one: Signature) -> None:
        """Take a signature as it is now."""
        own = _likeness(one)
        self._touch(own)
        self._alike.add(own, one.key)
        self._own.put(one.key, own)

    def settle(self, known: Signatures) -> None:
        """Find what fits the likenesses that are new; all signatures must be in their blocks."""
        had, self._had = self._had, {}
        has = {own: bool(self._alike.of(own)) for own in had}
        for own in (own for own in had if had[own] and not has[own]):
            for other in tuple(self._fitting.of(own)):
                self._fitting.drop(own, other)
                self._fitting.drop(other, own)
        for own in (own for own in had if has[own] and not had[own]):
            for other in self._looked_for(known.by_key[min(self._alike.of(own))], known):
                self._fitting.add(own, other)
                self._fitting.add(other, own)
        self._found.clear()

    def let_go(self) -> None:
        """Hold nothing in memory that lies on the disk."""
        self._own.let_go()
        self._alike.let_go()
        self._fitting.let_go()
        self._found.clear()

    def _touch(self, own: str) -> None:
        if own not in self._had:
            self._had[own] = bool(self._alike.of(own))

    def _with(self, own: str) -> Iterator[str]:
        return (key for other in self._fitting.of(own) for key in self._alike.of(other))

    def _looked_for(self, one: Signature, known: Signatures) -> set[str]:
        """The likenesses that fit that of a signature."""
        near = {self._own[key]: key for block in set(fitting(one)) for key in self._blocks.of(block)}
        return {other for other, key in near.items() if _fit(one.names, known.names[key])}


def _likeness(one: Signature) -> str:
    """The names of a signature, and whether it has a post."""
    return "\n".join(("posted" if one.posts else "plain", *sorted(map(repr, one.names))))


def _fit(ours: Collection[PersonalName], theirs: Collection[PersonalName]) -> bool:
    """Whether the names may be those of one person where posts do not tell."""
    return any(compare_names(a, b) >= Agreement.INITIALS for a in ours for b in theirs)
