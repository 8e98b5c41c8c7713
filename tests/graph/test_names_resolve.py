"""Who is who: names, people, agencies, posts, places, and keys that never change."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made import Draft, one_person

from kg.model import Findings, Kind, Role
from kg.reference import Reference, load
from kg.resolution import Form, Resolution, Verdict
from kg.resolve import resolve
from kg.resolve.names import office_slug, slug


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load()


def person_keys(resolution: Resolution) -> dict[tuple[str, int], str | None]:
    return {
        (release, index): identity.key if identity else None
        for release, resolved in resolution.releases.items()
        for index, identity in enumerate(resolved.people)
    }


@given(st.text())
@example("𝕊")
def test_any_name_has_a_key_that_is_its_own_key(text: str) -> None:
    key = slug(text)
    assert key
    assert "--" not in key
    assert not key.startswith("-")
    assert slug(key) == key


@given(st.text(st.characters(codec="ascii"), min_size=1))
def test_the_key_of_a_latin_name_is_ascii(text: str) -> None:
    assert slug(text).isascii()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chan Tsz-tat", "CHAN TSZ-TAT"),
        ("Chan Tsz-tat", "Chan Tsz Tat"),
        ("Emmanuel Besançon", "Emmanuel Besancon"),
        ("Tadeusz Łódzki", "Tadeusz Lodzki"),
        ("Carol O'Neill", "Carol O’Neill"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert slug(one) == slug(other)


def test_articles_and_the_order_of_government_do_not_tell_bodies_apart() -> None:
    assert office_slug("the Society of the Sea") == office_slug("Society of Sea")
    assert office_slug("Government of the Far Isles") == office_slug("Far Isles Government")


def test_one_name_with_compatible_posts_is_one_official(reference: Reference) -> None:
    found = person_keys(
        resolve(
            [
                one_person("Lam Siu-ming", "Secretary for Security", "A", date(2020, 1, 1)),
                one_person("Lam Siu-ming", "Chief Executive", "B", date(2024, 1, 1)),
                one_person("LAM SIU-MING", "Chairman of the Sea Club", "C", date(2024, 2, 1)),
            ],
            reference,
        )
    )
    assert set(found.values()) == {"lam-siu-ming"}


def test_posts_of_different_countries_are_different_people(reference: Reference) -> None:
    home = one_person("Lam Siu-ming", "Secretary for Security", "A", date(2020, 1, 1))
    elsewhere = one_person("Lam Siu-ming", "Ambassador of France to China", "B", date(2021, 1, 1))
    customs = one_person("Lam Siu-ming", "Minister", "C", date(2022, 1, 1), agency="General Administration of Customs")
    found = person_keys(resolve([customs, elsewhere, home], reference))
    assert found["A", 0] == "lam-siu-ming"  # a principal official has the bare name
    assert found["C", 0] == "lam-siu-ming--minister-of-general-administration-of-customs"
    assert found["B", 0] == "lam-siu-ming--ambassador-of-france-to-china"


def test_two_people_of_one_release_are_two(reference: Reference) -> None:
    draft = Draft("Title\n\nThe Mayor, Mr Lam Siu-ming, and the Bishop, Mr Lam Siu-ming, spoke.")
    draft.person("Lam Siu-ming", "Mayor")
    draft.person("Lam Siu-ming", "Bishop")
    found = person_keys(resolve([draft.findings()], reference))
    assert found["P2025051900001", 0] != found["P2025051900001", 1]


def test_a_namesake_is_joined_by_post_and_what_the_name_alone_decides_is_unsure(reference: Reference) -> None:
    draft = Draft("Title\n\nThe Mayor, Mr Lam Siu-ming, and the Bishop, Mr Lam Siu-ming, spoke.", "A")
    draft.person("Lam Siu-ming", "Mayor")
    draft.person("Lam Siu-ming", "Bishop")
    later = one_person("Lam Siu-ming", "Bishop", "B", date(2026, 1, 1))
    open_case = one_person("Lam Siu-ming", "Gardener", "C", date(2026, 1, 2))
    resolution = resolve([draft.findings(), later, open_case], reference)
    found = person_keys(resolution)
    assert found["B", 0] == found["A", 1]
    identity = resolution.releases["C"].people[0]
    assert identity is not None
    assert identity.verdict is Verdict.UNSURE
    assert "could be another" in identity.reason


def test_a_later_namesake_leaves_the_key_of_the_first(reference: Reference) -> None:
    first = one_person("Lam Siu-ming", "Minister", "A", date(2020, 1, 1), agency="General Administration of Customs")
    later = one_person("Lam Siu-ming", "Secretary for Security", "B", date(2021, 1, 1))
    alone, both = person_keys(resolve([first], reference)), person_keys(resolve([later, first], reference))
    assert alone["A", 0] == both["A", 0] == "lam-siu-ming--minister-of-general-administration-of-customs"
    assert both["B", 0] == "lam-siu-ming"


def test_who_neither_holds_a_post_nor_takes_part_is_no_official(reference: Reference) -> None:
    draft = Draft("Title\n\nMr Lam Siu-ming was thanked by Mr Ho.")
    draft.person("Lam Siu-ming")
    assert resolve([draft.findings()], reference).releases["P2025051900001"].people == (None,)


def test_an_abbreviation_is_the_one_body_that_the_releases_define_it_for(reference: Reference) -> None:
    def named(name: str, abbreviation: str | None, id: str) -> Findings:
        draft = Draft(f"Title\n\nThe {name} spoke.", id)
        draft.agency(name, abbreviation)
        return draft.findings()

    full, short = named("Zebra Quality Union", "ZQU", "A"), named("ZQU", None, "B")
    body = resolve([short, full], reference).releases["B"].agencies[0]
    assert body.identity.key == "zebra-quality-union"
    assert body.identity.aliases == ("zqu",)  # the key that it would have alone
    assert body.abbreviation == "ZQU"
    assert body.identity.forms == (Form("Zebra Quality Union", "en"),)
    other = named("Zonal Quilt Users", "ZQU", "C")
    assert resolve([short, full, other], reference).releases["B"].agencies[0].identity.key == "zqu"


def test_reference_data_gives_a_body_its_names_parent_and_jurisdiction(reference: Reference) -> None:
    draft = Draft("Title\n\nThe C&ED of the Government of the Hong Kong Special Administrative Region spoke.")
    draft.agency("C&ED")
    draft.agency("Government of the Hong Kong Special Administrative Region")
    customs, government = resolve([draft.findings()], reference).releases["P2025051900001"].agencies
    assert (customs.identity.label, customs.jurisdiction) == ("Customs and Excise Department", "HK")
    assert customs.parent is not None
    assert government.identity.label == "Hong Kong Special Administrative Region Government"
    assert Form("香港特別行政區政府", "zh-Hant") in government.identity.forms


def test_a_body_that_was_renamed_is_replaced_by_its_successors(reference: Reference) -> None:
    draft = Draft("Title\n\nThe Transport and Housing Bureau spoke.", issued=date(2012, 1, 1))
    draft.agency("Transport and Housing Bureau")
    (bureau,) = resolve([draft.findings()], reference).releases["P2025051900001"].agencies
    assert bureau.until == date(2022, 7, 1)
    assert [one.identity.key for one in bureau.successors] == ["housing-bureau", "transport-and-logistics-bureau"]


def test_a_post_belongs_to_its_agency(reference: Reference) -> None:
    resolution = resolve(
        [
            one_person("Lam Siu-ming", "Chief Executive", "A"),
            one_person("Ho Tai-man", "Chief Executive", "B", agency="Sea Club"),
            one_person("Ng Tai-man", "Chief Executive of the Sea Club", "C", agency="Sea Club"),
            one_person("Yu Tai-man", "Secretary for Security", "D"),
        ],
        reference,
    )
    posts = {release: resolved.posts[0] for release, resolved in resolution.releases.items()}
    assert posts["A"].identity.key == "chief-executive"
    assert posts["A"].abbreviation == "CE"
    assert posts["B"].identity.key == posts["C"].identity.key == "chief-executive-of-sea-club"
    assert posts["D"].agency is not None
    assert posts["D"].agency.identity.label == "Security Bureau"


def test_a_city_with_its_country_is_the_city(reference: Reference) -> None:
    draft = Draft("Title\n\nMr Ho visited Government House, Hong Kong and Government House.")
    person = draft.person("Ho", "Mr")
    draft.event(Kind.VISIT, "visited", {person: Role.PRINCIPAL}, place="Government House, Hong Kong")
    draft.event(Kind.VISIT, "visited", {person: Role.PRINCIPAL}, place="Government House")
    one, other = resolve([draft.findings()], reference).releases["P2025051900001"].places
    assert one == other


def test_a_venue_is_in_its_city_as_the_reference_data_or_the_text_say(reference: Reference) -> None:
    draft = Draft("Title\n\nMr Ho visited Government House, Sea Hall, Riyadh and Sky Hall.")
    person = draft.person("Ho", "Mr")
    for place in ("Government House", "Sea Hall, Riyadh", "Sky Hall"):
        draft.event(Kind.VISIT, "visited", {person: Role.PRINCIPAL}, place=place)
    within = resolve([draft.findings()], reference).within
    assert {key: outer.key for key, outer in within.items()} == {
        "government-house": "hong-kong",
        "hong-kong": "china",
        "sea-hall-riyadh": "riyadh",
        "riyadh": "saudi-arabia",
    }


def test_a_release_given_twice_is_an_error(reference: Reference) -> None:
    one = one_person("Lam Siu-ming", "Mayor", "A")
    with pytest.raises(ValueError, match="release A is given twice"):
        resolve([one, one], reference)


def test_a_post_is_one_by_whatever_name_of_its_agency(reference: Reference) -> None:
    labels = ("Director of the Sea Club", "Director, Sea Club", "Sea Club Director", "Director")
    found = resolve(
        [
            one_person("Lam Siu-ming", label, f"P{number}", date(2024, 1, 1 + number), "Sea Club")
            for number, label in enumerate(labels)
        ],
        reference,
    )
    assert set(found.posts) == {"director-of-sea-club"}


def test_a_post_below_an_agency_is_another(reference: Reference) -> None:
    labels = ("Director of the Sea Club", "Director of the Sea Club Fund", "Envoy to the Sea Club")
    found = resolve(
        [one_person("Lam Siu-ming", label, f"P{n}", date(2024, 1, 1), "Sea Club") for n, label in enumerate(labels)],
        reference,
    )
    assert len(found.posts) == len(labels)


def test_a_post_is_told_with_its_agency_in_full_and_as_printed(reference: Reference) -> None:
    draft = Draft("Title\n\nThe Sea Club (SC) has a new member of the SC, Mr Lam Siu-ming.", "A")
    draft.person("Lam Siu-ming", "member of the SC", agency=draft.agency("Sea Club", "SC"))
    (office,) = resolve([draft.findings()], reference).posts.values()
    assert [form.text for form in office.identity.forms] == ["member of the Sea Club", "member of the SC"]
