"""What people have laid down of officials: joined and parted before anything is compared; contradictions are named."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Correction, Corrections, Problem
from kg.resolve.groups import Groups
from kg.resolve.redirect import contradiction
from kg.resolve.signature import Signatures

OFFICIAL = "official"


def named(known: Signatures, key: str) -> tuple[str, ...]:
    """The signatures that a key stands for: one, those of principal officials of a bare name, or none."""
    if key in known.by_key:
        return (key,)
    return tuple(sorted(one.key for one in known.by_key.values() if one.bare == key))


def unknown(known: Signatures, corrections: Corrections) -> tuple[str, ...]:
    """The officials that the corrections name and no release has, as "official/KEY"."""
    keys = {key for one in corrections.links if one.kind == OFFICIAL for key in (one.one, one.other)}
    keys.update(key for kind, key in corrections.labels if kind == OFFICIAL)
    return tuple(f"{OFFICIAL}/{key}" for key in sorted(keys) if not named(known, key))


def corrected(groups: Groups, known: Signatures, corrections: Corrections) -> tuple[Problem, ...]:
    """Part and join what the corrections say. Returns those that contradict another or a release; these are left
    aside."""
    links = [one for one in corrections.links if one.kind == OFFICIAL]
    for one in links:
        if not one.same:
            for a, b in _each(one, known):
                groups.part(a, b)
    problems = []
    for one in links:
        reasons = [_join(groups, a, b) for a, b in _each(one, known)] if one.same else []
        problems += [contradiction(corrections.path, one, reason) for reason in reasons if reason]
    for one in links:
        if not one.same and any(groups.root(a) == groups.root(b) for a, b in _each(one, known)):
            problems.append(contradiction(corrections.path, one, "other lines make them one"))
    return tuple(problems)


def _each(one: Correction, known: Signatures) -> Iterator[tuple[str, str]]:
    """The pairs of signatures that a correction is about; those of one name belong together where it joins."""
    ours, theirs = named(known, one.one), named(known, one.other)
    if one.same and ours and theirs:
        first, *rest = (*ours, *theirs)
        yield from ((first, other) for other in rest)
    elif not one.same:
        yield from ((a, b) for a in ours for b in theirs)


def _join(groups: Groups, one: str, other: str) -> str | None:
    """Join two signatures; what forbids it, if anything does."""
    ours, theirs = groups.whole(groups.root(one)), groups.whole(groups.root(other))
    if groups.parted(one, other):
        return "other lines make them two"
    if ours is not theirs and (shared := ours.releases & theirs.releases):
        return f"release {min(shared)} names both side by side"
    groups.join(one, other, ("a correction says so",))
    return None
