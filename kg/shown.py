"""What releases share as the page shows it: the records that :func:`kg.export.records.read` would find in the graph,
made from the things that are stated there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

import pyoxigraph as ox

from kg.export import records
from kg.export.records import Name, Records
from kg.triples import Thing
from kg.triples.mint import segment
from kg.triples.things import Agency, Alias, Names, Official, Place, Post, Tenure

T = TypeVar("T")


def shown(things: Iterable[Thing], base: str) -> Records:
    """The people with their tenures, the agencies, posts and places among these, each kind in the order of the IRIs.

    Former IRIs of people are there too. ``base`` is where the IRIs begin. Tenures come without their evidence, which
    single releases tell.
    """

    @cache
    def iri(kind: str, key: str) -> str:
        return f"{base}{kind}/{segment(key)}"

    def maybe(kind: str, key: str | None) -> str | None:
        return None if key is None else iri(kind, key)

    agencies: dict[str, records.Agency] = {}
    posts: dict[str, records.Post] = {}
    places: dict[str, Name] = {}
    people: dict[str, Official] = {}
    former: dict[str, str] = {}
    held: defaultdict[str, list[records.Tenure]] = defaultdict(list)
    for one in things:
        match one:
            case Official():
                people[iri("official", one.key)] = one
            case Tenure():
                official, post = iri("official", one.official), iri("post", one.post)
                days = one.first.isoformat(), one.last.isoformat()
                agency = maybe("agency", one.agency)
                held[official].append(records.Tenure(official, post, agency, one.acting, *days, ()))
            case Agency():
                at = iri("agency", one.key)
                parent = maybe("agency", one.parent)
                agencies[at] = records.Agency(at, _name(one.names), one.abbreviation, parent, one.jurisdiction)
            case Post():
                at = iri("post", one.key)
                posts[at] = records.Post(at, _name(one.names), one.abbreviation, maybe("agency", one.agency))
            case Alias(kind="official"):
                former[iri("official", one.key)] = iri("official", one.now)
            case Place():
                places[iri("place", one.key)] = _name(one.names)
    officials = {at: _official(at, one, held[at]) for at, one in sorted(people.items())}
    leading = {at: now for at, now in former.items() if now in people and at not in people}
    none: frozenset[records.Pair] = frozenset()
    return Records(
        {}, _sorted(agencies), _sorted(posts), _sorted(places), officials, {}, none, none, none, _sorted(leading)
    )


def _sorted(several: dict[str, T]) -> dict[str, T]:
    return dict(sorted(several.items(), key=lambda item: item[0]))


def _official(iri: str, one: Official, held: list[records.Tenure]) -> records.Official:
    title = min(one.titles, key=_literal, default=None)
    nominals = tuple(sorted(one.post_nominals, key=_literal))
    tenures, agency = records.career(held)
    return records.Official(iri, _name(one.names), title, nominals, tenures, agency)


def _literal(text: str) -> str:
    """A text as it stands in a graph, by which values are in order."""
    return str(ox.Literal(text))


def _name(names: Names) -> Name:
    """The first form in each language is the label in it."""
    if len(names) == 1:
        ((text, lang),) = names
        return Name(text, text if lang.lower().startswith("zh") else None)
    labels: list[ox.Literal] = []
    others: list[ox.Literal] = []
    languages: set[str] = set()
    for text, lang in names:
        (others if lang in languages else labels).append(ox.Literal(text, language=lang))
        languages.add(lang)
    return records.named(sorted(labels, key=str), sorted(others, key=str))
