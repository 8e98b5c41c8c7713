"""Every test is run: no folder of tests has a name that pytest passes over, as it does "build" by default."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    folders = {part for file in TESTS.rglob("test_*.py") for part in file.relative_to(TESTS).parent.parts}
    assert "build" in folders
    passed_over = {name for name in folders for glob in pytestconfig.getini("norecursedirs") if fnmatch(name, glob)}
    assert not passed_over
