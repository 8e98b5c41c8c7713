"""Agencies: one body under its full name, its other names and its abbreviation.

A full name is looked up in the reference data as of the day of the release; a body the reference data
does not know is known by its own name. An abbreviation alone is the body that the reference data gives
it, else the one body that the releases define it for ("World Customs Organization (WCO)"), else itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from kg.reference import AgencyFact, Reference
from kg.resolution import Body, Form, Identity
from kg.resolve.facts import best, by_slug, identity
from kg.resolve.keyed import Keyed
from kg.resolve.names import is_abbreviation, office_slug
from kg.resolve.record import NamedAgency, Record
from kg.resolve.redirect import NONE, Redirects
from kg.resolve.shelves import Shelves, Tallies, count, differing

PUBLISHERS = ("information-services-department", "hong-kong-special-administrative-region-government")
"""Who issues the releases: the first of these that the reference data has."""

Names = Mapping[str, tuple[AgencyFact, ...]]


class Seen(msgspec.Struct, array_like=True):
    """What the releases show of one body: how often each form, abbreviation and other key."""

    forms: dict[Form, int]
    abbreviations: dict[str, int]
    aliases: dict[str, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """What tells of a body: every form, abbreviation and other key that a release shows."""

    forms: frozenset[Form] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()


def _shown(seen: Seen) -> Shown | None:
    if not seen.forms:
        return None
    return Shown(frozenset(seen.forms), frozenset(seen.abbreviations), frozenset(seen.aliases))


class Agencies(Keyed[Seen]):
    """All bodies of a build. ``corrected`` are those that people have made one.

    Releases are taken in two steps, for what one defines ("World Customs Organization (WCO)") tells what another names.
    """

    def __init__(self, shelves: Shelves, reference: Reference, corrected: Redirects = NONE) -> None:
        super().__init__(shelves.shelf("agencies", Seen), corrected)
        self._reference = reference
        self._facts = reference.agencies
        self._names = by_slug(reference.agencies.values())
        self._seen = Tallies(self._kept, lambda: Seen({}, {}, {}), _shown)
        self._defined = Tallies(
            shelves.shelf("definitions", dict[str, int]), dict, lambda keys: frozenset(keys) or None
        )
        self._short = shelves.links("short")  # abbreviation -> the releases that have no more
        self._bodies: dict[str, Body] = {}

    # --- what abbreviations are defined for

    def define(self, record: Record, by: int) -> None:
        """Take what a release defines, or take it off again (``by`` is 1 or -1)."""
        keep = self._short.add if by > 0 else self._short.drop
        for agency in record.agencies:
            if is_abbreviation(agency.name):
                if self._known(agency, record.day) is None:
                    keep(agency.name, record.id)
            elif agency.abbreviation:
                key = _full_key(agency.name, record.day, self._names)
                count(self._defined.touch(agency.abbreviation), [key], by)

    def redefined(self) -> set[str]:
        """The releases that name by abbreviation alone what is defined otherwise than before."""
        changed = differing(self._defined.settle())
        return {release for abbreviation in changed for release in self._short.of(abbreviation)}

    # --- what releases name

    def keys(self, record: Record) -> tuple[str, ...]:
        """The key of the body behind each agency of a release; all definitions must have been taken."""
        return tuple(self._corrected.of(self._key(agency, record.day)) for agency in record.agencies)

    def _key(self, agency: NamedAgency, day: date) -> str:
        if not is_abbreviation(agency.name):
            return _full_key(agency.name, day, self._names)
        if fact := self._known(agency, day):
            return fact.key
        defined = self._defined.get(agency.name) or ()
        return next(iter(defined)) if len(defined) == 1 else office_slug(agency.name)

    def _known(self, agency: NamedAgency, day: date) -> AgencyFact | None:
        return best(self._reference.agencies_abbreviated(agency.name), day)

    def count(self, record: Record, keys: Sequence[str], by: int) -> None:
        """Take what a release shows of the bodies with these keys, or take it off again (``by`` is 1 or -1)."""
        for agency, key in zip(record.agencies, keys, strict=True):
            body, short = self._seen.touch(key), is_abbreviation(agency.name)
            count(body.forms, (Form(text, record.lang) for text in agency.forms), by)
            abbreviation = agency.name if short else agency.abbreviation
            if abbreviation:
                count(body.abbreviations, [abbreviation], by)
            if short and key not in self._facts:
                count(body.aliases, [office_slug(agency.name)], by)

    def settle(self) -> dict[str, tuple[Shown | None, Shown | None]]:
        """By key the bodies of which releases show something else than before: what they showed, and show now."""
        self._bodies.clear()
        return differing(self._seen.settle())

    # --- the bodies

    @property
    def publisher(self) -> Body | None:
        """Who issues the releases."""
        return next((self.body(key) for key in PUBLISHERS if key in self._facts), None)

    def body(self, key: str, below: frozenset[str] = frozenset()) -> Body:
        """The body with this key: named in a release, or known to the reference data.

        ``below`` are the bodies under or before it, so that reference data in a circle come to an end.
        """
        if key not in self._bodies:
            fact, shown = self._facts.get(key), self._seen.view(key) or Shown()
            parent = fact.parent if fact and fact.parent in self._facts else None
            above = None if parent is None or parent in below | {key} else self.body(parent, below | {key})
            heirs = fact.replaced_by if fact else ()
            self._bodies[key] = Body(
                self.identity(key, shown),
                self._abbreviation(key, shown),
                above,
                fact.jurisdiction if fact else None,
                tuple(self.body(heir, below | {key}) for heir in heirs if heir in self._facts and heir not in below),
                fact.valid_until if fact else None,
            )
        return self._bodies[key]

    def known(self) -> Iterator[str]:
        """The keys of the bodies that the reference data know."""
        self._kept.ahead(self._facts)
        return iter(self._facts)

    def beside(self, key: str) -> Iterator[str]:
        """The keys of the body above this one and of those that took its place."""
        if fact := self._facts.get(key):
            yield from (other for other in (fact.parent, *fact.replaced_by) if other and other in self._facts)

    def identity(self, key: str, shown: Shown) -> Identity:
        """The identity of a body of which releases show this."""
        fact = self._facts.get(key)
        bare = {self._abbreviation(key, shown), *shown.abbreviations}
        forms = {form for form in shown.forms if form.text not in bare} or shown.forms
        aliases = tuple(sorted((shown.aliases | self._corrected.aliases(key)) - {key}))
        named = forms if not fact else forms - _bare(forms)
        given = self._corrected.labels.get(key, ())
        return identity(key, named, fact, _reason(fact, aliases), aliases, given)

    def _abbreviation(self, key: str, shown: Shown) -> str | None:
        fact = self._facts.get(key)
        return (fact.abbreviation if fact else None) or min(shown.abbreviations, default=None)


def _full_key(name: str, day: date, names: Names) -> str:
    key = office_slug(name)
    fact = best(names.get(key, ()), day)
    return fact.key if fact else key


def _bare(forms: Iterable[Form]) -> set[Form]:
    return {form for form in forms if is_abbreviation(form.text)}


def _reason(fact: AgencyFact | None, aliases: tuple[str, ...]) -> str:
    if fact:
        return "its names and abbreviation are those of one body in the reference data"
    return "one name, and an abbreviation that the releases define for it alone" if aliases else "one name"
