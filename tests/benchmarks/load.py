"""A hundred clients at once ask a real ``kg serve`` on this machine, with a query bomb among them.

python -m tests.benchmarks.load                     30 seconds, 100 clients, about 100,000 triples
python -m tests.benchmarks.load --seconds 5 --officials 60

Prints answers a second, the time until an answer in milliseconds (median and the slowest of a hundred), errors, the
memory of server and engine while it goes on, and what became of the bomb. Reads memory from /proc (Linux).
"""

from __future__ import annotations

import argparse
import asyncio
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import httpx2

from tests.benchmarks.queries import texts, written
from tests.browser import generate

BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LIMIT = 5  # seconds that a query may take
SMALL = "SELECT ?name { ?person a kg:Official ; rdfs:label ?name } ORDER BY ?name LIMIT 2"
ASKED = ("posts-of", "meetings-of", "attendees")


@dataclass(slots=True)
class Told:
    """What the clients saw: seconds until each answer, status codes and failures of the connection, by number."""

    seconds: list[float] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Gives the exit code: 1 where a request failed or the bomb was not stopped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30, help="how long the clients ask (default 30)")
    parser.add_argument("--clients", type=int, default=100, help="how many ask at once (default 100)")
    parser.add_argument("--officials", type=int, default=1250, help="size of the graph (default 1250)")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        store = generate.store(options.officials)
        named = texts(store)
        queries = [SMALL, *(named[name] for name in ASKED)]
        print(
            f"{len(store):,} triples; {options.clients} clients, {options.seconds:g} s, {len(queries)} queries in turn"
        )
        graph = written(store, Path(folder))
        del store
        with serving(graph) as (address, server):
            asyncio.run(asked(address, queries, options.clients, 2))  # so that all is loaded once
            told, memory, bomb = asyncio.run(measured(address, server, queries, options.clients, options.seconds))
    middle, slow = (quantiles(told.seconds, n=100)[part] * 1000 for part in (49, 98))
    pace = len(told.seconds) / options.seconds
    print(f"{pace:.0f} answers a second; median {middle:.0f} ms, 99 of 100 in {slow:.0f} ms")
    print(f"outcomes  {', '.join(f'{count} x {outcome}' for outcome, count in told.outcomes.most_common())}")
    for moment, (ours, engine) in memory.items():
        print(f"after {moment:4.0f} s  server {ours >> 20} MB, engine {engine >> 20} MB")
    print(f"bomb      {bomb}")
    return int(set(told.outcomes) != {"200"} or not bomb.startswith("500"))


@contextmanager
def serving(graph: Path) -> Iterator[tuple[str, int]]:
    """A ``kg serve`` on a free port of loopback: its address and process id."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--timeout", str(LIMIT), "--graph", str(graph)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        announced = process.stderr.readline() if process.stderr else ""
        found = re.search(r"http://127\.0\.0\.1:\d+/", announced)
        try:
            if not found:
                raise RuntimeError(announced)
            yield f"{found[0]}sparql", process.pid
        finally:
            process.send_signal(signal.SIGINT)


async def measured(
    address: str, server: int, queries: Sequence[str], clients: int, seconds: float
) -> tuple[Told, dict[float, tuple[int, int]], str]:
    """Let the clients ask, a bomb fall after a fifth of the time, and look at the memory meanwhile."""
    begin = time.monotonic()
    memory = {0.0: resident(server)}
    asking = asyncio.create_task(asked(address, queries, clients, seconds))
    await asyncio.sleep(seconds / 5)
    bomb = asyncio.create_task(bombed(address))
    for part in (1 / 3, 2 / 3):
        await asyncio.sleep(max(0.0, begin + seconds * part - time.monotonic()))
        memory[seconds * part] = resident(server)
    told = await asking
    memory[seconds] = resident(server)
    return told, memory, await bomb


async def asked(address: str, queries: Sequence[str], clients: int, seconds: float) -> Told:
    """So many clients ask the queries in turn, each the next as soon as it has its answer."""
    told, until = Told(), time.monotonic() + seconds

    async def client(number: int, session: httpx2.AsyncClient) -> None:
        while time.monotonic() < until:
            begin = time.monotonic()
            try:
                answer = await session.post(address, data={"query": queries[number % len(queries)]})
            except httpx2.TransportError as error:
                told.outcomes[type(error).__name__] += 1
            else:
                told.outcomes[str(answer.status_code)] += 1
                told.seconds.append(time.monotonic() - begin)
            number += 1

    room = httpx2.Limits(max_connections=clients)
    async with httpx2.AsyncClient(timeout=60, limits=room, trust_env=False) as session:
        await asyncio.gather(*(client(number, session) for number in range(clients)))
    return told


async def bombed(address: str) -> str:
    """What the server says to a query that would take for ever, and when."""
    begin = time.monotonic()
    async with httpx2.AsyncClient(timeout=120, trust_env=False) as session:
        answer = await session.post(address, data={"query": BOMB})
    return f"{answer.status_code} after {time.monotonic() - begin:.1f} s: {answer.text.strip()[:80]}"


def resident(pid: int) -> tuple[int, int]:
    """Bytes of memory of a process, and of those below it."""
    return _resident(pid), sum(sum(resident(child)) for child in _children(pid))


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _resident(pid: int) -> int:
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) << 10 if found else 0


if __name__ == "__main__":
    sys.exit(main())
