"""Lines come out in order, each once, whether they waited in memory or in files."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.export.runs import Runs

LINES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=3)


@given(st.lists(st.lists(LINES)), st.integers(1, 9))
def test_in_order_and_once(several: list[list[str]], most: int) -> None:
    with Runs(most) as runs:
        for lines in several:
            runs.add(lines)
        assert list(runs.ordered()) == sorted({line for lines in several for line in lines})
