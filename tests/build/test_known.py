"""Where it is known how a resolution differs from the one that was told, only that is looked at. And a build that is
stopped while its files take their places is brought to its end by the next."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from test_again import FACTS, NAMES, contents, folder_of

import kg
from kg import pipeline, telling
from kg.export.page.picture import Drawing
from kg.findings import FindingsStore, digest
from kg.model import Release, Source
from kg.resolve.archive import Archive
from kg.sharing import Sharing
from kg.told import Told
from kg.triples import Thing


def test_only_what_may_have_changed_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def of(sharing: Sharing, owner: str) -> list[Thing]:
        looked.append(owner)
        return original(sharing, owner)

    original = Sharing.of
    monkeypatch.setattr(Sharing, "of", of)
    nothing = Drawing(0, [], [], [])
    monkeypatch.setattr(telling, "drawing", lambda shared, people: nothing)  # looks at everybody drawn
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(8), 0))
    pipeline.write([inputs], tmp_path / "out", processes=1)
    assert len({owner for owner in looked if owner.startswith("official/")}) == 16
    looked.clear()
    folder_of(inputs, {n: int(n == 3) for n in range(1, 8)})
    pipeline.write([inputs], tmp_path / "out", processes=1)
    guests = {owner for owner in looked if owner.startswith("official/hung-")}
    assert len(guests) == 3  # that of the release that is gone, and those of the one that changed, before and now
    assert not [owner for owner in looked if owner.startswith(("agency/", "post/", "place/"))]


KILLED = """
import os, sys
from pathlib import Path
from kg import pipeline
from kg.export.whole import Part
take_place, left = Part.take_place, int(sys.argv[3])
def stopped(part):
    global left
    if not left:
        os._exit(9)
    left -= 1
    take_place(part)
Part.take_place = stopped
pipeline.write([sys.argv[1]], sys.argv[2], processes=1)
"""


@pytest.mark.parametrize("placed", [0, 1])
@pytest.mark.parametrize("first", [True, False])
def test_killed_between_the_two_files_the_next_build_puts_the_other_in_its_place(
    tmp_path: Path, placed: int, first: bool
) -> None:
    inputs, out = folder_of(tmp_path / "in", dict.fromkeys(range(4), 0)), tmp_path / "out"
    if not first:
        pipeline.write([inputs], out, processes=1)
    folder_of(inputs, dict.fromkeys(range(1, 6), 0))
    kg.build(inputs).save(tmp_path / "fresh")
    run = subprocess.run([sys.executable, "-c", KILLED, inputs, out, str(placed)], check=False)
    assert run.returncode == 9
    fresh = contents(tmp_path / "fresh")
    now = [(out / name).read_bytes() if (out / name).exists() else b"" for name in NAMES]
    assert [one == other for one, other in zip(now, fresh, strict=True)] == [bool(placed), False]
    report, _ = pipeline.write([inputs], out, processes=1)
    assert (contents(out), report.told) == (fresh, 0)


def test_a_part_that_is_not_what_was_written_has_all_told_anew(tmp_path: Path) -> None:
    inputs, out = folder_of(tmp_path / "in", dict.fromkeys(range(3), 0)), tmp_path / "out"
    subprocess.run([sys.executable, "-c", KILLED, inputs, out, "1"], check=False)
    (part,) = out.glob(".network.html.*.part")
    part.write_text("broken")
    os.utime(part, ns=(0, 0))
    report, _ = pipeline.write([inputs], out, processes=1)
    assert report.told == 3
    kg.build(inputs).save(tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")


def full_disk(file: object) -> None:
    raise OSError("full")


def test_what_a_build_that_fails_has_told_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs, out = folder_of(tmp_path / "in", dict.fromkeys(range(4), 0)), tmp_path / "out"
    pipeline.write([inputs], out, processes=1)
    before = contents(out)
    folder_of(inputs, dict.fromkeys(range(1, 6), 0))
    with monkeypatch.context() as full:
        full.setattr(telling, "completed", full_disk)
        with pytest.raises(OSError, match="full"):
            pipeline.write([inputs], out, processes=1)
    assert contents(out) == before
    pipeline.write([inputs], out, processes=1)
    kg.build(inputs).save(tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")


def test_what_was_told_with_other_facts_counts_again_when_these_are_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build with other facts is stopped, when it has read all anew; some of it is otherwise by then."""
    inputs, out = folder_of(tmp_path / "in", dict.fromkeys(range(4), 0)), tmp_path / "out"
    (tmp_path / "facts.ttl").write_text(FACTS)
    pipeline.write([inputs], out, processes=1)
    folder_of(inputs, dict.fromkeys(range(1, 6), 0))
    with monkeypatch.context() as full:
        full.setattr(telling, "completed", full_disk)
        with pytest.raises(OSError, match="full"):
            pipeline.write([inputs], out, processes=1, reference=[tmp_path / "facts.ttl"])
    folder_of(inputs, {n: int(n == 3) for n in range(2, 6)})
    pipeline.write([inputs], out, processes=1)
    kg.build(inputs).save(tmp_path / "fresh")
    assert contents(out) == contents(tmp_path / "fresh")


def test_where_it_is_known_what_changed_the_others_are_not_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs, out = folder_of(tmp_path / "in", dict.fromkeys(range(5), 0)), tmp_path / "out"
    pipeline.write([inputs], out, processes=1)
    for place, name in ((Archive, "digests"), (Told, "read")):
        monkeypatch.setattr(place, name, None)
    for numbers in ({1: 0, 2: 0, 3: 1, 4: 0, 6: 0}, {1: 0, 2: 0, 3: 0, 4: 0}):
        folder_of(inputs, numbers)
        report, _ = pipeline.write([inputs], out, processes=1)
        kg.build(inputs).save(tmp_path / "fresh")
        assert contents(out) == contents(tmp_path / "fresh")
    assert report.told == 1


def test_what_changed_since_a_time_is_known_by_its_name_alone(tmp_path: Path) -> None:
    file = tmp_path / "findings.sqlite"
    release = Release("a", None, "en", date(2025, 5, 1), "Title", "Title", Source("a.txt"))
    other = replace(release, text="Title again")
    with FindingsStore(file, "one") as store:
        assert store.former("now") is None
        store.add(release, "a/", b"", b"")
        store.begin_anew("now")
        assert store.former("now") == {}
        assert store.former("then") is None
    with FindingsStore(file, "one") as store:
        store.add(other, "a/", b"", b"")
        store.add(release, "b/", b"", b"")
        assert store.former("now") == {"a/": digest(release), "b/": None}
        store.add(release, "a/", b"", b"")
        assert store.former("now") == {"b/": None}
    with FindingsStore(file, "one") as store:
        store.settle()
        assert store.former("now") == {"a/": digest(release)}
    with FindingsStore(file, "two") as store:
        assert store.former("now") is None
