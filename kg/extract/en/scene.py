"""A sentence with people and dates replaced by marks, so that event rules are short patterns.

"The Chief Executive, Mr John Lee, met with the Minister of ..., Ms Sun Meijun, at Government House today (May 19)"
becomes "<P>, met with <P>, at Government House <D>". People joined by commas, semicolons and "and" are one group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.en.posts import Post
from kg.model import Span, When

_OPEN, _CLOSE, _DATE_OPEN, _DATE_CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
_MARKS = re.compile("[\ue000-\ue003]")
_JOIN = re.compile(
    r"(?: \([^()\ue000]{1,40}\))?(?:[,;])? ?(?:(?:and|as well as|&|plus)(?: also)?,? )?"
    r"(?:(?:(?:from|representing|for|on) [^,;.:]{2,50}|via [^,;.:]{2,40}|among others), )?"
    r"(?:(?:an?|the|two|three|four|five|six|seven|eight|its|his|her|their|another|fellow|local|non-\w+) )*"
)
_SIDE = re.compile(
    r" ?\((?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|left|right|centre|center|front|back|middle|row"
    r"|standing|seated|from|in|the|and|back row|,)[ ,]?)+\)"
)

_COMPANIONS = re.compile(r"(?:Accompanied|Joined) (?:also )?by (?:the |his |her )?$")


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a person in a sentence: by name with the posts beside it, or by a pronoun."""

    person: int
    span: Span
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    masked: int
    length: int
    origin: Span


@dataclass(frozen=True, slots=True)
class Scene:
    """A masked sentence. ``groups[k]`` are the people of mark k, ``whens[k]`` the date of mark k."""

    span: Span
    kind: str
    text: str
    groups: tuple[tuple[Ref, ...], ...]
    whens: tuple[When, ...]
    pieces: tuple[_Piece, ...]

    def origin(self, at: int) -> int:
        """The position in the release of position ``at`` in the masked text."""
        shift = self.span.start
        for piece in self.pieces:
            if at < piece.masked:
                break
            if at < piece.masked + piece.length:
                return piece.origin.start
            shift = piece.origin.end - piece.masked - piece.length
        return at + shift

    def masked(self, origin: int) -> int:
        """The position in the masked text of a position in the release."""
        shift = -self.span.start
        for piece in self.pieces:
            if origin < piece.origin.start:
                break
            if origin < piece.origin.end:
                return piece.masked
            shift = piece.masked + piece.length - piece.origin.end
        return origin + shift

    def extent(self, start: int, end: int) -> Span:
        """The span in the release of a stretch of the masked text."""
        last = next((p for p in self.pieces if p.masked < end <= p.masked + p.length), None)
        return Span(self.origin(start), last.origin.end if last else self.origin(end))


def pattern(source: str) -> re.Pattern[str]:
    """Compile a rule over masked text: ``<P>`` is a group of people, ``<D>`` a date, ``<P:name>`` a named group."""
    source = re.sub(r"<P:(\w+)>", rf"{_OPEN}(?P<\1>\\d+){_CLOSE}", source)
    source = re.sub(r"<D:(\w+)>", rf"{_DATE_OPEN}(?P<\1>\\d+){_DATE_CLOSE}", source)
    return re.compile(source.replace("<P>", rf"{_OPEN}\d+{_CLOSE}").replace("<D>", rf"{_DATE_OPEN}\d+{_DATE_CLOSE}"))


GROUP = pattern("<P:people>")
DATE = pattern("<D:date>")


def scene(text: str, span: Span, kind: str, refs: Sequence[Ref], whens: Sequence[When]) -> Scene:
    """Mask one sentence; ``refs`` in text order and inside ``span``."""
    groups: list[list[Ref]] = []
    marks: list[tuple[Span, str]] = [(Span(m.start(), m.end()), "") for m in _SIDE.finditer(text, span.start, span.end)]
    free = [w for w in whens if not any(_overlap(w.evidence.span, r.span) for r in refs)]
    extents: list[Span] = []
    for ref in refs:
        if groups and _joined(text, extents[-1].end, ref.span.start, free):
            groups[-1].append(ref)
            extents[-1] = Span(extents[-1].start, ref.span.end)
        else:
            groups.append([ref])
            extents.append(ref.span)
    _part_companions(text, groups, extents)
    marks = [m for m in marks if not any(_overlap(m[0], e) for e in extents)]
    marks += [(extent, f"{_OPEN}{k}{_CLOSE}") for k, extent in enumerate(extents)]
    marks += [(w.evidence.span, f"{_DATE_OPEN}{k}{_DATE_CLOSE}") for k, w in enumerate(free)]
    masked, pieces = _mask(text, span, sorted(marks, key=lambda m: m[0]))
    return Scene(span, kind, masked, tuple(map(tuple, groups)), tuple(free), pieces)


def _part_companions(text: str, groups: list[list[Ref]], extents: list[Span]) -> None:
    """Begin a new group where the main clause begins: "Accompanied by the Director, Mr Wong, Mr Lee first called at ..."."""
    for k, (refs, extent) in enumerate(zip(groups, extents, strict=True)):
        if len(refs) < 2 or not _COMPANIONS.search(text, max(0, extent.start - 24), extent.start):
            continue
        if text[refs[-2].span.end : refs[-1].span.start] == ", ":
            groups[k : k + 1] = [refs[:-1], refs[-1:]]
            extents[k : k + 1] = [Span(extent.start, refs[-2].span.end), refs[-1].span]
            return
        mains = next((n for n in range(1, len(refs)) if text[refs[n - 1].span.end : refs[n].span.start] == ", "), None)
        if mains is not None and not refs[mains].posts:
            groups[k : k + 1] = [refs[:mains], refs[mains:]]
            extents[k : k + 1] = [
                Span(extent.start, refs[mains - 1].span.end),
                Span(refs[mains].span.start, extent.end),
            ]
            return


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _joined(text: str, end: int, start: int, whens: Sequence[When]) -> bool:
    if any(end <= w.evidence.span.start < start for w in whens):
        return False
    return bool(_JOIN.fullmatch(_SIDE.sub("", text[end:start])))


def _mask(text: str, span: Span, marks: Sequence[tuple[Span, str]]) -> tuple[str, tuple[_Piece, ...]]:
    out: list[str] = []
    pieces: list[_Piece] = []
    at, length = span.start, 0
    for where, mark in marks:
        if where.start < at:
            continue
        plain = _MARKS.sub(" ", text[at : where.start])
        out += [plain, mark]
        length += len(plain)
        pieces.append(_Piece(length, len(mark), where))
        length += len(mark)
        at = where.end
    out.append(_MARKS.sub(" ", text[at : span.end]))
    return "".join(out), tuple(pieces)
