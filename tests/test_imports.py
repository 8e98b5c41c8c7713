"""The direction of the data, held over the import graph: stages never import each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
FOUNDATION = {"model", "vocab", "reference"}
WHO_IS_WHO = FOUNDATION | {"resolution"}
STAGES = {"read", "extract", "resolve", "triples", "export", "check"}
ASKING = {"store", "rows", "nodes", "sparql", "find", "query", "identity", "explain"}

MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "vocab": set(),
    "reference": {"model", "vocab"},
    "resolution": {"model"},
    "corrections": {"model", "vocab", "resolution"},
    "remote": set(),
    "batches": set(),
    "grades": {"model"},
    **dict.fromkeys(STAGES, FOUNDATION),
    "resolve": WHO_IS_WHO,
    "triples": WHO_IS_WHO | {"grades"},
    "export": FOUNDATION | {"grades"},
    "read": FOUNDATION | {"remote"},
    "extract": FOUNDATION | {"workers"},
    "store": FOUNDATION,
    "workers": {"batches"},
    "together": FOUNDATION | {"grades", "triples"},
    "told": {"batches", "export", "together"},
    "findings": FOUNDATION | {"batches"},
    "sightings": FOUNDATION | {"findings", "read"},
    "shown": WHO_IS_WHO | {"triples", "export"},
    "sharing": WHO_IS_WHO | {"batches", "told", "shown", "triples", "export"},
    "writing": {"export"},
    "telling": WHO_IS_WHO
    | {"batches", "findings", "told", "together", "sharing", "shown", "writing", "triples", "export", "workers"},
    "rows": FOUNDATION | {"export"},
    "sparql": FOUNDATION | {"rows", "store"},
    "find": FOUNDATION | {"store"},
    "nodes": FOUNDATION | {"rows"},
    "query": FOUNDATION | ASKING - {"query", "identity", "explain"},
    "identity": WHO_IS_WHO | ASKING - {"query", "identity", "explain"},
    "explain": FOUNDATION | ASKING - {"query", "explain"},
    "graph": WHO_IS_WHO | ASKING | {"export", "check"},
    "pipeline": WHO_IS_WHO | STAGES | {"graph", "findings", "sightings", "telling", "workers", "corrections", "remote"},
    "serve": FOUNDATION | ASKING | {"graph"},
    "publish": FOUNDATION | {"batches", "export", "store"},
    "draw": FOUNDATION,
    "terminal": FOUNDATION | ASKING | {"draw"},
    "command": FOUNDATION | {"rows", "sparql", "store", "find", "corrections"},
    "progress": FOUNDATION | {"pipeline", "graph", "command"},
    "cli": FOUNDATION
    | ASKING
    | {
        "pipeline",
        "remote",
        "export",
        "publish",
        "graph",
        "serve",
        "draw",
        "corrections",
        "terminal",
        "command",
        "progress",
    },
    "__main__": {"cli"},
    "__init__": FOUNDATION | {"read", "extract", "graph", "pipeline"},
}
"""Room to the rooms it may import from; every room may import from itself."""


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms of kg that a file imports, anywhere in it."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "kg":
                rooms.add(
                    parts[1] if (len(parts) > 1 and (PACKAGE / parts[1]).exists()) or _module(parts) else "__init__"
                )
    return rooms


def _module(parts: list[str]) -> bool:
    return len(parts) > 1 and (PACKAGE / f"{parts[1]}.py").exists()


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_what_it_may(path):
    here = room(path)
    assert here in MAY_IMPORT, f"{path}: a new room; say here what it may import"
    strangers = imported(path) - MAY_IMPORT[here] - {here}
    assert not strangers, f"{path} imports kg.{', kg.'.join(sorted(strangers))}"


def test_the_rule_finds_something():
    """Guards the test itself: the pipeline is seen to import all that turn releases into triples."""
    assert {"read", "extract", "resolve", "triples"} <= imported(PACKAGE / "pipeline.py")


def test_no_rooms_for_everything_and_nothing():
    assert not {path.stem for path in FILES} & {"utils", "helpers", "common", "misc"}
