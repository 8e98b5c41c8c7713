"""The application: SPARQL at ``/sparql``, the network page at ``/``, a page for queries, and every IRI of the graph."""

from __future__ import annotations

import hashlib
import json
import math
import socket
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import pyoxigraph as ox
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.graph import KnowledgeGraph
from kg.rows import Rows
from kg.serve import description, site, things
from kg.serve.engine import BrokenQueryError, BusyError, Engine, LimitError, Limits
from kg.serve.negotiation import acceptable
from kg.serve.page import Page, PageError
from kg.serve.protocol import GRAPHS, NO_TRUTH, SAME, TABLES, RefusedError, media_for, query_of
from kg.serve.servers import EngineError, Servers, servers
from kg.sparql import QueryError, explain_syntax, form_of, refuse
from kg.store import base, on_disk_opened
from kg.vocab import PREFIXES

ANYWHERE = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag", "Vary": "Accept"}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
}
THING = "/id/{path:path}"
HTML = "text/html"
TRIPLES = "application/n-triples"
WRITTEN = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}
SHORT = {"html": HTML, "ttl": "text/turtle", "nt": "application/n-triples", "jsonld": "application/ld+json"}
"""What ``?format=`` may say instead of an Accept header."""


class Service:
    """A graph and the servers that answer queries about it; nothing here changes the graph."""

    def __init__(self, graph: KnowledgeGraph, page: Page, servers: Servers, limits: Limits) -> None:
        self.graph = graph
        self.page = page
        self.engine = Engine(servers, limits, graph.base)

    # --- SPARQL

    async def sparql(self, request: Request) -> Response:
        """Answer a query; without one, describe the endpoint to programs and offer the query page to people."""
        if request.method != "POST" and "query" not in request.query_params and "update" not in request.query_params:
            return self._described(request)
        try:
            query = await query_of(request)
            return await self._answer(request, query)
        except RefusedError as refusal:
            return PlainTextResponse(f"{refusal.reason}\n", refusal.status, ANYWHERE | refusal.headers)

    async def _answer(self, request: Request, query: str) -> Response:
        media = media_for(query, request.headers.get("accept", ""))
        truth = form_of(query) == "ASK" and media in NO_TRUTH
        wanted = TRIPLES if media in GRAPHS else TABLES[0] if truth else SAME.get(media, media)
        try:
            refuse(query)
            body = await self.engine.ask(query, wanted)
        except QueryError as error:
            raise RefusedError(400, str(error)) from error
        except BrokenQueryError as error:
            reason = await run_in_threadpool(explain_syntax, query, str(error))
            raise RefusedError(400, reason) from error
        except BusyError as error:
            # 503 and not 504, for the query never went to a server behind this one; nor 408, for it came in time.
            ended = {"Retry-After": f"{math.ceil(self.engine.limits.seconds)}"}  # those before it have by then
            raise RefusedError(503, str(error), ended) from error
        except (LimitError, EngineError) as error:
            raise RefusedError(500, str(error)) from error  # which the protocol has for what a service refuses
        if truth:
            body = b"true\n" if json.loads(body)["boolean"] else b"false\n"
        elif media in GRAPHS:
            body = await run_in_threadpool(_rewritten, body, media)
        return _found(request, body, media)

    def _described(self, request: Request) -> Response:
        """The service description; a browser gets the page for queries."""
        media = acceptable(request.headers.get("accept", ""), (*description.DESCRIBED, HTML))
        if media == HTML:
            return self.queries(request)
        if media is None:
            return PlainTextResponse("give a query, or accept RDF or HTML\n", 406, ANYWHERE)
        endpoint = str(request.url.replace(query="", fragment=""))
        told = description.service(endpoint, len(self.graph), sorted(PREFIXES.values()))
        return _found(request, _serialized(told, media), media)

    def preflight(self, _: Request) -> Response:
        """What another site's script may send."""
        return Response(status_code=204, headers=ANYWHERE | PREFLIGHT)

    # --- pages

    async def network(self, request: Request) -> Response:
        """The network page."""
        try:
            return _found(request, await self.page.html(), HTML)
        except PageError as error:
            return PlainTextResponse(f"{error}\n", 500, ANYWHERE)

    def queries(self, request: Request) -> Response:
        """The page on which people write queries."""
        return _found(request, site.queries(), HTML, {"Content-Security-Policy": site.POLICY})

    def thing(self, request: Request) -> Response:
        """What the graph says of one thing, as a page or as triples; another of its IRIs leads to the main one."""
        store, iri = self.graph.store, self.graph.base + request.path_params["path"]
        try:
            known = things.known_as(store, iri)
        except ValueError:
            known = None
        if known is None:
            return PlainTextResponse(f"{iri} is not in this graph\n", 404, ANYWHERE)
        if known != iri:
            return RedirectResponse(site.local(known, self.graph.base) or known, 303, ANYWHERE)
        wanted = SHORT.get(request.query_params.get("format", ""), request.headers.get("accept", ""))
        media = acceptable(wanted, (HTML, *GRAPHS))
        if media is None:
            return PlainTextResponse(f"this is to be had as {', '.join((HTML, *GRAPHS))}\n", 406, ANYWHERE)
        if media == HTML:
            body = site.about(things.thing(store, iri), self.graph.base)
            return _found(request, body, HTML, {"Content-Security-Policy": site.POLICY})
        return _found(request, _serialized(things.triples(store, iri), media), media)


def app(graph: KnowledgeGraph, page: Page, servers: Servers, limits: Limits) -> Starlette:
    """The ASGI application for a graph with its network page, whose queries these servers answer."""
    service = Service(graph, page, servers, limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await service.engine.close()

    return Starlette(
        routes=[
            Route("/", service.network),
            Route("/sparql", service.sparql, methods=["GET", "POST"]),
            Route("/query", service.queries),
            Route(THING, service.thing),
            *(Route(path, service.preflight, methods=["OPTIONS"]) for path in ("/", "/sparql", "/query", THING)),
            Mount("/site", StaticFiles(packages=[("kg.serve.site", "static")])),
        ],
        middleware=[Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)],
        lifespan=lifespan,
    )


def run(file: Path, host: str, port: int, limits: Limits, announce: Callable[[str], None]) -> None:
    """Serve the graph of this file until interrupted; ``announce`` gets the address once it is listening.

    Raises OSError when the address cannot be had, kg.serve.servers.EngineError when no server can be started,
    kg.store.GraphError when the file cannot be read.
    """
    import uvicorn

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    folder, store = on_disk_opened(file)
    graph = KnowledgeGraph(store, base=base(store))
    with socket.create_server((host, port), family=family) as listening, servers(folder, limits.memory) as started:
        # Accepted connections inherit it. Else the body of each answer waits for the client to acknowledge its head,
        # which takes 40 ms: asyncio sets it only where a socket was made for TCP by number, and these are not.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        started.end(started.started())  # says now when none can be started
        shown = f"[{host}]" if ":" in host else host
        announce(f"http://{shown}:{listening.getsockname()[1]}/")
        config = uvicorn.Config(app(graph, Page(file), started, limits), log_level="warning", limit_concurrency=1000)
        uvicorn.Server(config).run(sockets=[listening])


def _rewritten(body: bytes, media: str) -> bytes:
    """The triples that the server found, which it may repeat and knows no prefixes for, in a media type."""
    return _serialized((quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)), media)


def _serialized(triples: Iterable[ox.Triple], media: str) -> bytes:
    """Triples as a set in a media type; the same ones give the same bytes."""
    told = sorted(set(triples), key=str)
    if media == "text/turtle":
        rows = Rows("CONSTRUCT", ("subject", "predicate", "object"), (tuple(triple) for triple in told))
        return rows.to("ttl").encode()
    return ox.serialize(told, format=WRITTEN[media]) or b""


def _found(request: Request, body: bytes, media: str, headers: dict[str, str] | None = None) -> Response:
    """The body with its entity tag, or the word that the client has it already."""
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    charset = "; charset=utf-8" if media.startswith("text/") else ""
    about = ANYWHERE | {"ETag": f"W/{tag}", "Cache-Control": "no-cache"} | (headers or {})
    known = request.headers.get("if-none-match", "")
    if request.method in ("GET", "HEAD") and (tag in known or known.strip() == "*"):
        return Response(status_code=304, headers=about)
    return Response(body, media_type=media + charset, headers=about)
