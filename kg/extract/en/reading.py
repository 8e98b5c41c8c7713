"""One English release read from end to end: names, people, agencies, posts, events."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kg.extract.en.actors import Actor, actors
from kg.extract.en.agencies import Gazetteer, find_agencies
from kg.extract.en.appointments import Given, listed
from kg.extract.en.capitals import in_capitals, restore_case
from kg.extract.en.coreference import gather
from kg.extract.en.dates import writing_day
from kg.extract.en.events import tell
from kg.extract.en.people import read_names
from kg.extract.en.places import PlaceGazetteer, find_places
from kg.extract.en.posts import Post
from kg.extract.en.scene import Ref
from kg.extract.en.segment import segment
from kg.extract.en.story import finish
from kg.model import Agency, Evidence, Findings, Place, Release, Span, Tenure


def read_english(release: Release, agencies: Gazetteer, places: PlaceGazetteer) -> Findings:
    """All that an English release states."""
    text = restore_case(release.text) if in_capitals(release.text) else release.text
    document = segment(text, text[: len(release.title)])
    names, dropped = read_names(text)
    people, owners, open_forms = gather(names)
    acting = actors(text, names, owners)
    bodies = find_agencies(text, len(release.title), [n.span for n in names], agencies)

    @lru_cache(maxsize=64)
    def places_in(span: Span) -> tuple[Place, ...]:
        return find_places(text, span.start, span.end, places)

    story, given = tell(text, document, acting, people, writing_day(text, release.day), places_in)
    tenures = _tenures(acting, given, bodies)
    index = _tenure_index(tenures)
    headed = [
        (a.person, a.span) for a in acting if a.person is not None and a.posts and a.posts[0].rule == "post-heading"
    ]
    if headed:
        listed(story, headed)

    def tenure_of(ref: Ref) -> int | None:
        for post in ref.posts:
            if (found := index.get((ref.person, post.label.casefold()))) is not None:
                return found
        return next((k for k, t in enumerate(tenures) if t.person == ref.person), None)

    events = finish(story, tenure_of)
    return Findings(
        release,
        people,
        bodies,
        tenures,
        events,
        document.sentences,
        tuple(sorted((*dropped, *open_forms), key=lambda d: d.span)),
    )


def _tenure_index(tenures: Sequence[Tenure]) -> dict[tuple[int, str], int]:
    return {(t.person, t.post.casefold()): k for k, t in reversed(list(enumerate(tenures)))}


def _tenures(acting: Sequence[Actor], given: Sequence[Given], bodies: Sequence[Agency]) -> tuple[Tenure, ...]:
    """Posts held, once each: from apposition, then from verbs ("will act as")."""
    held: dict[tuple[int, str, bool], Tenure] = {}
    stated: list[tuple[int, Post, Evidence]] = [
        (a.person, post, Evidence(a.name.span, a.name.rule)) for a in acting if a.person is not None for post in a.posts
    ]
    stated += [(g.person, g.post, Evidence(g.name, "post-holder")) for g in given]
    for person, post, name in stated:
        if post.former:
            continue
        key = (person, post.label.casefold(), post.acting)
        evidence = (Evidence(post.span, post.rule), name)
        if (known := held.get(key)) is None:
            held[key] = Tenure(person, post.label, _agency_in(post.span, bodies), post.acting, evidence)
        elif evidence[0] not in known.evidence:
            held[key] = Tenure(person, known.post, known.agency, known.acting, (*known.evidence, *evidence))
    return tuple(held.values())


def _agency_in(span: Span, bodies: Sequence[Agency]) -> int | None:
    """The agency named first, and longest, inside a post."""
    inside = [
        (m.span.start, -m.span.end, k)
        for k, body in enumerate(bodies)
        for m in body.mentions
        if span.start <= m.span.start and m.span.end <= span.end
    ]
    return min(inside)[2] if inside else None
