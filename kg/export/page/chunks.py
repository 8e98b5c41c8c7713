"""What the page knows of each release, a piece of JSON for each that depends on that release alone:
a row of :mod:`kg.export.page.data`.

A piece names officials, posts, agencies and places by their keys - their IRIs without what all of the kind begin with
(:class:`Keys`) - which stand once in it and are pointed to by number; so are its sentences. ``scripts/data.js`` puts
the pieces together. What is about several releases is in :mod:`kg.export.page.data`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

from kg.export.records import Occasion, Participation, Quote, Records, Release, Tenure

ROLES = ("Principal", "Speaker", "Attendee")
"""Roles are written by number; the page has the same list."""

_ESCAPES = {b"<": b"\\u003c", b">": b"\\u003e", b"&": b"\\u0026", b"'": b"\\u0027"}
_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Keys:
    """Makes keys of IRIs: what follows ``base`` and the kind where an IRI begins so, else the IRI itself."""

    base: str

    def of(self, kind: str, iri: str) -> str:
        """The key of a thing of a kind such as "official".

        >>> Keys("https://example.org/").of("post", "https://example.org/post/mayor")
        'mayor'
        """
        return iri.removeprefix(f"{self.base}{kind}/")


def base(records: Records) -> str:
    """Where the IRIs of the things begin, seen from the releases; empty where these do not tell."""
    return next((iri.rpartition("release/")[0] for iri in records.releases), "")


def json(value: object) -> bytes:
    """JSON that may stand in an element of HTML."""
    text = _ENCODER.encode(value)
    for plain, escaped in _ESCAPES.items():
        text = text.replace(plain, escaped)
    return text


@dataclass(slots=True)
class _Told:
    """What one release tells."""

    tenures: list[tuple[Tenure, tuple[Quote, ...]]] = field(default_factory=list)
    occasions: list[Occasion] = field(default_factory=list)


def chunks(records: Records, keys: Keys) -> Iterator[bytes]:
    """A piece for each release that tells of an occasion or a post of somebody, in the order of their IRIs."""
    told: defaultdict[str, _Told] = defaultdict(_Told)
    for official in records.officials.values():
        for tenure in official.tenures:
            for release in {quote.release for quote in tenure.quotes}:
                own = tuple(quote for quote in tenure.quotes if quote.release == release)
                told[release].tenures.append((tenure, own))
    for occasion in records.occasions.values():
        if any(one.official in records.officials for one in occasion.people):
            sources = occasion.sources()
            told[min(sources, default="")].occasions.append(occasion)
            told.update((other, told[other]) for other in sources)
    for iri, one in sorted(told.items(), key=lambda each: f"{each[0]}/"):  # as kg.export.page.data.order has it
        yield json(_Chunk(iri, records, keys).whole(records.releases.get(iri), one))


class _Chunk:
    """One piece in the making: what stands in it once."""

    def __init__(self, release: str, records: Records, keys: Keys) -> None:
        self._release = release
        self._records = records
        self._keys = keys
        self._named: dict[str, int] = {}
        self._sentences: dict[tuple[str, int, str], int] = {}
        self._events: dict[str, int] = {}

    def whole(self, release: Release | None, told: _Told) -> list[Any]:
        occasions = sorted(told.occasions, key=lambda one: one.iri)
        self._events = {one.iri: number for number, one in enumerate(occasions)}
        tenures = sorted(told.tenures, key=lambda each: (each[0].official, each[0].post, each[0].acting))
        held = [self._tenure(tenure, quotes) for tenure, quotes in tenures]
        events = [self._event(one) for one in occasions]
        key = self._keys.of("release", self._release)
        return [
            key,
            "" if release and release.identifier == key else release.identifier if release else key,
            release.title if release else "",
            release.issued if release else "",
            release.url if release else None,
            list(self._named),
            [self._sentence(*one) for one in self._sentences],
            held,
            events,
        ]

    def _number(self, kind: str, iri: str | None) -> int:
        return -1 if iri is None else self._named.setdefault(self._keys.of(kind, iri), len(self._named))

    def _sentence(self, release: str, _: int, text: str) -> str | list[str]:
        return text if release == self._release else [text, self._keys.of("release", release)]

    def _marks(self, quotes: Iterable[Quote]) -> list[int]:
        """Flat triples: number of the sentence, start, end (in UTF-16 units, as JavaScript counts)."""
        flat = []
        for quote in quotes:
            at = self._sentences.setdefault((quote.release, quote.offset, quote.sentence), len(self._sentences))
            flat += [at, _units(quote.sentence[: quote.start]), _units(quote.sentence[: quote.end])]
        return flat

    def _tenure(self, tenure: Tenure, quotes: tuple[Quote, ...]) -> list[Any]:
        official, post = self._number("official", tenure.official), self._number("post", tenure.post)
        return [official, post, int(tenure.acting), self._marks(quotes)]

    def _event(self, event: Occasion) -> list[Any]:
        parent = event.parent and self._events.get(event.parent, self._keys.of("event", event.parent))
        return [
            self._keys.of("event", event.iri),
            event.kind,
            event.status,
            event.label,
            event.start,
            event.end,
            self._number("place", event.place),
            event.topic,
            parent,
            self._marks(event.quotes),
            [self._participation(one) for one in event.people if one.official in self._records.officials],
        ]

    def _participation(self, one: Participation) -> list[Any]:
        role = ROLES.index(one.role) if one.role in ROLES else one.role
        official, post, side = (
            self._number(kind, iri)
            for kind, iri in (("official", one.official), ("post", one.post), ("agency", one.delegation))
        )
        return [official, role, post, side, self._marks(one.quotes)]


def _units(text: str) -> int:
    """Length in UTF-16 code units: characters outside the basic plane count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
