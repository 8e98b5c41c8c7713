"""The findings hold a floor of precision and never lose recall; the README tells the figures that are reached."""

from __future__ import annotations

import pytest

from tests.benchmarks import scores

FLOOR = {
    "people": 0.99,
    "posts": 0.99,
    "acting": 1.00,
    "agencies": 0.95,
    "events": 0.95,
    "places": 0.94,
    "participation": 0.97,
    "met": 0.98,
}
"""Precision below which nothing is accepted, on every corpus; only ever raised."""
RENEW = "python -m tests.benchmarks.scores"


@pytest.fixture(scope="module")
def measured() -> dict[str, scores.Corpus]:
    if reason := scores.absent():
        pytest.skip(f"{reason}; the corpora and the ruler are not part of the project")
    now = scores.measure()
    for line in scores.changes(scores.committed(), now):
        print(line)
    return now


def test_precision_has_a_floor(measured: dict[str, scores.Corpus]) -> None:
    below = [
        f"{name} {kind}: {corpus.kg[kind].precision:.3f}, at least {floor}: {corpus.wrong[kind]}"
        for name, corpus in measured.items()
        for kind, floor in FLOOR.items()
        if corpus.kg[kind].precision < floor
    ]
    assert not below


def test_recall_does_not_fall(measured: dict[str, scores.Corpus]) -> None:
    assert not list(scores.fallen(scores.committed(), measured))


def test_figures_reached_are_recorded(measured: dict[str, scores.Corpus]) -> None:
    told = "\n".join(scores.changes(scores.committed(), measured))
    assert scores.committed() == measured, f"record what has changed with {RENEW}:\n{told}"


def test_readme_tells_the_recorded_figures() -> None:
    assert scores.shown_tables() == scores.tables(scores.committed()), f"renew them with: {RENEW}"


def test_kg_is_more_right_than_the_baseline() -> None:
    for corpus in scores.committed().values():
        for kind in scores.BASELINE_KINDS:
            assert corpus.kg[kind].f1 >= corpus.baseline[kind].f1, kind


def _corpus(figures: scores.Figures, *lines: str) -> scores.Corpus:
    by_kind = dict.fromkeys(scores.KINDS, figures)
    return scores.Corpus(1, by_kind, dict.fromkeys(scores.KINDS, ()) | {"people": lines}, by_kind, None, None)


def test_changes_tell_gains_and_losses() -> None:
    before = {"dev": _corpus(scores.Figures(8, 0, 2), "- r: Ann", "- r: Ben", "+ r: ['cy']")}
    now = {"dev": _corpus(scores.Figures(8, 0, 2), "- r: Ben", "- r: Dee", "+ r: ['eve']")}
    assert list(scores.changes(before, now)) == [
        "dev people: now false: r: ['eve']",
        "dev people: lost: r: Dee",
        "dev people: no longer false: r: ['cy']",
        "dev people: gained: r: Ann",
    ]
    assert not list(scores.changes(now, now))


def test_a_fall_of_recall_is_seen() -> None:
    before, now = {"dev": _corpus(scores.Figures(8, 0, 2))}, {"dev": _corpus(scores.Figures(7, 0, 3))}
    assert "dev people: recall 0.700, was 0.800" in list(scores.fallen(before, now))
    assert not list(scores.fallen(now, before))
