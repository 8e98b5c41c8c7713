"""Organisations named in a release: by reference data, and by the form of their names.

One pass of an Aho-Corasick automaton (Aho and Corasick 1975) over the text yields anchors: names and abbreviations
of the reference data, head nouns ("Bureau", "Limited"), and words before a name ("Chairman of"). A rule for each
sort of anchor reads the name around it; of two names that overlap the longer stands. Abbreviations that the text
defines in brackets are looked up last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ahocorasick_rs import AhoCorasick

from kg.extract.en.agency_found import Anchor, Found, packed
from kg.extract.en.agency_heads import HEADS, Sort
from kg.extract.en.agency_joined import LED, PLURALS, joined
from kg.extract.en.agency_lists import LISTS, NAMINGS, listed, quoted
from kg.extract.en.agency_names import Context
from kg.extract.en.agency_nouns import (
    AFTER_THE,
    KINDS_OF_BODY,
    KINDS_OF_COMPANY,
    LEADERS,
)
from kg.extract.en.agency_parts import RULE as OF_PART
from kg.extract.en.agency_parts import with_wholes
from kg.extract.en.agency_references import RULE, meant, refer_back
from kg.extract.en.agency_rules import GLUED_TOO, RULES
from kg.extract.en.agency_variants import shortened, variants
from kg.model import Agency, Evidence, Mention, Span
from kg.reference import AgencyFact, Reference

# Rules that know a name only by the words before it: the name counts wherever else it stands.
_EXPLAINED_ONCE: Final = frozenset(
    {"agency-led", "agency-named-company", "agency-apposed", "agency-noun-first", "agency-listed", "agency-quoted"}
)
# What leads to the name of the body that another belongs to: "Faculty of Engineering at the University of Hong Kong".
_AT_ITS_SEAT: Final = (" at the ", "Unit of the ")
# The chamber that a part is named after is meant, though its name is in that of the part: "Trade Panel of the
# Legislative Council".
_CHAMBERS: Final = ("Parliament", "Legislative Council", "Senate", "House of Commons", "House of Lords")
_MEANT: Final = frozenset({"agency-joined", "agency-whole", OF_PART})
# What may be left out at the end of a name, in lower case.
_SUFFIXES: Final = (" of hong kong", " in hong kong", " hong kong", " limited", " ltd", " company limited")


class Automaton:
    """Finds all of many literals in one pass over a text, those that overlap too; picklable."""

    __slots__ = ("_compiled", "_literals")

    def __init__(self, literals: Iterable[str]) -> None:
        self._literals = tuple(literals)
        self._compiled = AhoCorasick(self._literals, store_patterns=False)

    def __reduce__(self) -> tuple[type[Automaton], tuple[tuple[str, ...]]]:
        """Only the literals are pickled: they compile in ten milliseconds."""
        return Automaton, (self._literals,)

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """The number of each literal found, where it starts and where it ends."""
        return self._compiled.find_matches_as_indexes(text, overlapping=True)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What the rules look up, compiled once from the reference data; picklable.

    ``automaton`` finds the literals of the ``anchors``, ``places`` and ``nationalities`` are casefolded;
    ``facts`` are the facts under their names without spaces, for text that lost them.
    """

    automaton: Automaton
    anchors: tuple[Anchor, ...]
    places: frozenset[str]
    nationalities: frozenset[str]
    facts: dict[str, AgencyFact]


def gazetteer(reference: Reference) -> Gazetteer:
    """Compile the reference data and the tables of nouns into one automaton.

    >>> from kg.reference import load
    >>> found = find_agencies("Staff of the Security Bureau (SB) met.", 0, (), gazetteer(load()))
    >>> [(agency.name, agency.abbreviation) for agency in found]
    [('Security Bureau', 'SB')]
    """
    anchors: dict[str, Anchor] = {}
    for lead in LEADERS:
        anchors[f"{lead} of "] = Anchor("agency-led")
    for opening in LISTS:
        anchors[opening] = Anchor("agency-listed")
    for opening in NAMINGS:
        anchors[opening] = Anchor("agency-quoted")
    for noun in KINDS_OF_COMPANY:
        anchors[f" {noun} "] = Anchor("agency-named-company")
    for noun in KINDS_OF_BODY:
        anchors[f" {noun}"] = Anchor("agency-apposed")
    for word in AFTER_THE:
        anchors[f"the {word}"] = anchors[f"The {word}"] = Anchor("agency-the-body")
    for head in sorted(HEADS, key=lambda row: row.sort is not Sort.FRONT):
        anchors[head.word] = Anchor("agency-head", head)
        if not head.word.isupper() and head.sort is not Sort.FRONT:
            anchors.setdefault(head.word.upper(), Anchor("agency-head-capitals", head))
    for noun in ("Museum", "Gallery", "Library"):
        anchors.setdefault(noun, Anchor("agency-directed"))
    anchors["Government"] = Anchor("agency-government")
    for noun in PLURALS.keys() | LED.keys():
        anchors[noun] = Anchor("agency-joined")
    facts: dict[str, AgencyFact] = {}
    for fact in reference.agencies.values():
        for name in fact.names:
            facts[packed(name)] = fact
            for form in {name, name.replace("'", "’"), name.upper()} if " " in name else {name}:
                anchors.setdefault(form, Anchor("agency-reference", None, fact))
    for short, named in reference.agency_abbreviations.items():
        if len(named) == 1 and len(short) > 2 and not short.islower():
            anchors.setdefault(short, Anchor("agency-reference-abbreviation", None, named[0]))
    automaton = Automaton(anchors)
    return Gazetteer(
        automaton, tuple(anchors.values()), frozenset(reference.place_names), frozenset(reference.demonyms), facts
    )


def find_agencies(text: str, title_end: int, people: Sequence[Span], gazetteer: Gazetteer) -> tuple[Agency, ...]:
    """The organisations named in a release's text, in the order of their first mention.

    ``text[:title_end]`` is the title; ``people`` are the spans of the personal names in the text, which a name
    of an organisation may only contain whole. Each agency has the fullest name printed (or the reference data's,
    where the text has the abbreviation alone) and every mention in order.
    """
    ordered = sorted(people)
    context = Context(
        text, ordered, [span.start for span in ordered], gazetteer.places, gazetteer.nationalities, gazetteer.facts
    )
    candidates = list(_candidates(context, gazetteer))
    backward = [one for one in candidates if one.rule == RULE]
    found = with_wholes(text, _longest(text, [one for one in candidates if one.rule != RULE]))
    defined = {text[one.alias.start : one.alias.end] for one in found if one.alias}
    found = [one for one in found if one.rule != "agency-reference-abbreviation" or one.abbreviation not in defined]
    explained = {one.abbreviation: one for one in found if one.rule == "agency-reference-abbreviation"}
    found = [
        explained[one.name]._replace(start=one.start, end=one.end) if one.name in explained else one for one in found
    ]
    found = _without_parts_in_title(found, title_end)
    found.extend(_abbreviated(text, found))
    agencies = _grouped(text, sorted(found, key=lambda one: one.start), title_end)
    return refer_back(agencies, backward) if backward else agencies


def _without_parts_in_title(found: list[Found], title_end: int) -> list[Found]:
    """Without an abbreviation in the title that is a part of a body the text names: "Vice-Chairman of CPPCC"."""
    shortened = [one for one in found if one.start < title_end and one.rule == "agency-reference-abbreviation"]
    named = [one for one in found if one.start >= title_end]
    parts = [
        short
        for short in shortened
        if short.fact not in {one.fact for one in named} and any(one.name.endswith(short.name) for one in named)
    ]
    return [one for one in found if one not in parts] if parts else found


def _candidates(context: Context, gazetteer: Gazetteer) -> Iterator[Found]:
    """Every name that a rule reads around an anchor."""
    text, anchors = context.text, gazetteer.anchors
    size = len(text)
    for k, start, end in gazetteer.automaton.find(text):
        anchor = anchors[k]
        if (end < size and text[end].isalnum() and text[end - 1].isalnum()) or (
            anchor.rule not in GLUED_TOO and start and text[start - 1].isalnum()
        ):
            continue
        if anchor.rule == "agency-listed":
            yield from listed(context, end)
            continue
        if anchor.rule == "agency-joined":
            yield from joined(context, text[start:end], start, end)
            continue
        one = (
            quoted(context, end) if anchor.rule == "agency-quoted" else RULES[anchor.rule](context, anchor, start, end)
        )
        if one is None and anchor.rule == "agency-head":
            one = meant(text, anchor, start, end)
        if one is not None:
            yield one


def _longest(text: str, candidates: Iterable[Found]) -> list[Found]:
    """Of candidates that overlap the longer, of equals the one that the reference data knows; both where one is
    the seat of the other.
    """
    chosen: list[Found] = []
    seats: list[Found] = []
    for one in _leaders_last(sorted(candidates, key=lambda one: (one.start, -one.end, one.fact is None))):
        if chosen and one.start < chosen[-1].end:
            last = chosen[-1]
            if one.end - one.start <= last.end - last.start:
                if one.end == last.end and not (seats and one.start < seats[-1].end):
                    if text.endswith(_AT_ITS_SEAT, last.start, one.start):
                        seats.append(one)
                    elif last.fact is None and _is_meant(text, one):
                        seats.append(one._replace(rule="agency-whole"))
                continue
            chosen.pop()
        chosen.append(one)
    return sorted((*chosen, *seats), key=lambda one: (one.start, -one.end))


def _is_meant(text: str, one: Found) -> bool:
    """Whether the end of a longer name means a body of its own: the chamber of a part, what a body stands under."""
    is_chamber = one.name.endswith(_CHAMBERS) and text.endswith(" of the ", 0, one.start)
    return is_chamber or text.endswith(" under the ", 0, one.start)


def _leaders_last(candidates: list[Found]) -> list[Found]:
    """Without the names that only a word before them makes one, where a better rule reads a part of the same words."""
    better = [one for one in candidates if one.rule != "agency-led"]
    if len(better) == len(candidates):
        return candidates
    return [
        one
        for one in candidates
        if one.rule != "agency-led" or not any(one.start < other.end and other.start < one.end for other in better)
    ]


def _abbreviated(text: str, found: Sequence[Found]) -> list[Found]:
    """The further places where a name that only its first context explained, or an abbreviation of it, stands."""
    defining = [one for one in found if one.alias or one.rule in _EXPLAINED_ONCE]
    taken = {at for one in found for at in range(one.start, one.end)} if defining else set()
    more: list[Found] = []
    for one in defining:
        short = _aliases(text, one)[0] if one.alias else one.name
        at = text.find(short)
        while at >= 0:
            end = at + len(short)
            whole = not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum()
            if whole and taken.isdisjoint(range(at, end)):
                taken.update(range(at, end))
                rule = "agency-abbreviation" if one.alias else one.rule
                more.append(one._replace(start=at, end=end, rule=rule))
            at = text.find(short, end)
    return more


def _aliases(text: str, one: Found) -> tuple[str, ...]:
    """The short forms that a name defines: "WKCD Authority" for "West Kowloon Cultural District (WKCD) Authority"."""
    if one.alias is None:
        return ()
    short = text[one.alias.start : one.alias.end]
    behind = text[one.alias.end + 1 : one.end]
    return (short,) if one.alias.start >= one.end or behind.startswith(" in ") else (f"{short}{behind}",)


def _grouped(text: str, found: Sequence[Found], title_end: int) -> tuple[Agency, ...]:
    """One agency for all mentions of one organisation."""
    groups: dict[str, list[Found]] = {}
    aliases = {alias: _key(one) for one in found if one.alias for alias in _aliases(text, one)}
    for one in found:
        groups.setdefault(aliases.get(one.name, _key(one)), []).append(one)
    for key in sorted(groups, key=len):
        whole = next((full for full in _fuller(key) if full in groups), None)
        if whole:
            groups[whole].extend(groups.pop(key))
    _merge_variants(groups, aliases)
    _merge_shortened(groups)
    told = list(groups.values())
    if any(one.rule == OF_PART for one in found):
        told = [group for group in told if any(one.rule != OF_PART for one in group)]
    agencies = [_agency(text, sorted(group, key=lambda one: one.start), title_end) for group in told]
    return tuple(sorted(agencies, key=lambda agency: min(agency.spans)))


def _merge_variants(groups: dict[str, list[Found]], aliases: Mapping[str, str]) -> None:
    """Put names that are one in other words together, where the reference data does not tell them apart."""
    first: dict[object, str] = {}
    for key in sorted(groups, key=lambda key: min(one.start for one in groups[key])):
        if groups[key][0].fact is not None:
            continue
        for variant in variants(groups[key][0].name, aliases):
            whole = first.setdefault(variant, key)
            if whole != key:
                groups[whole].extend(groups.pop(key))
                break


def _merge_shortened(groups: dict[str, list[Found]]) -> None:
    """Put the short name of a school or institute to the whole name that the text gave before."""
    names = {group[0].name: key for key, group in groups.items() if group[0].fact is None}
    for name, key in names.items():
        whole = shortened(name, (other for other, its_key in names.items() if its_key in groups))
        if whole is not None and groups[names[whole]][0].start < groups[key][0].start:
            groups[names[whole]].extend(groups.pop(key))


def _fuller(key: str) -> Iterator[str]:
    """The names that are another with its seat or legal form: "Hong Kong Bar Association" for "Bar Association"."""
    yield f"hong kong {key}"
    for suffix in _SUFFIXES:
        yield key + suffix


def _key(one: Found) -> str:
    name = one.fact.name if one.fact else one.name
    name = f"Hong Kong{name.removeprefix('HK')}" if name.startswith("HK ") else name
    return name.casefold().replace("’", "'").replace(" the ", " ")


def _agency(text: str, group: Sequence[Found], title_end: int) -> Agency:
    full = [one for one in group if one.rule not in ("agency-abbreviation", "agency-reference-abbreviation")]
    body = [one for one in full if one.start >= title_end] or full or group
    name = max((one.name for one in body), key=len)
    short = next((one.abbreviation for one in group if one.abbreviation), None)
    named = [one for one in group if one.rule not in _MEANT]
    mentions = tuple(Mention(Span(one.start, one.end), one.rule, text[one.start : one.end]) for one in named)
    meant = tuple(Evidence(Span(one.start, one.end), one.rule) for one in group if one.rule in _MEANT)
    return Agency(name, short, mentions, meant)
