"""The reference facts: valid, unambiguous, sorted, and found by name, abbreviation and day."""

from __future__ import annotations

import pickle
import re
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import RDF, SH

from kg.reference import Reference, ReferenceFileError, load, ontology_dir, packaged
from kg.vocab import PREFIXES

NAMES = "https://w3id.org/who-met-whom/reference/shapes#"
PRELUDE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())

SMALL = """
id:bureau a kg:Agency ; rdfs:label "Bureau"@en, "局"@zh-Hant ; skos:notation "B" ; kg:jurisdiction "HK" ;
    kg:validUntil "2007-07-01"^^xsd:date ; dcterms:isReplacedBy id:office .
id:office a kg:Agency ; rdfs:label "Office"@en, "處"@zh-Hant ; skos:notation "B" ; kg:jurisdiction "HK" ;
    org:subOrganizationOf id:council ; kg:validFrom "2007-07-01"^^xsd:date .
id:council a kg:Agency ; rdfs:label "Council"@en ; kg:jurisdiction "INT" .
id:head a org:Post ; rdfs:label "Head"@en, "處長"@zh-Hant ; skos:notation "H" ; skos:hiddenLabel "Hd" ;
    org:postIn id:office ; kg:jurisdiction "HK" ; kg:validFrom "2007-07-01"^^xsd:date ;
    dcterms:source <https://example.org/heads> .
id:deputy a org:Post ; rdfs:label "Deputy Head"@en, "副處長"@zh-Hant ; skos:notation "DH" ; org:postIn id:office ;
    kg:jurisdiction "HK" ; kg:validFrom "2008-01-01"^^xsd:date .
id:land a kg:Place, schema:Country ; rdfs:label "Land"@en ; skos:notation "LA" ; kg:demonym "Landish"@en .
id:town a kg:Place, schema:City ; rdfs:label "Town"@en ; schema:containedInPlace id:land .
id:quarter a kg:Place, schema:AdministrativeArea ; rdfs:label "Quarter"@en ; schema:containedInPlace id:town .
id:hall a kg:Place, schema:CivicStructure ; rdfs:label "Hall"@en ; schema:containedInPlace id:quarter .
"""

BREAKS = {
    "englishLabel": "DELETE DATA { id:town rdfs:label 'Town'@en }",
    "chineseLabel": "DELETE DATA { id:office rdfs:label '處'@zh-Hant }",
    "chineseLabel: of a post": "DELETE DATA { id:head rdfs:label '處長'@zh-Hant }",
    "languages": "INSERT DATA { id:town skos:altLabel 'Stadt'@de }",
    "abbreviations": "DELETE DATA { id:bureau kg:validUntil '2007-07-01'^^xsd:date }",
    "abbreviations: for a day only": "INSERT DATA { id:bureau kg:validUntil '2007-07-02'^^xsd:date }",
    "abbreviations: the second of a post": "INSERT DATA { id:deputy skos:hiddenLabel 'H' }",
    "names": "INSERT DATA { id:deputy skos:altLabel 'Head'@en }",
    "names: for a day only": "INSERT DATA { id:office skos:altLabel '局'@zh-Hant . id:bureau kg:validUntil"
    " '2007-07-02'^^xsd:date }",
    "jurisdiction": "DELETE DATA { id:head kg:jurisdiction 'HK' }",
    "validFrom": "INSERT DATA { id:bureau kg:validFrom '2007-07-01'^^xsd:date }",
    "validUntil": "INSERT DATA { id:head kg:validUntil '2007' }",
    "replacement": "INSERT DATA { id:office dcterms:isReplacedBy id:nobody }",
    "replacedUntil": "DELETE DATA { id:bureau kg:validUntil '2007-07-01'^^xsd:date }",
    "succession": "DELETE DATA { id:office kg:validFrom '2007-07-01'^^xsd:date } ;"
    " INSERT DATA { id:office kg:validFrom '2007-07-02'^^xsd:date }",
    "succession: gone already": "INSERT DATA { id:council kg:validUntil '2007-07-01'^^xsd:date ."
    " id:bureau dcterms:isReplacedBy id:council }",
    "parent": "INSERT DATA { id:office org:subOrganizationOf id:nobody }",
    "agencyOfPost": "INSERT DATA { id:head org:postIn id:land }",
    "agencyOfHongKongPost": "DELETE DATA { id:head org:postIn id:office }",
    "postWithinAgency": "DELETE DATA { id:head kg:validFrom '2007-07-01'^^xsd:date }",
    "postWithinAgency: too early": "INSERT DATA { id:head kg:validFrom '2007-06-30'^^xsd:date }",
    "postWithinAgency: too long": "INSERT DATA { id:office kg:validUntil '2022-07-01'^^xsd:date }",
    "source": "INSERT DATA { id:head dcterms:source 'the telephone directory' }",
    "noCircleOfReplacements": "INSERT DATA { id:office dcterms:isReplacedBy id:bureau }",
    "noCircleOfAgencies": "INSERT DATA { id:council org:subOrganizationOf id:office }",
    "kindOfPlace": "INSERT DATA { id:town a schema:State }",
    "codeOfPlace": "INSERT DATA { id:town skos:notation 'Town' }",
    "codeOfCountry": "DELETE DATA { id:land skos:notation 'LA' }",
    "around": "DELETE DATA { id:town schema:containedInPlace id:land }",
    "aroundVenue": "DELETE { id:hall schema:containedInPlace ?x } INSERT { id:hall schema:containedInPlace id:land }"
    " WHERE { id:hall schema:containedInPlace ?x }",
    "aroundDistrict": "DELETE { id:quarter schema:containedInPlace ?x } INSERT { id:quarter schema:containedInPlace"
    " id:hall } WHERE { id:quarter schema:containedInPlace ?x }",
    "aroundCountry": "INSERT DATA { id:land schema:containedInPlace id:isle . id:isle a kg:Place, schema:Country ;"
    " rdfs:label 'Isle'@en ; skos:notation 'IS' }",
    "noCircleOfPlaces": "INSERT DATA { id:town schema:containedInPlace id:quarter }",
}


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load()


@cache
def _shapes() -> rdflib.Graph:
    folder = ontology_dir()
    return rdflib.Graph().parse(folder / "shapes.ttl").parse(folder / "reference" / "shapes.ttl")


def _violations(data: rdflib.Graph) -> dict[str, str]:
    """The names of the violated shapes, and what they say."""
    ontology = rdflib.Graph().parse(ontology_dir() / "kg.ttl")
    _, results, _ = pyshacl.validate(data, shacl_graph=_shapes(), ont_graph=ontology)
    assert isinstance(results, rdflib.Graph)
    return {
        str(results.value(result, SH.sourceShape)).removeprefix(NAMES): (
            f"{results.value(result, SH.focusNode)} {results.value(result, SH.resultMessage)}"
        )
        for result in results.subjects(RDF.type, SH.ValidationResult)
    }


def _small() -> rdflib.Graph:
    return rdflib.Graph().parse(data=PRELUDE + SMALL, format="turtle")


def test_the_reference_facts_are_valid() -> None:
    data = rdflib.Graph()
    for path in packaged():
        data.parse(path)
    assert _violations(data) == {}


def test_small_facts_are_valid() -> None:
    assert _violations(_small()) == {}


@pytest.mark.parametrize("name", BREAKS)
def test_a_small_break_is_seen(name: str) -> None:
    data = _small()
    data.update(PRELUDE + BREAKS[name])
    assert name.partition(":")[0] in _violations(data)


def test_every_shape_is_broken_once() -> None:
    shapes = rdflib.Graph().parse(ontology_dir() / "reference" / "shapes.ttl")
    named = {
        str(shape).removeprefix(NAMES)
        for kind in (SH.NodeShape, SH.PropertyShape)
        for shape in shapes.subjects(RDF.type, kind)
    }
    assert named == {name.partition(":")[0] for name in BREAKS}


@pytest.mark.parametrize("path", packaged(), ids=lambda path: path.name)
def test_entries_are_sorted_within_their_sections(path: Path) -> None:
    for section in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        keys = re.findall(r"^\w+:(\S+) a ", section, flags=re.MULTILINE)
        assert all(one < other for one, other in pairwise(keys)), section.splitlines()[0]


def test_links_lead_to_facts(reference: Reference) -> None:
    for agency in reference.agencies.values():
        assert agency.parent is None or agency.parent in reference.agencies, agency
    for post in reference.posts.values():
        assert post.agency is None or post.agency in reference.agencies, post
    for place in reference.places.values():
        assert place.country, place


@pytest.mark.parametrize(
    ("day", "bureaux"),
    [(date(2003, 1, 2), 11), (date(2010, 1, 4), 12), (date(2016, 1, 4), 13), (date(2025, 1, 2), 15)],
)
def test_every_bureau_has_its_secretary_in_its_time(reference: Reference, day: date, bureaux: int) -> None:
    hong_kong = [post for post in reference.posts.values() if post.jurisdiction == "HK"]
    names = {post.name for post in hong_kong if post.name.startswith("Secretary for ")}
    names -= {"Secretary for Justice", "Secretary for Broadcasting, Culture and Sport"}
    posts = [post for name in names for post in reference.posts_named(name, day)]
    assert len({post.agency for post in posts}) == len(posts) == bureaux


@pytest.mark.parametrize(
    ("abbreviation", "day", "name"),
    [
        ("EEB", date(2025, 5, 19), "Environment and Ecology Bureau"),
        ("SB", date(2001, 5, 19), "Security Bureau"),
        ("FHB", date(2022, 6, 30), "Food and Health Bureau"),
        ("HHB", date(2022, 7, 1), "Health Bureau"),
        ("LandsD", date(2025, 5, 19), "Lands Department"),
        ("C&ED", date(2025, 5, 19), "Customs and Excise Department"),
        ("DPO", date(2025, 5, 19), "Digital Policy Office"),
        ("WCO", date(2025, 5, 19), "World Customs Organization"),
    ],
)
def test_an_abbreviation_means_a_body_on_a_day(reference: Reference, abbreviation: str, day: date, name: str) -> None:
    assert [fact.name for fact in reference.agencies_abbreviated(abbreviation, day)] == [name]


def test_an_abbreviation_is_not_valid_outside_its_time(reference: Reference) -> None:
    assert reference.agencies_abbreviated("FHB", date(2022, 7, 1)) == ()
    assert reference.agencies_abbreviated("HHB", date(2022, 6, 30)) == ()
    assert reference.agencies_abbreviated("eeb") == ()


def test_the_present_body_comes_before_the_former_one_of_the_same_name(reference: Reference) -> None:
    assert [fact.valid_until for fact in reference.agencies_named("housing bureau")] == [None, date(2002, 7, 1)]
    (former,) = reference.agencies_named("Housing Bureau", date(1999, 1, 4))
    assert former.valid_until == date(2002, 7, 1)


def test_names_are_found_in_any_case_and_in_chinese(reference: Reference) -> None:
    (customs,) = reference.agencies_named("HONG KONG CUSTOMS")
    assert (customs.key, customs.parent, customs.jurisdiction) == (
        "customs-and-excise-department",
        "security-bureau",
        "HK",
    )
    (liaison,) = reference.agencies_named("中聯辦")
    assert liaison.abbreviation == "LOCPG"
    (head,) = reference.posts_named("海關關長")
    assert (head.name, head.agency) == ("Commissioner of Customs and Excise", customs.key)
    (united_kingdom,) = reference.places_named("uk")
    assert (united_kingdom.kind, united_kingdom.country, united_kingdom.zh) == ("country", "GB", "英國")
    assert "British" in united_kingdom.demonyms
    (paris,) = reference.places_named("Paris")
    assert (paris.kind, paris.country) == ("city", "FR")


@pytest.mark.parametrize(
    ("place", "around"),
    [
        ("government-house", ["Central", "Central and Western District", "Hong Kong Island", "Hong Kong", "China"]),
        ("kai-tak-stadium", ["Kai Tak", "Kowloon", "Hong Kong", "China"]),
        ("great-hall-of-the-people", ["Beijing", "China"]),
        ("shenzhen", ["Guangdong", "China"]),
        ("france", []),
        ("nowhere", []),
    ],
)
def test_a_place_lies_in_what_is_around_it(reference: Reference, place: str, around: list[str]) -> None:
    assert [fact.name for fact in reference.around(place)] == around


def test_every_venue_lies_in_a_place_that_is_known(reference: Reference) -> None:
    for place in reference.places.values():
        assert (place.within is None) == (place.kind == "country"), place
        assert place.within is None or place.within in reference.places, place


def test_codes_and_abbreviations_are_no_names(reference: Reference) -> None:
    assert reference.places_named("in") == ()
    assert reference.posts_named("see") == ()


def test_no_fact_names_a_person(reference: Reference) -> None:
    honorific = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Professor)\b")
    for facts in (reference.agencies, reference.posts, reference.places):
        assert not [name for fact in facts.values() for name in fact.names if honorific.search(name)]


def test_the_reference_reaches_worker_processes(reference: Reference) -> None:
    assert pickle.loads(pickle.dumps(reference)) == reference


def test_loading_twice_gives_the_same(reference: Reference) -> None:
    again = load()
    assert again == reference
    assert list(again.agency_names) == list(reference.agency_names)


@pytest.mark.parametrize(
    ("turtle", "reason"),
    [
        ("id:x a kg:Agency", "give a readable Turtle file"),
        ("id:x a kg:Agency .", "no English rdfs:label"),
        ("id:x a kg:Place ; rdfs:label 'X'@en .", "exactly one of the classes"),
        ("id:x a org:Post ; rdfs:label 'X'@en ; kg:validFrom '1.7.2022' .", "write a day such as"),
        ("id:x org:postIn [] .", "blank node"),
        (
            "id:a-x a kg:Agency ; rdfs:label 'X'@en . <https://example.org/a-x> a kg:Agency ; rdfs:label 'Y'@en .",
            "two facts end in 'a-x'",
        ),
        (
            "id:x a kg:Place, schema:City ; rdfs:label 'X'@en ; schema:containedInPlace id:x .",
            "goes in a circle",
        ),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(tmp_path: Path, turtle: str, reason: str) -> None:
    path = tmp_path / "facts.ttl"
    path.write_text(PRELUDE + turtle, encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=re.escape(reason)):
        load([path])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReferenceFileError, match=r"nowhere\.ttl"):
        load([tmp_path / "nowhere.ttl"])


def test_the_facts_of_another_government_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "facts.ttl"
    path.write_text(PRELUDE + SMALL, encoding="utf-8")
    other = load([path])
    assert list(other.agencies) == ["bureau", "council", "office"]
    assert other.agencies["office"].parent == "council"
    assert other.places["town"].country == "LA"
