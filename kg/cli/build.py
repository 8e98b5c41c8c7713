"""Commands that read releases: build the graph, look for gaps, verify quotations."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app, load, writable
from kg.command import (
    DEFAULT_GRAPH,
    UNREADABLE,
    USAGE,
    WELL,
    AsText,
    GraphFile,
    Inputs,
    Reference,
    Text,
    command,
    complain,
    data,
    fail,
    say,
)
from kg.progress import progress, summarise

if TYPE_CHECKING:
    from kg.model import Problem


def _checked_base(base: str | None) -> str | None:
    from kg.pipeline import checked_base

    try:
        return base if base is None else checked_base(base)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


@app.command()
@command
def build(
    inputs: Inputs,
    out: Annotated[
        str, typer.Option(metavar="DIR|URL", help="Folder for graph.ttl and network.html, here or at a URL.")
    ] = "output",
    base: Annotated[
        str | None, typer.Option(metavar="IRI", callback=_checked_base, help="Where the IRIs of things begin.")
    ] = None,
    reference: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE.ttl", help="Facts about another government, beside those of kg; repeatable."),
    ] = None,
    corrections: Annotated[
        Path | None,
        typer.Option(metavar="FILE.ttl", help="Who is who, as people say; default corrections.ttl, where it is there."),
    ] = None,
    processes: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes that read texts; default one for each core.")
    ] = None,
    dask: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Read texts on this Dask cluster; needs kg[dask].")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Build the graph and the page from press releases.

    Writes graph.ttl and network.html. Inputs that cannot be read are named on stderr, the rest is built,
    and the exit code is 1. What was found in each release is kept in DIR/.kg: a later build reads only what is new or
    changed, and one that was stopped goes on. URLs need kg[remote] and the package of their file system, such as s3fs.

    \b
    Examples:
      kg build releases/
      kg build "archive/**/*.html" more.csv.gz --out graph2025
      kg build s3://bucket/releases --out s3://bucket/graph --dask tcp://10.0.0.1:8786
      curl -s https://example.org/release.txt | kg build -
    """
    from kg import pipeline, remote
    from kg.corrections import DEFAULT

    if folder := remote.local(out):
        writable(folder)
    followed = corrections or (DEFAULT if DEFAULT.is_file() else None)
    if followed and not quiet:
        say(f"following {followed}: what people have corrected")
    shown = remote.without_password(out)
    try:
        with progress(quiet) as count:
            report, written = pipeline.write(
                inputs, out, reference=reference, base=base, corrections=followed, progress=count,
                processes=processes, dask=dask,
                stdin=sys.stdin.buffer if "-" in inputs else None,
            )  # fmt: skip
    except remote.MissingFilesystemError as error:
        raise fail(error, USAGE) from error
    except (pipeline.BusyError, pipeline.ClusterError, remote.RemoteError) as error:
        raise fail(error, UNREADABLE) from error
    except OSError as error:
        raise fail(
            f"{shown}: cannot be written: {error.strerror or error}; its files are unchanged", UNREADABLE
        ) from error
    complain(report.problems)
    if not written:
        raise fail(
            f"no release found in {remote.without_password(' '.join(inputs))}; {shown} is left as it is", UNREADABLE
        )
    if not quiet:
        summarise(report, [remote.without_password(str(path)) for path in written])
    raise typer.Exit(UNREADABLE if report.problems else WELL)


@app.command()
@command
def gaps(
    inputs: Inputs,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many; 0 for all.")] = 50,
    form: AsText = Text.TEXT,
    reference: Reference = None,
) -> None:
    """Show what looks like a person, a post or a body and no rule claimed, the most frequent first.

    Each form once: how often it stands in the releases, what it looks like, and the first sentence that has it.
    What is wrongly missing can be added to the facts (--reference) or to the tables beside the rules.

    \b
    Examples:
      kg gaps releases/
      kg gaps releases/ --limit 0 --format json
    """
    from kg import pipeline, terminal

    problems: list[Problem] = []
    found = pipeline.gaps(inputs, problems, reference=reference, stdin=sys.stdin.buffer if "-" in inputs else None)
    shown = found[: limit or None]
    if form is Text.JSON:
        data(terminal.as_json(list(shown)))
    else:
        lines = [(f"{each.count}", each.looks.value, each.form, each.release, each.sentence) for each in shown]
        terminal.listing(("count", "looks", "form", "release", "sentence"), lines, frozenset({0}))
    if len(shown) < len(found):
        say(f"{len(found) - len(shown):,} more; --limit 0 shows all")
    elif not found:
        say("no gap")
    complain(problems)
    raise typer.Exit(UNREADABLE if problems else WELL)


@app.command()
@command
def check(
    files: Annotated[list[Path] | None, typer.Argument(metavar="GRAPH.ttl", help="The graph file.")] = None,
    sources: Annotated[
        list[str] | None,
        typer.Option("--sources", metavar="INPUT", help="Re-read these releases and verify every quotation."),
    ] = None,
    graph: GraphFile = DEFAULT_GRAPH,
) -> None:
    """Validate a graph against the SHACL shapes, and its quotations against the releases.

    What is wrong is written to stdout, one line each: node, property, reason. The exit code is then 1.

    \b
    Examples:
      kg check
      kg check output/graph.ttl --sources releases/
    """
    from kg import pipeline

    problems: list[Problem] = []
    path, inputs = _graph_and_sources(files or [], sources or [], graph)
    loaded = load(path)
    report = loaded.check(pipeline.releases(inputs, problems, sys.stdin.buffer) if inputs else None)
    complain(problems)
    for violation in report.violations:
        data(f"{violation}\n")
    verdict = "valid" if report.ok else f"not valid: {len(report.violations):,} violations"
    say(f"{path}: {verdict}; {report.checked:,} things checked")
    raise typer.Exit(WELL if report.ok and not problems else UNREADABLE)


def _graph_and_sources(files: list[Path], sources: list[str], default: Path) -> tuple[Path, list[str]]:
    """Tell the graph file from further inputs, which a shell makes of ``--sources releases/*.txt``."""
    from kg.store import is_graph_file

    graphs = [file for file in files if is_graph_file(file)]
    others = [str(file) for file in files if not is_graph_file(file)]
    if others and not sources:
        raise typer.BadParameter(f"{others[0]} is not a graph file by its name; releases are given with --sources")
    if len(graphs) > 1:
        raise typer.BadParameter(f"one graph at a time, not {' and '.join(map(str, graphs))}")
    return (graphs[0] if graphs else default), [*sources, *others]
