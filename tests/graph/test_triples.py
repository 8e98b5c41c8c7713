"""What the graph states, and on what grounds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pyoxigraph as ox
import pytest
from golds import gold_findings, gold_folders
from made import Draft, meeting, one_person

from kg.model import Findings, Kind, Role, Status
from kg.reference import Reference, load
from kg.resolve import resolve
from kg.triples import triples
from kg.vocab import DCTERMS, INSTANCES, KG, OA, ORG, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, XSD


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load()


def stated(findings: Iterable[Findings], reference: Reference) -> set[tuple[str, str, str]]:
    """The triples as text; instances without their base."""
    findings = list(findings)

    def plain(term: object) -> str:
        return str(getattr(term, "value", term)).removeprefix(INSTANCES)

    return {
        (plain(t.subject), plain(t.predicate), plain(t.object)) for t in triples(findings, resolve(findings, reference))
    }


P, S, A = Role.PRINCIPAL, Role.SPEAKER, Role.ATTENDEE


def edges(findings: Findings, reference: Reference) -> dict[str, set[str]]:
    """Term -> pairs; fails unless each is stated both ways."""
    found: dict[str, set[str]] = {"met": set(), "metAsPrincipals": set(), "coAttended": set()}
    said = stated([findings], reference)
    for subject, predicate, value in said:
        name = predicate.removeprefix(KG.BASE)
        if name in found:
            assert (value, predicate, subject) in said
            found[name].add("".join(sorted(part.rpartition("/")[2].partition("--")[0] for part in (subject, value))))
    return found


@pytest.mark.parametrize(
    ("roles", "kind", "status", "day", "met", "principals", "attended"),
    [
        ("aP bP cA dA", Kind.MEETING, Status.HELD, "2025-05-19", "ab ac ad bc bd", "ab", "cd"),
        ("aP bA", Kind.MEETING, Status.HELD, None, "ab", "", ""),
        ("aA bA", Kind.MEETING, Status.HELD, "2025-05-19", "", "", "ab"),
        ("aS bP", Kind.MEETING, Status.HELD, "2025-05-19", "ab", "", ""),
        ("aP bP", Kind.VISIT, Status.HELD, "2025-05-19", "", "", "ab"),
        ("aP bP", Kind.MEETING, Status.SCHEDULED, "2025-05-19", "", "", ""),
        ("aP bP", Kind.MEETING, Status.CANCELLED, "2025-05-19", "", "", ""),
        ("aP bP", Kind.MEETING, Status.RECALLED, None, "", "", ""),
        ("aP bP", Kind.MEETING, Status.RECALLED, "2025-04", "ab", "ab", ""),
        ("aP", Kind.MEETING, Status.HELD, "2025-05-19", "", "", ""),
    ],
)
def test_edges_are_graded(
    reference: Reference, roles: str, kind: Kind, status: Status, day: str, met: str, principals: str, attended: str
) -> None:
    letters = {"P": P, "S": S, "A": A}
    findings = meeting([(word[0], letters[word[1]]) for word in roles.split()], kind=kind, status=status, day=day)
    expected = {
        "met": set(met.split()),
        "metAsPrincipals": set(principals.split()),
        "coAttended": set(attended.split()),
    }
    assert edges(findings, reference) == expected


def test_an_event_has_one_kind_and_other_is_a_plain_event(reference: Reference) -> None:
    for kind in Kind:
        said = stated([meeting([("a", P)], kind=kind)], reference)
        classes = {value.removeprefix(KG.BASE) for s, p, value in said if s.startswith("event/") and p == RDF.type}
        assert classes == {"Event", kind.value}


def test_a_person_twice_in_one_event_takes_part_once_in_the_higher_role(reference: Reference) -> None:
    draft = Draft("Title\n\nHo met Ng.")
    one, other = draft.person("Ho"), draft.person("Ng")
    draft.event(Kind.MEETING, "met", {one: A, other: P})
    event = draft.events[0]
    twice = tuple(part for part in (*event.participants, event.participants[0]))
    twice = (*twice[:2], type(twice[2])(one, P, None, None, twice[2].evidence))
    draft.events[0] = type(event)(
        event.kind, event.status, event.when, event.place, event.topic, twice, event.parent, event.evidence
    )
    said = stated([draft.findings()], reference)
    roles = {value for s, p, value in said if "/1/ho--" in s and p == KG.role}
    assert roles == {KG.Principal}


def test_dates_are_as_precise_as_the_text(reference: Reference) -> None:
    def start(day: str) -> ox.Literal:
        findings = [meeting([("a", P)], day=day)]
        found = [
            t.object for t in triples(findings, resolve(findings, reference)) if t.predicate.value == SCHEMA.startDate
        ]
        assert len(found) == 1
        assert isinstance(found[0], ox.Literal)
        return found[0]

    assert start("2025-05-09") == ox.Literal("2025-05-09", datatype=ox.NamedNode(XSD.date))
    assert start("2025-05") == ox.Literal("2025-05", datatype=ox.NamedNode(XSD.gYearMonth))


def test_a_release_says_when_it_was_issued_as_precisely_as_known(reference: Reference) -> None:
    hour = datetime(2025, 5, 19, 17, 15, tzinfo=timezone(timedelta(hours=8)))
    for issued, text in ((date(2025, 5, 19), "2025-05-19"), (hour, "2025-05-19T17:15:00+08:00")):
        said = stated([Draft("Title\n\nText.", issued=issued).findings()], reference)
        assert ("release/P2025051900001", DCTERMS.issued, text) in said


def test_tenures_span_the_releases_that_show_them(reference: Reference) -> None:
    days = (date(2024, 5, 1), date(2020, 1, 1), date(2022, 7, 7))
    said = stated([one_person("Ho", "Secretary for Security", f"R{day}", day) for day in days], reference)
    tenure = "tenure/ho--secretary-for-security/secretary-for-security"
    assert {value for s, p, value in said if (s, p) == (tenure, KG.firstSeen)} == {"2020-01-01"}
    assert {value for s, p, value in said if (s, p) == (tenure, KG.lastSeen)} == {"2024-05-01"}
    assert (tenure, ORG.organization, "agency/security-bureau") in said
    assert len({value for s, p, value in said if (s, p) == (tenure, PROV.wasDerivedFrom)}) == 6


def test_acting_is_a_tenure_of_its_own(reference: Reference) -> None:
    draft = Draft("Title\n\nThe Acting Mayor, Mr Ho, spoke.")
    draft.person("Ho", "Mayor", acting=True)
    assert ("tenure/ho--acting-mayor/mayor/acting", KG.acting, "true") in stated([draft.findings()], reference)


def test_evidence_shows_the_whole_sentence(reference: Reference) -> None:
    draft = Draft("Title\n\nIt rained. The Mayor, Mr Ho, met Ms Ng. It stopped.")
    one, other = draft.person("Ho", "Mayor"), draft.person("Ng")
    draft.event(Kind.MEETING, "met", {one: P, other: P})
    said = stated([draft.findings()], reference)
    start = draft.text.index("met")
    node = f"evidence/P2025051900001/{start}-{start + 3}/made"
    assert {(OA.prefix, "The Mayor, Mr Ho, "), (OA.exact, "met"), (OA.suffix, " Ms Ng."), (KG.rule, "made")} <= {
        (p, value) for s, p, value in said if s == node
    }


def test_labels_carry_the_language_of_their_release(reference: Reference) -> None:
    draft = Draft("題目\n\n市長何大文會見訪客。", lang="zh-Hant")
    person = draft.person("何大文", "市長")
    draft.event(Kind.MEETING, "會見", {person: P})
    findings = [draft.findings()]
    labels = {
        (t.subject.value.removeprefix(INSTANCES), t.object.value, t.object.language)
        for t in triples(findings, resolve(findings, reference))
        if t.predicate.value == RDFS.label and isinstance(t.subject, ox.NamedNode) and isinstance(t.object, ox.Literal)
    }
    assert ("official/何大文--市長", "何大文", "zh-hant") in labels  # the store writes tags in small letters
    assert ("event/P2025051900001/1", "會面：何大文", "zh-hant") in labels


def test_odd_release_ids_make_valid_and_different_iris(reference: Reference) -> None:
    ids = ["a b", "a%20b", "a/b", "..", "é<>", "新聞"]
    said = stated([Draft("Title\n\nText.", id=ident).findings() for ident in ids], reference)
    nodes = {s: value for s, p, value in said if p == DCTERMS.identifier}
    assert sorted(nodes.values()) == sorted(ids)


@pytest.mark.parametrize("base", ["example", "https://example.org/id", "https://exa mple.org/"])
def test_a_wrong_base_is_refused(reference: Reference, base: str) -> None:
    with pytest.raises(ValueError, match="base"):
        list(triples([], resolve([], reference), base))


def test_another_base_is_used_for_every_instance(reference: Reference) -> None:
    findings = [meeting([("a", P), ("b", A)])]
    for triple in triples(findings, resolve(findings, reference), "https://example.org/x#"):
        assert isinstance(triple.subject, ox.NamedNode)
        assert triple.subject.value.startswith("https://example.org/x#")


def test_unresolved_findings_are_refused(reference: Reference) -> None:
    with pytest.raises(ValueError, match="was not resolved"):
        list(triples([meeting([("a", P)])], resolve([], reference)))


def test_a_merged_abbreviation_stays_findable(reference: Reference) -> None:
    draft = Draft("Title\n\nThe Zebra Quality Union (ZQU) spoke.", "A")
    draft.agency("Zebra Quality Union", "ZQU")
    short = Draft("Title\n\nThe ZQU spoke.", "B")
    short.agency("ZQU")
    said = stated([draft.findings(), short.findings()], reference)
    assert ("agency/zqu", OWL.sameAs, "agency/zebra-quality-union") in said
    assert ("agency/zebra-quality-union", SKOS.notation, "ZQU") in said


def test_everything_found_in_the_corpora_has_evidence_and_an_iri(corpus: Path, reference: Reference) -> None:
    findings = [one for folder in gold_folders(corpus) for one in gold_findings(folder)]
    grounded, needing = set(), set()
    for triple in triples(findings, resolve(findings, reference)):
        assert isinstance(triple.subject, ox.NamedNode)
        assert isinstance(triple.object, ox.NamedNode | ox.Literal)
        if triple.predicate.value == PROV.wasDerivedFrom:
            grounded.add(triple.subject)
        classes = (KG.Tenure, KG.Event, KG.Participation)
        if triple.predicate.value == RDF.type and triple.object.value in classes:
            needing.add(triple.subject)
    assert needing
    assert needing == grounded
