"""Every form a graph is handed on in, read back by the library that its users would take."""

from __future__ import annotations

import csv
import hashlib
import io
import sys
from collections.abc import Mapping
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from pyarrow import parquet
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

import kg
from kg.command import ExportForm
from kg.export.formats import FORMS, MissingLibraryError
from kg.export.records import read
from kg.export.tables import Table, tables
from kg.graph import KnowledgeGraph
from kg.vocab import KG, PROV

SHARED = DATASET_DEFAULT_GRAPH_ID


@pytest.fixture(scope="module")
def graph(sample: Path) -> KnowledgeGraph:
    return kg.build(sample)


@pytest.fixture(scope="module")
def made(graph: KnowledgeGraph) -> Mapping[str, Mapping[str, bytes]]:
    """Form to file name to content."""
    return {name: dict(form.written(graph.store, graph.base)) for name, form in FORMS.items()}


def test_the_command_line_offers_all_of_them() -> None:
    assert list(ExportForm) == list(FORMS)


def as_set(data: rdflib.Graph) -> set[tuple[str, ...]]:
    return {tuple(term.n3().lower() if isinstance(term, rdflib.Literal) else term.n3() for term in t) for t in data}


@pytest.mark.parametrize(("form", "parser"), [("nt", "nt"), ("jsonld", "json-ld")])
def test_rdf_is_read_back_whole(graph: KnowledgeGraph, made, form: str, parser: str) -> None:
    (content,) = made[form].values()
    assert as_set(rdflib.Graph().parse(data=content, format=parser)) == as_set(graph.rdf)


def test_n_triples_are_sorted_lines(graph: KnowledgeGraph, made) -> None:
    lines = made["nt"]["graph.nt"].splitlines()
    assert lines == sorted(set(lines))
    assert len(lines) == len(graph)


def test_trig_keeps_what_a_release_says_in_its_own_graph(graph: KnowledgeGraph, made, sample: Path) -> None:
    data = rdflib.Dataset(default_union=False).parse(data=made["trig"]["graph.trig"], format="trig")
    home = rdflib.URIRef(f"{graph.base}release/{next(kg.read(sample)).id}")
    quads = [(s, p, o, g) for s, p, o, g in data.quads()]
    assert {g for *_, g in quads} == {SHARED, home}
    assert as_set((s, p, o) for s, p, o, _ in quads) == as_set(graph.rdf)
    own = [(s, p, o) for s, p, o, g in quads if g == home]
    shared = [(s, p, o) for s, p, o, g in quads if g == SHARED]
    classes = {term: {s for s, _, o in own if o == rdflib.URIRef(term)} for term in (KG.Event, KG.Evidence)}
    assert all(classes.values())
    assert not {s for s, *_ in shared} & set.union(*classes.values()), "an event or a quotation outside its release"
    assert {p for _, p, o in shared if o in classes[KG.Evidence]} == set()
    assert (None, rdflib.URIRef(PROV.wasDerivedFrom)) not in {(None, p) for _, p, _ in shared}
    assert any(p == rdflib.URIRef(KG.met) for _, p, _ in shared)


def reread(form: str, content: bytes) -> nx.Graph:
    return (nx.read_graphml if form == "graphml" else nx.read_gexf)(io.BytesIO(content))


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_the_network_is_read_back(graph: KnowledgeGraph, made, form: str) -> None:
    (content,) = made[form].values()
    network, again = graph.network(), reread(form, content)
    assert set(again) == set(network)
    assert {frozenset(edge) for edge in again.edges} == {frozenset(edge) for edge in network.edges}
    for one, other, about in network.edges(data=True):
        kept = again.edges[one, other]
        assert [float(kept[name]) for name in ("weight", "met")] == [about["weight"], about["met"]]
    assert {about["label"] for _, about in again.nodes(data=True)} == {a["label"] for _, a in network.nodes(data=True)}


def cells(table: Table) -> list[list[str]]:
    plain = {True: "true", False: "false", None: ""}
    return [[plain[c] if c is None or isinstance(c, bool) else str(c) for c in row] for row in table.rows]


def test_csv_is_read_back(graph: KnowledgeGraph, made) -> None:
    known = tables(read(graph.store))
    assert list(made["csv"]) == [f"{table.name}.csv" for table in known]
    for table in known:
        head, *rows = csv.reader(io.StringIO(made["csv"][f"{table.name}.csv"].decode(), newline=""))
        assert (tuple(head), rows) == (table.columns, cells(table))


def test_parquet_is_read_back_with_its_types(graph: KnowledgeGraph, made) -> None:
    for table in tables(read(graph.store)):
        again = parquet.read_table(io.BytesIO(made["parquet"][f"{table.name}.parquet"]))
        assert tuple(again.column_names) == table.columns
        assert [tuple(row.values()) for row in again.to_pylist()] == list(table.rows)


def test_the_tables_can_be_joined_and_say_who_met(graph: KnowledgeGraph) -> None:
    by_name = {
        table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        for table in tables(read(graph.store))
    }
    ids = {
        kind: {row["id"] for row in by_name[kind]} for kind in ("releases", "agencies", "posts", "officials", "events")
    }
    assert {row["official"] for row in by_name["participations"]} <= ids["officials"]
    assert {row["event"] for row in by_name["participations"]} == ids["events"]
    assert {row["post"] for row in by_name["tenures"]} <= ids["posts"]
    assert {row["agency"] for row in by_name["posts"]} - {None} <= ids["agencies"]
    met = [row for row in by_name["pairs"] if row["metAsPrincipals"]]
    assert [(row["oneName"], row["otherName"], row["met"], row["first"]) for row in met] == [
        ("John Lee", "Sun Meijun", 1, "2025-05-19")
    ]
    assert all(
        row["releases"] and row["words"] for kind in ("tenures", "events", "participations") for row in by_name[kind]
    )


@pytest.mark.parametrize("form", FORMS)
def test_the_same_graph_gives_the_same_bytes(graph: KnowledgeGraph, made, form: str, tmp_path: Path) -> None:
    graph.save(tmp_path)
    again = KnowledgeGraph.load(tmp_path / "graph.ttl")
    digests = [
        {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
        for files in (made[form], dict(FORMS[form].written(again.store, again.base)))
    ]
    assert digests[0] == digests[1]


def test_files_are_written_into_the_folder(graph: KnowledgeGraph, made, tmp_path: Path) -> None:
    paths = graph.export("csv", tmp_path / "new" / "folder")
    assert {path.name: path.read_bytes() for path in paths} == made["csv"]
    with pytest.raises(ValueError, match="no form 'xlsx'; there are nt,"):
        graph.export("xlsx", tmp_path)


def test_a_missing_library_is_named_with_the_way_to_get_it(graph: KnowledgeGraph, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingLibraryError, match=r"pip install 'kg\[parquet\]'"):
        dict(FORMS["parquet"].written(graph.store, graph.base))
