"""Which day is meant: from what is printed and the day of issue to a :class:`kg.model.Day`.

A month and day without a year take the year that brings them nearest to the day of issue; a weekday printed
beside them decides between years. Writers name the year where it is not plain, so a date further than about
four months away is taken only within the year of issue. What remains open is left out.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from kg.extract.en.date_grammar import Stated
from kg.model import Day

NEAR = timedelta(days=120)
HALF_A_YEAR = timedelta(days=184)
NEAR_MONTHS = 3


def resolve(stated: Stated, issued: date) -> Day | None:
    """The day (or month) meant by ``stated`` in a text of the day ``issued``; None when it cannot be told."""
    if stated.day is None:
        return _month(stated, issued)
    if stated.year is not None:
        found = _date(stated.year, stated.month, stated.day)
        return as_day(found) if found else None
    years = (issued.year - 1, issued.year, issued.year + 1)
    dates = [found for year in years if (found := _date(year, stated.month, stated.day))]
    agreeing = [found for found in dates if found.weekday() == stated.weekday]
    nearest = min(agreeing or dates, key=lambda found: abs(found - issued), default=None)
    if nearest is None:
        return None
    away = abs(nearest - issued)
    is_plain = away <= NEAR or (away <= HALF_A_YEAR and nearest.year == issued.year) or agreeing
    return as_day(nearest) if is_plain else None


def resolve_range(first: Stated, last: Stated, issued: date) -> tuple[Day, Day] | None:
    """Both ends, the first not after the last; a year printed at one end serves both. None if impossible."""
    if first.year is None and last.year is not None:
        end = resolve(last, issued)
        choices = [Stated(first.month, first.day, year, first.weekday) for year in (last.year, last.year - 1)]
        starts = [found for choice in choices if (found := resolve(choice, issued))]
        return next(((start, end) for start in starts if end and _rank(start) <= _rank(end)), None)
    start = resolve(first, issued)
    if start is None:
        return None
    years = (last.year,) if last.year is not None else (start.year, start.year + 1)
    for year in years:
        end = resolve(Stated(last.month, last.day, year, last.weekday), issued)
        if end and _rank(start) <= _rank(end):
            return start, end
    return None


def shift(day: Day, days: int) -> Day:
    """The day ``days`` later; a month stays as it is."""
    return day if day.day is None else as_day(date(day.year, day.month, day.day) + timedelta(days=days))


def follows(first: Stated, second: Stated) -> bool:
    """Whether the second date is the day after the first (in a year that is not a leap year)."""
    if first.day is None or second.day is None:
        return False
    if second.day == 1:
        return first.day == monthrange(first.year or 2001, first.month)[1] and second.month == first.month % 12 + 1
    return second.day == first.day + 1 and second.month == first.month


def weekday_near(which: str, weekday: int, issued: date) -> date | None:
    """The day of "last Friday", "this Friday", "next Friday", "coming Friday", "past Friday".

    "Last" and "next" are ambiguous for a day of the running week ("last Tuesday", said on a Thursday) and
    for the day next door; so is "this" on a Sunday. These give None.
    """
    before = issued - timedelta(days=(issued.weekday() - weekday - 1) % 7 + 1)
    after = issued + timedelta(days=(weekday - issued.weekday() - 1) % 7 + 1)
    monday = issued - timedelta(days=issued.weekday())
    in_this_week = monday + timedelta(days=weekday)
    if which == "past":
        return before
    if which == "coming":
        return after
    if which == "this":
        return None if issued.weekday() == WEEK_END != weekday else in_this_week
    near, far = (before, in_this_week - WEEK) if which == "last" else (after, in_this_week + WEEK)
    return near if near == far and abs(near - issued) > timedelta(days=1) else None


def month_near(which: str, month: int, issued: date) -> int | None:
    """The year of "last June", "this June", "next June"; None where a reader could take it for either of two."""
    if which == "this":
        return issued.year
    if which in ("past", "coming"):
        step = -1 if which == "past" else 1
        return issued.year if (issued.month - month) * step <= 0 else issued.year + step
    if which == "last":
        return issued.year - 1 if month >= issued.month else None
    return issued.year + 1 if month <= issued.month else None


WEEK = timedelta(days=7)
WEEK_END = 6


def as_day(found: date) -> Day:
    """The same day in the type of the model."""
    return Day(found.year, found.month, found.day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(stated: Stated, issued: date) -> Day | None:
    if stated.year is not None:
        return Day(stated.year, stated.month)
    ahead = (stated.month - issued.month) % 12
    months = ahead if ahead < 6 else ahead - 12
    if abs(months) > NEAR_MONTHS and not 1 <= issued.month + months <= 12:
        return None
    index = issued.year * 12 + issued.month - 1 + months
    return Day(index // 12, index % 12 + 1)


def _rank(day: Day) -> tuple[int, int, int]:
    return day.year, day.month, day.day or 1
