"""The engine behind ``kg serve`` ends with it, however that ends."""

from __future__ import annotations

import shutil
import socket
import time
from pathlib import Path

import httpx2
import pytest

from serve.serving import WORLD, serving

pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads processes from /proc")


def below(pid: int) -> list[int]:
    """The processes that descend from one."""
    children = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [each for child in children for each in (child, *below(child))]


def port_of(pid: int) -> int:
    """Where an oxigraph process listens, as its arguments say."""
    arguments = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    return int(arguments[arguments.index("--bind") + 1].rpartition(":")[2])


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def gone(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return not status.exists() or "State:\tZ" in status.read_text()


def test_a_killed_server_takes_its_engine_along(tmp_path: Path) -> None:
    graph = Path(shutil.copy(WORLD, tmp_path))
    with serving(graph) as (address, process):
        httpx2.get(f"{address}sparql", params={"query": "ASK {}"}).raise_for_status()
        engines = below(process.pid)
        ports = {int(address.rstrip("/").rpartition(":")[2]), port_of(engines[-1])}
        assert all(map(answers, ports))
        process.kill()
        process.wait()
        until = time.monotonic() + 20
        while not all(map(gone, engines)) and time.monotonic() < until:
            time.sleep(0.05)
        assert [pid for pid in engines if not gone(pid)] == []
        assert not any(map(answers, ports))
        for port in ports:
            socket.create_server(("127.0.0.1", port)).close()
