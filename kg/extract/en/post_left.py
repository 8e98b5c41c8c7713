"""How far to the left of a name the words go on that can belong to the post before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.extract.en.offices import (
    ABBREVIATED,
    BEFORE_JOINT,
    BODY_NOUNS,
    CONNECTIVES,
    LOWER_HEADS,
    LOWER_MODIFIERS,
    MONTHS,
)
from kg.extract.en.post_words import Token, is_at_school

MAX_GROUP: Final = 9
"""The most tokens of a bracket inside a post."""
# Styles of the holder that stand before an office: "His Excellency President Lo".
STYLES: Final = frozenset({"Honourable", "Excellency", "Excellencies", "Highness", "Majesty"})
_SMALL: Final = LOWER_HEADS | LOWER_MODIFIERS | {"acting", "plc"}
_BEFORE_COMMA: Final = LOWER_HEADS | BODY_NOUNS | {")"}


def group_start(tokens: Sequence[Token], close: int) -> int | None:
    """Index of the bracket that opens the group closing at ``close``, if the group is short."""
    for i in range(close - 1, max(-1, close - 2 - MAX_GROUP), -1):
        if tokens[i].text == "(":
            return i
    return None


def _described_body(tokens: Sequence[Token], i: int) -> int | None:
    """Index of "of" in "of medical technology company X", where ``i`` is "company"."""
    if tokens[i].text not in BODY_NOUNS:
        return None
    for k in range(i - 1, max(-1, i - 6), -1):
        if tokens[k].text in {"of", "at"}:
            return k
        if not tokens[k].text[0].islower():
            return None
    return None


def reach_left(tokens: Sequence[Token]) -> int:
    """Index of the leftmost token that can belong to a post phrase ending at the last token."""
    i = len(tokens)
    while i > 0:
        token = tokens[i - 1]
        if token.text.startswith(")"):
            opening = group_start(tokens, i - 1)
            if opening is None:
                break
            i = opening
        elif token.text == "." and i > 1 and tokens[i - 2].text in ABBREVIATED:
            i -= 1
        elif token.text == ",":
            if i > 2 and tokens[i - 2].text == "." and tokens[i - 3].text in ABBREVIATED:
                i -= 1
                continue
            if i < 2 or not (tokens[i - 2].capital or tokens[i - 2].text in _BEFORE_COMMA):
                break
            i -= 1
        elif token.text in {"'", "’"} and i > 1 and tokens[i - 2].text.endswith("s"):
            i -= 1
        elif token.text in STYLES or (token.text in MONTHS and _is_date(tokens, i)):
            break
        elif (
            token.capital
            or token.text in CONNECTIVES
            or (i > 1 and tokens[i - 2].text in BEFORE_JOINT.get(token.text, ()))
            or token.text in _SMALL
            or (token.text[0].islower() and token.text.removesuffix("s") in LOWER_HEADS)
            or is_at_school(tokens, i - 1)
        ):
            i -= 1
        elif (body := _described_body(tokens, i - 1)) is not None:
            i = body
        else:
            break
    return i


def _is_date(tokens: Sequence[Token], i: int) -> bool:
    """Whether a month or day before token ``i`` is a date, not part of a name: "French May Arts", "Le French May"."""
    if i < len(tokens):
        return not tokens[i].text[0].isalpha()
    return i < 2 or not tokens[i - 2].text[0].isupper() or tokens[i - 2].text in MONTHS
