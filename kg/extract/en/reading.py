"""One English release read from end to end: names, people, agencies, posts, events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kg.extract.en.actors import Actor, actors
from kg.extract.en.agencies import Gazetteer, find_agencies
from kg.extract.en.appointments import listed
from kg.extract.en.capitals import in_capitals, restore_case
from kg.extract.en.coreference import gather
from kg.extract.en.dates import writing_day
from kg.extract.en.events import tell
from kg.extract.en.member_lists import with_members
from kg.extract.en.people import read_names
from kg.extract.en.places import PlaceGazetteer, find_places
from kg.extract.en.posts import Post
from kg.extract.en.posts_given import Given
from kg.extract.en.scene import Ref
from kg.extract.en.segment import segment
from kg.extract.en.story import finish
from kg.model import Agency, Evidence, Findings, Place, Release, Span, Tenure

_GOVERNMENT: Final = "Hong Kong Special Administrative Region Government"
_OWNED: Final = ("'s ", "’s ")
_HONG_KONG: Final = frozenset({"Hong Kong", "HKSAR", "Hong Kong SAR", "Hong Kong Special Administrative Region"})


def read_english(release: Release, agencies: Gazetteer, places: PlaceGazetteer) -> Findings:
    """All that an English release states."""
    text = restore_case(release.text) if in_capitals(release.text) else release.text
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
    tenures = _tenures(text, acting, given, bodies)
    if headed := _headed(acting):
        listed(story, headed)
    events = finish(story, _tenure_of(tenures), _side_of(text, bodies))
    left_out = tuple(sorted((*dropped, *open_forms), key=lambda one: one.span))
    return Findings(release, people, bodies, tenures, events, document.sentences, left_out)


def _headed(acting: Sequence[Actor]) -> list[tuple[int, Span]]:
    """The people listed under a heading that gives their post ("Members")."""
    held = [(actor.person, actor) for actor in acting if actor.posts and actor.posts[0].rule == "post-heading"]
    return [(person, actor.span) for person, actor in held if person is not None]


def _tenure_of(tenures: Sequence[Tenure]) -> Callable[[Ref], int | None]:
    """What gives the tenure in which somebody is referred to: by the post beside the name, else the first."""
    numbered = list(enumerate(tenures))
    first = {tenure.person: k for k, tenure in reversed(numbered)}
    by_post = {(tenure.person, _same(tenure.post)): k for k, tenure in reversed(numbered)}

    def tenure_of(ref: Ref) -> int | None:
        """The index of the tenure, if the person has one."""
        beside = (by_post.get((ref.person, _same(post.label))) for post in ref.posts)
        return next((k for k in beside if k is not None), first.get(ref.person))

    return tenure_of


def _side_of(text: str, bodies: Sequence[Agency]) -> Callable[[Span], int | None]:
    """What gives the agency that the words for a side name; "the Hong Kong side" is that of its Government."""
    named = _named(bodies)
    government = next((k for k, body in enumerate(bodies) if body.name == _GOVERNMENT), None)

    def side_of(span: Span) -> int | None:
        """The index of the agency, if the release names it."""
        agency = _agency_in(span, named)
        return government if agency is None and text[span.start : span.end] in _HONG_KONG else agency

    return side_of


def _at_each(text: str, post: Post, named: Sequence[tuple[int, int, int]]) -> tuple[tuple[Post, Span], ...]:
    """The posts of "Director of the Northern Office and the Southern Bureau", one at each body, and where it stands."""
    joint = text.find(" and the ", post.span.start, post.span.end)
    if joint < 0 or post.plural or post.label != text[post.span.start : post.span.end]:
        return ((post, post.span),)
    second = joint + len(" and the ")
    inside = {(start, -reach) for start, reach, _ in named if post.span.start < start and -reach <= post.span.end}
    first = next((start for start, end in inside if end == joint), None)
    is_both = first is not None and (second, post.span.end) in inside
    if not is_both or not text.endswith(" of the ", post.span.start, first):
        return ((post, post.span),)
    office = text[post.span.start : first]
    return (
        (replace(post, label=text[post.span.start : joint]), Span(post.span.start, joint)),
        (replace(post, label=f"{office}{text[second : post.span.end]}"), Span(second, post.span.end)),
    )


def _tenures(
    text: str, acting: Sequence[Actor], given: Sequence[Given], bodies: Sequence[Agency]
) -> tuple[Tenure, ...]:
    """Posts held, once each: from apposition, then from verbs ("will act as")."""
    held: dict[tuple[int, str, bool], Tenure] = {}
    proofs: dict[tuple[int, str, bool], list[Evidence]] = {}
    seen: dict[tuple[int, str, bool], set[Evidence]] = {}
    named = _named(bodies)
    stated: list[tuple[int, Post, Evidence]] = [
        (a.person, post, Evidence(a.name.span, a.name.rule)) for a in acting if a.person is not None for post in a.posts
    ]
    stated += [(g.person, g.post, Evidence(g.name, "post-holder")) for g in given]
    each = [(person, *one, name) for person, post, name in stated for one in _at_each(text, post, named)]
    for person, post, where, name in each:
        if post.former:
            continue
        key = (person, _same(post.label), post.acting)
        evidence = Evidence(post.span, post.rule)
        if key not in held:
            held[key] = Tenure(person, post.label, _agency_of(text, where, named), post.acting, ())
            proofs[key], seen[key] = [], set()
        if evidence not in seen[key]:
            proofs[key] += evidence, name
            seen[key] |= {evidence, name}
    for rank in [key for key in held if proofs[key][0].rule == "post-rank"]:
        holder, label, _ = rank
        if any(other == holder and whole.startswith((f"{label} of ", f"{label} for ")) for other, whole, _ in held):
            del held[rank]  # "Director Qiao (Director of the Northern Office)"
    return tuple(replace(tenure, evidence=tuple(proofs[key])) for key, tenure in held.items())


def _same(label: str) -> str:
    """What the labels of one post share: "Founder of the Harbour Prize", "founder of Harbour Prize"."""
    return label.casefold().replace(" the ", " ")


def _agency_of(text: str, span: Span, named: Sequence[tuple[int, int, int]]) -> int | None:
    """The agency of a post: named in it, or as its owner."""
    inside = _agency_in(span, named)
    return _owner(text, span, named) if inside is None else inside


def _owner(text: str, span: Span, named: Sequence[tuple[int, int, int]]) -> int | None:
    """The agency whose office a post is: "the Harbour Authority's Chairman", "the Department's Deputy Director"."""
    end = span.start - len("'s ")
    if not text.startswith(_OWNED, end):
        return None
    return next((agency for start, reach, agency in named if start < end and -reach == end), None)


def _agency_in(span: Span, named: Sequence[tuple[int, int, int]]) -> int | None:
    """The agency named first, and longest, inside a post; ``named`` as :func:`_named` gives it."""
    for start, reach, agency in named[bisect_left(named, (span.start,)) :]:
        if start >= span.end:
            return None
        if -reach <= span.end:
            return agency
    return None


def _named(bodies: Sequence[Agency]) -> list[tuple[int, int, int]]:
    """Start, end as a negative number, and agency of every mention of one, in order, the longest first."""
    return sorted((span.start, -span.end, k) for k, body in enumerate(bodies) for span in body.spans)
