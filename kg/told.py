"""What the last build told of each release and of what they share: kept beside the findings, so that the next one
tells only what is new or changed.

All of it is of one graph file. It counts only under a *seal*, which is taken off before anything is changed and put
on when the file is whole and in its place: so a build that was stopped leaves no seal, and the next tells all anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

SCHEMA = """
CREATE TABLE IF NOT EXISTS seal (name TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS told (
    place TEXT PRIMARY KEY,
    digest BLOB NOT NULL,  -- of all that what is told depends on
    share BLOB NOT NULL    -- of the release in what is told of others
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pieces (place TEXT PRIMARY KEY, piece BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS things (subject TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
"""
"""The tables; ``pieces`` are those of the page."""

_TABLES = ("told", "pieces", "things")


class Told:
    """The tables, in a database where a transaction is always open."""

    def __init__(self, data: sqlite3.Connection) -> None:
        data.executescript(SCHEMA)
        data.execute("BEGIN")
        self._data = data

    # --- the seal

    def opened(self, seal: str) -> bool:
        """Take off the seal; unless it was this one, forget everything. Returns whether something was kept."""
        stands = self._data.execute("SELECT name FROM seal").fetchall() == [(seal,)]
        self._data.execute("DELETE FROM seal")
        if not stands:
            for table in _TABLES:
                self._data.execute(f"DELETE FROM {table}")  # names of our own
        self._save()
        return stands

    def sealed(self, seal: str) -> None:
        """Put on the seal of a file that is in its place."""
        self._data.execute("INSERT INTO seal VALUES (?)", (seal,))
        self._save()

    def _save(self) -> None:
        self._data.execute("COMMIT")
        self._data.execute("BEGIN")

    # --- releases

    def digests(self) -> dict[str, bytes]:
        """By place what each release told depended on."""
        return dict(self._data.execute("SELECT place, digest FROM told"))

    def tell(self, releases: Iterable[tuple[str, bytes, bytes, bytes]]) -> None:
        """Keep what is told of releases: place, digest, share and piece (empty for none)."""
        for place, digest, share, piece in releases:
            self._data.execute("INSERT OR REPLACE INTO told VALUES (?, ?, ?)", (place, digest, share))
            if piece:
                self._data.execute("INSERT OR REPLACE INTO pieces VALUES (?, ?)", (place, piece))
            else:
                self._data.execute("DELETE FROM pieces WHERE place = ?", (place,))
        self._save()

    def forget(self, places: Iterable[str]) -> None:
        """Nothing is told of these any more."""
        gone = [(place,) for place in places]
        self._data.executemany("DELETE FROM told WHERE place = ?", gone)
        self._data.executemany("DELETE FROM pieces WHERE place = ?", gone)

    def shares(self) -> Iterator[tuple[bytes, bytes]]:
        """The digest and the share of each release."""
        return self._data.execute("SELECT digest, share FROM told ORDER BY place")

    def pieces(self) -> Iterator[bytes]:
        """The pieces of the page, in the order of the places of their releases."""
        return (piece for (piece,) in self._data.execute("SELECT piece FROM pieces ORDER BY place"))

    # --- what releases share

    def things(self) -> dict[str, bytes]:
        """By subject what is told of each thing."""
        return dict(self._data.execute("SELECT subject, digest FROM things"))

    def retell(self, changed: Mapping[str, bytes], gone: Iterable[str]) -> None:
        """Keep the digests of things that are new or changed, and forget those that are gone."""
        self._data.executemany("INSERT OR REPLACE INTO things VALUES (?, ?)", changed.items())
        self._data.executemany("DELETE FROM things WHERE subject = ?", [(subject,) for subject in gone])
