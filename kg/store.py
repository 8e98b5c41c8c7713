"""The embedded store: an Oxigraph store filled from triples or from a graph file, in memory or on disk.

A large graph file is read once into a store on disk beside it (``.graph.ttl.store/``), which later commands open
at once. The file stays what counts: a store is of one size and time of change of the file, and is made anew when
these differ.
"""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox

from kg.vocab import INSTANCES, KG, RDF

FORMATS: dict[str, ox.RdfFormat] = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
"""File name ending (each also with ``.gz``) to RDF format."""


LARGE = 24 << 20
"""Bytes from which a graph file is worth a store on disk: parsing it takes a second and more."""


class GraphError(ValueError):
    """A graph file that is missing, of an unknown kind, or broken; the message names file, place and remedy."""


def from_triples(triples: Iterable[ox.Triple]) -> ox.Store:
    """A store in memory that holds these triples.

    >>> thing = ox.NamedNode("https://example.org/a")
    >>> len(from_triples([ox.Triple(thing, ox.NamedNode(RDF.type), thing)]))
    1
    """
    store = ox.Store()
    store.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return store


def load(path: str | Path) -> ox.Store:
    """The graph of a file (.ttl, .nt, .rdf, .jsonld, each also .gz) as a store in memory.

    Raises GraphError when there is no such file, or when it is not what its name says; for a broken
    file the message has line and column.
    """
    path = Path(path)
    form = _format(path)
    store = ox.Store()
    _fill(store, path, form)
    return store


def _fill(store: ox.Store, path: Path, form: ox.RdfFormat) -> None:
    try:
        with _opened(path) as file:
            store.bulk_load(file, format=form)
    except FileNotFoundError:
        raise GraphError(f"{path}: no such file; build a graph with: kg build INPUT...") from None
    except SyntaxError as error:
        raise GraphError(f"{path}, {_place(error)}; build the graph anew or mend the file") from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise GraphError(f"{path}: the compressed file is cut off or broken ({error}); get it anew") from error
    except OSError as error:
        raise GraphError(f"{path}: cannot be read: {error.strerror or error}") from error


def opened(path: str | Path) -> ox.Store:
    """The graph of a file for reading: on disk when the file is large, else in memory. Raises as :func:`load`.

    >>> len(opened("tests/query/world.ttl")) > 0
    True
    """
    path = Path(path)
    if path.is_file() and path.stat().st_size >= LARGE:
        return on_disk_opened(path)[1]
    return load(path)


def on_disk_opened(path: str | Path) -> tuple[Path, ox.Store]:
    """The folder of a store on disk (see :func:`on_disk`), and the store, opened for reading.

    One that cannot be opened is broken, and made anew from the file. Raises as :func:`load`.
    """
    folder = on_disk(path)
    try:
        return folder, ox.Store.read_only(str(folder))
    except (OSError, RuntimeError):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        return folder, ox.Store.read_only(str(on_disk(path)))
    except (OSError, RuntimeError) as error:
        raise GraphError(f"{folder}: the store of {path} cannot be opened ({error}); delete this folder") from error


def on_disk(path: str | Path) -> Path:
    """The folder of a store on disk that holds the graph of a file, made if there is none of this very file.

    It lies beside the file, else in the user's folder for caches where that one may not be written; stores of
    former contents of the file are removed. Several processes may make it at once. Raises as :func:`load`.
    """
    path = Path(path)
    form = _format(path)
    try:
        about = path.stat()
    except OSError:
        load(path)  # says what is wrong with it
        raise
    stores = _stores_of(path)
    store = stores / f"{about.st_size}-{about.st_mtime_ns}-{ox.__version__}"
    if not store.is_dir():
        _make(store, path, form)
        for former in stores.iterdir():
            if former != store and not former.name.startswith(_UNFINISHED):
                shutil.rmtree(former, ignore_errors=True)  # another process may still read it; then it stays
    return store


_UNFINISHED = "unfinished-"


def _stores_of(path: Path) -> Path:
    real = path.resolve()
    if os.access(real.parent, os.W_OK | os.X_OK):
        return real.parent / f".{real.name}.store"
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(caches, "kg", *real.parts[1:])


def _make(store: Path, path: Path, form: ox.RdfFormat) -> None:
    """Fill a store under another name, and give it its own when it is whole."""
    store.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=store.parent))
    try:
        filled = ox.Store(str(part / "store"))
        _fill(filled, path, form)
        filled.flush()
        del filled
        try:
            (part / "store").rename(store)
        except OSError:
            if not store.is_dir():  # else another process was first
                raise
    finally:
        shutil.rmtree(part, ignore_errors=True)


def base(store: ox.Store) -> str:
    """Where the IRIs of the things in this graph begin, seen from its releases.

    >>> base(ox.Store())
    'https://w3id.org/who-met-whom/id/'
    """
    for quad in store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(KG.Release)):
        start, found, _ = str(cast(ox.NamedNode, quad.subject).value).rpartition("release/")
        if found:
            return start
    return INSTANCES


def is_graph_file(path: Path) -> bool:
    """Whether the name is that of a graph file.

    >>> is_graph_file(Path("graph.ttl.gz")), is_graph_file(Path("release.txt"))
    (True, False)
    """
    return _ending(path) in FORMATS


def _ending(path: Path) -> str:
    return (Path(path.stem).suffix if path.suffix == ".gz" else path.suffix).lower()


def _format(path: Path) -> ox.RdfFormat:
    if path.is_dir():
        raise GraphError(f"{path}: is a folder; name the graph file in it, such as {path / 'graph.ttl'}")
    try:
        return FORMATS[_ending(path)]
    except KeyError:
        known = ", ".join(FORMATS)
        raise GraphError(f"{path}: not known as a graph file by its name; give one of {known} (or .gz)") from None


def _opened(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


def _place(error: SyntaxError) -> str:
    """Oxigraph's "Parser error at line 1 between columns 1 and 4: reason" with one column."""
    reason = str(error.msg or error)
    reason = reason.partition(": ")[2] or reason
    return reason if error.lineno is None else f"line {error.lineno}, column {error.offset}: {reason}"
