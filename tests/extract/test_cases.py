"""Cases: what is found in a text, in tables that are pleasant to read; and that every rule and construction has some.

The tables are in tests/cases; how they are written is told in casebook.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from casebook import CASES, TELL, Case, cases, read, rules

import kg
from kg.extract import Lexicon, extract, lexicon
from kg.model import Findings, Release
from kg.read import scan
from kg.reference import load

POSITIVE, NEGATIVE = ("wild", "synthetic"), ("negative",)
ALL = [case for kind in TELL for case in cases(kind)]
FAILURES = [case for case in ALL if case.folder == "known_failures"]
KNOWN = [case for case in ALL if case.folder != "known_failures"]

CONSTRUCTIONS = {
    # in all real releases
    "commas-in-post": "posts with commas inside",
    "several-posts": "several posts of one person",
    "post-after-name": "post after the name",
    "no-comma": "no comma between post and name",
    "glued-spaces": "glued or missing spaces",
    "mojibake": "letters spoilt by a wrong decoding",
    "abbreviation-reused": "brackets with abbreviations that are used again in later posts",
    "respectively": "respectively",
    "the-hon": "the Hon, Dr the Hon",
    "mr-justice": "Mr Justice",
    "capitals": "names in capitals, releases in capitals",
    "name-order": "surname first and given name first in one list",
    "particles-initials": "particles and initials",
    "vocative-gloss": "vocative lines of speeches that gloss a first name in brackets",
    "absent": "people named as absent",
    "former-post": "former and future posts kept apart from present ones",
    "named-after": "buildings, awards and companies named after people",
    "titles-of-works": "titles of films and shows that contain names",
    "after-midnight": "releases issued after midnight about the day before",
    "local-time": "local times abroad",
    "earlier-then-evening": "Earlier in the day, Then, In the evening",
    "trip-days": "trips over several days",
    "official-capacity": "victims, patients and defendants take part in nothing",
    # segmentation
    "on-behalf-header": "headers on behalf of",
    "caption": "captions",
    "list": "lists",
    "quotation-speaker": "quotations with their speaker",
    "question-reply": "questions and replies in the Legislative Council",
    "note-to-editors": "notes to editors",
    "tail": "tails",
    # posts
    "rank-words": "Permanent, Under, Deputy, Assistant, Acting, -designate, -elect",
    "of-the-of-the": "of the A of the B",
    "joined-posts": "joined posts",
    "company-party-office": "offices of companies, parties and universities",
    "military-judicial": "military and judicial offices",
    "agency-link": "posts linked to the agency",
    # reference back
    "surname-honorific": "surname with honorific",
    "given-name-in-speech": "given name in a speech",
    "the-minister": "the Minister",
    "he-she": "he, she",
    "both-sides": "both sides",
    "the-delegation": "the delegation",
    "abbreviation-in-brackets": "abbreviations defined in brackets",
    "two-of-one-surname": "two people of one surname",
    # events
    **{kind: f"the kind {kind}" for kind in (
        "meeting", "visit", "ceremony", "conference", "reception", "signing", "briefing", "speech", "appointment"
    )},
    "several-events": "several events in one release",
    "trip-with-meetings": "a visit with its meetings as sub-events, each with its own day and place",
    "held": "held", "scheduled": "scheduled", "cancelled": "cancelled",
    "topic": "what it was about",
    "host": "hosts", "signatory": "signatories", "witness": "witnesses", "officiating": "officiating guests",
    "sides": "delegations and sides",
    # negation and distance
    "could-not-attend": "could not attend",
    "represented-by": "was represented by",
    "sent-message": "sent a message",
    "thanked": "is thanked",
    "said-that-had": "said that X had",
    "remembered": "is remembered",
    # dates
    "today-bracket": "today, yesterday, this afternoon with or without a bracketed date",
    "ranges": "ranges",
    "year-boundary": "the turn of the year",
    "month-only": "a month only",
}  # fmt: skip
"""What must have a case that shows it found (wild, synthetic) and one that shows it left alone (negative)."""

ONLY_FOUND = frozenset({"the-hon", "mr-justice"})
ONLY_LEFT = frozenset(
    "absent official-capacity could-not-attend represented-by sent-message thanked said-that-had remembered".split()
)
"""Of these everything is left alone: a case that shows them found cannot be."""


@cache
def words() -> Lexicon:
    return lexicon(load())


@cache
def speeches(file: Path) -> dict[str, Release]:
    return {item.id: item for item in scan([file]) if isinstance(item, Release)}


@cache
def findings(case: Case, corpus: Path | None) -> Findings:
    """What is found in the text of a case, or in the release of the corpora that it names."""
    if case.release is None or corpus is None:
        return extract(case.made(), words())
    folder, _, name = case.release.partition("/")
    if folder == "speeches":
        return extract(speeches(corpus / "speeches.jsonl")[name], words())
    (release,) = (item for item in scan([corpus / folder / f"{name}.txt"]) if isinstance(item, Release))
    return extract(release, words())


@pytest.fixture
def found(request: pytest.FixtureRequest) -> Callable[[Case], Findings]:
    """Findings of a case; skips one about a release of the corpora where these are absent."""
    return lambda case: findings(case, request.getfixturevalue("corpus") if case.release else None)


def check(case: Case, found: Findings) -> None:
    told = TELL[case.kind](found)
    if case.release is None:
        assert told == list(case.expected)
    else:
        assert [line for line in case.expected if line not in told] == [], told
    fired = rules(found)
    assert case.fires - fired == set(), f"did not fire, though {', '.join(sorted(fired))} did"
    assert case.silent & fired == set(), "fired, but should not"
    assert case.drops - {dropped.rule for dropped in found.dropped} == set(), "left nothing out"


def named(case: Case) -> str:
    return f"{case.place} {case.about}"


@pytest.mark.parametrize("case", KNOWN, ids=named)
def test_case(case: Case, found: Callable[[Case], Findings]) -> None:
    check(case, found(case))


@pytest.mark.parametrize("case", FAILURES, ids=named)
@pytest.mark.xfail(strict=True, raises=AssertionError, reason="known: move the case to where it belongs when it passes")
def test_known_failure(case: Case, found: Callable[[Case], Findings]) -> None:
    check(case, found(case))


@pytest.mark.parametrize("kind", TELL)
def test_no_case_is_told_twice(kind: str) -> None:
    about = [(case.about, case.text, case.release) for case in cases(kind)]
    assert len(about) == len(set(about))


def test_a_case_that_cannot_be_understood_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("casebook.CASES", tmp_path)
    file = tmp_path / "people" / "wild" / "people.txt"
    file.parent.mkdir(parents=True)
    for settings in ("release: dev/P1\nMr Lau spoke.", "fires: a\nfires: b\nMr Lau spoke.", ""):
        file.write_text(f"# remark\n\n== A case\n{settings}\n", encoding="utf-8")
        with pytest.raises(ValueError, match=r"people\.txt:3: "):
            list(read(file))


PREFIXED = re.compile(r"(?:name|post|meeting|visit|role|date|place|appointment)-[a-z]+(?:-[a-z]+)*")
"""How the code writes the names of rules about people, posts, meetings, visits, roles, dates and places."""

ROLES_BY_VERB = frozenset(
    f"role-{verb}"
    for verb in "accompanied joined received greeted briefed welcomed escorted guided hosted shown conducted".split()
)
"""Names that the code makes of the verb it has read."""


def declared() -> Iterator[str]:
    """The names of rules in the code of extraction: those with a prefix, and those that a Draft is given."""
    for file in sorted((Path(kg.__file__).parent / "extract").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and PREFIXED.fullmatch(node.value):
                yield node.value
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Draft":
                yield from (arg.value for arg in node.args[2:3] if isinstance(arg, ast.Constant) and arg.value)


def dated() -> set[str]:
    """The rules of the tables of dates, which name what fired in each line."""
    lines = (CASES / "dates").glob("*/*.tsv")
    return {name for file in lines for name in re.findall(r"\bdate-[a-z-]+(?=: )", file.read_text(encoding="utf-8"))}


@cache
def fired(folders: tuple[str, ...]) -> frozenset[str]:
    """The rules that made a finding in the cases written here, in these folders."""
    here = [case for case in KNOWN if case.folder in folders and case.release is None]
    return frozenset(rule for case in here for rule in rules(findings(case, None)))


def all_rules() -> set[str]:
    """The names in the code, and those made while running that the cases show."""
    made = {rule for rule in fired((*POSITIVE, *NEGATIVE)) if not rule.startswith("agency-")}
    return {*declared(), *made, *ROLES_BY_VERB}


def test_every_rule_has_a_case_in_which_it_fires() -> None:
    assert all_rules() - fired(POSITIVE) - dated() == set()


def test_every_rule_has_a_near_miss_in_which_it_is_silent() -> None:
    silent = {rule for case in KNOWN for rule in case.silent}
    assert all_rules() - silent == set()
    assert silent - all_rules() == set(), "no rule has this name"


def test_what_fires_in_the_corpora_has_cases(corpus: Path) -> None:
    releases = [item for folder in ("seed", "dev", "synthetic") for item in scan([corpus / folder])]
    seen = {rule for item in releases if isinstance(item, Release) for rule in rules(extract(item, words()))}
    assert {rule for rule in seen if not rule.startswith("agency-")} - all_rules() == set()


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_every_construction_has_a_case_that_shows_it_and_one_that_shows_it_left_alone(construction: str) -> None:
    folders = {case.folder for case in KNOWN if construction in case.shows}
    if construction not in ONLY_LEFT:
        assert folders & set(POSITIVE), CONSTRUCTIONS[construction]
    if construction not in ONLY_FOUND:
        assert folders & set(NEGATIVE), CONSTRUCTIONS[construction]


def test_constructions_are_spelt_as_listed() -> None:
    assert {shown for case in ALL for shown in case.shows} - set(CONSTRUCTIONS) == set()
