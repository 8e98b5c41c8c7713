"""Organisations named in a release: by reference data, and by the form of their names.

One pass of an Aho-Corasick automaton (Aho and Corasick 1975) over the text yields anchors: names and abbreviations
of the reference data, head nouns ("Bureau", "Limited"), and words before a name ("Chairman of"). A rule for each
sort of anchor reads the name around it; of two names that overlap the longer stands. Abbreviations that the text
defines in brackets are looked up last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import ahocorasick

from kg.extract.en.agency_names import RUN, Context, Left, caps_left, name_left, name_right, spoils
from kg.extract.en.agency_nouns import (
    AFTER_THE,
    BEFORE,
    CHAMBERS,
    EVENTS,
    GENERIC,
    HEADS,
    KINDS_OF_COMPANY,
    LEADERS,
    NAMES_AFTER_ALL,
    NOT_JUST_PLACED,
    OPENERS,
    OTHER_THINGS,
    PLURALS,
    REALMS,
    ROLES,
    Head,
    Sort,
)
from kg.model import Agency, Mention, Span
from kg.reference import AgencyFact, Reference

HKSARG: Final = "Hong Kong Special Administrative Region Government"
_HKSARG_FORMS: Final = re.compile(
    r"(?:Hong Kong(?: Special Administrative Region| SAR)?|HKSAR|SAR)(?: \(HKSAR\))? Government"
    r"|Government of the (?:Hong Kong(?: Special Administrative Region| SAR)?|HKSAR)(?: \(HKSAR\))?"
)
_GOVERNMENT_OF = re.compile(rf" of (the )?({RUN})")
_BRACKET = re.compile(r" ?\((?:the |hereafter |\")*([A-Z][\w&\-/]*(?: [A-Z][\w&\-]*){0,3})\"?\)")
_LED = re.compile(rf"(?:(?:the )?Board(?: of [A-Z]\w+)? of )?(the )?({RUN}(?: (?:&|of|for|and) {RUN})?)")
_NAMED = re.compile(rf" ({RUN})")
_FRONTED = re.compile(rf"(?: - {RUN}| (?:du|de|des|la|le|et)(?= [A-Z])| {RUN})+")
_ROMANCE = re.compile(r" - | d[ue]s? |(?:elle|aise|ique|ienne|ais)\b")
_CAPITALISED = re.compile(r" [A-ZÀ-Þ]")
_NATIONAL = re.compile(r"[A-Z][a-z]+(?:ese|ish|ian|ean|can|lian|nch|tch|aqi|iss|man)$")
_SEAT = re.compile(r"(?:Municipal|Provincial|People['’]s|SAR|Region|MSAR|HKSAR|Federal|District|State|Autonomous)$")
_ANY: Final = Head("", Sort.BODY, (), "")
_GAP = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What the rules look up, compiled once from the reference data; picklable.

    ``automaton`` finds the anchors, ``places`` and ``nationalities`` are casefolded;
    ``packed`` are the facts under their names without spaces, for text that lost them.
    """

    automaton: Any
    places: frozenset[str]
    nationalities: frozenset[str]
    packed: dict[str, AgencyFact]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What the automaton found: the rule that reads around it, its length, its head noun or fact."""

    rule: str
    length: int
    head: Head | None = None
    fact: AgencyFact | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """One candidate name in the text."""

    start: int
    end: int
    rule: str
    name: str
    fact: AgencyFact | None = None
    abbreviation: str | None = None
    alias: Span | None = None


def gazetteer(reference: Reference) -> Gazetteer:
    """Compile the reference data and the tables of nouns into one automaton.

    >>> from kg.reference import load
    >>> found = find_agencies("Staff of the Security Bureau (SB) met.", 0, (), gazetteer(load()))
    >>> [(agency.name, agency.abbreviation) for agency in found]
    [('Security Bureau', 'SB')]
    """
    anchors: dict[str, _Anchor] = {}
    for lead in LEADERS:
        anchors[f"{lead} of "] = _Anchor("agency-led", len(lead) + 4)
    for noun in KINDS_OF_COMPANY:
        anchors[f" {noun} "] = _Anchor("agency-named-company", len(noun) + 2)
    for word in AFTER_THE:
        anchors[f"the {word}"] = anchors[f"The {word}"] = _Anchor("agency-the-body", len(word) + 4)
    for head in sorted(HEADS, key=lambda row: row.sort is not Sort.FRONT):
        anchors[head.word] = _Anchor("agency-head", len(head.word), head)
        if not head.word.isupper() and head.sort is not Sort.FRONT:
            anchors.setdefault(head.word.upper(), _Anchor("agency-head-capitals", len(head.word), head))
    anchors["Government"] = _Anchor("agency-government", len("Government"))
    packed: dict[str, AgencyFact] = {}
    for fact in reference.agencies.values():
        for name in fact.names:
            packed[_packed(name)] = fact
            for form in {name, name.replace("'", "’"), name.upper()} if " " in name else {name}:
                anchors[form] = _Anchor("agency-reference", len(form), None, fact)
    for short, facts in reference.agency_abbreviations.items():
        if len(facts) == 1 and len(short) > 2 and not short.islower():
            anchors.setdefault(short, _Anchor("agency-reference-abbreviation", len(short), None, facts[0]))
    automaton = ahocorasick.Automaton()
    for form, anchor in anchors.items():
        automaton.add_word(form, anchor)
    automaton.make_automaton()
    return Gazetteer(automaton, frozenset(reference.place_names), frozenset(reference.demonyms), packed)


def _packed(name: str) -> str:
    return _GAP.sub("", name).casefold()


def find_agencies(text: str, title_end: int, people: Sequence[Span], gazetteer: Gazetteer) -> tuple[Agency, ...]:
    """The organisations named in a release's text, in the order of their first mention.

    ``text[:title_end]`` is the title; ``people`` are the spans of the personal names in the text, which a name
    of an organisation may only contain whole. Each agency has the fullest name printed (or the reference data's,
    where the text has the abbreviation alone) and every mention in order.
    """
    ordered = sorted(people)
    context = Context(
        text, ordered, [span.start for span in ordered], gazetteer.places, gazetteer.nationalities, gazetteer.packed
    )
    found = _longest(_candidates(context, gazetteer))
    defined = {text[one.alias.start : one.alias.end] for one in found if one.alias}
    found = [one for one in found if one.rule != "agency-reference-abbreviation" or one.abbreviation not in defined]
    found.extend(_abbreviated(text, found))
    return _grouped(text, sorted(found, key=lambda one: one.start), title_end)


def _candidates(context: Context, gazetteer: Gazetteer) -> Iterator[_Found]:
    """Every name that a rule reads around an anchor."""
    text = context.text
    size = len(text)
    for last, anchor in gazetteer.automaton.iter(text):
        end = last + 1
        start = end - anchor.length
        if (end < size and text[end].isalnum() and text[last] != " ") or (
            anchor.rule not in _GLUED_TOO and start and text[start - 1].isalnum()
        ):
            continue
        one = _RULES[anchor.rule](context, anchor, start, end)
        if one is not None:
            yield one


def _by_reference(context: Context, anchor: _Anchor, start: int, end: int) -> _Found | None:
    """A name of the reference data: "Department of Health"."""
    fact, text = anchor.fact, context.text
    assert fact is not None
    form = text[start:end]
    if context.person_at(start) or text[end : end + 1] == "-" or form.endswith("Museum"):
        return None
    if " " not in form and text[max(0, start - 8) : start] == "and the ":
        return None  # "Secretary for Financial Services and the Treasury"
    if spoils(context, _ANY, end):
        return None
    if _HKSARG_FORMS.fullmatch(form):
        return _Found(start, end, anchor.rule, HKSARG, context.facts.get(_packed(HKSARG)))
    name = fact.name if form.isupper() and not fact.name.isupper() else form
    return _bracketed(context, _Found(start, end, anchor.rule, name, fact))


def _by_abbreviation(context: Context, anchor: _Anchor, start: int, end: int) -> _Found | None:
    """An abbreviation that only the reference data explains: "HKMA"."""
    fact, text = anchor.fact, context.text
    assert fact is not None
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    if around.isupper() or context.person_at(start) or text[end : end + 1] in ("-", ")", "/"):
        return None
    return _Found(start, end, anchor.rule, fact.name, fact, text[start:end])


def _by_head(context: Context, anchor: _Anchor, start: int, end: int) -> _Found | None:
    """A name with a head noun: "Harbour Heritage Board", "Court of First Instance of the High Court"."""
    head, text = anchor.head, context.text
    assert head is not None
    before = text[start - 1] if start else ""
    if before.isalnum():
        return _glued(context, start, end) if before.islower() else None
    if before in ("-", "/", "&"):
        return None
    if text[max(0, start - 4) : start].lower() == "the " and text[end : end + 1] != " ":
        return None
    if head.sort is Sort.FRONT or text[end : end + 1] == " ":
        fronted = _fronted(context, head, start, end)
        if fronted or head.sort is Sort.FRONT:
            return fronted
    left = name_left(context, head, start)
    stop = name_right(context, head, end, text.count(" ", left.start, start))
    if not _is_name(context, head, left, start, end, stop) or spoils(context, head, stop):
        return None
    name = text[left.start : stop]
    alias = None
    if left.bracket:
        inside = text[left.bracket.start : left.bracket.end]
        if head.sort is not Sort.COMPANY:
            name = name.replace(f"{inside} ", "")
            alias = Span(left.bracket.start + 1, left.bracket.end - 1)
    return _bracketed(context, _Found(left.start, stop, anchor.rule, name, None, None, alias))


def _is_name(context: Context, head: Head, left: Left, start: int, end: int, stop: int) -> bool:
    """Whether the words around a head noun make a name rather than a description."""
    text = context.text
    words = text[left.start : start].split()
    preceding = text[max(0, left.start - 4) : left.start]
    if preceding.endswith((" a ", " an ")) and (stop > end or text[end : end + 1] != " "):
        return False  # "establishing an Economic and Trade Office in Riyadh"
    if head.word == "House" and not CHAMBERS.intersection(text[end:stop].split()):
        return False
    if stop > end and head.sort is not Sort.COMPANY:
        return True
    if not words or head.sort is Sort.COMPLEMENT:
        return False
    if head.word == "Co":
        return words[-1] == "&" or text[end : end + 1] == "."
    if head.word in BEFORE and words[-1].replace("’", "'") not in BEFORE[head.word]:
        return False
    if head.word in PLURALS and preceding.endswith("of "):
        return False
    if head.sort is Sort.COMPANY:
        return any(word not in GENERIC for word in words)
    if head.sort is Sort.WEAK and len(words) < 2 and not (head.word == "Orchestra" or words[0] in GENERIC):
        return bool(words[0] not in GENERIC and context.is_place(words[0]))
    if all(word in GENERIC or word == "and" for word in words):
        return text[left.start : stop] in NAMES_AFTER_ALL
    return not ((head.word in NOT_JUST_PLACED or head.sort is Sort.WEAK) and context.is_place(" ".join(words)))


def _fronted(context: Context, head: Head, start: int, end: int) -> _Found | None:
    """A name that begins with its noun, as in the Romance languages: "Association Culturelle France - Hong Kong"."""
    text = context.text
    if head.word not in _FRONT_WORDS or (start and text[start - 1] not in ' "(\n'):
        return None
    before = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start].strip('"( \n')
    if before[:1].isupper() and before not in OPENERS and "\n" not in text[max(0, start - 1) : start]:
        return None
    m = _FRONTED.match(text, end)
    if not m or (head.word == "Association" and not _ROMANCE.search(m.group())):
        return None
    stop = m.end()
    name = text[start:stop]
    if context.person_at(start) or not name[-1].isalnum() or name.split()[1] in ROLES | OPENERS:
        return None
    return _bracketed(context, _Found(start, stop, "agency-noun-first", name))


def _glued(context: Context, start: int, end: int) -> _Found | None:
    """A known name that lost spaces: "Innovation, Technology andIndustryBureau"."""
    text = context.text
    at = low = max(text.rfind("\n", 0, start) + 1, start - 100)
    best = None
    for m in re.finditer(r"\S+", text[low:end]):
        at = low + m.start()
        fact = context.facts.get(_packed(text[at:end]))
        if fact:
            best = _Found(at, end, "agency-glued", fact.name, fact)
            break
    return _bracketed(context, best) if best else None


def _by_capitals(context: Context, anchor: _Anchor, start: int, end: int) -> _Found | None:
    """A name in a text set in capitals: "THE HONG KONG-AMERICA BUSINESS ASSOCIATION"."""
    text = context.text
    left = caps_left(text, start)
    words = text[left:start].split()
    if not words or all(word.capitalize() in GENERIC for word in words):
        return None
    if text[end : end + 4].strip().isupper() and text[end : end + 4] in (" BUI", " HAL", " ORD"):
        return None
    return _bracketed(context, _Found(left, end, anchor.rule, text[left:end]))


def _by_government(context: Context, anchor: _Anchor, start: int, end: int) -> _Found | None:
    """A government with its country, region or city: "Government of Viet Nam", "Japanese Government"."""
    text = context.text
    if text[max(0, start - 9) : start - 1] in ("People's", "People’s") and text[end : end + 4] == " of ":
        start -= len("People's ")
    if m := _GOVERNMENT_OF.match(text, end):
        run = m.group(2)
        hksarg = _HKSARG_FORMS.match(text, start)
        stop = hksarg.end() if hksarg else m.end()
        if not hksarg and (run.split()[0] in ROLES or run.split()[0] in OPENERS or run in GENERIC):
            return None
        return _Found(start, stop, anchor.rule, HKSARG if hksarg else text[start:stop])
    if text[max(0, start - 4) : start].lower() == "the ":
        return None
    left = name_left(context, _ANY, start)
    words = text[left.start : start].strip()
    if left.bracket:
        words = words.replace(text[left.bracket.start : left.bracket.end], "").strip()
    known = context.is_place(words) or words.casefold() in context.nationalities or _SEAT.search(words)
    if (
        not words
        or all(word in GENERIC for word in words.split())
        or not (known or (" " not in words and _NATIONAL.match(words)))
        or spoils(context, _ANY, end)
    ):
        return None
    name = f"{words} Government"
    if _HKSARG_FORMS.fullmatch(name):
        name = HKSARG
    return _Found(left.start, end, anchor.rule, name)


def _by_leader(context: Context, anchor: _Anchor, _start: int, end: int) -> _Found | None:
    """What somebody chairs or manages: "Chairman of the International Ethics Forum"."""
    m = _LED.match(context.text, end)
    if not m:
        return None
    begin = m.start(2)
    name = m.group(2).removesuffix("'s").removesuffix("’s")
    words = name.split()
    if any(word in ROLES or word in OPENERS for word in words) or context.is_place(name) or context.person_at(begin):
        return None
    if (
        words[0] == "Board"
        or words[-1] in EVENTS
        or words[-1] in REALMS
        or words[-1] in GENERIC
        or words[-1] in _TAKEN
        or context.is_place(words[-1])
    ):
        return None
    if len(words) == 1 and (m.group(1) or name in OTHER_THINGS):
        return None
    return _bracketed(context, _Found(begin, begin + len(name), anchor.rule, name))


def _by_kind(context: Context, anchor: _Anchor, _start: int, end: int) -> _Found | None:
    """A company that the text calls one: "the technology company Yidu Tech"."""
    m = _NAMED.match(context.text, end - 1)
    if not m:
        return None
    name = m.group(1).removesuffix("'s").removesuffix("’s")
    words = name.split()
    if any(word in ROLES or word in OPENERS for word in words) or context.is_place(name) or context.person_at(end):
        return None
    return _bracketed(context, _Found(end, end + len(name), anchor.rule, name))


def _by_article(context: Context, anchor: _Anchor, start: int, end: int) -> _Found | None:
    """A body that is one word behind "the": "the Judiciary", "the Police"."""
    if _CAPITALISED.match(context.text, end) or context.text[end : end + 1] == "-":
        return None
    name = context.text[start + 4 : end]
    return _Found(start + 4, end, anchor.rule, name, context.facts.get(_packed(AFTER_THE[name])))


_EXPLAINED_ONCE: Final = frozenset({"agency-led", "agency-named-company", "agency-noun-first"})
_SUFFIXES: Final = frozenset({" of hong kong", " in hong kong", " hong kong", " limited", " ltd", " company limited"})
Rule = Callable[[Context, _Anchor, int, int], _Found | None]
_RULES: Final[dict[str, Rule]] = {
    "agency-reference": _by_reference,
    "agency-reference-abbreviation": _by_abbreviation,
    "agency-head": _by_head,
    "agency-head-capitals": _by_capitals,
    "agency-government": _by_government,
    "agency-led": _by_leader,
    "agency-named-company": _by_kind,
    "agency-the-body": _by_article,
}
_GLUED_TOO: Final = frozenset({"agency-head", "agency-named-company"})
_FRONT_WORDS: Final = frozenset(head.word for head in HEADS if head.sort is Sort.FRONT)
_TAKEN: Final = frozenset(head.word for head in HEADS if head.sort in (Sort.OFFICIAL, Sort.BODY, Sort.COMPANY))


def _bracketed(context: Context, one: _Found) -> _Found:
    """Add the abbreviation that the text defines behind the name: "Department of Health (DH)"."""
    m = _BRACKET.match(context.text, one.end)
    if not m:
        return one
    short = m.group(1)
    capitals = sum(1 for char in short if char.isupper())
    if " " in short:
        fits = short.split()[-1] in one.name.split() or short.split()[-1].isupper()
    else:
        fits = capitals > 1 and not short.isdigit()
    if not fits or context.is_place(short) or _abbreviates_region(one.name, short):
        return one
    return replace(one, abbreviation=short, alias=Span(*m.span(1)))


def _abbreviates_region(name: str, short: str) -> bool:
    """Whether ``short`` stands for the place at the end: "Government of the ... Region (HKSAR)"."""
    place = re.split(r" (?:of|in) (?:the )?", name)[-1]
    return place != name and "".join(re.findall(r"\b[A-Z]", place)) == short


def _longest(candidates: Iterable[_Found]) -> list[_Found]:
    """Of candidates that overlap the longer; of equals the one that the reference data knows."""
    chosen: list[_Found] = []
    for one in _leaders_last(sorted(candidates, key=lambda one: (one.start, -one.end, one.fact is None))):
        if chosen and one.start < chosen[-1].end:
            last = chosen[-1]
            if one.end - one.start <= last.end - last.start:
                continue
            chosen.pop()
        chosen.append(one)
    return chosen


def _leaders_last(candidates: list[_Found]) -> list[_Found]:
    """Without the names that only a word before them makes one, where a better rule reads a part of the same words."""
    better = [one for one in candidates if one.rule != "agency-led"]
    return [
        one
        for one in candidates
        if one.rule != "agency-led" or not any(one.start < other.end and other.start < one.end for other in better)
    ]


def _abbreviated(text: str, found: Sequence[_Found]) -> list[_Found]:
    """The further places where a name that only its first context explained, or an abbreviation of it, stands."""
    taken = {at for one in found for at in range(one.start, one.end)}
    more: list[_Found] = []
    for one in found:
        if one.alias is None and one.rule not in _EXPLAINED_ONCE:
            continue
        short = _aliases(text, one)[0] if one.alias else one.name
        at = text.find(short)
        while at >= 0:
            end = at + len(short)
            whole = not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum()
            if whole and at not in taken:
                taken.update(range(at, end))
                rule = "agency-abbreviation" if one.alias else one.rule
                more.append(replace(one, start=at, end=end, rule=rule))
            at = text.find(short, end)
    return more


def _aliases(text: str, one: _Found) -> tuple[str, ...]:
    """The short forms that a name defines: "WKCD Authority" for "West Kowloon Cultural District (WKCD) Authority"."""
    if one.alias is None:
        return ()
    short = text[one.alias.start : one.alias.end]
    return (short,) if one.alias.start >= one.end else (f"{short}{text[one.alias.end + 1 : one.end]}",)


def _grouped(text: str, found: Sequence[_Found], title_end: int) -> tuple[Agency, ...]:
    """One agency for all mentions of one organisation."""
    groups: dict[str, list[_Found]] = {}
    aliases = {alias: _key(one) for one in found if one.alias for alias in _aliases(text, one)}
    for one in found:
        groups.setdefault(aliases.get(one.name, _key(one)), []).append(one)
    for key in sorted(groups, key=len):
        whole = next((other for other in groups if other != key and _same(key, other)), None)
        if whole:
            groups[whole].extend(groups.pop(key))
    agencies = [_agency(text, sorted(group, key=lambda one: one.start), title_end) for group in groups.values()]
    return tuple(sorted(agencies, key=lambda agency: agency.mentions[0].span))


def _same(short: str, full: str) -> bool:
    """Whether a name is another without its seat or legal form: "Bar Association" and "Hong Kong Bar Association"."""
    if full.endswith(short):
        return full[: -len(short)] == "hong kong "
    return full.startswith(short) and full[len(short) :] in _SUFFIXES


def _key(one: _Found) -> str:
    name = one.fact.name if one.fact else one.name
    return name.casefold().replace("’", "'")


def _agency(text: str, group: Sequence[_Found], title_end: int) -> Agency:
    full = [one for one in group if one.rule not in ("agency-abbreviation", "agency-reference-abbreviation")]
    body = [one for one in full if one.start >= title_end] or full or group
    name = max((one.name for one in body), key=len)
    short = next((one.abbreviation for one in group if one.abbreviation), None)
    mentions = tuple(Mention(Span(one.start, one.end), one.rule, text[one.start : one.end]) for one in group)
    return Agency(name, short, mentions)
