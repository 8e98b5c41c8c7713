"""Posts as printed beside a name: before it ("the Secretary for Justice, Mr Paul Lam") or after it.

A post phrase is `[the] [Acting] [modifiers] HEAD [of|for|to ...]`. It is read from the name outwards over words that
can belong to the name of an office; its beginning is the first head noun reached without a break.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from kg.extract.en.offices import (
    ABBREVIATED,
    BODY_NOUNS,
    CONNECTIVES,
    FORMER,
    FORMER_HEAD,
    HEADS,
    LOWER_HEADS,
    LOWER_MODIFIERS,
    MONTHS,
    POSSESSED,
    SELF_STANDING,
)
from kg.extract.en.post_words import Token, is_head, is_lower_plural, singular, tokenise
from kg.model import Span

_ABBREVIATION = re.compile(r" ?\((?=[^)]*[A-Z&])(?:the )?[A-Z][A-Za-z]*[A-Z&][A-Za-z&]*\)")
_SPACE = re.compile(r"\s+")
_ACTING = re.compile(r"(?:^|\s)\(?[Aa]cting\)?(?:\s|$)|\(Ag\)")
_ACTING_BRACKET = re.compile(r" ?\((?:[Aa]cting|Ag)\)")
_ACTING_WORD = re.compile(r"(^|\s)[Aa]cting ")
_MAX_TOKENS = 60
_MAX_GROUP = 9
_REACHES = (100, 220, 420)  # characters before a name in which its posts are looked for, one after the other
_MARGIN = 12  # tokens left of a phrase that its reading may look back at
_RIGHT_REACH = 300
_RANK_REACH = 80
_HEAD_WITHIN = 9  # tokens from the beginning of a phrase
_OPENING = 16  # tokens in which the head is looked for: articles, a possessor, and those
_MAY_END = LOWER_HEADS | {f"{head}s" for head in LOWER_HEADS} | LOWER_MODIFIERS | BODY_NOUNS
_BEFORE_HEAD = LOWER_MODIFIERS | {"acting"}
_STOPS = (";", ":", "\n", ". ", "\u2013")
_SMALL = LOWER_HEADS | LOWER_MODIFIERS
_BEFORE_COMMA = LOWER_HEADS | BODY_NOUNS | {")"}
_ARTICLES = frozenset({"the", "my", "our", "a", "an"})
_OPENERS = FORMER | {"the", "a", "an", "its", "his", "her", "our", "also"}
_NOT_MODIFIERS = frozenset("The A An In At As Since While When After Before During With Like Both".split())
_HONORIFICS = frozenset({"Mr", "Mrs", "Ms", "Miss", "Madam", "Dr", "Professor", "Prof", "Sir", "Hon"})


@dataclass(frozen=True, slots=True)
class Post:
    """A post phrase: its span in the text, its label, whether it is held in an acting capacity or was held formerly."""

    span: Span
    label: str
    acting: bool
    former: bool
    plural: bool
    rule: str


def _group_start(tokens: Sequence[Token], close: int) -> int | None:
    """Index of the bracket that opens the group closing at ``close``, if the group is short."""
    for i in range(close - 1, max(-1, close - 2 - _MAX_GROUP), -1):
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


def _reach_left(tokens: Sequence[Token]) -> int:
    """Index of the leftmost token that can belong to a post phrase ending at the last token."""
    i = len(tokens)
    while i > 0:
        token = tokens[i - 1]
        if token.text.startswith(")"):
            opening = _group_start(tokens, i - 1)
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
        elif token.text in MONTHS and not (i < len(tokens) and tokens[i].text[0].isalpha()):
            break  # a date, not "French May Arts Festival"
        elif (
            token.capital
            or token.text in CONNECTIVES
            or token.text in _SMALL
            or (token.text[0].islower() and token.text.removesuffix("s") in LOWER_HEADS)
        ):
            i -= 1
        elif (body := _described_body(tokens, i - 1)) is not None:
            i = body
        else:
            break
    return i


def _modifiers_left(tokens: Sequence[Token], head: int, low: int) -> int:
    """Index where the modifiers of the head at ``head`` begin: "Deputy High Court Judge"."""
    i = head
    lower = tokens[head].text[0].islower()
    while i > low:
        word = tokens[i - 1]
        if word.text in FORMER_HEAD or word.text in FORMER:
            break
        if (
            word.text.endswith(("'s", "’s"))
            and tokens[i].text not in POSSESSED
            and (i + 1 >= head or tokens[i + 1].text not in POSSESSED)
        ):
            break
        if word.text in LOWER_MODIFIERS or (word.capital and not lower and word.text not in _NOT_MODIFIERS):
            i -= 1
        else:
            break
    return i


def _heads(tokens: Sequence[Token], low: int, high: int) -> list[int]:
    """Indexes of head nouns between ``low`` and ``high``, outside brackets."""
    found, depth = [], 0
    for i in range(low, high):
        if tokens[i].text == "(":
            depth += 1
        elif tokens[i].text.startswith(")"):
            depth -= 1
        elif depth == 0 and is_head(tokens, i):
            found.append(i)
    return found


def _restart(tokens: Sequence[Token], heads: list[int], low: int) -> int:
    """The head at which the phrase of this person begins: after the last ", the" or "and the" before a head."""
    first = heads[0]
    for h in heads[1:]:
        start = _modifiers_left(tokens, h, low)
        before = [t.text for t in tokens[max(low, start - 2) : start]]
        if before in ([",", "the"], ["and", "the"]):
            first = h
    return first


def _phrases(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """Token ranges of the several posts joined in one phrase: "Deputy Secretary of A and Governor of B"."""
    cuts = [start]
    heads = _heads(tokens, start, end)
    for h in heads[1:]:
        begin = _modifiers_left(tokens, h, start)
        joint = begin - 1
        if joint <= cuts[-1] or tokens[joint].text not in {"and", ",", "cum"}:
            continue
        left_end = joint - 1 if tokens[joint - 1].text == "," else joint
        left = tokens[cuts[-1] : left_end]
        words = {t.text for t in left}
        complete = bool(words & {"of", "for", "to"}) or " ".join(t.text for t in left) in SELF_STANDING
        if complete or tokens[begin].text.isupper() or tokens[joint].text == ",":
            cuts.append(begin)
    out = []
    for k, cut in enumerate(cuts):
        stop = cuts[k + 1] if k + 1 < len(cuts) else end
        while stop > cut and tokens[stop - 1].text in {"and", ",", "the", "cum"}:
            stop -= 1
        out.append((cut, stop))
    return out


def _label(text: str, start: int, end: int) -> tuple[str, bool]:
    """The label of a post phrase, without brackets of abbreviations and without "Acting"."""
    label = _ABBREVIATION.sub("", text[start:end])
    label = _SPACE.sub(" ", label).strip(" ,")
    acting = _ACTING.search(label) is not None
    return (_ACTING_WORD.sub(r"\1", _ACTING_BRACKET.sub("", label)) if acting else label), acting


def _singular_label(label: str) -> tuple[str, bool]:
    """ "Permanent Judges of the Court" -> ("Permanent Judge of the Court", True)."""
    words = label.split(" ")
    for i, word in enumerate(words):
        if word in CONNECTIVES:
            break
        one = singular(word)
        if one != word or is_lower_plural(word):
            return " ".join([*words[:i], one if one != word else word[:-1], *words[i + 1 :]]), True
        if one in HEADS:
            break
    return label, False


def _post(text: str, tokens: Sequence[Token], a: int, b: int, former: bool, rule: str) -> Post:
    start, end = tokens[a].start, tokens[b - 1].end
    label, acting = _label(text, start, end)
    label, plural = _singular_label(label)
    return Post(Span(start, end), label, acting, former, plural, rule)


def _is_former(tokens: Sequence[Token], start: int) -> bool:
    """Whether "former", "then", "late" stands right before the phrase (articles apart)."""
    i = start - 1
    while i >= 0 and tokens[i].text.casefold() in _ARTICLES:
        i -= 1
    return i >= 0 and (tokens[i].text in FORMER or tokens[i].text in FORMER_HEAD)


def _may_end_post(text: str, name_start: int) -> bool:
    """A quick test of the word before a name: most are no part of a post ("thanked Mr Lee", "and Mr Lee")."""
    end = name_start - 1
    if text[end : end + 1] != " ":
        return True
    comma = text[end - 1 : end] == ","
    end -= comma
    word = text[text.rfind(" ", 0, end) + 1 : end]
    if word in CONNECTIVES:
        return comma  # not "President Trump and President Xi Jinping"
    return not (word.isalpha() and word.islower()) or word in _MAY_END


def _before(text: str, floor: int, name_start: int) -> tuple[list[Token], int, bool]:
    """The words before a name without the comma at their end, how far a post may reach left in them, and the comma.

    Only as many words are read as it takes: most names have no post.
    """
    floor = max(floor, name_start - _REACHES[-1])
    floor = max(floor, *(text.rfind(stop, floor, name_start) for stop in _STOPS))
    for reach in _REACHES:
        start = max(floor, text.rfind(" ", 0, max(floor, name_start - reach)) + 1)
        tokens = list(tokenise(text, start, name_start))[-_MAX_TOKENS:]
        comma = bool(tokens) and tokens[-1].text == ","
        if comma:
            tokens.pop()
        low = _reach_left(tokens)
        if low >= _MARGIN or start == floor:
            break
    return tokens, low, comma


def posts_before(text: str, floor: int, name_start: int) -> tuple[Post, ...]:
    """The posts printed before a name that starts at ``name_start``, nothing left of ``floor`` considered.

    >>> text = "met with the Deputy Prime Minister and Minister of Plantation Industries of Malaysia, Mr Rosli"
    >>> [p.label for p in posts_before(text, 0, text.index("Mr"))]
    ['Deputy Prime Minister', 'Minister of Plantation Industries of Malaysia']
    """
    if not _may_end_post(text, name_start):
        return ()
    tokens, low, comma = _before(text, floor, name_start)
    if low == len(tokens):
        return ()
    heads = _heads(tokens, low, len(tokens))
    if not heads:
        return ()
    start = _modifiers_left(tokens, _restart(tokens, heads, low), low)
    former = _is_former(tokens, start)
    rule = "post-before-comma" if comma else "post-before"
    return tuple(_post(text, tokens, a, b, former, rule) for a, b in _phrases(tokens, start, len(tokens)))


def post_of_rank(text: str, floor: int, name_start: int) -> tuple[Post, ...]:
    """The post that a rank right before a name states, with its modifiers: "Deputy Director", "Foreign Minister".

    >>> text = "and the Foreign Minister Li Changming"
    >>> [p.label for p in post_of_rank(text, 0, text.index("Li"))]
    ['Foreign Minister']
    """
    tokens = list(tokenise(text, max(floor, name_start - _RANK_REACH), name_start))
    if not tokens or not is_head(tokens, len(tokens) - 1):
        return ()
    start = _modifiers_left(tokens, len(tokens) - 1, 0)
    return (_post(text, tokens, start, len(tokens), _is_former(tokens, start), "post-rank"),)


def _reach_right(tokens: Sequence[Token], head: int) -> int:
    """Index behind the last token of a post phrase whose head is at ``head``."""
    i = head + 1
    while i < len(tokens):
        word = tokens[i].text
        if word == "(":
            close = next(
                (k for k in range(i + 1, min(len(tokens), i + _MAX_GROUP)) if tokens[k].text.startswith(")")), None
            )
            if close is None:
                break
            i = close + 1
        elif word == ",":
            if not _list_inside(tokens, i, head):
                break
            i += 1
        elif word in MONTHS or (word.isdigit() and not tokens[i - 1].capital):
            break
        elif (
            (tokens[i].capital and not _starts_name(word))
            or word in {"'", "’"}
            or word in BODY_NOUNS
            or (word in CONNECTIVES and i + 1 < len(tokens) and _goes_on(tokens, i + 1))
        ):
            i += 1
        else:
            break
    return i


def _starts_name(word: str) -> bool:
    return word in _HONORIFICS


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a connective before token ``i`` is inside the name of the office."""
    if tokens[i].text in CONNECTIVES and i + 1 < len(tokens):
        return tokens[i + 1].capital and not _starts_name(tokens[i + 1].text) and tokens[i + 1].text not in MONTHS
    capital = tokens[i].capital and not _starts_name(tokens[i].text) and tokens[i].text not in MONTHS
    return (capital and not tokens[i].text[0].isdigit()) or tokens[i].text in BODY_NOUNS


def _list_inside(tokens: Sequence[Token], comma: int, head: int) -> bool:
    """Whether a comma is inside a name: "Secretary for Culture, Sports and Tourism"; "Controller, Centre for ..."."""
    if comma == head + 1 and tokens[head].text == "Controller":
        return comma + 1 < len(tokens) and tokens[comma + 1].capital
    if not any(t.text in {"for", "of"} for t in tokens[head:comma]):
        return False
    i = comma + 1
    while i < len(tokens) and tokens[i].capital and not _starts_name(tokens[i].text):
        i += 1
    return (
        comma + 1 < i < len(tokens) - 1
        and tokens[i].text in {"and", ","}
        and tokens[i + 1].capital
        and not _starts_name(tokens[i + 1].text)
        and not any(is_head(tokens, k) for k in range(comma + 1, i + 2))
    )


def posts_at(text: str, start: int, ceiling: int, rule: str) -> tuple[Post, ...]:
    """The posts of the phrase that begins at ``start`` ("the Director of Marine and Member of ..."), up to ``ceiling``.

    >>> [p.label for p in posts_at("an Assistant Manager of the Wing Lung Fong Company Limited.", 0, 58, "post-after")]
    ['Assistant Manager of the Wing Lung Fong Company Limited']
    """
    words = tokenise(text, start, min(ceiling, start + _RIGHT_REACH))
    tokens = list(islice(words, _OPENING))
    i, former = 0, False
    while i < len(tokens) and tokens[i].text.casefold() in _OPENERS:
        former = former or tokens[i].text in FORMER
        i += 1
    if i and i < len(tokens) and tokens[i].text[0].islower() and tokens[i].text.endswith(("'s", "’s")):
        i += 1  # "the firm's founding partner"
    head = next((h for h in range(i, min(len(tokens), i + _HEAD_WITHIN)) if is_head(tokens, h)), None)
    if head is None or not all(t.capital or t.text in _BEFORE_HEAD for t in tokens[i:head]):
        return ()
    former = former or any(t.text in FORMER_HEAD for t in tokens[i:head])
    tokens += islice(words, _MAX_TOKENS - len(tokens))
    end = _reach_right(tokens, head)
    return tuple(_post(text, tokens, a, b, former, rule) for a, b in _phrases(tokens, i, end))
