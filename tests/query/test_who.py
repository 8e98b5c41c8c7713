"""Who a person is taken to be, why, and which cases are open."""

from __future__ import annotations

from kg import identity


def test_who_a_person_is(world):
    profile = identity.who(world, "au ka-yan")
    assert (profile.label, profile.forms) == ("Ann Au", ("Ann Au Ka-yan", "Au Ka-yan"))
    assert (profile.titles, profile.post_nominals) == (("Ms",), ("SC",))
    (held,) = profile.holdings
    assert (held.post, held.agency, held.first, held.last) == (
        "Chief Executive",
        "Chief Executive's Office",
        "2025-05-19",
        "2025-06-30",
    )
    assert profile.reasons == (
        "the forms of the name agree: Ann Au, Ann Au Ka-yan, Au Ka-yan",
        "Chief Executive in 1 release",
    )
    assert profile.releases == ("2025-05-19  R1  CE meets Ben Bo",)


def test_who_names_the_near_misses_open_cases_first(world):
    near = identity.who(world, "Ann Au").near_misses
    assert [(each.other.label, each.verdict, each.score) for each in near] == [
        ("Ben Bo", "UNSURE", -2.5),
        ("Eve Ng", "DIFFERENT", None),
    ]
    assert near[1].reasons == ("both are named in release R1",)


def test_who_was_compared_is_not_merely_similar(world):
    profile = identity.who(world, "lee-ming")
    assert [each.other.iri.rpartition("/")[2] for each in profile.near_misses] == ["lee-ming-cn"]
    assert profile.similar == ()


def test_the_reasons_of_resolving_come_first(world):
    assert identity.who(world, "Dee Du").reasons == (
        "Dee Du = D Du: the initials fit",
        "Dee Du: both hold the post Mayor",
    )


def test_open_cases_those_with_most_meetings_first_with_the_lines_that_decide(world):
    first, second = identity.unsure(world)
    assert [(case.one.label, case.other.label, case.meetings) for case in (first, second)] == [
        ("Ann Au", "Ben Bo", 5),
        ("Lee Ming", "Lee Ming", 0),
    ]
    assert (first.one.meetings, first.one.releases, len(first.one.holdings)) == (3, 1, 1)
    assert first.reasons == ("only the surname to compare",)
    assert first.same == "<official/ann-au> owl:sameAs <official/ben-bo> ."
    assert first.different == "<official/ann-au> owl:differentFrom <official/ben-bo> ."
