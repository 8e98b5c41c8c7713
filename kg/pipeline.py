"""From press releases to the graph: read, extract, resolve, tell. The one file that knows every stage.

    files --read--> releases --extract--> findings --resolve--> who is who --tell--> graph.ttl, network.html
      |                                      |                      |
      kg.sightings: which releases           kg.findings:           kg.resolve.Kept: who is who, and what tells it;
      are in which file, by its stamp        what was found, and    kg.told, under a seal: what each release and each
                                             what changed since     thing that they share was told from
                                             the last graph

What stands below lies in ``.kg`` beside the output (SQLite). A second build opens only files with another stamp, reads
by the rules only releases with another digest, resolves again only what these touch, and makes statements only of
releases and things that are told from something else than before; it puts them in their places in the former graph
file. Where anything does not fit - another version of kg, a file that was touched, a build that was stopped - it goes
the long way. Both ways give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode

from kg import remote
from kg.corrections import load as read_corrections
from kg.extract import LANGUAGES, code, extract, lexicon
from kg.extract.cluster import Cluster, ClusterError
from kg.extract.gaps import Missing, missing
from kg.findings import BusyError, Counts, FindingsStore, edition, packed
from kg.graph import GRAPH_FILE, PAGE_FILE, BuildReport, KnowledgeGraph
from kg.model import Findings, PassedOver, Problem, Release, Unchanged
from kg.read import rescan, scan
from kg.read.seen import Seen
from kg.reference import Reference, load, packaged
from kg.resolution import Corrections, Resolution, Verdict
from kg.resolve import Kept, Since, brief, resolve
from kg.sightings import Sightings
from kg.telling import Spread, ident_of, place_of, tell
from kg.triples import triples
from kg.triples.mint import checked_base
from kg.vocab import DCTERMS, INSTANCES, KG
from kg.workers import Work, worked, worked_by

__all__ = [
    "BusyError",
    "ClusterError",
    "Progress",
    "assemble",
    "build",
    "checked_base",
    "findings",
    "gaps",
    "releases",
    "write",
]

STORE = Path(".kg", "findings.sqlite")
"""Where findings are kept, in the folder of the output."""

Item = Release | Problem | PassedOver | Unchanged
Progress = Callable[[Item], None]
Found = tuple[bytes, bytes]
Team = Callable[[Iterable[Release]], Iterator[tuple[Release, Found]]]


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
    out: str | Path,
    *,
    reference: Sequence[Path] | None = None,
    base: str | None = None,
    corrections: Path | None = None,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
    processes: int | None = None,
    dask: str | None = None,
) -> tuple[BuildReport, Sequence[Path | str]]:
    """Build the graph of all releases in ``inputs`` into the folder ``out``: graph.ttl, then network.html.

    The bytes are those of :func:`build` and ``save``, for archives of any size: findings are kept on disk
    (``.kg/`` in ``out``; for a URL in the user's folder for caches) and not made again for releases that are as they
    were, extraction runs in several processes, and triples are written as they come. What was found when a build is
    stopped is there for the next.

    Args:
        out: a folder, or the URL of one for fsspec, to which the files are sent when both are whole.
        reference: Turtle files with further facts beside those of kg.
        processes: how many extract; default one for each core.
        dask: address of the scheduler of a Dask cluster that extracts instead, such as "tcp://10.0.0.1:8786".

    Returns the report and the files written; none where no release was found. Raises as :func:`build`, and
    BusyError when another build writes into ``out``, ClusterError when the cluster fails, OSError when it cannot be
    written (kg.remote.RemoteError for a URL).
    """
    start = checked_base(base or INSTANCES)
    corrected = read_corrections(corrections, start) if corrections else None
    files = tuple(_files(reference) or packaged())
    known, named = load(files), edition([*files, *code()])
    source = partial(rescan, inputs, stdin=stdin)
    work = Work(partial(_extractor, known))
    spread: Spread = partial(worked, processes=processes)
    team: Team = partial(worked_by, Cluster(dask, work)) if dask else partial(spread, work=work)
    if folder := remote.local(str(out)):
        with FindingsStore(folder / STORE, named) as kept:
            read = _gathered(kept, source, team, progress)
            return _written(kept, read, known, corrected, folder, start, spread)
    url = str(out)
    remote.located(url)  # says at once what is missing
    workplace = remote.workplace(url)
    try:
        with FindingsStore(workplace / STORE, named) as kept, TemporaryDirectory(dir=workplace) as new:
            read = _gathered(kept, source, team, progress)
            report, files_here = _written(kept, read, known, corrected, Path(new), start, spread)
            return report, remote.put(files_here, url) if files_here else ()
    except BusyError as error:
        raise BusyError(
            f"another build is writing into {remote.without_password(url)}; wait for it, or choose another URL"
        ) from error


@dataclass(frozen=True, slots=True)
class _Read:
    """What became of the inputs."""

    counts: Counts
    passed: tuple[PassedOver, ...]
    problems: tuple[Problem, ...]


def _gathered(
    kept: FindingsStore, source: Callable[[Seen], Iterable[Item]], team: Team, progress: Progress | None
) -> _Read:
    """Have all releases of the source that are not kept read by the team, and keep what is found."""
    seen = Sightings(kept.data, lambda ident, known: kept.keeps(place_of(ident), known))
    passed: list[PassedOver] = []
    problems: list[Problem] = []

    def fresh() -> Iterator[Release]:
        for item in source(seen):
            if isinstance(item, Release):
                if not kept.knows(item, place_of(item.id)):
                    yield item
                    continue
            elif isinstance(item, Unchanged):
                kept.retain(map(place_of, item.ids))
            elif isinstance(item, Problem):
                problems.append(item)
            else:
                passed.append(item)
            if progress:
                progress(item)

    for release, found in team(fresh()):
        kept.add(release, place_of(release.id), *found)
        if progress:
            progress(release)
    seen.settle()
    return _Read(kept.settle(), tuple(passed), tuple(problems))


def _written(
    kept: FindingsStore,
    read: _Read,
    known: Reference,
    corrected: Corrections | None,
    out: Path,
    base: str,
    spread: Spread,
) -> tuple[BuildReport, tuple[Path, ...]]:
    """Resolve what is kept and write both files; none where there is no release."""
    total = read.counts.read + read.counts.same
    if not total:
        return BuildReport(0, 0, read.passed, read.problems, 0, 0, 0, 0, ()), ()
    graph, page = out / GRAPH_FILE, out / PAGE_FILE
    named = f"{kept.edition} {edition(_package())}"
    who = Kept(kept.data, named, known, corrected)
    resolution = who.resolve({*kept.digests.values()}, kept.briefs, partial(_since, kept))
    totals = tell(kept, resolution, base, graph, page, named, spread)
    report = BuildReport(
        releases=total,
        foreign=sum(n for language, n in totals.sum.languages.items() if not language.startswith(LANGUAGES)),
        passed_over=read.passed,
        problems=(*read.problems, *resolution.problems),
        unknown=resolution.unknown,
        officials=len(resolution.officials),
        agencies=len(resolution.agencies),
        events=totals.sum.events,
        meetings=totals.sum.meetings,
        unsure=_open(resolution),
        same=read.counts.same,
        told=totals.told,
    )
    return report, (graph, page)


def _since(kept: FindingsStore, state: str) -> Since | None:
    """How the releases kept differ from those of a resolution of this state, where that is known."""
    former = kept.former(state)
    if former is None:
        return None
    gone = {ident_of(place) for place, digest in former.items() if digest is not None}
    return Since(state, gone, {kept.digests[place] for place in former if place in kept.digests})


def _package() -> Iterator[Path]:
    """The files of kg, also those that the page is made of."""
    return (path for path in Path(__file__).parent.rglob("*.*") if path.suffix != ".pyc" and path.is_file())


def _extractor(known: Reference) -> Callable[[Release], Found]:
    """What finds all that is kept of a release, with its look-ups made; runs in every process that does, also on
    other machines."""
    words = lexicon(known)

    def kept(release: Release) -> Found:
        """All that is found, and what tells who is who."""
        found = extract(release, words)
        return packed(found), brief(found)

    return kept


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
    graph.report = _report(graph, len(findings), passed_over, problems, resolution)
    return graph, graph.report


def _report(
    graph: KnowledgeGraph,
    releases: int,
    passed_over: Iterable[PassedOver],
    problems: Iterable[Problem],
    resolution: Resolution,
) -> BuildReport:
    stated = graph.store.quads_for_pattern(None, NamedNode(DCTERMS.language), None)
    languages = [quad.object.value for quad in stated if isinstance(quad.object, Literal)]
    return BuildReport(
        releases=releases,
        foreign=sum(not language.startswith(LANGUAGES) for language in languages),
        passed_over=tuple(passed_over),
        problems=(*problems, *resolution.problems),
        unknown=resolution.unknown,
        officials=graph.count(KG.Official),
        agencies=graph.mentioned(KG.Agency),
        events=graph.count(KG.Event),
        meetings=graph.count(KG.Meeting),
        unsure=_open(resolution),
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


def _open(resolution: Resolution) -> tuple[str, ...]:
    """The keys of the people of the open cases, each once, in order."""
    cases = (one for one in resolution.judgements if one.verdict is Verdict.UNSURE)
    return tuple(sorted({key for one in cases for key in (one.one, one.other)}))


def _files(further: Sequence[Path] | None) -> list[Path] | None:
    """The reference files of kg and these beside them; None for those of kg alone."""
    return [*packaged(), *further] if further else None
