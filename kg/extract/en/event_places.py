"""Where an event was, as its sentence says: the venue or the city that belongs to its verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from kg.extract.en.occasions import kind_of
from kg.extract.en.places import OPENED
from kg.extract.en.scene import Scene
from kg.extract.en.story import Story
from kg.model import Evidence, Kind, Place, Span

# What follows is what the occasion was for, not where it was.
_PURPOSE: Final = re.compile(
    r" (?:to (?!the\b|an? |\ue000|be (?:held|hosted|staged|organised|convened)\b"
    r"|(?:lunch(?:eon)?|dinner|breakfast|tea|supper)\b)[a-z]+"
    r"|on (?=[a-z])(?!the (?:sidelines|margins|occasion))|about|which"
    # not the guest's own visit: "met Ms Lo, who is visiting Hong Kong, at Government House"
    r"|who(?! (?:is|are|was|were) (?:visiting|on an?|in) [^,;.\ue000]{3,60}, at )|that"
    r"|(?:before|prior to) (?:leav|depart|fly|head|travell|proceed|go|return)ing"
    r"|and (?!the |an? |its |his |her |their |in |at |other |relevant |senior |local |some |several "
    r"|(?:representatives|members|officials|leaders|staff|guests|delegates)\b)"
    r"(?=[a-z\ue002]))\b"
    r"|;(?= (?!and \ue000|\ue000))|,(?= (?:then |also |later )?(?:visited|toured|inspected|attended|called|met"
    r"|officiated|hosted|spoke|addressed|delivered)\b(?! by\b))"
    # "after meeting him, she visited": the main clause
    r"|, \ue000\d+\ue001,? (?:then |also |later |will )?(?:visit(?:ed)?|tour(?:ed)?|inspect(?:ed)?|call(?:ed)?"
    r"|attend(?:ed)?"
    r"|me(?:e)?t|le(?:ft|ave)|departed|went|go)\b"
)
# of what follows, what was talked about, or said at the same occasion: the venue may come behind it
_TOPIC: Final = re.compile(
    r" (?:on|about|to (?:also |further |jointly )?(?:exchange|discuss|brief|share|express|convey|update|explore)"
    r"|and (?:also |then )?(?:deliver(?:ed)?|gave|give|made|make|spoke|speak|exchanged?|discuss(?:ed)?))\b"
)
# behind the venue of something whose name has an "on": "the signing of the Pact on Trade at Government House in Oslo"
_CLOSES: Final = re.compile(r"[.,;]|$| in (?:the )?[A-Z]| (?:this|today|yesterday|tomorrow|and|to|with)\b")
_IN_NAME: Final = re.compile(r"[A-Z][\w-]* on ")
DURING_TWO: Final = re.compile(
    r"(?:During|In the course of|Throughout) (?:the|his|her|their|its) (?:[\w-]+ ){0,3}?"
    r"(?:visit|trip|tour|mission|stay) (?:to|in) [^,;]{3,60}? and [A-Z][\w-]+(?: [A-Z][\w-]+)?, "
)
"""How a sentence opens that tells of two cities without saying in which: "During his visit to Oslo and Bergen, "."""
_AND_THE: Final = re.compile(r" and (?:the|an?) (?=[A-Z])")
_ON_A_TOPIC: Final = frozenset({Kind.CONFERENCE, Kind.CEREMONY, Kind.RECEPTION})
_LIST_AHEAD: Final = re.compile(r",? and (?:the )?|, (?:the )?")
_DATED: Final = re.compile(r",? (?:on |this \w+ )?\ue002")
AREA_RULES: Final = frozenset({"place-city", "place-district", "place-region", "place-country"})
_CEREMONY_OF: Final = (" Ceremony of ", " Ceremony of the ", " ceremony of ", " ceremony of the ")
_LEAVES: Final = ("leave ", "leaves ", "leaving ", "left ", "departing ")
_STILL_THERE: Final = ("efore leaving ", "rior to leaving ", "efore departing ")
# "spoke upon his return from a visit to Oslo"
_RETURNED: Final = re.compile(
    r"\breturn from (?:an? |the |his |her )?(?:[\w-]+ ){0,3}?(?:visit|trip|tour) (?:to|of|in) $"
)
_RETURN_REACH: Final = 60
_OFFICE_AT: Final = re.compile(r"\b[A-Z][\w'’-]* (?:at|in) (?:the )?$")
_OFFICE_REACH: Final = 40
_WORD: Final = re.compile(r"[^\W\d_][\w'-]*")
_SAME_PHRASE: Final = 4  # characters of an article before a phrase


def choose_place(scene: Scene, story: Story, at: int, phrase: Span | None = None) -> Place | None:
    """The venue or else the city named behind the trigger, else one named before it; not the occasion itself."""
    venues, places = _free_places(scene, story.places)
    chosen = _chosen(scene, story, at, phrase, venues, places) if places else None
    return chosen and (_where_opened(story.text, venues, chosen) or chosen)


def _chosen(
    scene: Scene, story: Story, at: int, phrase: Span | None, venues: Sequence[Place], places: Sequence[Place]
) -> Place | None:
    """The place that stands nearest by the rules of :func:`choose_place`."""
    origin = scene.origin(at)
    purpose = _PURPOSE.search(scene.text, at)
    stop = scene.origin(purpose.start()) if purpose else scene.span.end
    clause = scene.text.rfind("; ", 0, at)
    if place := _first_in(venues, origin, stop, phrase) or _first_in(places, origin, stop, phrase):
        return place
    if purpose and (place := _behind_topic(scene, story.text, venues, purpose) or _of_occasion(scene, places, purpose)):
        return place
    begin = scene.origin(clause) if clause >= 0 else scene.span.start
    near = [p for p in places if begin <= _start(p) < origin]
    ahead = next((p for p in near if _is_destination(story.text, p)), None)
    if DURING_TWO.match(scene.text) and len(near) > 1 and not ahead:
        return None  # "During his visit to Oslo and Bergen, he will meet officials"
    ahead = ahead or (_last_of_list(story.text, near) if len(near) > 1 else None)
    return ahead or _first_in(venues, begin, origin, phrase) or _first_in(places, begin, origin, phrase)


def _where_opened(text: str, venues: Sequence[Place], opened: Place) -> Place | None:
    """The venue of "the opening ceremony of Lotus College at the Science Park", where ``opened`` is the college."""
    if opened.evidence.rule != OPENED and not text.endswith(_CEREMONY_OF, 0, _start(opened)):
        return None
    end = opened.evidence.span.end
    return next((v for v in venues if text[end : _start(v)] in (" at ", " at the ") and _start(v) > end), None)


def _behind_topic(scene: Scene, text: str, venues: Sequence[Place], purpose: re.Match[str]) -> Place | None:
    """The venue between a topic and the day: "met him to discuss trade at Government House on May 3"."""
    if not _TOPIC.match(scene.text, purpose.start()):
        return None
    word = scene.text.rfind(" ", 0, purpose.start()) + 1
    closes = _CLOSES if _IN_NAME.match(scene.text, word) else _DATED
    for k in range(bisect_left(venues, scene.origin(purpose.end()), key=_start), len(venues)):
        span = venues[k].evidence.span
        is_at = text.endswith((" at ", " at the "), 0, span.start)
        behind = scene.masked(span.end)
        if is_at and (closes.match(scene.text, behind) or _DATED.match(scene.text, behind)):
            return venues[k]
    return None


def _of_occasion(scene: Scene, places: Sequence[Place], purpose: re.Match[str]) -> Place | None:
    """The city between what an occasion is on and its day: "the forum on trade along the Belt in Oslo today"."""
    noun = scene.text[scene.text.rfind(" ", 0, purpose.start()) + 1 : purpose.start()]
    if not purpose.group().startswith(" on") or kind_of(noun) not in _ON_A_TOPIC:
        return None
    for k in range(bisect_left(places, scene.origin(purpose.end()), key=_start), len(places)):
        span = places[k].evidence.span
        before = scene.text[: scene.masked(span.start)]
        if _AND_THE.search(before, purpose.end()):
            return None  # "the Forum on the Future of Ports and the Harbour Fair in Oslo": of the second alone
        if before.endswith((" in ", " at ", " at the ")) and _DATED.match(scene.text, scene.masked(span.end)):
            return places[k]
    return None


def _is_destination(text: str, place: Place) -> bool:
    """Whether somebody goes to a place for what is told behind it: "will leave Oslo for Bergen to attend the Forum"."""
    span = place.evidence.span
    return text.startswith(" to ", span.end) and text.endswith((" for ", " to "), 0, span.start)


def _last_of_list(text: str, places: Sequence[Place]) -> Place | None:
    """Two cities or more to which somebody goes for what is told: "will go to Oslo and Bergen to attend dinners"."""
    first = last = places[-1]
    for place in reversed(places[:-1]):
        if not _LIST_AHEAD.fullmatch(text, place.evidence.span.end, first.evidence.span.start):
            break
        first = place
    goes = text.startswith(" to ", last.evidence.span.end) and text.endswith((" for ", " to "), 0, _start(first))
    if first is last or not goes:
        return None
    whole = Span(_start(first), last.evidence.span.end)
    return Place(text[whole.start : whole.end], Evidence(whole, first.evidence.rule))


@lru_cache(maxsize=1)  # asked for every verb of a sentence
def _free_places(
    scene: Scene, places: Callable[[Span], tuple[Place, ...]]
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The venues of a sentence, and all its places: what belongs to nobody's post and does not name the occasion."""
    free = tuple(
        place
        for place in places(scene.span)
        if not scene.is_masked(_start(place))
        and not _names_occasion(place)
        and not _is_left(scene, place)
        and not _in_office(scene, place)
    )
    return tuple(place for place in free if place.evidence.rule not in AREA_RULES), free


def _first_in(places: Sequence[Place], low: int, high: int, phrase: Span | None) -> Place | None:
    """The first of ``places``, in text order, that begins in ``low``..``high`` and is not ``phrase``, the occasion."""
    for k in range(bisect_left(places, low, key=_start), len(places)):
        start = _start(places[k])
        if start >= high:
            return None
        if not (phrase and abs(start - phrase.start) <= _SAME_PHRASE) or places[k].evidence.rule == OPENED:
            return places[k]
    return None


def _start(place: Place) -> int:
    return place.evidence.span.start


def _is_left(scene: Scene, place: Place) -> bool:
    """Whether somebody goes away from a place: "will leave Oslo on Sunday and will have a meeting"."""
    at = scene.masked(_start(place))
    if _RETURNED.search(scene.text, max(0, at - _RETURN_REACH), at):
        return True
    return scene.text.endswith(_LEAVES, 0, at) and not scene.text.endswith(_STILL_THERE, 0, at)


def _in_office(scene: Scene, place: Place) -> bool:
    """Whether a place belongs to an office before a name: "the State Secretary at the Harbour Department Ms Lo"."""
    if not scene.text.startswith(" \ue000", scene.masked(place.evidence.span.end)):
        return False
    at = scene.masked(_start(place))
    return _OFFICE_AT.search(scene.text, max(0, at - _OFFICE_REACH), at) is not None


def _names_occasion(place: Place) -> bool:
    """ "at the Green Fintech Summit 2025" is no place."""
    words = _WORD.findall(place.name)
    return bool(words) and place.evidence.rule == "place-venue" and kind_of(words[-1]) is not None
