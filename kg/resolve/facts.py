"""What agencies, posts and places share: look-ups in the reference data by key of a name, and labels from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from kg.reference import AgencyFact, PlaceFact, PostFact
from kg.resolution import Form, Identity, Verdict
from kg.resolve.names import fullest_first, office_slug

HOME = "HK"
"""The jurisdiction whose releases these are: an ambiguous name means its body."""

Fact = TypeVar("Fact", bound=AgencyFact | PostFact)


def by_slug(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    """Every full name, English and Chinese, by its key; abbreviations are not names."""
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda one: one.key):
        full = {fact.zh or fact.name, *fact.names} - {fact.abbreviation}
        for name in {office_slug(name) for name in full if name}:
            found[name].append(fact)
    return {name: tuple(bearers) for name, bearers in found.items()}


def best(facts: Iterable[Fact], day: date) -> Fact | None:
    """Which one of several is meant on a day: one in force, of the home jurisdiction, by key."""
    several = tuple(facts)
    if len(several) < 2:  # as nearly always
        return several[0] if several else None
    return min(several, key=lambda fact: (not _in_force(fact, day), fact.jurisdiction != HOME, fact.key))


def _in_force(fact: AgencyFact | PostFact, day: date) -> bool:
    begun = fact.valid_from is None or fact.valid_from <= day
    return begun and (fact.valid_until is None or day < fact.valid_until)


def identity(
    key: str,
    seen: Iterable[Form],
    fact: AgencyFact | PostFact | PlaceFact | None,
    reason: str = "one name",
    aliases: tuple[str, ...] = (),
    given: tuple[Form, ...] = (),
) -> Identity:
    """The identity with all names seen and those of the reference data, whose label comes first.

    ``given`` are labels that people have laid down; these come before all others.
    """
    forms = {*seen, *given}
    if fact:
        forms.add(Form(fact.name, "en"))
        if fact.zh:
            forms.add(Form(fact.zh, "zh-Hant"))
    ordered = fullest_first(forms)
    label = fact.name if fact else ordered[0].text
    official = {label, fact.zh} if fact else {label}
    ordered = tuple(sorted(ordered, key=lambda form: (form not in given, form.text not in official)))
    return Identity(key, ordered[0].text if given else label, ordered, Verdict.SAME, reason, aliases)
