"""An address that names a person by an IRI of former times opens the person."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyoxigraph as ox
import pytest
from playwright.sync_api import Page, expect

from browser import generate
from kg.export.page import render
from kg.vocab import OWL

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def html() -> str:
    """Forty people, of whom number 3 was known under another IRI too."""
    store = generate.store(40)
    former, now = generate.node("official", "au--former-clerk"), generate.node("official", "3")
    store.add(ox.Quad(former, generate.term(OWL.sameAs), now))
    store.add(
        ox.Quad(generate.node("official", "of-nobody"), generate.term(OWL.sameAs), generate.node("official", "x"))
    )
    return render(store)


def test_a_former_key_opens_the_person(visit: Visit, html: str) -> None:
    before = visit(html, "#person=3&with=5")
    page = visit(html, "#person=au--former-clerk&with=5")
    assert page.evaluate("kg.state.person") == before.evaluate("kg.state.person") is not None
    assert page.locator("#panel").inner_text() == before.locator("#panel").inner_text()


def test_the_address_then_has_the_present_key(visit: Visit, html: str) -> None:
    page = visit(html, "#person=au--former-clerk")
    page.locator("#language").click()
    expect(page).to_have_url(re.compile(r"#person=3&lang=zh$"))


def test_who_is_nobody_now_opens_nobody(visit: Visit, html: str) -> None:
    assert visit(html, "#person=of-nobody").evaluate("kg.state.person") is None


def test_the_page_has_the_former_keys_of_who_is_there(html: str) -> None:
    columns = '"former":[["id","now"]'
    assert f'{columns},\n["au--former-clerk","3"]]' in html
    assert f"{columns}]" in render(generate.store(40))
