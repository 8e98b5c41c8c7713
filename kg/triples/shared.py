"""What all releases together show: the shares of single releases gathered, and who is who, as things to be stated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from operator import add

from kg.grades import GRADES
from kg.model import Body, Identity, Resolution, Verdict
from kg.triples.share import Held, Pair, Share
from kg.triples.things import Agency, Alias, Judged, Names, Official, Place, Post, Tenure, Thing
from kg.vocab import KG


class Gathered:
    """The shares of the releases as they come, in any order; what is kept grows with the people, not with the text."""

    def __init__(self) -> None:
        self.titles: defaultdict[str, set[str]] = defaultdict(set)
        self.post_nominals: defaultdict[str, set[str]] = defaultdict(set)
        self.tenures: dict[Held, tuple[date, date]] = {}
        self.pairs: dict[Pair, tuple[int, ...]] = {}
        self.days: set[date] = set()
        self.languages: Counter[str] = Counter()
        self.events = self.meetings = 0

    def add(self, share: Share) -> None:
        """Take what one release adds."""
        for key, word in share.titles:
            self.titles[key].add(word)
        for key, word in share.post_nominals:
            self.post_nominals[key].add(word)
        day = share.day
        for held in share.tenures:
            first, last = self.tenures.get(held, (day, day))
            self.tenures[held] = (min(first, day), max(last, day))
        for one, other, times in share.pairs:
            former = self.pairs.get((one, other))
            self.pairs[one, other] = times if former is None else tuple(map(add, former, times))
        self.days.add(day)
        self.languages[share.lang] += 1
        self.events += share.events
        self.meetings += share.meetings


class Named:
    """Everybody and everything that the releases of a resolution name, and what these belong to, by key."""

    def __init__(self, resolution: Resolution) -> None:
        self._within = resolution.within
        self.officials = resolution.officials
        self.posts = resolution.posts
        self.agencies: dict[str, Body] = {}
        self.places: dict[str, Identity] = {}
        for body in resolution.agencies.values():
            self._agency(body)
        for place in resolution.places.values():
            self._place(place)
        for office in self.posts.values():
            if office.agency:
                self._agency(office.agency)
        if resolution.releases and resolution.publisher:
            self._agency(resolution.publisher)

    def _agency(self, body: Body) -> None:
        if body.identity.key not in self.agencies:
            self.agencies[body.identity.key] = body
            for other in (*((body.parent,) if body.parent else ()), *body.successors):
                self._agency(other)

    def _place(self, place: Identity) -> None:
        if place.key not in self.places:
            self.places[place.key] = place
            if around := self._within.get(place.key):
                self._place(around)


def things(resolution: Resolution, gathered: Gathered) -> Iterator[Thing]:
    """All that is to be stated of what releases share; ``gathered`` are the shares of all releases resolved."""
    named = Named(resolution)
    edges = _edges(gathered.pairs)
    for official in named.officials.values():
        yield _official(official, gathered, edges.get(official.key, {}))
        yield from _aliases("official", official)
        if official.joined:
            yield Judged((official.key,), Verdict.SAME, None, (official.reason,))
    for body in named.agencies.values():
        yield _agency(body)
        yield from _aliases("agency", body.identity)
    for office in named.posts.values():
        yield Post(office.identity.key, _names(office.identity), office.abbreviation, _key(office.agency))
        yield from _aliases("post", office.identity)
    for place in named.places.values():
        around = resolution.within.get(place.key)
        yield Place(place.key, _names(place), around.key if around else None)
        yield from _aliases("place", place)
    for (holder, post, acting), (first, last) in gathered.tenures.items():
        yield Tenure(holder, post, acting, _key(named.posts[post].agency), first, last)
    for one in resolution.judgements:
        yield Judged((one.one, one.other), one.verdict, one.score, one.reasons)


def _names(identity: Identity) -> Names:
    return tuple((form.text, form.lang) for form in identity.forms)


def _key(body: Body | None) -> str | None:
    return body.identity.key if body else None


def _aliases(kind: str, identity: Identity) -> Iterator[Alias]:
    return (Alias(kind, alias, identity.key) for alias in identity.aliases)


def _edges(pairs: Mapping[Pair, tuple[int, ...]]) -> dict[str, dict[str, set[str]]]:
    """For each official by property who met them: who met as principals met."""
    edges: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    for (one, other), times in pairs.items():
        terms = {KG.BASE + grade for grade, count in zip(GRADES, times, strict=True) if count}
        for term in terms | ({KG.met} if KG.metAsPrincipals in terms else set()):
            edges[one].setdefault(term, set()).add(other)
            edges[other].setdefault(term, set()).add(one)
    return edges


def _official(identity: Identity, gathered: Gathered, edges: Mapping[str, set[str]]) -> Official:
    key = identity.key
    return Official(
        key,
        _names(identity),
        tuple(sorted(gathered.titles.get(key, ()))),
        tuple(sorted(gathered.post_nominals.get(key, ()))),
        {term: tuple(sorted(others)) for term, others in sorted(edges.items())},
    )


def _agency(body: Body) -> Agency:
    return Agency(
        body.identity.key,
        _names(body.identity),
        body.abbreviation,
        body.jurisdiction,
        _key(body.parent),
        body.until,
        tuple(heir.identity.key for heir in body.successors),
    )
