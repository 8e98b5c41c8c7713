"""What the page knows, as tables of which every row is told by one thing alone: an official, a post, a release.

A row begins with the key of its thing and names others by theirs (:class:`kg.export.page.chunks.Keys`), and rows are
in the order of the keys. So what is new, changed or gone elsewhere leaves a row and its place as they are, and a page
can be made of a former one by putting in the rows that changed (:mod:`kg.export.page.former`). A table begins with the
names of its columns; ``scripts/data.js`` makes objects of the rows, ranks the officials and numbers them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.export.page.chunks import Keys, json
from kg.export.records import Name, Official, Records, Tenure

COLUMNS = {
    "officials": ("id", "label", "zh", "forms", "title", "honours", "agency", "tenures"),
    "agencies": ("id", "label", "zh", "forms", "short", "parent", "jurisdiction"),
    "posts": ("id", "label", "zh", "forms", "short"),
    "places": ("id", "label"),
    "former": ("id", "now"),
    "pieces": ("release", "identifier", "title", "issued", "url", "named", "sentences", "tenures", "events"),
}
"""The tables in their order. ``former`` are keys that officials had; ``pieces`` is what releases tell
(:mod:`kg.export.page.chunks`)."""

SHARED = ("officials", "agencies", "posts", "places", "former")
"""The tables of things that releases share."""

Rows = Mapping[str, bytes]
"""Key to row."""


def order(key: str) -> bytes:
    """By what rows are in order: their keys, as those of releases come in a graph (:func:`kg.export.spool.place`)."""
    return f"{key}/".encode()


def opened(table: str, number: int) -> bytes:
    """How a table begins, the ``number``-th of all."""
    return (b",\n" if number else b"\n") + b'"' + table.encode() + b'":[' + json(COLUMNS[table])


def row(text: bytes) -> bytes:
    """A row as it stands in the file, after what is before it."""
    return b",\n" + text


def written(tables: Mapping[str, Iterable[bytes]]) -> Iterator[bytes]:
    """All tables with their rows, which come in order."""
    for number, table in enumerate(COLUMNS):
        yield opened(table, number)
        yield from map(row, tables[table])
        yield b"]"


def rows(records: Records, keys: Keys) -> dict[str, Rows]:
    """By table the rows of the officials, agencies, posts and places of some records, and the keys that officials
    had."""
    return {
        "officials": {key: json(_official(key, one, keys)) for key, one in _keyed("official", records.officials, keys)},
        "agencies": {
            key: json([key, *_name(one.name), one.abbreviation, _maybe("agency", one.parent, keys), one.jurisdiction])
            for key, one in _keyed("agency", records.agencies, keys)
        },
        "posts": {
            key: json([key, *_name(one.name), one.abbreviation]) for key, one in _keyed("post", records.posts, keys)
        },
        "places": {key: json([key, one.label]) for key, one in _keyed("place", records.places, keys)},
        "former": {
            key: json([key, keys.of("official", now)])
            for key, now in _keyed("official", records.former, keys)
            if now in records.officials
        },
    }


def in_order(several: Rows) -> Iterator[bytes]:
    """Rows as they come in a table."""
    return (several[key] for key in sorted(several, key=order))


def _keyed(kind: str, several: Mapping[str, Any], keys: Keys) -> Iterator[tuple[str, Any]]:
    return ((keys.of(kind, iri), one) for iri, one in several.items())


def _maybe(kind: str, iri: str | None, keys: Keys) -> str | None:
    return iri and keys.of(kind, iri)


def _name(name: Name) -> tuple[str, str | None, tuple[str, ...]]:
    return name.label, name.zh, name.forms


def _official(key: str, one: Official, keys: Keys) -> list[Any]:
    honours = " ".join(one.post_nominals)
    tenures = [_held(tenure, keys) for tenure in one.tenures]
    return [key, *_name(one.name), one.title, honours, _maybe("agency", one.agency, keys), tenures]


def _held(tenure: Tenure, keys: Keys) -> list[Any]:
    post, agency = keys.of("post", tenure.post), _maybe("agency", tenure.agency, keys)
    return [post, agency, int(tenure.acting), tenure.first, tenure.last]
