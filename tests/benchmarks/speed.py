"""How fast extraction is beside spaCy's blank English tokenizer, on the same texts in the same run, on one core.

    pip install -e '.[bench]'
    python -m tests.benchmarks.speed                     the corpora: speeches, then dev and synthetic together
    python -m tests.benchmarks.speed tests/releases      any inputs that kg reads

The tokenizer finds words and nothing else; with the Matcher it finds names after an honorific. The honorific
scan, one compiled pattern, is the limit of what Python can do with a text.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from kg.extract import extract, lexicon
from kg.model import Release
from kg.read import read
from kg.reference import load
from tests.benchmarks.scores import CORPUS
from tests.benchmarks.timing import medians

CORPORA: tuple[tuple[str, ...], ...] = (("speeches.jsonl",), ("dev", "synthetic"))
HONORIFICS = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Professor")
SCAN = re.compile(rf"(?:{'|'.join(HONORIFICS)}) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
TOKENIZER = "spaCy, blank English tokenizer"
WITHOUT_SPACY = "spaCy is not installed, so there is nothing to compare with: pip install -e '.[bench]'"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Gives the exit code: 1 where there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="files and folders of releases")
    parser.add_argument("--rounds", type=int, default=5, help="runs of which the median is taken (default 5)")
    options = parser.parse_args(arguments)
    groups = [options.inputs] if options.inputs else [[CORPUS / name for name in names] for names in CORPORA]
    candidates = {"kg, full extraction": _extractor(), "honorific scan": _scanner()} | _spacy()
    for group in groups:
        if missing := [path for path in map(Path, group) if not path.exists()]:
            print(f"speed: not here: {', '.join(path.name for path in missing)}; give other inputs")
            return 1
        measure([release for path in group for release in read(path)], candidates, options.rounds)
    if TOKENIZER not in candidates:
        print(WITHOUT_SPACY)
    return 0


Work = Callable[[Sequence[Release]], object]


def measure(releases: Sequence[Release], candidates: dict[str, Work], rounds: int) -> None:
    """Print the pace of each candidate on these releases, and its ratio to the tokenizer."""
    size = sum(len(release.text.encode()) for release in releases) / 1e6
    seconds = medians({name: partial(work, releases) for name, work in candidates.items()}, rounds)
    print(f"{len(releases)} releases, {size:.3f} MB of text, median of {rounds}")
    for name, taken in seconds.items():
        ratio = f"{seconds[TOKENIZER] / taken:9.2f} x the tokenizer" if TOKENIZER in seconds else ""
        print(f"  {name:32}{size / taken:9.2f} MB/s{len(releases) / taken:10,.0f} releases/s{ratio}")


def _extractor() -> Work:
    words = lexicon(load())
    return lambda releases: [extract(release, words) for release in releases]


def _scanner() -> Work:
    return lambda releases: [SCAN.findall(release.text) for release in releases]


def _spacy() -> dict[str, Work]:
    """The tokenizer alone, and with a Matcher for names; nothing where spaCy is not installed."""
    try:
        import spacy
        from spacy.matcher import Matcher
    except ModuleNotFoundError:
        return {}
    nlp = spacy.blank("en")
    matcher = Matcher(nlp.vocab)
    honorific = {"TEXT": {"IN": [form for title in HONORIFICS for form in (title, f"{title}.")]}}
    matcher.add("NAME", [[honorific, {"IS_TITLE": True, "OP": "+"}]], greedy="LONGEST")
    return {
        TOKENIZER: lambda releases: [nlp.make_doc(release.text) for release in releases],
        "spaCy, with a Matcher for names": lambda releases: [matcher(nlp.make_doc(r.text)) for r in releases],
    }


if __name__ == "__main__":
    sys.exit(main())
