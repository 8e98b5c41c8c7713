"""Extraction on a Dask cluster that is already there: https://distributed.dask.org

Workers may be on other machines: they need the same kg, but none of this machine's files. What they have to know is
sent to each of them once, those that come later included. A batch whose worker is lost is done by another one.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from kg.model import Release
from kg.workers import Pending, Work

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")

_AHEAD = 4  # batches for each thread of a worker that may be under way


class ClusterError(RuntimeError):
    """A cluster that cannot be used or gave up; the message says why and what to do."""


class Cluster(Generic[T]):
    """A team of the workers of a Dask cluster.

    Args:
        address: of its scheduler, such as ``tcp://10.0.0.1:8786``.
        work: what is done with every release, with all the content that it needs.

    Raises ClusterError on entering, and from then on when the cluster fails.
    """

    def __init__(self, address: str, work: Work[Release, T]) -> None:
        self._address = address
        self._work = work
        self._name = f"kg-{uuid.uuid4().hex}"

    def __enter__(self) -> Self:
        with ExitStack() as unless_begun:
            self._client = self._connected()
            unless_begun.callback(self._client.close)
            self._begin()
            unless_begun.pop_all()
        return self

    def _connected(self) -> Client:
        try:
            from distributed import Client
            from distributed.comm import resolve_address
        except ImportError as error:
            raise ClusterError("a cluster needs Dask; get it with: pip install 'kg[dask]'") from error
        try:
            resolve_address(self._address)  # for a Client that could not begin complains when the process ends
            return Client(self._address, set_as_default=False)
        except (OSError, ValueError) as error:  # no answer; no address
            raise ClusterError(
                f"{self._address}: no Dask scheduler answers ({error}); start one with: dask scheduler"
            ) from error

    def _begin(self) -> None:
        """Have every worker make its look-ups; one without kg cannot unpickle what does so."""
        from dask import config

        from kg.extract.cluster_worker import Plugin, UnlikeError

        try:
            patience = config.get("distributed.comm.timeouts.connect")
            self._client.wait_for_workers(1, timeout=patience)
            self._client.register_plugin(Plugin(self._name, self._work), name=self._name)
        except TimeoutError as error:
            raise ClusterError(
                f"{self._address}: the cluster has no worker; start one with: dask worker {self._address}"
            ) from error
        except (ImportError, AttributeError, UnlikeError) as error:
            raise ClusterError(f"{self._address}: its workers need the kg that is here ({error})") from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._client.unregister_worker_plugin(self._name)
        finally:
            self._client.close()  # which gives up what is still under way

    def submit(self, batch: Sequence[Release]) -> Pending[T]:
        from kg.extract.cluster_worker import read

        return _Pending(self._address, self._client.submit(read, self._name, batch, pure=False))

    def room(self) -> int:
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values())) * _AHEAD


@dataclass(frozen=True, slots=True)
class _Pending(Generic[T]):
    address: str
    future: Future[list[T]]

    def result(self) -> list[T]:
        from distributed import CancelledError, KilledWorker

        from kg.extract.cluster_worker import UnlikeError

        try:
            found: list[T] = self.future.result()
        except (KilledWorker, CancelledError, UnlikeError, OSError) as error:
            raise ClusterError(
                f"{self.address}: the cluster gave up ({error}); what was found is kept, build again to go on"
            ) from error
        return found
