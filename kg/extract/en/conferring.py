"""Occasions told by what is given, begun or said there, the takers or guests first."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.clauses import group, negated, subject
from kg.extract.en.conferring_rules import (
    BEGUN,
    BRIEFED_BY,
    GAVE,
    GIVEN,
    HANDED_TO,
    HEARD,
    JOINING,
    MANY_HEARD,
    MANY_JOINED,
    OPENED_WITH,
    RITE,
    STARTED,
    TAKEN_FROM,
    WELCOMED,
)
from kg.extract.en.occasions import kind_of, words_of
from kg.extract.en.openings import new_draft
from kg.extract.en.patterns import Rule
from kg.extract.en.scene import Scene
from kg.extract.en.settle import settle
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role

_CEREMONY: Final = frozenset({"ceremony", "presentation"})
# the words of an occasion behind the award: "presented prizes to the winners at the ceremony"
_ANY: Final = Kind.CEREMONY, Kind.CONFERENCE, Kind.RECEPTION
_NAMED: Final = re.compile(r"(?:[\w'’-]+ ){0,4}?[A-Z]")


def conferring(scene: Scene, story: Story) -> list[Draft]:
    """All that a sentence tells by what is given, begun or said at an occasion."""
    found: list[Draft] = []
    for step in (_gave, _given, _taken, _started, _begun, _rite, _briefed):
        found += step(scene, story)
    for rule, role in _TOLD:
        found += _at(scene, story, rule, role)
    return found


def _gave(scene: Scene, story: Story) -> list[Draft]:
    """ "today presented commendations to 30 citizens": a Ceremony, where none is named or was told before."""
    m = scene.match(GAVE)
    is_dated = bool(scene.whens) or story.day is not None
    if m is None or not is_dated or story.last(*_ANY) or negated(scene, m.start()):
        return []
    return _ceremony(scene, story, GAVE, m, _CEREMONY) if kind_of(scene.text[m.end() :]) is None else []


def _given(scene: Scene, story: Story) -> list[Draft]:
    """ "The awards were presented today by Mr Lau": a Ceremony, where none is named or was told before."""
    m = scene.match(GIVEN)
    mark, words = ("who", "verb") if m and m["who"] else ("giver", "taken")
    if m is None or negated(scene, m.start(words)) or kind_of(scene.text[m.end() :]) is not None:
        return []
    who, said = group(scene, m[mark]), scene.extent(*m.span(words))
    if earlier := story.last(*_ANY):
        earlier.add(who, Role.PRINCIPAL, f"role-{GIVEN.name}", said)
        return []
    if not scene.whens:
        return []
    draft = new_draft(scene, Kind.CEREMONY, GIVEN, _CEREMONY, *m.span(words))
    draft.add(who, Role.PRINCIPAL, f"role-{GIVEN.name}", said)
    return [settle(draft, scene, story, *m.span(words))]


def _taken(scene: Scene, story: Story) -> list[Draft]:
    """ "received awards from Mr Lau at a ceremony": who gave them, at the ceremony told before or a new one."""
    m = scene.match(TAKEN_FROM)
    if m is None or negated(scene, m.start()):
        return []
    who, said = group(scene, m["who"]), scene.extent(*m.span("verb"))
    kind = kind_of(m["what"]) if m["what"] else None
    earlier = _earlier(story, m["what"] or "", kind or Kind.CEREMONY)
    if earlier is not None:
        earlier.add(who, Role.PRINCIPAL, f"role-{TAKEN_FROM.name}", said)
        return []
    if kind is None and not scene.whens:
        return []
    words = words_of(m["what"]) if kind else _CEREMONY
    draft = new_draft(scene, kind or Kind.CEREMONY, TAKEN_FROM, words, *m.span("verb"))
    draft.add(who, Role.PRINCIPAL, f"role-{TAKEN_FROM.name}", said)
    return [settle(draft, scene, story, m.start("verb"), m.end("what") if kind else m.end())]


def _started(scene: Scene, story: Story) -> list[Draft]:
    """ "flagged off the Harbour Marathon", "fired the starting gun": a Ceremony."""
    m = scene.match(STARTED)
    if m is None or negated(scene, m.start()) or story.last(Kind.CEREMONY):
        return []
    return _ceremony(scene, story, STARTED, m, frozenset({"ceremony"}))


def _begun(scene: Scene, story: Story) -> list[Draft]:
    """ "today kicked off the Harbour Safety Month": a Ceremony, where none is named or was told before."""
    m = scene.match(BEGUN)
    if m is None or not scene.whens or kind_of(m["what"]) is not None or negated(scene, m.start()):
        return []
    if story.last(Kind.CEREMONY) or kind_of(scene.text[m.end() :]) is not None:
        return []
    return _ceremony(scene, story, BEGUN, m, frozenset({"ceremony", "launch"}))


def _rite(scene: Scene, story: Story) -> list[Draft]:
    """ "unveiled the plaque of the new hospital": a Ceremony, where none is named or was told before."""
    m = scene.match(RITE)
    if m is None or not scene.whens or story.last(Kind.CEREMONY) or negated(scene, m.start()):
        return []
    if kind_of(scene.text[m.end() :]) is not None:
        return []
    return _ceremony(scene, story, RITE, m, frozenset({"ceremony"}))


def _ceremony(scene: Scene, story: Story, rule: Rule, m: re.Match[str], words: frozenset[str]) -> list[Draft]:
    """The Ceremony at which the subject of a verb does what the verb says."""
    who = subject(scene, m.start())
    if not who:
        return []
    draft = new_draft(scene, Kind.CEREMONY, rule, words, *m.span("verb"))
    draft.add(who, Role.PRINCIPAL, f"role-{rule.name}", draft.trigger)
    return [settle(draft, scene, story, *m.span("verb"))]


def _briefed(scene: Scene, story: Story) -> list[Draft]:
    """ "announced at a press conference today by Mr Lau": a Briefing."""
    m = scene.match(BRIEFED_BY)
    if m is None or story.last(Kind.BRIEFING):
        return []
    draft = new_draft(scene, Kind.BRIEFING, BRIEFED_BY, words_of(m["what"]), m.start("what"), m.end("verb"))
    draft.add(group(scene, m["who"]), Role.PRINCIPAL, f"role-{BRIEFED_BY.name}", scene.extent(*m.span("verb")))
    return [settle(draft, scene, story, m.start("what"), m.end("verb"))]


def _at(scene: Scene, story: Story, rule: Rule, role: Role) -> list[Draft]:
    """The occasion named as ``what``, or the one told before that it means, with the people of a rule in ``role``."""
    m = scene.match(rule)
    kind = kind_of(m["what"]) if m else None
    if m is None or kind in (None, Kind.MEETING) or negated(scene, m.start("verb")):
        return []
    other = m.groupdict().get("other")
    who, said = [*group(scene, m["who"]), *(group(scene, other) if other else ())], scene.extent(*m.span("verb"))
    earlier = _earlier(story, m["what"], kind)
    if earlier is not None:
        earlier.add(who, role, f"role-{rule.name}", said)
        return []
    start, end = min(m.start("what"), m.start("verb")), max(m.end("what"), m.end("verb"))
    draft = new_draft(scene, kind, rule, words_of(m["what"]), start, end)
    draft.add(who, role, f"role-{rule.name}", said)
    return [settle(draft, scene, story, *m.span("what"))]


def _earlier(story: Story, what: str, kind: Kind) -> Draft | None:
    """The occasion told before that a phrase may mean: one of its words, or of its kind where it has no name."""
    words = words_of(what)
    same = (draft for draft in reversed(story.drafts) if draft.kind is kind)
    return next((draft for draft in same if draft.words & words or not _NAMED.match(what)), None)


_TOLD: Final[tuple[tuple[Rule, Role], ...]] = (
    (OPENED_WITH, Role.SPEAKER),
    (HEARD, Role.SPEAKER),
    (JOINING, Role.ATTENDEE),
    (HANDED_TO, Role.ATTENDEE),
    (WELCOMED, Role.PRINCIPAL),
    (MANY_JOINED, Role.ATTENDEE),
    (MANY_HEARD, Role.SPEAKER),
)
"""Rules that name an occasion, and the role of their people in it."""
