"""Reading a release sentence by sentence into events.

For each sentence: mask people and dates, cut off what is merely said, let the rules tell events, then the rules that
add people to what was told. The order of the rules is the order below; each event names the rule that told it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from kg.extract.en.actors import Actor
from kg.extract.en.appointments import Given, appointments
from kg.extract.en.attendance import attendance, listed_people
from kg.extract.en.coreference import gender
from kg.extract.en.dates import find_dates
from kg.extract.en.gatherings import gatherings, presentations
from kg.extract.en.introductions import introduction, vocative
from kg.extract.en.meeting_rules import ADV
from kg.extract.en.meetings import meetings
from kg.extract.en.scene import GROUP, Ref, Scene, pattern, scene
from kg.extract.en.segment import Block, BlockKind, Document, Voice
from kg.extract.en.story import Draft, Story, first_day, group, subject
from kg.extract.en.visits import arrival, delegation, trip_end, visits
from kg.model import Kind, Person, Place, Role, Span, Status, When

_PRONOUN: Final = re.compile(r"\b(?:He|She|he|she)\b(?!['’])")
_OBLIQUE: Final = re.compile(r"\b(?:by|with|of|from|for|to|on) (?:the )?$")
_FIRST: Final = re.compile(r"\bI\b(?!['’])")
_REPORT: Final = pattern(
    r"<P>,? {ADV}(?:has |had |have )?(?P<verb>said|says|noted|added|pointed out|remarked|told|recalled|mentioned|stressed|hoped|hopes|believed|believes|expressed"
    r"|thanked|explained|emphasised|highlighted|stated|reiterated|indicated|announced|described|commented|encouraged|called for|commended|praised|congratulated"
    r"|welcomed(?! (?:the )?guests)|introduced|updated|briefed|paid tribute)\b".replace("{ADV}", ADV)
)  # fmt: skip
_ABSENT: Final = pattern(
    r"<P:who>[^.;\ue000]{0,80}?\b(?:unable to|could not|cannot|will not|would not|did not|not (?:be )?(?:able to )?(?:take part|attend|join)|(?:his|her|their) apologies"
    r"|another engagement|was represented by|sent a (?:written |congratulatory )?(?:message|letter))"
)
_CALLED_OFF: Final = re.compile(r"\b(?:cancelled|canceled|called off|will not be held)\b")
_TRIGGERS: Final = re.compile(
    r"\b(?:[Mm]e(?:e)?t|call|receiv|attend|visit|tour|inspect|depart|leav|left|arriv|officiat|host|speak|spoke|deliver|sign|appoint|succe|sworn|elect|dinner|lunch|ceremony"
    r"|[Aa]ccompan|[Jj]oin|[Pp]resent|witness|exchang|will|[Gg]uests|[Oo]fficiating|return|conclu|resign|held|talks|panel|toast|[Aa]cting|redeploy)"
)


def tell(
    text: str,
    document: Document,
    actors: Sequence[Actor],
    people: Sequence[Person],
    issued: date,
    places: Callable[[Span], tuple[Place, ...]],
) -> tuple[Story, tuple[Given, ...]]:
    """Read all sentences; the story holds the events, beside it the posts given by verbs."""
    story = Story(issued, text, places=places)
    given: list[Given] = []
    starts = [a.span.start for a in actors]
    for block in document.blocks:
        if block.kind in (BlockKind.TITLE, BlockKind.NOTE, BlockKind.HEADER):
            continue
        for span in block.sentences:
            inside = actors[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            refs = [Ref(_known(a, people), a.span, a.posts) for a in inside if a.span.end <= span.end]
            refs = _with_pronouns(text, span, block, refs, story, people)
            if refs or _worth_reading(text, span, block, story):
                given += _sentence(text, document, block, span, refs, story, people)
    return story, tuple(given)


def _known(actor: Actor, people: Sequence[Person]) -> int:
    """The person of a name; -1 where it stays open or is a bare surname ("Mrs Lam") that may be anybody's."""
    return -1 if actor.person is None or " " not in people[actor.person].name else actor.person


def _worth_reading(text: str, span: Span, block: Block, story: Story) -> bool:
    """Sentences without people count only for what they say of time, place or an occasion to come."""
    if block.voice is not Voice.RELEASE:
        return False
    return text[span.end - 1] == ":" or _TRIGGERS.search(text, span.start, span.end) is not None


def _with_pronouns(
    text: str, span: Span, block: Block, refs: list[Ref], story: Story, people: Sequence[Person]
) -> list[Ref]:
    found = list(refs)
    if block.voice is Voice.SPEECH:
        if story.speaker is not None and refs:
            found += [Ref(story.speaker, Span(m.start(), m.end())) for m in _FIRST.finditer(text, span.start, span.end)]
    else:
        for m in _PRONOUN.finditer(text, span.start, span.end):
            before = [
                r for r in refs if r.span.end <= m.start() and not _OBLIQUE.search(text, span.start, r.span.start)
            ]
            who = _antecedent(m.group().casefold(), before or story.subject, people)
            if who is not None and not any(r.span.start <= m.start() < r.span.end for r in refs):
                found.append(Ref(who, Span(m.start(), m.end())))
    return sorted(found, key=lambda r: r.span)


def _antecedent(pronoun: str, before: Sequence[Ref], people: Sequence[Person]) -> int | None:
    """The first of ``before`` whom the pronoun can mean; None where there is none."""
    wanted = "m" if pronoun == "he" else "f"
    return next((r.person for r in before if r.person >= 0 and gender(people[r.person].title) in (wanted, None)), None)


def _limit(view: Scene, document: Document) -> int:
    """Where reported or quoted speech begins in a sentence: nothing behind it is stated by the release."""
    limit = len(view.text)
    if m := _REPORT.search(view.text):
        limit = min(limit, m.start("verb"))
    for quotation in document.quotations:
        if quotation.is_speech and quotation.span.start < view.span.end and view.span.start < quotation.span.end:
            limit = min(limit, view.masked(max(quotation.span.start, view.span.start)))
    return limit


def _sentence(
    text: str, document: Document, block: Block, span: Span, refs: list[Ref], story: Story, people: Sequence[Person]
) -> list[Given]:
    if story.venue is None and block.kind is BlockKind.PARAGRAPH:
        story.venue = _venue(text, span, refs, story)
    whens = find_dates(text, span.start, span.end, story.issued)
    view = scene(text, span, block.kind.value, refs, whens)
    limit = _limit(view, document)
    if block.kind is BlockKind.INTRODUCTION and (told := introduction(view, story)):
        _add(story, told, view)
    elif block.kind is BlockKind.VOCATIVE:
        vocative(view, story)
        return []
    elif block.voice in (Voice.QUESTION, Voice.REPLY):
        _turn(block, story, people)
        return appointments(view, story, limit)[1]
    elif story.open_list and listed_people(view, story):
        return []
    elif block.kind is BlockKind.CAPTION:
        _caption(view, story)
        return []
    elif block.voice is Voice.SPEECH:
        return _recalled(view, story, limit)
    drafts, given = appointments(view, story, limit)
    _add(
        story,
        [
            *_apart([*meetings(view, story, limit), *visits(view, story, limit), *gatherings(view, story, limit)]),
            *drafts,
        ],
        view,
    )
    delegation(view, story)
    arrival(view, story)
    attendance(view, story, limit)
    presentations(view, story)
    trip_end(view, story)
    _absent(view, story)
    if who := _main(view, story):
        story.subject = who
    return given


def _apart(drafts: Sequence[Draft]) -> list[Draft]:
    """The first reading of every trigger: what a later rule reads into the same words is dropped."""
    kept: list[Draft] = []
    for draft in drafts:
        if not any(
            (k.kind is not draft.kind and k.trigger.start < draft.trigger.end and draft.trigger.start < k.trigger.end)
            or (
                k.kind is draft.kind is Kind.VISIT
                and k.rule != draft.rule
                and k.trigger.start < draft.trigger.end
                and draft.trigger.start < k.trigger.end
            )
            for k in kept
        ):
            kept.append(draft)
    return kept


def _venue(text: str, span: Span, refs: Sequence[Ref], story: Story) -> Place | None:
    """The first venue the release names in its own words, for "the opening ceremony" told later."""
    for place in story.places(span):
        at = place.evidence.span
        if place.evidence.rule == "place-venue" and not any(r.span.start <= at.start < r.span.end for r in refs):
            return place
    _ = text
    return None


def _main(view: Scene, story: Story) -> list[Ref]:
    """Whom the next "he" or "she" can mean: the first group of the sentence that acts."""
    for m in GROUP.finditer(view.text):
        refs = subject(view, m.end(), story)
        if refs:
            return refs
    return []


def _add(story: Story, drafts: Sequence[Draft], view: Scene) -> None:
    called_off = _CALLED_OFF.search(view.text) is not None
    for draft in drafts:
        if called_off:
            draft.status = Status.CANCELLED
        kept = story.told(draft)
        if kept.trip and story.city is None:
            story.city = kept.place
        day = draft.when
        if kept is draft and draft.own_day and day and kept.status is Status.HELD and (one := _one_day(day)):
            story.day = one
    if not drafts and view.kind in {"paragraph", "introduction"} and story.day is None:
        story.day = next((w for w in view.whens if first_day(w) and _single(w)), None)
    _subvisits(story)


def _one_day(when: When) -> When | None:
    """The day of a When that has one only; a trip that ends today is told of today."""
    if when.start is None and when.end is not None:
        return When(when.end, None, when.evidence)
    return when if _single(when) else None


def _single(when: When) -> bool:
    return when.start is not None and when.start.day is not None and when.end in (None, when.start)


def _subvisits(story: Story) -> None:
    """What happens during a trip belongs to it."""
    trip = next((k for k, d in enumerate(story.drafts) if d.trip), None)
    if trip is None:
        return
    main = set(story.drafts[trip].parts)
    for draft in story.drafts[trip + 1 :]:
        if draft.parent is None and not draft.trip and main & set(draft.parts) and draft.status is not Status.RECALLED:
            draft.parent = trip


def _recalled(view: Scene, story: Story, limit: int) -> list[Given]:
    """In a speech only what the speaker did with somebody counts: "I last met Mr Lemoyne in France in June"."""
    told = [d for d in meetings(view, story, limit) if story.speaker in d.parts]
    told += [d for d in visits(view, story, limit) if story.speaker not in d.parts]
    for draft in told:
        draft.status = Status.RECALLED if draft.status is Status.HELD else draft.status
    _add(story, told, view)
    _, given = appointments(view, story, limit)
    drafts = _ if given else []
    _add(story, [d for d in drafts if story.speaker not in d.parts], view)
    return given


def _turn(block: Block, story: Story, people: Sequence[Person]) -> None:
    """Who has a turn of their own in a transcript ("Director of Marine: Thank you.") spoke at the occasion."""
    if block.speaker is None or not story.drafts or story.drafts[0].kind is not Kind.BRIEFING:
        return
    label = story.text[block.speaker.start : block.speaker.end].casefold()
    for person, part in story.drafts[0].parts.items():
        posts = {post.label.casefold() for ref in part.refs for post in ref.posts}
        surname = label.split()[-1]
        if label in posts or (surname in people[person].name.casefold().split() and not posts & {label}):
            part.role = Role.SPEAKER


def _caption(view: Scene, story: Story) -> None:
    """A photo shows who was there: at the meeting where it says so, else at the occasion that shares most of them."""
    told = meetings(view, story, len(view.text))
    who = [r for refs in view.groups for r in refs if r.person >= 0]
    people = {r.person for r in who}
    kinds = (Kind.MEETING,) if re.search(r"\bmeet", view.text) else tuple(k for k in Kind if k is not Kind.MEETING)
    shared = [d for d in story.drafts if d.kind in kinds and people & set(d.parts)]
    if shared:
        best = max(shared, key=lambda d: len(people & set(d.parts)))
        best.add(who, Role.ATTENDEE, "role-caption")
    else:
        _add(story, told, view)


def _absent(view: Scene, story: Story) -> None:
    """Who could not come, sent a message or was represented took part in nothing just told."""
    for m in _ABSENT.finditer(view.text):
        gone = {r.person for r in group(view, m.group("who"))}
        last = story.last()
        for draft in story.drafts:
            if draft is last or draft.sentence == view.span:
                for person in gone:
                    draft.parts.pop(person, None)
