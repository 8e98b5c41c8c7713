"""The sentences behind a person and a pair."""

from __future__ import annotations

import pytest

from kg import explain
from kg.find import UnknownNameError


def test_a_person_has_posts_then_events_in_order_of_time(world):
    facts = explain.person(world, "Ann Au")
    assert [fact.statement for fact in facts] == [
        "Ann Au is shown as Chief Executive (2025-05-19 to 2025-06-30)",
        "Ann Au took part as principal: Meeting: Ann Au, Ben Bo, 2025-05-19",
        "Ann Au took part as principal: Meeting: Ann Au, Ben Bo, 2025-06 (recalled)",
        "Ann Au took part as principal: Meeting: Ann Au, Eve Ng (scheduled)",
    ]


def test_a_sentence_is_whole_once_and_all_its_words_are_marked(world):
    (sentence,) = explain.person(world, "Ann Au")[1].sentences
    assert sentence.text == "The Chief Executive, Ms Ann Au, met Dr Ben Bo."
    assert [sentence.text[start:end] for start, end in sentence.marks] == ["Chief Executive, Ms Ann Au", "met"]
    assert (sentence.release, sentence.start, sentence.rules) == ("R1", 0, ("title", "met"))
    assert sentence.url == "https://example.org/R1"


def test_a_pair_has_what_both_took_part_in(world):
    facts = explain.pair(world, "Cy Chan", "Ann Au")
    assert [fact.statement for fact in facts] == [
        "Cy Chan (attendee) and Ann Au (principal): Meeting: Ann Au, Ben Bo, 2025-05-19"
    ]
    assert facts[0].sentences
    assert explain.pair(world, "Ann Au", "Dee Du") == []


def test_unknown_people_are_named(world):
    with pytest.raises(UnknownNameError):
        explain.pair(world, "Ann Au", "Nobody Known")
