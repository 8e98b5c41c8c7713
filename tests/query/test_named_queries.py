"""The named queries: their files, their parameters, and their answers about the small world."""

from __future__ import annotations

import shlex
from datetime import date

import pyoxigraph as ox
import pytest
import rdflib

from kg import query, sparql
from kg.find import AmbiguousNameError
from kg.query import QueryError
from kg.vocab import PREFIXES

NAMES = ["agencies-met", "attendees", "holders", "meetings-of", "path", "posts-of", "timeline", "who-met"]


def names(rows, column="name"):
    return [row[column] for row in rows]


def test_all_are_there():
    assert list(query.named()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_plain_sparql_with_its_own_prefixes(world, name):
    text = query.named()[name].text
    assert isinstance(world.query(text), ox.QuerySolutions)  # without any prefix of ours
    rdflib.Graph().query(text)


@pytest.mark.parametrize("name", NAMES)
def test_the_example_fits_the_parameters(name):
    words = shlex.split(query.named()[name].example)
    assert words[:3] == ["kg", "query", name]
    arguments = query.arguments(name, words[3:])
    required = {parameter.name for parameter in query.named()[name].parameters if not parameter.optional}
    assert required <= set(arguments)


CALLS = [
    ("who-met", {"person": "Ann Au"}),
    ("who-met", {"person": "Cy Chan", "since": "2025-01-01"}),
    ("who-met", {"person": "Dee Du"}),
    ("meetings-of", {"person": "Ann Au"}),
    ("posts-of", {"person": "Ann Au"}),
    ("attendees", {"occasion": "2024-01-02"}),
    ("timeline", {}),
    ("timeline", {"person": "Dee Du", "until": "2024-01-01"}),
    ("agencies-met", {"who": "Ann Au"}),
    ("agencies-met", {"who": "GACC"}),
    ("holders", {"post": "CE"}),
]


@pytest.mark.parametrize(("name", "values"), CALLS)
def test_rdflib_gives_the_same_answer(world, world_file, name, values):
    rows = query.run(world, name, values)
    named = query.named()[name]
    terms = query.bound(world, named, values)
    text = query.with_values(named.text, list(terms), [list(terms.values())])
    graph = rdflib.Graph().parse(world_file)
    other = [[None if cell is None else str(cell) for cell in row] for row in graph.query(text)]
    ours = [[None if term is None else term.value for term in row.terms] for row in rows]
    assert [[cell or None for cell in row] for row in ours] == [[cell or None for cell in row] for row in other]
    assert ours


def test_who_met_counts_distinct_meetings_held_or_dated(world):
    rows = query.run(world, "who-met", {"person": "Ann Au"})
    assert [(r.name, r.meetings, r.asPrincipals, r.first, r.last) for r in rows] == [
        ("Ben Bo", 2, 2, "2025-05-19", "2025-06"),
        ("Cy Chan", 1, 0, "2025-05-19", "2025-05-19"),
    ]
    assert rows[0].official.endswith("/ben-bo")


@pytest.mark.parametrize(
    ("since", "until", "met"),
    [
        ("2025-05-20", None, ["Ben Bo"]),  # June 2025, whose day is not known
        ("2025-06-15", None, ["Ben Bo"]),
        ("2025-07-01", None, []),
        (None, "2025-05-19", ["Ben Bo", "Cy Chan"]),
        (None, "2025-05-18", []),
        (date(2025, 5, 19), date(2025, 5, 19), ["Ben Bo", "Cy Chan"]),
    ],
)
def test_a_period_reads_dates_as_far_as_they_are_known(world, since, until, met):
    period = {name: day for name, day in (("since", since), ("until", until)) if day}
    assert names(query.run(world, "who-met", {"person": "Ann Au", **period})) == met


def test_meetings_of_shows_status_and_company(world):
    rows = query.run(world, "meetings-of", {"person": "Ann Au"})
    assert [(r.day, r.status, r.role, r.place, r["with"]) for r in rows] == [
        ("2025-05-19", "Held", "Principal", "Government House", "Ben Bo; Cy Chan"),
        ("2025-06", "Recalled", "Principal", None, "Ben Bo"),
        ("2025-07-01", "Scheduled", "Principal", None, "Eve Ng"),
    ]
    assert rows[0].topic == "exchange views on customs"


def test_posts_of(world):
    (row,) = query.run(world, "posts-of", {"person": "Cy Chan"})
    assert (row.post, row.acting, row.agency, row.firstSeen) == ("Chief Executive", True, None, date(2024, 1, 2))


@pytest.mark.parametrize(
    ("occasion", "people"),
    [
        ("R2/1", ["Cy Chan", "Dee Du"]),
        ("https://w3id.org/who-met-whom/id/event/R2/1", ["Cy Chan", "Dee Du"]),
        ("2024-01-02", ["Dee Du", "Cy Chan", "Dee Du"]),  # the visit of four days, and the meeting
        (date(2024, 1, 4), ["Dee Du"]),
        ("2024-01-05", []),
        ("R2", ["Dee Du", "Cy Chan", "Dee Du"]),
    ],
)
def test_attendees_of_an_event_a_release_and_a_day(world, occasion, people):
    assert names(query.run(world, "attendees", {"occasion": occasion})) == people


def test_attendees_show_post_and_side(world):
    rows = query.run(world, "attendees", {"occasion": "R1/1"})
    assert [(r.name, r.role, r.post, r.delegation) for r in rows] == [
        ("Ann Au", "Principal", "Chief Executive", None),
        ("Ben Bo", "Principal", None, "General Administration of Customs"),
        ("Cy Chan", "Attendee", None, None),
    ]


def test_timeline_of_all_and_of_one_in_a_period(world):
    assert names(query.run(world, "timeline"), "day") == [
        "2024-01-01",
        "2024-01-02",
        "2025-05-19",
        "2025-06",
        "2025-07-01",
    ]
    rows = query.run(world, "timeline", {"person": "Dee Du", "since": "2024-01-03"})
    assert [(r.day, r.lastDay, r.kind, r.people) for r in rows] == [("2024-01-01", "2024-01-04", "Visit", "Dee Du")]


@pytest.mark.parametrize(
    ("asked", "met"),
    [
        ("Ann Au", [("General Administration of Customs", "Ben Bo")]),
        ("Ben Bo", [("Chief Executive's Office", "Ann Au")]),
        ("GACC", [("Chief Executive's Office", "Ann Au")]),
        ("Dee Du", []),
    ],
)
def test_agencies_met_by_a_person_and_by_an_agency(world, asked, met):
    assert [(r.name, r.people) for r in query.run(world, "agencies-met", {"who": asked})] == met


def test_holders_by_abbreviation_in_the_order_of_time(world):
    rows = query.run(world, "holders", {"post": "ce"})
    assert [(r.name, r.acting) for r in rows] == [("Cy Chan", True), ("Ann Au", False)]


def test_holders_in_succession_who_acts_apart(world):
    ident = "https://w3id.org/who-met-whom/id/"
    date_type = ox.NamedNode(PREFIXES["xsd"] + "date")
    store = ox.Store()
    store.extend(world.quads_for_pattern(None, None, None))
    post = ox.NamedNode(ident + "post/chief-executive")
    for who, first in (("dee-du", "2020-07-01"), ("ben-bo", "2027-07-01")):
        tenure = ox.NamedNode(f"{ident}tenure/{who}/chief-executive")
        for term, value in (
            ("kg:post", post),
            ("org:member", ox.NamedNode(f"{ident}official/{who}")),
            ("kg:acting", ox.Literal(False)),
            ("kg:firstSeen", ox.Literal(first, datatype=date_type)),
        ):
            prefix, _, name = term.partition(":")
            store.add(ox.Quad(tenure, ox.NamedNode(PREFIXES[prefix] + name), value))
    rows = query.run(store, "holders", {"post": "CE"})
    assert [(r.name, r.acting, r.predecessor, r.successor) for r in rows] == [
        ("Dee Du", False, None, "Ann Au"),
        ("Cy Chan", True, None, None),
        ("Ann Au", False, "Dee Du", "Ben Bo"),
        ("Ben Bo", False, "Ann Au", None),
    ]


def test_the_shortest_path_with_the_meetings_of_each_step(world):
    rows = query.run(world, "path", {"start": "Dee Du", "goal": "Ann Au"})
    assert [(r.step, r["from"], r.to, r.day) for r in rows] == [
        (1, "Dee Du", "Cy Chan", "2024-01-02"),
        (2, "Cy Chan", "Ann Au", "2025-05-19"),
    ]
    back = query.run(world, "path", {"start": "Ann Au", "goal": "Dee Du"})
    assert [(r["from"], r.to) for r in back] == [("Ann Au", "Cy Chan"), ("Cy Chan", "Dee Du")]


def test_a_planned_meeting_joins_nobody(world):
    with pytest.raises(QueryError, match="no chain of meetings in this graph joins Ann Au and Eve Ng"):
        query.run(world, "path", {"start": "Ann Au", "goal": "Eve Ng"})
    with pytest.raises(QueryError, match="a chain needs two people"):
        query.run(world, "path", {"start": "Ann Au", "goal": "ann-au"})


@pytest.mark.parametrize(
    ("name", "values", "reason"),
    [
        ("who-met", {}, 'needs person: whose meetings; example: kg query who-met "John Lee"'),
        ("who-met", {"person": "Ann Au", "when": "now"}, "no parameter 'when'; it takes person, since, until"),
        ("who-met", {"person": "Ann Au", "since": "May"}, "since is 'May'; give a day such as 2025-05-19"),
        ("attendees", {"occasion": "2025-02-30"}, "no event, release or day '2025-02-30'"),
        ("whomet", {}, "neither a named query nor SPARQL; the named queries are agencies-met, "),
        ("ASK {}", {"person": "x"}, "neither a named query"),
    ],
)
def test_wrong_values_are_explained(world, name, values, reason):
    with pytest.raises(QueryError) as caught:
        query.run(world, name, values)
    assert reason in str(caught.value)


def test_an_ambiguous_person_is_not_guessed(world):
    with pytest.raises(AmbiguousNameError):
        query.run(world, "who-met", {"person": "Lee Ming"})


def test_terms_with_odd_characters_are_data_not_query():
    """Whatever a graph names its people, the name cannot break out of the VALUES block."""
    odd = "https://w3id.org/who-met-whom/id/official/x%7D)'.;#,x"
    store = ox.Store()
    person = ox.NamedNode(odd)
    store.add(ox.Quad(person, ox.NamedNode(f"{PREFIXES['rdf']}type"), ox.NamedNode(f"{PREFIXES['kg']}Official")))
    hostile = 'Bo"} UNION { ?a ?b ?c } # \\ \n\u0007'
    store.add(ox.Quad(person, ox.NamedNode(f"{PREFIXES['rdfs']}label"), ox.Literal(hostile)))
    assert list(query.run(store, "who-met", {"person": hostile})) == []
    named = query.named()["who-met"]
    text = query.with_values(named.text, ["person"], [[ox.Literal(hostile)]])
    assert list(sparql.run(store, text)) == []


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (["Ann", "--since", "2025-01-01"], {"person": "Ann", "since": "2025-01-01"}),
        (["--person=Ann", "2025-01-01"], {"person": "Ann", "since": "2025-01-01"}),
        (["Ann", "2025-01-01", "2025-12-31"], {"person": "Ann", "since": "2025-01-01", "until": "2025-12-31"}),
    ],
)
def test_words_of_a_command_line(words, values):
    assert query.arguments("who-met", words) == values


@pytest.mark.parametrize(
    ("name", "words", "reason"),
    [
        ("who-met", ["Ann", "Au", "x", "y"], "takes at most 3 values, not 4; put names in quotation marks"),
        ("who-met", ["--since"], "--since needs a value"),
        ("ASK {}", ["Ann"], "the name stands first"),
        ("--post", ["x", "holders"], "the name stands first"),
    ],
)
def test_words_that_do_not_fit(name, words, reason):
    with pytest.raises(QueryError, match=reason):
        query.arguments(name, words)


def test_a_header_without_its_parts_is_refused():
    with pytest.raises(ValueError, match=r"x\.rq: the header needs title"):
        query.parse("x", "# title: x\nSELECT * {}")
