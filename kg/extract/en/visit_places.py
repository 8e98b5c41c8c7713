"""Where a visit leads: the place named behind its verb, all places of a trip, the city it is in."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from kg.extract.en.agency_names import HEAD_WORDS
from kg.extract.en.event_places import choose_place
from kg.extract.en.journey_rules import (
    A_SITE,
    BETWEEN_PLACES,
    BODY,
    BODY_OF_PLACES,
    CITIES,
    MORE_SITES,
    NOT_SITE,
    ONE_MORE,
    SHOWN,
)
from kg.extract.en.patterns import Rule
from kg.extract.en.place_nouns import VENUES
from kg.extract.en.scene import Scene
from kg.extract.en.story import Story
from kg.extract.en.visit_rules import FOLK, LIES_IN, PART_OF, SITE, SITE_NOUN, UNNAMED, UNNAMED_KIND
from kg.model import Evidence, Place, Span

CITY_RULES: Final = frozenset({"place-city", "place-region", "place-country"})
"""The rules that find cities, regions and countries; not districts of Hong Kong."""
AS_PRINTED: Final = "place-object"
"""The rule of a place that only the pattern of the verb found."""
_NEAR: Final = 40  # characters
AT_THE_VENUE: Final = re.compile(r"\bat the venue\b")
_ARTICLE: Final = "the "
_OF_THE: Final = re.compile(r" (?:of|for) the ")
_HEAD: Final = re.compile(r" (?:of|for|under) ")  # behind the noun that says what a place is
_CUT: Final = (" Co", " Ltd", " Inc", " Corp")  # a company whose name goes on behind a full stop
_SHORT: Final = ("Ltd.", "Inc.", "Co.", "Corp.")
_ABBREVIATED: Final = re.compile(r" \([A-Z][\w&-]{1,11}\)$")  # "the Ministry of Ports (MOP)"


def visited_place(scene: Scene, story: Story, rule: Rule, m: re.Match[str]) -> Place | None:
    """The place named behind the verb, as the place rules cut it; else the words of the pattern themselves."""
    span = scene.extent(*m.span("place"))
    if rule is SITE and (
        m.group("tail") or m.group("place").endswith(("'s", "’s"))
    ):  # "the bureau's booth": where the release is
        last = story.last()
        return (last.place if last else None) or story.venue
    if rule is SITE and SHOWN.match(scene.text, m.end("place")):
        shown_at = choose_place(scene, story, m.end("place"))
        return shown_at if shown_at and shown_at.evidence.span.start >= span.end else None
    is_body = rule is SITE and BODY_OF_PLACES.match(m.group("place")) is not None
    for place in story.places(scene.span):
        if place.evidence.span.start < span.end and span.start < place.evidence.span.end:
            is_cut = place.name.endswith(_CUT) or (is_body and place.evidence.rule in CITY_RULES)
            return _city_around(scene, story, as_printed(story, span) if is_cut else _in_full(story, place))
    if rule in (UNNAMED, UNNAMED_KIND, FOLK):
        if AT_THE_VENUE.search(scene.text, m.end("place")):
            return story.venue
        whole = PART_OF.match(scene.text, m.end("place")) if rule is UNNAMED else None
        if whole and _is_site_name(whole["place"]):
            return as_printed(story, scene.extent(*whole.span("place")))
        named = choose_place(scene, story, m.end("place"))
        return _in_full(story, named) if named and named is not story.city else _lies_in(scene, story, m)
    if rule is SITE and not _is_site_name(m["place"]) and (noun := SITE_NOUN.match(scene.text, m.end("place"))):
        span = scene.extent(m.start("place"), noun.end())
    return _city_around(scene, story, as_printed(story, span))


def _is_site_name(name: str) -> bool:
    return name.split()[-1] in VENUES or A_SITE.search(name) is not None


def _in_full(story: Story, place: Place) -> Place:
    """The place told before for which the text has given a short name: "the Harbour Police Centre (HPC)"."""
    short = f" ({place.name})"
    told = (draft.place for draft in story.drafts if draft.place)
    return next((one for one in told if story.text.startswith(short, one.evidence.span.end)), place)


def _city_around(scene: Scene, story: Story, place: Place) -> Place:
    """The city in which a body lies that is no site: "visited the Ministry of Ports in Oslo"; else the place."""
    end = place.evidence.span.end
    words = place.name.split(" ")
    if not story.text.startswith(" in ", end) or not VENUES.isdisjoint(words) or HEAD_WORDS.isdisjoint(words):
        return place
    behind = story.places(Span(end, scene.span.end))
    is_near = behind and behind[0].evidence.span.start == end + len(" in ")
    return behind[0] if is_near and behind[0].evidence.rule == "place-city" else place


def as_printed(story: Story, span: Span) -> Place:
    """The words themselves, without an article before and a full stop behind them; the place that they shorten."""
    start = span.start + (len(_ARTICLE) if story.text.startswith((_ARTICLE, "The "), span.start) else 0)
    name = _first_of_two(_ABBREVIATED.sub("", story.text[start : span.end]))
    end = start + len(name if name.endswith(_SHORT) else name.rstrip("."))
    end += int(f"{story.text[start:end]}.".endswith(_SHORT) and story.text.startswith(".", end))
    return _in_full(story, Place(story.text[start:end], Evidence(Span(start, end), AS_PRINTED)))


def _first_of_two(name: str) -> str:
    """The first of two institutions behind each other: "the A School, B School"; "the A School, Oslo" as it is.

    Joined by "and" they are two where each has its noun at the head: "A Hospital of Medicine and the University of B".
    """
    head, _, tail = name.partition(", ")
    if tail and _is_institution(head) and _is_institution(tail):
        return head
    head, _, tail = name.partition(" and ")
    is_own = " of " in tail and _is_institution(_HEAD.split(tail, maxsplit=1)[0])
    return head if is_own and _is_institution(_HEAD.split(head, maxsplit=1)[0]) else name


def further_sites(scene: Scene, story: Story, at: int) -> list[Place]:
    """The sites behind a first one that ends at ``at``: "visited A, the Office for B and C, and the D Group".

    Nothing unless each of them has a noun of institutions or venues, and an "and" stands before the last.
    """
    m = MORE_SITES.match(scene.text, at)
    spans: list[tuple[int, int]] = []
    is_open, joint = False, ""
    for one in ONE_MORE.finditer(scene.text, *m.span("more")) if m else ():
        is_open = is_open or _goes_on(one["site"])
        if is_open and not spans:
            return []
        start = spans.pop()[0] if is_open else one.start("site")
        joint = joint if is_open else one["joint"]
        site = scene.text[start : one.end("site")]
        site = site if site.endswith(_SHORT) else site.rstrip(".")
        spans.append((start, start + len(site)))
        is_open = not _is_institution(site)  # "the Housing" of "the Housing and Works Office"
    if is_open or joint == ", " or any(NOT_SITE.match(scene.text, *span) for span in spans):
        return []
    return [as_printed(story, scene.extent(*span)) for span in spans]


def _goes_on(site: str) -> bool:
    """Whether words behind "and" belong to the name before them: "the Office of Trade and Integrity of the Bank"."""
    return (
        not site.startswith("the ")
        and _is_institution(site)
        and not _is_institution(_OF_THE.split(site, maxsplit=1)[0])
    )


def _is_institution(name: str) -> bool:
    return BODY.search(name) is not None or A_SITE.search(name) is not None or not VENUES.isdisjoint(name.split(" "))


def _lies_in(scene: Scene, story: Story, m: re.Match[str]) -> Place | None:
    """The town that no place rule knows, in which a site without a name lies."""
    town = LIES_IN.match(scene.text, m.end("place"))
    if town is None or NOT_SITE.match(town.group("place")):
        return None
    return as_printed(story, scene.extent(*town.span("place")))


def all_places(scene: Scene, story: Story, place: Place) -> Place:
    """All places of "a visit to Guangzhou, Huizhou and Shenzhen", as printed; the one where no list ends in "and"."""
    start = place.evidence.span.start
    last, end = None, place.evidence.span.end
    places = story.places(scene.span)
    for k in range(bisect_left(places, end, key=lambda each: each.evidence.span.start), len(places)):
        span = places[k].evidence.span
        between = story.text[end : span.start]
        if places[k].evidence.rule not in CITY_RULES or between not in BETWEEN_PLACES:
            break
        end = span.end
        last = end if "and" in between else last
    if last is None and (listed := CITIES.match(story.text, start)) and not BODY.search(listed.group()):
        last = listed.end()
    if last is None:
        return place
    whole = Span(start, last)
    return Place(story.text[whole.start : whole.end], Evidence(whole, place.evidence.rule))


def city_in(scene: Scene, story: Story, at: int) -> Place | None:
    """The city in which a visit to a country is told of: "his visit to the United States in Washington, DC"."""
    origin = scene.origin(at)
    for place in story.places(scene.span):
        if place.evidence.rule == "place-city" and 0 <= place.evidence.span.start - origin <= _NEAR:
            return place
    return None


def names_site(scene: Scene, story: Story, m: re.Match[str]) -> bool:
    """Whether the words that the pattern takes for a place are the name of one smaller than a town."""
    last = m.group("place").split()[-1]
    head = _HEAD.split(m["place"], maxsplit=1)[0].split()[-1]
    if last in VENUES or head in VENUES or A_SITE.search(m.group("place")):
        return True
    start, end = scene.origin(m.start("place")), scene.origin(m.end("place"))
    found = [place.evidence for place in story.places(scene.span)]
    return any(each.span.start < end and each.span.end > start and each.rule not in CITY_RULES for each in found)


def names_place(scene: Scene, story: Story, m: re.Match[str]) -> bool:
    """Whether the place rules find something in the words that the pattern takes for a place."""
    start, end = scene.origin(m.start("place")), scene.origin(m.end("place"))
    spans = [place.evidence.span for place in story.places(scene.span)]
    return any(span.start < end and span.end > start for span in spans)
