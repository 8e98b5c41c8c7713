"""The days of a trip: "three-day", "the second day of", begun or concluded on the day that is told."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.extract.en.journey_rules import BEGINS, CONCLUDE, COUNTED, NUMBERS
from kg.extract.en.patterns import DATE
from kg.extract.en.scene import Scene
from kg.extract.en.story import Draft, Story, first_day
from kg.model import Day, Status, When


def settle_days(draft: Draft, scene: Scene, verb: str, story: Story) -> None:
    """A trip may begin or end on the day it is told: "continued", "concluded ... which began on December 29"."""
    concluded = CONCLUDE.match(verb) is not None
    marked = [scene.whens[int(d.group("date"))] for d in DATE.finditer(scene.text)]
    days = [when for when in marked if first_day(when)]
    counted = COUNTED.search(scene.text)
    if draft.when and counted and len(days) < 2:
        begins = BEGINS.match(verb) is not None
        dated = _counted(draft.when, counted, concluded=concluded) or (
            _lasting(draft.when, counted) if begins else None
        )
        if dated and (counted.group("nth") or (begins and draft.status is Status.HELD)):
            story.day, draft.own_day = draft.when, False  # the story is at the day that is told, not at the first
        if dated:
            draft.when = dated
            return
    if concluded and len(days) > 1:
        begin, end = sorted(days[:2], key=lambda when: str(first_day(when)))
        draft.when = When(begin.start, end.end or end.start, begin.evidence)
    elif concluded and days:
        draft.when = When(None, first_day(days[0]), days[0].evidence)
    elif concluded and draft.when and draft.when.start and draft.when.end is None:
        draft.when = When(None, draft.when.start, draft.when.evidence)  # the day that the story is at


def day_before(day: Day, count: int) -> Day:
    """The day ``count`` days before one that is whole."""
    first = date(day.year, day.month, day.day or 1) - timedelta(days=count)
    return Day(first.year, first.month, first.day)


def _lasting(when: When, counted: re.Match[str]) -> When | None:
    """The days of "will begin a four-day visit on May 21"."""
    begin = when.start
    if begin is None or begin.day is None or when.end not in (None, begin) or not counted.group("span"):
        return None
    last = date(begin.year, begin.month, begin.day) + timedelta(days=NUMBERS[counted.group("span").casefold()] - 1)
    return When(begin, Day(last.year, last.month, last.day), when.evidence)


def _counted(when: When, counted: re.Match[str], *, concluded: bool) -> When | None:
    """The days of "concluded his three-day visit today" and of "today entered the third day of his visit"."""
    day = when.start or when.end
    if day is None or day.day is None or when.end not in (None, day) or not (concluded or counted.group("nth")):
        return None
    today = date(day.year, day.month, day.day)
    first = today - timedelta(days=NUMBERS[(counted.group("span") or counted.group("nth")).casefold()] - 1)
    return When(Day(first.year, first.month, first.day), day if counted.group("span") else None, when.evidence)
