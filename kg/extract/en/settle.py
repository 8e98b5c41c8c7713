"""When and where an event was, and whether it took place: read from the clause, else from what was told before."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from kg.extract.en.event_places import DURING_TWO, choose_place
from kg.extract.en.patterns import DATE, pattern
from kg.extract.en.scene import Scene
from kg.extract.en.story import Draft, Story, first_day, is_after
from kg.extract.en.topics import topic_of
from kg.model import Day, Evidence, Kind, Place, Span, Status, When

# "will meet", "is scheduled to meet"
_FUTURE: Final = re.compile(
    r"\b(?:will|would|shall|is to|are to|to be|is scheduled to|are scheduled to|plans? to"
    r"|(?:is|are) (?:leaving|departing|flying|setting off|heading)"
    r"|(?:itinerary|programme|schedule|highlights)\b[^.;\ue000]{0,60}? (?:includes?|features?|comprises?))\b"
)
_FUTURE_REACH: Final = 40
# the second verb of "will chair the meeting and meet the media" is as much to come as the first
_BARE: Final = re.compile(
    r"(?:meet|visit|attend|call|tour|inspect|hold|have|host|officiate|speak|address|deliver|join|take|pay|receive|sign"
    r"|exchange|leave|depart|begin|conclude|proceed|travel|give|witness|preside|chair)\b"
)
# "will represent the Government by officiating and delivering a speech"
_PARTICIPLE: Final = re.compile(r"(?:deliver|officiat|attend|giv|sign|visit|host|address|speak|tak)ing\b")
_DONE: Final = re.compile(r"(?:[a-z]+ed|met|held|spoke|gave|took|made|led|had)\b")
_NTH: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_NTH_DAY: Final = re.compile(rf"\b[Oo]n the (?P<nth>{'|'.join(_NTH)}|last|final) day\b")
# Another day than the one the story is at, and none that is stated.
_ELSEWHEN: Final = re.compile(
    r"\b(?:[Tt]he day (?:before|after)|(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ss]everal|[Ss]ome|[Aa] few) "
    r"(?:day|week|month)s? "
    r"(?:later|earlier|after|before|ago)|(?:[Tt]he (?:previous|following|next)|[Ll]ast) (?:week|month|year))\b"
)
_LAST_WEEK: Final = re.compile(r"[^.;,\ue000\ue002]{0,100}?\blast (?:week|month|year)\b")
_THAT_DAY: Final = re.compile(r"\b(?:that|the same) day\b")
_DURING: Final = re.compile(r"\bDuring (?:the|his|her|their) (?:stay|visit|trip)\b")
# "had met earlier", "last met in June": told in passing
_RECALL: Final = re.compile(
    r"\b(?:had (?:also |previously |earlier |just |recently )?(?:met|led|held|had"
    r"|(?!(?:detailed|extended|focused|heated|sustained|shared|structured|continued|animated|limited)\b)[a-z]+ed)"
    r"|last met|last month"
    r"|last year|have met|in the past|previously)\b"
)
_RECALL_REACH: Final = 30
_IN_YEAR: Final = re.compile(r"\b[Ii]n (?P<year>(?:19|20)\d\d)\b")
# "introduced the measures announced in <D>": the day of something else
_ISSUED: Final = re.compile(
    r"(?:\w |, which (?:was|were) )(?:announced|launched|introduced|promulgated|issued|released|published|rolled out"
    r"|enacted|unveiled|passed|set up) (?:in|on|since) (?:early |mid-|late )?(?=\ue002)"
    # "the progress made after an agreement was signed in <D>"
    r"|\b(?:since|after) (?:an?|the|its|their) [^.;,\ue000\ue002]{3,60}? (?:was|were) (?:first )?(?:signed|established"
    r"|formed|reached|concluded|founded) (?:in |on )?(?:early |mid-|late )?(?=\ue002)"
    # "was delighted to join the festival postponed from <D>"
    r"|\b(?P<moved>postponed|rescheduled|deferred|put off) (?:from )?(?=\ue002)(?<!to )"
    # "visited the Expo, which runs from <D>": how long that may be seen
    r"|, which (?:runs?|will run|is running|lasts|will last) (?:from |until |through |between )?(?=\ue002)"
)
_RETURNS: Final = re.compile(
    r"\b(?:and (?:(?:will|then|(?:is|are|was|were) (?:expected|due|scheduled) to) )?|(?:before|prior to) )"
    r"(?:return(?:s|ed|ing)?|leaving|departing|arriv(?:es?|ed|ing)|(?:will )?(?:leave|depart)) (?:to|for|in|at|back)\b"
)
WIDE_RULES: Final = frozenset({"place-region", "place-country"})
_CAPITAL: Final = re.compile("[A-Z]")
_STEPS: Final = {"date-next-day": 1, "date-previous-day": -1}
_JOURNEY_TO: Final = pattern(
    r"\b(?P<goes>depart|leav|left|fly|flew|travel|head|set off|set out|proceed|arriv)[a-z]*\b[^.;]{0,120}?"
    r"(?<!return )<D:day>(?:(?!\ue002)[^.;\ue000]){0,60}? (?P<aim>to|and) (?:[a-z]+ ){0,3}?$"
)
# "will visit Oslo to meet experts and attend the Summit from May 3 to 9"
_AIM_OF_VISIT: Final = re.compile(r"\bvisit (?:(?! to )[^.;\ue000\ue002]){3,80} to [a-z][^.;\ue000\ue002]*$")
# "today (May 19, Oslo time)": where it is that time
_LOCAL: Final = re.compile(r", (?P<city>[A-Z][A-Za-z ]+) time\b")
_BEFORE: Final = ("Before ", "Prior to ")
# "Apart from attending the Forum, he will": what opens a sentence is as much to come as its main clause
_OPENER: Final = re.compile(
    r"(?:Before|Prior to|After|Apart from|Besides|In addition to|While|When|Following) (?:also )?"
)
_WILL: Final = re.compile(r"(?:also |then )?(?:will|is to|are to)\b")
_DURING_TRIP: Final = re.compile(
    r"(?:During|In the course of|Throughout) (?:the|his|her|their|its) (?:[\w-]+ ){0,3}?(?:visit|trip|tour|mission)\b"
)
_OPENER_REACH: Final = 24  # characters of "Before also attending"
_MAIN: Final = pattern(", <P>,? (?=[a-z])")
_GROUP_NEXT: Final = pattern("[, ]*<P>")
_NEAR: Final = 8  # characters


def settle(draft: Draft, scene: Scene, story: Story, start: int, end: int) -> Draft:
    """Fill in date, place, status and topic of a draft whose trigger is ``scene.text[start:end]``."""
    recalled = is_recalled(scene, story, start, end) or (story.speech and scene.kind == "paragraph")
    if draft.when is None:
        _settle_day(draft, scene, story, start, end, recalled)
    if draft.kind is Kind.MEETING and _is_range(draft.when):
        draft.when = None  # "from December 30 to 31": no one day is stated
    if draft.place is None:
        draft.place = choose_place(scene, story, end, draft.phrase) or (None if recalled else _context(draft, story))
        is_wide = draft.place is not None and draft.place.evidence.rule in WIDE_RULES
        if is_wide and story.city and not recalled and not _is_named_in(draft, story):
            draft.place = _context(draft, story)  # "enterprises in Indonesia", told in Jakarta
    draft.topic = draft.topic or topic_of(scene, end)
    if draft.status is not Status.CANCELLED:
        draft.status = _status(draft, scene, story, start, end, recalled)
    return draft


def _is_named_in(draft: Draft, story: Story) -> bool:
    """Whether an occasion is said to be in its region: "will attend the Harbour Forum in Norland"."""
    if draft.phrase is None or draft.place is None:
        return False
    at = draft.place.evidence.span.start
    return draft.phrase.start <= at <= draft.phrase.end + _NEAR and story.text.endswith((" in ", " in the "), 0, at)


def choose_date(scene: Scene, at: int) -> When | None:
    """The dated mark nearest behind position ``at``, else the nearest before it."""
    dated = _dated(scene) if scene.whens else ()
    if dated and (issued := _issued(scene)):
        dated = tuple(each for each in dated if issued.get(each[0], -1) < at)
    if not dated:
        return None
    first = bisect_left(dated, at, key=lambda each: each[0])
    later = (dated[k] for k in range(first, len(dated)))
    behind = next((when for start, end, when in later if not _is_of_another(scene, at, start, end)), None)
    if behind is None and first == 0 and _RETURNS.search(scene.text, at, dated[0][0]):
        return None  # "met them before returning to Oslo on May 3"
    return behind or dated[max(0, first - 1)][2]


@lru_cache(maxsize=1)  # asked for every verb of a sentence
def _dated(scene: Scene) -> tuple[tuple[int, int, When], ...]:
    """The marks of dates that have a day or a month, in order: start, end, date.

    Where one has a beginning, those without ("until July 15") do not count.
    """
    marks = [(m.start(), m.end(), scene.whens[int(m.group("date"))]) for m in DATE.finditer(scene.text)]
    return tuple(each for each in marks if each[2].start) or tuple(each for each in marks if first_day(each[2]))


@lru_cache(maxsize=1)  # asked for every verb of a sentence
def _issued(scene: Scene) -> dict[int, int]:
    """Of the marks of dates on which something else was announced: where each begins, and the words that say so."""
    return {m.end(): len(scene.text) if m["moved"] else m.start() for m in _ISSUED.finditer(scene.text)}


def _settle_day(draft: Draft, scene: Scene, story: Story, start: int, end: int, recalled: bool) -> None:
    """The day of the sentence, else the day that the story is at where the sentence tells what was."""
    own = choose_date(scene, end)
    if own and own.start is None and not draft.trip and not _is_ahead(scene, start, end):
        own = None  # "until July 15": how long something may be seen
    if own and _opens_before(scene, own, start):
        own, recalled = None, True  # the day is that of the main clause
    if own and not draft.trip and draft.rule != "appointed" and _is_aim_of_journey(scene, own, start):
        own, recalled = None, True  # the day is that of the journey
    if own and not draft.trip and _is_range(own) and _AIM_OF_VISIT.search(scene.text, 0, start):
        own, recalled = None, True  # the days are those of the visit
    if own and scene.text.find("during which ", max(0, start - _FUTURE_REACH), start) >= 0:
        own, recalled = None, True  # on some day of what ended on that
    if own and _LAST_WEEK.match(scene.text, end):
        own, recalled = None, True  # "visited the port today after signing an agreement in Oslo last week"
    own = own or _next_day(scene, story) or _day_of_trip(scene, story) or _that_day(scene, story)
    draft.own_day = own is not None
    if own is None and not recalled and (last := _afterwards(scene, story, end)):
        draft.when = last.when
        draft.place = draft.place or choose_place(scene, story, end, draft.phrase) or last.place
        return
    undated = recalled or _undated_plan(scene, start, end)
    draft.when = own or (None if undated else _day_told(scene, story, start, end))


def _opens_before(scene: Scene, day: When, start: int) -> bool:
    """ "Before attending the Summit, <P> will visit Oslo on <D>": the day is that of the visit."""
    if start > _OPENER_REACH or day.evidence.rule == "date-today" or not scene.text.startswith(_BEFORE):
        return False
    subject = _MAIN.search(scene.text, start)
    return subject is not None and scene.origin(subject.end()) <= day.evidence.span.start


def _is_aim_of_journey(scene: Scene, day: When, start: int) -> bool:
    """ "Will depart for Oslo on <D> to attend the Summit": the day is that of the journey to what is told."""
    m = _JOURNEY_TO.search(scene.text, 0, start)
    if m is None or (m["goes"] == "arriv" and m["aim"] == "and"):
        return False  # "arrived in Oslo on <D> and met him"
    return scene.whens[int(m["day"])] is day


def _that_day(scene: Scene, story: Story) -> When | None:
    """ "Will officiate at 9.30am that day": the day that the sentences before told."""
    return story.plan or story.day if is_same_day(scene, story.text) else None


@lru_cache(maxsize=1)  # asked for every verb of a sentence
def is_same_day(scene: Scene, text: str) -> bool:
    """Whether a sentence of ``text`` tells of the day told before: "on the same day", "that day"."""
    return not _dated(scene) and _THAT_DAY.search(text, scene.span.start, scene.span.end) is not None


def _day_of_trip(scene: Scene, story: Story) -> When | None:
    """ "On the third day of the visit", "on the last day": counted from the beginning of the trip told last."""
    nth = _nth_day(scene)
    trip = story.trip() if nth else None
    if nth is None or trip is None or trip.when is None:
        return None
    if nth in {"last", "final"}:
        return When(trip.when.end, None, trip.when.evidence) if trip.when.end else None
    begin = trip.when.start
    if begin is None or begin.day is None:
        return None
    day = date(begin.year, begin.month, begin.day) + timedelta(days=_NTH.index(nth))
    return When(Day(day.year, day.month, day.day), None, trip.when.evidence)


@lru_cache(maxsize=1)  # asked for every verb of a sentence
def _nth_day(scene: Scene) -> str | None:
    """Which day of a trip a sentence tells of: "third", "last"."""
    m = _NTH_DAY.search(scene.text)
    return m["nth"] if m else None


@lru_cache(maxsize=1)  # asked for every verb of a sentence
def _is_elsewhen(scene: Scene) -> bool:
    """Whether a sentence tells of another day than the one the story is at, and does not say which."""
    return _ELSEWHEN.search(scene.text) is not None


def _during_days(scene: Scene, story: Story) -> bool:
    """ "During his stay" is one of several days, and which is not told."""
    return _is_during(scene) and any(_is_range(draft.when) for draft in story.drafts)


@lru_cache(maxsize=1)  # asked for every verb of a sentence
def _is_during(scene: Scene) -> bool:
    """Whether a sentence tells of some day of a stay."""
    return _DURING.search(scene.text) is not None


@lru_cache(maxsize=1)  # asked for every verb of a sentence
def _last_afterwards(scene: Scene) -> int:
    """Where a sentence says "afterwards" for the last time, or -1."""
    return scene.folded.rfind("afterwards")


def _day_told(scene: Scene, story: Story, start: int, end: int) -> When | None:
    """The day that the story is at: of what is planned, where this is planned too, else of what was."""
    if _is_elsewhen(scene) or _during_days(scene, story):
        return None
    if _is_ahead(scene, start, end):
        return story.plan or story.day
    day = first_day(story.day)
    is_done = day is not None and is_after(day, story.issued) and _DONE.match(scene.text, start)
    return None if is_done else story.day  # "will be held tomorrow. Mr Lau earlier officiated at its opening"


def _afterwards(scene: Scene, story: Story, at: int) -> Draft | None:
    """The event told last, where this happened right after it: "and will meet the media afterwards"."""
    return story.last() if _last_afterwards(scene) >= at else None


def _is_range(when: When | None) -> bool:
    return when is not None and when.start is not None and when.end not in (None, when.start)


def _is_of_another(scene: Scene, at: int, start: int, end: int) -> bool:
    """Whether a date behind the verb at ``at`` is that of another clause: "met him and returned to Oslo on May 3"."""
    return _opens_clause(scene, end) or _RETURNS.search(scene.text, at, start) is not None


def _opens_clause(scene: Scene, end: int) -> bool:
    """Whether a date that ends here belongs to the clause behind it: "... and on <D> she will attend"."""
    return _GROUP_NEXT.match(scene.text, end) is not None


def _undated_plan(scene: Scene, start: int, end: int) -> bool:
    """What will be, without a word of the day, has no date."""
    return (not scene.whens or _RETURNS.search(scene.text, end) is not None) and _is_ahead(scene, start, end)


def _is_ahead(scene: Scene, start: int, end: int) -> bool:
    """Whether the trigger is told as something that will be."""
    reach = (
        0 if _BARE.match(scene.text, start) or _PARTICIPLE.match(scene.text, start) else max(0, start - _FUTURE_REACH)
    )
    if _FUTURE.search(scene.text, reach, end):
        return True
    opener = _OPENER.match(scene.text) if start <= _OPENER_REACH else None
    main = _MAIN.search(scene.text, end) if opener and opener.end() == start else None
    return main is not None and _WILL.match(scene.text, main.end()) is not None


def _next_day(scene: Scene, story: Story) -> When | None:
    """ "The following day" counts from the day the story is at."""
    before: When | None = None  # "on April 12, and on the following day": counted from the day just named
    for when in scene.whens:
        step = _STEPS.get(when.evidence.rule)
        told = before or story.plan or story.day
        start = told.start if told else None
        if step and start and start.day:
            day = date(start.year, start.month, start.day) + timedelta(days=step)
            return When(Day(day.year, day.month, day.day), None, when.evidence)
        before = when if when.start and when.start.day and not _is_range(when) else before
    return None


def _context(draft: Draft, story: Story) -> Place | None:
    """Where the release is when a sentence does not say: the city of the trip, the venue of an unnamed ceremony, or the
    city whose time the day is told in."""
    is_unnamed = draft.phrase and not _CAPITAL.search(story.text, draft.phrase.start, draft.phrase.end)
    begin = draft.sentence.start
    if DURING_TWO.match(story.text, begin) or (_DURING_TRIP.match(story.text, begin) and len(_cities(story)) > 1):
        return None  # in any of them
    return story.city or (story.venue if is_unnamed else None) or _of_local_time(draft, story)


def _cities(story: Story) -> set[str]:
    """The cities that a trip has led to so far."""
    places = (story.city, *(draft.place for draft in story.drafts))
    return {one.name.partition(",")[0] for one in places if one and one.evidence.rule == "place-city"}


def _of_local_time(draft: Draft, story: Story) -> Place | None:
    if draft.when is None or draft.trip or not draft.own_day:
        return None
    span = draft.when.evidence.span
    local = _LOCAL.search(story.text, span.start, span.end + 1)
    return Place(local["city"], Evidence(Span(*local.span("city")), "place-city")) if local else None


def is_recalled(scene: Scene, story: Story, start: int, end: int) -> bool:
    """Whether the words before the trigger say that this is long past: "had met", "In 2006, Dr Tam was named"."""
    reach = max(0, start - _RECALL_REACH)
    year = _IN_YEAR.search(scene.text, reach, start)
    return _RECALL.search(scene.text, reach, end) is not None or (
        year is not None and int(year["year"]) < story.issued.year
    )


def _status(draft: Draft, scene: Scene, story: Story, start: int, end: int, recalled: bool) -> Status:
    day = first_day(draft.when)
    if _is_ahead(scene, start, end) or (day is not None and is_after(day, story.issued)):
        return Status.SCHEDULED
    return Status.RECALLED if recalled else Status.HELD
