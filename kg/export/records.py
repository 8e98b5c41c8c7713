"""What a graph says, as plain records: read from the store in one pass per property.

The network (:mod:`kg.export.network`) and the page (:mod:`kg.export.page`) are made from these, so that
neither asks the store anything per person. Keys are IRIs; dates stay the ISO text of the literal
("2025-05-19", "2025-05"), whose order is that of time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pyoxigraph as ox

from kg.export.columns import Columns, Value, of_store
from kg.model import Kind
from kg.vocab import DCTERMS, FOAF, KG, OA, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS


@dataclass(frozen=True, slots=True)
class Name:
    """How something is called: in English (or whatever the releases have), in Chinese, and otherwise."""

    label: str
    zh: str | None = None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """A press release, without its text; ``publisher`` is the IRI of an agency."""

    iri: str
    identifier: str
    title: str
    issued: str
    lang: str
    url: str | None
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Agency:
    """An organisation; ``parent`` is the IRI of the one it belongs to."""

    iri: str
    name: Name
    abbreviation: str | None
    parent: str | None
    jurisdiction: str | None


@dataclass(frozen=True, slots=True)
class Post:
    """An office; ``agency`` is an IRI."""

    iri: str
    name: Name
    abbreviation: str | None
    agency: str | None


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of a release in their sentence: ``sentence[start:end]``.

    ``offset`` is where the sentence begins in the release's text, in code points.
    """

    release: str
    offset: int
    sentence: str
    start: int
    end: int
    rule: str

    @property
    def exact(self) -> str:
        """The very words."""
        return self.sentence[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person holds a post; ``first`` and ``last`` are the days on which releases show it."""

    official: str
    post: str
    agency: str | None
    acting: bool
    first: str
    last: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Participation:
    """A person in an occasion: role ("Principal", ...), the post (IRI) and the side (agency IRI)."""

    official: str
    role: str
    post: str | None
    acting: bool
    delegation: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event. ``kind`` is "Meeting", "Visit", ... or "Event"; ``status`` "Held", "Scheduled", ...

    ``place`` and ``parent`` are IRIs.
    """

    iri: str
    kind: str
    status: str
    label: str
    start: str | None
    end: str | None
    place: str | None
    topic: str | None
    parent: str | None
    people: tuple[Participation, ...]
    quotes: tuple[Quote, ...]

    def sources(self) -> list[str]:
        """The IRIs of the releases that tell of it."""
        return sorted({quote.release for quote in (*self.quotes, *(q for one in self.people for q in one.quotes))})


@dataclass(frozen=True, slots=True)
class Official:
    """A person; ``agency`` is the IRI of the body of their latest post."""

    iri: str
    name: Name
    title: str | None
    post_nominals: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    agency: str | None


Pair = tuple[str, str]


@dataclass(frozen=True)
class Records:
    """Everything that the page shows, each kind in the order of its IRIs; ``places`` are those of occasions.

    ``met``, ``principals`` and ``together`` are the pairs (lesser IRI first) that the graph states as
    ``kg:met``, ``kg:metAsPrincipals`` and ``kg:coAttended``. ``former`` are other IRIs of officials, by which addresses
    may name them, each with the one that counts (``owl:sameAs``).
    """

    releases: Mapping[str, Release]
    agencies: Mapping[str, Agency]
    posts: Mapping[str, Post]
    places: Mapping[str, Name]
    officials: Mapping[str, Official]
    occasions: Mapping[str, Occasion]
    met: frozenset[Pair]
    principals: frozenset[Pair]
    together: frozenset[Pair]
    former: Mapping[str, str] = field(default_factory=dict)


def read(store: ox.Store) -> Records:
    """Read a graph that follows the contract; what is not in it comes out empty."""
    return _Reader(of_store(store)).records()


class _Reader:
    """The passes over the columns."""

    def __init__(self, columns: Columns) -> None:
        self._column = columns

    def records(self) -> Records:
        tenures = self._tenures()
        acting = {(t.official, t.post): t for t in sorted(tenures, key=lambda t: t.last) if t.acting}
        settled = {(t.official, t.post) for t in tenures if not t.acting}
        return Records(
            releases={iri: self._release(iri) for iri in self._instances(KG.Release)},
            agencies={iri: self._agency(iri) for iri in self._instances(KG.Agency)},
            posts={iri: self._post(iri) for iri in self._instances(ORG.Post)},
            places={iri: self._name(iri) for iri in self._places()},
            officials=self._officials(tenures),
            occasions=self._occasions(acting.keys() - settled),
            met=self._pairs(KG.met),
            principals=self._pairs(KG.metAsPrincipals),
            together=self._pairs(KG.coAttended),
            former=self._former(),
        )

    # -- columns

    def _texts(self, subject: str, term: str) -> list[str]:
        return [value.value for value in self._column(term).get(subject, ())]

    def _text(self, subject: str, term: str) -> str | None:
        values = self._column(term).get(subject)
        return values[0].value if values else None

    @cached_property
    def _of_kind(self) -> dict[str, list[str]]:
        """Class to its instances, in the order of their IRIs."""
        kinds: defaultdict[str, list[str]] = defaultdict(list)
        for subject, values in sorted(self._column(RDF.type).items()):
            for value in values:
                kinds[value.value].append(subject)
        return dict(kinds)

    def _instances(self, kind: str) -> list[str]:
        return self._of_kind.get(kind, [])

    def _places(self) -> list[str]:
        named = (value.value for values in self._column(SCHEMA.location).values() for value in values)
        return sorted({*self._instances(KG.Place), *named})

    def _pairs(self, term: str) -> frozenset[Pair]:
        pairs = ((subject, value.value) for subject, values in self._column(term).items() for value in values)
        return frozenset((a, b) if a < b else (b, a) for a, b in pairs if a != b)

    def _former(self) -> dict[str, str]:
        people = set(self._instances(KG.Official))
        same = sorted(
            (subject, value.value) for subject, values in self._column(OWL.sameAs).items() for value in values
        )
        return {former: now for former, now in same if now in people and former not in people}

    def _name(self, subject: str) -> Name:
        return named(
            self._column(RDFS.label).get(subject, []), self._column(SKOS.altLabel).get(subject, []), key(subject)
        )

    # -- records

    def _release(self, iri: str) -> Release:
        return Release(
            iri,
            self._text(iri, DCTERMS.identifier) or key(iri),
            self._text(iri, DCTERMS.title) or key(iri),
            self._text(iri, DCTERMS.issued) or "",
            self._text(iri, DCTERMS.language) or "",
            self._text(iri, SCHEMA.url),
            self._text(iri, DCTERMS.publisher),
        )

    def _agency(self, iri: str) -> Agency:
        return Agency(
            iri,
            self._name(iri),
            self._text(iri, SKOS.notation),
            self._text(iri, ORG.subOrganizationOf),
            self._text(iri, KG.jurisdiction),
        )

    def _post(self, iri: str) -> Post:
        return Post(iri, self._name(iri), self._text(iri, SKOS.notation), self._text(iri, ORG.postIn))

    @cached_property
    def _quote_of(self) -> dict[str, Quote]:
        """Evidence IRI -> its words, in the sentence that ``oa:prefix`` and ``oa:suffix`` restore."""
        quotes = {}
        for iri, exact in ((iri, values[0].value) for iri, values in self._column(OA.exact).items()):
            before, after = self._text(iri, OA.prefix) or "", self._text(iri, OA.suffix) or ""
            quotes[iri] = Quote(
                self._text(iri, KG.inRelease) or "",
                int(self._text(iri, OA.start) or 0) - len(before),
                before + exact + after,
                len(before),
                len(before) + len(exact),
                self._text(iri, KG.rule) or "",
            )
        return quotes

    def _quotes(self, subject: str) -> tuple[Quote, ...]:
        found = (self._quote_of.get(iri) for iri in self._texts(subject, PROV.wasDerivedFrom))
        return tuple(sorted(quote for quote in found if quote))

    def _tenures(self) -> list[Tenure]:
        tenures = []
        for iri in self._instances(KG.Tenure):
            official, post = self._text(iri, ORG.member), self._text(iri, KG.post)
            if official and post:
                tenures.append(
                    Tenure(
                        official,
                        post,
                        self._text(iri, ORG.organization) or self._text(post, ORG.postIn),
                        self._text(iri, KG.acting) in {"true", "1"},
                        self._text(iri, KG.firstSeen) or "",
                        self._text(iri, KG.lastSeen) or "",
                        self._quotes(iri),
                    )
                )
        return tenures

    def _officials(self, tenures: Iterable[Tenure]) -> dict[str, Official]:
        held: defaultdict[str, list[Tenure]] = defaultdict(list)
        for tenure in tenures:
            held[tenure.official].append(tenure)
        return {iri: self._official(iri, held.get(iri, [])) for iri in self._instances(KG.Official)}

    def _official(self, iri: str, held: list[Tenure]) -> Official:
        tenures, agency = career(held)
        nominals = tuple(self._texts(iri, KG.postNominal))
        return Official(iri, self._name(iri), self._text(iri, FOAF.title), nominals, tenures, agency)

    def _occasions(self, acting: Iterable[tuple[str, str]]) -> dict[str, Occasion]:
        """``acting`` are the (official, post) that releases show as acting only."""
        stand_ins = set(acting)
        people: defaultdict[str, list[Participation]] = defaultdict(list)
        for iri in self._instances(KG.Participation):
            official, event, post = (self._text(iri, term) for term in (KG.participant, KG.event, KG.inPost))
            if official and event:
                role = (self._text(iri, KG.role) or KG.Attendee).removeprefix(KG.BASE)
                side = self._text(iri, KG.delegation)
                stands_in = post is not None and (official, post) in stand_ins
                people[event].append(Participation(official, role, post, stands_in, side, self._quotes(iri)))
        events = self._instances(KG.Event)
        kinds = {iri: kind.value for kind in Kind for iri in self._instances(KG.BASE + kind) if kind is not Kind.OTHER}
        return {iri: self._occasion(iri, kinds.get(iri, "Event"), people[iri]) for iri in sorted({*events, *kinds})}

    def _occasion(self, iri: str, kind: str, people: list[Participation]) -> Occasion:
        return Occasion(
            iri,
            kind,
            (self._text(iri, KG.status) or KG.Held).removeprefix(KG.BASE),
            self._text(iri, RDFS.label) or kind,
            self._text(iri, SCHEMA.startDate),
            self._text(iri, SCHEMA.endDate),
            self._text(iri, SCHEMA.location),
            self._text(iri, KG.topic),
            self._text(iri, SCHEMA.superEvent),
            tuple(sorted(people, key=rank)),
            self._quotes(iri),
        )


_RANK = {"Principal": 0, "Speaker": 1, "Attendee": 2}


def rank(one: Participation) -> tuple[int, str]:
    """By what the people of an occasion are in order: their roles, then their IRIs."""
    return _RANK.get(one.role, 9), one.official


def named(labels: Sequence[Value], others: Sequence[Value], otherwise: str = "") -> Name:
    """How something with these labels and other names is called, each kind in its order; ``otherwise`` where it has
    none."""
    chinese = [value.value for value in (*labels, *others) if _language(value).startswith("zh")]
    plain = [value.value for value in labels if not _language(value).startswith("zh")]
    label = (plain or chinese or [otherwise])[0]
    forms = dict.fromkeys(value.value for value in (*labels, *others) if value.value != label)
    return Name(label, next(iter(chinese), None), tuple(forms))


def career(tenures: Iterable[Tenure]) -> tuple[tuple[Tenure, ...], str | None]:
    """The tenures of a person in order, and the agency of the latest post."""
    ordered = sorted(tenures, key=lambda tenure: (tenure.first, tenure.last, tenure.post, tenure.acting))
    bodies = [tenure for tenure in ordered if tenure.agency]
    latest = max(bodies, key=lambda tenure: (not tenure.acting, tenure.last, tenure.post), default=None)
    return tuple(ordered), latest.agency if latest else None


def _language(value: ox.NamedNode | ox.Literal) -> str:
    return (value.language or "") if isinstance(value, ox.Literal) else ""


def key(iri: str) -> str:
    """The readable end of an IRI.

    >>> key("https://w3id.org/who-met-whom/id/official/john-lee")
    'john-lee'
    """
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]


def pairs(people: Iterable[Participation]) -> Iterator[tuple[Participation, Participation]]:
    """Every two different people of an occasion, the lesser IRI first."""
    present = sorted({one.official: one for one in people}.items())
    for place, (_, first) in enumerate(present):
        for _, second in present[place + 1 :]:
            yield first, second
