"""KnowledgeGraph: rdflib, networkx, page, saving."""

from __future__ import annotations

import json
import re

import networkx as nx
import pytest
import rdflib

import kg
from kg import KnowledgeGraph
from kg.find import AmbiguousNameError, UnknownNameError
from kg.vocab import KG


@pytest.fixture(scope="module")
def graph(world_file):
    return kg.load(world_file)


def test_rdf_is_the_same_graph_in_rdflib(graph, world_file):
    assert isinstance(graph.rdf, rdflib.Graph)
    assert set(graph.rdf) == set(rdflib.Graph().parse(world_file))
    assert graph.rdf.query("ASK { ?a kg:met ?b }").askAnswer is True  # prefixes are bound


def test_rdf_keeps_language_and_datatype(tmp_path):
    path = tmp_path / "odd.ttl"
    path.write_text(
        '<http://a/s> <http://a/p> "2025-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>, "x"@zh-Hant, "y", 7 .'
    )
    assert set(kg.load(path).rdf) == set(rdflib.Graph().parse(path))


def test_network_is_people_weighted_by_meetings(graph):
    network = graph.network()
    assert isinstance(network, nx.Graph)
    ids = "https://w3id.org/who-met-whom/id/official/"
    assert network.edges[ids + "ann-au", ids + "ben-bo"]["weight"] == 2
    assert not network.has_edge(ids + "ann-au", ids + "eve-ng")


def test_save_and_load_give_the_same_graph_and_the_same_bytes(graph, tmp_path):
    turtle, page = graph.save(tmp_path / "new" / "folder")
    again = KnowledgeGraph.load(turtle)
    assert set(again.store) == set(graph.store)
    assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    before = turtle.read_bytes(), page.read_bytes()
    again.save(turtle.parent)
    assert (turtle.read_bytes(), page.read_bytes()) == before
    assert sorted(path.name for path in turtle.parent.iterdir()) == ["graph.ttl", "network.html"]


def test_representations(graph):
    assert "7 officials" in repr(graph)
    assert "<th>meetings</th><td>4</td>" in graph._repr_html_()
    assert len(graph) == len(graph.store)
    assert graph.count(KG.Official) == 7


def test_a_broken_graph_does_not_pass_the_check(graph):
    report = graph.check()
    assert not report.ok  # the small world leaves out much of what a built graph has
    assert all(violation.focus and violation.reason for violation in report.violations)


def test_the_verbs_are_few():
    assert sorted(kg.__all__) == ["KnowledgeGraph", "build", "extract", "load", "read"]
    assert all(getattr(kg, name).__doc__ for name in kg.__all__)


def test_verbs_stay_functions_after_their_packages_are_imported():
    from kg.extract import lexicon  # noqa: F401
    from kg.read import scan  # noqa: F401

    assert callable(kg.read)
    assert callable(kg.extract)


def test_build_from_python(sample):
    graph = kg.build(sample)
    assert graph.report.releases == 1
    assert graph.report.problems == ()
    assert graph.report.meetings == graph.count(KG.Meeting) == 1
    assert graph.query("who-met", person="Sun Meijun")[0].name == "John Lee"


def test_a_base_of_ones_own(sample):
    seen = []
    graph = kg.build([sample], base="https://example.org/people/", progress=seen.append)
    assert len(seen) == 1
    assert graph.query("who-met", person="John Lee")[0].official.startswith(
        "https://example.org/people/official/sun-meijun--"
    )
    assert {str(s).startswith("https://example.org/people/") for s in graph.rdf.subjects()} == {True}
    with pytest.raises(ValueError, match="base 'people' is not an absolute IRI"):
        kg.build([sample], base="people")


def people_in(page):
    """The officials that a page knows."""
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1]
    names, *rows = json.loads(data)["officials"]
    return {row[names.index("label")] for row in rows}


def test_a_page_of_a_part_takes_names_as_queries_do(graph):
    page = graph.page(title="Ben & company", people=["Dr BEN BO"], since="2025-05", until="2025-05-31")
    assert '<h1 id="headline">Ben &amp; company</h1>' in page
    assert people_in(page) == {"Ann Au", "Ben Bo", "Cy Chan"}
    assert people_in(graph.page(people="ben-bo", until="2024")) == {"Ben Bo"}
    assert len(people_in(graph.page())) == 6  # two of the seven have one name
    with pytest.raises(UnknownNameError, match="nearest:\n  Ben Bo"):
        graph.page(people=["Ben Boo"])
    with pytest.raises(AmbiguousNameError):
        graph.page(people="Lee Ming")


def test_a_notebook_displays_a_page(graph):
    shown = graph.page(people="Ben Bo")._repr_html_()
    assert shown.startswith("<iframe ")
    assert "&lt;!doctype html&gt;" in shown
