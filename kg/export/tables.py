"""The graph as plain tables, for spreadsheets and data frames: one row a thing, one table a kind of thing.

Ids are the IRIs of the graph, so that a row leads back to it and tables can be joined; where several values share
a cell they are joined by `` | ``. Dates are as precise as the graph has them ("2025-05-19", "2025-05").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.export.network import encounters_by_pair
from kg.export.records import Name, Quote, Records

Cell = str | int | bool | None
SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; ``types`` are those of the cells, each of which may be None as well."""

    name: str
    columns: tuple[str, ...]
    types: tuple[type[str] | type[int] | type[bool], ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(records: Records) -> tuple[Table, ...]:
    """All tables of a graph, each in the order of its first column.

    >>> from types import MappingProxyType as empty
    >>> nothing = Records(*[empty({})] * 6, *[frozenset()] * 3)
    >>> [table.name for table in tables(nothing)]
    ['releases', 'agencies', 'posts', 'officials', 'tenures', 'events', 'participations', 'pairs']
    """
    return tuple(_table(name, columns, rows(records)) for name, (columns, rows) in _TABLES.items())


def as_csv(table: Table) -> bytes:
    """A table as CSV (RFC 4180) in UTF-8, with a line of column names; None is an empty cell.

    >>> print(as_csv(Table("t", ("name", "acting"), (str, bool), (("Ann, JP", True), (None, False)))).decode(), end="")
    name,acting
    "Ann, JP",true
    ,false
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_plain(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode()


def _plain(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else cell


Columns = Mapping[str, type[str] | type[int] | type[bool]]
Rows = Callable[[Records], Iterable[tuple[Cell, ...]]]


def _table(name: str, columns: Columns, rows: Iterable[tuple[Cell, ...]]) -> Table:
    return Table(name, tuple(columns), tuple(columns.values()), tuple(rows))


def _joined(values: Iterable[str]) -> str:
    return SEPARATOR.join(dict.fromkeys(values))


def _others(name: Name) -> str:
    return _joined(form for form in name.forms if form != name.zh)


def _sources(records: Records, quotes: Iterable[Quote]) -> tuple[str, str]:
    """The ids of the releases quoted, and the very words."""
    ordered = sorted(quotes)
    ids = (records.releases[quote.release].identifier for quote in ordered if quote.release in records.releases)
    return _joined(ids), _joined(quote.exact for quote in ordered)


def _releases(records: Records) -> Iterator[tuple[Cell, ...]]:
    for one in records.releases.values():
        yield one.iri, one.identifier, one.title, one.issued, one.lang, one.url


def _agencies(records: Records) -> Iterator[tuple[Cell, ...]]:
    for one in records.agencies.values():
        yield one.iri, one.name.label, one.name.zh, _others(one.name), one.abbreviation, one.parent, one.jurisdiction


def _posts(records: Records) -> Iterator[tuple[Cell, ...]]:
    for one in records.posts.values():
        yield one.iri, one.name.label, one.name.zh, _others(one.name), one.abbreviation, one.agency


def _officials(records: Records) -> Iterator[tuple[Cell, ...]]:
    for one in records.officials.values():
        nominals = _joined(one.post_nominals)
        yield one.iri, one.name.label, one.name.zh, _others(one.name), one.title, nominals, one.agency


def _tenures(records: Records) -> Iterator[tuple[Cell, ...]]:
    for official in records.officials.values():
        for one in official.tenures:
            post = records.posts.get(one.post)
            label = post.name.label if post else None
            places = _sources(records, one.quotes)
            yield (
                official.iri, official.name.label, one.post, label, one.agency, one.acting, one.first, one.last, *places
            )  # fmt: skip


def _events(records: Records) -> Iterator[tuple[Cell, ...]]:
    for one in records.occasions.values():
        place = records.places[one.place].label if one.place else None
        told = _sources(records, one.quotes)
        yield (
            one.iri, one.kind, one.status, one.label, one.start, one.end, place, one.topic, one.parent, *told
        )  # fmt: skip


def _participations(records: Records) -> Iterator[tuple[Cell, ...]]:
    for occasion in records.occasions.values():
        for one in occasion.people:
            official = records.officials.get(one.official)
            name = official.name.label if official else None
            told = _sources(records, one.quotes)
            yield occasion.iri, one.official, name, one.role, one.post, one.acting, one.delegation, *told


def _pairs(records: Records) -> Iterator[tuple[Cell, ...]]:
    """Who met whom: what :func:`kg.export.network.network` has as edges."""
    for (one, other), encounters in encounters_by_pair(records).items():
        names = (records.officials[iri].name.label if iri in records.officials else None for iri in (one, other))
        grades = [encounter.grade for encounter in encounters]
        together, principals = grades.count("coAttended"), grades.count("metAsPrincipals")
        days = sorted(encounter.start for encounter in encounters if encounter.start)
        first, last = (days[0], days[-1]) if days else (None, None)
        events = _joined(encounter.event for encounter in encounters)
        ids = {records.releases[iri].identifier for each in encounters for iri in each.releases}
        counts = len(grades) - together, principals, together
        yield (one, other, *names, *counts, first, last, events, _joined(sorted(ids)))


_NAMED: Columns = {"id": str, "label": str, "labelZh": str, "otherNames": str}
_TOLD: Columns = {"releases": str, "words": str}
_TABLES: Mapping[str, tuple[Columns, Rows]] = {
    "releases": ({"id": str, "identifier": str, "title": str, "issued": str, "language": str, "url": str}, _releases),
    "agencies": ({**_NAMED, "abbreviation": str, "parent": str, "jurisdiction": str}, _agencies),
    "posts": ({**_NAMED, "abbreviation": str, "agency": str}, _posts),
    "officials": ({**_NAMED, "honorific": str, "postNominals": str, "agency": str}, _officials),
    "tenures": (
        {
            "official": str, "name": str, "post": str, "postLabel": str, "agency": str, "acting": bool,
            "firstSeen": str, "lastSeen": str, **_TOLD,
        },
        _tenures,
    ),
    "events": (
        {
            "id": str, "kind": str, "status": str, "label": str, "start": str, "end": str, "place": str,
            "topic": str, "during": str, **_TOLD,
        },
        _events,
    ),
    "participations": (
        {
            "event": str, "official": str, "name": str, "role": str, "inPost": str, "acting": bool,
            "delegation": str, **_TOLD,
        },
        _participations,
    ),
    "pairs": (
        {
            "one": str, "other": str, "oneName": str, "otherName": str, "met": int, "metAsPrincipals": int,
            "coAttended": int, "first": str, "last": str, "events": str, "releases": str,
        },
        _pairs,
    ),
}  # fmt: skip
"""Name to columns with the types of their cells, and to what gives the rows."""
