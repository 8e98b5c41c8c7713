"""The named queries of ``kg/queries/*.rq``: what they are called, what they take, and their answers.

A query file begins with comment lines ``# title:``, ``# description:``, ``# parameter: name (kind) - text``
(kind: official, agency, post, occasion or date, several joined by "or"; ", optional" where it may be left
out) and ``# example:``. Its ``VALUES ... # parameters`` block holds example values, so that the file runs as it
is on any SPARQL endpoint; here the block is replaced by one built from RDF terms, never from a user's words. It
stands again, always the same, in every part that is worked out by itself and would else be worked out for all.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg import find, sparql
from kg.rows import Rows
from kg.sparql import QueryError
from kg.vocab import DCTERMS, KG, RDF, XSD

FOLDER = Path(__file__).parent / "queries"

_HEADER = re.compile(r"# (title|description|parameter|example): (.*)")
_PARAMETER = re.compile(r"(\w+) \(([a-z ]+?)(, optional)?\) - (.*)")
_VALUES = re.compile(r"VALUES \([^)]*\) \{[^}]*\} # parameters")

Argument = str | date


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a named query takes: ``kinds`` are official, agency, post, occasion or date."""

    name: str
    kinds: tuple[str, ...]
    optional: bool
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One query file: its header, and the SPARQL text as it stands in the file."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str
    text: str


@cache
def named() -> Mapping[str, NamedQuery]:
    """All named queries by name, in the order of the alphabet.

    >>> [parameter.name for parameter in named()["who-met"].parameters]
    ['person', 'since', 'until']
    """
    return {path.stem: parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.rq"))}


def parse(name: str, text: str) -> NamedQuery:
    """Read the header of a query file. Raises ValueError naming what is missing in it."""
    fields: dict[str, list[str]] = {"title": [], "description": [], "parameter": [], "example": []}
    field = ""
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if header := _HEADER.match(line):
            field = header[1]
            fields[field].append(header[2])
        elif field:
            fields[field][-1] += f" {line.removeprefix('#').strip()}"
    parameters = [_PARAMETER.fullmatch(line) for line in fields["parameter"]]
    if not all((fields["title"], fields["description"], fields["example"], all(parameters), _VALUES.search(text))):
        raise ValueError(f"{name}.rq: the header needs title, description, parameters, example and a VALUES block")
    return NamedQuery(
        name=name,
        title=fields["title"][0],
        description=fields["description"][0],
        parameters=tuple(Parameter(p[1], tuple(p[2].split(" or ")), bool(p[3]), p[4]) for p in parameters if p),
        example=fields["example"][0],
        text=text,
    )


def run(store: ox.Store, name_or_text: str, values: Mapping[str, Argument] | None = None) -> Rows:
    """Answer a named query with its values, or a SPARQL text.

    People, agencies and posts are given by name in any form (see :func:`kg.find.find`), days as date or
    ``YYYY-MM-DD``. Raises QueryError for a wrong query or argument, kg.find.UnknownNameError and
    kg.find.AmbiguousNameError for names.
    """
    query = named().get(name_or_text)
    if query is None:
        if values or re.fullmatch(r"\s*[\w-]+\s*", name_or_text):
            raise QueryError(_unknown_query(name_or_text))
        return sparql.run(store, name_or_text)
    terms = bound(store, query, values or {})
    if query.name == "path":
        return _path(store, query, terms["start"], terms["goal"])
    return sparql.run(store, with_values(query.text, list(terms), [list(terms.values())]))


def arguments(name: str, words: Sequence[str]) -> dict[str, str]:
    """The words of a command line after a query's name, as values by parameter.

    Values stand in the order of the parameters, or after their names: ``--since 2025-01-01``,
    ``--since=2025-01-01``. Raises QueryError when they do not fit.

    >>> arguments("who-met", ["John Lee", "--until", "2025-12-31"])
    {'person': 'John Lee', 'until': '2025-12-31'}
    """
    if name not in named():
        if words or name.startswith("-"):
            raise QueryError(f"{_unknown_query(name)}; the name stands first, then its values")
        return {}
    options: dict[str, str] = {}
    free: list[str] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("--"):
            free.append(word)
            continue
        option, equals, text = word.removeprefix("--").partition("=")
        value = text if equals else next(rest, None)
        if value is None:
            raise QueryError(f"--{option} needs a value")
        options[option] = value
    names = [parameter.name for parameter in named()[name].parameters if parameter.name not in options]
    if len(free) > len(names):
        raise QueryError(f"{name} takes at most {len(names)} values, not {len(free)}; put names in quotation marks")
    return dict(zip(names, free, strict=False)) | options


def _unknown_query(name: str) -> str:
    return f"{name.strip()!r} is neither a named query nor SPARQL; the named queries are {', '.join(named())}"


Term = ox.NamedNode | ox.Literal


def bound(store: ox.Store, query: NamedQuery, values: Mapping[str, Argument]) -> dict[str, Term]:
    """The values as RDF terms, by parameter. Raises QueryError for missing, unknown or wrong ones."""
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in values:
        if name not in known:
            raise QueryError(f"{query.name} has no parameter {name!r}; it takes {', '.join(known)}")
    for parameter in query.parameters:
        if not parameter.optional and parameter.name not in values:
            raise QueryError(f"{query.name} needs {parameter.name}: {parameter.description}; example: {query.example}")
    return {name: _term(store, known[name], argument) for name, argument in values.items()}


def with_values(text: str, names: Sequence[str], rows: Sequence[Sequence[Term]]) -> str:
    """The query text with these values in place of its example values; terms are written as SPARQL terms."""
    header = " ".join(f"?{name}" for name in names)
    lines = " ".join(f"({' '.join(str(term) for term in row)})" for row in rows)
    block = f"VALUES ({header}) {{ {lines} }}" if names else ""
    return _VALUES.sub(lambda _: block, text)


def _term(store: ox.Store, parameter: Parameter, argument: Argument) -> Term:
    if parameter.kinds == ("date",):
        return _day(parameter.name, argument)
    if parameter.kinds == ("occasion",):
        return _occasion(store, argument)
    return find.find(store, str(argument), parameter.kinds)


def _day(name: str, argument: Argument) -> ox.Literal:
    try:
        day = argument if isinstance(argument, date) else date.fromisoformat(argument)
    except ValueError:
        raise QueryError(f"{name} is {argument!r}; give a day such as 2025-05-19") from None
    return ox.Literal(day.isoformat()[:10], datatype=ox.NamedNode(XSD.date))


def _occasion(store: ox.Store, argument: Argument) -> Term:
    """A day, a release by its id, or an event by its IRI or the end of it."""
    if isinstance(argument, date):
        return _day("occasion", argument)
    try:
        return _day("occasion", argument)
    except QueryError:
        pass
    for quad in store.quads_for_pattern(None, ox.NamedNode(DCTERMS.identifier), ox.Literal(argument)):
        if isinstance(quad.subject, ox.NamedNode):
            return quad.subject
    for kind, term in (("event", KG.Event), ("release", KG.Release)):
        for spelling in find.spellings(store, argument, kind):
            if ox.Quad(spelling, ox.NamedNode(RDF.type), ox.NamedNode(term)) in store:
                return spelling
    raise QueryError(
        f"no event, release or day {argument!r}; give a day (2025-05-19), a release's id, or an event's IRI"
    )


def _path(store: ox.Store, query: NamedQuery, start: Term, goal: Term) -> Rows:
    """The chain by breadth-first search over kg:met (networkx), then the meetings of its steps."""
    import networkx as nx

    met = store.quads_for_pattern(None, ox.NamedNode(KG.met), None)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((start.value, goal.value))
    graph.add_edges_from(sorted((_iri(quad.subject), _iri(quad.object)) for quad in met))
    try:
        chain = nx.bidirectional_shortest_path(graph, start.value, goal.value)
    except nx.NetworkXNoPath:
        both = " and ".join(find.label(store, term) for term in (start, goal))
        raise QueryError(f"no chain of meetings in this graph joins {both}") from None
    if start == goal:
        raise QueryError("a chain needs two people; both names lead to the same one")
    steps: list[list[Term]] = [
        [ox.Literal(number), ox.NamedNode(one), ox.NamedNode(other)]
        for number, (one, other) in enumerate(itertools.pairwise(chain), 1)
    ]
    return sparql.run(store, with_values(query.text, ("step", "one", "other"), steps))


def _iri(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)
