"""Meetings: who met, called on, received, talked with whom. Each rule is a pattern over a masked sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.en.scene import Ref, Scene, pattern
from kg.extract.en.settle import settle, trigger
from kg.extract.en.story import Draft, Story, group, subject
from kg.model import Kind, Role, Status

ADV: Final = r"(?:(?:also|then|later|first|last|again|further|both|together|in turn|up|[a-z]+ly|<D>|,) ?)*"
LED: Final = (
    r"(?:[^.;:\ue000]{0,110}?(?:led|headed) by |[^.;:\ue000]{0,110}?,? (?:namely|including) |the visiting |visiting )?"
)


@dataclass(frozen=True, slots=True)
class MeetingRule:
    """A pattern with ``<P:other>``; the subject is found left of it unless ``<P:one>`` names it."""

    name: str
    regex: re.Pattern[str]
    example: str


def _rule(name: str, source: str, example: str) -> MeetingRule:
    return MeetingRule(name, pattern(source.replace("{ADV}", ADV).replace("{LED}", LED)), example)


RULES: Final = (
    _rule("meeting-call-of", r"<P:one>['’]s (?:courtesy )?(?:call on|meeting with) {ADV}{LED}<P:other>",
          "General Haidar's courtesy call on the Archbishop of Hong Kong, the Most Reverend Barnabas Kwan"),
    _rule("meeting-received", r"\breceiv(?:ed|es|e|ing) {ADV}(?:an? )?(?:(?:courtesy )?(?:call|visit)s? (?:by|from|of) )?{LED}<P:other>",
          "Ms Fong received a courtesy call by the President of the Law Society of Singapore, Mr Tan Wee Liang"),
    _rule("meeting-courtesy-call", r"\b(?:paid|pays?|paying|made|makes?) {ADV}(?:an? |his |her )?(?:\w+ )?(?:courtesy )?(?:calls?|visits?) (?:on|to) {ADV}{LED}<P:other>",
          "Ms Fong paid a courtesy call on Deputy Commissioner Mr Fei Yun"),
    _rule("meeting-called-on", r"\bcall(?:ed|s|ing)? {ADV}(?:up)?on {ADV}{LED}<P:other>",
          "he called on the President of the Alliance, Dr Reto von Salis"),
    _rule("meeting-had", r"\b(?:had|has|have|having|held|holds?|holding|attended|attends?|attend|hosted|hosts) {ADV}(?:an? |the |two |three |four |separate |his |her |series of )*"
          r"(?:[\w-]+ ){0,3}?(?P<noun>meetings?|talks?|lunch(?:eon)?s?|dinners?|breakfasts?|discussions?|exchanges?|dialogues?|tea) {ADV}(?:hosted by|with|given by|for) {ADV}{LED}<P:other>",
          "Mr Chan also held bilateral meetings with the Deputy Prime Minister of Cambodia, Mr Sun Chanthol"),
    _rule("meeting-met", r"\b(?:met|meets?|meeting) {ADV}(?:with )?{ADV}{LED}<P:other>",
          "The Chief Executive, Mr John Lee, met with the Minister, Ms Sun Meijun"),
    _rule("meeting-views", r"\bexchang(?:ed|es|e|ing) (?:views|ideas|opinions) {ADV}with {ADV}{LED}<P:other>",
          "Mr Mok exchanged views with the Governor of the Regional Bank, Mr François Delmas"),
    _rule("meeting-discussed", r"\bdiscuss(?:ed|es) [^.;\ue000]{3,120}? with {ADV}{LED}<P:other>",
          "Mr Chan discussed co-operation with the Minister of Finance, Mr Tan"),
)  # fmt: skip

_JOINT = pattern(
    r"<P:both>,? {ADV}(?P<verb>(?:had|held|hold|will hold|will have) (?:an? |their |\w+ )?(?:\w+ )?(?:meeting|talks|discussions))\b(?! with)".replace(
        "{ADV}", ADV
    )
)
_JOINT_MET = pattern(r"<P:both>,? {ADV}(?P<verb>met)\b(?= {ADV}(?:<D>|at |in |to |\.|on ))".replace("{ADV}", ADV))
_APART = re.compile(r"\b(?:separately|respectively|separate|in turn)\b")
_RECEPTION = re.compile(r"\b(?:gala|banquet|reception|welcome|cocktail|annual|spring|farewell)\b", re.IGNORECASE)
NEGATED = re.compile(
    r"\b(?:not|unable|cannot|could not|never|declined|was to have|were to have|had been invited|failed to|instead of|without|regret)\b"
)


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
            ones = group(scene, m.group("one")) if "one" in m.groupdict() else _subject(scene, m.start(), story)
            ones = [r for r in ones if r.person not in {o.person for o in others}]
            if not others or not ones:
                continue
            taken.append((m.start(), m.end()))
            found += _drafts(scene, story, rule, m, ones, others)
    for regex in (_JOINT, _JOINT_MET):
        for m in regex.finditer(scene.text, 0, limit):
            both = group(scene, m.group("both"))
            if len(both) > 1 and not any(a < m.end() and m.start() < b for a, b in taken):
                found.append(_draft(scene, story, "meeting-joint", m.start("verb"), m.end("verb"), both, []))
    return found


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
    end = _trigger_end(m)
    noun = m.groupdict().get("noun") or ""
    if noun and _RECEPTION.search(m.group()[: m.group().find(noun) + len(noun)]):
        return []  # a banquet is a Reception: left to the rules of gatherings
    around = scene.text[max(0, m.start() - 30) : m.end() + 40]
    if len(others) > 1 and (_APART.search(around) or noun == "meetings"):
        return [_draft(scene, story, rule.name, m.start(), end, ones, [o]) for o in others]
    return [_draft(scene, story, rule.name, m.start(), end, ones, others)]


def _trigger_end(m: re.Match[str]) -> int:
    return m.start("other") - 1


def _draft(scene: Scene, story: Story, rule: str, start: int, end: int, ones: list[Ref], others: list[Ref]) -> Draft:
    words = scene.text[start:end].strip()
    end = start + len(scene.text[start:end].rstrip())
    start += len(words) - len(words.lstrip("\ue0010123456789'’s "))
    draft = Draft(Kind.MEETING, Status.HELD, rule, trigger(scene, start, end), scene.span)
    sent = {r.person for r in story.delegation or _visitors(story)}
    lead = ones[:1] if len(ones) > 1 and {r.person for r in ones} == sent else ones
    draft.add(lead, Role.PRINCIPAL, "role-subject")
    draft.add([r for r in ones if r not in lead], Role.ATTENDEE, "role-delegation")
    draft.add(others, Role.PRINCIPAL, "role-object")
    draft.words = frozenset(
        {"meeting", "meetings", "call", *re.findall(r"lunch\w*|dinner|breakfast|talks?|discussions?", words)}
    )
    return settle(draft, scene, story, start, end)
