"""Names as people type them lead to one thing, or to a message that helps."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import find
from kg.find import AmbiguousNameError, UnknownNameError

ID = "https://w3id.org/who-met-whom/id/"


@pytest.mark.parametrize(
    "name",
    [
        "Ann Au",
        "ann au",
        "  ANN   AU ",
        "Ms Ann Au",
        "Ms. Ann Au",
        "Ann Au, SC",
        "Ms Ann Au SC",
        "Au Ka-yan",
        "Au Ka\u2011yan",
        "au ka yan",
        "Ann Au Ka-yan",
        "ann-au",
        "official/ann-au",
        "id:official/ann-au",
        f"{ID}official/ann-au",
        f"<{ID}official/ann-au>",
    ],
)
def test_a_person_in_any_form(world, name):
    assert find.find(world, name).value == f"{ID}official/ann-au"


@pytest.mark.parametrize(
    ("name", "kinds", "found"),
    [
        ("the Chief Executive\u2019s Office", ("agency",), "agency/office"),
        ("GACC", ("agency",), "agency/gacc"),
        ("CE", ("post",), "post/chief-executive"),
        ("chief executive", ("post",), "post/chief-executive"),
        ("Ben Bo", ("official", "agency"), "official/ben-bo"),
        ("gacc", ("official", "agency"), "agency/gacc"),
    ],
)
def test_agencies_and_posts(world, name, kinds, found):
    assert find.find(world, name, kinds).value == ID + found


def test_an_unknown_name_shows_the_nearest_with_posts(world):
    with pytest.raises(UnknownNameError) as caught:
        find.find(world, "Anne Au")
    assert caught.value.nearest[0].label == "Ann Au"
    assert "no official named 'Anne Au'" in str(caught.value)
    assert "Ann Au (ann-au), Chief Executive" in str(caught.value)


def test_nothing_near_is_said_plainly(world):
    with pytest.raises(UnknownNameError, match=r"no official named 'Xqz' in this graph$"):
        find.find(world, "Xqz")


def test_an_ambiguous_name_lists_all_with_what_to_type(world):
    with pytest.raises(AmbiguousNameError) as caught:
        find.find(world, "Mr Lee Ming")
    assert [candidate.iri.rpartition("/")[2] for candidate in caught.value.candidates] == ["lee-ming", "lee-ming-cn"]
    assert "Lee Ming (lee-ming), Minister of Customs" in str(caught.value)
    for candidate in caught.value.candidates:
        assert find.find(world, candidate.iri.rpartition("/")[2]).value == candidate.iri


def test_a_former_iri_leads_to_the_present_one():
    store = ox.Store()
    store.load(
        f"""@base <{ID}> . @prefix kg: <https://w3id.org/who-met-whom/ontology#> .
        <official/new> a kg:Official .
        <official/old> <http://www.w3.org/2002/07/owl#sameAs> <official/new> .""".encode(),
        ox.RdfFormat.TURTLE,
    )
    assert find.find(store, "old").value == f"{ID}official/new"


@pytest.mark.parametrize("name", ["", " ", '" . } DROP ALL #', "<>", "a b\n", "\u0000", "{}"])
def test_hostile_names_are_only_unknown(world, name):
    with pytest.raises(UnknownNameError):
        find.find(world, name)
