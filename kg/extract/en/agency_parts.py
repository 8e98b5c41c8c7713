"""Parts of organisations that only their whole names: "School of Harbour Studies of the Norland University"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.agency_found import Found

RULE: Final = "agency-of-part"
"""The rule of a whole that stands in the name of its part."""
_PARTS: Final = re.compile(r"(?:[A-Z][\w'’]* )*(?:Department|Division|Faculty|School) of ")
_NOUNS: Final = ("ent of ", "ion of ", "ulty of ", "ool of ")  # how those end: a look at most names before the pattern
_OF: Final = re.compile(r" (?:of|at|under) (?:the )?")
_SHORT: Final = re.compile(r"[A-Z]{2,8}\b(?![ -][A-Z])")
# Wholes whose departments are of no interest: "Department of Medicine of the Harbour Hospital".
_HOSPITAL: Final = re.compile(r"\bHospital\b")


def with_wholes(text: str, found: list[Found]) -> list[Found]:
    """The names found, in order, with those of parts that are told apart by their whole extended over it.

    The whole is meant there, and stays where it is named elsewhere too. The departments of a hospital are left out.
    """
    if not any(one.fact is None and " of " in one.name and _is_part(one) for one in found):
        return found
    by_start = {one.start: one for one in found}
    told: list[Found] = []
    for one in reversed(found):  # a whole may be a part itself
        link = _OF.match(text, one.end) if _is_part(one) else None
        whole = by_start.get(link.end()) if link else None
        if whole is not None and _HOSPITAL.search(whole.name):
            continue
        end = whole.end if whole else _defined(text, link.end()) if link else None
        if end is None:
            told.append(one)
            continue
        if whole is not None:
            told[told.index(whole)] = whole._replace(rule=RULE)
        by_start[one.start] = longer = one._replace(end=end, name=text[one.start : end])
        told.append(longer)
    return told[::-1]


def _is_part(one: Found) -> bool:
    if one.fact is not None or one.rule != "agency-head" or not any(noun in one.name for noun in _NOUNS):
        return False
    return _PARTS.match(one.name) is not None


def _defined(text: str, at: int) -> int | None:
    """Where an abbreviation ends that stands at ``at`` and that the text defines: "of HKU"."""
    m = _SHORT.match(text, at)
    return m.end() if m and f"({m.group()})" in text else None
