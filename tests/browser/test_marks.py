"""What the marks of the picture say: principals, stand-ins, sides. Names can be clicked, dots be dragged."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from browser import generate
from kg.export.page import render
from kg.export.records import Occasion, Records, read

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
N = 60


@pytest.fixture(scope="module")
def records() -> Records:
    return read(generate.store(N))


@pytest.fixture(scope="module")
def html() -> str:
    return render(generate.store(N))


def drawn(page: Page) -> dict[str, dict]:
    """The dots by IRI."""
    nodes = page.evaluate("kg.picture.nodes.get().map(node => ({ iri: kg.model.officials[node.id].iri, ...node }))")
    return {node["iri"]: node for node in nodes}


def spot(page: Page, number: int) -> tuple[float, float]:
    """Where a person's dot is on the screen."""
    at = page.evaluate("id => kg.picture.network.canvasToDOM(kg.picture.network.getPosition(id))", number)
    box = page.locator("#picture").bounding_box()
    return box["x"] + at["x"], box["y"] + at["y"]


def test_who_met_as_principal_is_a_disc_and_who_only_attended_a_ring(visit: Visit, html: str, records: Records) -> None:
    meetings = [one for one in records.occasions.values() if one.kind == "Meeting"]
    principals = {part.official for one in meetings for part in one.people if part.role == "Principal"}
    page = visit(html)
    paper = page.evaluate("kg.picture.ink.paper")
    dots = drawn(page)
    assert 0 < len(principals & dots.keys()) < len(dots)
    for iri, dot in dots.items():
        assert (dot["color"]["background"] == paper) == (iri not in principals)
    expect(page.locator("#panel .legend.marks")).to_contain_text("Met as a principal")
    expect(page.locator("#panel .legend.marks")).to_contain_text("Only attended")


def test_who_acts_has_a_broken_rim_and_the_word(visit: Visit, html: str, records: Records) -> None:
    acting = {iri for iri, one in records.officials.items() if any(tenure.acting for tenure in one.tenures)}
    page = visit(html)
    dots = drawn(page)
    assert {iri for iri, dot in dots.items() if dot["shapeProperties"]["borderDashes"]} == acting & dots.keys()
    some = next(dot["id"] for iri, dot in dots.items() if iri in acting)
    page.evaluate("person => kg.go({ person })", some)
    expect(page.locator("#panel .posts .tag").first).to_have_text("Acting")
    expect(page.locator("#panel .posts .bar.acting").first).to_be_visible()


def with_sides(records: Records) -> Occasion:
    """A meeting of four or more whose text gives two sides."""
    return next(
        one
        for one in records.occasions.values()
        if one.kind == "Meeting" and len(one.people) > 3 and len({part.delegation for part in one.people} - {None}) > 1
    )


def test_sides_stand_beside_each_other_with_their_people(visit: Visit, html: str, records: Records) -> None:
    meeting = with_sides(records)
    first, second = (part.official.rpartition("/")[2] for part in meeting.people[:2])
    page = visit(html, f"#person={first}&with={second}")
    sides: dict[str, set[str]] = {}
    for part in meeting.people:
        side = records.agencies[part.delegation].name.label
        sides.setdefault(side, set()).add(records.officials[part.official].name.label)
    shown = page.locator("#panel .events > li").filter(has=page.locator(f"time[datetime='{meeting.start}']"))
    assert shown.locator(".sides section").count() == len(sides) > 1
    for side, people in sides.items():
        section = shown.locator(".sides section").filter(has=page.locator("h4", has_text=side))
        assert set(section.locator("li .link").all_inner_texts()) == people
    strong = {records.officials[part.official].name.label for part in meeting.people if part.role == "Principal"}
    assert set(shown.locator(".sides b").all_inner_texts()) == strong


def test_opening_a_line_keeps_all_who_took_part_bright(visit: Visit, html: str, records: Records) -> None:
    meeting = with_sides(records)
    first, second = (part.official.rpartition("/")[2] for part in meeting.people[:2])
    for show in ("met", "all"):
        page = visit(html, f"#person={first}&with={second}&show={show}")
        quiet = page.evaluate("kg.picture.names.placed.filter(({ label }) => label.quiet).map(({ label }) => label.id)")
        bright = page.evaluate("[...kg.picture.chosen.bright].map(number => kg.model.officials[number].iri)")
        assert {part.official for part in meeting.people} <= set(bright)
        assert len(quiet) > 5  # names of others stay legible


def test_a_click_on_a_name_opens_its_person(visit: Visit, html: str) -> None:
    page = visit(html)
    named = page.evaluate(
        """kg.picture.names.placed.map(({ label, x, y }) => ({ id: label.id, text: label.text, x, y }))
            .find(({ id, x, y }) => kg.picture.network.getNodeAt({ x, y }) === undefined)"""
    )
    box = page.locator("#picture").bounding_box()
    page.mouse.click(box["x"] + named["x"], box["y"] + named["y"])
    expect(page.locator("#panel h2")).to_contain_text(named["text"])


def test_a_dragged_dot_stays_where_it_was_dropped(visit: Visit, html: str) -> None:
    page = visit(html)
    number = page.evaluate("kg.picture.nodes.getIds()[3]")
    x, y = spot(page, number)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=6)
    page.mouse.up()
    dropped = page.evaluate("id => kg.picture.network.getPosition(id)", number)
    page.evaluate("person => kg.go({ person })", number)
    now = page.evaluate("id => kg.picture.network.getPosition(id)", number)
    assert (now["x"], now["y"]) == pytest.approx((dropped["x"], dropped["y"]), abs=1.5)
    assert spot(page, number) == pytest.approx((x + 60, y + 40), abs=3)


def test_chinese_names_stand_beside_english_ones(visit: Visit, html: str) -> None:
    page = visit(html)
    lines = page.evaluate("kg.picture.names.lines().map(({ text }) => text)")
    both = page.evaluate("kg.model.officials.filter(({ zh }) => zh).map(({ label, zh }) => [label, zh])")
    shown = [(label, zh) for label, zh in both if label in lines and any(zh in line for line in lines)]
    assert shown
    page.evaluate("person => kg.go({ person })", page.evaluate("kg.model.officials.findIndex(({ zh }) => zh)"))
    expect(page.locator("#panel h2")).to_contain_text(both[0][0])
    expect(page.locator("#panel h2")).to_contain_text(both[0][1])


def test_small_screens_keep_dots_large_enough(visit: Visit, html: str) -> None:
    page = visit(html, viewport={"width": 360, "height": 740})
    smallest = page.evaluate("Math.min(...kg.picture.screen().dots.map(({ radius }) => radius))")
    assert smallest >= 2.6


def test_the_picture_shows_the_same_graph_as_python(visit: Visit, html: str) -> None:
    from kg.export.network import network

    met = nx.Graph([(a, b) for a, b, one in network(generate.store(N)).edges(data=True) if one["met"]])
    assert set(drawn(visit(html))) == set(met)
