"""Who is named in each release, as what, and how the name is printed there.

A third of the releases name nobody (13 of 33 real ones did), the mean is 2.2 (real: 1.5 in releases, 4.0 in
speeches). The first person of a release is drawn by the weight of the offices; the others are often of the same
body. In what kg finds in 168 real releases and speeches, 652 times somebody takes part; those without a post were read
in context: 30 (4.6 %) have no present post, 5 members of the Legislative Council and 25 others with a former post, an
occupation ("the musician") or nothing. 1.9 % of 619 tenures are acting.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from itertools import accumulate
from random import Random

from kg.reference import Reference
from tests.benchmarks.archive.careers import Careers, People, Person, Spell
from tests.benchmarks.archive.naming import Origin, Style, printed, printed_style
from tests.benchmarks.archive.offices import FIRST, LAST, Office, community_office, offices, weights

HKT = timezone(timedelta(hours=8))
NUMBER = (0.30, 0.18, 0.14, 0.12, 0.09, 0.06, 0.045, 0.028, 0.02, 0.013, 0.010, 0.006, 0.005, 0.003)
"""Share of the releases that name so many people; who is drawn twice counts once, which leaves 2.2 in the mean."""
COMMUNITY, VISITOR = 0.16, 0.05
"""Shares of those not named first: leaders of associations, companies and universities; people without a post, so 3 %
of all, and with :data:`WITHOUT_POST` the 25 in 652 that were counted."""
APPOINTMENTS = 0.01
"""Share of the releases that announce that a head of a bureau or department is appointed: some 150 of 16,000 a year."""
TOLD_OFTENER = 5  # the appointment of a principal official, which several releases tell
NEW_LEADER, NEW_VISITOR = 0.3, 0.8
"""How often such a mention is of somebody not named before.

None of the 25 people without a post is in another of the 168 releases without one, when 61 of some 165 mentions of
leaders are of one named before; so visitors come again far less, in a denser archive somewhat more than never.
"""
VISITORS_FROM = {Origin.HONG_KONG: 11, Origin.MAINLAND: 1, Origin.FOREIGN: 13}
"""Where the 25 people without a post are from."""
SAME_PORTFOLIO = 0.4
ASKS = 0.55  # of the members of the Legislative Council: 5 of 9 are named as "the Hon", without their office
WITHOUT_POST = 0.01  # of other officials, in a mention: 3 of the 25 without a post have one in another release
ELSEWHERE = 0.2
"""How often a leader named again is so in an office of another body than the time before.

12 of 61 were counted, of 33 leaders named more than once. Half of these go back and forth: leaders have several offices
at one time.
"""
BOTH = 0.045
"""How often a mention of a leader names two offices, of different bodies.

9 of some 200 mentions of leaders in 381 real releases and speeches ("the Secretary General of A and Vice Chairman of
B"); of those outside public bodies 5 of 100.
"""
LEADERS_FULL, LEADERS_ENGLISH = 0.2, 0.86
"""How many leaders and guests are printed with all names, and have an English name.

All names: two of eight in releases, none of some 90 in speeches. English names: 95 of 110.
"""
LEADERS_DOCTORS, LEADERS_PROFESSORS = 0.23, 0.20
"""How many of them are called Dr and Professor: 24 and 21 of 103 leaders counted, most of them in speeches."""
ANNOUNCED = frozenset({"politics", "administration", "department"})
LEADS, VISITS = timedelta(days=2500), timedelta(days=1200)
"""How long leaders and visitors may be named again after the first time."""


class Group(StrEnum):
    """Which part of the cast somebody belongs to."""

    GOVERNMENT = "government"
    COUNCIL = "Legislative Council"
    MAINLAND = "Mainland"
    FOREIGN = "foreign"
    COMMUNITY = "community"
    VISITOR = "without a post"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in a release: the name and honorific as printed, the post named, if any, and the one appointed to.

    ``beside`` is an office that is named after the post.
    """

    person: int
    group: Group
    name: str
    style: Style
    title: str
    called: str
    post: str | None
    agency: str | None
    acting: bool
    appointed: str | None = None
    beside: Office | None = None

    @property
    def posts(self) -> tuple[str, ...]:
        """The posts that the release names."""
        beside = self.beside.post if self.beside else None
        return tuple(post for post in (self.post, self.appointed, beside) if post)


@dataclass(frozen=True, slots=True)
class Draft:
    """A release before it is written; ``number`` counts from 0 in the order of time.

    With ``since`` it announces an appointment as of that day: of the first person, in succession to the second.
    """

    id: str
    number: int
    issued: datetime
    cast: tuple[Appearance, ...]
    since: date | None = None


@dataclass(slots=True)
class _Leader:
    """Somebody outside the government, first named on ``since``; the last of ``offices`` was named last."""

    since: date
    person: Person
    offices: list[Office]

    def go_elsewhere(self, random: Random) -> None:
        """Be named in the other office, or in a second one."""
        if len(self.offices) > 1:
            self.offices.reverse()
        else:
            self.offices.append(community_office(random))


class Cast:
    """The people of an archive and their appearances; the same arguments give the same."""

    def __init__(self, reference: Reference, releases: int, seed: int) -> None:
        self.releases = releases
        self._random = Random(f"archive {seed}")
        self.people = People(self._random)
        self.careers = Careers(offices(reference), self.people, self._random)
        self._seats = _Seats(self.careers)
        self._leaders: list[_Leader] = []
        self._visitors: list[tuple[date, Person]] = []

    def drafts(self) -> Iterator[Draft]:
        """All releases in the order of time. Go through them once: the guests are made on the way."""
        random, days = self._random, (LAST - FIRST).days
        for number in range(self.releases):
            day = FIRST + timedelta(days=number * days // self.releases)
            self._seats.move_to(day)
            size = random.choices(range(len(NUMBER)), NUMBER)[0]
            ident = f"P{day:%Y%m%d}{number % 100000:05}"
            issued = datetime.combine(day, time(random.randrange(9, 20), random.randrange(60)), HKT)
            if random.random() < APPOINTMENTS and (move := self._seats.move_after(day, random)):
                yield Draft(ident, number, issued, tuple(self._appointed(move)), move[1].start)
            else:
                yield Draft(ident, number, issued, tuple(self._cast(size)))

    def _appointed(self, move: tuple[Spell, Spell, Spell | None]) -> Iterator[Appearance]:
        """Who moves, under the full name, and who goes."""
        old, new, gone = move
        posts = [self.careers.offices[spell.office].post for spell in (old, new)]
        person = self.people.all[old.person]
        full = Style.FULL if person.name.english else Style.CHINESE
        style = full if person.name.origin is Origin.HONG_KONG else person.style
        name = printed(person.name, style, style, self._random)
        first = replace(self._appear(person, Group.GOVERNMENT, None, acting=False), name=name, style=style)
        yield replace(first, title=person.title, called=person.name.called, post=posts[0], appointed=posts[1])
        if gone:
            office = self.careers.offices[gone.office]
            yield self._appear(self.people.all[gone.person], Group.GOVERNMENT, office, acting=False)

    def _cast(self, size: int) -> Iterator[Appearance]:
        """Different people; who is drawn twice is left out."""
        seen: set[int] = set()
        lead: Spell | None = None
        for place in range(size):
            chance = self._random.random()
            if place and chance < COMMUNITY:
                found = self._leader()
            elif place and chance < COMMUNITY + VISITOR:
                found = self._visitor()
            else:
                spell = self._seats.companion(lead, self._random) or self._seats.one(self._random)
                lead = lead or spell
                found = self._official(spell)
            if found.person not in seen:
                seen.add(found.person)
                yield found

    def _official(self, spell: Spell) -> Appearance:
        office = self.careers.offices[spell.office]
        groups = {Origin.MAINLAND: Group.MAINLAND, Origin.FOREIGN: Group.FOREIGN}
        group = Group.COUNCIL if office.ladder == "council" else groups.get(office.origin, Group.GOVERNMENT)
        post = None if self._random.random() < WITHOUT_POST else office
        return self._appear(self.people.all[spell.person], group, post, spell.acting)

    def _leader(self) -> Appearance:
        random, today = self._random, self._seats.today
        self._leaders = [one for one in self._leaders if today < one.since + LEADS]
        if not self._leaders or random.random() < NEW_LEADER:
            leader = _Leader(today, self._guest(Origin.HONG_KONG), [community_office(random)])
            self._leaders.append(leader)
        else:
            leader = random.choice(self._leaders)
            if random.random() < ELSEWHERE:
                leader.go_elsewhere(random)
        found = self._appear(leader.person, Group.COMMUNITY, leader.offices[-1], acting=False)
        if random.random() < BOTH:
            if len(leader.offices) == 1:
                leader.offices.insert(0, community_office(random))
            found = replace(found, beside=leader.offices[0])
        return found

    def _guest(self, origin: Origin) -> Person:
        return self.people.new(
            origin,
            full=LEADERS_FULL,
            english=LEADERS_ENGLISH,
            doctors=LEADERS_DOCTORS,
            professors=LEADERS_PROFESSORS,
        )

    def _visitor(self) -> Appearance:
        random, today = self._random, self._seats.today
        self._visitors = [one for one in self._visitors if today < one[0] + VISITS]
        if not self._visitors or random.random() < NEW_VISITOR:
            origin = random.choices(list(VISITORS_FROM), list(VISITORS_FROM.values()))[0]
            person = self._guest(origin)
            self._visitors.append((today, person))
        else:
            _, person = random.choice(self._visitors)
        return self._appear(person, Group.VISITOR, None, acting=False)

    def _appear(self, person: Person, group: Group, office: Office | None, acting: bool) -> Appearance:
        style = printed_style(person.name, person.style, self._random)
        name = printed(person.name, style, person.style, self._random)
        called = person.name.surname if style is Style.MAIDEN else person.name.called
        title = person.rank if person.rank and self._random.random() < 0.5 else person.title
        title = "Ms" if style is Style.MAIDEN else title
        if group is Group.COUNCIL and self._random.random() < ASKS:
            title, office = "Hon", None
        post, agency = (office.post, office.agency) if office else (None, None)
        return Appearance(person.number, group, name, style, title, called, post, agency, acting)


def _moves(careers: Careers) -> Iterator[tuple[Spell, Spell, Spell | None]]:
    """From office to office of government, to the head of something, in the order of time."""
    of_person: dict[int, Spell] = {}
    of_seat: dict[tuple[int, int], Spell] = {}
    for spell in careers.spells:
        if spell.acting:
            continue
        old, gone = of_person.get(spell.person), of_seat.get((spell.office, spell.seat))
        office = careers.offices[spell.office]
        if old and office.ladder in ANNOUNCED and office.level >= 2 and office.seats == 1:
            yield old, spell, gone if gone and gone.person != spell.person else None
        of_person[spell.person] = of_seat[spell.office, spell.seat] = spell


class _Seats:
    """Who holds each seat today; moves forward in time only."""

    def __init__(self, careers: Careers) -> None:
        self._spells = careers.spells
        self._offices = careers.offices
        self._next = 0
        self.today = FIRST
        self._holders: dict[tuple[int, int], Spell] = {}
        self._actors: dict[tuple[int, int], Spell] = {}
        self._places = [(number, seat) for number, office in enumerate(careers.offices) for seat in range(office.seats)]
        named = weights(careers.offices)
        self._totals = list(accumulate(named[number] / careers.offices[number].seats for number, _ in self._places))
        self._family: defaultdict[str, list[int]] = defaultdict(list)
        self._bodies = [careers.offices[number].body for number, _ in self._places]
        for at, body in enumerate(self._bodies):
            self._family[body].append(at)
        self._at = {place: at for at, place in enumerate(self._places)}

        self._moves = [*_moves(careers)]
        self._told: set[Spell] = set()

    def move_after(self, day: date, random: Random) -> tuple[Spell, Spell, Spell | None] | None:
        """A move within the next six weeks that was not announced yet: the old spell, the new, the predecessor's."""
        first = bisect_right(self._moves, day, key=lambda move: move[1].start)
        last = bisect_right(self._moves, day + timedelta(days=42), key=lambda move: move[1].start)
        able = [move for move in self._moves[first:last] if move[1] not in self._told]
        if not able:
            return None
        found = random.choices(able, [TOLD_OFTENER if self._principal(move[1]) else 1 for move in able])[0]
        self._told.add(found[1])
        return found

    def _principal(self, spell: Spell) -> bool:
        office = self._offices[spell.office]
        return office.ladder == "politics" and office.level >= 3

    def move_to(self, day: date) -> None:
        self.today = day
        while self._next < len(self._spells) and self._spells[self._next].start <= day:
            spell = self._spells[self._next]
            (self._actors if spell.acting else self._holders)[spell.office, spell.seat] = spell
            self._next += 1

    def _holder(self, place: tuple[int, int]) -> Spell | None:
        for holders in (self._actors, self._holders):
            spell = holders.get(place)
            if spell and spell.start <= self.today < spell.end:
                return spell
        return None

    def one(self, random: Random) -> Spell:
        """Somebody in office today, by the weight of the offices."""
        while True:
            if spell := self._holder(random.choices(self._places, cum_weights=self._totals)[0]):
                return spell

    def companion(self, lead: Spell | None, random: Random) -> Spell | None:
        """Somebody of the same body, at times; None where there is nobody or none is wanted."""
        if lead is None or random.random() > SAME_PORTFOLIO:
            return None
        family: Sequence[int] = self._family[self._bodies[self._at[lead.office, lead.seat]]]
        return self._holder(self._places[random.choice(family)])
