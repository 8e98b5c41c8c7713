"""The second half of a build: from findings and who is who to the graph file and the page, telling anew only what
changed since the last build.

    what a release tells depends on     its findings; who its people, agencies, posts and places are taken to be
    what is told of a thing depends on  who is who; what the releases that name it show of it

Both are known by digests (:mod:`kg.told`), and need a look only where the resolution or a release is another. Where
the graph file and the page are those that the last build wrote, only the statements and rows of releases and things
with another digest are made, and put in their places in them (:mod:`kg.export.splice`,
:mod:`kg.export.page.former`); else all are (:mod:`kg.export.spool`). The bytes are the same either way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec

from kg.batches import batched
from kg.export.notation import Turtle
from kg.export.page import Coverage, Whole, people_of
from kg.export.page.chunks import Keys, chunks
from kg.export.page.picture import Person, drawing
from kg.export.spool import place
from kg.export.whole import begun, completed
from kg.findings import FindingsStore, unpacked
from kg.resolution import Body, Changes, Resolution, Resolved
from kg.sharing import Sharing, Touched, digest
from kg.shown import shown, told_by
from kg.together import Counted, Sum
from kg.told import Kept, Told
from kg.triples import ReleaseStatements, Share, Sink, Thing, Times, parts, share, state
from kg.triples.mint import segment
from kg.workers import Work
from kg.writing import Anew, Edited, Writing

S = TypeVar("S")
T = TypeVar("T")

BATCH = 32
"""Releases whose statements are written at a time, for each call costs something."""

MOST = 10_000
"""Changed releases up to which the former files are edited: what they state is held in memory."""

_ENCODER = msgspec.msgpack.Encoder()
_SHARES = msgspec.msgpack.Decoder(Share)


class _Task(NamedTuple):
    """A release to be told: its place, its findings as they are kept, who is who in it, and the digest of all that
    its statements depend on."""

    place: str
    content: bytes
    resolved: Resolved
    digest: bytes


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

    sum: Sum
    told: int
    retold: int


def tell(
    kept: FindingsStore, resolution: Resolution, base: str, graph: Path, page: Path, edition: str, spread: Spread
) -> Totals:
    """Write the graph and the page of all releases kept, each whole before either takes its place.

    ``edition`` names what the statements depend on beside the findings and the resolution; ``spread`` has the
    statements of releases made. Raises OSError.
    """
    edition = f"{edition} {base}"
    with Told(kept.data) as told:
        news = _news(kept, resolution, told, told.sealed((graph, page), edition))
        touched = _taken_back(told, news)
        with ExitStack() as both:
            (graph_part, graph_file), (page_part, page_file) = (
                both.enter_context(begun(file)) for file in (graph, page)
            )
            writing = both.enter_context(_writing(news, base, graph, page))
            _releases(kept, resolution, told, news, touched, writing, base, spread)
            told.together.settle()
            sharing = Sharing(told, resolution, news.changes, touched, base)
            for lines in _lines(sharing.changed(), base):
                writing.things(lines)
            writing.graph(graph_file, sharing.gone)
            with ThreadPoolExecutor(1) as aside:  # the disk takes its time
                on_disk = aside.submit(completed, graph_file)
                writing.page(page_file, _whole(told, resolution, sharing, base), sharing.rows)
                completed(page_file)
            on_disk.result()  # so that both take their places at once
            kept.begin_anew(resolution.state)
            told.seal({graph: graph_part, page: page_part}, edition, resolution.state)
        return Totals(told.together.sum(), len(news.changed), sharing.retold)


def _writing(
    news: _News, base: str, graph: Path, page: Path
) -> Writing[Any]:  # what is made of lines goes back to what made it
    return Anew(base) if news.former is None else Edited(base, graph, page, {*news.former, *news.gone})


@dataclass(frozen=True, slots=True)
class _News:
    """What differs from the last build.

    ``changed`` are the places of the releases that are to be told, ``gone`` of those that are there no more;
    ``changes`` are those of the resolution, where they are known. ``former`` are the places of the changed ones that
    were told; None where all is to be told anew.
    """

    changed: Collection[str]
    former: frozenset[str] | None
    gone: frozenset[str]
    changes: Changes | None


def _news(kept: FindingsStore, resolution: Resolution, told: Told, state: str | None) -> _News:
    """What differs from the build that told the resolution of this state."""
    if state is not None:
        changes, differing = resolution.changes, kept.former(state)
        if differing is None:
            differing = {at: None for at, _ in kept.digests.items() ^ told.read().items()}
        if changes is None or changes.since != state:
            changes, asked = None, set(kept.digests)
        else:
            asked = {*differing, *map(place_of, changes.releases)} & kept.digests.keys()
        former = {at: one.digest for at, one in told.of(asked)}
        now = _depends(kept, resolution)
        changed = {at for at in asked if former.get(at) != now(at, resolution.releases[ident_of(at)])}
        if len(changed) <= MOST:
            gone = frozenset(differing.keys() - kept.digests.keys())
            return _News(changed, frozenset(former.keys() & changed), gone, changes)
    told.clear()
    return _News(kept.digests.keys(), None, frozenset(), None)


def place_of(ident: str) -> str:
    """By what the releases come in order, for the id of one."""
    return place(segment(ident))


def ident_of(at: str) -> str:
    """The id of the release that has this place."""
    (ident,) = parts(at.removesuffix("/"))
    return ident


def _depends(kept: FindingsStore, resolution: Resolution) -> Callable[[str, Resolved], bytes]:
    """What gives, for the place of a release and who is who in it, the digest of all that its statements depend on."""
    publisher = resolution.publisher.identity.key if resolution.publisher else None
    return lambda at, resolved: digest((kept.digests[at], publisher, *_taken(resolved)))


def _taken(resolved: Resolved) -> tuple[object, ...]:
    """Who and what a release's mentions are taken to be, as far as its own statements show it."""
    return (
        [one and (one.key, one.label) for one in resolved.people],
        [body.identity.key for body in resolved.agencies],
        [office.identity.key for office in resolved.posts],
        [one and one.key for one in resolved.places],
    )


def _taken_back(told: Told, news: _News) -> Touched:
    """Take out what the releases that changed or are gone showed, and forget these."""
    touched = Touched()
    for _, one in told.of([*(news.former or ()), *news.gone]):
        former = _SHARES.decode(one.share)
        told.together.add(former, -1)
        touched.add(former)
    told.forget(news.gone)
    return touched


def _releases(
    kept: FindingsStore,
    resolution: Resolution,
    told: Told,
    news: _News,
    touched: Touched,
    writing: Writing[T],
    base: str,
    spread: Spread,
) -> None:
    """Have the releases told that changed, and keep what is told of them."""
    depends = _depends(kept, resolution)
    found = ((at, content, resolution.releases[ident_of(at)]) for at, content in kept.contents(news.changed))
    tasks = (_Task(at, content, resolved, depends(at, resolved)) for at, content, resolved in found)
    made = spread(tasks, work=Work(partial(_maker, base, resolution.publisher, writing.form)))
    for batch in batched(made, BATCH):
        rows = (Kept(kept.digests[task.place], task.digest, one.share) for task, one in batch)
        told.tell(zip((task.place for task, _ in batch), rows, strict=True))
        for task, one in batch:
            added = _SHARES.decode(one.share)
            told.together.add(added)
            if news.former is not None:
                touched.add(added)
            writing.release(task.place.removesuffix("/"), one.stated, one.piece)


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


def _lines(batches: Iterable[Iterable[Thing]], base: str) -> Iterator[list[str]]:
    """The lines that state some things."""
    notation = Turtle(base)
    sink = Sink(base, notation)
    for batch in batches:
        for thing in batch:
            state(thing, sink)
        yield list(notation.lines(sink.taken()))


def _whole(told: Told, resolution: Resolution, sharing: Sharing, base: str) -> Whole:
    """What the page says of all releases together."""

    def people(keys: Iterable[str]) -> dict[str, Person]:
        things = (thing for key in keys for thing in sharing.career(*parts(key)))
        return people_of(shown(things, base), Keys(base))

    publisher = segment(resolution.publisher.identity.key) if resolution.publisher else None
    total = told.together.sum()
    coverage = Coverage(total.languages.total(), total.first, total.last, publisher)
    return Whole(base, coverage, drawing(_Shared(told.together), people))


@dataclass(frozen=True, slots=True)
class _Shared:
    """What was counted, by the keys of the page."""

    together: Counted

    def sums(self) -> Iterator[tuple[str, Times]]:
        return ((segment(official), times) for official, times in self.together.sums())

    def among(self, several: Iterable[str]) -> Iterator[tuple[str, str, Times]]:
        found = self.together.among([*chain.from_iterable(map(parts, several))])
        return ((segment(one), segment(other), times) for one, other, times in found)
