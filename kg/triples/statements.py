"""What the graph says: of each release as it comes, of each identity once, of all releases at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import combinations

import pyoxigraph as ox

from kg.model import (
    Body,
    Event,
    Findings,
    Identity,
    Kind,
    Office,
    Participant,
    Release,
    Resolution,
    Resolved,
    Role,
    Status,
    When,
)
from kg.triples.evidence import Quotes
from kg.triples.judgements import judge, judgements
from kg.triples.labels import event_label
from kg.triples.mint import Sink, day_literal, segment, term, typed
from kg.vocab import DCTERMS, FOAF, KG, ORG, OWL, RDF, RDFS, SCHEMA, SKOS, XSD

_ROLE_ORDER = {Role.PRINCIPAL: 0, Role.SPEAKER: 1, Role.ATTENDEE: 2}


class Statements:
    """One run: what has been said once, and what only the last release settles."""

    def __init__(self, resolution: Resolution, base: str) -> None:
        self._resolution = resolution
        self._sink = Sink(base)
        self._nodes: dict[tuple[str, str], ox.NamedNode] = {}
        self._titles: set[tuple[str, str]] = set()
        self._seen: dict[ox.NamedNode, tuple[date, date]] = {}
        self._edges: dict[str, dict[tuple[ox.NamedNode, ox.NamedNode], None]] = {
            KG.met: {},
            KG.metAsPrincipals: {},
            KG.coAttended: {},
        }

    def taken(self) -> list[ox.Triple]:
        """The triples made since the last call."""
        return self._sink.taken()

    # --- what is known over all releases ---------------------------------------------------------

    def _identity(self, kind: str, cls: str, identity: Identity) -> tuple[ox.NamedNode, bool]:
        """The node, and whether this is the first time; then its class and names are stated."""
        known = self._nodes.get((kind, identity.key))
        if known is not None:
            return known, False
        node = self._nodes[kind, identity.key] = self._sink.mint(kind, segment(identity.key))
        self._sink.say(node, RDF.type, term(cls))
        labelled: set[str] = set()
        for form in identity.forms:
            naming = SKOS.altLabel if form.lang in labelled else RDFS.label
            labelled.add(form.lang)
            self._sink.say(node, naming, ox.Literal(form.text, language=form.lang))
        for alias in identity.aliases:
            self._sink.say(self._sink.mint(kind, segment(alias)), OWL.sameAs, node)
        return node, True

    def _official(self, identity: Identity) -> ox.NamedNode:
        node, new = self._identity("official", KG.Official, identity)
        if new:
            judge(self._sink, node, identity)
        return node

    def _agency(self, body: Body) -> ox.NamedNode:
        node, new = self._identity("agency", KG.Agency, body.identity)
        if new:
            if body.abbreviation:
                self._sink.say(node, SKOS.notation, ox.Literal(body.abbreviation))
            if body.jurisdiction:
                self._sink.say(node, KG.jurisdiction, ox.Literal(body.jurisdiction))
            if body.parent:
                self._sink.say(node, ORG.subOrganizationOf, self._agency(body.parent))
            if body.until:
                self._sink.say(node, KG.validUntil, typed(body.until.isoformat(), XSD.date))
            for heir in body.successors:
                self._sink.say(node, DCTERMS.isReplacedBy, self._agency(heir))
        return node

    def _post(self, office: Office) -> ox.NamedNode:
        node, new = self._identity("post", ORG.Post, office.identity)
        if new:
            if office.abbreviation:
                self._sink.say(node, SKOS.notation, ox.Literal(office.abbreviation))
            if office.agency:
                self._sink.say(node, ORG.postIn, self._agency(office.agency))
        return node

    def _place(self, identity: Identity) -> ox.NamedNode:
        node, new = self._identity("place", KG.Place, identity)
        around = self._resolution.within.get(identity.key)
        if new and around:
            self._sink.say(node, SCHEMA.containedInPlace, self._place(around))
        return node

    def over_all_releases(self) -> None:
        """State what only all releases together show: first and last days, who met whom, who may be one."""
        for tenure, (first, last) in self._seen.items():
            self._sink.say(tenure, KG.firstSeen, typed(first.isoformat(), XSD.date))
            self._sink.say(tenure, KG.lastSeen, typed(last.isoformat(), XSD.date))
        for predicate, pairs in self._edges.items():
            for one, other in pairs:
                self._sink.say(one, predicate, other)
                self._sink.say(other, predicate, one)
        officials = {key: node for (kind, key), node in self._nodes.items() if kind == "official"}
        judgements(self._sink, self._resolution.judgements, officials)

    # --- one release -----------------------------------------------------------------------------

    def release(self, findings: Findings) -> None:
        """State all that one release says."""
        release = findings.release
        resolved = self._resolution.releases.get(release.id)
        if resolved is None:
            raise ValueError(f"release {release.id} was not resolved; resolve the same findings that are written")
        node = self._sink.mint("release", segment(release.id))
        self._header(node, release)
        quotes = Quotes(self._sink, findings, node)
        mentioned: dict[ox.NamedNode, None] = {}
        for person, identity in zip(findings.people, resolved.people, strict=True):
            if identity is not None:
                official = self._official(identity)
                mentioned[official] = None
                self._called(identity.key, official, person.title, person.post_nominals)
        mentioned.update((self._agency(body), None) for body in resolved.agencies)
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
        if self._resolution.publisher:
            self._sink.say(node, DCTERMS.publisher, self._agency(self._resolution.publisher))

    def _called(self, key: str, official: ox.NamedNode, title: str | None, post_nominals: Sequence[str]) -> None:
        """Honorific and post-nominals, each once per person."""
        for naming, words in ((FOAF.title, [title] if title else []), (KG.postNominal, post_nominals)):
            for word in words:
                if (key, naming + word) not in self._titles:
                    self._titles.add((key, naming + word))
                    self._sink.say(official, naming, ox.Literal(word))

    def _tenures(self, findings: Findings, resolved: Resolved, quotes: Quotes) -> None:
        day = findings.release.day
        for tenure, office in zip(findings.tenures, resolved.posts, strict=True):
            identity = resolved.people[tenure.person]
            if identity is None:
                raise ValueError(f"release {findings.release.id}: a holder of a post was not resolved")
            acting = ("acting",) if tenure.acting else ()
            node = self._sink.mint("tenure", segment(identity.key), segment(office.identity.key), *acting)
            first, last = self._seen.get(node, (None, None))
            if first is None or last is None:
                self._sink.say(node, RDF.type, term(KG.Tenure))
                self._sink.say(node, ORG.member, self._official(identity))
                self._sink.say(node, KG.post, self._post(office))
                self._sink.say(node, KG.acting, typed("true" if tenure.acting else "false", XSD.boolean))
                if office.agency:
                    self._sink.say(node, ORG.organization, self._agency(office.agency))
            self._seen[node] = (min(first or day, day), max(last or day, day))
            quotes.derive(node, tenure.evidence)

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
                self._sink.say(node, SCHEMA.location, self._place(place))
                evidence.append(event.place.evidence)
            if event.topic:
                words = findings.release.text[event.topic.span.start : event.topic.span.end]
                self._sink.say(node, KG.topic, ox.Literal(words, language=findings.release.lang))
                evidence.append(event.topic)
            if event.parent is not None:
                self._sink.say(node, SCHEMA.superEvent, nodes[event.parent])
            quotes.derive(node, evidence)
            people = _people(event, resolved)
            label = event_label(event, [identity.label for identity, _ in people], findings.release.lang)
            self._sink.say(node, RDFS.label, ox.Literal(label, language=findings.release.lang))
            for identity, parts in people:
                part = self._sink.mint("participation", ident, str(number + 1), segment(identity.key))
                self._participation(part, node, identity, parts, resolved)
                quotes.derive(part, [evidence for one in parts for evidence in one.evidence])
            self._meet(event, [(self._official(identity), parts[0].role) for identity, parts in people])
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
        self._sink.say(node, KG.participant, self._official(identity))
        self._sink.say(node, KG.event, event)
        self._sink.say(node, KG.role, term(KG.BASE + parts[0].role))
        posts = [part.tenure for part in parts if part.tenure is not None]
        if posts:
            self._sink.say(node, KG.inPost, self._post(resolved.posts[posts[0]]))
        sides = [part.delegation for part in parts if part.delegation is not None]
        if sides:
            self._sink.say(node, KG.delegation, self._agency(resolved.agencies[sides[0]]))

    def _meet(self, event: Event, people: Sequence[tuple[ox.NamedNode, Role]]) -> None:
        """Note who met whom, as the release grades it; the ontology says what kg:met and kg:coAttended mean."""
        recalled = event.status is Status.RECALLED and event.when is not None and event.when.start is not None
        if not (event.status is Status.HELD or recalled):
            return
        for (one, role), (other, other_role) in combinations(people, 2):
            pair = (one, other) if one.value < other.value else (other, one)
            principals = (role is Role.PRINCIPAL) + (other_role is Role.PRINCIPAL)
            if event.kind is not Kind.MEETING or not principals:
                self._edges[KG.coAttended][pair] = None
                continue
            self._edges[KG.met][pair] = None
            if principals == 2:
                self._edges[KG.metAsPrincipals][pair] = None


def _people(event: Event, resolved: Resolved) -> list[tuple[Identity, list[Participant]]]:
    """Each person with what they did, the highest role first; principals before others, then as in the text."""
    found: dict[str, tuple[Identity, list[Participant]]] = {}
    for part in event.participants:
        identity = resolved.people[part.person]
        if identity is not None:
            found.setdefault(identity.key, (identity, []))[1].append(part)
    for _, parts in found.values():
        parts.sort(key=lambda part: _ROLE_ORDER[part.role])
    return sorted(found.values(), key=lambda one: _ROLE_ORDER[one[1][0].role])
