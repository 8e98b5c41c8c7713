"""The commands that the README shows, run as they stand, with the output that it shows for them.

A ``bash`` block holds commands that must succeed. A ``console`` block shows output too: lines that begin with
``$ `` are commands, the lines up to the next one are what they print. A ``python`` block is a doctest.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"

NOT_RUN = {
    "python3 -m venv": "the tests of the packaging make one",
    ". .venv/bin/activate": "as above",
    "pip install": "as above",
    "pytest": "this is what runs now",
    "kg serve": "runs until it is stopped; the tests of the endpoint start it",
    "curl": "asks the endpoint",
    "python -m tests.": "measures or rewrites this very file",
}
"""How a command begins that is shown and not run, and why."""

_BLOCK = re.compile(r"^```(bash|console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the README, and what is shown as its output (None in a ``bash`` block)."""

    line: str
    shown: str | None

    @property
    def left_out(self) -> str | None:
        """Why it is not run, or None."""
        return next((why for start, why in NOT_RUN.items() if self.line.startswith(start)), None)


def blocks(text: str, language: str) -> Iterator[str]:
    """The contents of the fenced blocks in one language."""
    yield from (block[2] for block in _BLOCK.finditer(text) if block[1] == language)


def commands(text: str) -> Iterator[Command]:
    """The commands of all ``bash`` and ``console`` blocks, in their order."""
    for block in _BLOCK.finditer(text):
        if block[1] == "bash":
            lines = (line.partition("  #")[0].strip() for line in block[2].splitlines())
            yield from (Command(line, None) for line in lines if line and not line.startswith("#"))
        elif block[1] == "console":
            for part in re.split(r"^\$ ", block[2], flags=re.MULTILINE)[1:]:
                line, _, shown = part.partition("\n")
                yield Command(line, shown)


def prepare(folder: Path) -> None:
    """Make ``folder`` look like a checkout in which nothing has been built."""
    for name in ("tests", "ontology"):
        (folder / name).symlink_to(ROOT / name)


def run(command: Command, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run it in a shell in ``folder``; what it says on stderr stands among its output."""
    here = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command.line,
        shell=True,
        cwd=folder,
        env=os.environ | {"PATH": here, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
    )


def plain(output: str) -> str:
    """Output without spaces at the ends of lines, which editors take away, and with a final line feed."""
    return "".join(f"{line.rstrip()}\n" for line in output.rstrip().splitlines())


def with_outputs(text: str, folder: Path) -> str:
    """The README with what its commands really print. Raises RuntimeError when one fails."""
    for command in commands(text):
        if command.left_out:
            continue
        done = run(command, folder)
        if done.returncode:
            raise RuntimeError(f"$ {command.line}\n{done.stdout}")
        if command.shown is not None:
            text = text.replace(f"$ {command.line}\n{command.shown}", f"$ {command.line}\n{_spaced(done, command)}")
    return text


def _spaced(done: subprocess.CompletedProcess[str], command: Command) -> str:
    """The new output, followed by an empty line where the shown one was."""
    return plain(done.stdout) + ("\n" if f"\n{command.shown}".endswith("\n\n") else "")
