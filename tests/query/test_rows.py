"""Rows: values in Python, and the standard formats as other libraries read them."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.query import Result

from kg import sparql
from kg.rows import FormatError, Rows, display, value

VALUES = """SELECT * { VALUES (?iri ?text ?tagged ?number ?exact ?yes ?day ?month ?time ?none) { (
  kg:Official "a \\"b\\", c\\nd <&>" "習"@zh-Hant 7 1.50 true "2025-05-19"^^xsd:date "2025-05"^^xsd:gYearMonth
  "2025-05-19T09:00:00Z"^^xsd:dateTime UNDEF) } }"""


@pytest.fixture
def rows():
    return sparql.run(ox.Store(), VALUES)


def test_values_are_python(rows):
    assert rows[0].asdict() == {
        "iri": "https://w3id.org/who-met-whom/ontology#Official",
        "text": 'a "b", c\nd <&>',
        "tagged": "習",
        "number": 7,
        "exact": Decimal("1.50"),
        "yes": True,
        "day": date(2025, 5, 19),
        "month": "2025-05",
        "time": datetime(2025, 5, 19, 9, tzinfo=UTC),
        "none": None,
    }


def test_a_literal_that_python_cannot_hold_stays_text():
    assert (
        value(ox.Literal("-0044-03-15", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")))
        == "-0044-03-15"
    )


def test_access_by_name_place_and_key(rows):
    row = rows[0]
    assert row.number == row["number"] == row[rows.columns.index("number")] == 7
    with pytest.raises(AttributeError, match=r"no column 'nope'; there are .*number"):
        _ = row.nope
    with pytest.raises(KeyError):
        _ = row["nope"]


def test_json_is_read_by_rdflib_as_it_was(rows):
    read = Result.parse(io.BytesIO(rows.to("json").encode()), format="json")
    assert sorted(map(str, read.vars)) == sorted(rows.columns)
    (binding,) = read.bindings
    assert binding[rdflib.Variable("tagged")] == rdflib.Literal("習", lang="zh-Hant")
    assert binding[rdflib.Variable("number")] == rdflib.Literal(7)
    assert rdflib.Variable("none") not in binding


def test_json_of_ask():
    assert json.loads(sparql.run(ox.Store(), "ASK {}").to("json")) == {"head": {}, "boolean": True}


def test_csv_round_trip(rows):
    head, line = csv.reader(io.StringIO(rows.to("csv"), newline=""))
    assert tuple(head) == rows.columns
    assert dict(zip(head, line, strict=True))["text"] == 'a "b", c\nd <&>'
    assert dict(zip(head, line, strict=True))["none"] == ""


def test_turtle_of_construct_and_with_blank_nodes(world):
    for template in ("?a foaf:title ?t", "[] foaf:title ?t"):
        rows = sparql.run(world, f"CONSTRUCT {{ {template} }} {{ ?a foaf:title ?t }}")
        assert len(rdflib.Graph().parse(data=rows.to("ttl"), format="turtle")) == 3


def test_formats_that_do_not_fit_are_refused(rows, world):
    with pytest.raises(FormatError, match="no triples; use CONSTRUCT"):
        rows.to("ttl")
    with pytest.raises(FormatError, match="use --format ttl or csv"):
        sparql.run(world, "CONSTRUCT WHERE { ?a kg:met ?b }").to("json")
    with pytest.raises(FormatError, match="only ASK has an answer"):
        _ = rows.answer
    with pytest.raises(FormatError, match="no format 'xls'; give one of csv, json, ttl"):
        rows.to("xls")


def test_html_for_notebooks_is_escaped_and_bounded():
    rows = Rows("SELECT", ["a"], [(ox.Literal("<script>"),)] * 60)
    html = rows._repr_html_()
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") == 50
    assert "10 more rows" in html


def test_iris_are_shortened():
    assert display(ox.NamedNode("https://w3id.org/who-met-whom/ontology#met")) == "kg:met"
    assert display(ox.NamedNode("https://example.org/x")) == "https://example.org/x"
    assert display(ox.NamedNode("https://e.org/x/a"), {"id": "https://e.org/x/"}) == "id:a"
