"""A sentence with people and dates replaced by marks, so that event rules are short patterns.

"The Chief Executive, Mr John Lee, met with the Minister of ..., Ms Sun Meijun, at Government House today (May 19)"
becomes "<P>, met with <P>, at Government House <D>". People joined by commas, semicolons and "and" are one group.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from kg.extract.en.patterns import DATE_CLOSE, DATE_OPEN, PEOPLE_CLOSE, PEOPLE_OPEN, Rule
from kg.extract.en.posts import Post
from kg.extract.en.triggers import possible_rules
from kg.model import Span, When

_MARKS: Final = re.compile(f"[{PEOPLE_OPEN}-{DATE_CLOSE}]")
# What may stand between two people of one group.
_JOIN: Final = re.compile(
    r"(?:, (?:representing|on behalf of|deputising for) [^,;.:\ue000]{2,90}(?=[,;]))?"
    r"(?: \([^()\ue000]{1,40}\))?(?:[,;])? ?(?:(?:and|as well as|&|plus)(?: also| then| later| subsequently)?,? )?"
    r"(?:(?:(?:from|representing|for|on) [^,;.:]{2,90}|via [^,;.:]{2,40}|among others), )?"
    r"(?:(?:an?|the|two|three|four|five|six|seven|eight|its|his|her|their|another|fellow|local|non-\w+"
    r"|former|then|late|incoming|outgoing|visiting|new) )*"
    r"(?:(?<=his )(?:wife|spouse|deputy), |(?<=her )(?:husband|spouse|deputy), )?"
)
_ITEM: Final = re.compile(r";(?: and)? (?:(?:the |an? |its |another )?[A-Z]|members? of )[^;.\ue000]{2,160}?,? ")
# "Mr Lau and the group of members led by the Director, Ms Wong": both act
_AND_THOSE_LED: Final = re.compile(r",? and (?:an?|the|his|her|its) [^,;.:\ue000]{3,120}? (?:led|headed) by (?:the )?")
_LAST_ITEM: Final = re.compile(
    r",? and (?:the|its|his|her) (?:(?:[A-Z][\w'’&-]*|of|the|for|and|members?|representative|leader|counterparts?),? )"
    r"{1,12}(?<=, )"
)
# "Mr Ko, and State Secretary for Trade at the Harbour Department Ms Lo": an office that no rule has read
_LAST_OFFICE: Final = re.compile(
    r",? and (?:the |its )?(?=(?:[A-Z][\w'’-]* ){0,3}(?:Secretary|Minister|Director|President|Chairman|Chairwoman"
    r"|Chairperson|Governor|Mayor|Commissioner|Head|Chief|Officer|Ambassador|General|Founder|Dean)\b)"
    r"(?:(?:[A-Z][\w'’&().-]*|of|the|for|and|in|at|on|to),? ){2,25}"
)
# What is left of a post behind a name, before the next item: ", Department of Ports; Ms Wong".
_POST_TAIL: Final = re.compile(r"(?:, [A-Z][^;,.\ue000]{2,120}){1,2};(?: and)? (?:the )?")
# No item of a list of people, but a clause or a heading of its own: "; Lotus University - appointed ".
_CLAUSE: Final = re.compile(
    r"\b(?:was|were|is|are|will|has|have|had|said|met|attended|who|which|he|she|they)\b|(?<=[a-z]ed) \Z| [-–—] "
)
# Where somebody stands in a photo: "(second left)".
_SIDE: Final = re.compile(
    r" ?\((?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|left|right|centre|center|front|back"
    r"|middle|row|standing|seated|from|in|the|and|back row|,)[ ,]?)+\)"
)
# "met his Norwegian counterpart, Mr Lau", "her counterpart in Oslo, Ms Wong": no office, but who is met
_COUNTERPART: Final = re.compile(
    r"\b(?:his|her|their|its|the) (?:[\w'’-]+ ){0,3}?counterparts?(?: (?:in|from|of) (?:the )?[A-Z][\w' ’-]{1,40}?)?,? "
    r"(?:the )?\Z"
)
# "met Nobel laureate Professor Lau": what somebody is who holds no office
_WHAT: Final = frozenset(
    """laureate scientist entrepreneur artist pianist violinist cellist musician composer conductor singer dancer actor
    actress writer author poet historian architect designer athlete swimmer fencer cyclist gymnast medallist champion
    astronaut scholar academic student philanthropist businessman businesswoman founder co-founder expert chef inventor
    pioneer centenarian veteran alumnus alumna graduate""".split()
)
_DESCRIBED: Final = re.compile(r"\b(?:the |an? |former |veteran )?(?:(?:[A-Z][\w'’-]*|[a-z]+-[a-z-]+) ){0,4}[a-z-]+ \Z")
_COUNTERPART_ENDS: Final = (", ", "counterpart ", "counterparts ", ", the ")
_COUNTERPART_REACH: Final = 100
_COMPANIONS: Final = re.compile(
    r"(?:(?:Accompanied|Joined|[Ww]itnessed) (?:also )?by|(?:^|[.,] )(?:Together|Along|Alongside) with"
    r"|^(?:Today|Yesterday|This|In|On|At|Earlier|Later|After|During|Also)\b[^.;:]{0,60}, (?:also )?"
    r"(?:(?:accompanied|joined) by|(?:together|along) with)"
    r"|In the company of|Under the witness of|In the presence of"
    r"|On behalf of|In place of|Instead of|Representing|At the invitation of"
    r"|^(?:(?:When|While|After|Before|Upon|On|Besides|Apart from|In addition to|Prior to"
    r"|Speaking (?:to [a-z ]{3,40} )?(?:after"
    r"|before)) )?(?:[Rr]eceiving|[Cc]alling on|[Ww]elcoming|[Mm]eeting(?: with)?)"
    r"|(?:At|During|In|After|Following|^[A-Z][\w ()]{3,40},? (?:at|during|after|following)) "
    r"(?:an? |the |his |her |[\w() ]{3,30}['’]s )?"
    r"(?:[\w-]+ ){0,2}?(?:meetings?|talks|lunch|luncheon|dinner|breakfast|discussions?|exchanges?(?: of views)?"
    r"|dialogues?)"
    r"(?: (?:on|about|at|in) [^.;,]{2,60})? with|^Meeting(?: with)?)"
    r" (?:the |his |her )?$"
)
# Behind companions and those whom they came with: the verb of the clause, so that some of the group act in it.
_ACTS: Final = re.compile(
    r"(?:,? together with [^.;]{3,250}?)?,? (?:also |then |later )?(?<!who )"
    r"(?:visited|toured|met|called|inspected|attended|signed|held|officiated)\b"
)
_GROUP_ACTS: Final = re.compile(
    r"[^.;]{0,250}?, the (?:group|party) (?:also |then )?(?:visited|toured|inspected|called)\b"
)
_REACH: Final = 120


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a person in a sentence: by name with the posts beside it, or by a pronoun."""

    person: int
    span: Span
    posts: tuple[Post, ...] = ()


class _Piece(NamedTuple):
    """A mark: where it stands in the masked text, how long it is, and what it replaces in the release."""

    masked: int
    length: int
    origin: Span


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A masked sentence. ``groups[k]`` are the people of mark k, ``whens[k]`` the date of mark k.

    ``folded`` is the text in lower case, ``rules`` are those that can match it by the words that they need.
    """

    span: Span
    kind: str
    text: str
    folded: str
    groups: tuple[tuple[Ref, ...], ...]
    whens: tuple[When, ...]
    pieces: tuple[_Piece, ...]
    rules: frozenset[Rule]

    def may_match(self, rules: frozenset[Rule]) -> bool:
        """Whether one of these can match."""
        return not self.rules.isdisjoint(rules)

    def matches(self, rule: Rule, limit: int = sys.maxsize) -> Iterable[re.Match[str]]:
        """All matches of a rule before ``limit``; nothing at once where the words that it needs are missing."""
        return rule.regex.finditer(self.text, 0, limit) if rule in self.rules else ()

    def match(self, rule: Rule) -> re.Match[str] | None:
        """The first match of a rule."""
        return rule.regex.search(self.text) if rule in self.rules else None

    def origin(self, at: int) -> int:
        """The position in the release of position ``at`` in the masked text."""
        k = bisect_right(self.pieces, at, key=lambda piece: piece.masked)
        if k == 0:
            return at + self.span.start
        piece = self.pieces[k - 1]
        behind = at - piece.masked - piece.length
        return piece.origin.start if behind < 0 else piece.origin.end + behind

    def masked(self, origin: int) -> int:
        """The position in the masked text of a position in the release."""
        k = bisect_right(self.pieces, origin, key=lambda piece: piece.origin.start)
        if k == 0:
            return origin - self.span.start
        piece = self.pieces[k - 1]
        behind = origin - piece.origin.end
        return piece.masked if behind < 0 else piece.masked + piece.length + behind

    def is_masked(self, origin: int) -> bool:
        """Whether a mark stands for the position of the release."""
        k = bisect_right(self.pieces, origin, key=lambda piece: piece.origin.start)
        return k > 0 and origin < self.pieces[k - 1].origin.end

    def without(self, start: int, end: int) -> Scene:
        """The same with a stretch of the masked text cut out; what stood there counts as masked."""
        cut = self.extent(start, end)
        length = end - start
        kept = [piece for piece in self.pieces if piece.masked + piece.length <= start or piece.masked >= end]
        moved = [piece if piece.masked < end else piece._replace(masked=piece.masked - length) for piece in kept]
        text = self.text[:start] + self.text[end:]
        pieces = tuple(sorted((*moved, _Piece(start, 0, cut))))
        return replace(self, text=text, folded=text.lower(), pieces=pieces)

    def extent(self, start: int, end: int) -> Span:
        """The span in the release of a stretch of the masked text."""
        k = bisect_left(self.pieces, end, key=lambda piece: piece.masked)
        last = self.pieces[k - 1] if k else None
        inside = last is not None and end <= last.masked + last.length
        return Span(self.origin(start), last.origin.end if last and inside else self.origin(end))


def scene(text: str, span: Span, kind: str, refs: Sequence[Ref], whens: Sequence[When]) -> Scene:
    """Mask one sentence; ``refs`` in text order and inside ``span``."""
    ends = span.start, span.end
    sides = [Span(*m.span()) for m in _SIDE.finditer(text, *ends)] if text.find("(", *ends) >= 0 else []
    if not (refs or whens or sides):
        masked = _MARKS.sub(" ", text[span.start : span.end])
        folded = masked.lower()
        return Scene(span, kind, masked, folded, (), (), (), possible_rules(folded))
    named = [ref.span for ref in refs]
    free = tuple(when for when in whens if not _overlaps(named, when.evidence.span))
    days = [when.evidence.span.start for when in free]
    groups: list[list[Ref]] = []
    extents: list[Span] = []
    for ref in refs:
        whole = _whole(text, extents[-1].end if extents else span.start, ref.span)
        is_joined = bool(groups) and _joined(text, extents[-1].end, ref.span.start, days)
        if is_joined or (groups and whole.start < ref.span.start and _joined(text, extents[-1].end, whole.start, days)):
            groups[-1].append(ref)
            extents[-1] = Span(extents[-1].start, whole.end)
        else:
            groups.append([ref])
            extents.append(whole)
    _part_companions(text, span.start, groups, extents)
    marks = [(side, "") for side in sides if not _overlaps(extents, side)]
    marks += [(extent, f"{PEOPLE_OPEN}{k}{PEOPLE_CLOSE}") for k, extent in enumerate(extents)]
    marks += [(w.evidence.span, f"{DATE_OPEN}{k}{DATE_CLOSE}") for k, w in enumerate(free)]
    masked, pieces = _mask(text, span, sorted(marks, key=lambda mark: mark[0]))
    folded = masked.lower()
    return Scene(span, kind, masked, folded, tuple(map(tuple, groups)), free, pieces, possible_rules(folded))


def _whole(text: str, floor: int, span: Span) -> Span:
    """The span of a name with what stands before it, from ``floor`` on, to say what or whose counterpart somebody is,
    and with the bracket that closes behind its post."""
    start, end = span.start, span.end
    before = _COUNTERPART if text.endswith(_COUNTERPART_ENDS, floor, start) else None
    if text[start - 2 : start - 1].islower() and text[text.rfind(" ", floor, start - 1) + 1 : start - 1] in _WHAT:
        before = _DESCRIBED
    if before and (m := before.search(text, max(floor, start - _COUNTERPART_REACH), start)):
        start = m.start()
    if text.startswith(")", end) and text.rfind("(", start, end) > text.rfind(")", start, end):
        end += 1
    return span if (start, end) == span else Span(start, end)


def _part_companions(text: str, start: int, groups: list[list[Ref]], extents: list[Span]) -> None:
    """Begin a new group where the main clause begins: "Accompanied by the Director, Mr Wong, Mr Lee called at".

    ``start`` is where the sentence begins.
    """
    for k, (refs, extent) in enumerate(zip(groups, extents, strict=True)):
        if len(refs) < 2 or not _COMPANIONS.search(text[max(start, extent.start - _REACH) : extent.start]):
            continue
        if _comma_before(text, refs, len(refs) - 1):
            cut = len(refs) - 1
        else:
            cut = next((n for n in range(1, len(refs)) if _comma_before(text, refs, n)), 0)
            cut = cut or int(_GROUP_ACTS.match(text, extent.end) is not None)
            if refs[cut].posts and not (_ACTS.match(text, extent.end) or _GROUP_ACTS.match(text, extent.end)):
                continue
        if cut:
            groups[k : k + 1] = [refs[:cut], refs[cut:]]
            extents[k : k + 1] = [Span(extent.start, refs[cut - 1].span.end), Span(refs[cut].span.start, extent.end)]
            return


def _comma_before(text: str, refs: Sequence[Ref], n: int) -> bool:
    """Whether nothing but a comma stands before the n-th of ``refs``."""
    return text[refs[n - 1].span.end : refs[n].span.start] == ", "


def _overlaps(ordered: Sequence[Span], span: Span) -> bool:
    """Whether ``span`` shares characters with one of ``ordered``, of which none stands over another."""
    before = bisect_left(ordered, (span.end,))
    return before > 0 and span.start < ordered[before - 1].end


def _joined(text: str, end: int, start: int, days: Sequence[int]) -> bool:
    """Whether what stands between two people makes them one group; ``days`` are where the dates begin."""
    following = bisect_left(days, end)
    if following < len(days) and days[following] < start:
        return False
    between = _SIDE.sub("", text[end:start])
    if _JOIN.fullmatch(between) or ("ed by " in between and _AND_THOSE_LED.fullmatch(between)):
        return True
    if between.startswith(";"):
        return _is_item(between)
    if ";" in between and _POST_TAIL.fullmatch(between):
        return _CLAUSE.search(between) is None
    return _LAST_ITEM.fullmatch(between) is not None or _LAST_OFFICE.fullmatch(between) is not None


def _is_item(between: str) -> bool:
    """Whether a list goes on, though no rule has read the post: "; the Chairman of the Committee under the EDC, "."""
    return _ITEM.fullmatch(between) is not None and _CLAUSE.search(between) is None


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
