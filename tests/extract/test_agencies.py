"""Organisations: tables of cases, every head noun, properties over random texts, and the golds."""

from __future__ import annotations

import json
import pickle
from itertools import pairwise
from pathlib import Path

import pytest
from casebook import table
from hypothesis import example, given
from hypothesis import strategies as st

from kg.extract.en.agencies import Gazetteer, find_agencies, gazetteer
from kg.extract.en.agency_heads import HEADS
from kg.extract.en.people import find_names
from kg.model import Agency, Span
from kg.read import read
from kg.reference import load

KNOWN = gazetteer(load())
WORDS = [head.example for head in HEADS] + [
    "the", "of", "and", "(HKMA)", "Mr John Lee", "Government", "in Hong Kong", ",", ".", "\n\n", "'s", "A", "é"
]  # fmt: skip


def rows(folder: str) -> list[tuple[str, ...]]:
    return table("agencies", folder, "text", "expected")


def find(text: str, known: Gazetteer = KNOWN) -> tuple[Agency, ...]:
    return find_agencies(text, 0, [name.span for name in find_names(text)[0]], known)


def told(text: str) -> str:
    return " | ".join(a.name + (f"={a.abbreviation}" if a.abbreviation else "") for a in find(text))


@pytest.mark.parametrize(("text", "expected"), rows("wild") + rows("synthetic") + rows("negative"))
def test_case(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason="known")) for row in rows("known_failures")],
)
def test_known_failure(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("head", HEADS, ids=lambda head: f"{head.sort}-{head.word}")
def test_every_head_noun_makes_its_example_a_name(head) -> None:
    (agency,) = find(f"It was organised by the {head.example} today.")
    assert (agency.name, len(agency.mentions)) == (head.example, 1)
    without = head.example.replace(head.word, "Thing", 1)
    assert all(each.name != without for each in find(f"It was organised by the {without} today."))


def test_mentions_in_order_with_their_rules() -> None:
    text = "HKMA warns\n\nThe Hong Kong Monetary Authority (HKMA) met the Lotus Bank. The HKMA said no more."
    authority, bank = find_agencies(text, 10, (), KNOWN)
    assert (authority.name, authority.abbreviation, bank.name) == ("Hong Kong Monetary Authority", "HKMA", "Lotus Bank")
    assert [(m.form, m.rule) for m in authority.mentions] == [
        ("HKMA", "agency-abbreviation"),
        ("Hong Kong Monetary Authority", "agency-reference"),
        ("HKMA", "agency-abbreviation"),
        ("HKMA", "agency-abbreviation"),
    ]


def test_an_abbreviation_defined_in_the_text_is_not_that_of_the_reference_data() -> None:
    assert told("the Harbour Monetary Association (HKMA). The HKMA said") == "Harbour Monetary Association=HKMA"


def test_a_person_is_part_of_a_name_whole_or_not_at_all() -> None:
    text = "The Stanley Koon Holdings Group Company Limited bid."
    (agency,) = find_agencies(text, 0, [Span(4, 16)], KNOWN)
    assert agency.name == "Stanley Koon Holdings Group Company Limited"
    assert told("Members, Mr Stanley Koon Harbour Board and others") in ("", "Harbour Board")


def test_the_gazetteer_can_be_sent_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(KNOWN))
    assert [a.name for a in find("the Security Bureau", again)] == ["Security Bureau"]


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)))
@example(  # a name that only its first context explained reaches into another
    'Association A00t0re00e Drance - Don0%000000000000000000000 Department "Association A00t0re00e Drance - Don0'
)
def test_any_text_gives_mentions_that_are_in_it_once(text: str) -> None:
    found = find(text)
    mentions = [mention for agency in found for mention in agency.mentions]
    assert all(text[m.span.start : m.span.end] == m.form and m.form for m in mentions)
    taken = sorted((m.span.start, m.span.end) for m in mentions)
    assert all(before[1] <= after[0] for before, after in pairwise(taken))
    assert found == find(text)
    assert all(list(a.mentions) == sorted(a.mentions, key=lambda m: m.span) for a in found)


def norm(name: str) -> str:
    return name.replace("’", "'").casefold().removeprefix("the ")


@pytest.mark.parametrize(
    ("folder", "precision", "recall"), [("seed", 1.0, 1.0), ("synthetic", 0.97, 0.97), ("dev", 0.93, 0.9)]
)
def test_golds(corpus: Path, folder: str, precision: float, recall: float) -> None:
    hits = false = missed = 0
    for path in sorted((corpus / folder).glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        wanted = {norm(name) for name in gold["agencies"]}
        free = {norm(name) for name in gold.get("optional", {}).get("agencies", [])}
        (release,) = read(path.with_suffix(".txt"))
        names = [name.span for name in find_names(release.text)[0]]
        for agency in find_agencies(release.text, len(release.title), names, KNOWN):
            forms = {
                norm(form) for form in (agency.name, agency.abbreviation or "", *(m.form for m in agency.mentions))
            }
            hits += bool(forms & wanted)
            false += not forms & (wanted | free)
            wanted -= forms
        missed += len(wanted - free)
    assert hits / (hits + false) >= precision
    assert hits / (hits + missed) >= recall


def test_an_abbreviation_in_the_title_is_no_second_body() -> None:
    title = "CE meets Vice-Chairman of CPPCC"
    committee = "National Committee of the Chinese People's Political Consultative Conference"
    names = [each.name for each in find_agencies(f"{title}\n\nHe met the {committee}.", len(title), (), KNOWN)]
    assert names == [committee]
    alone = [each.name for each in find_agencies(f"{title}\n\nHe met nobody.", len(title), (), KNOWN)]
    assert alone == ["Chinese People's Political Consultative Conference"]


def meant(text: str) -> dict[str, list[str]]:
    return {each.name: [text[r.span.start : r.span.end] for r in each.references] for each in find(text)}


def test_the_department_is_the_one_named_before() -> None:
    text = "The Department said no. The Department of Health said so. The Department and the Department's staff agreed."
    assert meant(text) == {"Department of Health": ["Department", "Department"]}
    assert meant("The Port Authority of Norland met. The Authority said")["Port Authority of Norland"] == ["Authority"]


def test_a_general_name_is_that_of_the_one_named_before() -> None:
    text = (
        "The Advisory Committee on Harbours (Advisory Committee) and the Working Group on Ports met. The Advisory "
        "Committee thanked the Working Group. The Legislative Council and the Select Committee met the Committee."
    )
    told = meant(text)
    assert told["Advisory Committee on Harbours"] == ["Advisory Committee", "Committee"]
    assert (told["Working Group on Ports"], told["Legislative Council"]) == (["Working Group"], [])


def test_the_bureau_is_none_where_two_compete() -> None:
    text = "The Security Bureau wrote to the Education Bureau. The Bureau said. The Department said."
    assert meant(text) == {"Security Bureau": [], "Education Bureau": []}
    assert meant("The High Court ruled. The Court, the Police and the Administration said")["High Court"] == []


def test_one_of_several_departments_is_named_in_part() -> None:
    (buildings, planning) = find("The Buildings and Planning Departments agreed.")
    assert (buildings.mentions, planning.mentions) == ((), ())
    assert meant("The Buildings and Planning Departments agreed.") == {
        "Buildings Department": ["Buildings"],
        "Planning Department": ["Planning Departments"],
    }
