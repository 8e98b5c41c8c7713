"""The shape of an English release: title, introduction, paragraphs, sentences, quotations, who speaks.

One pass over the paragraphs; each becomes one block, or several where lines inside it are a list or a
heading over a rule of dashes. Positions are code points of the text that was given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from kg.extract.en.block_rules import BlockKind, Kind, Place, Voice, first_voice, kind_of
from kg.extract.en.quotations import Quotation, quotations
from kg.extract.en.sentences import marks_of, sentences
from kg.model import Span

__all__ = ["Block", "BlockKind", "Document", "Quotation", "Voice", "segment"]


class Block(NamedTuple):
    """A paragraph, line or heading. ``speaker`` is the label of the turn it belongs to ("Reporter"), if any.

    ``voice`` tells the release's own words from those of a speech, a question or a reply.
    """

    kind: BlockKind
    span: Span
    voice: Voice
    speaker: Span | None
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A release in its parts, all in the order of the text."""

    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]

    def block_at(self, position: int) -> Block | None:
        """The block that holds the code point ``position``."""
        index = bisect_right(self.blocks, position, key=lambda block: block.span.start) - 1
        return self.blocks[index] if index >= 0 and position < self.blocks[index].span.end else None

    def sentence_at(self, position: int) -> Span | None:
        """The sentence that holds the code point ``position``."""
        index = bisect_right(self.sentences, position, key=lambda span: span.start) - 1
        return self.sentences[index] if index >= 0 and position < self.sentences[index].end else None

    def quotation_at(self, position: int) -> Quotation | None:
        """The quotation that holds the code point ``position``."""
        index = bisect_right(self.quotations, position, key=lambda quotation: quotation.span.start) - 1
        return self.quotations[index] if index >= 0 and position < self.quotations[index].span.end else None

    def is_speech(self, position: int) -> bool:
        """Whether what stands at ``position`` is said by somebody: quoted, or in a speech, question or reply."""
        quotation, block = self.quotation_at(position), self.block_at(position)
        if quotation is not None and quotation.is_speech:
            return True
        return block is not None and block.voice is not Voice.RELEASE


def segment(text: str, title: str) -> Document:
    """The parts of a release.

    Args:
        text: the release's text (title, empty line, paragraphs separated by empty lines).
        title: its title; may be empty or not part of the text.

    Returns:
        Blocks, sentences and quotations; no two blocks overlap, and every character that is not space or
        a rule of dashes lies in one block and one sentence of it.

    >>> document = segment("Visit\\n\\nFollowing is the speech by Mr Lee:\\n\\nLadies and gentlemen,", "Visit")
    >>> [block.kind.value for block in document.blocks]
    ['title', 'introduction', 'vocative']
    """
    blocks = tuple(_blocks(text, title))
    paragraphs = tuple(block.span for block in blocks if block.kind is not BlockKind.TITLE)
    all_sentences = tuple(chain.from_iterable(block.sentences for block in blocks))
    return Document(blocks, all_sentences, quotations(text, paragraphs))


_HEADING = Kind(BlockKind.HEADING)
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_LINE = re.compile(r"[^\n]+")
_RULER = re.compile(r"\s*[-–—=_*]{3,}\s*\Z")
_WRAPPED_WIDTH = 60
_CAN_END_A_LINE = '.?!:;,"”’)'


def _blocks(text: str, title: str) -> Iterator[Block]:
    speaker, is_dialogue, after = None, False, BlockKind.TITLE
    voice, marks = first_voice(text, title), marks_of(text)
    body = 0
    if title and text.startswith(title):
        body = len(title)
        yield Block(BlockKind.TITLE, Span(0, body), Voice.RELEASE, None, (Span(0, body),))
    for number, (span, is_heading) in enumerate(_parts(text, body), start=1):
        place = Place(text, span, number, voice, is_dialogue, after)
        found = _HEADING if is_heading else kind_of(place)
        is_dialogue = is_dialogue or found.opens_dialogue
        own_voice = Voice.RELEASE if found.kind in (BlockKind.NOTE, BlockKind.HEADER) else voice
        if found.voice:
            voice = found.voice
            speaker = found.speaker
            own_voice = Voice.RELEASE if found.kind is BlockKind.INTRODUCTION else voice
        own_speaker = speaker if own_voice is not Voice.RELEASE else None
        yield Block(found.kind, span, own_voice, own_speaker, sentences(text, span.start, span.end, marks))
        after = found.kind


def _parts(text: str, start: int) -> Iterator[tuple[Span, bool]]:
    """The spans that make a block each, and whether a rule of dashes under it makes it a heading."""
    place = start
    for gap in _PARAGRAPH_BREAK.finditer(text, start):
        yield from _lines(text, place, gap.start())
        place = gap.end()
    yield from _lines(text, place, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """The lines of a paragraph; lines that were only wrapped are put together again."""
    if text.find("\n", start, end) < 0:
        if whole := _stripped(text, start, end):
            yield whole, False
        return
    held: Span | None = None
    for line in _LINE.finditer(text, start, end):
        span = _stripped(text, line.start(), line.end())
        if span is None:
            continue
        if _RULER.match(text, span.start, span.end):
            if held:
                yield held, True
            held = None
        elif held and _is_wrapped(text, held, span):
            held = Span(held.start, span.end)
        else:
            if held:
                yield held, False
            held = span
    if held:
        yield held, False


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _is_wrapped(text: str, before: Span, line: Span) -> bool:
    """Whether a line goes on with the sentence of the line before."""
    last = text[before.end - 1]
    if last in _CAN_END_A_LINE and last != ",":
        return False
    width = before.end - max(before.start, text.rfind("\n", before.start, before.end))
    return text[line.start].islower() or width >= _WRAPPED_WIDTH
