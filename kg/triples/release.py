"""What the graph says of one release: all that is stated of it and of its events, whatever other releases say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pyoxigraph as ox

from kg.model import Body, Findings, Identity, Kind, Participant, Release, Resolved, When
from kg.triples.evidence import Quotes
from kg.triples.labels import event_label
from kg.triples.mint import Sink, day_literal, segment, term, typed
from kg.triples.people import present
from kg.vocab import DCTERMS, KG, RDF, RDFS, SCHEMA, XSD


class ReleaseStatements:
    """States releases, each by itself; ``publisher`` issues them."""

    def __init__(self, sink: Sink, publisher: Body | None) -> None:
        self._sink = sink
        self._publisher = publisher

    def _of(self, kind: str, identity: Identity) -> ox.NamedNode:
        return self._sink.thing(kind, identity.key)

    def state(self, findings: Findings, resolved: Resolved) -> None:
        """State all that one release says, but for the names of those it names and what others may say as well."""
        release = findings.release
        node = self._sink.mint("release", segment(release.id))
        self._header(node, release)
        quotes = Quotes(self._sink, findings, node)
        mentioned: dict[ox.NamedNode, None] = {}
        mentioned.update((self._of("official", one), None) for one in resolved.people if one is not None)
        mentioned.update((self._of("agency", body.identity), None) for body in resolved.agencies)
        self._tenures(findings, resolved, quotes)
        mentioned.update((event, None) for event in self._events(findings, resolved, quotes))
        for thing in mentioned:
            self._sink.say(node, SCHEMA.mentions, thing)

    def _header(self, node: ox.NamedNode, release: Release) -> None:
        self._sink.say(node, RDF.type, term(KG.Release))
        self._sink.say(node, DCTERMS.identifier, ox.Literal(release.id))
        self._sink.say(node, DCTERMS.title, ox.Literal(release.title, language=release.lang))
        kind = XSD.dateTime if isinstance(release.issued, datetime) else XSD.date
        self._sink.say(node, DCTERMS.issued, typed(release.issued.isoformat(), kind))
        self._sink.say(node, DCTERMS.language, ox.Literal(release.lang))
        if release.url:
            self._sink.say(node, SCHEMA.url, typed(release.url, XSD.anyURI))
        if self._publisher:
            self._sink.say(node, DCTERMS.publisher, self._of("agency", self._publisher.identity))

    def _tenures(self, findings: Findings, resolved: Resolved, quotes: Quotes) -> None:
        """The words that show who holds a post; the tenure itself is stated once for all releases."""
        for tenure, office in zip(findings.tenures, resolved.posts, strict=True):
            identity = resolved.people[tenure.person]
            if identity is None:
                raise ValueError(f"release {findings.release.id}: a holder of a post was not resolved")
            quotes.derive(self._sink.tenure(identity.key, office.identity.key, tenure.acting), tenure.evidence)

    def _events(self, findings: Findings, resolved: Resolved, quotes: Quotes) -> list[ox.NamedNode]:
        ident = segment(findings.release.id)
        nodes = [self._sink.mint("event", ident, str(number)) for number in range(1, len(findings.events) + 1)]
        for number, event in enumerate(findings.events):
            node = nodes[number]
            self._sink.say(node, RDF.type, term(KG.Event))
            if event.kind is not Kind.OTHER:
                self._sink.say(node, RDF.type, term(KG.BASE + event.kind))
            self._sink.say(node, KG.status, term(KG.BASE + event.status))
            evidence = [*event.evidence]
            if event.when:
                self._dates(node, event.when)
                evidence.append(event.when.evidence)
            if event.place and (place := resolved.places[number]):
                self._sink.say(node, SCHEMA.location, self._of("place", place))
                evidence.append(event.place.evidence)
            if event.topic:
                words = findings.release.text[event.topic.span.start : event.topic.span.end]
                self._sink.say(node, KG.topic, ox.Literal(words, language=findings.release.lang))
                evidence.append(event.topic)
            if event.parent is not None:
                self._sink.say(node, SCHEMA.superEvent, nodes[event.parent])
            quotes.derive(node, evidence)
            people = present(event, resolved)
            label = event_label(event, [identity.label for identity, _ in people], findings.release.lang)
            self._sink.say(node, RDFS.label, ox.Literal(label, language=findings.release.lang))
            for identity, parts in people:
                part = self._sink.mint("participation", ident, str(number + 1), segment(identity.key))
                self._participation(part, node, identity, parts, resolved)
                quotes.derive(part, [evidence for one in parts for evidence in one.evidence])
        return nodes

    def _dates(self, node: ox.NamedNode, when: When) -> None:
        if when.start:
            self._sink.say(node, SCHEMA.startDate, day_literal(when.start))
        if when.end:
            self._sink.say(node, SCHEMA.endDate, day_literal(when.end))

    def _participation(
        self,
        node: ox.NamedNode,
        event: ox.NamedNode,
        identity: Identity,
        parts: Sequence[Participant],
        resolved: Resolved,
    ) -> None:
        self._sink.say(node, RDF.type, term(KG.Participation))
        self._sink.say(node, KG.participant, self._of("official", identity))
        self._sink.say(node, KG.event, event)
        self._sink.say(node, KG.role, term(KG.BASE + parts[0].role))
        posts = [part.tenure for part in parts if part.tenure is not None]
        if posts:
            self._sink.say(node, KG.inPost, self._of("post", resolved.posts[posts[0]].identity))
        sides = [part.delegation for part in parts if part.delegation is not None]
        if sides:
            self._sink.say(node, KG.delegation, self._of("agency", resolved.agencies[sides[0]].identity))
