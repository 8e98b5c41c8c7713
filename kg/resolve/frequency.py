"""How usual names are in a build, beside the tables: what its size and its own names say of chance.

These are the only facts of a whole build, beside its own two signatures and the standings of their posts, that the
comparison of two signatures depends on. All go by steps, so that a few releases more seldom move one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.resolve import weights
from kg.resolve.personal import PersonalName, given_share, one_spelling, other_share, surname_share

TABLE_NAMES: Final = 1000
"""The tables of names count as much as so many names of the build (a Dirichlet prior), so that few say nothing."""

STEP: Final = 0.5
"""Bits by which the surplus of a part goes: a few releases more seldom move it, and with it all who bear it."""

_SURNAME, _OTHER, _GIVEN = "surname ", "other ", "given "


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How many of the different ``names`` of a build, bare surnames apart, have each part (:func:`parts`)."""

    parts: Mapping[str, int]
    names: int

    @property
    def doublings(self) -> int:
        """How many times more names there are than :data:`kg.resolve.weights.FEW_NAMES`, as a power of two."""
        return doublings(self.names)

    @property
    def prior(self) -> float:
        """The log odds, in bits, that two signatures are one person before anything is compared."""
        return prior(self.names)

    def surplus(self, one: PersonalName, other: PersonalName) -> float:
        """By how many bits the parts in common of two names are more usual here than the tables say, or less."""
        shared = {*parts(one)} & {*parts(other)}
        return sum(surplus(part, self.parts.get(part, 0), self.names) for part in sorted(shared))


def prior(names: int) -> float:
    """The log odds, in bits, that two of a build with so many different names are one person."""
    return weights.PRIOR + weights.DOUBLED * doublings(names)


def doublings(names: int) -> int:
    """How often so many different names are twice as many as few ones, in whole steps."""
    return round(math.log2(max(names, weights.FEW_NAMES) / weights.FEW_NAMES))


@lru_cache(maxsize=1 << 16)
def parts(name: PersonalName) -> tuple[str, ...]:
    """The parts of a name that are counted: surnames, the Chinese given name, other given names.

    >>> from kg.resolve.personal import parse
    >>> parts(parse("John Lee Ka-chiu"))
    ('surname lee', 'other john', 'given ka-chiu')
    """
    surnames, others = (_SURNAME + each for each in name.surnames), (_OTHER + each for each in name.others)
    given = (_GIVEN + "-".join(map(one_spelling, name.given)),) if name.given else ()
    return (*surnames, *others, *given)


@lru_cache(maxsize=1 << 16)
def surplus(part: str, seen: int, names: int) -> float:
    """By how many bits a part is more usual in a build than the tables say, or less, by whole steps.

    ``seen`` of ``names`` have it; the first says nothing, since what is looked at is there at least once.
    """
    kind, word = part[: part.index(" ") + 1], part[part.index(" ") + 1 :]
    if kind == _SURNAME:
        usual = surname_share(word)
    else:
        usual = other_share(word) if kind == _OTHER else given_share(word.split("-"))
    here = (max(seen - 1, 0) + TABLE_NAMES * usual) / (names + TABLE_NAMES)
    return round(math.log2(here / usual) / STEP) * STEP
