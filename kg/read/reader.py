"""Read press releases from files, folders, globs and standard input."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from kg.model import PassedOver, Problem, Release, Source, Unchanged
from kg.read import dates, decode, layout, names, page, table
from kg.read.clean import squeeze, unify
from kg.read.editions import Editions, edition, source
from kg.read.language import language
from kg.read.problem import ReadError, UnreadableError
from kg.read.seen import Edition, Glimpse, Nothing, Seen, stamp
from kg.read.sources import File, Kind, find

_HEAD = 1 << 16  # bytes looked at to tell what kind of file it is
_DATE_REMEDY = 'end it with a line such as "Ends/Monday, May 19, 2025", or give the date in its table'


Item = Release | Problem | PassedOver


def scan(inputs: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Read all releases that ``inputs`` hold, one at a time.

    Args:
        inputs: files (text, HTML, CSV, JSONL, any of them gzipped), folders, globs, or ``-`` for ``stdin``.
        stdin: standard input as bytes; what kind of file it is its content tells.

    Yields:
        Each release once, whatever the order of the inputs, in the order of their paths. Where releases share an id,
        the one issued last counts: another with the same text is PassedOver, one with another text is a Problem.
        A Problem for each input or row that cannot be read, and a PassedOver for each file of another kind.

    Raises:
        Nothing for bad input.
    """
    return (item for item in rescan(inputs, Nothing(), stdin) if not isinstance(item, Unchanged))


def rescan(inputs: Iterable[str | Path], seen: Seen, stdin: BinaryIO | None = None) -> Iterator[Item | Unchanged]:
    """As :func:`scan`, but files that are as a former build saw them are not opened: their releases are Unchanged, and
    come first, all at once, where that is plain."""
    files: list[File] = []
    for item in find(inputs, stdin):
        if isinstance(item, File):
            files.append(item)
        else:
            yield item
    scanner = _Scanner(files, seen)
    if scanner.plain:
        yield Unchanged(tuple(scanner.plain.values()))
    for file in files:
        if file.path not in scanner.plain:
            yield from scanner.items(file)


class _Scanner:
    """Goes through files, each opened only where it is not known.

    ``plain`` are those that stayed as they were, with one release each that no other file may have; by path its id.
    """

    def __init__(self, files: Sequence[File], seen: Seen) -> None:
        self._seen = seen
        standing = seen.standing({file.path: trusted for file in files if (trusted := _stamp(file))})
        claims = [standing.get(file.path) or _claim(file) for file in files]
        self._editions = Editions(files, claims, self._look)
        disputed = self._editions.disputed
        self.plain = {path: ident for path, ident in standing.items() if ident not in disputed}

    def _known(self, file: File, stamp: bytes | None) -> Sequence[Glimpse] | None:
        return None if stamp is None else self._seen.releases(file.path, stamp)

    def _look(self, file: File) -> Iterator[tuple[str, Edition]]:
        known = self._known(file, _stamp(file))
        if known is not None:
            yield from ((one.id, own) for one, own in zip(known, self._seen.editions(file.path), strict=True))
            return
        for item in read_file(file):
            if isinstance(item, Release):
                yield item.id, edition(item)

    def items(self, file: File) -> Iterator[Item | Unchanged]:
        """What is to be said of a file."""
        stamp = _stamp(file)
        known = self._known(file, stamp)
        found: list[Unchanged | PassedOver | Problem] = []
        editions: Sequence[Edition] = ()
        for number, one in enumerate(known or ()):
            if one.id in self._editions.disputed:
                editions = editions or self._seen.editions(file.path)
                if not self._editions.counts(one.id, source(editions[number])):
                    found.append(self._editions.verdict(one.id, editions[number]))
                    continue
            if not self._seen.keeps(one):
                known = None
                break
            found.append(Unchanged((one.id,)))
        if known is None:
            yield from self._read(file, stamp)
        else:
            yield from found

    def _read(self, file: File, stamp: bytes | None) -> Iterator[Item]:
        glimpses: list[Glimpse] = []
        editions: list[Edition] = []
        whole = stamp is not None
        for item in read_file(file):
            if isinstance(item, Release):
                if whole:
                    glimpses.append(Glimpse(item.id, self._seen.digest(item)))
                    editions.append(edition(item))
                yield self._editions.judge(item)
            else:
                whole = False
                yield item
        if whole and stamp is not None:
            self._seen.note(file.path, stamp, glimpses, editions)


def _claim(file: File) -> str | None:
    """The id of the first release in a file if its name tells for certain: that of a text, or of a page with an
    official number."""
    if file.kind is Kind.TEXT or (file.kind is Kind.PAGE and names.number_of_file(file.path)):
        return names.id_of_file(file.path)
    return None


def _stamp(file: File) -> bytes | None:
    """The stamp of a file of this machine."""
    return None if file.status is None else stamp(file.status)


def read(path: str | Path) -> Iterator[Release]:
    """Read the releases of one file, folder or glob.

    Raises:
        ReadError: at the first input that cannot be read; its ``problem`` says where, why, and what to do.

    >>> [release.id for release in read("tests/releases")]
    ['000_5bf3721a61e4c12e']
    """
    for item in scan([path]):
        if isinstance(item, Problem):
            raise ReadError(item)
        if isinstance(item, Release):
            yield item


def read_file(file: File) -> Iterator[Release | Problem]:
    """The releases of one file, and what is wrong with it; duplicates are not looked for."""
    source = Source(file.path)
    try:
        with file.open() as stream:
            kind = file.kind or _kind(stream)
            yield from _READERS[kind](stream, file.path)
    except UnreadableError as error:
        yield error.at(source)
    except (EOFError, zlib.error) as error:
        yield Problem(source, f"damaged gzip file: {error}", "fetch or pack it again")
    except OSError as error:
        yield Problem(source, f"cannot be read: {error.strerror or error}", "check that it is whole and permitted")


def _texts(stream: BinaryIO, path: str) -> Iterator[Release | Problem]:
    text = unify(decode.decode(_whole(stream)))
    name = names.id_of_file(path)
    number = 0
    for number, piece in enumerate(layout.pieces(text), 1):
        own = name if number == 1 else f"{name}-{number}"
        source = Source(path, piece.line if number > 1 else None)
        try:
            parts = layout.parse(piece.lines)
            yield _release(own, names.address(own), parts, parts.issued, source)
        except UnreadableError as error:
            yield error.at(source)
    if number == 0:
        raise UnreadableError("an empty file", "remove it, or fetch it again")


def _pages(stream: BinaryIO, path: str) -> Iterator[Release | Problem]:
    found = page.parse(decode.decode(_whole(stream), page=True))
    own = names.number_of_file(path) or found.id or names.stem(path)
    yield _release(own, found.url or names.address(own), found.parts, found.parts.issued, Source(path))


def _rows(rows: Iterable[table.Row | table.BadRow], path: str) -> Iterator[Release | Problem]:
    empty = True
    for row in rows:
        empty = False
        source = Source(path, row.number)
        try:
            if isinstance(row, table.BadRow):
                raise row.error
            yield _of_row(row, source)
        except UnreadableError as error:
            yield error.at(source)
    if empty:
        raise UnreadableError("no rows", "check that the table was exported whole")


def _csv(stream: BinaryIO, path: str) -> Iterator[Release | Problem]:
    yield from _rows(table.rows_of_csv(_filled(stream)), path)


def _jsonl(stream: BinaryIO, path: str) -> Iterator[Release | Problem]:
    yield from _rows(table.rows_of_jsonl(_filled(stream)), path)


_READERS = {Kind.TEXT: _texts, Kind.PAGE: _pages, Kind.CSV: _csv, Kind.JSONL: _jsonl}


def _of_row(row: table.Row, source: Source) -> Release:
    own = names.official_id(row.id) or squeeze(row.id) or names.official_id(row.url)
    own = own or f"{names.stem(source.path)}-{row.number}"
    piece = next(layout.pieces(unify(page.plain(row.text))), None)
    if piece is None:
        raise UnreadableError("a release without text", "fill in its text, or remove the row")
    parts = layout.parse(piece.lines, squeeze(unify(row.title)))
    stated = dates.in_field(row.issued) if row.issued.strip() else None
    if row.issued.strip() and stated is None and parts.issued is None:
        raise UnreadableError(f"not a date that can be told for certain: {row.issued[:40]!r}", "write it as 2025-05-19")
    issued = parts.issued if isinstance(parts.issued, datetime) else stated or parts.issued
    return _release(own, row.url or names.address(own), parts, issued, source)


def _release(own: str, url: str | None, parts: layout.Parts, issued: date | datetime | None, source: Source) -> Release:
    """Put a release together; the date is the text's, else the table's, else what its number or address implies."""
    day = issued or names.day_of(own, url)
    if day is None:
        raise UnreadableError("a release without a date", _DATE_REMEDY)
    return Release(unify(own), url, language(parts.text), day, parts.title, parts.text, source)


def _kind(stream: BinaryIO) -> Kind:
    """What kind of file a stream is, by its content; it is at its start again afterwards."""
    head = stream.read(_HEAD)
    stream.seek(0)
    decode.refuse_binary(head)
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace").lstrip()
    if text.startswith("{"):
        return Kind.JSONL
    if text.startswith("<") or "<html" in text[:2000].lower():
        return Kind.PAGE
    return Kind.CSV if table.looks_like_csv(text) else Kind.TEXT


def _whole(stream: BinaryIO) -> bytes:
    """All of a file, unless its beginning shows that it is none of ours."""
    head = stream.read(_HEAD)
    decode.refuse_binary(head[:8192])
    data = head + stream.read()
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError("an empty file", "remove it, or fetch it again")
    return data


def _filled(stream: BinaryIO) -> BinaryIO:
    """A stream that is not empty, at its start."""
    if not stream.read(_HEAD).strip():
        raise UnreadableError("an empty file", "remove it, or fetch it again")
    stream.seek(0)
    return stream
