"""The knowledge graph as an object: load, ask, draw, check, save."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import explain as why
from kg import identity, query, store
from kg.find import find
from kg.model import Passed, PassedOver, Problem
from kg.rows import Rows
from kg.vocab import INSTANCES, KG, PREFIXES, RDF, SCHEMA

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.check import Report
    from kg.export.page import Page
    from kg.model import Release

GRAPH_FILE = "graph.ttl"
PAGE_FILE = "network.html"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build read and found: numbers of things, and what could not be read or decided.

    ``foreign`` are the releases in a language that nothing is extracted from; ``agencies`` counts those that the
    releases name, not the bodies above them that only the reference data know; ``unsure`` are the keys of the
    officials who may be one with another; ``same`` are the releases whose findings a former build had kept, ``told``
    those whose statements had to be made; ``unknown`` are the things that corrections name and no release has.
    """

    releases: int
    foreign: int
    passed_over: tuple[PassedOver, ...]
    problems: tuple[Problem, ...]
    officials: int
    agencies: int
    events: int
    meetings: int
    unsure: tuple[str, ...]
    same: int = 0
    told: int = 0
    unknown: tuple[str, ...] = ()

    @property
    def other_files(self) -> int:
        """How many files were of another kind."""
        return sum(passed.reason is Passed.OTHER_KIND for passed in self.passed_over)

    @property
    def duplicates(self) -> int:
        """How many releases were there again with the same text."""
        return sum(passed.reason is Passed.DUPLICATE for passed in self.passed_over)


class KnowledgeGraph:
    """Officials, posts, agencies and events with their evidence, held in an embedded SPARQL store.

    Made by :func:`kg.build` or :func:`kg.load`.

    >>> graph = KnowledgeGraph.load("tests/query/world.ttl")
    >>> [(row.name, row.meetings) for row in graph.query("who-met", person="Ann Au")]
    [('Ben Bo', 2), ('Cy Chan', 1)]
    """

    def __init__(self, store: ox.Store, *, base: str = INSTANCES, report: BuildReport | None = None) -> None:
        self.store = store
        self.base = base
        self.report = report

    @classmethod
    def from_triples(
        cls, triples: Iterable[ox.Triple], *, base: str = INSTANCES, report: BuildReport | None = None
    ) -> KnowledgeGraph:
        """A graph of these triples, whose things have IRIs that begin with ``base``."""
        return cls(store.from_triples(triples), base=base, report=report)

    @classmethod
    def load(cls, path: str | Path) -> KnowledgeGraph:
        """Read a graph file (.ttl, .nt, .rdf, .jsonld, also .gz). Raises kg.store.GraphError.

        A large file is read once into a store on disk beside it, and later opened from there.
        """
        loaded = store.opened(path)
        return cls(loaded, base=store.base(loaded))

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefix to namespace, with ``id`` for the things of this graph."""
        return PREFIXES | {"id": self.base}

    def __len__(self) -> int:
        """The number of triples."""
        return len(self.store)

    def count(self, term: str) -> int:
        """The number of things of a class, such as ``kg.vocab.KG.Official``."""
        return sum(1 for _ in self.store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(term)))

    def mentioned(self, term: str) -> int:
        """The number of things of a class that some release names."""
        named = {quad.object for quad in self.store.quads_for_pattern(None, ox.NamedNode(SCHEMA.mentions), None)}
        things = self.store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(term))
        return sum(quad.subject in named for quad in things)

    def __repr__(self) -> str:
        return f"KnowledgeGraph({', '.join(f'{count:,} {name}' for name, count in self._sizes())})"

    def _sizes(self) -> list[tuple[str, int]]:
        classes = {"releases": KG.Release, "officials": KG.Official, "agencies": KG.Agency, "events": KG.Event}
        sizes = [(name, self.count(term)) for name, term in classes.items()]
        return [*sizes, ("meetings", self.count(KG.Meeting)), ("triples", len(self))]

    def _repr_html_(self) -> str:
        cells = "".join(f"<tr><th>{escape(name)}</th><td>{count:,}</td></tr>" for name, count in self._sizes())
        return f"<table><caption>Knowledge graph</caption><tbody>{cells}</tbody></table>"

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """A copy of the graph as rdflib.Graph, made when first asked for (16 s for a million triples)."""
        from kg.export.rdf import to_rdflib

        return to_rdflib(self.store, self.prefixes)

    def query(self, name_or_text: str, **arguments: query.Argument) -> Rows:
        """Answer a named query ("who-met", person="John Lee") or a SPARQL 1.1 text.

        The names are those of ``kg query``; people, agencies and posts are given by name in any form.
        Raises kg.sparql.QueryError, kg.find.UnknownNameError and kg.find.AmbiguousNameError.

        >>> graph = KnowledgeGraph.load("tests/query/world.ttl")
        >>> graph.query("SELECT (COUNT(*) AS ?officials) { ?person a kg:Official }")[0].officials
        7
        """
        return query.run(self.store, name_or_text, arguments)

    def explain(self, person: str, other: str | None = None) -> list[why.Fact]:
        """What the graph states of a person, or of what two people took part in, with the sentences.

        Raises kg.find.UnknownNameError and kg.find.AmbiguousNameError.
        """
        return why.person(self.store, person) if other is None else why.pair(self.store, person, other)

    def who(self, person: str) -> identity.Profile:
        """The forms of a person's name, their posts over time, and why this is one person."""
        return identity.who(self.store, person)

    def unsure(self) -> list[identity.Case]:
        """The officials that may be one, pair by pair, those with most meetings first."""
        return identity.unsure(self.store)

    def network(self) -> networkx.Graph[str]:
        """People as nodes, edges weighted by the number of distinct meetings, with the evidence.

        See :func:`kg.export.network.network` for the attributes.
        """
        from kg.export.network import network

        return network(self.store)

    def page(
        self,
        *,
        title: str | None = None,
        people: str | Iterable[str] | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Page:
        """The interactive page as one HTML text, of the whole graph or of a part; a notebook displays it.

        ``title`` is the headline; ``people`` (one name or several, in any form) narrows it to these and whoever
        shared an occasion with them; ``since`` and ``until`` (ISO dates such as "2025-05", both included) to what
        took place in that time. Raises kg.find.UnknownNameError and kg.find.AmbiguousNameError.
        """
        from kg.export.page import render

        names = [people] if isinstance(people, str) else people
        chosen = None if names is None else [find(self.store, name).value for name in names]
        return render(self.store, title=title, people=chosen, since=since, until=until)

    def check(self, releases: Iterable[Release] | None = None) -> Report:
        """Validate against the SHACL shapes; with ``releases``, verify every quotation against them too."""
        from kg.check import validate, verify_sources

        report = validate(self.store)
        return report if releases is None else report + verify_sources(self.store, releases)

    def save(self, out: str | Path = "output") -> tuple[Path, Path]:
        """Write ``graph.ttl`` and ``network.html`` into the folder ``out``, and return their paths.

        Both are written whole before either takes the place of a former one. Raises OSError when the
        folder cannot be made or written.
        """
        from kg.export.turtle import write
        from kg.export.whole import replaced

        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        page = self.page().encode("utf-8")
        with ExitStack() as both:
            graph_file = both.enter_context(replaced(folder / GRAPH_FILE))
            page_file = both.enter_context(replaced(folder / PAGE_FILE))
            write((quad.triple for quad in self.store), graph_file, base=self.base)
            page_file.write(page)
        return folder / GRAPH_FILE, folder / PAGE_FILE

    def export(self, form: str, out: str | Path = "output") -> tuple[Path, ...]:
        """Write the graph in another form into the folder ``out``, and return the paths of the files.

        ``form`` is a name of :data:`kg.export.formats.FORMS`: nt, jsonld, trig, graphml, gexf, csv or parquet.
        All files are written whole before the first takes the place of a former one. Raises ValueError for an
        unknown form, kg.export.formats.MissingLibraryError for one whose library is not installed, OSError
        when the folder cannot be made or written.
        """
        from kg.export.formats import FORMS
        from kg.export.whole import replaced

        if form not in FORMS:
            raise ValueError(f"no form {form!r}; there are {', '.join(FORMS)}")
        folder = Path(out)
        folder.mkdir(parents=True, exist_ok=True)
        paths = []
        with ExitStack() as together:
            for name, content in FORMS[form].written(self.store, self.base):
                together.enter_context(replaced(folder / name)).write(content)
                paths.append(folder / name)
        return tuple(paths)
