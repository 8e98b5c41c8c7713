"""From press releases to the graph: read, extract, resolve, triples, store. The one file that knows every stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from kg.extract import LANGUAGES, extract, lexicon
from kg.extract.gaps import Missing, missing
from kg.graph import BuildReport, KnowledgeGraph, unsure
from kg.model import Findings, Identity, PassedOver, Problem, Release, Resolution
from kg.read import scan
from kg.reference import Reference, load, packaged
from kg.resolve import resolve
from kg.triples import triples
from kg.triples.mint import checked_base
from kg.vocab import INSTANCES, KG

__all__ = ["Progress", "assemble", "build", "checked_base", "findings", "gaps", "releases"]

Item = Release | Problem | PassedOver
Progress = Callable[[Item], None]


def build(
    inputs: Iterable[str | Path],
    *,
    reference: Reference | Sequence[Path] | None = None,
    base: str | None = None,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[KnowledgeGraph, BuildReport]:
    """Build the graph of all releases in ``inputs`` (files, folders, globs, ``-`` for ``stdin``).

    Args:
        reference: look-ups already loaded, or Turtle files with further facts beside those of kg.
        base: where the IRIs of people, agencies, events ... begin.
        progress: called with every item as it has been dealt with.

    Inputs that cannot be read do not stop the build; they are in ``report.problems``.
    Raises ValueError for a base that is no IRI, kg.reference.ReferenceFileError for a bad reference file.
    """
    start = checked_base(base or INSTANCES)
    known = reference if isinstance(reference, Reference) else load(_files(reference))
    passed: list[PassedOver] = []
    problems: list[Problem] = []
    found: list[Findings] = []
    words = lexicon(known)
    for item in scan(inputs, stdin):
        if isinstance(item, Release):
            found.append(extract(item, words))
        elif isinstance(item, Problem):
            problems.append(item)
        else:
            passed.append(item)
        if progress:
            progress(item)
    return assemble(found, known, base=start, passed_over=passed, problems=problems)


def assemble(
    findings: Sequence[Findings],
    reference: Reference,
    *,
    base: str = INSTANCES,
    passed_over: Iterable[PassedOver] = (),
    problems: Iterable[Problem] = (),
) -> tuple[KnowledgeGraph, BuildReport]:
    """The second half of :func:`build`: from findings to the graph."""
    resolution = resolve(findings, reference)
    graph = KnowledgeGraph.from_triples(triples(findings, resolution, base), base=base)
    graph.report = BuildReport(
        releases=len(findings),
        foreign=sum(not each.release.lang.startswith(LANGUAGES) for each in findings),
        passed_over=tuple(passed_over),
        problems=tuple(problems),
        officials=graph.count(KG.Official),
        agencies=graph.mentioned(KG.Agency),
        events=graph.count(KG.Event),
        meetings=graph.count(KG.Meeting),
        unsure=unsure(_people(resolution)),
    )
    return graph, graph.report


def releases(inputs: Iterable[str | Path], problems: list[Problem], stdin: BinaryIO | None = None) -> Iterator[Release]:
    """The releases in ``inputs``, one at a time; what could not be read is added to ``problems``."""
    for item in scan(inputs, stdin):
        if isinstance(item, Release):
            yield item
        elif isinstance(item, Problem):
            problems.append(item)


def findings(
    inputs: Iterable[str | Path],
    problems: list[Problem],
    *,
    reference: Sequence[Path] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Findings]:
    """What the releases in ``inputs`` state, one at a time; what could not be read is added to ``problems``.

    Args:
        reference: Turtle files with further facts beside those of kg.

    Raises kg.reference.ReferenceFileError for a bad reference file.
    """
    words = lexicon(load(_files(reference)))
    for release in releases(inputs, problems, stdin):
        yield extract(release, words)


def gaps(
    inputs: Iterable[str | Path],
    problems: list[Problem],
    *,
    reference: Sequence[Path] | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[Missing, ...]:
    """What looks like a person, a post or a body in ``inputs`` and no rule claimed, the most frequent first.

    Arguments and errors as in :func:`findings`.
    """
    found = findings(inputs, problems, reference=reference, stdin=stdin)
    return missing(found, lexicon(load(_files(reference))))


def _people(resolution: Resolution) -> Iterator[Identity]:
    for release in resolution.releases.values():
        yield from (person for person in release.people if person)


def _files(further: Sequence[Path] | None) -> list[Path] | None:
    """The reference files of kg and these beside them; None for those of kg alone."""
    return [*packaged(), *further] if further else None
