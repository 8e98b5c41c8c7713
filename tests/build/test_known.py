"""Where it is known how a resolution differs from the one that was told, only that is looked at; the bytes are those of
a fresh build. And a build that is stopped while its files take their places is brought to its end by the next."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_again import ARCHIVES, NAMES, Archive, contents, folder_of, laid_out

import kg
from kg import pipeline, telling
from kg.export.page.picture import Drawing
from kg.model import Changes, Resolution
from kg.read import seen
from kg.sharing import Sharing
from kg.triples import Thing


def differing(old: Mapping[str, object], new: Mapping[str, object]) -> frozenset[str]:
    return frozenset(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))


def changes(old: Resolution, new: Resolution) -> Changes:
    """How one resolution differs from another, by comparing both."""
    before, after = ({(one.one, one.other): one for one in each.judgements} for each in (old, new))
    return Changes(
        since=old.state,
        releases=differing(old.releases, new.releases) & new.releases.keys(),
        gone=frozenset(old.releases.keys() - new.releases.keys()),
        officials=differing(old.officials, new.officials),
        agencies=differing(old.agencies, new.agencies),
        posts=differing(old.posts, new.posts),
        places=differing(old.places, new.places) | differing(old.within, new.within),
        judgements=frozenset(pair for pair in before.keys() | after.keys() if before.get(pair) != after.get(pair)),
    )


class Remembering:
    """Resolves as the pipeline does, and tells how it differs from the last time."""

    def __init__(self) -> None:
        self._resolve = pipeline.resolve_briefs
        self._last: Resolution | None = None
        self._number = 0

    def __call__(self, *arguments: object) -> Resolution:
        found = self._resolve(*arguments)
        self._number += 1
        state = f"state {self._number}"
        known = changes(self._last, found) if self._last else None
        named = {name: getattr(found, name) for name in Resolution.__dataclass_fields__}
        self._last = Resolution(**named | {"state": state, "changes": known})
        return self._last


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ARCHIVES, min_size=2, max_size=4), st.booleans())
def test_what_is_known_of_changes_gives_what_a_fresh_build_gives(
    tmp_path_factory, archives: list[Archive], corrected: bool
) -> None:
    place = tmp_path_factory.mktemp("known")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(seen, "RACY", 0)
        patched.setattr(pipeline, "resolve_briefs", Remembering())
        for archive in archives:  # a resolution tells of changes only where corrections and facts are the same
            inputs, arguments = laid_out(place, Archive(archive.versions, corrected, False, archive.turned))
            pipeline.write(inputs, place / "kept", processes=1, **arguments)
            again = contents(place / "kept")
            kg.build(inputs, **arguments).save(place / "fresh")
            assert again == contents(place / "fresh")


def test_only_what_may_have_changed_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def of(sharing: Sharing, owner: str) -> list[Thing]:
        looked.append(owner)
        return original(sharing, owner)

    original = Sharing.of
    monkeypatch.setattr(Sharing, "of", of)
    monkeypatch.setattr(pipeline, "resolve_briefs", Remembering())
    nothing = Drawing(0, [], [], [])
    monkeypatch.setattr(telling, "drawing", lambda shared, people: nothing)  # looks at everybody drawn
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(8), 0))
    pipeline.write([inputs], tmp_path / "out", processes=1)
    assert len({owner for owner in looked if owner.startswith("official/")}) == 16
    looked.clear()
    folder_of(inputs, {n: int(n == 3) for n in range(1, 8)})
    pipeline.write([inputs], tmp_path / "out", processes=1)
    officials = {owner for owner in looked if owner.startswith("official/")}
    assert len(officials) == 6  # two of the release that is gone, two of one before and two of it now
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
