"""A release explained: every finding drawn under its words, with its rule, and what was left out, with the reason."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from test_commands import kg, on_terminal

from kg.draw import Mark, Shows, drawing, drawn, marks, plain
from kg.extract import extract, lexicon
from kg.model import Findings, Release, Source, Span
from kg.reference import load

WORDS = lexicon(load())
TEXT = """Visit to hospital

The Acting Secretary for Health, Ms Lau Oi-wan, accompanied by Mr Lau Kam-fai and Mr Lau Chi-ho, visited the Lotus \
Hill Hospital today (May 19). Mr Lau attended the Sir Denys Calloway Memorial Lecture."""


def found(text: str = TEXT) -> Findings:
    title = text.split("\n")[0]
    return extract(Release("P1", None, "en", date(2025, 5, 19), title, text, Source("P1.txt")), WORDS)


def lines(findings: Findings, width: int = 100) -> list[str]:
    return [plain(line) for line in drawn(findings, width)]


def under(shown: list[str], words: str, label: str) -> bool:
    """Whether a mark with ``label`` stands under ``words``, carets exactly as wide."""
    for number, line in enumerate(shown):
        column = line.find(words)
        if column < 0:
            continue
        place = cell_len(line[:column])
        carets = "^" * cell_len(words)
        for row in shown[number + 1 :]:
            if "^" not in row and not row.startswith("  "):
                break
            here = re.compile(r"\^+")
            at = [m.start() for m in here.finditer(row) if cell_len(row[: m.start()]) == place and m.group() == carets]
            if at and label in row:
                return True
    return False


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Lau Oi-wan", "Lau Oi-wan [name-honorific]"),
        ("Acting Secretary for Health", "Lau Oi-wan: Acting Secretary for Health [post-before-comma]"),
        ("Hospital today (May 19)", ""),
        ("today (May 19)", "#1 2025-05-19 [date-today]"),
        ("Lau Kam-fai", "Lau Kam-fai [name-honorific]"),
    ],
)
def test_a_finding_stands_under_its_words(words: str, label: str) -> None:
    shown = lines(found(), 160)
    assert under(shown, words, label) is bool(label)


def test_every_kind_of_finding_is_named() -> None:
    shown = lines(found(), 160)
    for label in ("#1 Visit, held [visit-site]", "#1 Lotus Hill Hospital [place-venue]", "Hospital [agency-head]"):
        assert any(label in line for line in shown), label
    assert (
        "#1 Visit, held, 2025-05-19, Lotus Hill Hospital: Lau Oi-wan (principal), Lau Kam-fai (attendee)"
        in " ".join(shown)
    )


def test_what_was_left_out_says_why() -> None:
    shown = "\n".join(lines(found()))
    assert "may be Lau Kam-fai or Lau Chi-ho [short-form]" in shown
    assert re.search(r"named after a person: \w+ \[name-honorific\]", shown)


def test_every_finding_has_a_mark() -> None:
    findings = found()
    said = {(mark.span, mark.rule) for mark in marks(findings)}
    for person in findings.people:
        assert {(mention.span, mention.rule) for mention in person.mentions} <= said
    for agency in findings.agencies:
        assert {(mention.span, mention.rule) for mention in agency.mentions} <= said
    for event in findings.events:
        assert {(evidence.span, evidence.rule) for evidence in event.evidence} <= said
        for part in event.participants:
            assert {(evidence.span, evidence.rule) for evidence in part.evidence} <= said
    for tenure in findings.tenures:
        assert {(evidence.span, evidence.rule) for evidence in tenure.evidence} <= said
    assert {(dropped.span, dropped.rule) for dropped in findings.dropped} <= said


@pytest.mark.parametrize("width", [40, 72, 100, 250])
def test_lines_keep_to_the_width_and_labels_are_never_lost(width: int) -> None:
    findings = found()
    shown = lines(findings, width)
    labels = " ".join(" ".join(shown).split())
    for mark in marks(findings):
        assert mark.label in labels
    text = [line for line in shown if "^" not in line and not line.startswith(("  ", "#"))]
    assert all(cell_len(line) <= width for line in text)
    assert " ".join(" ".join(text).split()) == " ".join(findings.release.text.split())


def test_marks_on_one_line_do_not_touch() -> None:
    for line in drawn(found(), 120):
        pieces = [piece for piece in line if piece.shows is not Shows.TEXT]
        assert all(one != other for one, other in pairwise(pieces))
        if len(pieces) > 1:
            gaps = [piece.text for piece in line if piece.shows is Shows.TEXT][1:]
            assert all(len(gap) >= 2 for gap in gaps)


def test_chinese_characters_take_two_columns() -> None:
    shown = lines(found("訪問\n\n衞生署 Ms Lau Oi-wan spoke."))
    row = next(row for row in shown if "[name-honorific]" in row)
    assert row == " " * (6 + 1 + 3) + "^^^^^^^^^^ Lau Oi-wan [name-honorific]"


def test_control_characters_do_not_reach_the_terminal() -> None:
    shown = "\n".join(lines(found("Visit\n\nMs Lau Oi-wan\x1b[31m spoke\x07.\x9b2J")))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown)


@settings(deadline=None, max_examples=60)
@given(
    text=st.text(max_size=200),
    spans=st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=8),
    width=st.integers(1, 120),
)
def test_any_text_and_any_marks_are_drawn(text: str, spans: list[tuple[int, int]], width: int) -> None:
    from kg.model import Mention, Person

    release = Release("P1", None, "en", date(2025, 5, 19), "", text, Source("P1.txt"))
    inside = [Span(start, min(start + length, len(text))) for start, length in spans if start < len(text)]
    people = tuple(Person("Ann", None, (), (Mention(span, "any", "Ann"),)) for span in inside)
    shown = lines(Findings(release, people, (), (), (), ()), width)
    assert sum(line.count("[any]") for line in shown) >= len(set(inside)) - text.count("[any]")


def test_marks_as_data() -> None:
    drawn_ = drawing(found())
    assert drawn_.release == "P1"
    assert Mark(Span(54, 64), Shows.PERSON, "Lau Oi-wan", "name-honorific") in {
        replace(mark, span=Span(54, 64)) for mark in drawn_.marks
    }
    assert all(0 <= mark.span.start < mark.span.end <= len(drawn_.text) for mark in drawn_.marks)


def test_explain_a_file_needs_no_graph(sample, tmp_path):
    (file,) = sample.glob("*.txt")
    run = kg("explain", file, cwd=tmp_path, check=0)
    assert "[meeting-met]" in run.stdout
    assert "\x1b" not in run.stdout
    assert run.stderr == ""
    assert "#1 Meeting, held, 2025-05-19, Government House: John Lee (principal)" in run.stdout


def test_explain_a_file_from_stdin_and_as_json(sample, tmp_path):
    (file,) = sample.glob("*.txt")
    text = file.read_text(encoding="utf-8")
    assert kg("explain", "-", stdin=text, cwd=tmp_path, check=0).stdout == kg("explain", file, check=0).stdout
    (told,) = json.loads(kg("explain", file, "--format", "json", cwd=tmp_path, check=0).stdout)
    assert told["issued"].startswith("2025-05-19")
    meeting = next(mark for mark in told["marks"] if mark["rule"] == "meeting-met")
    assert told["text"][meeting["span"]["start"] : meeting["span"]["end"]] == "met with"


def test_explain_a_file_that_is_no_release(tmp_path):
    (tmp_path / "empty.txt").touch()
    run = kg("explain", "empty.txt", cwd=tmp_path, check=1)
    assert run.stdout == ""
    assert run.stderr.startswith("kg: empty.txt: ")


def test_a_name_that_is_no_file_is_a_person(tmp_path):
    run = kg("explain", "No Body", cwd=tmp_path, check=1)
    assert "output/graph.ttl" in run.stderr.replace("\\", "/")


def test_on_a_terminal_findings_have_colours_and_keep_to_the_width(sample, tmp_path):
    (file,) = sample.glob("*.txt")
    shown, code = on_terminal("explain", file, cwd=tmp_path)
    assert code == 0
    assert "\x1b[3" in shown
    plain_ = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert max(cell_len(line) for line in plain_.splitlines()) <= 100
