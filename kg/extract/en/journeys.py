"""What ends, leads or places a journey told before: the way home, the head of the delegation, the next city."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.clauses import group, negated, role_words, subject
from kg.extract.en.journey_rules import (
    ARRIVAL,
    COMES_WITH,
    COUNTED,
    GO_ON,
    LEADER,
    LEADS_ONE,
    LED,
    LED_FIRST,
    NUMBERS,
    RETURN,
)
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.settle import choose_date
from kg.extract.en.story import Draft, Story
from kg.extract.en.trip_days import day_before
from kg.extract.en.visit_places import CITY_RULES
from kg.model import Kind, Place, Role, Span, When

_ARTICLE: Final = "the "
_CONCLUDED: Final = ("concluded", "concluding")
_SEVERAL: Final = 2
_NEAR: Final = len(", ")
# "will conclude his visit and depart for Hong Kong on June 8": that day too is the last of the visit
_HOMEWARD: Final = re.compile(r"\band (?:will |then )?(?:depart|leave|return)s? (?:for|to) Hong Kong\b")


def trip_end(scene: Scene, story: Story) -> None:
    """ "She will return to Hong Kong on January 3": the trip told last ends that day."""
    m = scene.match(RETURN) or scene.match(GO_ON)
    trip = _trip_of(subject(scene, m.start()), story) if m else None
    if trip is None or m is None or negated(scene, m.start()):
        return
    home = _HOMEWARD.search(scene.text, m.end())
    when = choose_date(scene, home.end() if home else m.end())
    is_told_so = m.group().startswith(_CONCLUDED) and len(scene.whens) < _SEVERAL
    lasted = COUNTED.search(m.group()) if is_told_so else None
    when = when or (story.day if lasted else None)
    day = when.end or when.start if when else None
    if when and day and day.day:
        start = trip.when.start if trip.when else None
        if start is None or str(start) <= str(day):
            known = trip.when.end if trip.when else None
            last = known if known and str(known) > str(day) and m.re is GO_ON.regex else day
            if lasted and lasted["span"] and start in (None, day):
                start = day_before(day, NUMBERS[lasted["span"].casefold()] - 1)
            trip.when = When(start, last, trip.when.evidence if trip.when else when.evidence)


# "was part of the Mainland delegation led by"
_PART_OF: Final = re.compile(r"\b(?:part|members?) of (?:the|an?) (?:[\w-]+ ){0,3}$")


def _trip_of(who: list[Ref], story: Story) -> Draft | None:
    """The journey told last that one of these is on; the one told last where nobody is."""
    people = {ref.person for ref in who}
    own = (d for d in reversed(story.drafts) if d.trip and people & set(d.parts))
    return next(own, None) or story.trip()


def arrival(scene: Scene, story: Story) -> None:
    """Where the story is from now on: "he arrived in Zurich, Switzerland", "she will travel to Abu Dhabi"."""
    for m in scene.matches(ARRIVAL):
        origin = scene.origin(m.end())
        for place in story.places(scene.span):
            is_here = abs(place.evidence.span.start - origin) <= len(_ARTICLE)
            if is_here and place.evidence.rule in CITY_RULES:
                is_same = story.city is not None and story.city.name.startswith(f"{place.name},")
                story.city = story.city if is_same else place
                _begins(scene, story, m, place)


def _begins(scene: Scene, story: Story, m: re.Match[str], place: Place) -> None:
    """ "On arrival in Oslo yesterday": the trip to Oslo, told as of today, began on that day."""
    trip = story.trip()
    day = choose_date(scene, m.end()) if trip and trip.when and "rriv" in m.group() else None
    if trip is None or trip.when is None or day is None or day.start is None or trip.place is None:
        return
    known = trip.when.start
    is_there = place.name.split(",")[0] in trip.place.name
    if is_there and known and str(day.start) < str(known) and day.start.day and known.day:
        trip.when = When(day.start, trip.when.end or known, day.evidence)


def delegation(scene: Scene, story: Story) -> None:
    """ "The delegation will be led by ...": who "the delegation" is from now on."""
    for rule in (LED, LED_FIRST):
        for m in scene.matches(rule):
            if lead := group(scene, m.group("lead")):
                _led(scene, story, m, lead)
    if not story.delegation and story.text.find("elegation", *scene.span) >= 0:
        _in_office(scene, story)


def sent_with(scene: Scene, story: Story) -> None:
    """ "Mr Lo led a delegation to Guilin": who acts where "the delegation" does."""
    m = scene.match(LEADS_ONE)
    if m and (lead := group(scene, m["lead"])):
        story.leader[:] = lead
        visit = story.last(Kind.VISIT) if m["whole"] else None
        if visit and not visit.people(Role.PRINCIPAL):
            _lead(story, lead, scene.extent(*m.span("whole")))
    m = None if story.leader or story.delegation else scene.match(COMES_WITH)
    if m and (lead := group(scene, m["lead"])):
        story.leader[:] = lead[-1:]


def _in_office(scene: Scene, story: Story) -> None:
    """ "The President and Leader of the Delegation, Mr Lo, said": who leads the one that is on its way."""
    m = LEADER.search(story.text, *scene.span)
    refs = (ref for refs in scene.groups for ref in refs if ref.person >= 0)
    lead = next((ref for ref in refs if m and m.start() < ref.span.end and ref.span.start - m.end() <= _NEAR), None)
    if m and lead and story.trip():
        _lead(story, [lead], Span(*m.span()))


def _led(scene: Scene, story: Story, m: re.Match[str], lead: list[Ref]) -> None:
    """A delegation that is the other side of a meeting, or the one that is on the way."""
    if _PART_OF.search(scene.text, 0, m.start()):
        return  # of a larger one, which somebody else leads
    last = story.last(Kind.MEETING)
    if last and last.open_side and not last.by_delegation and not {ref.person for ref in lead} & set(last.parts):
        last.add(lead, Role.PRINCIPAL, LED.name, role_words(scene, m, "lead"))
        return  # the delegation is the other side of a meeting
    _lead(story, lead, role_words(scene, m, "lead"))


def _lead(story: Story, lead: list[Ref], said: Span | None) -> None:
    story.delegation[:] = lead
    trip = story.trip() or story.last(Kind.VISIT)
    if trip and (not trip.people(Role.PRINCIPAL) or {ref.person for ref in lead} & set(trip.parts)):
        trip.add(lead, Role.PRINCIPAL, LED.name, said)
