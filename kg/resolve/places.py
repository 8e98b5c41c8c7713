"""Places: a venue or city is known by its name; "Riyadh, Saudi Arabia" is the Riyadh of the reference data.

A venue is in its city, and a city in its country, as the reference data say; of a venue that they do not know, what
follows it in the text tells the city ("Sea Hall, Riyadh").
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.reference import PlaceFact, Reference
from kg.resolution import Form, Identity
from kg.resolve.facts import identity
from kg.resolve.keyed import Keyed
from kg.resolve.names import office_slug
from kg.resolve.record import Record
from kg.resolve.shelves import Shelves, Tallies, count, differing


class Places(Keyed[dict[Form, int]]):
    """All places that the releases name, by key, and those around them."""

    def __init__(self, shelves: Shelves, reference: Reference) -> None:
        super().__init__(shelves.shelf("places", dict[Form, int]))
        self._reference = reference
        self._forms = Tallies(self._kept, dict, lambda forms: frozenset(forms) or None)
        self._keys: dict[str, str] = {}

    def key(self, name: str) -> str:
        """The key of a place by its name."""
        if name not in self._keys:
            self._keys[name] = _key(name, self._reference)
        return self._keys[name]

    def count(self, record: Record, by: int) -> None:
        """Take the places that a release names, or take them off again (``by`` is 1 or -1)."""
        for name in record.places:
            if name is not None:
                count(self._forms.touch(self.key(name)), [Form(name, record.lang)], by)

    def settle(self) -> set[str]:
        """The keys of the places that have other names than before, are new or are gone."""
        return set(differing(self._forms.settle()))

    def identity(self, key: str) -> Identity:
        """The place with this key, named in a release or known to the reference data."""
        return identity(key, self._kept.get(key) or (), self._reference.places.get(key))

    def around(self, key: str) -> str | None:
        """The key of the place that one with this key is in; of several names the last that tells it decides."""
        if key in self._reference.places:
            outer = _city(self._reference.around(key))
            return outer.key if outer else None
        told = [_told(form.text, self._reference) for form in sorted(self._kept.get(key) or ())]
        return next((one for one in reversed(told) if one), None)

    def beyond(self) -> frozenset[str]:
        """The keys of the places around those that releases name which none names."""
        found: set[str] = set()
        for named in self.all():
            key: str | None = named
            while key is not None and key not in found:
                found.add(key)
                key = self.around(key)
        return frozenset(key for key in found if not self.seen(key))

    def within(self) -> Iterator[str]:
        """The keys of the places that are in others: those that releases name, and those around them."""
        done: set[str] = set()
        for named in self.all():
            key: str | None = named
            while key is not None and key not in done:
                done.add(key)
                outer = self.around(key)
                if outer is not None:
                    yield key
                key = outer


def _key(name: str, reference: Reference) -> str:
    bare = name.removeprefix("the ")
    facts = reference.places_named(bare)
    if not facts and ", " in bare:
        city, _, country = bare.rpartition(", ")
        codes = {fact.country for fact in reference.places_named(country.removeprefix("the "))} - {None}
        facts = tuple(fact for fact in reference.places_named(city) if fact.country in codes)
    return facts[0].key if len(facts) == 1 else office_slug(name)


def _told(name: str, reference: Reference) -> str | None:
    """The key of the place that the end of a name tells ("Sea Hall, Riyadh")."""
    told = reference.places_named(name.rpartition(", ")[2].removeprefix("the ")) if ", " in name else ()
    return told[0].key if len(told) == 1 else None


def _city(outwards: tuple[PlaceFact, ...]) -> PlaceFact | None:
    """Of what a place lies in the city; for want of one the widest that is no country (Hong Kong); else the country."""
    cities = [fact for fact in outwards if fact.kind == "city"]
    lands = [fact for fact in outwards if fact.kind != "country"]
    return next(iter((*cities, *reversed(lands), *outwards)), None)
