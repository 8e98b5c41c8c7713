"""Which releases a build saw in which files: kept beside the findings, so that the next need not open all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

import msgspec

from kg.findings import digest
from kg.model import Release
from kg.read.seen import Glimpse

SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY,
    stamp TEXT NOT NULL,    -- of the file when it was read
    releases BLOB NOT NULL  -- all that is in it
) WITHOUT ROWID;
"""

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(tuple[Glimpse, ...])


class Sightings:
    """The files of the last build and those of this one, in a database where a transaction is always open.

    ``kept`` tells whether the findings of a release, by its id and digest, are there. It is a
    :class:`kg.read.seen.Seen`.
    """

    def __init__(self, data: sqlite3.Connection, kept: Callable[[str, bytes], bool]) -> None:
        data.executescript(SCHEMA)
        data.execute("BEGIN")
        self._data = data
        self._kept = kept
        rows = data.execute("SELECT path, stamp, releases FROM files")
        self._former = {path: (stamp, releases) for path, stamp, releases in rows}  # asking for each takes far longer
        self._met: set[str] = set()

    def releases(self, path: str, stamp: str) -> Sequence[Glimpse] | None:
        """The releases of a file when it had this stamp; None where that is not known."""
        former, releases = self._former.get(path, ("", b""))
        if former != stamp:
            return None
        self._met.add(path)
        return _DECODER.decode(releases)

    def keeps(self, glimpse: Glimpse) -> bool:
        """Whether what was found in this very release is still there."""
        return self._kept(glimpse.id, glimpse.digest)

    def digest(self, release: Release) -> bytes:
        """What tells a release from others."""
        return digest(release)

    def note(self, path: str, stamp: str, releases: Sequence[Glimpse]) -> None:
        """Remember the releases of a file with this stamp."""
        self._met.add(path)
        self._data.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (path, stamp, _ENCODER.encode(releases)))

    def settle(self) -> None:
        """Forget the files that this build has not met."""
        self._data.executemany(
            "DELETE FROM files WHERE path = ?", [(path,) for path in self._former.keys() - self._met]
        )
