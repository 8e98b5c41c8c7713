"""Every other form that a graph can be handed on in: by name, each a function from a store to bytes by file name.

RDF: N-Triples, JSON-LD, and TriG with one named graph per release. The network: GraphML and GEXF. Tables: CSV
and Parquet. All are deterministic: the same graph gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.export.network import from_records
from kg.export.records import read
from kg.export.tables import as_csv, tables
from kg.export.trig import write_trig

if TYPE_CHECKING:
    import networkx as nx

Files = Iterator[tuple[str, bytes]]


class MissingLibraryError(ImportError):
    """A form that needs a library which kg does not install by itself; the message says how to get it."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a graph can be written as. ``written`` gives the files: name and content."""

    title: str
    written: Callable[[ox.Store, str], Files]


def n_triples(store: ox.Store, _: str) -> Files:
    """Canonical N-Triples, the lines in the order of their characters."""
    lines = (ox.serialize((quad.triple for quad in store), format=ox.RdfFormat.N_TRIPLES) or b"").splitlines(True)
    yield "graph.nt", b"".join(sorted(lines))


def json_ld(store: ox.Store, _: str) -> Files:
    """JSON-LD 1.1 in expanded form, https://www.w3.org/TR/json-ld11/."""
    triples = sorted((quad.triple for quad in store), key=str)
    yield "graph.jsonld", ox.serialize(triples, format=ox.RdfFormat.JSON_LD) or b""


def trig(store: ox.Store, base: str) -> Files:
    """TriG with one named graph per release; see :mod:`kg.export.trig`."""
    out = io.BytesIO()
    write_trig(store, out, base=base)
    yield "graph.trig", out.getvalue()


def graphml(store: ox.Store, _: str) -> Files:
    """The network as GraphML, http://graphml.graphdrawing.org/."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml(_drawable(store), out, encoding="utf-8", named_key_ids=True)
    yield "network.graphml", out.getvalue()


def gexf(store: ox.Store, _: str) -> Files:
    """The network as GEXF 1.3, https://gexf.net/, without the day of writing that networkx would put in."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.3")
    writer.add_graph(_drawable(store))
    for meta in [element for element in writer.xml if element.tag == "meta"]:
        writer.xml.remove(meta)
    out = io.BytesIO()
    writer.write(out)
    yield "network.gexf", out.getvalue()


def _drawable(store: ox.Store) -> nx.Graph[str]:
    """The network with attributes that the formats can hold: texts and numbers."""
    import networkx as nx

    whole = from_records(read(store))
    plain: nx.Graph[str] = nx.Graph()
    for node, about in whole.nodes(data=True):
        joined = {name: " | ".join(value) if isinstance(value, tuple) else value for name, value in about.items()}
        plain.add_node(node, **joined)
    for one, other, about in whole.edges(data=True):
        days = sorted(event.start for event in about["events"] if event.start)
        counts = {name: about[name] for name in ("weight", "met", "metAsPrincipals", "coAttended")}
        span = {"first": days[0] if days else "", "last": days[-1] if days else ""}
        plain.add_edge(one, other, **counts, **span, events=" | ".join(event.event for event in about["events"]))
    return plain


def csv_tables(store: ox.Store, _: str) -> Files:
    """One CSV file for each table of :mod:`kg.export.tables`."""
    for table in tables(read(store)):
        yield f"{table.name}.csv", as_csv(table)


def parquet_tables(store: ox.Store, _: str) -> Files:
    """One Parquet file for each table. Raises MissingLibraryError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise MissingLibraryError("Parquet needs pyarrow, which is not installed: pip install 'kg[parquet]'") from error
    kinds = {str: pa.string(), int: pa.int64(), bool: pa.bool_()}
    for table in tables(read(store)):
        schema = pa.schema([(name, kinds[kind]) for name, kind in zip(table.columns, table.types, strict=True)])
        columns = [list(column) for column in zip(*table.rows, strict=True)] or [[] for _ in table.columns]
        out = io.BytesIO()
        parquet.write_table(pa.table(columns, schema=schema), out)
        yield f"{table.name}.parquet", out.getvalue()


FORMS: Mapping[str, Form] = {
    "nt": Form("N-Triples, sorted", n_triples),
    "jsonld": Form("JSON-LD", json_ld),
    "trig": Form("TriG, one named graph per release", trig),
    "graphml": Form("the network as GraphML", graphml),
    "gexf": Form("the network as GEXF, for Gephi", gexf),
    "csv": Form("tables as CSV", csv_tables),
    "parquet": Form("tables as Parquet", parquet_tables),
}
"""Name to form, as ``kg export`` takes it."""
