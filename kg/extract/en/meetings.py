"""Meetings: who met, called on, received, talked with whom. Each rule is a pattern over a masked sentence."""

from __future__ import annotations

import re
from kg.extract.en.meeting_rules import APART, JOINT, NEGATED, RECEPTION, RULES, MeetingRule
from kg.extract.en.scene import Ref, Scene, pattern
from kg.extract.en.settle import settle, trigger
from kg.extract.en.story import Draft, Story, group, subject
from kg.model import Kind, Role, Status

_INCLUDING = pattern(r"[^.;\ue000]{0,60}?,? including <P:more>")
_ONE_BODY = re.compile(r"(?:members|representatives|directorate|officials)[^.;]{0,60}including $")


def negated(scene: Scene, start: int) -> bool:
    """Whether the verb at ``start`` is denied in its own clause."""
    left = scene.text[max(0, start - 60) : start]
    left = left[max(left.rfind(". "), left.rfind("; "), left.rfind(", and "), left.rfind(", but ")) + 1 :]
    return NEGATED.search(left) is not None


def meetings(scene: Scene, story: Story, limit: int) -> list[Draft]:
    """All meetings that a sentence states before position ``limit`` (where reported speech begins)."""
    found: list[Draft] = []
    taken: list[tuple[int, int]] = []
    for rule in RULES:
        for m in rule.regex.finditer(scene.text, 0, limit):
            if any(a < m.end() and m.start() < b for a, b in taken) or negated(scene, m.start()):
                continue
            others = group(scene, m.group("other"))
            ones = _ones(scene, story, rule, m)
            ones = [r for r in ones if r.person not in {o.person for o in others}]
            if not others or not ones:
                continue
            taken.append((m.start(), m.end()))
            if more := _INCLUDING.match(scene.text, m.end()):
                others = [*others, *group(scene, more.group("more"))]
            found += _drafts(scene, story, rule, m, ones, others)
    for regex in JOINT:
        for m in regex.finditer(scene.text, 0, limit):
            both = group(scene, m.group("both"))
            if len(both) > 1 and not any(a < m.end() and m.start() < b for a, b in taken):
                found.append(_draft(scene, story, "meeting-joint", m.start("verb"), m.end("verb"), both, []))
    return found


def _ones(scene: Scene, story: Story, rule: MeetingRule, m: re.Match[str]) -> list[Ref]:
    """The side that acts: named by the pattern, the subject of the sentence before, or the subject of the verb."""
    if "one" in m.groupdict():
        return group(scene, m.group("one"))
    if rule.back:
        return story.subject
    if (
        rule.name == "meeting-received-by"
        and story.last(Kind.VISIT)
        and re.search(r"\bwhere\b", scene.text[: m.start()])
    ):
        return []  # "visited ..., where he was received by its Managing Director"
    return _subject(scene, m.start(), story)


def _subject(scene: Scene, at: int, story: Story) -> list[Ref]:
    if _leaderless(scene, at):
        return story.delegation or _visitors(story) or subject(scene, at, story) or story.subject
    return subject(scene, at, story)


def _visitors(story: Story) -> list[Ref]:
    """Those who are on the visit told last, where they are several."""
    visit = story.last(Kind.VISIT)
    return [part.refs[0] for part in visit.parts.values()] if visit and len(visit.parts) > 2 else []


def _leaderless(scene: Scene, at: int) -> bool:
    """Whether the verb has no subject of its own in the sentence: "During the visit, the delegation will meet ..."."""
    return bool(re.search(r"\b(?:[Tt]he delegation|[Tt]hey|[Mm]embers)\b[^.;]{0,40}$", scene.text[:at]))


def _drafts(
    scene: Scene, story: Story, rule: MeetingRule, m: re.Match[str], ones: list[Ref], others: list[Ref]
) -> list[Draft]:
    start, end = _trigger(m)
    noun = m.groupdict().get("noun") or ""
    if noun and RECEPTION.search(m.group()[: m.group().find(noun) + len(noun)]):
        return []  # a banquet is a Reception: left to the rules of gatherings
    around = scene.text[max(0, m.start() - 30) : m.end() + 40]
    one_body = _ONE_BODY.search(scene.text[: m.start("other") - 1])
    apart = (APART.search(around) and not one_body) or noun == "meetings" or rule.name == "meeting-those-with"
    if len(others) > 1 and (apart or (rule.name == "meeting-called-on" and all(o.posts for o in others))):
        return [_draft(scene, story, rule.name, start, end, ones, [o]) for o in others]
    return [_draft(scene, story, rule.name, start, end, ones, others)]


def _trigger(m: re.Match[str]) -> tuple[int, int]:
    """Where the words of the verb are: before the other side, or behind it ("whose Dean, Ms Rahmat, hosted a lunch")."""
    if m.start("other") - 1 > m.start():
        return m.start(), m.start("other") - 1
    return m.end("other") + 1, m.end()


def _draft(scene: Scene, story: Story, rule: str, start: int, end: int, ones: list[Ref], others: list[Ref]) -> Draft:
    words = scene.text[start:end].strip()
    end = start + len(scene.text[start:end].rstrip())
    start += len(words) - len(words.lstrip("\ue0010123456789'’s "))
    draft = Draft(Kind.MEETING, Status.HELD, rule, trigger(scene, start, end), scene.span)
    sent = {r.person for r in story.delegation or _visitors(story)}
    lead = ones[:1] if len(ones) > 1 and {r.person for r in ones} == sent else ones
    draft.by_delegation = re.search(r"\b(?:[Tt]he delegation|Members)\b[^.;]{0,60}$", scene.text[:start]) is not None
    draft.add(lead, Role.PRINCIPAL, "role-subject")
    draft.add([r for r in ones if r not in lead], Role.ATTENDEE, "role-delegation")
    draft.add(others, Role.PRINCIPAL, "role-object")
    draft.words = frozenset(
        {"meeting", "meetings", "call", *re.findall(r"lunch\w*|dinner|breakfast|talks?|discussions?", words)}
    )
    return settle(draft, scene, story, start, end)
