"""The words that introduce a name: honorifics, ranks, titles in the plural, what somebody does or did to a work.

One pass of an Aho-Corasick automaton (Aho and Corasick 1975) finds all of them, however many there are.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.extract.en.names import HONORIFICS, PLURAL_TITLES, RANKS
from kg.extract.en.occupations import CREDITS, LOWER_OFFICES, OCCUPATIONS

OCCUPATION_FORMS: Final = frozenset(f"{noun}{plural}" for noun in OCCUPATIONS for plural in ("", "s"))
_LOWER: Final = (*sorted(OCCUPATION_FORMS), *LOWER_OFFICES, *CREDITS)
_ALSO_OFFICES: Final = frozenset({"ambassador", "director"})  # with a capital a post, in a list of posts and names
STANDING: Final = ("Financial Secretary", "Chief Secretary", "Chief Secretary for Administration", "Chief Executive")
"""Offices that stand alone, behind which and a comma a name may follow without a title."""
_TITLES: Final = dict.fromkeys((*HONORIFICS, *RANKS, *PLURAL_TITLES))
_ENDINGS: Final = (" ", ". ")  # "Mr Lee", "Mr. Lee"


class Title(NamedTuple):
    """A word that may introduce a name: ``start`` is where it stands, ``at`` where the name would begin."""

    word: str
    start: int
    at: int
    is_occupation: bool
    has_stop: bool


def titles(text: str) -> list[Title]:
    """All words in ``text`` that may introduce a name, in order, none over another.

    >>> titles("Mr. Lee met the pianist Anna Keller.")[0]
    Title(word='Mr', start=0, at=4, is_occupation=False, has_stop=True)
    """
    automaton, literals = _automaton()
    found: list[Title] = []
    size = len(text)
    for k, start, end in automaton.find_matches_as_indexes(text):
        word, is_occupation, has_stop = literals[k]
        if end == size or text[end].isspace() or (is_occupation and not "A" <= text[end] <= "Z"):
            continue
        if begins_word(text, start):
            found.append(Title(word, start, end, is_occupation, has_stop))
    return found


def begins_word(text: str, at: int) -> bool:
    """Whether a word may begin at ``at`` (glued texts such as "(MD)Wong" count)."""
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "-'’&")


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, bool, bool], ...]]:
    """The automaton, and of each of its literals the word, whether it is an occupation, and whether it has a stop."""
    literals = {f"{word}{end}": (word, False, "." in end) for word in _TITLES for end in _ENDINGS}
    literals |= {f"{noun} ": (noun, True, False) for noun in _LOWER}
    literals |= {f"{noun.capitalize()} ": (noun, True, False) for noun in OCCUPATIONS if noun not in _ALSO_OFFICES}
    literals |= {f"{credit.capitalize()} ": (credit, True, False) for credit in CREDITS}  # "Founded by"
    literals |= {f"{noun} {copula} ": (noun, True, False) for noun in OCCUPATIONS for copula in ("is", "was")}
    literals |= {f"{office}, ": (office, True, False) for office in STANDING}  # "my Financial Secretary, Peter Lung"
    literals |= {f"{noun}s, ": (f"{noun}s", True, False) for noun in OCCUPATIONS}  # "five actors, Anna Keller and ..."
    return AhoCorasick(literals, MatchKind.LeftmostLongest, False, Implementation.DFA), tuple(literals.values())
