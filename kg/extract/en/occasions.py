"""What kind of occasion a noun phrase names: "the opening ceremony of ..." is a Ceremony."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick

from kg.model import Kind

# Longer phrases first where they decide otherwise than their last noun. Each with an example.
PHRASES: Final[dict[str, tuple[Kind, str]]] = {
    "signing ceremon": (Kind.SIGNING, "the signing ceremony of a Memorandum of Understanding"),
    "press conference": (Kind.BRIEFING, "a press conference on ferry safety"),
    "news conference": (Kind.BRIEFING, "a news conference"),
    "press briefing": (Kind.BRIEFING, "a press briefing"),
    "media briefing": (Kind.BRIEFING, "the media briefing"),
    "media session": (Kind.BRIEFING, "a media session before the Executive Council meeting"),
    "stand-up": (Kind.BRIEFING, "a stand-up session"),
    "media stand": (Kind.BRIEFING, "a media stand-up"),
    "memorial service": (Kind.CEREMONY, "the memorial service for the victims"),
    "remembrance service": (Kind.CEREMONY, "the Harbour Remembrance Service"),
    "thanksgiving service": (Kind.CEREMONY, "a thanksgiving service"),
    "reception ceremony": (Kind.RECEPTION, "the reception ceremony"),
    "tea reception": (Kind.RECEPTION, "the tea reception"),
    "hong kong night": (Kind.RECEPTION, "the Hong Kong Night at the film festival"),
    "gala dinner": (Kind.RECEPTION, "the New Year's Eve Gala Dinner"),
    "board meeting": (Kind.CONFERENCE, "the board meeting of the authority"),
    "council meeting": (Kind.CONFERENCE, "the Executive Council meeting"),
    "committee meeting": (Kind.CONFERENCE, "the Finance Committee meeting"),
    "annual meeting": (Kind.CONFERENCE, "the World Economic Forum Annual Meeting"),
    "plenary meeting": (Kind.CONFERENCE, "the plenary meeting"),
    "ministerial meeting": (Kind.CONFERENCE, "the APEC Finance Ministers' Meeting"),
    "ministerial gathering": (Kind.CONFERENCE, "the Informal Ministerial Gathering"),
    "ministers' meeting": (Kind.CONFERENCE, "the APEC Finance Ministers' Meeting"),
    "ministers meeting": (Kind.CONFERENCE, "the Ministers Meeting"),
    "leaders' meeting": (Kind.CONFERENCE, "the APEC Economic Leaders' Meeting"),
    "regional meeting": (Kind.CONFERENCE, "the C40 Regional Meeting"),
    "general meeting": (Kind.CONFERENCE, "the Annual General Meeting"),
    "panel discussion": (Kind.CONFERENCE, "a panel discussion"),
}

NOUNS: Final[dict[Kind, str]] = {
    Kind.SIGNING: "signing",
    Kind.CEREMONY: (
        "ceremony ceremonies opening inauguration launch launching unveiling groundbreaking ground-breaking topping-out"
        " celebration celebrations commemoration parade swearing-in presentation graduation congregation investiture"
        " flag-raising premiere prize-giving kick-off anniversary awards festival carnival handover unveiling"
        " passing-out-parade cutting christening remembrance screening commissioning wreath-laying pledge-taking"
        " oath-taking funeral"
    ),
    Kind.CONFERENCE: (
        "forum summit conference seminar symposium exhibition expo fair workshop convention congress lecture assembly"
        " colloquium roundtable webinar dialogue session sessions panel conclave exposition conferences forums seminars"
        " symposia consultation consultations retreat week plenary"
    ),
    Kind.RECEPTION: (
        "reception dinner lunch luncheon banquet gala cocktail cocktails party breakfast receptions dinners luncheons"
        " lunches banquets ball gathering"
    ),
    Kind.BRIEFING: "briefing",
    Kind.OTHER: "concert concerts recital recitals performance performances",
}

_KIND_OF: Final = {noun: kind for kind, nouns in NOUNS.items() for noun in nouns.split()}
# Of nouns that contain one another the shortest will do for a first test.
_STEMS: Final = (
    *(noun for noun in _KIND_OF if not any(other != noun and other in noun for other in _KIND_OF)),
    *("meeting", "plenary", "exchange", "university"),  # at a university a speech alone is one
)
_SITTING: Final = re.compile(
    r"\b(?:council|committee|panel|panels|board|assembly|leaders'?|commission|congress|plenary"
    r"|ministerial)(?: [\w-]+){0,2} meeting\b"
)
_MEETING_OF: Final = re.compile(
    r"\bmeeting under the (?:[\w-]+ ){1,6}?mechanism\b"
    r"|\bmeeting of (?:the )?(?:[\w&-]+ ){0,5}?(?:council|committee|board|panel|commission|group|task force"
    r"|working party|assembly|body|caucus|secretariat)\b"
    r"|\bmeetings? (?:of|for) (?:the )?(?:[\w&-]+ ){0,3}?(?:ministers|leaders|senior officials|commissioners|directors"
    r"|directors-general|heads|governors)\b(?! from)"
    r"|\b(?:ministers|commissioners|directors|heads|senior officials|vice-ministers|governors)['’]?"
    r"(?: (?!with\b|and the\b)[\w-]+){0,6} meeting\b"
    r"|\b(?:working group|task force|working party|expert group)(?: (?!with\b)[\w-]+){0,6} meeting\b"
)
# "the 9th Conference of the Lotus Alliance opening ceremony"
_ITS_CEREMONY: Final = re.compile(
    r"\b(?:conference|forum|summit|congress|convention)\b.*\b(?:opening|closing) ceremony$"
)
# "the question-and-answer session of the luncheon": a part of it
_PART_OF: Final = re.compile(
    r"^(?:the )?(?:question[- ]and[- ]answer|q&a|discussion) (?:session|part) (?:of|at|during) "
)
# "a lunch after the forum": what was before it is another occasion
_APART: Final = re.compile(r" (?:after|before|following) ")
# "the Annual Meeting between Harbour Customs and Lotus Customs": two sides meet
_BETWEEN_TWO: Final = re.compile(r"(?:\b(?:annual|general|regional|ministerial|plenary) )?\bmeetings? between .*")
# "the opening of the symposium": its first part, no ceremony of its own
_OPENING_OF: Final = re.compile(
    r"^(?:the )?opening of .*\b(?:forum|summit|conference|seminar|symposium|congress|convention)"
    r"(?: (?:in|on|for|at) [^,]+)?$"
)
# "witnessed the exchange of memoranda of understanding": what is exchanged there has been signed
_EXCHANGE_OF: Final = re.compile(
    r"\bexchanges? of (?!views|ideas|opinions)(?:the |an? |signed )?(?:[\w-]+ ){0,3}?"
    r"(?:memorand|mous?\b|agreements?|co-operation documents?)"
)
_COMPLEMENT: Final = re.compile(
    r" (?:of|for|on|in|to|at|cum|themed|titled|entitled|organised|hosted|held|by|with|after|before|following) "
)
# "50th Anniversary in Norland Celebration Banquet": a place inside a name
_NAMED_TO_ITS_END: Final = re.compile(r" in [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+$")
# "Harbour Conference - A Celebration of Engineering": what it is comes first
_TAGLINE: Final = re.compile(r" ?[-–—:] ?(?:An?|The|Celebrating|Towards?) ")
_WORD: Final = re.compile(r"[\w'-]+(?! (?:[Hh]alls?|[Rr]ooms?|[Cc]entres?|[Cc]enters?|[Bb]ooths?)\b)")
_PLAIN_WORD: Final = re.compile(r"[\w-]+")
_GENERAL: Final = frozenset({"meeting", "event"})


def kind_of(phrase: str) -> Kind | None:
    """The kind of the occasion that a noun phrase names, or None.

    >>> kind_of("Opening Ceremony of the 2017 FIA Formula E Hong Kong E-Prix"), kind_of("WKCD Authority reception")
    (<Kind.CEREMONY: 'Ceremony'>, <Kind.RECEPTION: 'Reception'>)
    >>> kind_of("opening session of the Gulf Capital Markets Summit")
    <Kind.CONFERENCE: 'Conference'>
    """
    if tagline := _TAGLINE.search(phrase):
        phrase = phrase[: tagline.start()] if kind_of(phrase[: tagline.start()]) else phrase
    low = _APART.split(phrase.casefold(), maxsplit=1)[0]
    if (session := _PART_OF.match(low)) and kind_of(phrase[session.end() :]):
        return kind_of(phrase[session.end() :])
    if _ITS_CEREMONY.search(low):
        return Kind.CEREMONY
    if "meeting" in low:
        low = _BETWEEN_TWO.sub("", low)
    if _MEETING_OF.search(low) or _OPENING_OF.search(low):
        return Kind.CONFERENCE
    if _EXCHANGE_OF.search(low):
        return Kind.SIGNING
    cut = None if _NAMED_TO_ITS_END.search(phrase) and low.split()[-1] in _KIND_OF else _COMPLEMENT.search(low)
    shown = False  # a concert, unless it is that of a ceremony: "the performance in celebration of the anniversary"
    for part in (low[: cut.start()], low[cut.start() :]) if cut else (low,):
        for words, (kind, _) in PHRASES.items():
            if words in part:
                return kind
        if _SITTING.search(part):
            return Kind.CONFERENCE
        nouns = [word for word in _WORD.findall(part) if word in _KIND_OF]
        if cut and nouns[-1:] == ["anniversary"] and (named := _KIND_OF.get(low.split()[-1])):
            return named  # "18th Anniversary of the Exchange Cocktail Reception"
        if nouns and (kind := _KIND_OF[nouns[-1]]) is not Kind.OTHER:
            return kind
        shown = shown or bool(nouns)
    return Kind.OTHER if shown else None


def words_of(phrase: str) -> frozenset[str]:
    """What an occasion may be called later on: the words of its name that say its kind.

    >>> sorted(words_of("Opening Ceremony of the Finance Forum"))
    ['ceremony', 'forum', 'opening']
    """
    found = _PLAIN_WORD.findall(phrase.casefold())
    return frozenset(word for word in found if word in _KIND_OF or word in _GENERAL or "stand-up" in word)


def has_occasion(folded: str) -> bool:
    """A quick test whether a text, given in lower case, may name an occasion at all."""
    return bool(_stems().find_matches_as_indexes(folded))


@cache
def _stems() -> AhoCorasick:
    return AhoCorasick(_STEMS, store_patterns=False)
