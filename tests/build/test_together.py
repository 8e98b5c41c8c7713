"""What is counted on disk is what gathering the same releases gives, whatever was added and taken out before."""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kg import together
from kg.triples import Gathered, Share

PEOPLE = st.sampled_from(("a", "b", "c"))
CALLED = st.lists(st.tuples(PEOPLE, st.sampled_from(("Mr", "Dr"))), max_size=2, unique=True).map(tuple)
PAIRS = st.dictionaries(
    st.sampled_from((("a", "b"), ("a", "c"), ("b", "c"))), st.tuples(*[st.integers(0, 2)] * 3).filter(any), max_size=2
)
SHARES = st.builds(
    Share,
    day=st.dates(date(2025, 1, 1), date(2025, 1, 5)),
    lang=st.sampled_from(("en", "zh")),
    events=st.integers(0, 3),
    meetings=st.integers(0, 1),
    titles=CALLED,
    post_nominals=CALLED,
    tenures=st.lists(st.tuples(PEOPLE, st.sampled_from(("x", "y")), st.booleans()), max_size=2, unique=True).map(tuple),
    pairs=PAIRS.map(lambda met: tuple((*pair, times) for pair, times in met.items())),
)


@given(st.lists(SHARES), st.lists(SHARES), st.integers(1, 4))
def test_adding_and_taking(stay: list[Share], go: list[Share], most: int) -> None:
    data = sqlite3.connect(":memory:")
    for statement in together.SCHEMA:
        data.execute(statement)
    counted, gathered = together.Counted(data), Gathered()
    for share in (*go, *stay):
        counted.add(share)
        if len(stay) % most:
            counted.settle()
    for share in go:
        counted.add(share, -1)
    counted.settle()
    for share in stay:
        gathered.add(share)
    for one in ("a", "b", "c"):
        for asked in ("titles", "post_nominals", "tenures", "met"):
            assert Counter(getattr(counted, asked)(one)) == Counter(getattr(gathered, asked)(one)), asked
    pairs = {(one, other): times for one in "abc" for other, times in gathered.met(one)}
    assert dict(counted.sums()) == {
        one: tuple(map(sum, zip(*(times for pair, times in pairs.items() if pair[0] == one), strict=True)))
        for one, _ in pairs
    }
    assert {(one, other): times for one, other, times in counted.among("ac")} == {
        pair: times for pair, times in pairs.items() if pair == ("a", "c")
    }
    total = counted.sum()
    days = sorted(share.day.isoformat() for share in stay)
    assert (total.first, total.last) == ((days[0], days[-1]) if days else ("", ""))
    assert total.languages == Counter(share.lang for share in stay)
    assert (total.events, total.meetings) == (sum(s.events for s in stay), sum(s.meetings for s in stay))
    assert not go or stay or not data.execute("SELECT count(*) FROM met").fetchone()[0]
