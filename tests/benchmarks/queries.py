"""How fast the named queries are on the embedded store beside rdflib, on the same generated graph in the same run.

python -m tests.benchmarks.queries                      about 100,000 triples
python -m tests.benchmarks.queries --officials 100      a small graph
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from functools import partial
from statistics import geometric_mean

import pyoxigraph as ox
import rdflib

from kg import query, sparql
from kg.export.rdf import to_rdflib
from kg.vocab import KG, PREFIXES

from ..browser import generate
from .timing import medians


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Gives the exit code: 1 where the two engines do not agree."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--officials", type=int, default=1500, help="size of the graph (default 1500)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of which the median is taken (default 3)")
    options = parser.parse_args(arguments)
    store = generate.store(options.officials)
    graph = to_rdflib(store, PREFIXES)
    print(f"{len(store):,} triples, {options.officials:,} officials, median of {options.rounds}")
    print(f"{'':16}{'rows':>6}{'kg, s':>10}{'rdflib, s':>11}{'ratio':>8}")
    ratios = [measure(name, text, store, graph, options.rounds) for name, text in texts(store).items()]
    print(f"{'geometric mean':16}{geometric_mean(ratio for ratio in ratios if ratio):35.0f}")
    return int(None in ratios)


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


def measure(name: str, text: str, store: ox.Store, graph: rdflib.Graph, rounds: int) -> float | None:
    """Print both times of one query and give their ratio; None where the numbers of rows differ."""
    rows, others = len(sparql.run(store, text)), len(list(graph.query(text)))
    if rows != others:
        print(f"{name:16}{rows:6}   rdflib finds {others} rows")
        return None
    taken = medians({"kg": partial(sparql.run, store, text), "rdflib": lambda: list(graph.query(text))}, rounds)
    ratio = taken["rdflib"] / taken["kg"]
    print(f"{name:16}{rows:6}{taken['kg']:10.4f}{taken['rdflib']:11.3f}{ratio:8.0f}")
    return ratio


if __name__ == "__main__":
    sys.exit(main())
