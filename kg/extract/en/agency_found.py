"""What a rule for names of organisations is given and what it gives, and the short name in brackets behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.extract.en.agency_heads import Head
from kg.extract.en.agency_names import HEAD_WORDS, REACH, Context, spelt_out
from kg.extract.en.agency_nouns import DETERMINERS, GENERIC, OPENERS, ROLES
from kg.model import Span
from kg.reference import AgencyFact

_BRACKET = re.compile(r" ?\((?:the |hereafter |\")*([A-Z][\w&\-/]*(?: [A-Z][\w&\-]*){0,3})\"?\)")
_LETTERS = 5  # characters of a bracket with three letters
_GAP = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the automaton found: the rule that reads around it, its head noun or fact."""

    rule: str
    head: Head | None = None
    fact: AgencyFact | None = None


_FIRMS: Final = frozenset({"Limited", "Ltd", "Inc", "LLP", "plc", "PLC", "Corporation"})


class Found(NamedTuple):
    """One candidate name in the text."""

    start: int
    end: int
    rule: str
    name: str
    fact: AgencyFact | None = None
    abbreviation: str | None = None
    alias: Span | None = None


def packed(name: str) -> str:
    """A name without spaces, punctuation and case, as text that lost its spaces still has it."""
    joined = name.replace(" ", "")
    return (joined if joined.isalnum() else _GAP.sub("", joined)).casefold()


def bracketed(context: Context, one: Found) -> Found:
    """Add the abbreviation that the text defines behind the name: "Department of Health (DH)"."""
    if " at the " in one.name:
        return one  # "Faculty of Engineering at the University of Hong Kong (HKU)"
    m = _BRACKET.match(context.text, one.end) if context.text.find("(", one.end, one.end + 2) >= 0 else None
    if not m:
        return one
    short = m.group(1)
    capitals = sum(1 for char in short if char.isupper())
    if " " in short:
        words = short.split()
        specific = any(word not in GENERIC and word not in HEAD_WORDS for word in words)  # not "(the Working Group)"
        is_firm = words[-1].rstrip(".") in _FIRMS  # "Lotus Investments Limited (Harbour Holdings Limited)": its parent
        fits = specific and not is_firm and (words[-1] in one.name.split() or words[-1].isupper())
    else:
        fits = capitals > 1 and not short.isdigit()
    if not fits or context.is_place(short) or _abbreviates_region(one.name, short):
        return one
    whole = _whole(context, one, Span(m.start(1) - 1, m.end(1) + 1))
    return whole._replace(abbreviation=short, alias=Span(*m.span(1)))


def _whole(context: Context, one: Found, bracket: Span) -> Found:
    """The name as far left as its abbreviation spells it: "Ports and Arts Co-operation Council (PACC)"."""
    text = context.text
    low = max(text.rfind("\n", 0, one.start) + 1, one.start - REACH)
    is_letters = text[bracket.start + 1 : bracket.end - 1].isupper() and bracket.end - bracket.start > _LETTERS
    start = spelt_out(text, low, bracket) if one.fact is None and is_letters and text[bracket.start] == "(" else None
    if start is None or start >= one.start or context.person_at(start):
        return one
    while start > low and text[start - 1] == " ":
        begin = text.rfind(" ", low, start - 1) + 1
        word = text[begin : start - 1]
        if not word[:1].isupper() or word in OPENERS | ROLES | DETERMINERS or not word[-1].isalnum():
            break
        start = begin
    return one._replace(start=start, name=text[start : one.end])


def _abbreviates_region(name: str, short: str) -> bool:
    """Whether ``short`` stands for the place at the end: "Government of the ... Region (HKSAR)"."""
    place = re.split(r" (?:of|in) (?:the )?", name)[-1]
    return place != name and "".join(re.findall(r"\b[A-Z]", place)) == short
