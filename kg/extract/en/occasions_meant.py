"""Which occasions told before the words of a sentence mean: "the meeting", "the two visits", "the delegation"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.attendance_rules import COUNTED, NOUN, NUMBERS
from kg.extract.en.occasions import kind_of
from kg.extract.en.scene import Scene
from kg.extract.en.story import Draft, Story, first_day
from kg.model import Kind, Role

_MEETING_NOUNS: Final = frozenset({"meeting", "meetings", "call", "calls", "talks", "discussion", "discussions"})
_ANY_OCCASION: Final = frozenset({"ceremony", "conference"})  # where none of that kind was told
_VISIT_NOUNS: Final = frozenset({"visit", "visits", "programme", "delegation", "itinerary"})
GATHERINGS: Final = tuple(k for k in Kind if k not in (Kind.APPOINTMENT, Kind.OTHER))
"""Those that people attend."""


def latest(story: Story, noun: str | None) -> list[Draft]:
    """The occasions a definite noun means: the one(s) told last that may be called so."""
    if not story.drafts:
        return []
    if noun in _VISIT_NOUNS:
        visits = [d for d in story.drafts if d.kind is Kind.VISIT]
        trip = next((d for d in visits if d.trip), None)
        led = next((d for d in reversed(story.drafts) if _is_led(story, d)), None) if noun == "delegation" else None
        if led and not trip:
            return story.beside(led)
        if visits or noun != "delegation":
            return [trip or _whole(visits)] if visits else []
        noun = "meeting"
    if noun in _MEETING_NOUNS:
        last = story.last(Kind.MEETING) or story.last(Kind.CONFERENCE)
    elif noun and noun not in {"event", "occasion"}:
        word = noun.split()[-1]
        last = next((d for d in reversed(story.drafts) if word in d.words or kind_of(noun) is d.kind), None)
        if last is None and word in _ANY_OCCASION:
            last = story.last(Kind.CEREMONY, Kind.CONFERENCE, Kind.RECEPTION, Kind.SIGNING)
    else:
        last = story.last(*GATHERINGS)
    return story.beside(last) if last else []


def _is_led(story: Story, draft: Draft) -> bool:
    """Whether somebody led a delegation to an occasion: "led a delegation to attend the assembly"."""
    return story.text.find("delegation", draft.trigger.start, draft.trigger.end) >= 0


def _whole(visits: list[Draft]) -> Draft:
    """The visit of which the one told last is a stop: to a district, or the first of the day by the same people."""
    last = visits[-1]
    people, day = set(last.people(Role.PRINCIPAL)), first_day(last.when)
    same = [d for d in visits if set(d.people(Role.PRINCIPAL)) == people and first_day(d.when) == day]
    return next((d for d in same if d is visits[0] or is_round(d)), last)


def counted(m: re.Match[str], drafts: list[Draft], story: Story) -> list[Draft]:
    """ "at the two meetings" means the last two, whatever sentence told them."""
    count = COUNTED.search(m.group())
    if count is None or not drafts:
        return drafts
    same = [d for d in story.drafts if d.kind is drafts[0].kind]
    return same[-NUMBERS[count.group(1)] :]


def named(scene: Scene, start: int, end: int, *, last: bool = False) -> str | None:
    """The first (or last) noun of an occasion between two positions of a sentence."""
    nouns = [m.group("noun") for m in NOUN.finditer(scene.text, start, end)]
    return (nouns[-1] if last else nouns[0]) if nouns else None


def is_round(draft: Draft) -> bool:
    """Whether a visit is to a district, of which meetings there are part."""
    return draft.kind is Kind.VISIT and draft.place is not None and draft.place.evidence.rule == "place-district"
