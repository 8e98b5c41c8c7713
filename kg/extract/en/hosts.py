"""Occasions told by their hosts, their officiating guests, or those who speak there."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.clauses import group, negated, role_words, subject
from kg.extract.en.event_places import choose_place
from kg.extract.en.gathering_rules import ANAPHOR
from kg.extract.en.host_rules import (
    ALSO,
    AT_START,
    AT_WHICH,
    FEATURED,
    GIVEN_FOR,
    HOST,
    JOINED_AT,
    OFFICIATING,
    PASSIVE_HOST,
    POSTPONED,
)
from kg.extract.en.occasions import kind_of, words_of
from kg.extract.en.openings import new_draft
from kg.extract.en.patterns import Rule
from kg.extract.en.scene import Scene
from kg.extract.en.settle import settle
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role, Status

_THE: Final = ("The ", "the ")
_GIVEN: Final = ("held", "given", "conducted")


def officiating(scene: Scene, story: Story) -> list[Draft]:
    """ "Officiating at the opening ceremony were ..."; "Also officiating ..." adds to the ceremony told before."""
    found = []
    for m in scene.matches(OFFICIATING):
        kind = kind_of(m.group("what"))
        who = group(scene, m.group("who"))
        if kind is None or not who:
            continue
        said = role_words(scene, m)
        role = Role.PRINCIPAL if len(who) == 1 else Role.ATTENDEE
        also = ALSO.search(scene.text, 0, m.start()) is not None
        if (earlier := story.last(kind)) and (also or _is_told(m["what"], earlier)):
            earlier.add(who, Role.ATTENDEE if also else role, f"role-{OFFICIATING.name}", said)
            continue
        draft = new_draft(scene, kind, OFFICIATING, words_of(m.group("what")), m.start(), m.end("what"))
        draft.add(who, role, f"role-{OFFICIATING.name}", said)
        found.append(settle(draft, scene, story, m.start(), m.end("what")))
    return found


def _is_told(what: str, earlier: Draft) -> bool:
    """Whether "the ceremony" is the one told before, of which nobody was named."""
    return not earlier.parts and ANAPHOR.match(what.casefold()) is not None and words_of(what) <= earlier.words


def banquet(scene: Scene, story: Story) -> list[Draft]:
    """ "will host a banquet for the Governor": host and guest are both principals."""
    found = []
    for m in scene.matches(GIVEN_FOR):
        kind = kind_of(m.group("what"))
        guests = group(scene, m.group("who"))
        if kind is None or not guests:
            continue
        draft = new_draft(scene, kind, GIVEN_FOR, words_of(m.group("what")), m.start(), m.end("what"))
        draft.add(subject(scene, m.start()), Role.PRINCIPAL, HOST.name, draft.trigger)
        draft.add(guests, Role.PRINCIPAL, f"role-{GIVEN_FOR.name}", draft.trigger)
        found.append(settle(draft, scene, story, m.start(), m.end("what")))
    return found


def hosts(scene: Scene, story: Story) -> list[Draft]:
    """ "The dinner was hosted by ...": the host of the dinner told before, and where it was."""
    found: list[Draft] = []
    for m in scene.matches(HOST):
        earlier = story.called(m.group("what").casefold().split()[-1])
        if earlier is None:
            found += _hosted(scene, story, m)
            continue
        earlier.add(group(scene, m.group("who")), Role.PRINCIPAL, HOST.name, role_words(scene, m))
        place = choose_place(scene, story, m.end("what"))
        if place and place is not story.city:
            earlier.place = place
    return found


def _occasion(scene: Scene, rule: Rule, m: re.Match[str] | None) -> Draft | None:
    """The occasion that a match of a rule names as ``what``; None where these words say no kind of occasion."""
    kind = kind_of(m["what"]) if m else None
    return new_draft(scene, kind, rule, words_of(m["what"]), *m.span("what")) if m and kind else None


def _hosted(scene: Scene, story: Story, m: re.Match[str]) -> list[Draft]:
    """The dinner that a sentence about it tells for the first time: "The dinner, hosted by Mr Brekke, was attended"."""
    draft = _occasion(scene, HOST, m)
    if draft is None or scene.text[: m.start()].strip():
        return []
    draft.add(group(scene, m.group("who")), Role.PRINCIPAL, HOST.name, role_words(scene, m))
    return [settle(draft, scene, story, *m.span("what"))]


def at_which(scene: Scene, story: Story) -> list[Draft]:
    """ "The day ended with a reception organised by the office, at which Ms Lam-Drury and Mr Shum spoke"."""
    m = scene.match(AT_WHICH)
    draft = _occasion(scene, AT_WHICH, m)
    if m is None or draft is None:
        return []
    is_host = m.group("verb").startswith(("off", "pre", "han"))
    who, said = group(scene, m.group("who")), scene.extent(m.end("who") + 1, m.end())
    draft.add(who, Role.PRINCIPAL if is_host else Role.SPEAKER, "role-presenter" if is_host else "role-speaker", said)
    if m["with"]:
        draft.add(group(scene, m["with"]), Role.ATTENDEE, f"role-{AT_WHICH.name}", said)
    return [settle(draft, scene, story, *m.span("what"))]


def joined_at(scene: Scene, story: Story) -> list[Draft]:
    """ "joined the Mayor, Ms Sham, at the ribbon-cutting ceremony": both were there."""
    m = scene.match(JOINED_AT)
    draft = _occasion(scene, JOINED_AT, m)
    if m is None or draft is None or negated(scene, m.start("verb")):
        return []
    for who in filter(None, (m["who"], m["other"])):
        draft.add(group(scene, who), Role.ATTENDEE, f"role-{JOINED_AT.name}", scene.extent(*m.span("verb")))
    return [settle(draft, scene, story, *m.span("what"))]


def passive(scene: Scene, story: Story) -> list[Draft]:
    """ "A separate legal seminar was moderated by ..."."""
    m = scene.match(PASSIVE_HOST)
    kind = kind_of(m.group("what")) if m else None
    if m is None or kind is None:
        return []
    is_told = scene.text.endswith(_THE, 0, m.start("what")) and m["what"][:1].islower()
    if is_told and not scene.whens and story.called(m["what"].casefold()) is None:
        return []
    if m["verb"].endswith(_GIVEN) and kind_of(m["what"].split()[-1]) is None:
        return []  # "a reception desk was held by"
    start, end = m.start("what"), m.end("verb")
    draft = new_draft(scene, kind, PASSIVE_HOST, words_of(m.group("what")), start, end)
    role = Role.ATTENDEE if "moderated" in m.group("verb") else Role.PRINCIPAL
    earlier = story.called(m["what"].casefold()) if scene.text.endswith(_THE, 0, start) else None
    if earlier is not None:  # "The dialogue was chaired by ...": told before
        earlier.add(group(scene, m["who"]), role, HOST.name, draft.trigger)
        return []
    draft.add(group(scene, m.group("who")), role, HOST.name, draft.trigger)
    return [settle(draft, scene, story, start, end)]


_A_NEW: Final = ("At a ", "At an ", "During a ")


def at_start(scene: Scene, story: Story) -> list[Draft]:
    """ "At the opening session of the Forum, the Director, Ms Mok-Tan, welcomed over 200 film-makers"."""
    m = scene.match(AT_START)
    draft = _occasion(scene, AT_START, m)
    if m is None or draft is None or draft.kind is Kind.MEETING:
        return []
    who = group(scene, m.group("who"))
    role, named = (Role.PRINCIPAL, "role-presenter") if m["gives"] else (Role.SPEAKER, "role-speaker")
    role, named = (Role.ATTENDEE, f"role-{AT_START.name}") if m["there"] else (role, named)
    said = scene.extent(m.start(), m.end("what"))
    if m["host"]:
        draft.add(group(scene, m["host"]), Role.PRINCIPAL, "role-host", said)
    is_new = m["host"] and scene.text.startswith(_A_NEW)
    told = () if is_new else reversed(story.drafts)
    earlier = next((d for d in told if d.kind is draft.kind and draft.words & d.words), None)
    if earlier is not None:
        earlier.add(who, role, named, said)
        return []
    draft.add(who, role, named, said)
    return [settle(draft, scene, story, *m.span("what"))]


def featured(scene: Scene, story: Story) -> list[Draft]:
    """ "The seminar heard speeches from Mr Lau and Ms Sham", "featured Mr Lau as a speaker"."""
    m = scene.match(FEATURED)
    draft = _occasion(scene, FEATURED, m)
    if m is None or draft is None or not (m["heard"] or m["as"]):
        return []
    draft.add(group(scene, m["who"]), Role.SPEAKER, f"role-{FEATURED.name}", scene.extent(m.end("what"), m.end()))
    return [settle(draft, scene, story, *m.span("what"))]


def postponed(scene: Scene, story: Story) -> list[Draft]:
    """ "The Lecture by General Haidar, originally scheduled for tomorrow, has been postponed to October 20"."""
    m = scene.match(POSTPONED)
    draft = _occasion(scene, POSTPONED, m)
    if m is None or draft is None:
        return []
    draft.status = Status.SCHEDULED
    draft.add(group(scene, m.group("who")), Role.SPEAKER, "role-speaker", draft.trigger)
    draft.when = scene.whens[int(m.group("to"))]
    draft.place = choose_place(scene, story, m.end("what"))
    return [draft]
