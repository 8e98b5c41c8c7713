"""Sides: whose delegation somebody belongs to, and who stands for whom at a table."""

from __future__ import annotations

import re

from kg.extract.en.clauses import group, negated, subject, words
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.side_rules import RULES, SENT
from kg.extract.en.story import Side, Story


def sides(scene: Scene, story: Story, limit: int) -> None:
    """Note on whose side the people of a sentence are, as it says before ``limit``."""
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        for m in scene.matches(rule, limit):
            if negated(scene, m.start()) or any(start < m.end() and m.start() < end for start, end in taken):
                continue
            taken.append(m.span())
            _note(scene, story, m)
    for m in scene.matches(SENT, limit):
        story.sent = _side(scene, m, m.span("body"))


def _note(scene: Scene, story: Story, m: re.Match[str]) -> None:
    """The people of a match are on the side that it names, or on that of the delegation told before."""
    marks = m.groupdict()
    named = next((name for name in ("body", "of") if marks.get(name)), None)
    side = _side(scene, m, m.span(named)) if named else story.sent
    if side is None:
        return
    if named and "delegation" in m.group():
        story.sent = side
    who: list[Ref] = group(scene, m.group("who")) if "who" in marks else subject(scene, m.start("verb"))
    for ref in who:
        known = story.sides.get(ref.person, side)
        same = known is not None and story.text[known.body.start : known.body.end] == _words(story, side)
        story.sides[ref.person] = known if same else None  # two sides: open


def _words(story: Story, side: Side) -> str:
    return story.text[side.body.start : side.body.end]


def _side(scene: Scene, m: re.Match[str], body: tuple[int, int]) -> Side:
    start = m.start("verb") if m.groupdict().get("verb") else m.start()
    end = m.start("who") - 1 if m.groupdict().get("who") else m.end()
    named = scene.extent(*body)
    return Side(named, words(scene, start, max(end, body[1])) or named)
