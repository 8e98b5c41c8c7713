"""Releases set in capitals (as many were before 2000): the case of running text restored, code point by code point.

The restored text has the same length, so that every offset found in it holds in the release.
"""

from __future__ import annotations

import re
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from kg.extract.en.names import POST_NOMINALS
from kg.extract.en.offices import CONNECTIVES, HEADS, MONTHS
from kg.extract.en.words import COMMON

_SAMPLE: Final = 2000  # characters by which a release is judged
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_ACRONYMS: Final = (
    frozenset(
        "USA UK US EU UN HK HKSAR PRC CPC WTO APEC ASEAN IMF MOU ICAC MTR KCR SAR ILO OECD LEGCO EXCO TV"
        " II III IV".split()
    )
    | POST_NOMINALS
)
_FUNCTION: Final = frozenset(
    "a an the of for and in to on at by with from as is was were are be been has have had will would who whom"
    " which that this today yesterday tomorrow these those he she it they his her its their him them we our i you"
    " your or but not no also if when where while after before during under over into than there then so such both"
    " all about against between through per".split()
)
_OF_OFFICE: Final = frozenset({"for", "of"})
_SENTENCE_END: Final = re.compile(r"(?:[.!?:]['\"”’)]*\s+|\n\s*|^\s*)$")


def in_capitals(text: str) -> bool:
    """Whether running text is set in capitals: nine letters of ten."""
    sample = text[:_SAMPLE].encode("ascii", "ignore")
    capitals = len(sample) - len(sample.translate(None, ascii_uppercase.encode()))
    small = len(sample) - len(sample.translate(None, ascii_lowercase.encode()))
    return capitals > 80 and small < 0.1 * capitals


def restore_case(text: str) -> str:
    """``text`` with running words in lower case and names capitalised; same length.

    >>> restore_case("MR EDWARD LAU KAM-CHIU, CALLED ON THE SECRETARY FOR TRADE AND INDUSTRY YESTERDAY (MARCH 3).")
    'Mr Edward Lau Kam-chiu, called on the Secretary for Trade and Industry yesterday (March 3).'
    """
    words = list(_WORD.finditer(text))
    shapes = [_shape(text, m) for m in words]
    for i, m in enumerate(words):
        shapes[i] = _in_office(text, words, shapes, i) or _between_names(text, words, shapes, i) or shapes[i]
        if _SENTENCE_END.search(text, max(0, m.start() - 4), m.start()):
            shapes[i] = shapes[i][0].upper() + shapes[i][1:]
    out, at = [], 0
    for m, shape in zip(words, shapes, strict=True):
        out += [text[at : m.start()], shape]
        at = m.end()
    return "".join([*out, text[at:]])


def _shape(text: str, m: re.Match[str]) -> str:
    word = m.group()
    low = word.lower()
    if len(low) != len(word):
        return word  # a letter whose lower case is longer
    if word in _ACRONYMS or (len(word) == 1 and word not in {"A"}):
        return word
    if m.start() and text[m.start() - 1] == "-" and m.start() > 1 and text[m.start() - 2].isalpha():
        return low if len(word) <= 6 and low not in {"general"} else low.capitalize()
    if low in _FUNCTION or (low in COMMON and word.capitalize() not in MONTHS):
        return low
    return low.capitalize()


def _in_office(text: str, words: list[re.Match[str]], shapes: list[str], i: int) -> str | None:
    """Words behind "Secretary for", up to a comma, belong to the name of the office."""
    word = shapes[i]
    if word in CONNECTIVES or word in _FUNCTION or not word.islower():
        return None
    k = i - 1
    while k >= 0 and text[words[k].end() : words[k + 1].start()] in {" ", "-"} and i - k < 9:
        if shapes[k].capitalize() in HEADS and shapes[k][0].isupper():
            return word.capitalize() if any(shapes[j] in _OF_OFFICE for j in range(k + 1, i)) else None
        if shapes[k].islower() and shapes[k] not in CONNECTIVES:
            return None
        k -= 1
    return None


def _between_names(text: str, words: list[re.Match[str]], shapes: list[str], i: int) -> str | None:
    """A common word between two capitalised ones is part of a name: "Hong Kong-America Business Association"."""
    if not shapes[i].islower() or shapes[i] in _FUNCTION or i == 0 or i + 1 >= len(words):
        return None
    near = text[words[i - 1].end() : words[i].start()] == " " == text[words[i].end() : words[i + 1].start()]
    return shapes[i].capitalize() if near and shapes[i - 1][0].isupper() and shapes[i + 1][0].isupper() else None
