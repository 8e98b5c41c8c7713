"""What the store says of one node: its values, and what it is joined with."""

from __future__ import annotations

import pyoxigraph as ox

from kg.rows import Value, value
from kg.vocab import RDF

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def values(store: ox.Store, subject: ox.NamedNode, term: str) -> list[Node]:
    """All values of a property."""
    return [quad.object for quad in store.quads_for_pattern(subject, ox.NamedNode(term), None)]


def objects(store: ox.Store, subject: ox.NamedNode, term: str) -> list[ox.NamedNode]:
    """The things that a property leads to, in the order of their IRIs."""
    found = [each for each in values(store, subject, term) if isinstance(each, ox.NamedNode)]
    return sorted(found, key=lambda each: each.value)


def kinds(store: ox.Store, node: ox.NamedNode) -> list[ox.NamedNode]:
    """The classes of a thing."""
    return objects(store, node, RDF.type)


def subjects(store: ox.Store, term: str, node: ox.NamedNode) -> list[ox.NamedNode]:
    """The things whose property leads to this one, in the order of their IRIs."""
    found = [quad.subject for quad in store.quads_for_pattern(None, ox.NamedNode(term), node)]
    return sorted((each for each in found if isinstance(each, ox.NamedNode)), key=lambda each: each.value)


def text(store: ox.Store, subject: ox.NamedNode, term: str) -> str:
    """The one value as written, the first in the alphabet if there are several, "" if there is none."""
    return min((lexical(each) for each in values(store, subject, term)), default="")


def one(store: ox.Store, subject: ox.NamedNode, term: str) -> Value:
    """The one value as a Python value, None if there is none."""
    return next((value(each) for each in values(store, subject, term)), None)


def lexical(term: Node) -> str:
    """A term as text."""
    return str(term) if isinstance(term, ox.Triple) else term.value


def local(iri: str) -> str:
    """The part of an IRI after the hash."""
    return iri.rpartition("#")[2]
