"""Rules for the names and abbreviations of organisations that the reference data have."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.agency_found import Anchor, Found, bracketed, packed
from kg.extract.en.agency_heads import ANY
from kg.extract.en.agency_names import RUN, Context
from kg.extract.en.agency_nouns import OPENERS, ROLES
from kg.extract.en.agency_spoilt import spoils
from kg.extract.en.offices import HEADS as HEADS_OF_OFFICES
from kg.reference import AgencyFact

HKSARG: Final = "Hong Kong Special Administrative Region Government"
HKSARG_FORMS: Final = re.compile(
    r"(?:Hong Kong(?: Special Administrative Region| SAR)?|HKSAR|SAR)(?: \(HKSAR\))? Government"
    r"|Government of the (?:Hong Kong(?: Special Administrative Region| SAR)?|HKSAR)(?: \(HKSAR\))?"
)
_NAMED = re.compile(rf" ({RUN})")
_HERE = " Hong Kong"
_HOMES = frozenset({"HK", "CN", "MO"})
_MODEL = re.compile(r" \d{2}")  # "Boeing 747"
_HOME = re.compile(r"Hong Kong|HKSAR|China\b|Mainland")
_SEATED = re.compile(rf" (?:of|in) (?:the )?(?P<place>{RUN}(?: (?:of|and) {RUN})?)(?![\w'’])")
_LED_TO = re.compile(r"[a-z,.] \Z")
_LETTERS = re.compile(r"[.,;'’)]| [a-z]")
_EXPLAINED_BY = 100  # characters before an abbreviation in brackets in which its words stand
# Behind an abbreviation: the name of an occasion that begins with it, "ITU Telecom World conference".
_EXPLAINED = re.compile(r"(?<=\()(?:the )?(?P<words>[A-Z][^()\n]{4,100})\)")
_OCCASION_OF = re.compile(rf" {RUN} (?:conference|exhibition|expo|fair|festival|forum|games|summit|tournament)\b")


def by_reference(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """A name of the reference data: "Department of Health"."""
    fact, text = anchor.fact, context.text
    assert fact is not None
    form = text[start:end]
    if context.person_at(start) or text[end : end + 1] == "-" or form.endswith("Museum"):
        return None
    if " " not in form and (
        text.endswith(("and the ", "Treasury ("), 0, start)
        or ((m := _NAMED.match(text, end)) and _is_product(m[1]))
        or _MODEL.match(text, end)
    ):
        return None  # "Secretary for Financial Services and the Treasury (Treasury)"; "Google Maps"
    if spoils(context, ANY, end):
        return None
    if HKSARG_FORMS.fullmatch(form):
        return Found(start, end, anchor.rule, HKSARG, context.facts.get(packed(HKSARG)))
    if elsewhere := _elsewhere(context, fact, form, end):
        return Found(start, elsewhere, anchor.rule, text[start:elsewhere])
    if branch := _branch(text, fact, end):
        return Found(start, branch, anchor.rule, text[start:branch])
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


def _branch(text: str, fact: AgencyFact, end: int) -> int | None:
    """The end of the name of what a body from elsewhere has here: "Harbours for Humanity Hong Kong"."""
    stop = end + len(_HERE)
    is_other = fact.jurisdiction not in _HOMES and text.startswith(_HERE, end)
    return stop if is_other and not (_NAMED.match(text, stop) or text[stop : stop + 1].isalnum()) else None


def _is_product(words: str) -> bool:
    """Whether the capitalised words behind a name of one word make it that of a thing, and are no office."""
    first = words.partition(" ")[0]
    return first not in ROLES and first not in OPENERS and first not in HEADS_OF_OFFICES


def by_abbreviation(context: Context, anchor: Anchor, start: int, end: int) -> Found | None:
    """An abbreviation that only the reference data explains: "HKMA"."""
    fact, text = anchor.fact, context.text
    assert fact is not None
    around = text[max(0, start - 12) : start] + text[end : end + 12]
    if around.isupper() or context.person_at(start) or text[end : end + 1] in ("-", ")", "/"):
        return None
    if _OCCASION_OF.match(text, end) or _is_explained(text, start, end) or _means_another(text, fact, text[start:end]):
        return None
    if end - start == 3 and start and text[start - 1] != "\n" and not _stands_alone(text, fact, start, end):
        return None  # three letters have many meanings: "USD 5 million"
    return Found(start, end, anchor.rule, fact.name, fact, text[start:end])


def _is_explained(text: str, start: int, end: int) -> bool:
    """Whether the text says what an abbreviation stands for to it: "the FCC (Foreign Correspondents' Club)"."""
    short = text[start:end]
    m = _EXPLAINED.search(text, text.find(f"{short} (")) if f"{short} (" in text else None
    return m is not None and "".join(word[0] for word in m["words"].split() if word[0].isupper()) == short


def _means_another(text: str, fact: AgencyFact, short: str) -> bool:
    """Whether the text gives an abbreviation to something else: "the Peak Immigration Centre (CIC)".

    That may be a common noun, in the plural too: "Hong Kong identity cards (HKICs)".
    """
    at = max(text.find(f" ({short})"), text.find(f" ({short}s)"))
    words = text[max(0, at - _EXPLAINED_BY) : at].split() if at > 0 else []
    if not words or any(name.endswith(words[-1]) for name in fact.names):
        return False
    return words[-1][:1].isupper() or "".join(word[0].upper() for word in words[-len(short) :]) == short


def _stands_alone(text: str, fact: AgencyFact, start: int, end: int) -> bool:
    """Whether three letters are a name: behind "the", and without it where a sentence uses an international body."""
    if text[max(0, start - 4) : start].lower() == "the ":
        return True
    used = _LED_TO.search(text, max(0, start - 2), start) and _LETTERS.match(text, end)
    return fact.jurisdiction == "INT" and used is not None
