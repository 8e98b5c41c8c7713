"""The benchmarks run, on little; what they measure is not asserted. The baseline finds what a plain pattern finds."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest
import rdflib

from kg.model import Release, Source
from kg.read import read
from kg.vocab import KG, SCHEMA
from tests.benchmarks import baseline, building
from tests.benchmarks.timing import medians

ROOT = Path(__file__).parent.parent


def run(module: str, *arguments: str) -> str:
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_queries_are_compared() -> None:
    told = run("queries", "--officials", "20")
    assert "who-met" in told
    assert "finds" not in told  # as a complaint: kg finds n rows, rdflib m


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads memory from /proc")
def test_a_server_is_loaded() -> None:
    told = run("load", "--seconds", "3", "--clients", "5", "--officials", "20", "--rounds", "1")
    assert re.search(r"outcomes  \d+ x 200\n", told), told
    bombs = re.findall(r"bomb +of (time|memory): 500 after \S+ s: the query (?:took longer|was given up)", told)
    assert bombs == ["time", "memory"], told


@pytest.mark.browser
def test_the_page_is_compared_with_plain_pyvis() -> None:
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        pytest.skip("Chromium is not installed: apt-get install chromium")
    told = run("page", "30")
    assert re.search(r"30 officials, \d+ ties; page built in \S+ s, \S+ MB, -?\d+ bytes a tie", told)
    assert re.search(r"kg +first drawing \S+ ms; frame \d+ ms; search \S+ ms, at most \S+ ms", told)
    assert re.search(r"pyvis takes \S+ times as long until the first drawing", told)


def test_speed_is_compared(sample: Path) -> None:
    told = run("speed", str(sample), "--rounds", "1")
    assert "kg, full extraction" in told
    try:
        import spacy  # noqa: F401
    except ModuleNotFoundError:
        assert "pip install -e '.[bench]'" in told
    else:
        assert "x the tokenizer" in told


def test_an_archive_is_built_beside_the_others() -> None:
    told = run("archive", "40")
    assert "40 releases" in told
    assert "triples/s" in told
    assert "peak memory" in told
    assert "extract " in told
    assert "rdflib add and serialize" in told


def test_a_second_build_is_compared_with_a_full_one() -> None:
    told = run("again", "60")
    assert "50 new, 3 changed and 2 withdrawn" in told
    assert "% of the processor time of a full one" in told
    assert "the bytes are the same" in told


def test_the_profile_knows_the_room_at_work(sample: Path, tmp_path: Path) -> None:
    build = building.build(sample, tmp_path)
    assert build.triples > 100
    assert build.cpu > 0
    assert sum(build.rooms.values()) == pytest.approx(1)
    assert set(build.rooms) <= {building.ELSEWHERE, *(path.stem for path in building.PACKAGE.iterdir())}


def test_candidates_take_turns() -> None:
    turns: list[str] = []
    taken = medians({"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, rounds=2)
    assert [name for name, _ in groupby(turns)][-4:] == ["a", "b"] * 2
    assert list(taken) == ["a", "b"]


def test_baseline_on_the_sample(sample: Path) -> None:
    graph = baseline.graph(read(sample))
    people = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(KG.Official)))
    assert len(people) == 7
    assert len(set(graph.subject_objects(rdflib.URIRef(KG.metAsPrincipals)))) == 42
    assert [str(day) for day in graph.objects(None, rdflib.URIRef(SCHEMA.startDate))] == ["2025-05-19"]


@pytest.mark.parametrize(("text", "meetings"), [("Mr Al Bo met Ms Cy Du.", 1), ("Mr Al Bo helmeted Ms Cy Du.", 0)])
def test_baseline_wants_the_word_met(text: str, meetings: int) -> None:
    release = Release("P1", None, "en", date(2025, 5, 19), "Visit", f"Visit\n\n{text}", Source("P1.txt"))
    graph = baseline.graph([release])
    assert len(set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(KG.Meeting)))) == meetings
