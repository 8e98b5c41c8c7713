"""Names of one organisation in other words: "Consulate of the Kingdom of Norland", "Norland Consulate"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
