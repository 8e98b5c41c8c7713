"""The words that make up a personal name, from its first word on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from unicodedata import combining, normalize

from kg.extract.en.given_names import GIVEN_NAMES
from kg.extract.en.names import (
    CHAINED,
    COMMON_TOO,
    ENGLISH_SYLLABLES,
    NOT_IN_NAMES,
    PARTICLES,
    POST_NOMINALS,
    SURNAMES,
    SYLLABLES,
)
from kg.extract.en.words import COMMON

_LETTERS: Final = r"(?:[^\W\d_]+|(?<=[ÃÂ])[\u0080-\u00bf]|\ufffd)+"  # or what a wrong decoding has made of a letter
WORD: Final = re.compile(rf"(?:[A-Z]\.){{2,3}}(?=[ ,])|{_LETTERS}(?:[-'’/]{_LETTERS})*\.?")
NAME_JOINT: Final = re.compile(r"(?:, and |, | and )(?=[A-Z])")
"""Between two names that are joined."""
CAPITAL_NEXT: Final = re.compile(r" ([A-Z][\w-]*)")
"""A further word with a capital right behind a name."""
MOST_WORDS: Final = 4
"""Of a name that no honorific opens."""
GIVEN_REACH: Final = 40
"""Characters before a name in which words that belong to it are looked for."""
_NICKNAME: Final = re.compile(r"[\"“][^\"”]{1,20}[\"”] ")
_GIVEN: Final = re.compile(r"[A-Z][a-z]+-[a-z]+")
_SYLLABLE: Final = re.compile(r"[A-Z][a-z]{1,5}")
_GIVEN_BEHIND: Final = re.compile(r", ([A-Z][a-z]+)(?=[,.;:)\n]| [a-z(]|['’]s |$)")
_JUNIOR: Final = re.compile(r", (?:Jr|Sr)\b")
_WITH_A_MARRIED_NAME: Final = 3  # words of a Chinese name: "Chan Tai Man", "Chu Yeung Pak-yu"
# Offices that are surnames too, behind a name in the rows of a table: "Professor Anna Quill Head, Department of Ports".
_OFFICES_TOO: Final = frozenset({"Head", "Master"})
_OF_OFFICE: Final = re.compile(r", (?:[A-Z][a-z]+ )*[A-Z][a-z]+|(?: of) (?:the )?[A-Z]")
_MARKS: Final = frozenset(",;.)")
_MAX_WORDS: Final = 8
_POSSESSIVE_ENDS: Final = ("'s", "’s", "'S", "’S")


@dataclass(frozen=True, slots=True)
class Run:
    """The words that can make up a name, and where they end."""

    end: int
    words: tuple[str, ...]


def bare_word(word: str) -> str:
    """A word without possessive ending and full stop: "Lee's" -> "Lee"; the stop of an initial stays outside."""
    stem = word.removesuffix(".")
    return stem[:-2] if stem.endswith(_POSSESSIVE_ENDS) else stem


def folded(form: str) -> tuple[str, ...]:
    """The words of a name, casefolded and without accents.

    >>> folded("Lê Hoài Trung")
    ('le', 'hoai', 'trung')
    """
    plain = form.casefold()
    if not plain.isascii():
        plain = "".join(letter for letter in normalize("NFD", plain) if not combining(letter))
    return tuple(plain.split())


def run_of(text: str, start: int) -> Run | None:
    """The longest run of name words from ``start``: capitalised words, initials and particles."""
    words: list[str] = []
    end = at = start
    while len(words) < _MAX_WORDS and (m := WORD.match(text, at)):
        word = m.group()
        initial = word[1:2] == "."
        bare = word if initial else bare_word(word)
        capital = bare[0].isupper()
        if (
            # "Mr K.C. Kwong" and "Professor Arthur KC Lau" have initials
            (words and bare.replace(".", "") in POST_NOMINALS and not _are_initials(words, bare, text, m.end()))
            or (capital and bare in NOT_IN_NAMES)
            or _ends_row(text, start, words, bare)
            or (len(words) > 1 and bare in _OFFICES_TOO and _OF_OFFICE.match(text, m.end()))
        ):
            break
        if not capital and _is_second_syllable(text, words, word, m.end()):
            return Run(at + len(bare), (*words, bare))
        if not capital and not (bare in PARTICLES and WORD.match(text, m.end() + 1)):
            break
        words.append(bare)
        if capital:
            end = at + len(bare)
        if len(bare) < len(word) or not text.startswith(" ", m.end()):
            break
        at = m.end() + 1
        if nick := _NICKNAME.match(text, at):
            at = nick.end()
    while words and not words[-1][0].isupper():
        words.pop()
    return Run(end, tuple(words)) if words else None


def _are_initials(words: Sequence[str], word: str, text: str, end: int) -> bool:
    """Whether a word in capitals stands for the given names between an English one and the surname."""
    following = CAPITAL_NEXT.match(text, end)
    return len(words) == 1 and following is not None and _are_between(words[0], word, following[1])


def _are_between(given: str, word: str, surname: str) -> bool:
    """Whether a word is the initials in "Arthur KC Lau"; a surname in capitals is none: "Daniel MA Lau"."""
    short = word.isalpha() and word.isupper() and len(word) in (2, 3) and word.capitalize() not in SURNAMES
    return short and surname in SURNAMES and not _in_capitals(given)


def _is_second_syllable(text: str, words: Sequence[str], word: str, end: int) -> bool:
    """Whether a word in lower case ends a Chinese name whose hyphen is missing: "Teresa Cheng Yeuk wah"."""
    if len(words) < 2 or words[-2] not in SURNAMES or not _SYLLABLE.fullmatch(words[-1]):
        return False
    return word in SYLLABLES or (word in ENGLISH_SYLLABLES and text[end : end + 1] in _MARKS)


def _ends_row(text: str, start: int, words: Sequence[str], word: str) -> bool:
    """Whether a name whose surname is in capitals ends before ``word``, as in the rows of a table.

    "Mr Daniel CHAM Ka-hung Business", and where it begins a line "Ms Anna PAO-SOHMEN Heritage".
    """
    if len(words) < 2 or _are_between(words[-2], words[-1], word):
        return False
    if _in_capitals(words[-2]) and _GIVEN.fullmatch(words[-1]):
        return not (_in_capitals(words[0]) and word in GIVEN_NAMES)  # "Mrs CHU YEUNG Pak-yu Patricia"
    if not _in_capitals(words[-1]) or _in_capitals(words[0]) or _in_capitals(word) or _GIVEN.fullmatch(word):
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start].split()
    return bool(line) and all(title.strip(".*#") in CHAINED for title in line)


def given_behind(text: str, run: Run) -> int | None:
    """Where an English given name ends that a comma parts from a Chinese name: "Chan Tai-man, Peter"; "Quill, Jr"."""
    if len(run.words) > 1 and (junior := _JUNIOR.match(text, run.end)):
        return junior.end()
    first, last = run.words[0], run.words[-1]
    if len(run.words) > _WITH_A_MARRIED_NAME or not (first in SURNAMES or first.capitalize() in SURNAMES):
        return None
    m = _GIVEN_BEHIND.match(text, run.end)
    is_named = m is not None and m.group(1) in GIVEN_NAMES and ("-" in last or len(run.words) == _WITH_A_MARRIED_NAME)
    return m.end() if m and is_named else None


def _in_capitals(word: str) -> bool:
    """Whether a word is set in capitals, as surnames are: "CHAM", "McKINNELL", but no initial."""
    return len(word) > 1 and "." not in word and (word.isupper() or (word.startswith("Mc") and word[2:].isupper()))


def in_hong_kong(run: Run) -> bool:
    """Whether the city stands among the words; "Hong" alone is a given name, and "Kong" a surname."""
    return ("Hong", "Kong") in pairwise(run.words)


def is_everyday(word: str) -> bool:
    """Whether a word is one of running text and no name as well."""
    return word.casefold() in COMMON and word not in COMMON_TOO


def is_personal(words: tuple[str, ...]) -> bool:
    """Whether none of the words is an acronym."""
    return all(not (word.isupper() and len(word) > 3) for word in words)
