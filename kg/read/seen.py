"""What a former build saw in files, so that those which stayed as they were need not be opened.

A file is as it was when its *stamp* is: size, times of change, and place on the disk, as git's index has it. A stamp
is not trusted where the file changed so shortly before that another change could have the same time ("racily clean").
"""

from __future__ import annotations

import os
import struct
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kg.model import Release

RACY = 2_000_000_000
"""Nanoseconds that the time of change must be past: the coarsest file system in use counts by two seconds (FAT)."""


@dataclass(frozen=True, slots=True, order=True)
class Edition:
    """What is kept of a release to compare it with others of its id; the greatest counts.

    ``minute`` is that of the day, -1 where the time of issue is not known; ``digest`` is of the words of its text.
    """

    day: int
    minute: int
    length: int
    digest: bytes
    path: str
    row: int


class Glimpse(NamedTuple):
    """A release without its text: its id, and a digest of all of it."""

    id: str
    digest: bytes


class Seen(Protocol):
    """What is known of files and releases from a former build."""

    def standing(self, stamps: Mapping[str, bytes]) -> Mapping[str, str]:
        """Of files with these stamps, by path, those that had them, in which is one release alone, and of which what
        was found is still there: the id of that release."""

    def releases(self, path: str, stamp: bytes) -> Sequence[Glimpse] | None:
        """The releases of a file when it had this stamp, all that is in it; None where that is not known."""

    def editions(self, path: str) -> Sequence[Edition]:
        """The editions of the releases of a file of which they are known."""

    def keeps(self, glimpse: Glimpse) -> bool:
        """Whether what was found in this very release is still there."""

    def digest(self, release: Release) -> bytes:
        """What tells a release from others."""

    def note(self, path: str, stamp: bytes, releases: Sequence[Glimpse], editions: Sequence[Edition]) -> None:
        """Remember the releases of a file with this stamp, in which there is nothing else, and their editions."""


class Nothing:
    """Knows no file."""

    def standing(self, stamps: Mapping[str, bytes]) -> Mapping[str, str]:  # noqa: ARG002  # as the protocol has it
        return {}

    def releases(self, path: str, stamp: bytes) -> None:  # noqa: ARG002
        return None

    def editions(self, path: str) -> Sequence[Edition]:  # noqa: ARG002
        return ()

    def keeps(self, glimpse: Glimpse) -> bool:  # noqa: ARG002
        return False

    def digest(self, release: Release) -> bytes:  # noqa: ARG002
        return b""

    def note(self, path: str, stamp: bytes, releases: Sequence[Glimpse], editions: Sequence[Edition]) -> None:
        pass


_STAMP = struct.Struct("<qqqQQ")


def stamp(about: os.stat_result) -> bytes | None:
    """The stamp of a file of this status, whose content has not been read yet; None where it cannot be trusted."""
    changed, touched = about.st_mtime_ns, about.st_ctime_ns
    if max(changed, touched) + RACY > time.time_ns():
        return None
    return _STAMP.pack(about.st_size, changed, touched, about.st_ino, about.st_dev)
