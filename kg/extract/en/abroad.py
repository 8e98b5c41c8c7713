"""Where people were who did something in a city abroad: there too, on the same day, until they return."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.story import Draft, Story, first_day
from kg.model import Status

_HOME: Final = "Hong Kong"
_RETURN: Final = re.compile(r"\b[Rr]eturn(?:ed|ing|s)?\b[^.;]{0,20}? (?:to|from|in) ")


def place_abroad(story: Story) -> None:
    """Give what was held without a place the city of what one of the same people did before on that day.

    "He attended a forum in Oslo today. After the forum, he called on the Mayor."
    """
    abroad: list[Draft] = []
    for draft in story.drafts:
        if draft.status is not Status.HELD:
            continue
        if draft.place is None:
            before = next((other for other in reversed(abroad) if _is_same_stay(story, other, draft)), None)
            draft.place = before.place if before else None
        elif draft.place.evidence.rule == "place-city" and not draft.place.name.startswith(_HOME):
            abroad.append(draft)


def _is_same_stay(story: Story, before: Draft, draft: Draft) -> bool:
    """Whether both were on one day, with somebody in both, and nobody returned between them."""
    days = first_day(before.when), first_day(draft.when)
    if days[0] is None or str(days[0]) != str(days[1]) or not set(before.parts) & set(draft.parts):
        return False
    return _RETURN.search(story.text, before.sentence.start, draft.trigger.start) is None
