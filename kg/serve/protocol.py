"""The SPARQL 1.1 Protocol: from a request to its query, and what media a result can have.

https://www.w3.org/TR/sparql11-protocol/, query operation, by GET and by both forms of POST.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

from starlette.requests import Request

from kg.serve.negotiation import acceptable
from kg.sparql import form_of

TABLES = (
    "application/sparql-results+json",
    "application/json",
    "application/sparql-results+xml",
    "application/xml",
    "text/csv",
    "text/tab-separated-values",
)
"""Media types for SELECT and ASK, the preferred one first."""

GRAPHS = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml", "text/plain")
"""Media types for CONSTRUCT and DESCRIBE, the preferred one first."""

SAME = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/plain": "application/n-triples",
}
"""Media types under another name."""

NO_TRUTH = ("text/csv", "text/tab-separated-values")
"""Tables for which the standard has no form of a truth value."""

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
LONGEST_QUERY = 1 << 20  # bytes


class RefusedError(Exception):
    """A request that is not answered, as the protocol says: HTTP status, reason, and further headers."""

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
        self.headers = dict(headers or {})


def media_for(query: str, accept: str) -> str:
    """The media type in which a query is answered. Raises RefusedError when none is acceptable."""
    offered = GRAPHS if form_of(query) in ("CONSTRUCT", "DESCRIBE") else TABLES
    media = acceptable(accept, offered)
    if media is None:
        raise RefusedError(406, f"this query can be answered as {', '.join(offered)}")
    return media


async def query_of(request: Request) -> str:
    """The query text of a request in any of the protocol's three forms. Raises RefusedError."""
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
