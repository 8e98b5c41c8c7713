"""The processes of the ``oxigraph`` server, each over the same store on disk and on a port of loopback of its own.

One works on one query at a time: to stop a query is then to kill a process, which frees its memory too. The server's
own limit of time does not stop every query (one that joins three times everything runs on for ever, with all the
memory it has taken), and its allocator keeps what a query has used.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from kg.serve import keeper

START = 30.0  # seconds that a server may take until it answers
TRIES = 3  # another program may take the port before the server does
PAUSE = 0.005  # seconds between two looks whether it answers
GROWN = 128 << 20
"""Bytes that a server may hold beyond what it began with; its store keeps some 32 MB of blocks in memory."""


class EngineError(RuntimeError):
    """The SPARQL server could not be started; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Server:
    """A process that answers at a port of loopback, and the bytes of memory that it began with."""

    port: int
    pid: int
    began: int

    def spent(self) -> float | None:
        """Seconds of processor time since its start; None where the system does not say."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # utime and stime, proc_pid_stat(5)

    def has_grown(self) -> bool:
        """Whether it holds so much that a new one is better; False where the system does not say."""
        return memory(self.pid) > self.began + GROWN


class Servers:
    """Starts and ends server processes, of which none outlives this one; may be used from several threads."""

    def __init__(self, store: Path, process: subprocess.Popen[str]) -> None:
        self._store = store
        self._process = process
        self._one_order = Lock()

    def started(self) -> Server:
        """A new server, ready to answer. Raises EngineError."""
        for _ in range(TRIES):
            with socket.create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
            pid = int(self._order("start", port))
            if self._is_up(port):
                return Server(port, pid, memory(pid))
            state = self._order("state", port)
            self._order("end", port)
        raise EngineError(
            f"{self._store}: the SPARQL server does not start on this store (it ended with {state}); "
            "delete the folder, it is made anew from the graph file"
        )

    def _is_up(self, port: int) -> bool:
        """Wait until a server takes connections; False when it has ended, or takes none in good time."""
        until = time.monotonic() + START
        while time.monotonic() < until and self._order("state", port) == "runs":
            try:
                socket.create_connection(("127.0.0.1", port), START).close()
            except OSError:
                time.sleep(PAUSE)
            else:
                return True
        return False

    def runs(self, server: Server) -> bool:
        """Whether it has not ended by itself."""
        return self._order("state", server.port) == "runs"

    def calm(self, server: Server) -> None:
        """Let other processes go first before this one."""
        self._order("calm", server.port)

    def end(self, server: Server) -> None:
        """Kill it, whatever it works on."""
        self._order("end", server.port)

    def _order(self, order: str, port: int) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with self._one_order:
            try:
                self._process.stdin.write(f"{order} {port}\n")
                self._process.stdin.flush()
                answer = self._process.stdout.readline().strip()
            except (OSError, ValueError):  # broken off, or closed at the end
                answer = ""
        if not answer:
            raise EngineError("the process that starts SPARQL servers has ended; start again")
        return answer


@contextmanager
def servers(store: Path, bound: int) -> Iterator[Servers]:
    """What starts read-only servers over the store in this folder, each with so many bytes of memory at most.

    They end with the context, and with this process however it ends. Raises EngineError when there is no program.
    """
    command = [program(), "serve-read-only", "--location", str(store), "--bind", "127.0.0.1:{port}"]
    kept = [sys.executable, "-I", "-S", keeper.__file__, str(bound), *command]
    process = subprocess.Popen(kept, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Servers(store, process)
    finally:
        with suppress(OSError):
            process.communicate()  # the end of its input ends it


def program() -> str:
    """The server that the ``oxigraph`` package puts beside Python, else the one on the path. Raises EngineError."""
    beside = shutil.which("oxigraph", path=sysconfig.get_path("scripts"))
    found = beside or shutil.which("oxigraph")
    if found is None:
        raise EngineError("the program oxigraph is not installed; get it with: pip install oxigraph")
    return found


def memory(pid: int) -> int:
    """Bytes of memory that a process holds; 0 where the system does not say, or there is none."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
