"""SPARQL text: what is answered, what is refused, and how a wrong query is explained."""

from __future__ import annotations

import socket
import threading

import pytest

from kg import sparql
from kg.sparql import QueryError


def test_prefixes_need_not_be_declared(world):
    rows = sparql.run(world, "SELECT ?name { <https://w3id.org/who-met-whom/id/official/ann-au> rdfs:label ?name }")
    assert [row.name for row in rows] == ["Ann Au"]


def test_a_declared_prefix_wins_over_the_default_one(world):
    text = "PREFIX kg: <https://example.org/other#> ASK { ?person a kg:Official }"
    assert sparql.run(world, text).answer is False


def test_ask_and_construct(world):
    assert sparql.run(world, "ASK { ?a kg:met ?b }").answer is True
    rows = sparql.run(world, "CONSTRUCT { ?a foaf:knows ?b } { ?a kg:metAsPrincipals ?b }")
    assert rows.kind == "CONSTRUCT"
    assert len(rows) == 2
    assert rows.columns == ("subject", "predicate", "object")


def test_a_constructed_triple_is_there_once(world):
    assert len(sparql.run(world, "CONSTRUCT { ?a a kg:Official } { ?a kg:met ?b }")) == 4


WRONG = [
    ("SELECT * WHERE { ?s ?p ?o .\n ?x }", "line 2, column 2", "?x"),
    ("SELECT * { ?s foof:name ?o }", "line 1, column 15", "prefix foof: is not declared; add PREFIX foof: <...>"),
    ("SELCT * { ?s ?p ?o }", "line 1, column 1", "'SELCT' is no query form"),
    ("", "line 1, column 1", "there is no query"),
    ("SELECT * { ?s ?p ?o", "line 1, column 10", "'{' is never closed"),
    ("SELECT * { ?s ?p ?o }}", "line 1, column 22", "'}' closes nothing"),
    ("SELECT *\n{ ?s ?p 'abc }", "line 2, column 9", "' is never closed"),
    ("SELECT * { ?s <http://x y> 1 }", "line 1, column 15", "<http://x y> is not an IRI"),
    ("SELECT ?s, ?o { ?s ?p ?o }", "line 1, column 10", "cannot be read from ','"),
    ("SELECT ?x { ?s ?p ?o } ORDER BY ?s LIMIT abc", "line 1, column 36", "cannot be read from 'LIMIT'"),
    ("SELECT * { ?s ?p ?o } GROUP BY ?s", "line 1", "not authorized with GROUP BY"),
    ("SELECT ?s ?p (COUNT(?o) AS ?n) { ?s ?p ?o } GROUP BY ?s", "line 1", "unbound"),
]


@pytest.mark.parametrize(("text", "place", "reason"), WRONG)
def test_a_wrong_query_shows_place_reason_and_line(world, text, place, reason):
    with pytest.raises(QueryError) as caught:
        sparql.run(world, text)
    message, line, caret = str(caught.value).split("\n")
    assert place in message
    assert reason in message
    assert line.removeprefix("  ") in text.split("\n")
    assert caret.strip() == "^"


def test_the_caret_stands_under_the_column(world):
    with pytest.raises(QueryError) as caught:
        sparql.run(world, "SELECT * {\n  ?s kg:met ?o ;\n  nope:x ?y }")
    _, line, caret = str(caught.value).split("\n")
    assert line[caret.index("^") :].startswith("nope:x")


SERVICES = [
    "SELECT * { SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "SELECT * { SERVICE#comment\n<http://127.0.0.1:%d/>{ ?s ?p ?o } }",
    "PREFIX e: <http://127.0.0.1:%d/> SELECT * { SERVICE e: { ?s ?p ?o } }",
    "PREFIX SERVICE: <http://127.0.0.1:%d/> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "SELECT * { BIND(<http://127.0.0.1:%d/> AS ?where) SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { ?a ?b 1SERVICE<http://127.0.0.1:%d/>{ ?s ?p ?o } }",
    "SELECT * { ?a ?b trueSERVICE<http://127.0.0.1:%d/>{ ?s ?p ?o } }",
    "SELECT * { BIND(1 AS ?a) FILTER(?a<'>' ) SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } FILTER('x'='y') }",
    "SELECT * { BIND('a\\'b' AS ?a) SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE <http://127.0.0.1:%d/> { ?s ?p ?o } } }",
]


@pytest.fixture
def listener():
    """A port on loopback, and a list of the connections it has had."""
    connections: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def accept():
            while not done.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                connections.append(address)
                connection.close()

        thread = threading.Thread(target=accept)
        thread.start()
        yield server.getsockname()[1], connections
        done.set()
        thread.join()


@pytest.mark.parametrize("template", SERVICES)
def test_no_query_reaches_another_server(world, listener, template):
    port, connections = listener
    with pytest.raises(QueryError, match="SERVICE is refused"):
        sparql.run(world, template % port)
    assert connections == []


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service WHERE { ?service a kg:Official }",
        "SELECT * { ?s rdfs:label 'SERVICE <x>' }",
        "PREFIX ex: <http://x/> SELECT * { ?s a ex:Service . { ?s ex:service ?o } }",
        "SELECT * { VALUES ?service { <http://x/> } }",
        "SELECT ?from { ?from a kg:Official } # FROM where",
        "SELECT * { ?load rdfs:label 'INSERT', \"FROM\" }",
        "PREFIX from: <http://x/> SELECT * { ?s from:from ?o }",
    ],
)
def test_harmless_words_are_not_refused(world, text):
    sparql.run(world, text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }", "FROM is refused"),
        ("SELECT * FROM NAMED <http://127.0.0.1:1/> { ?s ?p ?o }", "FROM is refused"),
        ("LOAD <http://127.0.0.1:1/>", "LOAD is refused: the graph is read-only"),
        ("PREFIX a: <http://b/> INSERT DATA { a:a a:b a:c }", "INSERT is refused"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE is refused"),
        ("DROP ALL", "DROP is refused"),
    ],
)
def test_other_graphs_and_updates_are_refused(world, text, reason):
    size = len(world)
    with pytest.raises(QueryError, match=reason):
        sparql.run(world, text)
    assert len(world) == size
