"""How fast a whole archive is built, from text files to graph.ttl and network.html, beside spaCy and rdflib.

    python -m tests.benchmarks.archive 1000              so many made-up releases; --keep FOLDER leaves them there
    python -m tests.benchmarks.archive 100000 --no-ratios

The build runs in a process of its own. For the ratios, the first releases (``--compared``, default 1,000) are
built again in this process, and on the very same text and triples are measured: the words that spaCy's blank English
tokenizer finds, and rdflib adding the triples to a graph and writing it as Turtle. Both are single processes, so they
are compared with the processor time of kg, all its processes together.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

import rdflib

import kg
from kg.reference import load
from tests.benchmarks.archive import MEAN_BYTES, archive, layout
from tests.benchmarks.building import Build

ROOT = Path(__file__).parent.parent.parent.parent
IN_FOLDER = 1000
WITHOUT_SPACY = "spaCy is not installed, so there is nothing to compare with: pip install -e '.[bench]'"


@dataclass(frozen=True, slots=True)
class Written:
    """The made-up releases as files: how many, and their size."""

    releases: int
    megabytes: float


def write(folder: Path, releases: int, seed: int = 1, mean_bytes: int = MEAN_BYTES) -> Written:
    """Write so many releases as text files, a thousand to a folder."""
    size = 0
    for number, one in enumerate(archive(load(), releases, seed, mean_bytes)):
        release = one.findings.release
        place = folder / f"{number // IN_FOLDER:04}"
        if number % IN_FOLDER == 0:
            place.mkdir(parents=True)
        size += (place / f"{release.id}.txt").write_bytes(layout(release).encode())
    return Written(releases, size / 1e6)


def built(folder: Path, out: Path) -> Build:
    """Build a folder in a process of its own, which may keep compiled modules, as those of an installed package are.
    Raises subprocess.CalledProcessError where that fails."""
    command = [sys.executable, "-m", "tests.benchmarks.building", str(folder), str(out)]
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=ROOT, env=settings, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return Build(**json.loads(done.stdout))


def told(written: Written, build: Build) -> Iterator[str]:
    """The figures of a build, a line each."""
    seconds = build.seconds
    yield f"{written.releases:,} releases, {written.megabytes:.1f} MB, {build.triples:,} triples"
    yield f"  {seconds:.1f} s on the clock, {build.cpu:.1f} s of processor time"
    yield f"  {written.releases / seconds:,.0f} releases/s, {written.megabytes / seconds:.2f} MB/s, " + (
        f"{build.triples / seconds:,.0f} triples/s"
    )
    yield f"  peak memory {build.peak_mb:,.0f} MB, the largest worker {build.worker_mb:,.0f} MB"
    rooms = ", ".join(f"{name} {share:.0%}" for name, share in build.rooms.items() if share >= 0.005)
    yield f"  processor time of the main process by room: {rooms}"


def ratios(folder: Path, written: Written, build: Build) -> Iterator[str]:
    """The build beside spaCy's tokenizer and rdflib, each on the releases in ``folder``, which were built."""
    try:
        import spacy
    except ModuleNotFoundError:
        yield WITHOUT_SPACY
    else:
        tokenizer = spacy.blank("en")
        texts = [release.text for release in kg.read(folder)]
        seconds = _processor(lambda: [tokenizer.make_doc(text) for text in texts])
        yield f"  spaCy's blank tokenizer, same text: {written.megabytes / seconds:.2f} MB/s; " + (
            f"the whole build takes {build.cpu / seconds:.1f} times as long"
        )
    triples = list(kg.build(folder).rdf)
    seconds = _processor(lambda: _rdflib(triples))
    yield f"  rdflib add and serialize, same triples: {len(triples) / seconds:,.0f} triples/s; " + (
        f"the whole build takes {build.cpu / seconds:.2f} times as long"
    )


def _rdflib(triples: Iterable[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]) -> str:
    graph = rdflib.Graph()
    for triple in triples:
        graph.add(triple)
    return graph.serialize(format="turtle")


def _processor(run: Callable[[], object]) -> float:
    start = process_time()
    run()
    return process_time() - start


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Gives the exit code."""
    parser = argparse.ArgumentParser(
        "python -m tests.benchmarks.archive",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("releases", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the releases there and leave them")
    parser.add_argument("--compared", type=int, default=1000, help="releases for the ratios (default 1000)")
    parser.add_argument("--no-ratios", action="store_true", help="leave spaCy and rdflib out")
    options = parser.parse_args(arguments)
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}; seed {options.seed}")
    with tempfile.TemporaryDirectory() as place:
        folder = options.keep or Path(place) / "releases"
        start = perf_counter()
        written = write(folder, options.releases, options.seed)
        print(f"written in {perf_counter() - start:.0f} s")
        build = built(folder, Path(place) / "out")
        print(*told(written, build), sep="\n")
        if not options.no_ratios:
            if options.compared < options.releases:
                folder = Path(place) / "compared"
                written = write(folder, options.compared, options.seed)
                build = built(folder, Path(place) / "compared-out")
            print(f"ratios on {written.releases:,} releases")
            print(*ratios(folder, written, build), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
