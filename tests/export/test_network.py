"""The networkx graph, a part of the records, and the layout."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from browser import generate
from golds import gold_findings, gold_folders

from kg.export.network import network
from kg.export.page.layout import components, layout
from kg.export.page.selection import part
from kg.export.records import read
from kg.reference import load
from kg.resolve import resolve
from kg.triples import triples
from kg.vocab import INSTANCES, KG

OFFICIAL = f"{INSTANCES}official/"


def store_of(*folders: Path) -> ox.Store:
    """The golds of these folders as a store."""
    findings = [one for folder in folders for one in gold_findings(folder)]
    store = ox.Store()
    store.bulk_extend(ox.Quad(*triple) for triple in triples(findings, resolve(findings, load()), INSTANCES))
    return store


def test_every_stated_pair_is_an_edge_and_no_other(corpus: Path) -> None:
    store = store_of(*gold_folders(corpus))
    graph = network(store)
    for term in ("met", "metAsPrincipals", "coAttended"):
        quads = store.quads_for_pattern(None, ox.NamedNode(KG.BASE + term), None, None)
        stated = {frozenset((quad.subject.value, quad.object.value)) for quad in quads}
        assert {frozenset((a, b)) for a, b, one in graph.edges(data=True) if one[term]} == stated


def test_counts_add_up_and_events_are_distinct() -> None:
    graph = network(generate.store(50))
    for _, _, one in graph.edges(data=True):
        events = one["events"]
        assert one["weight"] == len(events) == len({event.event for event in events}) == one["met"] + one["coAttended"]
        assert one["metAsPrincipals"] <= one["met"]
        assert list(events) == sorted(events, key=lambda event: event.start)


def test_evidence_is_words_in_sentences_that_name_both() -> None:
    graph = network(generate.store(30))
    for a, b, one in graph.edges(data=True):
        for event in one["events"]:
            words = {quote.exact for quote in event.quotes}
            assert {graph.nodes[a]["label"], graph.nodes[b]["label"]} <= words
            assert all(quote.exact in quote.sentence for quote in event.quotes)
            assert event.releases


def test_nodes_have_names_posts_and_agency() -> None:
    graph = network(generate.store(30))
    node = graph.nodes[f"{OFFICIAL}0"]
    assert node["label"] == "Au Ka-ka"
    assert node["zh"] == "甲甲甲"
    assert set(node["names"]) == {"Au Ka-ka", "AU KA-KA", "甲甲甲"}
    assert node["posts"] == ("Secretary for Harbours",)
    assert (node["agency"], node["jurisdiction"]) == ("Bureau of Harbours", "CN")


def test_an_empty_store_gives_an_empty_graph() -> None:
    assert network(ox.Store()).number_of_nodes() == 0


def test_a_part_by_people_keeps_their_company_only() -> None:
    records = read(generate.store(40))
    some = part(records, people=[f"{OFFICIAL}0"])
    whole = nx.ego_graph(network(generate.store(40)), f"{OFFICIAL}0")
    assert set(some.officials) == set(whole)
    assert all(f"{OFFICIAL}0" in {one.official for one in event.people} for event in some.occasions.values())


@pytest.mark.parametrize(
    ("since", "until"), [("2024", None), (None, "2024-06"), ("2024-02", "2024-06-15"), ("2031", None)]
)
def test_a_part_by_time(since: str | None, until: str | None) -> None:
    records = read(generate.store(40))
    kept = {one.iri for one in part(records, since=since, until=until).occasions.values()}
    within = {
        one.iri
        for one in records.occasions.values()
        if (since is None or one.start >= since) and (until is None or one.start[: len(until)] <= until)
    }
    assert kept == within


def test_a_part_has_the_releases_that_tell_of_it() -> None:
    records = read(generate.store(40))
    some = part(records, people=[f"{OFFICIAL}0"], since="2024")
    assert 0 < len(some.releases) < len(records.releases)
    assert set(some.releases) == {source for one in some.occasions.values() for source in one.sources()}
    assert part(records) is records


def test_a_part_of_a_stranger_is_refused() -> None:
    with pytest.raises(LookupError, match="no official in this graph has the IRI Au Ka-ka"):
        part(read(generate.store(40)), people=["Au Ka-ka"])


def ring(n: int) -> list[dict[int, float]]:
    return [{(i - 1) % n: 1.0, (i + 1) % n: 1.0} for i in range(n)]


def test_layout_draws_a_ring_as_a_ring() -> None:
    points = layout(ring(24))
    radii = [math.hypot(x, y) for x, y in points]
    assert max(radii) / min(radii) < 1.15
    sides = [math.dist(points[i], points[(i + 1) % 24]) for i in range(24)]
    assert max(sides) / min(sides) < 1.3


def test_layout_keeps_dots_and_components_apart() -> None:
    ties = [*ring(9), *({other + 9: 1.0 for other in near} for near in ring(30)), {}, {}]
    points = layout(ties)
    assert min(math.dist(a, b) for a, b in itertools.combinations(points, 2)) > 0.35
    parts = components(ties)
    assert [len(members) for members in parts] == [30, 9, 1, 1]
    assert layout(ties) == points


def test_layout_of_nobody() -> None:
    assert layout([]) == []


def test_no_line_runs_through_a_stranger_in_a_meeting_of_seven() -> None:
    ties: list[dict[int, float]] = [{} for _ in range(7)]
    for principal in (0, 1):
        for other in range(7):
            if other != principal:
                ties[principal][other] = ties[other][principal] = 1.0
    points = layout(ties)
    for a, near in enumerate(ties):
        for b in near:
            for i in set(range(7)) - {a, b}:
                (ax, ay), (bx, by), (x, y) = points[a], points[b], points[i]
                along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / math.dist((ax, ay), (bx, by)) ** 2
                off = abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / math.dist((ax, ay), (bx, by))
                assert not 0 < along < 1 or off > 0.08
