"""An output file is either whole or as it was."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.export.whole import replaced


def test_a_failure_leaves_the_former_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    target.write_text("former")

    def half_write() -> None:
        with replaced(target) as file:
            file.write(b"half")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        half_write()
    assert target.read_text() == "former"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


def test_the_new_file_takes_the_place_of_the_former_and_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    target.write_text("former")
    target.chmod(0o640)
    with replaced(target) as file:
        file.write(b"new")
        assert target.read_text() == "former"
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.ttl", tmp_path / "link.ttl"
    real.write_text("former")
    link.symlink_to(real)
    with replaced(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match="give the path of a file"), replaced(tmp_path):
        pass


def test_killed_midway_the_former_file_is_intact(tmp_path: Path) -> None:
    target = tmp_path / "graph.ttl"
    target.write_text("former")
    code = (
        "import os, signal, sys; from kg.export.whole import replaced\n"
        "with replaced(sys.argv[1]) as file:\n"
        "    file.write(b'half' * 100000); file.flush(); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(target)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert target.read_text() == "former"
