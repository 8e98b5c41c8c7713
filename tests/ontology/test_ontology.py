"""The ontology: the terms of ``kg.vocab``, fully described, and no contradiction with a graph."""

from __future__ import annotations

from pathlib import Path

import owlrl
import pytest
import rdflib
from owlrl.Namespaces import ERRNS
from rdflib import OWL, RDF, RDFS

from kg import vocab
from kg.model import Kind, Role, Status
from kg.reference import ontology_dir
from kg.vocab import KG, PREFIXES, SKOS, terms

SAMPLE = Path(__file__).parents[2] / "output" / "graph.ttl"
VALID = Path(__file__).with_name("valid.ttl")
VANN = rdflib.Namespace("http://purl.org/vocab/vann/")


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "kg.ttl")


def _own_terms(ontology: rdflib.Graph) -> set[rdflib.URIRef]:
    return {
        subject for subject in ontology.subjects() if isinstance(subject, rdflib.URIRef) and subject.startswith(KG.BASE)
    }


def test_vocabulary_and_ontology_name_the_same_terms(ontology: rdflib.Graph) -> None:
    assert {str(term) for term in _own_terms(ontology)} == set(terms(KG))


def test_a_misspelt_term_raises() -> None:
    with pytest.raises(AttributeError, match="mett"):
        _ = KG.mett  # type: ignore[attr-defined]


def test_terms_of_other_vocabularies_are_declared(ontology: rdflib.Graph) -> None:
    used = {*terms(vocab.ORG), *terms(vocab.FOAF), *terms(vocab.PROV), *terms(vocab.OA), *terms(vocab.SCHEMA)}
    used |= {*terms(vocab.DCTERMS), *terms(SKOS)}
    assert used <= {str(subject) for subject in ontology.subjects(RDF.type)}


def test_every_term_is_described_in_both_languages(ontology: rdflib.Graph) -> None:
    header = rdflib.URIRef(KG.BASE.rstrip("#"))
    for term in _own_terms(ontology):
        labels = {label.language for label in ontology.objects(term, RDFS.label)}  # type: ignore[attr-defined]
        assert labels == {"en", "zh-Hant"}, term
        assert ontology.value(term, RDFS.comment), term
        assert ontology.value(term, RDFS.isDefinedBy) == header, term


def test_every_property_has_one_domain_and_one_range(ontology: rdflib.Graph) -> None:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in set(ontology.subjects(RDF.type, kind)) & _own_terms(ontology):
            assert len(list(ontology.objects(term, RDFS.domain))) == 1, term
            assert len(list(ontology.objects(term, RDFS.range))) == 1, term


@pytest.mark.parametrize("predicate", ["title", "abstract", "creator", "license", "created"])
def test_the_header_says_whose_it_is(ontology: rdflib.Graph, predicate: str) -> None:
    header = rdflib.URIRef(KG.BASE.rstrip("#"))
    assert (header, RDF.type, OWL.Ontology) in ontology
    assert ontology.value(header, rdflib.DCTERMS[predicate])
    assert ontology.value(header, OWL.versionIRI)
    assert str(ontology.value(header, VANN.preferredNamespacePrefix)) == "kg"
    assert str(ontology.value(header, VANN.preferredNamespaceUri)) == KG.BASE == PREFIXES["kg"]


def test_the_model_and_the_ontology_list_the_same_roles_statuses_and_kinds(ontology: rdflib.Graph) -> None:
    for listed, kind in ((Role, KG.Role), (Status, KG.Status)):
        individuals = set(ontology.subjects(RDF.type, rdflib.URIRef(kind)))
        assert individuals == {rdflib.URIRef(KG.BASE + item) for item in listed}
    kinds = set(ontology.subjects(RDFS.subClassOf, rdflib.URIRef(KG.Event)))
    assert kinds == {rdflib.URIRef(KG.BASE + kind) for kind in Kind if kind is not Kind.OTHER}


def _contradictions(ontology: rdflib.Graph, data: rdflib.Graph) -> list[str]:
    """What OWL 2 RL finds inconsistent in the closure of both."""
    closure = ontology + data
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closure)
    return sorted(str(message) for message in closure.objects(None, ERRNS.error))


@pytest.mark.parametrize("path", [VALID, SAMPLE], ids=["small graph", "sample graph"])
def test_graph_and_ontology_are_consistent(ontology: rdflib.Graph, path: Path) -> None:
    if not path.is_file():
        pytest.skip(f"{path.name} is not built yet: kg build tests/releases")
    assert _contradictions(ontology, rdflib.Graph().parse(path)) == []


@pytest.mark.parametrize(
    "contradiction",
    [
        "id:meeting a kg:Visit .",
        "id:ann a kg:Agency .",
        "id:ann kg:met id:ann .",
        "id:ann-meets kg:role kg:Speaker .",
    ],
)
def test_a_contradiction_is_found(ontology: rdflib.Graph, contradiction: str) -> None:
    data = rdflib.Graph().parse(VALID)
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    data.parse(data=prefixes + contradiction, format="turtle")
    assert _contradictions(ontology, data) != []
