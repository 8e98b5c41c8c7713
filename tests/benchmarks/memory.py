"""The largest memory that a process has had."""

from __future__ import annotations

import platform
import resource
from pathlib import Path


def peak_mb() -> float:
    """The peak of this process, in megabytes (10^6 bytes).

    Linux keeps two: ``ru_maxrss`` begins with that of the parent at the time of the fork, even after another program
    is run, ``VmHWM`` with the program itself. So the second is taken where there is one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text("utf-8").splitlines())
        return int(lines["VmHWM"].split()[0]) * 1024 / 1e6
    return rusage_mb(resource.RUSAGE_SELF)


def rusage_mb(who: int) -> float:
    """``ru_maxrss`` in megabytes, which is in bytes on macOS and in kibibytes elsewhere."""
    return resource.getrusage(who).ru_maxrss * (1 if platform.system() == "Darwin" else 1024) / 1e6
