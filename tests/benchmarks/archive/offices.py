"""The offices that people hold: those of the reference data, and the ranks and bodies around them.

The reference data know heads and few others. Real releases name their deputies and assistants too, offices on the
Mainland and of other countries, and those of companies, associations and universities; these are put together from
ranks and names of places, sectors and halls. How often the offices of a rank are named together is fixed in a table
(:data:`SHARES`), so that reference data may grow without turning the archive into one of other people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from kg.reference import PostFact, Reference
from tests.benchmarks.archive.naming import Origin

FIRST, LAST = date(2000, 7, 1), date(2025, 6, 30)
"""The twenty-five years."""


@dataclass(frozen=True, slots=True)
class Office:
    """A post. ``seats`` hold it at one time; ``years`` is how long a holder stays, in the mean.

    ``agency`` is the body that a release names in the post itself, ``body`` the one that it belongs to. Holders rise
    from ``level`` to level within the ``ladder``: those below in the same body, or everywhere for open ladders.
    """

    post: str
    ladder: str
    level: int
    body: str
    years: float
    origin: Origin = Origin.HONG_KONG
    seats: int = 1
    agency: str | None = None
    since: date = FIRST
    until: date = LAST

    @property
    def lasting(self) -> float:
        """The share of the twenty-five years in which there is this office."""
        return (self.until - self.since) / (LAST - FIRST)


OPEN_LADDERS = frozenset({"politics", "administration", "mainland"})
"""Ladders on which people move from one body to another."""


@dataclass(frozen=True, slots=True)
class Rank:
    """What kind of office a post of the reference data is. The example is one of its posts."""

    pattern: str
    ladder: str
    level: int
    years: float
    seats: int
    example: str


RANKS = (
    Rank(r"Chief Executive", "politics", 5, 5, 1, "Chief Executive"),
    Rank(r"(?:Chief|Financial) Secretary.*|Secretary for Justice", "politics", 4, 5, 1, "Financial Secretary"),
    Rank(r"Deputy (?:Chief|Financial) Secretary.*", "politics", 3, 5, 1, "Deputy Financial Secretary"),
    Rank(r"Deputy Secretary for Justice", "politics", 3, 5, 1, "Deputy Secretary for Justice"),
    Rank(r"Political Assistant .*", "politics", 1, 3, 1, "Political Assistant to the Secretary for Education"),
    Rank(r"(?:Administrative Assistant|Private Secretary|Press Secretary) .*", "administration", 1, 2.5, 1,
         "Administrative Assistant to the Chief Secretary for Administration"),
    Rank(r"Deputy Secretary .*", "administration", 1, 2.5, 3, "Deputy Secretary for Security"),
    Rank(r"Secretary for .*", "politics", 3, 4.5, 1, "Secretary for Security"),
    Rank(r"Under Secretary for .*", "politics", 2, 4, 1, "Under Secretary for Security"),
    Rank(r"Permanent Secretary.*", "administration", 3, 3.5, 1, "Permanent Secretary, Chief Executive's Office"),
    Rank(r"Commissioner for (?:Tourism|Sports|Heritage|Narcotics|Belt and Road|Labour|Transport).*",
         "administration", 2, 3, 1, "Commissioner for Tourism"),
    Rank(r"Director of (?:Home Affairs|Social Welfare|Information Services|Administration|Marine|Housing)",
         "administration", 2, 3, 1, "Director of Home Affairs"),
    Rank(r"District Officer .*", "administration", 1, 2.5, 1, "District Officer (Eastern)"),
    Rank(r"Deputy Director of the (?:Hong Kong and Macao|Liaison).*", "mainland", 2, 4, 3,
         "Deputy Director of the Hong Kong and Macao Affairs Office of the State Council"),
    Rank(r"Deputy (?:Director|Commissioner).*", "department", 2, 3, 1, "Deputy Director of Immigration"),
    Rank(r"(?:Chairman|Chairperson|President|Chief Executive|Convenor|Managing|Executive|Chief Executive Officer)"
         r"\b.* (?:of|Officer).*", "statutory", 1, 4, 1, "Chairman of the Hospital Authority"),
    Rank(r"Member of the Legislative Council", "council", 1, 6.5, 75, "Member of the Legislative Council"),
    Rank(r"(?:Non-official )?Member of the Executive Council", "side", 1, 5, 15,
         "Non-official Member of the Executive Council"),
    Rank(r".*\b(?:Judge|Justice|Recorder|Magistrate)\b.*", "judiciary", 1, 7, 4,
         "Judge of the Court of First Instance of the High Court"),
    Rank(r".*", "department", 3, 4, 1, "Director of Highways"),
)  # fmt: skip
"""The first pattern that is the whole post decides."""

LOWER_RANKS = {
    "Permanent Secretary": ("administration", 3, 3.5, 1),
    "Deputy Secretary": ("administration", 1, 2.5, 3),
    "Political Assistant to the Secretary": ("politics", 1, 3, 1),
}
"""Below each secretary: ladder, level, years, seats. Deputy secretaries share one title."""
SHARES = {
    ("politics", 5): 0.09,
    ("politics", 4): 0.11,
    ("politics", 3): 0.33,
    ("politics", 2): 0.04,
    ("politics", 1): 0.01,
    ("administration", 3): 0.05,
    ("administration", 2): 0.025,
    ("administration", 1): 0.02,
    ("department", 3): 0.10,
    ("department", 2): 0.02,
    ("department", 1): 0.015,
    ("statutory", 1): 0.045,
    ("judiciary", 1): 0.005,
    ("council", 1): 0.03,
    ("side", 1): 0.005,
    ("mainland", 3): 0.03,
    ("mainland", 2): 0.015,
    ("mainland", 1): 0.01,
    ("consulate", 1): 0.02,
    ("embassy", 1): 0.005,
    ("ministry", 1): 0.015,
    ("state", 1): 0.01,
}
"""Shares of the mentions of officials, by ladder and level; within one, all offices are named equally often.

The Chief Executive has 7 of the 41 posts found in 33 real releases and the secretaries and their like about half; the
others are set by hand.
"""
LEFT_OUT = re.compile(r"The Ombudsman|(?:Chairman|Deputy Chairman|President) of .*\bLegislative Council")
"""Posts that nobody has here: its article is part of the name (never "the The"); or only a member of the council can
have it, beside the seat, and people here have one office at a time."""
HEADS = re.compile(r"(Director|Commissioner)((?: of| for) (?!the ).*)")
CITIES = tuple(
    "Guangzhou Shenzhen Zhuhai Foshan Dongguan Zhongshan Huizhou Jiangmen Zhaoqing Shanghai Beijing Tianjin Chongqing "
    "Chengdu Wuhan Nanjing Hangzhou Xiamen Fuzhou Qingdao Dalian Kunming Nanning Changsha Xi'an".split()
)
PROVINCES = tuple("Guangdong Fujian Zhejiang Jiangsu Sichuan Hubei Hunan Yunnan Guangxi Hainan Shandong".split())
PORTFOLIOS = ("Trade", "Foreign Affairs", "Finance", "Transport", "Education", "Culture", "Health", "Environment")


def rank(post: str) -> Rank:
    """What kind of office a post of the reference data is."""
    return next(one for one in RANKS if re.fullmatch(one.pattern, post))


def offices(reference: Reference) -> tuple[Office, ...]:
    """All offices that are filled through the years, in a fixed order, each post once."""
    every = (*_of_reference(reference), *_lower(reference), *_mainland(), *_foreign(reference))
    return tuple({(one.post, one.since): one for one in reversed(every)}.values())[::-1]


def weights(every: Sequence[Office]) -> list[float]:
    """How often each is named while there is such an office, relative to the others; see :data:`SHARES`."""
    lasting: Counter[tuple[str, int]] = Counter()
    for one in every:
        lasting[one.ladder, one.level] += one.lasting
    return [SHARES[one.ladder, one.level] / lasting[one.ladder, one.level] for one in every]


def _of_reference(reference: Reference) -> Iterator[Office]:
    for fact in reference.posts.values():
        kind = rank(fact.name)
        if not _in_time(fact) or LEFT_OUT.fullmatch(fact.name):
            continue
        ladder, level, origin = _ladder(fact, kind)
        agency = reference.agencies.get(fact.agency or "")
        yield Office(
            post=fact.name,
            ladder=ladder,
            level=level,
            body=fact.agency or fact.key,
            years=kind.years,
            origin=origin,
            seats=kind.seats,
            agency=agency.name if agency and f"of the {agency.name}" in fact.name else None,
            since=max(FIRST, fact.valid_from or FIRST),
            until=min(LAST, fact.valid_until or LAST),
        )


def _ladder(fact: PostFact, kind: Rank) -> tuple[str, int, Origin]:
    """Ladder, level and origin: a rank's pattern is for Hong Kong, elsewhere it tells little."""
    if fact.jurisdiction == "MO":  # nobody goes from the Mainland to an office there or back
        return "state", 1, Origin.HONG_KONG
    if fact.jurisdiction == "CN":
        return "mainland", 3 if kind.ladder != "mainland" else kind.level, Origin.MAINLAND
    if fact.jurisdiction == "HK":
        return kind.ladder, kind.level, Origin.HONG_KONG
    return "state", 1, Origin.FOREIGN


def _in_time(fact: PostFact) -> bool:
    return (fact.valid_until or LAST) > FIRST and (fact.valid_from or FIRST) < LAST


def _lower(reference: Reference) -> Iterator[Office]:
    """Permanent and deputy secretaries in bureaux, deputies and assistants in departments."""
    known = {fact.name for fact in reference.posts.values()}
    for fact in reference.posts.values():
        if fact.jurisdiction != "HK" or not _in_time(fact):
            continue
        since, until = max(FIRST, fact.valid_from or FIRST), min(LAST, fact.valid_until or LAST)
        body, kind = fact.agency or fact.key, rank(fact.name)
        if kind.example == "Secretary for Security":
            field = fact.name.removeprefix("Secretary")
            for title, (ladder, level, years, seats) in LOWER_RANKS.items():
                post = title + field
                if post not in known:
                    yield Office(post, ladder, level, body, years, seats=seats, since=since, until=until)
        elif kind.ladder in ("department", "administration") and (head := HEADS.fullmatch(fact.name)):
            for title, level, seats in (("Deputy", 2, 2), ("Assistant", 1, 3)):
                post = f"{title} {head[1]}{head[2]}"
                if post not in known:
                    yield Office(post, "department", level, body, 3, seats=seats, since=since, until=until)


def _mainland() -> Iterator[Office]:
    home = Origin.MAINLAND
    for city in CITIES:
        agency = f"{city} Municipal People's Government"
        yield Office(f"Mayor of {city}", "mainland", 2, agency, 3.5, home)
        yield Office(f"Vice Mayor of {city}", "mainland", 1, agency, 3, home, seats=4)
        yield Office(f"Director of the {city} Municipal Bureau of Commerce", "mainland", 1, agency, 4, home)
    for province in PROVINCES:
        agency = f"{province} Provincial People's Government"
        yield Office(f"Governor of {province} Province", "mainland", 3, agency, 3.5, home)
        yield Office(f"Vice Governor of {province} Province", "mainland", 2, agency, 3, home, seats=4)


def _foreign(reference: Reference) -> Iterator[Office]:
    countries = sorted(
        place.name for place in reference.places.values() if place.kind == "country" and place.country != "CN"
    )
    for country in countries[::3]:
        body = f"Government of {country}"
        yield Office(f"Consul General of {country} in Hong Kong", "consulate", 1, body, 3.2, Origin.FOREIGN)
        yield Office(f"Ambassador of {country} to China", "embassy", 1, body, 3.2, Origin.FOREIGN)
        for portfolio in PORTFOLIOS:
            post = f"Minister for {portfolio} of {country}"
            yield Office(post, "ministry", 1, body, 2.5, Origin.FOREIGN)


SECTORS = tuple(
    "Harbour Garment Printing Electronics Toy Jewellery Watch Logistics Catering Fisheries Taxi Tea Dance Orchestra "
    "Swimming Cycling Fencing Rowing Nursing Dental Engineering Surveying Accounting Insurance Banking Film Design "
    "Book Shipping Aviation Tourism Retail Recycling Construction Elevator Textile Leather Furniture Optical".split()
)
BODIES = ("Association", "Federation", "Society", "Foundation", "Alliance", "Institute", "Chamber of Commerce", "Union")
LEADERS = ("Chairman", "President", "Vice-Chairman", "Chief Executive", "Director", "Honorary President")
HALLS = tuple("Pearl Lion Lotus Banyan Kapok Bauhinia Jade Phoenix Dragon Heron Cedar Silver Golden Evergreen".split())


def community_office(random: Random) -> Office:
    """An office in an association, a company or a university; there are thousands of them."""
    chance = random.random()
    if chance < 0.6:
        agency = f"Hong Kong {random.choice(SECTORS)} {random.choice(BODIES)}"
    elif chance < 0.85:
        agency = f"{random.choice(HALLS)} {random.choice(SECTORS)} Limited"
    else:
        agency = f"{random.choice(HALLS)} {random.choice(('Bay', 'Hill', 'Harbour', 'Peak'))} University"
    return Office(f"{random.choice(LEADERS)} of the {agency}", "community", 1, agency, 5, agency=agency)
