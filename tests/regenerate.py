"""Renew all that the project holds of its own results: the one command after a change of rules or of the page.

python -m tests.regenerate              output/, the scores and their tables, what the README shows of commands
python -m tests.regenerate --accept     the same where a recall has fallen, which is refused otherwise
python -m tests.regenerate --pictures   the pictures of the page too (needs Chromium and the extra "test")
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import kg
from tests import documents
from tests.benchmarks import scores

OUTPUT = documents.ROOT / "output"
SAMPLE = documents.ROOT / "tests" / "releases"


def main(arguments: Sequence[str] | None = None) -> int:
    """Renew, and give the exit code: 1 where a recall has fallen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true", help="take scores even where a recall has fallen")
    parser.add_argument("--pictures", action="store_true", help="the pictures of the page too")
    options = parser.parse_args(arguments)
    kg.build(SAMPLE).save(OUTPUT)
    with tempfile.TemporaryDirectory() as place:
        documents.prepare(Path(place))
        text = documents.README.read_text("utf-8")
        documents.README.write_text(documents.with_outputs(text, Path(place)), "utf-8")
    if options.pictures:
        from tests import pictures

        pictures.take(OUTPUT / "network.html", OUTPUT)
    if reason := scores.absent():
        print(f"scores left as they are: {reason}")
        return 0
    return scores.main(["--accept"] if options.accept else [])


if __name__ == "__main__":
    sys.exit(main())
