"""Releases read from a real server of another protocol than HTTP, and the graph written to it: FTP, on loopback."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import ThreadedFTPServer
from test_write import NAMES, folder_of, in_memory

from kg import pipeline

READS, WRITES = "elr", "elradfmw"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the server shows."""
    return tmp_path_factory.mktemp("ftp")


@pytest.fixture(scope="module")
def address(root: Path) -> Iterator[str]:
    """Where the server is: ann may write there, ben only read. One for all tests, as its loop is one for a process."""
    users = DummyAuthorizer()
    for name, rights in (("ann", WRITES), ("ben", READS)):
        users.add_user(name, "secret", str(root), perm=rights)
    handler = type("Handler", (FTPHandler,), {"authorizer": users, "use_sendfile": False, "auth_failed_timeout": 0.2})
    with ThreadedFTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.address[1]}"


@pytest.fixture(autouse=True)
def _caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


@pytest.fixture
def inputs(root: Path) -> Path:
    return folder_of(root / "in", dict.fromkeys(range(6), 0))


def built(*arguments: str) -> subprocess.CompletedProcess[str]:
    told = [sys.executable, "-m", "kg", "build", "-q", *arguments]
    return subprocess.run(told, capture_output=True, text=True, check=False)


def test_from_the_server_to_the_server(address: str, root: Path, inputs: Path, tmp_path: Path) -> None:
    url = f"ftp://ann:secret@{address}"
    expected = in_memory(inputs, tmp_path / "one")
    for same in (0, 6):
        report, written = pipeline.write([f"{url}/in"], f"{url}/deep/out", processes=1)
        assert (report.releases, report.same, report.problems) == (6, same, ())
        assert written == tuple(f"{url}/deep/out/{name}" for name in NAMES)
        out = root / "deep" / "out"
        assert [(out / name).read_bytes() for name in NAMES] == expected
        assert {path.name for path in out.iterdir()} == set(NAMES)


def test_who_may_not_write_is_told_and_what_was_there_stays(
    address: str, root: Path, inputs: Path, tmp_path: Path
) -> None:
    out = root / "out"
    out.mkdir()
    (out / NAMES[0]).write_text("former")
    url = f"ftp://ben:secret@{address}"
    run = built(f"{url}/in", "--out", f"{url}/out")
    assert run.returncode == 1
    assert run.stderr.startswith(f"kg: ftp://ben@{address}/out: cannot be written: 550 Not enough privileges"), (
        run.stderr
    )
    assert run.stderr.endswith("; check the address and your access\n")
    assert {path.name: path.read_text() for path in out.iterdir()} == {NAMES[0]: "former"}


def test_a_wrong_password_is_told(address: str, root: Path, inputs: Path, tmp_path: Path) -> None:
    url, shown = f"ftp://ann:guessed@{address}", f"ftp://ann@{address}"
    run = built(f"{url}/in", "--out", str(tmp_path / "out"))
    assert run.returncode == 1
    assert f"kg: {shown}/in: 530 Authentication failed;" in run.stderr
    assert "Traceback" not in run.stderr
    run = built(str(inputs), "--out", f"{url}/out")
    assert (run.returncode, run.stderr) == (
        1,
        f"kg: {shown}/out: 530 Authentication failed; check the address and your access\n",
    )


def test_no_password_is_shown_or_kept(address: str, inputs: Path, tmp_path: Path) -> None:
    bad = inputs / "bad.txt"
    bad.write_text("")
    url = f"ftp://ann:secret@{address}"
    run = subprocess.run(
        [sys.executable, "-m", "kg", "build", f"{url}/in", "--out", f"{url}/shown"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert f"ftp://ann@{address}/shown/graph.ttl" in run.stderr
    assert f"kg: ftp://ann@{address}/in/bad.txt: an empty file" in run.stderr
    pipeline.write([f"{url}/in"], tmp_path / "out", processes=1)
    kept = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert b":secret@" not in kept + run.stderr.encode()
