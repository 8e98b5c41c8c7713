"""The Turtle writer: the same bytes for the same triples, and the same triples when read again."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from made import Draft

from kg.export.turtle import write
from kg.model import Findings, Kind, Role, Status
from kg.reference import load
from kg.resolve import resolve
from kg.triples import triples
from kg.vocab import INSTANCES, KG, PREFIXES, RDF, RDFS, XSD

GOLDEN = Path(__file__).parent.parent / "golden" / "tiny.ttl"
FACTS = load([GOLDEN.with_name("reference.ttl")])


def written(graph: list[ox.Triple]) -> bytes:
    out = io.BytesIO()
    write(graph, out)
    return out.getvalue()


def read(turtle: bytes) -> set[ox.Triple]:
    return {
        ox.Triple(quad.subject, quad.predicate, quad.object) for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    }


def tiny() -> list[Findings]:
    """Two short releases with something of everything."""
    hour = datetime(2025, 5, 19, 17, 15, tzinfo=timezone(timedelta(hours=8)))
    first = Draft(
        'CE meets "guest"\n\nThe Chief Executive, Mr Ho Tai-man, met the Minister, Ms Ng, in Sea Hall today (May 19) '
        "to talk of fish.\n\nThe Acting Mayor, Mr Yu, of the Sea Club (SC) also attended. Mr Ho will visit Farland.",
        "P2025051900001",
        hour,
        url="https://www.info.gov.hk/gia/general/202505/19/P2025051900001.htm",
    )
    host = first.person("Ho Tai-man", "Chief Executive", title="Mr")
    guest = first.person("Ng", "Minister", title="Ms")
    club = first.agency("Sea Club", "SC")
    mayor = first.person("Yu", "Mayor", title="Mr", acting=True, agency=club)
    trip = first.event(Kind.VISIT, "visit", {host: Role.PRINCIPAL}, status=Status.SCHEDULED, place="Farland")
    roles = {host: Role.PRINCIPAL, guest: Role.PRINCIPAL, mayor: Role.ATTENDEE}
    first.event(
        Kind.MEETING, "met", roles, day="2025-05-19", when="May 19", place="Sea Hall", topic="fish", parent=trip
    )
    second = Draft("Fish\n\nMr Ho Tai-man spoke of the sea in April 2025.", "P2025052000002")
    second.event(Kind.OTHER, "spoke", {second.person("Ho Tai-man"): Role.SPEAKER}, day="2025-04", when="April 2025")
    return [first.findings(), second.findings()]


def tiny_turtle(findings: list[Findings]) -> bytes:
    return written(list(triples(findings, resolve(findings, FACTS))))


def test_golden() -> None:
    """Byte for byte. After a wanted change: python tests/graph/test_turtle.py > tests/golden/tiny.ttl"""
    assert tiny_turtle(tiny()).decode() == GOLDEN.read_text("utf-8")


def test_neither_the_order_of_releases_nor_of_triples_changes_a_byte() -> None:
    findings = tiny()
    assert tiny_turtle(findings[::-1]) == tiny_turtle(findings)
    graph = list(triples(findings, resolve(findings, FACTS)))
    assert written(random.Random(0).sample(graph, len(graph)) + graph[:9]) == tiny_turtle(findings)


@pytest.mark.parametrize("seed", ["0", "1", "42"])
def test_the_hash_seed_changes_no_byte(seed: str) -> None:
    paths = os.pathsep.join([str(Path(__file__).parent.parent), str(Path(__file__).parent.parent.parent)])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    done = subprocess.run([sys.executable, __file__], env=environment, capture_output=True, check=True)
    assert done.stdout == GOLDEN.read_bytes()


def test_both_libraries_read_what_was_written() -> None:
    findings = tiny()
    graph = set(triples(findings, resolve(findings, FACTS)))
    turtle = written(list(graph))
    assert read(turtle) == graph
    lines = ox.serialize(graph, format=ox.RdfFormat.N_TRIPLES)
    assert lines is not None
    by_rdflib, plain = rdflib.Graph().parse(turtle, format="turtle"), rdflib.Graph().parse(lines, format="nt")
    assert set(by_rdflib) == set(plain)  # there are no blank nodes to match
    assert len(by_rdflib) == len(graph)


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
LITERALS = st.one_of(
    st.builds(ox.Literal, TEXT),
    st.builds(lambda text: ox.Literal(text, language="zh-Hant"), TEXT),
    st.builds(lambda text: ox.Literal(text, datatype=ox.NamedNode(XSD.date)), TEXT),
    st.builds(lambda text: ox.Literal(text, datatype=ox.NamedNode(XSD.integer)), st.text("+-0123456789. e")),
    st.builds(
        lambda text: ox.Literal(text, datatype=ox.NamedNode(XSD.boolean)), st.sampled_from(["true", "false", "1"])
    ),
)
LOCAL = st.text(st.sampled_from("aZ09_-.~/%20#?:@!$&'()*+,;=é李\U0001f600"), max_size=8)


@st.composite
def iris(draw: st.DrawFn) -> ox.NamedNode:
    start = draw(
        st.sampled_from([INSTANCES, INSTANCES + "official/", *PREFIXES.values(), "https://example.org/", "urn:x:"])
    )
    local = draw(LOCAL).replace("%", "%25").replace("#", "" if start.endswith("#") else "#")
    return ox.NamedNode(start + local.replace("#", "%23", max(0, local.count("#") - 1)))


@given(st.lists(st.builds(ox.Triple, iris(), iris(), st.one_of(iris(), LITERALS)), max_size=8))
def test_any_triples_come_back_from_pyoxigraph(graph: list[ox.Triple]) -> None:
    assert read(written(graph)) == set(graph)


@given(st.lists(st.builds(ox.Triple, iris(), iris(), st.one_of(iris(), st.builds(ox.Literal, TEXT))), max_size=5))
def test_any_triples_come_back_from_rdflib(graph: list[ox.Triple]) -> None:
    got = rdflib.Graph().parse(written(graph), format="turtle")
    assert {tuple(str(term) for term in triple) for triple in got} == {
        (t.subject.value, t.predicate.value, t.object.value)  # type: ignore[union-attr]
        for t in graph
    }


def test_order_and_layout() -> None:
    node = ox.NamedNode(INSTANCES + "official/a")
    graph = [
        ox.Triple(node, ox.NamedNode(KG.met), ox.NamedNode(INSTANCES + "official/c")),
        ox.Triple(node, ox.NamedNode(KG.met), ox.NamedNode(INSTANCES + "official/b")),
        ox.Triple(node, ox.NamedNode("https://example.org/p"), ox.Literal("7", datatype=ox.NamedNode(XSD.integer))),
        ox.Triple(node, ox.NamedNode(RDFS.label), ox.Literal('say "a"\n\\', language="zh-Hant")),
        ox.Triple(node, ox.NamedNode(RDF.type), ox.NamedNode(KG.Official)),
    ]
    body = written(graph).decode().partition("\n\n")[2]
    assert body == (
        "<official/a> a kg:Official ;\n"
        '    rdfs:label "say \\"a\\"\\n\\\\"@zh-Hant ;\n'
        "    <https://example.org/p> 7 ;\n"
        "    kg:met <official/b>,\n"
        "        <official/c> .\n"
    )


def test_the_number_of_distinct_triples_is_returned() -> None:
    node = ox.NamedNode(INSTANCES + "official/a")
    triple = ox.Triple(node, ox.NamedNode(KG.met), node)
    assert write([triple, triple], io.BytesIO()) == 1
    assert write([], io.BytesIO()) == 0


def test_blank_nodes_are_refused() -> None:
    met = ox.NamedNode(KG.met)
    with pytest.raises(ValueError, match="IRI"):
        written([ox.Triple(ox.BlankNode(), met, met)])
    with pytest.raises(ValueError, match="IRI"):
        written([ox.Triple(met, met, ox.BlankNode())])


if __name__ == "__main__":
    sys.stdout.buffer.write(tiny_turtle(tiny()))
