"""People whom the first line of a speech addresses by office and surname: "Secretary General Noble, Chairman Khoo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.en.agency_names import HEAD_WORDS
from kg.extract.en.names import HONORIFICS, NAMESAKES, NOT_IN_NAMES, RANKS
from kg.extract.en.offices import HEADS, OFFICE_RANKS, RANK_WORDS
from kg.extract.en.patterns import any_of
from kg.extract.en.words import COMMON
from kg.model import Span

RULE: Final = "name-addressed"
_OFFICES: Final = (
    *sorted(OFFICE_RANKS & RANKS.keys()),
    *("Chairperson", "Chairwoman", "Vice Chairman", "Vice-Chairman", "Vice Chancellor", "Vice-Chancellor", "Provost"),
    *("Principal", "Dean", "Convenor", "Chief Justice", "High Commissioner", "Vice President", "Vice-President"),
)
_MARKS: Final = ("adies and gentlemen", "adies and Gentlemen")  # in every address
_LONGEST: Final = 2500  # characters of an address
_RANK: Final = r"(?P<rank>(?:(?:Deputy|Vice|Assistant|Acting|Executive|Managing|Honorary|Senior) )*{OFFICE})"
_ITEM: Final = re.compile(
    r"(?:(?<=, )|(?<=, and )|(?<=; )|(?<=[!)] )|(?<=\n)|(?<=\n     ))"
    + _RANK.replace("{OFFICE}", any_of(_OFFICES))
    + r" (?P<name>[A-Z][a-z]+(?:['’-][A-Z]?[a-z]+)?)(?=,| \()"
)
_NO_NAMES: Final = (
    NOT_IN_NAMES | NAMESAKES | HONORIFICS.keys() | HEADS.keys() | RANK_WORDS | HEAD_WORDS | {"Elect", "Designate"}
)


def addressed(text: str) -> Iterator[tuple[Span, Span, str]]:
    """The office and name, the name alone, and the words of the office, of each one addressed so.

    >>> line = "\\nSecretary General Noble, Chairman Khoo, honoured guests, ladies and gentlemen,"
    >>> [(line[name.start : name.end], rank) for _, name, rank in addressed(line)]
    [('Noble', 'Secretary General'), ('Khoo', 'Chairman')]
    """
    end = min((at for mark in _MARKS if (at := text.find(mark)) >= 0), default=-1)
    start = text.rfind("\n", 0, end) if end >= 0 else 0
    if end < 0 or start < 0 or end - start > _LONGEST or ". " in text[start:end]:
        return
    for m in _ITEM.finditer(text, start, end):
        if m["name"] not in _NO_NAMES and m["name"].casefold() not in COMMON:
            yield Span(*m.span()), Span(*m.span("name")), m["rank"]
