"""A new file out of a former one of ours: what stayed is copied, not written again."""

from __future__ import annotations

import errno
import mmap
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO, Self

_COPIED = 1 << 24  # bytes at a time
_CANNOT = frozenset((errno.ENOSYS, errno.EXDEV, errno.EINVAL, errno.EOPNOTSUPP))
"""What systems say that cannot copy between two files by themselves."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Bytes ``start`` to ``end`` of the former file give way to ``text``."""

    start: int
    end: int
    text: bytes = b""


class Former:
    """A file of ours, to be looked into and copied; a context."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._text.close()

    def first(self, begin: int, end: int, at: Callable[[int], int], comes_before: Callable[[int], bool]) -> int:
        """Where the first record between two places is that comes not before what is looked for; else the end.

        The records are in order. ``at`` gives where the first one at or after a place begins, ``end`` for none.
        """
        low, high = begin, end
        while low < high:
            middle = (low + high) // 2
            start = at(middle)
            if start < end and comes_before(start):
                low = middle + 1
            else:
                high = middle
        return at(low)

    def spliced(self, edits: Iterable[Edit], file: BinaryIO) -> None:
        """Write the file with the edits, which must not overlap."""
        at = 0
        for edit in sorted(edits):
            if edit.start < at:
                raise ValueError(f"edits overlap at {edit.start}")
            self._copy(at, edit.start, file)
            file.write(edit.text)
            at = edit.end
        self._copy(at, len(self._text), file)

    def _copy(self, start: int, end: int, file: BinaryIO) -> None:
        """Copy a part of the file, a large one by the system where that can."""
        if end - start >= _COPIED and hasattr(os, "copy_file_range"):
            file.flush()
            try:
                while start < end:
                    done = os.copy_file_range(self._file.fileno(), file.fileno(), end - start, start, file.tell())
                    if not done:
                        raise OSError(errno.EIO, "the former file became shorter while it was copied")
                    file.seek(done, os.SEEK_CUR)
                    start += done
            except OSError as error:
                if error.errno not in _CANNOT:
                    raise
        for at in range(start, end, _COPIED):
            file.write(self._text[at : min(at + _COPIED, end)])
