"""Inputs and outputs by URL: fsspec's own file systems and a real HTTP server give the same bytes as local folders."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import fsspec
import pytest
from test_write import NAMES, folder_of, in_memory, release

from kg import pipeline, remote
from kg.findings import BusyError, FindingsStore
from kg.model import Problem


@pytest.fixture(autouse=True)
def _caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = folder_of(tmp_path / "in", dict.fromkeys(range(6), 0))
    (folder / "more").mkdir()
    (folder / "more" / "s1.txt.gz").write_bytes(gzip.compress(release(7).encode()))
    (folder / "more" / "all.csv").write_text(
        "id,title,date,text\nc1,Talks,2025-05-19,Mr Tam Wai-lok met Mr Oh Jin-kyu.\n"
    )
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "s2.txt").write_text(release(8))
    (folder / "notes.md").write_text("nothing")
    return folder


@pytest.fixture
def memory(inputs: Path) -> Iterator[str]:
    system = fsspec.filesystem("memory")
    system.put(str(inputs), "/kg-test/in", recursive=True)
    yield "memory://kg-test"
    system.rm("/kg-test", recursive=True)


@pytest.fixture
def site(inputs: Path) -> Iterator[str]:
    class Silent(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=inputs.parent)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def at(url: str) -> list[bytes]:
    return [fsspec.open(f"{url}/{name}").open().read() for name in NAMES]


def test_from_memory_to_memory(memory: str, inputs: Path, tmp_path: Path) -> None:
    report, written = pipeline.write([f"{memory}/in"], f"{memory}/out", processes=1)
    assert (report.releases, report.problems, report.other_files) == (8, (), 2)
    assert written == (f"{memory}/out/graph.ttl", f"{memory}/out/network.html")
    assert at(f"{memory}/out") == in_memory(inputs, tmp_path / "one")


def test_findings_are_kept_for_the_next_build_and_nothing_else(memory: str, tmp_path: Path) -> None:
    pipeline.write([f"{memory}/in"], f"{memory}/out", processes=1)
    again, _ = pipeline.write([f"{memory}/in"], f"{memory}/out/", processes=1)
    assert (again.releases, again.same) == (8, 8)
    kept = [path.name for path in remote.workplace(f"{memory}/out").iterdir()]
    assert kept == [".kg"]


@pytest.mark.parametrize("pattern", ["in/r*.txt", "in/r0.txt"])
def test_patterns_and_files(memory: str, inputs: Path, tmp_path: Path, pattern: str) -> None:
    pipeline.write([f"{memory}/{pattern}"], tmp_path / "two", processes=1)
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    for path in inputs.parent.glob(pattern):
        shutil.copy(path, chosen)
    assert [(tmp_path / "two" / name).read_bytes() for name in NAMES] == in_memory(chosen, tmp_path / "one")


def test_from_a_zip_archive(inputs: Path, tmp_path: Path) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "all"), "zip", inputs.parent, "in"))
    problems: list[Problem] = []
    read = list(pipeline.releases([f"zip://in::{archive.as_uri()}"], problems))
    assert {f"{archive.as_uri()}/in/r0.txt"} < {one.source.path for one in read}
    report, _ = pipeline.write([f"zip://in::{archive.as_uri()}"], tmp_path / "two", processes=1)
    assert (report.releases, report.problems) == (8, ())
    assert [(tmp_path / "two" / name).read_bytes() for name in NAMES] == in_memory(inputs, tmp_path / "one")


def test_from_a_server(site: str, inputs: Path, tmp_path: Path) -> None:
    given = [f"{site}/in/", f"{site}/in/r0.txt", f"{site}/nowhere.txt"]
    report, _ = pipeline.write(given, tmp_path / "two", processes=1)
    assert report.releases == 8
    assert [problem.source.path for problem in report.problems] == [f"{site}/nowhere.txt"]
    assert [(tmp_path / "two" / name).read_bytes() for name in NAMES] == in_memory(inputs, tmp_path / "one")


def test_a_server_takes_no_files_and_a_closed_port_is_named(site: str, memory: str, tmp_path: Path) -> None:
    with pytest.raises(remote.RemoteError, match=f"{site}/out.*choose another"):
        pipeline.write([f"{memory}/in"], f"{site}/out", processes=1)
    report, written = pipeline.write(["http://127.0.0.1:9/r.txt"], tmp_path / "out", processes=1)
    assert (report.releases, len(report.problems), written) == (0, 1, ())


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    told = [sys.executable, "-m", "kg", "build", *arguments]
    return subprocess.run(told, capture_output=True, text=True, check=False)


def test_the_command_takes_urls(inputs: Path, tmp_path: Path) -> None:
    out = (tmp_path / "out").as_uri()
    run = command(inputs.as_uri(), "--out", out)
    assert run.returncode == 0, run.stderr
    assert [(tmp_path / "out" / name).read_bytes() for name in NAMES] == in_memory(inputs, tmp_path / "one")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*NAMES, ".kg"}


def test_what_cannot_be_written_is_named(inputs: Path) -> None:
    out = f"local://{inputs}/r0.txt/out"
    run = command(inputs.as_uri(), "--out", out)
    assert run.returncode == 1
    assert run.stderr == f"kg: {out}: cannot be written: Not a directory; check the address and your access\n"


def test_missing_packages_are_named_with_the_way_out(inputs: Path, tmp_path: Path) -> None:
    run = command(str(inputs), "--out", "oss://bucket/out")
    assert run.returncode == 2
    assert "ossfs" in run.stderr
    assert "pip" in run.stderr
    problems: list[Problem] = []
    assert not list(pipeline.releases(["oss://bucket/in", "nonsense://there"], problems))
    assert "ossfs" in problems[0].reason
    assert "nonsense" in problems[1].reason
    hidden = "import sys; sys.modules['fsspec'] = None; from kg.cli import main; main()"
    told = [sys.executable, "-c", hidden, "build", str(inputs), "--out", "memory://out"]
    run = subprocess.run(told, capture_output=True, text=True, check=False)
    assert run.stderr == "kg: memory://out: URLs need fsspec; get it with: pip install 'kg[remote]'\n"


def test_two_builds_at_once_into_a_url_are_refused(memory: str) -> None:
    url = f"{memory}/out"
    with (
        FindingsStore(remote.workplace(url) / pipeline.STORE, "any"),
        pytest.raises(BusyError, match=f"another build is writing into {url}; wait for it"),
    ):
        pipeline.write([f"{memory}/in"], url, processes=1)


def test_neither_fsspec_nor_dask_is_loaded_unless_asked_for(sample: Path, tmp_path: Path) -> None:
    text = (
        "import sys; from pathlib import Path; from kg import pipeline;"
        "pipeline.write(sys.argv[1:2], Path(sys.argv[2]));"
        "print(sorted({'fsspec', 'dask', 'distributed', 'aiohttp'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", text, str(sample), str(tmp_path)], capture_output=True, text=True)
    assert run.stdout == "[]\n", run.stderr
