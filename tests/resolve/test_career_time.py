"""How time, service and grade weigh when posts of one name differ, and what being seldom or often named says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from made import Draft, one_person

from kg.model import Findings, Kind, Role
from kg.reference import Reference, load
from kg.resolve import resolve
from kg.resolve.frequency import Frequencies
from kg.resolve.weights import DOUBLED, FEW_NAMES

FIRST = date(2001, 1, 1)
Seen = tuple[str, str | None, int]
"""A name, a post if any, and a year after 2001."""


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load()


def people(reference: Reference, *seen: Seen) -> int:
    """How many people these are."""
    made = []
    for number, (name, post, year) in enumerate(seen):
        ident, day = f"R{number}", FIRST + timedelta(days=365 * year + number)
        made.append(one_person(name, post, ident, day) if post else guest(name, ident, day))
    found = resolve(made, reference).releases.values()
    return len({one.people[0].key for one in found if one.people[0]})


def guest(name: str, ident: str, day: date) -> Findings:
    """A release in which somebody takes part of whom no post is named."""
    draft = Draft(f"Title\n\nMr {name} visited the port.", ident, day)
    draft.person(name)
    draft.event(Kind.VISIT, "visited", {0: Role.PRINCIPAL})
    return draft.findings()


DEPUTY = "Deputy Secretary for Health"


@pytest.mark.parametrize(("years", "expected"), [(1, 1), (9, 2)])
def test_an_officer_who_is_not_seen_for_long_is_another(reference: Reference, years: int, expected: int) -> None:
    higher = "Permanent Secretary for Education"
    assert people(reference, ("Carol Tam", DEPUTY, 0), ("Carol Tam", higher, years)) == expected


def test_officers_rise_by_steps(reference: Reference) -> None:
    higher = "Permanent Secretary for Education"
    assert people(reference, ("Carol Tam", DEPUTY, 0), ("Carol Tam", higher, 2)) == 1
    assert people(reference, ("Carol Tam", higher, 0), ("Carol Tam", DEPUTY, 2)) == 2


def test_a_chain_of_likely_pairs_does_not_lead_to_a_namesake(reference: Reference) -> None:
    young, later = ("Carol Tam", DEPUTY, 0), ("Carol Tam", "Permanent Secretary for Education", 7)
    assert people(reference, young, later) == 1
    risen = [
        ("Carol Tam", post, year) for post, year in (("Secretary for Education", 7), ("Secretary for Security", 12))
    ]
    assert people(reference, later, *risen) == 1
    assert people(reference, young, later, *risen) == 2


def test_officials_retire_to_councils_and_seldom_come_from_them(reference: Reference) -> None:
    member = "Non-official Member of the Executive Council"
    assert people(reference, ("Carol Szeto Lok-yi", DEPUTY, 0), ("Carol Szeto Lok-yi", member, 2)) == 1
    assert people(reference, ("Chan Lok-yi", DEPUTY, 0), ("Chan Lok-yi", member, 2)) == 1
    assert people(reference, ("Chan Lok-yi", member, 0), ("Chan Lok-yi", DEPUTY, 2)) == 2


def test_members_who_are_no_officials_are_several(reference: Reference) -> None:
    member = "Non-official Member of the Executive Council"
    three = [("Carol Tam", member, 0), ("Tam Lok-yi", member, 1), ("Carol Tam", member, 2)]
    assert people(reference, *three) == 2
    assert people(reference, *((name, "Director of Health", year) for name, _, year in three)) == 1


def test_who_was_often_named_in_office_and_then_is_not_has_left(reference: Reference) -> None:
    held = [("Chan Lok-yi", "Director of Health", year) for year in (0, 0, 0, 0, 1, 1, 1, 1)]
    assert people(reference, *held, ("Chan Lok-yi", None, 2)) == 1
    assert people(reference, *held, ("Chan Lok-yi", None, 6)) == 2


def test_who_is_named_amid_the_time_in_office_is_the_holder(reference: Reference) -> None:
    held = [("Carol Tam", "Director of Health", year) for year in (0, 2)]
    assert people(reference, *held, ("Carol Tam", None, 1)) == 1
    assert people(reference, *held, ("Carol Tam", None, 4)) == 2


def test_a_principal_official_is_recalled_after_years(reference: Reference) -> None:
    held = [("Chan Lok-yi", "Secretary for Security", year) for year in (0, 0, 1)]
    assert people(reference, *held, ("Chan Lok-yi", None, 6)) == 1
    often = [("Ngan Lok-yi", "Secretary for Security", year) for year in (0,) * 8]
    assert people(reference, *often, ("L Y Ngan", None, 2)) == 1
    assert people(reference, *often, ("L Y Ngan", None, 12)) == 2


def test_a_name_without_a_post_that_has_more_parts_is_sooner_another(reference: Reference) -> None:
    held = [("Carol Tam", "Director of Health", year) for year in (0, 1)]
    assert people(reference, *held, ("Carol Tam", None, 1)) == 1
    assert people(reference, *held, ("Carol Tam Lok-yi", None, 1)) == 2


def test_the_names_of_a_build_are_counted_by_doublings() -> None:
    few, many = (Frequencies({}, names) for names in (300, 16 * FEW_NAMES))
    assert (few.doublings, many.doublings) == (0, 4)
    assert many.prior == few.prior + 4 * DOUBLED
