"""The findings store: what was read and found in each release, kept on disk between builds (SQLite, MessagePack).

It lets a build stream: findings are added as they come and gone through in the order of the releases' ids, one at
a time. It lets a build go on where a former one was stopped: a release whose text is the same need not be read by
the rules again, as long as these and the reference data are the same (the *edition*). It notes which releases are
otherwise than when the last graph was written, so that they need not all be compared. Beside the findings lies what
the builds made of them (:mod:`kg.told`).
"""

from __future__ import annotations

import errno
import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from kg.batches import batched
from kg.model import Agency, Dropped, Event, Findings, Person, Release, Source, Span, Tenure

_SCHEMA = """
CREATE TABLE IF NOT EXISTS edition (name TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS releases (
    place TEXT PRIMARY KEY,  -- what the releases are gone through by
    digest BLOB NOT NULL,    -- of the release as read
    brief BLOB NOT NULL      -- what is needed of the findings to tell who is who
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS releases_read ON releases (place, digest);  -- asked of all, for which it is enough
CREATE TABLE IF NOT EXISTS findings (place TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS news (
    place TEXT PRIMARY KEY,  -- of a release that is new, otherwise than at the time named in "since", or gone
    former BLOB              -- its digest then
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS since (state TEXT NOT NULL);
"""
_VERSION = 4
_BATCH = 256
_ASKED = 64  # releases read at a time


class BusyError(RuntimeError):
    """Another build is at work on the same folder."""


class _Kept(msgspec.Struct, array_like=True, frozen=True):
    """A release and its findings in one piece; the time of issue as text, for it is a date or a datetime."""

    id: str
    url: str | None
    lang: str
    issued: str
    title: str
    text: str
    path: str
    row: int | None
    people: tuple[Person, ...]
    agencies: tuple[Agency, ...]
    tenures: tuple[Tenure, ...]
    events: tuple[Event, ...]
    sentences: tuple[Span, ...]
    dropped: tuple[Dropped, ...]


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Kept)


def packed(findings: Findings) -> bytes:
    """Findings with their release as bytes."""
    release = findings.release
    return _ENCODER.encode(
        _Kept(
            release.id,
            release.url,
            release.lang,
            release.issued.isoformat(),
            release.title,
            release.text,
            release.source.path,
            release.source.row,
            findings.people,
            findings.agencies,
            findings.tenures,
            findings.events,
            findings.sentences,
            findings.dropped,
        )
    )


def unpacked(content: bytes) -> Findings:
    """The findings that :func:`packed` made bytes of. Raises msgspec.DecodeError for anything else."""
    kept = _DECODER.decode(content)
    day = datetime.fromisoformat(kept.issued) if "T" in kept.issued else date.fromisoformat(kept.issued)
    source = Source(kept.path, kept.row)
    release = Release(kept.id, kept.url, kept.lang, day, kept.title, kept.text, source)
    return Findings(release, kept.people, kept.agencies, kept.tenures, kept.events, kept.sentences, kept.dropped)


def digest(release: Release) -> bytes:
    """What tells one release as read from another: all of it but where it was read from."""
    parts = (release.id, release.url or "", release.lang, release.issued.isoformat(), release.title, release.text)
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many releases were new or changed, the same as before, and gone."""

    read: int
    same: int
    gone: int


class FindingsStore:
    """Findings on disk by release; one build at a time, as a context.

    Args:
        file: where it is or shall be; a file that is none of ours or broken is made anew.
        edition: what the findings depend on beside the text; of another edition none are kept.

    Raises BusyError when another process has it, OSError when it cannot be written, also later.
    """

    def __init__(self, file: Path, edition: str) -> None:
        self._file = file
        self._edition = edition
        self._known: dict[str, bytes] = {}
        self._since: str | None = None
        self._coming: dict[str, bytes] = {}  # digests of releases that are being read
        self._seen: set[str] = set()
        self._read = self._same = 0

    def __enter__(self) -> Self:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _locked(self._file.with_suffix(".lock"))
        try:
            self._data = self._begun()
        except sqlite3.OperationalError as error:
            self._lock.close()
            raise OSError(errno.EIO, f"{self._file}: {error}") from error
        except sqlite3.DatabaseError:  # broken, or of another program
            self._remove()
            self._data = self._begun()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(sqlite3.Error):  # such as a full disk, which is what has been raised
            self._data.execute("COMMIT")
        self._data.close()
        self._lock.close()
        if isinstance(error, sqlite3.OperationalError):
            raise OSError(errno.EIO, f"{self._file}: {error}") from error
        if isinstance(error, sqlite3.DatabaseError | msgspec.MsgspecError):
            self._remove()
            raise OSError(errno.EIO, f"{self._file} was broken ({error}) and is removed; build again") from error

    def _remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            self._file.with_name(self._file.name + ending).unlink(missing_ok=True)

    def _begun(self) -> sqlite3.Connection:
        data = self._opened()
        self._known = dict(data.execute("SELECT place, digest FROM releases"))
        self._since = next((state for (state,) in data.execute("SELECT state FROM since")), None)
        data.execute("BEGIN")
        return data

    def _opened(self) -> sqlite3.Connection:
        data = sqlite3.connect(self._file, isolation_level=None)
        data.execute("PRAGMA journal_mode = WAL")
        data.execute("PRAGMA synchronous = NORMAL")
        if data.execute("PRAGMA user_version").fetchone()[0] not in (0, _VERSION):
            raise sqlite3.DatabaseError("another version")
        data.executescript(_SCHEMA)
        data.execute(f"PRAGMA user_version = {_VERSION}")
        if data.execute("SELECT name FROM edition").fetchall() != [(self._edition,)]:
            data.execute("BEGIN")
            for table in ("findings", "releases", "edition", "news", "since"):
                data.execute(f"DELETE FROM {table}")  # names of our own
            data.execute("INSERT INTO edition VALUES (?)", (self._edition,))
            data.execute("COMMIT")
        return data

    # --- as releases come

    def keeps(self, place: str, known: bytes) -> bool:
        """Whether the findings of the release with this digest are here."""
        return self._known.get(place) == known

    def knows(self, release: Release, place: str) -> bool:
        """Whether the findings of this very release are here; then they are among those of this build."""
        found = digest(release)
        if not self.keeps(place, found):
            self._coming[place] = found
            return False
        self.retain([place])
        return True

    def retain(self, places: Iterable[str]) -> None:
        """Have the findings of releases that are here among those of this build."""
        before = len(self._seen)
        self._seen.update(places)
        self._same += len(self._seen) - before

    def add(self, release: Release, place: str, content: bytes, brief: bytes) -> None:
        """Keep what was found in a release, as :func:`packed` gives it, and what is needed to tell who is who."""
        self._note([place])
        known = self._known[place] = self._coming.pop(place, b"") or digest(release)
        self._data.execute("INSERT OR REPLACE INTO releases VALUES (?, ?, ?)", (place, known, brief))
        self._data.execute("INSERT OR REPLACE INTO findings VALUES (?, ?)", (place, content))
        self._seen.add(place)
        self._read += 1
        if self._read % _BATCH == 0:
            self._data.execute("COMMIT")
            self._data.execute("BEGIN")

    # --- when all have come

    def settle(self) -> Counts:
        """Forget the releases that this build has not seen."""
        gone = self._known.keys() - self._seen
        self._note(gone)
        for table in ("releases", "findings"):
            self._data.executemany(f"DELETE FROM {table} WHERE place = ?", [(place,) for place in gone])
        for place in gone:
            del self._known[place]
        self._data.execute("COMMIT")
        self._data.execute("BEGIN")
        return Counts(self._read, self._same, len(gone))

    def _note(self, places: Iterable[str]) -> None:
        """Releases are about to be otherwise than they were."""
        if self._since is not None:
            rows = ((place, self._known.get(place)) for place in places)
            self._data.executemany("INSERT OR IGNORE INTO news VALUES (?, ?)", rows)

    # --- what changed

    def begin_anew(self, state: str) -> None:
        """From now on tell what changes since now, a time that is to be called so."""
        self._data.execute("DELETE FROM news")
        self._data.execute("DELETE FROM since")
        self._data.execute("INSERT INTO since VALUES (?)", (state,))
        self._since = state

    def former(self, state: str) -> dict[str, bytes | None] | None:
        """The releases that are new, otherwise than at the time called so, or gone, by place, and their digests then;
        None where this is not known."""
        if state != self._since:
            return None
        news = self._data.execute("SELECT place, former FROM news")
        return {place: former for place, former in news if former != self._known.get(place)}

    @property
    def digests(self) -> Mapping[str, bytes]:
        """The digest of each release of this build, by place."""
        return self._known

    def briefs(self, digests: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """What is needed of some releases of this build, by their digests, to tell who is who; each with its digest."""
        places = (place for place, digest in self._known.items() if digest in digests)
        return ((self._known[place], brief) for place, brief in self._of("brief", "releases", places))

    def contents(self, places: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The places of some releases and their findings for :func:`unpacked`, in the order of the places."""
        return self._of("content", "findings", places)

    def _of(self, column: str, table: str, places: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """What a table has for some releases, which must be here, in the order of the places."""
        for batch in batched(sorted(places), _ASKED):
            marks = ", ".join("?" * len(batch))
            asked = f"SELECT place, {column} FROM {table} WHERE place IN ({marks}) ORDER BY place"
            found = self._data.execute(asked, batch).fetchall()
            if len(found) < len(batch):
                raise sqlite3.DatabaseError(f"{table} lack a release")
            yield from found

    @property
    def edition(self) -> str:
        """What the findings depend on beside the text."""
        return self._edition

    @property
    def data(self) -> sqlite3.Connection:
        """The database, with a transaction open, for what lies beside the findings."""
        return self._data


def _locked(file: Path) -> sqlite3.Connection:
    """A lock that the system takes back when the process ends, however it ends."""
    lock = sqlite3.connect(file, isolation_level=None, timeout=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise BusyError(
            f"another build is writing into {file.parent.parent}; wait for it, or choose another folder"
        ) from error
    return lock


def edition(files: Iterable[Path]) -> str:
    """A name for the contents of these files: what findings depend on."""
    whole = hashlib.blake2b(digest_size=16)
    for file in sorted(files):
        whole.update(file.name.encode() + b"\0" + hashlib.blake2b(file.read_bytes()).digest())
    return whole.hexdigest()
