"""Places: a venue or city is known by its name; "Riyadh, Saudi Arabia" is the Riyadh of the reference data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.model import Form, Identity
from kg.reference import Reference
from kg.resolve.facts import identity
from kg.resolve.names import office_slug
from kg.resolve.record import Record


def resolve_places(records: Iterable[Record], reference: Reference) -> dict[str, Identity]:
    """The identity behind every name of a place that the releases print."""
    keys: dict[str, str] = {}
    forms: defaultdict[str, set[Form]] = defaultdict(set)
    for record in records:
        for name in record.places:
            if name is not None:
                if name not in keys:
                    keys[name] = _key(name, reference)
                forms[keys[name]].add(Form(name, record.lang))
    identities = {key: identity(key, seen, reference.places.get(key)) for key, seen in forms.items()}
    return {name: identities[key] for name, key in keys.items()}


def _key(name: str, reference: Reference) -> str:
    bare = name.removeprefix("the ")
    facts = reference.places_named(bare)
    if not facts and ", " in bare:
        city, _, country = bare.rpartition(", ")
        codes = {fact.country for fact in reference.places_named(country.removeprefix("the "))} - {None}
        facts = tuple(fact for fact in reference.places_named(city) if fact.country in codes)
    return facts[0].key if len(facts) == 1 else office_slug(name)
