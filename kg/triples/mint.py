"""IRIs and literals: how everything in the graph is named and typed."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import pyoxigraph as ox

from kg.model import Day
from kg.vocab import INSTANCES, XSD

_NOT_IN_SEGMENT = re.compile(r"[^\w.~-]")
_DOTS = re.compile(r"\.+")


def checked_base(base: str) -> str:
    """The base itself; raises ValueError when instances' IRIs cannot begin with it.

    >>> checked_base("https://example.org/people/")
    'https://example.org/people/'
    """
    try:
        ox.NamedNode(base)
    except ValueError as error:
        raise ValueError(f"base {base!r} is not an absolute IRI ({error}); give one such as {INSTANCES}") from error
    if not base.endswith(("/", "#")):
        raise ValueError(f"base {base!r} must end in / or #; give {base + '/'!r}")
    return base


@lru_cache(maxsize=1 << 14)  # keys, ids and rules come again and again
def segment(text: str) -> str:
    """Any text as one segment of an IRI, different texts differently; letters of every script stay.

    >>> segment("P2025051900123"), segment("a b/c"), segment("..")
    ('P2025051900123', 'a%20b%2Fc', '%2E%2E')
    """
    if _DOTS.fullmatch(text):  # "." and ".." would be taken for folders
        return "%2E" * len(text)
    return _NOT_IN_SEGMENT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)


@cache
def term(iri: str) -> ox.NamedNode:
    """A term of a vocabulary as a node, made once."""
    return ox.NamedNode(iri)


def typed(value: str, datatype: str) -> ox.Literal:
    """A literal of a datatype of XSD."""
    return ox.Literal(value, datatype=term(datatype))


def day_literal(day: Day) -> ox.Literal:
    """A day or a month as precise as it is known: xsd:date or xsd:gYearMonth."""
    return typed(str(day), XSD.gYearMonth if day.day is None else XSD.date)


class Sink:
    """Where triples gather until they are handed on; mints the IRIs of instances."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._out: list[ox.Triple] = []
        self._things: dict[tuple[str, str], ox.NamedNode] = {}

    def say(self, subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> None:
        """Add a triple; the predicate is a term of :mod:`kg.vocab`."""
        self._out.append(ox.Triple(subject, term(predicate), value))

    def mint(self, *segments: str) -> ox.NamedNode:
        """The IRI of an instance from segments that are safe already; see :func:`segment`."""
        return ox.NamedNode(self._base + "/".join(segments))

    def thing(self, kind: str, key: str) -> ox.NamedNode:
        """The node of an official, agency, post or place by its key."""
        node = self._things.get((kind, key))
        if node is None:
            node = self._things[kind, key] = self.mint(kind, segment(key))
        return node

    def tenure(self, official: str, post: str, acting: bool) -> ox.NamedNode:
        """The node of a tenure, by the keys of the official and the post."""
        return self.mint("tenure", segment(official), segment(post), *(("acting",) if acting else ()))

    def taken(self) -> list[ox.Triple]:
        """The triples added since the last call."""
        out, self._out = self._out, []
        return out
