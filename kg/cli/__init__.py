"""The command ``kg``: arguments in, messages out. Data go to stdout, everything else to stderr."""

from __future__ import annotations

from kg.cli import build, questions, sharing
from kg.cli.app import app

__all__ = ["app", "build", "main", "questions", "sharing"]


def main() -> None:
    """Run the command line."""
    app()
