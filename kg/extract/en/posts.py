"""Posts as printed before a name ("the Secretary for Justice, Mr Paul Lam"); those behind one are read in posts_at.

A post phrase is `[the] [Acting] [modifiers] HEAD [of|for|to ...]`. It is read from the name outwards over words that
can belong to the name of an office; its beginning is the first head noun reached without a break.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.en.agency_names import HEAD_WORDS
from kg.extract.en.offices import (
    BODY_NOUNS,
    CONNECTIVES,
    FORMER,
    FORMER_HEAD,
    LOWER_HEADS,
    LOWER_MODIFIERS,
    POSSESSED,
    SELF_STANDING,
)
from kg.extract.en.post_labels import label_of
from kg.extract.en.post_left import STYLES, group_start, reach_left
from kg.extract.en.post_words import Token, is_head, is_lower_plural, singular, tokenise
from kg.model import Span

MAX_TOKENS = 60
_REACHES = (100, 220, 420)  # characters before a name in which its posts are looked for, one after the other
_MARGIN = 12  # tokens left of a phrase that its reading may look back at
_RANK_REACH = 80
_GLOSS_REACH = 60  # characters of a name in a bracket
_MAY_END = LOWER_HEADS | {f"{head}s" for head in LOWER_HEADS} | LOWER_MODIFIERS | BODY_NOUNS
_ITEM_OPENS = ("; ", "; the ", "; and the ", "; and ")
_ITEM_ENDS = re.compile(r"[A-Z][a-z]+ (?:[A-Z][\w.'’-]* ?){1,4}(?: \([^()]*\))?;")
_STOPS = (";", ":", "\n", ". ", "\u2013")
_ARTICLES = frozenset({"the", "my", "our", "a", "an"})
_NOT_MODIFIERS = frozenset(
    "The A An In At As Since While When After Before During With Like Both Our My His Her Its Their".split()
)
_NO_OFFICE = "member"  # "veteran member Mr Lau"
_NOT_GIVEN = frozenset({"such", "well", "same", "just"})  # "such as the Chairman, Mr Lau"


@dataclass(frozen=True, slots=True)
class Post:
    """A post phrase: its span in the text, its label, whether it is held in an acting capacity or was held formerly."""

    span: Span
    label: str
    acting: bool
    former: bool
    plural: bool
    rule: str


def _is_abbreviation(tokens: Sequence[Token]) -> bool:
    """Whether tokens end in a body and its short name in brackets: "Electoral Affairs Commission (EAC)"."""
    body, opening, short, _ = tokens[-4:]
    letters = "".join(token.text[0] for token in tokens[:-3] if token.capital)
    is_body = body.text in HEAD_WORDS or letters.endswith(short.text)
    return is_body and opening.text == "(" and short.text.isupper()


def _modifiers_left(tokens: Sequence[Token], head: int, low: int) -> int:
    """Index where the modifiers of the head at ``head`` begin: "Deputy High Court Judge"."""
    i = head
    lower = tokens[head].text[0].islower()
    while i > low:
        word = tokens[i - 1]
        if word.text in FORMER_HEAD or word.text in FORMER or word.text in STYLES:
            break
        if (
            word.text.endswith(("'s", "’s"))
            and tokens[i].text not in POSSESSED
            and (i + 1 >= head or tokens[i + 1].text not in POSSESSED)
        ):
            break
        if lower and i == head and word.text in HEAD_WORDS and (body := _body_left(tokens, i, low)) < i:
            i = body  # "Legislative Council member"
        elif lower and _is_short(word.text):
            i -= 1  # "HBEC chairman", "HBEC executive director"
            break
        elif word.text in LOWER_MODIFIERS or (word.capital and not lower and word.text not in _NOT_MODIFIERS):
            i -= 1
        elif word.text == ")" and not lower and i - 4 >= low and _is_abbreviation(tokens[low:i]):
            i -= 3  # "Electoral Affairs Commission (EAC) Chairman"
        elif word.text == "of" and i - 2 >= low and tokens[i - 2].text == "House":
            i -= 2  # "House of Representatives Speaker"
        else:
            break
    return i - 1 if i > low and tokens[i - 1].text == "acting" else i  # "the acting Financial Secretary"


def _is_short(word: str) -> bool:
    """Whether a word is the abbreviation of a body: "HBEC"."""
    return len(word) > 2 and word.isupper() and word.isalpha()


def _body_left(tokens: Sequence[Token], end: int, low: int) -> int:
    """Index where the name of a body begins that ends before ``end``."""
    i = end
    while i > low and tokens[i - 1].capital and tokens[i - 1].text not in _NOT_MODIFIERS:
        i -= 1
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


def _is_plural(head: Token) -> bool:
    return singular(head.text) != head.text or is_lower_plural(head.text)


def phrases(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """Token ranges of the several posts joined in one phrase: "Deputy Secretary of A and Governor of B"."""
    cuts = [start]
    heads = _heads(tokens, start, end)
    for h in heads[1:]:
        if _is_plural(tokens[h]) and not _is_plural(tokens[heads[0]]):
            continue  # "Chairman of the Association of Teachers and Principals"
        begin = _modifiers_left(tokens, h, start)
        joint = begin - 1
        if joint > start and tokens[joint].text in _ARTICLES:
            joint -= 1  # "the Director of A and the Director of B"
        if joint <= cuts[-1] or tokens[joint].text not in {"and", ",", "cum"}:
            continue
        left_end = joint - 1 if tokens[joint - 1].text == "," else joint
        left = tokens[cuts[-1] : left_end]
        words = {t.text for t in left}
        complete = bool(words & {"of", "for", "to", ","}) or " ".join(t.text for t in left) in SELF_STANDING
        owned = begin < h and tokens[begin].text.isupper()  # "President and HKU Dean", but "President and CEO"
        if complete or owned or tokens[joint].text == ",":
            cuts.append(begin)
    out = []
    for k, cut in enumerate(cuts):
        stop = cuts[k + 1] if k + 1 < len(cuts) else end
        while stop > cut and tokens[stop - 1].text in {"and", ",", "the", "cum"}:
            stop -= 1
        out.append((cut, stop))
    return out


def post_of(text: str, tokens: Sequence[Token], a: int, b: int, former: bool, rule: str) -> Post:
    """The post that ``tokens[a:b]`` name."""
    start, end = tokens[a].start, tokens[b - 1].end
    label, acting, plural = label_of(text[start:end])
    return Post(Span(start, end), label, acting, former, plural, rule)


def _is_former(tokens: Sequence[Token], start: int) -> bool:
    """Whether "former", "then", "late" stands right before the phrase (articles apart)."""
    i = start - 1
    if i > 0 and tokens[i].text.endswith(("'s", "’s")):  # "the then Harbour Bank's Chairman"
        while i >= 0 and tokens[i].capital and tokens[i].text not in FORMER_HEAD:
            i -= 1
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
        tokens = list(tokenise(text, start, name_start))[-MAX_TOKENS:]
        comma = bool(tokens) and tokens[-1].text == ","
        if comma:
            tokens.pop()
        low = reach_left(tokens)
        if low >= _MARGIN or start == floor:
            break
    return tokens, low, comma


def posts_before(text: str, floor: int, name_start: int) -> tuple[Post, ...]:
    """The posts printed before a name that starts at ``name_start``, nothing left of ``floor`` considered.

    >>> text = "met with the Deputy Prime Minister and Minister of Plantation Industries of Malaysia, Mr Rosli"
    >>> [p.label for p in posts_before(text, 0, text.index("Mr"))]
    ['Deputy Prime Minister', 'Minister of Plantation Industries of Malaysia']
    """
    phrase = _phrase_before(text, floor, name_start)
    if phrase is None:
        return ()
    is_item = _is_item(text, phrase, name_start)
    return phrase.posts(text, phrase.heads[0] if is_item else _restart(phrase.tokens, phrase.heads, phrase.low))


def _is_item(text: str, phrase: _Phrase, name_start: int) -> bool:
    """Whether offices and one name are an item of a list: "; the Secretary of the A and the Mayor of the B, Mr C;"."""
    if len(phrase.heads) < 2 or not _ITEM_ENDS.match(text, name_start):
        return False
    start = phrase.tokens[_modifiers_left(phrase.tokens, phrase.heads[0], phrase.low)].start
    return text.endswith(_ITEM_OPENS, 0, start)


def all_posts_before(text: str, floor: int, name_start: int) -> tuple[Post, ...]:
    """As :func:`posts_before`, with those that belong to another person where only one name follows.

    >>> text = "the Director of Buildings and the Director of Marine, Mr Ip and Ms Yick"
    >>> [p.label for p in all_posts_before(text, 0, text.index("Mr"))]
    ['Director of Buildings', 'Director of Marine']
    """
    phrase = _phrase_before(text, floor, name_start)
    return phrase.posts(text, phrase.heads[0]) if phrase else ()


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words before a name that a post can be read from, its head nouns, and how far it may reach left."""

    tokens: Sequence[Token]
    heads: list[int]
    low: int
    rule: str

    def posts(self, text: str, head: int) -> tuple[Post, ...]:
        """The posts from ``head`` on."""
        start = _modifiers_left(self.tokens, head, self.low)
        former = _is_former(self.tokens, start)
        ranges = phrases(self.tokens, start, len(self.tokens))
        found = tuple(post_of(text, self.tokens, a, b, former, self.rule) for a, b in ranges)
        one = next((k for k, post in enumerate(found) if not post.plural), 0)
        found = tuple(post for post in found if post.plural or post.label != _NO_OFFICE)
        return found[one:]  # "Members of the Board, Deputy Director Qiao": the first are others


def _phrase_before(text: str, floor: int, name_start: int) -> _Phrase | None:
    """The phrase before a name, if it names an office."""
    if not _may_end_post(text, name_start):
        return None
    if text.endswith("; ", floor, name_start) and _is_glossed(text, floor, name_start):
        name_start -= len("; ")  # "Anna (Chairman of the Board; Dr Anna Keller)"
    tokens, low, comma = _before(text, floor, name_start)
    heads = _heads(tokens, low, len(tokens)) if low < len(tokens) else []
    if not heads or _is_closed(tokens) or _is_given(tokens, _modifiers_left(tokens, heads[0], low)):
        return None
    return _Phrase(tokens, heads, low, "post-before-comma" if comma else "post-before")


def _is_glossed(text: str, floor: int, name_start: int) -> bool:
    """Whether a bracket holds but an office, a semicolon and the name at ``name_start``."""
    opening = text.rfind("(", floor, name_start)
    closing = text.find(")", name_start, name_start + _GLOSS_REACH)
    inside = text[opening + 1 : closing] if 0 <= opening < closing else ""
    return inside.count(";") == 1 and "(" not in inside


def _is_closed(tokens: Sequence[Token]) -> bool:
    """Whether a bracket says what the office is in a list, so that its item is complete: "(ex-officio member)"."""
    opening = group_start(tokens, len(tokens) - 1) if tokens[-1].text == ")" else None
    inside = tokens[opening + 1 : -1] if opening is not None else ()
    return bool(inside) and inside[-1].text.casefold() in LOWER_HEADS and not inside[0].text[0].isupper()


def _is_given(tokens: Sequence[Token], start: int) -> bool:
    """Whether the post that begins at ``start`` is what somebody else serves as: "Mr A as the Chairman, Ms B"."""
    i = start - 1
    while i >= 0 and tokens[i].text in _ARTICLES:
        i -= 1
    return i >= 0 and tokens[i].text == "as" and not (i and tokens[i - 1].text in _NOT_GIVEN)


def post_of_rank(text: str, floor: int, name_start: int) -> tuple[Post, ...]:
    """The post that a rank right before a name states, with its modifiers: "Deputy Director", "Foreign Minister".

    >>> text = "and the Foreign Minister Li Changming"
    >>> [p.label for p in post_of_rank(text, 0, text.index("Li"))]
    ['Foreign Minister']
    """
    tokens = list(tokenise(text, max(floor, name_start - _RANK_REACH), name_start))
    of_state = len(tokens) > 2 and [token.text for token in tokens[-2:]] == ["of", "State"]
    head = len(tokens) - 3 if of_state else len(tokens) - 1
    if not tokens or not is_head(tokens, head):
        return ()
    start = _modifiers_left(tokens, head, 0)
    return (post_of(text, tokens, start, len(tokens), _is_former(tokens, start), "post-rank"),)
