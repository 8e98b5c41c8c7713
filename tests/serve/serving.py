"""A real ``kg serve`` on a free port of loopback, for tests."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WORLD = Path(__file__).parent.parent / "query" / "world.ttl"


@contextmanager
def serving(graph: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address and the process, which ends as a user would end it."""
    command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--graph", str(graph), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUTF8": "1"}) as process:
        assert process.stderr is not None
        announced = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", announced)
        try:
            assert found, announced
            yield found[0], process
        finally:
            if process.poll() is None:  # else the test has ended it
                process.send_signal(signal.SIGINT)
                assert process.wait(timeout=60) in (0, 130)
