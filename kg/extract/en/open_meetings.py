"""Meetings of which a side has no name: with officials of a ministry, with a body, or of one body with another."""

from __future__ import annotations

import re

from kg.extract.en.clauses import describes, group, negated
from kg.extract.en.journey_rules import BODY
from kg.extract.en.meeting_parts import acting, is_taken, meeting_draft
from kg.extract.en.occasions import kind_of
from kg.extract.en.open_meeting_rules import (
    ABBREVIATION,
    AN_ORGAN,
    AT_IT,
    AT_MEAL,
    BETWEEN,
    BODIES,
    CALLED_ON,
    CERTAIN,
    HEAD,
    ITS_HEAD,
    NEXT_BODY,
    ONE_SIDED,
    PURPOSE,
    UNNAMED,
    WAS_HELD,
)
from kg.extract.en.patterns import Rule
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.story import Draft, Story
from kg.model import Role

_ITS = ("its ", "their ")  # of the body that somebody dined with: "thanked its founder, Dr Vance"
_REACH = 160  # characters left of a verb of meeting in which one of going is looked for


def open_meetings(scene: Scene, story: Story, limit: int, taken: list[tuple[int, int]]) -> list[Draft]:
    """The meetings that a sentence states before ``limit``, in which the other side has no name.

    With certain people or a body they count as they are, else if sentences that follow say who else was there.
    ``taken`` are the words that other rules have read.
    """
    found: list[Draft] = []
    for rule in (*UNNAMED, *CALLED_ON):
        for m in scene.matches(rule, limit):
            start = m.start("verb")
            if found or is_taken(m, taken) or negated(scene, start) or not _is_certain(scene, m):
                continue
            if AT_IT.search(scene.text, max(0, start - _REACH), start):
                continue  # what was done at the meeting told before
            ones = acting(scene, story, rule, m)
            found += [_with_unnamed(scene, story, rule, m, ones, at) for at in _others(m)] if ones else []
    for m in scene.matches(AT_MEAL, limit) if not found else ():
        if _others(m):
            draft = _with_unnamed(scene, story, AT_MEAL, m, group(scene, m["one"]), m.span("bodies"))
            head = ITS_HEAD.match(scene.text, m.end())
            more = group(scene, head["more"]) if head else []
            of_it = [ref for ref in more if (head and head["its"]) or story.text.startswith(_ITS, ref.span.start)]
            draft.add(of_it, Role.PRINCIPAL, "role-object", draft.trigger)
            found.append(draft)
    for m in scene.matches(ONE_SIDED, limit):
        ones = acting(scene, story, ONE_SIDED, m)
        if ones and not found and not is_taken(m, taken) and not negated(scene, m.start()):
            draft = meeting_draft(scene, story, ONE_SIDED, m.span("verb"), ones, [])
            draft.open_side = len(draft.parts)
            found.append(draft)
    for rule in (BETWEEN, BODIES, WAS_HELD):
        for m in scene.matches(rule, limit) if not found else ():
            if rule is WAS_HELD and kind_of(m["what"].casefold()) is not None:
                continue  # the sitting of a council, or of ministers
            draft = meeting_draft(scene, story, rule, m.span("verb"), [], [])
            draft.open_side, draft.stands = 1, True
            found.append(draft)
    return found


def _with_unnamed(
    scene: Scene, story: Story, rule: Rule, m: re.Match[str], ones: list[Ref], at: tuple[int, int]
) -> Draft:
    """The meeting of ``ones`` with those named at ``at``, whose name is not the place of it."""
    draft = meeting_draft(scene, story, rule, m.span("verb"), ones, [])
    draft.open_side, draft.stands = len(draft.parts), True
    others = scene.extent(*at)
    at_place = draft.place.evidence.span.start if draft.place else -1
    if others.start <= at_place < others.end and not story.text.endswith((" in ", " in the "), 0, at_place):
        draft.place = story.city
    return draft


def _others(m: re.Match[str]) -> list[tuple[int, int]]:
    """Where those are named whom a match meets: in one occasion, or body by body."""
    if "bodies" in m.groupdict():
        return _bodies(m)
    return [m.span("whom")] if "whom" in m.groupdict() else [(m.end("verb"), m.end("verb"))]


def _is_certain(scene: Scene, m: re.Match[str]) -> bool:
    """Whether the people without a name whom a match meets are certain ones, and not the aim of a journey."""
    groups = m.groupdict()
    if "whom" not in groups and "bodies" not in groups:
        return True
    start = m.start("verb")
    if describes(scene, start) or PURPOSE.search(scene.text, max(0, start - _REACH), start):
        return False
    return "bodies" in groups or CERTAIN.search(m["whom"]) is not None


def _bodies(m: re.Match[str]) -> list[tuple[int, int]]:
    """Where each of the bodies stands that a match names; none where no body is named.

    "and" and commas in the name of one ("the Ministry of Housing and Ports") do not part it: the next begins with an
    article, or with the noun of a body in its head, behind a whole one.
    """
    text, start, end = m.string, m.start("bodies"), m.end("bodies")
    found: list[tuple[int, int]] = []
    for cut in NEXT_BODY.finditer(text, start, end):
        behind = text[cut.end() : end]
        if _is_body(text[start : cut.start()]) and (behind.startswith("the ") or _is_body(behind)):
            found.append((start, cut.start()))
            start = cut.end()
    found.append((start, end))
    return found if all(_is_body(text[a:b]) or ABBREVIATION.fullmatch(text, a, b) for a, b in found) else []


def _is_body(words: str) -> bool:
    """Whether words name a body: the noun of one stands in their head."""
    head = HEAD.split(words, maxsplit=1)[0]
    return BODY.search(head) is not None or AN_ORGAN.search(head) is not None
