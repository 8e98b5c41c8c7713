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

from ahocorasick_rs import AhoCorasick, Implementation

from kg.extract.en import (
    appointment_rules,
    attendance_rules,
    clause_rules,
    gathering_rules,
    introduction_rules,
    meeting_rules,
    opening_rules,
    side_rules,
    visit_rules,
)
from kg.extract.en.patterns import PEOPLE_CLOSE, PEOPLE_OPEN, START, Rule

MODULES: Final = (
    *(appointment_rules, attendance_rules, clause_rules, gathering_rules, introduction_rules, meeting_rules),
    *(opening_rules, side_rules, visit_rules),
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


def possible_rules(folded: str) -> frozenset[Rule]:
    """The rules of which ``folded``, a masked sentence in lower case, has a word that they need.

    >>> sorted(rule.name for rule in possible_rules("the fair will be cancelled"))
    ['called-off']
    """
    automaton, with_people, without = _compiled()
    rules = with_people if PEOPLE_OPEN in folded else without
    nothing: frozenset[Rule] = frozenset()
    found = automaton.find_matches_as_indexes(START + folded, overlapping=True)
    return nothing.union(*[rules[k] for k, _, _ in found]) if found else nothing


@cache
def _compiled() -> tuple[AhoCorasick, tuple[frozenset[Rule], ...], tuple[frozenset[Rule], ...]]:
    """The automaton of all words that rules need; the rules that need each, all and those that need no people."""
    needing: dict[str, list[Rule]] = {}
    for rule in all_rules():
        for word in rule.needs:
            needing.setdefault(word, []).append(rule)
    automaton = AhoCorasick(needing, implementation=Implementation.DFA, store_patterns=False)
    without = (frozenset(rule for rule in rules if not needs_people(rule)) for rules in needing.values())
    return automaton, tuple(map(frozenset, needing.values())), tuple(without)


def needs_people(rule: Rule) -> bool:
    """Whether every match of a rule holds the mark of a group: one outside of all brackets and alternatives."""
    depth = 0
    source = _ESCAPES.sub(".", rule.regex.pattern)
    marks = {m.start() for m in _MARK.finditer(source)}
    needed = False
    for at, letter in enumerate(source):
        if letter == "|" and depth == 0:
            return False
        needed = needed or (depth == 0 and at in marks)
        depth += (letter == "(") - (letter == ")")
    return needed


_ESCAPES: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_MARK: Final = re.compile(rf"{PEOPLE_OPEN}(?:\(\?P<\w+>)?[^{PEOPLE_CLOSE}]*{PEOPLE_CLOSE}(?![?*{{])")
