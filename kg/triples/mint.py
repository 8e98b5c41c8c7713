"""IRIs and literals: how everything in the graph is named and typed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Generic, Protocol, TypeVar

import pyoxigraph as ox

from kg.model import Day
from kg.vocab import INSTANCES, XSD

N = TypeVar("N")
"""A term of a statement: a node or a literal."""

_N_co = TypeVar("_N_co", covariant=True)

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


def segment(text: str) -> str:
    """Any text as one segment of an IRI, different texts differently; letters of every script stay.

    >>> segment("P2025051900123"), segment("a b/c"), segment("..")
    ('P2025051900123', 'a%20b%2Fc', '%2E%2E')
    """
    return text if text.isalnum() else _safe(text)  # ids mostly are, of which there are too many to remember


@lru_cache(maxsize=1 << 14)  # keys and rules come again and again
def _safe(text: str) -> str:
    if _DOTS.fullmatch(text):  # "." and ".." would be taken for folders
        return "%2E" * len(text)
    return _NOT_IN_SEGMENT.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)


class Notation(Protocol[_N_co]):
    """Makes the terms of statements in some form: as objects of a library, or as text."""

    def iri(self, iri: str) -> _N_co:
        """The node of an IRI."""

    def text(self, value: str, lang: str | None = None) -> _N_co:
        """A literal: a text, in a language (BCP 47) or in none."""

    def typed(self, value: str, datatype: str) -> _N_co:
        """A literal of a datatype of XSD."""

    def number(self, value: int) -> _N_co:
        """A literal: a whole number, which is not negative."""


class Sink(Generic[N]):
    """Where statements gather until they are handed on; mints the IRIs of instances, which begin with ``base``."""

    def __init__(self, base: str, notation: Notation[N]) -> None:
        self._base = base
        self._notation = notation
        self._out: list[tuple[N, str, N]] = []
        self._things: dict[tuple[str, str], N] = {}
        self._terms: dict[str, N] = {}
        self.text = notation.text
        self.typed = notation.typed
        self.number = notation.number

    def say(self, subject: N, predicate: str, value: N) -> None:
        """Add a statement; the predicate is a term of :mod:`kg.vocab`."""
        self._out.append((subject, predicate, value))

    def term(self, iri: str) -> N:
        """A term of a vocabulary as a node, made once."""
        node = self._terms.get(iri)
        if node is None:
            node = self._terms[iri] = self._notation.iri(iri)
        return node

    def mint(self, *segments: str) -> N:
        """The IRI of an instance from segments that are safe already; see :func:`segment`."""
        return self._notation.iri(self._base + "/".join(segments))

    def thing(self, kind: str, key: str) -> N:
        """The node of an official, agency, post or place by its key."""
        node = self._things.get((kind, key))
        if node is None:
            node = self._things[kind, key] = self.mint(kind, segment(key))
        return node

    def tenure(self, official: str, post: str, acting: bool) -> N:
        """The node of a tenure, by the keys of the official and the post."""
        return self.mint("tenure", segment(official), segment(post), *(("acting",) if acting else ()))

    def day(self, day: Day) -> N:
        """A day or a month as precise as it is known: xsd:date or xsd:gYearMonth."""
        return self.typed(str(day), XSD.gYearMonth if day.day is None else XSD.date)

    def taken(self) -> list[tuple[N, str, N]]:
        """The statements added since the last call: subject, predicate, object."""
        out, self._out = self._out, []
        return out


class Oxigraph:
    """Terms of the library."""

    def iri(self, iri: str) -> ox.NamedNode:
        """The node of an IRI."""
        return ox.NamedNode(iri)

    def text(self, value: str, lang: str | None = None) -> ox.Literal:
        """A literal: a text, in a language or in none."""
        return ox.Literal(value, language=lang)

    def typed(self, value: str, datatype: str) -> ox.Literal:
        """A literal of a datatype of XSD."""
        return ox.Literal(value, datatype=_predicate(datatype))

    def number(self, value: int) -> ox.Literal:
        """A literal: a whole number."""
        return self.typed(str(value), XSD.integer)

    def triples(self, sink: Sink[ox.NamedNode | ox.Literal]) -> list[ox.Triple]:
        """What was added to a sink since it was taken last."""
        return [ox.Triple(subject, _predicate(term), value) for subject, term, value in sink.taken()]  # type: ignore[arg-type]  # subjects are minted


@cache
def _predicate(iri: str) -> ox.NamedNode:
    """A term of a vocabulary, made once."""
    return ox.NamedNode(iri)
