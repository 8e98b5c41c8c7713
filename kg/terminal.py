"""How results look as text: coloured and fitted on a terminal, plain and whole when piped."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.draw import Shows
from kg.rows import Rows, display
from kg.vocab import XSD

if TYPE_CHECKING:
    from rich.console import Console

    from kg.draw import Line
    from kg.explain import Fact, Sentence
    from kg.identity import Case, Holding, Profile
    from kg.query import NamedQuery

NUMBERS = frozenset(XSD.BASE + name for name in ("integer", "decimal", "double", "float"))
COLOURS = {
    Shows.TEXT: "",
    Shows.PERSON: "cyan",
    Shows.POST: "green",
    Shows.AGENCY: "blue",
    Shows.EVENT: "magenta",
    Shows.DROPPED: "red",
}
MARK = ("**", "**")
"""Around the words that count, where colour is not to be had."""


def catalogue(queries: Iterable[NamedQuery], width: int = 100) -> str:
    """The named queries with what they take and an example each."""
    lines: list[str] = []
    for query in queries:
        takes = " ".join(f"[{p.name}]" if p.optional else p.name.upper() for p in query.parameters)
        entries = [f"{query.title}. {query.description}"]
        entries += [f"{p.name}: {p.description} ({' or '.join(p.kinds)})" for p in query.parameters]
        lines.append(f"{query.name} {takes}")
        for entry in entries:
            lines += wrap(entry, width, initial_indent="    ", subsequent_indent="      ")
        lines += [f"    {query.example}", ""]
    return "\n".join(lines).rstrip() + "\n"


def as_json(value: object) -> str:
    """Dataclasses and named tuples, alone or in lists, as JSON objects.

    >>> from kg.model import Span
    >>> print(as_json([Span(3, 11)]), end="")
    [
     {
      "start": 3,
      "end": 11
     }
    ]
    """
    return json.dumps(_plain(value), ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: _plain(getattr(value, name)) for name in value._fields}
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def table(rows: Rows, prefixes: Mapping[str, str]) -> None:
    """Rows as a table: fitted to a terminal, else aligned columns of full width."""
    cells = [[display(term, prefixes) for term in row.terms] for row in rows]
    if sys.stdout.isatty():
        _fitted(rows, cells)
        return
    for line in aligned([list(rows.columns), *cells], _numeric(rows)):
        sys.stdout.write(f"{line}\n")


def aligned(lines: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> Iterator[str]:
    """Columns two spaces apart, those in ``right`` to the right; Chinese characters count as two.

    >>> list(aligned([["name", "n"], ["Ann", "10"]], frozenset({1})))
    ['name   n', 'Ann   10']
    """
    from rich.cells import cell_len

    flat = [[" ".join(cell.split()) for cell in line] for line in lines]
    widths = [max(map(cell_len, column)) for column in zip(*flat, strict=True)]
    for line in flat:
        padded = []
        for number, (cell, width) in enumerate(zip(line, widths, strict=True)):
            space = " " * (width - cell_len(cell))
            padded.append(space + cell if number in right else cell + space)
        yield "  ".join(padded).rstrip()


def _numeric(rows: Rows) -> frozenset[int]:
    """The columns that hold nothing but numbers."""
    columns = zip(*(row.terms for row in rows), strict=True)
    return frozenset(
        number
        for number, terms in enumerate(columns)
        if all(term is None or (isinstance(term, ox.Literal) and term.datatype.value in NUMBERS) for term in terms)
        and any(terms)
    )


def _fitted(rows: Rows, cells: Iterable[Sequence[str]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    numeric = _numeric(rows)
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for number, name in enumerate(rows.columns):
        right = number in numeric
        drawn.add_column(Text(name), justify="right" if right else "left", no_wrap=right, overflow="fold")
    for line in cells:
        drawn.add_row(*map(Text, line))
    _console().print(drawn)


def facts(found: Iterable[Fact]) -> None:
    """Each statement, and under it the sentences with the words that count, and where they stand."""
    from rich.text import Text

    console = _console()
    for fact in found:
        console.print(Text(fact.statement, style="bold"))
        for sentence in fact.sentences:
            console.print(_marked(sentence, console.is_terminal))
            console.print(Text(f"    {_source(sentence)}", style="dim"))
        console.print()


def _marked(sentence: Sentence, coloured: bool) -> object:
    from rich.padding import Padding
    from rich.text import Text

    before, after = ("", "") if coloured else MARK
    line, done = Text(), 0
    for start, end in sentence.marks:
        line.append(sentence.text[done:start])
        line.append(f"{before}{sentence.text[start:end]}{after}", style="bold yellow")
        done = end
    line.append(sentence.text[done:])
    line = Text(" ").join(line.split("\n"))
    return Padding(line, (0, 0, 0, 2), expand=False)


def _source(sentence: Sentence) -> str:
    end = sentence.start + len(sentence.text)
    parts = [
        sentence.issued[:10],
        sentence.title,
        f"{sentence.release}:{sentence.start}-{end}",
        ", ".join(sentence.rules),
    ]
    return " | ".join([*parts, sentence.url] if sentence.url else parts)


def drawings(lines: Iterable[Line]) -> None:
    """A release with its findings under the text: in colours on a terminal, else as it is."""
    from rich.text import Text

    console = _console()
    for line in lines:
        text = Text()
        for piece in line:
            text.append(piece.text, style=COLOURS[piece.shows] if console.is_terminal else "")
        text.rstrip()
        console.print(text)


def listing(heads: Sequence[str], lines: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> None:
    """Lines of cells under their heads: cut to the width of a terminal, else aligned and whole."""
    console = _console()
    for line in aligned([heads, *lines], right):
        if console.is_terminal:
            console.print(line, no_wrap=True, overflow="ellipsis", crop=True)
        else:
            sys.stdout.write(f"{line}\n")


def profile(person: Profile) -> None:
    """Everything known of who a person is."""
    from rich.text import Text

    console = _console()
    console.print(Text(person.label, style="bold"), Text(person.iri, style="dim"))
    for heading, entries in _sections(person):
        if entries:
            console.print(Text(heading, style="bold"))
            for entry in entries:
                console.print(Text(f"  {entry}"))


def _sections(person: Profile) -> Iterator[tuple[str, Sequence[str]]]:
    yield "Also named as", person.forms
    yield "Honorifics and post-nominals", [*person.titles, *person.post_nominals]
    yield "Posts, as first and last seen", list(_posts(person.holdings))
    yield "Why these are one person", person.reasons
    yield "Releases", person.releases
    yield (
        "Near misses",
        [f"{each.verdict}  {each.other}: {_weighed(each.reasons, each.score)}" for each in person.near_misses],
    )
    yield "Others with similar names", [str(each) for each in person.similar]


def _posts(holdings: Iterable[Holding]) -> Iterator[str]:
    held = [[each.first, each.last, ("Acting " if each.acting else "") + each.post, each.agency] for each in holdings]
    return aligned(held)


def _weighed(reasons: Sequence[str], score: float | None) -> str:
    """Reasons, and the odds in words: two to the power of the score."""
    words = "; ".join(reasons)
    if score is None:
        return words
    odds = 2 ** abs(score)
    return f"{words} ({odds:.0f} to 1 {'for' if score >= 0 else 'against'} one person)"


def cases(found: Iterable[Case]) -> None:
    """Open cases: both sides, the reasons, and the lines that decide."""
    from rich.text import Text

    console = _console()
    for case in found:
        console.print(Text(f"{case.one.label} = {case.other.label} ?", style="bold"))
        for side in (case.one, case.other):
            counts = f"{_many(side.releases, 'release')}, {_many(side.meetings, 'meeting')}"
            names = ", ".join((side.label, *side.forms))
            console.print(Text(f"  {names}  ({counts})"), Text(side.iri, style="dim"))
            for line in _posts(side.holdings):
                console.print(Text(f"    {line}"))
        console.print(Text(f"  {_weighed(case.reasons, case.score)}"))
        console.print(Text(f"    {case.same}", style="green"))
        console.print(Text(f"    {case.different}", style="red"))
        console.print()


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def width() -> int:
    """The columns of the terminal, or what the variable COLUMNS says; 100 where neither does."""
    return shutil.get_terminal_size((100, 24)).columns


def _console() -> Console:
    """A terminal gets colours and its own width; a pipe plain lines that are never cut."""
    from rich.console import Console

    piped = None if sys.stdout.isatty() else 1_000_000
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=bool(piped), width=piped)
