"""Signings: signatories are principals, witnesses attendees; "represented by" counts where something is signed."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.clauses import group, negated, role_words, subject
from kg.extract.en.scene import Scene
from kg.extract.en.settle import settle
from kg.extract.en.signing_rules import (
    REPRESENTED,
    SIGNED,
    SIGNED_BY,
    SIGNED_PLAIN,
    SIGNED_WITH,
    SIGNING_SEEN,
    SIGNS_FOR,
    SIGNS_TOO,
    WITNESSED,
)
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role, Span, Status

_NEEDS: Final = ("sign", "Sign", "initial", "conclude", "inked", "entered into", "exchanged", "pen to paper")
_WORDS: Final = frozenset({"signing", "ceremony"})
_SIGNATORY: Final = SIGNED_WITH.name
_WITNESS: Final = WITNESSED.name
_TELLING: Final = (SIGNED_BY, SIGNED, SIGNING_SEEN, SIGNED_PLAIN, SIGNS_FOR)


def signings(scene: Scene, story: Story, limit: int) -> list[Draft]:
    """The signing that a sentence states before ``limit``, unless it adds to the one told before."""
    if not any(word in scene.text for word in _NEEDS):
        return []
    by, act, seen, plain, signs = (next(iter(scene.matches(rule, limit)), None) for rule in _TELLING)
    if seen and not by:
        return [_seen(scene, story, seen)]
    m = by or plain or act or signs
    if m is None or negated(scene, m.start()):
        return []
    start, end = (m.start(), m.start("who") - 1) if by else m.span("verb")
    draft = _draft(scene, SIGNED.name, start, end)
    if by:
        for mark in filter(None, (by["who"], by["also"], by["and"])):
            draft.add(group(scene, mark), Role.PRINCIPAL, _SIGNATORY, draft.trigger)
    elif act:
        draft.add(subject(scene, act.start()), Role.PRINCIPAL, _SIGNATORY, scene.extent(*act.span("verb")))
    _others(scene, draft, limit)
    settle(draft, scene, story, start, _behind(scene, end, act))
    return [] if _added_to_earlier(scene, story, draft) else [draft]


def _draft(scene: Scene, rule: str, start: int, end: int) -> Draft:
    return Draft(Kind.SIGNING, Status.HELD, rule, scene.extent(start, end), scene.span, words=_WORDS)


def _behind(scene: Scene, end: int, act: re.Match[str] | None) -> int:
    """Where the words for the paper and for those who sign it end, behind which day and place are told."""
    other = scene.match(SIGNED_WITH)
    return max([end, *(m.end() for m in (act, other) if m)])


def _others(scene: Scene, draft: Draft, limit: int) -> None:
    """The other side, those who sign for a body, and the witnesses."""
    for other in list(scene.matches(SIGNED_WITH, limit))[:1]:
        draft.add(group(scene, other.group("who")), Role.PRINCIPAL, _SIGNATORY, role_words(scene, other))
    for rule, role in (
        (REPRESENTED, Role.PRINCIPAL),
        (SIGNS_FOR, Role.PRINCIPAL),
        (SIGNS_TOO, Role.PRINCIPAL),
        (WITNESSED, Role.ATTENDEE),
    ):
        for m in scene.matches(rule, limit):
            draft.add(group(scene, m.group("who")), role, rule.name, role_words(scene, m))


def _added_to_earlier(scene: Scene, story: Story, draft: Draft) -> bool:
    """Whether the signing was told before and now has the people, place and day of this sentence too."""
    earlier = story.last(Kind.SIGNING)
    if earlier is None or (earlier.parts and "same occasion" not in scene.text and draft.own_day):
        return False
    earlier.take(draft)
    earlier.place, earlier.when = earlier.place or draft.place, earlier.when or draft.when
    return True


def _seen(scene: Scene, story: Story, m: re.Match[str]) -> Draft:
    """ "He witnessed the signing of a letter of intent by Mr Noh and Mr Woo"."""
    draft = _draft(scene, SIGNING_SEEN.name, *m.span("verb"))
    for mark in ("who", "also"):
        if m.group(mark):
            draft.add(group(scene, m.group(mark)), Role.PRINCIPAL, _SIGNATORY, draft.trigger)
    words: Span = scene.extent(m.start(), m.end("verb"))
    draft.add(subject(scene, m.start()), Role.ATTENDEE, _WITNESS, words)
    return settle(draft, scene, story, *m.span())
