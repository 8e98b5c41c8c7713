"""The two ways to write the graph and the page: anew, or as changes to those of the last build. Both give the same."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self, TypeVar

from kg.export.page import Whole, written
from kg.export.page.data import in_order
from kg.export.page.former import FormerPage
from kg.export.splice import spliced
from kg.export.spool import Part, Spool, part

T = TypeVar("T")

Rows = Mapping[str, Mapping[str, bytes | None]]
"""Rows of the page by table and key; None for one that is gone."""


class Writing(Protocol[T]):
    """Takes what is told as it comes, and writes both files at the end, the graph first; a context."""

    @property
    def form(self) -> Callable[[Iterable[str]], T]:
        """Makes of the lines that state a release what is to be given; where these are made."""

    def release(self, key: str, stated: T, piece: bytes) -> None:
        """Take what a release states, and its piece of the page, empty where it tells of nobody. Releases come in
        order."""

    def things(self, lines: Iterable[str]) -> None:
        """Take the lines that state some of what releases share."""

    def graph(self, file: BinaryIO, gone: Collection[str]) -> None:
        """Write the graph; ``gone`` are the subjects of which nothing is stated any more."""

    def page(self, file: BinaryIO, whole: Whole, rows: Rows) -> None:
        """Write the page; ``rows`` are those of things that releases share."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class _Opened:
    """A context that closes the files it holds open."""

    def __init__(self) -> None:
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()


class Anew(_Opened):
    """Writes all; what is told of releases waits in temporary files."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._spool = self._open.enter_context(Spool(base))
        self._pieces = self._open.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  # closed with the rest

    form = staticmethod(part)

    def release(self, key: str, stated: Part, piece: bytes) -> None:  # noqa: ARG002  # it is in the piece
        self._spool.add(stated)
        if piece:
            self._pieces.write(piece + b"\n")

    def things(self, lines: Iterable[str]) -> None:
        self._spool.add(part(lines))

    def graph(self, file: BinaryIO, gone: Collection[str]) -> None:  # noqa: ARG002  # of nothing
        self._spool.write(file)

    def page(self, file: BinaryIO, whole: Whole, rows: Rows) -> None:
        self._pieces.seek(0)
        tables: dict[str, Iterable[bytes]] = {
            table: in_order({key: row for key, row in several.items() if row is not None})
            for table, several in rows.items()
        }
        for text in written(whole, tables | {"pieces": (line[:-1] for line in self._pieces)}):
            file.write(text)


class Edited(_Opened):
    """Puts what changed in its places in the former files; ``releases`` are the places of those that changed or are
    gone."""

    def __init__(self, base: str, graph: Path, page: Path, releases: Collection[str]) -> None:
        super().__init__()
        self._base = base
        self._former_graph, self._former_page = (self._open.enter_context(file.open("rb")) for file in (graph, page))
        self._releases = releases
        self._lines: set[str] = set()
        self._pieces: dict[str, bytes | None] = dict.fromkeys(place.removesuffix("/") for place in releases)

    form = staticmethod(tuple)

    def release(self, key: str, stated: tuple[str, ...], piece: bytes) -> None:
        self._lines.update(stated)
        self._pieces[key] = piece or None

    def things(self, lines: Iterable[str]) -> None:
        self._lines.update(lines)

    def graph(self, file: BinaryIO, gone: Collection[str]) -> None:
        spliced(self._former_graph, self._lines, self._releases, gone, file, self._base)

    def page(self, file: BinaryIO, whole: Whole, rows: Rows) -> None:
        with FormerPage(self._former_page) as former:
            former.changed(whole, {**rows, "pieces": self._pieces}, file)
