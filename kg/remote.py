"""Files beyond this machine, named by URL and reached by fsspec: S3, HTTP, zip archives and whatever else it knows.

fsspec comes with ``kg[remote]``; most kinds of storage need a package of their own beside it (s3fs for ``s3://``,
gcsfs for ``gs://``, adlfs for ``abfs://``), which the error names when it is missing. URLs may be chained:
``zip://releases::s3://bucket/archive.zip``.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")  # of two letters at least: C:\ is a drive
_PASSWORD = re.compile(r"(//[^/\s:@]*):[^/\s]*@")
_IN_MEMORY = 1 << 25  # bytes of a file kept in memory; more go to a temporary file
_OWN_ERRORS = (
    ("aiohttp", "ClientError"),
    ("ftplib", "Error"),
    ("botocore.exceptions", "BotoCoreError"),
    ("gcsfs.retry", "HttpError"),
    ("google.auth.exceptions", "GoogleAuthError"),
    ("azure.core.exceptions", "AzureError"),
)
"""Module and class of what file systems raise beside OSError."""


class RemoteError(OSError):
    """A URL that cannot be reached; the message says why and what to do, and has no password."""

    def __init__(self, message: str) -> None:
        super().__init__(without_password(message))


class MissingFilesystemError(RemoteError):
    """A kind of URL that needs a package which is not installed; the message names it."""


def is_url(text: str) -> bool:
    """Whether an input or output is meant for fsspec.

    >>> is_url("s3://bucket/releases"), is_url("zip://*.txt::file:///a.zip"), is_url("C:\\\\releases"), is_url("a/b")
    (True, True, False, False)
    """
    return _URL.match(text) is not None


def without_password(url: str) -> str:
    """A URL, or a text that has some, as messages and files may have it: without the password.

    >>> without_password("ftp://ann:s3c:ret@host/releases"), without_password("a/b:c@d")
    ('ftp://ann@host/releases', 'a/b:c@d')
    >>> without_password("zip://*.txt::ftp://ann:secret@host/a.zip")
    'zip://*.txt::ftp://ann@host/a.zip'
    """
    return _PASSWORD.sub(r"\1@", url)


def local(place: str) -> Path | None:
    """The path of what is on this machine, given as one or as a file: URL; None for what is elsewhere.

    >>> local("out"), local("file:///a%20b/out"), local("s3://bucket/out")
    (PosixPath('out'), PosixPath('/a b/out'), None)
    """
    if place.startswith("file://"):
        from urllib.request import url2pathname  # loading it takes a tenth as long as starting does

        return Path(url2pathname(urlsplit(place).path))
    return None if is_url(place) else Path(place)


def located(url: str) -> tuple[AbstractFileSystem, str]:
    """The file system that a URL names, and the path in it.

    Raises MissingFilesystemError when a package is missing, RemoteError for a kind of URL that nobody knows.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingFilesystemError(f"{url}: URLs need fsspec; get it with: pip install 'kg[remote]'") from error
    try:
        return url_to_fs(url)  # type: ignore[no-any-return]  # fsspec has no types
    except ImportError as error:
        raise MissingFilesystemError(f"{url}: {error}; get the package with pip, beside 'kg[remote]'") from error
    except ValueError as error:
        raise RemoteError(f"{url}: {error}; see the protocols that fsspec knows") from error
    except errors() as error:
        raise RemoteError(f"{url}: {reason(error)}; check the address and your access") from error


def errors() -> tuple[type[Exception], ...]:
    """What file systems raise, those that are loaded; to be caught."""
    loaded = ((sys.modules[module], name) for module, name in _OWN_ERRORS if module in sys.modules)
    return (OSError, EOFError, *(getattr(module, name) for module, name in loaded if hasattr(module, name)))


def reason(error: Exception) -> str:
    """What an error says, in a few words.

    >>> reason(FileNotFoundError(2, "No such file or directory")), reason(OSError()), reason(EOFError())
    ('No such file or directory', 'OSError', 'the connection was closed')
    """
    silent = "the connection was closed" if isinstance(error, EOFError) else type(error).__name__
    return without_password(getattr(error, "strerror", None) or str(error).rstrip(".") or silent)


@contextmanager
def fetched(system: AbstractFileSystem, path: str) -> Iterator[BinaryIO]:
    """A file's content, copied into memory or a temporary file, for not every source can go back to its start.

    Raises RemoteError when it cannot be read.
    """
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        try:
            with system.open(path, "rb") as source:
                shutil.copyfileobj(source, copy, 1 << 20)
        except errors() as error:
            raise RemoteError(reason(error)) from error
        copy.seek(0)
        yield io.BufferedReader(copy)


def put(files: Iterable[Path], url: str) -> tuple[str, ...]:
    """Copy files into the folder that a URL names, and return their URLs.

    All are sent before the first takes its place, where the file system has transactions. Raises RemoteError; what
    was there before then stays.
    """
    system, folder = located(url)
    written = []
    try:
        system.makedirs(folder, exist_ok=True)
        if hasattr(system, "tempdir"):  # of FTP: where files lie until all are sent, else /tmp, which a server may lack
            system.tempdir = folder
        with system.transaction:
            for file in files:
                target = f"{folder.rstrip('/')}/{file.name}"
                with file.open("rb") as source, system.open(target, "wb") as copy:
                    shutil.copyfileobj(source, copy, 1 << 20)
                written.append(f"{url.rstrip('/')}/{file.name}")
    except NotImplementedError as error:
        raise RemoteError(f"{url}: nothing can be written to URLs of this kind; choose another for --out") from error
    except errors() as error:
        raise RemoteError(f"{url}: cannot be written: {reason(error)}; check the address and your access") from error
    return tuple(written)


def workplace(url: str) -> Path:
    """The folder of this user for what builds into a URL keep on this machine.

    >>> workplace("s3://bucket/out") == workplace("s3://bucket/out/") != workplace("s3://bucket/other")
    True
    """
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(caches, "kg", "remote", hashlib.blake2b(url.rstrip("/").encode(), digest_size=12).hexdigest())
