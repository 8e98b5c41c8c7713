"""A large graph file is opened from a store on disk, which is always that of the file as it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import store
from kg.graph import KnowledgeGraph
from kg.store import GraphError

WORLD = Path(__file__).parent / "world.ttl"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(WORLD, tmp_path / "graph.ttl"))


def triples(opened: ox.Store) -> set[ox.Triple]:
    return {quad.triple for quad in opened}


def test_it_holds_what_the_file_says_and_lies_beside_it(file: Path) -> None:
    folder = store.on_disk(file)
    assert folder.parent == file.parent / ".graph.ttl.store"
    assert triples(ox.Store.read_only(str(folder))) == triples(store.load(file))
    assert store.on_disk(file) == folder
    assert [one.name for one in folder.parent.iterdir()] == [folder.name]


def test_a_changed_file_is_read_anew_and_the_former_store_removed(file: Path) -> None:
    before = store.on_disk(file)
    file.write_text(file.read_text() + '\n<https://example.org/a> rdfs:label "new" .\n')
    after = store.on_disk(file)
    assert after != before
    assert not before.exists()
    assert triples(ox.Store.read_only(str(after))) == triples(store.load(file))


def test_a_large_file_is_opened_from_disk_and_answers_as_in_memory(file: Path, monkeypatch) -> None:
    small = KnowledgeGraph.load(file)
    assert not (file.parent / ".graph.ttl.store").exists()
    monkeypatch.setattr(store, "LARGE", 1)
    large = KnowledgeGraph.load(file)
    assert (file.parent / ".graph.ttl.store").is_dir()
    question = ("who-met", {"person": "Ann Au"})
    assert list(large.query(question[0], **question[1])) == list(small.query(question[0], **question[1]))
    assert set(large.rdf) == set(small.rdf)
    assert large.check().ok == small.check().ok
    assert large.explain("Ann Au") == small.explain("Ann Au")


def test_where_the_folder_may_not_be_written_the_cache_of_the_user_is_taken(file: Path, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    folder = store.on_disk(file)
    assert folder.is_relative_to(tmp_path / "cache" / "kg")
    assert triples(ox.Store.read_only(str(folder))) == triples(store.load(file))


def test_a_broken_or_missing_file_leaves_no_store(file: Path) -> None:
    file.write_text("<a> <b> ")
    with pytest.raises(GraphError, match=r"graph\.ttl, line 1"):
        store.on_disk(file)
    assert list((file.parent / ".graph.ttl.store").iterdir()) == []
    with pytest.raises(GraphError, match="no such file"):
        store.on_disk(file.with_name("none.ttl"))


@pytest.mark.parametrize("harm", ["CURRENT", "*.sst", "*"])
@pytest.mark.parametrize("done", ["overwritten", "gone"])
def test_a_broken_store_is_made_anew(file: Path, harm: str, done: str) -> None:
    for one in list(store.on_disk(file).glob(harm)):
        one.unlink()
        if done == "overwritten":
            one.write_bytes(b"no store at all")
    folder, opened = store.on_disk_opened(file)
    assert folder == store.on_disk(file)
    assert triples(opened) == triples(store.load(file))


def test_several_processes_make_it_at_once(file: Path) -> None:
    code = f"import pyoxigraph as ox; from kg.store import on_disk; f = {str(file)!r}"
    code += "; print(len(ox.Store.read_only(str(on_disk(f)))))"
    running = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(4)]
    counts = {one.communicate(timeout=60)[0].strip() for one in running}
    assert counts == {str(len(store.load(file)))}
    assert [one.returncode for one in running] == [0] * 4
    assert len(list((file.parent / ".graph.ttl.store").iterdir())) == 1
