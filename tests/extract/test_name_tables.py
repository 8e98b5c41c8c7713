"""The tables about names: each row reads its own example."""

from __future__ import annotations

import pytest

from kg.extract.en.names import HONORIFICS, RANKS
from kg.extract.en.occupations import OCCUPATIONS
from kg.extract.en.people import find_names


@pytest.mark.parametrize("example", sorted({*HONORIFICS.values(), *RANKS.values()}))
def test_title(example: str) -> None:
    names, _ = find_names(f"They met {example}.")
    assert names
    assert [name.form for name in names if name.form not in example] == []


@pytest.mark.parametrize(("noun", "example"), sorted(OCCUPATIONS.items()))
def test_occupation(noun: str, example: str) -> None:
    names, _ = find_names(f"They met the {example}, and other {noun}s Ada Quill and Reto von Salm.")
    assert [name.form for name in names] == ["Anna Keller", "Ada Quill", "Reto von Salm"]
