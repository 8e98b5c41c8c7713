"""What the graph says of things that releases share: one function for each kind of thing."""

from __future__ import annotations

from functools import singledispatch

from kg.triples.judgements import judge
from kg.triples.mint import N, Sink, segment
from kg.triples.things import Agency, Alias, Judged, Names, Official, Place, Post, Tenure, Thing
from kg.vocab import DCTERMS, FOAF, KG, ORG, OWL, RDF, RDFS, SCHEMA, SKOS, XSD


@singledispatch
def state(thing: Thing, sink: Sink[N]) -> None:
    """State all of a thing."""
    raise TypeError(f"nothing is stated of {thing!r} into {sink!r}")


def _identity(sink: Sink[N], kind: str, cls: str, key: str, names: Names) -> N:
    node = sink.thing(kind, key)
    sink.say(node, RDF.type, sink.term(cls))
    labelled: set[str] = set()
    for text, lang in names:
        naming = SKOS.altLabel if lang in labelled else RDFS.label
        labelled.add(lang)
        sink.say(node, naming, sink.text(text, lang))
    return node


@state.register
def _(thing: Official, sink: Sink[N]) -> None:
    node = _identity(sink, "official", KG.Official, thing.key, thing.names)
    for title in thing.titles:
        sink.say(node, FOAF.title, sink.text(title))
    for letters in thing.post_nominals:
        sink.say(node, KG.postNominal, sink.text(letters))
    for predicate, others in thing.edges.items():
        for other in others:
            sink.say(node, predicate, sink.thing("official", other))


@state.register
def _(thing: Agency, sink: Sink[N]) -> None:
    node = _identity(sink, "agency", KG.Agency, thing.key, thing.names)
    if thing.abbreviation:
        sink.say(node, SKOS.notation, sink.text(thing.abbreviation))
    if thing.jurisdiction:
        sink.say(node, KG.jurisdiction, sink.text(thing.jurisdiction))
    if thing.parent:
        sink.say(node, ORG.subOrganizationOf, sink.thing("agency", thing.parent))
    if thing.until:
        sink.say(node, KG.validUntil, sink.typed(thing.until.isoformat(), XSD.date))
    for heir in thing.heirs:
        sink.say(node, DCTERMS.isReplacedBy, sink.thing("agency", heir))


@state.register
def _(thing: Post, sink: Sink[N]) -> None:
    node = _identity(sink, "post", ORG.Post, thing.key, thing.names)
    if thing.abbreviation:
        sink.say(node, SKOS.notation, sink.text(thing.abbreviation))
    if thing.agency:
        sink.say(node, ORG.postIn, sink.thing("agency", thing.agency))


@state.register
def _(thing: Place, sink: Sink[N]) -> None:
    node = _identity(sink, "place", KG.Place, thing.key, thing.names)
    if thing.around:
        sink.say(node, SCHEMA.containedInPlace, sink.thing("place", thing.around))


@state.register
def _(thing: Alias, sink: Sink[N]) -> None:
    sink.say(sink.mint(thing.kind, segment(thing.key)), OWL.sameAs, sink.thing(thing.kind, thing.now))


@state.register
def _(thing: Tenure, sink: Sink[N]) -> None:
    node = sink.tenure(thing.official, thing.post, thing.acting)
    sink.say(node, RDF.type, sink.term(KG.Tenure))
    sink.say(node, ORG.member, sink.thing("official", thing.official))
    sink.say(node, KG.post, sink.thing("post", thing.post))
    sink.say(node, KG.acting, sink.typed("true" if thing.acting else "false", XSD.boolean))
    if thing.agency:
        sink.say(node, ORG.organization, sink.thing("agency", thing.agency))
    sink.say(node, KG.firstSeen, sink.typed(thing.first.isoformat(), XSD.date))
    sink.say(node, KG.lastSeen, sink.typed(thing.last.isoformat(), XSD.date))


@state.register
def _(thing: Judged, sink: Sink[N]) -> None:
    judge(sink, thing)


def subject(thing: Thing) -> tuple[str, ...]:
    """What tells the node that is stated something of from others: the segments of its IRI, not yet made safe."""
    match thing:
        case Official(key=key):
            return "official", key
        case Agency(key=key):
            return "agency", key
        case Post(key=key):
            return "post", key
        case Place(key=key):
            return "place", key
        case Alias(kind=kind, key=key):
            return kind, key
        case Tenure():
            return "tenure", thing.official, thing.post, *(("acting",) if thing.acting else ())
        case Judged():
            return "judgement", *thing.about
