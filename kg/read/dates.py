"""Dates as press releases, their tables and their file names write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

HKT = timezone(timedelta(hours=8))  # Hong Kong Time has had no daylight saving since 1979

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s*(\d{{4}})(?!\d)", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})(?!\d)", re.IGNORECASE)
_CHINESE = re.compile(
    r"([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十廿卅]{1,3})日"
)
_CHINESE_DIGITS = {"〇": 0, "○": 0, "零": 0} | {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}

_ISO_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DOTTED = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")  # day first, as Hong Kong writes
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})")
_TIME_AFTER = re.compile(r"(?:\s*T|[\s,]+(?:HKT\s*)?)(\d{1,2}):(\d{2})(?::\d{2})?$", re.IGNORECASE)

_HKT_TIME = re.compile(r"HKT\s*(\d{1,2})\s*[:.：]?\s*(\d{2})(?!\d)", re.IGNORECASE)
_CHINESE_TIME = re.compile(r"香港[時时][間间]\s*(\d{1,2})\s*[時时:：]\s*(\d{1,2})")


def in_words(text: str) -> date | None:
    """The first date written out in ``text``, in English or Chinese, or None.

    >>> in_words("Monday, May 19, 2025"), in_words("19 MAY 2025"), in_words("二○二五年五月十九日（星期一）")
    (datetime.date(2025, 5, 19), datetime.date(2025, 5, 19), datetime.date(2025, 5, 19))
    """
    if match := _MONTH_FIRST.search(text):
        return _day(match[3], str(_MONTHS.index(match[1].lower()) + 1), match[2])
    if match := _DAY_FIRST.search(text):
        return _day(match[3], str(_MONTHS.index(match[2].lower()) + 1), match[1])
    if match := _CHINESE.search(text):
        year = "".join(str(_CHINESE_DIGITS.get(digit, digit)) for digit in match[1])
        return _day(year, str(_chinese_number(match[2])), str(_chinese_number(match[3])))
    return None


def in_field(text: str) -> date | datetime | None:
    """A date or time from a column of a table, or None where it is none that can be told for certain.

    ISO 8601, ``21.6.2022`` and ``21/6/2022`` (day first), ``20220621`` and dates in words are known. A time
    without a zone is Hong Kong Time; any other is converted to it.

    >>> in_field("21.6.2022"), in_field("2022-06-21T09:15:00Z").isoformat()
    (datetime.date(2022, 6, 21), '2022-06-21T17:15:00+08:00')
    """
    text = text.strip()
    if len(text) > len("2022-06-21"):
        try:
            moment = datetime.fromisoformat(text)
            return moment.replace(tzinfo=HKT) if moment.tzinfo is None else moment.astimezone(HKT)
        except (ValueError, OverflowError):
            pass
    clock = _TIME_AFTER.search(text)
    day = _numeric(text[: clock.start()].strip() if clock else text) or in_words(text)
    return at(day, _time(clock[1], clock[2])) if day and clock else day


def clock(text: str) -> time | None:
    """The time of issue in a line such as ``Issued at HKT 17:15`` or ``香港時間17時15分``, or None."""
    match = _HKT_TIME.search(text) or _CHINESE_TIME.search(text)
    return _time(match[1], match[2]) if match else None


def at(day: date, moment: time | None) -> date | datetime:
    """``day`` at ``moment`` in Hong Kong Time, or the plain day where no time is known."""
    return day if moment is None else datetime.combine(day, moment, HKT)


def from_digits(digits: str) -> date | None:
    """The date that ``YYYYMMDD`` names, or None if there is no such day.

    >>> from_digits("20250519"), from_digits("20250231")
    (datetime.date(2025, 5, 19), None)
    """
    match = _ISO_COMPACT.fullmatch(digits)
    return _day(match[1], match[2], match[3]) if match else None


def _numeric(text: str) -> date | None:
    if match := _YEAR_FIRST.fullmatch(text) or _ISO_COMPACT.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if match := _DOTTED.fullmatch(text):
        return _day(match[3], match[2], match[1])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _time(hours: str, minutes: str) -> time | None:
    try:
        return time(int(hours), int(minutes))
    except ValueError:
        return None


def _chinese_number(numeral: str) -> int:
    """A day or month up to 39: 21, 二十一, 廿一, 十. Malformed numerals give 0, which is no day."""
    if numeral.isdecimal():
        return int(numeral)
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    tens, ten, units = numeral.rpartition("十")
    if len(tens) > 1 or len(units) > 1 or (units and units not in _CHINESE_DIGITS) or (tens not in ("", *"一二三")):
        return 0
    return (_CHINESE_DIGITS.get(tens, 1) * 10 if ten else 0) + _CHINESE_DIGITS.get(units, 0)
