"""How far the name of an organisation reaches to the left and to the right of its head noun."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.en.agency_nouns import (
    CAPITAL_STOPS,
    DETERMINERS,
    ENUMERATING,
    EVENT_OPENERS,
    EVENTS,
    HEADS,
    MONTHS,
    NESTING,
    OPENERS,
    OTHER_THINGS,
    PARTICLES,
    PARTS,
    PATRONS,
    PERSONAL_TITLES,
    PLACED,
    PLURALS,
    ROLES,
    ROLES_IN_FIRMS,
    Head,
    Sort,
)
from kg.model import Span
from kg.reference import AgencyFact

REACH: Final = 110  # characters that a name may extend to either side of its head
_CAP = r"(?:[A-ZÀ-ÖØ-Þ][\w&/‑–-]*(?:['’](?!s\b)\w+)?(?:['’]s?(?= [A-Z]))?|[A-Z]\.)"
RUN: Final = rf"{_CAP}(?: {_CAP})*"
_COMPLEMENT = re.compile(rf" (of|for|on|in|against|Against) (the )?({RUN})")
_CHAIN = re.compile(rf" (?:of|to|for|from|with) (?:the )?({RUN})")
_FROM_THERE = re.compile(r"[\w'’]-(?:based|led|funded|run|backed|owned|registered)$")
_PEOPLES = frozenset({"People", "Women", "Children", "Workers", "Executive", "Administration"})
_ENUMERATION = re.compile(rf"((?:, {RUN})*) (?:and|&) ({RUN})")
_LEGAL_TAIL = re.compile(r"(?: \([A-Z][\w ]+\))?(?: (?:Company|Co\.?|Holdings?|Group))?,? (?:Limited|Ltd)\b")
_NEXT = re.compile(rf" ({RUN})")
_AND_NEXT = re.compile(rf" and ({RUN})")
_SERIES = re.compile(r",? and |, ")
_SHORT = re.compile(r"(?:(?:[A-Z]\.)+|St\.|Ste\.|Dr\.)$")
HEAD_WORDS: Final = {
    *(head.word.split()[-1] for head in HEADS if head.sort not in (Sort.FRONT, Sort.COMPLEMENT, Sort.SEATED)),
    *("Government", "Police"),
} - PLURALS
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


@dataclass(frozen=True, slots=True)
class Left:
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
        elif bare[:1].isupper():
            begin = _over_name_word(context, head, bare, begin + len(word) - len(bare), at)
            if begin < 0:
                break
            start = at = begin
            if len(bare) < len(word):
                break
        else:
            at = _over_small_word(context, head, begin, at, start, bare)
            if at != begin:
                start = at if at >= 0 else start
                break
    if text.startswith("China ", start) and text.endswith("Hong Kong, ", low, start):
        start -= len("Hong Kong, ")  # "Hong Kong, China Gymnastics Association"
    return Left(start, _determined(text, low, start), bracket)


def _bracket_left(text: str, head: Head, low: int, at: int) -> Span | None:
    """A bracket inside a name that ends before ``at``: "(HKSAR)", or a place in the name of a company."""
    opening = text.rfind("(", low, at)
    if opening <= low or text[opening - 1] != " " or not text[opening + 1].isupper():
        return None
    if " " in text[opening:at].rstrip() and head.sort is not Sort.COMPANY:
        return None
    return Span(opening, at - 1)


def _over_name_word(context: Context, head: Head, word: str, begin: int, at: int) -> int:
    """Where the walk goes on behind a capitalised word: its start, that of the person it is part of, or -1."""
    if _bars(context, head, word, begin) or (word in HEAD_WORDS and head.word in PARTS and context.text[at] != "&"):
        return -1
    person = context.person_at(begin)
    if person is None:
        return begin
    return -1 if context.has_title(person) else person.start


def _determined(text: str, low: int, start: int) -> bool:
    """Whether a determiner stands directly before ``start``."""
    if start <= low or text[start - 1] != " ":
        return False
    return text[text.rfind(" ", low, start - 1) + 1 or low : start - 1].lstrip(_OPENING) in DETERMINERS


def _bars(context: Context, head: Head, word: str, begin: int) -> bool:
    """Whether a capitalised word ends the walk to the left: an office, an opener, a possessor, punctuation."""
    last = word[-1]
    if last in ',;:!?)"”' or (last == "." and not _SHORT.match(word)):
        return True
    if word in OPENERS or word == "Annual" or _FROM_THERE.search(word):
        return True
    if word in ROLES:
        return head.sort is not Sort.COMPANY or word not in ROLES_IN_FIRMS
    if word.endswith(("'s", "’s")):
        owner = word[:-2]
        if owner in HEAD_WORDS or owner in OTHER_THINGS or (owner.isupper() and len(owner) > 1):
            return True
        low = max(0, begin - 40)
        two = context.text[context.text.rfind(" ", low, max(low, begin - 1)) + 1 : begin] + owner
        return context.is_place(owner) or context.is_place(two.strip())
    return word.endswith(("s'", "s’")) and context.text[max(0, begin - 4) : begin] == " of "


def _over_small_word(context: Context, head: Head, begin: int, at: int, start: int, word: str) -> int:
    """Whether the name goes on across a lower-case word.

    Returns ``begin`` to walk on, the start of the whole name when it begins before an "and", else -1.
    """
    if start != at:
        return -1
    if word == "&" or word in PARTICLES:
        before = context.text[max(0, begin - 2) : begin]
        return begin if len(before) == 2 and (before[0].isalnum() or before[0] == ".") else -1
    if word == "of" and context.text[:begin].rstrip().endswith(PATRONS):
        return begin
    if word == "and" and head.sort is not Sort.COMPLEMENT:
        joined = _across_and(context, head, begin)
        return -1 if joined is None else joined
    return -1


def _across_and(context: Context, head: Head, and_at: int) -> int | None:
    """The start of a name whose last "and" is at ``and_at``; None when the "and" joins two things."""
    text = context.text
    low = max(text.rfind("\n", 0, and_at) + 1, and_at - REACH)
    start = at = and_at
    listed: list[int] = []
    determined = False
    while at > low and text[at - 1] == " ":
        begin = text.rfind(" ", low, at - 1) + 1 or low
        word = text[begin : at - 1]
        comma = word.endswith(",")
        bare = word.rstrip(",").translate(_BARE)
        if not bare[:1].isupper() or bare in OPENERS:
            determined = word in DETERMINERS
            break
        if (comma and (head.sort is not Sort.OFFICIAL or start == and_at)) or word[0] in '"“(':
            break
        if bare in HEAD_WORDS or bare in ROLES or word.endswith(")") or context.person_at(begin):
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
    parts = text[start : and_at - 1]
    if determined:
        return start
    if parts == "Belt" or (head.sort is Sort.BODY and " " in parts and context.is_place(parts.rsplit(" ", 1)[0])):
        return start
    if head.sort is not Sort.OFFICIAL or context.is_place(parts.split(", ")[-1]):
        return None
    return start if not listed or start == low else None


def _words_since(text: str, start: int, listed: list[int], and_at: int) -> int:
    """How many words the list member has that begins at ``start``."""
    return text[start : listed[-1] if listed else and_at].count(" ")


def name_right(context: Context, head: Head, end: int, words_before: int) -> int:
    """Where a name ends that goes on behind its head noun: "of the X", "for X and Y", "in X"; else ``end``.

    ``words_before``: how many words of the name stand before the head.
    """
    text = context.text
    if head.after and text.startswith(" ", end):
        end = _complements(context, head, end, words_before)
    if head.sort is Sort.BODY:
        end = _namesake_city(context, end)
    if head.word in PLACED:
        end = _seat(context, end)
    if text.endswith(" Hong Kong", 0, end) and text.startswith(", China", end):
        end += len(", China")  # "Sports Federation & Olympic Committee of Hong Kong, China"
    tail = _LEGAL_TAIL.match(text, end) if head.sort is not Sort.COMPANY else None
    return tail.end() if tail else end


def _complements(context: Context, head: Head, end: int, words_before: int) -> int:
    text, first, open_head = context.text, True, False
    while m := _COMPLEMENT.match(text, end):
        preposition, start = m.group(1), m.start(3)
        if preposition == "in" or preposition not in head.after:
            break
        if (
            head.sort is not Sort.COMPLEMENT
            and head.word not in PARTS
            and preposition == "on"
            and first
            and words_before > 1
        ):
            break  # "the views of the Equal Opportunities Commission on the review"
        if head.word not in PARTS and preposition != "of" and not first and head.word != "Council":
            break
        stop = _trim(context, head, start, m.end())
        run = text[start:stop]
        nested = run.split(" ")[-1] in HEAD_WORDS or run.split(" ")[0] in HEAD_WORDS
        if stop == start or (nested and not (head.word in NESTING and preposition == "of")):
            break
        if not first and preposition == "of" and not nested and not open_head and not _regional(context, run):
            break
        if stop == m.end():
            stop = _enumeration(context, head, start, stop)
        end, first, open_head = stop, False, nested
        if preposition in ("for", "on"):
            while (c := _CHAIN.match(text, end)) and not _stops(context, c.group(1), c.start(1)):
                end = c.end()
    return end


def _regional(context: Context, run: str) -> bool:
    """Whether a second complement is where the body is: "Department of Culture of Guangdong Province"."""
    return context.is_place(run) or run.split(" ")[-1] in {"Province", "City", "Region", "Municipality", "State"}


def _trim(context: Context, head: Head, start: int, stop: int) -> int:
    """Cut a run of capitalised words where an office, a person, a possession or an event begins."""
    text = context.text
    at = start
    while at < stop:
        space = text.find(" ", at, stop)
        end = space if space >= 0 else stop
        word = text[at:end]
        if (
            (word in ROLES and (head.word != "Office" or word in PERSONAL_TITLES))
            or word in OPENERS
            or word in EVENT_OPENERS
        ):
            return _without_apostrophe(text, max(start, at - 1))
        if context.person_at(at) or (word in MONTHS and text[end + 1 : end + 2].isdigit()):
            return _without_apostrophe(text, max(start, at - 1))
        if word.endswith(("'s", "’s")) and (word[:-2] not in _PEOPLES or end == stop):
            return end - 2
        at = end + 1
    return _without_apostrophe(text, stop)


def _without_apostrophe(text: str, stop: int) -> int:
    return stop - 1 if text[stop - 1] in "'’" else stop


def _stops(context: Context, run: str, at: int) -> bool:
    words = run.split(" ")
    return words[0] in ROLES or words[0] in MONTHS or context.person_at(at) is not None or words[-1] in HEAD_WORDS


def _enumeration(context: Context, head: Head, start: int, stop: int) -> int:
    """The end of "Health, Labour and Welfare" or "Trade and Industry" behind a head that takes such lists."""
    text = context.text
    if head.word not in ENUMERATING or context.is_place(text[start:stop]):
        return stop
    m = _ENUMERATION.match(text, stop)
    if not m:
        return stop
    last = m.group(2)
    parts = [part for part in m.group(1).split(", ") if part] + [last]
    for part in parts:
        words = part.split(" ")
        if (
            not (HEAD_WORDS - {"Administration"}).isdisjoint(words)
            or words[0] in ROLES
            or words[0] in OPENERS
            or context.is_place(part)
        ):
            return stop
    if m.group(1) and head.word in ("Chamber", "Association", "Institute", "Academy", "College", "School"):
        return stop
    if context.person_at(m.start(2)):
        return stop
    return _trim(context, head, m.start(2), m.end())


def _namesake_city(context: Context, end: int) -> int:
    """The end of a place right behind the head: "Imperial College London"."""
    m = _NEXT.match(context.text, end)
    return m.end() if m and (context.is_place(m.group(1)) or m.group(1) == "International") else end


def _seat(context: Context, end: int) -> int:
    """The end of "in Hong Kong and Macao" behind an office, a chamber or a consulate."""
    m = _COMPLEMENT.match(context.text, end)
    if not m or m.group(1) != "in":
        return end
    words = m.group(3).split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if context.is_place(name):
            stop = m.start(3) + len(name)
            more = _AND_NEXT.match(context.text, stop)
            return more.end() if more and context.is_place(more.group(1)) else stop
    return end if words[0] in MONTHS or words[0] in OPENERS or len(words) > 2 else m.end()


def spoils(context: Context, head: Head, end: int) -> bool:
    """Whether what follows makes the whole another thing: "... Authority Ordinance", "Jockey Club Hall"."""
    text = context.text
    last = text[text.rfind(" ", 0, end) + 1 : end]
    if head.word and last not in HEAD_WORDS and (last in OTHER_THINGS or last in EVENTS):
        return True
    m = _NEXT.match(text, end) if text.startswith(" ", end) else None
    if not m:
        return False
    words = m.group(1).split(" ")[:4]
    if not OTHER_THINGS.isdisjoint(words):
        return True
    return head.sort is Sort.WEAK and words[0] not in ROLES and words[0] not in OPENERS


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
