"""What people lay down of who is who, and how contradictions in it are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from made import Draft, one_person

from kg import corrections
from kg.corrections import CorrectionsFileError
from kg.model import Findings
from kg.reference import Reference, load
from kg.resolution import Resolution, Verdict
from kg.resolve import resolve

MARINE = "david-wong--director-of-marine"
MAYOR = "david-wong--mayor"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load()


@pytest.fixture
def followed(tmp_path: Path, reference: Reference):
    """Resolve findings under the lines of a file of corrections."""

    def follow(findings: list[Findings], *lines: str) -> Resolution:
        file = tmp_path / "corrections.ttl"
        file.write_text("\n".join(lines), "utf-8")
        return resolve(findings, reference, corrections.load(file))

    return follow


def davids() -> list[Findings]:
    """A common name in two posts: nothing decides whether they are one."""
    return [
        one_person("David Wong", "Director of Marine", "A", date(2020, 1, 1)),
        one_person("David Wong", "Mayor", "B", date(2020, 2, 1)),
    ]


def keys(resolution: Resolution) -> list[str]:
    return [one.key for resolved in resolution.releases.values() for one in resolved.people if one]


def test_what_nothing_decides_is_open_until_somebody_decides(followed) -> None:
    assert [one.verdict for one in followed(davids()).judgements] == [Verdict.UNSURE]
    same = followed(davids(), f"<official/{MARINE}> owl:sameAs <official/{MAYOR}> .")
    assert keys(same) == [MARINE, MARINE]
    person = same.releases["B"].people[0]
    assert person is not None
    assert (person.aliases, person.verdict) == ((MAYOR,), Verdict.SAME)
    assert "a correction says so" in person.reason
    assert same.judgements == ()
    different = followed(davids(), f"<official/{MARINE}> owl:differentFrom <official/{MAYOR}> .")
    assert keys(different) == [MARINE, MAYOR]
    assert [one.verdict for one in different.judgements] == [Verdict.DIFFERENT]
    assert "a correction says that they are two" in different.judgements[0].reasons


def test_a_correction_parts_what_the_evidence_joins(followed) -> None:
    home = one_person("John Lee", "Secretary for Security", "A", date(2020, 1, 1))
    later = one_person("John Lee", "Chief Executive", "B", date(2023, 1, 1))
    assert set(keys(followed([home, later]))) == {"john-lee"}
    line = "<official/john-lee--secretary-for-security> owl:differentFrom <official/john-lee--chief-executive> ."
    assert keys(followed([home, later], line)) == ["john-lee--secretary-for-security", "john-lee--chief-executive"]


def test_the_bare_name_stands_for_all_that_bear_it(followed) -> None:
    home = one_person("John Lee", "Secretary for Security", "A", date(2020, 1, 1))
    other = one_person("Lee Ka-on", "Mayor", "B", date(2020, 2, 1))
    assert keys(followed([home, other], "<official/john-lee> owl:sameAs <official/lee-ka-on--mayor> .")) == [
        "john-lee",
        "john-lee",
    ]


@pytest.mark.parametrize("kind", ["rdfs:label", "skos:prefLabel"])
def test_labels_are_renamed(followed, kind: str) -> None:
    person = followed(davids(), f'<official/{MAYOR}> {kind} "David Wong Tai-man"@en .').releases["B"].people[0]
    assert person is not None
    assert person.label == "David Wong Tai-man"
    assert [form.text for form in person.forms] == ["David Wong Tai-man", "David Wong"]


def test_lines_that_contradict_are_named_and_the_rest_is_followed(followed) -> None:
    findings = [*davids(), one_person("David Wong", "Bishop", "C", date(2020, 3, 1))]
    resolution = followed(
        findings,
        f"<official/{MARINE}> owl:sameAs <official/{MAYOR}> .",
        f"<official/{MAYOR}> owl:sameAs <official/david-wong--bishop> .",
        f"<official/{MARINE}> owl:differentFrom <official/david-wong--bishop> .",
    )
    assert len(set(keys(resolution))) == 2
    (problem,) = resolution.problems
    assert str(problem.source).endswith("corrections.ttl")
    assert "owl:sameAs" in problem.reason
    assert problem.reason.endswith("other lines make them two")
    assert "take out one of these lines" in problem.remedy


def test_two_people_of_one_release_are_never_made_one(followed) -> None:
    draft = Draft("Title\n\nThe Mayor, Mr David Wong, and the Bishop, Mr David Wong, spoke.", "A")
    draft.person("David Wong", "Mayor")
    draft.person("David Wong", "Bishop")
    resolution = followed([draft.findings()], f"<official/{MAYOR}> owl:sameAs <official/david-wong--bishop> .")
    assert keys(resolution) == [MAYOR, "david-wong--bishop"]
    assert [problem.reason.rpartition(": ")[2] for problem in resolution.problems] == [
        "release A names both side by side"
    ]


def test_agencies_and_posts_are_made_one_and_renamed(followed) -> None:
    def named(name: str, id: str) -> Findings:
        draft = Draft(f"Title\n\nThe {name} and its Warden, Mr Ho, spoke.", id)
        draft.person("Ho", "Warden", agency=draft.agency(name))
        return draft.findings()

    resolution = followed(
        [named("Sea Club", "A"), named("Club of Sailors", "B")],
        "<agency/sea-club> owl:sameAs <agency/club-of-sailors> .",
        '<agency/sea-club> skos:prefLabel "Sailors\' Club"@en .',
    )
    one, other = (resolved.agencies[0].identity for resolved in resolution.releases.values())
    assert one == other
    assert (one.key, one.label, one.aliases) == ("club-of-sailors", "Sailors' Club", ("sea-club",))
    assert {resolved.posts[0].identity.key for resolved in resolution.releases.values()} == {
        "warden-of-club-of-sailors"
    }


def test_things_that_no_release_has_are_told(followed) -> None:
    resolution = followed(
        davids(), '<official/nobody> rdfs:label "N"@en .', f"<official/{MAYOR}> owl:sameAs <official/x> ."
    )
    assert resolution.unknown == ("official/nobody", "official/x")
    assert resolution.problems == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("<official/a> owl:sameAs nonsense .", "mine.ttl, line 2: "),
        ("<official/a> owl:sameAs <agency/b> .", "one kind is none of another"),
        ("<official/a> foaf:knows <official/b> .", "no correction; give owl:sameAs"),
        ("<event/a> owl:sameAs <event/b> .", "is no official, agency or post; give an IRI such as"),
    ],
)
def test_a_line_that_is_no_correction_is_named(tmp_path: Path, line: str, reason: str) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(f"# mine\n{line}\n", "utf-8")
    with pytest.raises(CorrectionsFileError, match=r"mine\.ttl") as caught:
        corrections.load(file)
    assert reason in str(caught.value)


def test_iris_in_full_and_of_a_base_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text("<https://example.org/official/a%20b> owl:sameAs <https://w3id.org/who-met-whom/id/official/c> .")
    (link,) = corrections.load(file, "https://example.org/").links
    assert (link.one, link.other) == ("a b", "c")
