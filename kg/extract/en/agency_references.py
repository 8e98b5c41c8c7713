"""Words that mean an organisation without naming it: "the Department" for the one department named before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.en.agency_found import Found
from kg.model import Agency, Evidence, Span

RULE: Final = "agency-before"
# Nouns that mean another thing behind "the" as often: the Government, all of a kind, a building.
NOT_MEANT: Final = frozenset({"Administration", "Assembly", "Chamber", "Court", "Customs", "Police", "School", "Union"})
_STEM: Final = re.compile(r"[^,(]*?(?=,| (?:of|for|on|in|under|against|Against|\()|$)")


def refer_back(agencies: Sequence[Agency], backward: Iterable[Found]) -> tuple[Agency, ...]:
    """The agencies with what refers back to them; ``backward`` are the nouns behind "the", in the text.

    A noun means the one organisation of its kind named before it, and none where there are two.
    """
    kinds = [{_kind(name) for name in (each.name, *(m.form for m in each.mentions))} for each in agencies]
    firsts = [min(span.start for span in each.spans) for each in agencies]
    found: dict[int, list[Evidence]] = {}
    for one in backward:
        named = [k for k, first in enumerate(firsts) if first < one.start and one.name in kinds[k]]
        if len(named) == 1:
            found.setdefault(named[0], []).append(Evidence(Span(one.start, one.end), RULE))
    return tuple(
        replace(each, references=tuple(sorted((*each.references, *found[k]), key=lambda one: one.span)))
        if k in found
        else each
        for k, each in enumerate(agencies)
    )


def _kind(name: str) -> str:
    """The noun that says what an organisation is: "Authority" of "Port Authority of Norland"."""
    m = _STEM.match(name)
    return m.group().rpartition(" ")[2] if m else ""
