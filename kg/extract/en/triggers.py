"""Which rules can match a sentence: those of which it has a word that every match contains.

One pass of an Aho-Corasick automaton over the sentence answers for all rules at once; of the hundred rules most
sentences can match fewer than five, and most of those only where somebody is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.extract.en import (
    ahead_rules,
    appointment_rules,
    attendance_rules,
    chairing_rules,
    clause_rules,
    company_rules,
    conferring_rules,
    council_rules,
    gathering_rules,
    host_rules,
    introduction_rules,
    joint_meeting_rules,
    journey_rules,
    meeting_rules,
    open_meeting_rules,
    opening_rules,
    presence_rules,
    recollection_rules,
    side_rules,
    signing_rules,
    speaker_rules,
    visit_rules,
)
from kg.extract.en.clause_rules import TRIGGERS
from kg.extract.en.patterns import PEOPLE_CLOSE, PEOPLE_OPEN, START, Rule

MODULES: Final = (
    *(
        ahead_rules,
        appointment_rules,
        attendance_rules,
        chairing_rules,
        clause_rules,
        company_rules,
        conferring_rules,
        council_rules,
        gathering_rules,
    ),
    *(
        host_rules,
        introduction_rules,
        joint_meeting_rules,
        meeting_rules,
        open_meeting_rules,
        opening_rules,
        presence_rules,
        recollection_rules,
        side_rules,
        signing_rules,
        speaker_rules,
        journey_rules,
        visit_rules,
    ),
)
"""Where the rules over masked sentences stand."""


def all_rules(modules: Iterable[ModuleType] = MODULES) -> tuple[Rule, ...]:
    """The rules of modules, each once: alone, or in a table."""
    return tuple(dict.fromkeys(rule for module in modules for value in vars(module).values() for rule in _in(value)))


def _in(value: object) -> Iterator[Rule]:
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _in(each)


def telling(text: str) -> list[int]:
    """Where in ``text`` words begin that can make a sentence without people worth reading.

    >>> telling("The fair will be held, though left unvisited")
    [9, 17, 30]
    """
    found = _stems().find_matches_as_indexes(text)
    return [start for _, start, _ in found if start == 0 or not _is_of_word(text[start - 1])]


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@cache
def _stems() -> AhoCorasick:
    return AhoCorasick(TRIGGERS, matchkind=MatchKind.LeftmostFirst, store_patterns=False)


def possible_rules(folded: str) -> frozenset[Rule]:
    """The rules of which ``folded``, a masked sentence in lower case, has a word that they need.

    >>> sorted(rule.name for rule in possible_rules("the fair will be cancelled"))
    ['called-off']
    """
    automaton, rules = _compiled(PEOPLE_OPEN in folded)
    found = automaton.find_matches_as_indexes(START + folded, overlapping=True)
    return _NONE.union(*[rules[k] for k, _, _ in found]) if found else _NONE


@cache
def _compiled(with_people: bool) -> tuple[AhoCorasick, tuple[frozenset[Rule], ...]]:
    """The automaton of all words that rules need, and the rules that need each; of sentences without people too."""
    needing: dict[str, list[Rule]] = {}
    for rule in all_rules():
        for word in rule.needs if with_people or not needs_people(rule) else ():
            needing.setdefault(word, []).append(rule)
    automaton = AhoCorasick(needing, implementation=Implementation.DFA, store_patterns=False)
    return automaton, tuple(map(frozenset, needing.values()))


def needs_people(rule: Rule) -> bool:
    """Whether every match of a rule holds the mark of a group: one outside of all brackets and alternatives."""
    depth = 0
    source = _ESCAPES.sub(".", rule.source)
    marks = {m.start() for m in _MARK.finditer(source)}
    needed = False
    for at, letter in enumerate(source):
        if letter == "|" and depth == 0:
            return False
        needed = needed or (depth == 0 and at in marks)
        depth += (letter == "(") - (letter == ")")
    return needed


_NONE: Final[frozenset[Rule]] = frozenset()
_ESCAPES: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_MARK: Final = re.compile(rf"{PEOPLE_OPEN}(?:\(\?P<\w+>)?[^{PEOPLE_CLOSE}]*{PEOPLE_CLOSE}(?![?*{{])")
