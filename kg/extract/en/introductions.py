"""The first sentence of speeches, transcripts and Legislative Council replies: who speaks, where, when."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.occasions import kind_of
from kg.extract.en.scene import Scene, pattern
from kg.extract.en.settle import settle, trigger
from kg.extract.en.story import Draft, Story, group
from kg.model import Kind, Role, Status

_LEGCO: Final = pattern(
    r"(?:questions?|motion|reply|replies|speech|remarks|statement|response)\b.{0,80}? by (?P<q><P:asker>)"
    r"(?:.{0,60}?\b(?:reply|replies|response|answers?) by (?P<r><P:replier>))?.{0,160}?\b[Ii]n the Legislative Council"
)
_SPEECH: Final = pattern(
    r"^(?:\W*)(?:Following|The following|Below) (?:is|are) (?:an? |the )?(?P<what>(?:[\w'’,-]+ ){0,6}?(?:speech|speeches|remarks|address|transcript|"
    r"welcome|statement|message|script|toast|excerpts?|text|points)\b[^\ue000]{0,90}?)(?:by|of|from|made by|given by|delivered by) (?P<p><P:who>)"
)
_AT: Final = re.compile(
    r"\b(?:at|on|during|in|after|before|following) (?:the |an? |today's )?(?P<what>(?:[\"“][^\"”]{1,200}[\"”]|[^\ue000\ue002:])+)"
)
_PRESS: Final = pattern(
    r"(?:transcript|remarks)\b.{0,80}?(?P<what>press conference|media session|press briefing|media briefing|stand-up (?:session|briefing)|joint press conference)"
    r" (?:held |given |hosted |conducted )?by (?P<p><P:who>)"
)
_VIDEO: Final = re.compile(r"\b(?:video message|message|written)\b")


def introduction(scene: Scene, story: Story) -> list[Draft]:
    """The occasion that an introduction names, with its speakers."""
    for rule in (_legco, _press, _speech):
        found = rule(scene, story)
        if found:
            return found
    return []


def _legco(scene: Scene, story: Story) -> list[Draft]:
    """ "a question by the Hon Ken Wong and a reply by the Secretary for Education, ..., in the Legislative Council"."""
    m = _LEGCO.search(scene.text)
    if m is None:
        return []
    at = scene.text.find("in the Legislative Council", m.start())
    draft = Draft(Kind.CONFERENCE, Status.HELD, "legco", trigger(scene, m.start(), m.end()), scene.span)
    draft.words = frozenset({"meeting", "council"})
    for mark, role in (("asker", "role-question"), ("replier", "role-reply")):
        if m.group(mark):
            draft.add(group(scene, m.group(mark)), Role.SPEAKER, role)
    _speaks(story, draft)
    return [settle(draft, scene, story, m.start(), max(at, 0))]


def _press(scene: Scene, story: Story) -> list[Draft]:
    m = _PRESS.search(scene.text)
    if m is None:
        return []
    draft = Draft(Kind.BRIEFING, Status.HELD, "press", trigger(scene, m.start("what"), m.end("what")), scene.span)
    draft.words = frozenset({"conference", "session", "briefing"})
    draft.add(group(scene, m.group("who")), Role.SPEAKER, "role-speaker")
    _speaks(story, draft)
    return [settle(draft, scene, story, m.start("what"), m.end("p"))]


def _speech(scene: Scene, story: Story) -> list[Draft]:
    """ "Following is the speech by the Chief Executive, Mrs Carrie Lam, at the WKCD Authority reception today"."""
    m = _SPEECH.search(scene.text)
    if m is None:
        return []
    who = group(scene, m.group("who"))
    where = _AT.search(scene.text, m.end())
    phrase = where.group("what").strip() if where else ""
    kind = _occasion(phrase) or (Kind.BRIEFING if kind_of(m.group("what")) is Kind.BRIEFING else None)
    start, end = (where.start("what"), where.end("what")) if where else (m.start("what"), m.end("what"))
    end = start + len(scene.text[start:end].rstrip(" ,"))
    draft = Draft(kind or Kind.SPEECH, Status.HELD, "speech", trigger(scene, start, end), scene.span)
    draft.words = frozenset(w for w in re.findall(r"[\w-]+", phrase.casefold()) if kind_of(w)) | {"event", "occasion"}
    draft.add(who, Role.SPEAKER, "role-speaker")
    draft.phrase = draft.trigger if where else None
    _speaks(story, draft)
    return [settle(draft, scene, story, start, m.end())]


def _occasion(phrase: str) -> Kind | None:
    """The kind of the occasion behind "at": before its own venue ("at the Summit at the Convention Centre")."""
    head = re.split(r" (?:jointly |co-)?(?:organised|hosted|held|presented) |, | at the | in the ", phrase)[0]
    return kind_of(head) or kind_of(phrase)


def _speaks(story: Story, draft: Draft) -> None:
    speakers = draft.people(Role.SPEAKER)
    story.speaker = speakers[0] if len(speakers) == 1 else None
    story.speech = len(speakers) == 1


def vocative(scene: Scene, story: Story) -> None:
    """The people addressed in the first line of a speech, glossed by name in brackets, are there."""
    if story.drafts and story.speech:
        for refs in scene.groups:
            story.drafts[0].add([r for r in refs if r.person >= 0], Role.ATTENDEE, "role-addressed")
