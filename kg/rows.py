"""Results of a query: rows with values by name, and their standard formats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from html import escape
from typing import Literal, cast, overload

import pyoxigraph as ox

from kg.vocab import PREFIXES, XSD

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Value = str | int | float | bool | Decimal | date | datetime | None
_TripleTerms = tuple[ox.NamedNode | ox.BlankNode, ox.NamedNode, ox.NamedNode | ox.BlankNode | ox.Literal]
Kind = Literal["SELECT", "ASK", "CONSTRUCT"]

CONVERTERS: dict[str, Callable[[str], Value]] = {
    XSD.integer: int,
    XSD.BASE + "decimal": Decimal,
    XSD.BASE + "double": float,
    XSD.BASE + "float": float,
    XSD.boolean: lambda text: text in ("true", "1"),
    XSD.date: date.fromisoformat,
    XSD.dateTime: datetime.fromisoformat,
}
"""Datatype to Python; a literal of any other type, or one out of Python's range, stays a str."""


class FormatError(ValueError):
    """A result that has no form in the format asked for, such as a table in Turtle."""


def value(term: Term | None) -> Value:
    """The Python value of a term: IRIs and texts as str, numbers, booleans and dates as such.

    >>> value(ox.Literal("2025-05-19", datatype=ox.NamedNode(XSD.date)))
    datetime.date(2025, 5, 19)
    """
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode | ox.BlankNode) else str(term)
    try:
        return CONVERTERS.get(term.datatype.value, str)(term.value)
    except ValueError:
        return str(term.value)


class Row:
    """One solution: values by name (``row.name``, ``row["name"]``) or place (``row[0]``); unbound is None."""

    __slots__ = ("columns", "terms")

    def __init__(self, columns: tuple[str, ...], terms: tuple[Term | None, ...]) -> None:
        self.columns = columns
        self.terms = terms

    def __getattr__(self, name: str) -> Value:
        if name not in self.columns:
            raise AttributeError(f"no column {name!r}; there are {', '.join(self.columns) or 'none'}")
        return value(self.terms[self.columns.index(name)])

    def __getitem__(self, key: int | str) -> Value:
        if isinstance(key, int):
            return value(self.terms[key])
        if key not in self.columns:
            raise KeyError(key)
        return value(self.terms[self.columns.index(key)])

    def __iter__(self) -> Iterator[Value]:
        return map(value, self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and (self.columns, self.terms) == (other.columns, other.terms)

    def __hash__(self) -> int:
        return hash((self.columns, self.terms))

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{name}={cell!r}' for name, cell in zip(self.columns, self, strict=True))})"

    def asdict(self) -> dict[str, Value]:
        """Column to value, in the order of the columns."""
        return dict(zip(self.columns, self, strict=True))


class Rows(Sequence[Row]):
    """The answer to a query, as a sequence of rows.

    ASK gives one row with the column ``answer``; CONSTRUCT and DESCRIBE give subject, predicate, object.

    >>> rows = Rows("SELECT", ["name", "meetings"], [(ox.Literal("John Lee", language="en"), ox.Literal(2))])
    >>> rows[0].name, rows[0].meetings
    ('John Lee', 2)
    >>> print(rows.to("csv"), end="")
    name,meetings
    John Lee,2
    """

    def __init__(self, kind: Kind, columns: Iterable[str], terms: Iterable[tuple[Term | None, ...]]) -> None:
        self.kind = kind
        self.columns = tuple(columns)
        self._rows = [Row(self.columns, row) for row in terms]

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"Rows({', '.join(self.columns)}; {len(self)} rows)"

    def _repr_html_(self, limit: int = 50) -> str:
        """A plain table for notebooks; at most ``limit`` rows."""
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(display(term))}</td>' for term in row.terms)}</tr>"
            for row in self._rows[:limit]
        )
        more = f"<p>{len(self) - limit} more rows</p>" if len(self) > limit else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    @property
    def answer(self) -> bool:
        """What an ASK query says. Raises FormatError for any other query."""
        if self.kind != "ASK":
            raise FormatError(f"only ASK has an answer, this is {self.kind}; look at the rows")
        return self._rows[0].answer is True

    def triples(self) -> Iterator[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE. Raises FormatError for any other query."""
        if self.kind != "CONSTRUCT":
            raise FormatError(f"a {self.kind} query gives no triples; use CONSTRUCT, or the format csv or json")
        return (ox.Triple(*cast(_TripleTerms, row.terms)) for row in self._rows)

    def to(self, form: str) -> str:
        """The result as text: ``csv`` and ``json`` as in the SPARQL 1.1 standards, ``ttl`` for triples.

        CSV lines end with a line feed alone, so that line tools work on them.
        Raises FormatError when the result has no such form.
        """
        writers = {"csv": self._csv, "json": self._json, "ttl": self._turtle}
        if form not in writers:
            raise FormatError(f"no format {form!r}; give one of {', '.join(writers)}")
        return writers[form]()

    def _csv(self) -> str:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(["" if term is None else _lexical(term) for term in row.terms] for row in self._rows)
        return text.getvalue()

    def _json(self) -> str:
        if self.kind == "CONSTRUCT":
            raise FormatError("triples have no SPARQL JSON form; use --format ttl or csv")
        if self.kind == "ASK":
            return json.dumps({"head": {}, "boolean": self.answer}) + "\n"
        bindings = [
            {name: _json_term(term) for name, term in zip(self.columns, row.terms, strict=True) if term is not None}
            for row in self._rows
        ]
        document = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"

    def _turtle(self) -> str:
        from kg.export import turtle

        triples, text = list(self.triples()), io.BytesIO()
        if any(isinstance(node, ox.BlankNode) for triple in triples for node in (triple.subject, triple.object)):
            ox.serialize(triples, text, ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
        else:
            turtle.write(triples, text)
        return text.getvalue().decode("utf-8")


def display(term: Term | None, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """A term for people: texts as they are, IRIs shortened by the prefixes, unbound empty.

    >>> display(ox.NamedNode("https://w3id.org/who-met-whom/id/official/john-lee"))
    'id:official/john-lee'
    """
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        for prefix, namespace in prefixes.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value[len(namespace) :]}"
    return _lexical(term)


def _lexical(term: Term) -> str:
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    return str(term) if isinstance(term, ox.Triple) else term.value


def _json_term(term: Term) -> dict[str, object]:
    """One binding as in "SPARQL 1.1 Query Results JSON Format", 3.2.2."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    entry: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        entry["xml:lang"] = term.language
    elif term.datatype.value != XSD.string:
        entry["datatype"] = term.datatype.value
    return entry
