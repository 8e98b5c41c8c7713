"""Names of one organisation in other words: "Consulate of the Kingdom of Norland", "Norland Consulate"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from kg.extract.en.agency_nouns import (
    SCHOOLS,
)

# What a name may have or lack: "Consulate General of the (Kingdom of the) Netherlands".
_FREE: Final = frozenset({"of", "the", "kingdom", "republic"})
_REALM: Final = frozenset({"consulate", "consulate-general", "embassy", "government", "ministry", "parliament"})
# "Harvard University School of Engineering": what stands before the school, and the school.
_SCHOOL: Final = re.compile(
    rf"(?:(?P<owner>.+) )?(?P<school>(?:{'|'.join(sorted(SCHOOLS))}) of .+?)(?: (?:at|in) the (?P<seat>.+))?"
)


# "Institute of Healthcare", of "Lotus University Harbour Club Institute of Healthcare"
_UNIT: Final = re.compile("(?:Academy|College|Faculty|Institute|School) of .+")


def shortened(name: str, others: Iterable[str]) -> str | None:
    """The one of ``others`` of which ``name``, that of a school or an institute, is the end.

    >>> shortened("Institute of Ports", ["Harbour Club Institute of Ports", "Harbour Club"])
    'Harbour Club Institute of Ports'
    >>> shortened("Institute of Ports", ["Norland Institute of Ports", "Lotus Institute of Ports"]) is None
    True
    """
    whole = [other for other in others if other.endswith(f" {name}")] if _UNIT.fullmatch(name) else []
    return whole[0] if len(whole) == 1 else None


def variants(name: str, aliases: Mapping[str, str]) -> Iterator[object]:
    """Keys that names of one organisation share.

    Args:
        name: as printed.
        aliases: the abbreviations that the text defines, and for each the name that it stands for, casefolded.

    >>> set(variants("Norland Consulate", {})) == set(variants("Consulate of Norland", {})) != set()
    True
    """
    words = [word for word in name.casefold().split() if word not in _FREE]
    if not _REALM.isdisjoint(words):
        yield frozenset(words)
    if m := _SCHOOL.fullmatch(name):
        owner = m["owner"] or m["seat"] or ""
        yield m["school"], aliases.get(owner, owner.casefold()).split(" ")[0]
