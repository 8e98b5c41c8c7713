"""Words that mean an organisation without naming it: "the Department" for the one department named before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.en.agency_found import Anchor, Found
from kg.extract.en.agency_heads import Sort
from kg.extract.en.agency_nouns import GENERIC, NAMES_AFTER_ALL
from kg.extract.en.agency_rules import may_go_on
from kg.model import Agency, Evidence, Span

RULE: Final = "agency-before"
# Nouns that mean another thing behind "the" as often: the Government, all of a kind, a building.
_NOT_MEANT: Final = frozenset(
    {"Administration", "Assembly", "Chamber", "Court", "Customs", "Police", "School", "Union"}
)
# Sorts of nouns that stand behind "the" for the body of their kind that was named before.
_REFERRING: Final = frozenset({Sort.OFFICIAL, Sort.BODY})
_ARTICLES: Final = ("the ", "The ")
_STEM: Final = re.compile(r"[^,(]*?(?=,| (?:of|for|on|in|under|against|Against|\()|$)")
_MOST_WORDS: Final = 2


def meant(text: str, anchor: Anchor, start: int, end: int) -> Found | None:
    """The noun at ``start``, with general words before it, where it stands behind "the" as if it were a name.

    "the Council said", "the Advisory Committee met"; not "the Council of Norland", "the Legislative Council".
    """
    if anchor.head is None or anchor.head.sort not in _REFERRING or anchor.head.word in _NOT_MEANT:
        return None
    at = start
    for _ in range(_MOST_WORDS):
        if at < len("the ") or text[at - 1] != " " or text.startswith(_ARTICLES, at - len("the ")):
            break
        begin = text.rfind(" ", max(0, at - 20), at - 1) + 1
        if text[begin : at - 1] not in GENERIC:
            return None
        at = begin
    name = text[at:end]
    is_name = name in NAMES_AFTER_ALL or not text.startswith(_ARTICLES, max(0, at - len("the ")))
    return None if is_name or may_go_on(text, end) else Found(at, end, RULE, name)


def refer_back(agencies: Sequence[Agency], backward: Iterable[Found]) -> tuple[Agency, ...]:
    """The agencies with what refers back to them; ``backward`` are the nouns behind "the", in the text.

    A noun means the one organisation of its kind named before it, and none where there are two.
    """
    taken = {at for each in agencies for span in each.spans for at in (span.start, span.end)}
    kinds = _by_kind(agencies)
    found: dict[int, list[Evidence]] = {}
    for one in backward:
        named: set[int] = set()
        for first, k, stem in kinds.get(one.name.rpartition(" ")[2], ()):
            if first >= one.start or len(named) > 1:
                break
            if stem == one.name or stem.endswith(f" {one.name}"):
                named.add(k)
        if len(named) == 1 and one.end not in taken:
            found.setdefault(named.pop(), []).append(Evidence(Span(one.start, one.end), RULE))
    return tuple(
        replace(each, references=tuple(sorted((*each.references, *found[k]), key=lambda one: one.span)))
        if k in found
        else each
        for k, each in enumerate(agencies)
    )


def _by_kind(agencies: Sequence[Agency]) -> Mapping[str, Sequence[tuple[int, int, str]]]:
    """For the noun of each name, where its organisation is named first, which it is, and the name up to the noun.

    "Port Authority" of "Port Authority of Norland", under "Authority".
    """
    kinds: dict[str, list[tuple[int, int, str]]] = {}
    for k, each in enumerate(agencies):
        first = min(span.start for span in each.spans)
        for name in dict.fromkeys((each.name, *(mention.form for mention in each.mentions))):
            m = _STEM.match(name)
            stem = m.group() if m else ""
            kinds.setdefault(stem.rpartition(" ")[2], []).append((first, k, stem))
    return {noun: sorted(named) for noun, named in kinds.items()}
