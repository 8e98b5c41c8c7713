"""How fast extraction is beside spaCy's blank English tokenizer, on the same texts in the same run, on one core.

    pip install -e '.[bench]'
    python -m tests.benchmarks.speed                     the corpora: speeches, then dev and synthetic together
    python -m tests.benchmarks.speed tests/releases      any inputs that kg reads

The tokenizer finds words and nothing else; with the Matcher it finds names after an honorific. The honorific
scan, one compiled pattern, is the limit of what Python can do with a text.

Both ways of reading are told. "new": each candidate is made anew for every round, so that it reads every text for the
first time, as a build does (kg keeps only the labels of some offices between rounds). "again": texts that were read
before, by candidates made once for all corpora; the tokenizer keeps what it made of a word, some ten thousand of
them, and only looks these up. Processor time is measured, and the candidates take turns in every round, so that other
programs slow all of them down alike.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from kg.extract import extract, lexicon
from kg.model import Release
from kg.read import read
from kg.reference import load
from tests.benchmarks.scores import CORPUS
from tests.benchmarks.timing import first_medians, medians

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
    makers: dict[str, Maker] = {"kg, full extraction": _extractor, "honorific scan": _scanner} | _spacy()
    candidates = {name: make() for name, make in makers.items()}
    for group in groups:
        if missing := [path for path in map(Path, group) if not path.exists()]:
            print(f"speed: not here: {', '.join(path.name for path in missing)}; give other inputs")
            return 1
        measure([release for path in group for release in read(path)], makers, candidates, options.rounds)
    if TOKENIZER not in candidates:
        print(WITHOUT_SPACY)
    return 0


Work = Callable[[Sequence[Release]], object]
Maker = Callable[[], Work]


def measure(releases: Sequence[Release], makers: dict[str, Maker], candidates: dict[str, Work], rounds: int) -> None:
    """Print the pace of each candidate on these releases, read new and again, and its ratio to the tokenizer."""
    size = sum(len(release.text.encode()) for release in releases) / 1e6
    readings = {
        "new": first_medians({name: partial(_reading, make, releases) for name, make in makers.items()}, rounds),
        "again": medians({name: partial(work, releases) for name, work in candidates.items()}, rounds),
    }
    print(f"{len(releases)} releases, {size:.3f} MB of text, median of {rounds}")
    for reading, seconds in readings.items():
        for name, taken in seconds.items():
            ratio = f"{seconds[TOKENIZER] / taken:9.2f} x the tokenizer" if TOKENIZER in seconds else ""
            print(f"  {reading:7}{name:32}{size / taken:9.2f} MB/s{len(releases) / taken:10,.0f} releases/s{ratio}")


def _reading(make: Maker, releases: Sequence[Release]) -> Callable[[], object]:
    """The reading of releases by a candidate that has read none."""
    return partial(make(), releases)


def _extractor() -> Work:
    words = lexicon(load())
    return lambda releases: [extract(release, words) for release in releases]


def _scanner() -> Work:
    return lambda releases: [SCAN.findall(release.text) for release in releases]


def _spacy() -> dict[str, Maker]:
    """The tokenizer alone, and with a Matcher for names; nothing where spaCy is not installed."""
    if find_spec("spacy") is None:
        return {}
    return {TOKENIZER: _tokenizer, "spaCy, with a Matcher for names": _matcher}


def _tokenizer() -> Work:
    import spacy

    nlp = spacy.blank("en")
    return lambda releases: [nlp.make_doc(release.text) for release in releases]


def _matcher() -> Work:
    import spacy
    from spacy.matcher import Matcher

    nlp = spacy.blank("en")
    matcher = Matcher(nlp.vocab)
    honorific = {"TEXT": {"IN": [form for title in HONORIFICS for form in (title, f"{title}.")]}}
    matcher.add("NAME", [[honorific, {"IS_TITLE": True, "OP": "+"}]], greedy="LONGEST")
    return lambda releases: [matcher(nlp.make_doc(release.text)) for release in releases]


if __name__ == "__main__":
    sys.exit(main())
