"""Work done elsewhere - in processes of this machine, on a cluster - in the order given, with little waiting."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import chain, islice
from types import TracebackType
from typing import Any, Generic, Protocol, Self, TypeVar

from kg.batches import batched

S = TypeVar("S")
T = TypeVar("T")
S_contra = TypeVar("S_contra", contravariant=True)
T_co = TypeVar("T_co", covariant=True)

ALONE = 200
"""Items that are dealt with in this process before others are started: starting one takes as long."""

_BATCH = 32  # items handed over at a time
_AHEAD = 4  # batches for each process that may be under way


@dataclass(frozen=True, slots=True)
class Work(Generic[S, T]):
    """What is to be done with every item: a release, say. Picklable, for it is done elsewhere.

    ``ready`` gives what does it; called once in every process, so that look-ups are made there.
    """

    ready: Callable[[], Callable[[S], T]]


class Pending(Protocol[T_co]):
    """A batch under way."""

    def result(self) -> Sequence[T_co]:
        """What came out of each item; waits for it."""


class Team(Protocol[S_contra, T_co]):
    """Those who work on batches of items; a context, which ends with nothing left under way."""

    def submit(self, batch: Sequence[S_contra]) -> Pending[T_co]:
        """Begin with a batch."""

    def room(self) -> int:
        """How many batches may be under way, so that all have work and not too much is held in memory."""


def worked(items: Iterable[S], work: Work[S, T], processes: int | None = None) -> Iterator[tuple[S, T]]:
    """Each item with what comes of it, in their order, by processes of this machine.

    Args:
        items: gone through as results are taken, a few hundred ahead at most.
        processes: how many beside this one; default one for each core, none where there is one core.
    """
    stream = iter(items)
    ready = work.ready()
    for item in islice(stream, ALONE):
        yield item, ready(item)
    wanted = _cores() if processes is None else processes
    if wanted > 1:
        yield from worked_by(Processes(work, wanted), stream)
    else:
        for item in stream:
            yield item, ready(item)


def worked_by(team: AbstractContextManager[Team[S, T]], items: Iterable[S]) -> Iterator[tuple[S, T]]:
    """Each item with what comes of it, in their order; the team starts with the first."""
    batches = batched(items, _BATCH)
    first = next(batches, None)
    if first is None:
        return
    with team as members:
        under_way: deque[tuple[list[S], Pending[T]]] = deque()
        for batch in chain([first], batches):
            under_way.append((batch, members.submit(batch)))
            if len(under_way) >= members.room():
                yield from _done(*under_way.popleft())
        while under_way:
            yield from _done(*under_way.popleft())


def _done(batch: list[S], pending: Pending[T]) -> Iterator[tuple[S, T]]:
    return zip(batch, pending.result(), strict=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Processes(Generic[S, T]):
    """A team of processes on this machine."""

    def __init__(self, work: Work[S, T], number: int) -> None:
        self._number = number
        self._pool = ProcessPoolExecutor(number, initializer=_start, initargs=(work,))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, batch: Sequence[S]) -> Pending[T]:
        return self._pool.submit(_work, batch)  # type: ignore[arg-type]  # as the work was told to the processes

    def room(self) -> int:
        return self._number * _AHEAD


class _Here:
    """What a worker process has made ready."""

    ready: Callable[[Any], object]


def _start(work: Work[S, T]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process ends the others
    _Here.ready = staticmethod(work.ready())


def _work(batch: Sequence[object]) -> list[object]:
    return [_Here.ready(item) for item in batch]
