"""Rules for organisations that only the words around the name tell: "Chairman of the Lotus Forum", "the firm Yidu"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.agency_found import Anchor, Found, bracketed, packed
from kg.extract.en.agency_heads import ANY, HEADS, Sort
from kg.extract.en.agency_names import RUN, Context, name_left
from kg.extract.en.agency_nouns import AFTER_THE, EVENTS, GENERIC, OPENERS, OTHER_THINGS, REALMS, ROLES
from kg.extract.en.words import COMMON

_NAMED = re.compile(rf" ({RUN})")
_LED = re.compile(rf"(?:(?:the )?Board(?: of [A-Z]\w+)? of )?(the )?({RUN}(?: (?:&|of|for|and) {RUN})?)")
_OF_ITS_BODY = re.compile(r" of the [A-Z]")
_APPOSED = re.compile(
    r"\b(?:from|by|with|at|of|and|visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|joined) (?:the )?"
    rf"(?P<name>{RUN}), an? (?:[a-z][\w-]* ){{0,4}}?\Z"
)
_APPOSED_REACH = 110
_CAPITALISED = re.compile(r" [A-ZÀ-Þ]")
_DIRECTING = re.compile(
    r"(?:[Dd]irector|[Pp]resident|urator|eeper|rustee|hairman|hairperson|Head|Executive|rincipal|ibrarian)"
)
_DIRECTED = re.compile(
    r"\b(?:Director|Directors|President|Curator|Keeper|Trustees?|Chairman|Chairperson|Head|Chief Executive|Principal"
    r"|Librarian)(?: of [A-Z]\w+(?: [A-Z]\w+)*)? of (?:the )?\Z"
)
_COLLECTS = re.compile(rf" of (?:the )?{RUN}")
_TAKEN: Final = frozenset(head.word for head in HEADS if head.sort in (Sort.OFFICIAL, Sort.BODY, Sort.COMPANY))


def by_leader(context: Context, anchor: Anchor, _start: int, end: int) -> Found | None:
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
    if not m.group(1) and all(word.casefold() in COMMON for word in words):
        return None  # "Chairman of Ways and Means"
    if not m.group(1) and _OF_ITS_BODY.match(context.text, begin + len(name)):
        return None  # "Executive Director of Harbour Diseases of the World Harbour Organisation"
    return bracketed(context, Found(begin, begin + len(name), anchor.rule, name))


def by_kind(context: Context, anchor: Anchor, _start: int, end: int) -> Found | None:
    """A company that the text calls one: "the technology company Yidu Tech"."""
    m = _NAMED.match(context.text, end - 1)
    if not m:
        return None
    name = m.group(1).removesuffix("'s").removesuffix("’s")
    words = name.split()
    if any(word in ROLES or word in OPENERS for word in words) or context.is_place(name) or context.person_at(end):
        return None
    return bracketed(context, Found(end, end + len(name), anchor.rule, name))


def by_apposition(context: Context, anchor: Anchor, start: int, _end: int) -> Found | None:
    """A body that the words behind its name call one: "from FinTech Norland, a fintech industry organisation"."""
    text = context.text
    low = max(0, start - _APPOSED_REACH)
    if text.find(", a", low, start) < 0 or (m := _APPOSED.search(text, low, start + 1)) is None:
        return None
    name, begin = m["name"], m.start("name")
    words = name.split()
    if (
        any(word in ROLES or word in OPENERS or word in OTHER_THINGS or word in EVENTS for word in words)
        or context.is_place(name)
        or context.person_at(begin)
        or all(word.casefold() in COMMON for word in words)
    ):
        return None
    return Found(begin, begin + len(name), anchor.rule, name)


def by_article(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """A body that is one word behind "the": "the Judiciary", "the Police"."""
    if _CAPITALISED.match(context.text, end) or context.text[end : end + 1] == "-":
        return None
    name = context.text[start + 4 : end]
    return Found(start + 4, end, anchor.rule, name, context.facts.get(packed(AFTER_THE[name])))


def by_direction(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """A museum or library as a body that somebody directs: "Director of Research of the Harbour Museum"."""
    if not _DIRECTING.search(context.text, max(0, start - 150), start):
        return None
    left = name_left(context, ANY, start)
    if left.start == start or not _DIRECTED.search(context.text, max(0, left.start - 90), left.start):
        return None
    more = _COLLECTS.match(context.text, end)
    stop = _before_role(context.text, end, more.end()) if more else end
    return bracketed(context, Found(left.start, stop, anchor.rule, context.text[left.start : stop]))


def _before_role(text: str, start: int, end: int) -> int:
    """Where ``text[start:end]`` ends before a person is named: "of History" of " of History Mr Lau"."""
    at = start
    for word in text[start:end].split(" ")[1:]:
        if word in ROLES:
            return at
        at += len(word) + 1
    return end
