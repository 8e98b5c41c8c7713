"""What a post phrase as printed is called: without brackets of abbreviations, without "Acting", in the singular."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.en.offices import BODIES, CONNECTIVES, HEADS
from kg.extract.en.post_words import is_lower_plural, singular

_ABBREVIATION = re.compile(
    r" ?\((?=[^)]*[A-Z&])(?:the )?[A-Z][A-Za-z]*[A-Z&][A-Za-z&]*\)| \((?:hereafter |hereinafter )?the [A-Z][a-z]+\)"
)
_SHORT_NAME = re.compile(r" \((?:the )?(?P<short>[A-Z][a-z]+(?: [A-Z][a-z]+)+)\)")
_AGAIN = re.compile(r"(?<= of )(?P<again>[A-Z]\w+) \((?P=again)\)")  # "of the Sultanate of Oman (Oman)"
_GLOSS = re.compile(r"(?P<short>[A-Z][\w'’ -]*) \((?:the )?(?P<full>(?P<rank>[A-Z][\w'’ -]*?) (?:of|for) [^()]+)\)")
_SPACE = re.compile(r"\s+")
_ACTING = re.compile(r"(?:^|\s)\(?[Aa]cting\)?(?:\s|$)|\(Ag\)")
_ACTING_BRACKET = re.compile(r" ?\((?:[Aa]cting|Ag)\)")
_ACTING_WORD = re.compile(r"(^|\s)[Aa]cting ")


def _as_glossed(printed: str) -> str:
    """The office that a bracket gives in full: "Mayor (Mayor of the Harbour Municipal Government)"."""
    m = _GLOSS.fullmatch(printed)
    return m["full"] if m and m["short"].split()[-1] in m["rank"].split() else printed


def _unless_new(m: re.Match[str]) -> str:
    """Nothing for another name of what stands before it: "Committee on Ports (Ports Committee)", "Keidanren (...)"."""
    words = m["short"].split()
    known = set(words) <= set(m.string[: m.start()].split())
    is_office = known and words[-1] in HEADS  # "Privacy Commissioner for Harbour Data (Privacy Commissioner)"
    return "" if is_office or (words[-1] in BODIES and (known or len(words) > 2)) else m.group()


@lru_cache(maxsize=1024)  # a few offices are named again and again
def label_of(printed: str) -> tuple[str, bool, bool]:
    """The label of a post phrase, without brackets of abbreviations and without "Acting"; if acting; if plural."""
    label = _SHORT_NAME.sub(_unless_new, _ABBREVIATION.sub("", _as_glossed(printed)))
    label = _SPACE.sub(" ", _AGAIN.sub(r"\g<again>", label)).strip(" ,")
    acting = _ACTING.search(label) is not None
    if acting:
        label = _ACTING_WORD.sub(r"\1", _ACTING_BRACKET.sub("", label))
    label, plural = _singular_label(label)
    return label, acting, plural


def _singular_label(label: str) -> tuple[str, bool]:
    """ "Permanent Judges of the Court" -> ("Permanent Judge of the Court", True)."""
    words = label.split(" ")
    for i, word in enumerate(words):
        if word in CONNECTIVES:
            break
        one = singular(word)
        if one != word or is_lower_plural(word):
            return " ".join([*words[:i], one if one != word else word[:-1], *words[i + 1 :]]), True
        if one in HEADS and not (i + 1 < len(words) and singular(words[i + 1]) != words[i + 1]):
            break  # but "Executive Directors"
    return label, False
