"""The palette: apart for readers with any colour vision, legible on the paper, light and dark."""

from __future__ import annotations

import itertools
import re
from importlib.resources import files

import pytest

from kg.export import page
from tests.colours import VISION, contrast, difference

CSS = files(page).joinpath("styles/colours.css").read_text("utf-8")
BLOCKS = {"light": r":root \{(.*?)\}", "dark": r':root\[data-theme="dark"\] \{(.*?)\}'}
AUTO = r':root\[data-theme="auto"\] \{(.*?)\}'


def palette(pattern: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#\w{6})", re.search(pattern, CSS, re.DOTALL)[1]))


@pytest.mark.parametrize("theme", BLOCKS)
@pytest.mark.parametrize("vision", VISION)
def test_agencies_are_told_apart(theme: str, vision: str) -> None:
    colours = {name: one for name, one in palette(BLOCKS[theme]).items() if name.startswith("agency-")}
    assert len(colours) == 10
    close = {
        (a, b): round(difference(colours[a], colours[b], vision), 1)
        for a, b in itertools.combinations(colours, 2)
        if difference(colours[a], colours[b], vision) < 15
    }
    assert close == {}


@pytest.mark.parametrize("theme", BLOCKS)
def test_marks_and_words_stand_out_from_the_paper(theme: str) -> None:
    colours = palette(BLOCKS[theme])
    for name in ("ink", "quiet", "accent"):
        assert contrast(colours[name], colours["paper"]) >= 4.5
        assert contrast(colours[name], colours["card"]) >= 4.5
    for name in (*(f"agency-{number}" for number in range(1, 9)), "agency-other", "line"):
        assert contrast(colours[name], colours["paper"]) >= 3, name
    for mark in ("mark", "mark-who"):
        assert contrast(colours["ink"], colours[mark]) >= 4.5


def test_the_system_and_the_button_give_the_same_dark() -> None:
    assert palette(AUTO) == palette(BLOCKS["dark"])
