"""Which rules can match a sentence: those of which it has a word that every match contains.

One pass of an Aho-Corasick automaton over the sentence answers for all rules at once; of the hundred rules most
sentences can match fewer than five.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import Final

from ahocorasick_rs import AhoCorasick

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
from kg.extract.en.patterns import Rule

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
    automaton, rules = _compiled()
    nothing: frozenset[Rule] = frozenset()
    return nothing.union(*[rules[k] for k, _, _ in automaton.find_matches_as_indexes(folded, overlapping=True)])


@cache
def _compiled() -> tuple[AhoCorasick, tuple[frozenset[Rule], ...]]:
    """The automaton of all words that rules need, and the rules that need each."""
    needing: dict[str, list[Rule]] = {}
    for rule in all_rules():
        for word in rule.needs:
            needing.setdefault(word, []).append(rule)
    return AhoCorasick(needing, store_patterns=False), tuple(map(frozenset, needing.values()))
