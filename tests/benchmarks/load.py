"""A hundred clients at once ask a real ``kg serve`` on this machine, with query bombs among them.

python -m tests.benchmarks.load                     30 seconds, 100 clients, about 100,000 triples
python -m tests.benchmarks.load --seconds 5 --officials 60

Prints answers a second, the time until an answer in milliseconds (median and the slowest of a hundred), the processor
time that an answer takes, errors, the memory of ``kg serve`` and of the processes below it while it goes on and after
it, and what became of each bomb. Reads memory and processor time from /proc (Linux).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg import query
from kg.vocab import KG
from tests.benchmarks.queries import written
from tests.browser import generate

BOMBS = {
    "of time": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "of memory": "SELECT DISTINCT ?a ?d ?e { ?a ?b ?c . ?d ?e ?f } ORDER BY ?d",
}
LIMIT = 5  # seconds that a query may take
SMALL = "SELECT ?name { ?person a kg:Official ; rdfs:label ?name } ORDER BY ?name LIMIT 2"
ASKED = {
    "posts-of": ("person", KG.Official),
    "meetings-of": ("person", KG.Official),
    "attendees": ("occasion", KG.Meeting),
}
"""Named queries, and the parameter and class of what each is asked about."""
ABOUT = 50  # things that each is asked about in turn


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
    parser.add_argument("--rounds", type=int, default=3, help="how often each bomb falls (default 3)")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        store = generate.store(options.officials)
        queries = texts(store)
        different = len(set(queries))
        print(
            f"{len(store):,} triples; {options.clients} clients, {options.seconds:g} s, {different} different queries"
        )
        graph = written(store, Path(folder))
        del store
        with serving(graph) as (address, server):
            asyncio.run(asked(address, queries, options.clients, 2))  # so that all is loaded once
            before = spent(server)
            told, memory, bombs = asyncio.run(
                measured(address, server, queries, options.clients, options.seconds, options.rounds)
            )
            answers = len(told.seconds)
            ours, below = (1000 * (now - then) / answers for now, then in zip(spent(server), before, strict=True))
    middle, slow = (quantiles(told.seconds, n=100)[part] * 1000 for part in (49, 98))
    print(f"{answers / options.seconds:.0f} answers a second; median {middle:.0f} ms, 99 of 100 in {slow:.0f} ms")
    print(f"processor {ours:.1f} ms an answer in kg serve, {below:.1f} ms in its servers (bombs included)")
    print(f"outcomes  {', '.join(f'{count} x {outcome}' for outcome, count in told.outcomes.most_common())}")
    for moment, (ours_now, below_now) in memory.items():
        print(f"after {moment:4.0f} s  kg serve {ours_now >> 20} MB, its servers {below_now >> 20} MB")
    for told_of in bombs:
        print(f"bomb      {told_of}")
    stopped = all(re.match(r".*: 500 after", told_of) for told_of in bombs)
    return int(set(told.outcomes) != {"200"} or not stopped)


def texts(store: ox.Store) -> list[str]:
    """What the clients ask: the named queries about one thing after another, and a small one in between."""
    asked = []
    for name, (parameter, term) in ASKED.items():
        things = sorted(quad.subject.value for quad in store.quads_for_pattern(None, None, ox.NamedNode(term)))
        chosen = things[:: len(things) // ABOUT or 1][:ABOUT]
        named = query.named()[name].text
        asked += [query.with_values(named, [parameter], [[ox.NamedNode(thing)]]) for thing in chosen]
    return [text for about in asked for text in (about, SMALL)]


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
    address: str, server: int, queries: Sequence[str], clients: int, seconds: float, rounds: int
) -> tuple[Told, dict[float, tuple[int, int]], list[str]]:
    """Let the clients ask, bombs fall one after another after a sixth of the time, and look at the memory meanwhile."""
    begin = time.monotonic()
    memory = {0.0: resident(server)}
    asking = asyncio.create_task(asked(address, queries, clients, seconds))
    await asyncio.sleep(seconds / 6)
    bombs = asyncio.create_task(bombed(address, rounds))
    for part in range(2, 6):
        await asyncio.sleep(max(0.0, begin + seconds * part / 6 - time.monotonic()))
        memory[seconds * part / 6] = resident(server)
    told, outcomes = await asking, await bombs
    memory[time.monotonic() - begin] = resident(server)
    return told, memory, outcomes


async def asked(address: str, queries: Sequence[str], clients: int, seconds: float) -> Told:
    """So many clients ask the queries in turn, each the next as soon as it has its answer."""
    told, until = Told(), time.monotonic() + seconds

    async def client(number: int) -> None:
        async with connected(address) as ask:
            while time.monotonic() < until:
                begin = time.monotonic()
                try:
                    status, _ = await ask(queries[number % len(queries)])
                except (OSError, EOFError) as error:
                    told.outcomes[type(error).__name__] += 1
                    return
                told.outcomes[str(status)] += 1
                told.seconds.append(time.monotonic() - begin)
                number += 1

    await asyncio.gather(*map(client, range(clients)))
    return told


async def bombed(address: str, rounds: int) -> list[str]:
    """What the server says to queries that would take all there is, and when; one after another."""
    told = []
    async with connected(address) as ask:
        for name, bomb in list(BOMBS.items()) * rounds:
            begin = time.monotonic()
            status, body = await ask(bomb)
            told.append(f"{name}: {status} after {time.monotonic() - begin:.1f} s: {body.decode().strip()[:80]}")
    return told


@asynccontextmanager
async def connected(address: str) -> AsyncIterator[Callable[[str], Awaitable[tuple[int, bytes]]]]:
    """A connection of its own; gives what sends a query and awaits the status and the body.

    As little as HTTP needs, for a client of a library takes longer over an answer than the server.
    """
    url = urlsplit(address)
    reader, writer = await asyncio.open_connection(url.hostname, url.port)

    async def ask(text: str) -> tuple[int, bytes]:
        body = text.encode()
        head = f"POST {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\nContent-Type: application/sparql-query\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        told = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = re.search(rb"content-length: (\d+)", told)
        return int(told.split()[1]), await reader.readexactly(int(length[1]) if length else 0)

    try:
        yield ask
    finally:
        writer.close()


def resident(pid: int) -> tuple[int, int]:
    """Bytes of memory of a process, and of those below it."""
    return _resident(pid), sum(sum(resident(child)) for child in _children(pid))


def spent(pid: int) -> tuple[float, float]:
    """Processor seconds of a process, and of those below it, also of those that have ended."""
    below = _spent(pid, 15) + sum(_spent(child, 13) + sum(spent(child)[1:]) for child in _children(pid))
    return _spent(pid, 13), below


def _spent(pid: int, first: int) -> float:
    """Of a process itself (``first`` is 13) or of its ended children (15): two fields of proc_pid_stat(5)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[first - 2 : first])) / os.sysconf("SC_CLK_TCK")


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _resident(pid: int) -> int:
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) << 10 if found else 0


if __name__ == "__main__":
    sys.exit(main())
