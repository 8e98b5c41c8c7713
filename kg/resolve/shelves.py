"""What resolving keeps from build to build: values by key and pairs of keys, read as they are asked for.

All of it can be held in memory alone, as a library does that builds once; or it lies in a database (SQLite,
MessagePack), where what a build changes is written at its end, all at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Set
from typing import Generic, TypeVar

import msgspec

V = TypeVar("V")
W = TypeVar("W")
K = TypeVar("K")

SPILLED = 1 << 12
"""Values of a shelf that is spilled that are held in memory."""

_ASKED = 256  # values asked for at a time

_ENCODER = msgspec.msgpack.Encoder()
_NONE: frozenset[str] = frozenset()


class Shelf(Generic[V]):
    """Values by key; made with :meth:`Shelves.shelf`. Who changes a value in its place puts it back."""

    def __init__(self, table: str, kind: type[V], data: sqlite3.Connection | None) -> None:
        self._table = table
        self._data = data
        self._encode: Callable[[V], bytes] = _ENCODER.encode
        self._decode: Callable[[bytes], V] = msgspec.msgpack.Decoder(kind).decode
        if kind is bytes:
            self._encode = self._decode = _as_it_is  # type: ignore[assignment]  # they are bytes
        self._held: dict[str, V] = {}
        self._absent: set[str] = set()
        self._changed: set[str] = set()
        self._whole = True  # nothing is on the disk alone
        if data:
            data.execute(f"CREATE TABLE IF NOT EXISTS {table} (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
            self._whole = data.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is None
        self._begun = self._whole  # with nothing on the disk

    def get(self, key: str) -> V | None:
        """The value; None where there is none. Raises msgspec.DecodeError for a broken one."""
        if (found := self.peek(key)) is not None:
            self._held[key] = found
        elif not self._whole:
            self._absent.add(key)
        return found

    def peek(self, key: str) -> V | None:
        """The same, not to be changed: it is not held in memory."""
        held = self._held.get(key)
        if held is not None or self._whole or key in self._absent or self._data is None:
            return held
        row = self._data.execute(f"SELECT value FROM {self._table} WHERE key = ?", (key,)).fetchone()
        return None if row is None else self._decode(row[0])

    def __getitem__(self, key: str) -> V:
        found = self.get(key)
        if found is None:
            raise LostError(f"{self._table} has no {key}")
        return found

    def ahead(self, keys: Iterable[str]) -> None:
        """Have the values of some keys, which will be asked for one by one, in memory: to fetch each takes longer."""
        if self._whole or self._data is None:
            return
        wanted = sorted(key for key in {*keys} - self._absent if key not in self._held)
        for at in range(0, len(wanted), _ASKED):
            batch = wanted[at : at + _ASKED]
            marks = ", ".join("?" * len(batch))
            asked = f"SELECT key, value FROM {self._table} WHERE key IN ({marks})"
            self._held.update((key, self._decode(value)) for key, value in self._data.execute(asked, batch))
            self._absent.update(key for key in batch if key not in self._held)

    def put(self, key: str, value: V) -> None:
        """Keep a value."""
        self._held[key] = value
        self._absent.discard(key)
        self._changed.add(key)

    def drop(self, key: str) -> None:
        """Keep none for this key."""
        self._held.pop(key, None)
        self._absent.add(key)
        self._changed.add(key)

    def items(self) -> Iterator[tuple[str, V]]:
        """All that is kept, by key; what was changed must be saved."""
        if self._data is None:
            yield from sorted(self._held.items(), key=lambda item: item[0])
            return
        for key, value in self._data.execute(f"SELECT key, value FROM {self._table} ORDER BY key"):
            held = self._held.get(key)
            yield key, self._decode(value) if held is None else held

    def all(self) -> dict[str, V]:
        """All that is kept, in memory; not to be changed."""
        if not self._whole and self._data is not None:
            rows = self._data.execute(f"SELECT key, value FROM {self._table}")
            kept = {key: self._decode(value) for key, value in rows if key not in self._absent}
            self._held = kept | self._held
            self._whole = True
        return self._held

    def keys(self) -> Iterator[str]:
        """The keys, in order; what was changed must be saved."""
        if self._data is None:
            yield from sorted(self._held)
            return
        for (key,) in self._data.execute(f"SELECT key FROM {self._table} ORDER BY key"):
            yield key

    def __len__(self) -> int:
        if self._data is None:
            return len(self._held)
        number: int = self._data.execute(f"SELECT count(*) FROM {self._table}").fetchone()[0]
        return number

    def save(self) -> None:
        """Write what was changed; it stays in memory until it is let go."""
        if self._data is None:
            return
        changed = sorted(self._changed)
        here = ((key, self._encode(self._held[key])) for key in changed if key in self._held)
        self._data.executemany(f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?)", here)
        gone = ((key,) for key in changed if key not in self._held)
        self._data.executemany(f"DELETE FROM {self._table} WHERE key = ?", gone)
        self._changed.clear()

    def let_go(self) -> None:
        """Hold nothing in memory that lies on the disk."""
        if self._data is not None and not self._changed:
            self._held.clear()
            self._absent.clear()
            self._whole = False

    def spill(self) -> None:
        """Have what was put on the disk alone once it is much, where nothing was there that still counts."""
        if self._begun and len(self._changed) >= SPILLED:
            self.save()
            self.let_go()

    def clear(self) -> None:
        """Forget everything."""
        for several in (self._held, self._absent, self._changed):
            several.clear()
        self._whole = self._begun = True
        if self._data:
            self._data.execute(f"DELETE FROM {self._table}")


def _as_it_is(value: W) -> W:
    return value


class LostError(Exception):
    """What must be there is not: what is kept is not of one piece."""


class Links:
    """Which keys belong to which; made with :meth:`Shelves.links`."""

    def __init__(self, table: str, data: sqlite3.Connection | None) -> None:
        self._table = table
        self._data = data
        self._held: dict[str, set[str]] = {}
        self._changed: set[tuple[str, str]] = set()
        self._whole = True
        if data:
            columns = "one TEXT, other TEXT, PRIMARY KEY (one, other)"
            data.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns}) WITHOUT ROWID")
            self._whole = data.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is None

    def of(self, one: str) -> Set[str]:
        """What belongs to a key; not to be changed."""
        if one not in self._held and not self._whole and self._data is not None:
            rows = self._data.execute(f"SELECT other FROM {self._table} WHERE one = ?", (one,))
            self._held[one] = {other for (other,) in rows}
        return self._held.get(one, _NONE)  # where all is in memory what is only asked for takes no place

    def keys(self) -> Iterator[str]:
        """All to which something belongs; what was changed must be saved."""
        if self._data is None:
            return (one for one, others in self._held.items() if others)
        return (one for (one,) in self._data.execute(f"SELECT DISTINCT one FROM {self._table}"))

    def add(self, one: str, other: str) -> None:
        """Have one more belong to a key."""
        self.of(one)  # has what is on the disk alone in memory
        self._held.setdefault(one, set()).add(other)
        self._changed.add((one, other))

    def drop(self, one: str, other: str) -> None:
        """Have one less belong to a key."""
        if self.of(one):
            self._held[one].discard(other)
        self._changed.add((one, other))

    def save(self) -> None:
        """Write what was changed."""
        if self._data is None:
            return
        changed = sorted(self._changed)
        here = (pair for pair in changed if pair[1] in self.of(pair[0]))
        self._data.executemany(f"INSERT OR IGNORE INTO {self._table} VALUES (?, ?)", here)
        gone = (pair for pair in changed if pair[1] not in self.of(pair[0]))
        self._data.executemany(f"DELETE FROM {self._table} WHERE one = ? AND other = ?", gone)
        self._changed.clear()

    def let_go(self) -> None:
        """Hold nothing in memory that lies on the disk."""
        if self._data is not None and not self._changed:
            self._held.clear()
            self._whole = False

    def clear(self) -> None:
        """Forget everything."""
        self._held.clear()
        self._changed.clear()
        self._whole = True
        if self._data:
            self._data.execute(f"DELETE FROM {self._table}")


class Shelves:
    """All that is kept, in memory or in a database where a transaction is open."""

    def __init__(self, data: sqlite3.Connection | None = None) -> None:
        self._data = data
        self._all: list[Shelf[object] | Links] = []

    def shelf(self, name: str, kind: type[V]) -> Shelf[V]:
        """Values by key, under a name of its own."""
        made = Shelf(f"shelf_{name}", kind, self._data)
        self._all.append(made)  # type: ignore[arg-type]  # only to be saved and cleared
        return made

    def links(self, name: str) -> Links:
        """Pairs of keys, under a name of their own."""
        made = Links(f"links_{name}", self._data)
        self._all.append(made)
        return made

    def save(self) -> None:
        """Write all that was changed."""
        for one in self._all:
            one.save()

    def clear(self) -> None:
        """Forget everything."""
        for one in self._all:
            one.clear()


class Lazy(dict[K, V]):
    """A mapping whose values are made when they are first asked for, and held."""

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        made = self[key] = self._make(key)
        return made


class Tallies(Generic[V, W]):
    """Counts by key, kept by difference: what releases add is added, what they no longer say is taken off.

    ``new`` makes a value without anything; ``view`` is what others see of a value, None for such a one.
    """

    def __init__(self, shelf: Shelf[V], new: Callable[[], V], view: Callable[[V], W | None]) -> None:
        self._shelf = shelf
        self._new = new
        self._view = view
        self._before: dict[str, W | None] = {}

    def get(self, key: str) -> V | None:
        """What is counted; None where nothing is."""
        return self._shelf.get(key)

    def view(self, key: str) -> W | None:
        """What others see of it."""
        found = self._shelf.get(key)
        return None if found is None else self._view(found)

    def touch(self, key: str) -> V:
        """What is counted, to be changed."""
        found = self._shelf.get(key)
        if key not in self._before:
            self._before[key] = None if found is None else self._view(found)
            found = self._new() if found is None else found
            self._shelf.put(key, found)
        elif found is None:
            raise LostError(f"a tally has no {key}")
        return found

    def settle(self) -> dict[str, tuple[W | None, W | None]]:
        """Of all that was touched since the last time what others saw of it before, and see now."""
        touched, self._before = self._before, {}
        found: dict[str, tuple[W | None, W | None]] = {}
        for key, before in touched.items():
            after = self.view(key)
            if after is None:
                self._shelf.drop(key)
            found[key] = before, after
        return found


def differing(settled: dict[str, tuple[W | None, W | None]]) -> dict[str, tuple[W | None, W | None]]:
    """Those of which others see something else than before."""
    return {key: (before, after) for key, (before, after) in settled.items() if before != after}


def count(counts: dict[K, int], keys: Iterable[K], by: int) -> None:
    """Add to the counts of some keys; those that come to none are left out."""
    for key in keys:
        number = counts.get(key, 0) + by
        if number:
            counts[key] = number
        else:
            counts.pop(key, None)
