"""Occasions and meetings told by those who chaired them or between whom they were."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.chairing_rules import BETWEEN_PEOPLE, CHAIR_FIRST, CO_CHAIRED, SITTINGS
from kg.extract.en.clauses import group, negated
from kg.extract.en.gathering_rules import NOT_ANOTHER
from kg.extract.en.occasions import kind_of, words_of
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.settle import settle
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role, Status

_MEETING: Final = re.compile(r"\b[Mm]eeting\b")
_A_MEETING: Final = frozenset({"meeting"})
_BODIES: Final = frozenset({"committee", "council", "board", "panel", "commission"})
_ANAPHOR: Final = re.compile(
    rf"(?:[Tt]he|[Tt]his) {NOT_ANOTHER}(?:\w+ ){{0,2}}?(?P<noun>meeting"
    r"|plenary|conference|ceremony|forum|seminar|event|session"
    r"|reception|dinner)"
)


def chaired(scene: Scene, story: Story, limit: int) -> list[Draft]:
    """The occasions that a sentence says before ``limit`` were chaired by several, and meetings between people."""
    matches = (m for m in scene.matches(CO_CHAIRED, limit) if not negated(scene, m.start("verb")))
    found = [draft for m in matches if (draft := _chaired(scene, story, m))]
    sittings = [m for each in SITTINGS for m in scene.matches(each, limit) if not negated(scene, m.start("verb"))]
    found += [_sitting(scene, story, m) for m in sittings if not found]
    found += [draft for m in scene.matches(CHAIR_FIRST, limit) if (draft := _under_its_chair(scene, story, m))]
    between = [(m, who) for m in scene.matches(BETWEEN_PEOPLE, limit) if len(who := _who(scene, m)) > 1]
    found += [_draft(scene, story, BETWEEN_PEOPLE.name, Kind.MEETING, m.span("verb"), who) for m, who in between]
    return found


def _who(scene: Scene, m: re.Match[str]) -> list[Ref]:
    also = group(scene, m["also"]) if m["also"] and not m.groupdict().get("attended") else ()
    return [*group(scene, m["who"]), *also]


def _chaired(scene: Scene, story: Story, m: re.Match[str]) -> Draft | None:
    """A new occasion; none where the words mean one told before, which then has its chairs."""
    who, what = _who(scene, m), m["what"]
    anaphor = _ANAPHOR.fullmatch(what)
    earlier = _meant(story, anaphor["noun"]) if anaphor else None
    if earlier is not None:
        earlier.add(who, Role.PRINCIPAL, f"role-{CO_CHAIRED.name}", scene.extent(*m.span("verb")))
        if len(who) > 1 and earlier.words == _A_MEETING:
            earlier.kind = Kind.MEETING  # of two sides, each with its chair
        _attended(scene, m, earlier)
        return None
    if m["alone"] and not m["attended"]:
        return None  # a body may have a chairman at all times
    is_meeting = _MEETING.search(what) and (len(who) > 1 or m["attended"])
    kind = kind_of(what) or (Kind.MEETING if is_meeting else None)
    if kind is None:
        return None
    draft = _draft(scene, story, CO_CHAIRED.name, kind, (m.start("what"), m.end("verb")), who)
    draft.words |= words_of(what)
    last = story.last(Kind.MEETING) if anaphor and kind is Kind.MEETING else None
    draft.place = draft.place or (last.place if last and last.open_side else None)  # the next of several at one place
    _attended(scene, m, draft)
    return draft


def _sitting(scene: Scene, story: Story, m: re.Match[str]) -> Draft:
    """The meeting of a council or committee under its chair, which may be called so later on."""
    draft = _draft(scene, story, SITTINGS[0].name, Kind.CONFERENCE, m.span("verb"), group(scene, m["who"]))
    draft.words = words_of(m["what"])
    return draft


def _under_its_chair(scene: Scene, story: Story, m: re.Match[str]) -> Draft | None:
    """ "Chaired by Mr Lau, the meeting was attended by the trade": one told before, if it may be that."""
    who = group(scene, m["who"])
    if (earlier := _meant(story, m["noun"])) is not None:
        earlier.add(who, Role.PRINCIPAL, f"role-{CHAIR_FIRST.name}", scene.extent(*m.span("verb")))
        return None
    if m["noun"].casefold() in _BODIES:
        return None  # what it did, it need not have done at a meeting
    kind = kind_of(m["what"]) or Kind.MEETING
    draft = _draft(scene, story, CHAIR_FIRST.name, kind, m.span("verb"), who)
    draft.words |= words_of(m["what"])
    draft.stands = True  # the bodies that met are not people
    return draft


def _attended(scene: Scene, m: re.Match[str], draft: Draft) -> None:
    """Who was there beside the chair: "was convened by Mr Lau and attended by Ms Sham and Mr Ko"."""
    if m["attended"]:
        draft.add(group(scene, m["also"]), Role.ATTENDEE, "role-attended-by", scene.extent(*m.span("attended")))


def _meant(story: Story, noun: str) -> Draft | None:
    """The occasion told before that "the meeting" or "the forum" means, where it still has no principals."""
    told = [d for d in reversed(story.drafts) if not d.people(Role.PRINCIPAL)]
    if noun.casefold() in _BODIES:
        return next((d for d in told if d.kind is Kind.CONFERENCE and "meeting" in d.words), None)
    if noun in {"meeting", "plenary"}:
        return next((d for d in told if noun in d.words or d.kind in (Kind.CONFERENCE, Kind.MEETING)), None)
    return next((d for d in told if noun in d.words), None)


def _draft(scene: Scene, story: Story, rule: str, kind: Kind, words: tuple[int, int], who: list[Ref]) -> Draft:
    draft = Draft(kind, Status.HELD, rule, scene.extent(*words), scene.span)
    draft.words = frozenset({"meeting", "talks"}) if kind is Kind.MEETING else frozenset()
    draft.add(who, Role.PRINCIPAL, f"role-{rule}", draft.trigger)
    return settle(draft, scene, story, *words)
