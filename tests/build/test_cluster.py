"""A build on a real Dask cluster, its workers in processes of their own: same bytes, nothing lost with a worker."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster
from test_write import NAMES, folder_of, in_memory

import kg
from kg import pipeline

FACTS = """@prefix kg: <https://w3id.org/who-met-whom/ontology#> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix id: <https://w3id.org/who-met-whom/id/> .
id:agency-lantern a kg:Agency ; rdfs:label "Lanternry"@en ; kg:jurisdiction "NO" .
"""
TOLD = (
    "Talks\n*****\n\n     The Secretary for Security, Mr Tam Wai-lok, met with the Director of Lanternry, "
    "Ms Ingrid Solheim, today (May 19).\n\nEnds/Monday, May 19, 2025\nNNNN\n"
)


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as one:
        yield one


@pytest.fixture(scope="module")
def idle() -> Iterator[LocalCluster]:
    """A cluster without workers."""
    with LocalCluster(n_workers=0, processes=True, dashboard_address=":0") as one:
        yield one


def on(cluster: LocalCluster, inputs: Path, out: Path, **more: object) -> list[bytes]:
    pipeline.write([inputs], out, dask=cluster.scheduler_address, **more)
    return [(out / name).read_bytes() for name in NAMES]


def pids(cluster: LocalCluster) -> list[int]:
    return [nanny.pid for nanny in cluster.workers.values()]


def test_a_cluster_gives_the_same_bytes(cluster: LocalCluster, tmp_path: Path) -> None:
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(70), 0))
    assert on(cluster, inputs, tmp_path / "two") == in_memory(inputs, tmp_path / "one")


def test_killed_workers_lose_nothing_and_facts_travel_as_content(cluster: LocalCluster, tmp_path: Path) -> None:
    """All workers are killed amid the build; what comes in their place has no file of facts to read."""
    inputs = folder_of(tmp_path / "in", dict.fromkeys(range(350), 0))
    (inputs / "z.txt").write_text(TOLD)
    facts = tmp_path / "facts.ttl"
    facts.write_text(FACTS)
    kg.build(inputs, reference=[facts]).save(tmp_path / "one")
    before, seen = pids(cluster), []

    def strike(item: object) -> None:
        seen.append(item)
        if len(seen) == 40:
            facts.unlink()
            for pid in before:
                os.kill(pid, signal.SIGKILL)

    assert on(cluster, inputs, tmp_path / "two", reference=[facts], progress=strike) == [
        (tmp_path / "one" / name).read_bytes() for name in NAMES
    ]
    assert len(seen) == 351
    assert not set(before) & set(pids(cluster))
    assert '"Lanternry"@en' in (tmp_path / "two" / "graph.ttl").read_text()


def test_what_a_build_needed_is_cleared_away(cluster: LocalCluster, tmp_path: Path, sample: Path) -> None:
    on(cluster, sample, tmp_path)
    with cluster.get_client() as client:
        left = client.run(_ready)
    assert set(left.values()) == {0}


def _ready() -> int:
    from kg.extract import cluster_worker

    return len(cluster_worker._READY)


def command(*arguments: object) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    told = [sys.executable, "-m", "kg", "build", *map(str, arguments)]
    return subprocess.run(told, capture_output=True, text=True, check=False, env=environment)


def test_the_command_builds_on_a_cluster(cluster: LocalCluster, tmp_path: Path, sample: Path) -> None:
    run = command(sample, "--out", tmp_path / "two", "--dask", cluster.scheduler_address, "--quiet")
    assert (run.returncode, run.stderr) == (0, "")
    assert [(tmp_path / "two" / name).read_bytes() for name in NAMES] == in_memory(sample, tmp_path / "one")


def test_a_cluster_that_does_not_answer_or_has_no_worker_is_named(
    idle: LocalCluster, tmp_path: Path, sample: Path
) -> None:
    for address, said in (
        ("tcp://127.0.0.1:9", "no Dask scheduler answers"),
        ("nonsense://there", "no Dask scheduler answers"),
        (idle.scheduler_address, "the cluster has no worker; start one with: dask worker tcp://"),
    ):
        run = command(sample, "--out", tmp_path, "--dask", address)
        assert run.returncode == 1
        assert f"kg: {address}: {said}" in run.stderr
        assert "Traceback" not in run.stderr
    assert not (tmp_path / "graph.ttl").exists()


def test_workers_with_another_kg_are_refused(idle: LocalCluster, tmp_path: Path, sample: Path) -> None:
    shutil.copytree(Path(kg.__file__).parent, tmp_path / "other" / "kg")
    with (tmp_path / "other" / "kg" / "model.py").open("a") as file:
        file.write("# another\n")
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", idle.scheduler_address, "--no-dashboard"]
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "other")}
    started = subprocess.Popen([*worker, "--no-nanny"], cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL)
    try:
        with idle.get_client() as client:
            client.wait_for_workers(1, timeout=30)
        with pytest.raises(pipeline.ClusterError, match="has another kg; install the same there"):
            on(idle, sample, tmp_path / "out")
    finally:
        started.terminate()
        started.wait(20)


def test_without_dask_the_way_to_get_it_is_told(tmp_path: Path, sample: Path) -> None:
    hidden = "import sys; sys.modules['distributed'] = None; from kg.cli import main; main()"
    told = [sys.executable, "-c", hidden, "build", str(sample), "--out", str(tmp_path), "--dask", "tcp://127.0.0.1:9"]
    run = subprocess.run(told, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "kg: a cluster needs Dask; get it with: pip install 'kg[dask]'\n")
