"""Agencies: one body under its full name, its other names and its abbreviation.

A full name is looked up in the reference data as of the day of the release; a body the reference data
does not know is known by its own name. An abbreviation alone is the body that the reference data gives
it, else the one body that the releases define it for ("World Customs Organization (WCO)"), else itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kg.model import Body, Form
from kg.reference import AgencyFact, Reference
from kg.resolve.facts import best, by_slug, identity
from kg.resolve.names import is_abbreviation, office_slug
from kg.resolve.record import NamedAgency, Record
from kg.resolve.redirect import NONE, Redirects

PUBLISHERS = ("information-services-department", "hong-kong-special-administrative-region-government")
"""Who issues the releases: the first of these that the reference data has."""

Names = Mapping[str, tuple[AgencyFact, ...]]


class _Seen:
    """What the releases show of one body."""

    __slots__ = ("abbreviations", "aliases", "forms")

    def __init__(self) -> None:
        self.forms: set[Form] = set()
        self.abbreviations: set[str] = set()
        self.aliases: set[str] = set()


class Agencies:
    """All bodies of a build; made with :func:`resolve_agencies`."""

    def __init__(
        self,
        reference: Reference,
        seen: Mapping[str, _Seen],
        keys: Mapping[str, tuple[str, ...]],
        corrected: Redirects,
    ) -> None:
        self._facts = reference.agencies
        self._corrected = corrected
        self._seen = seen
        self._keys = keys
        self._bodies: dict[str, Body] = {}

    def of(self, release: str) -> tuple[Body, ...]:
        """The body behind each agency of a release."""
        return tuple(self.body(key) for key in self._keys[release])

    @property
    def seen(self) -> frozenset[str]:
        """The keys of the bodies that the releases name, and those that stand for others."""
        return frozenset(self._seen) | {alias for key in self._seen for alias in self._corrected.aliases(key)}

    @property
    def publisher(self) -> Body | None:
        """Who issues the releases."""
        return next((self.body(key) for key in PUBLISHERS if key in self._facts), None)

    def body(self, key: str, below: frozenset[str] = frozenset()) -> Body:
        """The body with this key: named in a release, or known to the reference data.

        ``below`` are the bodies under or before it, so that reference data in a circle come to an end.
        """
        if key not in self._bodies:
            fact, seen = self._facts.get(key), self._seen.get(key, _Seen())
            parent = fact.parent if fact and fact.parent in self._facts else None
            above = None if parent is None or parent in below | {key} else self.body(parent, below | {key})
            abbreviation = fact.abbreviation if fact else None
            abbreviation = abbreviation or min(seen.abbreviations, default=None)
            bare = {abbreviation, *seen.abbreviations}
            forms = {form for form in seen.forms if form.text not in bare} or seen.forms
            aliases = tuple(sorted((seen.aliases | self._corrected.aliases(key)) - {key}))
            named = forms if not fact else forms - _bare(forms)
            given = self._corrected.labels.get(key, ())
            whole = identity(key, named, fact, _reason(fact, aliases), aliases, given)
            heirs = fact.replaced_by if fact else ()
            self._bodies[key] = Body(
                whole,
                abbreviation,
                above,
                fact.jurisdiction if fact else None,
                tuple(self.body(heir, below | {key}) for heir in heirs if heir in self._facts and heir not in below),
                fact.valid_until if fact else None,
            )
        return self._bodies[key]


def resolve_agencies(records: Sequence[Record], reference: Reference, corrected: Redirects = NONE) -> Agencies:
    """All bodies that the releases name; ``corrected`` are those that people have made one."""
    names = by_slug(reference.agencies.values())
    definitions = _definitions(records, names)
    seen: defaultdict[str, _Seen] = defaultdict(_Seen)
    keys: dict[str, tuple[str, ...]] = {}
    for record in records:
        keys[record.id] = tuple(
            corrected.of(_key(agency, record.day, names, reference, definitions)) for agency in record.agencies
        )
        for agency, key in zip(record.agencies, keys[record.id], strict=True):
            body, short = seen[key], is_abbreviation(agency.name)
            body.forms.update(Form(text, record.lang) for text in agency.forms)
            abbreviation = agency.name if short else agency.abbreviation
            if abbreviation:
                body.abbreviations.add(abbreviation)
            if short and key not in reference.agencies:
                body.aliases.add(office_slug(agency.name))
    return Agencies(reference, dict(seen), keys, corrected)


def _key(
    agency: NamedAgency,
    day: date,
    names: Names,
    reference: Reference,
    definitions: Mapping[str, frozenset[str]],
) -> str:
    if not is_abbreviation(agency.name):
        return _full_key(agency.name, day, names)
    if fact := best(reference.agencies_abbreviated(agency.name), day):
        return fact.key
    defined = definitions.get(agency.name, frozenset())
    return next(iter(defined)) if len(defined) == 1 else office_slug(agency.name)


def _full_key(name: str, day: date, names: Names) -> str:
    key = office_slug(name)
    fact = best(names.get(key, ()), day)
    return fact.key if fact else key


def _definitions(records: Iterable[Record], names: Names) -> dict[str, frozenset[str]]:
    """Abbreviation -> keys of the bodies that a release defines it for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for agency in record.agencies:
            if agency.abbreviation and not is_abbreviation(agency.name):
                found[agency.abbreviation].add(_full_key(agency.name, record.day, names))
    return {abbreviation: frozenset(keys) for abbreviation, keys in found.items()}


def _bare(forms: Iterable[Form]) -> set[Form]:
    return {form for form in forms if is_abbreviation(form.text)}


def _reason(fact: AgencyFact | None, aliases: tuple[str, ...]) -> str:
    if fact:
        return "its names and abbreviation are those of one body in the reference data"
    return "one name, and an abbreviation that the releases define for it alone" if aliases else "one name"
