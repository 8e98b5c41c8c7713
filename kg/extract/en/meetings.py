"""Meetings: who met, called on, received, talked with whom."""

from __future__ import annotations

import re
from bisect import insort
from itertools import pairwise
from typing import Final

from kg.extract.en.clauses import group, negated
from kg.extract.en.joint_meeting_rules import JOINT
from kg.extract.en.meeting_parts import BODY_REACH, acting, is_taken, meeting_draft
from kg.extract.en.meeting_rules import MORE, RULES
from kg.extract.en.meeting_words import (
    ALSO,
    APART,
    ASIDE,
    AT_GATHERINGS,
    AT_THE,
    BANQUET,
    BODY_ACTS,
    GAPPED,
    HEADS_A_BODY,
    INCLUDING,
    MEAL,
    OFFICIALS,
    ON_ITS_OWN,
    ONE_BODY,
    RECEPTION,
)
from kg.extract.en.open_meeting_rules import A_BODY, BODY_FIRST
from kg.extract.en.open_meetings import open_meetings
from kg.extract.en.patterns import PEOPLE_OPEN, Rule, pattern
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.series import days_in_order
from kg.extract.en.story import Draft, Story
from kg.extract.en.topics import topic_of
from kg.model import Kind, Role

_MET = "meeting-met"
_ALSO_REACH = 6
_SEVERAL_BODIES = 3
_OWNS = ("'s ", "’s ")
_NEXT = re.compile(r" (?:then|later|subsequently) ")

_GUESTS_REACH: Final = 240  # characters, more than any match of the next
_GUESTS: Final = pattern(
    r"\bguests\b[^.;\ue000]{0,80}?(?:including|among them|such as) <P>,? (?:[^.;,\ue000]{0,60}, )?$"
)


def meetings(scene: Scene, story: Story, limit: int) -> list[Draft]:
    """All meetings that a sentence states before position ``limit`` (where reported speech begins)."""
    found: list[Draft] = []
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        for m in scene.matches(rule, limit):
            if is_taken(m, taken) or negated(scene, m.start()) or _has_not(scene, m) or _is_owned(scene, m):
                continue
            if _GUESTS.search(scene.text, max(0, m.start() - _GUESTS_REACH), m.start()):
                continue  # "Over 200 guests, among them Mr Lo, attended the dinner hosted by Ms Wong": a reception
            others = group(scene, m.group("other"))
            ones = acting(scene, story, rule, m)
            ones = [ref for ref in ones if ref.person not in {other.person for other in others}]
            reach = max(0, m.start() - BODY_REACH)
            is_open = not ones and (BODY_ACTS.search(scene.text, reach, m.start()) or _body_first(scene, m)) is not None
            if not others or not (ones or is_open):
                continue
            insort(taken, m.span())
            if gathering := _at_gathering(scene, story, rule):
                gathering.add(others, Role.ATTENDEE, "role-discussed-there", scene.extent(*_trigger(m)))
                continue
            if earlier := _met_too(scene, story, m, ones, others):
                earlier.add(ones, Role.ATTENDEE, "role-met-too", scene.extent(*_trigger(m)))
                continue
            if more := INCLUDING.match(scene.text, m.end()):
                others = [*others, *group(scene, more.group("more"))]
            drafts = _drafts(scene, story, rule, m, ones, others)
            _not_in_office(scene, story, m, drafts)
            drafts += _gapped(scene, story, rule, m, ones)
            for draft in drafts if is_open else ():
                draft.open_side, draft.stands = len(draft.parts), A_BODY.search(scene.text, 0, m.start()) is not None
            found += drafts
    for rule in JOINT:
        for m in scene.matches(rule, limit):
            both = group(scene, m.group("both"))
            if len(both) > 1 and not is_taken(m, taken) and not _met_before(story, both):
                found.append(meeting_draft(scene, story, rule, m.span("verb"), both, []))
    if not found:
        _goes_on(scene, story)
    return found or open_meetings(scene, story, limit, taken)


def _at_gathering(scene: Scene, story: Story, rule: Rule) -> Draft | None:
    """The gathering told before at which people talk: "At the panel discussion, she discussed trade with Mr Lau"."""
    m = AT_THE.match(scene.text) if rule.name in AT_GATHERINGS else None
    return (story.called(m["noun"]) or story.last(Kind.CONFERENCE)) if m else None


def _met_before(story: Story, both: list[Ref]) -> bool:
    """Whether "They exchanged views" goes on with the meeting told last: its principals under one pronoun."""
    last = story.drafts[-1] if story.drafts else None
    is_pronoun = both[0].span == both[-1].span
    return last is not None and is_pronoun and {ref.person for ref in both} == set(last.people(Role.PRINCIPAL))


def _body_first(scene: Scene, m: re.Match[str]) -> re.Match[str] | None:
    """The body that acts, where nobody is named before the verb: "A delegation of the Legislative Council met"."""
    if PEOPLE_OPEN in scene.text[: m.start()] or m.start() > BODY_REACH:
        return None
    return BODY_FIRST.search(scene.text, 0, m.start())


def _not_in_office(scene: Scene, story: Story, m: re.Match[str], drafts: list[Draft]) -> None:
    """The place in the name of an unread office, "the Minister at the Harbour Office", is not where they met."""
    if m.groupdict().get("unread") is None:
        return
    office = scene.extent(*m.span("unread"))
    for draft in drafts:
        if draft.place and office.start <= draft.place.evidence.span.start < office.end:
            draft.place = story.city


def _goes_on(scene: Scene, story: Story) -> None:
    """ "Both sides exchanged views on border control": what the meeting told last was about."""
    m = scene.match(MORE)
    last = story.drafts[-1] if m and story.drafts else None
    if m is None or last is None or last.kind is not Kind.MEETING or last.topic:
        return
    if m.group("who") is None or {ref.person for ref in group(scene, m.group("who"))} <= set(last.parts):
        last.topic = topic_of(scene, m.start())


def _has_not(scene: Scene, m: re.Match[str]) -> bool:
    """ "has not had talks with": denied inside the match."""
    return bool(m.groupdict().get("noun")) and negated(scene, m.start("noun"))


def _is_owned(scene: Scene, m: re.Match[str]) -> bool:
    """ "met Mr Lau's requirements": what is met is something of somebody's."""
    return m.end() == m.end("other") + 1 and scene.text.startswith(_OWNS, m.end())


def _met_too(scene: Scene, story: Story, m: re.Match[str], ones: list[Ref], others: list[Ref]) -> Draft | None:
    """The meeting told before which these attended: "The Chief Magistrate, Mr Sung, also met with Ms Whitlock".

    Told in a paragraph of its own, it is a meeting of its own.
    """
    last = story.last(Kind.MEETING)
    if last is None or ALSO.search(scene.text, max(0, m.start() - _ALSO_REACH), m.end()) is None:
        return None
    if "\n" in story.text[last.sentence.end : scene.span.start]:
        return None
    principals, coming = set(last.people(Role.PRINCIPAL)), {ref.person for ref in ones}
    return last if {ref.person for ref in others} <= principals and not coming & set(last.parts) else None


def _drafts(
    scene: Scene, story: Story, rule: Rule, m: re.Match[str], ones: list[Ref], others: list[Ref]
) -> list[Draft]:
    """One meeting with all of the other side, or one with each where the words say so."""
    noun = m.groupdict().get("noun") or ""
    party = RECEPTION if MEAL.match(noun) else BANQUET
    if noun and party.search(m.group()[: m.group().find(noun) + len(noun)]):
        return []
    around = scene.text[max(0, m.start() - 30) : m.end() + 40]
    left = max(0, m.start("other") - BODY_REACH), m.start("other") - 1
    one_body = ONE_BODY.search(scene.text, *left)
    apart = (APART.search(around) and not one_body) or noun == "meetings" or rule.name == "meeting-those-with"
    apart = apart or any(_NEXT.search(gap) for gap in _gaps(story, others))
    apart = apart or (OFFICIALS.search(scene.text, *left) and _is_list(story, others))
    apart = apart or (rule.name == _MET and not one_body and (_are_of_many(others) or _head_bodies(story, others)))
    apart = apart or (ASIDE.search(m.group()) is not None and _is_list(story, others))
    calls = rule.name == "meeting-called-on" or (rule.name == "meeting-courtesy-call" and " calls " in m.group())
    each_in_office = calls and all(other.posts for other in others)
    if len(others) > 1 and (apart or each_in_office):
        drafts = [meeting_draft(scene, story, rule, _trigger(m), ones, [other]) for other in others]
        days_in_order(drafts, scene, m.end())
        return drafts
    return [meeting_draft(scene, story, rule, _trigger(m), ones, others)]


def _gapped(scene: Scene, story: Story, rule: Rule, m: re.Match[str], ones: list[Ref]) -> list[Draft]:
    """Meetings at other times under the same verb: "met Mr Ko on May 5 and Mr Lau on May 6"."""
    found: list[Draft] = []
    at = m.end() if m.end() == m.end("other") + 1 else len(scene.text)
    while (more := GAPPED.match(scene.text, at)) and (more["when"] or more["then"]):
        words = m.start(), more.start("more") - 1
        found.append(meeting_draft(scene, story, rule, words, ones, group(scene, more["more"])))
        at = more.end("more") + 1
    return found


def _are_of_many(others: list[Ref]) -> bool:
    """Whether people stand for bodies that do not meet anybody together: a society, a bar, a foreign mission.

    "met with the Attorney General, Mr Ko, the President of the Bar Association, Mr Lau, and the Consul General of
    Norland, Ms Mok": at most one of them holds another office.
    """
    bodies = [
        m["body"] or m["mission"] or m["state"] or m["realm"]
        for ref in others
        if ref.posts and (m := ON_ITS_OWN.search(ref.posts[-1].label))
    ]
    return len(bodies) >= len(others) - 1 and len(set(bodies)) == len(bodies) and all(ref.posts for ref in others)


def _head_bodies(story: Story, others: list[Ref]) -> bool:
    """Whether a list with semicolons names the heads of three bodies or more, as "the Chairman of Lotus Capital"."""
    labels = [ref.posts[-1].label for ref in others if ref.posts]
    bodies = {m["body"] for label in labels if (m := HEADS_A_BODY.fullmatch(label))}
    return len(bodies) >= _SEVERAL_BODIES and _is_list(story, others)


def _is_list(story: Story, others: list[Ref]) -> bool:
    """Whether semicolons stand between the people."""
    return all(";" in gap for gap in _gaps(story, others))


def _gaps(story: Story, others: list[Ref]) -> list[str]:
    """What stands between people."""
    return [story.text[one.span.end : other.span.start] for one, other in pairwise(others)]


def _trigger(m: re.Match[str]) -> tuple[int, int]:
    """Where the words of the verb are: before the other side, or behind ("whose Dean, Ms Rahmat, hosted a lunch")."""
    if m.start("other") - 1 > m.start():
        return m.start("verb") if "verb" in m.groupdict() else m.start(), m.start("other") - 1
    return m.end("other") + 1, m.end()
