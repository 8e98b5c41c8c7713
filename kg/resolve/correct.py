"""What people have laid down of officials: joined and parted before anything is compared; contradictions are named."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.model import Problem
from kg.resolution import Correction, Corrections, Form
from kg.resolve.groups import Groups
from kg.resolve.redirect import contradiction

OFFICIAL = "official"


Named = Callable[[str], tuple[str, ...]]
"""The signatures that a key stands for: one, those of principal officials of a bare name, or none."""


def concerned(named: Named, corrections: Corrections) -> frozenset[str]:
    """The signatures that the corrections are about."""
    return frozenset(one for key in _keys(corrections) for one in named(key))


def unknown(named: Named, corrections: Corrections) -> tuple[str, ...]:
    """The officials that the corrections name and no release has, as "official/KEY"."""
    return tuple(f"{OFFICIAL}/{key}" for key in sorted(_keys(corrections)) if not named(key))


def joined(named: Named, corrections: Corrections) -> Iterator[tuple[str, str]]:
    """The pairs of signatures that the corrections make one."""
    for one in corrections.links:
        if one.kind == OFFICIAL and one.same:
            yield from _each(one, named)


def labels(named: Named, corrections: Corrections) -> Iterator[tuple[str, tuple[Form, ...]]]:
    """The labels that people have given, by signature; of several of one person the last counts."""
    for (kind, key), forms in sorted(corrections.labels.items()):
        if kind == OFFICIAL:
            yield from ((one, forms) for one in named(key))


def _keys(corrections: Corrections) -> set[str]:
    keys = {key for one in corrections.links if one.kind == OFFICIAL for key in (one.one, one.other)}
    return keys | {key for kind, key in corrections.labels if kind == OFFICIAL}


def corrected(groups: Groups, named: Named, corrections: Corrections) -> tuple[Problem, ...]:
    """Part and join what the corrections say. Returns those that contradict another or a release; these are left
    aside."""
    links = [one for one in corrections.links if one.kind == OFFICIAL]
    for one in links:
        if not one.same:
            for a, b in _each(one, named):
                groups.part(a, b)
    problems = []
    for one in links:
        reasons = [_join(groups, a, b) for a, b in _each(one, named)] if one.same else []
        problems += [contradiction(corrections.path, one, reason) for reason in reasons if reason]
    for one in links:
        if not one.same and any(groups.root(a) == groups.root(b) for a, b in _each(one, named)):
            problems.append(contradiction(corrections.path, one, "other lines make them one"))
    return tuple(problems)


def _each(one: Correction, named: Named) -> Iterator[tuple[str, str]]:
    """The pairs of signatures that a correction is about; those of one name belong together where it joins."""
    ours, theirs = named(one.one), named(one.other)
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
