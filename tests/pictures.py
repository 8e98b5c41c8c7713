"""The picture of the page that the README shows, taken in real Chromium."""

from __future__ import annotations

import shutil
from pathlib import Path

ADDRESS = "#person=sun-meijun&with=john-lee&theme=light"
WIDTH, HEIGHT = 1280, 960


def take(page: Path, folder: Path) -> Path:
    """Open the page file with a line chosen and write ``network.png`` into ``folder``.

    Raises RuntimeError where Chromium is missing.
    """
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise RuntimeError("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto(page.resolve().as_uri() + ADDRESS)
        tab.wait_for_function("window.kg !== undefined")
        tab.wait_for_timeout(1000)  # until the picture has been drawn
        tab.screenshot(path=folder / "network.png")
        browser.close()
    return folder / "network.png"
