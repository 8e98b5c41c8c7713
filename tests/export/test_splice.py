"""A former file with changes put in is what writing all anew gives."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.export.former import Edit, Former
from kg.export.splice import spliced
from kg.export.turtle import lines, write
from kg.vocab import INSTANCES, KG, OA, PROV, RDF, RDFS

RELEASES = ("a", "a-2", "a%20b", "b", "B1", "~c")
THINGS = ("official/x", "official/x-y", "official/x%41", "agency/a", "post/z", "tenure/x/z", "tenure/x/z/acting")


def node(local: str) -> ox.NamedNode:
    return ox.NamedNode(INSTANCES + local)


def triple(subject: str, predicate: str, value: ox.NamedNode | str) -> ox.Triple:
    return ox.Triple(node(subject), ox.NamedNode(predicate), ox.Literal(value) if isinstance(value, str) else value)


def of_release(release: str, version: int) -> list[ox.Triple]:
    """A release, some events and evidence, and the evidence of a tenure."""
    found = [triple(f"release/{release}", RDFS.label, f"version {version}")]
    for number in range(version % 3):
        found.append(triple(f"event/{release}/{number}", RDFS.label, f"of {version}\n\n<event/a/1> ."))
        found.append(triple(f"evidence/{release}/{number}-9/rule", OA.exact, "; ,\n        <evidence/a/0-9/rule>"))
        found.append(triple("tenure/x/z", PROV.wasDerivedFrom, node(f"evidence/{release}/{number}-9/rule")))
    return found


def of_thing(thing: str, version: int) -> list[ox.Triple]:
    found = [triple(thing, RDFS.label, f"version {version}"), triple(thing, RDF.type, ox.NamedNode(KG.Official))]
    return found + [triple(thing, KG.met, node(f"official/{n}")) for n in range(version)]


States = tuple[dict[str, int], dict[str, int]]
STATES: st.SearchStrategy[States] = st.tuples(
    st.dictionaries(st.sampled_from(RELEASES), st.integers(0, 5)),
    st.dictionaries(st.sampled_from(THINGS), st.integers(0, 3)),
)


def graph(state: States) -> list[ox.Triple]:
    releases, things = state
    stated = [one for release, version in releases.items() for one in of_release(release, version)]
    return stated + [one for thing, version in things.items() for one in of_thing(thing, version)]


def turtle(triples: Iterable[ox.Triple], file: Path) -> bytes:
    with file.open("wb") as out:
        write(triples, out)
    return file.read_bytes()


def differing(old: dict[str, int], new: dict[str, int]) -> set[str]:
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STATES, STATES)
def test_any_change(tmp_path: Path, old: States, new: States) -> None:
    new[1]["tenure/x/z"] = old[1]["tenure/x/z"] = 1  # who shows it may differ, and then it is told anew
    turtle(graph(old), tmp_path / "old.ttl")
    releases, things = differing(old[0], new[0]), differing(old[1], new[1]) | {"tenure/x/z"}
    stated = [one for name in releases & new[0].keys() for one in of_release(name, new[0][name])]
    stated += [one for name in things & new[1].keys() for one in of_thing(name, new[1][name])]
    places = {f"{name}/" for name in releases & old[0].keys()}
    out = io.BytesIO()
    with (tmp_path / "old.ttl").open("rb") as former:
        spliced(former, lines(stated), places, things - new[1].keys(), out)
    assert out.getvalue() == turtle(graph(new), tmp_path / "new.ttl")


def test_large_parts_are_copied_by_the_system(tmp_path: Path) -> None:
    old = [triple(f"release/r{number:06}", RDFS.label, "x" * 1000) for number in range(40_000)]
    before = turtle(old, tmp_path / "old.ttl")
    assert len(before) > 1 << 25
    with (tmp_path / "old.ttl").open("rb") as former, (tmp_path / "new.ttl").open("wb") as out:
        spliced(former, lines([triple("release/r020000", RDFS.label, "y")]), {"r020000/"}, (), out)
    expected = [*old[:20_000], triple("release/r020000", RDFS.label, "y"), *old[20_001:]]
    assert (tmp_path / "new.ttl").read_bytes() == turtle(expected, tmp_path / "expected.ttl")


def test_edits_must_not_overlap(tmp_path: Path) -> None:
    turtle([triple("release/a", RDFS.label, "x")], tmp_path / "old.ttl")
    with (tmp_path / "old.ttl").open("rb") as file, Former(file) as former, pytest.raises(ValueError, match="overlap"):
        former.spliced([Edit(0, 9), Edit(5, 12)], io.BytesIO())
