"""From bytes to text: which encoding a release is in.

A fixed cascade, because detectors that weigh statistics over all encodings take an English release with a few
words of Big5 for Windows-1252: byte order mark, the page's own declaration, UTF-8, then Big5 (with the Hong Kong
Supplementary Character Set), GB 18030 and Windows-1252 by how their bytes pair up.
"""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from kg.read.problem import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)

# Browsers read these labels as the larger encoding on the right (WHATWG Encoding Standard, section 4.2).
_LABELS = {
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "cn-big5": "big5hkscs", "x-x-big5": "big5hkscs",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "windows-1252": "cp1252",
    "utf-8": "utf-8", "utf8": "utf-8",
}  # fmt: skip
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)

_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_PAIRS_TOGETHER = re.compile(rb"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe]){2,}")
_ENOUGH_FOR_GB = 10  # of Big5's trail bytes two in five are below 0xA1: ten in a row above it are no accident
_BLOCK = 1 << 20


def refuse_binary(head: bytes) -> None:
    """Raise UnreadableError if a file that begins with ``head`` is no text."""
    if any(head.startswith(mark) for mark, _ in _MARKS):
        return
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise UnreadableError(f"this is {name}, not text", "save its text as .txt or .htm")
    if b"\0" in head:
        raise UnreadableError("binary data, not text", "give press releases as text, HTML, CSV or JSONL, in UTF-8")


def decode(data: bytes, *, page: bool = False) -> str:
    """The text of ``data``; with ``page`` a ``charset`` declared in the HTML is honoured.

    Raises:
        UnreadableError: the bytes are binary or in no encoding that kg reads.

    >>> decode("行政長官會見代表團".encode("big5"))
    '行政長官會見代表團'
    """
    refuse_binary(data[:8192])
    for name in (*_certain(data), *(_declared(data) if page else ())):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def encoding_of(stream: BinaryIO) -> str:
    """The encoding of a large file, in one pass and bounded memory; the stream is at its start again afterwards.

    Raises:
        UnreadableError: the bytes are binary or in no encoding that kg reads.
    """
    head = stream.read(_BLOCK)
    refuse_binary(head[:8192])
    certain = _certain(head)
    decoder = codecs.getincrementaldecoder("utf-8")()
    doubtful = bytearray()  # the lines that are not ASCII: what a decision needs
    block, valid = head, True
    while block and not certain:
        if valid:
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                valid = False
        if len(doubtful) < _BLOCK:
            doubtful += b"\n".join(line for line in block.split(b"\n") if not line.isascii()) + b"\n"
        block = stream.read(_BLOCK)
    stream.seek(0)
    if certain or valid:
        return next(iter(certain), "utf-8")
    return _first_that_fits(bytes(doubtful))


def _first_that_fits(data: bytes) -> str:
    names = _legacy_names(data)
    for name in names:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return names[0]  # reading says where it does not fit


def _certain(data: bytes) -> tuple[str, ...]:
    return tuple(name for mark, name in _MARKS if data.startswith(mark))[:1]


def _declared(data: bytes) -> tuple[str, ...]:
    match = _DECLARED.search(data, 0, 4096)
    name = _LABELS.get(match[1].decode("ascii").lower()) if match else None
    return (name,) if name else ()


def _legacy(data: bytes, error: UnicodeDecodeError) -> str:
    meant_as_utf8 = len(data.decode("utf-8", "ignore").encode("utf-8", "ignore"))
    lost = len(data) - meant_as_utf8
    high = sum(byte > 0x7F for byte in data)
    if high > 4 * lost:
        raise UnreadableError(f"broken UTF-8 at byte {error.start}", "fetch or save the file again")
    for name in _legacy_names(data):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(f"not UTF-8 (byte {error.start}) nor Big5, GB 18030 or Windows-1252", "save it as UTF-8")


def _legacy_names(data: bytes) -> tuple[str, ...]:
    """The encodings to try, by how the bytes beyond ASCII pair up.

    Chinese stands in runs of two-byte characters; accents and typographic quotes of Windows-1252 stand alone
    (no-break spaces do not, and no Chinese encoding needs their byte).
    """
    data = data.replace(b"\xa0", b" ")
    pairs = _PAIR.findall(data)
    together = sum(len(run) // 2 for run in _PAIRS_TOGETHER.findall(data))
    if 2 * together <= len(pairs):
        return ("cp1252",)
    low = sum(pair[1] < 0x80 for pair in pairs)
    chinese = ("big5hkscs", "gb18030")
    return chinese[::-1] if len(pairs) >= _ENOUGH_FOR_GB and 10 * low < len(pairs) else chinese
