"""What releases say of people, gathered by signature and kept by difference.

A *sighting* counts all that the mentions with one key say, by the keys of posts; a signature is what these tell, by
the roles that the posts have in this build.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, combinations, repeat

import msgspec

from kg.resolution import Form
from kg.resolve.frequency import Frequencies, parts, prior, surplus
from kg.resolve.personal import PersonalName, gender, parse, rank
from kg.resolve.posts import Posts
from kg.resolve.record import Record
from kg.resolve.shelves import Lazy, LostError, Shelf, Shelves, Tallies, count
from kg.resolve.signature import Signature, Signatures, bare, keys

_BETWEEN = "\0"
_ALL = "all"


class Sighting(msgspec.Struct, array_like=True):
    """How often the mentions with one key show each name, form and honorific, on which days, in which posts (acting or
    not); ``places`` are the releases with the indexes of the people, ``bare`` how many claim the bare name."""

    names: dict[str, int]
    forms: dict[Form, int]
    titles: dict[str, int]
    places: dict[str, list[int]]
    days: dict[int, int]
    held: dict[tuple[str, bool], dict[int, int]]
    bare: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What leads to a signature: the readings of its names, their parts, the keys of its posts, and whether it
    claims the bare name."""

    names: frozenset[PersonalName] = frozenset()
    parts: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    bare: bool = False


_NOTHING = Outline()


class Mentions:
    """The sightings of a build, and what it must know of all together."""

    def __init__(self, shelves: Shelves, posts: Posts) -> None:
        self._posts = posts
        self._kept = shelves.shelf("sightings", Sighting)
        self._seen = Tallies(self._kept, lambda: Sighting({}, {}, {}, {}, {}, {}, 0), _outline)
        self._holders = shelves.links("holders")  # key of a post -> signatures
        self._bares = shelves.links("bares")  # bare name -> signatures
        self._bearers = shelves.links("bearers")  # part of a name -> signatures
        self._names = shelves.shelf("names", int)  # a name -> signatures that have it
        self._parts = shelves.shelf("parts", int)  # part of a name -> different names
        self._totals = shelves.shelf("totals", int)
        self._beside = shelves.shelf("beside", int)  # two posts -> mentions that hold both
        self._together = shelves.shelf("together", list[tuple[str, str]])
        self._made = Lazy(self._make)
        self._named = Lazy(self._names_of)
        self._roles = Lazy(posts.of_role)

    # --- what releases say

    def count(self, record: Record, posts: Sequence[str], by: int) -> tuple[str | None, ...]:
        """Take what a release says of people in posts with these keys, or take it off again (``by`` is 1 or -1).

        Returns the key of each person's signature, None for who is no official.
        """
        held: dict[int, list[int]] = {}
        for number, tenure in enumerate(record.tenures):
            held.setdefault(tenure.person, []).append(number)
        found = keys(record, held, self._posts)
        for index, each in enumerate(found):
            if each is not None:
                key, bare = each
                several = [(posts[n], record.tenures[n].acting) for n in held.get(index, ())]
                self._count(self._seen.touch(key), record, index, several, by)
                if bare:
                    self._seen.touch(key).bare += by
        return tuple(each and each[0] for each in found)

    def _count(self, one: Sighting, record: Record, index: int, held: Sequence[tuple[str, bool]], by: int) -> None:
        person, day = record.people[index], record.day.toordinal()
        count(one.names, [person.name], by)
        count(one.forms, (Form(text, record.lang) for text in person.forms), by)
        count(one.titles, [person.title] if person.title else (), by)
        count(one.days, [day], by)
        for each in held:
            days = one.held.setdefault(each, {})
            count(days, [day], by)
            if not days:
                del one.held[each]
        for pair in _pairs({post for post, _ in held}):
            _bump(self._beside, _BETWEEN.join(pair), by)
        if by > 0:
            one.places.setdefault(record.id, []).append(index)
            return
        indexes = one.places.get(record.id, [])
        if index not in indexes:
            raise LostError(f"release {record.id} was not counted")
        indexes.remove(index)
        if not indexes:
            del one.places[record.id]

    # --- what changes with it

    def settle(self, telling: Collection[str]) -> set[str]:
        """The keys of the signatures that are not as before; ``telling`` are the posts that tell something else.

        Those are with them whose names are now more or less usual, or of whose posts somebody holds two at a time.
        """
        former, names = self._usual(), self.names
        settled = self._seen.settle()
        for key, (before, after) in settled.items():
            self._relink(key, before or _NOTHING, after or _NOTHING)
        now = self._usual()
        moved = (part for part in former.keys() | now.keys() if former.get(part) != now.get(part))
        dirty = {*settled, *(key for post in telling for key in self._holders.of(post))}
        dirty.update(*map(self._bearers.of, moved), *self._beside_anew())
        if prior(self.names) != prior(names):
            dirty.update(self._kept.keys())
        for key in dirty:
            self._made.pop(key, None)
            self._named.pop(key, None)
        self._roles.clear()
        return dirty

    def _relink(self, key: str, before: Outline, after: Outline) -> None:
        for links, former, now in (
            (self._holders, before.posts, after.posts),
            (self._bares, {bare(key)} if before.bare else set(), {bare(key)} if after.bare else set()),
            (self._bearers, before.parts, after.parts),
        ):
            for one in former - now:
                links.drop(one, key)
            for one in now - former:
                links.add(one, key)
        for name in before.names - after.names:
            if _bump(self._names, repr(name), -1) == 0:
                self._known_name(name, -1)
        for name in after.names - before.names:
            if _bump(self._names, repr(name), 1) == 1:
                self._known_name(name, 1)

    def _known_name(self, name: PersonalName, by: int) -> None:
        """Take a name that no signature had before, or take one off that none has any more."""
        if not name.bare:
            _bump(self._totals, "names", by)
            for part in parts(name):
                _bump(self._parts, part, by)

    def _usual(self) -> dict[str, float]:
        """How much more or less usual than the tables have it the parts of names are that are so."""
        found = {part: surplus(part, seen, self.names) for part, seen in self._parts.all().items()}
        return {part: bits for part, bits in found.items() if bits}

    def _beside_anew(self) -> Iterator[set[str]]:
        """The signatures with roles of which it is new that somebody holds both at a time, or no longer so."""
        former = set(self._together.get(_ALL) or ())
        now = {roles for both in self._beside.all() for roles in self._roles_of(*both.split(_BETWEEN))}
        self._together.put(_ALL, sorted(now))
        for pair in former ^ now:
            yield min((self._in_role(role) for role in pair), key=len)

    def _roles_of(self, *several: str) -> Iterator[tuple[str, str]]:
        one, other = sorted(self._posts.of_post(post).role for post in several)
        if one != other:
            yield one, other

    def _in_role(self, role: str) -> set[str]:
        return {key for post in self._posts.in_role(role) for key in self._holders.of(post)}

    def let_go(self) -> None:
        """Hold nothing in memory that lies on the disk."""
        for shelf in (self._kept, self._names):
            shelf.let_go()
        for links in (self._holders, self._bearers):
            links.let_go()
        self._made.clear()
        self._named.clear()

    # --- the signatures

    @property
    def names(self) -> int:
        """How many different names there are."""
        return self._totals.get("names") or 0

    def signatures(self) -> Signatures:
        """All signatures, each made when it is asked for."""
        usual = Frequencies(self._parts.all(), self.names)
        return Signatures(self._made, self._named, self._roles, frozenset(self._together.get(_ALL) or ()), usual)

    def ahead(self, keys: Collection[str]) -> None:
        """Have what is said of some signatures in memory."""
        self._kept.ahead(keys)

    def there(self, key: str) -> bool:
        """Whether there is a signature with this key."""
        return self._kept.get(key) is not None

    def named(self, key: str) -> tuple[str, ...]:
        """The signatures that a key stands for: one, those of principal officials of a bare name, or none."""
        return (key,) if self.there(key) else tuple(sorted(self._bares.of(key)))

    def alike(self, key: str) -> Set[str]:
        """The signatures that claim the same bare name."""
        return self._bares.of(bare(key)) if self._kept[key].bare else set()

    def releases(self, key: str) -> Iterable[str]:
        """The releases of a signature, if there is one."""
        found = self._kept.get(key)
        return found.places if found else ()

    def all(self) -> Iterator[str]:
        """The keys of all signatures, in order."""
        return self._kept.keys()

    def _names_of(self, key: str) -> frozenset[PersonalName]:
        """The names of a signature, which is not made for them: of many, nothing else is asked."""
        seen = self._kept.peek(key)
        return frozenset(map(parse, seen.names)) if seen else frozenset()

    def _make(self, key: str) -> Signature:
        seen, titles = self._kept[key], self._kept[key].titles
        standings = {post: self._posts.of_post(post) for post, _ in seen.held}
        posts: dict[str, list[int]] = {}
        for (post, _), days in seen.held.items():
            posts.setdefault(standings[post].role, []).extend(_each(days))
        held, acting = ({standings[post].role for post, each in seen.held if each is way} for way in (False, True))
        return Signature(
            key=key,
            names={parse(name) for name in seen.names},
            forms=set(seen.forms),
            places=[(release, index) for release, indexes in seen.places.items() for index in indexes],
            releases=set(seen.places),
            days=sorted(_each(seen.days)),
            genders={known for title in titles if (known := gender(title))},
            ranks={rank(title) for title in titles},
            jurisdictions={one.jurisdiction for one in standings.values() if one.jurisdiction},
            posts={role: sorted(days) for role, days in posts.items()},
            acting=acting - held,
            held=held,
            bare=bare(key) if seen.bare else None,
        )


def _outline(one: Sighting) -> Outline | None:
    if not one.places:
        return None
    names = frozenset(map(parse, one.names))
    several = frozenset(part for name in names for part in parts(name))
    return Outline(names, several, frozenset(post for post, _ in one.held), one.bare > 0)


def _pairs(posts: Iterable[str]) -> Iterator[tuple[str, str]]:
    return combinations(sorted(posts), 2)


def _each(counts: Mapping[int, int]) -> Iterator[int]:
    """Every number as often as it is counted."""
    return chain.from_iterable(repeat(number, times) for number, times in counts.items())


def _bump(shelf: Shelf[int], key: str, by: int) -> int:
    """Add to a count; one that comes to none is not kept. Returns the count."""
    number = (shelf.get(key) or 0) + by
    if number:
        shelf.put(key, number)
    else:
        shelf.drop(key)
    return number
