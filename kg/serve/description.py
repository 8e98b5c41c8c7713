"""What the endpoint says of itself: https://www.w3.org/TR/sparql11-service-description/."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from kg.serve.protocol import GRAPHS
from kg.vocab import DCTERMS, RDF, XSD

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)
"""Names under http://www.w3.org/ns/formats/, the W3C's list of file formats."""

DESCRIBED = tuple(media for media in GRAPHS if media != "text/plain")
"""Media types in which the description is to be had, the preferred one first."""


def service(endpoint: str, triples: int, prefixes: Sequence[str]) -> Iterator[ox.Triple]:
    """The description of the service at this address, which holds so many triples of these vocabularies."""
    itself, dataset, graph = (ox.NamedNode(endpoint + part) for part in ("", "#dataset", "#graph"))

    def says(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
        return ox.Triple(subject, ox.NamedNode(predicate), value)

    yield says(itself, RDF.type, ox.NamedNode(f"{SD}Service"))
    yield says(itself, f"{SD}endpoint", itself)
    yield says(itself, f"{SD}supportedLanguage", ox.NamedNode(f"{SD}SPARQL11Query"))
    for name in FORMATS:
        yield says(itself, f"{SD}resultFormat", ox.NamedNode(f"http://www.w3.org/ns/formats/{name}"))
    yield says(itself, f"{SD}defaultDataset", dataset)
    yield says(dataset, RDF.type, ox.NamedNode(f"{SD}Dataset"))
    yield says(dataset, DCTERMS.title, ox.Literal("Who met whom", language="en"))
    yield says(dataset, f"{SD}defaultGraph", graph)
    yield says(graph, RDF.type, ox.NamedNode(f"{SD}Graph"))
    yield says(graph, f"{VOID}triples", ox.Literal(str(triples), datatype=ox.NamedNode(XSD.integer)))
    for namespace in prefixes:
        yield says(graph, f"{VOID}vocabulary", ox.NamedNode(namespace))
