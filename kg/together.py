"""What all releases together show of people, kept beside the findings: each word, day and encounter with the number of
releases or occasions that make it, so that a release can be taken out again without a look at the others."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import add

from kg.grades import GRADES
from kg.triples import Share, Times
from kg.triples.share import Held, Pair

SCHEMA = (
    """CREATE TABLE IF NOT EXISTS called (
    official TEXT, nominal INTEGER, word TEXT, times INTEGER NOT NULL, PRIMARY KEY (official, nominal, word)
) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS held (
    official TEXT, post TEXT, acting INTEGER, day TEXT, times INTEGER NOT NULL,
    PRIMARY KEY (official, post, acting, day)
) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS held_by_post ON held (post)",
    """CREATE TABLE IF NOT EXISTS met ( -- each pair both ways
    official TEXT, other TEXT, principals INTEGER NOT NULL, met INTEGER NOT NULL, attended INTEGER NOT NULL,
    PRIMARY KEY (official, other)
) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS sums ( -- of what somebody has with all others
    official TEXT PRIMARY KEY, principals INTEGER NOT NULL, met INTEGER NOT NULL, attended INTEGER NOT NULL
) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS counts (
    name TEXT, value TEXT, times INTEGER NOT NULL, PRIMARY KEY (name, value)
) WITHOUT ROWID""",
)

_COLUMNS = {
    "called": (("official", "nominal", "word"), ("times",)),
    "held": (("official", "post", "acting", "day"), ("times",)),
    "met": (("official", "other"), ("principals", "met", "attended")),
    "sums": (("official",), ("principals", "met", "attended")),
    "counts": (("name", "value"), ("times",)),
}
"""Of each table the keys and the numbers."""

_MOST = 1 << 16
"""Changes held in memory before they are written."""


@dataclass(frozen=True, slots=True)
class Sum:
    """Of all releases: how many there are by language, the first and the last day, how many events and meetings."""

    languages: Counter[str]
    first: str
    last: str
    events: int
    meetings: int


class Counted:
    """The shares of all releases, in a database that has the tables. It is a :class:`kg.triples.Together`."""

    def __init__(self, data: sqlite3.Connection) -> None:
        self._data = data
        self._begin()

    def _begin(self) -> None:
        self._called: Counter[tuple[str, int, str]] = Counter()
        self._held: Counter[tuple[Held, date]] = Counter()
        self._met: defaultdict[Pair, list[int]] = defaultdict(lambda: [0] * len(GRADES))
        self._counts: Counter[tuple[str, str]] = Counter()

    def clear(self) -> None:
        """Forget everything."""
        for table in _COLUMNS:
            self._data.execute(f"DELETE FROM {table}")  # names of our own
        self._begin()

    def add(self, share: Share, times: int = 1) -> None:
        """Add what one release adds; -1 times takes it out."""
        for nominal, several in enumerate((share.titles, share.post_nominals)):
            for official, word in several:
                self._called[official, nominal, word] += times
        for held in share.tenures:
            self._held[held, share.day] += times
        for one, other, occasions in share.pairs:
            met = self._met[one, other]
            for grade, number in enumerate(occasions):
                met[grade] += number * times
        for name, value, number in (
            ("day", share.day.isoformat(), 1),
            ("language", share.lang, 1),
            ("events", "", share.events),
            ("meetings", "", share.meetings),
        ):
            self._counts[name, value] += number * times
        if len(self._held) + len(self._met) > _MOST:
            self.settle()

    def settle(self) -> None:
        """Write what was added and taken; only then can be asked."""
        self._write("called", ((key, (times,)) for key, times in self._called.items()))
        self._write("held", (((*held, day.isoformat()), (times,)) for (held, day), times in self._held.items()))
        both = (((one, other), (other, one), times) for (one, other), times in self._met.items())
        self._write("met", ((pair, times) for *pairs, times in both for pair in pairs))
        self._write("sums", (((official,), times) for official, times in self._sums().items()))
        self._write("counts", ((key, (times,)) for key, times in self._counts.items()))
        self._begin()

    def _sums(self) -> Mapping[str, Sequence[int]]:
        """By official the occasions added, with all others together."""
        found: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(GRADES))
        for pair, times in self._met.items():
            for official in pair:
                found[official] = [*map(add, found[official], times)]
        return found

    def _write(self, table: str, rows: Iterable[tuple[tuple[str | int, ...], Sequence[int]]]) -> None:
        """Add the numbers of each row, behind its keys, to those kept, and forget what has none left."""
        keys, numbers = _COLUMNS[table]
        marks = ", ".join("?" * len(keys + numbers))
        added = ", ".join(f"{name} = {name} + excluded.{name}" for name in numbers)
        ordered = sorted(rows)
        asked = f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO UPDATE SET {added}"
        self._data.executemany(asked, ((*row, *times) for row, times in ordered))
        none = " AND ".join([*(f"{name} = ?" for name in keys), *(f"{name} = 0" for name in numbers)])
        less = (row for row, times in ordered if max(times) <= 0)
        self._data.executemany(f"DELETE FROM {table} WHERE {none}", less)

    # --- of one official

    def titles(self, official: str) -> Iterator[str]:
        """Honorifics, each once."""
        return self._words(official, 0)

    def post_nominals(self, official: str) -> Iterator[str]:
        """Letters after the name, each once."""
        return self._words(official, 1)

    def _words(self, official: str, nominal: int) -> Iterator[str]:
        asked = "SELECT word FROM called WHERE official = ? AND nominal = ?"
        return (word for (word,) in self._data.execute(asked, (official, nominal)))

    def tenures(self, official: str) -> Iterator[tuple[str, bool, date, date]]:
        """Posts held: key, acting or not, first and last day on which releases show it."""
        asked = "SELECT post, acting, min(day), max(day) FROM held WHERE official = ? GROUP BY post, acting"
        for post, acting, *days in self._data.execute(asked, (official,)):
            first, last = map(date.fromisoformat, days)
            yield post, bool(acting), first, last

    def met(self, official: str) -> Iterator[tuple[str, Times]]:
        """Whom somebody was with at how many occasions."""
        asked = "SELECT other, principals, met, attended FROM met WHERE official = ?"
        rows = self._data.execute(asked, (official,))
        return ((other, (principals, met, attended)) for other, principals, met, attended in rows)

    # --- of all

    def holders(self, post: str) -> Iterator[str]:
        """The officials who held a post."""
        asked = "SELECT DISTINCT official FROM held WHERE post = ?"
        return (official for (official,) in self._data.execute(asked, (post,)))

    def sums(self) -> Iterator[tuple[str, Times]]:
        """Of everybody who was with others at how many occasions, with each counted by itself."""
        rows = self._data.execute("SELECT * FROM sums")
        return ((official, (principals, met, attended)) for official, principals, met, attended in rows)

    def among(self, officials: Sequence[str]) -> Iterator[tuple[str, str, Times]]:
        """Each two of some hundred people who were with each other, and at how many occasions."""
        some = ", ".join("?" * len(officials))
        asked = f"SELECT * FROM met WHERE official IN ({some}) AND other IN ({some}) AND official < other"
        rows = self._data.execute(asked, [*officials, *officials])
        return ((one, other, (*times,)) for one, other, *times in rows)

    def sum(self) -> Sum:
        """What all releases are."""
        count: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for name, value, times in self._data.execute("SELECT name, value, times FROM counts"):
            count[name][value] = times
        days = count["day"]
        first, last = min(days, default=""), max(days, default="")
        return Sum(count["language"], first, last, count["events"].total(), count["meetings"].total())
