"""Facts known beforehand: agencies, posts and places, from ``ontology/reference/*.ttl``.

The files are RDF in the project's own ontology, so that another government's facts can be given the
same way. They are read once and passed on as a frozen :class:`Reference`; nothing here is global.

An agency is ``kg:Agency``, a post ``org:Post``, a place ``kg:Place`` with one of the classes of
:data:`PLACE_KINDS`. Names are ``rdfs:label`` and ``skos:altLabel`` (English: ``en``, Chinese:
``zh-Hant``), the abbreviation is ``skos:notation``, other abbreviations are ``skos:hiddenLabel``.
``kg:validFrom`` is the first day, ``kg:validUntil`` the first day on which the name, abbreviation or body
is no longer in use.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Protocol, TypeVar

import pyoxigraph as ox

from kg.vocab import DCTERMS, KG, ORG, RDF, RDFS, SCHEMA, SKOS

PlaceKind = Literal["country", "region", "city", "district", "venue"]

PLACE_KINDS: dict[str, PlaceKind] = {
    SCHEMA.Country: "country",
    SCHEMA.State: "region",
    SCHEMA.City: "city",
    SCHEMA.AdministrativeArea: "district",
    SCHEMA.CivicStructure: "venue",
}


class ReferenceFileError(ValueError):
    """A reference file that is missing, is not Turtle, or states a fact in a way that cannot be read."""


@dataclass(frozen=True, slots=True)
class AgencyFact:
    """An organisation. ``names`` are all English forms, ``name`` first, then others and variants in short.

    ``abbreviation`` is the usual one, the first of ``abbreviations``; ``zh`` is the Chinese name, ``zh_names`` are all
    Chinese forms.
    ``parent`` is the key of the agency it belongs to; ``jurisdiction`` an ISO 3166-1 alpha-2 code
    ("HK", "CN"), or "INT" for a body of several countries. A day that is None is open or unknown.
    ``replaced_by`` are the keys of the agencies that took its place.
    """

    key: str
    name: str
    names: tuple[str, ...]
    abbreviation: str | None
    zh: str | None
    parent: str | None
    jurisdiction: str | None
    valid_from: date | None
    valid_until: date | None
    zh_names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostFact:
    """An office, whoever holds it. ``names`` as in :class:`AgencyFact`; ``agency`` is a key."""

    key: str
    name: str
    names: tuple[str, ...]
    abbreviation: str | None
    zh: str | None
    agency: str | None
    jurisdiction: str | None
    valid_from: date | None
    valid_until: date | None
    zh_names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """A place. ``country`` is the ISO 3166-1 alpha-2 code; ``demonyms`` are words such as "British".

    ``within`` is the key of the place right around it: the district of a venue, the country of a city.
    """

    key: str
    name: str
    names: tuple[str, ...]
    kind: PlaceKind
    country: str | None
    demonyms: tuple[str, ...]
    zh: str | None
    zh_names: tuple[str, ...] = ()
    within: str | None = None


class Dated(Protocol):
    """What has a time of validity."""

    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_until(self) -> date | None: ...


D = TypeVar("D", bound=Dated)
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Reference:
    """Look-ups over the facts; make one with :func:`load`.

    The mappings by key are in the order of the keys. Names are looked up casefolded, abbreviations as
    written and apart from the names: "SEE" is the Secretary for Environment and Ecology, "see" is not.
    What is in force now comes first. With ``day``, only what was valid on that day is returned.

    >>> reference = load()
    >>> [fact.name for fact in reference.agencies_abbreviated("EEB")]
    ['Environment and Ecology Bureau']
    >>> [fact.abbreviation for fact in reference.posts_named("chief executive")]
    ['CE']
    """

    agencies: Mapping[str, AgencyFact]
    posts: Mapping[str, PostFact]
    places: Mapping[str, PlaceFact]
    agency_names: Mapping[str, tuple[AgencyFact, ...]]
    agency_abbreviations: Mapping[str, tuple[AgencyFact, ...]]
    post_names: Mapping[str, tuple[PostFact, ...]]
    post_abbreviations: Mapping[str, tuple[PostFact, ...]]
    place_names: Mapping[str, tuple[PlaceFact, ...]]
    demonyms: Mapping[str, tuple[PlaceFact, ...]]

    def agencies_named(self, name: str, day: date | None = None) -> tuple[AgencyFact, ...]:
        """The agencies that bear this name, English or Chinese, in any case."""
        return _valid(self.agency_names.get(name.casefold(), ()), day)

    def agencies_abbreviated(self, abbreviation: str, day: date | None = None) -> tuple[AgencyFact, ...]:
        """The agencies with exactly this abbreviation."""
        return _valid(self.agency_abbreviations.get(abbreviation, ()), day)

    def posts_named(self, name: str, day: date | None = None) -> tuple[PostFact, ...]:
        """The posts that bear this name, English or Chinese, in any case."""
        return _valid(self.post_names.get(name.casefold(), ()), day)

    def posts_abbreviated(self, abbreviation: str, day: date | None = None) -> tuple[PostFact, ...]:
        """The posts with exactly this abbreviation."""
        return _valid(self.post_abbreviations.get(abbreviation, ()), day)

    def places_named(self, name: str) -> tuple[PlaceFact, ...]:
        """The places that bear this name, English or Chinese, in any case."""
        return self.place_names.get(name.casefold(), ())

    def around(self, key: str) -> tuple[PlaceFact, ...]:
        """What a place lies in, from the nearest outwards: the area, the district, the country of a venue.

        >>> [place.name for place in load().around("government-house")]
        ['Central', 'Central and Western District', 'Hong Kong Island', 'Hong Kong', 'China']
        """
        found: list[PlaceFact] = []
        place = self.places.get(key)
        while place and place.within and (place := self.places.get(place.within)):
            found.append(place)
        return tuple(found)


def ontology_dir() -> Path:
    """The folder with ``kg.ttl``, ``shapes.ttl`` and ``reference/``, in a wheel and in a checkout.

    Raises FileNotFoundError when the installation is incomplete.
    """
    package = Path(__file__).parent
    for folder in (package / "_data" / "ontology", package.parent / "ontology"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{package}: the ontology is not installed with kg; install kg again")


def load(paths: Sequence[Path] | None = None) -> Reference:
    """Read reference files (Turtle); without ``paths``, those that come with kg.

    Raises ReferenceFileError naming the file and the reason.
    """
    return _reference(_facts(packaged() if paths is None else paths))


def packaged() -> list[Path]:
    """The reference files that come with kg."""
    return sorted(path for path in (ontology_dir() / "reference").glob("*.ttl") if path.name != "shapes.ttl")


Values = dict[str, list[ox.NamedNode | ox.Literal]]


def _facts(paths: Iterable[Path]) -> dict[str, Values]:
    """Subject -> property -> values, over all files."""
    facts: dict[str, Values] = {}
    for path in paths:
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                subject, value = quad.subject, quad.object
                if not isinstance(subject, ox.NamedNode) or isinstance(value, ox.BlankNode | ox.Triple):
                    raise ReferenceFileError(f"{path}: blank node or quoted triple at {subject}; give it an IRI")
                facts.setdefault(subject.value, {}).setdefault(quad.predicate.value, []).append(value)
        except (OSError, SyntaxError) as error:
            raise ReferenceFileError(f"{path}: {error}; give a readable Turtle file") from error
    return facts


def _reference(facts: Mapping[str, Values]) -> Reference:
    """Sort the facts by class and build the look-ups."""
    agencies: dict[str, AgencyFact] = {}
    posts: dict[str, PostFact] = {}
    places: dict[str, PlaceFact] = {}
    for iri in sorted(facts):
        values = facts[iri]
        classes = {value.value for value in values.get(RDF.type, ())}
        if KG.Agency in classes:
            _add(agencies, iri, _agency(iri, values))
        elif ORG.Post in classes:
            _add(posts, iri, _post(iri, values))
        elif KG.Place in classes:
            _add(places, iri, _place(iri, values, classes, facts))
    return Reference(
        agencies=agencies,
        posts=posts,
        places=places,
        agency_names=_index(_present_first(agencies), _all_names),
        agency_abbreviations=_index(_present_first(agencies), lambda agency: agency.abbreviations),
        post_names=_index(_present_first(posts), _all_names),
        post_abbreviations=_index(_present_first(posts), lambda post: post.abbreviations),
        place_names=_index(places.values(), _all_names),
        demonyms=_index(places.values(), lambda place: [word.casefold() for word in place.demonyms]),
    )


def _add(facts: dict[str, F], iri: str, fact: F) -> None:
    key = _key(iri)
    if key in facts:
        raise ReferenceFileError(f"{iri}: two facts end in {key!r}; give one of them another IRI")
    facts[key] = fact


def _present_first(facts: Mapping[str, D]) -> list[D]:
    """By key, but what has ceased after what has not."""
    return sorted(facts.values(), key=lambda fact: fact.valid_until is not None)


def _agency(iri: str, values: Values) -> AgencyFact:
    name, names, zh_names = _names(iri, values)
    return AgencyFact(
        key=_key(iri),
        name=name,
        names=names,
        abbreviation=_one(values, SKOS.notation),
        abbreviations=_abbreviations(values),
        zh=zh_names[0] if zh_names else None,
        zh_names=zh_names,
        parent=_linked(values, ORG.subOrganizationOf),
        jurisdiction=_one(values, KG.jurisdiction),
        valid_from=_day(iri, values, KG.validFrom),
        valid_until=_day(iri, values, KG.validUntil),
        replaced_by=tuple(sorted(_key(value.value) for value in values.get(DCTERMS.isReplacedBy, ()))),
    )


def _post(iri: str, values: Values) -> PostFact:
    name, names, zh_names = _names(iri, values)
    return PostFact(
        key=_key(iri),
        name=name,
        names=names,
        abbreviation=_one(values, SKOS.notation),
        abbreviations=_abbreviations(values),
        zh=zh_names[0] if zh_names else None,
        zh_names=zh_names,
        agency=_linked(values, ORG.postIn),
        jurisdiction=_one(values, KG.jurisdiction),
        valid_from=_day(iri, values, KG.validFrom),
        valid_until=_day(iri, values, KG.validUntil),
    )


def _place(iri: str, values: Values, classes: set[str], facts: Mapping[str, Values]) -> PlaceFact:
    name, names, zh_names = _names(iri, values)
    kinds = [kind for term, kind in PLACE_KINDS.items() if term in classes]
    if len(kinds) != 1:
        raise ReferenceFileError(f"{iri}: a place has exactly one of the classes {', '.join(PLACE_KINDS)}")
    return PlaceFact(
        key=_key(iri),
        name=name,
        names=names,
        kind=kinds[0],
        country=_country(iri, facts),
        demonyms=tuple(value.value for value in values.get(KG.demonym, ())),
        zh=zh_names[0] if zh_names else None,
        zh_names=zh_names,
        within=_linked(values, SCHEMA.containedInPlace),
    )


def _country(iri: str, facts: Mapping[str, Values]) -> str | None:
    """The code of the nearest country (or of Hong Kong, Macao) around a place, itself included."""
    seen: set[str] = set()
    while iri not in seen:
        seen.add(iri)
        values = facts.get(iri, {})
        code = _one(values, SKOS.notation)
        if code:
            return code
        around = values.get(SCHEMA.containedInPlace)
        if not around:
            return None
        iri = around[0].value
    raise ReferenceFileError(f"{iri}: schema:containedInPlace goes in a circle")


def _names(iri: str, values: Values) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The English label, all English forms (label, then other labels), and all Chinese forms likewise."""
    english, chinese = _by_language(values.get(RDFS.label, ()))
    if not english:
        raise ReferenceFileError(f"{iri}: no English rdfs:label; add one")
    more_english, more_chinese = _by_language(values.get(SKOS.altLabel, ()))
    forms = tuple(dict.fromkeys(english + more_english))
    return forms[0], forms, tuple(dict.fromkeys(chinese + more_chinese))


def _by_language(labels: Iterable[ox.NamedNode | ox.Literal]) -> tuple[list[str], list[str]]:
    """The texts that are not Chinese, and those that are."""
    english: list[str] = []
    chinese: list[str] = []
    for label in labels:
        language = label.language if isinstance(label, ox.Literal) else None
        (chinese if language and language.startswith("zh") else english).append(label.value)
    return english, chinese


def _one(values: Values, term: str) -> str | None:
    found = values.get(term)
    return found[0].value if found else None


def _abbreviations(values: Values) -> tuple[str, ...]:
    """The usual one, which stands first, and others in use."""
    return tuple(value.value for term in (SKOS.notation, SKOS.hiddenLabel) for value in values.get(term, ()))


def _linked(values: Values, term: str) -> str | None:
    iri = _one(values, term)
    return _key(iri) if iri else None


def _day(iri: str, values: Values, term: str) -> date | None:
    text = _one(values, term)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ReferenceFileError(f"{iri}: {term} is {text!r}; write a day such as 2022-07-01") from error


def _key(iri: str) -> str:
    """The local part: ``.../id/agency/security-bureau`` -> ``security-bureau``."""
    return sys.intern(iri.rstrip("/").replace("#", "/").rpartition("/")[2])


class _Named(Protocol):
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def zh_names(self) -> tuple[str, ...]: ...


def _all_names(fact: _Named) -> list[str]:
    return list(dict.fromkeys(name.casefold() for name in (*fact.names, *fact.zh_names)))


def _index(facts: Iterable[F], names: Callable[[F], Iterable[str]]) -> dict[str, tuple[F, ...]]:
    """Name -> facts that bear it, in the order of the facts."""
    index: defaultdict[str, list[F]] = defaultdict(list)
    for fact in facts:
        for name in names(fact):
            index[name].append(fact)
    return {name: tuple(bearers) for name, bearers in index.items()}


def _valid(facts: tuple[D, ...], day: date | None) -> tuple[D, ...]:
    """Those in force on the day (all, when no day is given)."""
    if day is None:
        return facts
    return tuple(
        fact
        for fact in facts
        if (fact.valid_from is None or fact.valid_from <= day) and (fact.valid_until is None or day < fact.valid_until)
    )
