"""From the embedded store to rdflib, for users of that library."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pyoxigraph as ox
import rdflib

from kg.vocab import XSD


def to_rdflib(store: ox.Store, prefixes: Mapping[str, str]) -> rdflib.Graph:
    """A new rdflib.Graph in memory with the triples of the store, and these prefixes bound.

    >>> len(to_rdflib(ox.Store(), {}))
    0
    """
    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace, replace=True)
    term = lru_cache(maxsize=1 << 16)(_term)
    graph.addN((term(quad.subject), term(quad.predicate), term(quad.object), graph) for quad in store)
    return graph


Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Node = rdflib.URIRef | rdflib.BNode | rdflib.Literal


def _term(term: Term) -> Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.Literal):
        return _literal(term)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    raise ValueError(f"{term}: rdflib knows no triples about triples")


def _literal(term: ox.Literal) -> rdflib.Literal:
    """The lexical form is kept as it is."""
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == XSD.string:
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
