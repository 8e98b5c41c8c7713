"""The pictures of the page that the README shows, taken in real Chromium.

The first is of the sample, with a line chosen; the second of a generated graph (nobody in it is real), in the dark.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.page import render
from tests.browser import generate

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTH, HEIGHT = 1440, 960
TIE = "(number => kg.go({ person: number('Sun Meijun'), other: number('John Lee'), theme: 'light' }))"
OFFICIALS = 1500
CIRCLE = "(number => kg.go({ person: number('Yik Ka-lok'), steps: 2, theme: 'dark' }))"
NUMBER = "(name => kg.model.officials.findIndex(({ label }) => label === name))"


def take(page: Path, folder: Path) -> tuple[Path, ...]:
    """Open the page file of the sample, then a large one, and write their pictures into ``folder``.

    Raises RuntimeError where Chromium is missing.
    """
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise RuntimeError("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        large = Path(place) / "large.html"
        large.write_text(
            render(generate.store(OFFICIALS), title="Who met whom: a graph of invented officials"), "utf-8"
        )
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        pictures = (
            _picture(browser, page.resolve().as_uri(), TIE, folder / "network.png"),
            _picture(browser, large.as_uri(), CIRCLE, folder / "network-large.png"),
        )
        browser.close()
    return pictures


def _picture(browser: Browser, address: str, choose: str, file: Path) -> Path:
    tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    tab.goto(address)
    tab.wait_for_function("window.kg !== undefined")
    tab.evaluate(f"{choose}({NUMBER})")
    tab.wait_for_timeout(1000)  # until the picture has been drawn
    tab.screenshot(path=file)
    return file
