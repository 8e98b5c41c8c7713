"""Exploring: filters, period, steps, chains, tables, the address, files; by mouse, keyboard and address."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from xml.etree import ElementTree

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from browser import generate
from kg.export.network import network
from kg.export.page import render

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
N = 80


@pytest.fixture(scope="module")
def html() -> str:
    return render(generate.store(N))


@pytest.fixture(scope="module")
def graph() -> nx.Graph:
    return network(generate.store(N))


def edges(page: Page) -> set[frozenset[str]]:
    """The lines drawn, as pairs of IRIs."""
    pairs = page.evaluate(
        "kg.picture.edges.get().map(({ from, to }) => [from, to].map(number => kg.model.officials[number].iri))"
    )
    return {frozenset(pair) for pair in pairs}


def expected(graph: nx.Graph, keep: Callable[[object], bool]) -> set[frozenset[str]]:
    """The pairs with an encounter that passes."""
    return {frozenset((a, b)) for a, b, one in graph.edges(data=True) if any(keep(e) for e in one["events"])}


def test_kind_filters_the_ties(visit: Visit, html: str, graph: nx.Graph) -> None:
    page = visit(html, "#show=all")
    page.get_by_label("Kind of occasion").select_option("Visit")
    assert edges(page) == expected(graph, lambda one: one.kind == "Visit")
    page.get_by_role("button", name="Clear filters").click()
    assert edges(page) == expected(graph, lambda one: True)


def test_agency_keeps_ties_with_at_least_one_member(visit: Visit, html: str, graph: nx.Graph) -> None:
    page = visit(html, "#show=all")
    page.get_by_label("Agency", exact=True).select_option(label="Bureau of Harbours")
    members = {iri for iri, agency in graph.nodes(data="agency") if agency == "Bureau of Harbours"}
    assert edges(page) == {pair for pair in expected(graph, lambda one: True) if pair & members}


def test_jurisdiction_is_named_and_filters(visit: Visit, html: str, graph: nx.Graph) -> None:
    page = visit(html, "#show=all")
    page.get_by_label("Jurisdiction").select_option(label="China")
    members = {iri for iri, code in graph.nodes(data="jurisdiction") if code == "CN"}
    assert edges(page) == {pair for pair in expected(graph, lambda one: True) if pair & members}


def test_period_by_keyboard(visit: Visit, html: str, graph: nx.Graph) -> None:
    page = visit(html, "#show=all")
    handle = page.get_by_role("slider", name="From")
    handle.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("since=2023-07"))
    assert edges(page) == expected(graph, lambda one: one.start >= "2023-07")
    expect(handle).to_have_attribute("aria-valuetext", "July 2023")


def test_period_dragged_with_the_mouse(visit: Visit, html: str, graph: nx.Graph) -> None:
    page = visit(html, "#show=all&since=2023-03&until=2023-05")
    assert edges(page) == expected(graph, lambda one: "2023-03" <= one.start[:7] <= "2023-05")
    window = page.locator(".window").bounding_box()
    bins = page.evaluate("kg.timeline.bins.length")
    step = page.locator(".track").bounding_box()["width"] / bins
    page.mouse.move(window["x"] + window["width"] / 2, window["y"] + 50)
    page.mouse.down()
    page.mouse.move(window["x"] + window["width"] / 2 + 2 * step, window["y"] + 50, steps=4)
    page.mouse.up()
    expect(page).to_have_url(re.compile("since=2023-05"))
    expect(page).to_have_url(re.compile("until=2023-07"))
    assert edges(page) == expected(graph, lambda one: "2023-05" <= one.start[:7] <= "2023-07")


def test_people_keep_their_places_while_the_period_changes(visit: Visit, html: str) -> None:
    page = visit(html)
    before = page.evaluate("kg.picture.network.getPositions()")
    page.evaluate("kg.go({ since: '2024-01' })")
    after = page.evaluate("kg.picture.network.getPositions()")
    assert 0 < len(after) < len(before)
    assert after.items() <= before.items()


def test_steps_around_a_person(visit: Visit, html: str, graph: nx.Graph) -> None:
    met = nx.Graph([(a, b) for a, b, one in graph.edges(data=True) if one["met"]])
    page = visit(html, "#person=3")
    iri = page.evaluate("kg.model.officials[kg.state.person].iri")
    for steps, name in ((1, "1 step"), (2, "2 steps")):
        page.get_by_role("button", name=name).click()
        people = nx.ego_graph(met, iri, radius=steps)
        drawn = page.evaluate("kg.picture.nodes.getIds().map(number => kg.model.officials[number].iri)")
        assert set(drawn) == set(people)
        assert edges(page) == {frozenset(pair) for pair in people.edges}


def test_who_is_alone_under_the_filters_is_told_and_led_on(visit: Visit, html: str) -> None:
    page = visit(html)
    alone = page.evaluate(
        "kg.model.officials.findIndex((_, n) => kg.model.near[n].length && !kg.selection.near.has(n))"
    )
    name = page.evaluate("number => kg.model.officials[number].label", alone)
    page.evaluate("person => kg.go({ person })", alone)
    expect(page.locator("#caption")).to_have_text(f"{name} has no tie under the present filters.")
    page.locator("#panel").get_by_role("link", name="Look among all ties").click()
    assert page.evaluate("kg.picture.nodes.length") > 1
    expect(page.locator("#panel h3", has_text="Was together with")).to_be_visible()


def test_chain_is_a_shortest_path_and_shows_its_meetings(visit: Visit, html: str, graph: nx.Graph) -> None:
    met = nx.Graph([(a, b) for a, b, one in graph.edges(data=True) if one["met"]])
    page = visit(html)
    first = page.evaluate("kg.model.officials[0].iri")
    far, length = max(nx.single_source_shortest_path_length(met, first).items(), key=lambda one: (one[1], one[0]))
    assert length > 2
    name = graph.nodes[far]["label"]
    page.evaluate("kg.go({ person: 0 })")
    page.get_by_label("Name, post or agency").fill(name)
    page.locator("#panel [role=option]").filter(has_text=name).first.click()
    assert len(edges(page)) == length
    assert all(met.has_edge(*pair) for pair in edges(page))
    expect(page.locator("#panel section h3")).to_have_count(length)
    assert page.locator("#panel blockquote").count() >= length


def test_no_chain_is_said(visit: Visit) -> None:
    graph = generate.store(60, per_official=0.3)
    page = visit(render(graph), "#show=principals")
    found = page.evaluate(
        """() => {
            const near = [...kg.selection.near.keys()];
            return [near[0], near.find(number => number !== near[0] && !kg.selection.near.get(near[0])
                .some(({ tie }) => tie.a === number || tie.b === number))];
        }"""
    )
    page.evaluate("([person, other]) => kg.go({ person, other })", found)
    expect(page.locator("#panel")).to_contain_text("No chain of such ties joins these two.")


def test_tables_show_the_selection_and_sort(visit: Visit, html: str, graph: nx.Graph) -> None:
    page = visit(html)
    page.get_by_role("radio", name="Ties").check()
    met = [one for _, _, one in graph.edges(data=True) if one["met"]]
    expect(page.locator("caption")).to_have_text(f"{len(met)} ties under the present filters")
    page.get_by_role("radio", name="People").check()
    page.locator("th button", has_text="Person").click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Person")
    names = page.locator("tbody tr td:first-child").all_inner_texts()
    assert len(names) > 20
    assert names == sorted(names)
    page.locator("th button", has_text="Person").click()
    assert page.locator("tbody tr td:first-child").first.inner_text() == names[-1]


def test_address_carries_the_state_and_back_undoes(visit: Visit, html: str) -> None:
    page = visit(html, "#person=3&steps=2&show=all&kind=Meeting&since=2023-02&view=ties&lang=zh&theme=dark")
    state = page.evaluate("kg.state")
    wanted = {
        "steps": 2,
        "grade": 2,
        "kind": "Meeting",
        "since": "2023-02",
        "view": "ties",
        "language": "zh",
        "theme": "dark",
    }
    assert wanted.items() <= state.items()
    assert page.locator("html").get_attribute("lang") == "zh-Hant"
    page.get_by_role("radio", name="圖").check()
    page.get_by_role("button", name="English").click()
    assert page.evaluate("kg.state.language") == "en"
    page.go_back()
    assert page.evaluate("kg.state.language") == "zh"
    page.go_back()
    assert page.evaluate("kg.state.view") == "ties"
    page.go_forward()
    assert page.evaluate("kg.state.view") == "picture"


def test_moving_the_picture_goes_into_the_address(visit: Visit, html: str) -> None:
    page = visit(html)
    page.get_by_role("button", name="Closer").click()
    page.wait_for_url("**at=**")
    page.wait_for_timeout(400)  # until it stands
    closer = page.url
    box = page.locator("#picture").bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + box["height"] - 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 85, box["y"] + box["height"] - 45, steps=3)
    page.mouse.up()
    page.wait_for_url(lambda url: url != closer)
    view = page.evaluate("kg.picture.network.getViewPosition()")
    again = visit(html, "#" + page.url.partition("#")[2])
    there = again.evaluate("kg.picture.network.getViewPosition()")
    assert there["x"] == pytest.approx(view["x"], abs=1)
    assert there["y"] == pytest.approx(view["y"], abs=1)


def test_an_address_of_nonsense_is_the_opening(visit: Visit, html: str) -> None:
    page = visit(html, "#person=nobody&show=x&since=yesterday&agency=none&steps=9&at=here&view=3&theme=pink")
    assert page.evaluate("kg.picture.nodes.length") == page.evaluate("kg.model.opening.nodes.length")


def test_keyboard_walks_over_the_picture(visit: Visit, html: str) -> None:
    page = visit(html)
    page.locator("#picture").focus()
    page.keyboard.press("ArrowDown")
    reached = {page.evaluate("kg.picture.cursor")}
    for key in ("ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowRight", "ArrowDown") * 2:
        page.keyboard.press(key)
        reached.add(page.evaluate("kg.picture.cursor"))
    assert len(reached) > 3
    name = page.evaluate("kg.model.officials[kg.picture.cursor].label")
    expect(page.locator("#spoken")).to_contain_text(name)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_contain_text(name)
    page.keyboard.press("Escape")
    expect(page.locator("#panel h2")).to_have_text("How to read the picture")


def test_the_keyboard_reaches_everybody(visit: Visit, html: str) -> None:
    page = visit(html)
    reached = page.evaluate(
        """() => {
            const { picture } = kg;
            const seen = new Set([Math.min(...picture.nodes.getIds())]);
            for (const here of seen) {
                picture.cursor = here;
                for (const way of [[-1, 0], [1, 0], [0, -1], [0, 1]]) seen.add(picture.next(way));
            }
            return [...seen].sort((a, b) => a - b);
        }"""
    )
    assert reached == sorted(page.evaluate("kg.picture.nodes.getIds()"))


def saved(page: Page, name: str) -> bytes:
    page.locator("#save summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.path().read_bytes()


def test_csv_has_every_encounter_shown(visit: Visit, html: str, graph: nx.Graph) -> None:
    rows = list(csv.DictReader(io.StringIO(saved(visit(html), "Ties (CSV)").decode("utf-8-sig"))))
    shown = [e for _, _, one in graph.edges(data=True) for e in one["events"] if e.grade != "coAttended"]
    assert len(rows) == len(shown)
    assert {row["event_iri"] for row in rows} == {one.event for one in shown}
    assert all(row["releases"].startswith("G") and row["urls"].startswith("https://") for row in rows)


def test_graphml_is_read_by_networkx(visit: Visit, html: str, graph: nx.Graph) -> None:
    read = nx.parse_graphml(saved(visit(html, "#show=all"), "Network (GraphML)").decode())
    assert {frozenset(pair) for pair in read.edges} == {frozenset(pair) for pair in graph.edges}
    for a, b, one in read.edges(data=True):
        assert (one["weight"], one["met"]) == (graph.edges[a, b]["weight"], graph.edges[a, b]["met"])


def test_pictures_are_saved_as_svg_and_png(visit: Visit, html: str) -> None:
    page = visit(html)
    root = ElementTree.fromstring(saved(page, "Picture (SVG)"))
    lines = root.findall(".//{http://www.w3.org/2000/svg}line")
    assert len(lines) == page.evaluate("kg.picture.edges.length")
    assert saved(page, "Picture (PNG)").startswith(b"\x89PNG")


def test_search_offers_agencies_that_filter(visit: Visit, html: str, graph: nx.Graph) -> None:
    page = visit(html, "#show=all")
    page.locator("#search").fill("bureau of harb")
    page.locator("#found [role=option]").filter(has_text="Agency of").click()
    expect(page).to_have_url(re.compile("agency=0"))
    members = {iri for iri, agency in graph.nodes(data="agency") if agency == "Bureau of Harbours"}
    assert edges(page) == {pair for pair in expected(graph, lambda one: True) if pair & members}


def test_going_back_undoes_a_dragged_period_at_once(visit: Visit, html: str) -> None:
    page = visit(html)
    handle = page.locator(".track input.since").bounding_box()
    track = page.locator(".track").bounding_box()
    page.mouse.move(handle["x"] + 9, handle["y"] + handle["height"] - 8)
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] / 2, track["y"] + 40, steps=12)
    during = page.evaluate("[kg.state.since, kg.picture.edges.length]")
    assert "since" not in page.url
    page.mouse.up()
    expect(page).to_have_url(re.compile(f"since={during[0]}"))
    page.go_back()
    assert page.evaluate("kg.state.since") is None
    assert page.evaluate("kg.picture.edges.length") > during[1]


def test_a_person_is_told_with_posts_company_and_occasions_in_order(visit: Visit, html: str, graph: nx.Graph) -> None:
    page = visit(html, "#person=3&show=all")
    iri = page.evaluate("kg.model.officials[kg.state.person].iri")
    met = graph.adj[iri]
    expect(page.locator("#panel h3", has_text="Was together with")).to_have_text(f"Was together with {len(met)} people")
    rows = {row.split("\n")[0]: row for row in page.locator("#panel .ranked li").all_inner_texts()}
    for other, one in met.items():
        row = next(text for name, text in rows.items() if name.startswith(graph.nodes[other]["label"]))
        assert f"{one['weight']} occasion" in row
        last = max(event.start for event in one["events"])
        assert f"{int(last[8:])} " in row
        assert last[:4] in row
    days = page.locator("#panel .events > li time").evaluate_all("all => all.map(one => one.dateTime)")
    assert days == sorted(days, reverse=True)


def test_the_table_of_occasions_names_who_took_part(visit: Visit, html: str, graph: nx.Graph) -> None:
    page = visit(html, "#view=occasions")
    meetings = {e.event for _, _, one in graph.edges(data=True) for e in one["events"] if e.grade != "coAttended"}
    expect(page.locator("caption")).to_have_text(f"{len(meetings)} occasions under the present filters")
    page.locator("th button", has_text="Date").click()
    days = page.locator("tbody tr td:first-child").all_inner_texts()
    assert [day[-4:] for day in days] == sorted(day[-4:] for day in days)
    name = page.locator("tbody tr td:last-child b").first.inner_text()
    page.locator("tbody tr td:last-child b .link").first.click()
    expect(page.locator("#panel h2")).to_contain_text(name)


def test_what_is_shown_can_be_cited_with_its_releases(visit: Visit, html: str, graph: nx.Graph) -> None:
    page = visit(html, "#show=principals&since=2025")
    told = {
        release.rpartition("/")[2]
        for _, _, one in graph.edges(data=True)
        for event in one["events"]
        if event.grade == "metAsPrincipals" and event.start >= "2025"
        for release in event.releases
    }
    expect(page.locator("#panel .cite").first).to_contain_text("Drawn by kg from press releases")
    page.locator("#panel .all summary").click() if len(told) > 12 else None
    cited = page.locator("#panel .cite").last.inner_text()
    assert {one.strip(" .") for one in cited.rpartition(": ")[2].split(",")} == told


def test_csv_says_who_was_acting_in_which_post_on_which_side(visit: Visit, html: str) -> None:
    rows = list(csv.DictReader(io.StringIO(saved(visit(html), "Ties (CSV)").decode("utf-8-sig"))))
    assert {row["person_role"] for row in rows} <= {"Principal", "Attendee", "Speaker"}
    assert {row["other_acting"] for row in rows} == {"true", "false"}
    assert any(row["person_side"].startswith("Bureau of") for row in rows)
    assert all(row["person_post"].startswith("Secretary for") for row in rows)
