"""Signatures: what single releases say of a person, gathered under a key that no other release can change.

The key of a mention is its name and the post in which its release shows it
("john-lee--secretary-for-security"), or, where the release shows none, the release ("john-lee--p2025051900123"). It is
a function of that release and the reference data alone. All mentions with one key are taken for one person, so there
are as many signatures as names in posts, far fewer than mentions; these are compared, and a person is a group of them.

A principal official of the Government has the bare name ("john-lee") as well.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from kg.resolution import Form
from kg.resolve.frequency import Frequencies
from kg.resolve.names import shortened, slug
from kg.resolve.personal import Agreement, PersonalName, compare, parse
from kg.resolve.posts import Posts
from kg.resolve.record import Record
from kg.resolve.standing import MAIN, Standing

NO_NAME_OF_THEIRS = frozenset({Agreement.MISPRINT, Agreement.TURNED})
"""How the names of one person stand to one another where one of them is a mistake."""

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
    """All of a build, by key; ``names`` are theirs alone, ``standings`` of the posts they hold, by role.

    ``together`` are the pairs of posts that somebody holds beside one another: these never speak against one person.
    ``usual`` is how usual names are in the build.
    """

    by_key: Mapping[str, Signature]
    names: Mapping[str, frozenset[PersonalName]]
    standings: Mapping[str, Standing]
    together: Container[tuple[str, str]]
    usual: Frequencies


def keys(record: Record, held: Mapping[int, Sequence[int]], posts: Posts) -> tuple[tuple[str, bool] | None, ...]:
    """The key of each person's signature, and whether they claim the bare name; None for who is no official.

    ``held`` are the indexes of the tenures of each person, by index.
    """
    taken: set[str] = set()
    found: list[tuple[str, bool] | None] = []
    for index, person in enumerate(record.people):
        each = _key(record, index, held.get(index, ()), posts, taken) if person.active else None
        if each is not None:
            taken.add(each[0])
        found.append(each)
    return tuple(found)


def bare(key: str) -> str:
    """The bare name in a key.

    >>> bare("john-lee--secretary-for-security")
    'john-lee'
    """
    return key.partition("--")[0]


def _key(record: Record, index: int, numbers: Sequence[int], posts: Posts, taken: set[str]) -> tuple[str, bool]:
    """The key of a mention, and whether it claims the bare name; ``taken`` are the keys of this release."""
    name = slug(record.people[index].name)
    whole = not parse(record.people[index].name).bare
    bare, marks = False, []
    for number in numbers:
        tenure = record.tenures[number]
        own = posts.own_key(tenure, record)
        if whole and not tenure.acting and posts.is_principal(own):
            bare = True
        marks.append((tenure.acting, MAIN.match(tenure.post) is None, number, own))
    acting, _, _, post = min(marks) if marks else (False, False, 0, slug(record.id))
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
        names=_readings(one, other),
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


def _readings(one: Signature, other: Signature) -> set[PersonalName]:
    """The names of both; of a name and its misprints the one that is printed more often.

    Two misprints of one name need not look alike, and neither is what others are to be compared with.
    """
    if mistaken(one, other):
        return set(other.names)
    return set(one.names) if mistaken(other, one) else one.names | other.names


def mistaken(one: Signature, other: Signature) -> bool:
    """Whether the names of the one are mistakes of those of the other, which are printed more often."""
    if (len(one.places), other.key) > (len(other.places), one.key):
        return False
    return max(compare(a, b) for a in one.names for b in other.names) in NO_NAME_OF_THEIRS
