"""Extraction elsewhere - in processes of this machine, on a cluster - in the order given, with little waiting."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

from kg.model import Findings, Release

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Extract = Callable[[Release], Findings]

ALONE = 200
"""Releases that are read in this process before others are started: starting one takes as long as reading them."""

_BATCH = 32  # releases handed over at a time
_AHEAD = 4  # batches for each process that may be under way


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """What is to be done with every release; both parts picklable, for it is done elsewhere.

    ``prepare`` gives what extracts; called once in every process, so that look-ups are made there. ``finish`` is
    called where the findings are made, so that what comes back can be small.
    """

    prepare: Callable[[], Extract]
    finish: Callable[[Findings], T]

    def ready(self) -> Callable[[Release], T]:
        """The whole of it for one release, with the look-ups made."""
        extract, finish = self.prepare(), self.finish
        return lambda release: finish(extract(release))


class Pending(Protocol[T_co]):
    """A batch under way."""

    def result(self) -> Sequence[T_co]:
        """What came out of each release; waits for it."""


class Team(Protocol[T_co]):
    """Those who work on batches of releases; a context, which ends with nothing left under way."""

    def submit(self, batch: list[Release]) -> Pending[T_co]:
        """Begin with a batch."""

    def room(self) -> int:
        """How many batches may be under way, so that all have work and not too much is held in memory."""


def worked(releases: Iterable[Release], work: Work[T], processes: int | None = None) -> Iterator[tuple[Release, T]]:
    """Each release with what comes of it, in the order of the releases, by processes of this machine.

    Args:
        releases: gone through as results are taken, a few hundred ahead at most.
        processes: how many beside this one; default one for each core, none where there is one core.
    """
    stream = iter(releases)
    ready = work.ready()
    for release in islice(stream, ALONE):
        yield release, ready(release)
    wanted = _cores() if processes is None else processes
    if wanted > 1:
        yield from worked_by(Processes(work, wanted), stream)
    else:
        for release in stream:
            yield release, ready(release)


def worked_by(team: AbstractContextManager[Team[T]], releases: Iterable[Release]) -> Iterator[tuple[Release, T]]:
    """Each release with what comes of it, in the order of the releases; the team starts with the first."""
    stream = iter(releases)
    batch = list(islice(stream, _BATCH))
    if not batch:
        return
    with team as members:
        under_way: deque[tuple[list[Release], Pending[T]]] = deque()
        while batch:
            under_way.append((batch, members.submit(batch)))
            if len(under_way) >= members.room():
                yield from _done(*under_way.popleft())
            batch = list(islice(stream, _BATCH))
        while under_way:
            yield from _done(*under_way.popleft())


def _done(batch: list[Release], pending: Pending[T]) -> Iterator[tuple[Release, T]]:
    return zip(batch, pending.result(), strict=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Processes(Generic[T]):
    """A team of processes on this machine."""

    def __init__(self, work: Work[T], number: int) -> None:
        self._number = number
        self._pool = ProcessPoolExecutor(number, initializer=_start, initargs=(work,))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, batch: list[Release]) -> Pending[T]:
        return self._pool.submit(_work, batch)  # type: ignore[arg-type]  # as the work was told to the processes

    def room(self) -> int:
        return self._number * _AHEAD


class _Here:
    """What a worker process has made ready."""

    ready: Callable[[Release], object]


def _start(work: Work[T]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process ends the others
    _Here.ready = staticmethod(work.ready())


def _work(batch: list[Release]) -> list[object]:
    return [_Here.ready(release) for release in batch]
