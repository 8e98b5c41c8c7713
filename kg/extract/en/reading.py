"""One English release read from end to end: names, people, agencies, posts, events."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from kg.extract.en.actors import Actor, actors
from kg.extract.en.agencies import Gazetteer, find_agencies
from kg.extract.en.appointments import listed
from kg.extract.en.capitals import in_capitals, restore_case
from kg.extract.en.coreference import gather
from kg.extract.en.dates import writing_day
from kg.extract.en.events import tell
from kg.extract.en.finishing import finish
from kg.extract.en.member_lists import with_members
from kg.extract.en.people import read_names
from kg.extract.en.place_known import PlaceGazetteer
from kg.extract.en.places import find_places
from kg.extract.en.post_headings import HEADED
from kg.extract.en.scene import Ref
from kg.extract.en.segment import segment
from kg.extract.en.tenures import agency_in, held_tenures, named_bodies, same_post
from kg.model import Agency, Findings, Place, Release, Span, Tenure

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_GOVERNMENT: Final = "Hong Kong Special Administrative Region Government"
_HONG_KONG: Final = frozenset({"Hong Kong", "HKSAR", "Hong Kong SAR", "Hong Kong Special Administrative Region"})


def read_english(release: Release, agencies: Gazetteer, places: PlaceGazetteer) -> Findings:
    """All that an English release states."""
    text = _encodable(release.text)
    text = restore_case(text) if in_capitals(text) else text
    document = segment(text, text[: len(release.title)])
    names, dropped = read_names(text)
    people, owners, open_forms = gather(names)
    acting = with_members(text, actors(text, names, owners))
    bodies = find_agencies(text, len(release.title), [n.span for n in names], agencies)

    @lru_cache(maxsize=64)
    def places_in(span: Span) -> tuple[Place, ...]:
        """The places of a sentence; only where an event asks for them."""
        return find_places(text, span.start, span.end, places)

    story, given = tell(text, document, acting, people, writing_day(text, release.day), places_in)
    tenures = held_tenures(text, acting, given, bodies, places.kind)
    if headed := _headed(acting):
        listed(story, headed)
    events = finish(story, _tenure_of(tenures), _side_of(text, bodies))
    left_out = tuple(sorted((*dropped, *open_forms), key=lambda one: one.span))
    return Findings(release, people, bodies, tenures, events, document.sentences, left_out)


def _encodable(text: str) -> str:
    """The text with a mark in place of each lone surrogate, which the automata cannot read."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\0", text)
    return text


def _headed(acting: Sequence[Actor]) -> list[tuple[int, Span]]:
    """The people listed under a heading that gives their post ("Members")."""
    held = [(actor.person, actor) for actor in acting if actor.posts and actor.posts[0].rule == HEADED]
    return [(person, actor.span) for person, actor in held if person is not None]


def _tenure_of(tenures: Sequence[Tenure]) -> Callable[[Ref], int | None]:
    """What gives the tenure in which somebody is referred to: by the post beside the name, else the first."""
    numbered = list(enumerate(tenures))
    first = {tenure.person: k for k, tenure in reversed(numbered)}
    by_post = {(tenure.person, same_post(tenure.post)): k for k, tenure in reversed(numbered)}

    def tenure_of(ref: Ref) -> int | None:
        """The index of the tenure, if the person has one."""
        beside = (by_post.get((ref.person, same_post(post.label))) for post in ref.posts)
        return next((k for k in beside if k is not None), first.get(ref.person))

    return tenure_of


def _side_of(text: str, bodies: Sequence[Agency]) -> Callable[[Span], int | None]:
    """What gives the agency that the words for a side name; "the Hong Kong side" is that of its Government."""
    named = named_bodies(bodies)
    government = next((k for k, body in enumerate(bodies) if body.name == _GOVERNMENT), None)

    def side_of(span: Span) -> int | None:
        """The index of the agency, if the release names it."""
        agency = agency_in(span, named)
        return government if agency is None and text[span.start : span.end] in _HONG_KONG else agency

    return side_of
