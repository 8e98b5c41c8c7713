"""Fixtures shared by all tests: where the sample and the corpora are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

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
