"""What runs in the workers of a Dask cluster; imported only where Dask is installed."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Sequence

from distributed import Worker, WorkerPlugin

from kg.extract import code
from kg.model import Release
from kg.workers import T, Work

_READY: dict[str, Callable[[Release], object]] = {}
"""What this worker has made ready, by the name of the build."""


class UnlikeError(RuntimeError):
    """A worker has another kg than the build."""


class Plugin(WorkerPlugin):  # type: ignore[misc]  # Dask is typed in part
    """Makes a worker ready for one build, on registration or when the worker comes, and clears up after it."""

    idempotent = True

    def __init__(self, name: str, work: Work[Release, T]) -> None:
        self.name = name
        self._code = _edition()
        self._work = pickle.dumps(work)  # unpickled only where the code is known to be the same

    def setup(self, worker: Worker) -> None:
        if _edition() != self._code:
            raise UnlikeError(f"{worker.address} has another kg; install the same there")
        work: Work[Release, object] = pickle.loads(self._work)
        _READY[self.name] = work.ready()

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002  # as distributed calls it
        _READY.pop(self.name, None)


def _edition() -> str:
    """A name for the code that finds things in texts."""
    return hashlib.blake2b(b"".join(file.read_bytes() for file in code()), digest_size=16).hexdigest()


def read(name: str, batch: Sequence[Release]) -> list[object]:
    """What comes of each release, by what was made ready for the build of this name.

    Raises UnlikeError in a worker that came later and could not be made ready; why is in its log.
    """
    if name not in _READY:
        raise UnlikeError("a worker that came later has another kg; install the same there")
    ready = _READY[name]
    return [ready(release) for release in batch]
