"""What the releases name, by key: what agencies, posts and places have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from kg.resolve.redirect import NONE, Redirects
from kg.resolve.shelves import Shelf

V = TypeVar("V")


class Keyed(Generic[V]):
    """Things of one kind, each with what is counted of it; ``corrected`` says which stand for which."""

    def __init__(self, kept: Shelf[V], corrected: Redirects = NONE) -> None:
        self._kept = kept
        self._corrected = corrected

    def seen(self, key: str) -> bool:
        """Whether a release names the thing with this key."""
        return self._kept.get(key) is not None

    def names(self, key: str) -> bool:
        """Whether a release names this thing, or one that it stands for or that stands for it."""
        return self.seen(self._corrected.of(key))

    def all(self) -> Iterator[str]:
        """The keys of the things that the releases name."""
        return self._kept.keys()

    def __len__(self) -> int:
        return len(self._kept)
