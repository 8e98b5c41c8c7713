"""What releases share as the page shows it: the records that :func:`kg.export.records.read` would find in the graph,
made from the things that are stated there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypeVar

import pyoxigraph as ox

from kg.export import records
from kg.export.records import Name, Quote, Records
from kg.model import Evidence, Findings, Participant
from kg.resolution import Identity, Resolved
from kg.triples import Thing
from kg.triples.evidence import Sentences
from kg.triples.labels import event_label
from kg.triples.mint import segment
from kg.triples.people import present, taken_in
from kg.triples.release import proofs
from kg.triples.things import Agency, Alias, Names, Official, Place, Post, Tenure

T = TypeVar("T")


def shown(things: Iterable[Thing], base: str) -> Records:
    """The people with their tenures, the agencies, posts and places among these, each kind in the order of the IRIs.

    Former IRIs of people are there too. ``base`` is where the IRIs begin. Tenures come without their evidence, which
    single releases tell.
    """

    @cache
    def iri(kind: str, key: str) -> str:
        return f"{base}{kind}/{segment(key)}"

    def maybe(kind: str, key: str | None) -> str | None:
        return None if key is None else iri(kind, key)

    agencies: dict[str, records.Agency] = {}
    posts: dict[str, records.Post] = {}
    places: dict[str, Name] = {}
    people: dict[str, Official] = {}
    former: dict[str, str] = {}
    held: defaultdict[str, list[records.Tenure]] = defaultdict(list)
    for one in things:
        match one:
            case Official():
                people[iri("official", one.key)] = one
            case Tenure():
                official, post = iri("official", one.official), iri("post", one.post)
                days = one.first.isoformat(), one.last.isoformat()
                agency = maybe("agency", one.agency)
                held[official].append(records.Tenure(official, post, agency, one.acting, *days, ()))
            case Agency():
                at = iri("agency", one.key)
                parent = maybe("agency", one.parent)
                agencies[at] = records.Agency(at, _name(one.names), one.abbreviation, parent, one.jurisdiction)
            case Post():
                at = iri("post", one.key)
                posts[at] = records.Post(at, _name(one.names), one.abbreviation, maybe("agency", one.agency))
            case Alias(kind="official"):
                at, now = iri("official", one.key), iri("official", one.now)
                former[at] = max(now, former.get(at, now))
            case Place():
                places[iri("place", one.key)] = _name(one.names)
    officials = {at: _official(at, one, held[at]) for at, one in sorted(people.items())}
    leading = {at: now for at, now in former.items() if now in people and at not in people}
    none: frozenset[records.Pair] = frozenset()
    return Records(
        {}, _sorted(agencies), _sorted(posts), _sorted(places), officials, {}, none, none, none, _sorted(leading)
    )


def told_by(findings: Findings, resolved: Resolved, base: str) -> Records:
    """One release with what it tells: its occasions, and the people in it with the posts that it shows them in.

    People have nothing but these; what the release does not say of a tenure is empty.
    """
    release = findings.release
    at = f"{base}release/{segment(release.id)}"
    one = records.Release(at, release.id, release.title, release.issued.isoformat(), release.lang, release.url, None)
    quotes = _Quotes(findings, at)
    held: defaultdict[str, dict[tuple[str, bool], dict[Evidence, None]]] = defaultdict(dict)
    for tenure, office in zip(findings.tenures, resolved.posts, strict=True):
        if (holder := resolved.people[tenure.person]) is not None:
            proofs = held[holder.key].setdefault((office.identity.key, tenure.acting), {})
            proofs.update(dict.fromkeys(tenure.evidence))
    officials = {}
    for key in sorted({person.key for person in resolved.people if person is not None}):
        official = f"{base}official/{segment(key)}"
        tenures = tuple(
            records.Tenure(official, f"{base}post/{segment(post)}", None, acting, "", "", quotes.of(proofs))
            for (post, acting), proofs in held[key].items()
        )
        officials[official] = records.Official(official, _NAMELESS, None, (), tenures, None)
    occasions = _occasions(findings, resolved, base, quotes)
    none: frozenset[records.Pair] = frozenset()
    return Records({at: one}, {}, {}, {}, officials, _sorted(occasions), none, none, none)


_NAMELESS = Name("")


class _Quotes:
    """The evidence of one release in its sentences."""

    def __init__(self, findings: Findings, release: str) -> None:
        self._release = release
        self._text = findings.release.text
        self._sentences = Sentences(findings)
        self._known: dict[Evidence, Quote] = {}

    def of(self, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """The quotes in order, each once."""
        return tuple(sorted({self._quote(one) for one in evidence}))

    def _quote(self, one: Evidence) -> Quote:
        quote = self._known.get(one)
        if quote is None:
            start, end = one.span
            before, after = self._sentences.around(one.span)
            words = self._text[start:end]
            sentence, at = f"{before}{words}{after}", len(before)
            quote = Quote(self._release, start - at, sentence, at, at + len(words), one.rule)
            self._known[one] = quote
        return quote


def _occasions(findings: Findings, resolved: Resolved, base: str, quotes: _Quotes) -> dict[str, records.Occasion]:
    """The events of a release by IRI."""
    release = findings.release
    iris = [f"{base}event/{segment(release.id)}/{number}" for number in range(1, len(findings.events) + 1)]
    found = {}
    for event, iri, place in zip(findings.events, iris, resolved.places, strict=True):
        people = present(event, resolved)
        when = event.when
        found[iri] = records.Occasion(
            iri,
            event.kind.value,
            event.status.value,
            event_label(event, [identity.label for identity, _ in people], release.lang),
            str(when.start) if when and when.start else None,
            str(when.end) if when and when.end else None,
            f"{base}place/{segment(place.key)}" if event.place and place else None,
            release.text[event.topic.span.start : event.topic.span.end] if event.topic else None,
            None if event.parent is None else iris[event.parent],
            tuple(sorted((_part(*one, resolved, base, quotes) for one in people), key=records.rank)),
            quotes.of(proofs(event, place is not None)),
        )
    return found


def _part(
    identity: Identity, parts: Sequence[Participant], resolved: Resolved, base: str, quotes: _Quotes
) -> records.Participation:
    """What somebody did at an event."""
    post, side = taken_in(parts)
    return records.Participation(
        f"{base}official/{segment(identity.key)}",
        parts[0].role.value,
        None if post is None else f"{base}post/{segment(resolved.posts[post].identity.key)}",
        False,
        None if side is None else f"{base}agency/{segment(resolved.agencies[side].identity.key)}",
        quotes.of(evidence for one in parts for evidence in one.evidence),
    )


def _sorted(several: dict[str, T]) -> dict[str, T]:
    return dict(sorted(several.items(), key=lambda item: item[0]))


def _official(iri: str, one: Official, held: list[records.Tenure]) -> records.Official:
    title = min(one.titles, key=_literal, default=None)
    nominals = tuple(sorted(one.post_nominals, key=_literal))
    tenures, agency = records.career(held)
    return records.Official(iri, _name(one.names), title, nominals, tenures, agency)


def _literal(text: str) -> str:
    """A text as it stands in a graph, by which values are in order."""
    return str(ox.Literal(text))


def _name(names: Names) -> Name:
    """The first form in each language is the label in it."""
    if len(names) == 1:
        ((text, lang),) = names
        return Name(text, text if lang.lower().startswith("zh") else None)
    labels: list[ox.Literal] = []
    others: list[ox.Literal] = []
    languages: set[str] = set()
    for text, lang in names:
        (others if lang in languages else labels).append(ox.Literal(text, language=lang))
        languages.add(lang)
    return records.named(sorted(labels, key=str), sorted(others, key=str))
