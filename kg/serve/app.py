"""A read-only SPARQL 1.1 Protocol endpoint at ``/sparql`` and the network page at ``/``.

https://www.w3.org/TR/sparql11-protocol/, query operation, by GET and by both forms of POST.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs

import pyoxigraph as ox
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg.graph import KnowledgeGraph
from kg.serve.negotiation import acceptable
from kg.sparql import QueryError, results_of
from kg.vocab import PREFIXES

TABLES: dict[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
"""Media types for SELECT and ASK, the preferred one first."""

GRAPHS: dict[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}
"""Media types for CONSTRUCT and DESCRIBE, the preferred one first."""

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
LONGEST_QUERY = 1 << 20  # bytes
ANYWHERE = {"Access-Control-Allow-Origin": "*"}


class RefusedError(Exception):
    """A request that is not answered, as the protocol says: HTTP status and reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


def app(graph: KnowledgeGraph) -> Starlette:
    """The ASGI application for a graph, which is never changed by it."""
    page: list[str] = []

    def network(_: Request) -> Response:
        if not page:
            page.append(graph.page())
        return HTMLResponse(page[0])

    async def sparql(request: Request) -> Response:
        try:
            text = await _query_of(request)
            return await run_in_threadpool(_answer, graph.store, text, request.headers.get("accept", ""))
        except RefusedError as refusal:
            return _refusal(refusal)

    def preflight(_: Request) -> Response:
        allowed = {
            "Access-Control-Allow-Methods": "GET, HEAD, POST",
            "Access-Control-Allow-Headers": "Accept, Content-Type",
        }
        return Response(status_code=204, headers=ANYWHERE | allowed)

    return Starlette(
        routes=[
            Route("/", network),
            Route("/sparql", sparql, methods=["GET", "POST"]),
            Route("/sparql", preflight, methods=["OPTIONS"]),
        ]
    )


async def _query_of(request: Request) -> str:
    """The query text of a request in any of the protocol's three forms."""
    if request.method != "POST":
        return _one_query(request.url.query)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise RefusedError(403, "updates are refused: the endpoint is read-only")
    if kind not in (FORM, QUERY):
        raise RefusedError(415, f"send the query as {QUERY}, or as {FORM} in the field query")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST_QUERY:
            raise RefusedError(413, f"the query is longer than {LONGEST_QUERY} bytes")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"the query is not UTF-8: byte {error.start} of the body") from None
    if kind == FORM:
        return _one_query(text)
    _no_dataset(parse_qs(request.url.query, keep_blank_values=True))
    return text


def _one_query(encoded: str) -> str:
    fields = parse_qs(encoded, keep_blank_values=True, errors="replace")
    if "update" in fields:
        raise RefusedError(403, "updates are refused: the endpoint is read-only")
    _no_dataset(fields)
    queries = fields.get("query", [])
    if len(queries) != 1:
        raise RefusedError(400, f"give one query in the parameter query, not {len(queries) or 'none'}")
    return queries[0]


def _no_dataset(fields: dict[str, list[str]]) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        if name in fields:
            raise RefusedError(400, f"{name} is refused: there is one graph, and every query reads it")


def _refusal(refused: RefusedError) -> Response:
    return PlainTextResponse(f"{refused.reason}\n", refused.status, ANYWHERE)


def _answer(store: ox.Store, text: str, accept: str) -> Response:
    """The response to a query. Results of the store may not leave their thread, not even in a traceback."""
    try:
        media, body = _serialized(results_of(store, text), accept)
    except QueryError as error:
        return _refusal(RefusedError(400, str(error)))
    except RefusedError as refused:
        return _refusal(refused)
    except (OSError, RuntimeError) as error:
        return _refusal(RefusedError(500, f"the query could not be carried out: {error}"))
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    return Response(body, media_type=media + charset, headers=ANYWHERE | {"Vary": "Accept"})


def _serialized(results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, accept: str) -> tuple[str, bytes]:
    offered: Iterable[str] = GRAPHS if isinstance(results, ox.QueryTriples) else TABLES
    media = acceptable(accept, tuple(offered))
    if media is None:
        raise RefusedError(406, f"this query can be answered as {', '.join(offered)}")
    if isinstance(results, ox.QueryTriples):
        return media, ox.serialize(dict.fromkeys(results), format=GRAPHS[media], prefixes=dict(PREFIXES)) or b""
    form = TABLES[media]
    if isinstance(results, ox.QueryBoolean) and form in (ox.QueryResultsFormat.CSV, ox.QueryResultsFormat.TSV):
        return media, f"{str(bool(results)).lower()}\n".encode()  # the standard has no such form of a truth value
    return media, results.serialize(format=form) or b""


def run(graph: KnowledgeGraph, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Serve until interrupted; ``announce`` gets the address once it is listening.

    Raises OSError when the address cannot be had.
    """
    import uvicorn

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listening:
        shown = f"[{host}]" if ":" in host else host
        announce(f"http://{shown}:{listening.getsockname()[1]}/")
        uvicorn.Server(uvicorn.Config(app(graph), log_level="warning")).run(sockets=[listening])
