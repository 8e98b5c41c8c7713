"""The forms that names, offices, bodies, places and days take, each in the sentences that releases put them in.

A table of tests/forms has a form a row: how it is printed, what is found ("" the same, " + " between two), and the
frames in which it is not yet read (``all`` for every one). Those are strict: a form that is read must leave the column.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kg.extract import Lexicon, extract, lexicon
from kg.model import Event, Findings, Release, Source
from kg.reference import load

FORMS = Path(__file__).parent.parent / "forms"
ALL = "all"

NAME_FRAMES = {
    "comma": "The Director of Marine, {form}, visited the harbour today (May 19).",
    "no-comma": "The Director of Marine {form} visited the harbour.",
    "joined": "Officers met the Director of Marine, {form}, and the Director of Lands, Mr Paul Tse.",
    "subject": "{Form} said the plan was good.",
    "met": "The Chief Executive, Mr Alan Choi, met with {form} at Government House today (May 19).",
    "line": "The members are:\n\n{Form}\nMr Paul Tse\nMs Ada Ho",
    "bullet": "The members are:\n\n* {Form}\n* Mr Paul Tse",
    "item": "Present were the Director of Marine, {form}; the Director of Lands, Mr Paul Tse; and others.",
    "bracket": "The Director of Marine ({form}) spoke.",
    "caption": "The Director of Marine, {form} (second left), is pictured with Mr Paul Tse.",
    "owner": "The meeting heard {form}'s report.",
    "before": "{Form}, Director of Marine, spoke.",
    "appointed": "The Government announced the appointment of {form} as Director of Marine with effect from July 1.",
}
POST_FRAMES = {
    "comma": "The {form}, Mr Paul Tse, visited the harbour today (May 19).",
    "no-comma": "The {form} Mr Paul Tse visited the harbour.",
    "item": "Present were the Director of Marine, Mr Ip Ho; the {form}, Mr Paul Tse; and the Director of Lands, "
    "Ms Ada Ho.",
    "joined": "The guests were the Director of Marine, Mr Ip Ho, and the {form}, Mr Paul Tse.",
    "behind": "Mr Paul Tse, {form}, visited the harbour.",
    "behind-the": "Mr Paul Tse, the {form}, visited the harbour.",
    "bracket": "Mr Paul Tse ({form}) and Ms Ada Ho (Director of Marine) came.",
    "caption": "The {form}, Mr Paul Tse (left), and Mr Ip Ho (right) are pictured.",
    "appointed": "Mr Paul Tse has been appointed as the {form} with effect from July 1.",
    "new": "The Government announced the appointment of Mr Paul Tse as the new {form}.",
    "capacity": "Mr Paul Tse spoke in his capacity as the {form}.",
    "is": "Mr Paul Tse is currently the {form}.",
    "serves": "Mr Paul Tse serves as the {form}.",
    "introduction": "Following is the speech by the {form}, Mr Paul Tse, at the Harbour Forum today (May 19):",
    "address": "Following is the speech by the Director of Audit, Ms Ada Ho, today (May 19):\n\n"
    "Paul ({form}, Mr Paul Tse), distinguished guests, ladies and gentlemen,\n\nGood morning.",
}
BODY_FRAMES = {
    "chaired": "The Chairman of the {form}, Mr Paul Tse, spoke.",
    "from": "Representatives from the {form} attended the meeting.",
    "list": "Officers of the Transport Department, the {form} and the Lands Department came.",
    "by": "The seminar was jointly organised by the {form} and supported by others.",
    "subject": "The {form} will hold a seminar next week.",
    "visited": "The Chief Executive, Mr Alan Choi, visited the {form} today (May 19).",
    "abbreviated": "The {form} (XQZ) will hold a seminar. The XQZ is ready.",
    "owner": "The {form}'s work is good.",
}
PLACE_FRAMES = {
    "met": "The Chief Executive, Mr Alan Choi, met with the Minister of Ports, Ms Ida Holm, {form} today (May 19).",
    "speech": "Following is the speech by the Secretary for Health, Mr Alan Choi, at the Harbour Forum {form} today "
    "(May 19):",
    "attended": "The Secretary for Health, Mr Alan Choi, attended the Harbour Awards Ceremony {form} today (May 19).",
    "held": "The Harbour Awards Ceremony was held {form} today (May 19). The Secretary for Health, Mr Alan Choi, "
    "officiated at the ceremony.",
    "behind-day": "The Secretary for Health, Mr Alan Choi, officiated at the Harbour Fair today (May 19) {form}.",
}
PAST_FRAMES = {
    "behind": "The Secretary for Health, Mr Alan Choi, met with the Mayor of Oslo, Ms Ida Holm, {form}.",
    "front": "{Form}, the Secretary for Health, Mr Alan Choi, met with the Mayor of Oslo, Ms Ida Holm, to talk.",
    "before-verb": "The Secretary for Health, Mr Alan Choi, {form} met with the Mayor of Oslo, Ms Ida Holm.",
}
COMING_FRAMES = {
    "behind": "The Secretary for Health, Mr Alan Choi, will visit Beijing {form}.",
    "front": "{Form}, the Secretary for Health, Mr Alan Choi, will visit Beijing to attend a forum.",
}


@dataclass(frozen=True, slots=True)
class Form:
    """A row of a table: the form, what is found where it stands, and the frames in which it is not read."""

    printed: str
    expected: frozenset[str]
    unread: frozenset[str]


@cache
def words() -> Lexicon:
    return lexicon(load())


def forms(table: str) -> Iterator[Form]:
    """The rows of a table."""
    with (FORMS / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            expected = frozenset((row["expected"] or row["form"]).split(" + "))
            yield Form(row["form"], expected, frozenset((row["open"] or "").split()))


def found(form: str, frame: str) -> Findings:
    """What is found in the sentence that a form makes of a frame."""
    text = f"Announcement\n\n{frame.format(form=form, Form=form[0].upper() + form[1:])}"
    return extract(Release("form", None, "en", date(2025, 5, 19), "Announcement", text, Source("form.txt")), words())


def names(findings: Findings) -> frozenset[str]:
    return frozenset(person.name for person in findings.people)


def posts(findings: Findings) -> frozenset[str]:
    """The posts of Paul Tse, who holds none but that of the form."""
    return frozenset(each.post for each in findings.tenures if findings.people[each.person].name == "Paul Tse")


def bodies(findings: Findings) -> frozenset[str]:
    return frozenset(agency.name for agency in findings.agencies)


def places(findings: Findings) -> frozenset[str]:
    return frozenset(event.place.name for event in findings.events if event.place)


def days(findings: Findings) -> frozenset[str]:
    """The day of each event, or both ends: "2025-05-21..2025-05-23"."""
    return frozenset(map(_day, findings.events))


def _day(event: Event) -> str:
    if event.when is None:
        return "None"
    ends = dict.fromkeys(str(day) for day in (event.when.start, event.when.end) if day)
    return "..".join(ends)


TABLES: Mapping[str, tuple[Callable[[Findings], frozenset[str]], Mapping[str, str]]] = {
    "names": (names, NAME_FRAMES),
    "posts": (posts, POST_FRAMES),
    "bodies": (bodies, BODY_FRAMES),
    "places": (places, PLACE_FRAMES),
    "days_past": (days, PAST_FRAMES),
    "days_to_come": (days, COMING_FRAMES),
}
EXACT = frozenset({"posts", "days_past", "days_to_come"})
"""Tables of which nothing but what is expected may be found; names and bodies stand beside others."""
_KNOWN = pytest.mark.xfail(strict=True, reason="known")
ROWS = [(table, form) for table in TABLES for form in forms(table)]


def is_read(table: str, form: Form, frame: str) -> bool:
    told, frames = TABLES[table]
    got = told(found(form.printed, frames[frame]))
    return got == form.expected if table in EXACT else form.expected <= got


def unread(table: str, form: Form) -> frozenset[str]:
    """The frames that a row gives as those in which its form is not read."""
    return frozenset(TABLES[table][1]) if ALL in form.unread else form.unread


@pytest.mark.parametrize(("table", "form"), ROWS, ids=lambda value: value if isinstance(value, str) else value.printed)
def test_form_is_read_in_every_frame(table: str, form: Form) -> None:
    frames = TABLES[table][1]
    assert [frame for frame in frames if frame not in unread(table, form) and not is_read(table, form, frame)] == []


@pytest.mark.parametrize(
    ("table", "form"),
    [pytest.param(*row, marks=_KNOWN, id=row[1].printed) for row in ROWS if row[1].unread],
)
def test_known_failure(table: str, form: Form) -> None:
    assert [frame for frame in unread(table, form) if is_read(table, form, frame)]


def test_frames_alone_have_nothing_of_a_form() -> None:
    """Each frame without its form: so that no frame passes by what it says itself."""
    assert names(found("officers", NAME_FRAMES["met"])) == {"Alan Choi"}
    assert all(posts(found("visitor", frame)) == frozenset() for frame in POST_FRAMES.values())
    departments = {"Transport Department", "Lands Department"}
    assert all(bodies(found("staff", frame)) <= departments for frame in BODY_FRAMES.values())
    assert all(places(found("again", frame)) == frozenset() for frame in PLACE_FRAMES.values())
