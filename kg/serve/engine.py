"""Answers queries by SPARQL servers, and sees that one query leaves room and time to the others.

A query has so many seconds from its arrival, waiting included. It begins at one of a few places for short queries.
One that takes longer than :data:`SHORT` there goes on at one of fewer places for long ones, behind everybody else for
the processor; where none is free it is stopped, and begins again when one is. So queries that take long hold a place
for short ones for a moment, and one known to take long holds none. At the end of its time its server is
killed, which stops any query, and what it took of memory is free.

Whatever reaches a server has been looked at by :func:`kg.sparql.refuse`, for it would follow SERVICE to any host.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from dataclasses import dataclass, field

import httpx2

from kg.serve.kept import Kept, repeatable
from kg.serve.servers import Server, Servers
from kg.vocab import INSTANCES, PREFIXES

SHORT = 0.5  # seconds of processor time that a query may take at a place for short ones
TICK = 0.05  # seconds between two looks at what it has taken, at least
LONG_AT_ONCE = 2  # places for long queries
REMEMBERED = 1000  # queries known to take long


class LimitError(Exception):
    """A query went beyond a limit, of time, of memory, or of the size of its result, and was stopped."""


class BusyError(Exception):
    """A query had no turn within its time, or lost it to others that take long."""


class BrokenQueryError(Exception):
    """The server says that the query is wrong or cannot be answered; the message is its own."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: ``seconds`` from its arrival, ``size`` bytes of result, ``memory`` bytes meanwhile.

    ``at_once`` short queries are answered at a time, and beside them :data:`LONG_AT_ONCE` that take long.
    """

    seconds: float = 10.0
    size: int = 32 << 20
    memory: int = 1 << 30
    at_once: int = field(default_factory=lambda: max(4, os.cpu_count() or 1))


class _Work:
    """A query on its way: the server that works on it, and the answer to come."""

    def __init__(self, server: Server, answer: asyncio.Task[bytes]) -> None:
        self.server = server
        self.answer = answer
        self.calm = False  # whether the server lets others go first, which cannot be undone
        self._now = asyncio.get_running_loop().time
        self._began = self._now()
        self._spent = server.spent()

    def seconds(self) -> float:
        """Processor time that it took until now: where machines are busy, what is short takes long by the clock."""
        spent = self.server.spent()
        return self._now() - self._began if spent is None or self._spent is None else spent - self._spent

    async def is_short(self, until: float) -> bool:
        """Whether the answer is there before the query has taken :data:`SHORT`, or a time of the event loop comes."""
        while not self.answer.done() and self.seconds() < SHORT and self._now() < until:
            left = max(SHORT - self.seconds(), TICK)
            await asyncio.wait({self.answer}, timeout=min(left, until - self._now()))
        return self.answer.done()

    def is_clean(self) -> bool:
        """Whether the server can take another query: it has said its word on this one, and nothing stays behind."""
        if not self.answer.done() or self.answer.cancelled() or self.calm:
            return False
        return isinstance(self.answer.exception(), BrokenQueryError | None) and not self.server.has_grown()


class Engine:
    """Asks the servers; one for an application, used from its event loop."""

    def __init__(self, servers: Servers, limits: Limits, base: str = INSTANCES) -> None:
        self.limits = limits
        self._servers = servers
        self._idle: list[Server] = []
        self._short = asyncio.Semaphore(limits.at_once)
        self._long = asyncio.Semaphore(LONG_AT_ONCE)
        self._take_long: dict[bytes, None] = {}
        self._kept = Kept()
        self._prologue = "".join(f"PREFIX {name}: <{iri}> " for name, iri in (PREFIXES | {"id": base}).items())
        room = httpx2.Limits(max_connections=None, max_keepalive_connections=None)
        self._client = httpx2.AsyncClient(timeout=None, limits=room, trust_env=False)

    async def close(self) -> None:
        """Give the connections back."""
        await self._client.aclose()

    async def ask(self, query: str, media: str) -> bytes:
        """The whole answer in a media type. The prefixes of :data:`kg.vocab.PREFIXES` need not be declared.

        Raises BrokenQueryError, LimitError, BusyError, and kg.serve.servers.EngineError when no server can be
        started.
        """
        until = asyncio.get_running_loop().time() + self.limits.seconds
        asked = hashlib.blake2b(f"{media} {query}".encode(), digest_size=16).digest()
        answer = self._kept.get(asked) or await self._found(query, media, asked, until)
        if repeatable(query):
            self._kept.keep(asked, answer)
        return answer

    async def _found(self, query: str, media: str, asked: bytes, until: float) -> bytes:
        """The answer, worked out until a time of the event loop."""
        async with AsyncExitStack() as begun:
            work: _Work | None = None
            if asked not in self._take_long:
                async with self._place(self._short, until):
                    if (kept := self._kept.get(asked)) is not None:  # somebody has asked the same meanwhile
                        return kept
                    work = await begun.enter_async_context(self._working(query, media))
                    if await work.is_short(until):
                        return work.answer.result()
                    self._remember(asked)
                    if self._long.locked():
                        await begun.aclose()
                        work = None
            async with self._place(self._long, until):
                if work is None:
                    work = await begun.enter_async_context(self._working(query, media))
                work.calm = True
                self._servers.calm(work.server)
                await asyncio.wait({work.answer}, timeout=until - asyncio.get_running_loop().time())
                if not work.answer.done():
                    seconds = f"{self.limits.seconds:g} s"
                    raise LimitError(f"the query took longer than {seconds} and was stopped; ask for less")
                if work.seconds() < SHORT:
                    self._take_long.pop(asked, None)
                return work.answer.result()

    @asynccontextmanager
    async def _place(self, places: asyncio.Semaphore, until: float) -> AsyncIterator[None]:
        """One of the places, waited for until a time of the event loop. Raises BusyError when none was free by then."""
        try:
            async with asyncio.timeout_at(until):
                await places.acquire()
        except TimeoutError as error:
            seconds = f"{self.limits.seconds:g} s"
            raise BusyError(f"too much is asked at once: the query had no turn within {seconds}; ask again") from error
        try:
            yield
        finally:
            places.release()

    def _remember(self, asked: bytes) -> None:
        """Keep in mind that a query takes long, and forget the one noted first when there are many."""
        self._take_long[asked] = None
        if len(self._take_long) > REMEMBERED:
            del self._take_long[next(iter(self._take_long))]

    @asynccontextmanager
    async def _working(self, query: str, media: str) -> AsyncIterator[_Work]:
        """A server that works on the query; afterwards it is kept for the next one, or ended when it is not clean."""
        server = await asyncio.to_thread(self._ready)
        answer = asyncio.create_task(self._answer(server, query, media))
        work = _Work(server, answer)
        try:
            yield work
        finally:
            if work.is_clean():
                self._idle.append(server)
            else:
                work.answer.cancel()
                self._servers.end(server)

    def _ready(self) -> Server:
        while self._idle:
            server = self._idle.pop()
            if self._servers.runs(server):
                return server
        return self._servers.started()

    async def _answer(self, server: Server, query: str, media: str) -> bytes:
        body = bytearray()
        address = f"http://127.0.0.1:{server.port}/query"
        headers = {"Accept": media, "Content-Type": "application/sparql-query"}
        content = (self._prologue + query).encode()
        try:
            async with self._client.stream("POST", address, content=content, headers=headers) as response:
                async with aclosing(_pieces(response)) as pieces:
                    async for piece in pieces:
                        body += piece
                        if len(body) > self.limits.size:
                            raise LimitError(
                                f"the result is larger than {self.limits.size >> 20} MB; "
                                "ask for less, for example with LIMIT"
                            )
                status = response.status_code
        except httpx2.TransportError as error:
            reason = f"the query was given up, as one that takes more than {self.limits.memory >> 20} MB of memory is"
            raise LimitError(f"{reason}; ask for less") from error
        if status != httpx2.codes.OK:
            raise BrokenQueryError(body.decode("utf-8", "replace"))
        return bytes(body)


async def _pieces(response: httpx2.Response) -> AsyncGenerator[bytes]:
    async for piece in response.aiter_raw():
        yield piece
