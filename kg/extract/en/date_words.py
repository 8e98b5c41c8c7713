"""The English words that dates are made of, as tables; every row has an example.

An example row is ``(text, day of issue, what find_dates says)``; the last is written as by
:func:`kg.extract.en.dates.describe`. The tests run each of them.
"""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = {
    name: number
    for number, name in enumerate(
        (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        start=1,
    )
}
"""The months; also accepted in CAPITALS (releases of the 1990s)."""

SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"Sept": 9}
"""Short forms: a date only with a day of the month beside them ("Sept 12")."""

VERBS_AND_NAMES = frozenset({"May", "March"})
"""Months that are other words too, so that fewer words before them will do."""

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
"""Weekdays as :meth:`datetime.date.weekday` counts them."""

PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "noon", "midday", "midnight")


@dataclass(frozen=True, slots=True)
class Relative:
    """Words for a day counted from the day of issue, such as "yesterday" (-1)."""

    words: str
    days: int
    rule: str
    example: tuple[str, str, str]


RELATIVES = (
    Relative("today", 0, "date-today", ("It was announced today.", "2025-05-19", "today=2025-05-19")),
    Relative("earlier today", 0, "date-today", ("He said earlier today", "2025-05-19", "earlier today=2025-05-19")),
    Relative("later today", 0, "date-today", ("Later today, you will hear", "2025-05-19", "Later today=2025-05-19")),
    Relative("this morning", 0, "date-today", ("held this morning", "2025-05-19", "this morning=2025-05-19")),
    Relative("this afternoon", 0, "date-today", ("held this afternoon", "2025-05-19", "this afternoon=2025-05-19")),
    Relative("this evening", 0, "date-today", ("held this evening", "2025-05-19", "this evening=2025-05-19")),
    Relative("this noon", 0, "date-today", ("held this noon", "2025-05-19", "this noon=2025-05-19")),
    Relative("tonight", 0, "date-today", ("to join you tonight.", "2025-05-19", "tonight=2025-05-19")),
    Relative("yesterday", -1, "date-yesterday", ("the Forum yesterday,", "2018-01-01", "yesterday=2017-12-31")),
    Relative("last night", -1, "date-yesterday", ("flew in last night", "2025-09-16", "last night=2025-09-15")),
    Relative(
        "the day before yesterday",
        -2,
        "date-yesterday",
        ("arrived the day before yesterday", "2025-05-19", "the day before yesterday=2025-05-17"),
    ),
    Relative("tomorrow", 1, "date-tomorrow", ("will leave tomorrow", "2024-02-28", "tomorrow=2024-02-29")),
    Relative(
        "the day after tomorrow",
        2,
        "date-tomorrow",
        ("will leave the day after tomorrow", "2025-05-19", "the day after tomorrow=2025-05-21"),
    ),
)


@dataclass(frozen=True, slots=True)
class Inherited:
    """Words that name no day of their own: they take it from what was told before."""

    words: str
    rule: str
    example: str


INHERITED = (
    Inherited("in the morning", "date-part-of-day", "In the morning, Mr Mok met with the State Secretary."),
    Inherited("early in the morning", "date-part-of-day", "Early in the morning, he left."),
    Inherited("in the afternoon", "date-part-of-day", "In the afternoon, Ms Fong paid a courtesy call."),
    Inherited("in the evening", "date-part-of-day", "IN THE EVENING, MR LAU WAS A GUEST AT A DINNER."),
    Inherited("in the late afternoon", "date-part-of-day", "In the late afternoon, he left."),
    Inherited("in the early evening", "date-part-of-day", "In the early evening, he left."),
    Inherited("late in the evening", "date-part-of-day", "He left late in the evening."),
    Inherited("on the morning", "date-part-of-day", "On the morning of the ceremony, he met them."),
    Inherited("on the afternoon", "date-part-of-day", "On the afternoon of the ceremony, he met them."),
    Inherited("on the evening", "date-part-of-day", "On the evening of the ceremony, he met them."),
    Inherited("at noon", "date-part-of-day", "At noon, he had a working lunch."),
    Inherited("around noon", "date-part-of-day", "Around noon, he arrived."),
    Inherited("at midday", "date-part-of-day", "At midday, he arrived."),
    Inherited("earlier in the day", "date-part-of-day", "Earlier in the day, Mr Kwok held a bilateral meeting."),
    Inherited("later in the day", "date-part-of-day", "Later in the day, he toured the port."),
    Inherited("early in the day", "date-part-of-day", "Early in the day, he toured the port."),
    Inherited("on the same day", "date-part-of-day", "On the same day, the law was applied."),
    Inherited("the same day", "date-part-of-day", "They returned the same day."),
    Inherited("that same day", "date-part-of-day", "They returned that same day."),
    Inherited("on that day", "date-part-of-day", "She was in Washington on that day."),
    Inherited("that morning", "date-part-of-day", "That morning, he met them."),
    Inherited("that afternoon", "date-part-of-day", "That afternoon, he met them."),
    Inherited("that evening", "date-part-of-day", "He left that evening."),
    Inherited("that night", "date-part-of-day", "He left that night."),
    Inherited("the same morning", "date-part-of-day", "They met the same morning."),
    Inherited("the same afternoon", "date-part-of-day", "They met the same afternoon."),
    Inherited("the same evening", "date-part-of-day", "They met the same evening."),
    Inherited("the next day", "date-next-day", "He returned the next day."),
    Inherited("the following day", "date-next-day", "He met them the following day."),
    Inherited("the next morning", "date-next-day", "He returned the next morning."),
    Inherited("the following morning", "date-next-day", "He returned the following morning."),
    Inherited("the following evening", "date-next-day", "He returned the following evening."),
    Inherited("the previous day", "date-previous-day", "They had met the previous day."),
    Inherited("the previous evening", "date-previous-day", "They had met the previous evening."),
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day with a name and a fixed date; the date in brackets, where given, wins."""

    words: str
    month: int
    day: int
    example: tuple[str, str, str]


HOLIDAYS = (
    Holiday("New Year's Day", 1, 1, ("He left on New Year's Day.", "2024-12-29", "New Year's Day=2025-01-01")),
    Holiday("New Year's Eve", 12, 31, ("He left on New Year's Eve.", "2025-01-02", "New Year's Eve=2024-12-31")),
    Holiday("Christmas Day", 12, 25, ("closed on Christmas Day", "2024-12-20", "Christmas Day=2024-12-25")),
    Holiday("Christmas Eve", 12, 24, ("closed on Christmas Eve", "2024-12-20", "Christmas Eve=2024-12-24")),
    Holiday("Boxing Day", 12, 26, ("closed on Boxing Day.", "2024-12-20", "Boxing Day=2024-12-26")),
)

NUMBERS = {
    **{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14},
}
"""Numbers of days written as words ("for four consecutive days")."""
