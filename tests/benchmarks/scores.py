"""How right the findings are: kg and the baseline, built from the golds' releases and measured by the same ruler.

    python -m tests.benchmarks.scores            measure, tell what changed, write scores/*.json and the README's tables
    python -m tests.benchmarks.scores --accept   the same where a recall has fallen, which is refused otherwise
    python -m tests.benchmarks.scores --dry-run  measure and tell, write nothing

The corpora with their golds and the ruler belong to their publisher; they are looked for beside the project.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import kg
from kg.read import read
from tests.benchmarks import baseline

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus"
RULER = SHARED / "score" / "score.py"
COMMITTED = Path(__file__).parent / "scores"
README = ROOT / "README.md"

CORPORA = ("seed", "synthetic", "dev")
HALVED = "dev"
"""The corpus that is also measured in two parts: every third file by name, and the others."""
KINDS = ("people", "posts", "acting", "agencies", "events", "places", "participation", "roles", "met")
BASELINE_KINDS = ("people", "events", "participation", "met")
"""What the baseline claims to find; it says nothing of the other kinds."""
NONE = "–"
TABLES = re.compile(r"(?<=<!-- scores -->\n).*?(?=<!-- /scores -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Figures:
    """How often a kind was found, invented and missed."""

    hit: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.hit / (2 * self.hit + self.false + self.missed) if self.cases else 1.0

    @property
    def cases(self) -> int:
        return self.hit + self.false + self.missed


ByKind = Mapping[str, Figures]
Lines = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that is measured of one corpus; the two parts are None where it is not divided.

    ``wrong`` are the ruler's lines for what kg missed (-) and falsely found (+), by kind.
    """

    releases: int
    kg: ByKind
    wrong: Lines
    baseline: ByKind
    held_back: ByKind | None
    others: ByKind | None


class RulerError(RuntimeError):
    """The ruler could not measure a graph; the message is its own."""


def absent() -> str | None:
    """Why nothing can be measured here, or None when it can."""
    missing = [path for path in (RULER, *(CORPUS / name for name in CORPORA)) if not path.exists()]
    return f"not here: {', '.join(os.path.relpath(path, ROOT) for path in missing)}" if missing else None


def measure() -> dict[str, Corpus]:
    """Build every corpus in one run each, with kg and with the baseline, and apply the ruler."""
    with tempfile.TemporaryDirectory() as place:
        return {name: _measure(CORPUS / name, Path(place)) for name in CORPORA}


def _measure(corpus: Path, place: Path) -> Corpus:
    built, _ = kg.build(corpus).save(place / corpus.name)
    plain = place / f"{corpus.name}-baseline.ttl"
    baseline.graph(read(corpus)).serialize(plain, format="turtle")
    golds = sorted(corpus.glob("*.json"))
    held_back = others = None
    if corpus.name == HALVED:
        held_back = _part(built, golds[2::3], place / "held-back")
        others = _part(built, [gold for number, gold in enumerate(golds) if number % 3 != 2], place / "others")
    figures, wrong = apply_ruler(built, corpus)
    return Corpus(len(golds), figures, wrong, apply_ruler(plain, corpus)[0], held_back, others)


def _part(graph: Path, golds: Iterable[Path], folder: Path) -> ByKind:
    folder.mkdir()
    for gold in golds:
        shutil.copy(gold, folder)
    return apply_ruler(graph, folder)[0]


def apply_ruler(graph: Path, golds: Path) -> tuple[ByKind, Lines]:
    """Run the ruler as the program it is. Raises RulerError with its message.

    The hash seed is fixed: the ruler walks over sets, and where several pairings are equally good it
    takes the first.
    """
    command = [sys.executable, str(RULER), str(graph), str(golds), "--json"]
    command += [word for kind in KINDS for word in ("--show", kind)]
    run = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=os.environ | {"PYTHONHASHSEED": "0"}
    )
    if run.returncode or run.stderr:  # it warns of releases that are not in the graph
        raise RulerError(f"{RULER.name} on {golds.name}: {run.stderr.strip()}")
    table, _, shown = run.stdout.partition("\n")
    figures = {kind: Figures(one["tp"], one["fp"], one["fn"]) for kind, one in json.loads(table).items()}
    return figures, dict(_sections(shown))


def _sections(shown: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for section in shown.strip().split("\n\n"):
        title, *lines = section.splitlines()
        yield title.partition(":")[0], tuple(sorted(lines))


def committed() -> dict[str, Corpus]:
    """What the project holds as the state reached."""
    return {path.stem: _corpus(json.loads(path.read_text("utf-8"))) for path in sorted(COMMITTED.glob("*.json"))}


def _corpus(record: dict) -> Corpus:
    wrong = {kind: tuple(lines) for kind, lines in record["wrong"].items()}
    parts = {part: _figures(record[part]) for part in ("kg", "baseline", "held_back", "others")}
    return Corpus(releases=record["releases"], wrong=wrong, **parts)


def _figures(record: dict | None) -> ByKind | None:
    return record and {kind: Figures(**one) for kind, one in record.items()}


def changes(before: Mapping[str, Corpus], now: Mapping[str, Corpus]) -> Iterator[str]:
    """What was gained and lost, one line each; nothing where both are the same."""
    for name, corpus in now.items():
        for kind in KINDS if name in before else ():
            old, new = set(before[name].wrong[kind]), set(corpus.wrong[kind])
            for line in sorted(new - old):
                yield f"{name} {kind}: {'lost' if line.startswith('-') else 'now false'}: {line[2:]}"
            for line in sorted(old - new):
                yield f"{name} {kind}: {'gained' if line.startswith('-') else 'no longer false'}: {line[2:]}"


def fallen(before: Mapping[str, Corpus], now: Mapping[str, Corpus]) -> Iterator[str]:
    """The kinds whose recall is lower than before."""
    for name, corpus in now.items():
        for kind in KINDS if name in before else ():
            old, new = before[name].kg[kind].recall, corpus.kg[kind].recall
            if new < old:
                yield f"{name} {kind}: recall {new:.3f}, was {old:.3f}"


def tables(corpora: Mapping[str, Corpus]) -> str:
    """The README's tables."""
    return "\n".join([
        _sample(corpora["seed"]),
        _table("synthetic", "invented releases in the house style", corpora["synthetic"]),
        _table("dev", "real releases", corpora["dev"]),
    ])  # fmt: skip


def _sample(corpus: Corpus) -> str:
    flawed = [f"{kind} ({corpus.kg[kind].f1:.3f})" for kind in KINDS if corpus.wrong[kind]]
    return f"On the sample release, F1 is 1.000 in every kind{' but ' + ', '.join(flawed) if flawed else ''}.\n"


def _table(name: str, title: str, corpus: Corpus) -> str:
    third = corpus.releases // 3
    parts = {
        f"F1 of the {third} held back": corpus.held_back,
        f"F1 of the other {corpus.releases - third}": corpus.others,
    }
    shown = {head: figures for head, figures in parts.items() if figures}
    heads = [f"`{name}`", "cases", "P", "R", "F1", "baseline P", "R", "F1", *shown]
    rows = [heads, ["---", *["---:"] * (len(heads) - 1)]]
    for kind in KINDS:
        ours, plain = corpus.kg[kind], corpus.baseline[kind]
        cells = [kind, str(ours.hit + ours.missed), *_cells(ours)]
        cells += _cells(plain) if kind in BASELINE_KINDS else [NONE] * 3
        rows.append(cells + [_cells(figures[kind])[-1] for figures in shown.values()])
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"`{name}`: {corpus.releases} {title}.\n\n{lines}\n"


def _cells(figures: Figures) -> list[str]:
    ratios = (figures.precision, figures.recall, figures.f1)
    return [f"{ratio:.3f}" for ratio in ratios] if figures.cases else [NONE] * 3


def shown_tables() -> str | None:
    """The tables as the README has them, or None where it lacks their place."""
    found = TABLES.search(README.read_text("utf-8"))
    return found[0] if found else None


def write(corpora: Mapping[str, Corpus]) -> None:
    """Make these the state reached: scores/*.json and the README's tables."""
    COMMITTED.mkdir(exist_ok=True)
    for name, corpus in corpora.items():
        text = json.dumps(asdict(corpus), ensure_ascii=False, indent=1, sort_keys=True)
        (COMMITTED / f"{name}.json").write_text(text + "\n", "utf-8")
    readme = README.read_text("utf-8")
    README.write_text(TABLES.sub(lambda _: tables(corpora), readme), "utf-8")


def main(arguments: Sequence[str] | None = None, tell: Callable[[str], None] = print) -> int:
    """Measure, tell and write. Gives the exit code: 1 where nothing can be measured or a recall has fallen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true", help="write even where a recall has fallen")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    if reason := absent():
        tell(f"scores: {reason}; they are not part of the project")
        return 1
    before, now = committed(), measure()
    for line in changes(before, now):
        tell(line)
    tell(tables(now))
    lower = list(fallen(before, now))
    for line in lower:
        tell(f"fallen: {line}")
    if options.dry_run or (lower and not options.accept):
        tell("nothing written" + ("; --accept writes it" if lower else ""))
        return int(bool(lower))
    write(now)
    return 0


if __name__ == "__main__":
    sys.exit(main())
