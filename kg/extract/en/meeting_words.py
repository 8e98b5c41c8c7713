"""What stands around the words that tell a meeting: who acts, who else was met, and what makes it several."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.patterns import pattern

HOSTED_FOR: Final = "meeting-hosted-for"
PROGRAMME: Final = "meeting-programme"
"""The rule of what a programme has: the programme of somebody named before it, or of whoever is on a trip."""
REFERS_BACK: Final = frozenset({"meeting-whose", "meeting-those-with", "meeting-of-day"})
"""Rules in which the side that acts is whoever the sentence before was about."""

AT_GATHERINGS: Final = frozenset({"meeting-discussed", "meeting-views", "meeting-talked"})
"""What people also do on a panel, which is no meeting of theirs."""
AT_THE: Final = re.compile(
    r"(?:At|During|In) (?:the|this) (?:[\w-]+ ){0,3}?(?P<noun>forum|conference|seminar|summit|symposium|panel"
    r"|discussion|session|workshop|dialogue)\b(?! with)"
)

ALSO: Final = re.compile(r"\balso\b")
# "following yesterday's meeting with": not on the day of the main clause
OF_DAY: Final = pattern(r"<D:day>['’]s ")

_AT_TIMES: Final = (
    r"(?:,? (?:(?:on )?<D>|(?:in|on|at|over) (?:the )?(?:morning|afternoon|evening|night|noon|midday|lunch|dinner"
    r"|breakfast)"
    r"|earlier|later))*+"
)
# "met Mr A in the morning and Mr B in the afternoon": the verb goes on behind a time
GAPPED: Final = pattern(
    r"(?P<when>{TIMES})(?:,? and|,? then)(?: then| later| also)? (?:with )?<P:more>(?P<then>{TIMES})"
    r"(?=[.;,]|$| (?:and|to|at|in|on|before|after)\b(?! <P>))",
    TIMES=_AT_TIMES,
)
# "met the Mayor of X, Mr A, and other officials including the Deputy Mayor, Mr B": the other side goes on
INCLUDING: Final = pattern(r"[^.;\ue000]{0,60}?,? including <P:more>")
# "met with members of the Chamber including ...": one meeting, whatever "separately" says further on
ONE_BODY: Final = re.compile(r"(?:members|representatives|directorate|officials)[^.;]{0,60}including (?:the )?$")
# "will meet government officials including the Minister, Mr A; and the Governor, Mr B": one after the other
OFFICIALS: Final = re.compile(r"(?:officials|ministers|leaders)[^.;]{0,60}including (?:the )?$")
# each of the other side was met alone; of "delegations respectively headed by A and B" each has its head
APART: Final = re.compile(
    r"\b(?:separately|respectively(?! (?:led|headed) by)(?<!(?:.led|aded) respectively)"
    r"|separate|in turn|one after (?:the other|another)|both calls|individually)\b"
)
# at a conference, one after the other
ASIDE: Final = re.compile(r"\bon the (?:sidelines|margins)\b")
# the post of somebody who stands for a body of its own: "President of the Bar Association", "Consul General of Norland"
ON_ITS_OWN: Final = re.compile(
    r"^(?P<mission>(?:[\w'’.-]+ )*(?:Consul[ -]General|Ambassador)\b.*)"
    r"|^(?:[\w'’.-]+ )*(?:Minister|Secretary)\b.*? (?:of|for) .* of (?:the )?(?P<state>[A-Z][\w ]+)$"
    r"|^(?:Prime Minister|President|Premier) of (?:the )?(?P<realm>(?:[A-Z]\w+ ?)+)$"
    r"| (?:of|for|in|at) (?:the )?"
    r"(?P<body>(?:[\w'’&.-]+ )*?(?:Society|Association|Chamber|University|Institute|Bank|Foundation|Federation|Limited"
    r"|Corporation|Group|Club|Union|Organi[sz]ation)\b.*)"
)
# the head of a firm or another body of its own, no organ of a government: "Executive Chairman of Lotus Capital"
HEADS_A_BODY: Final = re.compile(
    r"(?:[\w'’&-]+ )*?(?:Chair(?:man|woman|person)?|President|Chief Executive(?: Officer)?|CEO|Founder"
    r"|Managing Director|Managing Partner|Vice-Chancellor|Rector|Dean)(?: and [\w -]+?)? of (?:the )?"
    r"(?P<body>(?!.*\b(?:Government|Municipal|Provincial?|Council|Committee|Congress|Conference|Commission|Ministry"
    r"|Department|Bureau|Republic|Party|States?|Kingdom|Region|Assembly|Parliament|Senate|Courts?|Delegation|Panel"
    r"|House|Office)\b).+)"
)
# a banquet is a Reception: left to the rules of gatherings
BANQUET: Final = re.compile(r"\b(?:gala|banquet|reception|cocktail)\b", re.IGNORECASE)
MEAL: Final = re.compile(r"lunch|dinner|breakfast|supper|tea")
RECEPTION: Final = re.compile(r"\b(?:gala|banquet|reception|welcome|cocktail|annual|spring|farewell)\b", re.IGNORECASE)
# the subject is a body that was sent: "During the visit, the delegation will meet ..."
# ("A, leading the delegation, met B": its leader acts)
_ACTS: Final = r"\b(?<!leading )(?<!heading )"
# "During the visit of the delegation, Mr Lau met": nor is it what acts behind a preposition
_OF_IT: Final = "".join(rf"(?<!\b{word} )" for word in ("of", "with", "by", "to", "for", "from"))
DELEGATION_ACTS: Final = re.compile(
    rf"(?:{_ACTS}(?:{_OF_IT}[Tt]he delegation"
    rf"|^It(?= (?:also|then|will|later|met|called|paid)\b)"
    rf"|[Mm]embers of the delegation|[Tt]he delegates|[Tt]hey|[Mm]embers))\b[^.;]{{0,40}}$"
)
# "Mr Lau and members of the delegation met", "Led by Mr Lau, the delegation met", "Mr Lau, who led the delegation, met"
LEADS_DELEGATION: Final = pattern(
    r"(?:<P:with>,? (?:and|together with|along with|as well as) (?:the |his |her |other |fellow |some )*"
    r"(?:(?:members|representatives|delegates) of (?:the |his |her )?)?(?:delegation|members)"
    r"|(?:[Ll]ed|[Hh]eaded) by {ADV}<P:lead>,? (?:the|members of the) delegation"
    r"|<P:who>, (?:who (?:is |was )?)?(?:leads?|led|leading|heads?|headed|heading) (?:the|an?"
    r"|this) [^.;,\ue000]{0,60}?delegation"
    r"(?: of [^.;,\ue000]{2,60})?,?)[^.;,\ue000]{0,40}$"
)
_SENT: Final = _ACTS + r"(?:[Tt]he delegation|[Dd]elegation members|[Tt]he delegates|Members)\b"
BODY_ACTS: Final = re.compile(_SENT + r"[^.;\ue000]{0,60}$")
BY_DELEGATION: Final = re.compile(_SENT + r"[^.;]{0,60}$")
WHERE: Final = re.compile(r"\bwhere\b")
VISITED: Final = re.compile(r"\b(?:visit|tour|inspect|called at)")
# what the meeting may be called later on
MEETING_WORDS: Final = re.compile(
    r"lunch\w*|dinner|breakfast|talks?|discussions?|sessions?|dialogues?|gathering|conference|consultations?|exchanges?"
)
