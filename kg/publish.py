"""Hand the graph on to another SPARQL 1.1 server: whole, or what has changed since the last time.

The whole graph goes by the Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/) in one
request where the server has it, else by SPARQL Update. A difference goes by SPARQL Update
(https://www.w3.org/TR/sparql11-update/) in batches. What was handed on is kept beside the graph file
(``.graph.ttl.published/``); it is the base of the next difference, provided that the server still holds so many
triples. A push that breaks off forgets it, so that the next one is whole.
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
import pyoxigraph as ox

from kg.batches import batched
from kg.export.turtle import changed, opening
from kg.export.whole import replaced
from kg.store import load

BATCH = 5000
"""Triples in one update: some 600 kB, well below what servers take in one request."""

_TIMEOUT = httpx2.Timeout(30, read=600)  # seconds; a server may index what it is given before it answers
_SHOWN = 300  # characters of a server's message

Progress = Callable[[int], None]


class PublishError(RuntimeError):
    """A server that cannot be reached or refuses; the message names address, reason and remedy."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to: addresses for updates, queries and (optionally) the graph store, and the name of the graph there.

    ``graph`` None is the default graph. ``headers`` go with every request, such as Authorization.
    """

    update: str
    query: str
    store: str | None = None
    graph: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was done: everything anew or only a difference, and how many triples were added and removed."""

    whole: bool
    added: int
    removed: int


def beside(endpoint: str) -> str:
    """Where queries are answered, by the address for updates, as the common servers have it.

    >>> beside("http://localhost:7878/update"), beside("http://localhost:7200/repositories/kg/statements")
    ('http://localhost:7878/query', 'http://localhost:7200/repositories/kg')
    >>> beside("http://localhost:8890/sparql")
    'http://localhost:8890/sparql'
    """
    if endpoint.endswith("/update"):
        return f"{endpoint.removesuffix('/update')}/query"
    return endpoint.removesuffix("/statements")


def publish(file: Path, target: Target, *, whole: bool = False, progress: Progress | None = None) -> Pushed:
    """Make the graph at the target the one in ``file``; ``progress`` gets the number of triples of each batch sent.

    ``whole`` sends everything even where a difference would do. Raises PublishError, kg.store.GraphError for a
    file that cannot be read, OSError when what was sent cannot be recorded.
    """
    record = _record(file, target)
    with httpx2.Client(timeout=_TIMEOUT, headers=dict(target.headers)) as client:
        server = _Server(client, target, progress)
        known = None if whole else _known(file, record, server)
        if known is None:
            record.unlink(missing_ok=True)
            pushed = _push_all(file, server)
        else:
            removed, added = known
            record.unlink(missing_ok=True)
            pushed = Pushed(False, removed=server.delete(removed), added=server.insert(added))
    record.parent.mkdir(exist_ok=True)
    with file.open("rb") as source, replaced(record) as copy:
        shutil.copyfileobj(source, copy)
    return pushed


def _record(file: Path, target: Target) -> Path:
    name = hashlib.blake2b(f"{target.update} {target.graph}".encode(), digest_size=8).hexdigest()
    return file.with_name(f".{file.name}.published") / f"{name}{file.suffix}"


def _known(file: Path, record: Path, server: _Server) -> tuple[list[ox.Triple], list[ox.Triple]] | None:
    """Triples to remove and to add, if what was sent last is known and still there."""
    if not record.is_file() or not file.is_file():
        return None
    with record.open("rb") as old, file.open("rb") as new:
        if opening(old) != opening(new):  # not both written by kg with the same base and prefixes
            return None
    if server.count() != sum(1 for _ in ox.parse(path=str(record))):
        return None
    with record.open("rb") as old, file.open("rb") as new:
        removed, added = changed(old, new)
    return removed, added


def _push_all(file: Path, server: _Server) -> Pushed:
    graph = load(file)
    before = server.count()
    if server.target.store is None:
        server.clear()
        server.insert(quad.triple for quad in graph)
    else:
        server.put(graph)
    return Pushed(True, added=len(graph), removed=before)


class _Server:
    """The requests, each with an error that tells what to do."""

    def __init__(self, client: httpx2.Client, target: Target, progress: Progress | None) -> None:
        self.target = target
        self._client = client
        self._progress = progress

    def count(self) -> int:
        """How many triples the graph holds there."""
        pattern = self._in_graph("?s ?p ?o")
        query = f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"
        headers = {"Accept": "application/sparql-results+json"}
        response = self._send("POST", self.target.query, data={"query": query}, headers=headers)
        try:
            return int(response.json()["results"]["bindings"][0]["n"]["value"])
        except (ValueError, LookupError, TypeError) as error:
            raise PublishError(
                f"{self.target.query}: the answer to a query is no SPARQL result; give the address with --query"
            ) from error

    def put(self, graph: ox.Store) -> None:
        """Replace the graph in one request."""
        body = graph.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""
        which = {"graph": self.target.graph} if self.target.graph else {"default": ""}
        headers = {"Content-Type": "application/n-triples"}
        self._send("PUT", self.target.store or "", params=which, content=body, headers=headers)
        self._count(len(graph))

    def clear(self) -> None:
        """Remove all triples of the graph."""
        which = f"GRAPH <{self.target.graph}>" if self.target.graph else "DEFAULT"
        self._update(f"CLEAR SILENT {which}")

    def insert(self, triples: Iterable[ox.Triple]) -> int:
        """Add the triples; gives their number."""
        return self._batches("INSERT DATA", triples)

    def delete(self, triples: Iterable[ox.Triple]) -> int:
        """Remove the triples; gives their number."""
        return self._batches("DELETE DATA", triples)

    def _batches(self, operation: str, triples: Iterable[ox.Triple]) -> int:
        total = 0
        for batch in batched(triples, BATCH):
            text = (ox.serialize(batch, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
            self._update(f"{operation} {{ {self._in_graph(text)} }}")
            total += len(batch)
            self._count(len(batch))
        return total

    def _in_graph(self, pattern: str) -> str:
        return f"GRAPH <{self.target.graph}> {{ {pattern} }}" if self.target.graph else pattern

    def _count(self, number: int) -> None:
        if self._progress:
            self._progress(number)

    def _update(self, text: str) -> None:
        headers = {"Content-Type": "application/sparql-update"}
        self._send("POST", self.target.update, content=text.encode(), headers=headers)

    def _send(self, method: str, address: str, **request: object) -> httpx2.Response:
        try:
            response = self._client.request(method, address, **request)  # type: ignore[arg-type]
        except (httpx2.TransportError, httpx2.InvalidURL, httpx2.UnsupportedProtocol) as error:
            raise PublishError(f"{address}: cannot be reached: {error}; is the server running?") from error
        if response.status_code in (httpx2.codes.UNAUTHORIZED, httpx2.codes.FORBIDDEN):
            raise PublishError(
                f"{address}: refused ({response.status_code}); give --user, or set KG_PASSWORD or KG_TOKEN"
            )
        if not response.is_success:
            said = " ".join(response.text.split())[:_SHOWN]
            raise PublishError(f"{address}: {method} answered {response.status_code}: {said or 'nothing more'}")
        return response


def credentials(user: str | None, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Headers for a user with the password in KG_PASSWORD, else for the token in KG_TOKEN, else none.

    >>> credentials(None, {"KG_TOKEN": "abc"})
    {'Authorization': 'Bearer abc'}
    """
    if user is not None:
        pair = f"{user}:{environment.get('KG_PASSWORD', '')}".encode()
        return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}
    token = environment.get("KG_TOKEN")
    return {"Authorization": f"Bearer {token}"} if token else {}
