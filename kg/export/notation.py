"""Statements straight as lines of Turtle, many times faster than by way of a library's triples: those lines that
:func:`kg.export.turtle.lines` gives of the same triples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.export.turtle import language, writer
from kg.vocab import INSTANCES, PREFIXES

# What the standard has escaped in a literal, and what editors and diffs stumble over.
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}


class Turtle:
    r"""Terms as they stand in a file of :mod:`kg.export.turtle`, and lines of them.

    >>> terms = Turtle("https://example.org/")
    >>> terms.iri("https://example.org/official/john-lee"), terms.text('The "Fair"', "en")
    ('<official/john-lee>', '"The \\"Fair\\""@en')
    """

    def __init__(self, base: str = INSTANCES, prefixes: Mapping[str, str] = PREFIXES) -> None:
        self._writer = writer(base, tuple(prefixes.items()))
        self._between: dict[str, str] = {}

    def iri(self, iri: str) -> str:
        """The node of an IRI: relative to the base, with a prefix, or as it is."""
        return self._writer.iri(f"<{iri}>")

    def text(self, value: str, lang: str | None = None) -> str:
        """A literal: a text, in a language (BCP 47) or in none."""
        return _quoted(value) if lang is None else _quoted(value) + language(f"@{lang}")

    def typed(self, value: str, datatype: str) -> str:
        """A literal of a datatype of XSD, whose IRI is given."""
        return self._writer.typed(_quoted(value), f"<{datatype}>")

    def number(self, value: int) -> str:
        """A literal: a whole number."""
        return str(value)

    def lines(self, statements: Iterable[tuple[str, str, str]]) -> Iterator[str]:
        """A line for each statement: subject, IRI of the predicate, object."""
        known = self._between
        for subject, predicate, value in statements:
            between = known.get(predicate)
            if between is None:
                between = known[predicate] = self._writer.between(f"<{predicate}>")
            yield f"{subject}{between}{value}"


def _quoted(text: str) -> str:
    """A text in quotation marks."""
    return f'"{_ESCAPED.sub(_escape, text)}"' if _ESCAPED.search(text) else f'"{text}"'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"
