"""The story of one release while it is being read: events so far, the day and place it is at, who is on stage.

Rules add to a :class:`Story` sentence by sentence; :meth:`Story.finish` freezes what was told into Events.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from kg.extract.en.scene import GROUP, Ref, Scene
from kg.model import Day, Dropped, Event, Evidence, Kind, Participant, Place, Role, Span, Status, When

_STRENGTH = {Role.ATTENDEE: 0, Role.SPEAKER: 1, Role.PRINCIPAL: 1}


@dataclass(slots=True)
class Part:
    """One person's part in a draft: role, and the spans that give it."""

    role: Role
    evidence: list[Evidence]
    refs: list[Ref]


@dataclass(slots=True)
class Draft:
    """An event under construction. ``words`` is what it may be called later on ("meeting", "lunch")."""

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
    own_day: bool = False
    phrase: Span | None = None
    by_delegation: bool = False

    def add(self, refs: Iterable[Ref], role: Role, rule: str, *, over: bool = False) -> None:
        """Let people take part; a stronger role replaces a weaker one, an equal one only with ``over``."""
        for ref in refs:
            part = self.parts.get(ref.person)
            evidence = Evidence(ref.span, rule)
            if part is None:
                self.parts[ref.person] = Part(role, [evidence], [ref])
                continue
            if evidence.span not in [e.span for e in part.evidence]:
                part.evidence.append(evidence)
                part.refs.append(ref)
            if over or _STRENGTH[role] > _STRENGTH[part.role]:
                part.role = role

    def people(self, role: Role) -> list[int]:
        """The people who have this role so far."""
        return [p for p, part in self.parts.items() if part.role is role]


@dataclass(slots=True)
class Story:
    """What is known while reading on."""

    issued: date
    text: str
    drafts: list[Draft] = field(default_factory=list)
    day: When | None = None
    city: Place | None = None
    venue: Place | None = None
    speaker: int | None = None
    subject: list[Ref] = field(default_factory=list)
    delegation: list[Ref] = field(default_factory=list)
    absent: set[int] = field(default_factory=set)
    dropped: list[Dropped] = field(default_factory=list)
    places: Callable[[Span], tuple[Place, ...]] = lambda _span: ()
    speech: bool = False
    term: When | None = None
    open_list: list[Draft] = field(default_factory=list)
    open_noun: str | None = None

    def last(self, *kinds: Kind) -> Draft | None:
        """The event told last, of one of ``kinds`` where given."""
        return next((d for d in reversed(self.drafts) if not kinds or d.kind in kinds), None)

    def told(self, draft: Draft) -> Draft:
        """Add an event, or return the one it tells again."""
        for other in reversed(self.drafts):
            if _same_occasion(draft, other):
                _merge(other, draft)
                return other
        self.drafts.append(draft)
        return draft


def _same_occasion(a: Draft, b: Draft) -> bool:
    """One occasion told twice: same kind, same principals, no other day or place."""
    if a.kind is not b.kind or a.trip != b.trip:
        return False
    x, y = set(a.parts), set(b.parts)
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
    if a.when and b.when and str(a.when.start or a.when.end) != str(b.when.start or b.when.end):
        return False
    return not (a.place and b.place and a.place.name != b.place.name)


def _merge(kept: Draft, again: Draft) -> None:
    kept.when = _extended(kept.when, again.when) if kept.trip else kept.when or again.when
    kept.place = kept.place or again.place
    kept.topic = kept.topic or again.topic
    kept.words |= again.words
    for person, part in again.parts.items():
        for ref, evidence in zip(part.refs, part.evidence, strict=True):
            kept.add([ref], part.role, evidence.rule)
        _ = person


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


def group(scene: Scene, mark: str) -> list[Ref]:
    """The people of a mark captured by a pattern."""
    return [ref for ref in scene.groups[int(mark)] if ref.person >= 0]


_PREPOSITION = re.compile(
    r"(?:\b(?:by|with|of|from|for|to|on|under|including|between|behalf of|after|succeed|succeeding|thanked|told|named|starring|featuring)|[(:])"
    r" ?(?:the |his |her |its |their )?$",
    re.IGNORECASE,
)
_LED_BY = re.compile(r"\b(?:led|headed) by (?:the )?$")
_PARTICIPLE = re.compile(r"\b(?:before|after|while|when|prior to|upon|on) (?:[a-z]+ly )?$")
_ING = re.compile(r"[a-z]+ing\b")
_CLAUSE = re.compile(r"; | while |, (?:and|but) (?=\ue000)")


def subject(scene: Scene, before: int, story: Story) -> list[Ref]:
    """Who acts in the verb at ``before``: the nearest group left of it that no preposition takes away."""
    groups = list(GROUP.finditer(scene.text, 0, before))
    if _PARTICIPLE.search(scene.text, max(0, before - 24), before) and _ING.match(scene.text, before):
        groups = groups[:1]  # "will meet Mr Ng before leaving for Osaka": the one who acts in the main clause
    for m in reversed(groups):
        if _CLAUSE.search(scene.text, m.end(), before):
            break
        left = scene.text[max(0, m.start() - 24) : m.start()]
        if not _PREPOSITION.search(left) or _LED_BY.search(left):
            return group(scene, m.group("people"))
    _ = story
    return []


def _enclose(story: Story) -> None:
    """Stops of a district visit belong to it: who was at a stop was on the visit."""
    for k, outer in enumerate(story.drafts):
        if outer.kind is not Kind.VISIT or outer.trip or outer.place is None:
            continue
        main = set(outer.people(Role.PRINCIPAL))
        for stop in story.drafts[k + 1 :] if outer.place.evidence.rule == "place-district" else ():
            same_day = first_day(stop.when) == first_day(outer.when)
            if stop.kind is Kind.VISIT and not stop.trip and main & set(stop.parts) and same_day:
                stop.parent = k
                for part in list(stop.parts.values()):
                    outer.add(part.refs, Role.ATTENDEE, "role-stop")


def finish(
    story: Story, tenure_of: Callable[[Ref], int | None], side_of: Callable[[Ref], int | None]
) -> tuple[Event, ...]:
    """The events as told, frozen; people known to be absent take part in nothing."""
    _enclose(story)
    for draft in story.drafts:
        if draft.by_delegation:
            draft.add(story.delegation, Role.ATTENDEE, "role-delegation")
    kept = [d for d in story.drafts if d.parts or d.status is Status.CANCELLED]
    index = {id(d): k for k, d in enumerate(kept)}
    events = []
    for draft in kept:
        parts = tuple(
            Participant(
                person, part.role, next((t for r in part.refs if (t := tenure_of(r)) is not None), None),
                next((s for r in part.refs if (s := side_of(r)) is not None), None), tuple(part.evidence),
            )
            for person, part in sorted(draft.parts.items())
        ) if draft.status is not Status.CANCELLED else ()  # fmt: skip
        parent = index.get(id(story.drafts[draft.parent])) if draft.parent is not None else None
        evidence = [Evidence(draft.trigger, draft.rule)]
        evidence += [e for e in ((draft.when and draft.when.evidence), (draft.place and draft.place.evidence)) if e]
        when = draft.when if first_day(draft.when) else None
        events.append(
            Event(
                draft.kind, draft.status, when, draft.place, draft.topic, parts, parent, tuple(dict.fromkeys(evidence))
            )
        )
    return tuple(events)
