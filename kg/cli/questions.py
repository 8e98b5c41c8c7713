"""Commands that ask: queries, explanations, who is who, and what is open."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app, load
from kg.command import (
    DEFAULT_GRAPH,
    UNREADABLE,
    WELL,
    AsText,
    Explained,
    Format,
    GraphFile,
    OtherPerson,
    Person,
    Reference,
    Text,
    command,
    complain,
    data,
    say,
)

if TYPE_CHECKING:
    from kg.model import Problem


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
    loaded = load(graph)
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
    facts = load(graph).explain(what, other)
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
def who(person: Person, form: AsText = Text.TEXT, graph: GraphFile = DEFAULT_GRAPH) -> None:
    """Show who a person is taken to be: forms of the name, posts over time, releases, the reasons, and near misses.

    \b
    Example:
      kg who "John Lee"
    """
    from kg import terminal

    profile = load(graph).who(person)
    if form is Text.JSON:
        data(terminal.as_json(profile))
    else:
        terminal.profile(profile)


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

    cases = load(graph).unsure()
    shown = cases[: limit or None]
    if form is Text.JSON:
        data(terminal.as_json(list(shown)))
    else:
        terminal.cases(shown)
    if len(shown) < len(cases):
        say(f"{len(cases) - len(shown):,} more; --limit 0 shows all")
    elif not cases:
        say("no open case")
