"""The second half of a build: from findings and who is who to the graph file and the page, telling anew only what
changed since the last build.

    what a release tells depends on     its findings; who its people, agencies, posts and places are taken to be
    what is told of a thing depends on  who is who; the shares of the releases that name it

Both are known by digests (:mod:`kg.told`). Where the graph file is the one that the last build wrote, only the
statements of releases and things with another digest are made, and put in their places in it
(:mod:`kg.export.splice`); else all are (:mod:`kg.export.spool`). The page is put together from the pieces of all
releases. The bytes are the same either way.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

import msgspec

from kg.export.notation import Turtle
from kg.export.page import Whole, written
from kg.export.page.chunks import Keys, chunks
from kg.export.page.data import Coverage
from kg.export.splice import spliced
from kg.export.spool import Spool, part, place
from kg.export.whole import replaced
from kg.findings import FindingsStore, unpacked
from kg.model import Body, Resolution, Resolved
from kg.shown import shown, told_by
from kg.told import Told
from kg.triples import Gathered, ReleaseStatements, Share, Sink, Thing, share, state, subject, things
from kg.triples.mint import segment
from kg.triples.things import Official, Tenure
from kg.workers import Work

S = TypeVar("S")
T = TypeVar("T")

BATCH = 32
"""Releases whose statements are written at a time, for each call costs something."""

THINGS = 512
"""Things that are stated at a time."""

MOST = 10_000
"""Changed releases up to which the former file is edited: what they state is held in memory."""

_ENCODER = msgspec.msgpack.Encoder()
_SHARES = msgspec.msgpack.Decoder(Share)


class _Task(NamedTuple):
    """A release to be told: its place, its findings as they are kept, and who is who in it."""

    place: str
    content: bytes
    resolved: Resolved


class _Made(NamedTuple, Generic[T]):
    """What is told of a release: its share in what is told of others, its piece of the page, and what it states."""

    share: bytes
    piece: bytes
    stated: T


class Spread(Protocol):
    """Has work done on items, here or elsewhere; gives each with what comes of it, in their order."""

    def __call__(self, items: Iterable[S], *, work: Work[S, T]) -> Iterator[tuple[S, T]]: ...


@dataclass(frozen=True, slots=True)
class Totals:
    """What the releases of a build have together; ``told`` are the releases whose statements had to be made, and
    ``retold`` the things that they share."""

    gathered: Gathered
    officials: int
    told: int
    retold: int


def tell(
    kept: FindingsStore, resolution: Resolution, base: str, graph: Path, page: Path, edition: str, spread: Spread
) -> Totals:
    """Write the graph and the page of all releases kept, each whole before either takes its place.

    ``edition`` names what the statements depend on beside the findings and the resolution; ``spread`` has the
    statements of releases made. Raises OSError.
    """
    told = Told(kept.data)
    edited = told.opened(_seal(graph, edition, base))  # no seal is empty
    digests = _digests(kept.digests, resolution)
    former = told.digests()
    changed = {place: digest for place, digest in digests.items() if former.get(place) != digest}
    if edited and len(changed) > MOST:
        edited = told.opened("")
        changed, former = digests, {}
    gone = former.keys() - digests.keys()
    told.forget(gone)
    tasks = _tasks(kept, changed, resolution)
    with ExitStack() as both:
        graph_file = both.enter_context(replaced(graph))
        page_file = both.enter_context(replaced(page))
        if edited:
            made = spread(tasks, work=Work(partial(_maker, base, resolution.publisher, frozenset)))
            here = {line for lines in _releases(told, changed, made) for line in lines}
            shared = _Shared(told.shares(), resolution, told.things())
            here.update(*shared.lines(base))
            with graph.open("rb") as old:
                spliced(old, here, {*(changed.keys() & former.keys()), *gone}, shared.gone, graph_file, base)
        else:
            with Spool(base) as spool:
                parts = spread(tasks, work=Work(partial(_maker, base, resolution.publisher, part)))
                for one in _releases(told, changed, parts):
                    spool.add(one)
                shared = _Shared(told.shares(), resolution, {})
                for lines in shared.lines(base):
                    spool.add(part(lines))
                spool.write(graph_file)
        told.retell(shared.changed, shared.gone)
        for text in written(shared.whole(base), told.pieces(), Keys(base)):
            page_file.write(text)
        for file in (graph_file, page_file):  # so that both take their places at once
            file.flush()
            os.fsync(file.fileno())
    told.sealed(_seal(graph, edition, base))
    return Totals(shared.gathered, shared.officials, len(changed), len(shared.changed))


def _seal(graph: Path, edition: str, base: str) -> str:
    """A name for a file as it is now; empty where there is none."""
    try:
        about = graph.stat()
    except FileNotFoundError:
        return ""
    return f"{edition} {base} {about.st_size} {about.st_mtime_ns} {about.st_ctime_ns} {about.st_ino}"


def _digests(read: Mapping[str, bytes], resolution: Resolution) -> dict[str, bytes]:
    """By place all that the statements of each release depend on."""
    publisher = resolution.publisher.identity.key if resolution.publisher else None
    return {
        at: _digest((read[at], publisher, *_taken(resolved)))
        for ident, resolved in resolution.releases.items()
        for at in (place(segment(ident)),)
    }


def _taken(resolved: Resolved) -> tuple[object, ...]:
    """Who and what a release's mentions are taken to be, as far as its own statements show it."""
    return (
        [one and (one.key, one.label) for one in resolved.people],
        [body.identity.key for body in resolved.agencies],
        [office.identity.key for office in resolved.posts],
        [one and one.key for one in resolved.places],
    )


def _digest(value: object) -> bytes:
    return hashlib.blake2b(_ENCODER.encode(value), digest_size=16).digest()


def _tasks(kept: FindingsStore, changed: Iterable[str], resolution: Resolution) -> Iterator[_Task]:
    """The releases at these places, with their findings as they are kept."""
    idents = {place(segment(ident)): ident for ident in resolution.releases}
    for at, content in kept.contents(changed):
        yield _Task(at, content, resolution.releases[idents[at]])


def _maker(base: str, publisher: Body | None, form: Callable[[Iterable[str]], T]) -> Callable[[_Task], _Made[T]]:
    """What makes the statements of releases, their lines in some form; runs in every process that does."""
    notation, keys = Turtle(base), Keys(base)
    sink = Sink(base, notation)
    releases = ReleaseStatements(sink, publisher)

    def made(task: _Task) -> _Made[T]:
        findings, resolved = unpacked(task.content), task.resolved
        releases.state(findings, resolved)
        piece = next(chunks(told_by(findings, resolved, base), keys), b"")  # empty where it tells of nobody
        return _Made(_ENCODER.encode(share(findings, resolved)), piece, form(notation.lines(sink.taken())))

    return made


def _releases(told: Told, changed: Mapping[str, bytes], several: Iterable[tuple[_Task, _Made[T]]]) -> Iterator[T]:
    """What some releases state, several told at a time; what is told of them is kept."""
    for batch in _batches(several, BATCH):
        told.tell((task.place, changed[task.place], made.share, made.piece) for task, made in batch)
        yield from (made.stated for _, made in batch)


class _Shared:
    """What releases share: gathered from the shares of all, and compared with what was told of it before."""

    def __init__(
        self, shares: Iterable[tuple[bytes, bytes]], resolution: Resolution, former: Mapping[str, bytes]
    ) -> None:
        self.gathered = Gathered()
        self._publisher = resolution.publisher
        sums: defaultdict[tuple[str, str, bool], int] = defaultdict(int)
        for digest, content in shares:
            share = _SHARES.decode(content)
            self.gathered.add(share)
            for held in share.tenures:  # any other release that shows it changes the sum
                sums[held] += int.from_bytes(digest)
        self._things: defaultdict[str, list[Thing]] = defaultdict(list)
        for thing in things(resolution, self.gathered):
            self._things["/".join(map(segment, subject(thing)))].append(thing)
        digests = {
            iri: _digest([(type(one).__name__, one, _evidence(one, sums)) for one in several])
            for iri, several in self._things.items()
        }
        self.changed = {iri: digest for iri, digest in digests.items() if former.get(iri) != digest}
        self.gone = former.keys() - digests.keys()

    @property
    def officials(self) -> int:
        """How many people there are."""
        return sum(isinstance(one, Official) for several in self._things.values() for one in several)

    def lines(self, base: str) -> Iterator[list[str]]:
        """The lines that state what is new or changed; of tenures without the evidence that releases state."""
        notation = Turtle(base)
        sink = Sink(base, notation)
        for batch in _batches((one for iri in self.changed for one in self._things[iri]), THINGS):
            for thing in batch:
                state(thing, sink)
            yield list(notation.lines(sink.taken()))

    def whole(self, base: str) -> Whole:
        """What the page needs of all releases together."""

        def official(key: str) -> str:
            return f"{base}official/{segment(key)}"

        pairs = {(official(one), official(other)): times for (one, other), times in self.gathered.pairs.items()}
        days = self.gathered.days
        publisher = f"{base}agency/{segment(self._publisher.identity.key)}" if self._publisher else None
        releases = sum(self.gathered.languages.values())
        coverage = Coverage(releases, min(days).isoformat(), max(days).isoformat(), publisher)
        return Whole(shown((one for several in self._things.values() for one in several), base), pairs, coverage)


def _evidence(thing: Thing, sums: Mapping[tuple[str, str, bool], int]) -> str | None:
    """What tells the releases that show a tenure from others; a text, for it has more than 64 bits."""
    return f"{sums[thing.official, thing.post, thing.acting]:x}" if isinstance(thing, Tenure) else None


def _batches(several: Iterable[T], size: int) -> Iterator[list[T]]:
    stream = iter(several)
    while batch := list(islice(stream, size)):
        yield batch
