"""Organisations that share one noun in the plural: "the Buildings, Fire Services and Planning Departments"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.en.agency_found import Found, packed
from kg.extract.en.agency_names import REACH, RUN, Context
from kg.reference import AgencyFact

# Nouns in the plural, each with the words that end the name of one of the organisations.
PLURALS: Final[dict[str, tuple[str, ...]]] = {
    "Departments": (" Department",),
    "Bureaux": (" Bureau",),
    "Bureaus": (" Bureau",),
    "District Councils": (" District Council",),
    "District Offices": (" District Office",),
    "Provincial Governments": (" Provincial Government",),
    "Municipal Governments": (" Municipal Government",),
}
# Nouns in the plural before a list, each with the words that begin the name of one of the organisations.
LED: Final[dict[str, str]] = {"Departments": "Department of ", "Ministries": "Ministry of "}
_JOINT: Final = r"(?:, and |, | and )"
_BEFORE: Final = re.compile(rf"(?P<list>{RUN}(?:{_JOINT}(?:the )?{RUN})+) \Z")
_CUT: Final = re.compile(rf"{_JOINT}(?:the )?")
_ARTICLE: Final = re.compile(r"(?:The|the) ")
_AFTER: Final = re.compile(r" of (?P<list>[A-Z][\w'’]*(?: [A-Z][\w'’]*)*(?:, [A-Z][\w'’ ]*)* and [A-Z][\w'’]*)(?! of)")


def joined(context: Context, noun: str, start: int, end: int) -> Iterator[Found]:
    """The organisations of a list that ends with (or follows) ``noun``, where the reference data know every one."""
    text = context.text
    low = max(text.rfind("\n", 0, start) + 1, start - REACH)
    if m := _BEFORE.search(text, low, start):
        at = _ARTICLE.match(text, m.start("list"))
        begin = at.end() if at else m.start("list")
        for tail in PLURALS[noun]:
            members = _members(context, begin, m.end("list"), tail)
            for first, last, fact in members:
                stop = end if last == m.end("list") else last
                yield Found(first, stop, "agency-joined", fact.name, fact)
    elif noun in LED and (m := _AFTER.match(text, end)):
        for first, last, fact in _members(context, m.start("list"), m.end("list"), "", LED[noun]):
            yield Found(first, last, "agency-joined", fact.name, fact)


def _members(context: Context, begin: int, stop: int, tail: str, lead: str = "") -> list[tuple[int, int, AgencyFact]]:
    """Start, end and fact of each member of the list ``text[begin:stop]``; none if it cannot be cut into known ones.

    An "and" may also stand inside a name: "the Food and Environmental Hygiene and Planning Departments".
    """
    text = context.text
    joints = [m.span() for m in _CUT.finditer(text, begin, stop)]
    starts = [begin, *(after for _, after in joints)]
    ends = [*(before for before, _ in joints), stop]
    found: list[tuple[int, int, AgencyFact]] = []
    last = len(ends) - 1
    while last >= 0:
        for first in range(last + 1):
            name = text[starts[first] : ends[last]]
            if fact := context.facts.get(packed(f"{lead}{name}{tail}")):
                found.append((starts[first], ends[last], fact))
                last = first - 1
                break
        else:
            return []
    return found[::-1] if len(found) > 1 else []
