"""What the page knows, as one value for JSON: tables by column, rows pointing to rows by number.

Columns rather than objects keep the file small and still readable; ``scripts/data.js`` turns them into objects.
Officials come in the order of how much they met, so that their number is their rank. The picture
that opens is pyvis's nodes and edges (:mod:`kg.export.page.picture`); everything else is here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.export.network import Encounter
from kg.export.records import Name, Occasion, Official, Pair, Participation, Quote, Records, Tenure

GRADES = ("metAsPrincipals", "met", "coAttended")
"""From strict to loose; the page knows a grade by its number."""

Columns = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people, by number, and what they share; ``a`` < ``b``."""

    a: int
    b: int
    encounters: tuple[Encounter, ...]

    def weight(self, loosest: int) -> int:
        """How many occasions of this grade or a stricter one."""
        return sum(GRADES.index(one.grade) <= loosest for one in self.encounters)


@dataclass(frozen=True, slots=True)
class Cast:
    """The officials in the order of their rank, and the ties between them in order."""

    officials: tuple[Official, ...]
    ties: tuple[Tie, ...]


def cast(records: Records, by_pair: Mapping[Pair, Sequence[Encounter]]) -> Cast:
    """Rank the officials by what they share with others: meetings first, then anything, then the IRI."""
    met: dict[str, int] = dict.fromkeys(records.officials, 0)
    shared: dict[str, int] = dict.fromkeys(records.officials, 0)
    for pair, encounters in by_pair.items():
        for iri in pair:
            met[iri] += sum(one.grade != "coAttended" for one in encounters)
            shared[iri] += len(encounters)
    ranked = sorted(records.officials, key=lambda iri: (-met[iri], -shared[iri], iri))
    number = {iri: place for place, iri in enumerate(ranked)}
    ties = []
    for (first, second), encounters in by_pair.items():
        a, b = sorted((number[first], number[second]))
        ties.append(Tie(a, b, tuple(encounters)))
    ties.sort(key=lambda tie: (tie.a, tie.b))
    return Cast(tuple(records.officials[iri] for iri in ranked), tuple(ties))


def tables(records: Records, people: Cast) -> dict[str, Any]:
    """All tables of the page, and the number of the agency that published all its releases."""
    return _Tables(records, people).whole()


class _Tables:
    """Numbers the rows, then writes the columns that use the numbers."""

    def __init__(self, records: Records, people: Cast) -> None:
        self._records = records
        self._people = people
        present = {official.iri for official in people.officials}
        self._occasions = sorted(
            (one for one in records.occasions.values() if any(p.official in present for p in one.people)),
            key=lambda one: (one.start or "9999", one.iri),
        )
        self._official = _numbers(official.iri for official in people.officials)
        self._occasion = _numbers(occasion.iri for occasion in self._occasions)
        self._release = _numbers(sorted(self._used_releases(), key=self._by_issue))
        self._post = _numbers(records.posts)
        self._agency = _numbers(records.agencies)
        self._sentence: dict[tuple[str, int, str], int] = {}

    def _used_releases(self) -> set[str]:
        used = {source for occasion in self._occasions for source in occasion.sources()}
        tenures = (tenure for official in self._people.officials for tenure in official.tenures)
        return used | {quote.release for tenure in tenures for quote in tenure.quotes}

    def _by_issue(self, iri: str) -> tuple[str, str]:
        release = self._records.releases.get(iri)
        return (release.issued if release else "", iri)

    def whole(self) -> dict[str, Any]:
        """The columns; the sentences last, when all that quote them are written."""
        result: dict[str, Any] = {
            "publisher": self._publisher(),
            "told": self._told(),
            "officials": self._officials(),
            "agencies": self._agencies(),
            "posts": self._posts(),
            "releases": self._releases(),
            "events": self._events(),
            "ties": self._ties(),
        }
        result["sentences"] = {
            "release": [self._release.get(release, -1) for release, _, _ in self._sentence],
            "text": [text for _, _, text in self._sentence],
        }
        return result

    def _publisher(self) -> int:
        """The one publisher of all releases, or -1."""
        present = (self._records.releases.get(iri) for iri in self._release)
        publishers = {release.publisher for release in present if release}
        return self._agency.get(publishers.pop() or "", -1) if len(publishers) == 1 else -1

    def _told(self) -> dict[str, Any]:
        """How many releases there are, also those that tell of nobody, and when the first and last were issued."""
        days = [release.issued[:10] for release in self._records.releases.values() if release.issued]
        return {"releases": len(self._records.releases), "first": min(days, default=""), "last": max(days, default="")}

    def _marks(self, quotes: Iterable[Quote]) -> list[int]:
        """Flat triples: number of the sentence, start, end (in UTF-16 units, as JavaScript counts)."""
        flat = []
        for quote in quotes:
            at = self._sentence.setdefault((quote.release, quote.offset, quote.sentence), len(self._sentence))
            flat += [at, _units(quote.sentence[: quote.start]), _units(quote.sentence[: quote.end])]
        return flat

    def _officials(self) -> Columns:
        officials = self._people.officials
        return {
            **_names([official.name for official in officials]),
            "iri": [official.iri for official in officials],
            "title": [official.title for official in officials],
            "honours": [" ".join(official.post_nominals) for official in officials],
            "agency": [self._agency.get(official.agency or "", -1) for official in officials],
            "tenures": [[self._tenure(tenure) for tenure in official.tenures] for official in officials],
        }

    def _tenure(self, tenure: Tenure) -> list[Any]:
        agency = self._agency.get(tenure.agency or "", -1)
        post = self._post.get(tenure.post, -1)
        return [post, agency, int(tenure.acting), tenure.first, tenure.last, self._marks(tenure.quotes)]

    def _agencies(self) -> Columns:
        agencies = list(self._records.agencies.values())
        return {
            **_names([agency.name for agency in agencies]),
            "iri": [agency.iri for agency in agencies],
            "short": [agency.abbreviation for agency in agencies],
            "parent": [self._agency.get(agency.parent or "", -1) for agency in agencies],
            "jurisdiction": [agency.jurisdiction for agency in agencies],
        }

    def _posts(self) -> Columns:
        posts = list(self._records.posts.values())
        return {**_names([post.name for post in posts]), "short": [post.abbreviation for post in posts]}

    def _releases(self) -> Columns:
        releases = [self._records.releases.get(iri) for iri in self._release]
        return {
            "id": [
                release.identifier if release else iri for iri, release in zip(self._release, releases, strict=True)
            ],
            "title": [release.title if release else "" for release in releases],
            "issued": [release.issued if release else "" for release in releases],
            "url": [release.url if release else None for release in releases],
        }

    def _events(self) -> Columns:
        events = self._occasions
        return {
            "iri": [event.iri for event in events],
            "kind": [event.kind for event in events],
            "status": [event.status for event in events],
            "label": [event.label for event in events],
            "start": [event.start for event in events],
            "end": [event.end for event in events],
            "place": [event.place.label if event.place else None for event in events],
            "topic": [event.topic for event in events],
            "parent": [self._occasion.get(event.parent or "", -1) for event in events],
            "quotes": [self._marks(event.quotes) for event in events],
            "people": [self._present(event) for event in events],
        }

    def _present(self, event: Occasion) -> list[list[Any]]:
        return [self._participation(one) for one in event.people if one.official in self._official]

    def _participation(self, one: Participation) -> list[Any]:
        post, side = self._post.get(one.post or "", -1), self._agency.get(one.delegation or "", -1)
        return [self._official[one.official], one.role, post, int(one.acting), side, self._marks(one.quotes)]

    def _ties(self) -> Columns:
        ties = self._people.ties
        return {
            "a": [tie.a for tie in ties],
            "b": [tie.b for tie in ties],
            "events": [
                [n for one in tie.encounters for n in (self._occasion[one.event], GRADES.index(one.grade))]
                for tie in ties
            ],
        }


def _numbers(keys: Iterable[str]) -> dict[str, int]:
    return {key: number for number, key in enumerate(keys)}


def _names(names: Sequence[Name]) -> Columns:
    return {
        "label": [name.label for name in names],
        "zh": [name.zh for name in names],
        "forms": [list(name.forms) for name in names],
    }


def _units(text: str) -> int:
    """Length in UTF-16 code units: characters outside the basic plane count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
