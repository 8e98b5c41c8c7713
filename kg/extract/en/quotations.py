"""What stands in double quotes: speech, or a title or a term.

A quotation is speech when the words before it say so (``said, "...``) or when it is a whole sentence in
itself. Speech may run over several sentences, and over paragraphs (each then opens with a quote and only
the last is closed).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from kg.model import Span


class Quotation(NamedTuple):
    """``text[span]`` with its quotes; ``is_speech`` is False for titles and terms."""

    span: Span
    is_speech: bool


SAYING = (
    *("said", "says", "say", "saying", "added", "adding", "stressed", "noted", "pointed out", "remarked", "remark"),
    *("stated", "wrote", "writes", "commented", "concluded", "continued", "explained", "replied", "remarks", "told"),
    *(
        "quote",
        "goes",
        "mentioned",
        "emphasised",
        "highlighted",
        "reiterated",
        "asked",
        "quoted as saying",
        "urged",
        "responded",
    ),
)
"""Words after which a comma or colon and a quote begin speech: ``Mr Chik said, "...``."""

_MARKS = tuple(re.compile(mark) for mark in '"“”')
_SAID_BEFORE = re.compile(rf"(?i:\b(?:{'|'.join(SAYING)})\b[^.\"“”]{{0,60}}[,:]\s?)\Z")
_SAID_THAT_BEFORE = re.compile(rf"(?i:\b(?:{'|'.join(SAYING)})\b[^.\"“”]{{0,40}}\bthat\b[^.\"“”]{{0,30}}\s)\Z")
_TITLED_BEFORE = re.compile(r"(?i:\b(?:titled|entitled|themed|theme|named|called|topic|title|on|of|the)[ ,:]{1,2})\Z")
_WHOLE_SENTENCE = re.compile(r"[\"“]\s?(?:\.\.\. ?)?[A-Z]\S*(?:\s\S+){2,}[.!?]\s?[\"”]?\Z")
_SAID_AFTER = re.compile(rf"\s(?:[A-Z][\w.'’-]*\s){{0,4}}(?:(?:he|she|they)\s)?(?:{'|'.join(SAYING)})\b")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
_WORDS_OF_A_CLAUSE = 5
_LOOK_BACK = 90
_TITLED_REACH = 12  # the longest word of ``_TITLED_BEFORE``, what stands behind it, and a character before it


def quotations(text: str, blocks: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """All quotations in the blocks (paragraphs, in order), none overlapping; inches and the like are skipped.

    >>> [q.is_speech for q in quotations('He said, "I agree." It is "new".', (Span(0, 32),))]
    [True, False]
    """
    found: list[Quotation] = []
    is_open_before = False
    marks = _marks(text)
    for block in blocks:
        inside = marks[bisect_left(marks, block.start) : bisect_left(marks, block.end)] if marks else marks
        spans, is_open = _pairs(text, block, inside) if inside else ([], False)
        for span in spans:
            continues = is_open_before and span.start == block.start
            found.append(Quotation(span, continues or _is_speech(text, block, span)))
        is_open_before = is_open and found[-1].is_speech
    return tuple(found)


def _marks(text: str) -> list[int]:
    """Where the double quotes are; looked for one by one, which is many times faster than as a class."""
    return sorted(found.start() for mark in _MARKS for found in mark.finditer(text))


def _pairs(text: str, block: Span, marks: list[int]) -> tuple[list[Span], bool]:
    """The quoted spans of a block; the last runs to the end of the block if it is never closed."""
    spans: list[Span] = []
    opened = -1
    for at in marks:
        if _opens(text, block, at):
            opened = at  # one that was never closed is forgotten
        elif opened >= 0:
            spans.append(Span(opened, at + 1))
            opened = -1
    if opened >= 0:
        spans.append(Span(opened, block.end))
    return spans, opened >= 0


def _opens(text: str, block: Span, at: int) -> bool:
    """A curly quote says so itself; a straight one opens before a word and not behind one (nor behind inches)."""
    if text[at] != '"':
        return text[at] == "“"
    before = text[at - 1] if at > block.start else " "
    return at + 1 < block.end and not text[at + 1].isspace() and (before.isspace() or before in "([-–—‘'/")


def _is_speech(text: str, block: Span, span: Span) -> bool:
    before = max(block.start, span.start - _LOOK_BACK)
    is_introduced = text[max(before, span.start - 2) : span.start].rstrip()[-1:] in (",", ":")
    if is_introduced and _SAID_BEFORE.search(text, before, span.start):
        return True
    if _TITLED_BEFORE.search(text, max(before, span.start - _TITLED_REACH), span.start) or _is_title(text, span):
        return False
    if _WHOLE_SENTENCE.match(text, span.start, span.end):
        return True
    is_clause = text.count(" ", span.start, span.end) >= _WORDS_OF_A_CLAUSE - 1
    if is_clause and _SAID_THAT_BEFORE.search(text, before, span.start):
        return True
    is_followed = _SAID_AFTER.match(text, span.end, min(block.end, span.end + _LOOK_BACK))
    return text[span.end - 2 : span.end - 1] == "," and is_followed is not None


def _is_title(text: str, span: Span) -> bool:
    """More than half of the longer words are capitalised: "One Country, Two Systems"."""
    words: list[str] = _LONGER_WORD.findall(text, span.start, span.end)
    return 2 * sum(word[0].isupper() for word in words) > len(words)
