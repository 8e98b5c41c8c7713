"""What a query may take, and that others are answered meanwhile."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import httpx2
import pytest

from serve.serving import WORLD, serving

BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SMALL = "SELECT ?name { ?person a kg:Official ; rdfs:label ?name } ORDER BY ?name LIMIT 2"
LONG = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g a kg:Official }"


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    graph = Path(shutil.copy(WORLD, tmp_path_factory.mktemp("limits")))
    with serving(graph, "--timeout", "2", "--largest", "1") as served:
        yield served


T = TypeVar("T")


def in_a_loop(work: Coroutine[Any, Any, T]) -> T:
    """Run it in a thread of its own: the tests in a browser have an event loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


async def ask(client: httpx2.AsyncClient, query: str) -> httpx2.Response:
    return await client.get("sparql", params={"query": query})


def test_a_query_bomb_is_stopped_while_others_are_answered(strict) -> None:
    async def run() -> tuple[httpx2.Response, list[httpx2.Response], bool]:
        async with httpx2.AsyncClient(base_url=strict[0], timeout=60) as client:
            bomb = asyncio.create_task(ask(client, BOMB))
            await asyncio.sleep(0.2)
            others = [await ask(client, SMALL) for _ in range(5)]
            return await bomb, others, bomb.done()

    bomb, others, _ = in_a_loop(run())
    assert bomb.status_code == 500
    assert "took longer than 2 s and was stopped" in bomb.text
    assert [other.status_code for other in others] == [200] * 5


def test_a_result_that_is_too_large_is_refused(strict) -> None:
    response = httpx2.get(f"{strict[0]}sparql", params={"query": LONG}, timeout=60)
    assert response.status_code == 500
    assert "larger than 1 MB" in response.text or "took longer" in response.text
    small = httpx2.get(f"{strict[0]}sparql", params={"query": f"{LONG} LIMIT 10"}, timeout=60)
    assert len(small.json()["results"]["bindings"]) == 10


def resident(pid: int) -> int:
    """Bytes of memory of a process and its children."""
    tree = [pid, *map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    lines = [line for one in tree for line in Path(f"/proc/{one}/status").read_text().splitlines()]
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("VmRSS:"))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads memory from /proc")
def test_a_hundred_clients_get_no_error_and_memory_stays(strict) -> None:
    address, process = strict

    async def one(client: httpx2.AsyncClient, until: float) -> list[int]:
        codes = []
        while time.monotonic() < until:
            codes.append((await ask(client, SMALL)).status_code)
        return codes

    async def load(seconds: float) -> list[int]:
        room = httpx2.Limits(max_connections=100)
        async with httpx2.AsyncClient(base_url=address, timeout=60, limits=room) as client:
            until = time.monotonic() + seconds
            found = await asyncio.gather(*(one(client, until) for _ in range(100)))
            return [code for codes in found for code in codes]

    in_a_loop(load(2))
    before = resident(process.pid)
    codes = in_a_loop(load(4))
    assert set(codes) == {200}
    assert len(codes) > 100
    assert resident(process.pid) < before * 1.25
