"""The layout of a press release as plain text: title, ruler of asterisks, paragraphs, "Ends/...", "Issued at ...".

Everything but the title and the paragraphs is layout and is removed. Releases of all years are laid out so, with
small differences: capitals and "End/" until about 2000, no time of issue, lines wrapped by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from kg.read import dates
from kg.read.clean import squeeze
from kg.read.problem import UnreadableError

_RULER = re.compile(r"[ *＊]*(?:[*＊] *){3}")
_SEPARATOR = re.compile(r"\s*N{4}\s*")
_TAIL = re.compile(r"\W*(?:ends?|完)(?:\s*[/／](.*)|\W*)", re.IGNORECASE)
_ISSUED = re.compile(r"\s*(?:issued at\b|香港[時时][間间]\s*\d)", re.IGNORECASE)
_LIST_ITEM = re.compile(r"\s*(?:[-*•‧·]|\(?[0-9a-zA-Z]{1,4}[).]|[（(]?[一二三四五六七八九十]{1,3}[)）、])")
_HAN = re.compile("[\u2e80-\u9fff\uff00-\uffef]")

_TITLE_LINES = 4
_HEAD = 30  # filled lines among which the title's ruler is looked for: a copied page has its menu above the title
_INDENT = 2  # spaces that begin a paragraph
_LONG = 120  # characters: no hand wraps lines as wide as this, so such a line is a paragraph
_WRAPPED_WIDTHS = range(50, 101)
_RAGGED = 4  # characters by which a hand-wrapped line may fall short of the width
_WRAPS_NEEDED = 3  # fewer may be chance


@dataclass(frozen=True, slots=True)
class Parts:
    """One release taken out of its layout; ``issued`` is None where the text does not tell."""

    title: str
    paragraphs: tuple[str, ...]
    issued: date | datetime | None

    @property
    def text(self) -> str:
        """Title and paragraphs with an empty line between them."""
        return "\n\n".join((self.title, *self.paragraphs))


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines of one release within a text, and the number (from 1) of the first."""

    line: int
    lines: tuple[str, ...]


def pieces(text: str) -> Iterator[Piece]:
    """The releases that follow each other in one unified text; what trails the last of them is left out.

    A release ends at ``NNNN``, or where a title with its ruler follows a tail.
    """
    lines = text.split("\n")
    start, ended, found = 0, False, False
    for index, line in enumerate((*lines, "NNNN")):
        if not line:
            continue
        if _SEPARATOR.fullmatch(line):
            cut = index
        elif ended and _RULER.fullmatch(line):
            cut = _title_start(lines, index)
        else:
            ended = ended or _is_tail(line)
            continue
        body = lines[start:cut]
        if any(map(str.strip, body)) and (not found or any(_is_tail(row) or _RULER.fullmatch(row) for row in body)):
            found = True
            skipped = next(number for number, row in enumerate(body) if row.strip())
            yield Piece(start + skipped + 1, tuple(body[skipped:]))
        start, ended = cut + (cut == index), False


def parse(lines: Sequence[str], title: str | None = None) -> Parts:
    """Take one release out of its layout.

    Args:
        lines: unified lines, indents kept.
        title: the title where it is known from elsewhere; then a title within ``lines`` is dropped if it is the same.

    Raises:
        UnreadableError: there is no title.
    """
    found, start = _title(lines)
    if title is None:
        title = found
    elif _letters(found) != _letters(title):
        start = 0
    if not title:
        raise UnreadableError("no title", "put the title in the first line")
    end = next((i for i in range(start, len(lines)) if _is_tail(lines[i]) or _is_issued(lines[i])), len(lines))
    return Parts(title, tuple(_paragraphs(lines[start:end])), _issued(lines[end:]))


def has_frame(lines: Sequence[str]) -> bool:
    """Whether the lines show a ruler under a title or a tail: the marks of a press release."""
    return any(_RULER.fullmatch(line) or _is_tail(line) for line in lines)


def _is_tail(line: str) -> bool:
    if len(line) >= _LONG or _begins_otherwise(line, "eE完"):
        return False
    return _TAIL.fullmatch(line) is not None


def _is_issued(line: str) -> bool:
    return not _begins_otherwise(line, "iIİı香") and _ISSUED.match(line) is not None


def _begins_otherwise(line: str, letters: str) -> bool:
    """A quick test that a line is blank, or that its first word begins with none of the ``letters``."""
    first = line.lstrip()[:1]
    return not first or (first.isalnum() and first not in letters)


def _title_start(lines: Sequence[str], ruler: int) -> int:
    start = ruler
    while start and lines[start - 1].strip() and ruler - start < _TITLE_LINES and not _is_tail(lines[start - 1]):
        start -= 1
    return start


def _title(lines: Sequence[str]) -> tuple[str, int]:
    """The title, and the index of the first line after it (and after its ruler)."""
    filled = [index for index, line in enumerate(lines) if line.strip()]
    for index in filled[:_HEAD]:
        if _RULER.fullmatch(lines[index]):
            start = _title_start(lines, index)
            if start < index:
                return _join([squeeze(line) for line in lines[start:index]]), index + 1
        if len(lines[index]) > 2 * _LONG or _is_tail(lines[index]):
            break  # prose: a ruler below it is not the title's
    for index in filled:
        if not _RULER.fullmatch(lines[index]):
            return ("", 0) if _is_tail(lines[index]) else (squeeze(lines[index]), index + 1)
    return "", 0


def _issued(tail: Sequence[str]) -> date | datetime | None:
    if not tail:
        return None
    near = tail[:8]
    moment = next((clock for line in near if _is_issued(line) and (clock := dates.clock(line))), None)
    day = next((day for line in near if (day := dates.in_words(line))), None)
    return dates.at(day, moment) if day else None


def _letters(title: str) -> str:
    return re.sub(r"\W", "", title).casefold()


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    width = _wrapped_width(lines)
    for block in _blocks(lines):
        for paragraph in _split(block, width):
            rows = [row for line in paragraph if (row := squeeze(line))]
            yield _join(rows) if _is_wrapped(paragraph, width) else "\n".join(rows)


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Runs of filled lines between empty ones and rulers."""
    block: list[str] = []
    for line in (*lines, ""):
        if line.strip() and not _RULER.fullmatch(line):
            block.append(line)
        elif block:
            yield block
            block = []


def _split(block: list[str], width: int) -> Iterator[list[str]]:
    """A block's paragraphs: an indented line begins one, and a line too long to be wrapped by hand is one."""
    margin = min(map(_indent, block)) if width else 0  # a wrapped text may be indented as a whole
    paragraph = [block[0]]
    for before, line in pairwise(block):
        both_long = min(len(before), len(line)) > _LONG and not _LIST_ITEM.match(line)
        if _indent(line) >= margin + _INDENT or both_long:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _wrapped_width(lines: Sequence[str]) -> int:
    """The width at which the text was wrapped by hand, or 0 where it was not, or not clearly."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    if width not in _WRAPPED_WIDTHS:
        return 0
    paragraphs = [paragraph for block in _blocks(lines) for paragraph in _split(block, width)]
    wraps = sum(len(paragraph) - 1 for paragraph in paragraphs if _is_wrapped(paragraph, width))
    return width if wraps >= _WRAPS_NEEDED else 0


def _is_wrapped(lines: Sequence[str], width: int) -> bool:
    """Whether each line breaks where the next word would not have fitted, and none begins a list item."""
    return width > 0 and all(
        len(line.rstrip()) + 1 + len(following.split()[0]) > width - _RAGGED
        and not _LIST_ITEM.match(following)
        and _indent(following) <= _indent(line)
        for line, following in pairwise(lines)
    )


def _join(rows: Sequence[str]) -> str:
    """One line of several: with a space, but none between Chinese characters or after a hyphen within a word."""
    text = ""
    for row in rows:
        glued = not text or (_HAN.match(text[-1]) and _HAN.match(row)) or re.search(r"\w-$", text)
        text += row if glued else f" {row}"
    return text
