"""TriG, https://www.w3.org/TR/trig/: the graph with one named graph per release, as deterministic as the Turtle.

What a release says is in the graph that bears the release's IRI: the release itself, its evidence, and the events
and participations it tells of. What several releases say together (people, bodies, posts held, who met whom) is in
the default graph; that a post held was derived from words of a release is in the graph of that release.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import BinaryIO

import pyoxigraph as ox

from kg.export.turtle import blocks, head, lines
from kg.vocab import INSTANCES, KG, PREFIXES, PROV, RDF

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Homes = Mapping[Subject | ox.Literal, ox.NamedNode]


def write_trig(store: ox.Store, file: BinaryIO, *, base: str = INSTANCES) -> None:
    """Write the store in UTF-8: the default graph first, then the releases in the order of their IRIs.

    Raises ValueError for blank nodes, as :func:`kg.export.turtle.write`.
    """
    prefixes = {name: iri for name, iri in PREFIXES.items() if iri != base}
    homes = _homes(store)
    graphs: defaultdict[str, list[ox.Triple]] = defaultdict(list)
    for quad in store:
        home = _home(quad.triple, homes)
        graphs[home.value if home else ""].append(quad.triple)
    file.write(head(base, prefixes).encode())
    for name, triples in sorted(graphs.items()):
        body = "\n".join(block for block, _ in blocks(sorted(set(lines(triples, base=base, prefixes=prefixes)))))
        file.write((f"\nGRAPH <{name}> {{\n{body}}}\n" if name else f"\n{body}").encode())


def _homes(store: ox.Store) -> Homes:
    """Release, evidence, event or participation to the release that says so."""
    homes: dict[Subject | ox.Literal, ox.NamedNode] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(KG.Release)):
        if isinstance(quad.subject, ox.NamedNode):
            homes[quad.subject] = quad.subject
    for quad in store.quads_for_pattern(None, ox.NamedNode(KG.inRelease), None):
        if isinstance(quad.object, ox.NamedNode):
            homes[quad.subject] = quad.object
    for term in (KG.Event, KG.Participation):
        for quad in store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(term)):
            proofs = store.quads_for_pattern(quad.subject, ox.NamedNode(PROV.wasDerivedFrom), None)
            told = {homes[proof.object] for proof in proofs if proof.object in homes}
            if len(told) == 1:  # an occasion that two releases tell of belongs to neither
                homes[quad.subject] = told.pop()
    return homes


def _home(triple: ox.Triple, homes: Homes) -> ox.NamedNode | None:
    if triple.predicate.value == PROV.wasDerivedFrom and triple.object in homes:
        return homes[triple.object]
    return homes.get(triple.subject)
