"""Dates: tables of cases, every row of the word tables, and properties over random dates and texts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from casebook import table
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.en.date_words import HOLIDAYS, INHERITED, MONTHS, RELATIVES
from kg.extract.en.dates import describe, find_dates, writing_day
from kg.model import Day, Span, When
from kg.read import read

MONTH_NAMES = list(MONTHS)


def rows(folder: str) -> list[tuple[str, ...]]:
    return table("dates", folder, "text", "issued", "expected")


def told(text: str, issued: str, with_rule: bool = True) -> str:
    whens = find_dates(text, 0, len(text), date.fromisoformat(issued))
    return " | ".join((f"{when.evidence.rule}: " if with_rule else "") + describe(text, when) for when in whens)


@pytest.mark.parametrize(("text", "issued", "expected"), rows("wild") + rows("synthetic") + rows("negative"))
def test_case(text: str, issued: str, expected: str) -> None:
    assert told(text, issued) == expected


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason="known")) for row in rows("known_failures")],
)
def test_known_failure(text: str, issued: str, expected: str) -> None:
    assert told(text, issued) == expected


@pytest.mark.parametrize("row", [*RELATIVES, *HOLIDAYS], ids=lambda row: row.words)
def test_every_word_finds_its_example(row) -> None:
    text, issued, expected = row.example
    assert told(text, issued, with_rule=False) == expected
    without = text.lower().replace(row.words.lower(), "then")
    assert told(without, issued) == "", "the example holds one date, and only by these words"


@pytest.mark.parametrize("row", INHERITED, ids=lambda row: row.words)
def test_every_inherited_phrase_finds_its_example(row) -> None:
    (found,) = find_dates(row.example, 0, len(row.example), date(2025, 5, 19))
    span = found.evidence.span
    assert row.example[span.start : span.end].lower() == row.words
    assert (found.start, found.end, found.evidence.rule) == (None, None, row.rule)


def gloss(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.day}"


STYLES = {
    "month day, year": lambda day: f"on {gloss(day)}, {day.year},",
    "day month year": lambda day: f"on {day.day} {MONTH_NAMES[day.month - 1]} {day.year}.",
    "ordinal": lambda day: f"on {day.day}th of {MONTH_NAMES[day.month - 1]}, {day.year} at",
    "capitals": lambda day: f"ON {gloss(day).upper()}, {day.year}",
    "weekday": lambda day: f"on {day:%A}, {gloss(day)}, {day.year}",
    "weekday in brackets": lambda day: f"on {gloss(day)}, {day.year} ({day:%A})",
    "bracket": lambda day: f"today ({gloss(day)}, {day.year})",
    "local time": lambda day: f"yesterday ({gloss(day)}, {day.year}, Davos time)",
    "short": lambda day: f"on {gloss(day)[:3]} {day.day}, {day.year}",
}


@pytest.mark.parametrize("style", STYLES)
@given(day=st.dates(date(1950, 1, 1), date(2090, 12, 31)), issued=st.dates(date(1996, 1, 1), date(2050, 12, 31)))
def test_a_full_date_is_read_back_in_every_style(style: str, day: date, issued: date) -> None:
    text = STYLES[style](day)
    (found,) = find_dates(text, 0, len(text), issued)
    assert (found.start, found.end) == (Day(day.year, day.month, day.day), None)


@given(issued=st.dates(date(1996, 1, 1), date(2050, 12, 31)), away=st.integers(-115, 115))
def test_a_day_without_year_is_the_nearest(issued: date, away: int) -> None:
    day = issued + timedelta(days=away)
    text = f"will meet them on {gloss(day)} in Beijing"
    (found,) = find_dates(text, 0, len(text), issued)
    assert found.start == Day(day.year, day.month, day.day)


@given(start=st.dates(date(1996, 1, 1), date(2050, 12, 31)), days=st.integers(1, 40), before=st.integers(0, 60))
def test_a_range_is_read_back_over_months_and_years(start: date, days: int, before: int) -> None:
    end = start + timedelta(days=days)
    text = f"will visit Europe from {gloss(start)} to {gloss(end)}."
    (found,) = find_dates(text, 0, len(text), start - timedelta(days=before))
    assert (str(found.start), str(found.end)) == (start.isoformat(), end.isoformat())


PIECES = st.sampled_from(
    [
        *("on", "in", "from", "to", "between", "and", "the", "of", "last", "next", "this", "until", "for", "day"),
        *("today", "(May", "19)", "(January", "Davos", "time)", "Friday,", "May", "3", "31", "29", "4,", "5", "30th"),
        *("February", "June", "MARCH", "2025", "(", ")", ",", ".", "\n", "evening", "noon", "same", "month", "year"),
        *("four", "consecutive", "days", "New", "Year's", "Day", "tomorrow", "yesterday", "-", "–"),
    ]
)


@given(
    text=st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join)),
    cut=st.tuples(st.integers(0, 200), st.integers(0, 200)),
    issued=st.dates(date(1950, 1, 1), date(2100, 12, 31)),
)
def test_any_text_is_read_without_error_and_spans_lie_inside(text: str, cut: tuple[int, int], issued: date) -> None:
    start, end = sorted(min(at, len(text)) for at in cut)
    last = start
    for when in find_dates(text, start, end, issued):
        span = when.evidence.span
        assert last <= span.start < span.end <= end
        last = span.end
        if when.start and when.end:
            assert str(when.start) <= str(when.end) or when.start.day != when.end.day
    assert find_dates(text[start:end], 0, end - start, issued) == tuple(
        _moved(when, -start) for when in find_dates(text, start, end, issued)
    ), "what lies outside the range is not looked at"


def _moved(when: When, by: int) -> When:
    span = when.evidence.span
    return replace(when, evidence=replace(when.evidence, span=Span(span.start + by, span.end + by)))


def test_the_day_of_writing_is_the_day_called_today() -> None:
    text = "continued his visit today (May 19, Zurich time). Tomorrow (May 20), he will speak."
    assert writing_day(text, date(2025, 5, 20)) == date(2025, 5, 19)
    assert writing_day("yesterday (March 3)", date(1998, 3, 4)) == date(1998, 3, 4)
    assert writing_day("today", date(1998, 3, 4)) == date(1998, 3, 4)
    assert writing_day("today (June 1)", date(1998, 3, 4)) == date(1998, 3, 4), "too far away to be believed"


def test_a_time_of_issue_counts_as_its_day() -> None:
    (found,) = find_dates("on May 19", 0, 9, datetime.fromisoformat("2025-05-20T00:35:00+08:00"))
    assert str(found.start) == "2025-05-19"


@pytest.mark.parametrize("folder", ["seed", "synthetic"])
def test_every_date_of_a_gold_event_is_found(corpus: Path, folder: str) -> None:
    missing = []
    for path in sorted((corpus / folder).glob("*.txt")):
        for release in read(path):
            whens = find_dates(release.text, 0, len(release.text), writing_day(release.text, release.issued))
            found = {str(day) for when in whens for day in (when.start, when.end) if day}
            gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            wanted = {event[end] for event in gold["events"] for end in ("date", "end") if event.get(end)}
            missing += [(path.stem, day) for day in sorted(wanted - found)]
    assert missing == []


@pytest.mark.parametrize(
    "piece",
    ["today ", "May 3, 4, ", "(May ", "in the ", "3 and 4 ", "from May 3 to ", "Monday and ", "last ", "(a time"],
)
def test_long_repetitions_take_time_in_proportion(piece: str) -> None:
    text = piece * 20_000
    assert find_dates(text, 0, len(text), date(2025, 5, 19)) is not None
