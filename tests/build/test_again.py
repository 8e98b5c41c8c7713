"""A second build tells only what changed, and gives what a full build of the same releases gives."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg
from kg import pipeline, store
from kg.graph import KnowledgeGraph
from kg.model import Release
from kg.read import seen, sources

NAMES = ("graph.ttl", "network.html")
PEOPLE = ("Tam Wai-lok", "Ingrid Solheim", "Hung Tat-ming", "Oh Jin-kyu", "Kan Oi-ling", "Tam Wai Lok")
POSTS = ("Secretary for Security", "Minister of Learning of Norland", "Director of Health", "Mayor of Seoul")
OCCASIONS = (
    "The {a}, Mr {x}, met with the {b}, {y}, at Government House today (May {day}).",
    "The {a}, Mr {x}, and the {b}, {y}, attended the opening ceremony of the Norland Week (NW) today (May {day}).",
    "The Acting {a}, Dr {x}, JP, visited Kwun Tong this afternoon (May {day}). He was accompanied by {y}.",
    "The {a}, Ms {x}, said today (May {day}) that the Board of Norland Studies (NW) had been set up.",
)
CORRECTIONS = """@base <https://w3id.org/who-met-whom/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<official/tam-wai-lok--mayor-of-seoul> owl:sameAs <official/hung-tat-ming--director-of-health> .
<official/kan-oi-ling--secretary-for-security> rdfs:label "Kan Oi-ling Olive"@en .
"""
FACTS = """@prefix id: <https://w3id.org/who-met-whom/id/agency/> .
@prefix kg: <https://w3id.org/who-met-whom/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
id:norland-week a kg:Agency ; rdfs:label "Norland Week"@en ; kg:jurisdiction "INT" .
"""


@dataclass(frozen=True)
class Archive:
    """What a build is given: release number -> version, and whether corrections and further facts come with it."""

    versions: dict[int, int]
    corrected: bool
    facts: bool
    turned: bool  # the files in the other order, under other names of folders


ARCHIVES = st.builds(Archive, st.dictionaries(st.integers(0, 11), st.integers(0, 3), min_size=1), *[st.booleans()] * 3)


def text(number: int, version: int) -> str:
    """A made-up release in the layout of the real ones."""
    one, other = (PEOPLE[(number * k + version) % len(PEOPLE)] for k in (1, 5))
    first, second = (POSTS[(number + k) % len(POSTS)] for k in (0, 1))
    day = 1 + number % 28
    title = f"Occasion number {number}"
    body = OCCASIONS[(number + version) % len(OCCASIONS)].format(a=first, b=second, x=one, y=other, day=day)
    return f"{title}\n{'*' * len(title)}\n\n     {body}\n\nEnds/Monday, May {day}, 2025\nIssued at HKT 17:15\n\nNNNN\n"


def laid_out(place: Path, archive: Archive) -> tuple[list[Path], dict[str, object]]:
    """The files of an archive as they shall be, others taken away, those that stay untouched; and the arguments."""
    folders = [place / "in" / name for name in (("z", "y") if archive.turned else ("a", "b"))]
    wanted = {
        folders[number % 2] / f"r{number // 2}{'-x%' if number % 3 else ''}.txt": text(number, version)
        for number, version in archive.versions.items()
    }
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    for file in (place / "in").rglob("*.txt"):
        if file not in wanted:
            file.unlink()
    for file, content in wanted.items():
        if not file.exists() or file.read_text() != content:
            file.write_text(content)
    (place / "corrections.ttl").write_text(CORRECTIONS)
    (place / "facts.ttl").write_text(FACTS)
    return list(reversed(folders)), {
        "corrections": place / "corrections.ttl" if archive.corrected else None,
        "reference": [place / "facts.ttl"] if archive.facts else None,
    }


def contents(out: Path) -> list[bytes]:
    return [(out / name).read_bytes() for name in NAMES]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ARCHIVES, min_size=2, max_size=4))
def test_builds_one_after_another_give_what_a_fresh_one_gives(tmp_path_factory, archives: list[Archive]) -> None:
    place = tmp_path_factory.mktemp("again")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(seen, "RACY", 0)  # builds take far longer than a tick, so stamps may be trusted
        for archive in archives:
            inputs, arguments = laid_out(place, archive)
            pipeline.write(inputs, place / "kept", processes=1, **arguments)
            again = contents(place / "kept")
            kg.build(inputs, **arguments).save(place / "fresh")
            assert again == contents(place / "fresh")
    shutil.rmtree(place)


def folder_of(folder: Path, numbers: dict[int, int]) -> Path:
    """A folder with these releases in these versions, each about people of its own; what stays is not touched."""
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        if int(file.stem) not in numbers:
            file.unlink()
    for number, version in numbers.items():
        given_name = f"{'BCDFGHJKLMNP'[number]}a-{'bcdfghjklmnp'[version]}ing"
        body = f"The Director of Health, Mr Tam {given_name}, met with Ms Hung {given_name} today (May 2)."
        content = f"Meeting\n\n     {body}\n\nEnds/Friday, May 2, 2025\n"
        file = folder / f"{number}.txt"
        if not file.exists() or file.read_text() != content:
            file.write_text(content)
    return folder


@cache
def listening() -> list[str]:
    """All paths that this process opens from now on; a hook for audits cannot be taken off, so there is one."""
    opened: list[str] = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            opened.append(str(arguments[0]))

    sys.addaudithook(hook)
    return opened


def test_only_what_changed_is_opened_read_and_told(tmp_path: Path) -> None:
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(8), 0))
    time.sleep(seen.RACY / 1e9 + 0.1)
    first, _ = pipeline.write([inputs], tmp_path / "out", processes=1)
    folder_of(inputs, {n: int(n == 3) for n in range(2, 9)})
    listening().clear()
    second, _ = pipeline.write([inputs], tmp_path / "out", processes=1)
    files = [Path(path).name for path in listening() if path.endswith(".txt") and Path(path).parent == inputs]
    assert (first.releases, first.same, first.told) == (8, 0, 8)
    assert (second.releases, second.same, second.told) == (7, 5, 2)
    assert sorted(files) == ["3.txt", "8.txt"]
    kg.build(inputs).save(tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_a_file_changed_just_now_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    assert seen.stamp(file.stat()) is None
    os.utime(file, (0, 0))  # the time of the last change of status stays that of now
    assert seen.stamp(file.stat()) is None


def test_what_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("none.txt")
    (file,) = sources.find([tmp_path], None)
    assert isinstance(file, sources.File)
    assert file.status is None


@pytest.mark.parametrize("harm", ["changed", "gone", "older"])
def test_where_the_graph_file_is_not_what_was_written_all_is_told_anew(tmp_path: Path, harm: str) -> None:
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(4), 0))
    out = tmp_path / "out"
    pipeline.write([inputs], out, processes=1)
    shutil.copytree(out, tmp_path / "older")
    folder_of(inputs, dict.fromkeys(range(1, 6), 0))
    if harm == "older":
        pipeline.write([inputs], out, processes=1)
        shutil.copy2(tmp_path / "older" / NAMES[0], out / NAMES[0])
    elif harm == "gone":
        (out / NAMES[0]).unlink()
    else:
        graph = (out / NAMES[0]).read_text()
        (out / NAMES[0]).write_text(graph.replace("Tam", "Lam"))
    again, _ = pipeline.write([inputs], out, processes=1)
    assert again.told == 5
    kg.build(inputs).save(tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")


def test_other_facts_have_all_told_anew(tmp_path: Path) -> None:
    """Findings may differ in words that the digests of releases and of who is who do not show."""
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(3), 0))
    (tmp_path / "facts.ttl").write_text(FACTS)
    pipeline.write([inputs], tmp_path / "out", processes=1)
    again, _ = pipeline.write([inputs], tmp_path / "out", processes=1, reference=[tmp_path / "facts.ttl"])
    assert (again.same, again.told) == (0, 3)


def test_the_report_is_that_of_a_fresh_build(tmp_path: Path) -> None:
    inputs, _ = laid_out(tmp_path, Archive(dict.fromkeys(range(8), 0), False, False, False))
    pipeline.write(inputs, tmp_path / "out", processes=1)
    laid_out(tmp_path, Archive(dict.fromkeys(range(3, 12), 1), False, False, False))
    again, _ = pipeline.write(inputs, tmp_path / "out", processes=1)
    fresh = kg.build(inputs).report
    for name in ("releases", "foreign", "officials", "agencies", "events", "meetings", "unsure"):
        assert getattr(again, name) == getattr(fresh, name), name


def test_the_store_answers_for_the_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LARGE", 1)
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(6), 0))
    pipeline.write([inputs], tmp_path / "out", processes=1)
    assert len(KnowledgeGraph.load(tmp_path / "out" / NAMES[0])) > 100
    folder_of(inputs, {n: int(n == 3) for n in range(2, 9)})
    pipeline.write([inputs], tmp_path / "out", processes=1)
    large = KnowledgeGraph.load(tmp_path / "out" / NAMES[0])
    assert {quad.triple for quad in large.store} == {quad.triple for quad in kg.build(inputs).store}


def test_a_table_that_stayed_is_not_read_and_one_that_grew_is(tmp_path: Path) -> None:
    table = tmp_path / "all.csv"
    rows = [f"r{n},Meeting,2025-05-{n:02},Mr Tam Wai-lok met Ms Ingrid Solheim.\n" for n in range(1, 20)]
    table.write_text("id,title,date,text\n" + "".join(rows[:10]))
    (tmp_path / "r3.txt").write_text(text(3, 0))  # claims the same id
    time.sleep(seen.RACY / 1e9 + 0.1)
    first, _ = pipeline.write([tmp_path / "all.csv", tmp_path / "r3.txt"], tmp_path / "out", processes=1)
    again, _ = pipeline.write([tmp_path / "all.csv", tmp_path / "r3.txt"], tmp_path / "out", processes=1)
    assert (again.releases, again.same, again.told) == (first.releases, first.releases, 0)
    assert (again.problems, again.passed_over) == (first.problems, first.passed_over)
    assert len(first.problems) == 1
    table.write_text("id,title,date,text\n" + "".join(rows))
    more, _ = pipeline.write([tmp_path / "all.csv", tmp_path / "r3.txt"], tmp_path / "out", processes=1)
    assert (more.releases, more.same) == (19, 10)


def test_what_is_kept_of_a_release_is_its_own(tmp_path: Path) -> None:
    """A file that takes the name and the id of another is read, whatever was kept of the other."""
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, number in ((one, 1), (other, 2)):
        folder_of(folder, {number: 0})
    (one / "1.txt").rename(one / "9.txt")
    (other / "2.txt").rename(other / "9.txt")
    time.sleep(seen.RACY / 1e9 + 0.1)
    for folder in (one, other, one):
        pipeline.write([folder], tmp_path / "out", processes=1)
        kg.build(folder).save(tmp_path / "fresh")
        assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_scan_alone_tells_releases_only() -> None:
    assert all(isinstance(item, Release) for item in kg.read("tests/releases"))


def test_a_release_that_stayed_gives_way_to_a_later_one_of_its_id(tmp_path: Path) -> None:
    """The name of the file that stayed does not tell its id."""
    folder = tmp_path / "in"
    folder.mkdir()
    row = {"id": "r1", "title": "Meeting", "date": "2025-05-01", "text": "Mr Tam Wai-lok met Ms Ingrid Solheim."}
    (folder / "all.jsonl").write_text(json.dumps(row) + "\n")
    time.sleep(seen.RACY / 1e9 + 0.1)
    pipeline.write([folder], tmp_path / "out", processes=1)
    (folder / "r1.txt").write_text(text(3, 0))
    again, _ = pipeline.write([folder], tmp_path / "out", processes=1)
    assert (again.releases, again.same, len(again.problems)) == (1, 0, 1)
    kg.build(folder).save(tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")
    (folder / "r1.txt").unlink()
    pipeline.write([folder], tmp_path / "out", processes=1)
    kg.build(folder).save(tmp_path / "fresh")
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")
