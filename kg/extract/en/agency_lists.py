"""Organisations that are known by the list they stand in: "companies such as Airbus, Boeing and Shell"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.en.agency_found import Found, packed
from kg.extract.en.agency_names import HEAD_WORDS, RUN, Context
from kg.extract.en.agency_nouns import (
    GENERIC,
    OPENERS,
    ROLES,
)

# Words before a list of organisations, each followed by a space.
_KINDS: Final = (
    *("companies", "firms", "banks", "brands", "corporations", "airlines", "broadcasters", "media outlets"),
    *("conglomerates", "start-ups", "universities", "law firms", "developers", "retailers"),
)
_OPENINGS: Final = (" such as", ", such as", " like", ", like", ", namely", ", including", " including")
# Words before those who hold an occasion, or do something together.
_HOLDING: Final = (
    *(f"{verb} by " for verb in ("organised", "organized", "hosted", "sponsored", "co-presented", "operated", "run")),
    *(f"in {sort} with " for sort in ("collaboration", "partnership", "conjunction", "co-operation", "cooperation")),
)
LISTS: Final = (
    *(f"{kinds}{opening} " for kinds in _KINDS for opening in _OPENINGS),
    *("brand names of ", "brands of ", *_HOLDING),
)
# What leads to a name in quotation marks: "a beauty institution named "Nova"".
_NAMED: Final = ("company", "clinic", "firm", "institution", "organisation", "school", "shop", "start-up")
NAMINGS: Final = tuple(
    f"{kind}{plural}{verb}{mark}"
    for kind in _NAMED
    for plural in ("", "s")
    for verb in (" named ", ", named ", " called ", ", called ")
    for mark in ('"', "“")
)
_QUOTED: Final = re.compile(rf"(?P<name>{RUN})[\"”]")
_ITEM: Final = re.compile(rf"(?:the )?(?P<name>{RUN}(?: (?:of|for) (?:the )?{RUN})*)")
_GENERAL: Final = GENERIC | HEAD_WORDS
_OWNED: Final = ("'s ", "’s ")
_JOINT: Final = re.compile(r",? and |, |,? or ")
_ENDS: Final = re.compile(r"[.,;:)]|\n|$| (?:and|or|as well as|to|in|have|has|are|were|will|\()\b")


def listed(context: Context, at: int) -> Iterator[Found]:
    """The organisations of a list that begins at ``at``; none of it from the first item on that is no name."""
    text = context.text
    while m := _ITEM.match(text, at):
        words = m["name"].split()
        barred = any(word in ROLES or word in OPENERS for word in words) or _GENERAL.issuperset(words)
        barred = barred or m["name"].casefold() in context.nationalities  # "run by Chinese in Hong Kong"
        if " of " in m["name"] and text.startswith(" and ", m.end()):  # "Chambers of Ports and Trade"
            barred = barred or packed(m["name"]) not in context.facts
        if barred or context.person_at(m.start("name")) or not _ENDS.match(text, m.end()):
            return
        if not context.is_place(m["name"]) and not any(owner in m["name"] for owner in _OWNED):
            yield Found(m.start("name"), m.end("name"), "agency-listed", m["name"])
        joint = _JOINT.match(text, m.end())
        if joint is None:
            return
        at = joint.end()


def quoted(context: Context, at: int) -> Found | None:
    """The organisation whose name stands in quotation marks from ``at`` on."""
    m = _QUOTED.match(context.text, at)
    return Found(at, m.end("name"), "agency-quoted", m["name"]) if m and not context.is_place(m["name"]) else None
