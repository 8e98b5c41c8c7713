"""How fast the named queries are on the embedded store beside rdflib, on the same generated graph in the same run.

python -m tests.benchmarks.queries                      about a million triples
python -m tests.benchmarks.queries --officials 100      a small graph

The store is the one that commands open: on disk for a large graph file, else in memory. rdflib is cut off where a
query takes it too long; its time and the ratio are then lower bounds (>).
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import geometric_mean
from tempfile import TemporaryDirectory
from time import process_time

import pyoxigraph as ox
import rdflib

from kg import query, sparql
from kg.export import turtle
from kg.export.rdf import to_rdflib
from kg.store import opened
from kg.vocab import KG, PREFIXES
from tests.benchmarks.timing import mean
from tests.browser import generate


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Gives the exit code: 1 where the two engines do not agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--officials", type=int, default=12_500, help="size of the graph (default 12500)")
    parser.add_argument("--limit", type=float, default=60, help="seconds that rdflib gets for a query (default 60)")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        store = opened(written(generate.store(options.officials), Path(folder)))
        graph = to_rdflib(store, PREFIXES)
        print(f"{len(store):,} triples, {options.officials:,} officials; processor time")
        print(f"{'':16}{'rows':>6}{'kg, s':>10}{'rdflib, s':>11}{'ratio':>8}", flush=True)
        ratios = [measure(name, text, store, graph, options.limit) for name, text in texts(store).items()]
        del store
    compared = [ratio for ratio in ratios if ratio]
    print(f"{'least':16}{min(compared):35.0f}")
    print(f"{'geometric mean':16}{geometric_mean(compared):35.0f}")
    return int(None in ratios)


def written(store: ox.Store, folder: Path) -> Path:
    """A graph file of what the store holds."""
    path = folder / "graph.ttl"
    with path.open("wb") as file:
        turtle.write((quad.triple for quad in store), file)
    return path


def texts(store: ox.Store) -> dict[str, str]:
    """The named queries as SPARQL, asked of the person with the most meetings, and of their first post."""
    person = busiest(store)
    first = sorted(quad.object.value for quad in store.quads_for_pattern(person, ox.NamedNode(KG.met), None))[0]
    post = min(quad.object.value for quad in store.quads_for_pattern(None, ox.NamedNode(KG.post), None))
    event = min(quad.subject.value for quad in store.quads_for_pattern(None, None, ox.NamedNode(KG.Meeting)))
    given = {"person": person, "who": person, "post": ox.NamedNode(post), "occasion": ox.NamedNode(event)}
    asked = {}
    for name, named in query.named().items():
        if name == "path":  # the search for the chain is not SPARQL; of the query, one step
            columns, row = ["step", "one", "other"], [ox.Literal(1), person, ox.NamedNode(first)]
        else:
            columns = [parameter.name for parameter in named.parameters if parameter.name in given]
            row = [given[column] for column in columns]
        asked[name] = query.with_values(named.text, columns, [row])
    return asked


def busiest(store: ox.Store) -> ox.NamedNode:
    """Who met the most people; of several, the first by IRI."""
    met = Counter(quad.subject.value for quad in store.quads_for_pattern(None, ox.NamedNode(KG.met), None))
    return ox.NamedNode(min(met, key=lambda iri: (-met[iri], iri)))


def measure(name: str, text: str, store: ox.Store, graph: rdflib.Graph, limit: float) -> float | None:
    """Print both times of one query and give their ratio; None where the numbers of rows differ."""
    ours, rows = mean(lambda: sparql.run(store, text)), len(sparql.run(store, text))
    mark = " "
    try:
        with at_most(limit):
            theirs, others = timed(lambda: len(list(graph.query(text))))
    except TimeoutError:
        theirs, others, mark = limit, rows, ">"
    print(f"{name:16}{rows:6}{ours:10.4f}{mark:>4}{theirs:7.3f}{mark:>3}{theirs / ours:5.0f}", flush=True)
    if rows != others:
        print(f"{name}: kg finds {rows} rows, rdflib {others}")
    return theirs / ours if rows == others else None


def timed(run: Callable[[], int]) -> tuple[float, int]:
    """The processor seconds that it takes, and what it gives."""
    start = process_time()
    result = run()
    return process_time() - start, result


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TimeoutError inside when this process has worked for so long (POSIX)."""

    def stop(*_: object) -> None:
        raise TimeoutError

    former = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)


if __name__ == "__main__":
    sys.exit(main())
