"""When and where an event was, and whether it took place: read from the clause, else from what was told before."""

from __future__ import annotations

import re

from kg.extract.en.scene import DATE, GROUP, Scene
from kg.extract.en.story import Draft, Story, first_day, is_after
from kg.model import Evidence, Kind, Place, Span, Status, When

_FUTURE = re.compile(r"\b(?:will|would|shall|is to|are to|to be|is scheduled to|are scheduled to|plans? to)\b")
_RECALL = re.compile(r"\b(?:had|last met|last month|last year|have met|in the past|previously)\b")
_TOPIC = re.compile(
    r"(?:(?:exchange|exchanged|exchanging) views (?:with [^,.;]+? )?on|(?:to )?discuss(?:ed|ing)?|exchanged ideas on|to learn (?:more )?about"
    r"|to brief \w+ on|(?:meeting|talks?|discussions?) on|to promote|to explore|views on) (?P<topic>[^.;:\ue000\ue002]{3,400}?)(?=[.;:\ue000\ue002]|$| before | after which | at \ue000)"
)
# What follows is what the occasion was for, not where it was.
_PURPOSE = re.compile(r" (?:to (?!the\b|\ue000)[a-z]+|on (?=[a-z])(?!the (?:sidelines|margins|occasion))|about|which|who|that)\b")
_CITY_RULES = ("place-city", "place-district", "place-region", "place-country")


def choose_date(scene: Scene, at: int) -> When | None:
    """The dated mark nearest behind position ``at``, else the nearest before it."""
    dated = [(m.start(), m.end(), scene.whens[int(m.group("date"))]) for m in DATE.finditer(scene.text)]
    dated = [each for each in dated if first_day(each[2])]
    behind = [w for start, end, w in dated if start >= at and not _opens_clause(scene, end)]
    before = [w for start, _, w in dated if start < at]
    return behind[0] if behind else before[-1] if before else None


def _opens_clause(scene: Scene, end: int) -> bool:
    """Whether a date that ends here belongs to the clause behind it: "... and on <D> she will attend"."""
    return GROUP.match(scene.text, end + len(re.match(r"[, ]*", scene.text[end:]).group())) is not None


def settle(draft: Draft, scene: Scene, story: Story, start: int, end: int) -> Draft:
    """Fill in date, place, status and topic of a draft whose trigger is ``scene.text[start:end]``."""
    own = choose_date(scene, end)
    recalled = bool(_RECALL.search(scene.text, max(0, start - 30), end)) or story.speech and scene.kind == "paragraph"
    if draft.when is None:
        draft.own_day = own is not None
        draft.when = own if own else (None if recalled or _undated_plan(scene, start, end) else story.day)
    if draft.kind is Kind.MEETING and draft.when and draft.when.start and draft.when.end not in (None, draft.when.start):
        draft.when = None  # "from December 30 to 31": no one day is stated
    draft.place = draft.place or choose_place(scene, story, end) or (None if recalled else story.city)
    draft.topic = draft.topic or _topic(scene, end)
    draft.status = _status(draft, scene, story, start, end, recalled)
    return draft


def _undated_plan(scene: Scene, start: int, end: int) -> bool:
    """What will be, without a word of the day, has no date."""
    return bool(_FUTURE.search(scene.text, max(0, start - 40), end)) and not scene.whens


def choose_place(scene: Scene, story: Story, at: int) -> Place | None:
    """The venue or else the city named behind the trigger, else one named before it."""
    inside = [piece.origin for piece in scene.pieces]
    places = [p for p in story.places(scene.span) if not any(i.start <= p.evidence.span.start < i.end for i in inside)]
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
