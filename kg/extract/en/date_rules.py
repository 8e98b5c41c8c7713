"""The rules that find single date expressions at an anchor word; joined up in :mod:`kg.extract.en.dates`.

Each rule is a function of the text and an anchor (a word that every such expression holds, found by one
scan) and gives the expressions there, or none. ``RULES`` lists them in order of trial.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.extract.en.date_grammar import (
    BEFORE_MONTH,
    PART_AFTER,
    WEEKDAY,
    Listing,
    S,
    Stated,
    month_number,
    read_gloss,
    read_listing,
    read_year,
)
from kg.extract.en.date_resolve import follows, month_near, weekday_near
from kg.extract.en.date_words import (
    HOLIDAYS,
    INHERITED,
    MONTHS,
    PARTS_OF_DAY,
    RELATIVES,
    VERBS_AND_NAMES,
    WEEKDAYS,
    Inherited,
    Relative,
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression with its ends as printed; both None where the day is the day of the context."""

    start: int
    end: int
    rule: str
    first: Stated | None = None
    last: Stated | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the scanner stopped: ``text[start:end]`` is the anchor; look at nothing outside ``floor``..``stop``.

    ``previous`` is the expression before, for lists such as "in June and July".
    """

    text: str
    floor: int
    start: int
    end: int
    stop: int
    issued: date
    previous: Expression | None

    @property
    def word(self) -> str:
        """The anchor itself."""
        return self.text[self.start : self.end]

    def before(self, pattern: re.Pattern[str], at: int, reach: int = 32) -> re.Match[str] | None:
        """The match of ``pattern`` (which ends in ``\\Z``) in the ``reach`` characters before ``at``."""
        return pattern.search(self.text, max(self.floor, at - reach), at)


Found = tuple[Expression, ...]
Rule = Callable[[Anchor], Found]


_PHRASES: dict[str, Relative | Inherited] = {row.words: row for row in (*RELATIVES, *INHERITED)}
_REACH = max(map(len, _PHRASES)) + 1
_BY_LAST_WORD = {
    last: tuple(sorted((words for words in _PHRASES if words.split()[-1] == last), key=len, reverse=True))
    for last in {words.split()[-1] for words in _PHRASES}
}
_LAST_WORD = re.compile(r"[a-z]+\Z")
_PAIRS = {
    0: re.compile(rf"{S}and{S}tomorrow\b", re.IGNORECASE),
    -1: re.compile(rf"{S}and{S}today(?={S}?\()", re.IGNORECASE),
}
_MID_SENTENCE = re.compile(r"[\w,][ \n]\Z")
_ENDING_OF_WORD = re.compile(r"(?i:\b(?:to|yester|mon|tues|wednes|thurs|fri|satur|sun))\Z")
_WHICH = re.compile(rf"\b(?P<which>last|this|next|coming|past){S}\Z", re.IGNORECASE)
_THIS_BRACKET = re.compile(rf"\b[Tt]his{S}\(\Z")
_BRACKET_PART = re.compile(rf"\){S}(?:{'|'.join(PARTS_OF_DAY)})\b")
_MORE_WEEKDAYS = re.compile(rf"(?:{S}(?:and|to|AND|TO){S}|,{S}){WEEKDAY.pattern}", re.IGNORECASE)
_COMMA = re.compile(rf",?{S}")
_SAME_MONTH = re.compile(rf"\b(?P<which>last|this|next){S}month\Z", re.IGNORECASE)
_MONTH_LEAD = re.compile(
    rf"(?:\b(?:in|since|until|till|early|late|end|middle|beginning|half|week|month)(?:{S}of)?{S}|\b(?:mid|end)-)\Z",
    re.IGNORECASE,
)
_MONTH_LEAD_WEAK = re.compile(rf"\b(?:between|from|by|before|after|through|during|to){S}\Z", re.IGNORECASE)
MONTH_LINK = re.compile(rf"{S}(?:and|or|to|until){S}|,{S}(?:and{S})?|{S}?[-–]{S}?", re.IGNORECASE)
_IN = re.compile(rf"\b(?:in|In|IN){S}\Z")
_NAME_AFTER = re.compile(rf"{S}(?!I\b)[A-Z][a-z]|['’-]\w")
_ON = re.compile(rf"\b(?:on|On|ON){S}\Z")
_HOLIDAY_AT = [
    (re.compile(re.escape(row.words).replace("'", "['’]") + r"(?!\w)", re.IGNORECASE), row) for row in HOLIDAYS
]


DAYS_OF_A_WEEK = 7


def stated_day(day: date) -> Stated:
    """A day that is known already, in the form of a printed date."""
    return Stated(day.month, day.day, day.year)


def phrase(anchor: Anchor) -> Found:
    """The longest row of the tables of phrases that ends at the anchor: "this evening", "In the evening"."""
    tail = anchor.text[max(anchor.floor, anchor.end - _REACH) : anchor.end].lower().replace("\n", " ")
    last = _LAST_WORD.search(tail)
    options = _BY_LAST_WORD.get(last.group(), ()) if last else ()
    for words in options:
        if tail.endswith(words) and not tail[: -len(words)][-1:].isalnum():
            begin, row = anchor.end - len(words), _PHRASES[words]
            if isinstance(row, Relative):
                return relative_day(anchor, begin, row)
            return (Expression(begin, anchor.end, row.rule),)
    return ()


def relative_day(anchor: Anchor, begin: int, row: Relative) -> Found:
    """ "today (May 19)", "yesterday evening (December 31)", "tomorrow", "last night": the bracket wins."""
    if _is_part_of_name(anchor, begin):
        return ()
    day = anchor.issued + timedelta(days=row.days)
    end = anchor.end
    pair = _PAIRS.get(row.days)
    second = pair.match(anchor.text, end, anchor.stop) if pair else None
    end = second.end() if second else end
    if part := PART_AFTER.match(anchor.text, end, anchor.stop):
        end = part.end()
    gloss = read_gloss(anchor.text, end, anchor.stop, anchor.issued)
    if gloss and gloss.listing:
        return _expressions(begin, gloss.end, gloss.listing, row.rule)
    end = gloss.end if gloss else end
    if second:
        return (Expression(begin, end, "date-range", stated_day(day), stated_day(day + timedelta(days=1))),)
    return (Expression(begin, end, row.rule, stated_day(day)),)


def _is_part_of_name(anchor: Anchor, begin: int) -> bool:
    """Capitalised in the middle of a sentence: "the Lantau Tomorrow Vision"."""
    first, second = anchor.text[begin : begin + 1], anchor.text[begin + 1 : begin + 2]
    return first.isupper() and second.islower() and anchor.before(_MID_SENTENCE, begin, 2) is not None


def relative_month(anchor: Anchor) -> Found:
    """ "last month", "this month", "next month"."""
    found = anchor.before(_SAME_MONTH, anchor.end)
    if not found:
        return ()
    step = {"last": -1, "this": 0, "next": 1}[found["which"].lower()]
    months = anchor.issued.year * 12 + anchor.issued.month - 1 + step
    return (Expression(found.start(), anchor.end, "date-month", Stated(months % 12 + 1, None, months // 12)),)


def weekday(anchor: Anchor) -> Found:
    """ "Friday (March 24)", "Thursday, January 22, 2026", "last Friday"; a bare weekday is left out."""
    start = anchor.before(_ENDING_OF_WORD, anchor.start)
    first = start and WEEKDAY.match(anchor.text, start.start(), anchor.stop)
    if not first:
        return ()
    which = anchor.before(_WHICH, first.start())
    begin, number = (which.start() if which else first.start()), WEEKDAYS[first["weekday"].lower()]
    if part := _this_part(anchor, first.start(), first.end()):
        return (Expression(*part, "date-today", stated_day(anchor.issued)),)
    return (
        _several_weekdays(anchor, begin, first.end())
        or _dated_weekday(anchor, begin, first.end(), number)
        or _near_weekday(anchor, begin, first.end(), number, which["which"].lower() if which else "")
    )


def _several_weekdays(anchor: Anchor, begin: int, end: int) -> Found:
    """ "Saturday and Sunday (January 24 and 25)"."""
    place = end
    for _ in range(DAYS_OF_A_WEEK - 1):
        more = _MORE_WEEKDAYS.match(anchor.text, place, anchor.stop)
        if not more:
            break
        place = more.end()
    gloss = read_gloss(anchor.text, place, anchor.stop, anchor.issued) if place > end else None
    if gloss and gloss.listing and len(gloss.listing.items) > 1:
        return _expressions(begin, gloss.end, gloss.listing, "date-weekday")
    return ()


def _dated_weekday(anchor: Anchor, begin: int, end: int, number: int) -> Found:
    part = PART_AFTER.match(anchor.text, end, anchor.stop)
    end = part.end() if part else end
    gloss = read_gloss(anchor.text, end, anchor.stop, anchor.issued)
    if gloss and gloss.listing:
        return _expressions(begin, gloss.end, _with_weekday(gloss.listing, number), "date-weekday")
    comma = _COMMA.match(anchor.text, end, anchor.stop)
    listing = comma and read_listing(anchor.text, comma.end(), anchor.stop, anchor.issued)
    if not listing:
        return ()
    return _expressions(begin, listing.end, _with_weekday(listing, number), "date-weekday")


def _with_weekday(listing: Listing, number: int) -> Listing:
    if len(listing.items) > 1:
        return listing
    item = listing.items[0]
    return replace(listing, items=(replace(item, stated=replace(item.stated, weekday=number)),))


def _near_weekday(anchor: Anchor, begin: int, end: int, number: int, which: str) -> Found:
    day = weekday_near(which, number, anchor.issued) if which else None
    if day is None:
        return ()
    part = PART_AFTER.match(anchor.text, end, anchor.stop)
    return (Expression(begin, part.end() if part else end, "date-weekday", stated_day(day)),)


def month_day(anchor: Anchor) -> Found:
    """ "May 19", "19 May 2025", "1st October this year", "January 3 to 6, 2018", "March 3 and 4"."""
    listing = None
    if not anchor.before(_IN, anchor.start):  # "in March 20 companies": a month, then a number
        listing = read_listing(anchor.text, anchor.start, anchor.stop, anchor.issued)
    start = anchor.start
    if not listing and (day := anchor.before(BEFORE_MONTH, anchor.start)):
        start = day.start()
        listing = read_listing(anchor.text, start, anchor.stop, anchor.issued)
    if listing is None:
        return ()
    if (part := _this_part(anchor, start, listing.end)) and len(listing.items) == 1:
        return _expressions(*part, listing, "date-today")
    return _expressions(start, listing.end, listing, "date-month-day")


def _this_part(anchor: Anchor, start: int, end: int) -> tuple[int, int] | None:
    """The words around a day in "this (August 28) morning"."""
    this = anchor.before(_THIS_BRACKET, start, 6)
    part = _BRACKET_PART.match(anchor.text, end, anchor.stop) if this else None
    return (this.start(), part.end()) if this and part else None


def month(anchor: Anchor) -> Found:
    """ "in May 2025", "in June last year", "last November", "in mid-September"; needs a year or a lead-in."""
    name = anchor.word.capitalize()
    if name not in MONTHS:
        return ()
    number = month_number(name)
    year, end = read_year(anchor.text, anchor.end, anchor.stop, anchor.issued)
    if year is not None:
        return (Expression(anchor.start, end, "date-month", Stated(number, None, year)),)
    is_name = not anchor.word.isupper() and _NAME_AFTER.match(anchor.text, anchor.end, anchor.stop)
    if which := anchor.before(_WHICH, anchor.start):
        year = month_near(which["which"].lower(), number, anchor.issued)
        return (Expression(which.start(), anchor.end, "date-month", Stated(number, None, year)),) if year else ()
    if is_name or not _is_led(anchor, name):
        return ()
    return (Expression(anchor.start, anchor.end, "date-month", Stated(number)),)


def _is_led(anchor: Anchor, name: str) -> bool:
    if anchor.before(_MONTH_LEAD, anchor.start):
        return True
    if name not in VERBS_AND_NAMES and anchor.before(_MONTH_LEAD_WEAK, anchor.start):
        return True
    before = anchor.previous
    if before is None or before.rule != "date-month":
        return False
    return MONTH_LINK.fullmatch(anchor.text, before.end, anchor.start) is not None


def holiday(anchor: Anchor) -> Found:
    """ "New Year's Day (January 1, 2025)", "on Christmas Day"."""
    for pattern, row in _HOLIDAY_AT:
        found = pattern.match(anchor.text, anchor.start, anchor.stop)
        if not found:
            continue
        gloss = read_gloss(anchor.text, found.end(), anchor.stop, anchor.issued)
        if gloss and gloss.listing:
            return _expressions(anchor.start, gloss.end, gloss.listing, "date-holiday")
        if anchor.before(_ON, anchor.start) and not _NAME_AFTER.match(anchor.text, found.end(), anchor.stop):
            return (Expression(anchor.start, found.end(), "date-holiday", Stated(row.month, row.day)),)
    return ()


def _expressions(begin: int, end: int, listing: Listing, rule: str) -> Found:
    """One expression for one day or for days that make a range; else one for each day."""
    items = listing.items
    stated = [item.stated for item in items]
    if len(stated) == 1:
        return (Expression(begin, end, rule, stated[0]),)
    if listing.ranged or all(map(follows, stated, stated[1:])):
        return (Expression(begin, end, "date-range", stated[0], stated[-1]),)
    starts = [begin, *(item.start for item in items[1:])]
    ends = [*(item.end for item in items[:-1]), end]
    return tuple(Expression(a, b, rule, said) for a, b, said in zip(starts, ends, stated, strict=True))


RULES: dict[str, tuple[Rule, ...]] = {
    "ending": (phrase, relative_month, weekday),
    "month": (month_day, month),
    "holiday": (holiday,),
}
"""The rules to try, in order, at an anchor of each kind."""
