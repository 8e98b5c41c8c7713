"""The graph loses nothing: golds, written as Turtle, score 1.000 in every kind by the independent ruler."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from golds import gold_findings

from kg.export.turtle import write
from kg.export.whole import replaced
from kg.reference import load
from kg.resolve import resolve
from kg.triples import triples


@pytest.mark.parametrize("name", ["seed", "dev", "synthetic"])
def test_golds_score_one_in_every_kind(corpus: Path, tmp_path: Path, name: str) -> None:
    ruler = corpus.parent / "score" / "score.py"
    if not ruler.is_file():
        pytest.skip(f"the ruler is not here: {ruler}")
    findings = gold_findings(corpus / name)
    graph = tmp_path / "graph.ttl"
    with replaced(graph) as file:
        write(triples(findings, resolve(findings, load())), file)
    command = [sys.executable, str(ruler), str(graph), str(corpus / name), "--json"]
    scores = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert scores
    assert {kind: row["f1"] for kind, row in scores.items()} == dict.fromkeys(scores, 1.0)
