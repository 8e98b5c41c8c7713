"""From press releases to the graph: read, extract, resolve, triples, store. The one file that knows every stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Triple

from kg.corrections import load as read_corrections
from kg.export.spool import Spool, place
from kg.export.whole import replaced
from kg.extract import LANGUAGES, code, extract, lexicon
from kg.extract.gaps import Missing, missing
from kg.extract.workers import extracted
from kg.findings import FindingsStore, edition, packed
from kg.graph import GRAPH_FILE, PAGE_FILE, BuildReport, KnowledgeGraph, unsure
from kg.model import Corrections, Findings, Identity, PassedOver, Problem, Release, Resolution
from kg.read import scan
from kg.reference import Reference, load, packaged
from kg.resolve import resolve
from kg.triples import by_release, triples
from kg.triples.mint import checked_base, segment
from kg.vocab import INSTANCES, KG

__all__ = ["Progress", "assemble", "build", "checked_base", "findings", "gaps", "releases", "write"]

STORE = Path(".kg", "findings.sqlite")
"""Where findings are kept, in the folder of the output."""

BATCH = 4096
"""Triples that are sorted and written at a time."""

Item = Release | Problem | PassedOver
Progress = Callable[[Item], None]


def build(
    inputs: Iterable[str | Path],
    *,
    reference: Reference | Sequence[Path] | None = None,
    base: str | None = None,
    corrections: Path | None = None,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[KnowledgeGraph, BuildReport]:
    """Build the graph of all releases in ``inputs`` (files, folders, globs, ``-`` for ``stdin``).

    Args:
        reference: look-ups already loaded, or Turtle files with further facts beside those of kg.
        base: where the IRIs of people, agencies, events ... begin.
        corrections: a file of what people have laid down of who is who (see :mod:`kg.corrections`).
        progress: called with every item as it has been dealt with.

    Inputs that cannot be read do not stop the build, nor do corrections that contradict; they are in
    ``report.problems``. Raises ValueError for a base that is no IRI, kg.reference.ReferenceFileError for a bad
    reference file, kg.corrections.CorrectionsFileError for a bad file of corrections.
    """
    start = checked_base(base or INSTANCES)
    corrected = read_corrections(corrections, start) if corrections else None
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
    return assemble(found, known, base=start, corrections=corrected, passed_over=passed, problems=problems)


def write(
    inputs: Iterable[str | Path],
    out: Path,
    *,
    reference: Sequence[Path] | None = None,
    base: str | None = None,
    corrections: Path | None = None,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
    processes: int | None = None,
) -> tuple[BuildReport, tuple[Path, ...]]:
    """Build the graph of all releases in ``inputs`` into the folder ``out``: graph.ttl, then network.html.

    The bytes are those of :func:`build` and ``save``, for archives of any size: findings are kept on disk
    (``.kg/`` in ``out``) and not made again for releases that are as they were, extraction runs in several
    processes, and triples are written as they come. What was found when a build is stopped is there for the next.

    Args:
        reference: Turtle files with further facts beside those of kg.
        processes: how many extract; default one for each core.

    Returns the report and the files written; none where no release was found. Raises as :func:`build`, and
    kg.findings.BusyError when another build writes into ``out``, OSError when it cannot be written.
    """
    start = checked_base(base or INSTANCES)
    corrected = read_corrections(corrections, start) if corrections else None
    files = tuple(_files(reference) or packaged())
    known = load(files)
    passed: list[PassedOver] = []
    problems: list[Problem] = []
    with FindingsStore(out / STORE, edition([*files, *code()])) as kept:

        def fresh() -> Iterator[Release]:
            for item in scan(inputs, stdin):
                if isinstance(item, Release):
                    if not kept.knows(item, place(segment(item.id))):
                        yield item
                        continue
                elif isinstance(item, Problem):
                    problems.append(item)
                else:
                    passed.append(item)
                if progress:
                    progress(item)

        for release, content in extracted(fresh(), partial(_extractor, files), packed, processes=processes):
            kept.add(release, place(segment(release.id)), content)
            if progress:
                progress(release)
        counts = kept.settle()
        if not counts.read + counts.same:
            return BuildReport(0, 0, tuple(passed), tuple(problems), 0, 0, 0, 0, ()), ()
        resolution = resolve(kept, known, corrected)
        with replaced(out / GRAPH_FILE) as file, Spool(start) as spool:
            for batch in _batches(by_release(kept, resolution, start)):
                spool.add(batch)
            spool.write(file)
        foreign = sum(not one.release.lang.startswith(LANGUAGES) for one in kept)
    graph = KnowledgeGraph.load(out / GRAPH_FILE)
    report = _report(graph, counts.read + counts.same, foreign, passed, problems, resolution)
    with replaced(out / PAGE_FILE) as file:
        file.write(graph.page().encode())
    return replace(report, same=counts.same), (out / GRAPH_FILE, out / PAGE_FILE)


def _extractor(files: Sequence[Path]) -> Callable[[Release], Findings]:
    """What extracts, with its look-ups made; runs in every process that does."""
    words = lexicon(load(files))
    return lambda release: extract(release, words)


def _batches(releases: Iterable[list[Triple]]) -> Iterator[list[Triple]]:
    """Triples of several releases at a time, for each call costs something."""
    batch: list[Triple] = []
    for told in releases:
        batch += told
        if len(batch) >= BATCH:
            yield batch
            batch = []
    yield batch


def assemble(
    findings: Sequence[Findings],
    reference: Reference,
    *,
    base: str = INSTANCES,
    corrections: Corrections | None = None,
    passed_over: Iterable[PassedOver] = (),
    problems: Iterable[Problem] = (),
) -> tuple[KnowledgeGraph, BuildReport]:
    """The second half of :func:`build`: from findings to the graph."""
    resolution = resolve(findings, reference, corrections)
    graph = KnowledgeGraph.from_triples(triples(findings, resolution, base), base=base)
    foreign = sum(not each.release.lang.startswith(LANGUAGES) for each in findings)
    graph.report = _report(graph, len(findings), foreign, passed_over, problems, resolution)
    return graph, graph.report


def _report(
    graph: KnowledgeGraph,
    releases: int,
    foreign: int,
    passed_over: Iterable[PassedOver],
    problems: Iterable[Problem],
    resolution: Resolution,
) -> BuildReport:
    return BuildReport(
        releases=releases,
        foreign=foreign,
        passed_over=tuple(passed_over),
        problems=(*problems, *resolution.problems),
        unknown=resolution.unknown,
        officials=graph.count(KG.Official),
        agencies=graph.mentioned(KG.Agency),
        events=graph.count(KG.Event),
        meetings=graph.count(KG.Meeting),
        unsure=unsure(_people(resolution)),
    )


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
