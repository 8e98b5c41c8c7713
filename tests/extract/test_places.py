"""Places of events: tables of cases, properties over random texts, and the golds."""

from __future__ import annotations

import json
import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from casebook import table
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.en.place_known import place_gazetteer
from kg.extract.en.places import find_places
from kg.read import read
from kg.reference import load

KNOWN = place_gazetteer(load())
WORDS = "at in to visited the Government House , Hall Tamar 2/F Davos and of Mr Lee May 5 (HK) 's . IN OTTAWA Area 14"


def rows(folder: str) -> list[tuple[str, ...]]:
    return table("places", folder, "text", "expected")


def told(text: str) -> str:
    return " | ".join(f"{p.evidence.rule}: {p.name}" for p in find_places(text, 0, len(text), KNOWN))


@pytest.mark.parametrize(("text", "expected"), rows("wild") + rows("synthetic") + rows("negative"))
def test_case(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason="known")) for row in rows("known_failures")],
)
def test_known_failure(text: str, expected: str) -> None:
    assert told(text) == expected


def test_only_the_sentence_is_read() -> None:
    text = "He was at Government House. She was at Justice Place. They were in Paris."
    start, end = text.index("She"), text.index(" They")
    assert [place.name for place in find_places(text, start, end, KNOWN)] == ["Justice Place"]


def test_the_gazetteer_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(KNOWN)).kind("the united arab emirates") == "country"


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join)))
def test_any_text_gives_places_that_are_in_it_in_order(text: str) -> None:
    found = find_places(text, 0, len(text), KNOWN)
    spans = [place.evidence.span for place in found]
    assert all(text[s.start : s.end] == place.name and place.name for s, place in zip(spans, found, strict=True))
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize(("folder", "recall"), [("seed", 1.0), ("synthetic", 0.95), ("dev", 0.85)])
def test_the_places_of_the_golds_are_among_those_found(corpus: Path, folder: str, recall: float) -> None:
    hits = total = 0
    for path in sorted((corpus / folder).glob("*.json")):
        wanted = {event["place"] for event in json.loads(path.read_text("utf-8"))["events"] if event.get("place")}
        (release,) = read(path.with_suffix(".txt"))
        found = {place.name for line in _sentences(release.text) for place in find_places(release.text, *line, KNOWN)}
        hits, total = hits + len(wanted & found), total + len(wanted)
    assert hits / total >= recall


def _sentences(text: str) -> list[tuple[int, int]]:
    """The lines of a text; finer cuts change nothing for what is found."""
    cuts = [-1, *(i for i, char in enumerate(text) if char == "\n"), len(text)]
    return [(a + 1, b) for a, b in pairwise(cuts)]
