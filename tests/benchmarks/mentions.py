"""People as releases mention them, with the truth: what every method of telling people apart is given and judged by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.resolution import Resolution
from tests.benchmarks.archive import Made
from tests.benchmarks.archive.cast import Group
from tests.benchmarks.archive.naming import Style


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A person in one release. ``person``, ``group`` and ``style`` are the truth, which no method may see.

    ``place`` is the release and the index in its people; ``posts`` are those that the release names, mostly one.
    """

    person: int
    group: Group
    style: Style
    place: tuple[str, int]
    day: date
    name: str
    title: str
    posts: tuple[str, ...]
    acting: bool


def mentioned(made: Iterable[Made]) -> Iterator[Mentioned]:
    """Everybody in these releases, in their order."""
    for one in made:
        release = one.findings.release
        for index, part in enumerate(one.cast):
            place = release.id, index
            yield Mentioned(
                part.person, part.group, part.style, place, release.day, part.name, part.title, part.posts, part.acting
            )


def resolved(mentions: Iterable[Mentioned], resolution: Resolution) -> list[str]:
    """The key that kg gives each; one of its own for whom kg takes for no official."""
    keys = []
    for one in mentions:
        release, index = one.place
        identity = resolution.releases[release].people[index]
        keys.append(identity.key if identity else f"{release} {index}")
    return keys


def by_name(mentions: Iterable[Mentioned]) -> list[str]:
    """The plainest method: who is printed alike is the same."""
    return [one.name for one in mentions]


def open_to_all(mentions: Iterable[Mentioned]) -> int:
    """How many mentions no reader could place: the name belongs to several, and the post, if any, to none of them.

    The name as printed is that of two people or more, and nobody of that name has the post in another mention.
    """
    mentions = list(mentions)
    bearers: dict[str, set[int]] = {}
    shown: dict[tuple[str, str], int] = {}
    for one in mentions:
        bearers.setdefault(one.name, set()).add(one.person)
        for post in one.posts:
            shown[one.name, post] = shown.get((one.name, post), 0) + 1
    return sum(len(bearers[one.name]) > 1 and all(shown[one.name, post] == 1 for post in one.posts) for one in mentions)
