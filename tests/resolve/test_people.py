"""Who is who among people: names, posts, time, honorifics, countries, and what stays open."""

from __future__ import annotations

from datetime import date

import pytest
from made import Draft, one_person

from kg.model import Findings, Kind, Role
from kg.reference import Reference, load
from kg.resolution import Resolution, Verdict
from kg.resolve import resolve
from kg.resolve.personal import Agreement, compare, parse


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load()


def keys(resolution: Resolution) -> dict[str, str]:
    """Release -> the key of its first person."""
    return {release: one.people[0].key for release, one in resolution.releases.items() if one.people[0]}


def without_post(name: str, id: str, day: date, title: str = "Mr") -> Findings:
    draft = Draft(f"Title\n\n{title} {name} spoke.", id, day)
    draft.event(Kind.SPEECH, "spoke", {draft.person(name, title=title): Role.SPEAKER})
    return draft.findings()


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("John Lee", "LEE Ka-chiu, John", Agreement.GIVEN),
        ("John Lee Ka-chiu", "Lee Ka Chiu", Agreement.GIVEN),
        ("CHAN Wai-ming", "Chan Wai Ming", Agreement.EQUAL),
        ("Ka-chiu Lee", "Lee Ka-chiu", Agreement.EQUAL),
        ("Mankun Cai", "Cai Mankun", Agreement.GIVEN),
        ("C Y Leung", "Leung Chun-ying", Agreement.INITIALS),
        ("CY Leung", "Leung Ka-ming", Agreement.CONTRADICTED),
        ("Nicholas W Yang", "Nicholas Yang", Agreement.GIVEN),
        ("Carrie Lam", "Carrie Lam Cheng Yuet-ngor", Agreement.GIVEN),
        ("Carrie Cheng", "Carrie Lam Cheng Yuet-ngor", Agreement.GIVEN),
        ("Lam Cheng Yuet Ngor", "Carrie Lam Cheng Yuet-ngor", Agreement.GIVEN),
        ("Lee Tze-kin", "Lee Tsz-kin", Agreement.GIVEN),
        ("Wong Kam-sing", "Wong Kam-shing", Agreement.OTHER_SOUND),
        ("Derek Choi", "Dreek Choi", Agreement.MISPRINT),
        ("Derek Choi", "Derek Chooi", Agreement.MISPRINT),
        ("Derek Lam", "Derek Lau", Agreement.CONTRADICTED),
        ("Derek Choi", "Peter Chooi", Agreement.CONTRADICTED),
        ("Ho Yee-ling", "Ho Yee-lnig", Agreement.MISPRINT),
        ("Ho Yee-ling", "Ho Yee-lng", Agreement.MISPRINT),
        ("Zhao Mingrui", "Zhao Minggrui", Agreement.MISPRINT),
        ("Zhao Minrui", "Zhao Mingrui", Agreement.OTHER_SOUND),
        ("Hung Kwok-tat", "Hug Kwok-tat", Agreement.MISPRINT),
        ("Hung Kwok-tat", "Hug Kwok-fai", Agreement.CONTRADICTED),
        ("Shum Man", "Man Shum", Agreement.TURNED),
        ("Shum Man", "Man Yip", Agreement.CONTRADICTED),
        ("John Lee", "Peter Lee", Agreement.CONTRADICTED),
        ("John Lee Ka-chiu", "John Lee Wing-tat", Agreement.CONTRADICTED),
        ("John Lee", "Lee Ka-chiu", Agreement.SURNAME),
        ("Lee", "John Lee", Agreement.SURNAME),
        ("Emmanuel Besançon", "Emmanuel Besancon", Agreement.EQUAL),
        ("Jean-Luc Petit", "Jean-Paul Petit", Agreement.CONTRADICTED),
    ],
)
def test_names_agree_or_contradict(one: str, other: str, agreement: Agreement) -> None:
    assert compare(parse(one), parse(other)) is agreement
    assert compare(parse(other), parse(one)) is agreement


def test_short_and_long_form_and_initials_in_one_post_are_one(reference: Reference) -> None:
    post = "Secretary for Security"
    found = resolve(
        [
            one_person("John Lee", post, "A", date(2019, 1, 1)),
            one_person("John Lee Ka-chiu", post, "B", date(2019, 6, 1)),
            one_person("Lee Ka-chiu", post, "C", date(2020, 1, 1)),
            one_person("John Lee", "Chief Executive", "D", date(2023, 1, 1)),
        ],
        reference,
    )
    assert set(keys(found).values()) == {"john-lee"}
    person = found.releases["A"].people[0]
    assert person is not None
    assert person.label == "John Lee Ka-chiu"
    assert "both hold the post Secretary for Security" in person.reason


def test_a_surname_alone_is_the_holder_of_the_post_and_nobody_without_one(reference: Reference) -> None:
    post = "Secretary for Security"
    findings = [
        one_person("John Lee", post, "A", date(2019, 1, 1)),
        one_person("Lee", post, "B", date(2019, 3, 1)),
        one_person("John Lee", post, "C", date(2019, 6, 1)),
        without_post("Lee", "D", date(2019, 3, 2)),
    ]
    found = keys(resolve(findings, reference))
    assert found["B"] == found["A"]
    assert found["D"] == "lee--d"


def test_a_form_that_fits_two_people_stays_apart_and_is_reported(reference: Reference) -> None:
    findings = [
        one_person("John Lee Ka-chiu", "Director of Marine", "A", date(2019, 1, 1)),
        one_person("John Lee Wing-tat", "Director of Health", "B", date(2019, 1, 2)),
        without_post("John Lee", "C", date(2019, 2, 1)),
    ]
    found = resolve(findings, reference)
    assert len(set(keys(found).values())) == 3
    open_cases = {(one.one, one.other) for one in found.judgements if one.verdict is Verdict.UNSURE}
    assert ("john-lee--c", "john-lee-ka-chiu--director-of-marine") in open_cases
    assert ("john-lee--c", "john-lee-wing-tat--director-of-health") in open_cases


def test_spelling_never_makes_two_names_one(reference: Reference) -> None:
    post = "Secretary for the Environment"
    findings = [
        one_person("Wong Kam-sing", post, "A", date(2015, 1, 1)),
        one_person("Wong Kam-shing", post, "B", date(2015, 2, 1)),
        one_person("Wong Kam-sing", post, "C", date(2015, 3, 1)),
    ]
    found = resolve(findings, reference)
    assert found.releases["A"].people[0] != found.releases["B"].people[0]
    assert found.releases["A"].people[0] == found.releases["C"].people[0]


def test_successors_of_one_surname_are_two(reference: Reference) -> None:
    post = "Financial Secretary"
    findings = [
        *(one_person("David Chan", post, f"A{month}", date(2005, month, 1)) for month in range(1, 6)),
        *(one_person("Chan Siu-kei", post, f"B{month}", date(2005, month, 1)) for month in range(7, 12)),
    ]
    assert set(keys(resolve(findings, reference)).values()) == {"david-chan", "chan-siu-kei"}


def test_two_main_offices_at_one_time_are_two_people(reference: Reference) -> None:
    findings = [
        one_person("Chan Wai-ming", post, f"{post[:13]}{month}", date(2010, month, day))
        for month in range(1, 9)
        for post, day in (("Director of Health", 1), ("Director of Marine", 15))
    ]
    found = resolve(findings, reference)
    assert len(set(keys(found).values())) == 2
    (case,) = found.judgements
    assert case.verdict is Verdict.DIFFERENT
    assert any("two main offices at one time" in reason for reason in case.reasons)


def test_a_man_and_a_woman_are_two(reference: Reference) -> None:
    findings = [without_post("Lam Siu-ming", title, date(2020, 1, 1), title) for title in ("Mr", "Ms")]
    assert len(set(keys(resolve(findings, reference)).values())) == 2
    findings = [without_post("Lam Siu-ming", id, date(2020, 1, 1), "Mr") for id in "AB"]
    assert len(set(keys(resolve(findings, reference)).values())) == 1


def test_the_honourable_without_a_post_is_the_member_of_a_council(reference: Reference) -> None:
    member = one_person("Wilson Lam", "Member of the Legislative Council", "A", date(2015, 1, 1))
    officer = one_person("Wilson Lam", "Director of Highways", "A", date(2015, 1, 1))
    asks = without_post("Wilson Lam", "B", date(2019, 1, 1), "Hon")
    assert len(set(keys(resolve([member, asks], reference)).values())) == 1
    assert len(set(keys(resolve([officer, asks], reference)).values())) == 2


def test_guests_of_one_name_and_time_are_one(reference: Reference) -> None:
    def guests(name: str, later: date) -> int:
        seen = [without_post(name, "A", date(2015, 1, 1)), without_post(name, "B", later)]
        return len(set(keys(resolve(seen, reference)).values()))

    assert guests("Wilson Tam", date(2016, 1, 1)) == 1
    assert guests("Henry Lau", date(2016, 1, 1)) == 1
    assert guests("Henry Lau", date(2019, 1, 1)) == 2
    assert guests("Peter Chan", date(2025, 1, 1)) == 2
