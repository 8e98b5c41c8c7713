"""One server for all tests of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import httpx2
import pytest

from serve.serving import WORLD, serving


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real ``kg serve`` of a small graph."""
    graph = shutil.copy(WORLD, tmp_path_factory.mktemp("serve"))
    with serving(graph) as (address, _):
        yield address


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=address, timeout=60) as client:
        yield client
