"""The types that every stage shares: releases, what is found in them, and who is who.

All are frozen and picklable; none knows a library, a language or a file format. Positions are
half-open ranges of code points in :attr:`Release.text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """In what role a person took part in an event: one of those who met, a speaker, or also there."""

    PRINCIPAL = "Principal"
    SPEAKER = "Speaker"
    ATTENDEE = "Attendee"


class Status(StrEnum):
    """Whether the release says that the occasion took place."""

    HELD = "Held"
    SCHEDULED = "Scheduled"
    RECALLED = "Recalled"  # background told in passing
    CANCELLED = "Cancelled"


class Kind(StrEnum):
    """What sort of occasion an event is; OTHER stays a plain kg:Event."""

    MEETING = "Meeting"
    VISIT = "Visit"
    CEREMONY = "Ceremony"
    CONFERENCE = "Conference"
    RECEPTION = "Reception"
    SIGNING = "Signing"
    BRIEFING = "Briefing"
    SPEECH = "Speech"
    APPOINTMENT = "Appointment"
    OTHER = "Event"


class Verdict(StrEnum):
    """Whether mentions in different releases are one and the same."""

    SAME = "SAME"
    DIFFERENT = "DIFFERENT"
    UNSURE = "UNSURE"


class Span(NamedTuple):
    """``text[start:end]``: code points, half open. A tuple, as thousands are made and sorted for a release."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a release was read from: a path as given, and the row or line (from 1) in a table."""

    path: str
    row: int | None = None

    def __str__(self) -> str:
        return self.path if self.row is None else f"{self.path}, row {self.row}"


@dataclass(frozen=True, slots=True)
class Release:
    """One press release as read.

    ``text`` is the title, an empty line, and the paragraphs of the body (then captions), separated by
    an empty line each; single line breaks inside a paragraph are kept. Spaces are single, lines are
    stripped, layout (rulers, indents, "Ends/...", "Issued at ...") is gone. Offsets are final.
    ``issued`` is a datetime with the +08:00 offset when the time of issue is known, else a date.
    """

    id: str
    url: str | None
    lang: str
    issued: date | datetime
    title: str
    text: str
    source: Source

    @property
    def day(self) -> date:
        """The day of issue."""
        return self.issued.date() if isinstance(self.issued, datetime) else self.issued


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be read or used: where, why, and what to do about it."""

    source: Source
    reason: str
    remedy: str


class Passed(StrEnum):
    """Why an input was rightly passed over."""

    OTHER_KIND = "not a kind of file that kg reads"
    DUPLICATE = "the same release again"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """An input that was rightly left aside; such are counted, not complained about."""

    source: Source
    reason: Passed


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A release, by its id, in a file that is as a former build saw it."""

    id: str
    source: Source


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a fact, and the rule that took them so."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a person or an agency is named; ``form`` is the name as printed there."""

    span: Span
    rule: str
    form: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person within one release: all mentions that refer to them, first the fullest name.

    ``name`` has no honorific and no post-nominals; ``title`` is the honorific ("Mr", "Dr").
    """

    name: str
    title: str | None
    post_nominals: tuple[str, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Agency:
    """An organisation within one release, under its full name where the release gives one.

    ``references`` are the words that mean it without being a name of it: "the Department", or "Lands" in "the
    Lands and Planning Departments".
    """

    name: str
    abbreviation: str | None
    mentions: tuple[Mention, ...]
    references: tuple[Evidence, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the text means it, by name or without."""
        return (*(mention.span for mention in self.mentions), *(each.span for each in self.references))


@dataclass(frozen=True, slots=True)
class Place:
    """A venue or city as printed."""

    name: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Day:
    """A date as precise as the text gives it: ``day`` is None for "in May 2025"."""

    year: int
    month: int
    day: int | None = None

    def __str__(self) -> str:
        whole = f"{self.year:04}-{self.month:02}"
        return whole if self.day is None else f"{whole}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class When:
    """When something was or will be: one day, or a range from ``start`` to ``end``.

    Either end may be open: "will return on May 20" has only an end.
    """

    start: Day | None
    end: Day | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Tenure:
    """The release says that a person holds a post; indexes point into the same Findings."""

    person: int
    post: str
    agency: int | None
    acting: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in an event, in which role, in which post (a tenure) and on which side (an agency)."""

    person: int
    role: Role
    tenure: int | None
    delegation: int | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One occasion that the release states; ``parent`` is the visit a meeting belongs to."""

    kind: Kind
    status: Status
    when: When | None
    place: Place | None
    topic: Evidence | None
    participants: tuple[Participant, ...]
    parent: int | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A span that a rule looked at and left out, and why; shown by ``kg explain``."""

    span: Span
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one release states. Indexes in tenures and events point into these tuples.

    ``sentences`` are the spans of the sentences, in order, so that evidence can be shown in its place.
    """

    release: Release
    people: tuple[Person, ...]
    agencies: tuple[Agency, ...]
    tenures: tuple[Tenure, ...]
    events: tuple[Event, ...]
    sentences: tuple[Span, ...]
    dropped: tuple[Dropped, ...] = ()


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
    ``all_places`` have beside these what they belong to: bodies above, those of posts, what a place is in. The
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
    state: str = ""
    changes: Changes | None = None
