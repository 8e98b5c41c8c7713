"""A release with all that was found in it drawn under its text, line by line.

Pure: findings in, lines out. Each line is made of pieces, and each piece says what it shows, so that a terminal can
colour it; without colour the lines are complete as they are. Widths are columns: a Chinese character takes two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from textwrap import wrap

from kg.model import Event, Findings, Span, When

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_WORD = re.compile(r"\S+\s*")
_LEAST_WIDTH = 40
_GAP = 2
"""Columns between two marks that share a line."""


class Shows(StrEnum):
    """What a piece of a line shows."""

    TEXT = "text"
    PERSON = "person"
    POST = "post"
    AGENCY = "agency"
    EVENT = "event"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding under the words it was read from: what it is, in words, and the rule that made it."""

    span: Span
    shows: Shows
    says: str
    rule: str

    @property
    def label(self) -> str:
        """What stands beside the mark."""
        return f"{self.says} [{self.rule}]"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line, and what it shows."""

    text: str
    shows: Shows


@dataclass(frozen=True, slots=True)
class Drawing:
    """A release and all its marks, for those who want them as data."""

    release: str
    issued: str
    title: str
    text: str
    marks: tuple[Mark, ...]


Line = tuple[Piece, ...]


def plain(line: Line) -> str:
    """A line without colour."""
    return "".join(piece.text for piece in line).rstrip()


def marks(findings: Findings) -> tuple[Mark, ...]:
    """Every finding of a release as marks, in the order of the text; events are numbered from 1.

    The words that name a person who holds a post are marked once, as the person.
    """
    people = {(mention.span, mention.rule) for person in findings.people for mention in person.mentions}
    made = [
        *(Mark(m.span, Shows.PERSON, person.name, m.rule) for person in findings.people for m in person.mentions),
        *(Mark(m.span, Shows.AGENCY, agency.name, m.rule) for agency in findings.agencies for m in agency.mentions),
        *(Mark(r.span, Shows.AGENCY, agency.name, r.rule) for agency in findings.agencies for r in agency.references),
    ]
    for tenure in findings.tenures:
        says = f"{findings.people[tenure.person].name}: {'Acting ' if tenure.acting else ''}{tenure.post}"
        made += [
            Mark(evidence.span, Shows.POST, says, evidence.rule)
            for evidence in tenure.evidence
            if (evidence.span, evidence.rule) not in people
        ]
    for number, event in enumerate(findings.events, start=1):
        made += _of_event(findings, number, event)
    made += [Mark(dropped.span, Shows.DROPPED, dropped.reason, dropped.rule) for dropped in findings.dropped]
    return tuple(
        sorted(dict.fromkeys(made), key=lambda mark: (mark.span.start, -mark.span.end, mark.shows, mark.label))
    )


def drawing(findings: Findings) -> Drawing:
    """The release with its marks, as data."""
    release = findings.release
    return Drawing(release.id, release.issued.isoformat(), release.title, release.text, marks(findings))


def _of_event(findings: Findings, number: int, event: Event) -> Iterator[Mark]:
    place = event.place.evidence if event.place else None
    when = event.when.evidence if event.when else None
    for evidence in dict.fromkeys([*event.evidence, *(each for each in (when, place, event.topic) if each)]):
        what = f"{event.kind.value}, {event.status.value.lower()}"
        if event.when and evidence == when:
            what = day(event.when)
        elif event.place and evidence == place:
            what = event.place.name
        elif evidence == event.topic:
            what = "topic"
        yield Mark(evidence.span, Shows.EVENT, f"#{number} {what}", evidence.rule)
    for part in event.participants:
        says = f"#{number} {part.role.value.lower()} {findings.people[part.person].name}"
        for evidence in part.evidence:
            yield Mark(evidence.span, Shows.EVENT, says, evidence.rule)


def day(when: When) -> str:
    """A day, or a range of days, as it is written in ISO 8601: "2025-05-19", "2025-05-19/2025-05-21"."""
    if when.end is None or when.end == when.start:
        return str(when.start)
    return f"{when.start or '..'}/{when.end}"


def drawn(findings: Findings, width: int = 100) -> Iterator[Line]:
    """The release as lines: its text broken at ``width`` columns, under each line the marks, then the events in words.

    >>> from datetime import date
    >>> from kg.model import Mention, Person, Release, Source, Span
    >>> release = Release("P1", None, "en", date(2025, 5, 19), "", "Mr John Lee spoke.", Source("P1.txt"))
    >>> person = Person("John Lee", "Mr", (), (Mention(Span(3, 11), "name-honorific", "John Lee"),))
    >>> for line in drawn(Findings(release, (person,), (), (), (), ())):
    ...     print(plain(line))
    Mr John Lee spoke.
       ^^^^^^^^ John Lee [name-honorific]
    """
    width = max(width, _LEAST_WIDTH)
    text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", findings.release.text)
    waiting = list(marks(findings))
    for line in _lines(text, width):
        yield (Piece(text[line.start : line.end].rstrip(), Shows.TEXT),)
        here = [mark for mark in waiting if mark.span.start < line.end and mark.span.end > line.start]
        waiting = [mark for mark in waiting if mark.span.end > line.end]
        yield from _rows(text, line, here, width)
    yield from _told(findings, width)


def _lines(text: str, width: int) -> Iterator[Span]:
    """The lines of a text broken between words at ``width`` columns; a longer word is broken where it must be."""
    at = 0
    for paragraph in text.split("\n"):
        start = end = at
        for word in _words(paragraph, at, width):
            if end > start and _columns(text[start : word.end].rstrip()) > width:
                yield Span(start, end)
                start = word.start
            end = word.end
        yield Span(start, end)
        at += len(paragraph) + 1


def _words(paragraph: str, at: int, width: int) -> Iterator[Span]:
    """The words of a paragraph that begins at ``at``, each with the space behind it, none wider than a line."""
    gap = len(paragraph) - len(paragraph.lstrip())
    bounds = [0, *(m.end() for m in _WORD.finditer(paragraph, gap))]
    for start, end in pairwise(bounds):
        step = end - start if _columns(paragraph[start:end].rstrip()) <= width else max(1, width // 2)
        for cut in range(start, end, step):
            yield Span(at + cut, at + min(cut + step, end))


def _columns(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark on a line: the columns of its carets, and those of all of it; ``before`` when its label stands first."""

    mark: Mark
    start: int
    carets: int
    label: str
    before: bool

    @property
    def left(self) -> int:
        return self.start - _columns(self.label) - 1 if self.before else self.start

    @property
    def right(self) -> int:
        return self.start + self.carets + (0 if self.before or not self.label else 1 + _columns(self.label))


def _rows(text: str, line: Span, here: Sequence[Mark], width: int) -> Iterator[Line]:
    """The marks of a line in as few rows as hold them, each in the first where it has room."""
    rows: list[list[_Placed]] = []
    for mark in here:
        placed = _placed(text, line, mark, width)
        row = next((row for row in rows if all(_apart(placed, other) for other in row)), None)
        if row is None:
            rows.append([placed])
        else:
            row.append(placed)
    for row in rows:
        yield from _row(row, width)


def _apart(one: _Placed, other: _Placed) -> bool:
    return one.left >= other.right + _GAP or other.left >= one.right + _GAP


def _placed(text: str, line: Span, mark: Mark, width: int) -> _Placed:
    start = _columns(text[line.start : max(line.start, mark.span.start)])
    words = text[max(line.start, mark.span.start) : min(line.end, mark.span.end)].rstrip()
    carets = max(1, _columns(words))
    label = mark.label if mark.span.start >= line.start else ""  # said where the words begin
    fits_behind = start + carets + 1 + _columns(label) <= width
    return _Placed(mark, start, carets, label, before=not fits_behind and start > _columns(label))


def _row(row: list[_Placed], width: int) -> Iterator[Line]:
    """One line of marks; a label that has room on neither side goes to a line of its own."""
    pieces: list[Piece] = []
    column = 0
    below: list[Mark] = []
    for placed in sorted(row, key=lambda each: each.left):
        carets, label = "^" * placed.carets, placed.label
        if placed.right > width and not placed.before:
            below.append(placed.mark)
            label = ""
        words = f"{label} {carets}" if placed.before else f"{carets} {label}" if label else carets
        pieces += [Piece(" " * (placed.left - column), Shows.TEXT), Piece(words, placed.mark.shows)]
        column = placed.left + _columns(words)
    yield tuple(pieces)
    for mark in below:
        yield (Piece(f"  {mark.label}", mark.shows),)


def _told(findings: Findings, width: int) -> Iterator[Line]:
    """The events in words, under the numbers that their marks bear."""
    if findings.events:
        yield (Piece("", Shows.TEXT),)
    for number, event in enumerate(findings.events, start=1):
        said: Iterable[str | None] = (
            f"#{number} {event.kind.value}",
            event.status.value.lower(),
            day(event.when) if event.when else None,
            event.place.name if event.place else None,
            f"during #{event.parent + 1}" if event.parent is not None else None,
        )
        who = (f"{findings.people[part.person].name} ({part.role.value.lower()})" for part in event.participants)
        words = f"{', '.join(each for each in said if each)}: {', '.join(who) or 'nobody named'}"
        for line in wrap(words, width, subsequent_indent="  ", break_on_hyphens=False):
            yield (Piece(line, Shows.EVENT),)
