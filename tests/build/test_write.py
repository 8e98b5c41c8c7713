"""A build that streams into files gives what one in memory gives, whatever happened before or in between."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kg
from kg import pipeline
from kg.findings import BusyError, FindingsStore, packed, unpacked

NAMES = ("graph.ttl", "network.html")
PEOPLE = ("Tam Wai-lok", "Ingrid Solheim", "Hung Tat-ming", "Oh Jin-kyu", "Kan Oi-ling", "Peter Lung")
POSTS = ("Secretary for Security", "Minister of Learning of Norland", "Director of Health", "Mayor of Seoul")


def release(number: int, version: int = 0) -> str:
    """A made-up release in the layout of the real ones."""
    one, other = (PEOPLE[(number * k + version) % len(PEOPLE)] for k in (1, 5))
    first, second = (POSTS[(number + k) % len(POSTS)] for k in (0, 1))
    day = 1 + number % 28
    title = f"Meeting number {number}"
    body = f"The {first}, Mr {one}, met with the {second}, Mr {other}, at Government House today (May {day})."
    return f"{title}\n{'*' * len(title)}\n\n     {body}\n\nEnds/Monday, May {day}, 2025\nIssued at HKT 17:15\n\nNNNN\n"


def folder_of(folder: Path, numbers: dict[int, int]) -> Path:
    """A folder with these releases, each in its version; names of which some begin with others."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, version in numbers.items():
        name = f"r{number // 2}" + ("-x" if number % 2 else "")
        (folder / f"{name}.txt").write_text(release(number, version), encoding="utf-8")
    return folder


def in_memory(inputs: Path, out: Path) -> list[bytes]:
    kg.build(inputs).save(out)
    return [(out / name).read_bytes() for name in NAMES]


def in_files(inputs: Path, out: Path, processes: int = 1) -> list[bytes]:
    pipeline.write([inputs], out, processes=processes)
    return [(out / name).read_bytes() for name in NAMES]


def test_the_corpora_give_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    inputs = [corpus / name for name in ("seed", "dev", "synthetic", "zh", "html")]
    kg.build(inputs).save(tmp_path / "one")
    pipeline.write(inputs, tmp_path / "two", processes=1)
    for name in NAMES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_several_processes_give_the_same_bytes(tmp_path: Path) -> None:
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(330), 0))
    assert in_files(inputs, tmp_path / "two", processes=2) == in_memory(inputs, tmp_path / "one")


VERSIONS = st.dictionaries(st.integers(0, 9), st.integers(0, 2), min_size=1, max_size=8)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(VERSIONS, min_size=2, max_size=3))
def test_after_any_change_a_build_gives_what_a_fresh_one_gives(tmp_path_factory, states: list[dict[int, int]]) -> None:
    place = tmp_path_factory.mktemp("change")
    for numbers in states:
        inputs = folder_of(place / "in", numbers)
        again = in_files(inputs, place / "kept")
    assert again == in_memory(inputs, place / "fresh")


def test_only_what_is_new_or_changed_is_read_by_the_rules(tmp_path: Path) -> None:
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(8), 0))
    first, _ = pipeline.write([inputs], tmp_path / "out")
    folder_of(inputs, {n: int(n == 3) for n in range(2, 9)})
    second, _ = pipeline.write([inputs], tmp_path / "out")
    assert (first.releases, first.same) == (8, 0)
    assert (second.releases, second.same) == (7, 5)
    assert (second.officials, second.events) == (lambda report: (report.officials, report.events))(
        kg.build(inputs).report
    )


def test_other_rules_or_facts_make_all_anew(tmp_path: Path, sample: Path) -> None:
    pipeline.write([sample], tmp_path)
    facts = tmp_path / "more.ttl"
    facts.write_text("@prefix kg: <https://w3id.org/who-met-whom/ontology#> .\n")
    again, _ = pipeline.write([sample], tmp_path, reference=[facts])
    assert (again.releases, again.same) == (1, 0)


def command(inputs: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "kg", "build", str(inputs), "--out", str(out), "--processes", "2"]


def test_killed_at_any_point_the_output_is_whole_and_the_next_build_right(tmp_path: Path) -> None:
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(260), 0))
    started = time.monotonic()
    subprocess.run(command(inputs, tmp_path / "whole"), check=True, capture_output=True)
    length = time.monotonic() - started
    expected = [(tmp_path / "whole" / name).read_bytes() for name in NAMES]
    former = folder_of(tmp_path / "former", {1: 0})
    before = in_files(former, tmp_path / "out")
    draw = random.Random(7)
    for _ in range(50):
        with subprocess.Popen(
            command(inputs, tmp_path / "out"), stderr=subprocess.DEVNULL, start_new_session=True
        ) as one:
            time.sleep(draw.uniform(0, length))
            os.killpg(one.pid, signal.SIGKILL)
        for name, old, new in zip(NAMES, before, expected, strict=True):
            assert (tmp_path / "out" / name).read_bytes() in (old, new)
    assert in_files(inputs, tmp_path / "out") == expected
    left = {path.name for path in (tmp_path / "out").iterdir()} - {*NAMES, ".kg"}
    assert not {name for name in left if not name.endswith(".part")}


def test_ctrl_c_leaves_what_the_next_build_goes_on_from(tmp_path: Path) -> None:
    """The build cannot end before the signal, however slow this test is: to the last of its inputs nobody writes."""
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(800), 0))
    store = tmp_path / "out" / pipeline.STORE
    last = tmp_path / "last.txt"
    os.mkfifo(last)
    with subprocess.Popen([*command(inputs, tmp_path / "out"), str(last)], stderr=subprocess.PIPE, text=True) as one:
        assert one.stderr is not None
        while _kept(store) < 256:
            assert one.poll() is None, one.stderr.read()
            time.sleep(0.05)
        one.send_signal(signal.SIGINT)
        said = one.stderr.read()
    assert (one.returncode, said) == (130, "kg: stopped; what was there before is unchanged\n")
    assert not (tmp_path / "out" / "graph.ttl").exists()
    report, _ = pipeline.write([inputs], tmp_path / "out")
    assert report.releases == 800
    assert report.same >= 256


def _kept(store: Path) -> int:
    import sqlite3

    try:
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as data:
            return data.execute("SELECT count(*) FROM findings").fetchone()[0]
    except sqlite3.OperationalError:  # not there yet, or without the table
        return 0


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_broken_store_is_made_anew(tmp_path: Path, sample: Path, content: bytes) -> None:
    expected = in_files(sample, tmp_path)
    (tmp_path / pipeline.STORE).write_bytes(content)
    assert in_files(sample, tmp_path) == expected


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_store_cut_off_is_made_anew_or_named(tmp_path: Path, part: float) -> None:
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(60), 0))
    expected = in_files(inputs, tmp_path / "out")
    store = tmp_path / "out" / pipeline.STORE
    store.write_bytes(store.read_bytes()[: int(store.stat().st_size * part)])
    said = "is removed; build again"
    try:
        in_files(inputs, tmp_path / "out")
    except OSError as error:
        said = str(error)
    assert "is removed; build again" in said
    assert in_files(inputs, tmp_path / "out") == expected


def test_two_builds_at_once_are_refused(tmp_path: Path, sample: Path) -> None:
    with FindingsStore(tmp_path / pipeline.STORE, "any"):
        with pytest.raises(BusyError, match="another build is writing into"):
            pipeline.write([sample], tmp_path)
        run = subprocess.run(command(sample, tmp_path), capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (
        1,
        f"kg: another build is writing into {tmp_path}; wait for it, or choose another folder\n",
    )
    assert not (tmp_path / "graph.ttl").exists()
    in_files(sample, tmp_path)


@pytest.mark.parametrize("limit", [2_000, 60_000, 400_000])
def test_a_full_disk_leaves_the_former_output_and_is_named(tmp_path: Path, sample: Path, limit: int) -> None:
    former = folder_of(tmp_path / "former", {1: 0})
    before = in_files(former, tmp_path / "out")
    run = subprocess.run(
        command(sample, tmp_path / "out"),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert run.returncode == 1, run.stderr
    assert "cannot be written" in run.stderr
    assert "Traceback" not in run.stderr
    assert (tmp_path / "out" / NAMES[0]).read_bytes() in (
        before[0],
        in_memory(sample, tmp_path / "x")[0],
    )
    assert in_files(sample, tmp_path / "out") == in_memory(sample, tmp_path / "fresh")


def test_findings_survive_being_packed(corpus: Path) -> None:
    problems: list[kg.model.Problem] = []
    for one in pipeline.findings([corpus / "synthetic", corpus / "zh"], problems):
        assert unpacked(packed(one)) == one


def test_ten_thousand_rows_of_which_every_hundredth_is_broken(tmp_path: Path) -> None:
    days = ("someday" if n % 100 == 50 else "2025-05-19" for n in range(10_000))
    rows = (f"r{n},Meeting,{day},Mr Tam Wai-lok met Ms Ingrid Solheim.\n" for n, day in enumerate(days))
    (tmp_path / "all.csv").write_text("id,title,date,text\n" + "".join(rows))
    report, written = pipeline.write([tmp_path / "all.csv"], tmp_path / "out")
    assert (report.releases, len(report.problems), len(written)) == (9_900, 100, 2)
    assert {problem.source.row for problem in report.problems} == set(range(52, 10_002, 100))
    assert "not a date" in report.problems[0].reason


def test_a_release_of_fifty_megabytes(tmp_path: Path) -> None:
    words = "The committee noted the paper and agreed to look at it again in the next year. " * 20 + "\n\n     "
    text = release(1).replace("\n\nEnds/", "\n\n     " + words * (50_000_000 // len(words)) + "\n\nEnds/")
    (tmp_path / "large.txt").write_text(text)
    assert len(text) > 49_000_000
    report, _ = pipeline.write([tmp_path / "large.txt"], tmp_path / "out")
    assert (report.releases, report.events, report.problems) == (1, 1, ())
