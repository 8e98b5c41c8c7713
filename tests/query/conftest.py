"""The small made-up world that the query tests ask about."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import store

WORLD = Path(__file__).parent / "world.ttl"


@pytest.fixture(scope="session")
def world_file() -> Path:
    return WORLD


@pytest.fixture(scope="session")
def world() -> ox.Store:
    return store.load(WORLD)
