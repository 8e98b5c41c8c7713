"""Signatures: what single releases say of a person, gathered under a key that no other release can change.

The key of a mention is its name and the post in which its release shows it
("john-lee--secretary-for-security"), or, where the release shows none, the release ("john-lee--p2025051900123"). It is
a function of that release and the reference data alone. All mentions with one key are taken for one person, so there
are as many signatures as names in posts, far fewer than mentions; these are compared, and a person is a group of them.

A principal official of the Government has the bare name ("john-lee") as well.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.model import Form
from kg.resolve import weights
from kg.resolve.names import shortened, slug
from kg.resolve.personal import PersonalName, gender, parse, rank, surname_share
from kg.resolve.posts import Posts
from kg.resolve.record import Record
from kg.resolve.standing import MAIN, Standing

TABLE_NAMES = 1000
"""The tables of surnames count as much as so many names of the build (a Dirichlet prior), so that few say nothing."""

Place = tuple[str, int]
"""A person of one release: release id, and index in its people."""


@dataclass(slots=True)
class Signature:
    """Mentions with one key, and what they say together.

    ``names`` are the readings of its forms, ``ranks`` those of the honorifics (:func:`kg.resolve.personal.rank`).
    ``posts`` has the days (ordinals) on which each post is seen, by its role (:class:`kg.resolve.standing.Standing`);
    ``acting`` are those only ever held for the time being, ``held`` the others. ``bare`` is the bare name, where a
    principal official claims it.
    """

    key: str
    names: set[PersonalName] = field(default_factory=set)
    forms: set[Form] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    releases: set[str] = field(default_factory=set)
    days: list[int] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    ranks: set[str] = field(default_factory=set)
    jurisdictions: set[str] = field(default_factory=set)
    posts: dict[str, list[int]] = field(default_factory=dict)
    acting: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    bare: str | None = None

    @property
    def name(self) -> PersonalName:
        """The reading that tells most."""
        return min(self.names, key=_telling)

    @property
    def form(self) -> str:
        """The form that tells most, for reasons in words."""
        name = self.name
        return min(self.forms, key=lambda one: (parse(one.text) != name, -len(one.text), one.text.isupper(), one)).text


@dataclass(frozen=True, slots=True)
class Signatures:
    """All of a build, by key; ``standings`` of the posts they hold, by role.

    ``together`` are the pairs of posts that somebody holds beside one another: these never speak against one person.
    ``surnames`` counts the further different names of each surname, beyond its first; ``names`` the different names.
    """

    by_key: Mapping[str, Signature]
    standings: Mapping[str, Standing]
    together: frozenset[tuple[str, str]]
    surnames: Mapping[str, int]
    names: int

    @property
    def prior(self) -> float:
        """The log odds, in bits, that two signatures are one person before anything is compared."""
        doublings = math.log2(max(self.names, weights.FEW_NAMES) / weights.FEW_NAMES)
        return weights.PRIOR + weights.DOUBLED * round(doublings)

    def excess(self, one: PersonalName, other: PersonalName) -> float:
        """How many times as usual as the tables have it the surname of two names is in this build; at least 1."""
        excess = [1.0]
        for surname in {*one.surnames} & {*other.surnames}:
            usual = surname_share(surname)
            seen = self.surnames.get(surname, 0) + TABLE_NAMES * usual
            excess.append(seen / (self.names + TABLE_NAMES) / usual)
        return max(excess)


def signatures(records: Iterable[Record], posts: Posts) -> Signatures:
    """Gather the people who hold a post or take part in an event."""
    found: dict[str, Signature] = {}
    standings: dict[str, Standing] = {}
    together: set[tuple[str, str]] = set()
    for record in records:
        held_posts = [posts.standing(one) for one in posts.of(record.id)]
        standings.update((one.role, one) for one in held_posts)
        holdings: dict[int, list[int]] = {}
        for number, tenure in enumerate(record.tenures):
            holdings.setdefault(tenure.person, []).append(number)
        keys: set[str] = set()
        for index, person in enumerate(record.people):
            if person.active:
                numbers = holdings.get(index, [])
                key, bare = _keys(record, index, numbers, posts, keys)
                keys.add(key)
                one = found.setdefault(key, Signature(key))
                one.bare = one.bare or bare
                _add(one, record, index, [(held_posts[n].role, record.tenures[n].acting) for n in numbers])
                one.jurisdictions.update(code for n in numbers if (code := held_posts[n].jurisdiction))
                held = sorted({held_posts[n].role for n in numbers})
                together.update((a, b) for a in held for b in held if a < b)
    for one in found.values():
        _settle(one)
    return Signatures(found, standings, frozenset(together), *_surnames(found.values()))


def _surnames(several: Iterable[Signature]) -> tuple[dict[str, int], int]:
    """How many different names beyond the first each surname has, and how many names there are."""
    names = {name for one in several for name in one.names if not name.bare}
    counts = Counter(surname for name in names for surname in name.surnames)
    return {surname: count - 1 for surname, count in counts.items()}, len(names)


def _add(one: Signature, record: Record, index: int, held: Sequence[tuple[str, bool]]) -> None:
    person, day = record.people[index], record.day.toordinal()
    one.names.add(parse(person.name))
    one.forms.update(Form(text, record.lang) for text in person.forms)
    one.places.append((record.id, index))
    one.releases.add(record.id)
    one.days.append(day)
    if known := gender(person.title):
        one.genders.add(known)
    if person.title:
        one.ranks.add(rank(person.title))
    for post, acting in held:
        one.posts.setdefault(post, []).append(day)
        (one.acting if acting else one.held).add(post)


def _settle(one: Signature) -> None:
    one.acting -= one.held
    one.days.sort()
    for days in one.posts.values():
        days.sort()


def _keys(record: Record, index: int, numbers: Sequence[int], posts: Posts, taken: set[str]) -> tuple[str, str | None]:
    """The key of a mention, and the bare name where it claims that; ``taken`` are the keys of this release."""
    name = slug(record.people[index].name)
    whole = not parse(record.people[index].name).bare
    bare, marks = None, []
    for number in numbers:
        tenure = record.tenures[number]
        own = posts.own_key(tenure, record)
        if whole and not tenure.acting and posts.is_principal(own):
            bare = name
        marks.append((tenure.acting, MAIN.match(tenure.post) is None, number, own))
    acting, _, _, post = min(marks, default=(False, False, 0, slug(record.id)))
    key = f"{name}--{'acting-' if acting else ''}{shortened(post)}"
    if key in taken:  # two people of one release with one name and one post
        key = f"{key}-{slug(record.id)}-{index + 1}"
    return key, bare


def _telling(name: PersonalName) -> tuple[int, int, int, PersonalName]:
    return (
        -(len(name.given) + len(name.others) + len(name.initials)),
        -len(name.given),
        -len(name.surnames),
        name,
    )


def merged(one: Signature, other: Signature) -> Signature:
    """What two signatures say together, under the lesser key; both stay as they are."""
    posts = {post: list(days) for post, days in one.posts.items()}
    for post, days in other.posts.items():
        posts[post] = sorted([*posts.get(post, ()), *days])
    held = one.held | other.held
    return Signature(
        key=min(one.key, other.key),
        names=one.names | other.names,
        forms=one.forms | other.forms,
        places=[*one.places, *other.places],
        releases=one.releases | other.releases,
        days=sorted([*one.days, *other.days]),
        genders=one.genders | other.genders,
        ranks=one.ranks | other.ranks,
        jurisdictions=one.jurisdictions | other.jurisdictions,
        posts=posts,
        acting=(one.acting | other.acting) - held,
        held=held,
    )
