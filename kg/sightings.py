"""Which releases a build saw in which files: kept beside the findings, so that the next need not open all of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence

import msgspec

from kg.findings import digest
from kg.model import Release
from kg.read.seen import Edition, Glimpse

SCHEMA = """
CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY,
    seen BLOB NOT NULL  -- the stamp of the file when it was read, and behind it all releases that are in it
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS editions (path TEXT PRIMARY KEY, editions BLOB NOT NULL) WITHOUT ROWID; -- of the releases
"""

_ENCODER = msgspec.msgpack.Encoder()
_RELEASES = msgspec.msgpack.Decoder(tuple[Glimpse, ...])
_EDITIONS = msgspec.msgpack.Decoder(tuple[Edition, ...])


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
        self._former: dict[str, bytes] = dict(data.execute("SELECT * FROM files"))  # asking for each takes far longer
        self._met: set[str] = set()

    def standing(self, stamps: Mapping[str, bytes]) -> Mapping[str, str]:
        """Of files with these stamps, by path, those that had them, in which is one release alone, and of which what
        was found is still there: the id of that release."""
        found: dict[str, str] = {}
        for path, stamp in stamps.items():
            several = self._releases(path, stamp)
            if several is not None and len(several) == 1 and self._kept(*several[0]):
                found[path] = several[0].id
        self._met.update(found)
        return found

    def releases(self, path: str, stamp: bytes) -> Sequence[Glimpse] | None:
        """The releases of a file when it had this stamp; None where that is not known."""
        if (found := self._releases(path, stamp)) is not None:
            self._met.add(path)
        return found

    def _releases(self, path: str, stamp: bytes) -> Sequence[Glimpse] | None:
        former = self._former.get(path)
        return _RELEASES.decode(former[len(stamp) :]) if former and former.startswith(stamp) else None

    def editions(self, path: str) -> Sequence[Edition]:
        """The editions of the releases of a file of which they are known."""
        row = self._data.execute("SELECT editions FROM editions WHERE path = ?", (path,)).fetchone()
        return _EDITIONS.decode(row[0])

    def keeps(self, glimpse: Glimpse) -> bool:
        """Whether what was found in this very release is still there."""
        return self._kept(glimpse.id, glimpse.digest)

    def digest(self, release: Release) -> bytes:
        """What tells a release from others."""
        return digest(release)

    def note(self, path: str, stamp: bytes, releases: Sequence[Glimpse], editions: Sequence[Edition]) -> None:
        """Remember the releases of a file with this stamp, and their editions."""
        self._met.add(path)
        self._data.execute("INSERT OR REPLACE INTO files VALUES (?, ?)", (path, stamp + _ENCODER.encode(releases)))
        self._data.execute("INSERT OR REPLACE INTO editions VALUES (?, ?)", (path, _ENCODER.encode(editions)))

    def settle(self) -> None:
        """Forget the files that this build has not met."""
        gone = [(path,) for path in self._former.keys() - self._met]
        for table in ("files", "editions"):
            self._data.executemany(f"DELETE FROM {table} WHERE path = ?", gone)  # names of our own
