"""How a date is written out: "May 19", "19 May 2025", "December 30 to 31", "(January 21, Davos time)".

Reads only; which year or day is meant is decided in :mod:`kg.extract.en.date_resolve`. All patterns are
matched at a place where the scanner has found an anchor, never searched for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from kg.extract.en.date_words import MONTHS, PARTS_OF_DAY, SHORT_MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as printed; what is None was not said. ``weekday`` counts from Monday, 0."""

    month: int
    day: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One date of a list, with its place in the text."""

    start: int
    end: int
    stated: Stated


@dataclass(frozen=True, slots=True)
class Listing:
    """One or several dates: "May 19", "March 3 and 4", "December 30 to 31" (then ``ranged``)."""

    items: tuple[Item, ...]
    ranged: bool
    end: int


@dataclass(frozen=True, slots=True)
class Gloss:
    """What stands in brackets after a word or a date: a date, a weekday, a local time, or several of them."""

    listing: Listing | None
    weekday: int | None
    end: int


def _cases(names: tuple[str, ...]) -> str:
    return "|".join(form for name in names for form in (name, name.upper()))


S = r"[ \n]"
_MONTH = rf"(?P<month>{_cases((*MONTHS, *sorted(SHORT_MONTHS, key=len, reverse=True)))})"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_NOT_A_QUANTITY = rf"(?![\w%]|[.,:/]\d|[-–][A-Za-z]|{S}\d{{3}}(?!\d)|{S}(?:million|billion|per{S}cent|percent)\b)"
_DAY = rf"{_NUMBER}{_ORDINAL}{_NOT_A_QUANTITY}"
_YEAR = r"(?:19|20)\d\d(?![\d/]|[-–]\d)"
PART_AFTER = re.compile(rf"{S}(?:{'|'.join(PARTS_OF_DAY)})\b", re.IGNORECASE)

_MONTH_DAY = re.compile(rf"{_MONTH}(?:(?<=[a-z])\.)?{S}?(?P<day>{_DAY})")
_TO = rf"(?:{S}?[-–—]{S}?|{S}(?:to|until|till|through|TO|UNTIL){S})"
_ALSO = rf"(?:,{S}(?:and{S})?|{S}(?:and|or|&|AND){S})"
_GOES_ON = (
    r"(?=[).,;:\n('’\"”]|\Z|\s(?:at|in|to|on|by|for|with|this|last|next|respectively|as|and|or|during|of|from|when|where|"
    r"AT|IN|TO|AND)\b|\s\(|,?\s(?:19|20)\d\d)"
)
_MORE = re.compile(rf"(?P<to>{_TO})(?P<last>{_DAY})|{_ALSO}(?P<also>{_DAY}){_GOES_ON}")
_EARLIER_DAY = rf"(?P<number>{_NUMBER}{_ORDINAL})(?:(?P<to>{_TO})|{_ALSO})"
_EARLIER_DAYS = re.sub(r"\?P<\w+>", "?:", f"(?:{_EARLIER_DAY}){{0,5}}")
_EARLIER = re.compile(_EARLIER_DAY)
_DAY_MONTH = re.compile(rf"(?P<earlier>{_EARLIER_DAYS})(?P<day>{_NUMBER}){_ORDINAL}(?:{S}of)?{S}{_MONTH}(?!\w)")
_YEAR_AFTER = re.compile(
    rf",?{S}(?:(?P<year>{_YEAR})|(?:of{S})?(?P<word>this|last|next|THIS|LAST|NEXT){S}(?:year|YEAR)\b)"
)
_YEAR_STEPS = {"last": -1, "this": 0, "next": 1}

_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
WEEKDAY = re.compile(_WEEKDAY + r"(?!\w)", re.IGNORECASE)
_OPEN = re.compile(rf"{S}?\((?:(?i:on|{_WEEKDAY},?){S})?(?:[A-Za-z .]{{1,30}}{S}time,?{S})?")
_LOCAL_TIME = re.compile(rf"(?:,?{S})?(?:[^()\n]{{1,40}}{S})?(?:time|TIME)(?=\))")
_REST = re.compile(rf",{S}[^()\n]{{1,40}}(?=\))|{S}(?:at|around){S}[^()\n]{{1,20}}(?=\))")
_SEVERAL = re.compile(rf"(?:(?P<to>{_TO})|{_ALSO})")
_WORD_ONLY = re.compile(r"(?i:today|yesterday|tomorrow)(?=\))")
BEFORE_MONTH = re.compile(rf"(?<![\w.,:/$%-])(?<!\d[ ,.–]){_EARLIER_DAYS}{_NUMBER}{_ORDINAL}(?:{S}of)?{S}\Z")


def month_number(word: str) -> int:
    """The number of a month by its English name, long or short, in any case."""
    name = word.capitalize()
    return MONTHS.get(name) or SHORT_MONTHS[name]


def read_listing(text: str, at: int, end: int, issued: date) -> Listing | None:
    """The dates with a day of the month that start exactly at ``at``; ``issued`` tells what "this year" is."""
    listing = _month_first(text, at, end) or _day_first(text, at, end)
    return listing and _with_year(listing, text, end, issued)


def _month_first(text: str, at: int, end: int) -> Listing | None:
    head = _MONTH_DAY.match(text, at, end)
    if not head:
        return None
    month = month_number(head["month"])
    items = [Item(at, head.end(), Stated(month, _day_number(head["day"])))]
    place, ranged = _item_gloss(text, head.end(), end, items), False
    while not ranged and (more := _MORE.match(text, place, end)):
        ranged = more["to"] is not None
        kind = "last" if ranged else "also"
        items.append(Item(more.start(kind), more.end(kind), Stated(month, _day_number(more[kind]))))
        place = _item_gloss(text, more.end(), end, items)
    return Listing(tuple(items), ranged, place)


def _item_gloss(text: str, place: int, end: int, items: list[Item]) -> int:
    """Takes "(Sunday)" or "(London time)" after the last item into it; the place after."""
    gloss = read_gloss(text, place, end, None)
    if gloss is None or gloss.listing:
        return place
    item = items[-1]
    items[-1] = Item(item.start, gloss.end, replace(item.stated, weekday=gloss.weekday))
    return gloss.end


def _day_first(text: str, at: int, end: int) -> Listing | None:
    found = _DAY_MONTH.match(text, at, end)
    if not found:
        return None
    month = month_number(found["month"])
    before = list(_EARLIER.finditer(text, at, found.end("earlier")))
    items = [Item(each.start(), each.end("number"), Stated(month, _day_number(each["number"]))) for each in before]
    items.append(Item(found.start("day"), found.end(), Stated(month, _day_number(found["day"]))))
    ranged = len(before) == 1 and before[0]["to"] is not None
    return Listing(tuple(items), ranged, _item_gloss(text, found.end(), end, items))


def _day_number(printed: str) -> int:
    return int(printed.rstrip("sthndrSTHNDR"))


def _with_year(listing: Listing, text: str, end: int, issued: date) -> Listing:
    year, place = read_year(text, listing.end, end, issued)
    if year is None:
        return listing
    dated = [replace(item, stated=replace(item.stated, year=year)) for item in listing.items]
    dated[-1] = replace(dated[-1], end=place)
    if len(dated) == 1:
        place = _item_gloss(text, place, end, dated)
    return Listing(tuple(dated), listing.ranged, place)


def read_year(text: str, at: int, end: int, issued: date) -> tuple[int | None, int]:
    """The year printed right after a date (", 2018", " last year") and the place after it."""
    found = _YEAR_AFTER.match(text, at, end)
    if not found:
        return None, at
    if found["year"]:
        return int(found["year"]), found.end()
    return issued.year + _YEAR_STEPS[found["word"].lower()], found.end()


def read_gloss(text: str, at: int, end: int, issued: date | None) -> Gloss | None:
    """The bracket that starts at ``at`` (a space before it allowed), if it says a date, a weekday or a time.

    Without ``issued`` only brackets that hold no date are read.
    """
    opened = _OPEN.match(text, at, end)
    if not opened:
        return None
    weekday = WEEKDAYS[opened["weekday"].lower()] if opened["weekday"] else None
    place, listing = opened.end(), None
    if issued and (listing := _several(text, place, end, issued)):
        place = listing.end
    elif word := _WORD_ONLY.match(text, place, end) or WEEKDAY.match(text, place, end):
        place = word.end()
        weekday = WEEKDAYS.get(word.group().lower())
    if after := _LOCAL_TIME.match(text, place, end) or (listing and _REST.match(text, place, end)):
        place = after.end()
    if place == opened.end() or text[place : place + 1] != ")" or place >= end:
        return None
    if listing and weekday is not None and len(listing.items) == 1:
        item = listing.items[0]
        listing = replace(listing, items=(replace(item, stated=replace(item.stated, weekday=weekday)),))
    return Gloss(listing, weekday, place + 1)


def _several(text: str, at: int, end: int, issued: date) -> Listing | None:
    """One listing, or two as in "(December 30 to January 2)"."""
    listing = read_listing(text, at, end, issued)
    link = listing and _SEVERAL.match(text, listing.end, end)
    if not listing or not link or len(listing.items) > 1:
        return listing
    second = read_listing(text, link.end(), end, issued)
    if not second or len(second.items) > 1:
        return listing
    return Listing(listing.items + second.items, link["to"] is not None, second.end)
