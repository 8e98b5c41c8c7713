"""What the one who answers the media says that he or she has done: "I met Director Liao this afternoon"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.en.meetings import meetings
from kg.extract.en.scene import Scene
from kg.extract.en.segment import Block, Voice
from kg.extract.en.settle import choose_date
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Person, Role, Span, Status


def said(block: Block, sentence: Span) -> Span:
    """What a sentence of a turn says, without the label of who says it."""
    label = block.speaker
    begins = label is not None and sentence.start <= label.start and label.end + 2 < sentence.end
    return Span(label.end + 2, sentence.end) if label and begins else sentence


def turn(block: Block, story: Story, people: Sequence[Person]) -> None:
    """Who has a turn of their own in a transcript ("Director of Marine: Thank you.") spoke at the occasion.

    "I" means nobody known from where somebody answers who was not introduced.
    """
    briefing = _briefing(story)
    if block.speaker is None or briefing is None:
        return
    label = story.text[block.speaker.start : block.speaker.end].casefold()
    surname = label.split()[-1]
    is_known = False
    for person, part in briefing.parts.items():
        posts = {post.label.casefold() for ref in part.refs for post in ref.posts}
        if label in posts or surname in people[person].name.casefold().split():
            part.role = Role.SPEAKER
            is_known = True
    if block.voice is Voice.REPLY and not is_known:
        story.speaker = None


def told_in_reply(view: Scene, story: Story, block: Block, limit: int) -> list[Draft]:
    """The meetings that the speaker of a briefing tells of, on a day that the sentence gives and that has come."""
    briefing = _briefing(story)
    if block.voice is not Voice.REPLY or story.speaker is None or not view.whens or briefing is None:
        return []
    town = briefing.place if briefing.place and briefing.place.evidence.rule == "place-city" else None
    told = [draft for draft in meetings(view, story, limit) if story.speaker in draft.parts and len(draft.parts) > 1]
    for draft in told:
        draft.when = draft.when or choose_date(view, view.masked(draft.trigger.end))
        draft.place = draft.place or town
    return [draft for draft in told if draft.when and draft.status is Status.HELD]


def _briefing(story: Story) -> Draft | None:
    """The occasion at which the media are answered, where the release has told one."""
    return next((draft for draft in story.drafts if draft.kind is Kind.BRIEFING), None)
