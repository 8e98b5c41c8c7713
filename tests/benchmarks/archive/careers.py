"""Careers: who holds which office from when to when, over twenty-five years.

Every seat is filled as it falls vacant: from below on its ladder where somebody has served there for a year and a
half, else by a newcomer. Who is not promoted retires at the end of the term; one in five comes back in an office
outside the government. So a person has one main office at a time, an office at most as many holders as it has
seats, and a vacancy at the top moves a whole chain on one day. How long terms are and how often people rise is
set after the civil service's usual postings (three to five years), not fitted to anything.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.benchmarks.archive.naming import Name, Names, Origin, Style, usual_style
from tests.benchmarks.archive.offices import FIRST, LAST, OPEN_LADDERS, Office

PROMOTED = {"politics": 0.75, "administration": 0.85, "department": 0.85, "mainland": 0.6}
"""How often a seat is filled from below, by ladder; elsewhere always by a newcomer."""
AMONG_OFFICIALS_ENGLISH = 0.78
"""Officials have an English name more often than the population."""
SERVED = timedelta(days=540)
CAREER = timedelta(days=27 * 365)
RETURNS = 0.2
MOVED = 0.6  # a new bureau's head is often that of one which ends
DOCTORS, PROFESSORS, KNIGHTS = 0.07, 0.03, 0.01
"""Shares of the honorifics of officials; those of leaders of associations and universities are in :mod:`cast`."""
TWO_HONORIFICS = 0.16
"""How many people are printed with one of two honorifics, as Mrs or Dr, either in half of the mentions; so some 8 %
of those named more than once are seen with two ranks, as 5 of 60 were in real releases."""
ACTING_PER_YEAR, ACTING_DAYS = 2.5, (4, 16)
ACTED_FOR = frozenset({"politics", "administration", "department"})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody: the truth that is to be found again. ``title`` is the usual honorific, ``rank`` another one, if any."""

    number: int
    name: Name
    style: Style
    title: str
    rank: str | None = None


@dataclass(frozen=True, slots=True)
class Spell:
    """A person holds an office from ``start`` until before ``end``; ``office`` and ``seat`` are numbers."""

    person: int
    office: int
    seat: int
    start: date
    end: date
    acting: bool = False


class People:
    """Everybody so far, by number."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._names = Names(random)
        self.all: list[Person] = []

    def new(
        self,
        origin: Origin,
        *,
        full: float = 0.04,
        doctors: float = DOCTORS,
        professors: float = PROFESSORS,
        **chances: float,
    ) -> Person:
        """One person more; the other chances are those of :meth:`Names.name`."""
        random = self._random
        name = self._names.name(origin, **chances)
        style = usual_style(name, random, full=full)
        chance, plain = random.random(), self._plain(name)
        title = "Dr" if chance < doctors else "Professor" if chance < doctors + professors else plain
        other = {"Dr": plain, "Professor": "Dr"}.get(title, "Dr") if random.random() < TWO_HONORIFICS else None
        person = Person(len(self.all), name, style, title, other)
        self.all.append(person)
        return person

    def _plain(self, name: Name) -> str:
        chance = self._random.random()
        if name.sex == "f":
            return "Mrs" if name.husband else "Miss" if chance > 0.95 else "Ms"
        return "Sir" if chance > 1 - KNIGHTS and name.english else "Mr"


class Careers:
    """Fills all seats through the years; :attr:`spells` are then in the order of their starts."""

    def __init__(self, offices: Sequence[Office], people: People, random: Random) -> None:
        self.offices = offices
        self._people = people
        self._random = random
        self._held: dict[tuple[int, int], Spell] = {}
        self._by_person: dict[int, tuple[int, int]] = {}
        self._since: dict[int, date] = {}
        self._retired: list[int] = []
        self._below: defaultdict[tuple[str, int, str], list[int]] = defaultdict(list)
        for number, office in enumerate(offices):
            self._below[self._rung(office, office.level)].append(number)
        self._done: list[Spell] = []
        self._vacant = [
            (office.since, number, seat) for number, office in enumerate(offices) for seat in range(office.seats)
        ]
        heapq.heapify(self._vacant)
        self._fill()
        acting = [*self._acting()]
        self.spells = tuple(sorted((*self._done, *acting), key=lambda spell: (spell.start, spell.office, spell.seat)))

    def _rung(self, office: Office, level: int) -> tuple[str, int, str]:
        return office.ladder, level, "" if office.ladder in OPEN_LADDERS else office.body

    def _fill(self) -> None:
        while self._vacant:
            day, number, seat = heapq.heappop(self._vacant)
            office = self.offices[number]
            holder = self._held.get((number, seat))
            if holder and holder.end > day:  # a vacancy that somebody filled meanwhile
                continue
            if holder:
                self._leave(holder)
            if day < office.until:
                self._take(number, seat, day)
        self._done.extend(self._held.values())

    def _leave(self, spell: Spell) -> None:
        """The spell is over and its holder free: retired, unless a promotion has taken them away before."""
        self._done.append(self._held.pop((spell.office, spell.seat)))
        if self._by_person.get(spell.person) == (spell.office, spell.seat):
            del self._by_person[spell.person]
            if (office := self.offices[spell.office]).origin is Origin.HONG_KONG and office.ladder != "state":
                self._retired.append(spell.person)

    def _take(self, number: int, seat: int, day: date) -> None:
        office = self.offices[number]
        person = self._successor(office, day)
        started = day + timedelta(days=self._random.randrange(0, 25)) if day > FIRST else day
        length = timedelta(days=int(365 * office.years * self._random.triangular(0.3, 1.8, 1)))
        if day == FIRST:  # terms are already running
            length *= self._random.random()
        end = min(max(started + length, started + timedelta(days=60)), office.until)
        if started >= end:
            return
        self._held[number, seat] = Spell(person, number, seat, started, end)
        self._by_person[person] = (number, seat)
        self._since.setdefault(person, day)
        if end < LAST:
            heapq.heappush(self._vacant, (end, number, seat))

    def _successor(self, office: Office, day: date) -> int:
        random = self._random
        if FIRST < day == office.since and (moved := self._moved(office, day)) and random.random() < MOVED:
            return random.choice(moved)
        if random.random() < PROMOTED.get(office.ladder, 0) and (able := self._able(office, day)):
            old = self._held[random.choice(able)]
            self._done.append(Spell(old.person, old.office, old.seat, old.start, day))
            del self._held[old.office, old.seat]
            heapq.heappush(self._vacant, (day, old.office, old.seat))
            return old.person
        outside = office.ladder in ("statutory", "council", "side")
        if outside and self._retired and random.random() < RETURNS:
            return self._retired.pop(random.randrange(len(self._retired)))
        chance = {"english": AMONG_OFFICIALS_ENGLISH} if office.origin is Origin.HONG_KONG else {}
        return self._people.new(office.origin, **chance).number

    def _moved(self, office: Office, day: date) -> list[int]:
        """Whose office of the same rank ends on the day on which this one begins: a re-organisation."""
        return [
            spell.person
            for (number, _), spell in self._held.items()
            if spell.end == day == self.offices[number].until
            and (self.offices[number].ladder, self.offices[number].level) == (office.ladder, office.level)
            and self._by_person.get(spell.person) == (number, spell.seat)
        ]

    def _able(self, office: Office, day: date) -> list[tuple[int, int]]:
        """The seats below whose holders may rise, in a fixed order."""
        found = []
        for level in (office.level - 1, office.level - 2) if office.ladder == "politics" else (office.level - 1,):
            for number in self._below.get(self._rung(office, level), ()):
                for seat in range(self.offices[number].seats):
                    spell = self._held.get((number, seat))
                    if spell and spell.start + SERVED <= day < spell.end and day - self._since[spell.person] < CAREER:
                        found.append((number, seat))
        return found

    def _acting(self) -> Iterator[Spell]:
        """While a head is away, somebody from the rung below, or of the same rung, acts for some days."""
        rungs: defaultdict[tuple[str, str], list[Spell]] = defaultdict(list)
        for spell in self._done:
            office = self.offices[spell.office]
            rungs[office.ladder, office.body].append(spell)
        for spell in self._done:
            office, days = self.offices[spell.office], (spell.end - spell.start).days
            if office.ladder not in ACTED_FOR or office.level < 3 or office.seats > 1 or days < 60:
                continue
            for _ in range(round(days / 365 * ACTING_PER_YEAR * self._random.uniform(0.5, 1.5))):
                start = spell.start + timedelta(days=self._random.randrange(20, days - 20))
                end = start + timedelta(days=self._random.randint(*ACTING_DAYS))
                able = [
                    one
                    for ladder in ("politics", office.ladder)
                    for one in rungs[ladder, office.body]
                    if one.start <= start and end <= one.end and one.person != spell.person
                ]
                if able and end <= spell.end:
                    yield Spell(self._random.choice(able).person, spell.office, spell.seat, start, end, acting=True)
