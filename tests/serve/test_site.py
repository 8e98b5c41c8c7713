"""The pages of the site and the IRIs of the graph, as programs and as people in a browser meet them."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from pathlib import Path

import httpx2
import pytest
import rdflib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from rdflib import RDF, URIRef
from SPARQLWrapper import JSON, TURTLE, SPARQLWrapper

from kg.vocab import INSTANCES, KG
from serve.serving import WORLD, serving

SELECT = "SELECT ?name { ?person a kg:Official ; rdfs:label ?name } ORDER BY ?name LIMIT 2"
ANN = "id/official/ann-au"


def test_the_endpoint_describes_itself(client, address):
    response = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert response.headers["content-type"].startswith("text/turtle")
    described = rdflib.Graph().parse(data=response.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (URIRef(f"{address}sparql"), RDF.type, sd.Service) in described
    assert (URIRef(f"{address}sparql"), sd.endpoint, URIRef(f"{address}sparql")) in described
    assert "Ask the graph" in client.get("/sparql", headers={"Accept": "text/html,*/*;q=0.8"}).text


@pytest.mark.parametrize(
    ("accept", "parser"),
    [("text/turtle", "turtle"), ("application/ld+json", "json-ld"), ("application/n-triples", "nt")],
)
def test_an_iri_leads_to_what_the_graph_says(client, accept, parser):
    response = client.get(f"/{ANN}", headers={"Accept": accept})
    assert response.headers["content-type"].startswith(accept)
    told = rdflib.Graph().parse(data=response.text, format=parser)
    ann = URIRef(f"{INSTANCES}official/ann-au")
    assert (ann, RDF.type, URIRef(KG.Official)) in told
    assert list(told.subjects(URIRef(KG.participant), ann))
    assert list(told.subjects(RDF.type, URIRef(KG.Evidence)))


@pytest.mark.parametrize("short", ["ttl", "jsonld", "nt"])
def test_a_form_can_be_asked_for_in_the_address(client, short):
    by_address = client.get(f"/{ANN}", params={"format": short}, headers={"Accept": "text/html"})
    assert not by_address.headers["content-type"].startswith("text/html")
    assert "ann-au" in by_address.text


def test_every_thing_has_a_page(client):
    query = "SELECT DISTINCT ?thing { ?thing a ?class FILTER(STRSTARTS(STR(?thing), STR(id:))) }"
    found = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    assert len(found) > 20
    for binding in found:
        path = binding["thing"]["value"].removeprefix(INSTANCES)
        response = client.get(f"/id/{path}", headers={"Accept": "text/html"})
        assert (response.status_code, path in response.text) == (200, True), path


def test_what_is_not_in_the_graph_is_not_found(client):
    for path in ("id/official/nobody", "id/", "id/a%20b", "elsewhere"):
        assert client.get(f"/{path}").status_code == 404


def test_an_unchanged_answer_is_not_sent_again(client):
    for path, params in (("/", {}), (f"/{ANN}", {}), ("/sparql", {"query": SELECT}), ("/query", {})):
        first = client.get(path, params=params)
        again = client.get(path, params=params, headers={"If-None-Match": first.headers["etag"]})
        assert (first.status_code, again.status_code, again.content) == (200, 304, b""), path


def test_where_the_page_cannot_be_made_it_is_said_and_tried_again(tmp_path):
    graph = Path(shutil.copy(WORLD, tmp_path))
    with serving(graph) as (address, _):
        whole = graph.read_bytes()
        graph.write_bytes(whole[: len(whole) // 2])
        broken = httpx2.get(address, timeout=60)
        assert (broken.status_code, f"{graph}, line" in broken.text) == (500, True), broken.text
        graph.write_bytes(whole)
        assert httpx2.get(address, timeout=60).status_code == 200


@pytest.mark.parametrize(("known", "status"), [("*", 304), ("{}", 304), ('"other", W/{}', 304), ('"other"', 200)])
def test_a_tag_is_compared_weakly_and_among_others(client, known, status):
    tag = client.get(f"/{ANN}").headers["etag"].removeprefix("W/")
    assert client.get(f"/{ANN}", headers={"If-None-Match": known.format(tag)}).status_code == status


def test_answers_are_compressed_for_who_takes_it(address):
    command = ["curl", "-s", "-H", "Accept-Encoding: gzip", f"{address}"]
    assert b"Ann Au" in gzip.decompress(subprocess.run(command, capture_output=True, check=True).stdout)


def test_curl_asks(address):
    command = ["curl", "-sf", "-H", "Accept: text/csv", "--data-urlencode", f"query={SELECT}", f"{address}sparql"]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"name\r\nAnn Au\r\nBen Bo\r\n"


def test_sparqlwrapper_asks(address):
    wrapper = SPARQLWrapper(f"{address}sparql")
    wrapper.setQuery(SELECT)
    wrapper.setReturnFormat(JSON)
    rows = wrapper.queryAndConvert()["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Ann Au", "Ben Bo"]
    wrapper.setQuery("CONSTRUCT WHERE { ?a kg:met ?b }")
    wrapper.setReturnFormat(TURTLE)
    told = rdflib.Graph().parse(data=wrapper.queryAndConvert(), format="turtle")
    assert set(told) == set(rdflib.Graph().parse(WORLD).triples((None, URIRef(KG.met), None)))


@pytest.fixture
def visit(chromium: Browser, address):
    """Open a page; a request to elsewhere, an error on the console or an exception fails the test."""
    complaints: list[str] = []
    contexts = []

    def visit(path: str, **options: object):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda one: one.url.startswith((address, "data:")) or complaints.append(one.url))
        page.on("console", lambda line: line.type == "error" and complaints.append(line.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address + path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_about_a_person(visit, scheme):
    found = Axe().run(visit(ANN, color_scheme=scheme)).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []


@pytest.mark.browser
def test_a_named_query_is_run_from_the_page(visit):
    page = visit("query")
    page.get_by_role("button", name="Whom a person met").click()
    editor = page.locator(".yasgui .tabPanel.active")
    text = editor.locator(".CodeMirror").evaluate("one => one.CodeMirror.getValue()")
    assert "VALUES (?person)" in text
    editor.locator(".CodeMirror").evaluate(
        "(one, text) => one.CodeMirror.setValue(text)", text.replace("official/john-lee", "official/ann-au")
    )
    editor.locator(".yasqe_queryButton").click()
    expect(editor.locator(".yasr_results")).to_contain_text("Ben Bo")
    expect(editor.locator(".yasr_results")).to_contain_text("Cy Chan")


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["query", ANN])
def test_nothing_runs_over_the_side(visit, path, width):
    page = visit(path, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_links_lead_from_a_person_to_whom_they_met(visit):
    page = visit(ANN)
    page.get_by_role("link", name="Ben Bo").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ben Bo")
