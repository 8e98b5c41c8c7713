"""One kind of occasion held several times: "held receptions in Oslo (May 5), Riga (May 6) and Dublin (May 8)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.en.patterns import DATE, GROUP
from kg.extract.en.scene import Scene
from kg.extract.en.story import Draft, Story, first_day
from kg.model import Evidence, Place, Span, When

_PLURAL: Final = re.compile(
    r"\b(?:receptions|dinners|luncheons|lunches|banquets|seminars|forums|conferences|briefings|ceremonies|exhibitions"
    r"|workshops|celebrations|parties|meetings|events)\b",
    re.IGNORECASE,
)
_IN_ORDER: Final = "respectively"
_TOWN: Final = (
    r"(?P<town>[A-Z][\w'’.-]*(?: (?:of |de )?[A-Z][\w'’-]*){0,3}(?:, (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2})?)"
)
_BEFORE_DAY: Final = r",? ?(?:\((?:on )?|on )?"
_FIRST: Final = re.compile(rf"(?:[^.;()\ue000]{{0,90}}?(?: in| at| namely| including|:))? {_TOWN}{_BEFORE_DAY}")
_NEXT: Final = re.compile(rf"\)?[,;]?(?: and)?(?: then)?(?: in| at)? {_TOWN}{_BEFORE_DAY}")
_LIST: Final = re.compile(
    r"(?:[^.;()\ue000]{0,90}?(?: in| at| namely| including|:))? (?P<towns>[A-Z][^.;()\ue000]{2,200}?) on "
)
_JOINT: Final = re.compile(r",? and |, ")


def held_in_series(draft: Draft, scene: Scene, story: Story, at: int) -> list[Draft]:
    """The occasions behind the first, which ``draft`` tells, of those that a sentence lists from ``at`` on.

    The first gets its own day and place. Nothing where there is one only.
    """
    noun = _PLURAL.search(scene.text, scene.masked(draft.trigger.start), at)
    if noun is None:
        return []
    at = noun.end()
    days = _days(scene, at)
    towns = (_beside(scene, days, at) or _in_order(scene, days, at)) if len(days) > 1 else []
    if not towns:
        return []
    held = [(_place(scene, story, *town), when) for town, (_, _, when) in zip(towns, days, strict=True)]
    (draft.place, draft.when), draft.own_day = held[0], True
    others = [replace(draft, parts={}, place=place, when=when) for place, when in held[1:]]
    for other in others:
        other.take(draft)
    return others


def days_in_order(drafts: Sequence[Draft], scene: Scene, at: int) -> None:
    """Give each of several meetings its own day: "met A and B on May 15 and May 16 respectively"."""
    days = _days(scene, at) if _IN_ORDER in scene.text else []
    if len(days) == len(drafts) > 1:
        for draft, (_, _, when) in zip(drafts, days, strict=True):
            draft.when = when


def visitors_in_order(drafts: Sequence[Draft], scene: Scene, story: Story) -> list[Draft]:
    """Give each of several visitors their own place: "Mr Ko and Ms Lau will visit Oslo and Riga respectively"."""
    people = list(drafts[0].parts.items())
    if _IN_ORDER not in scene.text or len(people) < 2 or len(scene.whens) > 1:
        return list(drafts)
    places = [draft.place for draft in drafts]
    if len(drafts) == 1 and drafts[0].several and (whole := drafts[0].place):
        inside = (place for place in story.places(scene.span) if _is_in(place, whole))
        places = list(inside)
    if len(places) != len(people):
        return list(drafts)
    return [
        replace(drafts[0], place=place, parts={person: part}, several=False)
        for place, (person, part) in zip(places, people, strict=True)
    ]


def _is_in(place: Place, whole: Place) -> bool:
    span, outer = place.evidence.span, whole.evidence.span
    return outer.start <= span.start and span.end <= outer.end


def _days(scene: Scene, at: int) -> list[tuple[int, int, When]]:
    """The marks of days behind ``at`` and before the next person: start, end, date."""
    stop = GROUP.search(scene.text, at)
    end = stop.start() if stop else len(scene.text)
    marks = [(m.start(), m.end(), scene.whens[int(m["date"])]) for m in DATE.finditer(scene.text, at, end)]
    return [each for each in marks if first_day(each[2])]


def _beside(scene: Scene, days: Sequence[tuple[int, int, When]], at: int) -> list[tuple[int, int]]:
    """Where the towns stand that have their days beside them: "Oslo (May 5), Riga (May 6) and Dublin on May 8"."""
    before = [_FIRST.fullmatch(scene.text, at, days[0][0])]
    before += [_NEXT.fullmatch(scene.text, one[1], other[0]) for one, other in pairwise(days)]
    return [m.span("town") for m in before if m] if all(before) else []


def _in_order(scene: Scene, days: Sequence[tuple[int, int, When]], at: int) -> list[tuple[int, int]]:
    """Where the towns stand that have their days behind them: "in Oslo and Riga on May 5 and May 6 respectively"."""
    listed = _LIST.fullmatch(scene.text, at, days[0][0]) if _IN_ORDER in scene.text else None
    if listed is None:
        return []
    joints = [*_JOINT.finditer(scene.text, *listed.span("towns"))]
    starts = [listed.start("towns"), *(m.end() for m in joints)]
    ends = [*(m.start() for m in joints), listed.end("towns")]
    return list(zip(starts, ends, strict=True)) if len(starts) == len(days) else []


def _place(scene: Scene, story: Story, start: int, end: int) -> Place:
    """The place at a stretch of the sentence, as the place rules cut it or else as printed."""
    span: Span = scene.extent(start, end)
    known = (place for place in story.places(scene.span) if place.evidence.span.start == span.start)
    return next(known, None) or Place(story.text[span.start : span.end], Evidence(span, "place-object"))
