"""Graph files: every kind that is read, and what is said of those that cannot be."""

from __future__ import annotations

import gzip

import pyoxigraph as ox
import pytest

from kg import store
from kg.store import GraphError


@pytest.mark.parametrize("ending", [".ttl", ".nt", ".rdf", ".jsonld", ".ttl.gz", ".nt.gz"])
def test_every_format_gives_the_same_graph(world, tmp_path, ending):
    path = tmp_path / f"graph{ending}"
    form = store.FORMATS[ending.removesuffix(".gz")]
    content = ox.serialize((quad.triple for quad in world), format=form)
    path.write_bytes(gzip.compress(content) if ending.endswith(".gz") else content)
    assert set(store.load(path)) == set(world)


def test_broken_turtle_names_line_and_column(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text("@prefix a: <http://a/> .\na:b a:c .\n")
    with pytest.raises(GraphError, match=r"graph\.ttl, line 2, column \d+: .+; build the graph anew"):
        store.load(path)


def test_cut_off_gzip_is_named(tmp_path, world_file):
    path = tmp_path / "graph.ttl.gz"
    path.write_bytes(gzip.compress(world_file.read_bytes())[:-200])
    with pytest.raises(GraphError, match=r"graph\.ttl\.gz.*cut off or broken"):
        store.load(path)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("absent.ttl", None, "no such file; build a graph with"),
        ("graph.docx", b"x", "not known as a graph file by its name"),
        ("plain.ttl.gz", b"not gzip", "cut off or broken"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path, name, content, reason):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GraphError, match=reason) as caught:
        store.load(path)
    assert name in str(caught.value)


def test_a_folder_is_no_graph(tmp_path):
    with pytest.raises(GraphError, match=r"is a folder; name the graph file in it, such as .*graph\.ttl"):
        store.load(tmp_path)


def test_base_is_seen_from_the_releases(world, world_file):
    assert store.base(world) == "https://w3id.org/who-met-whom/id/"
    moved = ox.Store()
    moved.load(
        world_file.read_bytes().replace(b"https://w3id.org/who-met-whom/id/", b"https://example.org/x/"),
        ox.RdfFormat.TURTLE,
    )
    assert store.base(moved) == "https://example.org/x/"
