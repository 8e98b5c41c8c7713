"""A named query about one person, post or release takes no longer for all the others that a graph holds."""

from __future__ import annotations

from time import process_time

import pyoxigraph as ox
import pytest
from browser import generate

from kg import find, query, sparql

ASKED = [
    ("agencies-met", {"who": "Ann Au"}),
    ("attendees", {"occasion": "R1"}),
    ("holders", {"post": "CE"}),
    ("meetings-of", {"person": "Ann Au"}),
    ("posts-of", {"person": "Ann Au"}),
    ("timeline", {"person": "Ann Au"}),
    ("who-met", {"person": "Ann Au"}),
]


@pytest.fixture(scope="module")
def crowd(world_file) -> ox.Store:
    """The small world among the triples of 600 others."""
    store = generate.store(600)
    store.bulk_load(path=str(world_file), format=ox.RdfFormat.TURTLE)
    return store


def text_of(world: ox.Store, name: str, values: dict[str, str]) -> str:
    named = query.named()[name]
    terms = query.bound(world, named, values)
    return query.with_values(named.text, list(terms), [list(terms.values())])


def seconds(store: ox.Store, text: str) -> float:
    """Processor seconds that the query takes twenty times over."""
    start = process_time()
    for _ in range(20):
        len(sparql.run(store, text))
    return process_time() - start


@pytest.mark.parametrize(("name", "values"), ASKED)
def test_the_others_are_not_looked_through(world, crowd, name, values):
    text = text_of(world, name, values)
    assert len(crowd) > 100 * len(world)
    assert sorted(map(repr, sparql.run(crowd, text))) == sorted(map(repr, sparql.run(world, text)))
    alone, among = seconds(world, text), seconds(crowd, text)
    assert among < 4 * alone, (alone, among)


def test_a_chain_of_meetings_is_not_looked_for_among_all_meetings(world, crowd):
    one, other = (find.find(world, name, ("official",)) for name in ("Ann Au", "Ben Bo"))
    row = [ox.Literal(1), one, other]
    text = query.with_values(query.named()["path"].text, ["step", "one", "other"], [row])
    alone, among = seconds(world, text), seconds(crowd, text)
    assert len(sparql.run(world, text)) == len(sparql.run(crowd, text)) > 0
    assert among < 4 * alone, (alone, among)
