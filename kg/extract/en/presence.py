"""Who else is at the occasion of a speech, as the speaker says."""

from __future__ import annotations

from kg.extract.en.clauses import group, negated, words
from kg.extract.en.presence_rules import ATTENDING, SPEAKING, THANKED
from kg.extract.en.scene import Scene
from kg.extract.en.story import Story
from kg.model import Role


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
                if not negated(scene, m.start("who")):
                    occasion.add(group(scene, m["who"]), role, rule.name, words(scene, m.start(), m.end()))
