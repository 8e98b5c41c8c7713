"""The graph on another server: a real Oxigraph on loopback, by its standard protocols."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.turtle import changed, write
from kg.publish import BATCH, PublishError, Pushed, Target, beside, publish
from kg.serve.servers import program

SAMPLE = Path(__file__).parent.parent.parent / "output" / "graph.ttl"
NAME = "https://example.org/kg"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """An empty server that can be written."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [program(), "serve", "--location", str(tmp_path / "server"), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                httpx2.get(address)
                break
            except httpx2.TransportError:
                time.sleep(0.05)
        yield address
        process.terminate()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    return Path(shutil.copy(SAMPLE, tmp_path / "mine" / "graph.ttl"))


def target(server: str, *, store: bool = True, graph: str | None = NAME) -> Target:
    endpoint = f"{server}/update"
    return Target(endpoint, beside(endpoint), f"{server}/store" if store else None, graph)


def held(server: str, graph: str | None = NAME) -> set[ox.Triple]:
    which = {"graph": graph} if graph else {"default": ""}
    answer = httpx2.get(f"{server}/store", params=which, headers={"Accept": "application/n-triples"})
    return {quad.triple for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES)}


def meant(file: Path) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(path=str(file))}


def rewrite(file: Path, triples: set[ox.Triple]) -> None:
    with file.open("wb") as out:
        write(triples, out)


@pytest.mark.parametrize("graph", [NAME, None])
@pytest.mark.parametrize("store", [True, False])
def test_the_whole_graph_arrives_and_takes_the_place_of_the_former(server: str, file: Path, store, graph) -> None:
    extra = '<https://example.org/a> <https://example.org/b> "old"'
    there = f"GRAPH <{graph}> {{ {extra} }}" if graph else extra
    httpx2.post(f"{server}/update", data={"update": f"INSERT DATA {{ {there} }}"}).raise_for_status()
    pushed = publish(file, target(server, store=store, graph=graph))
    assert held(server, graph) == meant(file)
    assert pushed == Pushed(True, added=len(meant(file)), removed=1)


def test_afterwards_only_what_changed_is_sent(server: str, file: Path) -> None:
    publish(file, target(server))
    before = meant(file)
    assert publish(file, target(server)) == Pushed(False, added=0, removed=0)
    gone = set(sorted(before, key=str)[::7])
    new = {ox.Triple(ox.NamedNode(f"{NAME}/{n}"), ox.NamedNode(f"{NAME}/p"), ox.Literal(f'"{n}"\n')) for n in range(20)}
    rewrite(file, before - gone | new)
    assert publish(file, target(server)) == Pushed(False, added=len(new), removed=len(gone))
    assert held(server) == meant(file) == before - gone | new


def test_many_triples_go_in_batches(server: str, file: Path) -> None:
    publish(file, target(server))
    new = {ox.Triple(ox.NamedNode(f"{NAME}/{n}"), ox.NamedNode(NAME), ox.Literal("x")) for n in range(2 * BATCH + 1)}
    rewrite(file, meant(file) | new)
    sent: list[int] = []
    assert publish(file, target(server), progress=sent.append).added == len(new)
    assert sent == [BATCH, BATCH, 1]
    assert held(server) == meant(file)


def test_a_server_that_lost_the_graph_gets_it_whole(server: str, file: Path) -> None:
    publish(file, target(server))
    httpx2.delete(f"{server}/store", params={"graph": NAME}).raise_for_status()
    assert publish(file, target(server)).whole
    assert held(server) == meant(file)


def test_a_push_that_broke_off_is_followed_by_a_whole_one(server: str, file: Path) -> None:
    publish(file, target(server))
    new = {ox.Triple(ox.NamedNode(f"{NAME}/{n}"), ox.NamedNode(NAME), ox.Literal("x")) for n in range(BATCH + 1)}
    rewrite(file, meant(file) | new)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(file, target(server), progress=stop)
    assert publish(file, target(server)).whole
    assert held(server) == meant(file)


def test_other_graphs_of_the_server_stay(server: str, file: Path) -> None:
    publish(file, target(server, graph="https://example.org/other"))
    publish(file, target(server, store=False))
    rewrite(file, set(sorted(meant(file), key=str)[:10]))
    publish(file, target(server))
    assert len(held(server)) == 10
    assert len(held(server, "https://example.org/other")) > 10


def test_the_command(server: str, file: Path) -> None:
    command = [sys.executable, "-m", "kg", "publish", "--graph", str(file), "--name", NAME]
    run = subprocess.run([*command, "--endpoint", f"{server}/update"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")
    assert run.stderr == f"published whole: {len(meant(file)):,} triples added, 0 removed\n"
    assert held(server) == meant(file)
    run = subprocess.run([*command, "--endpoint", f"{server}/nowhere"], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert f"kg: {server}/nowhere: " in run.stderr


def test_a_server_that_is_not_there_is_named(file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(PublishError, match=rf"127\.0\.0\.1:{port}.*cannot be reached.*is the server running"):
        publish(file, target(f"http://127.0.0.1:{port}"))


TERMS = st.sampled_from([ox.NamedNode(f"https://w3id.org/who-met-whom/id/official/{name}") for name in "abcdé李"])
VALUES = st.one_of(TERMS, st.text(max_size=5).map(ox.Literal))
TRIPLES = st.sets(st.builds(ox.Triple, TERMS, TERMS, VALUES), max_size=12)


@given(TRIPLES, TRIPLES)
def test_the_difference_of_two_files_is_that_of_their_triples(tmp_path_factory, old: set, new: set) -> None:
    folder = tmp_path_factory.mktemp("difference")
    for name, triples in (("old", old), ("new", new)):
        rewrite(folder / name, triples)
    with (folder / "old").open("rb") as before, (folder / "new").open("rb") as after:
        removed, added = changed(before, after)
    assert (set(removed), set(added)) == (old - new, new - old)
