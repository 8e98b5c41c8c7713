"""The first sentence of speeches, transcripts and Legislative Council replies: who speaks, where, when."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kg.extract.en.clauses import group, words
from kg.extract.en.event_places import choose_place
from kg.extract.en.introduction_rules import LEGCO, OWN, PRESS, SPEECH
from kg.extract.en.occasions import kind_of, words_of
from kg.extract.en.patterns import GROUP
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.settle import choose_date, settle
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role, Span, Status

_AT: Final = re.compile(
    r"\b(?:at|on|during|in|after|before|following"
    r"|for(?= the [^,.;:\ue000]{0,60}?(?i:ceremony|dinner|forum|conference|summit|reception|seminar)\b)) "
    r"(?:the |an? |today's )?"
    r"(?P<what>(?:[\"“][^\"”]{1,200}[\"”]|[^ \"“\ue000\ue002:]+(?::(?= [A-Z]))?"
    r"|(?! at the (?:meeting|luncheon|ceremony|forum)\b)[ \"“])+)"
)
_MEDIA: Final = re.compile(r"\b(?:media session|press conference|press briefing|media briefing|stand-up)\b")
_TRANSCRIPT: Final = re.compile(r"\btranscript\b(?!.*\b(?:speech|address|lecture|keynote|interview|message)\b)")
_TO_MEDIA: Final = re.compile(r"\b(?:media|press|reporters?|journalists?)\b")
_MEDIA_WORDS: Final = frozenset({"conference", "session", "briefing", "media"})
_SPOKEN_AT: Final = frozenset({Kind.BRIEFING, Kind.CEREMONY, Kind.CONFERENCE, Kind.RECEPTION})
_THERE: Final = ("at ", "on ", "during ", "in ", "for ")
_APART: Final = ("after ", "before ", "following ")
_AFTERWARDS: Final = re.compile(r" (?:after|before|following) ")
_REMARKS: Final = re.compile(r"\b(?:remarks|response|repl(?:y|ies))\b")
# The occasion stands before its own venue and organiser: "at the Summit at the Convention Centre".
_VENUE: Final = re.compile(r" (?:jointly |co-)?(?:organised|hosted|held|presented) |, | at the | in the ")


def introduction(scene: Scene, story: Story) -> list[Draft]:
    """The occasion that an introduction names, with its speakers."""
    for read in _READERS:
        draft = read(scene, story)
        if draft is not None:
            return [] if _told_before(draft, story) else [draft]
    return []


def _told_before(draft: Draft, story: Story) -> bool:
    """ "Mr Lau held a press conference today. Following are the opening remarks by Mr Lau:" is one occasion."""
    last = story.last()
    if draft.kind is not Kind.SPEECH or draft.phrase or last is None or last.kind not in _SPOKEN_AT:
        return False
    speakers = draft.parts
    if not speakers.keys() <= last.parts.keys() or not _in_paragraph_of(last, story, draft.sentence):
        return False
    for part in speakers.values():
        for said in part.words:
            last.add(part.refs, Role.SPEAKER, said.rule, said.span, over=True)
    return True


def _in_paragraph_of(last: Draft, story: Story, sentence: Span) -> bool:
    """Whether a sentence goes on with the paragraph that told an event."""
    return "\n" not in story.text[last.sentence.end : sentence.start]


def vocative(scene: Scene, story: Story) -> None:
    """The people addressed in the first line of a speech, glossed by name in brackets, are there."""
    if story.drafts and story.speech:
        for refs in scene.groups:
            present = [ref for ref in refs if ref.person >= 0]
            story.drafts[0].add(present, Role.ATTENDEE, "role-addressed", None)


def _legco(scene: Scene, story: Story) -> Draft | None:
    """ "a question by the Hon Ken Wong and a reply by the Secretary for Education, ..., in the Legislative Council"."""
    m = scene.match(LEGCO)
    if m is None:
        return None
    draft = Draft(Kind.CONFERENCE, Status.HELD, LEGCO.name, scene.extent(*m.span()), scene.span)
    draft.words = frozenset({"meeting", "council"})
    asker = m.start("asker") - 1
    draft.add(group(scene, m.group("asker")), Role.SPEAKER, "role-question", words(scene, m.start(), asker))
    for replier in filter(m.group, ("replier", "answerer")):
        said = words(scene, m.end("asker") + 1, m.start(replier) - 1)
        draft.add(group(scene, m.group(replier)), Role.SPEAKER, "role-reply", said)
    _speaks(story, draft)
    return settle(draft, scene, story, m.start(), m.end() - len("in the Legislative Council"))


def _press(scene: Scene, story: Story) -> Draft | None:
    """ "a media session by the Chief Executive, Mr John Lee"."""
    m = scene.match(PRESS)
    if m is None:
        return None
    return _briefing(scene, story, m, m.span("what"))


def _spoken_there(scene: Scene, at: int) -> bool:
    """Whether what was spoken was no answer to the media: "at the forum", not "to the media", "after the forum"."""
    if _TO_MEDIA.search(scene.text):
        return False
    return any(
        _occasion(where.group("what")) and where.group().startswith(_THERE) for where in _AT.finditer(scene.text, at)
    )


def _briefing(scene: Scene, story: Story, m: re.Match[str], media: tuple[int, int]) -> Draft:
    """ "the opening remarks by Mr Tam, and the transcript of the media session held at the Harbour Hall"."""
    said = words(scene, m.start(), m.start("who") - 1)
    return _before_media(scene, story, PRESS.name, media, group(scene, m["who"]), said)


def _before_media(
    scene: Scene, story: Story, rule: str, media: tuple[int, int], who: list[Ref], said: Span | None
) -> Draft:
    """A briefing that the words at ``media`` tell, at which these spoke, as ``said`` says."""
    draft = Draft(Kind.BRIEFING, Status.HELD, rule, scene.extent(*media), scene.span, words=_MEDIA_WORDS)
    draft.add(who, Role.SPEAKER, "role-speaker", said)
    _speaks(story, draft)
    return settle(draft, scene, story, *media)


def _speech(scene: Scene, story: Story) -> Draft | None:
    """ "Following is the speech by the Chief Executive, Mrs Carrie Lam, at the WKCD Authority reception today"."""
    m = scene.match(SPEECH)
    if m is None:
        return None
    media = _MEDIA.search(scene.text, m.start())
    if media and not GROUP.search(scene.text, m.end(), media.start()):
        return _briefing(scene, story, m, media.span())
    if _TRANSCRIPT.search(m.group("what")) and not _spoken_there(scene, m.end()):
        return _briefing(scene, story, m, m.span("what"))
    places = list(_AT.finditer(scene.text, m.end()))
    where = next((at for at in places if _occasion(at.group("what"))), places[0] if places else None)
    is_apart = where and not _occasion(where["what"]) and _AFTERWARDS.search(where["what"])
    if where and _REMARKS.search(m["what"]) and (is_apart or where.group().startswith(_APART)):
        return _briefing(scene, story, m, m.span("what"))
    phrase = where.group("what").strip() if where else ""
    kind = _occasion(phrase) or (Kind.BRIEFING if kind_of(m.group("what")) is Kind.BRIEFING else Kind.SPEECH)
    start, end = where.span("what") if where else m.span("what")
    end = start + len(scene.text[start:end].rstrip(" ,"))
    draft = Draft(kind, Status.HELD, SPEECH.name, scene.extent(start, end), scene.span)
    draft.words = words_of(phrase) | {"event", "occasion"}
    said = words(scene, m.start("what"), m.start("who") - 1)
    draft.add(group(scene, m.group("who")), Role.SPEAKER, "role-speaker", said)
    draft.phrase = draft.trigger if where else None
    draft.when = choose_date(scene, start) if where else None
    _speaks(story, draft)
    settle(draft, scene, story, start, m.end())
    if where and draft.place is None:  # not behind what the speech was about: "on the budget at the meeting of"
        draft.place = choose_place(scene, story, start, draft.phrase)
    return draft


def _own(scene: Scene, story: Story) -> Draft | None:
    """ "Mr Lau visited the hospital. Following is the transcript of his remarks to the media": of whom it told."""
    m = scene.match(OWN)
    if m and _speak_at_last(scene, story, m):
        return None
    media = (_MEDIA.search(scene.text) or _TO_MEDIA.search(scene.text) or _TRANSCRIPT.search(m["what"])) if m else None
    if m is None or media is None or not story.subject:
        return None
    return _before_media(scene, story, OWN.name, m.span("what"), story.subject, scene.extent(*m.span("what")))


def _speak_at_last(scene: Scene, story: Story, m: re.Match[str]) -> bool:
    """ "Mr Lau met the media. Following are his remarks": whether they were made at the occasion told before."""
    last = story.last()
    if last is None or last.kind not in _SPOKEN_AT:
        return False
    if _in_paragraph_of(last, story, scene.span):
        there = [ref for ref in story.subject if ref.person in last.parts]
        last.add(there, Role.SPEAKER, "role-speaker", scene.extent(*m.span("what")), over=True)
    return True


def _occasion(phrase: str) -> Kind | None:
    """The kind of the occasion behind "at"."""
    return kind_of(_VENUE.split(phrase)[0]) or kind_of(phrase)


def _speaks(story: Story, draft: Draft) -> None:
    """Whom "I" means in the speech that follows, where one person speaks."""
    speakers = draft.people(Role.SPEAKER)
    story.speech = len(speakers) == 1
    story.speaker = speakers[0] if story.speech else None


_READERS: Final[tuple[Callable[[Scene, Story], Draft | None], ...]] = (_legco, _press, _speech, _own)
"""In order of trial; the first that reads the sentence decides."""
