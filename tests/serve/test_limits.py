"""What a query may take, and that others are answered meanwhile."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
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
SLACK = 3  # seconds for which a machine may be busy with other things
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


async def timed(client: httpx2.AsyncClient, query: str) -> tuple[httpx2.Response, float]:
    begin = time.monotonic()
    return await ask(client, query), time.monotonic() - begin


def test_a_query_bomb_is_stopped_at_its_limit_while_others_are_answered(strict) -> None:
    async def run() -> tuple[tuple[httpx2.Response, float], list[httpx2.Response]]:
        async with httpx2.AsyncClient(base_url=strict[0], timeout=60) as client:
            bomb = asyncio.create_task(timed(client, BOMB))
            await asyncio.sleep(0.2)
            others = [await ask(client, SMALL) for _ in range(5)]
            return await bomb, others

    (bomb, seconds), others = in_a_loop(run())
    assert bomb.status_code == 500
    assert "took longer than 2 s and was stopped" in bomb.text
    assert 2 <= seconds < 2 + SLACK
    assert [other.status_code for other in others] == [200] * 5


def test_the_limit_counts_from_the_arrival_and_who_had_no_turn_may_come_again(strict) -> None:
    async def run() -> list[tuple[httpx2.Response, float]]:
        async with httpx2.AsyncClient(base_url=strict[0], timeout=60) as client:
            bombs = (timed(client, f"{BOMB} # {number}") for number in range(30))
            return await asyncio.gather(*bombs)

    answers = in_a_loop(run())
    assert {answer.status_code for answer, _ in answers} == {500, 503}
    assert max(seconds for _, seconds in answers) < 2 + SLACK
    for answer, _ in answers:
        had_no_turn = answer.status_code == 503
        assert ("had no turn within 2 s" in answer.text) == had_no_turn
        assert answer.headers.get("retry-after") == ("2" if had_no_turn else None)


def test_what_is_known_to_take_long_keeps_nobody_waiting(strict) -> None:
    """Once they have been stopped, bombs wait for the places of long queries alone, however many there are."""

    async def run() -> list[httpx2.Response]:
        async with httpx2.AsyncClient(base_url=strict[0], timeout=60) as client:
            await ask(client, BOMB)
            bombs = [asyncio.create_task(ask(client, BOMB)) for _ in range(20)]
            others = [await ask(client, f"{SMALL} # {number}") for number in range(5)]
            await asyncio.gather(*bombs)
            return others

    assert [other.status_code for other in in_a_loop(run())] == [200] * 5


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory may not be bound")
def test_a_query_that_takes_too_much_memory_is_given_up_and_the_next_one_answered(tmp_path: Path) -> None:
    graph = Path(shutil.copy(WORLD, tmp_path))
    distinct = "SELECT DISTINCT ?a ?d ?e ?g ?h { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?d"
    with serving(graph, "--timeout", "60", "--memory", "256") as (address, _):
        response = httpx2.get(f"{address}sparql", params={"query": distinct}, timeout=120)
        assert (response.status_code, "takes more than 256 MB of memory" in response.text) == (500, True), response.text
        assert httpx2.get(f"{address}sparql", params={"query": SMALL}).status_code == 200


def test_a_query_that_goes_by_the_clock_or_by_chance_is_answered_anew(strict) -> None:
    for asked in ("SELECT (NOW() AS ?x) {}", "SELECT (RAND() AS ?x) {}", "SELECT (STRUUID() AS ?x) {}"):
        first, second = (httpx2.get(f"{strict[0]}sparql", params={"query": asked}).text for _ in range(2))
        assert first != second


def test_the_body_of_an_answer_does_not_wait_for_the_client_to_acknowledge_its_head(strict) -> None:
    """Nagle's algorithm and delayed acknowledgements together take 40 ms; the quickest of many takes far less."""
    with httpx2.Client(base_url=strict[0]) as client:
        seconds = []
        for _ in range(30):
            begin = time.monotonic()
            client.get("query")
            seconds.append(time.monotonic() - begin)
    assert min(seconds) < 0.035


def test_a_result_that_is_too_large_is_refused(strict) -> None:
    response = httpx2.get(f"{strict[0]}sparql", params={"query": LONG}, timeout=60)
    assert response.status_code == 500
    assert "larger than 1 MB" in response.text or "took longer" in response.text
    small = httpx2.get(f"{strict[0]}sparql", params={"query": f"{LONG} LIMIT 10"}, timeout=60)
    assert len(small.json()["results"]["bindings"]) == 10


def resident(pid: int) -> int:
    """Bytes of memory of a process and all below it."""
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    own = sum(int(line.split()[1]) << 10 for line in status if line.startswith("VmRSS:"))
    return own + sum(map(resident, map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads memory from /proc")
def test_bombs_leave_no_memory_taken(strict) -> None:
    """Whatever a bomb took is free when it has been stopped; a server's own limit would let this one run on."""
    address, process = strict
    large = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . { SELECT DISTINCT ?g ?h ?j { ?g ?h ?i . ?j ?k ?l } } }"
    sizes = []
    for number in range(3):
        for bomb in (BOMB, f"{large} # {number}"):
            assert httpx2.get(f"{address}sparql", params={"query": bomb}, timeout=60).status_code == 500
        assert httpx2.get(f"{address}sparql", params={"query": SMALL}, timeout=60).status_code == 200
        sizes.append(resident(process.pid))
    assert max(sizes) < sizes[0] * 1.25


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
