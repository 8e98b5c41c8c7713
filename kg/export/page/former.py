"""A new page out of a former one of ours and the rows that changed: the rest is copied, not made again.

The tables of a page have one row a line, in the order of the keys, so the page is its own index: a row is found by
bisection.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.export.former import Edit, Former
from kg.export.page import DATA, END, Whole, head
from kg.export.page.data import COLUMNS, opened, order, row
from kg.export.page.picture import OPTIONS

Changes = Mapping[str, Mapping[str, bytes | None]]
"""By table and key the rows that are new or otherwise than before; None for those that are gone, where they were."""

_BETWEEN = b",\n"
_KEY = len(_BETWEEN + b'["')


class FormerPage(Former):
    """A page of ours."""

    def changed(self, whole: Whole, changes: Changes, file: BinaryIO) -> None:
        """Write the page with what is told of all releases now and with these rows."""
        start = self._text.find(DATA.encode()) + len(DATA)
        places = [start]
        for number, table in enumerate(COLUMNS):
            places.append(self._text.find(opened(table, number), places[-1]))
        places.append(self._text.find(b"]" + END.encode(), places[-1]))
        if start < len(DATA) or min(places) < 0:
            raise ValueError("this is no page as they are written here")
        drawing = whole.drawing
        edits = [Edit(start, places[1], head(whole, drawing.nodes, drawing.edges, OPTIONS))]
        for number, table in enumerate(COLUMNS):
            begin = places[number + 1] + len(opened(table, number))
            end = places[number + 2] - (number + 1 < len(COLUMNS))  # the bracket that closes a table
            edits += self._edits(changes.get(table, {}), begin, end)
        self.spliced(edits, file)

    def _edits(self, rows: Mapping[str, bytes | None], begin: int, end: int) -> Iterator[Edit]:
        """The edits that put rows in their places in a table."""
        spans: dict[tuple[int, int], bytes] = {}
        for key in sorted(rows, key=order):
            span = self._span(key, begin, end)
            text = rows[key]
            spans[span] = spans.get(span, b"") + (b"" if text is None else row(text))
        return (Edit(*span, text) for span, text in spans.items())

    def _span(self, key: str, begin: int, end: int) -> tuple[int, int]:
        """From where to where the row of a key is, with what is before it; an empty range where it would be."""
        wanted = order(key)
        place = self.first(
            begin, end, lambda place: self._from(place, begin, end), lambda place: self._order(place) < wanted
        )
        if place < end and self._order(place) == wanted:
            return place, self._from(place + 1, begin, end)
        return place, place

    def _order(self, place: int) -> bytes:
        """By what the row is in order that begins here."""
        return self._text[place + _KEY : self._text.find(b'"', place + _KEY)] + b"/"

    def _from(self, place: int, begin: int, end: int) -> int:
        """Where the first row at or after a place begins, with what is before it; else the end of the table."""
        found = self._text.find(_BETWEEN, max(place, begin), end)
        return end if found < 0 else found
