"""Who met whom: a knowledge graph of officials, agencies and events from government press releases.

>>> import kg
>>> graph = kg.build(["tests/releases"])
>>> graph.query("who-met", person="Sun Meijun")[0].name
'John Lee'

``read`` and ``extract`` are the first stages as functions; the packages of the same names are imported
with ``from kg.read import scan``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.extract import Lexicon
from kg.extract import extract as _extract
from kg.extract import lexicon as _lexicon
from kg.graph import KnowledgeGraph
from kg.read import read

if TYPE_CHECKING:
    from kg.model import Findings, Release
    from kg.pipeline import Progress
    from kg.reference import Reference

__all__ = ["KnowledgeGraph", "build", "extract", "load", "read"]


def build(
    inputs: str | Path | Iterable[str | Path],
    *,
    reference: Reference | Sequence[Path] | None = None,
    base: str | None = None,
    corrections: Path | None = None,
    progress: Progress | None = None,
) -> KnowledgeGraph:
    """Build the graph of all press releases in ``inputs``.

    Args:
        inputs: files (text, HTML, CSV, JSONL, also gzipped), folders, globs.
        reference: look-ups already loaded, or Turtle files with further facts about a government.
        base: where the IRIs of people, agencies, events ... begin.
        corrections: a Turtle file of what people have laid down of who is who; none is read unless given here.
        progress: called with every release, problem and file passed over.

    What could not be read does not stop the build: see ``problems`` in the graph's ``report``.
    Raises kg.reference.ReferenceFileError for a bad reference file, kg.corrections.CorrectionsFileError for bad
    corrections.

    >>> graph = build("tests/releases")
    >>> graph.report.releases, graph.report.meetings
    (1, 1)
    """
    from kg import pipeline

    paths = [inputs] if isinstance(inputs, str | Path) else inputs
    return pipeline.build(paths, reference=reference, base=base, corrections=corrections, progress=progress)[0]


def load(path: str | Path) -> KnowledgeGraph:
    """Read a graph that was saved before (.ttl, .nt, .rdf, .jsonld, also .gz).

    Raises kg.store.GraphError for a file that is missing or broken.

    >>> load("tests/query/world.ttl").query("ASK { ?a kg:met ?b }").answer
    True
    """
    return KnowledgeGraph.load(path)


def extract(release: Release, lexicon: Lexicon | None = None) -> Findings:
    """What one release states: people, agencies, posts held and events, each with span and rule.

    ``lexicon`` are the names known beforehand, compiled (``kg.extract.lexicon``); without it, those that
    come with kg.

    >>> findings = extract(next(read("tests/releases")))
    >>> findings.people[0].name, findings.tenures[0].post
    ('John Lee', 'Chief Executive')
    """
    return _extract(release, lexicon or _packaged_lexicon())


@cache
def _packaged_lexicon() -> Lexicon:
    from kg.reference import load as load_reference

    return _lexicon(load_reference())
