"""Where the name of a venue that no reference knows ends, and whether it is the name of a venue at all."""

from __future__ import annotations

import re

from kg.extract.en.agency_nouns import PATRON_TITLES
from kg.extract.en.place_nouns import (
    ADDRESS,
    CALENDAR,
    FOLLOWERS,
    LANGUAGES,
    NOT_PLACES,
    OCCASIONS,
    PLACES_OF_LEARNING,
    ROLES,
    VENUES,
)

CAP = r"(?:[A-Z]\.(?= [A-Z])|[A-ZÀ-ÖØ-Þ][\w&/‑-]*(?:['’]\w+)?['’]?|\d+[A-Z]{0,3}(?![\w%]))"
FIRST = r"(?:[A-Z]\.(?= [A-Z])|[A-ZÀ-ÖØ-Þ][\w&/+‑-]*(?:['’]\w+)?['’]?)"
RUN = rf"{FIRST}(?: {CAP})*"
JOINED = re.compile(rf" (?:and|&|for) ({RUN}(?: of(?: the)? {RUN})*)")
STREET = re.compile(
    r"\d+[A-Z]?(?:-\d+)? (?:[A-Z][\w'’-]* )+(?:Avenue|Drive|Lane|Path|Road|Street|Terrace)(?: West| East| Central)?"
)
_LOWER = re.compile(r" ([a-z][\w-]*)")
_BRACKET = re.compile(r" \([A-Z][\w&-]+\)")
_SERIES = re.compile(r"(?:,| and| &| for) [A-Z]")
_NEXT = re.compile(rf" ({CAP})")
_YEAR = re.compile(r" \d+$")
_EDITION = re.compile(r" (?:19|20)\d\d$")  # "at Marintec China 2023" is at an occasion
_OFFICES = ("'s Office", "’s Office")
_LONGEST_TOWN = 3  # words
_NO_TOWNS = VENUES | OCCASIONS | ROLES | NOT_PLACES | CALENDAR | LANGUAGES
_LEGISLATURE = "Legislative Council"  # as a body; its meetings have their own rule


def describes(text: str, at: int, end: int) -> bool:
    """Whether a noun follows, which the name before it only describes: "Hong Kong schools", "Council meeting"."""
    m = _LOWER.match(text, at, end)
    return bool(m and m.group(1) not in FOLLOWERS and not m.group(1).endswith("ly"))


def ends_before(text: str, cut: int, end: int) -> bool:
    """Whether the capitalised word behind ``cut`` begins something else: a person, a month."""
    m = _NEXT.match(text, cut, end)
    return bool(m and (m.group(1) in ROLES or m.group(1) in CALENDAR))


def venue_end(text: str, at: int, stop: int, end: int) -> int:
    """Where the name of a venue that is not known ends: across "and" when a noun of venues closes it."""
    more = JOINED.match(text, stop, end)
    last = text[text.rfind(" ", at, stop) + 1 or at : stop]
    if more and last in VENUES:
        return more.end() if text.startswith(" for", stop) else stop
    head, of, _ = text[at:stop].partition(" of ")
    if more and of and text.startswith(" and", stop) and _joins(head.split(" ")[-1], more.group(1)):
        return more.end()  # "Institute of Training and Development"
    if more and last not in OCCASIONS and more.group(1).split()[-1] in VENUES:
        return more.end()
    words = text[at:stop].split(" ")
    for count, word in enumerate(words):
        month = word in CALENDAR and (word != "May" or not words[count + 1 : count + 2])
        is_patron = word in PATRON_TITLES and words[-1] in PLACES_OF_LEARNING  # "Harbour Union Lady Chan School"
        if count and (word in ROLES or month) and not is_patron and words[count - 1] not in ("of", "the"):
            return at + len(" ".join(words[:count]))
    return stop


def _joins(noun: str, more: str) -> bool:
    """Whether what stands behind "and" belongs to "Institute of Training", or to "Museum of Art"."""
    return noun in PLACES_OF_LEARNING or (noun in VENUES and " " not in more and more not in VENUES)


def is_venue(name: str, *, venue_likely: bool) -> bool:
    """Whether an unknown name is a venue: by its last noun, or because it stands behind "at"."""
    words = _YEAR.sub("", name).split(" ")
    if (
        (words[0] in ROLES and not name.endswith(_OFFICES))
        or words[0] in NOT_PLACES
        or words[0] in CALENDAR
        or name in LANGUAGES
        or name == _LEGISLATURE
    ):
        return False
    is_room = len(words) > 1 and words[1] in VENUES  # "Lecture Hall"
    if name.endswith(("'s", "’s")) or (words[0] in OCCASIONS and not is_room) or (len(words) == 1 and "&" in name):
        return False
    head = name.split(" of ")[0].split(" ")[-1]
    if words[-1] in VENUES or head in VENUES:
        return len(words) > 1
    if not OCCASIONS.isdisjoint((words[-1], head)) or _EDITION.search(name):
        return False
    return venue_likely and (len(words) > 1 or (name.isupper() and len(name) > 2))


def is_town(name: str) -> bool:
    """Whether an unknown name may be that of a town, where the country that it lies in stands behind a comma."""
    words = name.split(" ")
    return len(words) <= _LONGEST_TOWN and _NO_TOWNS.isdisjoint(words) and name.replace(" ", "").isalpha()


def goes_on(text: str, at: int, stop: int, end: int) -> bool:
    """Whether an unknown name goes on to an occasion: "HKEX 22nd Anniversary", "the Institute (HKI) Dinner"."""
    joined = JOINED.match(text, stop, end)
    if joined and joined.group(1).split()[-1] in OCCASIONS:
        return True
    bracket = _BRACKET.match(text, stop, end)
    after = bracket.end() if bracket else stop
    following = text[after + 1 : after + 2] if text[after : after + 1] == " " else ""
    if following.isdigit() or (bracket and (following.isupper() or describes(text, after, end))):
        return True
    last = text[text.rfind(" ", at, stop) + 1 or at : stop]
    return last not in VENUES and _SERIES.match(text, stop, end) is not None


def is_part(part: str, behind: str) -> bool:
    """Whether words between commas are of an address: "2/F", "West Wing", "7 Harbour Road", "Hotel Lotus"."""
    words = part.split(" ")
    if part.endswith("/F") or STREET.fullmatch(part):
        return True
    if behind == "'s" or not (VENUES | ADDRESS).intersection(words):
        return False
    return "University" in words or words[-1] in VENUES | ADDRESS or words[0] == "Hotel"
