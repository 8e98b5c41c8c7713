"""Visits: trips to cities and countries, and visits to institutions and places."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract.en.clauses import describes, group, negated, next_subject, subject
from kg.extract.en.journey_rules import (
    A_SITE,
    AIM,
    BODY,
    BODY_VISITS,
    DELEGATION,
    DELEGATION_ACTS,
    FOR_A_VISIT,
    HOME,
    JOURNEY,
    LEAVES_FOR,
    MODIFIES,
    NOT_SITE,
    OF_DAY,
    OWNER,
    SEEN_THERE,
    TO_CALL_ON,
    TRIP_WORDS,
)
from kg.extract.en.occasions import kind_of
from kg.extract.en.patterns import DATE, Rule
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.series import visitors_in_order
from kg.extract.en.settle import WIDE_RULES, choose_date, settle
from kg.extract.en.story import Draft, Story
from kg.extract.en.trip_days import settle_days
from kg.extract.en.visit_places import (
    AS_PRINTED,
    AT_THE_VENUE,
    CITY_RULES,
    all_places,
    city_in,
    further_sites,
    names_place,
    names_site,
    visited_place,
)
from kg.extract.en.visit_rules import (
    DEPARTURES,
    DURING,
    FOLK,
    GUIDED,
    LED_TO,
    NOMINAL,
    ON_THE_SPOT,
    PART,
    RULES,
    SITE,
    STAY,
    STOP,
    TRIP,
    TRIPS,
    UNNAMED,
)
from kg.model import Kind, Place, Role, Span, Status, When

_VENUE_RULES: Final = frozenset({"place-venue", "place-district"})
_OCCASIONS: Final = frozenset({Kind.CEREMONY})
_TOURING: Final = ("tour", "inspect", "look")
_PROCEEDING: Final = ("proceed", "moved on", "went")
_LEAVING: Final = ("depart", "leav", "left", "fly", "flew", "set")
_STILL_HERE: Final = ("before ", "prior to ")  # "met the media before leaving for Beijing"
_ACTS_REACH: Final = 400  # characters from "The delegation" to its verb
_IN_A_TOWN: Final = frozenset({UNNAMED.name, FOLK.name, PART.name})
_STOPS: Final = (SITE, UNNAMED, FOLK)
_SEVERAL: Final = 2


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
                if rule is SITE and (one := draft.place) and one.evidence.rule in CITY_RULES:
                    draft.trip = _leads_abroad(draft, story, found)
                    draft.place = all_places(scene, story, one)
                    draft.several = draft.place != one
                    if draft.trip:
                        _settle_trip(draft, scene, story, m)
                found += visitors_in_order([draft, *_next_sites(scene, story, rule, m, draft)], scene, story)
    return found


def _next_sites(scene: Scene, story: Story, rule: Rule, m: re.Match[str], draft: Draft) -> list[Draft]:
    """The further ones of several sites: "visited Qiantang Robotics Co., Ltd. and Lanhai Technology Group"."""
    first = draft.place
    is_tour = m["verb"].startswith(_TOURING)  # one round of several things
    if (
        rule is not SITE
        or is_tour
        or draft.trip
        or not draft.parts
        or first is None
        or first.evidence.rule in CITY_RULES
    ):
        return []
    end = scene.masked(first.evidence.span.end)
    found: list[Draft] = []
    for place in further_sites(scene, story, end if m.start("place") < end <= m.end("place") else m.end()):
        other = replace(draft, place=place, parts={}, trigger=draft.trigger)
        other.add([part.refs[0] for part in draft.parts.values()], Role.PRINCIPAL, "role-subject", draft.trigger)
        found.append(other)
    return found


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
    if draft.place.evidence.rule in {"place-venue", AS_PRINTED} or draft.rule in _IN_A_TOWN:
        return False
    if trip.several and trip.place and trip.place.evidence.span.start == draft.place.evidence.span.start:
        return True
    trip.place = draft.place
    return True


def _visit(scene: Scene, story: Story, rule: Rule, m: re.Match[str]) -> Draft | None:
    """The visit of one match, if somebody makes it."""
    who = _visitors(scene, story, rule, m)
    if (not who and not _is_open(scene, rule, m)) or _is_no_visit(scene, story, rule, m, who):
        return None
    place = visited_place(scene, story, rule, m)
    if rule is FOLK and _is_on_the_way(story, who, place):
        return None
    if rule is SITE and (trip := _same_journey(story, who, place)):
        trip.retold.add(scene.span)
        return None
    if rule in _STOPS and (around := _around(scene, story, rule, m, who, place)):
        around.retold.add(scene.span)
        return None
    trigger = scene.extent(*(m.span("verb") if rule in NOMINAL else (m.start("verb"), m.start("place"))))
    trigger = Span(trigger.start, trigger.start + len(story.text[trigger.start : trigger.end].rstrip()))
    draft = Draft(Kind.VISIT, Status.HELD, rule.name, trigger, scene.span, place=place, words=TRIP_WORDS)
    draft.when = _day_of_leaving(scene, m) if rule in DEPARTURES else None
    draft.trip = rule in (*TRIPS, DURING, *DEPARTURES) and _is_trip(m, place, who, story)
    if draft.trip and place:
        draft.place = all_places(scene, story, place)
        draft.several = draft.place != place
    draft.beside = rule is SITE and m["verb"].startswith(_TOURING) and "also" in scene.text[: m.start()]
    draft.to_meet = rule is SITE and TO_CALL_ON.match(scene.text, m.end("place")) is not None
    company = _company(story, who)
    draft.add([ref for ref in who if ref.person not in company], Role.PRINCIPAL, "role-subject", trigger)
    draft.add([ref for ref in who if ref.person in company], Role.ATTENDEE, "role-company", trigger)
    draft.by_delegation = not who and story.trip() is not None and _goes_about(scene, m)
    if rule is GUIDED:
        draft.add(subject(scene, m.start()), Role.ATTENDEE, "role-accompanies", trigger)
    settle(draft, scene, story, m.start(), m.end("place"))
    if draft.place is None and AT_THE_VENUE.search(scene.text, m.end("place")):
        story.open_venue.append(draft)
    if draft.trip:
        _settle_trip(draft, scene, story, m)
    return draft


def _goes_about(scene: Scene, m: re.Match[str]) -> bool:
    """Whether "the delegation", "they" or "Members" act, whoever they are."""
    return DELEGATION_ACTS.search(scene.text, max(0, m.start() - _ACTS_REACH), m.start()) is not None


def _company(story: Story, who: list[Ref]) -> set[int]:
    """Those of "They" who only went along on the visit told last."""
    last = story.last(Kind.VISIT)
    if last is None or len(who) < _SEVERAL or len({ref.span for ref in who}) > 1:
        return set()
    return set(last.people(Role.ATTENDEE)) if {ref.person for ref in who} == set(last.parts) else set()


def _day_of_leaving(scene: Scene, m: re.Match[str]) -> When | None:
    """The day between the verb and the place: "will leave Oslo on May 3 for Bergen to attend the Forum on May 4"."""
    day = DATE.search(scene.text, m.start("verb"), m.start("place"))
    when = scene.whens[int(day["date"])] if day else None
    return when if when and when.start else None


def _settle_trip(draft: Draft, scene: Scene, story: Story, m: re.Match[str]) -> None:
    """The story goes on where a trip leads, on the days that it takes."""
    if draft.place and not draft.several and not scene.text.endswith(_STILL_HERE, 0, m.start()):
        place = visited_place(scene, story, TRIP, m)
        story.city = city_in(scene, story, m.end("place")) or place or draft.place
    settle_days(draft, scene, m.group("verb"), story)


def _visitors(scene: Scene, story: Story, rule: Rule, m: re.Match[str]) -> list[Ref]:
    """Who makes the visit: the delegation, the subject, whom the main clause is about, or the sentences before."""
    if rule is STOP and (owner := OWNER.search(scene.text, 0, m.start())):
        return group(scene, owner["who"])  # "Mr Poon's first stop was"
    marks = m.groupdict()
    if guest := marks.get("who") or marks.get("shown"):
        return group(scene, guest)
    if who := _delegation(scene, m, story) or subject(scene, m.start()) or _travelling(scene, m, story):
        return who
    if rule is STOP:
        return story.subject
    if not scene.text[: m.start()].strip():
        return next_subject(scene, m.end())
    return story.subject if OF_DAY.fullmatch(scene.text, 0, m.start()) else []


def _is_open(scene: Scene, rule: Rule, m: re.Match[str]) -> bool:
    """Whether a body travels, whose people are named further on."""
    if rule is SITE:
        return BODY_VISITS.match(scene.text, 0, m.start()) is not None
    goes = rule is TRIP or rule is STAY or (rule in DEPARTURES and not m.group("verb").startswith("arriv"))
    return goes and DELEGATION.search(scene.text, 0, m.start()) is not None


def _is_no_visit(scene: Scene, story: Story, rule: Rule, m: re.Match[str], who: list[Ref]) -> bool:
    """Whether the words tell the way of a trip, the way home, something else than a place, or another sort of tour."""
    verb = m.group("verb")
    if verb.startswith("arriv") and _on_trip(who, story):
        return True
    if rule is SITE and MODIFIES.match(scene.text, m.end("place")) and not names_site(scene, story, m):
        return True  # "visited Hong Kong enterprises"
    if rule is SITE and kind_of(m.group("place")) in _OCCASIONS:
        return True  # "inspected the passing-out parade"
    if rule in DEPARTURES and _leads_on(scene, story, m, who):
        return True
    if rule in DEPARTURES:
        is_place = scene.text.endswith("namely ", 0, m.start("place")) or names_place(scene, story, m)
        leaves_for = verb.startswith(_LEAVING) and scene.text.endswith(" for ", 0, m.start("place"))
        proceeds = verb.startswith(_PROCEEDING) and (BODY.search(m["place"]) or A_SITE.search(m["place"])) is not None
        is_place = is_place or (proceeds and SEEN_THERE.match(scene.text, m.end("place")) is not None)
        is_place = is_place or (leaves_for and LEAVES_FOR.match(scene.text, m.end("place")) is not None)
        is_at = scene.text.endswith(" at ", 0, m.start("place")) and not _names_city(scene, story, m)
        is_home = HOME.search(m.group("place")) is not None and not FOR_A_VISIT.match(scene.text, m.end("place"))
        return is_home or not is_place or is_at
    if rule is DURING:
        return (
            HOME.search(m["place"]) is not None
            or not choose_date(scene, m.start())
            or (_on_trip(who, story) and not names_site(scene, story, m))
        )
    if rule is TRIP and m.group("noun") == "delegation":
        if kind_of(m["place"]):
            return True  # "led a delegation to the Harbour Forum"
        whose = scene.text[m.end("noun") : m.start("place")]
        if whose.startswith(" of ") and not whose.endswith(" to "):
            return True  # "led a delegation of Harbour Customs"
    if rule is TRIP and m.group("noun") in {"delegation", "tour"}:
        return not verb.startswith(("le", "pa", "cond", "head"))
    if rule is LED_TO:
        is_there = _names_city(scene, story, m) or AIM.match(scene.text, m.end("place")) is not None
        return HOME.search(m["place"]) is not None or not is_there
    if rule is PART:
        is_seen = ON_THE_SPOT.match(scene.text, m.start("verb"), m.start("place")) and not HOME.search(m["place"])
        return kind_of(scene.text[m.end("verb") : m.start("place")]) is not None or not (
            is_seen or names_site(scene, story, m)
        )
    if rule is STOP:
        return not names_site(scene, story, m)
    if rule is STAY:
        return HOME.search(m.group("place")) is not None or not names_place(scene, story, m)
    return False


def _names_city(scene: Scene, story: Story, m: re.Match[str]) -> bool:
    """Whether the place is a city, region or country, and not a venue in one: "arrived at Beijing"."""
    start, end = scene.origin(m.start("place")), scene.origin(m.end("place"))
    named = (p for p in story.places(scene.span) if p.evidence.span.start < end and p.evidence.span.end > start)
    first = next(named, None)
    return first is not None and first.evidence.rule in CITY_RULES


def _leads_on(scene: Scene, story: Story, m: re.Match[str], who: list[Ref]) -> bool:
    """Whether a departure leads to one of the places of a journey already told."""
    place = scene.text[m.start("place") : m.end("place")]
    people = {ref.person for ref in who}
    return any(d.trip and d.place and place in d.place.name and people & set(d.parts) for d in story.drafts)


def _is_on_the_way(story: Story, who: list[Ref], place: Place | None) -> bool:
    """Whether people without a name are visited where a trip told before has gone: that is part of the trip."""
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
    around = last.place.evidence.rule if last.place else ""
    before = scene.text[: m.start()]
    is_other = rule is SITE and "also" in before and place is not None  # "She also inspected the Lotus Estate"
    is_stop = around == "place-district" or (around in WIDE_RULES and place is not None) or is_other
    return last if is_touring and not is_stop and "then" not in before else None


def _on_trip(who: list[Ref], story: Story) -> bool:
    """Whether one of these is on a trip already told."""
    people = {ref.person for ref in who}
    return any(d.trip and people & set(d.parts) for d in story.drafts)


def _is_trip(m: re.Match[str], place: Place | None, who: list[Ref], story: Story) -> bool:
    """A journey of its own: not "pay a visit to X Limited", nor the next city of a journey already told."""
    if m.group("verb").startswith(("travel", "proceed", "go", "went", "head")) and _on_trip(who, story):
        return False
    is_body = place is not None and place.evidence.rule == AS_PRINTED and BODY.search(place.name) is not None
    return (
        place is None or not (is_body or place.evidence.rule in _VENUE_RULES) or JOURNEY.search(m.group()) is not None
    )


def _leads_abroad(draft: Draft, story: Story, found: list[Draft]) -> bool:
    """ "will visit Beijing from May 19 to 21": a journey, where none has been told."""
    place = draft.place
    if place is None or place.evidence.rule not in CITY_RULES or HOME.search(place.name):
        return False
    if story.trip() or any(d.trip for d in found):
        return False
    lasts = draft.when is not None and draft.when.end not in (None, draft.when.start)
    return lasts or (draft.status is Status.SCHEDULED and draft.when is not None)


def _delegation(scene: Scene, m: re.Match[str], story: Story) -> list[Ref]:
    """The delegation where it is what acts: "the delegation will ... tour the Guoyuan Port"."""
    acts = DELEGATION_ACTS.search(scene.text, max(0, m.start() - _ACTS_REACH), m.start())
    return story.delegation or (story.leader if "elegation" in acts.group() else []) if acts else []


def _travelling(scene: Scene, m: re.Match[str], story: Story) -> list[Ref]:
    """Those on the journey told last, where nobody but "the delegation" acts."""
    acts = DELEGATION_ACTS.search(scene.text, max(0, m.start() - _ACTS_REACH), m.start())
    trip = story.trip() if acts and "elegation" in acts.group() else None
    return [trip.parts[person].refs[0] for person in trip.people(Role.PRINCIPAL)] if trip else []
