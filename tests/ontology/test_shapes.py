"""The shapes: what is right passes, and every shape is broken by one small change."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import RDF, SH

from kg.reference import ontology_dir
from kg.vocab import PREFIXES

SHAPE = "https://w3id.org/who-met-whom/shapes#"
RELEASE = "<https://w3id.org/who-met-whom/id/release/P1>"

BREAKS = {
    "Place-containedInPlace": "INSERT DATA { id:house schema:containedInPlace id:ann }",
    "Judgement": "INSERT DATA { id:ann-is-one kg:about id:ben }",
    "Judgement-about": "INSERT DATA { id:ann-is-one kg:about id:hall }",
    "Judgement-verdict": "INSERT DATA { id:ann-or-ben kg:verdict 'PERHAPS' }",
    "Judgement-score": "INSERT DATA { id:ann-or-ben kg:score 'high' }",
    "Judgement-reason": "DELETE DATA { id:ann-is-one kg:reason 'both hold the post Secretary for Health'@en }",
    "label": "DELETE DATA { id:ann rdfs:label 'Ann Au'@en, '區安'@zh-Hant }",
    "label: twice in a language": "INSERT DATA { id:ann rdfs:label 'Anna Au'@en }",
    "label: no language": "INSERT DATA { id:ann rdfs:label 'Ann Au' }",
    "otherLabel": "INSERT DATA { id:ann skos:altLabel 'Au' }",
    "abbreviation": "INSERT DATA { id:government skos:notation 'G' }",
    "jurisdiction": "INSERT DATA { id:secretary kg:jurisdiction 'Hong Kong' }",
    "evidence: none for a tenure": "DELETE DATA { id:tenure prov:wasDerivedFrom id:evidence }",
    "evidence: none for an event": "DELETE DATA { id:meeting prov:wasDerivedFrom id:evidence }",
    "evidence: none for a participation": "DELETE DATA { id:ben-meets prov:wasDerivedFrom id:evidence }",
    "evidence: no evidence": "INSERT DATA { id:tenure prov:wasDerivedFrom id:house }",
    "Release": f"INSERT {{ _:b ?p ?o }} WHERE {{ {RELEASE} ?p ?o }}",
    "Release-identifier": f"INSERT DATA {{ {RELEASE} dcterms:identifier 'P2' }}",
    "Release-title": f"DELETE DATA {{ {RELEASE} dcterms:title 'SH meets visitor'@en }}",
    "Release-issued": f"INSERT DATA {{ {RELEASE} dcterms:issued '2025-05-19' }}",
    "Release-language": f"INSERT DATA {{ {RELEASE} dcterms:language 'English' }}",
    "Release-publisher": f"INSERT DATA {{ {RELEASE} dcterms:publisher id:ann }}",
    "Release-url": f"INSERT DATA {{ {RELEASE} schema:url 'https://example.org/P2' }}",
    "mentioned": f"INSERT DATA {{ {RELEASE} schema:mentions id:house }}",
    "Official": "INSERT { _:b ?p ?o } WHERE { id:cy ?p ?o }",
    "Official-title": "INSERT DATA { id:ann foaf:title 'Ms'@en }",
    "Official-postNominal": "INSERT DATA { id:ann kg:postNominal '' }",
    "Official-inCapacity": "INSERT DATA { id:dan a kg:Official ; rdfs:label 'Dan'@en }",
    "Official-met": "INSERT DATA { id:ann kg:met id:hall . id:hall kg:met id:ann }",
    "Official-coAttended": "INSERT DATA { id:ann kg:coAttended id:hall . id:hall kg:coAttended id:ann }",
    "Official-met-symmetric": "DELETE DATA { id:ben kg:met id:ann }",
    "Official-metAsPrincipals-symmetric": "DELETE DATA { id:ben kg:metAsPrincipals id:ann }",
    "Official-coAttended-symmetric": "DELETE DATA { id:cy kg:coAttended id:ann }",
    "Official-metAsPrincipals-met": "DELETE DATA { id:ben kg:met id:ann . id:ann kg:met id:ben }",
    "Agency": "INSERT { _:b ?p ?o } WHERE { id:hall ?p ?o }",
    "Agency-subOrganizationOf": "INSERT DATA { id:government org:subOrganizationOf id:house }",
    "Post": "INSERT { _:b ?p ?o } WHERE { id:secretary ?p ?o }",
    "Post-postIn": "INSERT DATA { id:secretary org:postIn id:government }",
    "Tenure": "INSERT { _:b ?p ?o } WHERE { id:tenure ?p ?o }",
    "Tenure-member": "INSERT DATA { id:tenure org:member id:ben }",
    "Tenure-post": "DELETE DATA { id:tenure kg:post id:secretary }",
    "Tenure-organization": "INSERT DATA { id:tenure org:organization id:house }",
    "Tenure-acting": "DELETE DATA { id:tenure kg:acting false }",
    "Tenure-firstSeen": "DELETE DATA { id:tenure kg:firstSeen '2025-05-19'^^xsd:date }",
    "Tenure-lastSeen": "INSERT DATA { id:tenure kg:lastSeen '2025-05-20'^^xsd:date }",
    "Tenure-firstSeen-order": "INSERT DATA { id:tenure kg:firstSeen '2025-05-20'^^xsd:date }",
    "Event": "INSERT { _:b ?p ?o . ?s ?q _:b } WHERE { id:visit ?p ?o . ?s ?q id:visit }",
    "Event-order": "INSERT DATA { id:meeting schema:startDate '2025-05-20'^^xsd:date }",
    "Event-kind": "INSERT DATA { id:meeting a kg:Visit }",
    "Event-status": "INSERT DATA { id:meeting kg:status kg:Scheduled }",
    "Event-startDate": "INSERT DATA { id:visit schema:startDate 'in May' }",
    "Event-endDate": "INSERT DATA { id:visit schema:endDate '2025-05-21'^^xsd:date }",
    "Event-location": "INSERT DATA { id:visit schema:location id:hall }",
    "Event-topic": "INSERT DATA { id:visit kg:topic 'health' }",
    "Event-superEvent": "INSERT DATA { id:visit schema:superEvent id:house }",
    "Event-participation": "DELETE { ?s kg:event id:visit } WHERE { ?s kg:event id:visit }",
    "Participation": "INSERT { _:b ?p ?o } WHERE { id:cy-visits ?p ?o }",
    "Participation-participant": "INSERT DATA { id:cy-visits kg:participant id:ben }",
    "Participation-event": "DELETE DATA { id:cy-visits kg:event id:visit }",
    "Participation-role": "INSERT DATA { id:cy-visits kg:role kg:Held }",
    "Participation-inPost": "INSERT DATA { id:cy-visits kg:inPost id:tenure }",
    "Participation-delegation": "INSERT DATA { id:ann-meets kg:delegation id:government }",
    "Participation-delegation-evidence": "DELETE DATA { id:ann-meets prov:wasDerivedFrom id:side-evidence }",
    "Place": "INSERT { _:b ?p ?o } WHERE { id:house ?p ?o }",
    "Evidence": "INSERT { _:b ?p ?o } WHERE { id:evidence ?p ?o }",
    "Evidence-inRelease": f"DELETE DATA {{ id:evidence kg:inRelease {RELEASE} }}",
    "Evidence-start": "DELETE { id:evidence oa:start 0 } INSERT { id:evidence oa:start -1 } WHERE {}",
    "Evidence-end": "INSERT DATA { id:evidence oa:end 9.5 }",
    "Evidence-start-order": "DELETE { id:evidence oa:end 8 } INSERT { id:evidence oa:end 0 } WHERE {}",
    "Evidence-exact": "DELETE DATA { id:evidence oa:exact 'SH meets' }",
    "Evidence-prefix": "INSERT DATA { id:evidence oa:prefix 'The ' }",
    "Evidence-suffix": "INSERT DATA { id:evidence oa:suffix ' nobody' }",
    "Evidence-rule": "DELETE DATA { id:evidence kg:rule 'title' }",
    "Role": "INSERT DATA { id:guest a kg:Role }",
    "Status": "INSERT DATA { id:postponed a kg:Status }",
}
"""One small change each, by the name of the shape that it breaks (and what is special about it)."""


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "shapes.ttl")


@cache
def _ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "kg.ttl")


def broken_shapes(data: rdflib.Graph) -> set[str]:
    """The names of the shapes that the graph violates."""
    _, results, _ = pyshacl.validate(data, shacl_graph=_shapes(), ont_graph=_ontology())
    assert isinstance(results, rdflib.Graph)
    return {str(shape).removeprefix(SHAPE) for shape in results.objects(None, SH.sourceShape)}


@pytest.fixture
def valid() -> rdflib.Graph:
    """A graph that violates nothing, to be changed at will."""
    return rdflib.Graph().parse(Path(__file__).with_name("valid.ttl"))


def test_a_valid_graph_passes(valid: rdflib.Graph) -> None:
    assert broken_shapes(valid) == set()


@pytest.mark.parametrize("name", BREAKS)
def test_a_small_break_is_seen(valid: rdflib.Graph, name: str) -> None:
    valid.update("".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items()) + BREAKS[name])
    assert name.partition(":")[0] in broken_shapes(valid)


def test_every_shape_is_broken_once() -> None:
    named = {
        str(shape).removeprefix(SHAPE)
        for kind in (SH.NodeShape, SH.PropertyShape)
        for shape in _shapes().subjects(RDF.type, kind)
    }
    assert named == {name.partition(":")[0] for name in BREAKS}


def test_every_shape_says_in_words_what_is_wrong() -> None:
    for kind in (SH.NodeShape, SH.PropertyShape):
        for shape in _shapes().subjects(RDF.type, kind):
            assert _shapes().value(shape, SH.message), shape


def test_the_shapes_are_shacl() -> None:
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=_shapes(), meta_shacl=True)
    assert conforms, text
