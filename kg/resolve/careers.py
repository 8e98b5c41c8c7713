"""Careers: whether posts that are not the same are likely in one career, by body, sphere, service, grade and time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.resolve import weights
from kg.resolve.signature import Signature
from kg.resolve.standing import PRIVATE, Standing

Weighed = tuple[float, str]
"""Evidence: bits, and the reason in words."""


def careers(one: Signature, other: Signature, standings: Mapping[str, Standing]) -> Iterator[Weighed]:
    """Whether posts of two signatures, none in common, are likely in one career."""
    first, second = sorted((one, other), key=lambda each: (each.days[0], each.key))
    spheres = [_spheres(each, standings) for each in (first, second)]
    yield from _across(first, second, spheres, standings)
    apart = gap(one.days, other.days)
    yield from _pause(apart, _kind(one, other, spheres, standings))
    before, after = (
        [grade for post in each.posts if (grade := standings[post].grade) is not None] for each in (first, second)
    )
    if before and after and apart > 0:
        step = max(after) - max(before)
        yield weights.STEPS[max(min(step, 3), -2)], _STEPS[(step > 0) - (step < 0)]


_STEPS = {-1: "the later office is lower", 0: "", 1: "the later office is higher"}


def _kind(one: Signature, other: Signature, spheres: Sequence[set[str]], standings: Mapping[str, Standing]) -> int:
    """The column of :data:`kg.resolve.weights.PAUSES`."""
    if spheres[0] == spheres[1] == {"abroad"}:
        return 3
    if "public" not in spheres[0] | spheres[1]:
        return 0
    return 2 if any(_private(each, standings) for each in (one, other)) else 1


def _private(one: Signature, standings: Mapping[str, Standing]) -> bool:
    return any(PRIVATE.search(standings[post].label) for post in one.posts)


def _pause(apart: int, kind: int) -> Iterator[Weighed]:
    """What it says how long nobody is seen between two."""
    bits = next(bits for days, *bits in weights.PAUSES if apart <= days)[kind]
    told = ""
    if -weights.MONTH <= apart <= weights.QUARTER:
        told = "one after the other within three months"
    elif apart > weights.EIGHT_YEARS:
        told = f"{apart // 365} years apart"
    elif apart <= weights.FOUR_YEARS:
        told = "within four years"
    yield bits, told


def _spheres(one: Signature, standings: Mapping[str, Standing]) -> set[str]:
    return {sphere for post in one.posts if (sphere := standings[post].sphere) is not None}


def _across(
    first: Signature, second: Signature, spheres: Sequence[set[str]], standings: Mapping[str, Standing]
) -> Iterator[Weighed]:
    """Whether people of these spheres are likely one, the one seen first before the other."""
    ours, theirs = spheres
    if not (ours and theirs):
        return
    if "government" in ours & theirs:
        yield weights.SAME_SPHERE, "both in the Government"
        yield from _services(first, second, standings)
    elif "public" in ours & theirs:
        yield weights.OUTSIDE, ""
    elif not ours & theirs:
        if "abroad" in ours | theirs:
            bits = weights.ABROAD_AND_HOME
        else:
            private = _private(second, standings)
            bits = weights.CALLED_IN if "public" in ours else weights.TO_PRIVATE if private else weights.RETIRED
        yield bits, f"the one is in the sphere of {min(ours)}, the other of {min(theirs)}"


def _services(first: Signature, second: Signature, standings: Mapping[str, Standing]) -> Iterator[Weighed]:
    """Whether officers of these services, in different bodies, are likely one."""
    ours, theirs = ([standings[post] for post in each.posts if standings[post].service] for each in (first, second))
    if not (ours and theirs) or in_common(ours, theirs):
        return
    services = [{each.service for each in several} for several in (ours, theirs)]
    if {"department"} in services:
        yield weights.STAYING, "officers of a department stay in it"
    elif services == [{"head"}, {"head"}]:
        yield weights.HEADS, "heads of different departments"
    elif services in ([{"head"}, {"political"}], [{"political"}, {"head"}]):
        yield weights.HEADS, "the head of a department, and a political appointee"
    elif services == [{"political"}, {"political"}] and not all(
        any(p.principal for p in each) for each in (ours, theirs)
    ):
        yield weights.POLITICAL, "both are political appointees"
    elif services == [{"officer"}, {"officer"}]:
        yield weights.OFFICERS, "both are officers who are posted"
    elif {"political"} in services:
        yield weights.APPOINTED, "an officer, and a political appointee"
    else:
        yield weights.POSTED, ""


def gap(ours: Sequence[int], theirs: Sequence[int]) -> int:
    """The days between the times of which these are days, in order; negative where the times overlap."""
    return max(ours[0], theirs[0]) - min(ours[-1], theirs[-1])


def in_common(ours: Iterable[Standing], theirs: Sequence[Standing]) -> str | None:
    """An agency in which both have posts, or that took the place of the other's."""
    found = {
        heir
        for one in ours
        for other in theirs
        if one.agency and other.agency and (one.agency in other.lineage or other.agency in one.lineage)
        for heir in one.lineage & other.lineage
    }
    return min(found, default=None)
