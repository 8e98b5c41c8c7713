"""Gaps: what looks like a person, a post or a body and no rule claimed."""

from __future__ import annotations

import json
from datetime import date

import pytest
from test_commands import kg, on_terminal

from kg.extract import extract, lexicon
from kg.extract.gaps import Looks, gaps, missing
from kg.model import Findings, Release, Source
from kg.read import scan
from kg.reference import load

WORDS = lexicon(load())


def found(text: str, name: str = "P1") -> Findings:
    release = Release(name, None, "en", date(2025, 5, 19), "Visit", f"Visit\n\n{text}", Source(f"{name}.txt"))
    return extract(release, WORDS)


def told(text: str) -> list[str]:
    return [f"{gap.looks.value}: {gap.form}" for gap in gaps(found(text), WORDS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was seen by Stella Lingwood.", ["person: Stella Lingwood"]),
        ("He thanked Ambassdor Jean Marchand.", ["person: Ambassdor Jean Marchand"]),
        ("Mrs\u00a0Lingwood spoke; Mr X9 too.", []),
        ("The Keeper of the Director of Marine said so.", ["post: Keeper of the Director of Marine"]),
        ("It was seen by the Estate Community Centre.", ["body: Estate Community Centre"]),
        ("Under the ZQXV scheme, it began.", ["body: ZQXV"]),
        ("The Secretary for Health, Ms Lau Oi-wan, visited the Lotus Hill Hospital today (May 19).", []),
        ("He went to Hong Kong, Sha Tin and New York on Monday, January 5.", []),
        ("In English and Chinese, the Basic Law and the Policy Address are free.", []),
        ("Mr President, Ladies and Gentlemen,", []),
        ("She met Stella Lingwood and Anna Keller.", ["person: Stella Lingwood", "person: Anna Keller"]),
        ("", []),
    ],
)
def test_what_is_a_gap(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_what_was_left_out_with_a_reason_is_no_gap() -> None:
    assert told("The Sir Denys Calloway Memorial Lecture is on.") == []


def test_releases_in_capitals() -> None:
    loud = "THE GUEST STELLA LINGWOOD PLAYED FOR THE SECRETARY FOR HEALTH, MS LAU OI-WAN, WHO SAID THAT SHE WAS GLAD."
    release = Release("P1", None, "en", date(2025, 5, 19), "VISIT", f"VISIT\n\n{loud}", Source("P1.txt"))
    assert [gap.looks for gap in gaps(extract(release, WORDS), WORDS)] == [Looks.PERSON]


def test_the_most_frequent_come_first_each_once_with_its_first_sentence() -> None:
    one = found("Anna Lingwood spoke. Stella Lingwood played.\nStella Lingwood sang.", "P1")
    two = found("Then Stella Lingwood left.", "P2")
    first, second = missing([one, two], WORDS)
    assert (first.form, first.count, first.release, first.sentence) == (
        "Stella Lingwood", 3, "P1", "Stella Lingwood played."
    )  # fmt: skip
    assert (second.form, second.count) == ("Anna Lingwood", 1)
    assert missing([], WORDS) == ()


def test_no_gap_overlaps_a_finding(corpus) -> None:
    for item in scan([corpus / folder for folder in ("seed", "dev", "synthetic")]):
        if not isinstance(item, Release):
            continue
        findings = extract(item, WORDS)
        taken = [m.span for each in (*findings.people, *findings.agencies) for m in each.mentions]
        for gap in gaps(findings, WORDS):
            assert item.text[gap.span.start : gap.span.end].casefold() == gap.form.casefold()
            assert not any(span.start < gap.span.end and gap.span.start < span.end for span in taken)


@pytest.fixture
def folder(tmp_path):
    for number in (1, 2, 3):
        more = " and ZQXV" if number == 1 else ""
        text = f"Visit {number}\n*******\n\n     It was Stella Lingwood who played for Anna Keller{more}.\n"
        (tmp_path / f"P{number}.txt").write_text(f"{text}\nEnds/Monday, May 19, 2025\n\nNNNN\n", encoding="utf-8")
    return tmp_path


def test_gaps_are_listed_most_frequent_first(folder):
    run = kg("gaps", folder, check=0)
    lines = [line.split()[:4] for line in run.stdout.splitlines()]
    assert lines[0] == ["count", "looks", "form", "release"]
    assert lines[1:] == [
        ["3", "person", "Anna", "Keller"],
        ["3", "person", "Stella", "Lingwood"],
        ["1", "body", "ZQXV", "P1"],
    ]
    assert run.stderr == ""


def test_the_rest_is_counted(folder):
    run = kg("gaps", folder, "--limit", "1", check=0)
    assert len(run.stdout.splitlines()) == 2
    assert run.stderr == "2 more; --limit 0 shows all\n"
    assert len(kg("gaps", folder, "-n", "0", check=0).stdout.splitlines()) == 4


def test_gaps_as_json(folder):
    first, *_ = json.loads(kg("gaps", folder, "--format", "json", check=0).stdout)
    assert first == {
        "form": "Anna Keller",
        "looks": "person",
        "count": 3,
        "release": first["release"],
        "sentence": first["sentence"],
    }
    assert "Anna Keller" in first["sentence"]


def test_a_row_of_facts_closes_a_gap(folder):
    facts = folder / "facts.ttl"
    facts.write_text(
        "@prefix kg: <https://w3id.org/who-met-whom/ontology#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<https://example.org/id/agency/zqxv> a kg:Agency ; rdfs:label "ZQXV"@en .\n',
        encoding="utf-8",
    )
    assert "ZQXV" in kg("gaps", folder / "P1.txt", check=0).stdout
    assert "body" not in kg("gaps", folder / "P1.txt", "--reference", facts, check=0).stdout


def test_what_cannot_be_read_is_named(folder):
    run = kg("gaps", folder / "P1.txt", folder / "absent.txt", check=1)
    assert "Stella Lingwood" in run.stdout
    assert "absent.txt" in run.stderr


def test_no_gap_at_all(tmp_path):
    text = "Visit\n*****\n\n     Nothing was seen.\n\nEnds/Monday, May 19, 2025\n\nNNNN\n"
    run = kg("gaps", "-", stdin=text, cwd=tmp_path, check=0)
    assert run.stderr == "no gap\n"


def test_on_a_terminal_lines_are_cut_to_the_width(folder):
    shown, code = on_terminal("gaps", "P1.txt", cwd=folder)
    assert code == 0
    assert max(len(line) for line in shown.splitlines()) <= 100
