"""Turtle for graphs too large to be sorted in memory: the bytes of :func:`kg.export.turtle.write`, streamed.

Most of a large graph is about one release: the release, its evidence, its events and participations. Their IRIs
have the release's id after the kind (``event/P2025051900123/1``), so releases that come in the order of
:func:`place` give each kind already in the order of the file. They are written as they come into one temporary
file for each kind; what is about people, bodies, posts, places and tenures is put in order by itself
(:mod:`kg.export.runs`); then the parts are put together.
"""

from __future__ import annotations

import shutil
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from functools import partial
from itertools import groupby
from types import TracebackType
from typing import BinaryIO, NamedTuple, Self

from kg.export.runs import Runs
from kg.export.turtle import SEPARATOR, blocks, head
from kg.vocab import INSTANCES, PREFIXES

STREAMED = ("event", "evidence", "participation", "release")
"""Kinds of things whose IRIs begin with the release's id."""


def place(ident: str) -> str:
    """By what releases must come in order: their id as it stands in the IRIs of what they tell of."""
    return f"{ident}/"


class Block(NamedTuple):
    """What is stated of the things of one kind that one release tells of, as it is written.

    ``statements`` are how many, ``first`` and ``last`` the subjects.
    """

    kind: str
    text: bytes
    statements: int
    first: str
    last: str


class Part(NamedTuple):
    """The part of one release in the file: blocks of the kinds that are streamed, and the lines about other things."""

    streamed: tuple[Block, ...]
    kept: tuple[str, ...]


def part(several: Iterable[str]) -> Part:
    """The part of a release of which these are the lines (:func:`kg.export.turtle.lines`), some perhaps twice."""
    streamed: dict[str, list[str]] = {kind: [] for kind in STREAMED}
    kept: list[str] = []
    for line in sorted(set(several)):
        streamed.get(line[1 : line.find("/")], kept).append(line)
    return Part(tuple(_block(kind, ordered) for kind, ordered in streamed.items() if ordered), tuple(kept))


def _block(kind: str, ordered: list[str]) -> Block:
    written = list(blocks(ordered))
    subjects = (line[: line.index(SEPARATOR)] for line in (ordered[0], ordered[-1]))
    return Block(
        kind, "".join(f"\n{text}" for text, _ in written).encode(), sum(number for _, number in written), *subjects
    )


class Spool:
    """Takes parts release by release and writes the file at the end; a context, for its temporary files."""

    def __init__(self, base: str = INSTANCES, prefixes: Mapping[str, str] = PREFIXES) -> None:
        self._base = base
        self._prefixes = {name: iri for name, iri in prefixes.items() if iri != base}
        self._open = ExitStack()
        self._kept = self._open.enter_context(Runs())
        self._files: dict[str, BinaryIO] = {}
        self._releases: list[tuple[str, int, int]] = []  # their own order is another: "a-2" before "a"
        self._last: dict[str, str] = {}
        self._count = 0

    def __enter__(self) -> Self:
        self._files = {kind: self._open.enter_context(tempfile.TemporaryFile()) for kind in STREAMED}  # noqa: SIM115
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def add(self, part: Part) -> None:
        """Take the part of one release, or of things that are no releases.

        Raises ValueError when things of one kind do not come in order.
        """
        for kind, text, statements, first, last in part.streamed:
            file = self._files[kind]
            if kind == "release":
                self._releases.append((first, file.tell(), len(text)))
            elif first <= self._last.get(kind, ""):
                raise ValueError(f"{first} comes after {self._last[kind]}; give the releases in order")
            self._last[kind] = last
            self._count += statements
            file.write(text)
        self._kept.add(part.kept)

    def write(self, file: BinaryIO) -> int:
        """Write the whole graph as Turtle, and return the number of triples."""
        file.write(head(self._base, self._prefixes).encode())
        kinds = sorted(self._files)
        starts = [f"<{kind}/" for kind in kinds]
        done = 0
        for behind, lines in groupby(self._kept.ordered(), key=partial(bisect_right, starts)):
            for kind in kinds[done:behind]:
                self._copy(kind, file)
            self._write(lines, file)
            done = behind
        for kind in kinds[done:]:
            self._copy(kind, file)
        return self._count

    def _write(self, ordered: Iterable[str], file: BinaryIO) -> None:
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
