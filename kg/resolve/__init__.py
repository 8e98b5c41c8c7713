"""Who is who: people, agencies, posts and places over all releases.

Nothing here depends on the order of the releases, on a clock or on a random number.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from kg.model import Findings
from kg.reference import Reference
from kg.resolution import Corrections, Resolution
from kg.resolve.archive import Archive, Brief
from kg.resolve.record import brief
from kg.resolve.shelves import LostError, Shelves

__all__ = ["Kept", "Since", "brief", "resolve"]


@dataclass(frozen=True, slots=True)
class Since:
    """How releases differ from those of a former resolution: its ``state``, the ids of those that are ``gone`` as they
    were, and the digests of those that are ``new``. One that changed is gone and new."""

    state: str
    gone: Collection[str]
    new: Collection[bytes]


Briefs = Callable[[Collection[bytes]], Iterable[Brief]]
"""Gives what is resolved of some releases, by their digests."""


def resolve(findings: Iterable[Findings], reference: Reference, corrections: Corrections | None = None) -> Resolution:
    """Find out which mentions in different releases are one and the same.

    ``findings`` may be a generator: it is gone through once, and texts are not kept. ``corrections`` are what people
    have laid down; those that contradict one another or a release are left aside, and told in ``problems``.
    Raises ValueError when two of them have one release id.

    >>> from kg.reference import load
    >>> len(resolve([], load()).releases)
    0
    """
    briefs = [(_digest(content), content) for content in map(brief, findings)]
    archive = Archive(Shelves(), reference, corrections)
    archive.update((), lambda: briefs)
    return archive.resolution(None)


class Kept:
    """Who is who as the last build found it, in a database where a transaction is open.

    ``edition`` names all that the resolution depends on beside the releases and the corrections. Where something does
    not fit - another edition, other corrections, tables that are not of one piece - all releases are resolved anew.
    """

    def __init__(
        self, data: sqlite3.Connection, edition: str, reference: Reference, corrections: Corrections | None
    ) -> None:
        self._data = data
        self._reference = reference
        self._corrections = corrections
        self._seal = f"{edition} {_digest(repr(_plain(corrections)).encode()).hex()}"
        data.execute("CREATE TABLE IF NOT EXISTS resolved (seal TEXT NOT NULL)")

    def resolve(self, digests: Collection[bytes], briefs: Briefs, differ: Callable[[str], Since | None]) -> Resolution:
        """Resolve some releases, told from others by their digests; ``briefs`` gives what is asked for of these, and
        ``differ`` how they differ from those of a resolution of a state, where that is known."""
        found = None
        if self._data.execute("SELECT seal FROM resolved").fetchall() == [(self._seal,)]:
            with suppress(LostError, msgspec.MsgspecError):
                found = self._changed(Shelves(self._data), digests, briefs, differ)
        return found or self._anew(digests, briefs)

    def _changed(
        self, shelves: Shelves, digests: Collection[bytes], briefs: Briefs, differ: Callable[[str], Since | None]
    ) -> Resolution:
        """Resolve what changed since the last build. Raises LostError or MsgspecError where what is kept is broken."""
        archive = Archive(shelves, self._reference, self._corrections)
        if archive.empty:  # then all is new, and may be written as it comes
            self._data.execute("DELETE FROM resolved")
        since = differ(archive.state) or _compared(archive, digests)
        changes = archive.update(since.gone, lambda: briefs(since.new))
        self._save(shelves)
        archive.let_go()
        return archive.resolution(changes)

    def _anew(self, digests: Collection[bytes], briefs: Briefs) -> Resolution:
        """Resolve all."""
        self._data.execute("DELETE FROM resolved")
        shelves = Shelves(self._data)
        archive = Archive(shelves, self._reference, self._corrections)
        shelves.clear()
        archive.update((), lambda: briefs(digests))
        self._save(shelves)
        archive.let_go()
        return archive.resolution(None)

    def _save(self, shelves: Shelves) -> None:
        """Write what changed; without its seal what is kept counts for nothing, as when a build is stopped here."""
        self._data.execute("DELETE FROM resolved")
        shelves.save()
        self._data.execute("INSERT INTO resolved VALUES (?)", (self._seal,))


def _compared(archive: Archive, digests: Collection[bytes]) -> Since:
    """How releases differ from those of an archive, by looking at each."""
    former = archive.digests
    gone = {ident for digest, ident in former.items() if digest not in digests}
    return Since(archive.state, gone, {digest for digest in digests if digest not in former})


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=16).digest()


def _plain(corrections: Corrections | None) -> object:
    """Corrections in a form that is one for equal ones."""
    return corrections and (corrections.path, corrections.links, sorted(corrections.labels.items()))
