"""Which readers have their turn at a sentence: those that know a rule that can match it.

Most sentences have no word that any rule of a reader needs, so that the reader would find nothing.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from typing import Final

from kg.extract.en.ahead import occasion_ahead
from kg.extract.en.appointments import appointments
from kg.extract.en.attendance import attendance
from kg.extract.en.cancellations import cancellations
from kg.extract.en.chairing import chaired
from kg.extract.en.conferring import conferring
from kg.extract.en.council import in_council
from kg.extract.en.gatherings import gatherings, presentations
from kg.extract.en.hosts import hosts
from kg.extract.en.journeys import arrival, delegation, sent_with, trip_end
from kg.extract.en.meetings import meetings
from kg.extract.en.on_site import follow_city, meet_on_site, without_way
from kg.extract.en.open_meetings import open_meetings
from kg.extract.en.openings import opened
from kg.extract.en.patterns import Rule
from kg.extract.en.posts_given import Given, posts_acting
from kg.extract.en.scene import Scene
from kg.extract.en.sides import sides
from kg.extract.en.signings import signings
from kg.extract.en.speakers import speakers
from kg.extract.en.story import Draft, Story
from kg.extract.en.triggers import all_rules
from kg.extract.en.visits import visits
from kg.model import Kind


def appointed(view: Scene, story: Story, limit: int) -> tuple[list[Draft], list[Given]]:
    """The appointments that a sentence states before ``limit``, and the posts it gives."""
    return appointments(view, story, limit) if view.may_match(_APPOINTMENTS) else ([], [])


def told(view: Scene, story: Story, limit: int) -> list[Draft]:
    """All other events that a sentence states before ``limit``; every trigger is read once."""
    found: list[Draft] = []
    for read, rules in _TELLING:
        if view.may_match(rules):
            found += read(view, story, limit)
    if not found and view.may_match(_CANCELLATIONS):
        found = cancellations(view, story)
    meet_on_site(found, view, story)
    found = without_way(found)
    if len(found) > 1:
        follow_city(found, story)
    return _apart(found) if len(found) > 1 else found


def go_on(view: Scene, story: Story, limit: int) -> None:
    """Add people to what was told, and move the story on."""
    delegation(view, story)
    sent_with(view, story)
    arrival(view, story)
    if view.may_match(_ATTENDANCE):
        attendance(view, story, limit)
    presentations(view, story)
    if view.may_match(_SIDES):
        sides(view, story, limit)
    trip_end(view, story)


def _apart(drafts: Sequence[Draft]) -> list[Draft]:
    """The first reading of every trigger: what a later rule reads into the same words is dropped."""
    kept: list[Draft] = []
    places: list[tuple[int, int]] = []  # where the triggers of those kept begin, in order, and their number
    longest = max((draft.trigger.end - draft.trigger.start for draft in drafts), default=0)
    for draft in drafts:
        first = bisect_left(places, (draft.trigger.start - longest,))
        near = [kept[k] for _, k in places[first : bisect_left(places, (draft.trigger.end,))]]
        if not any(_share_words(draft, other) and _exclude(draft, other) for other in near):
            insort(places, (draft.trigger.start, len(kept)))
            kept.append(draft)
    return kept


def _share_words(a: Draft, b: Draft) -> bool:
    return a.trigger.start < b.trigger.end and b.trigger.start < a.trigger.end


def _exclude(a: Draft, b: Draft) -> bool:
    """Whether the same words cannot tell both: events of two kinds, or a visit that two rules read."""
    return a.kind is not b.kind or (a.kind is Kind.VISIT and a.rule != b.rule)


def _rules(*readers: Callable[..., object]) -> frozenset[Rule]:
    """The rules that the modules of readers know."""
    return frozenset(all_rules(sys.modules[reader.__module__] for reader in readers))


_APPOINTMENTS: Final = _rules(appointments, posts_acting)
_CANCELLATIONS: Final = _rules(cancellations)
_ATTENDANCE: Final = _rules(attendance, speakers)
_SIDES: Final = _rules(sides)
_TELLING: Final[tuple[tuple[Callable[[Scene, Story, int], list[Draft]], frozenset[Rule]], ...]] = (
    (meetings, _rules(meetings, open_meetings)),
    (chaired, _rules(chaired)),
    (visits, _rules(visits)),
    (gatherings, _rules(gatherings, occasion_ahead, conferring, in_council, hosts, opened, signings)),
)
"""In order of trial."""
