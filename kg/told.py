"""What the last build told of each release and of what they share: kept beside the findings, so that the next one
tells only what is new or changed.

All of it is of one pair of files, the graph and the page, and changes in one transaction, which ends when both are
whole. It counts only under a *seal*, the two files as they were then: a build that was stopped leaves what was told
before and the files that it was told in, and any other files have all told anew. The new files are not yet in their
places when the transaction ends; where a build is stopped in between, the next puts them there.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from kg import together
from kg.batches import batched
from kg.export.whole import Part

SCHEMA = (
    """CREATE TABLE IF NOT EXISTS seal (
    file TEXT PRIMARY KEY,
    part TEXT NOT NULL,  -- its name before it has its place; empty when it has
    stamp TEXT NOT NULL,
    edition TEXT NOT NULL,    -- what all that is told depends on beside findings and resolution
    resolution TEXT NOT NULL  -- its name
)""",
    """CREATE TABLE IF NOT EXISTS told (
    place TEXT PRIMARY KEY,
    read BLOB NOT NULL,    -- digest of the release
    digest BLOB NOT NULL,  -- of all that what is told depends on
    share BLOB NOT NULL    -- of the release in what is told of others
) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS things (
    owner TEXT NOT NULL,   -- who has it told: an official has the keys told that stood for them, say
    subject TEXT NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY (owner, subject)
) WITHOUT ROWID""",
    "CREATE TABLE IF NOT EXISTS beyond (owner TEXT PRIMARY KEY) WITHOUT ROWID",  # whom no release names
    "CREATE INDEX IF NOT EXISTS told_read ON told (place, read)",  # asked of all, for which it is enough
    "CREATE INDEX IF NOT EXISTS things_by_subject ON things (subject)",
)

_TABLES = ("seal", "told", "things", "beyond")
_ASKED = 256  # owners or subjects asked for at a time


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a release: digests of it and of all that what is told of it depends on, and its share."""

    read: bytes
    digest: bytes
    share: bytes


class Told:
    """The tables, in a database where a transaction is always open; a context, which takes back what was not sealed."""

    def __init__(self, data: sqlite3.Connection) -> None:
        for statement in SCHEMA + together.SCHEMA:
            data.execute(statement)  # a script would end the transaction
        self._data = data
        self.together = together.Counted(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and self._data.in_transaction:
            self._data.execute("ROLLBACK")
        if not self._data.in_transaction:
            self._data.execute("BEGIN")

    # --- the seal

    def sealed(self, files: Iterable[Path], edition: str) -> str | None:
        """The name of the resolution that these files tell, where they are as they were written and all that is told
        depends on this edition; else None. Files of a build that was stopped get their places."""
        found = set()
        for file in files:
            asked = "SELECT part, stamp, edition, resolution FROM seal WHERE file = ?"
            row = self._data.execute(asked, (file.name,)).fetchone()
            if row is None or row[2] != edition or not _stands(file, *row[:2]):
                return None
            found.add(row[3])
        return found.pop() if len(found) == 1 else None

    def seal(self, parts: Mapping[Path, Part], edition: str, resolution: str) -> None:
        """End the transaction with what these parts tell, and give the parts their places."""
        rows = [(file.name, part.name, part.stamp(), edition, resolution) for file, part in parts.items()]
        self._data.executemany("INSERT OR REPLACE INTO seal VALUES (?, ?, ?, ?, ?)", rows)
        self._save()
        for file, part in parts.items():
            part.take_place()
            self._data.execute("UPDATE seal SET part = '', stamp = ? WHERE file = ?", (stamp(file), file.name))
        self._save()

    def clear(self) -> None:
        """Forget everything."""
        for table in _TABLES:
            self._data.execute(f"DELETE FROM {table}")  # names of our own
        self.together.clear()

    def _save(self) -> None:
        self._data.execute("COMMIT")
        self._data.execute("BEGIN")

    # --- releases

    def read(self) -> dict[str, bytes]:
        """By place the digest of each release told."""
        return dict(self._data.execute("SELECT place, read FROM told"))

    def of(self, places: Iterable[str]) -> Iterator[tuple[str, Kept]]:
        """What is kept of those of some releases that were told."""
        for place in places:
            row = self._data.execute("SELECT read, digest, share FROM told WHERE place = ?", (place,)).fetchone()
            if row:
                yield place, Kept(*row)

    def tell(self, releases: Iterable[tuple[str, Kept]]) -> None:
        """Keep what is told of releases by their places."""
        rows = ((place, one.read, one.digest, one.share) for place, one in releases)
        self._data.executemany("INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?)", rows)

    def forget(self, places: Iterable[str]) -> None:
        """Nothing is told of these any more."""
        self._data.executemany("DELETE FROM told WHERE place = ?", [(place,) for place in places])

    # --- what releases share

    def owners(self) -> set[str]:
        """Whoever has something told."""
        return {owner for (owner,) in self._data.execute("SELECT DISTINCT owner FROM things")}

    def beyond(self, now: Set[str]) -> set[str]:
        """Keep who are told now though no release names them. Returns who were before."""
        before = {owner for (owner,) in self._data.execute("SELECT owner FROM beyond")}
        self._data.executemany("DELETE FROM beyond WHERE owner = ?", [(owner,) for owner in before - now])
        self._data.executemany("INSERT INTO beyond VALUES (?)", [(owner,) for owner in now - before])
        return before

    def owners_of(self, subjects: Iterable[str]) -> set[str]:
        """Who has something told of one of these subjects."""
        return {owner for owner, _, _ in self._things("subject", subjects)}

    def things(self, owners: Iterable[str]) -> dict[str, dict[str, bytes]]:
        """By owner and subject what some owners have told."""
        found: defaultdict[str, dict[str, bytes]] = defaultdict(dict)
        for owner, subject, digest in self._things("owner", owners):
            found[owner][subject] = digest
        return found

    def _things(self, column: str, several: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
        for batch in batched(several, _ASKED):
            marks = ", ".join("?" * len(batch))
            yield from self._data.execute(
                f"SELECT owner, subject, digest FROM things WHERE {column} IN ({marks})", batch
            )

    def retell(self, owners: Mapping[str, Mapping[str, bytes]]) -> None:
        """Keep what some owners have told, by subject, instead of what they told before."""
        self._data.executemany("DELETE FROM things WHERE owner = ?", [(owner,) for owner in owners])
        rows = ((owner, *thing) for owner, things in owners.items() for thing in things.items())
        self._data.executemany("INSERT INTO things VALUES (?, ?, ?)", rows)


def _stands(file: Path, part: str, kept: str) -> bool:
    """Whether a file is the one that was written; puts the part in its place where the build was stopped before."""
    if not part:
        return stamp(file) == kept
    waiting = Part.left(file, part)
    if waiting.stamp() != kept:
        return Part.left(file, file.name).stamp() == kept
    waiting.take_place()
    return True


def stamp(file: Path) -> str:
    """A name for a file as it is now; empty where there is none."""
    try:
        about = os.stat(file)  # noqa: PTH116
    except FileNotFoundError:
        return ""
    return f"{about.st_size} {about.st_mtime_ns} {about.st_ctime_ns} {about.st_ino}"
