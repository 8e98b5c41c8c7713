"""What posts, time and the build itself say for and against one person."""

from __future__ import annotations

from datetime import date

import pytest
from made import one_person

from kg.reference import Reference, load
from kg.resolution import Identity, Office, Resolution, Verdict
from kg.resolve import resolve, weights
from kg.resolve.frequency import Frequencies
from kg.resolve.standing import standing


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load()


def keys(resolution: Resolution) -> list[str | None]:
    """The key of the first person of each release, by release id."""
    return [one.people[0].key if one.people[0] else None for _, one in sorted(resolution.releases.items())]


def in_post(reference: Reference, *seen: tuple[str, str, date]) -> list[str | None]:
    """The keys of these names, each in a post on a day."""
    made = [one_person(name, post, f"R{number}", day) for number, (name, post, day) in enumerate(seen)]
    return keys(resolve(made, reference))


HEALTH = "Permanent Secretary for Health"


def test_another_style_amid_the_time_in_a_post_is_its_holder(reference: Reference) -> None:
    before, between, after = date(2023, 1, 1), date(2023, 8, 1), date(2024, 3, 1)
    found = in_post(
        reference, ("Carol Tam", HEALTH, before), ("Tam Lok-yi", HEALTH, between), ("Carol Tam", HEALTH, after)
    )
    assert len(set(found)) == 1


def test_another_style_after_the_time_in_a_post_is_a_successor(reference: Reference) -> None:
    days = [date(2023, 1, 1), date(2023, 8, 1), date(2024, 3, 1), date(2024, 9, 1)]
    names = ["Carol Tam", "Carol Tam", "Tam Lok-yi", "Tam Lok-yi"]
    found = in_post(reference, *((name, HEALTH, day) for name, day in zip(names, days, strict=True)))
    assert len(set(found)) == 2


def test_every_secretary_is_a_principal_official(reference: Reference) -> None:
    day = date(2020, 1, 1)
    assert in_post(reference, ("Carol Tam", "Secretary for the Civil Service", day)) == ["carol-tam"]
    assert in_post(reference, ("Carol Tam", "Secretary for Security", day)) == ["carol-tam"]


def test_who_is_elected_or_designated_is_who_then_holds_the_office(reference: Reference) -> None:
    before, after = date(2022, 5, 9), date(2022, 8, 1)
    for office in ("Chief Executive-elect", "Chief Executive-designate"):
        found = in_post(reference, ("Carol Tam", office, before), ("Carol Tam", "Chief Executive", after))
        assert found == ["carol-tam", "carol-tam"]


def test_political_appointees_of_one_name_are_one_sooner_than_officials(reference: Reference) -> None:
    first, later = date(2010, 1, 1), date(2012, 1, 1)
    under = ("Wilson Tam", "Under Secretary for Security", first)
    assert len(set(in_post(reference, under, ("Wilson Tam", "Secretary for the Civil Service", later)))) == 1
    assert len(set(in_post(reference, under, ("Wilson Tam", "Director of Highways", later)))) == 2


def test_a_given_name_usual_in_the_build_says_less(reference: Reference) -> None:
    two = [
        ("Zenobia Tam", "Chairman of the Lake Society", date(2010, 1, 1)),
        ("Zenobia Tam", "President of the Sea Club", date(2012, 1, 1)),
    ]
    surnames = "Bach Cohn Dorn Eder Falk Graf Hahn Idle Jost Kern Lenz Moll Nagy Orff Penn Quist Rast Sand".split()
    usual = [(f"Zenobia {name}", f"Director of {name} Limited", date(2010, 1, 1)) for name in surnames]
    assert len(set(in_post(reference, *two))) == 1
    assert len(set(in_post(reference, *two, *usual)[:2])) == 2


def test_a_namesake_in_an_agency_years_later_is_another(reference: Reference) -> None:
    first = ("Peter Wong", "Deputy Director of Marine", date(2005, 1, 1))
    near, later = (("Peter Wong", "Director of Marine", day) for day in (date(2007, 1, 1), date(2012, 1, 1)))
    assert len(set(in_post(reference, first, near))) == 1
    assert len(set(in_post(reference, first, later))) == 2
    club, later = (
        ("Peter Ngan", post, day)
        for post, day in (
            ("Chairman of the Hong Kong Jockey Club", date(2005, 1, 1)),
            ("Deputy Chairman of the Hong Kong Jockey Club", date(2012, 1, 1)),
        )
    )
    assert len(set(in_post(reference, club, later))) == 1


def test_a_head_of_a_department_may_become_a_secretary(reference: Reference) -> None:
    first = date(2019, 7, 24), "Director of Immigration"
    later = date(2022, 2, 9), "Secretary for Security"
    for name, people in (("Lam Siu-fung", 1), ("Wilson Lam", 2)):
        assert len(set(in_post(reference, *((name, post, day) for day, post in (first, later))))) == people


def test_one_of_several_deputy_secretaries_is_not_another_amid_their_time(reference: Reference) -> None:
    """... as the one Permanent Secretary is."""
    assert in_turn(reference, "Deputy Secretary for Health", "Carol Tam", "Tam Lok-yi", "Carol Tam") == 2
    assert in_turn(reference, HEALTH, "Carol Tam", "Tam Lok-yi", "Carol Tam") == 1


def test_an_office_that_begins_as_another_ends_is_sooner_of_the_same_person(reference: Reference) -> None:
    first = ("Lam Siu-ming", "Director of Marine", date(2010, 1, 1))
    soon, later = (("Lam Siu-ming", "Chairman of the Sea Club", date(2010, month, 1)) for month in (3, 12))
    assert len(set(in_post(reference, first, soon))) == 1
    assert len(set(in_post(reference, first, later))) == 2


def test_a_surname_usual_in_the_build_says_less(reference: Reference) -> None:
    day = date(2010, 1, 1)
    two = [
        ("Anna Rossi", "Chairman of the Lake Society", day),
        ("Anna Rossi", "President of the Sea Club", date(2015, 1, 1)),
    ]
    others = ("Carla", "Dario", "Elena", "Fabio", "Giulia", "Hugo", "Ida", "Luca", "Nina", "Otto", "Pia", "Rosa")
    usual = [(f"{given} Rossi", f"Director of {given} Limited", day) for given in others]
    assert len(set(in_post(reference, *two))) == 1
    assert len(set(in_post(reference, *two, *usual)[:2])) == 2


def test_a_district_officer_is_of_the_government(reference: Reference) -> None:
    """... and an association with Hong Kong in its name is not."""
    officer = ("Wilson Tam", "District Officer (Eastern)", date(2010, 1, 1))
    later = date(2012, 1, 1)
    assert len(set(in_post(reference, officer, ("Wilson Tam", "Deputy Secretary for Security", later)))) == 1
    assert len(set(in_post(reference, officer, ("Wilson Tam", "Director of the Hong Kong Tea Society", later)))) == 2


def test_who_chairs_a_committee_of_a_council_is_a_member_of_it(reference: Reference) -> None:
    chair = ("Wilson Tam", "Chairman of the Panel on Security of the Legislative Council", date(2010, 1, 1))
    later = date(2015, 1, 1)
    assert len(set(in_post(reference, chair, ("Wilson Tam", "Member of the Legislative Council", later)))) == 1
    assert len(set(in_post(reference, chair, ("Wilson Tam", "Director of the Hong Kong Tea Society", later)))) == 2


def test_a_misprinted_surname_amid_the_time_of_the_holder_of_a_post(reference: Reference) -> None:
    days = [date(2023, 1, 1), date(2023, 8, 1), date(2024, 3, 1)]

    def seen(*names: str) -> int:
        return len(set(in_post(reference, *((name, HEALTH, day) for name, day in zip(names, days, strict=True)))))

    assert seen("Carol Wong", "Carol Wng", "Carol Wong") == 1
    assert seen("Carol Lam", "Carol Lau", "Carol Lam") == 2


def test_a_misprinted_surname_where_many_hold_the_post_is_another(reference: Reference) -> None:
    days = [date(2023, 1, 1), date(2023, 8, 1), date(2024, 3, 1)]
    post = "Member of the Legislative Council"
    found = in_post(reference, *zip(("Carol Wong", "Carol Wng", "Carol Wong"), (post,) * 3, days, strict=True))
    assert len(set(found)) == 2


def in_turn(reference: Reference, post: str, *names: str) -> int:
    """How many people these names are, seen in one post a fifth of a year after one another."""
    days = (date(2020 + number // 5, 1 + number % 5 * 2, 1) for number in range(len(names)))
    return len(set(in_post(reference, *((name, post, day) for name, day in zip(names, days, strict=True)))))


def test_misprints_of_one_name_need_not_look_alike(reference: Reference) -> None:
    assert in_turn(reference, HEALTH, "Carol Wong", "Carol Wng", "Carol Woong", "Carol Wong") == 1
    assert in_turn(reference, HEALTH, "Carol Wng", "Carol Woong") == 2


def test_a_woman_may_leave_out_either_surname_once_both_are_known(reference: Reference) -> None:
    assert in_turn(reference, HEALTH, "Carol Tam", "Carol Choi", "Carol Tam Choi Lok-yi", "Carol Tam") == 1
    assert in_turn(reference, HEALTH, "Carol Tam", "Carol Choi", "Carol Tam") == 2


def test_a_name_turned_round_amid_the_time_in_a_post_is_its_holder(reference: Reference) -> None:
    assert in_turn(reference, HEALTH, "Shum Man", "Man Shum", "Shum Man") == 1
    found = in_post(reference, ("Shum Man", HEALTH, date(2020, 1, 1)), ("Man Shum", "Mayor", date(2020, 2, 1)))
    assert len(set(found)) == 2


def test_who_is_in_an_office_of_a_city_serves_its_country(reference: Reference) -> None:
    posts = ("Director of the Wuhan Municipal Bureau of Commerce", "Mayor of Wuhan")
    found = in_post(reference, *zip(("Li Jia",) * 2, posts, (date(2016, 1, 1), date(2017, 1, 1)), strict=True))
    assert len(set(found)) == 1


def on_the_mainland(reference: Reference, *seen: tuple[str, int]) -> int:
    """How many people one usual name in these posts of the Mainland is, each seen in one year."""
    return len(set(in_post(reference, *(("Li Jia", post, date(year, 3, 1)) for post, year in seen))))


def test_officials_of_the_mainland_rise_by_steps(reference: Reference) -> None:
    deputy, head = "Vice Governor of Hainan Province", "Governor of Yunnan Province"
    assert on_the_mainland(reference, (deputy, 2014), (head, 2016)) == 1
    assert on_the_mainland(reference, (head, 2014), (deputy, 2016)) == 2


def test_officials_of_the_mainland_are_seen_again_within_years(reference: Reference) -> None:
    deputy, head = "Vice Governor of Hainan Province", "Governor of Yunnan Province"
    assert on_the_mainland(reference, (deputy, 2014), (head, 2015)) == 1
    assert on_the_mainland(reference, (deputy, 2004), (head, 2016)) == 2
    assert on_the_mainland(reference, (deputy, 2014), (head, 2015), (deputy, 2016)) == 2


@pytest.mark.parametrize(
    ("label", "grade"),
    [
        ("Premier of the State Council", 7),
        ("Minister of Justice of the People's Republic of China", 6),
        ("Secretary of the CPC Hainan Provincial Committee", 6),
        ("Mayor of Shanghai", 6),
        ("Deputy Director of the Hong Kong and Macao Affairs Office of the State Council", 5),
        ("Vice-Governor of Shaanxi Province", 5),
        ("Secretary of the CPC Wuhan Municipal Committee", 4),
        ("Vice Mayor of Nanning", 3),
        ("Director of the Wuhan Municipal Bureau of Commerce", 3),
        ("Professor", None),
    ],
)
def test_offices_of_the_mainland_have_grades(label: str, grade: int | None) -> None:
    office = Office(Identity("x", label, (), Verdict.SAME, ""), None, None)
    assert standing(office, known=False, jurisdiction="CN").grade == grade


def test_who_heads_the_chief_executives_office_is_a_political_appointee(reference: Reference) -> None:
    director, environment = "Director of the Chief Executive's Office", "Secretary for the Environment"
    marine = "Director of Marine"
    for post, people in ((director, 1), (marine, 2)):
        seen = [("Carol Tam", environment, date(2010, 1, 1)), ("Carol Tam", post, date(2013, 1, 1))]
        assert len(set(in_post(reference, *seen))) == people


def test_many_names_in_a_build_make_chance_likelier() -> None:
    few, more, many = (Frequencies({}, names) for names in (300, 4000, 32_000))
    assert few.prior == weights.PRIOR
    assert more.prior == weights.PRIOR + weights.DOUBLED
    assert many.prior == weights.PRIOR + 4 * weights.DOUBLED
