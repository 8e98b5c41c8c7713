"""The rules that read the name of an organisation around an anchor: one small function for each sort of anchor.

A rule takes the text, what the automaton found, and where; it returns the name that stands there, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kg.extract.en.agency_found import Anchor, Found, bracketed, packed
from kg.extract.en.agency_heads import ANY, HEADS, Head, Sort
from kg.extract.en.agency_known import HKSARG, HKSARG_FORMS, by_abbreviation, by_reference
from kg.extract.en.agency_led import by_apposition, by_article, by_direction, by_kind, by_leader
from kg.extract.en.agency_names import RUN, Context, Left, caps_left, name_left
from kg.extract.en.agency_nouns import (
    ALONE,
    BEFORE,
    CELEBRATED,
    CHAMBERS,
    GENERIC,
    MISSIONS,
    NAMES_AFTER_ALL,
    NEAR_UNIVERSITIES,
    NOT_JUST_PLACED,
    OPENERS,
    OTHER_THINGS,
    PARTS,
    PERSONAL_TITLES,
    PLACED,
    PLURALS,
    POSTED,
    ROLES,
    SCHOOLS,
    SCHOOLS_BEFORE,
    UNDERTAKINGS,
)
from kg.extract.en.agency_right import name_right
from kg.extract.en.agency_spoilt import spoils
from kg.model import Span

_GOVERNMENT_OF = re.compile(rf" of (the )?({RUN}(?:(?<=Republic|.Kingdom) of (?:the )?{RUN})?)")
_BRACKET_THEN_SEAT = re.compile(rf" \((?P<short>[A-Z]{{2,}}\w*)\)(?P<seat> in (?:the )?(?P<place>{RUN}))")
_FOUNDING = re.compile(r"\b(?:establish\w*|set(?:ting)? up|open(?:ed|ing)?) (?:the |an? )?\Z")
_FOUNDING_REACH = 24
_HOME_SEATS = ("Hong Kong", "Macao")
_SEATS: Final = frozenset({"Hong Kong", "Macao", "China", "Mainland", "Asia", "Asia-Pacific", "Guangdong"})
_FRONTED = re.compile(rf"(?: - {RUN}| (?:du|de|des|la|le|et)(?= [A-Z])| {RUN})+")
_ROMANCE = re.compile(r" - | d[ue]s? |(?:elle|aise|ique|ienne|ais)\b")
_LINKS = (" of ", " for ", " on ", " in ", " du ", " de ", " des ")
_CAPITAL_WORD = re.compile(r" ([A-Z]{2,})")
_NATIONAL = re.compile(r"[A-Z][a-z]+(?:ese|ish|ian|ean|can|lian|nch|tch|aqi|iss|man)$")
_SEAT = re.compile(r"(?:Municipal|Provincial|People['’]s|SAR|Region|MSAR|HKSAR|Federal|District|State|Autonomous)$")
_ACTS = re.compile(
    r"['’]? (?:officers?|spokes(?:man|person|woman)|is|are|has|have|had|will|would|was|were|today|yesterday|also|then"
    r"|(?:said|reminds?|urges?|appeals?|welcomes?|arrested|seized|detected|conducted|received|mounted|stressed))\b"
    r"|['’] \S"
)
_DASHES = (" – ", " — ", " - ")
_LIMITED = (" Limited", " Ltd")
# "Education Bureau of the Hong Kong Special Administrative Region (HKSAR) Government"
_GOVERNMENT = re.compile(r" of (?:the )?Hong Kong Special Administrative Region \(HKSAR\) Government")
_OF_THE_GOVERNMENT = frozenset({"Bureau", "Department", "Service", "Commission"})
_BANK_OF = re.compile(r"(?:(?!The )[A-Z][\w&-]* (?:and )?)*Bank of \Z")
_JOINED_BEFORE = re.compile(rf"({RUN}),? and \Z")
_HALF = re.compile(r"[A-Z]\w+ and \Z")


def _by_head(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """A name with a head noun: "Harbour Heritage Board", "Court of First Instance of the High Court"."""
    head, text = anchor.head, context.text
    assert head is not None
    before = text[start - 1] if start else ""
    if before.isalnum():
        return _glued(context, start, end) if before.islower() else None
    if before in ("-", "/", "&"):
        return None
    if text.startswith(("the ", "The "), max(0, start - 4)) and not may_go_on(text, end):
        return None  # "the Council said"
    if head.sort is Sort.FRONT or text[end : end + 1] == " ":
        fronted = _fronted(context, head, start, end)
        if fronted or head.sort is Sort.FRONT:
            return fronted
    if head.word in ALONE and (alone := _alone(context, head, start, end)):
        return alone
    left = name_left(context, head, start)
    stop = name_right(context, head, end, text.count(" ", left.start, start))
    if head.sort is Sort.COMPANY and (bank := _BANK_OF.search(text, max(0, left.start - 60), left.start)):
        left = left._replace(start=bank.start())  # "Bank of Harbours Co., Ltd"
    stop = _known_before_and(context, left.start, stop)
    if stop > end and head.word in _OF_THE_GOVERNMENT and (owner := _GOVERNMENT.match(text, end)):
        stop = owner.start()
    name = text[left.start : stop]
    # "Trade Development Council", but not "Police"
    fact = context.facts.get(packed(f"Hong Kong {name}")) if " " in name else None
    person = context.person_at(start)
    if person and (stop <= person.end or context.has_title(person)):
        return None
    if not (fact or _is_name(context, head, left, start, end, stop)) or spoils(context, head, stop):
        return None
    alias = None
    if (
        head.word in PLACED
        and (seat := _BRACKET_THEN_SEAT.match(text, stop))
        and _seats(context, left, stop, seat["place"])
    ):
        whole = f"{name}{seat['seat']}"
        fact = fact or context.facts.get(packed(whole))
        return Found(left.start, seat.end(), anchor.rule, whole, fact, seat["short"], Span(*seat.span("short")))
    if left.bracket:
        inside = text[left.bracket.start : left.bracket.end]
        if head.sort is not Sort.COMPANY and not name.endswith(_LIMITED):
            name = name.replace(f"{inside} ", "")
            alias = Span(left.bracket.start + 1, left.bracket.end - 1)
    return bracketed(context, Found(left.start, stop, anchor.rule, name, fact, None, alias))


def _known_before_and(context: Context, start: int, stop: int) -> int:
    """Where a known body of Hong Kong ends that an "and" joins to another: "Department of Health and Lotus Partner"."""
    joint = context.text.rfind(" and ", start, stop)
    fact = context.facts.get(packed(context.text[start:joint])) if joint >= 0 else None
    is_whole = fact is None or context.facts.get(packed(context.text[start:stop])) is not None
    return stop if is_whole or fact is None or fact.jurisdiction != "HK" else joint


def _seats(context: Context, left: Left, stop: int, place: str) -> bool:
    """Whether a place behind a bracket is where the body is one of several: "Trade Office (HTO) in London".

    "Established the Trade Office (HTO) in London" tells where that was done.
    """
    if not context.is_place(place) or place.startswith(_HOME_SEATS):
        return context.is_place(place)
    text = context.text
    is_posted = text[left.start : stop].split(" ")[-2:][0] in POSTED
    return is_posted and not _FOUNDING.search(text, max(0, left.start - _FOUNDING_REACH), left.start)


def _alone(context: Context, head: Head, start: int, end: int) -> Found | None:
    """A body of one word without "the", as it acts: "Customs officers", "Police yesterday arrested"."""
    before = context.text[context.text.rfind(" ", 0, max(0, start - 1)) + 1 : start].strip()
    in_list = before.endswith(",") and context.text.startswith((", ", " and "), end)
    if not in_list and ((before[:1].isupper() and before not in OPENERS) or not _ACTS.match(context.text, end)):
        return None
    return Found(start, end, "agency-alone", head.word, context.facts.get(packed(ALONE[head.word])))


def may_go_on(text: str, end: int) -> bool:
    """Whether what follows a head noun may belong to the name: a preposition, or a capital."""
    return text.startswith(" ", end) and (not text[end + 1 : end + 2].islower() or text.startswith(_LINKS, end))


def _is_name(context: Context, head: Head, left: Left, start: int, end: int, stop: int) -> bool:
    """Whether the words around a head noun make a name rather than a description."""
    text = context.text
    words = text[left.start : start].split()
    preceding = text[max(0, left.start - 6) : left.start]
    if preceding.rstrip().rpartition(" ")[2].lstrip("(") in PERSONAL_TITLES:
        return False
    if preceding.endswith((" a ", " an ")) and (stop > end or text[end : end + 1] != " "):
        return False  # "establishing an Economic and Trade Office in Riyadh"
    if head.word == "Parliament" and text.endswith(("ember of ", "embers of "), 0, left.start):
        return False  # "Member of Parliament for Norland"
    if head.word == "Assembly" and words[-1:] == ["General"] and words[-2:-1] not in (["Nations"], ["UN"]):
        return False  # a meeting: "the Annual General Assembly"
    if head.word in SCHOOLS and text.endswith("University of ", 0, left.start):
        return False  # "University of Norland Faculty of Medicine"
    if head.word == "House" and not CHAMBERS.intersection(text[end:stop].split()):
        return False
    if stop > end and head.word in MISSIONS and text.endswith(_DASHES, 0, left.start):
        return False  # a site: "Tai Kwun – Centre for Heritage and Arts"
    if preceding.endswith((" a ", " an ")) and text.startswith(UNDERTAKINGS, end):
        return False  # "a Forest School programme"
    if head.word in PARTS and preceding.endswith(" for ") and _of_a_thing(text, left.start):
        return False  # "Lotus Prize for Research Judging Panel"
    if head.word == "Centre" and stop > end and context.is_place(before := " ".join(words)) and before not in _SEATS:
        return False  # a site: "Tai Kwun Centre for Heritage and Arts"
    if head.word == "Party" and words and words[-1] in CELEBRATED:
        return False
    if head.word == "Unit" and _HALF.search(text, max(0, left.start - 30), left.start):
        return False  # "the Harbour Rent and Premium Unit"
    if head.word == "Department" and words[-1:] == ["Emergency"]:
        return False  # a ward: "the Accident and Emergency Department"
    if head.word == "University" and text.startswith(NEAR_UNIVERSITIES, end):
        return False
    if head.word == "Court" and words and text.startswith(" in ", end) and words[-1] not in BEFORE["Court"]:
        return False  # a housing estate: "Wong Tai Court in Tai Po"
    if stop > end and head.sort is not Sort.COMPANY:
        return True
    if head.word in MISSIONS and len(words) > 1 and words[-1] in MISSIONS[head.word]:
        return not preceding.endswith("and ") and any(word not in GENERIC and word != "and" for word in words[:-1])
    if not words or head.sort is Sort.COMPLEMENT:
        return False
    if head.sort is Sort.SEATED:
        joint = _JOINED_BEFORE.search(text, max(0, left.start - 40), left.start)
        if joint and context.is_place(joint.group(1)):
            return False  # what two places share: "Hong Kong and Shenzhen Customs"
        national = words[0].casefold() in context.nationalities and words[-1] in ("Federal", "National", "State")
        return context.is_place(" ".join(words)) or national  # "Australian Federal Police"
    if head.word in BEFORE and words[-1].replace("’", "'") not in BEFORE[head.word]:
        return False
    if head.word in ("Board", "Council") and len(words) == 1 and words[0].isupper() and len(words[0]) > 2:
        return False  # "HKEX Board": the body is HKEX
    if head.word == "Office" and words[-1:] == ["Post"]:
        return False
    if head.word in PLURALS and preceding.endswith(("of ", "for ", "and ")):
        return False
    if head.sort is Sort.COMPANY:
        return any(word not in GENERIC for word in words)
    if head.sort is Sort.WEAK and len(words) < 2 and not (head.word == "Orchestra" or words[0] in GENERIC):
        return bool(words[0] not in GENERIC and context.is_place(words[0]))
    if all(word in GENERIC or word == "and" or word in SCHOOLS_BEFORE for word in words):
        return text[left.start : stop] in NAMES_AFTER_ALL or _is_national(head, left, words)
    return not ((head.word in NOT_JUST_PLACED or head.sort is Sort.WEAK) and context.is_place(" ".join(words)))


def _is_national(head: Head, left: Left, words: list[str]) -> bool:
    """Whether general words name the one body of its kind of a country: "the National Police Commission"."""
    return left.determined and len(words) > 1 and words[0] == "National" and head.sort in (Sort.OFFICIAL, Sort.BODY)


def _of_a_thing(text: str, start: int) -> bool:
    """Whether what is named before "for" at ``start`` is no organisation: "Prize for "."""
    before = text[max(0, start - 30) : start - len(" for ")]
    return before.rpartition(" ")[2] in OTHER_THINGS


def _fronted(context: Context, head: Head, start: int, end: int) -> Found | None:
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
    return bracketed(context, Found(start, stop, "agency-noun-first", name))


def _glued(context: Context, start: int, end: int) -> Found | None:
    """A known name that lost spaces: "Innovation, Technology andIndustryBureau"."""
    text = context.text
    at = low = max(text.rfind("\n", 0, start) + 1, start - 100)
    best = None
    for m in re.finditer(r"\S+", text[low:end]):
        at = low + m.start()
        fact = context.facts.get(packed(text[at:end]))
        if fact:
            best = Found(at, end, "agency-glued", fact.name, fact)
            break
    return bracketed(context, best) if best else None


def _by_capitals(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """A name in a text set in capitals: "THE HONG KONG-AMERICA BUSINESS ASSOCIATION"."""
    text = context.text
    left = caps_left(text, start)
    words = text[left:start].split()
    if not words or all(word.capitalize() in GENERIC for word in words):
        return None
    following = _CAPITAL_WORD.match(text, end)
    if following and following.group(1).capitalize() in OTHER_THINGS:
        return None
    return bracketed(context, Found(left, end, anchor.rule, text[left:end]))


def _by_government(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """A government with its country, region or city: "Government of Viet Nam", "Japanese Government"."""
    text = context.text
    followed = text.startswith(" of ", end)
    if not followed and text.startswith(("the ", "The "), max(0, start - 4)):
        return None
    if followed and text[max(0, start - 9) : start - 1] in ("People's", "People’s"):
        start -= len("People's ")
    if followed and (m := _GOVERNMENT_OF.match(text, end)):
        run = m.group(2)
        hksarg = HKSARG_FORMS.match(text, start)
        stop = hksarg.end() if hksarg else _before_office(context, m.start(2), m.end())
        if not hksarg and (run.split()[0] in ROLES or run.split()[0] in OPENERS or run in GENERIC):
            return None
        return Found(start, stop, anchor.rule, HKSARG if hksarg else text[start:stop])
    left = name_left(context, ANY, start)
    words = text[left.start : start].strip()
    if left.bracket:
        words = words.replace(text[left.bracket.start : left.bracket.end], "").strip()
    known = (
        context.is_place(words.removesuffix(" City"))
        or words.casefold() in context.nationalities
        or _SEAT.search(words)
    )
    if (
        not words
        or all(word in GENERIC for word in words.split())
        or not (known or (" " not in words and _NATIONAL.match(words)))
        or spoils(context, ANY, end)
    ):
        return None
    name = f"{words} Government"
    if HKSARG_FORMS.fullmatch(name):
        name = HKSARG
    return Found(left.start, end, anchor.rule, name)


def _before_office(context: Context, start: int, stop: int) -> int:
    """Where the name of a realm ends before a person or an office: "Government of Harbour Province Mr Yao"."""
    at = context.text.find(" ", start, stop)
    while at >= 0:
        end = context.text.find(" ", at + 1, stop)
        if context.text[at + 1 : end if end >= 0 else stop] in ROLES or context.person_at(at + 1):
            return at
        at = end
    return stop


Rule = Callable[[Context, Anchor, int, int], Found | None]
RULES: Final[dict[str, Rule]] = {
    "agency-reference": by_reference,
    "agency-reference-abbreviation": by_abbreviation,
    "agency-head": _by_head,
    "agency-head-capitals": _by_capitals,
    "agency-government": _by_government,
    "agency-led": by_leader,
    "agency-named-company": by_kind,
    "agency-apposed": by_apposition,
    "agency-the-body": by_article,
    "agency-directed": by_direction,
}
GLUED_TOO: Final = frozenset({"agency-head", "agency-named-company", "agency-apposed"})
_FRONT_WORDS: Final = frozenset(head.word for head in HEADS if head.sort is Sort.FRONT)
