"""How well and how cheaply kg tells who is who, on made-up archives of which the truth is known.

    python -m tests.benchmarks.identity                          right and wrong, and cost, at up to 100,000 releases
    python -m tests.benchmarks.identity --releases 2000 --cost   no cost; --no-splink leaves the library out
    python -m tests.benchmarks.identity --mistakes               also what kinds of mistakes kg makes, with examples
    python -m tests.benchmarks.identity --write                  record the figures, renew the README's block

``kg.resolve.resolve`` is given the findings of a perfect reader (:mod:`tests.benchmarks.archive`), so that mistakes of
extraction count for nothing. Compared on the same mentions: who is printed alike is the same, and Splink
(:mod:`tests.benchmarks.linkage`). The measure is B-cubed (:mod:`tests.benchmarks.bcubed`).
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from math import log
from pathlib import Path
from time import perf_counter, process_time

from kg.model import Findings
from kg.reference import load
from kg.resolve import resolve
from tests.benchmarks.archive import archive
from tests.benchmarks.bcubed import Score, bcubed
from tests.benchmarks.linkage import splink
from tests.benchmarks.memory import peak_mb
from tests.benchmarks.mentions import Mentioned, by_name, mentioned, open_to_all, resolved
from tests.benchmarks.mistakes import missed_merges, report, wrong_merges

ROOT = Path(__file__).parent.parent.parent
README = ROOT / "README.md"
COMMITTED = Path(__file__).parent / "identity.json"
BLOCK = re.compile(r"(?<=<!-- identity -->\n).*?(?=<!-- /identity -->)", re.DOTALL)
SPLINK_UP_TO = 10_000
"""Releases beyond which Splink is left out, since it takes minutes."""
WITHOUT = "splink is not installed, so it is not compared: pip install -e '.[bench]'"


@dataclass(frozen=True, slots=True)
class Right:
    """How right the methods are on one archive; the scores are by method."""

    releases: int
    mentions: int
    people: int
    open: int
    scores: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Cost:
    """What resolving takes: processor seconds of ``resolve`` alone, and the peak memory of the whole process."""

    releases: int
    mentions: int
    seconds: float
    peak_mb: float


def right(releases: int, seed: int = 1, *, with_splink: bool = True) -> tuple[Right, list[Mentioned], list[str]]:
    """Measure all methods on one archive; also its mentions, and the keys that kg gives them."""
    reference = load()
    mentions: list[Mentioned] = []

    def findings() -> Iterator[Findings]:
        for one in archive(reference, releases, seed, mean_bytes=0):
            mentions.extend(mentioned([one]))
            yield one.findings

    resolution = resolve(findings(), reference)
    keys, truth = resolved(mentions, resolution), [one.person for one in mentions]
    scores = {"kg": bcubed(truth, keys), "same name": bcubed(truth, by_name(mentions))}
    if with_splink and releases <= SPLINK_UP_TO:
        try:
            scores["Splink"], _ = splink(mentions, seed)
        except ModuleNotFoundError:
            print(WITHOUT)
    return Right(releases, len(mentions), len(set(truth)), open_to_all(mentions), scores), mentions, keys


class Apart:
    """Findings one at a time; :attr:`seconds` is the processor time that making them took."""

    def __init__(self, releases: int, seed: int) -> None:
        self._releases, self._seed = releases, seed
        self.seconds = 0.0
        self.mentions = 0

    def __iter__(self) -> Iterator[Findings]:
        start = process_time()
        for one in archive(load(), self._releases, self._seed, mean_bytes=0):
            self.mentions += len(one.cast)
            self.seconds += process_time() - start
            yield one.findings
            start = process_time()


def cost(releases: int, seed: int = 1) -> Cost:
    """Resolve an archive in this process; the peak is that of the process, so measure one archive in each."""
    reference, findings = load(), Apart(releases, seed)
    start = process_time()
    resolve(findings, reference)
    seconds = process_time() - start - findings.seconds
    return Cost(releases, findings.mentions, seconds, peak_mb())


def cost_apart(releases: int, seed: int = 1) -> Cost:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.identity", "--cost-here", str(releases), "--seed", str(seed)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    return Cost(**json.loads(done.stdout))


def right_table(measured: Iterable[Right]) -> Iterator[str]:
    """The table of precision and recall, in Markdown."""
    yield "| releases | mentions | people | method | precision | recall | F1 |"
    yield "| ---: | ---: | ---: | --- | ---: | ---: | ---: |"
    for one in measured:
        for method, score in one.scores.items():
            figures = " | ".join(f"{figure:.3f}" for figure in (score.precision, score.recall, score.f1))
            yield f"| {one.releases:,} | {one.mentions:,} | {one.people:,} | {method} | {figures} |"


def cost_table(measured: Sequence[Cost]) -> Iterator[str]:
    """The table of time and memory, in Markdown; the exponent is 1 where time grows as the releases do."""
    yield "| releases | mentions | seconds | exponent | peak memory |"
    yield "| ---: | ---: | ---: | ---: | ---: |"
    before = None
    for one in measured:
        growth = log(one.seconds / before.seconds) / log(one.releases / before.releases) if before else None
        exponent = "–" if growth is None else f"{growth:.2f}"
        yield f"| {one.releases:,} | {one.mentions:,} | {one.seconds:.1f} | {exponent} | {one.peak_mb:,.0f} MB |"
        before = one


def block(rights: Sequence[Right], costs: Sequence[Cost]) -> str:
    """What the README says between ``<!-- identity -->`` and ``<!-- /identity -->``."""
    share = max(one.open / one.mentions for one in rights)
    return "\n".join(
        (
            "B-cubed precision and recall over all mentions. *Same name* takes who is printed alike for one person;",
            "Splink is a general library for entity resolution, at the threshold that is best for it. Up to",
            f"{share:.1%} of the mentions have a name that several people bear, and no post, or one in which that name",
            "is seen nowhere else.",
            "",
            *right_table(rights),
            "",
            "What resolving takes on one core, without reading and extraction:",
            "",
            *cost_table(costs),
            "",
        )
    )


def committed() -> tuple[list[Right], list[Cost]] | None:
    """The figures recorded last, or None."""
    if not COMMITTED.exists():
        return None
    record = json.loads(COMMITTED.read_text("utf-8"))
    rights = [
        Right(**{**one, "scores": {method: Score(**score) for method, score in one["scores"].items()}})
        for one in record["right"]
    ]
    return rights, [Cost(**one) for one in record["cost"]]


def shown_block() -> str | None:
    """The block as the README has it, or None where it lacks its place."""
    found = BLOCK.search(README.read_text("utf-8"))
    return found[0] if found else None


def write(rights: Sequence[Right], costs: Sequence[Cost]) -> None:
    """Record the figures and renew the README's block, where it has a place for it."""
    record = {"right": [asdict(one) for one in rights], "cost": [asdict(one) for one in costs]}
    COMMITTED.write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    readme = README.read_text("utf-8")
    README.write_text(BLOCK.sub(lambda _: block(rights, costs), readme), "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--releases", nargs="*", type=int, default=[2000, 10000, 100000], help="archives to be right on"
    )
    parser.add_argument("--cost", nargs="*", type=int, default=[1000, 10000, 100000], help="archives to take time on")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mistakes", action="store_true", help="tell the kinds of mistakes, with examples")
    parser.add_argument("--no-splink", action="store_true", help="leave the library out")
    parser.add_argument("--write", action="store_true", help="record the figures and renew the README's block")
    parser.add_argument("--cost-here", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.cost_here:
        print(json.dumps(asdict(cost(options.cost_here, options.seed))))
        return 0
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}; seed {options.seed}\n")
    rights = []
    for releases in options.releases:
        start = perf_counter()
        one, mentions, keys = right(releases, options.seed, with_splink=not options.no_splink)
        rights.append(one)
        print(*right_table([one]), f"{perf_counter() - start:.0f} s; {one.open:,} mentions open to all\n", sep="\n")
        if options.mistakes:
            print(*report("wrong merges", wrong_merges(mentions, keys)), sep="\n")
            print(*report("missed merges", missed_merges(mentions, keys)), "", sep="\n")
    costs = [cost_apart(releases, options.seed) for releases in options.cost]
    print(*cost_table(costs), sep="\n")
    if options.write:
        write(rights, costs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
