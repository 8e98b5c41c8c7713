"""Turtle for graphs too large to be sorted in memory: the bytes of :func:`kg.export.turtle.write`, streamed.

Most of a large graph is about one release: the release, its evidence, its events and participations. Their IRIs
have the release's id after the kind (``event/P2025051900123/1``), so releases that come in the order of
:func:`place` give each kind already in the order of the file. They are written as they come into one temporary
file for each kind; what is about people, bodies, posts, places and tenures is kept and sorted at the end; then the
parts are put together.
"""

from __future__ import annotations

import shutil
import tempfile
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import BinaryIO, Self

from kg.export.turtle import blocks, head
from kg.vocab import INSTANCES, PREFIXES

STREAMED = ("event", "evidence", "participation", "release")
"""Kinds of things whose IRIs begin with the release's id."""


def place(ident: str) -> str:
    """By what releases must come in order: their id as it stands in the IRIs of what they tell of."""
    return f"{ident}/"


class Spool:
    """Takes lines release by release and writes the file at the end; a context, for its temporary files."""

    def __init__(self, base: str = INSTANCES, prefixes: Mapping[str, str] = PREFIXES) -> None:
        self._base = base
        self._prefixes = {name: iri for name, iri in prefixes.items() if iri != base}
        self._kept: set[str] = set()
        self._files: dict[str, BinaryIO] = {}
        self._releases: list[tuple[str, int, int]] = []  # their own order is another: "a-2" before "a"
        self._last: dict[str, str] = {}
        self._count = 0

    def __enter__(self) -> Self:
        self._files = {kind: tempfile.TemporaryFile() for kind in STREAMED}  # noqa: SIM115  # closed on exit
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()

    def add(self, several: Iterable[str]) -> None:
        """Take the lines (:func:`kg.export.turtle.lines`) of one release or several that follow each other, each once.

        Raises ValueError when things of one kind do not come in order.
        """
        streamed: defaultdict[str, list[str]] = defaultdict(list)
        for line in several:
            kind = line[1 : line.find("/")]
            if kind in self._files:
                streamed[kind].append(line)
            else:
                self._kept.add(line)
        for kind, ordered in streamed.items():
            ordered.sort()
            self._stream(kind, ordered)

    def _stream(self, kind: str, ordered: list[str]) -> None:
        file = self._files[kind]
        for text, statements in blocks(ordered):
            subject = text[: text.index(" ")]
            data = f"\n{text}".encode()
            if kind == "release":
                self._releases.append((subject, file.tell(), len(data)))
            elif subject <= self._last.get(kind, ""):
                raise ValueError(f"{subject} comes after {self._last[kind]}; give the releases in order")
            self._last[kind] = subject
            self._count += statements
            file.write(data)

    def write(self, file: BinaryIO) -> int:
        """Write the whole graph as Turtle, and return the number of triples."""
        file.write(head(self._base, self._prefixes).encode())
        kept = sorted(self._kept)
        done = 0
        for kind in sorted(self._files):
            until = bisect_left(kept, f"<{kind}/")
            self._write(kept[done:until], file)
            done = until
            self._copy(kind, file)
        self._write(kept[done:], file)
        return self._count

    def _write(self, ordered: list[str], file: BinaryIO) -> None:
        for text, statements in blocks(ordered):
            file.write(f"\n{text}".encode())
            self._count += statements

    def _copy(self, kind: str, file: BinaryIO) -> None:
        spooled = self._files[kind]
        spooled.seek(0)
        if kind != "release":
            shutil.copyfileobj(spooled, file, 1 << 20)
            return
        for _, at, length in sorted(self._releases):
            spooled.seek(at)
            file.write(spooled.read(length))
