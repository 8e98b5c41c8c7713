"""On whose side people took part: from the words of a release to the graph, with evidence."""

from __future__ import annotations

from datetime import date

import pyoxigraph as ox
import pytest

from kg.check import validate
from kg.extract import extract, lexicon
from kg.model import Release, Source
from kg.reference import load
from kg.resolve import resolve
from kg.triples import triples
from kg.vocab import KG, OA, PROV, RDFS, SKOS

TEXT = """Customs meet

The Minister of Ports, Ms Ingrid Solheim, met with the Mayor of Seoul, Mr Oh Jin-kyu, today (May 19). The Hong Kong \
Customs delegation was headed by the Commissioner of Customs and Excise, Mr Lau Kam-fai, who also attended the meeting.
"""


@pytest.fixture
def store() -> ox.Store:
    reference = load()
    release = Release("P1", None, "en", date(2025, 5, 19), "Customs meet", TEXT, Source("P1.txt"))
    findings = [extract(release, lexicon(reference))]
    graph = ox.Store()
    graph.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples(findings, resolve(findings, reference)))
    return graph


def values(store: ox.Store, subject: ox.NamedNode, *path: str) -> set[str]:
    """What the properties of a path lead to."""
    nodes: list[ox.NamedNode] = [subject]
    found: list[object] = []
    for term in path:
        found = [quad.object for node in nodes for quad in store.quads_for_pattern(node, ox.NamedNode(term), None)]
        nodes = [node for node in found if isinstance(node, ox.NamedNode)]
    return {str(getattr(each, "value", each)) for each in found}


def delegate(store: ox.Store) -> ox.NamedNode:
    (quad,) = store.quads_for_pattern(None, ox.NamedNode(KG.delegation), None)
    assert isinstance(quad.subject, ox.NamedNode)
    return quad.subject


def test_a_side_reaches_the_graph_with_the_words_that_tell_it(store: ox.Store) -> None:
    part = delegate(store)
    assert values(store, part, KG.participant, RDFS.label) == {"Lau Kam-fai"}
    names = values(store, part, KG.delegation, RDFS.label) | values(store, part, KG.delegation, SKOS.altLabel)
    assert "Hong Kong Customs" in names
    assert "The Hong Kong Customs delegation was headed by" in values(store, part, PROV.wasDerivedFrom, OA.exact)
    assert validate(store).ok


def test_a_side_without_words_of_its_own_is_a_violation(store: ox.Store) -> None:
    part = delegate(store)
    proofs = list(store.quads_for_pattern(part, ox.NamedNode(PROV.wasDerivedFrom), None))
    for quad in proofs[1:]:
        store.remove(quad)
    assert any("a side needs evidence" in str(one) for one in validate(store).violations)
