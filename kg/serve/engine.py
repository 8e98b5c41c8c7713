"""The SPARQL server behind the endpoint: an ``oxigraph`` process over a store on disk, on a port of loopback.

It can stop a query that takes too long, which a store inside this process cannot. Whatever reaches it has been
looked at by :func:`kg.sparql.refuse`, for it would follow SERVICE to any host.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from kg.serve import keeper
from kg.vocab import INSTANCES, PREFIXES

START = 30.0  # seconds that the server may take until it answers
GRACE = 5.0  # seconds after its own limit until it is no longer waited for
_CANCELLED = b"has been cancelled"
_TAIL = 200  # bytes at the end of an answer in which the server says that it stopped midway


class EngineError(RuntimeError):
    """The server could not be started."""


class TooLongError(Exception):
    """A query took longer than the limit and was stopped."""


class TooLargeError(Exception):
    """A result has more bytes than the limit, and was not read to its end."""


class BrokenQueryError(Exception):
    """The server says that the query is wrong or cannot be answered; the message is its own."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: ``seconds`` of time, ``size`` bytes of result; ``at_once`` queries are answered."""

    seconds: float = 10.0
    size: int = 32 << 20
    at_once: int = 16


@contextmanager
def running(store: Path, limits: Limits) -> Iterator[str]:
    """Run a read-only server over the store in this folder; gives its address. It ends with this process at the latest.

    Raises EngineError when it does not start.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [program(), "serve-read-only", "--location", str(store), "--bind", f"127.0.0.1:{port}"]
    command += ["--timeout-s", str(max(1, round(limits.seconds)))]
    kept = [sys.executable, "-I", "-S", keeper.__file__, *command]
    process = subprocess.Popen(kept, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(process, address)
        yield address
    finally:
        process.communicate()  # the end of its input ends it


def program() -> str:
    """The server that the ``oxigraph`` package puts beside Python, else the one on the path."""
    beside = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
    program = beside or shutil.which("oxigraph")
    if program is None:
        raise EngineError("the program oxigraph is not installed; get it with: pip install oxigraph")
    return program


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            httpx2.get(f"{address}/query", params={"query": "ASK {}"}, timeout=START, trust_env=False)
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return
    raise EngineError(f"the SPARQL server did not start (it ended with {process.poll()}); is the store whole?")


class Engine:
    """Asks the server; one for an application, used from its event loop."""

    def __init__(self, address: str, limits: Limits, base: str = INSTANCES) -> None:
        self.limits = limits
        self._address = f"{address}/query"
        self._prologue = "".join(f"PREFIX {name}: <{iri}> " for name, iri in (PREFIXES | {"id": base}).items())
        timeout = httpx2.Timeout(limits.seconds + GRACE)
        room = httpx2.Limits(max_connections=limits.at_once)
        self._client = httpx2.AsyncClient(timeout=timeout, limits=room, trust_env=False)

    async def close(self) -> None:
        """Give the connections back."""
        await self._client.aclose()

    async def ask(self, query: str, media: str) -> bytes:
        """The whole answer in a media type. The prefixes of :data:`kg.vocab.PREFIXES` need not be declared.

        Raises BrokenQueryError, TooLongError, TooLargeError, and httpx2.TransportError when the server is gone.
        """
        body = bytearray()
        headers = {"Accept": media, "Content-Type": "application/sparql-query"}
        content = (self._prologue + query).encode()
        try:
            async with self._client.stream("POST", self._address, content=content, headers=headers) as response:
                async with aclosing(_pieces(response)) as pieces:
                    async for piece in pieces:
                        body += piece
                        if len(body) > self.limits.size:
                            raise TooLargeError
                status = response.status_code
        except (httpx2.ReadTimeout, httpx2.RemoteProtocolError) as error:
            raise TooLongError from error
        if _CANCELLED in body[-_TAIL:]:
            raise TooLongError
        if status != httpx2.codes.OK:
            raise BrokenQueryError(body.decode("utf-8", "replace"))
        return bytes(body)


async def _pieces(response: httpx2.Response) -> AsyncGenerator[bytes]:
    async for piece in response.aiter_raw():
        yield piece
