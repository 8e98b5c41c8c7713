"""Extraction in several processes, in the order given, with little waiting in between."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import TypeVar

from kg.model import Findings, Release

T = TypeVar("T")
Extract = Callable[[Release], Findings]

ALONE = 200
"""Releases that are read in this process before others are started: starting one takes as long as reading them."""

_CHUNK = 32  # releases handed over at a time
_AHEAD = 4  # chunks for each process that may be under way


def extracted(
    releases: Iterable[Release],
    prepare: Callable[[], Extract],
    finish: Callable[[Findings], T],
    *,
    processes: int | None = None,
) -> Iterator[tuple[Release, T]]:
    """Each release with what ``finish`` makes of its findings, in the order of the releases.

    Args:
        releases: gone through as results are taken, a few hundred ahead at most.
        prepare: gives what extracts; called once in every process, so that look-ups are made there.
        finish: called where the findings are made, so that what comes back can be small. Both must be picklable.
        processes: how many beside this one; default one for each core, none where there is one core.
    """
    stream = iter(releases)
    extract = prepare()
    for release in islice(stream, ALONE):
        yield release, finish(extract(release))
    wanted = _cores() if processes is None else processes
    following = list(islice(stream, 1))
    rest = chain(following, stream)
    if not following or wanted < 2:
        for release in rest:
            yield release, finish(extract(release))
        return
    with ProcessPoolExecutor(wanted, initializer=_start, initargs=(prepare, finish)) as pool:
        under_way: deque[tuple[list[Release], Future[list[T]]]] = deque()
        try:
            while chunk := list(islice(rest, _CHUNK)):
                under_way.append((chunk, pool.submit(_work, chunk)))  # type: ignore[arg-type]  # as finish gives them
                if len(under_way) >= wanted * _AHEAD:
                    yield from _done(*under_way.popleft())
            while under_way:
                yield from _done(*under_way.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _done(chunk: list[Release], result: Future[list[T]]) -> Iterator[tuple[Release, T]]:
    return zip(chunk, result.result(), strict=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Here:
    """What a worker process has made ready."""

    extract: Extract
    finish: Callable[[Findings], object]


def _start(prepare: Callable[[], Extract], finish: Callable[[Findings], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process ends the others
    _Here.extract = staticmethod(prepare())
    _Here.finish = staticmethod(finish)


def _work(chunk: list[Release]) -> list[object]:
    return [_Here.finish(_Here.extract(release)) for release in chunk]
