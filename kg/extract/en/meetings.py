"""Meetings: who met, called on, received, talked with whom."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from itertools import pairwise

from kg.extract.en.clauses import group, negated, subject
from kg.extract.en.meeting_rules import (
    ALSO,
    APART,
    AT_GATHERINGS,
    AT_THE,
    BANQUET,
    BETWEEN,
    BODIES,
    BODY_ACTS,
    BODY_FIRST,
    BY_DELEGATION,
    DELEGATION_ACTS,
    HOSTED_FOR,
    INCLUDING,
    JOINT,
    MEAL,
    MEETING_WORDS,
    MORE,
    OF_DAY,
    OFFICIALS,
    ONE_BODY,
    ONE_SIDED,
    PROGRAMME,
    RECEPTION,
    REFERS_BACK,
    RULES,
    UNNAMED,
    VISITED,
    WHERE,
)
from kg.extract.en.patterns import PEOPLE_OPEN, Rule, pattern
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.series import days_in_order
from kg.extract.en.settle import settle, topic_of
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role, Status

_ALSO_REACH = 6
_BODY_REACH = 120  # characters, more than any pattern takes from a body to its verb
_HE = pattern("(?:<P>|They) (?:also )?")
_ONE_OF = ("one ", "another ", "the other ")  # "had two meetings, one with Mr Ko and another with Mr Lau"
_MEETING: frozenset[str] = frozenset({"meeting", "meetings", "call"})


def meetings(scene: Scene, story: Story, limit: int) -> list[Draft]:
    """All meetings that a sentence states before position ``limit`` (where reported speech begins)."""
    found: list[Draft] = []
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        for m in scene.matches(rule, limit):
            if _is_taken(m, taken) or negated(scene, m.start()) or _has_not(scene, m):
                continue
            others = group(scene, m.group("other"))
            ones = _ones(scene, story, rule, m)
            ones = [ref for ref in ones if ref.person not in {other.person for other in others}]
            reach = max(0, m.start() - _BODY_REACH)
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
            for draft in drafts if is_open else ():
                draft.open_side = len(draft.parts)
            found += drafts
    for rule in JOINT:
        for m in scene.matches(rule, limit):
            both = group(scene, m.group("both"))
            if len(both) > 1 and not _is_taken(m, taken) and not _met_before(story, both):
                found.append(_draft(scene, story, rule, m.span("verb"), both, []))
    if not found:
        _goes_on(scene, story)
    return found or _open(scene, story, limit, taken)


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
    if PEOPLE_OPEN in scene.text[: m.start()] or m.start() > _BODY_REACH:
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


def _open(scene: Scene, story: Story, limit: int, taken: list[tuple[int, int]]) -> list[Draft]:
    """Meetings of which a side is still unnamed: they count if sentences that follow say who else was there."""
    found: list[Draft] = []
    for m in scene.matches(ONE_SIDED, limit):
        ones = _ones(scene, story, ONE_SIDED, m)
        if ones and not _is_taken(m, taken) and not negated(scene, m.start()):
            draft = _draft(scene, story, ONE_SIDED, m.span("verb"), ones, [])
            draft.open_side = len(draft.parts)
            found.append(draft)
    for rule in UNNAMED:
        for m in scene.matches(rule, limit):
            ones = _ones(scene, story, rule, m)
            if ones and not found and not _is_taken(m, taken) and not negated(scene, m.start()):
                found.append(_draft(scene, story, rule, m.span("verb"), ones, []))
    for rule in (BETWEEN, BODIES):
        for m in scene.matches(rule, limit):
            draft = _draft(scene, story, rule, m.span("verb"), [], [])
            draft.open_side = 1
            found.append(draft)
    return found


def _has_not(scene: Scene, m: re.Match[str]) -> bool:
    """ "has not had talks with": denied inside the match."""
    return bool(m.groupdict().get("noun")) and negated(scene, m.start("noun"))


def _met_too(scene: Scene, story: Story, m: re.Match[str], ones: list[Ref], others: list[Ref]) -> Draft | None:
    """The meeting told before which these attended: "The Chief Magistrate, Mr Sung, also met with Ms Whitlock"."""
    last = story.last(Kind.MEETING)
    if last is None or ALSO.search(scene.text, max(0, m.start() - _ALSO_REACH), m.end()) is None:
        return None
    principals, coming = set(last.people(Role.PRINCIPAL)), {ref.person for ref in ones}
    return last if {ref.person for ref in others} <= principals and not coming & set(last.parts) else None


def _is_taken(m: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    """Whether a rule before has read some of the same words; ``taken`` are in order, none over another."""
    before = bisect_left(taken, (m.end(),))
    return before > 0 and m.start() < taken[before - 1][1]


def _ones(scene: Scene, story: Story, rule: Rule, m: re.Match[str]) -> list[Ref]:
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
    before = max(0, m.start() - _BODY_REACH), m.start()
    if DELEGATION_ACTS.search(scene.text, *before):
        sent = story.delegation or _visitors(story) or story.leader
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


def _visitors(story: Story) -> list[Ref]:
    """Those who are on the visit told last, where they are several."""
    visit = story.last(Kind.VISIT)
    return [part.refs[0] for part in visit.parts.values()] if visit and len(visit.parts) > 2 else []


def _drafts(
    scene: Scene, story: Story, rule: Rule, m: re.Match[str], ones: list[Ref], others: list[Ref]
) -> list[Draft]:
    """One meeting with all of the other side, or one with each where the words say so."""
    noun = m.groupdict().get("noun") or ""
    party = RECEPTION if MEAL.match(noun) else BANQUET
    if noun and party.search(m.group()[: m.group().find(noun) + len(noun)]):
        return []
    around = scene.text[max(0, m.start() - 30) : m.end() + 40]
    left = max(0, m.start("other") - _BODY_REACH), m.start("other") - 1
    one_body = ONE_BODY.search(scene.text, *left)
    apart = (APART.search(around) and not one_body) or noun == "meetings" or rule.name == "meeting-those-with"
    apart = apart or any(" then " in gap for gap in _gaps(story, others))
    apart = apart or (OFFICIALS.search(scene.text, *left) and _is_list(story, others))
    each_in_office = rule.name == "meeting-called-on" and all(other.posts for other in others)
    if len(others) > 1 and (apart or each_in_office):
        drafts = [_draft(scene, story, rule, _trigger(m), ones, [other]) for other in others]
        days_in_order(drafts, scene, m.end())
        return drafts
    return [_draft(scene, story, rule, _trigger(m), ones, others)]


def _is_list(story: Story, others: list[Ref]) -> bool:
    """Whether semicolons stand between the people."""
    return all(";" in gap for gap in _gaps(story, others))


def _gaps(story: Story, others: list[Ref]) -> list[str]:
    """What stands between people."""
    return [story.text[one.span.end : other.span.start] for one, other in pairwise(others)]


def _trigger(m: re.Match[str]) -> tuple[int, int]:
    """Where the words of the verb are: before the other side, or behind ("whose Dean, Ms Rahmat, hosted a lunch")."""
    if m.start("other") - 1 > m.start():
        return m.start(), m.start("other") - 1
    return m.end("other") + 1, m.end()


def _draft(scene: Scene, story: Story, rule: Rule, words: tuple[int, int], ones: list[Ref], others: list[Ref]) -> Draft:
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
    draft.by_delegation = BY_DELEGATION.search(scene.text, max(0, start - _BODY_REACH), start) is not None
    draft.add(lead, Role.PRINCIPAL, "role-subject", trigger)
    draft.add([ref for ref in ones if ref not in lead], Role.ATTENDEE, "role-delegation", trigger)
    draft.add(others, Role.PRINCIPAL, "role-object", trigger)
    draft.words = _MEETING.union(MEETING_WORDS.findall(verb))
    settle(draft, scene, story, start, end)
    if its_day and draft.place and draft.place.evidence.span.start >= trigger.end:
        draft.place = story.city  # that of the main clause is where they were on another day
    return draft
