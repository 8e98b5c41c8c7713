"""Frames in which releases tell events, crossed with the forms in which they name people.

Every row of a table is a sentence with the parts that vary: ``S`` acts, ``O`` is the other side, ``A`` is there too.
The forms of ``S`` and ``O`` are those of ``ACTING`` and ``OTHERS``; each row is read with all of them, one part at a
time. What is expected stands beside the row. Rows that are known to fail are strict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

import pytest

from kg.extract import Lexicon, extract, lexicon
from kg.model import Findings, Release, Source
from kg.reference import load

TRIP = "The Secretary for Health, Mr Lau Kam-wing, arrived in Bergen on May 17.\n\n"


class Form(NamedTuple):
    """How somebody is named: what stands before, the words, and who it is."""

    before: str
    words: str
    people: tuple[str, ...]


LAU, LUNG, SHAM = ("Lau Kam-wing",), ("Peter Lung",), ("Kitty Sham",)
ACTING = {
    "office and name": Form("", "the Secretary for Health, Mr Lau Kam-wing,", LAU),
    "name and office": Form("", "Mr Lau Kam-wing, the Secretary for Health,", LAU),
    "surname": Form(TRIP, "Mr Lau", LAU),
    "pronoun": Form(TRIP, "he", LAU),
    "office alone": Form(TRIP, "the Secretary", LAU),
    "two": Form(
        "",
        "the Secretary for Health, Mr Lau Kam-wing, and the Director of Marine, Mr Ko Wing-tat,",
        (*LAU, "Ko Wing-tat"),
    ),
}
OTHERS = {
    "office and name": Form("", "the Mayor of Oslo, Mr Peter Lung,", LUNG),
    "name and office": Form("", "Mr Peter Lung, Mayor of Oslo,", LUNG),
    "office in brackets": Form("", "Mr Peter Lung (Mayor of Oslo)", LUNG),
    "counterpart": Form("", "his Norwegian counterpart, Mr Peter Lung,", LUNG),
    "what somebody is": Form("", "Nobel laureate Professor Peter Lung", LUNG),
    "name alone": Form("", "Mr Peter Lung", LUNG),
    "and others": Form("", "the Mayor of Oslo, Mr Peter Lung, and other leaders of the city", LUNG),
    "three": Form(
        "",
        "the Mayor of Oslo, Mr Peter Lung; the Deputy Mayor, Ms Ida Moe; and the Director of Ports, Mr Erik Dahl,",
        (*LUNG, "Ida Moe", "Erik Dahl"),
    ),
}
BESIDE = Form("", "the Permanent Secretary for Works, Ms Kitty Sham,", SHAM)

P, T, K = "principal", "attendee", "speaker"
MET = "Meeting: S principal, O principal"
MEETINGS = (
    *("met", "met with", "met in Oslo with", "met for the first time with", "will meet", "is scheduled to meet"),
    *("held talks with", "had a bilateral meeting with", "held a meeting on ports with", "had a working lunch with"),
    *("exchanged views with", "exchanged views on ports with", "had discussions with", "discussed ports with"),
    *("received", "was received by", "hosted a lunch for", "attended a lunch hosted by", "was hosted to dinner by"),
    *("received a delegation led by", "met a 20-member delegation headed by", "took the opportunity to meet"),
    *("proceeded to meet", "had a video conference with", "sat down with", "led a delegation to meet"),
)
"""Verbs of a meeting between S and O."""

SENTENCES = (
    *((f"S {verb} O today (May 19).", MET) for verb in MEETINGS),
    ("Today (May 19), S met O.", MET),
    ("In the afternoon (May 19), S met O.", MET),
    ("S today (May 19) hosted O to dinner.", MET),
    ("S joined O for lunch today (May 19).", MET),
    ("When meeting O today (May 19), S said that trade was growing.", MET),
    ("Before meeting O today (May 19), S said that trade was growing.", MET),
    ("After a meeting with O today (May 19), S said that trade was growing.", MET),
    ("At a meeting with O today (May 19), S said that trade was growing.", MET),
    ("S, who met O today (May 19), said that trade was growing.", MET),
    ("S said after meeting O today (May 19) that trade was growing.", MET),
    ("Those whom S met today (May 19) included O.", MET),
    ("Accompanied by A, S met O today (May 19).", f"{MET}, A attendee"),
    ("Today (May 19), together with A, S met O.", f"{MET}, A attendee"),
    ("S, accompanied by A, met O today (May 19).", f"{MET}, A attendee"),
    ("S met O today (May 19). A also attended the meeting.", f"{MET}, A attendee"),
    ("S met O today (May 19). Also attending the meeting was A.", f"{MET}, A attendee"),
    ("S met O today (May 19), with A in attendance.", f"{MET}, A attendee"),
    ("S met O today (May 19). They were joined by A.", f"{MET}, A attendee"),
    ("S and A met O today (May 19).", "Meeting: S principal, A principal, O principal"),
    ("S met O and visited the Lotus Museum today (May 19).", f"{MET}; Visit: S principal"),
    ("S visited the Lotus Museum today (May 19), meeting O.", f"{MET}; Visit: S principal"),
    ("S received O and attended the Harbour Forum today (May 19).", f"{MET}; Conference: S attendee"),
    ("S signed an agreement on ports with O today (May 19).", "Signing: S principal, O principal"),
    ("After signing an agreement with O today (May 19), S said that all was well.",
     "Signing: O principal, S principal"),
    ("S signed an agreement with O today (May 19). A witnessed the signing.",
     "Signing: S principal, O principal, A attendee"),
    ("S visited the Lotus Museum today (May 19).", "Visit: S principal"),
    ("S inspected the works at the Lotus Museum today (May 19).", "Visit: S principal"),
    ("S took a tour of the Lotus Museum today (May 19), accompanied by A.", "Visit: S principal, A attendee"),
    ("During a visit to the Lotus Museum today (May 19), S said that culture mattered.", "Visit: S principal"),
    ("S attended the Harbour Forum today (May 19).", "Conference: S attendee"),
    ("S delivered a speech on ports at the Harbour Forum today (May 19).", "Conference: S speaker"),
    ("S was invited to speak at the Harbour Forum today (May 19).", "Conference: S speaker"),
    ("Speaking at the Harbour Forum today (May 19), S said that trade was growing.", "Conference: S speaker"),
    ("The Harbour Forum was held today (May 19). S attended and delivered a speech.", "Conference: S speaker"),
    ("S attended the Harbour Forum with A today (May 19).", "Conference: S attendee, A attendee"),
    ("S officiated at the opening ceremony of the Lotus Games today (May 19).", "Ceremony: S principal"),
    ("The opening ceremony of the Lotus Games was held today (May 19). S and A officiated.",
     "Ceremony: S principal, A principal"),
    ("S attended a spring reception today (May 19).", "Reception: S attendee"),
    ("S held a press conference today (May 19).", "Briefing: S principal"),
    ("S met the media today (May 19).", "Briefing: S principal"),
    ("S invited O to lunch today (May 19) and exchanged views with them.", MET),
    ("S declined to meet O today (May 19).", ""),
    ("S wrote to O today (May 19).", ""),
    ("S thanked O for the support.", ""),
    ("S has invited O to visit Bergen.", ""),
    ("S had hoped to attend the Harbour Forum.", ""),
)  # fmt: skip

FAIL = {
    *(("S invited O to lunch today (May 19) and exchanged views with them.", f"other: {name}") for name in OTHERS),
    *(("S invited O to lunch today (May 19) and exchanged views with them.", f"acting: {name}") for name in ACTING),
}
"""Rows with a form that are known to fail."""


@cache
def words() -> Lexicon:
    return lexicon(load())


def rows() -> Iterator[tuple[str, str, Form, Form, str]]:
    """Each row with each form of S, and with each form of O, the other part in its first form."""
    one, other = ACTING["office and name"], OTHERS["office and name"]
    for sentence, expected in SENTENCES:
        parts = set(re.findall(r"\b[SOA]\b", sentence))
        yield from (
            (sentence, f"acting: {name}", form, other, expected) for name, form in ACTING.items() if "S" in parts
        )
        yield from ((sentence, f"other: {name}", one, form, expected) for name, form in OTHERS.items() if "O" in parts)


def filled(sentence: str, forms: dict[str, Form]) -> str:
    """The sentence with its parts, and one comma where two would stand."""
    text = re.sub(r"\b[SOA]\b", lambda m: forms[m[0]].words, sentence)
    text = re.sub(r",(?=[,.;])", "", text)
    text = re.sub(r"(?:^|(?<=\. ))[a-z]", lambda m: m[0].upper(), text)
    return forms["S"].before + text


def told(findings: Findings) -> list[str]:
    """Every event but that of the way to Bergen: kind, and people with their roles."""
    out = []
    for event in findings.events:
        if event.place is not None and event.place.name == "Bergen" and event.kind.value == "Visit":
            continue
        who = sorted(f"{findings.people[part.person].name} {part.role.value.lower()}" for part in event.participants)
        out.append(f"{event.kind.value}: {', '.join(who)}")
    return sorted(out)


def wanted(expected: str, forms: dict[str, Form]) -> list[str]:
    """What is expected, with the people of the parts in their roles."""
    out = []
    for event in filter(None, expected.split("; ")):
        kind, _, parts = event.partition(": ")
        named = [part.split(" ") for part in parts.split(", ")]
        who = sorted(f"{person} {role}" for part, role in named for person in forms[part].people)
        out.append(f"{kind}: {', '.join(who)}")
    return sorted(out)


@pytest.mark.parametrize(
    ("sentence", "form", "one", "other", "expected"),
    [
        pytest.param(*row, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason="known"))
        if row[:2] in FAIL
        else row
        for row in rows()
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_frame_is_read_with_every_form(sentence: str, form: str, one: Form, other: Form, expected: str) -> None:
    forms = {"S": one, "O": other, "A": BESIDE}
    text = f"Announcement\n\n{filled(sentence, forms)}"
    findings = extract(Release("frame", None, "en", date(2025, 5, 19), "Announcement", text, Source("frame")), words())
    assert told(findings) == wanted(expected, forms), text


def test_known_failures_are_rows() -> None:
    assert {row[:2] for row in rows()} >= FAIL
