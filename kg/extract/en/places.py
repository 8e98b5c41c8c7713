"""Places of events: venues and cities that a preposition or a verb of visiting introduces in a sentence.

A place is as printed, from its first capitalised word to the end of its address: "Davos, Switzerland",
"Press Conference Hall, 2/F, West Wing, Central Government Offices, Tamar". Its rule says what it is: ``place-venue``,
``place-district``, ``place-city``, ``place-region``, ``place-country``, ``place-opened`` where the occasion behind it
is its opening, or ``place-council`` for a meeting of the legislature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.en.agency_names import HEAD_WORDS
from kg.extract.en.place_known import NAME, PlaceGazetteer, address, end_within, known_end
from kg.extract.en.place_names import (
    CAP,
    FIRST,
    RUN,
    STREET,
    describes,
    goes_on,
    is_town,
    is_venue,
    venue_end,
)
from kg.extract.en.place_nouns import (
    BEFORE_VENUE,
    CENTRES,
    ISLANDS,
    LEADING,
    OCCASIONS,
    OPENINGS,
    PARTS_OF_THE_WORLD,
    ROOMS,
    SEATED,
    VENUES,
    WHICH_ROOM,
    ZONES,
)
from kg.model import Evidence, Place, Span

_POSSESSOR = re.compile(r"(?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,4})['’]s (?=[A-Z])")
_STATED = re.compile(r"[,:] ?\Z|\A\Z")  # before a quotation that is what somebody said, or the whole sentence
_DASHED = re.compile(rf" [-–—] (?P<rest>{RUN})")  # "TOUCH - Support Service Centre"
_AND_CITY = re.compile(rf",? and (?:the )?(?={FIRST})")
_OPENED_THING = re.compile(
    r"(?:[Oo]pening|[Ii]nauguration|[Cc]ompletion)(?: [Cc]eremony)? of (?:the |an? )?(?:new )?\Z"
)
_OPENED_REACH = 50
_OPENED_OFFICE = re.compile(
    r"(?:[Oo]pening|[Ii]nauguration)(?: [Cc]eremony)? of (?:the |our )?(?:[A-Z][\w'’-]* (?:and |of )?)*Office \Z"
)
_OPENED_OFFICE_REACH = 120
_CLAUSE = re.compile(r"[,;:]| and ")
OPENED = "place-opened"
"""The rule of a venue before the occasion that opens it: "the Lotus House Grand Opening Ceremony"."""
_ON = (" Island", " Peninsula")  # "on the Hong Kong Island"
_BESIDE = ("outside", "inside", "aboard")
_COMMA = re.compile(rf", (?:the )?(?={FIRST})")
_DETERMINER = "(?:(?:" + "|".join(BEFORE_VENUE) + ") ){0,3}"
_FLOOR = r"(?:(?:\d{1,3}|[A-Z]{1,2}\d?)/F, )?"
# What leads to a place: prepositions, and verbs whose object it is. A letter before it is ruled out afterwards.
_INTRODUCTION = re.compile(
    r"(?:(?P<preposition>[Aa]t|[Ii]n|AT|IN|to|TO|for|FOR|of|outside|inside|aboard|namely"
    rf"|on(?= (?:(?:the )?(?:[A-Z]\w+ ){{1,3}}(?:Island|Peninsula)|{'|'.join(ISLANDS)})\b))|visit(?:s|ed|ing)?"
    r"|VISIT(?:S|ED)?|tour(?:s|ed|ing)?"
    rf"|inspect(?:s|ed|ing)?|leav(?:es?|ing)|left) {_DETERMINER}{_FLOOR}(?=[A-ZÀ-Þ]|\d{{1,4}}[A-Z]? [A-Z])"
)
# "will leave Hong Kong this afternoon for": what follows is where they go
_DEPARTING = re.compile(
    r"\b(?:[Dd]epart(?:s|ed|ing)?|[Ll]eav(?:es?|ing)|[Ll]eft|[Ss]ets? off|[Ff]l(?:y|ies|ew|ying)) "
    r"(?:from )?(?:[A-Z][\w'’-]+ ){1,4}(?:(?:on|in|at|this|early|late|later|today|tonight|tomorrow|yesterday)\b"
    r"[^.;,]{0,40} )?\Z"
)
_DEPARTING_REACH = 110
# "welcome you all to Government House", "A warm welcome to Hong Kong, and to Government House"
_WELCOMING = re.compile(r"\b[Ww]elcom(?:e|ed|es|ing)(?: [^.;]{1,40})? \Z")
_WELCOMING_REACH = 52
_GOES_ON = ("went on ", "go on ", "goes on ", "moved on ", "move on ")
_GOES = re.compile(r"\b(?:will|would|to|then|also|later|and) go \Z")
_OPENED = re.compile(
    rf"(?<![\w'’-])(?:[Tt]he )?({RUN}(?: of (?:the )?{RUN})*)(?:, [^.;]{{1,80}},)?"
    r" (?:was|is|has been) (?:officially )?opened\b"
)
_COUNCIL = re.compile(
    r"(?:[Ii]n the (Legislative Council)\b(?! (?:Complex|Building|Chamber|Road))"
    r"|[Aa]t the (Legislative Council)(?= (?:\(LegCo\) )?(?:meeting|sitting)\b)"
    r"|[Aa]t (?:the|a) (?:meeting|sitting) of the (Legislative Council)\b)"
)
_WING = re.compile(r" \((?:[A-Z][a-z]+ )?(?:Annexe?|Block|Wing)\)")
_ROOM = re.compile(rf"\b(?:at|in) (?:the |an? )?((?:(?:{'|'.join(WHICH_ROOM)}) )?(?:{'|'.join(ROOMS)})) $")
_ROOM_BEHIND = re.compile(rf" (?:{'|'.join(ROOMS)})(?![\w'’-])(?! [a-z]+(?:s|ing|ed)\b)")  # "Harbour Pavilion atrium"
_OPENING_BEHIND = re.compile(
    rf"(?P<name>{FIRST}(?: (?:{CAP}|and|of|&))*?) (?:(?:[Gg]rand|[Oo]fficial) )?[Oo]pening [Cc]eremony\b"
)
_OPENING_REACH = 120
_NUMBER_BEHIND = re.compile(r" \d+\Z")
_QUARTER = re.compile(rf", {RUN} in (?P<city>{RUN})(?![\w'’-])")  # "Banqueting House, Whitehall in London"
_NUMBER = re.compile(r"\. ?\d+")
_SEAT = re.compile(rf"(?:{'|'.join(SEATED)})(?: of (?:the )?{RUN})? $")
_NUMBERED = re.compile(r"(?:Area|Halls?|Room|Pier|Lot|Site|Block|Booth|Gate) \d")
_JURISDICTION = re.compile(
    r"(?:HKSAR|MSAR|Hong Kong S|Macao S)[^a-z]|(?:Hong Kong|Macao) Special Administrative Region"
)
_CAPITALS = re.compile(r"[A-Z][A-Z'’&.-]+(?: [A-Z][A-Z'’&.-]+)*")


def find_places(text: str, start: int, end: int, gazetteer: PlaceGazetteer) -> tuple[Place, ...]:
    """The venues, cities and countries that the sentence ``text[start:end]`` places something at, in text order.

    >>> from kg.extract.en.place_known import place_gazetteer
    >>> from kg.reference import load
    >>> text = "She met the Minister at Government House, and will leave for Davos, Switzerland, on Friday."
    >>> [(place.name, place.evidence.rule) for place in find_places(text, 0, len(text), place_gazetteer(load()))]
    [('Government House', 'place-venue'), ('Davos, Switzerland', 'place-city')]
    """
    found: dict[int, Place] = {}
    for place in _candidates(text, start, end, gazetteer):
        at = place.evidence.span.start
        if at not in found or len(place.name) > len(found[at].name):
            found[at] = place
    ordered = [found[at] for at in sorted(found)]
    kept: list[Place] = []
    for k, place in enumerate(ordered):
        if _is_opened(text, start, place) and _lies_in(text, place, ordered[k + 1 :]):
            continue
        if not kept or place.evidence.span.start >= kept[-1].evidence.span.end:
            kept.append(place)
    return tuple(kept)


def _is_opened(text: str, start: int, place: Place) -> bool:
    """Whether a place is what the words before it open."""
    at = place.evidence.span.start
    return _OPENED_THING.search(text, max(start, at - _OPENED_REACH), at) is not None


def _lies_in(text: str, thing: Place, following: Sequence[Place]) -> bool:
    """Whether the city is named in which a thing is opened: "opening of the Pavilion at the Fair in Shanghai"."""
    if thing.evidence.rule != "place-venue" or not following:
        return False
    city = following[-1]
    between = text[thing.evidence.span.end : city.evidence.span.start]
    return city.evidence.rule == "place-city" and between.endswith(" in ") and not _CLAUSE.search(between)


def _candidates(text: str, start: int, end: int, gazetteer: PlaceGazetteer) -> Iterator[Place]:
    if text.find("Legislative Council", start, end) >= 0:
        for m in _COUNCIL.finditer(text, start, end):
            yield _place(text, *m.span(m.lastindex or 0), "place-council")
    for m in _INTRODUCTION.finditer(text, start, end):
        at = m.start()
        if _JURISDICTION.match(text, m.end(), end):
            continue
        if at > start and (text[at - 1].isalnum() or text[at - 1] == "-"):
            continue
        preposition = (m.group("preposition") or "").lower()
        welcomes = False
        if preposition in LEADING:
            before = text[text.rfind(" ", start, max(start, at - 1)) + 1 : at - 1]
            leads = before.rpartition(" ")[2] in LEADING[preposition]
            leads = leads or (preposition == "to" and text.endswith(_GOES_ON, start, at))
            leads = leads or (preposition == "for" and _departs(text, start, at))
            welcomes = not leads and preposition == "to" and _welcomes(text, start, at)
            if not (leads or welcomes):
                continue
            if before.endswith("go") and not _GOES.search(text, start, at):
                continue  # "thanks go to the Foundation"
        if preposition == "in" and (_is_seat(text, start, at) or _in_title(text, start, m)):
            continue
        if _in_quoted_name(text, start, at):
            continue
        likely = (
            not welcomes and preposition not in ("in", "of", *_BESIDE) and not text.endswith("ceremony ", start, at)
        )
        room = _ROOM.search(text, start, at) if preposition == "of" else None
        for place in _at(text, m.end(), end, gazetteer, venue_likely=likely):
            is_venue = place.evidence.rule == "place-venue"
            if ((preposition in _BESIDE or welcomes) and not is_venue) or (preposition == "namely" and is_venue):
                continue  # "outside Hong Kong" is no place
            if preposition == "on" and not place.name.startswith(ISLANDS) and not place.name.endswith(_ON):
                continue
            yield _place(text, room.start(1), place.evidence.span.end, place.evidence.rule) if room else place
    if text.find(" opened", start, end) >= 0:
        for m in _OPENED.finditer(text, start, end):
            if m.group(1).split()[-1] in VENUES:
                yield _place(text, m.start(1), m.end(1), "place-venue")


def _is_seat(text: str, start: int, at: int) -> bool:
    """Whether "in" tells where a body has its seat, which is no place of an event unless an office is opened there."""
    seat = _SEAT.search(text, max(start, at - 60), at)
    return seat is not None and not _OPENED_OFFICE.search(text, max(start, at - _OPENED_OFFICE_REACH), at)


def _departs(text: str, start: int, at: int) -> bool:
    return _DEPARTING.search(text, max(start, at - _DEPARTING_REACH), at) is not None


def _welcomes(text: str, start: int, at: int) -> bool:
    return _WELCOMING.search(text, max(start, at - _WELCOMING_REACH), at) is not None


def _in_title(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether a part of the world stands in the name of an occasion: "Common Future in Asia"."""
    word = text[text.rfind(" ", start, max(start, m.start() - 1)) + 1 : m.start()]
    return word[:1].isupper() and text.startswith(PARTS_OF_THE_WORLD, m.end())


def _in_quoted_name(text: str, start: int, at: int) -> bool:
    """Whether a preposition stands in the quoted name of something: the exhibition "Hong Kong at Your Service"."""
    opened = text.rfind("“", start, at)
    if opened <= text.rfind("”", start, at):
        opened = text.rfind('"', start, at) if text.count('"', start, at) % 2 else -1
    return opened >= 0 and _STATED.search(text, max(start, opened - 2), opened) is None


def _at(text: str, at: int, end: int, gazetteer: PlaceGazetteer, *, venue_likely: bool) -> Iterator[Place]:
    """The place whose name begins at ``at``, and further cities joined to it."""
    if text[at].isdigit():
        if street := STREET.match(text, at, end):  # "10 Downing Street"
            yield _place(text, at, address(text, street.end(), end, gazetteer, cities=False), "place-venue")
        return
    owner = _POSSESSOR.match(text, at, end)
    if owner and (gazetteer.kind(owner["name"]) or owner["name"].rpartition(" ")[2] in HEAD_WORDS):
        at = owner.end()
    m = NAME.match(text, at, end)
    if not m:
        return
    if m.group().isupper() and len(m.group()) > 4 and text[at : at + 30].upper() == text[at : at + 30]:
        yield from _in_capitals(text, at, end, gazetteer)
        return
    stop = known_end(text, at, end, gazetteer)
    known = gazetteer.kind(text[at:stop]) if stop else None
    if stop and known and known != "venue":
        yield from _cities(text, at, stop, end, gazetteer)
        return
    head, of, _ = m.group().partition(" of ")
    if of and head.split(" ")[-1] in OPENINGS:
        within = at + len(head) + len(of) + (4 if m.group().startswith(f"{head} of the ") else 0)
        yield from _at(text, within, end, gazetteer, venue_likely=False)
        return
    if not stop and (dashed := _named_by_dash(text, m.end(), end)):
        yield _place(text, at, dashed, "place-venue")
        return
    if not stop and (opened := _opened_here(text, at, end, gazetteer)):
        yield _place(text, at, opened, OPENED)
        return
    stop = stop or end_within(text, at, head, of, end, gazetteer) or venue_end(text, at, m.end(), end)
    if text.endswith(" No", at, stop) and (number := _NUMBER.match(text, stop, end)):
        stop = number.end()  # "Lotus Welfare Institution No.1"
    name = text[at:stop]
    if not known and is_town(name) and (whole := address(text, stop, end, gazetteer, cities=True)) > stop:
        yield _place(text, at, whole, "place-city")
        return
    numbered = _NUMBERED.match(name)
    if room := _ROOM_BEHIND.match(text, stop, end):
        if known or is_venue(name, venue_likely=False):
            yield _place(text, at, room.end(), "place-venue")
        return
    sure = bool(known or numbered) or _is_seated(name, gazetteer)
    if not (sure or is_venue(name, venue_likely=venue_likely)) or describes(text, stop, end):
        return
    if not sure and goes_on(text, at, stop, end):
        return
    if wing := _WING.match(text, stop, end):
        stop = wing.end()
    whole = address(text, stop, end, gazetteer, cities=False)
    if whole == stop and (quarter := _QUARTER.match(text, stop, end)) and gazetteer.kind(quarter["city"]) == "city":
        whole = quarter.end("city")
    if whole > stop or not numbered or " of " in name:
        yield _place(text, at, whole, "place-venue")


def _named_by_dash(text: str, stop: int, end: int) -> int | None:
    """The end of a name that says behind a dash what the venue is: "TOUCH - Support Service Centre for Carers"."""
    dashed = _DASHED.match(text, stop, end)
    if dashed is None or dashed["rest"].split(" ")[-1] not in CENTRES:
        return None
    return venue_end(text, dashed.start("rest"), dashed.end(), end)


def _opened_here(text: str, at: int, end: int, gazetteer: PlaceGazetteer) -> int | None:
    """The end of what is opened, before the occasion called after it: "at the Lotus House Grand Opening Ceremony"."""
    m = _OPENING_BEHIND.match(text, at, end) if text.find("pening ", at, at + _OPENING_REACH) >= 0 else None
    name = _NUMBER_BEHIND.sub("", m["name"]) if m else ""
    is_site = name.rpartition(" ")[2] in VENUES or _is_seated(name, gazetteer)
    return m.end("name") if m and is_site and not OCCASIONS.intersection(name.split(" ")) else None


def _is_seated(name: str, gazetteer: PlaceGazetteer) -> bool:
    """Whether a name of a venue ends with its city: "Lotus College Hong Kong"."""
    words = name.split(" ")
    return any(words[k - 1] in VENUES and gazetteer.kind(" ".join(words[k:])) for k in range(2, len(words)))


def _cities(text: str, at: int, stop: int, end: int, gazetteer: PlaceGazetteer) -> Iterator[Place]:
    """A known city, district, region or country with what it lies in, and a second one joined to it."""
    first = gazetteer.kind(text[at:stop])
    whole = stop if first == "country" else address(text, stop, end, gazetteer, cities=True)
    if text[at:stop] in ZONES and (city := _COMMA.match(text, stop, end)):
        around = known_end(text, city.end(), end, gazetteer)
        whole = around if around and gazetteer.kind(text[city.end() : around]) == "city" else whole
    yield _place(text, at, whole, f"place-{first}")
    series: list[Place] = []
    while joined := (_AND_CITY.match(text, whole, end) or _COMMA.match(text, whole, end)):
        following = known_end(text, joined.end(), end, gazetteer)
        kind = gazetteer.kind(text[joined.end() : following]) if following else None
        if not following or not kind or kind == "venue":
            return
        whole = address(text, following, end, gazetteer, cities=True)
        series.append(_place(text, joined.end(), whole, f"place-{kind}"))
        if not joined.group().startswith(", ") or "and" in joined.group():
            yield from series
            return


def _place(text: str, start: int, end: int, rule: str) -> Place:
    return Place(text[start:end], Evidence(Span(start, end), rule))


def _in_capitals(text: str, at: int, end: int, gazetteer: PlaceGazetteer) -> Iterator[Place]:
    """A place in a text set in capitals: the longest known name, else the words to a noun of venues."""
    m = _CAPITALS.match(text, at, end)
    if not m:
        return
    words = re.split(r"(?<=[A-Z]{2})\.", m.group())[0].split(" ")[:8]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        kind = gazetteer.kind(name)
        if kind:
            yield _place(text, at, at + len(name), f"place-{kind}")
            return
    for count, word in enumerate(words, 1):
        if word.capitalize() in VENUES and count > 1:
            yield _place(text, at, at + len(" ".join(words[:count])), "place-venue")
            return
