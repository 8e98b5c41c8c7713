"""The command ``kg``: arguments in, messages out. Data go to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.command import (
    DEFAULT_GRAPH,
    UNREADABLE,
    USAGE,
    WELL,
    AsText,
    Explained,
    ExportForm,
    Format,
    GraphFile,
    Inputs,
    OtherPerson,
    Person,
    Reference,
    Text,
    command,
    complain,
    data,
    fail,
    say,
)
from kg.progress import progress, sending, summarise

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.model import Problem

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Who met whom: a knowledge graph of officials, agencies and events from government press releases.",
)


def main() -> None:
    """Run the command line."""
    app()


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
        _writable(folder)
    followed = corrections or (DEFAULT if DEFAULT.is_file() else None)
    if followed and not quiet:
        say(f"following {followed}: what people have corrected")
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
            f"{out}: cannot be written: {error.strerror or error}; its files are unchanged", UNREADABLE
        ) from error
    complain(report.problems)
    if not written:
        raise fail(f"no release found in {' '.join(inputs)}; {out} is left as it is", UNREADABLE)
    if not quiet:
        summarise(report, written)
    raise typer.Exit(UNREADABLE if report.problems else WELL)


def _writable(out: Path) -> None:
    """Say at once what would otherwise be found out after the work: that ``out`` cannot take the files."""
    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"{out} is a file; give a folder", param_hint="--out")
    existing = next((folder for folder in (out, *out.parents) if folder.exists()), Path())
    if not os.access(existing, os.W_OK | os.X_OK):
        raise fail(f"{existing}: this folder may not be written; choose another with --out", UNREADABLE)


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
        data(terminal.catalogue(queries.named().values()))
        return
    else:
        text, arguments = what, queries.arguments(what, context.args)
    loaded = _load(graph)
    rows = queries.run(loaded.store, text, arguments)
    chosen = form or (Format.TTL if rows.kind == "CONSTRUCT" else Format.TABLE)
    if chosen is Format.TABLE:
        terminal.table(rows, loaded.prefixes)
    else:
        data(rows.to(chosen.value))
    if not rows:
        say("no result")


def _read_text(file: Path) -> str:
    from kg.sparql import QueryError

    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{file}: cannot be read: {error}") from error


def _load(path: Path) -> KnowledgeGraph:
    from kg.graph import KnowledgeGraph

    return KnowledgeGraph.load(path)


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
        data(terminal.as_json(facts))
    else:
        terminal.facts(facts)
    if not facts:
        say(f"nothing in this graph joins {what} and {other}" if other else f"nothing is stated of {what}")


def _explain_releases(file: str, form: Text, reference: list[Path] | None) -> None:
    from kg import draw, pipeline, terminal

    problems: list[Problem] = []
    found = pipeline.findings([file], problems, reference=reference, stdin=sys.stdin.buffer)
    if form is Text.JSON:
        data(terminal.as_json([draw.drawing(each) for each in found]))
    else:
        for each in found:
            terminal.drawings(draw.drawn(each, terminal.width()))
    complain(problems)
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
def who(person: Person, form: AsText = Text.TEXT, graph: GraphFile = DEFAULT_GRAPH) -> None:
    """Show who a person is taken to be: forms of the name, posts over time, releases, the reasons, and near misses.

    \b
    Example:
      kg who "John Lee"
    """
    from kg import terminal

    profile = _load(graph).who(person)
    if form is Text.JSON:
        data(terminal.as_json(profile))
    else:
        terminal.profile(profile)


@app.command()
@command
def export(
    form: Annotated[ExportForm, typer.Argument(metavar="FORM", help=f"One of {', '.join(ExportForm)}.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the files.")] = Path("output"),
    graph: GraphFile = DEFAULT_GRAPH,
) -> None:
    """Write the graph in another form: RDF (nt, jsonld, trig), the network (graphml, gexf), tables (csv, parquet).

    TriG has one named graph per release. Parquet needs pyarrow: pip install 'kg[parquet]'.

    \b
    Examples:
      kg export csv --out tables
      kg export graphml
    """
    from kg.export.formats import MissingLibraryError

    _writable(out)
    loaded = _load(graph)
    try:
        written = loaded.export(form, out)
    except MissingLibraryError as error:
        raise fail(error, USAGE) from error
    except OSError as error:
        raise fail(
            f"{out}: cannot be written: {error.strerror or error}; its files are unchanged", UNREADABLE
        ) from error
    say(f"written   {', '.join(map(str, written))}")


@app.command()
@command
def unsure(
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="At most so many; 0 for all.")] = 20,
    form: AsText = Text.TEXT,
    graph: GraphFile = DEFAULT_GRAPH,
) -> None:
    """Show which officials may be one, those with most meetings first, and the line that decides it.

    Of each pair: what is known of either, what speaks for and against one person, and two lines, one of which can go
    into corrections.ttl, which kg build follows.

    \b
    Example:
      kg unsure --limit 5
    """
    from kg import terminal

    cases = _load(graph).unsure()
    shown = cases[: limit or None]
    if form is Text.JSON:
        data(terminal.as_json(list(shown)))
    else:
        terminal.cases(shown)
    if len(shown) < len(cases):
        say(f"{len(cases) - len(shown):,} more; --limit 0 shows all")
    elif not cases:
        say("no open case")


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


@app.command()
@command
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for every network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes any that is free.")] = 8000,
    timeout: Annotated[float, typer.Option(min=1, metavar="SECONDS", help="After which a query is stopped.")] = 10,
    largest: Annotated[int, typer.Option(min=1, metavar="MB", help="Of a result; larger ones are refused.")] = 32,
    graph: GraphFile = DEFAULT_GRAPH,
) -> None:
    """Serve the graph, read-only, until Ctrl-C: the network page, SPARQL at /sparql, a page for every IRI.

    /query has an editor with the named queries, /id/... what the graph says of a thing (HTML, Turtle, JSON-LD).

    \b
    Example:
      kg serve --port 8080
    """
    from kg import serve as server

    loaded = _load(graph)
    limits = server.Limits(timeout, largest << 20)
    try:
        server.run(
            loaded, graph, host, port, limits,
            announce=lambda url: say(f"serving {url} and {url}sparql; stop with Ctrl-C"),
        )  # fmt: skip
    except server.EngineError as error:
        raise fail(error, UNREADABLE) from error
    except OSError as error:
        raise fail(f"{host}:{port}: {error.strerror or error}; choose another with --host or --port", USAGE) from error


@app.command()
@command
def publish(
    endpoint: Annotated[str, typer.Option(metavar="URL", help="Where SPARQL updates are sent.")],
    store: Annotated[
        str | None, typer.Option(metavar="URL", help="The server's graph store: the whole graph goes there at once.")
    ] = None,
    query: Annotated[
        str | None, typer.Option(metavar="URL", help="Where queries are answered, if not known from --endpoint.")
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="IRI", help="The named graph; else the default one.")] = None,
    user: Annotated[
        str | None, typer.Option(help="With the password in KG_PASSWORD; else a token in KG_TOKEN.")
    ] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Send everything, not only what has changed.")] = False,
    graph: GraphFile = DEFAULT_GRAPH,
) -> None:
    """Push the graph to a SPARQL 1.1 server: the first time whole, then what has changed since.

    \b
    Examples:
      kg publish --endpoint http://localhost:7878/update --store http://localhost:7878/store
      kg publish --endpoint http://localhost:3030/kg/update --name https://example.org/kg
    """
    from kg import publish as pushing

    target = pushing.Target(endpoint, query or pushing.beside(endpoint), store, name, pushing.credentials(user))
    try:
        with sending() as progress:
            pushed = pushing.publish(graph, target, whole=whole, progress=progress)
    except pushing.PublishError as error:
        raise fail(error, UNREADABLE) from error
    how = "whole" if pushed.whole else "what has changed"
    say(f"published {how}: {pushed.added:,} triples added, {pushed.removed:,} removed")
