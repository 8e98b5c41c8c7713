"""A former page with rows put in, changed and taken out is what writing all anew gives."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.export.page import Coverage, Whole, written
from kg.export.page.chunks import json as encoded
from kg.export.page.data import COLUMNS, in_order
from kg.export.page.former import FormerPage
from kg.export.page.picture import Drawing

KEYS = ("a", "a-2", "a%20b", "agencies", "b", "B", "pieces", "~c", "é")
TABLES = st.dictionaries(
    st.sampled_from(sorted(COLUMNS)), st.dictionaries(st.sampled_from(KEYS), st.integers(0, 2), max_size=6)
)
Tables = dict[str, dict[str, int]]


def row(key: str, version: int) -> bytes:
    return encoded([key, f'],\n["{key}" }}</script> & "{version}"', [version]])


def whole(number: int) -> Whole:
    return Whole("https://example.org/", Coverage(number, "", "", None), Drawing(number, [], [], []))


def page(tables: Tables, number: int) -> bytes:
    told = {
        table: in_order({key: row(key, version) for key, version in tables.get(table, {}).items()}) for table in COLUMNS
    }
    return b"".join(written(whole(number), told))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TABLES, TABLES)
def test_any_change(tmp_path: Path, old: Tables, new: Tables) -> None:
    (tmp_path / "old.html").write_bytes(page(old, 1))
    changes: dict[str, dict[str, bytes | None]] = {}
    for table in COLUMNS:
        before, after = old.get(table, {}), new.get(table, {})
        differing = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        changes[table] = {key: row(key, after[key]) if key in after else None for key in differing}
    out = io.BytesIO()
    with (tmp_path / "old.html").open("rb") as file, FormerPage(file) as former:
        former.changed(whole(2), changes, out)
    assert out.getvalue() == page(new, 2)


def test_rows_are_json_in_the_order_of_their_keys() -> None:
    text = page({"officials": dict.fromkeys(KEYS, 0)}, 1).decode()
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)[1])
    names, *rows = data["officials"]
    assert tuple(names) == COLUMNS["officials"]
    assert [one[0] for one in rows] == ["B", "a%20b", "a-2", "a", "agencies", "b", "pieces", "~c", "é"]


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.html").write_text("<p>no page of ours</p>")
    with (
        (tmp_path / "other.html").open("rb") as file,
        FormerPage(file) as former,
        pytest.raises(ValueError, match="no page"),
    ):
        former.changed(whole(1), {}, io.BytesIO())
