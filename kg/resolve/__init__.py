"""Who is who: people, agencies, posts and places over all releases.

Nothing here depends on the order of the releases, on a clock or on a random number.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Corrections, Findings, Resolution, Resolved
from kg.reference import Reference
from kg.resolve.agencies import resolve_agencies
from kg.resolve.people import identities, resolve_people
from kg.resolve.places import resolve_places
from kg.resolve.posts import resolve_posts
from kg.resolve.record import Record, brief, record, recorded
from kg.resolve.redirect import contradictions, redirects, unseen

__all__ = ["brief", "resolve", "resolve_briefs"]


def resolve(findings: Iterable[Findings], reference: Reference, corrections: Corrections | None = None) -> Resolution:
    """Find out which mentions in different releases are one and the same.

    ``findings`` may be a generator: it is gone through once, and texts are not kept. ``corrections`` are what people
    have laid down; those that contradict one another or a release are left aside, and told in ``problems``.
    Raises ValueError when two of them have one release id.

    >>> from kg.reference import load
    >>> resolve([], load()).releases
    {}
    """
    return _resolved((record(one) for one in findings), reference, corrections)


def resolve_briefs(briefs: Iterable[bytes], reference: Reference, corrections: Corrections | None = None) -> Resolution:
    """The same from what :func:`brief` makes of the findings of each release. Raises as :func:`resolve`."""
    return _resolved(map(recorded, briefs), reference, corrections)


def _resolved(found: Iterable[Record], reference: Reference, corrections: Corrections | None) -> Resolution:
    records = sorted(found, key=lambda one: (one.day, one.id))
    ids: set[str] = set()
    for one in records:
        if one.id in ids:
            raise ValueError(f"release {one.id} is given twice; give each release once")
        ids.add(one.id)
    bodies = redirects(corrections, "agency", reference.agencies)
    offices = redirects(corrections, "post", reference.posts)
    agencies = resolve_agencies(records, reference, bodies)
    posts = resolve_posts(records, agencies, reference, offices)
    people = resolve_people(records, posts, corrections)
    places = resolve_places(records, reference)
    releases = {
        one.id: Resolved(
            people=identities(one, people),
            agencies=agencies.of(one.id),
            posts=posts.of(one.id),
            places=tuple(None if name is None else places.named[name] for name in one.places),
        )
        for one in records
    }
    problems, unknown = people.problems, people.unknown
    if corrections:
        problems += contradictions(corrections, "agency", bodies) + contradictions(corrections, "post", offices)
        unknown += unseen(corrections, "agency", agencies.seen) + unseen(corrections, "post", posts.seen)
    named = list(releases.values())
    return Resolution(
        releases,
        agencies.publisher,
        people.judgements,
        problems,
        unknown,
        places.within,
        {one.key: one for each in named for one in each.people if one is not None},
        {one.identity.key: one for each in named for one in each.agencies},
        {one.identity.key: one for each in named for one in each.posts},
        {one.key: one for each in named for one in each.places if one is not None},
    )
