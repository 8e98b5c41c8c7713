"""What makes the words around a noun of bodies another thing: a law, a building, an occasion, a paper."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.agency_heads import Head, Sort
from kg.extract.en.agency_names import HEAD_WORDS, REACH, RUN, Context
from kg.extract.en.agency_nouns import EVENTS, HELD, HOLDING, OCCASIONS, OPENERS, OTHER_THINGS, PARTS, ROLES, TAUGHT

_NEXT: Final = re.compile(rf" ({RUN})")
_WRITTEN: Final = (" Report", " Survey", " Index", " Website", " Yearbook", " Guidelines")  # of a committee


def spoils(context: Context, head: Head, end: int) -> bool:
    """Whether what follows makes the whole another thing: "... Authority Ordinance", "Jockey Club Hall"."""
    text = context.text
    last = text[text.rfind(" ", 0, end) + 1 : end]
    if text.rfind("Bills Committee on ", max(0, end - 2 * REACH), end) >= 0:
        return False
    is_thing = last in OTHER_THINGS or last in EVENTS or last == "Forum"
    if head.word and is_thing and last not in HEAD_WORDS and not _in_complement(text, head, end):
        holds = head.word in HOLDING and text.rfind(f"{head.word} of ", max(0, end - REACH), end) >= 0
        return not (holds and last in HELD)  # "Council of the Norland Forum"
    m = _NEXT.match(text, end) if text[end + 1 : end + 2].isupper() else None
    if not m:
        return False
    words = m.group(1).split(" ")[:4]
    if not (OTHER_THINGS if head.word else OTHER_THINGS - OCCASIONS).isdisjoint(words):
        return True
    return head.sort is Sort.WEAK and words[0] not in ROLES and words[0] not in OPENERS


def _in_complement(text: str, head: Head, end: int) -> bool:
    """Whether the last word is what a body is for, "Centre for Medical Products Regulation", or where: "Region"."""
    is_about = head.word in PARTS and text.rfind(f"{head.word} on ", max(0, end - REACH), end) >= 0
    if is_about and not text.endswith(_WRITTEN, 0, end):
        return True  # "Committee on Self-Reliance through Partnership Programme"
    at = max(text.rfind(" for ", 0, end), text.rfind(" on ", 0, end))
    words = text[at:end].split()[1:] if at >= 0 else []
    names_it = len(words) > 1 and words[-1] in TAUGHT and all(word[0].isupper() or word == "and" for word in words)
    return text.endswith(" Region", 0, end) or names_it
