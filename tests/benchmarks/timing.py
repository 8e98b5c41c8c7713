"""How long things take beside one another, on one core.

Processor time is measured, which leaves out what other programs take. It comes in coarse steps on some machines,
so what is quick is run often enough to take 0.2 seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median
from time import process_time
from timeit import Timer


def mean(run: Callable[[], object]) -> float:
    """Processor seconds of one run, the mean of as many as fit in 0.2 seconds; of a longer one, once."""
    times, seconds = Timer(run, timer=process_time).autorange()
    return seconds / times


def medians(candidates: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median processor seconds of one run of each candidate over ``rounds``, after one round that does not count.

    The candidates take turns, so that a machine that slows down or heats up does so for all of them.
    """
    timers = {name: Timer(run, timer=process_time) for name, run in candidates.items()}
    times = {name: timer.autorange()[0] for name, timer in timers.items()}
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, timer in timers.items():
            taken[name].append(timer.timeit(times[name]) / times[name])
    return {name: median(seconds) for name, seconds in taken.items()}


def first_medians(makers: Mapping[str, Callable[[], Callable[[], object]]], rounds: int) -> dict[str, float]:
    """Median processor seconds of the first run of what each of ``makers`` makes; the making does not count.

    The candidates take turns, as in :func:`medians`.
    """
    taken: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(rounds):
        for name, make in makers.items():
            run = make()
            begin = process_time()
            run()
            taken[name].append(process_time() - begin)
    return {name: median(seconds) for name, seconds in taken.items()}
