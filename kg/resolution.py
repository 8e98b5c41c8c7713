"""The types of who is who, which resolving makes and telling reads: people, agencies, posts and places across releases.

All are frozen and picklable; none knows a library, a language or a file format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kg.model import Problem


class Verdict(StrEnum):
    """Whether mentions in different releases are one and the same."""

    SAME = "SAME"
    DIFFERENT = "DIFFERENT"
    UNSURE = "UNSURE"


class Form(NamedTuple):
    """A name as seen, and the language of the release that has it (BCP 47). A tuple, as sets of them are made."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, agency, post or place across releases.

    ``key`` is the readable local part of the IRI ("john-lee"); ``forms`` are all names seen, the fullest
    first; ``verdict`` and ``reason`` say why these are one. ``aliases`` are keys that some of its mentions
    would have on their own ("wco"), kept as owl:sameAs. ``joined`` when mentions of different names or posts had to be
    compared to make it one.
    """

    key: str
    label: str
    forms: tuple[Form, ...]
    verdict: Verdict
    reason: str
    aliases: tuple[str, ...] = ()
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two people are one: their keys (the lesser first), how sure in bits (log odds; None where a fact
    decides), and the reasons in words."""

    one: str
    other: str
    verdict: Verdict
    score: float | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person has laid down of two officials, agencies or posts: one and the same, or two.

    ``kind`` is "official", "agency" or "post"; ``one`` and ``other`` are keys.
    """

    kind: str
    one: str
    other: str
    same: bool


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that people have corrected: links, and labels by kind and key; ``path`` is the file, for messages."""

    path: str
    links: tuple[Correction, ...]
    labels: Mapping[tuple[str, str], tuple[Form, ...]]


@dataclass(frozen=True, slots=True)
class Body:
    """An agency across releases; ``jurisdiction`` is an ISO 3166-1 alpha-2 code, or "INT".

    ``successors`` took its place, from the day ``until`` on.
    """

    identity: Identity
    abbreviation: str | None
    parent: Body | None
    jurisdiction: str | None
    successors: tuple[Body, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post across releases, whoever holds it, and the agency it is in."""

    identity: Identity
    abbreviation: str | None
    agency: Body | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is who in one release: parallel to its Findings' people, agencies, tenures and events.

    A person who neither holds a post nor takes part in an event is no official: None.
    """

    people: tuple[Identity | None, ...]
    agencies: tuple[Body, ...]
    posts: tuple[Office, ...]  # of each tenure
    places: tuple[Identity | None, ...]  # of each event


@dataclass(frozen=True, slots=True)
class Changes:
    """What is resolved otherwise than it was in a former state, named ``since``: nothing else can be told otherwise.

    ``releases`` are the ids of those that are new, say something else or name what is taken for another than before,
    ``gone`` of those that are there no more. Of what releases share, these are the keys of what is new, otherwise
    than before or gone; of judgements the keys of the two officials.
    """

    since: str
    releases: frozenset[str]
    gone: frozenset[str]
    officials: frozenset[str]
    agencies: frozenset[str]
    posts: frozenset[str]
    places: frozenset[str]
    judgements: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who over all releases, by release id; ``publisher`` issues them.

    ``judgements`` are the people who may be one, and the namesakes told apart. ``problems`` are corrections that
    contradict one another or a release and were left aside, ``unknown`` those of things that no release has.
    ``within`` has, by the key of a place, the place around it: the city of a venue, the country of a city.
    ``officials``, ``agencies``, ``posts`` and ``places`` are all that the releases name, by key; ``all_agencies`` and
    ``all_places`` have beside these what they belong to: bodies above, those of posts, what a place is in; which those
    are is told by kind ("agency", "place") and key in ``beyond``. The
    mappings may be read from a disk as they are asked. ``state`` names this very resolution, where it is kept;
    ``changes`` are those since a former one, where that is known.
    """

    releases: Mapping[str, Resolved]
    publisher: Body | None
    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()
    unknown: tuple[str, ...] = ()
    within: Mapping[str, Identity] = field(default_factory=dict)
    officials: Mapping[str, Identity] = field(default_factory=dict)
    agencies: Mapping[str, Body] = field(default_factory=dict)
    posts: Mapping[str, Office] = field(default_factory=dict)
    places: Mapping[str, Identity] = field(default_factory=dict)
    all_agencies: Mapping[str, Body] = field(default_factory=dict)
    all_places: Mapping[str, Identity] = field(default_factory=dict)
    beyond: frozenset[tuple[str, str]] = frozenset()
    state: str = ""
    changes: Changes | None = None
