"""The parts of a meeting: who acts in its verb, and the draft that is made of the two sides."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from kg.extract.en.clauses import group, subject
from kg.extract.en.meeting_words import (
    BODY_ACTS,
    BY_DELEGATION,
    DELEGATION_ACTS,
    HOSTED_FOR,
    LEADS_DELEGATION,
    MEETING_WORDS,
    OF_DAY,
    PROGRAMME,
    REFERS_BACK,
    VISITED,
    WHERE,
)
from kg.extract.en.patterns import Rule, pattern
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.settle import settle
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role, Status

BODY_REACH: Final = 120
"""Characters, more than any pattern takes from a body to its verb."""
_HE: Final = pattern("(?:(?:On|Upon) (?:his |her |their )?arrival,? |There,? )?(?:<P>|They) (?:also )?")
_ONE_OF: Final = ("one ", "another ", "the other ")  # "had two meetings, one with Mr Ko and another with Mr Lau"
_MEETING: Final = frozenset({"meeting", "meetings", "call"})


def is_taken(m: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    """Whether a rule before has read some of the same words; ``taken`` are in order, none over another."""
    before = bisect_left(taken, (m.end(),))
    return before > 0 and m.start() < taken[before - 1][1]


def acting(scene: Scene, story: Story, rule: Rule, m: re.Match[str]) -> list[Ref]:
    """The side that acts: named by the pattern, the subject of the sentence before, or the subject of the verb."""
    if "one" in m.groupdict():
        return group(scene, m.group("one"))
    if rule.name in (HOSTED_FOR, PROGRAMME):
        return subject(scene, m.start()) or story.subject
    if rule.name in REFERS_BACK and m.group().startswith(_ONE_OF):
        return subject(scene, m.start()) or story.subject
    if rule.name in REFERS_BACK:
        return story.subject
    if rule.name == "meeting-received-by" and _is_on_site(scene, story, m.start()):
        return []  # "visited ..., where he was received by its Managing Director"
    before = max(0, m.start() - BODY_REACH), m.start()
    if DELEGATION_ACTS.search(scene.text, *before):
        if named := LEADS_DELEGATION.search(scene.text, 0, m.start()):
            return group(scene, named["with"] or named["lead"] or named["who"])
        sent = story.delegation or _visitors(story) or story.leader or _travelling(scene, story, m.start())
        named_later = BODY_ACTS.search(scene.text, *before) is not None
        return sent or ([] if named_later else subject(scene, m.start()) or story.subject)
    return subject(scene, m.start())


def _are_named(scene: Scene, people: list[Ref]) -> bool:
    """Whether each has a name in this sentence: "Mr Hon, Mr Tong and Mr Wong", not "They" or "the delegation"."""
    begins = {ref.span.start for ref in people}
    return len(begins) == len(people) and all(scene.span.start <= at < scene.span.end for at in begins)


def _is_on_site(scene: Scene, story: Story, before: int) -> bool:
    """Whether "where", or "he" of the next sentence, takes up the place of a visit told before."""
    last = story.last()
    if last and last.kind is Kind.VISIT and not last.trip and _HE.fullmatch(scene.text, 0, before):
        return {ref.person for ref in subject(scene, before)} <= set(last.people(Role.PRINCIPAL))
    where = WHERE.search(scene.text, 0, before)
    return where is not None and (VISITED.search(scene.text, 0, where.start()) or story.last(Kind.VISIT)) is not None


def _travelling(scene: Scene, story: Story, before: int) -> list[Ref]:
    """Those on the journey told last, where "the delegation" acts: "began her visit, leading a delegation"."""
    trip = story.trip() if "elegation" in scene.text[max(0, before - BODY_REACH) : before] else None
    return [trip.parts[person].refs[0] for person in trip.people(Role.PRINCIPAL)] if trip else []


def _visitors(story: Story) -> list[Ref]:
    """Those who are on the visit told last, where they are several."""
    visit = story.last(Kind.VISIT)
    return [part.refs[0] for part in visit.parts.values()] if visit and len(visit.parts) > 2 else []


def meeting_draft(
    scene: Scene, story: Story, rule: Rule, words: tuple[int, int], ones: list[Ref], others: list[Ref]
) -> Draft:
    """A meeting of ``ones``, who act, with ``others``, told by ``words`` of the masked sentence."""
    start, end = words
    verb = scene.text[start:end].strip()
    end = start + len(scene.text[start:end].rstrip())
    start += len(verb) - len(verb.lstrip("\ue0010123456789'’s "))
    trigger = scene.extent(start, end)
    draft = Draft(Kind.MEETING, Status.HELD, rule.name, trigger, scene.span)
    if its_day := OF_DAY.search(scene.text, start, end):
        draft.when = scene.whens[int(its_day.group("day"))]
    sent = {ref.person for ref in story.delegation or _visitors(story)}
    is_sent = len(ones) > 1 and {ref.person for ref in ones} == sent and not _are_named(scene, ones)
    lead = ones[:1] if is_sent else ones
    draft.by_delegation = BY_DELEGATION.search(scene.text, max(0, start - BODY_REACH), start) is not None
    draft.add(lead, Role.PRINCIPAL, "role-subject", trigger)
    draft.add([ref for ref in ones if ref not in lead], Role.ATTENDEE, "role-delegation", trigger)
    draft.add(others, Role.PRINCIPAL, "role-object", trigger)
    draft.words = _MEETING.union(MEETING_WORDS.findall(verb))
    settle(draft, scene, story, start, end)
    if its_day and draft.place and draft.place.evidence.span.start >= trigger.end:
        draft.place = story.city  # that of the main clause is where they were on another day
    return draft
