"""The checks: what they find, and that they find nothing where nothing is wrong."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pyoxigraph as ox
import pytest
from golds import gold_findings, gold_folders
from test_turtle import FACTS, tiny, tiny_turtle

from kg.check import Report, validate, verify_sources
from kg.reference import load, ontology_dir
from kg.resolve import resolve
from kg.triples import triples
from kg.vocab import KG, OA, PROV

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix kg: <https://w3id.org/who-met-whom/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
kg:EventShape a sh:NodeShape ; sh:targetClass kg:Event ;
    sh:property [ sh:path prov:wasDerivedFrom ; sh:minCount 1 ; sh:message "an event needs evidence" ] .
"""


@pytest.fixture
def store() -> ox.Store:
    findings = tiny()
    graph = ox.Store()
    graph.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples(findings, resolve(findings, FACTS)))
    return graph


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    path = tmp_path / "shapes.ttl"
    path.write_text(SHAPES)
    return path


def shapes_of_the_project() -> Path:
    path = ontology_dir() / "shapes.ttl"
    if not path.is_file():
        pytest.skip("the shapes are not written yet")
    return path


def test_a_violation_has_focus_node_path_and_reason(store: ox.Store, shapes: Path) -> None:
    assert validate(store, shapes).ok
    event = next(store.quads_for_pattern(None, None, ox.NamedNode(KG.Meeting))).subject
    assert isinstance(event, ox.NamedNode)
    for quad in list(store.quads_for_pattern(event, ox.NamedNode(PROV.wasDerivedFrom), None)):
        store.remove(quad)
    report = validate(store, shapes)
    assert not report.ok
    assert [(one.focus, one.path) for one in report.violations] == [(event.value, PROV.wasDerivedFrom)]
    assert "an event needs evidence" in str(report.violations[0])


def test_a_file_is_validated_like_a_store(tmp_path: Path, shapes: Path, store: ox.Store) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(tiny_turtle(tiny()))
    assert validate(path, shapes) == validate(store, shapes) == Report(len(store), ())


def test_the_tiny_graph_has_the_project_s_shapes(store: ox.Store) -> None:
    assert [str(one) for one in validate(store, shapes_of_the_project()).violations] == []


def test_the_golds_have_the_project_s_shapes(corpus: Path) -> None:
    shapes_of_the_project()
    findings = [one for folder in gold_folders(corpus) for one in gold_findings(folder)]
    graph = ox.Store()
    graph.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples(findings, resolve(findings, load())))
    assert [str(one) for one in validate(graph).violations] == []


def test_every_quotation_is_verified(store: ox.Store) -> None:
    report = verify_sources(store, (one.release for one in tiny()))
    assert report.ok
    assert report.checked == sum(1 for _ in store.quads_for_pattern(None, ox.NamedNode(KG.inRelease), None))


@pytest.mark.parametrize("term", [OA.exact, OA.prefix, OA.suffix, OA.start, OA.end])
def test_a_changed_quotation_is_named(store: ox.Store, term: str) -> None:
    quad = max(
        store.quads_for_pattern(None, ox.NamedNode(term), None), key=lambda quad: len(getattr(quad.object, "value", ""))
    )
    store.remove(quad)
    store.add(ox.Quad(quad.subject, quad.predicate, ox.Literal("99999")))
    report = verify_sources(store, (one.release for one in tiny()))
    assert {one.focus for one in report.violations} == {getattr(quad.subject, "value", None)}


def test_a_quotation_that_lost_its_words_is_named(store: ox.Store) -> None:
    quad = next(store.quads_for_pattern(None, ox.NamedNode(OA.exact), None))
    store.remove(quad)
    assert not verify_sources(store, (one.release for one in tiny())).ok


def test_a_changed_release_is_named(store: ox.Store) -> None:
    releases = [dataclasses.replace(one.release, text="." + one.release.text) for one in tiny()]
    assert len(verify_sources(store, releases).violations) > 1


def test_a_missing_release_is_named(store: ox.Store) -> None:
    report = verify_sources(store, [tiny()[0].release])
    assert [one.focus for one in report.violations] == ["P2025052000002"]
    assert "was not among the inputs" in report.violations[0].reason


def test_reports_add_up(store: ox.Store) -> None:
    whole = verify_sources(store, [one.release for one in tiny()])
    missing = verify_sources(store, [])
    assert (whole + missing).violations == missing.violations
    assert (whole + missing).checked == whole.checked
