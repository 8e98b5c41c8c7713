"""The SPARQL 1.1 Protocol as its clients see it, against a real ``kg serve`` on loopback."""

from __future__ import annotations

import subprocess
import sys

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from kg.graph import KnowledgeGraph
from serve.serving import WORLD

SELECT = "SELECT ?name { ?person a kg:Official ; rdfs:label ?name } ORDER BY ?name LIMIT 2"
CONSTRUCT = "CONSTRUCT WHERE { ?a kg:metAsPrincipals ?b }"


def ask(client, query=SELECT, accept=None):
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept} if accept else {"Accept": ""})


def names(response):
    return [binding["name"]["value"] for binding in response.json()["results"]["bindings"]]


def test_get_and_both_posts_give_the_same(client):
    direct = {"Content-Type": "application/sparql-query; charset=utf-8"}
    answers = [
        client.get("/sparql", params={"query": SELECT}),
        client.post("/sparql", data={"query": SELECT}),
        client.post("/sparql", content=SELECT.encode(), headers=direct),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert names(answer) == ["Ann Au", "Ben Bo"]


@pytest.mark.parametrize(
    ("query", "accept", "media", "content"),
    [
        (SELECT, "", "application/sparql-results+json", '"Ann Au"'),
        (SELECT, "*/*", "application/sparql-results+json", '"Ann Au"'),
        (SELECT, "application/json", "application/json", '"Ann Au"'),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml", ">Ann Au</literal>"),
        (SELECT, "text/csv", "text/csv", "name\r\nAnn Au"),
        (SELECT, "text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values", '?name\n"Ann Au"@en'),
        (SELECT, "text/*;q=0.1, application/*;q=0", "text/csv", "Ann Au"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml", "<boolean>true</boolean>"),
        ("ASK {}", "text/csv", "text/csv", "true"),
        (CONSTRUCT, "", "text/turtle", "kg:metAsPrincipals"),
        (CONSTRUCT, "application/n-triples", "application/n-triples", "#metAsPrincipals>"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml", "metAsPrincipals"),
        (CONSTRUCT, "application/ld+json", "application/ld+json", "metAsPrincipals"),
    ],
)
def test_content_negotiation(client, query, accept, media, content):
    response = ask(client, query, accept)
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == media
    assert content in response.text
    assert "accept" in response.headers["vary"].lower()
    assert response.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("query", "status", "reason"),
    [
        ("SELECT * {", 400, "line 1, column 10: this '{' is never closed"),
        ("SELECT * { ?s nope:p ?o }", 400, "the prefix nope: is not declared"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> {} }", 400, "SERVICE is refused"),
        ("SELECT * FROM <http://127.0.0.1:1/> {}", 400, "FROM is refused"),
        ("DROP ALL", 400, "DROP is refused"),
    ],
)
def test_errors_are_400_with_a_reason(client, query, status, reason):
    response = ask(client, query)
    assert (response.status_code, reason in response.text) == (status, True), response.text
    assert response.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ({"params": {"query": ""}}, 400),
        ({"params": [("query", SELECT), ("query", SELECT)]}, 400),
        ({"params": {"query": SELECT, "default-graph-uri": "http://x/"}}, 400),
        ({"params": {"query": SELECT}, "headers": {"Accept": "image/png"}}, 406),
    ],
)
def test_requests_outside_the_protocol(client, arguments, status):
    assert client.get("/sparql", **arguments).status_code == status


@pytest.mark.parametrize(
    ("media", "content", "status"),
    [
        ("application/sparql-update", b"DROP ALL", 403),
        ("application/x-www-form-urlencoded", b"update=DROP%20ALL", 403),
        ("text/plain", SELECT.encode(), 415),
        ("application/sparql-query", b"\xff", 400),
        ("application/sparql-query", b"#" * (1 << 20) + SELECT.encode(), 413),
    ],
)
def test_posts_that_are_refused(client, media, content, status):
    assert client.post("/sparql", content=content, headers={"Content-Type": media}).status_code == status
    assert names(ask(client)) == ["Ann Au", "Ben Bo"]


def test_other_methods_are_refused(client):
    assert client.put("/sparql").status_code == 405
    assert client.delete("/sparql").status_code == 405


@pytest.mark.parametrize("path", ["/sparql", "/", "/query", "/id/official/ann-au"])
def test_scripts_of_other_sites_may_ask(client, path):
    wanted = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    allowed = client.options(path, headers=wanted | {"Access-Control-Request-Headers": "if-none-match"})
    assert allowed.status_code == 204
    assert allowed.headers["access-control-allow-origin"] == "*"
    assert allowed.headers["access-control-allow-methods"] == "GET, HEAD, POST"
    assert "If-None-Match" in allowed.headers["access-control-allow-headers"]
    assert client.get(path).headers["access-control-expose-headers"] == "ETag"


def test_the_page_is_at_the_root(client):
    response = client.get("/")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    assert response.text == KnowledgeGraph.load(WORLD).page()


def test_rdflib_reads_it_as_a_store(address):
    graph = rdflib.Graph(SPARQLStore(f"{address}sparql", returnFormat="json"))
    rows = graph.query(SELECT, initNs={"kg": "https://w3id.org/who-met-whom/ontology#"})
    assert [str(row.name) for row in rows] == ["Ann Au", "Ben Bo"]


def test_head_has_no_body(client):
    response = client.head("/sparql", params={"query": SELECT})
    assert (response.status_code, response.content) == (200, b"")


def test_a_name_of_many_alphabets_survives_the_way(client):
    query = 'SELECT ?name { BIND("李家超 & <é>"@zh-Hant AS ?name) }'
    assert names(client.post("/sparql", data={"query": query})) == ["李家超 & <é>"]


def test_a_port_in_use_is_said(address):
    port = address.rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "kg", "serve", "--port", port, "--graph", str(WORLD)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 2
    assert f"127.0.0.1:{port}: " in run.stderr
    assert "choose another with --host or --port" in run.stderr
