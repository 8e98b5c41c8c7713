"""Sentences of English prose, by rule: where a full stop ends one, and where it only shortens a word.

Every mark (``.``, ``!``, ``?``) is looked at once; the rules in ``STAYS_OPEN`` say, in order, why the
sentence goes on after it. A full stop with no space after it ends a sentence only between a small letter
and a capitalised word ("Hong Kong.Among others").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A word written with a full stop; ``can_end`` if a sentence may end with it ("Co. Ltd.")."""

    word: str
    can_end: bool
    example: str


ABBREVIATIONS = (
    Abbreviation("Mr", False, "He met Mr. Lee at noon."),
    Abbreviation("Mrs", False, "He met Mrs. Lee at noon."),
    Abbreviation("Ms", False, "He met Ms. Lee at noon."),
    Abbreviation("Messrs", False, "He met Messrs. Lee and Chan."),
    Abbreviation("Dr", False, "He met Dr. Lee at noon."),
    Abbreviation("Prof", False, "He met Prof. Lee at noon."),
    Abbreviation("Rev", False, "He met Rev. Lee at noon."),
    Abbreviation("Hon", False, "He met the Hon. Lee at noon."),
    Abbreviation("Sen", False, "He met Sen. Lee at noon."),
    Abbreviation("Rep", False, "He met Rep. Lee at noon."),
    Abbreviation("Gov", False, "He met Gov. Lee at noon."),
    Abbreviation("Gen", False, "He met Gen. Lee at noon."),
    Abbreviation("Col", False, "He met Col. Lee at noon."),
    Abbreviation("Maj", False, "He met Maj. Lee at noon."),
    Abbreviation("Capt", False, "He met Capt. Lee at noon."),
    Abbreviation("Lt", False, "He met Lt. Lee at noon."),
    Abbreviation("Sgt", False, "He met Sgt. Lee at noon."),
    Abbreviation("St", False, "It was held at St. John's Cathedral."),
    Abbreviation("Mt", False, "It was held on Mt. Davis."),
    Abbreviation("Ir", False, "He met Ir. Lee at noon."),
    Abbreviation("Sr", True, "He met Martin King, Sr. Lee was there."),
    Abbreviation("Jr", True, "He met Martin King, Jr. Lee was there."),
    Abbreviation("Ltd", True, "It was bought by Lee Ltd. Partners of it agreed."),
    Abbreviation("Co", True, "It was bought by Lee Co. Ltd at once."),
    Abbreviation("Corp", True, "It was bought by Lee Corp. International."),
    Abbreviation("Inc", True, "It was bought by Lee Inc. International."),
    Abbreviation("Bros", True, "It was bought by Lee Bros. International."),
    Abbreviation("vs", False, "It was Lee vs. Chan again."),
    Abbreviation("etc", True, "They sell tea, etc. Hong Kong buys it."),
    Abbreviation("e.g", False, "They sell, e.g. Chinese tea."),
    Abbreviation("i.e", False, "They sell, i.e. Chinese tea."),
    Abbreviation("a.m", True, "It begins at 10 a.m. Hong Kong time."),
    Abbreviation("p.m", True, "It begins at 10 p.m. Hong Kong time."),
    Abbreviation("al", False, "This was shown by Lee et al. (2019) in full."),
    Abbreviation("Jan", False, "It was held on Jan. 5 in Beijing."),
    Abbreviation("Feb", False, "It was held on Feb. 5 in Beijing."),
    Abbreviation("Mar", False, "It was held on Mar. 5 in Beijing."),
    Abbreviation("Apr", False, "It was held on Apr. 5 in Beijing."),
    Abbreviation("Aug", False, "It was held on Aug. 5 in Beijing."),
    Abbreviation("Sept", False, "It was held on Sept. 5 in Beijing."),
    Abbreviation("Oct", False, "It was held on Oct. 5 in Beijing."),
    Abbreviation("Nov", False, "It was held on Nov. 5 in Beijing."),
    Abbreviation("Dec", False, "It was held on Dec. 5 in Beijing."),
)

BEFORE_A_NUMBER = frozenset({"no", "nos", "cap", "art", "sec", "vol", "para", "paras", "fig", "tel", "p", "pp", "ch"})
"""Words shortened only before a number: "No. 3", "Cap. 359"; "He said no. 3" is not English."""

OPENERS = frozenset(
    (
        *("The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "This", "That"),
        *("These", "Those", "There", "In", "On", "At", "As", "For", "From", "To", "With", "After"),
        *("Before", "Also", "But", "And", "So", "If", "When", "While", "Mr", "Mrs", "Ms", "Miss"),
        *("Dr", "His", "Her", "Its", "Their", "Our", "Other", "Among", "Speaking", "During", "Under", "By"),
    )
)
"""Words that open a sentence: after them even an abbreviation that can end one has ended it."""

_OTHER_MARKS = "!?…。！？"
_LONG_ABBREVIATION_ENDS = "|".join(sorted({row.word[-4:] for row in ABBREVIATIONS if len(row.word) >= 4}))
# Most sentences end with a word of four letters or more that is no abbreviation: known without asking the rules.
_PLAIN = rf"(?P<plain>(?<=[A-Za-z][a-z]{{3}}\.)(?<!(?:{_LONG_ABBREVIATION_ENDS})\.)\s+(?=[A-Z]))?"
_MARKS = re.compile(rf"[.{_OTHER_MARKS}]+[\"'”’)\]]*{_PLAIN}")
_FULL_STOPS = re.compile(rf"\.\.*[\"'”’)\]]*{_PLAIN}")  # one literal is found ten times faster than a class
_NOT_SPACE = re.compile(r"\S")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_TOKEN = 24


class Mark(NamedTuple):
    """A mark that may end a sentence: the word before it, the first character and the word after it."""

    text: str
    start: int
    stop: int
    dot: int
    end: int
    next: int

    @property
    def before(self) -> str:
        """The word that the mark stands behind, without brackets and quotes in front of it."""
        token = self.text[max(self.start, self.dot - _LONGEST_TOKEN) : self.dot]
        return _LAST_TOKEN.search(token).group()  # type: ignore[union-attr]

    @property
    def after(self) -> str:
        """The first word after the mark."""
        found = _WORD.match(self.text, self.next, self.stop)
        return found.group() if found else ""


_LAST_TOKEN = re.compile(r"[^\s(\[“\"‘'/,;:-]*\Z")
_SHORT = {row.word.lower(): row for row in ABBREVIATIONS}


def goes_on_small(mark: Mark) -> bool:
    """A small letter follows: "at 10 a.m. today", '"Really?" he asked'."""
    return mark.text[mark.next].islower()


def is_abbreviation(mark: Mark) -> bool:
    """ "Mr. Lee", "Co. Ltd"."""
    row = _SHORT.get(mark.before.lower())
    return row is not None and not (row.can_end and mark.after in OPENERS)


def is_numbered(mark: Mark) -> bool:
    """ "No. 3", "Cap. 359"."""
    return mark.text[mark.next].isdigit() and mark.before.lower() in BEFORE_A_NUMBER


def is_initial(mark: Mark) -> bool:
    """ "Charles B. Whittaker", "J. P. Morgan", "F.M. Kirby", "the U.S. Trade Representative"."""
    token = mark.before
    letters = token.split(".")
    if token == "I" or not all(len(letter) == 1 and letter.isupper() for letter in letters):
        return False
    return mark.after not in OPENERS


def is_list_marker(mark: Mark) -> bool:
    """ "1. Today I present", "IV. Building": the number at the beginning of a paragraph."""
    return mark.text[mark.start : mark.dot].strip("(").isdigit() or (
        mark.dot - mark.start <= 5 and not mark.text[mark.start : mark.dot].strip("IVXLC")
    )


STAYS_OPEN: tuple[Callable[[Mark], bool], ...] = (
    goes_on_small,
    is_abbreviation,
    is_numbered,
    is_initial,
    is_list_marker,
)
"""Why a sentence does not end at a full stop, in order of trial; only the first applies to ``!`` and ``?``."""


def marks_of(text: str) -> re.Pattern[str]:
    """What may end a sentence of ``text``: full stops alone where it has no other mark."""
    return _MARKS if any(mark in text for mark in _OTHER_MARKS) else _FULL_STOPS


def sentences(text: str, start: int, end: int, marks: re.Pattern[str] = _MARKS) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]`` (one block of prose), without the space between them.

    ``marks`` is what may end one, as :func:`marks_of` gives it for the whole text.

    >>> [(s.start, s.end) for s in sentences("He met Mr. Lee. They agreed.", 0, 28)]
    [(0, 15), (16, 28)]
    """
    found: list[Span] = []
    begin = start
    for match in marks.finditer(text, start, end):
        if match.lastgroup:
            found.append(Span(begin, match.start() + 1))
            begin = match.end()
            continue
        if match.end() >= end:
            break
        follows = _boundary(text, begin, start, end, match)
        if follows is not None:
            found.append(Span(begin, match.end()))
            begin = follows
    last = len(text[begin:end].rstrip()) + begin
    if last > begin:
        found.append(Span(begin, last))
    return tuple(found)


def _boundary(text: str, begin: int, start: int, end: int, match: re.Match[str]) -> int | None:
    """Where the next sentence begins, if one ends with this mark."""
    after = match.end()
    symbol = text[match.start()]
    if not text[after].isspace():
        is_glued = symbol in "。！？" or (symbol == "." and _is_glued(text, start, end, match))
        return after if is_glued else None
    follows = _NOT_SPACE.search(text, after, end)
    if not follows:
        return None
    mark = Mark(text, begin, end, match.start(), after, follows.start())
    if symbol == ".":
        return None if any(rule(mark) for rule in STAYS_OPEN) else mark.next
    return None if goes_on_small(mark) else mark.next


def _is_glued(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """ "in the region.Moreover, Invest": a small letter, the mark, a capitalised word; not "www.Gov.hk"."""
    word = _WORD.match(text, match.end(), end)
    if match.end() - match.start() > 2 or not word or len(word.group()) < 2 or not word.group().istitle():
        return False
    before = _LAST_TOKEN.search(text, max(start, match.start() - _LONGEST_TOKEN), match.start())
    token = before.group() if before else ""
    is_plain = token[-1:].islower() or token[-1:] == ")"
    is_address = "." in token or "@" in token or "/" in token or text[word.end() : word.end() + 1] in (".", "@", "/")
    return is_plain and len(token) > 1 and not is_address and token.lower() not in _SHORT
