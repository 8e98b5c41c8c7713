"""The command ``kg``: arguments in, messages out. Data go to stdout, everything else to stderr."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

if TYPE_CHECKING:
    from kg.graph import BuildReport, KnowledgeGraph
    from kg.model import PassedOver, Problem, Release
    from kg.pipeline import Progress

WELL, UNREADABLE, USAGE, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141
DEFAULT_GRAPH = Path("output/graph.ttl")

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Who met whom: a knowledge graph of officials, agencies and events from government press releases.",
)

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders, globs, or - for stdin.")]
GraphFile = Annotated[Path, typer.Option("--graph", metavar="FILE", help="The graph file.")]
P = ParamSpec("P")


class Format(StrEnum):
    """How a result is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TTL = "ttl"


class Text(StrEnum):
    """How explanations are written."""

    TEXT = "text"
    JSON = "json"


def main() -> None:
    """Run the command line."""
    app()


def _say(message: str) -> None:
    typer.echo(message, err=True)


def _data(text: str) -> None:
    """Write to stdout piece by piece: Python does not notice when a reader stops amid one large write."""
    sys.stdout.writelines(text.splitlines(keepends=True))


def _fail(message: object, code: int) -> typer.Exit:
    _say(f"kg: {message}")
    return typer.Exit(code)


def command(function: Callable[P, None]) -> Callable[P, None]:
    """Turn the errors that a user can mend into a message and an exit code; anything else is a defect."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        from kg.find import AmbiguousNameError, UnknownNameError
        from kg.reference import ReferenceFileError
        from kg.rows import FormatError
        from kg.sparql import QueryError
        from kg.store import GraphError

        try:
            function(*args, **kwargs)
            sys.stdout.flush()
        except (QueryError, FormatError, UnknownNameError, AmbiguousNameError) as error:
            raise _fail(error, USAGE) from error
        except (GraphError, ReferenceFileError) as error:
            raise _fail(error, UNREADABLE) from error
        except BrokenPipeError as error:  # the reader, such as head, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(BROKEN_PIPE) from error
        except KeyboardInterrupt as error:
            raise _fail("stopped; what was there before is unchanged", INTERRUPTED) from error

    return run


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"kg {version('kg')}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    pass


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
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for graph.ttl and network.html.")] = Path("output"),
    base: Annotated[
        str | None, typer.Option(metavar="IRI", callback=_checked_base, help="Where the IRIs of things begin.")
    ] = None,
    reference: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE.ttl", help="Facts about another government, beside those of kg; repeatable."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Build the graph and the page from press releases.

    Writes graph.ttl and network.html. Inputs that cannot be read are named on stderr, the rest is built,
    and the exit code is 1.

    \b
    Examples:
      kg build releases/
      kg build "archive/**/*.html" more.csv.gz --out graph2025
      curl -s https://example.org/release.txt | kg build -
    """
    from kg import pipeline

    _writable(out)
    with _progress(quiet) as progress:
        graph, report = pipeline.build(
            inputs, reference=reference, base=base, progress=progress, stdin=sys.stdin.buffer if "-" in inputs else None
        )
    _complain(report.problems)
    if not report.releases:
        raise _fail(f"no release found in {' '.join(inputs)}; {out} is left as it is", UNREADABLE)
    try:
        written = graph.save(out)
    except OSError as error:
        raise _fail(
            f"{out}: cannot be written: {error.strerror or error}; its files are unchanged", UNREADABLE
        ) from error
    if not quiet:
        _summarise(report, written)
    raise typer.Exit(UNREADABLE if report.problems else WELL)


def _writable(out: Path) -> None:
    """Say at once what would otherwise be found out after the work: that ``out`` cannot take the files."""
    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"{out} is a file; give a folder", param_hint="--out")
    existing = next((folder for folder in (out, *out.parents) if folder.exists()), Path())
    if not os.access(existing, os.W_OK | os.X_OK):
        raise _fail(f"{existing}: this folder may not be written; choose another with --out", UNREADABLE)


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress | None]:
    """A running count of releases on stderr, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} releases read"), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def count(item: Release | Problem | PassedOver) -> None:
            from kg.model import Release

            bar.advance(task, isinstance(item, Release))

        yield count


def _complain(problems: Iterable[Problem]) -> None:
    for problem in problems:
        _say(f"kg: {problem.source}: {problem.reason}; {problem.remedy}")


def _counted(count: int, noun: str) -> str:
    """ "1 event", "2 agencies"."""
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith("y") else f"{count:,} {noun}s"


def _summarise(report: BuildReport, written: Iterable[Path]) -> None:
    aside = [
        (report.other_files, "of another kind"),
        (report.duplicates, "there twice"),
        (len(report.problems), "with a problem"),
    ]
    left = ", ".join(f"{count:,} {what}" for count, what in aside if count)
    _say(f"releases  {report.releases:,} read" + (f"; left aside: {left}" if left else ""))
    if report.foreign:
        _say(f"          {report.foreign:,} in a language other than English, from which nothing is extracted yet")
    counts = ((report.officials, "official"), (report.agencies, "agency"), (report.events, "event"))
    meetings = _counted(report.meetings, "meeting")
    _say(f"found     {', '.join(_counted(count, noun) for count, noun in counts)} ({meetings})")
    if report.unsure:
        _say(f"unsure    {len(report.unsure):,} officials may be one with another")
    _say(f"written   {', '.join(str(path) for path in written)}")


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
@command
def query(
    context: typer.Context,
    what: Annotated[str | None, typer.Argument(metavar="NAME|SPARQL", help="What to ask; then values.")] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", metavar="FILE", help="Read SPARQL from a file.")] = None,
    form: Annotated[Format | None, typer.Option("--format", help="Default: table; ttl for CONSTRUCT.")] = None,
    graph: GraphFile = DEFAULT_GRAPH,
) -> None:
    """Ask the graph: a named query, or any SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE.

    Without arguments, lists the named queries. Their values are given in order or by name.

    \b
    Examples:
      kg query who-met "John Lee" --since 2025-01-01
      kg query path "Carol Yip" "Sun Meijun"
      kg query holders --post "Secretary for Security" --format csv
      kg query "SELECT ?name { ?person a kg:Official ; rdfs:label ?name } LIMIT 10"
    """
    from kg import query as queries
    from kg import terminal

    if file is not None:
        if what is not None:
            raise typer.BadParameter(f"give either -f or {what!r}, not both")
        text, arguments = _read_text(file), {}
    elif what is None:
        _data(terminal.catalogue(queries.named().values()))
        return
    else:
        text, arguments = what, queries.arguments(what, context.args)
    loaded = _load(graph)
    rows = queries.run(loaded.store, text, arguments)
    chosen = form or (Format.TTL if rows.kind == "CONSTRUCT" else Format.TABLE)
    if chosen is Format.TABLE:
        terminal.table(rows, loaded.prefixes)
    else:
        _data(rows.to(chosen.value))
    if not rows:
        _say("no result")


def _read_text(file: Path) -> str:
    from kg.sparql import QueryError

    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file}: cannot be read: {error}") from error


def _load(path: Path) -> KnowledgeGraph:
    from kg.graph import KnowledgeGraph

    return KnowledgeGraph.load(path)


Person = Annotated[str, typer.Argument(metavar="PERSON", help="A name in any form, or the end of the IRI.")]
Explained = Annotated[
    str, typer.Argument(metavar="PERSON|FILE", help="A name in any form, the end of the IRI, or a file of releases.")
]
OtherPerson = Annotated[str | None, typer.Argument(metavar="PERSON", help="With this person.")]
AsText = Annotated[Text, typer.Option("--format", help="Sentences for people, or all fields as JSON.")]
Reference = Annotated[
    list[Path] | None, typer.Option("--reference", metavar="FILE.ttl", help="Facts about another government.")
]


@app.command()
@command
def explain(
    what: Explained,
    other: OtherPerson = None,
    form: AsText = Text.TEXT,
    reference: Reference = None,
    graph: GraphFile = DEFAULT_GRAPH,
) -> None:
    """Show the sentences behind a person, or behind what two people took part in; or read a file aloud.

    With a FILE (or - for stdin) no graph is needed: each release is printed with every finding drawn under its
    text, the rule that made it, and for what was left out, why.

    \b
    Examples:
      kg explain "Sun Meijun"
      kg explain "John Lee" "Sun Meijun"
      kg explain releases/P2025051900123.txt
    """
    from kg import terminal

    if other is None and (what == "-" or Path(what).is_file()):
        _explain_releases(what, form, reference)
        return
    facts = _load(graph).explain(what, other)
    if form is Text.JSON:
        _data(terminal.as_json(facts))
    else:
        terminal.facts(facts)
    if not facts:
        _say(f"nothing in this graph joins {what} and {other}" if other else f"nothing is stated of {what}")


def _explain_releases(file: str, form: Text, reference: list[Path] | None) -> None:
    from kg import draw, pipeline, terminal

    problems: list[Problem] = []
    found = pipeline.findings([file], problems, reference=reference, stdin=sys.stdin.buffer)
    if form is Text.JSON:
        _data(terminal.as_json([draw.drawing(each) for each in found]))
    else:
        for each in found:
            terminal.drawings(draw.drawn(each, terminal.width()))
    _complain(problems)
    raise typer.Exit(UNREADABLE if problems else WELL)


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
        _data(terminal.as_json(list(shown)))
    else:
        lines = [(f"{each.count}", each.looks.value, each.form, each.release, each.sentence) for each in shown]
        terminal.listing(("count", "looks", "form", "release", "sentence"), lines, frozenset({0}))
    if len(shown) < len(found):
        _say(f"{len(found) - len(shown):,} more; --limit 0 shows all")
    elif not found:
        _say("no gap")
    _complain(problems)
    raise typer.Exit(UNREADABLE if problems else WELL)


@app.command()
@command
def who(person: Person, form: AsText = Text.TEXT, graph: GraphFile = DEFAULT_GRAPH) -> None:
    """Show who a person is taken to be: forms of the name, posts over time, releases, similar names.

    \b
    Example:
      kg who "John Lee"
    """
    from kg import terminal

    profile = _load(graph).who(person)
    if form is Text.JSON:
        _data(terminal.as_json(profile))
    else:
        terminal.profile(profile)


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
    loaded = _load(path)
    report = loaded.check(pipeline.releases(inputs, problems, sys.stdin.buffer) if inputs else None)
    _complain(problems)
    for violation in report.violations:
        _data(f"{violation}\n")
    verdict = "valid" if report.ok else f"not valid: {len(report.violations):,} violations"
    _say(f"{path}: {verdict}; {report.checked:,} things checked")
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


@app.command()
@command
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for every network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes any that is free.")] = 8000,
    graph: GraphFile = DEFAULT_GRAPH,
) -> None:
    """Serve SPARQL at /sparql and the network page at /, read-only, until Ctrl-C.

    \b
    Example:
      kg serve --port 8080
    """
    from kg import serve as server

    loaded = _load(graph)
    try:
        server.run(loaded, host, port, announce=lambda url: _say(f"serving {url} and {url}sparql; stop with Ctrl-C"))
    except OSError as error:
        raise _fail(f"{host}:{port}: {error.strerror or error}; choose another with --host or --port", USAGE) from error
