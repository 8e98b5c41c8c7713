"""The story of one release while it is being read: events so far, the day and place it is at, who is on stage.

:class:`Story` and :class:`Draft` are builders: mutable, made and used up inside one call of
:func:`kg.extract.en.reading.read_english`. Rules add to them sentence by sentence;
:func:`kg.extract.en.finishing.finish` freezes what was told into Events.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kg.extract.en.scene import Ref
from kg.model import Day, Evidence, Kind, Place, Role, Span, Status, When

_STRENGTH: Final = {Role.ATTENDEE: 0, Role.SPEAKER: 1, Role.PRINCIPAL: 1}


@dataclass(frozen=True, slots=True)
class Holder:
    """A person introduced with a post, at a position of the text."""

    at: int
    person: int
    label: str
    acting: bool


@dataclass(frozen=True, slots=True)
class Side:
    """A side that people take part on: the words that name its ``body``, and those that say so."""

    body: Span
    words: Span


@dataclass(slots=True)
class Part:
    """One person's part in a draft: role, references to the person (at ``spans``) with their evidence, its words."""

    role: Role
    refs: list[Ref]
    names: list[Evidence]
    words: dict[Evidence, None]
    spans: set[Span]


@dataclass(slots=True)
class Draft:
    """An event under construction. ``words`` is what it may be called later on ("meeting", "lunch").

    ``trip`` is a journey of its own, to ``several`` places where it names more than one, ``own_day`` says that its
    sentence gives the day, ``phrase`` is the noun phrase that names the occasion, ``by_delegation`` that a delegation
    acts which is named elsewhere. ``open_side`` is the number of people on the one side of a meeting whose other side
    is not named: it counts if more turn up, or where it ``stands`` without them. ``beside`` says that its sentence
    names it beside another of its kind, ``retold`` are the sentences that told the event again, ``to_meet`` is a visit
    made to meet somebody there.
    """

    kind: Kind
    status: Status
    rule: str
    trigger: Span
    sentence: Span
    when: When | None = None
    place: Place | None = None
    topic: Evidence | None = None
    parts: dict[int, Part] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    parent: int | None = None
    trip: bool = False
    several: bool = False
    own_day: bool = False
    phrase: Span | None = None
    by_delegation: bool = False
    open_side: int = 0
    stands: bool = False
    beside: bool = False
    to_meet: bool = False
    retold: set[Span] = field(default_factory=set)

    def add(self, refs: Iterable[Ref], role: Role, rule: str, words: Span | None, *, over: bool = False) -> None:
        """Let people take part, as ``words`` say; a stronger role replaces a weaker one, an equal one with ``over``."""
        for ref in refs:
            part = self.parts.get(ref.person)
            if part is None:
                part = self.parts[ref.person] = Part(role, [ref], [Evidence(ref.span, rule)], {}, {ref.span})
            else:
                if ref.span not in part.spans:
                    part.spans.add(ref.span)
                    part.refs.append(ref)
                    part.names.append(Evidence(ref.span, rule))
                if over or _STRENGTH[role] > _STRENGTH[part.role]:
                    part.role = role
            if words is not None and (said := Evidence(words, rule)) not in part.words:
                part.words[said] = None

    def take(self, other: Draft) -> None:
        """Let the people of another draft take part as they do there."""
        for person, part in other.parts.items():
            for ref, name in zip(part.refs, part.names, strict=True):
                self.add([ref], part.role, name.rule, None)
            self.parts[person].words.update(part.words)

    def people(self, role: Role) -> list[int]:
        """The people who have this role so far."""
        return [person for person, part in self.parts.items() if part.role is role]


@dataclass(slots=True)
class Story:
    """What is known while reading on.

    ``places`` finds the places of a sentence; ``day``, ``city`` and ``venue`` are where and when the release is,
    ``plan`` the day that it tells of where that is still to come, ``last_day`` that on which a visit was concluded, of
    which "in the morning" tells; ``subject`` is whom "he" or "she" means,
    ``speaker`` whom "I" means; ``delegation`` who "the delegation" is, ``leader`` who is told to lead one; ``term``
    the day on which a list of appointments takes effect; ``holders`` are the people introduced with a post so far,
    ``offices`` are those by their whole posts; ``sides`` are those on which people are (None where a release tells
    two), ``sent`` is the side of "the delegation"; ``quoted`` are those whose words the release quotes;
    ``open_venue`` are the occasions "at the venue" that is still to be named.
    ``open_list`` are the occasions, called
    ``open_noun``, to which a list in the paragraphs that follow adds people, as ``open_words`` say.
    """

    issued: date
    text: str
    places: Callable[[Span], tuple[Place, ...]]
    drafts: list[Draft] = field(default_factory=list)
    day: When | None = None
    last_day: When | None = None
    plan: When | None = None
    city: Place | None = None
    venue: Place | None = None
    speaker: int | None = None
    speech: bool = False
    subject: list[Ref] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)
    offices: dict[str, list[Holder]] = field(default_factory=dict)
    sides: dict[int, Side | None] = field(default_factory=dict)
    sent: Side | None = None
    quoted: list[Ref] = field(default_factory=list)
    delegation: list[Ref] = field(default_factory=list)
    leader: list[Ref] = field(default_factory=list)
    term: When | None = None
    open_list: list[Draft] = field(default_factory=list)
    open_venue: list[Draft] = field(default_factory=list)
    open_noun: str | None = None
    open_words: Span | None = None

    def introduce(self, holders: Iterable[Holder]) -> None:
        """People introduced with a post from here on."""
        for holder in holders:
            self.holders.append(holder)
            if " of " in holder.label or " for " in holder.label:
                self.offices.setdefault(holder.label, []).append(holder)

    def last(self, *kinds: Kind) -> Draft | None:
        """The event told last, of one of ``kinds`` where given."""
        return next((d for d in reversed(self.drafts) if not kinds or d.kind in kinds), None)

    def trip(self) -> Draft | None:
        """The journey told last."""
        return next((d for d in reversed(self.drafts) if d.trip), None)

    def called(self, noun: str) -> Draft | None:
        """The event told last that may be called ``noun``."""
        return next((d for d in reversed(self.drafts) if noun in d.words), None)

    def told_in(self, sentence: Span) -> list[Draft]:
        """The events that a sentence told."""
        return [d for d in self.drafts if d.sentence == sentence or sentence in d.retold]

    def beside(self, draft: Draft) -> list[Draft]:
        """The events of the same kind that the same sentence told."""
        return [d for d in self.drafts if d.sentence == draft.sentence and d.kind is draft.kind]

    def told(self, draft: Draft) -> Draft:
        """Add an event, or return the one it tells again."""
        for other in reversed(self.drafts):
            is_same = _same_occasion(draft, other) and not self._named_apart(draft, other)
            if is_same or self._is_session_of(draft, other):
                _merge(other, draft)
                other.retold.add(draft.sentence)
                return other
        self.drafts.append(draft)
        return draft

    def _is_session_of(self, draft: Draft, other: Draft) -> bool:
        """Whether somebody is told to do something in a part of the conference that the same sentence names before:
        "will attend the Harbour Conference and deliver a speech at a plenary session"."""
        if draft.kind is not Kind.CONFERENCE or other.kind is not Kind.CONFERENCE or draft.sentence != other.sentence:
            return False
        if draft.phrase is None or other.phrase is None or set(draft.parts) != set(other.parts):
            return False
        between = self.text[other.phrase.end : draft.phrase.start]
        return _A_SESSION.fullmatch(self.text, *draft.phrase) is not None and _AND_THERE.match(between) is not None

    def _named_apart(self, a: Draft, b: Draft) -> bool:
        """Whether two occasions have names without a word in common: "the Harbour Forum", "a forum of Oslo Ports"."""
        if a.phrase is None or b.phrase is None:
            return False
        first, second = (self.text[phrase.start : phrase.end] for phrase in (a.phrase, b.phrase))
        if _IS_PART.search(first) or _IS_PART.search(second):
            return False
        x, y = set(_NAME.findall(first)), set(_NAME.findall(second))
        return min(len(x), len(y)) >= _SHORT_NAME and not x & y


_NAME: Final = re.compile(r"\b[A-Z0-9][\w'’-]*")
# what belongs to a larger occasion, whatever it is called
_IS_PART: Final = re.compile(
    r"\b(?:session|panel|plenary|dialogue|side event|segment|opening|closing)s?\b", re.IGNORECASE
)
_A_SESSION: Final = re.compile(r"(?:[a-z-]+ ){0,2}(?:sessions?|panel|panel discussion|plenary|segment)")
_AND_THERE: Final = re.compile(r",? and (?:also )?(?:(?:will )?(?:deliver|speak|spoke|give|gave)[a-z]*)\b[^.;,]{0,40}$")
_SHORT_NAME: Final = 2  # words, fewer than in the name of an occasion


def _same_occasion(a: Draft, b: Draft) -> bool:
    """One occasion told twice: same kind, same principals, no other day or place."""
    if a.kind is not b.kind or a.trip != b.trip or (a.beside and a.sentence == b.sentence):
        return False
    x, y = set(a.parts), set(b.parts)
    if a.trip and not x and not y:
        return True  # one delegation is on its way
    if not (x & y) or not (x <= y or y <= x):
        return False
    if a.kind is Kind.MEETING and min(len(x), len(y)) < 2:
        return False
    if a.kind is not Kind.MEETING and not (a.words & b.words):
        return False
    if a.kind is Kind.MEETING and set(a.people(Role.PRINCIPAL)) != set(b.people(Role.PRINCIPAL)):
        return False
    if a.trip:
        return not (a.place and b.place and a.place.name.split(",")[0] != b.place.name.split(",")[0])
    if a.when and b.when and str(first_day(a.when)) != str(first_day(b.when)):
        return False
    return not (a.place and b.place and a.place.name.split(",")[0] != b.place.name.split(",")[0])


def _merge(kept: Draft, again: Draft) -> None:
    kept.when = _extended(kept.when, again.when) if kept.trip else kept.when or again.when
    kept.place = kept.place or again.place
    kept.topic = kept.topic or again.topic
    kept.words |= again.words
    kept.take(again)


def _extended(first: When | None, second: When | None) -> When | None:
    """The days of a trip told twice: from the earlier to the later."""
    if first is None or second is None:
        return first or second
    days = sorted((d for d in (first.start, first.end, second.start, second.end) if d), key=str)
    return When(first.start, days[-1] if days[-1] != first.start else first.end, first.evidence)


def first_day(when: When | None) -> Day | None:
    """The first (or only known) day of a When."""
    return (when.start or when.end) if when else None


def is_after(day: Day, issued: date) -> bool:
    """Whether a day (or the first of its month) lies after the day of issue."""
    return (day.year, day.month, day.day or 0) > (issued.year, issued.month, issued.day if day.day else 0)
