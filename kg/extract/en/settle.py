"""When and where an event was, and whether it took place: read from the clause, else from what was told before."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.extract.en.occasions import kind_of
from kg.extract.en.scene import DATE, GROUP, Scene
from kg.extract.en.story import Draft, Story, first_day, is_after
from kg.model import Day, Evidence, Kind, Place, Span, Status, When

_FUTURE = re.compile(r"\b(?:will|would|shall|is to|are to|to be|is scheduled to|are scheduled to|plans? to)\b")
_RECALL = re.compile(
    r"\b(?:had (?:also |previously |earlier |just |recently )?(?:met|led|held|had|[a-z]+ed)|last met|last month|last year|have met|in the past|previously)\b"
)
_TOPIC = re.compile(
    r"(?:(?:exchange|exchanged|exchanging) views (?:with [^,.;]+? )?on|(?:to )?discuss(?:ed|ing)?|exchanged ideas on|to learn (?:more )?about"
    r"|to brief \w+ on|(?:meeting|talks?|discussions?) on|to promote|to explore|views on) (?P<topic>[^.;:\ue000\ue002]{3,400}?)(?=[.;:\ue000\ue002]|$| before | after which | at \ue000)"
)
# What follows is what the occasion was for, not where it was.
_PURPOSE = re.compile(
    r" (?:to (?!the\b|\ue000)[a-z]+|on (?=[a-z])(?!the (?:sidelines|margins|occasion))|about|which|who|that|and (?!the |an? |its |his |her |their |in |at )(?=[a-z\ue002]))\b"
)
_CITY_RULES = ("place-city", "place-district", "place-region", "place-country")


def choose_date(scene: Scene, at: int) -> When | None:
    """The dated mark nearest behind position ``at``, else the nearest before it."""
    dated = [(m.start(), m.end(), scene.whens[int(m.group("date"))]) for m in DATE.finditer(scene.text)]
    dated = [each for each in dated if first_day(each[2])]
    behind = [w for start, end, w in dated if start >= at and not _opens_clause(scene, end)]
    before = [w for start, _, w in dated if start < at]
    if behind or before:
        return behind[0] if behind else before[-1]
    return dated[0][2] if dated else None


def _opens_clause(scene: Scene, end: int) -> bool:
    """Whether a date that ends here belongs to the clause behind it: "... and on <D> she will attend"."""
    rest = scene.text[end:]
    return GROUP.match(rest.lstrip(", ")) is not None


def settle(draft: Draft, scene: Scene, story: Story, start: int, end: int) -> Draft:
    """Fill in date, place, status and topic of a draft whose trigger is ``scene.text[start:end]``."""
    own = choose_date(scene, end)
    recalled = bool(_RECALL.search(scene.text, max(0, start - 30), end)) or (story.speech and scene.kind == "paragraph")
    if own is None and (near := _next_day(scene, story)):
        own = near
    if draft.when is None:
        draft.own_day = own is not None
        draft.when = own if own else (None if recalled or _undated_plan(scene, start, end) else story.day)
    if (
        draft.kind is Kind.MEETING
        and draft.when
        and draft.when.start
        and draft.when.end not in (None, draft.when.start)
    ):
        draft.when = None  # "from December 30 to 31": no one day is stated
    draft.place = (
        draft.place or choose_place(scene, story, end, draft.phrase) or (None if recalled else _context(draft, story))
    )
    draft.topic = draft.topic or _topic(scene, end)
    draft.status = _status(draft, scene, story, start, end, recalled)
    return draft


def _undated_plan(scene: Scene, start: int, end: int) -> bool:
    """What will be, without a word of the day, has no date."""
    return bool(_FUTURE.search(scene.text, max(0, start - 40), end)) and not scene.whens


def _next_day(scene: Scene, story: Story) -> When | None:
    """ "The following day" counts from the day the story is at."""
    for when in scene.whens:
        step = {"date-next-day": 1, "date-previous-day": -1}.get(when.evidence.rule)
        start = story.day.start if story.day else None
        if step and start and start.day:
            day = date(start.year, start.month, start.day) + timedelta(days=step)
            return When(Day(day.year, day.month, day.day), None, when.evidence)
    return None


def _context(draft: Draft, story: Story) -> Place | None:
    """Where the release is when a sentence does not say: the city of the trip, the venue of an unnamed ceremony."""
    if draft.phrase and not re.search(r"[A-Z]", story.text[draft.phrase.start : draft.phrase.end]):
        return story.city or story.venue
    return story.city


def _names_occasion(place: Place) -> bool:
    """ "at the Green Fintech Summit 2025" is no place."""
    words = re.findall(r"[^\W\d_][\w'-]*", place.name)
    return bool(words) and place.evidence.rule == "place-venue" and kind_of(words[-1]) is not None


def choose_place(scene: Scene, story: Story, at: int, phrase: Span | None = None) -> Place | None:
    """The venue or else the city named behind the trigger, else one named before it; not the occasion itself."""
    inside = [piece.origin for piece in scene.pieces]
    places = [
        p for p in story.places(scene.span)
        if not any(i.start <= p.evidence.span.start < i.end for i in inside)
        and not (phrase and abs(p.evidence.span.start - phrase.start) <= 4)
        and not _names_occasion(p)
    ]  # fmt: skip
    origin = scene.origin(at)
    purpose = _PURPOSE.search(scene.text, at)
    stop = scene.origin(purpose.start()) if purpose else scene.span.end
    behind = [p for p in places if origin <= p.evidence.span.start < stop]
    for candidates in (behind, [p for p in places if p.evidence.span.start < origin]):
        venues = [p for p in candidates if p.evidence.rule not in _CITY_RULES]
        if venues or candidates:
            return venues[0] if venues else candidates[0]
    return None


def _topic(scene: Scene, at: int) -> Evidence | None:
    m = _TOPIC.search(scene.text, at)
    if m is None:
        return None
    topic = m.group("topic").rstrip(" ,")
    start = m.start("topic")
    return Evidence(scene.extent(start, start + len(topic)), "topic")


def _status(draft: Draft, scene: Scene, story: Story, start: int, end: int, recalled: bool) -> Status:
    if draft.status is Status.CANCELLED:
        return draft.status
    future = bool(_FUTURE.search(scene.text, max(0, start - 40), end))
    day = first_day(draft.when)
    if future or (day is not None and is_after(day, story.issued)):
        return Status.SCHEDULED
    return Status.RECALLED if recalled else Status.HELD


def trigger(scene: Scene, start: int, end: int) -> Span:
    """The span of the trigger words in the release."""
    return scene.extent(start, end)
