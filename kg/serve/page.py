"""The network page, made in a process of its own: it takes seconds and memory, and meanwhile others are answered.

``python -m kg.serve.page FILE`` writes the page of a graph file to standard output. The graph is read from the file
into memory, since to go through all of a store on disk takes ten times as long.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.store import load


class PageError(RuntimeError):
    """The page could not be made; the message is what the process said last."""


class Page:
    """The network page of a graph file, made once, when first asked for; used from one event loop."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._making: asyncio.Task[bytes] | None = None

    async def html(self) -> bytes:
        """The page, in UTF-8. Raises PageError; who asks next has it tried again."""
        if self._making is None:
            self._making = asyncio.create_task(self._made())
        try:
            return await asyncio.shield(self._making)  # whoever goes away, others wait for it
        except PageError:
            self._making = None
            raise

    async def _made(self) -> bytes:
        command = (sys.executable, "-m", "kg.serve.page", str(self._file))
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe)
        page, complaint = await process.communicate()
        if process.returncode:
            last = complaint.decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise PageError(f"the page could not be made: {last or f'ended with {process.returncode}'}")
        return page


def main(file: Path) -> None:
    """Write the page of a graph file to standard output. Raises kg.store.GraphError."""
    gc.disable()  # nothing is thrown away before the end, and to look for it takes a quarter of the time
    sys.stdout.buffer.write(KnowledgeGraph(load(file)).page().encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
