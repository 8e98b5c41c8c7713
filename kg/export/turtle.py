"""A Turtle writer whose output depends on nothing but the triples: sorted, prefixed, one block per subject.

Instances are written relative to ``@base`` (``<official/john-lee>``), terms with their prefix. Subjects,
predicates and objects are in the order of their Unicode code points, ``a`` and ``rdfs:label`` first, each
triple once. Two graphs can so be compared by ``diff``.

Turtle 1.1: https://www.w3.org/TR/turtle/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import BinaryIO

import pyoxigraph as ox

from kg.vocab import INSTANCES, PREFIXES, RDF, RDFS, XSD

_LOCAL = re.compile(r"[A-Za-z_](?:[\w-]*\w)?", re.ASCII)
_RELATIVE = re.compile(r"[A-Za-z][\w-]*(?:/[\w~-][\w.~-]*)+")  # no scheme, no dot segment, no query
_UNSAFE_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\\x7f-\x9f]")
_UNSAFE_IN_STRING = re.compile(r"[\x00-\x1f\"\\\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SHORT_ESCAPES = {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_INTEGER = re.compile(r"[+-]?[0-9]+", re.ASCII)
_FIRST = {RDF.type: "0a", RDFS.label: "1rdfs:label"}  # the digit is for sorting only
_SEPARATOR = "\t"  # in no term as written, and before every character that is
_CHUNK = 1 << 16

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def write(
    triples: Iterable[ox.Triple], file: BinaryIO, *, base: str = INSTANCES, prefixes: Mapping[str, str] = PREFIXES
) -> int:
    """Write the triples as Turtle in UTF-8, and return how many there are, each counted once.

    All are held in memory as text while they are sorted. Raises ValueError for blank nodes and quoted
    triples, for which no order independent of their making exists.

    >>> import io
    >>> out = io.BytesIO()
    >>> john = ox.NamedNode(INSTANCES + "official/john-lee")
    >>> write([ox.Triple(john, ox.NamedNode(RDFS.label), ox.Literal("John Lee", language="en"))], out)
    1
    >>> print(out.getvalue().decode().splitlines()[-1])
    <official/john-lee> rdfs:label "John Lee"@en .
    """
    used = {name: iri for name, iri in prefixes.items() if iri != base}
    return write_sorted(sorted(set(lines(triples, base=base, prefixes=used))), file, base=base, prefixes=used)


def lines(
    triples: Iterable[ox.Triple], *, base: str = INSTANCES, prefixes: Mapping[str, str] = PREFIXES
) -> Iterator[str]:
    """Each triple as one line of text whose order is the order in the file; for :func:`write_sorted`."""
    term = _Writer(base, prefixes)
    for triple in triples:
        predicate = triple.predicate.value
        rank = _FIRST.get(predicate) or "2" + term.iri(predicate)
        yield f"{term.subject(triple.subject)}{_SEPARATOR}{rank}{_SEPARATOR}{term.object(triple.object)}"


def write_sorted(
    ordered: Iterable[str], file: BinaryIO, *, base: str = INSTANCES, prefixes: Mapping[str, str] = PREFIXES
) -> int:
    """Write lines of :func:`lines` that are sorted and distinct; streams, and returns their number."""
    head = [f"@base <{base}> .", *(f"@prefix {name}: <{prefixes[name]}> ." for name in sorted(prefixes))]
    text = ["\n".join(head) + "\n"]
    size = count = 0
    split = (line.split(_SEPARATOR) for line in ordered)
    for subject, block in groupby(split, key=lambda parts: parts[0]):
        statements = []
        for predicate, rest in groupby(block, key=lambda parts: parts[1]):
            objects = [parts[2] for parts in rest]
            count += len(objects)
            between = ", " if predicate == "0a" else ",\n        "
            statements.append(f"{predicate[1:]} {between.join(objects)}")
        text.append(f"\n{subject} " + " ;\n    ".join(statements) + " .\n")
        size += len(text[-1])
        if size > _CHUNK:
            file.write("".join(text).encode())
            text, size = [], 0
    file.write("".join(text).encode())
    return count


class _Writer:
    """Terms as Turtle, with those that come again and again remembered."""

    def __init__(self, base: str, prefixes: Mapping[str, str]) -> None:
        self._base = base
        self._prefixes = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self._known: dict[str, str] = {}
        self._subject = ("", "")

    def iri(self, value: str) -> str:
        """An IRI relative to the base, with a prefix, or in full."""
        if value.startswith(self._base):
            local = value[len(self._base) :]
            if _RELATIVE.fullmatch(local):
                return f"<{local}>"
        known = self._known.get(value)
        if known is None:
            known = self._absolute(value)
            if len(self._known) < _CHUNK:
                self._known[value] = known
        return known

    def _absolute(self, value: str) -> str:
        for name, namespace in self._prefixes:
            if value.startswith(namespace) and _LOCAL.fullmatch(value, len(namespace)):
                return f"{name}:{value[len(namespace) :]}"
        return f"<{_UNSAFE_IN_IRI.sub(_code_point, value)}>"

    def subject(self, term: Subject) -> str:
        if isinstance(term, ox.NamedNode):
            value = term.value
            if value != self._subject[0]:  # a subject's triples mostly come together
                self._subject = (value, self.iri(value))
            return self._subject[1]
        raise ValueError(f"{term} is not an IRI; give every node of the graph one")

    def object(self, term: Term) -> str:
        if isinstance(term, ox.NamedNode):
            return self.iri(term.value)
        if isinstance(term, ox.Literal):
            return self._literal(term)
        raise ValueError(f"{term} is neither an IRI nor a literal; give every node of the graph an IRI")

    def _literal(self, term: ox.Literal) -> str:
        value, language = term.value, term.language
        quoted = f'"{_UNSAFE_IN_STRING.sub(_escape, value)}"'
        if language is not None:
            direction = f"--{term.direction.value}" if term.direction else ""
            return f"{quoted}@{_language(language)}{direction}"
        datatype = term.datatype.value
        if datatype == XSD.string:
            return quoted
        if (datatype == XSD.integer and _INTEGER.fullmatch(value)) or (
            datatype == XSD.boolean and value in ("true", "false")
        ):
            return value
        return f"{quoted}^^{self.iri(datatype)}"


@cache
def _language(tag: str) -> str:
    """A language tag in the case of RFC 5646, 2.1.1 (the store keeps small letters): zh-Hant, en-GB."""
    first, *rest = tag.split("-")
    cased = (part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part.lower() for part in rest)
    return "-".join((first.lower(), *cased))


def _escape(found: re.Match[str]) -> str:
    return _SHORT_ESCAPES.get(found[0]) or _code_point(found)


def _code_point(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"
