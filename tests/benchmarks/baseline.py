"""The plain baseline that kg has to beat: a pattern for names, and "met" for everybody in one release.

A person is an honorific and at least two capitalised words. Where a release has the word "met", all its people
are principals of one meeting on the day of issue. The graph is in the terms of the ontology, so that the same ruler
measures both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import permutations

from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from kg.model import Release
from kg.vocab import INSTANCES, KG, SCHEMA

HONORIFIC = r"\b(?:Mr|Mrs|Ms|Miss|Dr|Professor|Sir|Dame|Madam)"
PERSON = re.compile(HONORIFIC + r" ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)")
MET = re.compile(r"\bmet\b")

Triple = tuple[URIRef, URIRef, URIRef | Literal]


def graph(releases: Iterable[Release]) -> Graph:
    """What the baseline makes of ``releases``."""
    found = Graph()
    for release in releases:
        for triple in statements(release):
            found.add(triple)
    return found


def statements(release: Release) -> Iterator[Triple]:
    """The triples of one release."""
    node = URIRef(f"{INSTANCES}release/{release.id}")
    yield node, RDF.type, URIRef(KG.Release)
    yield node, DCTERMS.identifier, Literal(release.id)
    people = {name: URIRef(INSTANCES + "official/" + name.lower().replace(" ", "-")) for name in names(release.text)}
    for name, person in people.items():
        yield person, RDF.type, URIRef(KG.Official)
        yield person, RDFS.label, Literal(name)
        yield node, URIRef(SCHEMA.mentions), person
    if people and MET.search(release.text):
        yield from meeting(release, node, list(people.values()))


def names(text: str) -> list[str]:
    """The distinct names after an honorific, in the order of the text.

    >>> names("Mr John Lee met Ms Sun Meijun. Mr Lee thanked Ms Sun Meijun.")
    ['John Lee', 'Sun Meijun']
    """
    return list(dict.fromkeys(PERSON.findall(text)))


def meeting(release: Release, node: URIRef, people: list[URIRef]) -> Iterator[Triple]:
    """One meeting of everybody on the day of issue."""
    event = URIRef(f"{INSTANCES}event/{release.id}/1")
    yield event, RDF.type, URIRef(KG.Meeting)
    yield event, URIRef(SCHEMA.startDate), Literal(release.day)
    yield node, URIRef(SCHEMA.mentions), event
    for number, person in enumerate(people):
        part = URIRef(f"{INSTANCES}participation/{release.id}/1/{number}")
        yield part, URIRef(KG.event), event
        yield part, URIRef(KG.participant), person
        yield part, URIRef(KG.role), URIRef(KG.Principal)
    for one, other in permutations(people, 2):
        yield one, URIRef(KG.metAsPrincipals), other
