"""Posts read from their beginning: behind a name, behind "as", behind "is the"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from kg.extract.en.agency_names import HEAD_WORDS
from kg.extract.en.offices import (
    BEFORE_JOINT,
    BODY_NOUNS,
    CONNECTIVES,
    FORMER,
    FORMER_HEAD,
    LOWER_HEADS,
    LOWER_MODIFIERS,
    MONTHS,
    NO_OFFICE,
)
from kg.extract.en.post_left import MAX_GROUP
from kg.extract.en.post_words import Token, is_at_school, is_head, tokenise
from kg.extract.en.posts import MAX_TOKENS, Post, phrases, post_of

_RIGHT_REACH: Final = 300
_WHOSE_BOARD: Final = frozenset({"directors", "governors", "management", "trustees"})
_HEAD_WITHIN: Final = 9  # tokens from the beginning of a phrase
_OPENING: Final = 16  # tokens in which the head is looked for: articles, a possessor, and those
_BEFORE_HEAD: Final = LOWER_MODIFIERS | {"acting"}
_OPENERS: Final = FORMER | {
    "the",
    "a",
    "an",
    "its",
    "his",
    "her",
    "our",
    "also",
    "serving",
    "incumbent",
    "existing",
    "current",
    "new",
    "newly",
    "appointed",
    "next",
}
_HONORIFICS: Final = frozenset({"Mr", "Mrs", "Ms", "Miss", "Madam", "Dr", "Professor", "Prof", "Sir", "Hon"})
_GREETED: Final = frozenset({"Distinguished", "Excellencies", "Honoured", "Ladies"})
_ADDRESSING: Final = frozenset({"Mr", "Mrs", "Ms", "Madam"})
_BODY_ENDS: Final = frozenset({",", ".", ";", ")", "\n", "and"})
_FIRMS: Final = frozenset({"Limited", "Ltd", "Inc", "LLP", "plc", "PLC", "Holdings"})
# Words of a bracket that says where in a photo somebody stands: "(3rd left)".
_IN_PHOTO: Final = frozenset({"left", "right", "middle", "centre", "center", "row"})
_DASHES: Final = frozenset("-–—")
_SEATS: Final = frozenset({"Hong", "Macao", "Macau", "China", "Asia", "Guangdong"})
_NEXT_POST: Final = re.compile(
    r"(?:, and|,| and|; and|;| as well as)(?: also)? (?=(?:the|an?|its) )"
    r"|, (?=(?:[A-Z][\w-]* ){0,3}[A-Z][\w-]* of )"  # "the Chairman of X, Vice-Chairman of Y and a member of Z"
)


def _reach_right(tokens: Sequence[Token], head: int) -> int:
    """Index behind the last token of a post phrase whose head is at ``head``."""
    i = head + 1
    while i < len(tokens):
        word = tokens[i].text
        if word == "(":
            close = next(
                (k for k in range(i + 1, min(len(tokens), i + MAX_GROUP)) if tokens[k].text.startswith(")")), None
            )
            if close is None or any(token.text in _IN_PHOTO for token in tokens[i + 1 : close]):
                break
            i = close + 1
        elif word in _DASHES and _names_seat(tokens, i):
            i += 1
        elif word == "," and _names_place(tokens, i):
            i += 2
        elif word == ",":
            if not _list_inside(tokens, i, head):
                return _body_behind(tokens, i, head) or i
            i += 1
        elif word in MONTHS or (word.isdigit() and not tokens[i - 1].capital):
            break
        elif (
            (tokens[i].capital and not _starts_name(word))
            or word in {"'", "’"}
            or word in BODY_NOUNS
            or (word == "and" and i == head + 1 and _is_second_rank(tokens, i + 1))
            or (i == head + 2 and _is_second_rank(tokens, i))
            or (word in CONNECTIVES and i + 1 < len(tokens) and _goes_on(tokens, i + 1))
            or _of_directors(tokens, i)
            or (tokens[i - 1].text in BEFORE_JOINT.get(word, ()) and _goes_on(tokens, i + 1))
            or is_at_school(tokens, i)
        ):
            i += 1
        else:
            break
    return i


def _of_directors(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` is of the "of directors" behind a board: "Chairman of the board of directors of the Bank"."""
    at = i if tokens[i].text == "of" else i - 1
    return at + 1 < len(tokens) and tokens[at - 1].text == "board" and tokens[at + 1].text in _WHOSE_BOARD


def _names_place(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands in the name of a place: "of the Hong Kong, China Delegation", "Trade Affairs, USA"."""
    beside = [tokens[k].text for k in (comma - 1, comma + 1) if k < len(tokens)]
    return beside in (["Kong", "China"], ["Affairs", "USA"])


def _names_seat(tokens: Sequence[Token], dash: int) -> bool:
    """Whether a dash stands between a body and where it is: "Chairman of the Chamber of Ports – Hong Kong"."""
    apart = 0 < dash < len(tokens) - 1 and tokens[dash - 1].end < tokens[dash].start < tokens[dash].end
    return apart and tokens[dash - 1].capital and tokens[dash + 1].text in _SEATS


def _without_part(tokens: Sequence[Token], start: int, end: int) -> int:
    """Index behind an office without the part played at an occasion: "Head of Ports and Lotus Keynote Speaker"."""
    if end - 2 < start or tokens[end - 2].text not in NO_OFFICE.get(tokens[end - 1].text, ()):
        return end
    return next((k for k in range(end - 2, start, -1) if tokens[k].text in {"and", ","}), end)


def _body_behind(tokens: Sequence[Token], comma: int, head: int) -> int | None:
    """Index behind the body that stands between commas behind an office: "Mr Sun, Chairman, Harbour Authority"."""
    before = [token.text for token in tokens[head + 1 : comma]]
    if not HEAD_WORDS.isdisjoint(before) or any(len(word) > 1 and word.isupper() for word in before):
        return None  # "Chairman of the NTO, Norland Trade Organisation": the name of a body is told again
    i = comma + 1
    while i < len(tokens) and (
        (tokens[i].capital and not _starts_name(tokens[i].text))
        or (tokens[i].text in CONNECTIVES and comma + 1 < i < len(tokens) - 1 and _goes_on(tokens, i + 1))
    ):
        i += 1
    words = {token.text for token in tokens[comma + 1 : i]}
    ends = i == len(tokens) or tokens[i].text in _BODY_ENDS
    is_office = any(is_head(tokens, k) and tokens[k - 1].text not in {"of", "the"} for k in range(comma + 1, i))
    return i if ends and i > comma + 2 and not is_office and words & (HEAD_WORDS | _FIRMS) else None


def _is_second_rank(tokens: Sequence[Token], i: int) -> bool:
    """Whether a second rank of one office stands there: "Chairman and member of the Board"."""
    return (
        i + 1 < len(tokens)
        and tokens[i].text in LOWER_HEADS
        and tokens[i - 1].text == "and"
        and tokens[i + 1].text == "of"
    )


def _starts_name(word: str) -> bool:
    return word in _HONORIFICS


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a connective before token ``i`` is inside the name of the office."""
    if i == len(tokens):
        return False
    if tokens[i].text in CONNECTIVES and i + 1 < len(tokens):
        if tokens[i + 1].text == "board":
            return True  # "of the board of directors of the Bank"
        return tokens[i + 1].capital and not _starts_name(tokens[i + 1].text) and tokens[i + 1].text not in MONTHS
    capital = tokens[i].capital and not _starts_name(tokens[i].text) and tokens[i].text not in MONTHS
    ordinal = tokens[i].text.endswith(("st", "nd", "rd", "th"))  # "the 21st Conference Committee"
    return (capital and (ordinal or not tokens[i].text[0].isdigit())) or tokens[i].text in BODY_NOUNS


def _list_inside(tokens: Sequence[Token], comma: int, head: int) -> bool:
    """Whether a comma is inside a name: "Secretary for Culture, Sports and Tourism"; "Controller, Centre for ..."."""
    if comma == head + 1 and tokens[head].text == "Controller":
        return comma + 1 < len(tokens) and tokens[comma + 1].capital
    if not any(t.text in {"for", "of"} for t in tokens[head:comma]):
        return False
    i = comma + 1
    if i < len(tokens) and tokens[i].text in _GREETED:
        return False  # "Consul General of Norland, Distinguished Guests, Ladies and Gentlemen"
    while i < len(tokens) and tokens[i].capital and not _starts_name(tokens[i].text):
        i += 1
    return (
        comma + 1 < i < len(tokens) - 1
        and tokens[i].text in {"and", ","}
        and tokens[i + 1].capital
        and not _starts_name(tokens[i + 1].text)
        and not any(is_head(tokens, k) for k in range(comma + 1, i + 2))
    )


def _opens(word: str) -> bool:
    """Whether a word stands before an office and is no part of it: "the then", but "First Secretary"."""
    return word.casefold() in _OPENERS and word != "First"


def _owns(word: str) -> bool:
    """Whether a body is named as the owner of what follows: "the Harbour Corporation's Executive Director"."""
    return word.endswith(("'s", "’s")) and word[:-2] in HEAD_WORDS


def posts_at(text: str, start: int, ceiling: int, rule: str) -> tuple[Post, ...]:
    """The posts of the phrase that begins at ``start`` ("the Director of Marine and Member of ..."), up to ``ceiling``.

    >>> [p.label for p in posts_at("an Assistant Manager of the Wing Lung Fong Company Limited.", 0, 58, "post-after")]
    ['Assistant Manager of the Wing Lung Fong Company Limited']
    """
    words = tokenise(text, start, min(ceiling, start + _RIGHT_REACH))
    tokens = list(islice(words, _OPENING))
    i, former = 0, False
    while i < len(tokens) and _opens(tokens[i].text):
        former = former or tokens[i].text in FORMER
        i += 1
    if i and i < len(tokens) and tokens[i].text[0].islower() and tokens[i].text.endswith(("'s", "’s")):
        i += 1  # "the firm's founding partner"
    i = next((k + 1 for k in range(i, min(len(tokens), i + _HEAD_WITHIN)) if _owns(tokens[k].text)), i)
    head = next((h for h in range(i, min(len(tokens), i + _HEAD_WITHIN)) if is_head(tokens, h)), None)
    if head is None or not all(t.capital or t.text in _BEFORE_HEAD for t in tokens[i:head]):
        return ()
    if tokens[i].text in _ADDRESSING:
        return ()  # "Principal Wong, Mr Chairman, ladies and gentlemen"
    while head + 1 < len(tokens) and is_head(tokens, head + 1):
        head += 1  # "Chair Professor"
    former = former or any(t.text in FORMER_HEAD for t in tokens[i:head])
    tokens += islice(words, MAX_TOKENS - len(tokens))
    end = _without_part(tokens, i, _reach_right(tokens, head))
    return tuple(post_of(text, tokens, a, b, former, rule) for a, b in phrases(tokens, i, end))


def posts_listed(text: str, start: int, ceiling: int, rule: str) -> tuple[Post, ...]:
    """As :func:`posts_at`, with the posts that are joined to it: "the Dean of A, the Director of B and a Member of C".

    >>> [p.label for p in posts_listed("the Dean of Arts, the Head of X and a Member of Y.", 0, 50, "post-copula")]
    ['Dean of Arts', 'Head of X', 'Member of Y']
    """
    found = posts = posts_at(text, start, ceiling, rule)
    while posts and (joint := _NEXT_POST.match(text, posts[-1].span.end, ceiling)):
        posts = posts_at(text, joint.end(), ceiling, rule)
        found += posts
    return found
