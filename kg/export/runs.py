"""Lines put in order though there are more than memory should hold: runs of them, each in order, wait in files and are
merged (D. E. Knuth: The Art of Computer Programming, volume 3, 5.4)."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from types import TracebackType
from typing import Self, TextIO

MOST = 1 << 18
"""Lines held in memory: some 50 MB."""


class Runs:
    """Takes lines in any order, which have no line feed; gives each once, in order. A context, for its files."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held: set[str] = set()
        self._files: list[TextIO] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files:
            file.close()

    def add(self, lines: Iterable[str]) -> None:
        """Take some lines. Raises OSError where no more can be written."""
        self._held.update(lines)
        if len(self._held) >= self._most:
            file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115  # closed on exit
            self._files.append(file)
            file.writelines(f"{line}\n" for line in sorted(self._held))
            self._held.clear()

    def ordered(self) -> Iterator[str]:
        """All lines, to be gone through once.

        >>> with Runs(most=2) as runs:
        ...     for line in "cabcab":
        ...         runs.add([line])
        ...     "".join(runs.ordered())
        'abc'
        """
        runs = [_read(file) for file in self._files]
        return (line for line, _ in groupby(heapq.merge(*runs, sorted(self._held))))


def _read(file: TextIO) -> Iterator[str]:
    file.seek(0)
    return (line[:-1] for line in file)
