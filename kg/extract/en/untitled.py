"""Names without a title of their own: behind what the people do, in the credits of a work, right behind an office.

"the pianists Rachel Chiu Hei-man and Anna Keller", "five actors, Anna Keller and Peter Lung", "directed by Ada Quill",
"council chairman Victor Fung", "the Secretary for Security Peter Lung".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.extract.en.agency_names import HEAD_WORDS
from kg.extract.en.given_names import GIVEN_NAMES
from kg.extract.en.name_words import (
    CAPITAL_NEXT,
    GIVEN_REACH,
    MOST_WORDS,
    NAME_JOINT,
    Run,
    in_hong_kong,
    is_everyday,
    is_personal,
    run_of,
)
from kg.extract.en.names import (
    ENGLISH_SYLLABLES,
    HONORIFICS,
    NAMESAKES,
    NO_NAME_AFTER_RANK,
    NOT_IN_NAMES,
    RANKS,
    SURNAMES,
    SYLLABLES,
)
from kg.extract.en.occupations import CREDITS, DESCRIBING, LOWER_OFFICES, OCCUPATIONS
from kg.extract.en.offices import HEADS, RANK_WORDS
from kg.extract.en.titles import OCCUPATION_FORMS, STANDING, Title

NOT_BEFORE_SURNAME: Final = (
    NOT_IN_NAMES | NAMESAKES | HONORIFICS.keys() | RANKS.keys() | HEADS.keys() | RANK_WORDS | {"Detective", "Station"}
)
"""Words with a capital that stand before a name and are no part of it."""
OF_OFFICES: Final = frozenset({"Secretary", "Commissioner", "Director", "Minister", "Chairman", "President"})
"""The offices behind which :func:`behind_office` looks for a name."""
# First syllables of places ("Sai Kung", "Sha Tin"), no given names before a surname.
_ROMANISED: Final = SYLLABLES | ENGLISH_SYLLABLES | {"sha"}
# "for Commerce and Economic Development Peter Lung": the shortest name that no word with a capital follows.
_OFFICE_THEN_NAME: Final = re.compile(
    r"(?:for|of) (?:the )?"
    r"(?:(?!M(?:r|rs|s|iss) |Dr |Prof)[A-Z][A-Za-z'’-]+(?:,? and |,? of (?:the )?| & |, | )){1,9}?"
    r"(?:\([A-Z][\w &]+\),? )?(?<!and )(?<!of )(?<!& )"
    r"(?P<given>[A-Z][a-z]+(?: [A-Z]\.?)?) (?P<surname>[A-Z][a-z]+)(?![\w-]| [A-Z]|['’][A-Za-rt-z])"
)


_GIVEN: Final = re.compile(r"[A-Z][a-z]+-[a-z]+")


class Untitled(NamedTuple):
    """A name ``text[at:end]``; ``start`` is where the words begin that describe the person."""

    start: int
    at: int
    end: int
    rule: str


def untitled(text: str, lead: Title) -> Iterator[Untitled]:
    """The names behind an occupation or an office in lower case.

    >>> from kg.extract.en.titles import titles
    >>> text = "They met the pianist Anna Keller."
    >>> [(text[name.at : name.end], name.rule) for name in untitled(text, titles(text)[0])]
    [('Anna Keller', 'name-occupation')]
    """
    at = lead.at
    if lead.word in LOWER_OFFICES:
        if (run := run_of(text, at)) and 2 <= len(run.words) <= MOST_WORDS and _unmistakable(text, run):
            yield Untitled(at, at, run.end, "name-office")  # "council chairman Victor Fung"
        return
    if lead.word in STANDING:
        if (run := run_of(text, at)) and _is_known(run) and _unmistakable(text, run):
            yield Untitled(at, at, run.end, "name-behind-office")  # "my Financial Secretary, Peter Lung"
        return
    if lead.word in CREDITS:
        yield from _row(text, at, "name-credit")
        return
    start = _described_from(text, lead.start)
    found: list[Untitled] = []
    is_listed = text[at - 2] == ","  # "five actors, Anna Keller and Peter Lung"
    while (run := run_of(text, at)) and 2 <= len(run.words) <= MOST_WORDS and _unmistakable(text, run):
        found.append(Untitled(start, at, run.end, "name-occupation"))
        joint = NAME_JOINT.match(text, run.end)
        if joint is None or lead.word in OCCUPATIONS:
            break
        start = at = joint.end()
    if not is_listed:
        yield from found
    elif len(found) > 1 and " and " in text[found[-2].end : found[-1].at]:
        yield from (name._replace(start=name.at) for name in found)


def joined(text: str, end: int) -> Iterator[Untitled]:
    """The names joined to one without a title that ends at ``end``.

    >>> text = "works by Lui Shou-kwan, Irene Chow and Peter Lung"
    >>> [text[name.at : name.end] for name in joined(text, text.index(","))]
    ['Irene Chow', 'Peter Lung']
    """
    joint = NAME_JOINT.match(text, end)
    return _row(text, joint.end(), "name-joined") if joint else iter(())


def _row(text: str, at: int, rule: str) -> Iterator[Untitled]:
    """Names joined from ``at`` on, each of which can be none but a name."""
    while (run := run_of(text, at)) and _is_known(run) and _unmistakable(text, run):
        yield Untitled(at, at, run.end, rule)
        joint = NAME_JOINT.match(text, run.end)
        if joint is None:
            return
        at = joint.end()


def _is_known(run: Run) -> bool:
    """Whether words are a given name and more, or end or begin with a surname of Hong Kong: "Irene Chow"."""
    first, *others = run.words
    if not 1 <= len(others) < MOST_WORDS or any(word in HEAD_WORDS for word in run.words):
        return False
    if first.casefold() in _ROMANISED:
        return False
    return (
        first in GIVEN_NAMES
        or others[-1] in SURNAMES
        or (first in SURNAMES and _GIVEN.fullmatch(others[0]) is not None)
    )


def behind_office(text: str, lead: Title) -> Untitled | None:
    """The name right behind an office: "the Secretary for Commerce and Economic Development Peter Lung".

    >>> from kg.extract.en.titles import titles
    >>> text = "I thank the Secretary for Home Affairs Peter Lung."
    >>> name = behind_office(text, titles(text)[0])
    >>> name and text[name.at : name.end]
    'Peter Lung'
    """
    m = _OFFICE_THEN_NAME.match(text, lead.at)
    if m is None or m["surname"] not in SURNAMES:
        return None
    given = m["given"].partition(" ")[0]
    if (
        is_everyday(given)
        or given.casefold() in _ROMANISED
        or given in NOT_BEFORE_SURNAME | HEAD_WORDS | NO_NAME_AFTER_RANK | SURNAMES
    ):
        return None
    return Untitled(m.start("given"), m.start("given"), m.end("surname"), "name-behind-office")


def described(text: str, at: int) -> int:
    """Where the words begin that say what somebody does before a title at ``at``: "film director Mr Lung"; else ``at``.

    >>> text = "and film director Mr Lung"
    >>> text[described(text, text.index("Mr")) :]
    'film director Mr Lung'
    """
    begin = text.rfind(" ", max(0, at - GIVEN_REACH), at - 1) + 1
    return _described_from(text, begin) if begin and text[begin : at - 1] in OCCUPATION_FORMS else at


def _described_from(text: str, at: int) -> int:
    """Where the words begin that describe the occupation at ``at``: "the Hong Kong musician and composer ..."."""
    low = max(0, at - GIVEN_REACH)
    while (begin := text.rfind(" ", low, at - 1) + 1) > low and (word := text[begin : at - 1]).replace(
        "-", ""
    ).isalpha():
        if not (word[0].isupper() or word in OCCUPATION_FORMS or word in DESCRIBING):
            break
        if word == "and" and text[text.rfind(" ", low, begin - 1) + 1 : begin - 1] not in OCCUPATION_FORMS:
            break  # "director Stanley Kwan and actor Tony Leung"
        at = begin
    return at + len("and ") if text.startswith("and ", at) else at


def _unmistakable(text: str, run: Run) -> bool:
    """Whether words without a title are a name: none of an office, a body, a thing or everyday English."""
    return (
        is_personal(run.words)
        and not in_hong_kong(run)
        and not any(word in NO_NAME_AFTER_RANK or word in NOT_BEFORE_SURNAME or is_everyday(word) for word in run.words)
        and not CAPITAL_NEXT.match(text, run.end)
    )
