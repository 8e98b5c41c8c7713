"""How long things take beside one another, on one core."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median
from time import process_time


def medians(candidates: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median processor seconds of each candidate over ``rounds``, after one round that does not count.

    The candidates take turns, so that a machine that slows down or heats up does so for all of them;
    processor time leaves out what other programs take.
    """
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    for number in range(rounds + 1):
        for name, run in candidates.items():
            start = process_time()
            run()
            if number:
                taken[name].append(process_time() - start)
    return {name: median(seconds) for name, seconds in taken.items()}
