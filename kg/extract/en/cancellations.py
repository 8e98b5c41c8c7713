"""Occasions that were called off or put off: told so, or told before as something to come."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.clause_rules import CALLED_OFF, PUT_OFF
from kg.extract.en.occasions import kind_of, words_of
from kg.extract.en.scene import Scene
from kg.extract.en.settle import choose_date
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Status

_KINDS: Final = {"meeting": Kind.MEETING, "talks": Kind.MEETING, "visit": Kind.VISIT, "trip": Kind.VISIT}
_NOUN: Final = re.compile(r"\b(?:meeting|talks|visit|trip)\b")


def cancellations(scene: Scene, story: Story) -> list[Draft]:
    """The occasion that a sentence calls off, unless it was told before; then that one is."""
    if scene.match(PUT_OFF):
        earlier = _planned(story, scene.match(PUT_OFF))
        if earlier is not None:
            earlier.when = None  # the day it was put off to is not told
        return []
    m = scene.match(CALLED_OFF)
    kind = _kind(m) if m else None
    if m is None or kind is None or story.told_in(scene.span):
        return []
    if (earlier := _planned(story, m)) is not None:
        earlier.status = Status.CANCELLED
        return []
    what = m.group("what")
    draft = Draft(kind, Status.CANCELLED, CALLED_OFF.name, scene.extent(*m.span("what")), scene.span)
    draft.words = words_of(what)
    draft.when = choose_date(scene, m.end("what"))
    return [draft]


def _kind(m: re.Match[str]) -> Kind | None:
    what = m.group("what") or ""
    noun = _NOUN.search(what)
    return kind_of(what) or (_KINDS[noun.group()] if noun else None)


def _planned(story: Story, m: re.Match[str] | None) -> Draft | None:
    """What was told as planned and is of the kind now named."""
    kind = _kind(m) if m else None
    planned = (d for d in reversed(story.drafts) if d.status is Status.SCHEDULED and d.kind is kind)
    return next(planned, None) if kind else None
