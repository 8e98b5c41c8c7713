"""An archive resolved, kept from build to build: only what new, changed and withdrawn releases touch is done again.

    definitions -> agencies -> posts -> signatures -> people
                   (what a release names may depend on what others say, so a release can be touched that did not change)

What releases say is counted, so that what one adds can be taken off again. A first build takes all releases by the
same steps, from nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeVar

import msgspec

from kg.model import Problem
from kg.reference import Reference
from kg.resolution import Body, Changes, Corrections, Identity, Office, Resolution, Resolved
from kg.resolve.agencies import Agencies
from kg.resolve.keyed import Keyed
from kg.resolve.mentions import Mentions
from kg.resolve.persons import People
from kg.resolve.places import Places
from kg.resolve.posts import Posts
from kg.resolve.record import Record, recorded
from kg.resolve.redirect import contradictions, redirects, unseen
from kg.resolve.shelves import Lazy, LostError, Shelves

V = TypeVar("V")
W = TypeVar("W")

Brief = tuple[bytes, bytes]
"""What tells a release from all others, and what :func:`kg.resolve.record.brief` makes of it."""


class Taken(msgspec.Struct, array_like=True, frozen=True):
    """A release as it was resolved: its brief, and the keys of its agencies, of its posts and of the signatures."""

    brief: bytes
    agencies: tuple[str, ...]
    posts: tuple[str, ...]
    people: tuple[str | None, ...]


class _Where(msgspec.Struct):
    """What a brief says of places (:class:`kg.resolve.record.Record`); the rest need not be made."""

    places: tuple[str | None, ...]


_ALL = "all"
_NONE = (0, "0")
_WHERE = msgspec.msgpack.Decoder(_Where)


class Archive:
    """All releases of a build, and who is who in them."""

    def __init__(self, shelves: Shelves, reference: Reference, corrections: Corrections | None = None) -> None:
        self._corrections = corrections
        self._bodies = redirects(corrections, "agency", reference.agencies)
        self._offices = redirects(corrections, "post", reference.posts)
        self._agencies = Agencies(shelves, reference, self._bodies)
        self._posts = Posts(shelves, self._agencies, reference, self._offices)
        self._places = Places(shelves, reference)
        self._mentions = Mentions(shelves, self._posts)
        self._people = People(shelves, self._mentions, corrections)
        self._taken = shelves.shelf("releases", Taken)
        self._digests = shelves.shelf("digests", bytes)
        self._states = shelves.shelf("states", tuple[int, str])  # number and sum of the digests, by _ALL

    @property
    def digests(self) -> dict[bytes, str]:
        """What tells the releases that were taken from others, and their ids. Raises LostError where that is broken."""
        here = self._digests.all()
        found = {digest: ident for ident, digest in here.items()}
        if len(found) < len(here):
            raise LostError("releases have one digest")
        return found

    @property
    def state(self) -> str:
        """A name for the releases that were taken: one, also where these were taken in another order."""
        number, total = self._states.get(_ALL) or _NONE
        return f"{number}-{total}"

    @property
    def empty(self) -> bool:
        """Whether no release was taken."""
        return (self._states.get(_ALL) or _NONE) == _NONE

    # --- what changes

    def update(self, gone: Collection[str], new: Callable[[], Iterable[Brief]]) -> Changes:
        """Take new releases in the place of some that are here; one that changed is gone and new.

        Args:
            gone: the ids of those that are here no more as they were.
            new: gives those that are new, each time it is called.

        Raises ValueError when a new one has the id of another that is here.
        """
        since, former = self.state, [self._digests[ident] for ident in gone]
        fresh = self._define(gone, new)
        leaving = set(gone)
        again = self._agencies.redefined() - fresh - leaving
        named = self._name_bodies(leaving | again, self._once_more(again, new))
        bodies = self._agencies.settle()
        again |= self._posts.reworded(bodies) - fresh - leaving
        self._name_posts_and_people(leaving | again, self._once_more(again, new), named)
        for ident in leaving - fresh:
            self._taken.drop(ident)
            self._digests.drop(ident)
        self._restate(former, fresh)
        posts, telling = self._posts.settle(bodies)
        people = self._people.update(self._mentions.settle(telling))
        return Changes(
            since,
            frozenset(one for one in fresh | again | people.releases if self._digests.get(one) is not None),
            frozenset(leaving - fresh),
            people.officials,
            frozenset(bodies),
            frozenset(posts),
            frozenset(self._places.settle()),
            people.judgements,
        )

    def _restate(self, gone: Iterable[bytes], fresh: Iterable[str]) -> None:
        """Have the state be that without these digests and with those of the new releases."""
        number, total = self._states.get(_ALL) or _NONE
        less, more = [*map(int.from_bytes, gone)], [int.from_bytes(self._digests[ident]) for ident in fresh]
        now = int(total, 16) - sum(less) + sum(more)
        self._states.put(_ALL, (number - len(less) + len(more), f"{now:x}"))

    def _define(self, gone: Collection[str], new: Callable[[], Iterable[Brief]]) -> set[str]:
        """Take what the releases define. Returns the ids of the new ones."""
        for ident in gone:
            self._agencies.define(self._record(ident), -1)
        fresh: set[str] = set()
        for _, brief in new():
            record = recorded(brief)
            if record.id in fresh or (record.id not in gone and self._digests.get(record.id) is not None):
                raise ValueError(f"release {record.id} is given twice; give each release once")
            fresh.add(record.id)
            self._agencies.define(record, 1)
        return fresh

    def _once_more(self, again: Iterable[str], new: Callable[[], Iterable[Brief]]) -> Iterator[Brief]:
        """The new releases, after some that stay."""
        for ident in sorted(again):
            yield self._digests[ident], self._taken[ident].brief
        yield from new()

    def _name_bodies(self, leaving: Iterable[str], coming: Iterable[Brief]) -> dict[str, tuple[str, ...]]:
        """Take the agencies that releases name. Returns the keys of these, by the id of the release that comes."""
        named: dict[str, tuple[str, ...]] = {}
        for ident in leaving:
            self._agencies.count(self._record(ident), self._taken[ident].agencies, -1)
        for _, brief in coming:
            record = recorded(brief)
            named[record.id] = self._agencies.keys(record)
            self._agencies.count(record, named[record.id], 1)
        return named

    def _name_posts_and_people(
        self, leaving: Iterable[str], coming: Iterable[Brief], named: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Take the posts, people and places that releases name; ``named`` are the keys of the agencies of those for
        which they are new."""
        for ident in leaving:
            record, taken = self._record(ident), self._taken[ident]
            self._posts.count(record, taken.agencies, taken.posts, -1)
            self._mentions.count(record, taken.posts, -1)
            self._places.count(record, -1)
        for digest, brief in coming:
            record = recorded(brief)
            bodies = named[record.id] if record.id in named else self._agencies.keys(record)
            posts = self._posts.keys(record, bodies)
            self._posts.count(record, bodies, posts, 1)
            people = self._mentions.count(record, posts, 1)
            self._places.count(record, 1)
            self._taken.put(record.id, Taken(brief, bodies, posts, people))
            self._digests.put(record.id, digest)
            self._taken.spill()

    def _record(self, ident: str) -> Record:
        return recorded(self._taken[ident].brief)

    def let_go(self) -> None:
        """Hold nothing in memory of what lies on the disk and is needed to resolve alone, not to tell who is who."""
        self._taken.let_go()
        self._mentions.let_go()
        self._people.let_go()

    # --- who is who

    def resolution(self, changes: Changes | None) -> Resolution:
        """Who is who, read as it is asked for; ``changes`` are those since a former state, where there was one."""
        bodies, places = self._bodies_beyond(), self._places.beyond()
        return Resolution(
            releases=_Asked(self._taken.keys, self._resolved(), lambda: len(self._taken)),
            publisher=self._agencies.publisher,
            judgements=self._people.judgements,
            problems=self._people.problems + self._contradictions(),
            unknown=self._people.unknown + self._unseen(),
            within=_Asked(self._places.within, self._around, lambda: sum(1 for _ in self._places.within())),
            officials=_Asked(self._people.all, self._people.get, lambda: len(self._people)),
            agencies=_Asked(self._agencies.all, self._body, lambda: len(self._agencies)),
            posts=_Asked(self._posts.all, self._office, lambda: len(self._posts)),
            places=_Asked(self._places.all, self._place, lambda: len(self._places)),
            all_agencies=_with(self._agencies, bodies, self._agencies.body),
            all_places=_with(self._places, places, self._places.identity),
            beyond=frozenset((*(("agency", key) for key in bodies), *(("place", key) for key in places))),
            state=self.state,
            changes=changes,
        )

    def _resolved(self) -> Callable[[str], Resolved | None]:
        places: Lazy[str, Identity] = Lazy(lambda name: self._places.identity(self._places.key(name)))

        def resolved(ident: str) -> Resolved | None:
            taken = self._taken.peek(ident)
            if taken is None:
                return None
            return Resolved(
                people=tuple(None if key is None else self._people.of(key) for key in taken.people),
                agencies=tuple(map(self._agencies.body, taken.agencies)),
                posts=tuple(map(self._posts.office, taken.posts)),
                places=tuple(None if name is None else places[name] for name in _WHERE.decode(taken.brief).places),
            )

        return resolved

    def _bodies_beyond(self) -> frozenset[str]:
        """The keys of the agencies that no release names, but that posts are in, or who issues the releases, and of
        all above such or named ones, or in their place: all of them are in the reference data."""
        issuer = self._agencies.publisher
        found: set[str] = set()
        ahead = {key for key in self._agencies.known() if self._agencies.seen(key) or self._posts.any_in(key)}
        if issuer and not self.empty:
            ahead.add(issuer.identity.key)
        while ahead:
            found |= ahead
            ahead = {other for key in ahead for other in self._agencies.beside(key)} - found
        return frozenset(key for key in found if not self._agencies.seen(key))

    def _body(self, key: str) -> Body | None:
        return self._agencies.body(key) if self._agencies.seen(key) else None

    def _office(self, key: str) -> Office | None:
        return self._posts.office(key) if self._posts.seen(key) else None

    def _place(self, key: str) -> Identity | None:
        return self._places.identity(key) if self._places.seen(key) else None

    def _around(self, key: str) -> Identity | None:
        outer = self._places.around(key)
        return None if outer is None else self._places.identity(outer)

    def _contradictions(self) -> tuple[Problem, ...]:
        one = self._corrections
        return contradictions(one, "agency", self._bodies) + contradictions(one, "post", self._offices) if one else ()

    def _unseen(self) -> tuple[str, ...]:
        one = self._corrections
        if one is None:
            return ()
        return unseen(one, "agency", self._agencies.names) + unseen(one, "post", self._posts.names)


def _with(named: Keyed[W], beyond: Collection[str], make: Callable[[str], V]) -> Mapping[str, V]:
    """What is made of the things that releases name, and of those beyond them, when it is asked for."""
    return _Asked(
        lambda: iter(sorted((*named.all(), *beyond))),
        lambda key: make(key) if key in beyond or named.seen(key) else None,
        lambda: len(named) + len(beyond),
    )


class _Asked(Mapping[str, V]):
    """A mapping whose values are made as they are asked for."""

    def __init__(
        self, keys: Callable[[], Iterator[str]], get: Callable[[str], V | None], size: Callable[[], int]
    ) -> None:
        self._keys = keys
        self._get = get
        self._size = size

    def __getitem__(self, key: str) -> V:
        found = self._get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return self._keys()

    def __len__(self) -> int:
        return self._size()
