"""What the graph says of things that several releases share, as plain data: one record, one group of statements.

Each record has all that its statements depend on, so two builds state the same of a thing when its records are equal.
People, agencies, posts and places are named by the keys of their identities.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.resolution import Verdict

Names = tuple[tuple[str, str], ...]
"""Forms of a name with their languages (BCP 47), the label first."""

Edges = Mapping[str, tuple[str, ...]]
"""Property (kg:met and those beside it) to the keys of the officials at its other end."""


@dataclass(frozen=True, slots=True)
class Official:
    """A person; ``edges`` are who they met."""

    key: str
    names: Names
    titles: tuple[str, ...]
    post_nominals: tuple[str, ...]
    edges: Edges


@dataclass(frozen=True, slots=True)
class Agency:
    """A body; ``parent`` and ``heirs`` are keys."""

    key: str
    names: Names
    abbreviation: str | None
    jurisdiction: str | None
    parent: str | None
    until: date | None
    heirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """An office; ``agency`` is a key."""

    key: str
    names: Names
    abbreviation: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place; ``around`` is the key of the one that it is in."""

    key: str
    names: Names
    around: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """A key that stood for the thing of another key; ``kind`` is "official", "agency", "post" or "place"."""

    kind: str
    key: str
    now: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person holds a post, by their keys; ``first`` and ``last`` are the days on which releases show it.

    Its evidence is stated with the releases that give it.
    """

    official: str
    post: str
    acting: bool
    agency: str | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Judged:
    """Of one official why mentions of several kinds are one person; of two that they may be one, or are told apart."""

    about: tuple[str, ...]
    verdict: Verdict
    score: float | None
    reasons: tuple[str, ...]


Thing = Official | Agency | Post | Place | Alias | Tenure | Judged
