"""What releases say beside who was where: plain sentences, bodies, dates, and people named again.

How much of it was counted in what kg finds in 26 real releases of two days (half of them name nobody) and in 158
speeches, weighed 87 to 13 so that the mean is the 3 KB of the archive's texts. In each KB:

                                          real   here
    sentences                              6.6    6.6
      that name a body                     2.2    2.2
      with a date                          0.8    0.8
      with a word that events are told by  2.3    2.0
      that the rules for events read       1.9    2.1    of speeches they read few
      that name somebody                   0.6    0.9    the cast has 2.2 people in a release, these have 1.4
    mentions of bodies                     3.3    2.9
    bodies, each once in a release         1.2    1.2
    names again, for each person           0.7    0.7
    words with a capital, in 100            22     20
    milliseconds of extraction (*)         1.6    1.8

(*) in one run, before extraction was made faster. The texts written before this was counted had 8.5 sentences in a KB,
5.3 of them read, 0.4 with a date, 0.2 mentions of bodies, and 2.1 milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from kg.model import Span
from kg.reference import Reference
from tests.benchmarks.archive import phrases

TELLING, DATED, BODY, AGAIN = 0.13, 0.08, 0.40, 0.13
"""Shares of the sentences: with a word that events are told with, a date, a body, and of those of releases that can
name somebody again, such."""
BODIES_IN_KB = 1.35
MADE_UP = 0.25  # bodies that no reference data know: of 4.6 full names in 3 KB, 1.1
SHORT = 0.5  # mentions by the abbreviation, where the release gives one
CURLY = 0.17  # releases with typographic apostrophes


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its full name, and the abbreviation that a release gives."""

    name: str
    short: str | None


class Bodies:
    """The bodies that texts name, some far oftener than others."""

    def __init__(self, reference: Reference) -> None:
        facts = sorted(reference.agencies.values(), key=lambda fact: fact.key)
        Random("bodies").shuffle(facts)
        self._known = [Body(fact.name, fact.abbreviation) for fact in facts]
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(len(facts))))

    def some(self, random: Random, number: int) -> list[Body]:
        """So many bodies, each once."""
        found: dict[str, Body] = {}
        while len(found) < number:
            if random.random() < MADE_UP:
                one = Body(*phrases.made_up_body(random))
            else:
                one = random.choices(self._known, cum_weights=self._weights)[0]
            found[one.name] = one
        return list(found.values())


class Named:
    """The bodies of one release while it is written: which are explained already."""

    def __init__(self, bodies: list[Body], random: Random) -> None:
        self._bodies = bodies
        self._random = random
        self._explained: set[str] = set()

    @property
    def any(self) -> bool:
        """Whether the release names bodies."""
        return bool(self._bodies)

    def put(self, put: Callable[[str], Span]) -> list[tuple[Body, Span, str]]:
        """Name one of them; gives the mentions: of which body, where, and the words."""
        one = self._random.choice(self._bodies)
        if one.short and one.name in self._explained and self._random.random() < SHORT:
            return [(one, put(one.short), one.short)]
        found = [(one, put(one.name), one.name)]
        if one.short and one.name not in self._explained:
            put(" (")
            found.append((one, put(one.short), one.short))
            put(")")
            self._explained.add(one.name)
        return found
