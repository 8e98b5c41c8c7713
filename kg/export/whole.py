"""Output files that are either whole or untouched."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replaced(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Write a file so that its former content stays until the new one is complete.

    Gives a binary file in the same folder under a temporary name (``.NAME.XXXX.part``). When the block
    ends it is flushed to disk and takes the name in one step; when the block raises it is removed. A
    symbolic link stays, what it points to is replaced. The folder must exist.

    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "graph.ttl"
    >>> with replaced(target) as file:
    ...     _ = file.write(b"whole")
    >>> target.read_bytes()
    b'whole'

    Raises OSError when the folder cannot be written or the disk is full.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(f"{path} is a folder; give the path of a file")
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):  # the first time there is no file whose permissions to keep
            part.chmod(target.stat().st_mode)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)  # what was not completed; the complete file has its name by now
    _sync(target.parent)


def _sync(folder: Path) -> None:
    """Make the new name itself durable, where folders can be flushed (not on Windows)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
