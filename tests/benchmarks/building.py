"""One whole build, as ``kg build`` does it, from a process of its own: how long, how much memory, where the time goes.

Run as a module by :mod:`tests.benchmarks.archive`; prints one line of JSON.

The rooms are found by sampling: a signal every few milliseconds of processor time asks which file of kg is at work.
It costs next to nothing, knows nothing of the pipeline and sees the main process alone; what worker processes do
shows as the wait of the room that hands out the work, and in ``cpu``.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from types import FrameType

import kg
from kg import pipeline
from kg.graph import GRAPH_FILE
from tests.benchmarks.memory import peak_mb, rusage_mb

PACKAGE = Path(kg.__file__).parent
TICK = 0.005
ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Build:
    """What a build took. ``seconds`` are those on the wall, ``cpu`` those of all processes, of user and system.

    ``peak_mb`` is the largest memory of the main process, ``worker_mb`` that of the largest worker. ``rooms`` are the
    shares of the main process's time by room of kg ("extract", "resolve").
    """

    triples: int
    seconds: float
    cpu: float
    peak_mb: float
    worker_mb: float
    rooms: dict[str, float]


def room(frame: FrameType | None) -> str:
    """The room of kg that is at work: that of the innermost file of kg on the stack."""
    while frame is not None:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(PACKAGE):
            return file.relative_to(PACKAGE).parts[0].removesuffix(".py")
        frame = frame.f_back
    return ELSEWHERE


@contextmanager
def sampled() -> Iterator[Counter[str]]:
    """Counts, as long as it is open, at how many ticks each room was at work (POSIX)."""
    ticks: Counter[str] = Counter()

    def look(_: int, frame: FrameType | None) -> None:
        ticks[room(frame)] += 1

    former = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, TICK, TICK)
    try:
        yield ticks
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)


def build(inputs: Path, out: Path) -> Build:
    """Build all releases in a folder into another one, with a process for each core; measure this process."""
    start = perf_counter()
    with sampled() as ticks:
        pipeline.write([inputs], out)
    seconds, peak = perf_counter() - start, peak_mb()
    own, workers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return Build(
        triples=len(kg.load(out / GRAPH_FILE)),
        seconds=seconds,
        cpu=own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime,
        peak_mb=peak,
        worker_mb=rusage_mb(resource.RUSAGE_CHILDREN),
        rooms={name: count / ticks.total() for name, count in ticks.most_common()},
    )


def main(arguments: Sequence[str]) -> int:
    """``INPUTS OUT``: build and print."""
    inputs, out = (Path(argument) for argument in arguments)
    print(json.dumps(asdict(build(inputs, out))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
