"""Reading a release sentence by sentence into events.

For each sentence: mask people and dates, cut off what is merely said, let the rules tell events, then the rules that
add people to what was told, then those that move the story on. Each kind of block has its reader.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence, Set
from datetime import date
from typing import Final

from kg.extract.en.actors import Actor
from kg.extract.en.appointments import appointments
from kg.extract.en.attendance import listed_people
from kg.extract.en.clause_rules import ABSENT, CALLED_OFF, FINITE, NOTING, REPORT, SETTING
from kg.extract.en.clauses import group, main_subject
from kg.extract.en.dates import find_dates
from kg.extract.en.introductions import introduction, vocative
from kg.extract.en.meetings import meetings
from kg.extract.en.names import PEERS
from kg.extract.en.offices import HEADS
from kg.extract.en.patterns import pattern
from kg.extract.en.posts_given import Given
from kg.extract.en.presence import present, venue_of_speech
from kg.extract.en.pronouns import with_pronouns
from kg.extract.en.recollections import recollections
from kg.extract.en.replies import said, told_in_reply, turn
from kg.extract.en.reported import without_report
from kg.extract.en.scene import Ref, Scene, scene
from kg.extract.en.segment import Block, BlockKind, Document, Voice
from kg.extract.en.story import Draft, Holder, Story, is_after
from kg.extract.en.triggers import telling
from kg.extract.en.turns import appointed, go_on, told
from kg.extract.en.visits import visits
from kg.model import Kind, Person, Place, Role, Span, Status, When

_UNREAD: Final = frozenset({BlockKind.TITLE, BlockKind.NOTE, BlockKind.HEADER})
_DATES_THE_STORY: Final = frozenset({BlockKind.PARAGRAPH.value, BlockKind.INTRODUCTION.value})
_DID: Final = re.compile(r"\ue001,? (?:\w+ )?(?:attended|visited|called|met|held|toured|joined|spoke)\b(?!.*\bsaid\b)")
_QUOTES: Final = pattern(r"<P:who>,? ?(?:said|stated|remarked|added)[,:]? ?[\"“]")
# "Following is the transcript of Mr Lam's remarks after the forum:", at the end of a paragraph
_FOLLOWING: Final = re.compile(r"(?:The following|Following|Below) (?:is|are) [^.]*:$")
# where or when somebody said what is quoted before
_SAID_SO: Final = re.compile(r"\b(?:at|in|during|when|while|after|before|upon|to) (?=[a-z])")
_PRIVATE: Final = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) (?:\d+-year-old )?(?:[a-z]+ )?(?:patient|victim|suspect|defendant|accused|deceased"
    r"|arrestee|offender|prisoner|man|woman|boy|girl|driver"
    r"|passenger|complainant|plaintiff|appellant|applicant|inmate),? $"
)
_PRIVATE_REACH: Final = 40
_CLOSES_SPEECH: Final = ",.!?"
_VERB_REACH: Final = 16  # characters, at least those of the longest verb of saying
_MEET: Final = re.compile(r"\bmeet")
# what a photo shows of a meeting without the word: "is received by", "calls on"
_CALLS: Final = frozenset({"meeting-received-by", "meeting-received", "meeting-called-on", "meeting-courtesy-call"})
_POSING: Final = pattern(r"(?:The )?(?:[Pp]hoto|[Pp]icture) shows? <P>,?(?: and [^.;\ue000]{3,80})?\.?$")
_CONCLUDES: Final = ("conclude", "complete", "ended", "wrapped up", "wound up", "rounded off")
_NOT_MEETING: Final = tuple(kind for kind in Kind if kind is not Kind.MEETING)


def tell(
    text: str,
    document: Document,
    actors: Sequence[Actor],
    people: Sequence[Person],
    issued: date,
    places: Callable[[Span], tuple[Place, ...]],
) -> tuple[Story, tuple[Given, ...]]:
    """Read all sentences; the story holds the events, beside it the posts given by verbs."""
    story = Story(issued, text, places)
    given: list[Given] = []
    full = {k for k, person in enumerate(people) if " " in person.name}
    full |= {actor.person for actor in actors if actor.person is not None and (actor.posts or _is_peer(actor))}
    full -= {actor.person for actor in actors if actor.person is not None and _is_private(text, actor)}
    everybody = set(range(len(people)))
    starts = [actor.span.start for actor in actors]
    triggers = telling(text)
    for block in document.blocks:
        first, last = bisect_left(starts, block.span.start), bisect_left(starts, block.span.end)
        if block.voice is Voice.SPEECH:
            venue_of_speech(block.span, story)
        if block.kind in _UNREAD or (first == last and block.voice is Voice.SPEECH):
            continue
        turn(block, story, people)
        known = everybody if block.kind is BlockKind.VOCATIVE else full
        for sentence in block.sentences:
            is_release = block.voice is Voice.RELEASE
            span = _behind_quotation(text, document, sentence) if is_release else said(block, sentence)
            inside = actors[bisect_left(starts, span.start, first) : bisect_left(starts, span.end, first)]
            refs = [Ref(_known(actor, known), actor.span, actor.posts) for actor in inside if _within(actor, span)]
            if block.voice is Voice.RELEASE:
                story.introduce(_introduced(inside))
            refs = with_pronouns(text, span, block.voice, refs, story, people)
            if refs or _worth_reading(text, span, block, story, triggers):
                given += _sentence(document, block, span, refs, story)
    return story, tuple(given)


def _behind_quotation(text: str, document: Document, sentence: Span) -> Span:
    """The sentence without the words quoted at its beginning: behind `"Trade will recover," ` it says who said so."""
    quotations = document.quotations
    if not quotations:
        return sentence
    k = bisect_right(quotations, sentence.start, key=lambda quotation: quotation.span.start) - 1
    end = quotations[k].span.end if k >= 0 else 0
    if not sentence.start < end < sentence.end or not (quotations[k].is_speech or text[end - 2] in _CLOSES_SPEECH):
        return sentence
    if not _SAID_SO.search(text, end, sentence.end):
        return sentence
    return Span(end + len(text[end : sentence.end]) - len(text[end : sentence.end].lstrip()), sentence.end)


def _is_private(text: str, actor: Actor) -> bool:
    """Whether somebody is introduced as a patient or a suspect, who takes part in nothing that a release tells."""
    start = actor.span.start
    return not actor.posts and _PRIVATE.search(text, max(0, start - _PRIVATE_REACH), start) is not None


def _is_peer(actor: Actor) -> bool:
    """Whether a name of one word is whole, as its title is that of a peer: "Lord Holm", not "the Lord Steward"."""
    title = actor.name.title
    return title is not None and actor.name.form not in HEADS and not PEERS.isdisjoint(title.split())


def _introduced(actors: Sequence[Actor]) -> list[Holder]:
    """The people whom a sentence names with a post that they hold."""
    known = ((actor.person, post) for actor in actors if actor.person is not None for post in actor.posts)
    return [Holder(post.span.end, person, post.label, post.acting) for person, post in known if not post.former]


def _within(actor: Actor, sentence: Span) -> bool:
    return actor.span.end <= sentence.end


def _known(actor: Actor, full: Set[int]) -> int:
    """The person of a name, where it is among the ``full`` ones: of two words ("Ho Ka-man"), or with a post.

    -1 where it stays open or is a bare surname ("Mrs Lam") that may be anybody's; whom a speaker addresses so is there.
    """
    return -1 if actor.person not in full or actor.person is None else actor.person


def _worth_reading(text: str, span: Span, block: Block, story: Story, triggers: Sequence[int]) -> bool:
    """Sentences without people count only for what they say of time, place or an occasion to come."""
    if block.voice is not Voice.RELEASE:
        return False
    if story.day is None and text.find("today", span.start, span.end) >= 0:
        return True
    if story.open_venue and story.venue is None:
        return True
    following = bisect_left(triggers, span.start)
    return text[span.end - 1] == ":" or (following < len(triggers) and triggers[following] < span.end)


def _sentence(document: Document, block: Block, span: Span, refs: list[Ref], story: Story) -> list[Given]:
    """Read one sentence as its block is read; the posts that it gives."""
    if story.venue is None and block.kind is BlockKind.PARAGRAPH:
        story.venue = _venue(span, refs, story)
        for draft in story.open_venue if story.venue else ():
            draft.place = draft.place or story.venue
    whens = find_dates(story.text, span.start, span.end, story.issued)
    if story.last_day and whens:
        is_same = all(when.evidence.rule == "date-part-of-day" for when in whens)
        story.day, story.last_day = (story.last_day if is_same else story.day), None
    opens_transcript = block.kind is BlockKind.PARAGRAPH and _FOLLOWING.match(story.text, span.start, span.end)
    kind = BlockKind.INTRODUCTION if opens_transcript else block.kind
    view = scene(story.text, span, kind.value, refs, whens)
    limit = _limit(view, document)
    if kind is BlockKind.INTRODUCTION and (told := introduction(view, story)):
        _add(story, [*told, *(visit for visit in visits(view, story, limit) if _went_before(view, visit))], view)
    elif block.kind is BlockKind.VOCATIVE:
        vocative(view, story)
        return []
    elif block.voice in (Voice.QUESTION, Voice.REPLY):
        _add(story, told_in_reply(view, story, block, limit), view)
        return appointments(view, story, limit)[1]
    elif story.open_list and listed_people(view, story):
        return []
    elif block.kind is BlockKind.CAPTION:
        _caption(view, story)
        return []
    elif block.voice is Voice.SPEECH:
        return _recalled(view, story, limit)
    return _stated(view, story, limit)


def _stated(view: Scene, story: Story, limit: int) -> list[Given]:
    """What the release itself states: events, who else was there, and where the story is from now on."""
    given: list[Given] = []
    if view.rules or (view.whens and limit < len(view.text)):
        drafts, given = appointed(view, story, limit)
        found = told(*_with_setting(view, story, limit))
        _add(story, [*sorted(found, key=lambda draft: draft.trigger), *drafts], view)
        go_on(view, story, limit)
    else:  # no rule has anything to say of it but on what day it is
        _add(story, (), view)
    if view.groups:
        _absent(view, story)
        story.quoted += _quoted(view)
        story.subject = main_subject(view) or story.subject
    return given


def _went_before(view: Scene, visit: Draft) -> bool:
    """Whether a visit is what remarks followed: "a media session by Mr Lau after visiting the hospital"."""
    return view.text.endswith(" after ", 0, view.masked(visit.trigger.start)) and not visit.trip


def _limit(view: Scene, document: Document) -> int:
    """Where reported or quoted speech begins in a sentence: nothing behind it is stated by the release."""
    m = REPORT.search(view.text) if view.groups else None
    limit = _behind_setting(view.text, m) if m else len(view.text)
    if NOTING.match(view.text):
        return 0
    quotations = document.quotations
    if not quotations:
        return limit
    behind = bisect_left(quotations, view.span.end, key=lambda quotation: quotation.span.start)
    first = bisect_right(quotations, view.span.start, key=lambda quotation: quotation.span.end)
    for quotation in quotations[first:behind]:
        if quotation.is_speech:
            return min(limit, view.masked(max(quotation.span.start, view.span.start)))
    return limit


def _with_setting(view: Scene, story: Story, limit: int) -> tuple[Scene, Story, int]:
    """The sentence without the words it reports, where the occasion of these follows them; else as it is."""
    said = REPORT.search(view.text, 0, limit + _VERB_REACH) if limit < len(view.text) and view.whens else None
    if said is None or said.start("verb") != limit:
        return view, story, limit
    shown = without_report(view, said["who"], said.end("verb"), story.issued)
    return (shown, story, len(shown.text)) if shown else (view, story, limit)


def _behind_setting(text: str, said: re.Match[str]) -> int:
    """Where speech begins that the verb ``said`` reports: behind the words for the occasion it was made at, if any."""
    setting = SETTING.match(text, said.end("verb"))
    if setting is None or (setting["whole"] is not None and FINITE.search(text, setting.start(), setting.end())):
        return said.start("verb")
    return setting.end()


def _venue(span: Span, refs: Sequence[Ref], story: Story) -> Place | None:
    """The first venue the release names in its own words, for "the opening ceremony" told later."""
    for place in story.places(span):
        at = place.evidence.span.start
        if place.evidence.rule == "place-venue" and not any(ref.span.start <= at < ref.span.end for ref in refs):
            return place
    return None


def _add(story: Story, drafts: Sequence[Draft], view: Scene) -> None:
    """Let a sentence tell events, and the story move on to their day and place."""
    called_off = view.match(CALLED_OFF) is not None
    for draft in drafts:
        if called_off:
            draft.status = Status.CANCELLED
        kept = story.told(draft)
        if kept.trip and not kept.several and (story.city is None or _goes_on(draft, story)):
            story.city = kept.place
        if draft.own_day:
            _move_on(story, draft)
        leads_on = kept is draft and not draft.several
        if story.city and leads_on and draft.place and draft.place.evidence.rule == "place-city":
            story.city = draft.place if draft.status is Status.HELD else story.city
    if not drafts and view.kind in _DATES_THE_STORY and (day := next(filter(_is_one_day, view.whens), None)):
        _dated(story, day, bool(main_subject(view)) and _DID.search(view.text) is not None)
    _subvisits(story)


def _goes_on(trip: Draft, story: Story) -> bool:
    """ "Before arriving in Milan, he continued his visit to London": the story is in London."""
    return trip.status is Status.HELD and story.text.startswith("continu", trip.trigger.start)


def _dated(story: Story, day: When, is_done: bool) -> None:
    """A sentence that tells nothing still says which day the release is at, or that of what is planned.

    ``is_done`` where it says what somebody did: "He attended the exchange meeting with the ministry on May 31".
    """
    if story.day is None or (is_done and day.start and not is_after(day.start, story.issued)):
        story.day = day
    if story.plan and day.start and is_after(day.start, story.issued):
        story.plan = day


def _move_on(story: Story, draft: Draft) -> None:
    """The day of an event is that of what is told next; what is planned begins with the first of its days."""
    if draft.status is Status.HELD and (day := _one_day(draft.when)):
        story.day, story.plan = day, None
    story.last_day = _last_day(story, draft) or story.last_day
    if draft.status is Status.SCHEDULED and draft.when and draft.when.start and draft.when.start.day:
        story.plan = When(draft.when.start, None, draft.when.evidence)


def _one_day(when: When | None) -> When | None:
    """The day of a When that has one only; a trip that ends today is told of today."""
    if when is not None and when.start is None and when.end is not None:
        return When(when.end, None, when.evidence)
    return when if when is not None and _is_one_day(when) else None


def _last_day(story: Story, trip: Draft) -> When | None:
    """The day on which somebody "concluded his three-day visit", of which "In the morning" behind it tells."""
    if not trip.trip or trip.when is None or not story.text.startswith(_CONCLUDES, trip.trigger.start):
        return None
    return When(trip.when.end, None, trip.when.evidence) if trip.when.end else None


def _is_one_day(when: When) -> bool:
    return when.start is not None and when.start.day is not None and when.end in (None, when.start)


def _subvisits(story: Story) -> None:
    """What happens during a trip belongs to it."""
    trip = next((k for k, draft in enumerate(story.drafts) if draft.trip), None)
    if trip is None:
        return
    main = set(story.drafts[trip].parts)
    for draft in story.drafts[trip + 1 :]:
        is_theirs = main & set(draft.parts) or (draft.by_delegation and draft.kind is Kind.VISIT)
        if draft.parent is None and not draft.trip and is_theirs and draft.status is not Status.RECALLED:
            draft.parent = trip


def _recalled(view: Scene, story: Story, limit: int) -> list[Given]:
    """In a speech only what the speaker did with somebody counts: "I last met Mr Lemoyne in France in June"."""
    present(view, story)
    told = [draft for draft in meetings(view, story, limit) if story.speaker in draft.parts]
    told += recollections(view, story) if not told else []
    told += [draft for draft in visits(view, story, limit) if story.speaker not in draft.parts]
    for draft in told:
        draft.status = Status.RECALLED if draft.status is Status.HELD else draft.status
    _add(story, told, view)
    drafts, given = appointments(view, story, limit)
    if given:
        _add(story, [draft for draft in drafts if story.speaker not in draft.parts], view)
    return given


def _caption(view: Scene, story: Story) -> None:
    """A photo shows who was there: at the meeting where it says so, else at the occasion that shares most of them."""
    told = meetings(view, story, len(view.text))
    who = [ref for refs in view.groups for ref in refs if ref.person >= 0]
    people = {ref.person for ref in who}
    is_meeting = _MEET.search(view.text) or any(draft.rule in _CALLS for draft in told)
    kinds = (Kind.MEETING,) if is_meeting else _NOT_MEETING
    shared = [draft for draft in story.drafts if draft.kind in kinds and people & set(draft.parts)]
    best = max(shared, key=lambda draft: len(people & set(draft.parts)), default=None)
    met = [draft for draft in story.drafts if draft.kind is Kind.MEETING and people <= set(draft.parts)]
    if met and best and not people <= set(best.parts) and (told or _POSING.match(view.text)):
        best = met[0]  # "led a delegation to Oslo and met with Mr Tran. Photo shows Ms Ho (left) and Mr Tran (right)."
    if best:
        best.add(who, Role.ATTENDEE, "role-caption", None)
        if view.whens:  # "is visiting Beijing from December 13 to 15": more than a caption
            _add(story, _pictured_visits(view, story), view)
    else:
        _add(story, [*told, *_pictured_visits(view, story)], view)


def _pictured_visits(view: Scene, story: Story) -> list[Draft]:
    """Visits that only the caption tells, or its paragraph: nobody in them is on a visit told before."""
    known = {person for draft in story.drafts if draft.kind is Kind.VISIT for person in draft.parts}
    return [draft for draft in visits(view, story, len(view.text)) if not known & set(draft.parts)]


def _quoted(view: Scene) -> list[Ref]:
    """Whose words a sentence quotes: `The Director, Mr Lau, said, "..."`."""
    m = _QUOTES.match(view.text)
    return group(view, m.group("who")) if m else []


def _absent(view: Scene, story: Story) -> None:
    """Who could not come, sent a message or was represented took part in nothing just told."""
    for m in view.matches(ABSENT):
        last = story.last()
        for draft in [*story.told_in(view.span), *([last] if last else [])]:
            for ref in group(view, m.group("who")):
                draft.parts.pop(ref.person, None)
