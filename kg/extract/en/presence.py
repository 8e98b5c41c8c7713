"""Who else is at the occasion of a speech, and where it is, as the speaker says."""

from __future__ import annotations

from typing import Final

from kg.extract.en.clause_rules import HERE
from kg.extract.en.clauses import group, negated, words
from kg.extract.en.presence_rules import ATTENDING, SPEAKING, THANKED
from kg.extract.en.scene import Scene
from kg.extract.en.story import Story
from kg.model import Role, Span

_NO_VENUE: Final = frozenset({None, "place-district", "place-city", "place-region", "place-country"})


def present(scene: Scene, story: Story) -> None:
    """Those whom a speaker thanks to their face or says to be there, and those who are to speak there."""
    if not story.drafts or not story.speech:
        return
    occasion = story.drafts[0]
    if m := scene.match(THANKED):
        who = group(scene, m["who"] or m["also"])
        occasion.add(who, Role.ATTENDEE, THANKED.name, words(scene, m.start(), m.end()))
    for role, rules in ((Role.ATTENDEE, ATTENDING), (Role.SPEAKER, SPEAKING)):
        for rule in rules:
            for m in scene.matches(rule):
                who = [*group(scene, m["who"]), *(group(scene, also) if (also := m.groupdict().get("also")) else ())]
                if not negated(scene, m.start("who")):
                    occasion.add(who, role, rule.name, words(scene, m.start(), m.end()))


def venue_of_speech(span: Span, story: Story) -> None:
    """The venue of the occasion at which a speech is given, where only the speaker names it."""
    occasion = story.drafts[0] if story.speech and story.drafts else None
    known = occasion.place.evidence.rule if occasion and occasion.place else None
    if occasion is None or known not in _NO_VENUE:
        return
    here: tuple[int, int] | None = None
    for literal, opening in HERE.items():
        begin = story.text.find(literal, span.start, span.end)
        m = opening.search(story.text, begin, span.end) if begin >= 0 else None
        here = min(here or m.span(), m.span()) if m else here
    if here is None:
        return
    at = next((place for place in story.places(span) if place.evidence.span.start == here[1]), None)
    if at is not None and at.evidence.rule == "place-venue":
        occasion.place = at
