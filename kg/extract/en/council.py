"""Who spoke in the legislature, where no sitting of it is named."""

from __future__ import annotations

from typing import Final

from kg.extract.en.clauses import group, negated
from kg.extract.en.council_rules import IN_COUNCIL, REPLYING
from kg.extract.en.openings import new_draft
from kg.extract.en.scene import Scene
from kg.extract.en.settle import settle
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role

_WORDS: Final = frozenset({"meeting", "council"})


def in_council(scene: Scene, story: Story) -> list[Draft]:
    """ "told the Legislative Council today that": a speaker at its sitting, on a day that the sentence says."""
    for rule in (IN_COUNCIL, REPLYING):
        m = scene.match(rule)
        if m is None or not scene.whens or negated(scene, m.start("verb")):
            continue
        who, said = group(scene, m["who"]), scene.extent(*m.span("verb"))
        earlier = next((draft for draft in story.drafts if draft.words >= _WORDS), None)
        if earlier is not None:
            earlier.add(who, Role.SPEAKER, f"role-{rule.name}", said)
            return []
        draft = new_draft(scene, Kind.CONFERENCE, rule, _WORDS, *m.span("verb"))
        draft.add(who, Role.SPEAKER, f"role-{rule.name}", said)
        return [settle(draft, scene, story, *m.span("verb"))]
    return []
