"""Places of the reference data, how far the name of one reaches, and the address that follows it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.en.place_names import JOINED, RUN, describes, ends_before, is_part
from kg.extract.en.place_nouns import CALENDAR, NOT_PLACES, PARTS_OF_THE_WORLD, ROLES, STATES, VENUES
from kg.reference import PlaceKind, Reference

NAME = re.compile(rf"{RUN}(?: (?:of|de|du|da|des|la)(?: the)? {RUN})*")
_PART = re.compile(rf", (?:the )?(\d+/F|\d+[A-Z]?(?:-\d+)? {RUN}|{RUN}(?: of (?:the )?{RUN})?)")
_WITHIN = re.compile(rf" in (?:the )?{RUN}")
_UNIVERSITY = re.compile(r"\bUniversity\b")  # "Lotus Hall, the University of Hong Kong"
_HALL = re.compile(r"(?:Area|Halls?|Room) \d+[A-Z]{0,3}")  # "Hall 3 of the Harbour Centre"
_QUARTERS = (" East", " West", " North", " South", " Central")


@dataclass(frozen=True, slots=True)
class PlaceGazetteer:
    """The kind of every known place under its name, casefolded, without "the"; picklable."""

    kinds: Mapping[str, PlaceKind]

    def kind(self, name: str) -> PlaceKind | None:
        """What ``name`` is, or None."""
        return self.kinds.get(name.casefold().replace("’", "'").removeprefix("the "))


def place_gazetteer(reference: Reference) -> PlaceGazetteer:
    """Compile the places of the reference data.

    >>> from kg.reference import load
    >>> place_gazetteer(load()).kind("the United Kingdom")
    'country'
    """
    kinds: dict[str, PlaceKind] = {name.casefold(): "region" for name in PARTS_OF_THE_WORLD}
    kinds.update((name.removeprefix("the "), facts[0].kind) for name, facts in reference.place_names.items())
    return PlaceGazetteer(kinds)


def known_end(text: str, at: int, end: int, gazetteer: PlaceGazetteer) -> int | None:
    """Where the longest known place that begins at ``at`` ends, if the name goes on with nothing else."""
    m = NAME.match(text, at, end)
    if not m:
        return None
    stop = m.end()
    more = JOINED.match(text, stop, end)
    seat = _WITHIN.match(text, stop, end)
    limits = [each.end() for each in (seat, more) if each] + [stop]
    for limit in limits:
        cut = limit
        while cut > at:
            name = text[at:cut]
            if gazetteer.kind(name.removesuffix("'s").removesuffix("’s")):
                rest = text[cut : cut + 1]
                follows = text[cut + 1 : cut + 2]
                if rest == " " and (follows.isupper() or follows.isdigit()) and not ends_before(text, cut, end):
                    break
                if name.endswith(("'s", "’s")) or describes(text, cut, end):
                    return None
                return cut
            cut = text.rfind(" ", at, cut)
    return None


def address(text: str, stop: int, end: int, gazetteer: PlaceGazetteer, *, cities: bool) -> int:
    """Where the address goes on after commas: ", Switzerland", ", 2/F, West Wing, Central Government Offices"."""
    while m := _PART.match(text, stop, end):
        part, begin = m.group(1), m.start(1)
        close = m.end()
        first = part.split(" ")[0]
        if first in ROLES or first in NOT_PLACES or first in CALENDAR:
            break
        kind = gazetteer.kind(part)
        if kind is None and part.endswith(_QUARTERS):
            kind = gazetteer.kind(part.rpartition(" ")[0])  # "Tsim Sha Tsui East"
        if kind is None and (known := known_end(text, begin, end, gazetteer)):
            kind, close = gazetteer.kind(text[begin:known]), known
        if cities and kind not in ("country", "region", "district") and part not in STATES:
            break
        if not cities and kind is None and not is_part(part, text[close : close + 2]):
            break
        if text[close : close + 4] == " and" and not cities:
            break
        if text[begin - 4 : begin] == "the " and kind != "country" and not _UNIVERSITY.search(part):
            break
        stop = close
    return stop


def end_within(text: str, at: int, room: str, of: str, end: int, gazetteer: PlaceGazetteer) -> int | None:
    """The end of a room in a known building: "Exhibition Hall of the Hong Kong Convention and Exhibition Centre"."""
    if not of or (room.split(" ")[-1] not in VENUES and not _HALL.fullmatch(room)):
        return None
    within = at + len(room) + len(of)
    within += len("the ") if text.startswith("the ", within) else 0
    stop = known_end(text, within, end, gazetteer)
    return stop if stop and gazetteer.kind(text[within:stop]) == "venue" else None
