"""Who spoke at an occasion told before."""

from __future__ import annotations

from typing import Final

from kg.extract.en.clauses import group, role_words
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.settle import choose_date
from kg.extract.en.speaker_rules import MOVES, SEVERAL, SITTING, SPEAKERS
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role

_OFFICIATES: Final = frozenset(
    {"role-hosted", "role-opened", "role-acted-at", "role-officiated-at", "role-presented-at", "role-opened-by"}
)


_ANY: Final = frozenset({"event", "occasion"})
"""What every gathering may be called."""


def speakers(scene: Scene, story: Story, _limit: int) -> None:
    """Speakers are told before what they said, so the whole sentence counts."""
    for rule in SPEAKERS:
        for m in scene.matches(rule):
            who = group(scene, m.group("who"))
            noun = m.groupdict().get("noun")
            gatherings = [d for d in story.drafts if d.kind not in (Kind.MEETING, Kind.VISIT, Kind.APPOINTMENT)]
            if rule is MOVES:
                gatherings = [d for d in gatherings if d.words >= SITTING]
            if noun and noun not in _ANY:
                gatherings = [d for d in gatherings if noun in d.words]
            if gatherings and who:
                for draft in story.beside(gatherings[-1]) if SEVERAL.search(m.group()) else gatherings[-1:]:
                    draft.add(who, Role.SPEAKER, rule.name, role_words(scene, m), over=_may_speak(draft, who))
                    if draft.when is None and m.groupdict().get("act"):
                        draft.when = choose_date(scene, m.end("act"))  # "On May 21, Ms Sham will deliver a speech"


def _may_speak(draft: Draft, who: list[Ref]) -> bool:
    """A host who speaks stays the host; one who attended, officiated or gave prizes becomes a speaker."""
    parts = [part for ref in who if (part := draft.parts.get(ref.person))]
    return all(part.role is not Role.PRINCIPAL or part.names[0].rule in _OFFICIATES for part in parts)
