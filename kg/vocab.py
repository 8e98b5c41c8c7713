"""The terms that the graph uses, as closed namespaces: a misspelt term raises, and mypy sees it.

A term is its IRI as a plain ``str``, so it fits ``pyoxigraph.NamedNode`` and ``rdflib.URIRef`` alike and
importing this module loads neither. ``ontology/kg.ttl`` defines the same terms of :class:`KG`; a test
holds both equal.

>>> KG.met
'https://w3id.org/who-met-whom/ontology#met'
>>> KG.mett
Traceback (most recent call last):
    ...
AttributeError: type object 'KG' has no attribute 'mett'
"""
# ruff: noqa: N815 - the names are those of the vocabularies

from __future__ import annotations

from typing import ClassVar

INSTANCES = "https://w3id.org/who-met-whom/id/"
"""Where the IRIs of officials, agencies, events ... begin, unless ``--base`` says otherwise."""


class Namespace:
    """A closed vocabulary: every annotated name of a subclass becomes ``BASE`` + name."""

    BASE: ClassVar[str]

    def __init_subclass__(cls, *, base: str) -> None:
        cls.BASE = base
        for name in cls.__annotations__:
            setattr(cls, name, base + name)


class KG(Namespace, base="https://w3id.org/who-met-whom/ontology#"):
    """Who met whom: the project's own terms, defined in ``ontology/kg.ttl``."""

    # classes
    Release: str
    Official: str
    Agency: str
    Tenure: str
    Participation: str
    Place: str
    Evidence: str
    Judgement: str
    Role: str
    Status: str
    Event: str
    Meeting: str
    Visit: str
    Ceremony: str
    Conference: str
    Reception: str
    Signing: str
    Briefing: str
    Speech: str
    Appointment: str
    # named individuals: roles and statuses
    Principal: str
    Speaker: str
    Attendee: str
    Held: str
    Scheduled: str
    Recalled: str
    Cancelled: str
    # properties between things
    post: str
    participant: str
    event: str
    role: str
    inPost: str
    delegation: str
    status: str
    inRelease: str
    met: str
    metAsPrincipals: str
    coAttended: str
    about: str
    # properties with values
    verdict: str
    score: str
    reason: str
    postNominal: str
    jurisdiction: str
    acting: str
    firstSeen: str
    lastSeen: str
    topic: str
    rule: str
    validFrom: str
    validUntil: str
    demonym: str


class ORG(Namespace, base="http://www.w3.org/ns/org#"):
    """W3C Organization Ontology."""

    Organization: str
    Post: str
    Membership: str
    member: str
    organization: str
    postIn: str
    subOrganizationOf: str


class FOAF(Namespace, base="http://xmlns.com/foaf/0.1/"):
    """Friend of a Friend: people."""

    Person: str
    title: str


class PROV(Namespace, base="http://www.w3.org/ns/prov#"):
    """PROV-O: provenance."""

    Entity: str
    wasDerivedFrom: str


class OA(Namespace, base="http://www.w3.org/ns/oa#"):
    """Web Annotation: selectors by position and by quotation."""

    TextPositionSelector: str
    TextQuoteSelector: str
    start: str
    end: str
    exact: str
    prefix: str
    suffix: str


class SCHEMA(Namespace, base="https://schema.org/"):
    """schema.org."""

    NewsArticle: str
    Event: str
    Place: str
    Country: str
    State: str
    City: str
    AdministrativeArea: str
    CivicStructure: str
    url: str
    mentions: str
    startDate: str
    endDate: str
    location: str
    superEvent: str
    containedInPlace: str


class DCTERMS(Namespace, base="http://purl.org/dc/terms/"):
    """Dublin Core terms."""

    identifier: str
    title: str
    issued: str
    language: str
    publisher: str
    isReplacedBy: str


class SKOS(Namespace, base="http://www.w3.org/2004/02/skos/core#"):
    """SKOS: other labels and notations."""

    altLabel: str
    hiddenLabel: str
    notation: str
    prefLabel: str


class OWL(Namespace, base="http://www.w3.org/2002/07/owl#"):
    """OWL: what corrections state."""

    sameAs: str
    differentFrom: str


class RDF(Namespace, base="http://www.w3.org/1999/02/22-rdf-syntax-ns#"):
    """RDF."""

    type: str
    langString: str


class RDFS(Namespace, base="http://www.w3.org/2000/01/rdf-schema#"):
    """RDF Schema."""

    label: str
    comment: str


class XSD(Namespace, base="http://www.w3.org/2001/XMLSchema#"):
    """Datatypes of literals."""

    string: str
    boolean: str
    integer: str
    decimal: str
    date: str
    dateTime: str
    gYear: str
    gYearMonth: str
    anyURI: str


PREFIXES: dict[str, str] = {
    "dcterms": DCTERMS.BASE,
    "foaf": FOAF.BASE,
    "id": INSTANCES,
    "kg": KG.BASE,
    "oa": OA.BASE,
    "org": ORG.BASE,
    "owl": OWL.BASE,
    "prov": PROV.BASE,
    "rdf": RDF.BASE,
    "rdfs": RDFS.BASE,
    "schema": SCHEMA.BASE,
    "skos": SKOS.BASE,
    "xsd": XSD.BASE,
}
"""Prefix to namespace, for Turtle and SPARQL, in the order of the alphabet."""


def terms(namespace: type[Namespace]) -> tuple[str, ...]:
    """The IRIs of all terms of a namespace, in the order written.

    >>> terms(OWL)
    ('http://www.w3.org/2002/07/owl#sameAs', 'http://www.w3.org/2002/07/owl#differentFrom')
    """
    return tuple(namespace.BASE + name for name in namespace.__annotations__)
