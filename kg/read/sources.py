"""From what the user names - files, folders, globs, URLs, ``-`` - to the files to read."""

from __future__ import annotations

import glob
import gzip
import io
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from enum import Enum, auto
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple
from urllib.parse import urlsplit

from kg import remote
from kg.model import Passed, PassedOver, Problem, Source

STDIN = "-"
_IN_MEMORY = 1 << 25  # bytes of standard input kept in memory; more go to a temporary file
_HOSTLESS = frozenset({"ftp", "sftp", "ssh"})
"""Protocols of which fsspec gives the path of a file without the host."""
_GZIP = b"\x1f\x8b"


class Kind(Enum):
    """What kind of file releases are read from."""

    TEXT = auto()
    PAGE = auto()
    CSV = auto()
    JSONL = auto()


_KINDS = {
    ".txt": Kind.TEXT, ".text": Kind.TEXT,
    ".htm": Kind.PAGE, ".html": Kind.PAGE, ".xhtml": Kind.PAGE,
    ".csv": Kind.CSV,
    ".jsonl": Kind.JSONL, ".ndjson": Kind.JSONL,
}  # fmt: skip
_NO_STEM = frozenset((".", os.sep, os.altsep))
"""What a name may end in that is nothing but its kind (".txt")."""


class File(NamedTuple):
    """A file to read; ``kind`` is None where only the content can tell.

    ``content`` gives the bytes of what is no file of this machine: standard input, what a URL names. ``status`` is
    that of a file when it was found, looked up once for all that ask; None where there is none.
    """

    path: str
    kind: Kind | None
    status: os.stat_result | None = None
    content: Callable[[], AbstractContextManager[BinaryIO]] | None = None

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The content from its start, unpacked if it is gzip.

        Raises:
            OSError: the file cannot be opened.
        """
        with self.content() if self.content else open(self.path, "rb") as raw:  # noqa: PTH123  # see _folder
            if raw.peek(2)[:2] == _GZIP:  # type: ignore[attr-defined]  # all are buffered
                with gzip.open(raw) as unpacked:
                    yield unpacked  # type: ignore[misc]  # GzipFile is a BinaryIO in all but name
            else:
                yield raw


class _Kept(io.RawIOBase):
    """A view of a spooled file from its start that leaves it open when closed, so that it can be read again."""

    def __init__(self, spool: BinaryIO) -> None:
        spool.seek(0)
        self._spool = spool

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._spool.seek(offset, whence)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._spool.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def kind_of(path: str) -> Kind | None:
    """The kind that a file's name tells, or None.

    >>> kind_of("a/P2025051900123.TXT.gz"), kind_of("gold.json")
    (<Kind.TEXT: 1>, None)
    """
    name, dot, ending = path.lower().removesuffix(".gz").rpartition(".")
    kind = _KINDS.get(dot + ending)
    if kind is None or (name and name[-1] not in _NO_STEM):
        return kind
    return kind if os.path.basename(name).strip(".") else None  # noqa: PTH119  # many paths: see _folder


def find(inputs: Iterable[str | Path], stdin: BinaryIO | None) -> Iterator[File | Problem | PassedOver]:
    """The files that ``inputs`` name, each once, sorted by path, after what could not be found.

    Within folders and globs, hidden files and files of other kinds are passed over; a file named outright is always
    read, whatever its name. Symbolic links are followed.
    """
    found: dict[str, File] = {}
    for given in inputs:
        for item in _stdin(stdin) if str(given) == STDIN else _expanded(str(given)):
            if isinstance(item, File):
                found.setdefault(item.path, item)
            else:
                yield item
    seen: set[tuple[int, int]] = set()
    for path in sorted(found):
        file = found.pop(path)
        if (status := file.status) is not None:
            number = _number(status)
            if number in seen:
                yield PassedOver(Source(path), Passed.DUPLICATE)
                continue
            seen.add(number)
        yield file


def _stdin(stdin: BinaryIO | None) -> Iterator[File | Problem]:
    if stdin is None:
        yield Problem(Source(STDIN), "there is no standard input here", "name a file or folder")
        return
    spool = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # lives as long as its File
    while block := stdin.read(1 << 20):
        spool.write(block)
    yield File(STDIN, None, content=lambda: nullcontext(io.BufferedReader(_Kept(spool))))  # type: ignore[arg-type]  # as it is one


def _expanded(given: str) -> Iterator[File | Problem | PassedOver]:
    return _remote(given) if remote.is_url(given) else _expand(given)


def _remote(given: str) -> Iterator[File | Problem | PassedOver]:
    """What a URL names: a file; all files below a folder; those that match a pattern. A page's "/" tells a folder."""
    shown = remote.without_password(given)
    try:
        system, path = remote.located(given)
        whole = given.partition("::")[0].endswith("/")
        if glob.has_magic(path) and not system.exists(path):
            paths, missing = [one for one in system.glob(path) if system.isfile(one)], "no file matches this pattern"
        elif not whole and system.isfile(path):
            yield File(shown, kind_of(path), content=partial(remote.fetched, system, path))
            return
        else:
            paths, missing = system.find(path), "there is no such file or folder, or no file in it"
    except remote.errors() as error:
        reason = remote.reason(error).removeprefix(f"{shown}: ")
        yield Problem(Source(shown), reason, "check the address, your access and the packages installed")
        return
    if not paths:
        yield Problem(Source(shown), missing, "check the address")
    for one in sorted(paths):
        kind = kind_of(one)
        name = remote.without_password(_address(given, system.unstrip_protocol(one)))
        if kind is None or any(part.startswith(".") for part in PurePath(one.removeprefix(path)).parts):
            yield PassedOver(Source(name), Passed.OTHER_KIND)
        else:
            yield File(name, kind, content=partial(remote.fetched, system, one))


def _address(given: str, found: str) -> str:
    """How a file is called that was found through a URL; one in an archive by the archive and its place there.

    >>> _address("s3://bucket/", "s3://bucket/a.txt"), _address("zip://a::file:///b.zip", "zip://a/c.txt")
    ('s3://bucket/a.txt', 'file:///b.zip/a/c.txt')

    Some file systems name no host:

    >>> _address("ftp://ann@host/in", "ftp:///in/a.txt")
    'ftp://ann@host/in/a.txt'
    """
    _, chained, archive = given.partition("::")
    if chained:
        return f"{archive}/{found.partition('://')[2].lstrip('/')}"
    scheme, _, path = found.partition("://")
    return f"{scheme}://{urlsplit(given).netloc}{path}" if scheme in _HOSTLESS else found


def _expand(given: str) -> Iterator[File | Problem | PassedOver]:
    if not Path(given).exists() and glob.has_magic(given):
        matches = sorted(glob.iglob(given, recursive=True))  # noqa: PTH207  # pathlib has no absolute patterns
        if not matches:
            yield Problem(Source(given), "no file matches this pattern", "check the folder and the pattern")
        for match in matches:
            yield from _folder(match, ()) if Path(match).is_dir() else _listed(match)
    elif Path(given).is_dir():
        items = list(_folder(given, ()))
        yield from items
        if not any(isinstance(item, File | Problem) for item in items):
            yield Problem(Source(given), "no press release in this folder", "kg reads .txt .htm .csv .jsonl (and .gz)")
    elif not os.path.lexists(given):
        yield Problem(Source(given), "there is no such file or folder", "check the spelling and the current folder")
    elif Path(given).exists() and not Path(given).is_file():
        yield Problem(Source(given), "not a regular file", "name a file or folder; give a pipe as -")
    else:
        yield File(given, kind_of(given), _status(given))


def _listed(path: str) -> Iterator[File | PassedOver]:
    """A file that was found rather than named."""
    # a Path per file is slow among 400,000
    regular = os.path.isfile(path) or os.path.islink(path)  # noqa: PTH113, PTH114
    yield _found(path, os.path.basename(path), regular=regular)  # noqa: PTH119


def _found(path: str, name: str, *, regular: bool) -> File | PassedOver:
    """A file that was found; links count as ``regular`` files."""
    kind = kind_of(name)
    if kind is None or name[0] == "." or not regular:
        return PassedOver(Source(path), Passed.OTHER_KIND)
    return File(path, kind, _status(path))


def _folder(path: str, above: tuple[tuple[int, int], ...]) -> Iterator[File | Problem | PassedOver]:
    """All files below a folder; ``above`` are the folders it is in, by device and number."""
    status = _status(path)
    own = status and _number(status)
    if own is None or own in above:
        reason = "this link leads back to a folder that it is in" if own else "this folder cannot be entered"
        yield Problem(Source(path), reason, "remove the link" if own else "check its permissions")
        return
    try:
        with os.scandir(path) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(Source(path), f"this folder cannot be listed: {error.strerror}", "check its permissions")
        return
    for entry in listed:
        name, at = entry.name, entry.path
        if entry.is_dir() and not name.startswith("."):
            yield from _folder(at, (*above, own))
        else:
            yield _found(at, name, regular=entry.is_file() or entry.is_symlink())


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116  # as above
    except OSError:
        return None


def _number(status: os.stat_result) -> tuple[int, int]:
    """What tells a file from all others, by whatever name it goes."""
    return status.st_dev, status.st_ino
