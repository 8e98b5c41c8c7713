"""What a user installs: the wheel in a fresh environment outside the checkout, and the editable checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def run(*command, cwd, check=True):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=1200,
        check=False,
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    (path,) = folder.glob("kg-*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The Python of a new virtual environment into which only the wheel and what it needs are installed."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    done = run(python, "-m", "pip", "install", "--quiet", wheel, cwd=folder, check=False)
    if done.returncode and "No matching distribution" not in done.stderr and "connection" in done.stderr.lower():
        pytest.skip(f"no package index to install from: {done.stderr.splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return python


def test_the_wheel_has_the_data_files_and_nothing_foreign(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "kg/_data/ontology/kg.ttl",
        "kg/_data/ontology/shapes.ttl",
        "kg/_data/ontology/reference/china.ttl",
        "kg/_data/ontology/reference/hksar.ttl",
        "kg/_data/ontology/reference/international.ttl",
        "kg/_data/ontology/reference/places.ttl",
        "kg/_data/ontology/reference/named-bodies.ttl",
        "kg/_data/ontology/reference/public-bodies.ttl",
        "kg/queries/who-met.rq",
        "kg/export/page/page.html",
        "kg/py.typed",
    ):
        assert name in names
    assert not [name for name in names if not name.startswith("kg/") and ".dist-info/" not in name]
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests")]


def test_the_wheel_builds_the_sample_outside_the_checkout(installed, sample, tmp_path):
    where = run(installed, "-c", "import kg; print(kg.__file__)", cwd=tmp_path).stdout.strip()
    assert not Path(where).is_relative_to(ROOT)
    command = installed.parent / "kg"
    done = run(command, "build", sample, cwd=tmp_path)
    assert "1 read" in done.stderr
    table = run(command, "query", "who-met", "Sun Meijun", "--format", "csv", cwd=tmp_path).stdout
    assert table.splitlines()[1].startswith("John Lee,Chief Executive,1,1,")
    assert "valid" in run(command, "check", "--sources", sample, cwd=tmp_path).stderr


def test_wheel_and_checkout_build_the_same_bytes(installed, sample, tmp_path):
    run(installed.parent / "kg", "build", sample, "--out", tmp_path / "wheel", cwd=tmp_path)
    run(sys.executable, "-m", "kg", "build", sample, "--out", tmp_path / "checkout", cwd=ROOT)
    for name in ("graph.ttl", "network.html"):
        assert (tmp_path / "wheel" / name).read_bytes() == (tmp_path / "checkout" / name).read_bytes()


def test_the_checkout_reads_its_own_ontology():
    from kg.reference import ontology_dir

    assert (ontology_dir() / "kg.ttl").is_file()
    assert (ontology_dir() / "reference" / "hksar.ttl").is_file()
