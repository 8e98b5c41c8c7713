"""A second build after a few changes, beside a full one of the same releases: what each takes, and that both give the
same bytes.

    python -m tests.benchmarks.again 10000    so many made-up releases, then 50 new, 3 changed and 2 withdrawn

Each build runs in a process of its own, as ``kg build`` does it.
"""

from __future__ import annotations

import argparse
import filecmp
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.graph import GRAPH_FILE, PAGE_FILE
from tests.benchmarks.archive.__main__ import built, write
from tests.benchmarks.building import Build

NEW, CHANGED, GONE = 50, 3, 2
MORE = "     The Director of Health, Dr Ada Tam, met with the Mayor of Norland, Ms Ingrid Solheim, on the same day.\n\n"


@dataclass(frozen=True, slots=True)
class Again:
    """The build before the changes, the one after them, and a full one of the same; and whether the bytes agree."""

    first: Build
    second: Build
    full: Build
    same: bool


def spread(files: Sequence[Path], number: int) -> list[Path]:
    """So many files, evenly from the first to the last."""
    return [files[(2 * n + 1) * len(files) // (2 * number)] for n in range(number)]


def measure(place: Path, releases: int, seed: int) -> Again:
    """Build, change, build again, and build in full in another folder."""
    folder, aside = place / "releases", place / "aside"
    write(folder, releases + NEW, seed)
    files = sorted(folder.rglob("*.txt"))
    new = spread(files, NEW)
    stay = [file for file in files if file not in set(new)]
    changed, gone = spread(stay[::2], CHANGED), spread(stay[1::2], GONE)
    aside.mkdir()
    for file in new:
        file.rename(aside / file.name)
    first = built(folder, place / "out")
    for file in new:
        (aside / file.name).rename(file)
    for file in changed:
        before, end, after = file.read_text("utf-8").partition("Ends/")
        file.write_text(before + MORE + end + after, "utf-8")
    for file in gone:
        file.unlink()
    second = built(folder, place / "out")
    full = built(folder, place / "fresh")
    names = (GRAPH_FILE, PAGE_FILE)
    same, _, _ = filecmp.cmpfiles(place / "out", place / "fresh", names, shallow=False)
    return Again(first, second, full, sorted(same) == sorted(names))


def told(found: Again) -> Iterator[str]:
    """The figures, a line each."""
    builds = (("before the changes", found.first), ("after them", found.second), ("in full", found.full))
    for name, build in builds:
        rooms = ", ".join(f"{room} {share:.0%}" for room, share in build.rooms.items() if share >= 0.03)
        yield f"  {name:20} {build.cpu:8.1f} s of processor time, {build.seconds:8.1f} s on the clock; " + (
            f"peak {build.peak_mb:,.0f} MB; main process: {rooms}"
        )
    shares = found.second.cpu / found.full.cpu, found.second.seconds / found.full.seconds
    yield f"  the second build takes {shares[0]:.1%} of the processor time of a full one, {shares[1]:.1%} of its time"
    yield f"  the bytes are {'the same' if found.same else 'NOT THE SAME'}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Gives the exit code."""
    parser = argparse.ArgumentParser(
        "python -m tests.benchmarks.again", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("releases", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}; seed {options.seed}")
    with tempfile.TemporaryDirectory() as place:
        found = measure(Path(place), options.releases, options.seed)
    print(f"{options.releases:,} releases, then {NEW} new, {CHANGED} changed and {GONE} withdrawn")
    print(*told(found), sep="\n")
    return 0 if found.same else 1


if __name__ == "__main__":
    sys.exit(main())
