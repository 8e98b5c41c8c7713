"""Keeps servers for as long as its starter lives, however that ends: ``python keeper.py BYTES PROGRAM ARGUMENT...``

The program is run for a port as often as it is told, with ``{port}`` in its arguments replaced, and no process of it
has more than so many bytes of memory, where the system can bound it. Each line on standard input is an order and is
answered by a line:

    start PORT     run the program; its process id, or 0 where it cannot be run
    state PORT     "runs", or the code with which it has ended
    calm PORT      let other processes go before it from now on
    end PORT       kill it

The starter holds the other end of standard input. When that is closed, as it is when the starter is killed, all are
killed. Imports nothing of kg, so that it is there at once.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from subprocess import DEVNULL, Popen

CALM = 10
"""Niceness of who lets others go first: of a core that both want, Linux gives it a tenth."""


class Keeper:
    """The processes of a program, by port."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._running: dict[str, Popen[bytes]] = {}
        self._killed: list[Popen[bytes]] = []

    def obey(self, order: str, port: str) -> object:
        """Carry out an order; gives the answer to it."""
        if order == "start":
            return self._start(port)
        process = self._running.get(port)
        if process is None or order not in ("state", "calm", "end"):
            return "none"
        if order == "state":
            return "runs" if process.poll() is None else process.returncode
        if order == "calm" and process.poll() is None and hasattr(os, "setpriority"):
            os.setpriority(os.PRIO_PROCESS, process.pid, CALM)
        if order == "end":
            process.kill()
            self._killed = [each for each in (*self._killed, self._running.pop(port)) if each.poll() is None]
        return "done"

    def _start(self, port: str) -> int:
        told = [part.replace("{port}", port) for part in self._command]
        try:
            self._running[port] = Popen(told, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)
        except OSError:
            return 0
        return self._running[port].pid

    def end(self) -> None:
        """Kill all that runs."""
        for process in self._running.values():
            process.kill()


def main(bound: int, command: Sequence[str]) -> None:
    """Obey until standard input ends."""
    _bind(bound)
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is meant for the servers; the starter's end is this one's
    keeper = Keeper(command)
    try:
        for line in sys.stdin:
            sys.stdout.write(f"{keeper.obey(*line.split())}\n")
            sys.stdout.flush()
    finally:
        keeper.end()


def _bind(bound: int) -> None:
    """Bound the memory of what is started from here on."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
