"""People: mentions of one name in several releases are one official where their posts agree.

The method is record linkage in its plainest form. *Blocking*: only mentions whose names have one key
(:func:`kg.resolve.names.slug`) are compared. *Comparison*: what each mention says in its own release, the
posts held and the jurisdictions these speak for. *Clustering*: a mention joins the cluster it agrees with
most; it never joins one of another jurisdiction, nor one that has a mention in the same release. Where
nothing but the name decides between clusters, the verdict is UNSURE.

The first cluster by day of issue has the bare name as its key and keeps it when later releases arrive;
a namesake's key says what tells them apart ("john-lee--us").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kg.model import Form, Identity, Verdict
from kg.resolve.facts import HOME
from kg.resolve.names import fullest_first, slug
from kg.resolve.posts import Posts
from kg.resolve.record import Record

Place = tuple[str, int]
"""A person of one release: release id, and index in its people."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one release says of one person; sorted by day, then release and index."""

    day: date
    release: str
    index: int
    posts: frozenset[str]
    jurisdictions: frozenset[str]
    forms: frozenset[Form]

    @property
    def order(self) -> tuple[date, str, int]:
        return self.day, self.release, self.index


@dataclass(slots=True)
class Cluster:
    """Mentions taken for one person, and what they say together."""

    mentions: list[Said] = field(default_factory=list)
    releases: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)
    jurisdictions: set[str] = field(default_factory=set)
    open: int = 0  # mentions that could as well belong to a namesake

    def add(self, said: Said) -> None:
        self.mentions.append(said)
        self.releases.add(said.release)
        self.posts |= said.posts
        self.jurisdictions |= said.jurisdictions

    @property
    def first(self) -> tuple[date, str, int]:
        return min(said.order for said in self.mentions)

    def agrees(self, said: Said) -> bool:
        """Whether the mention may be this person at all."""
        apart = self.jurisdictions and said.jurisdictions and not self.jurisdictions & said.jurisdictions
        return said.release not in self.releases and not apart

    def support(self, said: Said) -> tuple[bool, bool, bool]:
        """How much speaks for it beside the name: a post in common, a jurisdiction in common, being at home."""
        return (
            bool(self.posts & said.posts),
            bool(self.jurisdictions & said.jurisdictions),
            HOME in self.jurisdictions,
        )


def resolve_people(records: Sequence[Record], posts: Posts) -> dict[Place, Identity]:
    """The identity of every person who holds a post or takes part in an event."""
    blocks: defaultdict[str, list[Said]] = defaultdict(list)
    for record in records:
        for key, said in _said(record, posts):
            blocks[key].append(said)
    found: dict[Place, Identity] = {}
    for key, block in blocks.items():
        clusters = cluster(block)
        for one, name in zip(clusters, _keys(key, clusters), strict=True):
            identity = _identity(name, one, len(clusters))
            found.update(((said.release, said.index), identity) for said in one.mentions)
    return found


def cluster(block: Iterable[Said]) -> list[Cluster]:
    """Part the mentions of one name into people, the first seen first, whatever the order given."""
    clusters: list[Cluster] = []
    for said in sorted(block, key=lambda said: (not said.jurisdictions, not said.posts, said.order)):
        possible = [one for one in clusters if one.agrees(said)]
        if not possible:
            possible = [Cluster()]
            clusters += possible
        best = max(possible, key=lambda one: one.support(said))
        if len(possible) > 1 and not any(best.support(said)[:2]):
            best.open += 1
        best.add(said)
    return sorted(clusters, key=lambda one: one.first)


def _said(record: Record, posts: Posts) -> Iterator[tuple[str, Said]]:
    offices = posts.of(record.id)
    held: defaultdict[int, set[str]] = defaultdict(set)
    served: defaultdict[int, set[str]] = defaultdict(set)
    for tenure, office in zip(record.tenures, offices, strict=True):
        held[tenure.person].add(office.identity.key)
        if code := posts.jurisdiction(office):
            served[tenure.person].add(code)
    for index, person in enumerate(record.people):
        if person.active:
            forms = frozenset(Form(text, record.lang) for text in person.forms)
            yield (
                slug(person.name),
                Said(record.day, record.id, index, frozenset(held[index]), frozenset(served[index]), forms),
            )


def _keys(name: str, clusters: Sequence[Cluster]) -> Iterator[str]:
    """The bare name for the first; for the others what they say of themselves. "--" is in no name's key."""
    taken: set[str] = set()
    for one in clusters:
        first = min(one.mentions, key=lambda said: said.order)
        marks = [
            *(code.lower() for code in sorted(one.jurisdictions)),
            *sorted(one.posts),
            f"{slug(first.release)}-{first.index + 1}",
        ]
        key = name if not taken else next(key for mark in marks if (key := f"{name}--{mark}") not in taken)
        taken.add(key)
        yield key


def _identity(key: str, one: Cluster, namesakes: int) -> Identity:
    forms = fullest_first(form for said in one.mentions for form in said.forms)
    return Identity(key, forms[0].text, forms, Verdict.UNSURE if one.open else Verdict.SAME, _reason(one, namesakes))


def _reason(one: Cluster, namesakes: int) -> str:
    """Why these mentions are one person, in words."""
    parts = ["one name form" if len(one.mentions) > 1 else "seen once"]
    if one.jurisdictions:
        parts.append("posts of " + ", ".join(sorted(one.jurisdictions)))
    if namesakes > 1:
        parts.append(f"told apart from {namesakes - 1} of the same name")
    if one.open:
        parts.append(f"{one.open} of {len(one.mentions)} mentions could be another of that name")
    return "; ".join(parts)


def identities(record: Record, found: Mapping[Place, Identity]) -> tuple[Identity | None, ...]:
    """The identity of each person of a release; None for who is no official."""
    return tuple(found.get((record.id, index)) for index in range(len(record.people)))
