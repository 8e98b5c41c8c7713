"""A real Chromium, offline, that fails a test on any request, console error or uncaught exception."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install 'kg[test]'")
from playwright.sync_api import Browser, ConsoleMessage, Page

Open = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """``visit(html, fragment="", expected=None, **context)`` opens the page from a folder where it is alone.

    A complaint of the browser that contains ``expected`` is no failure.
    """
    complaints: list[str] = []
    contexts = []

    def visit(html: str, fragment: str = "", expected: str | None = None, **options: object) -> Page:
        folder = tmp_path / f"page{len(contexts)}"
        folder.mkdir()
        (folder / "network.html").write_text(html, "utf-8")
        context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, "offline": True, **options})
        contexts.append(context)
        page = context.new_page()
        address = (folder / "network.html").as_uri()
        page.on("request", lambda request: _remote(request.url, address) and complaints.append(f"asked: {request.url}"))
        page.on("console", lambda line: _bad(line, expected) and complaints.append(line.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + fragment)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []


def _bad(line: ConsoleMessage, expected: str | None) -> bool:
    return line.type in {"error", "warning"} and (expected is None or expected not in line.text)


def _remote(url: str, address: str) -> bool:
    return not url.startswith((address, "data:", "blob:"))
