"""What all releases together show: the shares of single releases gathered, and who is who, as things to be stated.

Things are told owner by owner: an official has itself told, the tenures, the keys that stood for it before, and why it
is one person. What an owner has told depends on that one in the resolution and on what releases show of it
(:class:`Together`), so a later build asks only for the owners of which either changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from operator import add
from typing import Protocol
from urllib.parse import unquote

from kg.grades import GRADES
from kg.resolution import Body, Identity, Judgement, Resolution, Verdict
from kg.triples.mint import segment
from kg.triples.share import Share
from kg.triples.things import Agency, Alias, Judged, Names, Official, Place, Post, Tenure, Thing
from kg.vocab import KG

Owner = tuple[str, ...]
"""Kind and key of who has things told: "official", "agency", "post" or "place"; "judgement" with two keys."""

Times = tuple[int, ...]
"""How many occasions of each of :data:`kg.grades.GRADES`."""


class Together(Protocol):
    """What all releases together show of people, asked by their keys."""

    def titles(self, official: str) -> Iterable[str]:
        """Honorifics, each once."""

    def post_nominals(self, official: str) -> Iterable[str]:
        """Letters after the name, each once."""

    def tenures(self, official: str) -> Iterable[tuple[str, bool, date, date]]:
        """Posts held: key, acting or not, first and last day on which releases show it."""

    def met(self, official: str) -> Iterable[tuple[str, Times]]:
        """Whom somebody was with at how many occasions."""


class Gathered:
    """The shares of the releases as they come, in any order; what is kept grows with the people, not with the text.
    It is a :class:`Together`."""

    def __init__(self) -> None:
        self._titles: defaultdict[str, set[str]] = defaultdict(set)
        self._nominals: defaultdict[str, set[str]] = defaultdict(set)
        self._tenures: defaultdict[str, dict[tuple[str, bool], tuple[date, date]]] = defaultdict(dict)
        self._met: defaultdict[str, dict[str, Times]] = defaultdict(dict)

    def add(self, share: Share) -> None:
        """Take what one release adds."""
        for key, word in share.titles:
            self._titles[key].add(word)
        for key, word in share.post_nominals:
            self._nominals[key].add(word)
        day = share.day
        for official, post, acting in share.tenures:
            first, last = self._tenures[official].get((post, acting), (day, day))
            self._tenures[official][post, acting] = (min(first, day), max(last, day))
        for one, other, times in share.pairs:
            former = self._met[one].get(other)
            now = times if former is None else tuple(map(add, former, times))
            self._met[one][other] = self._met[other][one] = now

    def titles(self, official: str) -> Iterable[str]:
        return self._titles.get(official, ())

    def post_nominals(self, official: str) -> Iterable[str]:
        return self._nominals.get(official, ())

    def tenures(self, official: str) -> Iterator[tuple[str, bool, date, date]]:
        return ((*held, *days) for held, days in self._tenures.get(official, {}).items())

    def met(self, official: str) -> Iterable[tuple[str, Times]]:
        return self._met.get(official, {}).items()


class Shared:
    """What is to be stated of what releases share; ``together`` is that of all releases resolved."""

    def __init__(self, resolution: Resolution, together: Together) -> None:
        self._who = resolution
        self._judgements = {(one.one, one.other): one for one in resolution.judgements}
        self._together = together

    def owners(self) -> Iterator[Owner]:
        """Whoever has something told."""
        yield from (("official", key) for key in self._who.officials)
        yield from self.bodies()
        yield from (("judgement", *pair) for pair in self._judgements)

    def bodies(self) -> Iterator[Owner]:
        """The agencies, posts and places among these."""
        yield from (("agency", key) for key in self._who.all_agencies)
        yield from (("post", key) for key in self._who.posts)
        yield from (("place", key) for key in self._who.all_places)

    def of(self, owner: Owner) -> Iterator[Thing]:
        """What somebody has told; nothing where there is no such owner."""
        match owner:
            case ("official", key) if official := self._who.officials.get(key):
                yield from self._official(official)
            case ("agency", key) if body := self._who.all_agencies.get(key):
                yield _agency(body)
                yield from _aliases("agency", body.identity)
            case ("post", key) if office := self._who.posts.get(key):
                yield Post(key, _names(office.identity), office.abbreviation, _key(office.agency))
                yield from _aliases("post", office.identity)
            case ("place", key) if place := self._who.all_places.get(key):
                around = self._who.within.get(key)
                yield Place(key, _names(place), around.key if around else None)
                yield from _aliases("place", place)
            case ("judgement", one, other) if (one, other) in self._judgements:
                yield _judged(self._judgements[one, other])

    def career(self, official: str) -> Iterator[Thing]:
        """Somebody's name and the posts held; nothing where there is nobody with this key."""
        if identity := self._who.officials.get(official):
            yield Official(official, _names(identity), (), (), {})
            yield from self._tenures(official)

    def _official(self, identity: Identity) -> Iterator[Thing]:
        key, together = identity.key, self._together
        titles, nominals = (tuple(sorted(words)) for words in (together.titles(key), together.post_nominals(key)))
        yield Official(key, _names(identity), titles, nominals, _edges(together.met(key)))
        yield from _aliases("official", identity)
        if identity.joined:
            yield Judged((key,), Verdict.SAME, None, (identity.reason,))
        yield from self._tenures(key)

    def _tenures(self, official: str) -> Iterator[Tenure]:
        for post, acting, first, last in self._together.tenures(official):
            yield Tenure(official, post, acting, _key(self._who.posts[post].agency), first, last)


def things(resolution: Resolution, together: Together) -> Iterator[Thing]:
    """All that is to be stated of what releases share."""
    shared = Shared(resolution, together)
    return (thing for owner in shared.owners() for thing in shared.of(owner))


def local(parts: Iterable[str]) -> str:
    """Where the IRI of a thing ends, after the base, by its parts: of an owner, say."""
    return "/".join(map(segment, parts))


def parts(local: str) -> tuple[str, ...]:
    """What :func:`local` made one.

    >>> parts(local(("official", "a/b", "..")))
    ('official', 'a/b', '..')
    """
    return tuple(map(unquote, local.split("/")))


def _names(identity: Identity) -> Names:
    return tuple((form.text, form.lang) for form in identity.forms)


def _key(body: Body | None) -> str | None:
    return body.identity.key if body else None


def _aliases(kind: str, identity: Identity) -> Iterator[Alias]:
    return (Alias(kind, alias, identity.key) for alias in identity.aliases)


def _judged(one: Judgement) -> Judged:
    return Judged((one.one, one.other), one.verdict, one.score, one.reasons)


def _edges(met: Iterable[tuple[str, Times]]) -> Mapping[str, tuple[str, ...]]:
    """By property who met somebody: who met as principals met."""
    edges: defaultdict[str, list[str]] = defaultdict(list)
    for other, times in met:
        for term in _terms(times):
            edges[term].append(other)
    return {term: tuple(sorted(others)) for term, others in sorted(edges.items())}


@lru_cache(maxsize=1 << 12)  # most share one occasion or a few
def _terms(times: Times) -> frozenset[str]:
    """The properties that say that there are occasions of some grades, so many of each."""
    terms = {KG.BASE + grade for grade, number in zip(GRADES, times, strict=True) if number}
    return frozenset(terms | ({KG.met} if KG.metAsPrincipals in terms else set()))


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
