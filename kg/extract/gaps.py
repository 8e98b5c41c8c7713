"""What no rule claimed although it looks like a person, a post or a body: where rules or rows are missing.

Pure: findings in, gaps out. A word that a rule looked at and left out, with its reason, is no gap.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.extract import Lexicon
from kg.extract.en import agency_heads, offices
from kg.extract.en.capitals import in_capitals, restore_case
from kg.extract.en.names import HONORIFICS, NAMESAKES, POST_NOMINALS, RANKS
from kg.extract.en.place_nouns import CALENDAR, LANGUAGES, OCCASIONS, VENUES
from kg.extract.en.words import COMMON
from kg.model import Evidence, Findings, Span

_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][^\W_]*(?:[-'’&./][^\W_]+)*"
_SMALL = r"(?: (?:of|for|the|and|in|de|la|von|van|bin|al|&)){0,2} "
_LISTED = rf", {_CAPITAL}(?=(?:, {_CAPITAL})* and {_CAPITAL})"  # "Culture, Sports and Tourism"
_RUN = re.compile(rf"{_CAPITAL}(?:{_SMALL}{_CAPITAL}|{_LISTED})*")
_BETWEEN = re.compile(r",? and |, | & ")
_WORD = re.compile(r"[^\W\d_][^\s]*")
_BODIES = frozenset(head.word for head in agency_heads.HEADS)
_THINGS = NAMESAKES | OCCASIONS | VENUES | CALENDAR | LANGUAGES
_ADDRESSED = frozenset({*offices.HEADS, "Members", "Sirs"})
_TITLES = frozenset(word for title in (*HONORIFICS, *RANKS) for word in title.split())
_ACRONYM = re.compile(r"[A-Z][A-Z&]{2,}")
_OPENS_A_SENTENCE = re.compile(r"(?:[.!?:\n\"“”(]\s*|^\s*)$")
_LONGEST = 90
_LONGEST_NAME = 4
_JOINING = frozenset({"of", "for", "the", "and", "in", "&"})


class Looks(StrEnum):
    """What a gap looks like."""

    PERSON = "person"
    POST = "post"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of a release that no rule claimed, and what it looks like."""

    span: Span
    form: str
    looks: Looks


@dataclass(frozen=True, slots=True)
class Missing:
    """A form that no rule claims: how often it stands in the releases, and the sentence that has it first."""

    form: str
    looks: Looks
    count: int
    release: str
    sentence: str


def gaps(findings: Findings, lexicon: Lexicon) -> tuple[Gap, ...]:
    """The gaps of one release, in the order of the text; known places are none.

    >>> from datetime import date
    >>> from kg.extract import lexicon
    >>> from kg.model import Release, Source
    >>> from kg.reference import load
    >>> text = "Visit\\n\\nThe Under Keeper of Hong Kong, Stella Lingwood, and Mr Unheard spoke."
    >>> release = Release("P1", None, "en", date(2025, 5, 19), "Visit", text, Source("P1.txt"))
    >>> [(gap.form, gap.looks.value) for gap in gaps(Findings(release, (), (), (), (), ()), lexicon(load()))]
    [('Stella Lingwood', 'person'), ('Mr Unheard', 'person')]
    """
    text = findings.release.text
    if in_capitals(text):
        text = restore_case(text)
    claimed = _claimed(findings, text)
    found: list[Gap] = []
    for run in _RUN.finditer(text):
        for span in _free(text, Span(run.start(), run.end()), claimed):
            found += _judged(text, span, lexicon)
    return tuple(found)


def _judged(text: str, span: Span, lexicon: Lexicon) -> Iterator[Gap]:
    """The gap that a span is; where it is none as a whole, those that its parts are ("Ann Lee and Bob Wu")."""
    form = text[span.start : span.end]
    cuts = [span.start, *(span.start + at for m in _BETWEEN.finditer(form) for at in m.span()), span.end]
    parts = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    looks = _looks(form, lexicon) if len(parts) == 1 or form.split()[0] not in HONORIFICS else None
    if looks is not None:
        yield Gap(span, form, looks)
    elif len(parts) > 1:
        for part in parts:
            yield from _judged(text, part, lexicon)


def missing(findings: Iterable[Findings], lexicon: Lexicon) -> tuple[Missing, ...]:
    """The gaps of all releases, each form once: the most frequent first, then by the alphabet."""
    counts: Counter[tuple[str, Looks]] = Counter()
    first: dict[tuple[str, Looks], tuple[str, str]] = {}
    for each in findings:
        for gap in gaps(each, lexicon):
            key = (gap.form, gap.looks)
            counts[key] += 1
            first.setdefault(key, (each.release.id, _sentence(each, gap.span)))
    ordered = sorted(counts, key=lambda key: (-counts[key], key))
    return tuple(Missing(form, looks, counts[form, looks], *first[form, looks]) for form, looks in ordered)


def _sentence(findings: Findings, span: Span) -> str:
    """The sentence that holds ``span``, on one line; the line of text where sentences were not read."""
    text = findings.release.text
    inside = bisect_right(findings.sentences, span.start, key=lambda sentence: sentence.start) - 1
    if inside >= 0 and findings.sentences[inside].end >= span.end:
        sentence = findings.sentences[inside]
    else:
        end = text.find("\n", span.end)
        sentence = Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
    return " ".join(text[sentence.start : sentence.end].split())


def _claimed(findings: Findings, text: str) -> list[Span]:
    """The spans that rules took, or left out with a reason, in order and joined; names with their honorifics."""
    evidence: list[Evidence] = [each for tenure in findings.tenures for each in tenure.evidence]
    for event in findings.events:
        evidence += [*event.evidence, *(each.evidence for each in (event.when, event.place) if each)]
    spans = [each.span for each in evidence]
    spans += [_with_titles(text, m.span) for person in findings.people for m in person.mentions]
    spans += [span for agency in findings.agencies for span in agency.spans]
    spans += [dropped.span for dropped in findings.dropped]
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _with_titles(text: str, name: Span) -> Span:
    """A name with the honorifics before and the post-nominals behind it."""
    start, end = name.start, name.end
    while (word := text[max(0, start - 20) : start].rstrip().rpartition(" ")[2].strip("(\n")) and (
        word.removesuffix(".") in _TITLES or word == "the"
    ):
        start = text.rindex(word, 0, start)
    while (m := re.compile(r",? ([A-Za-z]{2,6})\b").match(text, end)) and m[1] in POST_NOMINALS:
        end = m.end()
    return Span(start, end)


def _free(text: str, run: Span, claimed: list[Span]) -> Iterator[Span]:
    """What of a run is not claimed, without the small words at its ends."""
    at = run.start
    index = max(0, bisect_right(claimed, run.start, key=lambda span: span.start) - 1)
    while index < len(claimed) and claimed[index].start < run.end:
        if claimed[index].end > run.start:
            yield from _trimmed(text, at, min(claimed[index].start, run.end))
            at = max(at, claimed[index].end)
        index += 1
    yield from _trimmed(text, at, run.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The words from ``start`` to ``end`` without those that a sentence begins with, or that join."""
    words = [Span(m.start(), m.end()) for m in _WORD.finditer(text, start, end)] if start < end else []
    while words and _is_small(text, words[0]):
        words.pop(0)
    while words and text[words[-1].start : words[-1].end] in _JOINING:
        words.pop()
    if words:
        span = Span(words[0].start, words[-1].end)
        yield Span(
            span.start, span.end - (len(text[span.start : span.end]) - len(text[span.start : span.end].rstrip(",.-'’")))
        )


def _is_small(text: str, word: Span) -> bool:
    """Whether a word at the beginning of a run says nothing: "and", "The", a common word that opens a sentence."""
    form = text[word.start : word.end].strip(",.")
    if form in _JOINING or form.casefold() in {
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "this",
        "that",
        "these",
        "he",
        "she",
        "it",
        "i",
        "we",
    }:
        return True
    return form.casefold() in COMMON and _OPENS_A_SENTENCE.search(text, max(0, word.start - 6), word.start) is not None


def _looks(form: str, lexicon: Lexicon) -> Looks | None:
    """What capitalised words look like; None for places, occasions, laws, and words that are none of these."""
    words = [re.sub(r"[,.]+$|['’]s$", "", word) for word in form.split()]
    if len(form) > _LONGEST or lexicon.places.kind(" ".join(words)) is not None:
        return None
    if words[0] in HONORIFICS:
        return None if all(word in _ADDRESSED for word in words[1:]) else Looks.PERSON  # "Mr President"
    if len(words) == 1:
        return Looks.BODY if _ACRONYM.fullmatch(words[0]) and words[0] not in POST_NOMINALS else None
    if any(word in offices.HEADS for word in words):
        return Looks.POST
    if any(word in _BODIES for word in words):
        return Looks.BODY
    is_name = len(words) <= _LONGEST_NAME and not any(
        word in _THINGS or word in _JOINING or word.casefold() in COMMON or word.isupper() for word in words
    )
    of_a_place = lexicon.places.kind(words[0]) or lexicon.places.kind(" ".join(words[:2]).partition("-")[0])
    return Looks.PERSON if is_name and not of_a_place else None
