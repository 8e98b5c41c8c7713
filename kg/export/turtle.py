"""A Turtle writer whose output depends on nothing but the triples: sorted, prefixed, one block per subject.

Instances are written relative to ``@base`` (``<official/john-lee>``), terms with their prefix. Subjects,
predicates and objects are in the order of their Unicode code points, ``a`` and ``rdfs:label`` first, each
triple once. Two graphs can so be compared by ``diff``.

Turtle 1.1: https://www.w3.org/TR/turtle/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from itertools import groupby, islice
from typing import BinaryIO

import pyoxigraph as ox

from kg.vocab import INSTANCES, PREFIXES, RDF, RDFS, XSD

_LOCAL = re.compile(r"[A-Za-z_](?:[\w-]*\w)?", re.ASCII)
_RELATIVE = re.compile(r"[A-Za-z][\w-]*(?:/[\w~-][\w.~-]*)+")  # no scheme, no dot segment, no query
_UNSAFE = re.compile(r"[\u2028\u2029\ufeff\ufffe\uffff\x80-\x9f]")  # allowed, but editors and diffs stumble
_INTEGER = re.compile(r"[+-]?[0-9]+", re.ASCII)
_XSD_INTEGER, _XSD_BOOLEAN = f"<{XSD.integer}>", f"<{XSD.boolean}>"
_FIRST = {f"<{RDF.type}>": "0a", f"<{RDFS.label}>": "1rdfs:label"}  # the digit is for sorting only
SEPARATOR = "\t"
"""What parts subject, predicate and object in a line: in no term as written, and before every character that is."""

_MORE = ",\n        "  # before a further object

_BATCH = 1 << 13  # triples
_CHUNK = 1 << 16  # characters, and remembered terms


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
    term = writer(base, tuple(prefixes.items()))
    stream = iter(triples)
    while batch := list(islice(stream, _BATCH)):
        # The library escapes the terms, one line for each triple: many times faster than asking it term by term.
        for line in (ox.serialize(batch, format=ox.RdfFormat.N_TRIPLES) or b"").decode().split("\n"):
            if line:
                subject, predicate, value = line[:-2].split(" ", 2)
                yield f"{term.subject(subject)}{term.between(predicate)}{term.object(value)}"


def write_sorted(
    ordered: Iterable[str], file: BinaryIO, *, base: str = INSTANCES, prefixes: Mapping[str, str] = PREFIXES
) -> int:
    """Write lines of :func:`lines` that are sorted and distinct; streams, and returns their number."""
    text = [head(base, prefixes)]
    size = count = 0
    for block, statements in blocks(ordered):
        text.append(f"\n{block}")
        count += statements
        size += len(block)
        if size > _CHUNK:
            file.write("".join(text).encode())
            text, size = [], 0
    file.write("".join(text).encode())
    return count


def head(base: str, prefixes: Mapping[str, str]) -> str:
    """The lines that declare the base and the prefixes, these in the order of their names."""
    declared = [f"@base <{base}> .", *(f"@prefix {name}: <{prefixes[name]}> ." for name in sorted(prefixes))]
    return "\n".join(declared) + "\n"


def blocks(ordered: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The statements about each subject as Turtle, and their number, from lines sorted and distinct."""
    of, under = "", ""
    text: list[str] = []
    count = 0
    for line in ordered:
        subject, predicate, value = line.split(SEPARATOR)
        if subject != of:
            if count:
                yield "".join((*text, " .\n")), count
            text, count, of, under = [f"{subject} {predicate[1:]} {value}"], 1, subject, predicate
            continue
        if predicate == under:
            text.append(f"{', ' if predicate == '0a' else _MORE}{value}")
        else:
            text.append(f" ;\n    {predicate[1:]} {value}")
            under = predicate
        count += 1
    if count:
        yield "".join((*text, " .\n")), count


def opening(file: BinaryIO) -> bytes:
    """The declarations at the top of a file of ours, up to the first empty line."""
    return b"".join(iter(partial(_line_unless_empty, file), b""))


def _line_unless_empty(file: BinaryIO) -> bytes:
    line = file.readline()
    return b"" if line == b"\n" else line


def changed(old: BinaryIO, new: BinaryIO) -> tuple[list[ox.Triple], list[ox.Triple]]:
    """The triples that only the old and only the new of two files of ours hold; the files are gone through once.

    Both must have the same :func:`opening`. Only the statements about subjects that differ are read as RDF, so
    what is held in memory grows with the difference.
    """
    declared = opening(old)
    opening(new)
    removed: list[ox.Triple] = []
    added: list[ox.Triple] = []
    for before, after in _side_by_side(_subjects(old), _subjects(new)):
        if before != after:
            gone, come = (set(_statements(declared, block)) for block in (before, after))
            removed += gone - come
            added += come - gone
    return sorted(removed, key=str), sorted(added, key=str)


def _subjects(file: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """Each subject and the statements about it, in the order of the file."""
    for empty, lines in groupby(file, key=lambda line: line == b"\n"):
        if not empty:
            block = b"".join(lines)
            yield block.split(b" ", 1)[0].decode(), block


def _side_by_side(old: Iterator[tuple[str, bytes]], new: Iterator[tuple[str, bytes]]) -> Iterator[tuple[bytes, bytes]]:
    """The statements about each subject in both of two sorted sequences; empty where it has none."""
    ended = ("", b"")
    one, other = next(old, ended), next(new, ended)
    while one is not ended or other is not ended:
        if other is ended or (one is not ended and one[0] < other[0]):
            yield one[1], b""
            one = next(old, ended)
        elif one is ended or other[0] < one[0]:
            yield b"", other[1]
            other = next(new, ended)
        else:
            yield one[1], other[1]
            one, other = next(old, ended), next(new, ended)


def _statements(declared: bytes, block: bytes) -> Iterator[ox.Triple]:
    return (quad.triple for quad in ox.parse(declared + block, format=ox.RdfFormat.TURTLE))


@lru_cache(maxsize=4)
def writer(base: str, prefixes: tuple[tuple[str, str], ...]) -> Writer:
    """What writes terms; kept, for it remembers those that every release has."""
    return Writer(base, dict(prefixes))


class Writer:
    """Terms of N-Triples as those of Turtle, with what comes again and again remembered."""

    def __init__(self, base: str, prefixes: Mapping[str, str]) -> None:
        self._start = "<" + base
        self._prefixes = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self._known: dict[str, str] = {}
        self._between: dict[str, str] = {}
        self._subject = ("", "")

    def iri(self, term: str) -> str:
        """An IRI in angle brackets, relative to the base, with a prefix, or as it is."""
        if term.startswith(self._start) and _RELATIVE.fullmatch(term, len(self._start), len(term) - 1):
            return "<" + term[len(self._start) :]
        known = self._known.get(term)
        if known is None:
            known = self._prefixed(term)
            if len(self._known) < _CHUNK:
                self._known[term] = known
        return known

    def _prefixed(self, term: str) -> str:
        for name, namespace in self._prefixes:
            if term.startswith(namespace, 1) and _LOCAL.fullmatch(term, len(namespace) + 1, len(term) - 1):
                return f"{name}:{term[len(namespace) + 1 : -1]}"
        return term

    def between(self, predicate: str) -> str:
        """What stands between subject and object in a line: the predicate, which is in order, with its separators."""
        known = self._between.get(predicate)
        if known is None:
            rank = _FIRST.get(predicate) or "2" + self.iri(predicate)
            known = self._between[predicate] = f"{SEPARATOR}{rank}{SEPARATOR}"
        return known

    def subject(self, term: str) -> str:
        """A subject; a subject's triples mostly come together."""
        if term != self._subject[0]:
            if not term.startswith("<"):
                raise ValueError(f"{term} is not an IRI; give every node of the graph one")
            self._subject = (term, self.iri(term))
        return self._subject[1]

    def object(self, term: str) -> str:
        """An IRI or a literal."""
        if term.startswith('"'):
            return self._literal(term)
        if term.startswith("<") and not term.startswith("<<"):
            return self.iri(term)
        raise ValueError(f"{term} is neither an IRI nor a literal; give every node of the graph an IRI")

    def _literal(self, term: str) -> str:
        if not term.isascii():
            term = _UNSAFE.sub(_code_point, term)
        if term.endswith('"'):
            return term
        close = term.rindex('"')
        kind = term[close + 1 :]
        if kind.startswith("@"):
            return term[: close + 1] + language(kind)
        return self.typed(term[: close + 1], kind[2:])

    def typed(self, quoted: str, datatype: str) -> str:
        """A literal in quotation marks with its datatype in angle brackets; numbers and truth values as they are."""
        value = quoted[1:-1]
        if (datatype == _XSD_INTEGER and _INTEGER.fullmatch(value)) or (
            datatype == _XSD_BOOLEAN and value in ("true", "false")
        ):
            return value
        return f"{quoted}^^{self.iri(datatype)}"


@cache
def language(tag: str) -> str:
    """A language tag in the case of RFC 5646, 2.1.1 (the store keeps small letters): @zh-Hant, @en-GB."""
    tag, double, direction = tag.partition("--")
    first, *rest = tag.split("-")
    cased = (part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part.lower() for part in rest)
    return "-".join((first.lower(), *cased)) + double + direction


def _code_point(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04X}"
