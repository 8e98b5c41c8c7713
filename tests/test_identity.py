"""Who is who on a made-up archive: floors for kg that only rise, and the measure by hand-worked examples."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.benchmarks import identity
from tests.benchmarks.archive.cast import Group
from tests.benchmarks.archive.naming import Style
from tests.benchmarks.bcubed import Score, bcubed
from tests.benchmarks.linkage import records
from tests.benchmarks.mentions import Mentioned, by_name, open_to_all
from tests.benchmarks.mistakes import missed_merges, report, wrong_merges

RELEASES = 2000
FLOOR = Score(precision=0.988, recall=0.965)
"""Below which nothing is accepted on that archive; only ever raised."""


@pytest.fixture(scope="module")
def measured() -> tuple[identity.Right, list[Mentioned], list[str]]:
    return identity.right(RELEASES, with_splink=False)


def test_precision_and_recall_have_floors(measured: tuple[identity.Right, list[Mentioned], list[str]]) -> None:
    right, mentions, keys = measured
    told = "\n".join((*report("wrong", wrong_merges(mentions, keys)), *report("missed", missed_merges(mentions, keys))))
    assert right.scores["kg"].precision >= FLOOR.precision, told
    assert right.scores["kg"].recall >= FLOOR.recall, told


def test_kg_is_at_least_as_right_as_the_same_name(
    measured: tuple[identity.Right, list[Mentioned], list[str]],
) -> None:
    scores = measured[0].scores
    assert scores["kg"].f1 >= scores["same name"].f1


def test_losses_of_the_classes_add_up_to_what_is_missing(
    measured: tuple[identity.Right, list[Mentioned], list[str]],
) -> None:
    right, mentions, keys = measured
    lost = sum(one.loss for one in wrong_merges(mentions, keys).values())
    missed = sum(one.loss for one in missed_merges(mentions, keys).values())
    assert lost == pytest.approx(1 - right.scores["kg"].precision)
    assert missed == pytest.approx(1 - right.scores["kg"].recall)


def test_what_no_reader_could_place_does_not_dominate(
    measured: tuple[identity.Right, list[Mentioned], list[str]],
) -> None:
    right = measured[0]
    assert right.open < 0.05 * right.mentions


def test_bcubed_as_worked_by_hand() -> None:
    """Seven mentions of the people a (4), b (2), c (1) in the clusters x = aab, y = aabc.

    Precision: the as of x 2/3 each, its b 1/3; the as of y 2/4 each, its b 1/4, its c 1/4:
    (2 * 2/3 + 1/3 + 2 * 2/4 + 1/4 + 1/4) / 7 = (5/3 + 3/2) / 7 = 19/42.
    Recall: every a 2/4, every b 1/2, the c 1/1: (4 * 1/2 + 2 * 1/2 + 1) / 7 = 4/7.
    """
    score = bcubed("aabaabc", "xxxyyyy")
    assert score.precision == pytest.approx(19 / 42)
    assert score.recall == pytest.approx(4 / 7)
    assert score.f1 == pytest.approx(2 * 19 / 42 * 4 / 7 / (19 / 42 + 4 / 7))


def test_bcubed_at_its_ends() -> None:
    assert bcubed("aabb", [1, 1, 2, 2]) == Score(1, 1)
    assert bcubed("aabb", [1, 1, 1, 1]) == Score(0.5, 1)
    assert bcubed("aabb", [1, 2, 3, 4]) == Score(1, 0.5)
    assert bcubed([], []) == Score(1, 1)
    with pytest.raises(ValueError, match="shorter"):
        bcubed("aa", "a")


def said(person: int, name: str, *posts: str, days: int = 0, title: str = "Mr") -> Mentioned:
    day = date(2020, 1, 1) + timedelta(days)
    place = f"P{days}", person
    return Mentioned(person, Group.GOVERNMENT, Style.ENGLISH, place, day, name, title, posts, False)


MAYOR = said(1, "Ann Bak", "Mayor")
LATER = said(1, "Ann Bak", "Bishop", days=9)
OTHER = said(2, "Ann Bak", "Cook", days=20)


def test_mistakes_are_told_in_classes() -> None:
    wrong = wrong_merges([MAYOR, LATER, OTHER], "xxx")
    assert list(wrong) == ["government: one name, no post in common, one after the other"]
    assert next(iter(wrong.values())).loss == pytest.approx(4 / 9)
    missed = missed_merges([MAYOR, LATER, OTHER], "xyz")
    assert list(missed) == ["government: printed alike, no post in common"]
    lines = list(report("missed merges", missed))
    assert lines[0] == "missed merges: 0.3333 lost"
    assert "Ann Bak (Mayor; 2020-01; 1)" in lines[2]


def test_open_to_all_is_a_shared_name_that_no_post_places() -> None:
    assert open_to_all([MAYOR, LATER]) == 0
    assert open_to_all([MAYOR, LATER, OTHER]) == 3
    assert open_to_all([MAYOR, replace(MAYOR, place=("Q", 1)), OTHER]) == 1


def test_mentions_of_one_year_alike_in_all_are_one_record() -> None:
    rows, numbers = records([MAYOR, replace(MAYOR, place=("Q", 1)), OTHER, replace(MAYOR, day=date(2021, 1, 1))])
    assert numbers == [0, 0, 1, 2]
    assert rows[0]["words"] == ["ann", "bak"]
    assert by_name([MAYOR]) == ["Ann Bak"]


def test_splink_tells_people_apart() -> None:
    pytest.importorskip("splink")
    score = identity.right(300)[0].scores["Splink"]
    assert score.precision > 0.9
    assert score.recall > 0.9


def test_cost_is_measured_in_a_process_of_its_own() -> None:
    """Its memory too: this process holds more than the other will."""
    ballast = bytearray(300_000_000)
    cost = identity.cost_apart(200)
    assert cost.peak_mb < len(ballast) / 1e6
    assert cost.mentions > 200
    assert cost.peak_mb > 20
    assert cost.seconds >= 0


def test_the_module_prints_tables_and_mistakes(capsys: pytest.CaptureFixture[str]) -> None:
    assert identity.main(["--releases", "300", "--cost", "--no-splink", "--mistakes"]) == 0
    told = capsys.readouterr().out
    assert "| 300 | " in told
    assert "wrong merges: " in told
    assert "missed merges: " in told


def test_tables_tell_growth() -> None:
    costs = [identity.Cost(1000, 2200, 1.0, 60), identity.Cost(10000, 22000, 20.0, 90)]
    assert list(identity.cost_table(costs))[-1] == "| 10,000 | 22,000 | 20.0 | 1.30 | 90 MB |"
    right = identity.Right(1000, 2200, 500, 22, {"kg": Score(1.0, 0.5)})
    text = identity.block([right], costs)
    assert "| 1,000 | 2,200 | 500 | kg | 1.000 | 0.500 | 0.667 |" in text
    assert "1.0% of the mentions" in text


def test_readme_tells_the_recorded_figures() -> None:
    if identity.shown_block() is not None:
        recorded = identity.committed()
        assert recorded
        assert identity.shown_block() == identity.block(*recorded), "python -m tests.benchmarks.identity --write"
