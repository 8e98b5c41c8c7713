"""What the graph says of one release: all that is stated of it and of its events, whatever other releases say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Generic

from kg.model import Event, Evidence, Findings, Kind, Participant, Release, When
from kg.resolution import Body, Identity, Resolved
from kg.triples.evidence import Quotes
from kg.triples.labels import event_label
from kg.triples.mint import N, Sink, segment
from kg.triples.people import present, taken_in
from kg.vocab import DCTERMS, KG, RDF, RDFS, SCHEMA, XSD


class ReleaseStatements(Generic[N]):
    """States releases, each by itself; ``publisher`` issues them."""

    def __init__(self, sink: Sink[N], publisher: Body | None) -> None:
        self._sink = sink
        self._publisher = publisher

    def _of(self, kind: str, identity: Identity) -> N:
        return self._sink.thing(kind, identity.key)

    def state(self, findings: Findings, resolved: Resolved) -> None:
        """State all that one release says, but for the names of those it names and what others may say as well."""
        release = findings.release
        node = self._sink.mint("release", segment(release.id))
        self._header(node, release)
        quotes = Quotes(self._sink, findings, node)
        mentioned: dict[N, None] = {}
        mentioned.update((self._of("official", one), None) for one in resolved.people if one is not None)
        mentioned.update((self._of("agency", body.identity), None) for body in resolved.agencies)
        self._tenures(findings, resolved, quotes)
        mentioned.update((event, None) for event in self._events(findings, resolved, quotes))
        for thing in mentioned:
            self._sink.say(node, SCHEMA.mentions, thing)

    def _header(self, node: N, release: Release) -> None:
        self._sink.say(node, RDF.type, self._sink.term(KG.Release))
        self._sink.say(node, DCTERMS.identifier, self._sink.text(release.id))
        self._sink.say(node, DCTERMS.title, self._sink.text(release.title, release.lang))
        kind = XSD.dateTime if isinstance(release.issued, datetime) else XSD.date
        self._sink.say(node, DCTERMS.issued, self._sink.typed(release.issued.isoformat(), kind))
        self._sink.say(node, DCTERMS.language, self._sink.text(release.lang))
        if release.url:
            self._sink.say(node, SCHEMA.url, self._sink.typed(release.url, XSD.anyURI))
        if self._publisher:
            self._sink.say(node, DCTERMS.publisher, self._of("agency", self._publisher.identity))

    def _tenures(self, findings: Findings, resolved: Resolved, quotes: Quotes[N]) -> None:
        """The words that show who holds a post; the tenure itself is stated once for all releases."""
        for tenure, office in zip(findings.tenures, resolved.posts, strict=True):
            identity = resolved.people[tenure.person]
            if identity is None:
                raise ValueError(f"release {findings.release.id}: a holder of a post was not resolved")
            quotes.derive(self._sink.tenure(identity.key, office.identity.key, tenure.acting), tenure.evidence)

    def _events(self, findings: Findings, resolved: Resolved, quotes: Quotes[N]) -> list[N]:
        ident = segment(findings.release.id)
        nodes = [self._sink.mint("event", ident, str(number)) for number in range(1, len(findings.events) + 1)]
        for number, event in enumerate(findings.events):
            node = nodes[number]
            self._sink.say(node, RDF.type, self._sink.term(KG.Event))
            if event.kind is not Kind.OTHER:
                self._sink.say(node, RDF.type, self._sink.term(KG.BASE + event.kind))
            self._sink.say(node, KG.status, self._sink.term(KG.BASE + event.status))
            place = resolved.places[number]
            if event.when:
                self._dates(node, event.when)
            if event.place and place:
                self._sink.say(node, SCHEMA.location, self._of("place", place))
            if event.topic:
                words = findings.release.text[event.topic.span.start : event.topic.span.end]
                self._sink.say(node, KG.topic, self._sink.text(words, findings.release.lang))
            if event.parent is not None:
                self._sink.say(node, SCHEMA.superEvent, nodes[event.parent])
            quotes.derive(node, proofs(event, place is not None))
            people = present(event, resolved)
            label = event_label(event, [identity.label for identity, _ in people], findings.release.lang)
            self._sink.say(node, RDFS.label, self._sink.text(label, findings.release.lang))
            for identity, parts in people:
                part = self._sink.mint("participation", ident, str(number + 1), segment(identity.key))
                self._participation(part, node, identity, parts, resolved)
                quotes.derive(part, [evidence for one in parts for evidence in one.evidence])
        return nodes

    def _dates(self, node: N, when: When) -> None:
        if when.start:
            self._sink.say(node, SCHEMA.startDate, self._sink.day(when.start))
        if when.end:
            self._sink.say(node, SCHEMA.endDate, self._sink.day(when.end))

    def _participation(
        self,
        node: N,
        event: N,
        identity: Identity,
        parts: Sequence[Participant],
        resolved: Resolved,
    ) -> None:
        self._sink.say(node, RDF.type, self._sink.term(KG.Participation))
        self._sink.say(node, KG.participant, self._of("official", identity))
        self._sink.say(node, KG.event, event)
        self._sink.say(node, KG.role, self._sink.term(KG.BASE + parts[0].role))
        post, side = taken_in(parts)
        if post is not None:
            self._sink.say(node, KG.inPost, self._of("post", resolved.posts[post].identity))
        if side is not None:
            self._sink.say(node, KG.delegation, self._of("agency", resolved.agencies[side].identity))


def proofs(event: Event, has_place: bool) -> list[Evidence]:
    """The words that an event is derived from: its own, and those of its day, of its place where that is known, and of
    its topic."""
    further = (event.when and event.when.evidence, event.place and has_place and event.place.evidence, event.topic)
    return [*event.evidence, *(one for one in further if one)]
