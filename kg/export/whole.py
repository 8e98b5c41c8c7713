"""Output files that are either whole or untouched."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


class Part:
    """A file in the making, beside the one whose place it takes when it is whole.

    A symbolic link stays, what it points to is replaced.
    """

    def __init__(self, target: Path, path: Path) -> None:
        self._target = target
        self._path = path

    @classmethod
    def left(cls, file: Path, name: str) -> Part:
        """The part of this name that a build which was stopped has left beside a file."""
        target = Path(os.path.realpath(file))
        return cls(target, target.with_name(name))

    @property
    def name(self) -> str:
        """That of the file until it has its place."""
        return self._path.name

    def stamp(self) -> str:
        """What tells the content from another, which taking its place does not change; empty where there is none."""
        try:
            about = self._path.stat()
        except FileNotFoundError:
            return ""
        return f"{about.st_size} {about.st_mtime_ns} {about.st_ino}"

    def take_place(self) -> None:
        """Replace the former file, whose permissions stay, in one step. The part must be complete."""
        with suppress(FileNotFoundError):  # the first time there is no file whose permissions to keep
            self._path.chmod(self._target.stat().st_mode)
        self._path.replace(self._target)
        _sync(self._target.parent)


@contextmanager
def begun(path: str | os.PathLike[str]) -> Iterator[tuple[Part, BinaryIO]]:
    """A part for the file at ``path``, under a temporary name in the same folder (``.NAME.XXXX.part``), and what it
    is written to, which :func:`completed` ends. It is removed where it has not taken its place when the block ends.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise IsADirectoryError(f"{path} is a folder; give the path of a file")
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            yield Part(target, part), file
    finally:
        part.unlink(missing_ok=True)


def completed(file: BinaryIO) -> None:
    """Have all that was written to a file on the disk, and close it."""
    file.flush()
    os.fsync(file.fileno())
    file.close()


@contextmanager
def replaced(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Write a file so that its former content stays until the new one is complete.

    Gives a binary file in the same folder under a temporary name. When the block ends it is flushed to disk and takes
    the name in one step; when the block raises it is removed. The folder must exist.

    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "graph.ttl"
    >>> with replaced(target) as file:
    ...     _ = file.write(b"whole")
    >>> target.read_bytes()
    b'whole'

    Raises OSError when the folder cannot be written or the disk is full.
    """
    with begun(path) as (part, file):
        yield file
        completed(file)
        part.take_place()


def _sync(folder: Path) -> None:
    """Make the new name itself durable, where folders can be flushed (not on Windows)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
