"""The rules that read the name of an organisation around an anchor: one small function for each sort of anchor.

A rule takes the text, what the automaton found, and where; it returns the name that stands there, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kg.extract.en.agency_found import Anchor, Found, bracketed, packed
from kg.extract.en.agency_heads import HEADS, Head, Sort
from kg.extract.en.agency_names import RUN, Context, Left, caps_left, name_left
from kg.extract.en.agency_nouns import (
    AFTER_THE,
    ALONE,
    BEFORE,
    CHAMBERS,
    EVENTS,
    GENERIC,
    MISSIONS,
    NAMES_AFTER_ALL,
    NOT_JUST_PLACED,
    OPENERS,
    OTHER_THINGS,
    PERSONAL_TITLES,
    PLACED,
    PLURALS,
    REALMS,
    ROLES,
    SCHOOLS,
    SCHOOLS_BEFORE,
)
from kg.extract.en.agency_right import name_right, spoils
from kg.extract.en.offices import HEADS as HEADS_OF_OFFICES
from kg.model import Span
from kg.reference import AgencyFact

HKSARG: Final = "Hong Kong Special Administrative Region Government"
_HKSARG_FORMS: Final = re.compile(
    r"(?:Hong Kong(?: Special Administrative Region| SAR)?|HKSAR|SAR)(?: \(HKSAR\))? Government"
    r"|Government of the (?:Hong Kong(?: Special Administrative Region| SAR)?|HKSAR)(?: \(HKSAR\))?"
)
_GOVERNMENT_OF = re.compile(rf" of (the )?({RUN}(?:(?<=Republic|.Kingdom) of (?:the )?{RUN})?)")
_BRACKET_THEN_SEAT = re.compile(
    rf" \((?P<short>[A-Z]{{2,}}\w*)\)(?P<seat> in (?:the )?(?P<place>(?:Hong Kong|Macao)\b(?: {RUN})?))"
)
_SEATS: Final = frozenset({"Hong Kong", "Macao", "China", "Mainland", "Asia", "Asia-Pacific", "Guangdong"})
_HOME = re.compile(r"Hong Kong|HKSAR|China\b|Mainland")
_SEATED = re.compile(rf" (?:of|in) (?:the )?(?P<place>{RUN}(?: (?:of|and) {RUN})?)(?![\w'’])")
_LED = re.compile(rf"(?:(?:the )?Board(?: of [A-Z]\w+)? of )?(the )?({RUN}(?: (?:&|of|for|and) {RUN})?)")
_NAMED = re.compile(rf" ({RUN})")
_FRONTED = re.compile(rf"(?: - {RUN}| (?:du|de|des|la|le|et)(?= [A-Z])| {RUN})+")
_ROMANCE = re.compile(r" - | d[ue]s? |(?:elle|aise|ique|ienne|ais)\b")
_CAPITALISED = re.compile(r" [A-ZÀ-Þ]")
_LINKS = (" of ", " for ", " on ", " in ", " du ", " de ", " des ")
_CAPITAL_WORD = re.compile(r" ([A-Z]{2,})")
_NATIONAL = re.compile(r"[A-Z][a-z]+(?:ese|ish|ian|ean|can|lian|nch|tch|aqi|iss|man)$")
_SEAT = re.compile(r"(?:Municipal|Provincial|People['’]s|SAR|Region|MSAR|HKSAR|Federal|District|State|Autonomous)$")
_ACTS = re.compile(
    r"['’]? (?:officers?|spokes(?:man|person|woman)|is|are|has|have|had|will|would|was|were|today|yesterday|also|then"
    r"|(?:said|reminds?|urges?|appeals?|welcomes?|arrested|seized|detected|conducted|received|mounted|stressed))\b"
    r"|['’] \S"
)
_LED_TO = re.compile(r"[a-z,.] \Z")
_LETTERS = re.compile(r"[.,;'’)]| [a-z]")
# Behind an abbreviation: the name of an occasion that begins with it, "ITU Telecom World conference".
_EXPLAINED = re.compile(r"(?<=\()(?:the )?(?P<words>[A-Z][^()\n]{4,100})\)")
_OCCASION_OF = re.compile(rf" {RUN} (?:conference|exhibition|expo|fair|festival|forum|games|summit|tournament)\b")
_LIMITED = (" Limited", " Ltd")
_BANK_OF = re.compile(r"(?:[A-Z][\w&-]* (?:and )?)*Bank of \Z")
_JOINED_BEFORE = re.compile(rf"({RUN}),? and \Z")
_DIRECTING = re.compile(
    r"(?:[Dd]irector|[Pp]resident|urator|eeper|rustee|hairman|hairperson|Head|Executive|rincipal|ibrarian)"
)
_DIRECTED = re.compile(
    r"\b(?:Director|Directors|President|Curator|Keeper|Trustees?|Chairman|Chairperson|Head|Chief Executive|Principal"
    r"|Librarian)(?: of [A-Z]\w+(?: [A-Z]\w+)*)? of (?:the )?\Z"
)
_COLLECTS = re.compile(rf" of (?:the )?{RUN}")
_HALF = re.compile(r"[A-Z]\w+ and \Z")
_ANY: Final = Head("", Sort.BODY, (), "")


def _by_reference(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """A name of the reference data: "Department of Health"."""
    fact, text = anchor.fact, context.text
    assert fact is not None
    form = text[start:end]
    if context.person_at(start) or text[end : end + 1] == "-" or form.endswith("Museum"):
        return None
    if " " not in form and (
        text.endswith(("and the ", "Treasury ("), 0, start) or ((m := _NAMED.match(text, end)) and _is_product(m[1]))
    ):
        return None  # "Secretary for Financial Services and the Treasury (Treasury)"; "Google Maps"
    if spoils(context, _ANY, end):
        return None
    if _HKSARG_FORMS.fullmatch(form):
        return Found(start, end, anchor.rule, HKSARG, context.facts.get(packed(HKSARG)))
    if elsewhere := _elsewhere(context, fact, form, end):
        return Found(start, elsewhere, anchor.rule, text[start:elsewhere])
    name = fact.name if form.isupper() and not fact.name.isupper() else form
    return bracketed(context, Found(start, end, anchor.rule, name, fact))


def _elsewhere(context: Context, fact: AgencyFact, form: str, end: int) -> int | None:
    """The end of the place that makes a short name that of another body: "Law Society in New South Wales"."""
    if fact.jurisdiction != "HK" or "Hong Kong" in form or form.isupper():
        return None
    m = _SEATED.match(context.text, end)
    is_other = m is not None and context.is_place(m["place"]) and not _HOME.search(m["place"])
    if m and m.group().startswith(" in ") and "Hong Kong" not in fact.name:
        return None  # "Civil Service College in Kwun Tong"
    return m.end() if m and is_other and m["place"] not in fact.name else None


def _is_product(words: str) -> bool:
    """Whether the capitalised words behind a name of one word make it that of a thing, and are no office."""
    first = words.partition(" ")[0]
    return first not in ROLES and first not in OPENERS and first not in HEADS_OF_OFFICES


def _by_abbreviation(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """An abbreviation that only the reference data explains: "HKMA"."""
    fact, text = anchor.fact, context.text
    assert fact is not None
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    if around.isupper() or context.person_at(start) or text[end : end + 1] in ("-", ")", "/"):
        return None
    if _OCCASION_OF.match(text, end) or _is_explained(text, start, end):
        return None
    if end - start == 3 and start and text[start - 1] != "\n" and not _stands_alone(text, fact, start, end):
        return None  # three letters have many meanings: "USD 5 million"
    return Found(start, end, anchor.rule, fact.name, fact, text[start:end])


def _is_explained(text: str, start: int, end: int) -> bool:
    """Whether the text says what an abbreviation stands for to it: "the FCC (Foreign Correspondents' Club)"."""
    short = text[start:end]
    m = _EXPLAINED.search(text, text.find(f"{short} (")) if f"{short} (" in text else None
    return m is not None and "".join(word[0] for word in m["words"].split() if word[0].isupper()) == short


def _stands_alone(text: str, fact: AgencyFact, start: int, end: int) -> bool:
    """Whether three letters are a name: behind "the", and without it where a sentence uses an international body."""
    if text[max(0, start - 4) : start].lower() == "the ":
        return True
    used = _LED_TO.search(text, max(0, start - 2), start) and _LETTERS.match(text, end)
    return fact.jurisdiction == "INT" and used is not None


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
    name = text[left.start : stop]
    # "Trade Development Council", but not "Police"
    fact = context.facts.get(packed(f"Hong Kong {name}")) if " " in name else None
    person = context.person_at(start)
    if person and (stop <= person.end or context.has_title(person)):
        return None
    if not (fact or _is_name(context, head, left, start, end, stop)) or spoils(context, head, stop):
        return None
    alias = None
    if head.word in PLACED and (seat := _BRACKET_THEN_SEAT.match(text, stop)) and context.is_place(seat["place"]):
        whole = f"{name}{seat['seat']}"
        fact = fact or context.facts.get(packed(whole))
        return Found(left.start, seat.end(), anchor.rule, whole, fact, seat["short"], Span(*seat.span("short")))
    if left.bracket:
        inside = text[left.bracket.start : left.bracket.end]
        if head.sort is not Sort.COMPANY and not name.endswith(_LIMITED):
            name = name.replace(f"{inside} ", "")
            alias = Span(left.bracket.start + 1, left.bracket.end - 1)
    return bracketed(context, Found(left.start, stop, anchor.rule, name, fact, None, alias))


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
    if head.word == "Centre" and stop > end and context.is_place(before := " ".join(words)) and before not in _SEATS:
        return False  # a site: "Tai Kwun Centre for Heritage and Arts"
    if head.word == "Unit" and _HALF.search(text, max(0, left.start - 30), left.start):
        return False  # "the Harbour Rent and Premium Unit"
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
        return text[left.start : stop] in NAMES_AFTER_ALL
    return not ((head.word in NOT_JUST_PLACED or head.sort is Sort.WEAK) and context.is_place(" ".join(words)))


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
        hksarg = _HKSARG_FORMS.match(text, start)
        stop = hksarg.end() if hksarg else m.end()
        if not hksarg and (run.split()[0] in ROLES or run.split()[0] in OPENERS or run in GENERIC):
            return None
        return Found(start, stop, anchor.rule, HKSARG if hksarg else text[start:stop])
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
    return Found(left.start, end, anchor.rule, name)


def _by_leader(context: Context, anchor: Anchor, _start: int, end: int) -> Found | None:
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
    return bracketed(context, Found(begin, begin + len(name), anchor.rule, name))


def _by_kind(context: Context, anchor: Anchor, _start: int, end: int) -> Found | None:
    """A company that the text calls one: "the technology company Yidu Tech"."""
    m = _NAMED.match(context.text, end - 1)
    if not m:
        return None
    name = m.group(1).removesuffix("'s").removesuffix("’s")
    words = name.split()
    if any(word in ROLES or word in OPENERS for word in words) or context.is_place(name) or context.person_at(end):
        return None
    return bracketed(context, Found(end, end + len(name), anchor.rule, name))


def _by_article(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """A body that is one word behind "the": "the Judiciary", "the Police"."""
    if _CAPITALISED.match(context.text, end) or context.text[end : end + 1] == "-":
        return None
    name = context.text[start + 4 : end]
    return Found(start + 4, end, anchor.rule, name, context.facts.get(packed(AFTER_THE[name])))


def _by_direction(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """A museum or library as a body that somebody directs: "Director of Research of the Harbour Museum"."""
    if not _DIRECTING.search(context.text, max(0, start - 150), start):
        return None
    left = name_left(context, _ANY, start)
    if left.start == start or not _DIRECTED.search(context.text, max(0, left.start - 90), left.start):
        return None
    more = _COLLECTS.match(context.text, end)
    stop = more.end() if more else end
    return bracketed(context, Found(left.start, stop, anchor.rule, context.text[left.start : stop]))


Rule = Callable[[Context, Anchor, int, int], Found | None]
RULES: Final[dict[str, Rule]] = {
    "agency-reference": _by_reference,
    "agency-reference-abbreviation": _by_abbreviation,
    "agency-head": _by_head,
    "agency-head-capitals": _by_capitals,
    "agency-government": _by_government,
    "agency-led": _by_leader,
    "agency-named-company": _by_kind,
    "agency-the-body": _by_article,
    "agency-directed": _by_direction,
}
GLUED_TOO: Final = frozenset({"agency-head", "agency-named-company"})
_FRONT_WORDS: Final = frozenset(head.word for head in HEADS if head.sort is Sort.FRONT)
_TAKEN: Final = frozenset(head.word for head in HEADS if head.sort in (Sort.OFFICIAL, Sort.BODY, Sort.COMPANY))
