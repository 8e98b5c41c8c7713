"""Visits: trips to cities and countries, and visits to institutions and places."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from kg.extract.en.meeting_rules import ADV
from kg.extract.en.meetings import negated
from kg.extract.en.scene import DATE, Ref, Scene, pattern
from kg.extract.en.settle import choose_date, choose_place, settle, trigger
from kg.extract.en.story import Draft, Story, first_day, group, subject
from kg.model import Day, Evidence, Kind, Place, Role, Span, Status, When

_NAME = r"(?:the )?[A-Z][\w'’.&/-]*(?:(?: (?:of|the|de|la|for|and|&|in)){0,2} [A-Z0-9(][\w'’.&/()-]*)*(?:, (?:the )?(?!(?:Mr|Ms|Mrs|Dr|Miss)\b)[A-Z][\w'’-]*(?: (?:of )?(?:the )?[A-Z][\w'’-]*)*)?"

# Common nouns of what can be visited.
SITES: Final = (
    "centres?", "laborator(?:y|ies)", "factor(?:y|ies)", "schools?", "hubs?", "offices?", "campus", "exhibitions?", "booths?", "plants?", "sites?",
    "terminals?", "museums?", "hospitals?", "ports?", "bases?", "parks?", "facilit(?:y|ies)", "galler(?:y|ies)", "markets?", "estates?", "farms?",
    "compan(?:y|ies)", "colleges?", "institutes?", "villages?", "stations?", "headquarters", "projects?", "homes?", "pavilions?", "incubators?",
    "enterprises?", "clinics?", "workshops?", "stalls?", "sections?",
)  # fmt: skip

TRIP: Final = pattern(
    r"\b(?P<verb>continu(?:ed|es|ing|e)|beg[ia]ns?|beginning|began|commenced?|commences|start(?:ed|s)?|conclud(?:ed|es|e|ing)|completed?|ended|ends|end|wrapped up|wound up|rounded off|entered the \w+ day of|[Oo]n the \w+ day of|(?:on|upon|after) (?:the )?(?:completion|conclusion) of|completing|concluding"
    r"|conduct(?:ed|s)?|paid|pays?|paying|pay|embarked on|embarks? on|is on|made|make|makes|led|leads?|leading|undertook|undertakes?|undertake) {ADV}"
    r"(?:an? |the |his |her |their |its )?(?:[\w\ue002\ue003-]+ ){0,4}?(?P<noun>visits?|trip|study tour|mission|delegation|tour)(?: programme)? {ADV}(?:to|in|of) (?P<place>{NAME})"
    .replace("{ADV}", ADV).replace("{NAME}", _NAME)
)  # fmt: skip
DEPART: Final = pattern(
    r"\b(?P<verb>depart(?:ed|s)?|leav(?:e|es|ing)|left|set off|sets off|set out|fly|flew|travel(?:led|s)?|head(?:ed|s)?|proceed(?:ed|s)?|went|go|arrive[ds]?) {ADV}"
    r"(?:(?:from )?{NAME} )?(?:for|to|in) (?:a (?:duty )?visit to )?(?P<place>{NAME})".replace("{ADV}", ADV).replace("{NAME}", _NAME)
)  # fmt: skip
SITE: Final = pattern(
    r"\b(?P<verb>visit(?:ed|s|ing)?|tour(?:ed|s|ing)?|inspect(?:ed|s|ing)?|looked round|looked around|went to|dropped in at|dropped by|called at|calls at|pa(?:id|ys?) an? (?:\w+ )?visit to) {ADV}(?P<place>{NAME})(?P<tail>(?:['’]s? [a-z]+)?)"
    .replace("{ADV}", ADV).replace("{NAME}", _NAME)
)  # fmt: skip
# "a laboratory of Sunrise Denki in Kawasaki": what is visited without being named
UNNAMED: Final = pattern(
    r"\b(?P<verb>visit(?:ed|s|ing)?|tour(?:ed|s|ing)?|inspect(?:ed|s|ing)?|looked round|looked around) {ADV}(?:the |an? |its |their |some |two |three )"
    r"(?P<place>(?:[\w'’&-]+ ){0,6}?(?:{SITES}))\b(?P<tail>)".replace("{ADV}", ADV).replace("{SITES}", "|".join(SITES))
)
_COUNTED = re.compile(
    r"\b(?P<span>two|three|four|five|six|seven|eight|nine|ten)-day\b|\b(?P<nth>second|third|fourth|fifth|sixth|seventh) day of\b",
    re.IGNORECASE,
)
_NUMBERS = {
    **{word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)},
    **{word: n for n, word in enumerate("second third fourth fifth sixth seventh".split(), 2)},
}
_RETURN = pattern(r"\b(?:return(?:s|ed)? to|back (?:to|in)|arrive back in) Hong Kong\b")
_CONCLUDE = re.compile(r"\b(?:conclud|complet|end|wrap)")
_RETURNING = re.compile(r"Hong Kong|home", re.IGNORECASE)
_LED = pattern(r"delegation [^.;]{0,80}?(?:is|was|will be)? ?(?:led|headed) by <P:lead>")
_NOT_SITE = re.compile(
    r"^(?:the )?(?:Mr|Ms|Mrs|Miss|Dr|HE|He|She|They|It|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def visits(scene: Scene, story: Story, limit: int) -> list[Draft]:
    """All visits a sentence states before ``limit``."""
    found: list[Draft] = []
    for name, regex, trip in (
        ("visit-trip", TRIP, True),
        ("visit-depart", DEPART, True),
        ("visit-site", SITE, False),
        ("visit-unnamed", UNNAMED, False),
    ):
        for m in regex.finditer(scene.text, 0, limit):
            if any(
                d.trigger.start <= scene.origin(m.start("verb")) < d.sentence.end and name == "visit-depart"
                for d in found
            ):
                continue
            if negated(scene, m.start()) or _NOT_SITE.match(m.group("place")):
                continue
            draft = _visit(scene, story, name, m, trip=trip)
            if draft is not None and not _same_trip(draft, found):
                found.append(draft)
    return found


def _same_trip(draft: Draft, found: list[Draft]) -> bool:
    """ "will depart for the Middle East ... to visit Riyadh": one trip, to the place it names last."""
    trip = next((d for d in found if d.trip and set(d.parts) == set(draft.parts)), None)
    if trip is None or draft.trip or draft.place is None or draft.place.evidence.rule == "place-venue":
        return False
    if draft.place.evidence.rule == "place-object":
        return False
    trip.place = draft.place
    return True


def _visit(scene: Scene, story: Story, rule: str, m: re.Match[str], *, trip: bool) -> Draft | None:
    who = _delegation(scene, m, story) or subject(scene, m.start(), story)
    peopleless = rule == "visit-trip" and re.search(r"\b[Dd]elegation\b", scene.text[: m.start()]) is not None
    if not who and not peopleless:
        return None
    if m.group("verb").startswith("arriv") and any(
        d.trip and {r.person for r in who} & set(d.parts) for d in story.drafts
    ):
        return None  # the way of a trip already told
    if rule == "visit-depart" and _RETURNING.search(m.group("place")):
        return None
    if rule == "visit-depart" and not any(
        p.evidence.span.start < scene.origin(m.end("place")) and p.evidence.span.end > scene.origin(m.start("place"))
        for p in story.places(scene.span)
    ):
        return None
    if (
        rule == "visit-trip"
        and m.group("noun") in {"delegation", "tour"}
        and not m.group("verb").startswith(("le", "pa", "cond"))
    ):
        return None
    place = _place(scene, story, m)
    trip = trip and _is_trip(m, place, who, story)
    draft = Draft(
        Kind.VISIT, Status.HELD, rule, trigger(scene, m.start("verb"), m.start("place")), scene.span, trip=trip
    )
    draft.trigger = Span(
        draft.trigger.start, draft.trigger.start + len(story.text[draft.trigger.start : draft.trigger.end].rstrip())
    )
    draft.place = place
    draft.add(who, Role.PRINCIPAL, "role-subject")
    draft.words = frozenset({"visit", "trip", "tour", "programme"})
    settle(draft, scene, story, m.start(), m.end("place"))
    if trip:
        _settle_trip(draft, scene, story, m)
    return draft


def _is_trip(m: re.Match[str], place: Place | None, who: list[Ref], story: Story) -> bool:
    """A journey of its own: not "pay a visit to X Limited", nor the next city of a journey already told."""
    if m.group("verb").startswith(("travel", "proceed", "go", "went", "head")) and any(
        d.trip and {r.person for r in who} & set(d.parts) for d in story.drafts
    ):
        return False
    return (
        place is None
        or place.evidence.rule not in {"place-venue", "place-district"}
        or bool(re.search(r"duty|official|working|-day|study", m.group()))
    )


def _delegation(scene: Scene, m: re.Match[str], story: Story) -> list[Ref]:
    """The delegation where it is what acts: "the delegation will ... tour the Guoyuan Port"."""
    return (
        story.delegation
        if re.search(r"\b(?:[Tt]he delegation|They|Members)\b[^.;\ue000]*$", scene.text[: m.start()])
        else []
    )


def _place(scene: Scene, story: Story, m: re.Match[str]) -> Place | None:
    """The place named behind the verb, as the place rules cut it; else the words of the pattern themselves."""
    span = scene.extent(m.start("place"), m.end("place"))
    for place in story.places(scene.span):
        if place.evidence.span.start < span.end and span.start < place.evidence.span.end:
            return place
    if m.re is UNNAMED:
        named = choose_place(scene, story, m.end("place"))
        return named if named is not story.city else None
    if m.groupdict().get("tail"):
        last = story.last()
        return last.place if last else None
    start = span.start + (4 if story.text.startswith("the ", span.start) else 0)
    return Place(story.text[start : span.end], Evidence(Span(start, span.end), "place-object"))


def _settle_trip(draft: Draft, scene: Scene, story: Story, m: re.Match[str]) -> None:
    """A trip may begin or end on the day it is told: "continued", "concluded ... which began on December 29"."""
    verb = m.group("verb")
    days = [
        scene.whens[int(d.group("date"))]
        for d in DATE.finditer(scene.text)
        if first_day(scene.whens[int(d.group("date"))])
    ]
    counted = _COUNTED.search(scene.text)
    if (
        draft.when
        and counted
        and len(days) < 2
        and (dated := _counted(draft.when, counted, concluded=bool(_CONCLUDE.match(verb))))
    ):
        draft.when = dated
        if draft.place:
            story.city = draft.place
        return
    if _CONCLUDE.match(verb) and len(days) > 1:
        begin, end = sorted(days[:2], key=lambda w: str(first_day(w)))
        draft.when = When(begin.start, end.end or end.start, begin.evidence)
    elif _CONCLUDE.match(verb) and days:
        draft.when = When(None, first_day(days[0]), days[0].evidence)
    if draft.place:
        story.city = draft.place


def _counted(when: When, counted: re.Match[str], *, concluded: bool) -> When | None:
    """The days of "concluded his three-day visit today" and of "today entered the third day of his visit"."""
    day = when.start or when.end
    if day is None or day.day is None or when.end not in (None, day) or not (concluded or counted.group("nth")):
        return None
    today = date(day.year, day.month, day.day)
    first = today - timedelta(days=_NUMBERS[(counted.group("span") or counted.group("nth")).casefold()] - 1)
    return When(Day(first.year, first.month, first.day), day if counted.group("span") else None, when.evidence)


def trip_end(scene: Scene, story: Story) -> None:
    """ "She will return to Hong Kong on January 3": the trip told last ends that day."""
    trip = next((d for d in reversed(story.drafts) if d.trip), None)
    m = _RETURN.search(scene.text) or re.search(
        r"\b(?:conclude|continue) (?:his|her|the|their) (?:\w+ )?visit\b", scene.text
    )
    if trip is None or m is None:
        return
    when = choose_date(scene, m.end())
    day = when.end or when.start if when else None
    if when and day and day.day:
        start = trip.when.start if trip.when else None
        if start is None or str(start) <= str(day):
            trip.when = When(start, day, trip.when.evidence if trip.when else when.evidence)


def arrival(scene: Scene, story: Story) -> None:
    """Where the story is from now on: "he arrived in Zurich, Switzerland", "she will travel to Abu Dhabi"."""
    for m in re.finditer(
        r"\b(?:arriv(?:ed|es?|ing) in|travel(?:led|s)? to|proceed(?:ed|s)? to|went to|go to|(?:^|, )[Ii]n) (?=[A-Z])",
        scene.text,
    ):
        origin = scene.origin(m.end())
        for place in story.places(scene.span):
            if abs(place.evidence.span.start - origin) <= 4 and place.evidence.rule in {
                "place-city",
                "place-region",
                "place-country",
            }:
                story.city = place


def delegation(scene: Scene, story: Story) -> None:
    """ "The delegation will be led by ...": who "the delegation" is from now on."""
    if (m := _LED.search(scene.text)) and (lead := group(scene, m.group("lead"))):
        story.delegation[:] = lead
        trip = next((d for d in reversed(story.drafts) if d.trip), None) or story.last(Kind.VISIT)
        if trip and (not trip.people(Role.PRINCIPAL) or {r.person for r in lead} & set(trip.parts)):
            trip.add(story.delegation, Role.PRINCIPAL, "role-delegation")
