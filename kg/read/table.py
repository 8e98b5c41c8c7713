"""Tables of press releases: CSV with a header, and JSONL with one object a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from kg.read import decode
from kg.read.problem import UnreadableError

_COLUMNS = {
    "id": ("id", "identifier", "release_id"),
    "url": ("url", "link"),
    "title": ("title", "headline"),
    "issued": ("issued", "date", "issued_at", "published"),
    "text": ("text", "content", "news_content", "body"),
}
_NEEDED = ("title", "text")
_REMEDY = "name the columns id, url, title, date and text (or content, news_content)"
_HEAD = 1 << 12  # bytes
_LONGEST_FIELD = 1 << 28  # characters; the csv module's own limit of 131,072 is less than a Policy Address


@dataclass(frozen=True, slots=True)
class Row:
    """One row as strings; what the table does not tell is empty. ``number`` counts from 1, a CSV's header included."""

    number: int
    id: str
    url: str
    title: str
    issued: str
    text: str


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read."""

    number: int
    error: UnreadableError


def rows_of_csv(stream: BinaryIO) -> Iterator[Row | BadRow]:
    """The rows of a CSV file, separated by comma, semicolon or tab.

    Raises:
        UnreadableError: a needed column or every row is missing, or the file is no CSV from some row on.
    """
    encoding = decode.encoding_of(stream)
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_FIELD))
    number = 0
    try:
        with io.TextIOWrapper(stream, encoding=encoding, newline="") as text:
            separator, names = _header(text.readline())
            number = 1
            for number, fields in enumerate(csv.reader(text, delimiter=separator), 2):
                if any(fields):
                    yield _csv_row(number, names, fields)
    except (csv.Error, UnicodeError) as error:
        raise UnreadableError(f"no readable CSV after row {number}: {error}", "save it as CSV in UTF-8") from error


def rows_of_jsonl(stream: BinaryIO) -> Iterator[Row | BadRow]:
    """The rows of a JSONL file; a line that cannot be read does not stop the others.

    Raises:
        UnreadableError: the file is in no encoding that kg reads, or is one JSON document over several lines.
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    if _is_document(head):
        raise UnreadableError("one JSON document, not a release a line", "write one whole JSON object on each line")
    for number, line in enumerate(_json_lines(stream), 1):
        try:
            text = line if isinstance(line, str) else decode.decode(line)
            if not text.strip("\ufeff \t\r\n"):
                continue
            record = json.loads(text.lstrip("\ufeff"))
        except (ValueError, RecursionError) as error:
            why = f"not JSON: {error}" if isinstance(error, ValueError) else "JSON nested too deep"
            yield BadRow(number, UnreadableError(why, "write one whole JSON object on each line"))
        except UnreadableError as error:
            yield BadRow(number, error)
        else:
            yield _json_row(number, record)


def _is_document(head: bytes) -> bool:
    """Whether a file begins with a JSON value that goes on over its next line, as indented JSON does."""
    lines = [line.strip() for line in head.splitlines()[:3] if line.strip()]
    if len(lines) < 2 or lines[0][:1] not in (b"{", b"["):
        return False
    return lines[0][-1:] in (b"{", b"[", b",") and lines[1][:1] != b"{"


def looks_like_csv(head: str) -> bool:
    """Whether a text begins with a header that names the needed columns."""
    lines = head.splitlines()
    try:
        return bool(lines and _header(lines[0]))
    except UnreadableError:
        return False


def _header(line: str) -> tuple[str, list[str]]:
    """The separator, and the names of the columns."""
    splits = {mark: _fields(line.lstrip("\ufeff"), mark) for mark in ",;\t"}
    separator = max(splits, key=lambda mark: len(_places(splits[mark])))
    _require(_places(splits[separator]))
    return separator, splits[separator]


def _fields(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []


def _json_lines(stream: BinaryIO) -> Iterable[bytes | str]:
    """Lines of bytes, each decoded by itself, unless a byte order mark shows that line feeds are wider than a byte."""
    encoding = decode.encoding_of(stream)
    return io.TextIOWrapper(stream, encoding=encoding) if encoding in ("utf-16", "utf-32") else stream


def _csv_row(number: int, names: list[str], fields: list[str]) -> Row | BadRow:
    if len(fields) != len(names):
        reason = f"{len(fields)} fields where the header has {len(names)}"
        return BadRow(number, UnreadableError(reason, "quote fields that hold separators or line breaks"))
    return _row(number, dict(zip(names, fields, strict=True)))


def _json_row(number: int, record: object) -> Row | BadRow:
    if not isinstance(record, dict):
        return BadRow(number, UnreadableError("not a JSON object", "write one whole JSON object on each line"))
    fields = {name: str(value) for name, value in record.items() if isinstance(value, str | int | float)}
    return _row(number, fields)


def _row(number: int, fields: Mapping[str, str]) -> Row | BadRow:
    places = _places(fields)
    try:
        _require(places)
    except UnreadableError as error:
        return BadRow(number, error)
    values = {column: fields[places[column]] if column in places else "" for column in _COLUMNS}
    return Row(number, values["id"].strip(), values["url"].strip(), values["title"], values["issued"], values["text"])


def _places(names: Iterable[str]) -> dict[str, str]:
    """For each of our columns the name that it has in this table."""
    plain = {name.strip('\ufeff \t\r\n"').lower(): name for name in names}
    found = {
        column: next((plain[alias] for alias in aliases if alias in plain), None)
        for column, aliases in _COLUMNS.items()
    }
    return {column: name for column, name in found.items() if name is not None}


def _require(places: Mapping[str, str]) -> None:
    missing = [column for column in _NEEDED if column not in places]
    if missing:
        raise UnreadableError(f"no column for the {' and the '.join(missing)}", _REMEDY)
