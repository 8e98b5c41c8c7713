"""Dates in English text: every expression that says when, resolved against the day of issue.

A grammar of its own over :mod:`datetime`: general parsers guess (they read "may" as a month and take
"March 3 and 4" for the 3rd, or for the year 4); here what is not certain is left out.

Rules (``When.evidence.rule``):

``date-today``, ``date-yesterday``, ``date-tomorrow``
    the word, with the date in brackets where there is one: "this morning (April 23)", "last night";
``date-month-day``, ``date-weekday``, ``date-holiday``
    a day of the calendar: "19 May 2025", "on Friday (March 24)", "last Friday", "on New Year's Day";
``date-month``
    a month: "in May 2025", "last month"; the day is None;
``date-range``
    a first and a last day (or month): "December 30 to 31", "from today (January 22) for four days";
``date-since``, ``date-until``
    one open end: "from October 1" has no end, "until February 22" and "by March 15" no start;
``date-part-of-day``, ``date-next-day``, ``date-previous-day``
    no day of their own ("In the evening", "the following day"): start and end are None, to be taken from
    the context.

One day has ``start`` and no ``end``. Years alone, bare weekdays, "last week", seasons, academic years, and
"last June" where a reader could take it for either of two years are not returned. A date without a
year takes the year that brings it nearest to the day of issue (:mod:`kg.extract.en.date_resolve`); tense is
not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from kg.extract.en.date_grammar import S
from kg.extract.en.date_resolve import resolve, resolve_range, shift
from kg.extract.en.date_rules import MONTH_LINK, RULES, Anchor, Expression
from kg.extract.en.date_words import MONTHS, NUMBERS, SHORT_MONTHS
from kg.extract.en.patterns import any_of
from kg.model import Day, Evidence, Span, When

__all__ = ["describe", "find_dates", "writing_day"]

# Words are sought by their endings, which are rarer than their beginnings: "day" is in "today" and in "Monday".
_ENDINGS = ("day", "morrow", "night", "orning", "vening", "noon", "month")
_HOLIDAYS = ("New Year", "Christmas", "Boxing")


def _cases(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word, word.upper())]


_ANCHOR = re.compile(any_of(dict.fromkeys([*_cases((*MONTHS, *SHORT_MONTHS)), *_cases(_ENDINGS), *_cases(_HOLIDAYS)])))
_KINDS = dict.fromkeys(map(str.lower, _ENDINGS), "ending") | dict.fromkeys(map(str.lower, _HOLIDAYS), "holiday")

_CLOCK = rf"(?:noon|midnight|\d{{1,2}}(?:[.:]\d\d)?{S}?[ap]m)"
_TO = re.compile(rf",?{S}(?:up{S})?(?:to|until|till|through){S}(?:{_CLOCK}{S})?(?:on{S})?|{S}?[-–—]{S}?", re.IGNORECASE)
_AND = re.compile(rf"{S}and{S}", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween{S}\Z", re.IGNORECASE)
_SINCE = re.compile(
    rf"\b(?:from|since|starting|beginning|commencing)(?:{S}on)?{S}(?:{_CLOCK}{S})?(?:on{S})?\Z", re.IGNORECASE
)
_UNTIL = re.compile(
    rf"\b(?:until|till|by|before|up{S}to|(?:years?|months?|term|period),?{S}to|ending|expiring){S}"
    rf"(?:{_CLOCK}{S})?(?:on{S})?\Z",
    re.IGNORECASE,
)
_OPENING_WORDS = {"from", "since", "starting", "beginning", "commencing", "until", "till", "by", "before", "to"}
_OPENING_WORDS |= {"ending", "expiring"}
_OF_DAY = re.compile(rf"{S}(?:of{S}|on{S})?", re.IGNORECASE)
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)}){S}(?:consecutive{S})?days"
_DAYS_AFTER = re.compile(rf"{S}for{S}(?:a{S}period{S}of{S})?{_COUNT}\b", re.IGNORECASE)
_DAYS_BEFORE = re.compile(rf"\b(?:for|over){S}(?:a{S}period{S}of{S})?{_COUNT},?{S}\Z", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b")


@lru_cache(maxsize=4)  # a paragraph that tells what day it is, is often one sentence, which is read again
def find_dates(text: str, start: int, end: int, issued: date) -> tuple[When, ...]:
    """All date expressions in ``text[start:end]``, in order, none overlapping.

    Args:
        text: the release's text.
        start: first code point to look at.
        end: code point to stop before.
        issued: the day of issue (a datetime counts as its day), or :func:`writing_day`.

    Returns:
        One :class:`~kg.model.When` each; spans lie within ``start``..``end``. See the module for rules.

    >>> [str(when.start) for when in find_dates("met yesterday (December 31)", 0, 27, date(2018, 1, 1))]
    ['2017-12-31']
    """
    day = issued.date() if isinstance(issued, datetime) else issued
    piece = text[start:end]  # patterns that look back would see what stands before
    found = _joined(piece, list(_scan(piece, day)), day)
    whens = (when for each in found if (when := _when(piece, each, day)))
    return tuple(_moved(when, start) for when in whens)


def _moved(when: When, by: int) -> When:
    (start, end), rule = when.evidence.span, when.evidence.rule
    return When(when.start, when.end, Evidence(Span(start + by, end + by), rule))


def writing_day(text: str, issued: date) -> date:
    """The day that the release itself calls "today", for releases issued after midnight.

    "will meet them tomorrow (May 20)" in a release of May 20, 00.35 was written on May 19. Without such a
    bracket, or with one more than two days off, it is the day of issue.

    >>> writing_day("continued his visit today (May 19, Zurich time).", date(2025, 5, 20))
    datetime.date(2025, 5, 19)
    """
    day = issued.date() if isinstance(issued, datetime) else issued
    read = 0
    for bracket in _BRACKET.finditer(text):
        if bracket.start() < read:
            continue
        before, behind = text.rfind("\n\n", 0, bracket.start()), text.find("\n\n", bracket.start())
        start, read = before + 2 if before >= 0 else 0, behind if behind >= 0 else len(text)
        if told := _told_day(text, start, read, day):
            return told if abs(told - day) <= timedelta(days=2) else day
    return day


def _told_day(text: str, start: int, end: int, issued: date) -> date | None:
    """The day that ``text[start:end]`` calls "today", by its first date in brackets behind such a word."""
    for when in find_dates(text, start, end, issued):
        offset, at = _OFFSETS.get(when.evidence.rule), when.evidence.span
        if offset is None or when.start is None or when.start.day is None or when.end:
            continue
        if text.find("(", at.start, at.end) >= 0:
            return date(when.start.year, when.start.month, when.start.day) - timedelta(days=offset)
    return None


# A bracket with a number behind a word such as "today", "tomorrow night", "this morning", "afternoon".
_BRACKET = re.compile(r"\((?:(?<=[ywtgn]\()|(?<=[ywtgn][ \n]\())(?=[^()]*\d)", re.IGNORECASE)
_OFFSETS = {"date-today": 0, "date-yesterday": -1, "date-tomorrow": 1}


def describe(text: str, when: When) -> str:
    """A date for tables and messages: the words, then ``=2025-05-19``, ``=2025-05-19..2025-05-20`` or ``=?``."""
    words = text[when.evidence.span.start : when.evidence.span.end]
    if when.start is None and when.end is None:
        return f"{words}=?"
    is_open = when.end or when.evidence.rule == "date-since"
    return f"{words}={when.start or ''}{'..' if is_open else ''}{when.end or ''}"


def _scan(text: str, issued: date) -> Iterator[Expression]:
    place, floor, previous = 0, 0, None
    while found := _ANCHOR.search(text, place):
        place = found.end()
        kind = _KINDS.get(found.group().lower(), "month")
        if text[place : place + 1].isalpha() or (
            kind != "ending" and text[found.start() - 1 : found.start()].isalpha()
        ):
            continue
        anchor = Anchor(text, floor, found.start(), place, len(text), issued, previous)
        for rule in RULES[kind]:
            if expressions := rule(anchor):
                yield from expressions
                previous = expressions[-1]
                place = floor = max(place, previous.end)
                break


def _joined(text: str, found: list[Expression], issued: date) -> list[Expression]:
    """Neighbours made one: "March 30 to April 2", "in the evening of April 18"."""
    joined: list[Expression] = []
    for each in found:
        merged = _merged(text, joined[-1], each, issued) if joined else None
        if merged:
            joined[-1] = merged
        else:
            if joined:
                joined[-1] = _with_shared_year(text, joined[-1], each)
            joined.append(each)
    return joined


def _with_shared_year(text: str, one: Expression, two: Expression) -> Expression:
    """ "in February and June 2016": the year serves both months."""
    is_list = one.rule == two.rule == "date-month" and MONTH_LINK.fullmatch(text, one.end, two.start)
    if not is_list or not one.first or not two.first or one.first.year or two.first.year is None:
        return one
    year = two.first.year - (one.first.month > two.first.month)
    return replace(one, first=replace(one.first, year=year))


def _merged(text: str, one: Expression, two: Expression, issued: date) -> Expression | None:
    if "date-part-of-day" in (one.rule, two.rule) and one.rule != two.rule:
        dated = one if one.first else two
        is_near = dated.first and _OF_DAY.fullmatch(text, one.end, two.start)
        return replace(dated, start=one.start, end=two.end) if is_near else None
    if not one.first or not two.first or one.last or two.last or (one.first.day is None) != (two.first.day is None):
        return None
    is_between = _BETWEEN.search(text, max(0, one.start - 9), one.start) and _AND.fullmatch(text, one.end, two.start)
    if not is_between and not _TO.fullmatch(text, one.end, two.start):
        return None
    if resolve_range(one.first, two.first, issued) is None:
        return None
    return Expression(one.start, two.end, "date-range", one.first, two.first)


def _when(text: str, each: Expression, issued: date) -> When | None:
    evidence = Evidence(Span(each.start, each.end), each.rule)
    if each.first is None:
        return When(None, None, evidence)
    if each.last:
        both = resolve_range(each.first, each.last, issued)
        return When(*both, evidence) if both else None
    day = resolve(each.first, issued)
    return _open_or_counted(text, each, day) if day else None


def _open_or_counted(text: str, each: Expression, day: Day) -> When:
    """One day by itself, with an open end ("until May 3"), or with a number of days ("for four days from May 3")."""
    low = max(0, each.start - 48)
    is_led = not _OPENING_WORDS.isdisjoint(text[low : each.start].lower().split()[-4:])
    if is_led and not _POSSESSIVE.match(text, each.end):
        if since := _SINCE.search(text, low, each.start):
            after = _DAYS_AFTER.match(text, each.end)
            count = after or _DAYS_BEFORE.search(text, low, since.start())
            if count and day.day:
                words = Span(min(each.start, count.start()), max(each.end, count.end()))
                return When(day, shift(day, _number(count["count"]) - 1), Evidence(words, "date-range"))
            return When(day, None, Evidence(Span(each.start, each.end), "date-since"))
        if _UNTIL.search(text, low, each.start):
            return When(None, day, Evidence(Span(each.start, each.end), "date-until"))
    return When(day, None, Evidence(Span(each.start, each.end), each.rule))


def _number(word: str) -> int:
    return NUMBERS.get(word.lower()) or int(word)
