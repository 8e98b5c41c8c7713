"""For everyone: screen readers, narrow and wide screens, dark, print, Chinese; and a graph of thousands."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser import generate
from kg.export.page import render

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def html() -> str:
    return render(generate.store(60), title="Sixty people")


@pytest.fixture(scope="module")
def large() -> str:
    return render(generate.store(1500))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["", "person=0", "person=0&steps=1", "person=0&with=1", "view=ties", "lang=zh"])
def test_axe_finds_nothing(visit: Visit, html: str, state: str, scheme: str) -> None:
    page = visit(html, f"#{state}", color_scheme=scheme)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["impact"], one["nodes"][0]["html"][:120]) for one in found] == []


@pytest.mark.parametrize("width", [360, 390, 768, 1024, 1440, 2560])
@pytest.mark.parametrize("state", ["", "person=0", "view=ties"])
def test_nothing_runs_over_the_side(visit: Visit, html: str, width: int, state: str) -> None:
    page = visit(html, f"#{state}", viewport={"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if state != "view=ties":
        box = page.locator("#picture").bounding_box()
        assert box["width"] >= min(320, width - 40)
        assert box["height"] >= 300


def test_every_name_drawn_is_free_of_every_other(visit: Visit, html: str) -> None:
    page = visit(html)
    boxes = page.evaluate("kg.picture.names.placed.map(({ box }) => [box.left, box.top, box.right, box.bottom])")
    assert len(boxes) > 15
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_touch_opens_a_person(visit: Visit, html: str) -> None:
    page = visit(html, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    node = page.evaluate("kg.picture.nodes.get()[0]")
    spot = page.evaluate("id => kg.picture.network.canvasToDOM(kg.picture.network.getPosition(id))", node["id"])
    page.locator("#picture").scroll_into_view_if_needed()
    box = page.locator("#picture").bounding_box()
    page.touchscreen.tap(box["x"] + spot["x"], box["y"] + spot["y"])
    expect(page.locator("#panel h2")).to_contain_text(node["name"])
    expect(page.locator("#panel h2")).to_be_in_viewport()


@pytest.mark.parametrize("view", ["people", "ties", "occasions"])
def test_tables_fit_a_phone(visit: Visit, html: str, view: str) -> None:
    page = visit(html, f"#view={view}", viewport={"width": 360, "height": 740})
    wide = page.evaluate(
        "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.getElementById('table'))"
    )
    assert wide <= 0


def test_chinese_has_every_string_of_english(visit: Visit, html: str) -> None:
    page = visit(html, "#lang=zh")
    assert page.evaluate("document.documentElement.lang") == "zh-Hant"
    expect(page.locator("body")).not_to_contain_text("undefined")
    label, zh = page.evaluate("(({ label, zh }) => [label, zh])(kg.model.officials.find(official => official.zh))")
    page.locator("#search").fill(zh)
    expect(page.locator("#found [role=option]").first).to_contain_text(label)


def test_theme_button_overrides_the_system(visit: Visit, html: str) -> None:
    page = visit(html, color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.evaluate("kg.go({ theme: 'dark' })")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_print_leaves_out_the_controls_and_draws_the_picture_as_lines(visit: Visit, html: str) -> None:
    page = visit(html, color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".controls")).to_be_hidden()
    expect(page.locator("#paper svg")).to_be_visible()
    assert page.locator("#paper svg line").count() == page.evaluate("kg.picture.edges.length")
    across, down = page.evaluate("(({ a, d }) => [a, d])(document.querySelector('#paper svg').getScreenCTM())")
    assert across == pytest.approx(down)  # nothing is squeezed
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.documentElement.dataset.theme") == "auto"


def test_a_phone_shows_the_picture_first_and_the_filters_on_request(visit: Visit, html: str) -> None:
    page = visit(html, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    assert page.locator(".controls").bounding_box()["height"] <= 110
    assert page.locator("#picture").bounding_box()["y"] <= 300
    expect(page.locator("#agency")).to_be_hidden()
    page.get_by_role("button", name="Filters").tap()
    expect(page.locator("#agency")).to_be_visible()
    expect(page.get_by_role("slider", name="Which ties to show")).to_be_visible()
    page.get_by_label("Jurisdiction").select_option("CN")
    expect(page.get_by_role("button", name="Filters (1)")).to_be_visible()


def test_headline_and_legend(visit: Visit, html: str) -> None:
    page = visit(html)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sixty people")
    told = r"^60 officials, \d+ meetings and \d+ other occasions, as told by \d+ press releases of 9 January 2023 to "
    expect(page.locator("#standfirst")).to_have_text(re.compile(told))
    counts = [int(text) for text in page.locator(".legend .count").all_inner_texts()]
    assert sum(counts) == page.evaluate("kg.picture.nodes.length")


def test_a_large_graph_opens_on_its_backbone(visit: Visit, large: str) -> None:
    page = visit(large)
    assert page.evaluate("kg.model.officials.length") == 1500
    assert 100 <= page.evaluate("kg.picture.nodes.length") <= 150
    expect(page.locator("#caption")).to_contain_text("best connected of")


def test_the_backbone_is_what_the_browser_would_choose(visit: Visit, large: str) -> None:
    page = visit(large)
    built = page.evaluate("kg.model.opening.edges.map(edge => edge.id).sort()")
    page.evaluate("kg.scenes.isOpening = () => false; kg.scenes.made.clear(); kg.show()")
    assert page.evaluate("kg.picture.edges.getIds().sort()") == built


def test_anybody_in_a_large_graph_can_be_drawn(visit: Visit, large: str) -> None:
    page = visit(large)
    number = page.evaluate("[...kg.selection.near.keys()].find(number => !kg.picture.nodes.get(number))")
    name = page.evaluate("number => kg.model.officials[number].label", number)
    page.locator("#search").fill(name)
    page.locator("#found [role=option]").filter(has_text=name).first.click()
    assert page.evaluate("number => kg.picture.nodes.get(number) !== null", number)
    near = page.evaluate("number => kg.selection.near.get(number).length", number)
    assert page.evaluate("kg.picture.nodes.length") == near + 1


def test_never_more_than_can_be_read(visit: Visit, large: str) -> None:
    page = visit(large, "#show=all&person=0&steps=2")
    assert page.evaluate("kg.picture.nodes.length") <= 800


def test_a_notebook_shows_the_page_in_a_frame(visit: Visit) -> None:
    shown = render(generate.store(20))._repr_html_()
    page = visit(f"<!doctype html><title>Notebook</title>{shown}")
    frame = page.frame_locator("iframe")
    frame.locator("#search").fill("Au Ka-ka")
    frame.locator("#search").press("Enter")
    expect(frame.locator("#panel h2")).to_contain_text("Au Ka-ka")
    frame.get_by_role("button", name="Closer").click()
    frame.get_by_role("radio", name="Ties").check()
    expect(frame.locator("caption")).to_contain_text("ties under the present filters")
    expect(frame.locator("#panel h2")).to_contain_text("Au Ka-ka")
