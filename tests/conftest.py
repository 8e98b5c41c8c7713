"""Fixtures shared by all tests: where the sample and the corpora are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# No second is asserted in a test; where changes are judged, the same texts are tried each time.
settings.register_profile("kg", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("kg")

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder with the sample release that the project ships."""
    return ROOT / "tests" / "releases"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of corpora whose texts belong to their publisher and are not part of the project."""
    if not CORPUS.is_dir():
        pytest.skip(f"the corpora are not here: {CORPUS}")
    return CORPUS


CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    playwright_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: pip install 'kg[test]'"
    )
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with playwright_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()
