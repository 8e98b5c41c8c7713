"""Visits: trips to cities and countries, and visits to institutions and places."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from kg.extract.en.clauses import describes, group, negated, role_words, subject
from kg.extract.en.occasions import kind_of
from kg.extract.en.patterns import DATE, Rule
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.settle import choose_date, settle
from kg.extract.en.story import Draft, Story, first_day
from kg.extract.en.visit_places import (
    AS_PRINTED,
    CITY_RULES,
    all_places,
    as_printed,
    city_in,
    names_place,
    visited_place,
)
from kg.extract.en.visit_rules import (
    AND_SITE,
    ARRIVAL,
    BEGINS,
    CONCLUDE,
    COUNTED,
    DELEGATION,
    DELEGATION_ACTS,
    DEPARTURES,
    FOLK,
    GO_ON,
    HOME,
    JOURNEY,
    LED,
    NOT_SITE,
    NUMBERS,
    RETURN,
    RULES,
    SITE,
    TRIP,
    TRIP_WORDS,
    UNNAMED,
)
from kg.model import Day, Kind, Place, Role, Span, Status, When

_VENUE_RULES: Final = frozenset({"place-venue", "place-district"})
_OCCASIONS: Final = frozenset({Kind.CEREMONY})
_TOURING: Final = ("tour", "inspect", "look")
_ARTICLE: Final = "the "
_ACTS_REACH: Final = 400  # characters from "The delegation" to its verb
_STOPS: Final = (SITE, UNNAMED, FOLK)


def visits(scene: Scene, story: Story, limit: int) -> list[Draft]:
    """All visits a sentence states before ``limit``."""
    found: list[Draft] = []
    for rule in RULES:
        for m in scene.matches(rule, limit):
            if rule in DEPARTURES and (_is_told(scene, m, found) or _arrives(scene, story, m, found)):
                continue
            if describes(scene, m.start()) or negated(scene, m.start()) or NOT_SITE.match(m.group("place")):
                continue
            draft = _visit(scene, story, rule, m)
            if draft is not None and not _same_trip(draft, found):
                if rule is SITE and _leads_abroad(draft, story, found):
                    one = draft.place
                    draft.trip, draft.place = True, all_places(scene, story, one) if one else None
                    draft.several = draft.place != one
                    _settle_trip(draft, scene, story, m)
                found.append(draft)
                found += _next_site(scene, story, rule, m, draft)
    return found


def _next_site(scene: Scene, story: Story, rule: Rule, m: re.Match[str], draft: Draft) -> list[Draft]:
    """The second of two sites: "visited Qiantang Robotics Co., Ltd. and Lanhai Technology Group"."""
    following = AND_SITE.match(scene.text, m.end()) if rule is SITE and not draft.trip else None
    if following is None or draft.place is None or draft.place.evidence.rule in CITY_RULES:
        return []
    place = as_printed(story, scene.extent(*following.span("place")))
    second = replace(draft, place=place, parts={}, trigger=draft.trigger)
    second.add([part.refs[0] for part in draft.parts.values()], Role.PRINCIPAL, "role-subject", draft.trigger)
    return [second]


def trip_end(scene: Scene, story: Story) -> None:
    """ "She will return to Hong Kong on January 3": the trip told last ends that day."""
    m = scene.match(RETURN) or scene.match(GO_ON)
    trip = _trip_of(subject(scene, m.start()), story) if m else None
    if trip is None or m is None:
        return
    when = choose_date(scene, m.end())
    day = when.end or when.start if when else None
    if when and day and day.day:
        start = trip.when.start if trip.when else None
        if start is None or str(start) <= str(day):
            known = trip.when.end if trip.when else None
            last = known if known and str(known) > str(day) and m.re is GO_ON.regex else day
            trip.when = When(start, last, trip.when.evidence if trip.when else when.evidence)


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
                story.city = place


def delegation(scene: Scene, story: Story) -> None:
    """ "The delegation will be led by ...": who "the delegation" is from now on."""
    for m in scene.matches(LED):
        if lead := group(scene, m.group("lead")):
            _led(scene, story, m, lead)


def _led(scene: Scene, story: Story, m: re.Match[str], lead: list[Ref]) -> None:
    """A delegation that is the other side of a meeting, or the one that is on the way."""
    last = story.last(Kind.MEETING)
    if last and last.open_side and not last.by_delegation and not {ref.person for ref in lead} & set(last.parts):
        last.add(lead, Role.PRINCIPAL, LED.name, role_words(scene, m, "lead"))
        return  # the delegation is the other side of a meeting
    story.delegation[:] = lead
    trip = story.trip() or story.last(Kind.VISIT)
    if trip and (not trip.people(Role.PRINCIPAL) or {ref.person for ref in lead} & set(trip.parts)):
        trip.add(lead, Role.PRINCIPAL, LED.name, role_words(scene, m, "lead"))


def _arrives(scene: Scene, story: Story, m: re.Match[str], found: list[Draft]) -> bool:
    """Whether words behind tell the journey: "arrived in London to begin his visit to the UK" is one, to London."""
    trip = next((d for d in found if d.trip and d.trigger.start > scene.origin(m.start("verb"))), None)
    if trip is None or {ref.person for ref in subject(scene, m.start())} != set(trip.parts):
        return False
    place = visited_place(scene, story, DEPARTURES[0], m)
    if place and place.evidence.rule == "place-city" and trip.place and trip.place.evidence.rule != "place-city":
        trip.place = story.city = place
    return True


def _is_told(scene: Scene, m: re.Match[str], found: list[Draft]) -> bool:
    """Whether a rule before has read the verb, or what follows its own."""
    at = scene.origin(m.start("verb"))
    return any(draft.trigger.start <= at < draft.sentence.end for draft in found)


def _same_trip(draft: Draft, found: list[Draft]) -> bool:
    """ "will depart for the Middle East ... to visit Riyadh": one trip, to the place it names last."""
    trip = next((d for d in found if d.trip and set(d.parts) == set(draft.parts)), None)
    if trip is None or draft.trip or draft.place is None:
        return False
    if draft.place.evidence.rule in {"place-venue", AS_PRINTED}:
        return False
    if trip.several and trip.place and trip.place.evidence.span.start == draft.place.evidence.span.start:
        return True
    trip.place = draft.place
    return True


def _visit(scene: Scene, story: Story, rule: Rule, m: re.Match[str]) -> Draft | None:
    """The visit of one match, if somebody makes it."""
    who = _delegation(scene, m, story) or subject(scene, m.start())
    if (not who and not _is_open(scene, rule, m)) or _is_no_visit(scene, story, rule, m, who):
        return None
    place = visited_place(scene, story, rule, m)
    if rule in (UNNAMED, FOLK) and _is_on_the_way(story, who, place):
        return None
    if rule is SITE and (trip := _same_journey(story, who, place)):
        trip.retold.add(scene.span)
        return None
    if rule in _STOPS and (around := _around(scene, story, rule, m, who, place)):
        around.retold.add(scene.span)
        return None
    trigger = scene.extent(m.start("verb"), m.start("place"))
    trigger = Span(trigger.start, trigger.start + len(story.text[trigger.start : trigger.end].rstrip()))
    draft = Draft(Kind.VISIT, Status.HELD, rule.name, trigger, scene.span, place=place, words=TRIP_WORDS)
    draft.trip = rule in (TRIP, *DEPARTURES) and _is_trip(m, place, who, story)
    if draft.trip and place:
        draft.place = all_places(scene, story, place)
        draft.several = draft.place != place
    draft.add(who, Role.PRINCIPAL, "role-subject", trigger)
    settle(draft, scene, story, m.start(), m.end("place"))
    if draft.trip:
        _settle_trip(draft, scene, story, m)
    return draft


def _is_open(scene: Scene, rule: Rule, m: re.Match[str]) -> bool:
    """Whether a body travels, whose people are named further on."""
    goes = rule is TRIP or (rule in DEPARTURES and not m.group("verb").startswith("arriv"))
    return goes and DELEGATION.search(scene.text, 0, m.start()) is not None


def _is_no_visit(scene: Scene, story: Story, rule: Rule, m: re.Match[str], who: list[Ref]) -> bool:
    """Whether the words tell the way of a trip, the way home, something else than a place, or another sort of tour."""
    verb = m.group("verb")
    if verb.startswith("arriv") and _on_trip(who, story):
        return True
    if rule is SITE and kind_of(m.group("place")) in _OCCASIONS:
        return True  # "inspected the passing-out parade"
    if rule in DEPARTURES and _leads_on(scene, story, m, who):
        return True
    if rule in DEPARTURES:
        is_place = scene.text.endswith("namely ", 0, m.start("place")) or names_place(scene, story, m)
        return HOME.search(m.group("place")) is not None or not is_place
    if rule is TRIP and m.group("noun") == "delegation":
        whose = scene.text[m.end("noun") : m.start("place")]
        if whose.startswith(" of ") and not whose.endswith(" to "):
            return True  # "led a delegation of Harbour Customs"
    if rule is TRIP and m.group("noun") in {"delegation", "tour"}:
        return not verb.startswith(("le", "pa", "cond"))
    return False


def _leads_on(scene: Scene, story: Story, m: re.Match[str], who: list[Ref]) -> bool:
    """Whether a departure leads to one of the places of a journey already told."""
    place = scene.text[m.start("place") : m.end("place")]
    people = {ref.person for ref in who}
    return any(d.trip and d.place and place in d.place.name and people & set(d.parts) for d in story.drafts)


def _is_on_the_way(story: Story, who: list[Ref], place: Place | None) -> bool:
    """Whether a site without a name lies where a trip told before has gone: it is part of the trip."""
    trip = next((d for d in story.drafts if d.trip and {ref.person for ref in who} & set(d.parts)), None)
    if trip is None or trip.place is None or place is None:
        return trip is not None
    return place.evidence.rule in CITY_RULES and (place.name in trip.place.name or trip.place.name in place.name)


def _same_journey(story: Story, who: list[Ref], place: Place | None) -> Draft | None:
    """The journey told before that is told again: "She is visiting Norland with a delegation"."""
    people = {ref.person for ref in who}
    return next((d for d in story.drafts if d.trip and place and _goes_to(d, place) and people <= set(d.parts)), None)


def _goes_to(trip: Draft, place: Place) -> bool:
    return trip.place is not None and place.evidence.rule in CITY_RULES and place.name == trip.place.name


def _around(
    scene: Scene, story: Story, rule: Rule, m: re.Match[str], who: list[Ref], place: Place | None
) -> Draft | None:
    """The visit just told inside which this one goes on: "visited the hospital. He toured a ward"."""
    last = story.last(Kind.VISIT)
    if last is None or last.trip or last.sentence == scene.span:
        return None
    people = {ref.person for ref in who}
    if place and last.place and place.name == last.place.name:
        return last if people <= set(last.parts) else None
    if choose_date(scene, m.start()) or people != set(last.people(Role.PRINCIPAL)):
        return None
    if rule is FOLK and last.rule == FOLK.name:
        return last  # "visited elderly people in Eastern District. ... visited two families in Shau Kei Wan"
    is_touring = last is story.drafts[-1] and m.group("verb").startswith(_TOURING)
    is_stop = last.place is not None and last.place.evidence.rule == "place-district"
    return last if is_touring and not is_stop and "then" not in scene.text[: m.start()] else None


def _on_trip(who: list[Ref], story: Story) -> bool:
    """Whether one of these is on a trip already told."""
    people = {ref.person for ref in who}
    return any(d.trip and people & set(d.parts) for d in story.drafts)


def _is_trip(m: re.Match[str], place: Place | None, who: list[Ref], story: Story) -> bool:
    """A journey of its own: not "pay a visit to X Limited", nor the next city of a journey already told."""
    if m.group("verb").startswith(("travel", "proceed", "go", "went", "head")) and _on_trip(who, story):
        return False
    return place is None or place.evidence.rule not in _VENUE_RULES or JOURNEY.search(m.group()) is not None


def _leads_abroad(draft: Draft, story: Story, found: list[Draft]) -> bool:
    """ "will visit Beijing from May 19 to 21": a journey, where none has been told."""
    place = draft.place
    if place is None or place.evidence.rule not in CITY_RULES or HOME.search(place.name):
        return False
    if story.trip() or any(d.trip for d in found):
        return False
    return draft.status is Status.SCHEDULED and draft.when is not None


def _delegation(scene: Scene, m: re.Match[str], story: Story) -> list[Ref]:
    """The delegation where it is what acts: "the delegation will ... tour the Guoyuan Port"."""
    return story.delegation if DELEGATION_ACTS.search(scene.text, max(0, m.start() - _ACTS_REACH), m.start()) else []


def _settle_trip(draft: Draft, scene: Scene, story: Story, m: re.Match[str]) -> None:
    """A trip may begin or end on the day it is told: "continued", "concluded ... which began on December 29"."""
    if draft.place and not draft.several:
        place = visited_place(scene, story, TRIP, m)
        story.city = city_in(scene, story, m.end("place")) or place or draft.place
    concluded = CONCLUDE.match(m.group("verb")) is not None
    marked = [scene.whens[int(d.group("date"))] for d in DATE.finditer(scene.text)]
    days = [when for when in marked if first_day(when)]
    counted = COUNTED.search(scene.text)
    if draft.when and counted and len(days) < 2:
        begins = BEGINS.match(m.group("verb")) is not None
        dated = _counted(draft.when, counted, concluded=concluded) or (
            _lasting(draft.when, counted) if begins else None
        )
        if dated and (counted.group("nth") or (begins and draft.status is Status.HELD)):
            story.day, draft.own_day = draft.when, False  # the story is at the day that is told, not at the first
        if dated:
            draft.when = dated
            return
    if concluded and len(days) > 1:
        begin, end = sorted(days[:2], key=lambda when: str(first_day(when)))
        draft.when = When(begin.start, end.end or end.start, begin.evidence)
    elif concluded and days:
        draft.when = When(None, first_day(days[0]), days[0].evidence)


def _lasting(when: When, counted: re.Match[str]) -> When | None:
    """The days of "will begin a four-day visit on May 21"."""
    begin = when.start
    if begin is None or begin.day is None or when.end not in (None, begin) or not counted.group("span"):
        return None
    last = date(begin.year, begin.month, begin.day) + timedelta(days=NUMBERS[counted.group("span").casefold()] - 1)
    return When(begin, Day(last.year, last.month, last.day), when.evidence)


def _counted(when: When, counted: re.Match[str], *, concluded: bool) -> When | None:
    """The days of "concluded his three-day visit today" and of "today entered the third day of his visit"."""
    day = when.start or when.end
    if day is None or day.day is None or when.end not in (None, day) or not (concluded or counted.group("nth")):
        return None
    today = date(day.year, day.month, day.day)
    first = today - timedelta(days=NUMBERS[(counted.group("span") or counted.group("nth")).casefold()] - 1)
    return When(Day(first.year, first.month, first.day), day if counted.group("span") else None, when.evidence)
