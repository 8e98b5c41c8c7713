"""Occasions named without anybody in them, and which one told before a definite phrase means."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.ahead_rules import (
    ABOUT,
    BODY_MET,
    BY_MANY,
    FIRST_OCCASION,
    HELD_ASIDE,
    HELD_BY_BODY,
    MARKED_AT,
    PASSIVE,
)
from kg.extract.en.event_places import AREA_RULES
from kg.extract.en.occasions import kind_of, words_of
from kg.extract.en.open_meeting_rules import AN_ORGAN
from kg.extract.en.openings import new_draft
from kg.extract.en.patterns import GROUP, pattern
from kg.extract.en.scene import Scene
from kg.extract.en.settle import settle
from kg.extract.en.speaker_rules import SITTING
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Status


def meant(story: Story, phrase: str) -> Draft | None:
    """The occasion told before that a definite phrase means."""
    noun = phrase.split()[-1]
    told = reversed(story.drafts)
    if noun in {"event", "occasion"}:
        return next((d for d in told if noun in d.words or d.kind is not Kind.MEETING), None)
    if noun in {"meeting", "plenary"}:
        return next((d for d in told if noun in d.words or d.kind is Kind.CONFERENCE), None)
    if phrase in {"ceremony", "conference"}:  # nothing else told may be meant
        return story.called(noun) or story.last(Kind.CEREMONY, Kind.CONFERENCE, Kind.RECEPTION, Kind.SIGNING)
    if phrase in {"celebration", "celebrations"}:  # the reception that was hosted to celebrate
        return story.called(noun) or story.last(Kind.CEREMONY, Kind.RECEPTION)
    before = phrase.split()[-2:][0]  # "the reception ceremony"
    return story.called(noun) or (story.called(before) if before != noun else None)


def occasion_ahead(scene: Scene, story: Story, told: set[Kind]) -> None:
    """An occasion named without anybody in it: those who take part come in the next sentences."""
    m = next(filter(None, map(scene.match, _AHEAD)), None)
    is_met = m is not None and m.re is BODY_MET.regex
    is_sitting = m is not None and (is_met or _sits(scene, m))
    kind = Kind.CONFERENCE if is_sitting else kind_of(m.group("what")) if m else None
    if m is not None and m.re is PASSIVE.regex and m["what"] in _MEETINGS and (met := story.last(Kind.MEETING)):
        _held_at(scene, story, m, met)
        return
    if m is None or kind is None or kind in told or GROUP.search(scene.text, 0, m.start()):
        return
    is_told = m.group().startswith(("the ", "The ")) or (m.re is BY_MANY.regex and m["det"] == "the ")
    if is_told and (earlier := meant(story, m.group("what").casefold())):
        _held_at(scene, story, m, earlier)
        return
    words = words_of(m["what"]) | (_MEETING if is_met else SITTING if is_sitting else frozenset())
    draft = new_draft(scene, kind, FIRST_OCCASION, words, *m.span("what"))
    about = ABOUT.match(scene.text, m.end("what"))
    settle(draft, scene, story, m.start("what"), about.end() if about else m.end("what"))
    if draft.own_day and draft.status is Status.HELD and draft.when and draft.when.end in (None, draft.when.start):
        story.day = draft.when
    story.told(draft)


def _held_at(scene: Scene, story: Story, m: re.Match[str], earlier: Draft) -> None:
    """ "The forum was held at the Harbour Hall": the venue of the occasion told before, of which a city was told."""
    known = earlier.place
    if m.re is not PASSIVE.regex or (known and known is not story.city and known.evidence.rule not in AREA_RULES):
        return
    behind = scene.origin(m.end())
    for place in story.places(scene.span):
        at = place.evidence.span.start
        if at >= behind and place.evidence.rule == "place-venue":
            is_next = _STRAIGHT.fullmatch(story.text, behind, at) or (
                _BY_BODY.fullmatch(story.text, behind, at) and not _SCHOOL.search(place.name)
            )
            earlier.place = place if is_next else earlier.place
            return


_STRAIGHT: Final = re.compile(r"(?! by )[^.;:,]{0,40}? (?:at|in) (?:the )?")
_BY_BODY: Final = re.compile(r" by [^.;:]{3,120}? at (?:the )?")
# the house of an organiser: "hosted by the Centre for Law at the Lotus University"
_SCHOOL: Final = re.compile(r"\b(?:University|College|School|Institute|Academy)\b")


def _sits(scene: Scene, m: re.Match[str]) -> bool:
    """Whether a council or committee holds its meeting: "The Harbour Council held its fifth meeting"."""
    if not m["what"].rstrip().endswith("meeting"):
        return False
    is_own = m.re is HELD_BY_BODY.regex and scene.text.endswith(" its ", 0, m.start("what"))
    of_body = is_own and AN_ORGAN.search(scene.text, 0, m.start())
    return bool(of_body or _SITS.search(scene.text, 0, m.start()))


_SITS: Final = pattern(r"^The Legislative Council (?:\(LegCo\) )?(?:will |today |<D> |also )*$|^LegCo (?:will )?$")
_MEETING: Final = frozenset({"meeting"})
_MEETINGS: Final = frozenset({"meeting", "talks", "call", "courtesy call", "discussion", "discussions"})
_AHEAD: Final = (FIRST_OCCASION, PASSIVE, MARKED_AT, HELD_BY_BODY, BY_MANY, BODY_MET, HELD_ASIDE)
