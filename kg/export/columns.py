"""A graph by property: for each the subjects with their values, read whole from a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import pyoxigraph as ox

Value = ox.NamedNode | ox.Literal
_VALUES = (ox.NamedNode, ox.Literal)  # a union would be made for every value
Column = Mapping[str, list[Value]]
"""Subject to the values of a property, these in their own order."""

Columns = Callable[[str], Column]
"""Gives the column of a property."""


def of_store(store: ox.Store) -> Columns:
    """The columns of a store; each is read in one pass when first asked for."""

    @cache
    def column(term: str) -> Column:
        quads = store.quads_for_pattern(None, ox.NamedNode(term), None, None)
        return _settled((quad.subject, quad.object) for quad in quads)

    return column


def _settled(pairs: Iterable[tuple[object, object]]) -> Column:
    column: defaultdict[str, list[Value]] = defaultdict(list)
    for subject, value in pairs:
        if isinstance(subject, ox.NamedNode) and isinstance(value, _VALUES):
            column[subject.value].append(value)
    for values in column.values():
        if len(values) > 1:
            values.sort(key=str)
    return dict(column)
