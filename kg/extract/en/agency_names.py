"""How far the name of an organisation reaches to the left of its head noun."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.extract.en.agency_heads import HEADS, Head, Sort
from kg.extract.en.agency_nouns import (
    BEFORE,
    CAPITAL_STOPS,
    CHAMBERS_BEFORE,
    COUNTS,
    DETERMINERS,
    GENERIC,
    MONTHS,
    NUMBERED,
    OPENERS,
    ORDINALS,
    OTHER_THINGS,
    PARTICLES,
    PARTS,
    PATRON_TITLES,
    PATRONS,
    PLURALS,
    ROLES,
    ROLES_IN_FIRMS,
    SCHOOLS_BEFORE,
    SEVERAL_BODIES,
)
from kg.model import Span
from kg.reference import AgencyFact

REACH: Final = 110  # characters that a name may extend to either side of its head
_CAP = r"(?:[A-ZÀ-ÖØ-Þ][\w&/‑–-]*(?:['’](?!s\b)\w+)?(?:['’]s?(?= [A-Z]))?|[A-Z]\.)"
RUN: Final = rf"{_CAP}(?: {_CAP})*"
_NUMBERED = re.compile(r"(?:\b(?:by|and|from|of|with|to|the)|,) $")
_FROM_THERE = re.compile(r"[\w'’]-(?:based|led|funded|run|backed|owned|registered)$")
_SERIES = re.compile(r",? and |, ")
_SHORT = re.compile(r"(?:(?:[A-Z]\.)+|St\.|Ste\.|Dr\.)$")
HEAD_WORDS: Final = {
    *(head.word.split()[-1] for head in HEADS if head.sort not in (Sort.FRONT, Sort.COMPLEMENT, Sort.SEATED)),
    *("Government", "Police"),
} - PLURALS
_ON_BOTH = re.compile(r"and Maca[ou] (?:Affairs|Work|Studies|Relations) [A-Z]")
_OF_CITIES = frozenset({"Corporation", "Council"})
_LEGAL = frozenset({"Co.,", "Co.", "Bros.", "Corp."})
_BRAND = re.compile(r"[a-z]{1,2}[.-]?[A-Z]")  # "i.Harbour Foods Limited", "eLotus Limited"
# "Spirit of Harbour Awards Judging Panel"
_PRIZE = re.compile(r"\b(?:Awards?|Prizes?|Medals?|Festival|Games|Competition|Challenge|Week)\b")
_THE_ONE = re.compile(r"\bthe (?P<first>[A-Z][a-z]+) \Z")
_PARTY_OF = "Communist Party of "
_OF_ANNIVERSARY = re.compile(
    r"Anniversary (?:(?:Celebrations?|Commemoration|Organi[sz]ing|Preparatory|Working) )+Committee\b"
)
_DAY_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(MONTHS))}) \Z")
_OPENING = "\"“‘'("
_BARE = str.maketrans("", "", "\"'“”‘’()")


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule sees: the text, the personal names in it (in order, and where each starts), what is known.

    ``places`` and ``nationalities`` are casefolded; ``facts`` stand under their names without spaces, casefolded.
    """

    text: str
    people: Sequence[Span]
    starts: Sequence[int]
    places: frozenset[str]
    nationalities: frozenset[str]
    facts: Mapping[str, AgencyFact]

    def is_place(self, name: str) -> bool:
        """Whether ``name`` is a known place, or known places joined."""
        name = name.casefold()
        if name in self.places or not (" and " in name or ", " in name or name.startswith("the ")):
            return name in self.places
        return all(part.removeprefix("the ") in self.places for part in _SERIES.split(name) if part)

    def person_at(self, at: int) -> Span | None:
        """The personal name that covers the character at ``at``."""
        i = bisect_right(self.starts, at) - 1
        return self.people[i] if i >= 0 and at < self.people[i].end else None

    def has_title(self, person: Span) -> bool:
        """Whether an honorific stands before a personal name."""
        at = person.start
        if not at or self.text[at - 1] != " ":
            return False
        return self.text[self.text.rfind(" ", 0, at - 1) + 1 : at - 1].lstrip("(\n") in ROLES


class Left(NamedTuple):
    """Where a name begins, whether a determiner stands before it, and a bracket inside it ("(HKSAR)")."""

    start: int
    determined: bool
    bracket: Span | None


def name_left(context: Context, head: Head, head_start: int) -> Left:
    """The capitalised words to the left of a head noun that belong to the name."""
    text = context.text
    low = max(text.rfind("\n", 0, head_start) + 1, head_start - REACH)
    start = at = head_start
    bracket: Span | None = None
    while at > low and text[at - 1] == " ":
        begin = text.rfind(" ", low, at - 1) + 1 or low
        word = text[begin : at - 1]
        bare = word.lstrip(_OPENING)
        if word.endswith(")"):
            inside = None if bracket else _bracket_left(text, head, low, at)
            if inside is None:
                break
            bracket, at = inside, inside.start
            start = spelt_out(text, low, inside) or start
            at = min(at, start)
        elif (
            bare[:1].isupper()
            or (head.sort is Sort.COMPANY and _BRAND.match(bare))
            or _numbers_committee(text, bare, begin, at)
            or (
                bare.isdigit()
                and head.sort is Sort.COMPANY
                and (_NUMBERED.search(text, low, begin) or _follows_capital(text, begin))
            )
        ):
            begin = _over_name_word(context, head, bare, begin + len(word) - len(bare), at)
            if begin < 0:
                break
            start = at = begin
            if len(bare) < len(word):
                break
        elif bare.startswith("the") and bare[3:4].isupper():
            return Left(begin + len(word) - len(bare) + len("the"), True, bracket)  # "theHarbour Board"
        else:
            at = _over_small_word(context, head, begin, at, start, bare, head_start)
            if at != begin:
                start = at if at >= 0 else start
                break
    if text.startswith(("China ", "Macao "), start) and text.endswith("Hong Kong, ", low, start):
        start -= len("Hong Kong, ")  # "Hong Kong, China Gymnastics Association"
    if text.startswith("China ", start) and text.endswith(_PARTY_OF, low, start):
        start -= len(_PARTY_OF)  # "Communist Party of China Harbour Municipal Committee"
    return Left(start, _determined(text, low, start), bracket)


def _numbers_committee(text: str, word: str, begin: int, at: int) -> bool:
    """Whether a number belongs to what a committee is for: "Lotus 100 Organising Committee", "25th Anniversary ..."."""
    if not word[:1].isdigit():
        return False
    if word.isdigit():
        is_one = text.startswith(("Organising Committee", "Organizing Committee"), at) and _follows_capital(text, begin)
        return is_one and not _DAY_BEFORE.search(text, max(0, begin - REACH // 4), begin)
    return word.endswith(("st", "nd", "rd", "th")) and _OF_ANNIVERSARY.match(text, at) is not None


def _bracket_left(text: str, head: Head, low: int, at: int) -> Span | None:
    """A bracket inside a name that ends before ``at``: "(HKSAR)", or a place in the name of a company."""
    opening = text.rfind("(", low, at)
    if opening <= low or text[opening - 1] != " " or not text[opening + 1].isupper():
        return None
    inside = text[opening:at].rstrip()
    if " " in inside and head.sort is not Sort.COMPANY and inside != "(Special Administrative Region)":
        return None
    return Span(opening, at - 1)


def spelt_out(text: str, low: int, bracket: Span) -> int | None:
    """Where the words begin that a bracket abbreviates: "Communist Party of China (CPC)"."""
    short = text[bracket.start + 1 : bracket.end - 1]
    at, initials = bracket.start, ""
    while at > low and len(initials) < len(short):
        begin = text.rfind(" ", low, at - 1) + 1 or low
        word = text[begin : at - 1]
        if word[:1].isupper():
            initials = word[0] + initials
        elif word not in ("of", "and", "for", "the"):
            return None
        at = begin
    return at if initials == short else None


def _over_name_word(context: Context, head: Head, word: str, begin: int, at: int) -> int:
    """Where the walk goes on behind a capitalised word: its start, that of the person it is part of, or -1."""
    if _bars(context, head, word, begin) or (
        word in HEAD_WORDS and head.word in PARTS and _is_owner(context.text, word, begin, at)
    ):
        return -1
    person = context.person_at(begin)
    if person is None:
        return begin
    return -1 if context.has_title(person) else person.start


def _is_owner(text: str, word: str, begin: int, at: int) -> bool:
    """Whether a part of an organisation is named behind the organisation: "Harbour Authority Board".

    What a chamber, a court or universities have names them: "Senate Finance Committee", "District Court Rules
    Committee". ``word`` is the noun at ``begin``, the name of the part goes on at ``at``.
    """
    if text[at] == "&" or "CPC " in text[max(0, begin - REACH // 2) : begin]:
        return False  # "CPC Tsinghua University Committee"
    is_named = _follows_capital(text, begin)
    is_general = not is_named or _is_general(text, begin)
    return not (word in CHAMBERS_BEFORE or (word == "Court" and is_named) or (word in SCHOOLS_BEFORE and is_general))


def _is_general(text: str, at: int) -> bool:
    """Whether but one general word stands before ``at``: "Joint School Science Committee"."""
    begin = text.rfind(" ", max(0, at - REACH), at - 1) + 1
    return text[begin : at - 1] in GENERIC and not _follows_capital(text, begin)


def _determined(text: str, low: int, start: int) -> bool:
    """Whether a determiner stands directly before ``start``."""
    if start <= low or text[start - 1] != " ":
        return False
    return text[text.rfind(" ", low, start - 1) + 1 or low : start - 1].lstrip(_OPENING) in DETERMINERS


def _bars(context: Context, head: Head, word: str, begin: int) -> bool:
    """Whether a capitalised word ends the walk to the left: an office, an opener, a possessor, punctuation."""
    last = word[-1]
    if word in _LEGAL and head.sort is Sort.COMPANY:
        return False  # "Harbour Foods Co., Ltd"
    if last in ',;:!?)"”' or (last == "." and not _SHORT.match(word)):
        return True
    if word in ORDINALS and head.word in NUMBERED and context.text.startswith("the ", max(0, begin - 4)):
        return False  # "the Second Circuit Court"
    if word in OPENERS and head.sort is Sort.COMPANY and _follows_capital(context.text, begin):
        return False  # "Ping An Technology"
    if word in OPENERS or word == "Annual" or _FROM_THERE.search(word):
        return True
    if word in SEVERAL_BODIES:
        return True  # "District Offices and Social Welfare Department"
    if word in COUNTS and _is_known(context, begin + len(word) + 1):
        return True
    if word in ROLES:
        is_patron = word in PATRON_TITLES and head.word in SCHOOLS_BEFORE and _follows_capital(context.text, begin)
        return not is_patron and (head.sort is not Sort.COMPANY or word not in ROLES_IN_FIRMS)
    if word.endswith(("'s", "’s")):
        owner = word[:-2]
        before = context.text[max(0, begin - REACH) : begin - 1].rpartition(" ")[2] if owner == "International" else ""
        if owner == "General" and context.text.endswith(("Attorney ", "Auditor "), 0, begin):
            return False  # "Attorney General's Office"
        of = context.text[max(0, begin - REACH) : begin].split()[-2:]
        if of[1:] == ["of"] and of[0] in HEAD_WORDS:
            return True  # "the Department of Health's Harbour Services Unit"
        if owner in HEAD_WORDS or before in HEAD_WORDS or owner in OTHER_THINGS or (owner.isupper() and len(owner) > 1):
            return True
        low = max(0, begin - 40)
        two = context.text[context.text.rfind(" ", low, max(low, begin - 1)) + 1 : begin] + owner
        return context.is_place(owner) or context.is_place(two.strip())
    if not word.endswith(("s'", "s’")):
        return False
    preceding = context.text[max(0, begin - REACH) : begin].split(" ")[-2:-1]
    is_realm = context.is_place(" ".join([*preceding, word[:-1]])) or context.is_place(word[:-1])
    return preceding == ["of"] or is_realm  # "the United States' Lotus University"


def _is_known(context: Context, at: int) -> bool:
    """Whether a body of the reference data is named by the two or three words at ``at``."""
    words = context.text[at : at + REACH].split(" ", 3)[:3]
    return "".join(words[:2]).casefold() in context.facts or "".join(words).casefold() in context.facts


def _follows_capital(text: str, at: int) -> bool:
    """Whether the word before ``at`` has a capital and no mark behind it."""
    before = text[text.rfind(" ", max(0, at - REACH), max(0, at - 1)) + 1 : at - 1]
    before = before.rpartition("\n")[2]
    return before[:1].isupper() and before.isalpha() and before not in OPENERS


def _over_small_word(context: Context, head: Head, begin: int, at: int, start: int, word: str, head_start: int) -> int:
    """Whether the name goes on across a lower-case word.

    Returns ``begin`` to walk on, the start of the whole name when it begins before an "and", else -1.
    """
    if start != at:
        return -1
    if word == "&" or word in PARTICLES:
        before = context.text[max(0, begin - 2) : begin]
        return begin if len(before) == 2 and (before[0].isalnum() or before[0] == ".") else -1
    if word == "of" and context.text.endswith(PATRONS, 0, begin - 1):
        return begin
    if word == "of" and head.word in PARTS and _PRIZE.search(context.text, at, head_start):
        named = _THE_ONE.search(context.text, max(0, begin - REACH), begin)
        return begin if named and named["first"] not in ROLES and named["first"] not in HEAD_WORDS else -1
    if word == "of" and head.word in _OF_CITIES and context.text.endswith(" City", 0, begin - 1):
        return begin  # "City of London Corporation"
    if word == "of" and head.word == "Hospital" and context.text.endswith("University", 0, begin - 1):
        return begin  # "University of Hong Kong-Shenzhen Hospital"
    if word == "and" and head.sort is not Sort.COMPLEMENT:
        joined = _across_and(context, head, begin, head_start)
        return -1 if joined is None else joined
    return -1


def _across_and(context: Context, head: Head, and_at: int, head_start: int) -> int | None:
    """The start of a name whose last "and" is at ``and_at``; None when the "and" joins two things."""
    text = context.text
    low = max(text.rfind("\n", 0, and_at) + 1, and_at - REACH)
    start = at = and_at
    listed: list[int] = []
    determined, shorter = False, None
    rest = text[and_at + len("and ") : head_start].split()
    is_one = head.sort is Sort.BODY and bool(rest) and GENERIC.issuperset(rest)
    while at > low and text[at - 1] == " ":
        begin = text.rfind(" ", low, at - 1) + 1 or low
        word = text[begin : at - 1]
        comma = word.endswith(",")
        bare = word.rstrip(",").translate(_BARE)
        if word == "and" and shorter is None and start < at + 1 < and_at and head.sort is Sort.OFFICIAL:
            shorter, at = start, begin  # "Economic and Cultural Exchange and Promotion Council"
            continue
        if not bare[:1].isupper() or bare in OPENERS:
            determined = word in DETERMINERS
            break
        if (comma and (head.sort is not Sort.OFFICIAL or start == and_at)) or word[0] in '"“(':
            break
        if (
            (bare in HEAD_WORDS and not (is_one and bare == "Centre") and not _is_exchange(text, bare, begin))
            or bare in ROLES
            or word.endswith(")")
            or context.person_at(begin)
        ):
            if shorter is not None:
                break
            return None if start == and_at or not comma else start
        if _bars(context, head, word.rstrip(","), begin):
            break
        if comma:
            if begin < at and text[begin : start - 1].count(" ") == 0 and _words_since(text, start, listed, and_at) > 2:
                break
            listed.append(start)
        start = at = begin
    if start == and_at:
        return None
    if shorter is not None and (not determined or context.is_place(text[start:shorter].partition(" and ")[0])):
        start, determined = shorter, False
    parts = text[start : and_at - 1]
    if is_one and " " in parts:
        return start  # "Lotus Educational Centre and Research Foundation"
    if determined or (parts == "Hong Kong" and _ON_BOTH.match(text, and_at)):
        return start
    if parts == "Belt" or (head.sort is Sort.BODY and " " in parts and context.is_place(parts.rsplit(" ", 1)[0])):
        return start
    if head.sort is not Sort.OFFICIAL or context.is_place(parts.split(", ")[-1]):
        return None
    return start if not listed or start == low else None


def _is_exchange(text: str, word: str, at: int) -> bool:
    """Whether "Exchange" is what people do, and no exchange: "International Exchange and Cooperation Bureau"."""
    return word == "Exchange" and text[text.rfind(" ", 0, at - 1) + 1 : at - 1] not in BEFORE["Exchange"]


def _words_since(text: str, start: int, listed: list[int], and_at: int) -> int:
    """How many words the list member has that begins at ``start``."""
    return text[start : listed[-1] if listed else and_at].count(" ")


def caps_left(text: str, head_start: int) -> int:
    """The start of a name in a text set in capitals: the words back to "THE"; ``head_start`` without one."""
    low = max(text.rfind("\n", 0, head_start) + 1, head_start - 80)
    at = head_start
    while at > low and text[at - 1] == " ":
        begin = text.rfind(" ", low, at - 1) + 1 or low
        word = text[begin : at - 1]
        if word == "THE":
            return at
        if not word.isupper() or word in CAPITAL_STOPS or word[-1] in ",.;:":
            break
        at = begin
    return head_start
