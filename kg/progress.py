"""What long work tells on stderr: a running count while it goes on, and for a build the sums at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.command import say

if TYPE_CHECKING:
    from kg.graph import BuildReport
    from kg.pipeline import Item, Progress

MOST_UNKNOWN = 5


@contextmanager
def progress(quiet: bool) -> Iterator[Progress | None]:
    """A running count of releases."""
    with _counting("releases read", quiet) as advance:
        if advance is None:
            yield None
            return

        def count(item: Item) -> None:
            from kg.model import Release, Unchanged

            advance(len(item.ids) if isinstance(item, Unchanged) else int(isinstance(item, Release)))

        yield count


@contextmanager
def sending() -> Iterator[Callable[[int], None] | None]:
    """A running count of triples, to be called with the number of each batch."""
    with _counting("triples sent") as advance:
        yield advance


@contextmanager
def _counting(what: str, quiet: bool = False) -> Iterator[Callable[[int], None] | None]:
    """What adds to a running count on stderr, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn(f"{{task.completed:,.0f}} {what}"), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda more: bar.advance(task, more)


def summarise(report: BuildReport, written: Iterable[Path | str]) -> None:
    """What was read and found, and where it is written."""
    aside = [
        (report.other_files, "of another kind"),
        (report.duplicates, "there twice"),
        (len(report.problems), "with a problem"),
    ]
    left = ", ".join(f"{count:,} {what}" for count, what in aside if count)
    kept = f", {report.same:,} of them in a former build" if report.same else ""
    say(f"releases  {report.releases:,} read{kept}" + (f"; left aside: {left}" if left else ""))
    if report.foreign:
        say(f"          {report.foreign:,} in a language other than English, from which nothing is extracted yet")
    counts = ((report.officials, "official"), (report.agencies, "agency"), (report.events, "event"))
    meetings = _counted(report.meetings, "meeting")
    say(f"found     {', '.join(_counted(count, noun) for count, noun in counts)} ({meetings})")
    if report.unsure:
        say(f"unsure    {len(report.unsure):,} officials may be one with another")
    if report.unknown:
        shown = ", ".join(report.unknown[:MOST_UNKNOWN])
        more = f" and {len(report.unknown) - MOST_UNKNOWN:,} more" if len(report.unknown) > MOST_UNKNOWN else ""
        say(f"corrected {shown}{more}: in the corrections, but not in these releases")
    say(f"written   {', '.join(str(path) for path in written)}")


def _counted(count: int, noun: str) -> str:
    """ "1 event", "2 agencies"."""
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith("y") else f"{count:,} {noun}s"
