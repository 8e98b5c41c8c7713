"""``output/`` holds what ``kg build`` writes for the sample, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    kg.build(sample).save(folder)
    return folder


@pytest.mark.parametrize("name", ["graph.ttl", "network.html"])
def test_committed_output_is_what_the_sample_gives(built: Path, name: str) -> None:
    same = (ROOT / "output" / name).read_bytes() == (built / name).read_bytes()
    assert same, f"output/{name} is out of date; renew it with: python -m tests.regenerate"
