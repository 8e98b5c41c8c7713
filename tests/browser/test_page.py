"""The page as a reader meets it: in Chromium, from a file, with the network off."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import generate
from kg.export.network import network
from kg.export.page import render

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def small() -> str:
    return render(generate.store(40), title="Forty people")


def shown(page: Page) -> dict[str, list[dict]]:
    return page.evaluate("({nodes: kg.picture.nodes.get(), edges: kg.picture.edges.get()})")


FREE_SPOT = """grade => {
    const { network, edges } = kg.picture;
    const box = document.getElementById("picture").getBoundingClientRect();
    const near = [[0, 0], [3, 0], [-3, 0], [0, 3], [0, -3]];
    for (const { id, from, to } of edges.get({ filter: edge => edge.grade === grade })) {
        const at = network.getPositions([from, to]);
        for (let share = 0.2; share < 0.85; share += 0.02) {
            const { x, y } = network.canvasToDOM({
                x: at[from].x + share * (at[to].x - at[from].x),
                y: at[from].y + share * (at[to].y - at[from].y),
            });
            const alone = near.every(([dx, dy]) => {
                const { person, tie } = kg.picture.at({ x: x + dx, y: y + dy });
                return person === null && tie === id;
            });
            if (alone) return { id, from, to, x: x + box.x, y: y + box.y };
        }
    }
    return null;
}"""


def click_edge(page: Page, grade: int) -> dict:
    """Click with the mouse on a line of this grade, where nothing else lies; gives the line."""
    spot = page.evaluate(FREE_SPOT, grade)
    assert spot, "every such line is covered"
    page.mouse.click(spot["x"], spot["y"])
    return spot


def test_nodes_and_edges_are_those_who_met(visit: Visit, small: str) -> None:
    graph = network(generate.store(40))
    met = [(a, b) for a, b, one in graph.edges(data=True) if one["met"]]
    picture = shown(visit(small))
    assert len(picture["edges"]) == len(met)
    assert len(picture["nodes"]) == len({person for pair in met for person in pair})


def test_the_slider_goes_from_strict_to_everything(visit: Visit, small: str) -> None:
    page = visit(small)
    slider = page.get_by_role("slider", name="Which ties to show")
    expect(slider).to_have_attribute("aria-valuetext", "All who met")
    slider.press("ArrowRight")
    assert len(shown(page)["edges"]) == network(generate.store(40)).number_of_edges()
    expect(slider).to_have_attribute("aria-valuetext", "Everything")
    page.locator("#ticks").get_by_text("Principals").click()
    strict = [one for _, _, one in network(generate.store(40)).edges(data=True) if one["metAsPrincipals"]]
    assert len(shown(page)["edges"]) == len(strict)


def test_width_grows_with_the_number_of_distinct_events(visit: Visit) -> None:
    graph = network(generate.store(12, per_official=5))
    page = visit(render(generate.store(12, per_official=5)))
    page.locator("#ticks").get_by_text("Everything").click()
    keys = page.evaluate("kg.model.officials.map(official => official.iri)")
    width = {}
    for edge in shown(page)["edges"]:
        width.setdefault(graph.edges[keys[edge["from"]], keys[edge["to"]]]["weight"], set()).add(
            round(edge["width"], 3)
        )
    assert len(width) > 1
    assert all(len(widths) == 1 for widths in width.values())
    assert sorted(width) == sorted(width, key=lambda weight: min(width[weight]))


def test_search_finds_by_part_of_a_name_by_chinese_and_by_post(visit: Visit, small: str) -> None:
    page = visit(small)
    person = page.evaluate("kg.model.officials.find(official => official.zh && official.tenures.length)")
    box = page.locator("#search")
    for words in (person["label"].split()[0].lower() + " " + person["label"].split()[1][:2], person["zh"]):
        box.fill(words)
        expect(page.locator("#found [role=option]").filter(has_text=person["label"])).to_have_count(1)
    box.fill("secretary for harb")
    expect(page.locator("#found [role=option]").first).to_contain_text("Secretary for Harbours")
    box.fill("nobody of this name")
    expect(page.locator("#found [role=option]")).to_have_text("Nobody found")


def test_choosing_from_the_search_opens_the_person(visit: Visit, small: str) -> None:
    page = visit(small)
    page.locator("#search").fill("Au Ka-ka")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", level=2)).to_contain_text("Au Ka-ka")
    expect(panel).to_contain_text("Secretary for Harbours")
    expect(panel).to_contain_text("9 January 2023 – 20 November 2025")
    expect(panel.locator(".events time").first).to_have_text(re.compile(r"\d+ \w+ 202\d"))
    expect(page).to_have_url(re.compile("person="))


def test_clicking_a_line_shows_the_sentences_with_the_words_marked(visit: Visit, small: str) -> None:
    graph = network(generate.store(40))
    page = visit(small)
    keys = page.evaluate("kg.model.officials.map(official => official.iri)")
    edge = click_edge(page, grade=0)
    encounters = graph.edges[keys[edge["from"]], keys[edge["to"]]]["events"]
    encounter = [one for one in encounters if one.grade != "coAttended"][-1]
    quote = page.locator("#panel blockquote").first
    expect(quote).to_have_text(encounter.sentences[0])
    expect(quote.locator("mark", has_text=re.compile("^met$"))).to_have_count(1)
    for end in (edge["from"], edge["to"]):
        name = page.evaluate("number => kg.model.officials[number].label", end)
        expect(quote.locator("mark.who", has_text=name)).to_have_count(1)
    link = page.locator("#panel .source a").first
    expect(link).to_have_attribute("href", re.compile(r"^https://example\.org/\d+\.htm$"))
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_clicking_a_dot_opens_the_person_and_back_closes(visit: Visit, small: str) -> None:
    page = visit(small)
    node = shown(page)["nodes"][0]
    spot = page.evaluate("id => kg.picture.network.canvasToDOM(kg.picture.network.getPosition(id))", node["id"])
    box = page.locator("#picture").bounding_box()
    page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    expect(page.locator("#panel h2")).to_contain_text(node["name"])
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("How to read the picture")


def test_markup_in_a_title_is_text(visit: Visit) -> None:
    html = render(generate.store(12, hostile=True), title=generate.HOSTILE)
    assert html.count("</script>") == html.count("<script")
    page = visit(html, "#show=all&person=0")
    expect(page.get_by_role("heading", level=1)).to_have_text(generate.HOSTILE)
    expect(page.locator("#panel .what").filter(has_text="</script><script>").first).to_be_visible()
    assert page.title() == generate.HOSTILE
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.evaluate("document.querySelectorAll('[onmouseover]').length") == 0


def test_the_picture_stands_where_the_build_put_it(visit: Visit, small: str) -> None:
    page = visit(small)
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', small, re.DOTALL)[1])
    built = {node["id"]: (node["x"], node["y"]) for node in data["opening"]["nodes"]}
    page.wait_for_timeout(300)
    now = page.evaluate("kg.picture.network.getPositions()")
    keys = page.evaluate("kg.model.officials.map(({ id }) => id)")
    assert {keys[int(id)]: (at["x"], at["y"]) for id, at in now.items()}.items() <= built.items()
    assert page.evaluate("kg.picture.network.physics.physicsEnabled") is False


def test_policy_forbids_what_was_not_built_in(visit: Visit, small: str) -> None:
    page = visit(small, expected="Content Security Policy")
    policy = page.locator("meta[http-equiv]").get_attribute("content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    refused = page.evaluate(
        """() => new Promise(done => {
            document.addEventListener("securitypolicyviolation", event => done(event.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.owned = true";
            document.body.append(script);
        })"""
    )
    assert refused.startswith("script-src")
    assert page.evaluate("window.owned") is None


def test_same_graph_same_bytes(small: str) -> None:
    assert render(generate.store(40), title="Forty people") == small
