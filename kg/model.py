"""The types that every stage shares: releases and what is found in them. Who is who is in :mod:`kg.resolution`.

All are frozen and picklable; none knows a library, a language or a file format. Positions are
half-open ranges of code points in :attr:`Release.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
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
    """Releases, by their ids, in files that are as a former build saw them."""

    ids: tuple[str, ...]


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
