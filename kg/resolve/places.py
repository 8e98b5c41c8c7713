"""Places: a venue or city is known by its name; "Riyadh, Saudi Arabia" is the Riyadh of the reference data.

A venue is in its city, and a city in its country, as the reference data say; of a venue that they do not know, what
follows it in the text tells the city ("Sea Hall, Riyadh").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Form, Identity
from kg.reference import PlaceFact, Reference
from kg.resolve.facts import identity
from kg.resolve.names import office_slug
from kg.resolve.record import Record


@dataclass(frozen=True, slots=True)
class Places:
    """The identity behind every name of a place that the releases print, and by key the place that each is in."""

    named: Mapping[str, Identity]
    within: Mapping[str, Identity]


def resolve_places(records: Iterable[Record], reference: Reference) -> Places:
    """All places that the releases name, and those around them."""
    keys: dict[str, str] = {}
    around: dict[str, str] = {}
    forms: defaultdict[str, set[Form]] = defaultdict(set)
    for record in records:
        for name in record.places:
            if name is not None:
                if name not in keys:
                    keys[name] = _key(name, reference)
                    around.update(_around(keys[name], name, reference))
                forms[keys[name]].add(Form(name, record.lang))
    identities = {key: identity(key, forms[key], reference.places.get(key)) for key in {*forms, *around.values()}}
    return Places(
        {name: identities[key] for name, key in keys.items()},
        {key: identities[outer] for key, outer in sorted(around.items())},
    )


def _key(name: str, reference: Reference) -> str:
    bare = name.removeprefix("the ")
    facts = reference.places_named(bare)
    if not facts and ", " in bare:
        city, _, country = bare.rpartition(", ")
        codes = {fact.country for fact in reference.places_named(country.removeprefix("the "))} - {None}
        facts = tuple(fact for fact in reference.places_named(city) if fact.country in codes)
    return facts[0].key if len(facts) == 1 else office_slug(name)


def _around(key: str, name: str, reference: Reference) -> dict[str, str]:
    """Place to the place that it is in, from this one outwards."""
    found: dict[str, str] = {}
    if key not in reference.places:
        told = reference.places_named(name.rpartition(", ")[2].removeprefix("the ")) if ", " in name else ()
        if len(told) != 1:
            return found
        found[key] = key = told[0].key
    while (outer := _city(reference.around(key))) is not None and key not in found:
        found[key] = outer.key
        key = outer.key
    return found


def _city(outwards: tuple[PlaceFact, ...]) -> PlaceFact | None:
    """Of what a place lies in the city; for want of one the widest that is no country (Hong Kong); else the country."""
    cities = [fact for fact in outwards if fact.kind == "city"]
    lands = [fact for fact in outwards if fact.kind != "country"]
    return next(iter((*cities, *reversed(lands), *outwards)), None)
