"""The application that the commands join, and what several of them do first."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.command import UNREADABLE, fail

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Who met whom: a knowledge graph of officials, agencies and events from government press releases.",
)


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


def writable(out: Path) -> None:
    """Say at once what would otherwise be found out after the work: that ``out`` cannot take the files."""
    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"{out} is a file; give a folder", param_hint="--out")
    existing = next((folder for folder in (out, *out.parents) if folder.exists()), Path())
    if not os.access(existing, os.W_OK | os.X_OK):
        raise fail(f"{existing}: this folder may not be written; choose another with --out", UNREADABLE)


def load(path: Path) -> KnowledgeGraph:
    """The graph in a file. Raises kg.store.GraphError."""
    from kg.graph import KnowledgeGraph

    return KnowledgeGraph.load(path)
