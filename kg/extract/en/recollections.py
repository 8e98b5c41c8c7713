"""Meetings that a speaker recalls in the first person plural: "when we met in May"."""

from __future__ import annotations

from kg.extract.en.clauses import group
from kg.extract.en.meeting_parts import meeting_draft
from kg.extract.en.recollection_rules import RULES
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.story import Draft, Story


def recollections(scene: Scene, story: Story) -> list[Draft]:
    """The meetings of the speaker that a sentence of a speech recalls as those of "us"."""
    found: list[Draft] = []
    for rule in RULES if story.speaker is not None else ():
        for m in scene.matches(rule):
            others = [ref for ref in group(scene, m["other"]) if ref.person != story.speaker]
            if others and story.speaker is not None:
                we = [Ref(story.speaker, scene.extent(*m.span("ours")))]
                end = m.end("verb") if m["verb"] else m.start("other") - 1
                draft = meeting_draft(scene, story, rule, (m.start("ours"), end), we, others)
                draft.when = draft.when if draft.own_day else None  # not the day of the speech
                found.append(draft)
    return found
