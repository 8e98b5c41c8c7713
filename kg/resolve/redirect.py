"""What people have laid down of agencies and posts: which keys are one, and how they are called."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from kg.model import Problem, Source
from kg.resolution import Correction, Corrections, Form


@dataclass(frozen=True, slots=True)
class Redirects:
    """Key to the key that stands for it, and the labels that people have given by that key."""

    keys: Mapping[str, str]
    labels: Mapping[str, tuple[Form, ...]]

    def of(self, key: str) -> str:
        """The key that stands for this one."""
        return self.keys.get(key, key)

    def aliases(self, key: str) -> frozenset[str]:
        """The other keys that this one stands for."""
        return frozenset(other for other, kept in self.keys.items() if kept == key and other != key)


NONE = Redirects({}, {})


def redirects(corrections: Corrections | None, kind: str, facts: Collection[str]) -> Redirects:
    """The corrections of "agency" or "post"; of keys that are one, one of the reference data (``facts``) is kept."""
    if corrections is None:
        return NONE
    groups: dict[str, set[str]] = {}
    for link in corrections.links:
        if link.kind == kind and link.same:
            group = groups.get(link.one, {link.one}) | groups.get(link.other, {link.other})
            groups.update(dict.fromkeys(group, group))
    keys = {key: min(group, key=lambda one: (one not in facts, one)) for key, group in groups.items()}
    labels = {keys.get(key, key): forms for (of, key), forms in corrections.labels.items() if of == kind}
    return Redirects(keys, labels)


def contradictions(corrections: Corrections, kind: str, found: Redirects) -> tuple[Problem, ...]:
    """The things laid down to be two that other lines make one."""
    return tuple(
        contradiction(corrections.path, link, "other lines make them one")
        for link in corrections.links
        if link.kind == kind and not link.same and found.of(link.one) == found.of(link.other)
    )


def contradiction(path: str, one: Correction, reason: str) -> Problem:
    """A correction that cannot be followed, and why."""
    verb = "owl:sameAs" if one.same else "owl:differentFrom"
    line = f"<{one.kind}/{one.one}> {verb} <{one.kind}/{one.other}>"
    return Problem(Source(path), f"{line}: {reason}", "take out one of these lines; this one was not followed")


def unseen(corrections: Corrections, kind: str, seen: Callable[[str], bool]) -> tuple[str, ...]:
    """The things that corrections name and no release has (``seen``), as "agency/KEY"."""
    keys = {key for one in corrections.links if one.kind == kind for key in (one.one, one.other)}
    keys.update(key for of, key in corrections.labels if of == kind)
    return tuple(f"{kind}/{key}" for key in sorted(keys) if not seen(key))
