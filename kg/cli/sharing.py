"""Commands that hand the graph on: other forms, a server here, a server elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app, load, writable
from kg.command import (
    DEFAULT_GRAPH,
    UNREADABLE,
    USAGE,
    ExportForm,
    GraphFile,
    command,
    fail,
    say,
)
from kg.progress import sending


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

    writable(out)
    loaded = load(graph)
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
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for every network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes any that is free.")] = 8000,
    timeout: Annotated[
        float, typer.Option(min=1, metavar="SECONDS", help="From its arrival, after which a query is stopped.")
    ] = 10,
    largest: Annotated[int, typer.Option(min=1, metavar="MB", help="Of a result; larger ones are refused.")] = 32,
    memory: Annotated[
        int, typer.Option(min=256, metavar="MB", help="That one query may take, else it is given up.")
    ] = 1024,
    graph: GraphFile = DEFAULT_GRAPH,
) -> None:
    """Serve the graph, read-only, until Ctrl-C: the network page, SPARQL at /sparql, a page for every IRI.

    /query has an editor with the named queries, /id/... what the graph says of a thing (HTML, Turtle, JSON-LD).

    \b
    Example:
      kg serve --port 8080
    """
    from kg import serve as server

    limits = server.Limits(timeout, largest << 20, memory << 20)
    try:
        server.run(
            graph, host, port, limits,
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
