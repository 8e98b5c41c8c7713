"""Where people met during a visit: at the site that the words just before told they visited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.en.patterns import pattern
from kg.extract.en.scene import Scene
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role

_FACE_TO_FACE: Final = frozenset(
    {
        "meeting-met",
        "meeting-called-on",
        "meeting-courtesy-call",
        "meeting-talked",
        "meeting-views",
        "meeting-received-by",
    }
)
_SITES: Final = frozenset({"place-object", "place-venue"})
# Between the visit and the verb of the meeting: no word that leads elsewhere.
_ELSEWHERE: Final = re.compile(
    r"[;]|\ue002(?!\d+\ue003 to )|\b(?:then|later|afterwards?|subsequently|separately|earlier|also|before|after"
    r"|following|during|while|besides|addition|proceeded|went|returned|left)\b",
    re.IGNORECASE,
)
_ACTS: Final = pattern(
    r"(?:(?:Upon|On) (?:his |her |their )?arrival,? |There,? )?"
    r"(?:<P>|They|Members|The delegation) (?:will )?(?:met|meet|called|call|paid|exchanged|talked|was)"
)


def meet_on_site(told: Sequence[Draft], scene: Scene, story: Story) -> None:
    """Give meetings the place of the visit during which they are told, where they have no place of their own.

    "visited the Ministry of Ports and met with ...", or in one paragraph "visited the Ministry of Ports. She met with".
    """
    for draft in told:
        if draft.kind is not Kind.MEETING or (draft.place is not None and draft.place is not story.city):
            continue
        if draft.rule not in _FACE_TO_FACE:
            continue
        start = scene.masked(draft.trigger.start)
        here = [d for d in told if _is_site(d) and d.trigger.end <= draft.trigger.start]
        before = story.last()
        site = here[-1] if here else before if before and _is_site(before) and _goes_on(before, scene, story) else None
        low = scene.masked(here[-1].trigger.end) if here else 0
        if site and _same_people(site, draft) and not _ELSEWHERE.search(scene.text, low, start):
            draft.place = site.place


def without_way(told: Sequence[Draft]) -> list[Draft]:
    """The same without visits that were but the way to a meeting: "visited the Ministry to call on the Minister"."""
    met_at = [draft.place for draft in told if draft.kind is Kind.MEETING]
    return [draft for draft in told if not (draft.to_meet and draft.place in met_at)]


def follow_city(told: Sequence[Draft], story: Story) -> None:
    """Place what a sentence tells behind a visit to a city: "will visit Bergen, where he will meet officials"."""
    visits = [d for d in told if d.kind is Kind.VISIT and d.place and d.place.evidence.rule == "place-city"]
    for visit in visits:
        for draft in told:
            is_there = draft.place is None or draft.place is story.city
            if is_there and draft.trigger.start > visit.trigger.start and set(visit.parts) & set(draft.parts):
                draft.place = draft.place if draft is visit or visit.several else visit.place


def _is_site(draft: Draft) -> bool:
    """Whether a visit is to one place that is no city, district or country."""
    return (
        draft.kind is Kind.VISIT and not draft.trip and draft.place is not None and draft.place.evidence.rule in _SITES
    )


def _same_people(site: Draft, meeting: Draft) -> bool:
    visitors = set(site.people(Role.PRINCIPAL))
    return bool(visitors) and visitors <= set(meeting.parts) and site.status is meeting.status


def _goes_on(site: Draft, scene: Scene, story: Story) -> bool:
    """Whether the sentence follows the one that told the visit, in the same paragraph, and begins with who met."""
    between = story.text[site.sentence.end : scene.span.start]
    follows = site.sentence.end <= scene.span.start and not between.strip() and "\n" not in between
    return follows and _ACTS.match(scene.text) is not None
