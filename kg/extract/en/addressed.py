"""People whom the first line of a speech addresses: by office and surname, or by given name and who that is.

"Secretary General Noble, Chairman Khoo"; "Margaret (Margaret Quill, Director of Lotus)".
"""

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
GLOSSED: Final = "name-glossed"
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
# the name in full, behind the given name in brackets, before or behind the post
_GLOSS: Final = re.compile(
    r"(?<![\w-])(?P<given>[A-Z][a-z]+) \((?:[^()]{3,160}, )?"
    r"(?P<name>(?P=given)(?: (?:[A-Z]\.?|[A-Z][\w'’]*(?:-[A-Za-z]+)*)){1,3})(?=, (?:the )?[A-Z]|\))"
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
    line = _address(text)
    for m in _ITEM.finditer(text, line.start, line.end) if line and ". " not in text[line.start : line.end] else ():
        if m["name"] not in _NO_NAMES and m["name"].casefold() not in COMMON:
            yield Span(*m.span()), Span(*m.span("name")), m["rank"]


def glossed(text: str) -> Iterator[Span]:
    """The full names behind the given names by which people are addressed.

    >>> line = "\\nMargaret (Margaret Quill, Director of Lotus), ladies and gentlemen,"
    >>> [line[name.start : name.end] for name in glossed(line)]
    ['Margaret Quill']
    """
    line = _address(text)
    for m in _GLOSS.finditer(text, line.start, line.end) if line else ():
        if not _NO_NAMES.intersection(m["name"].split()):
            yield Span(*m.span("name"))


def _address(text: str) -> Span | None:
    """The line of a speech in which the speaker addresses those who are there."""
    end = min((at for mark in _MARKS if (at := text.find(mark)) >= 0), default=-1)
    start = text.rfind("\n", 0, end) if end >= 0 else -1
    return Span(start, end) if start >= 0 and end - start <= _LONGEST else None
