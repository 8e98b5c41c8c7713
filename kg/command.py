"""What the commands share: options, exit codes, messages on stderr, data on stdout, errors that a user can mend."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

if TYPE_CHECKING:
    from kg.model import Problem

WELL, UNREADABLE, USAGE, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141
DEFAULT_GRAPH = Path("output/graph.ttl")

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


class ExportForm(StrEnum):
    """The names of :data:`kg.export.formats.FORMS`, known without loading what writes them; a test holds both equal."""

    NT = "nt"
    JSONLD = "jsonld"
    TRIG = "trig"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    PARQUET = "parquet"


Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders, globs, or - for stdin.")]
GraphFile = Annotated[Path, typer.Option("--graph", metavar="FILE", help="The graph file.")]
Person = Annotated[str, typer.Argument(metavar="PERSON", help="A name in any form, or the end of the IRI.")]
Explained = Annotated[
    str, typer.Argument(metavar="PERSON|FILE", help="A name in any form, the end of the IRI, or a file of releases.")
]
OtherPerson = Annotated[str | None, typer.Argument(metavar="PERSON", help="With this person.")]
AsText = Annotated[Text, typer.Option("--format", help="Sentences for people, or all fields as JSON.")]
Reference = Annotated[
    list[Path] | None, typer.Option("--reference", metavar="FILE.ttl", help="Facts about another government.")
]


def say(message: str) -> None:
    """Write a message to stderr."""
    typer.echo(message, err=True)


def data(text: str) -> None:
    """Write to stdout piece by piece: Python does not notice when a reader stops amid one large write."""
    sys.stdout.writelines(text.splitlines(keepends=True))


def fail(message: object, code: int) -> typer.Exit:
    """Say what went wrong; the caller raises the result."""
    say(f"kg: {message}")
    return typer.Exit(code)


def command(function: Callable[P, None]) -> Callable[P, None]:
    """Turn the errors that a user can mend into a message and an exit code; anything else is a defect."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        from kg.corrections import CorrectionsFileError
        from kg.find import AmbiguousNameError, UnknownNameError
        from kg.reference import ReferenceFileError
        from kg.rows import FormatError
        from kg.sparql import QueryError
        from kg.store import GraphError

        try:
            function(*args, **kwargs)
            sys.stdout.flush()
        except (QueryError, FormatError, UnknownNameError, AmbiguousNameError) as error:
            raise fail(error, USAGE) from error
        except (GraphError, ReferenceFileError, CorrectionsFileError) as error:
            raise fail(error, UNREADABLE) from error
        except BrokenPipeError as error:  # the reader, such as head, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(BROKEN_PIPE) from error
        except KeyboardInterrupt as error:
            raise fail("stopped; what was there before is unchanged", INTERRUPTED) from error

    return run


def complain(problems: Iterable[Problem]) -> None:
    """Name each input that could not be read, why, and what can be done."""
    for problem in problems:
        say(f"kg: {problem.source}: {problem.reason}; {problem.remedy}")
