"""The ways in which a release tells what ends, leads or places a trip told before, and how long it was."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.patterns import pattern, rule

RETURN: Final = rule(
    "trip-return",
    r"\b(?:return(?:s|ed)? to|(?:before|prior to) returning to|back (?:to|in)|arrive back in) Hong Kong\b"
    r"|\b(?:will be|(?:is|are) (?:expected|due|scheduled|to be)(?: to be)?) back(?= (?:on|in the|this)\b|\.| \ue002)",
    ("return", "back "),
    "She will return to Hong Kong on January 3",
)
GO_ON: Final = rule(
    "trip-end",
    r"\b(?:conclud(?:e|ed|ing)|continue) (?:his|her|the|their) (?:[\w-]+ ){0,3}?visit\b",
    ("conclud", "continue"),
    "She will conclude her visit on January 3",
)
LED: Final = rule(
    "role-delegation",
    r"\b(?:delegation|side|[Vv]isit),? [^.;]{0,80}?(?:is|was|will be)? ?(?:led|headed) by <P:lead>",
    ("delegation", "side", "visit"),
    "The delegation will be led by Mr Lau Kam-wing",
)
# the office of who leads a delegation
LEADER: Final = re.compile(r"(?:leader|head) of (?:the |its )?delegation|delegation leader", re.IGNORECASE)
LED_FIRST: Final = rule(
    "role-delegation",
    r"^(?:Also )?(?:Led|Headed) by {ADV}<P:lead>,? (?:the |members of the |other )*"
    r"(?:[Dd]elegation|[Dd]elegates|[Mm]embers|group|party|team)\b",
    ("^led by", "^headed by", "^also led by"),
    "Led by Mr Lau Kam-wing, the Members were briefed on the project",
)
COMES_WITH: Final = rule(
    "role-delegation",
    r"<P:lead>(?:['’]s? (?:visit|arrival)\b[^.;\ue000]{0,80}? with|,? (?:and|with|together with)) (?:his|her) "
    r"(?:[\w-]+ )?delegation\b",
    ("his delegation", "her delegation", "-member delegation"),
    "Mr Poon welcomed the visit of Mr Lau Kam-wing and his delegation",
)
LEADS_ONE: Final = rule(
    "role-delegation",
    r"<P:lead>,? {ADV}(?:will )?(?:led|leads?|is leading|head(?:ed|s)?) "
    r"(?:(?:an?|the|its) [^.;,\ue000]{0,60}?delegation|(?P<whole>the (?:visit|inspection|tour|group|team)))\b",
    ("delegation", "led the", "lead the", "leads the", "headed the", "leading the"),
    "Mr Lau Kam-wing led a delegation to Norland",
)
ARRIVAL: Final = rule(
    "arrival",
    r"\b(?:(?<!Before )(?<!before )(?<![Pp]rior to )(?i:arriv(?:ed|es?|ing|al)) in|travel(?:led|s)? to"
    r"|proceed(?:ed|s)? to|went to|go to|(?:schedule|programme|itinerary|engagements) in"
    r"|^(?:[^,.;\ue000]{0,40}, )?[Ii]n) (?=[A-Z])",
    (
        *("arriv", "travel", "proceed", "went to", "go to", "^in ", ", in "),
        *("schedule in", "programme in", "itinerary in", "engagements in"),
    ),
    "Mr Poon arrived in Zurich",
)

# "three-day visit", "the second day of his visit"
COUNTED: Final = re.compile(
    r"\b(?P<span>two|three|four|five|six|seven|eight|nine|ten)-day\b"
    r"|\b(?P<nth>second|third|fourth|fifth|sixth|seventh)(?: day of|-day)\b",
    re.IGNORECASE,
)
NUMBERS: Final = {
    **{word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)},
    **{word: n for n, word in enumerate("second third fourth fifth sixth seventh".split(), 2)},
}
CONCLUDE: Final = re.compile(
    r"(?:conclud|complet|end|wrap|return|wound up|rounded off"
    r"|(?:at|on|upon|after) (?:the )?(?:completion|conclusion|end|close))",
    re.IGNORECASE,
)
BEGINS: Final = re.compile(r"beg[ia]n|commenc|start|conduct")
HOME: Final = re.compile(
    r"^(?:the )?Hong Kong(?: SAR| Special Administrative Region|\b(?! [A-Z]))|\bhome\b", re.IGNORECASE
)
# behind Hong Kong, where somebody from elsewhere arrives: "arrived in Hong Kong yesterday for a two-day visit"
FOR_A_VISIT: Final = re.compile(
    r"[^.;,\ue000]{0,30}? (?:for|to (?:begin|start|commence)|on) (?:an?|his|her|their) (?:[\w-]+ ){0,3}?visit\b"
)
JOURNEY: Final = re.compile(r"duty|official|working|-day|study")
# who goes, where no person is named yet
DELEGATION: Final = re.compile(r"\b(?:[Dd]elegation|Panel|Committee|Council|Members)\b")
# a body, or members of one, of whom nobody is named: "Members of the Panel on Ports (today) visited"
BODY_VISITS: Final = pattern(
    r"(?:<D>,? |[A-Z][a-z ]{3,30}, )?(?:(?:(?:Also )?(?:[Aa]ccompanied|[Ll]ed|[Jj]oined) by|In the company of) <P>"
    r"(?:,? (?:as well as|and|together with) [^.;,\ue000]{3,120})?,? )?(?:They"
    r"|(?:(?:The )?(?:Legislative Council|LegCo|District Council) (?:\([A-Z]\w+\) )?)?Members|[Tt]he [Dd]elegation"
    r"|[Tt]he delegates"
    r"|(?:The )?[Dd]elegation members|(?:Members|Representatives|A delegation|The delegation|A \w+-member delegation"
    r"|(?:The|An?) (?:\w+ )?(?:group|delegation)) (?:of|from) [^.;\ue000]{3,200}?"
    r"|The [A-Z][^.;\ue000]{3,160}?(?:Panel|Committee|Subcommittee)(?: on [^.;\ue000]{3,90}?)?)"
    r" ?(?:also |then |will |today |first |later |next |further |<D> )*$"
)
DELEGATION_ACTS: Final = pattern(r"\b(?:[Tt]he (?:[Dd]elegation|delegates)|They|Members)\b[^.;\ue000]*$")
# what a day or an occasion is said to have had, where "he" of the sentences before is meant: "The day ended with"
OF_DAY: Final = pattern(
    r"(?:The|His|Her|Their|This) (?:[\w-]+ ){0,4}?(?:day|morning|afternoon|evening|visit|trip|programme|stop|leg"
    r"|itinerary|tour)(?: (?:of|in|to) [^.;,\ue000]{2,60}?)? {ADV}"
    r"|(?:This|It|That|The (?:\w+ )?(?:meeting|lunch|luncheon|dinner|breakfast|ceremony|talks|visit|tour|call|forum"
    r"|seminar))(?: [^.;\ue000]{2,60}?)? (?:was|is|will be) {ADV}"
)
# whose stop is told: "Mr Poon's first stop"
OWNER: Final = pattern(r"<P:who>['’]s?$")
# "visited Qiantang Robotics Co., Ltd. and Lanhai Semiconductor Technology Group": the sites behind the first
_SITE: Final = (
    r"(?:the )?[A-Z][\w'’.&/-]*(?:(?: (?:of|the|de|la|for|&|in)){0,2} [A-Z0-9(][\w'’.&/()-]*)*"
    r"(?:, (?:Ltd|Inc|Limited|plc)\b\.?)?"
)
MORE_SITES: Final = pattern(
    rf"(?:\.?,? (?:Ltd|Inc|Limited|plc)\b)?\.?(?P<more>(?:(?:,? and |,? as well as |, ){_SITE})+)"
    r"(?=[.,;]| (?:to|where|on|in|as|with|located|respectively|this|today|yesterday) | \([A-Z]"
    r"| respectively[.,;]| ?\ue002|$)"
)
ONE_MORE: Final = re.compile(rf"(?P<joint>,? and |,? as well as |, )(?P<site>{_SITE})")
# "Guangzhou, Huizhou and Shenzhen": what stands between places of one trip
BETWEEN_PLACES: Final = frozenset({", ", " and ", ", and ", " and the ", ", and the ", ", the "})
CITIES: Final = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:, [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?){0,6},? and "
    r"(?!Mr\b|Ms\b|Mrs\b|Dr\b|Miss\b)[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
    r"(?=[.;()]|,(?! Mr| Ms| Dr)| (?:to|from|on|for|in|this|next|tomorrow|today|yesterday|starting)\b|$)"
)
_BODIES: Final = (
    r"(?:Office|Ministry|Bureau|Department|Commission|Council|Authority|University|Institute|Academy|Centre|Center"
    r"|Museum|Hospital|College|School|Group|Company|Corporation|Limited|Association|Chamber|Exchange|Bank|Division"
    r"|Unit|Agency|Administration|Court|Procuratorate)\b"
)
BODY: Final = re.compile(rf"\b{_BODIES}")
# a name that can only be that of a site: "the Tuen Mun Bypass"
A_SITE: Final = re.compile(
    r"\b(?:Bypass|Highway|Expressway|Reservoir|Landfill|Station|Point|Port|Metropolis|Loop|Hub|Zone|Works|Plant|Link"
    r"|Line|Bureau|Headquarters|Depot|Shelter|Development|District|Corridor|Valley|City|Town|Village|Archives)$"
)
# a body that has the names of places in its own: "the Hong Kong and Macao Affairs Office"
BODY_OF_PLACES: Final = re.compile(rf"the (?:[A-Z][\w'’-]+ (?:and )?){{1,7}}?{_BODIES}")
# what is shown somewhere, behind its name: "visited the Silk and Tea exhibition at the Harbour Museum"
SHOWN: Final = re.compile(r" (?:[a-z-]+ )?(?:exhibition|exhibit|show|fair|display|installation|booth|stall)s?\b")
# behind a name that somebody leaves for, which no list of places knows
LEAVES_FOR: Final = re.compile(
    r"(?:(?:,| and|, and) [A-Z][\w-]+)*"
    r"(?:[.;,]| ?\ue002| (?:to [a-z]+|tomorrow|today|tonight|this|on|in the|at)\b|$)"
)
# behind a name that people are led to: what they do there, so that it is a place
AIM: Final = re.compile(
    r",? (?:to (?:learn|study|visit|attend|take part|participate|conduct|exchange|explore|understand|experience)"
    r"|for (?:an?|the) [^.;]{0,40}?(?:visit|tour|programme|trip|camp))\b"
)
# behind a name that people went to: what they did there, or where it is, so that it is a site
SEEN_THERE: Final = re.compile(
    r"(?: \([A-Z][\w&-]*\))?,? (?:located (?:in|at)\b|where (?:\ue000|he|she|they)\b"
    r"|to (?:(?:learn|know|understand) more|inspect|observe|view|see|tour|look|learn|find out|get a better|gain"
    r"|be briefed|receive a briefing|take a look)\b)"
)
# behind the name of a city: it only says which of many things, which have no name
MODIFIES: Final = re.compile(
    r" (?:[a-z-]+ )?(?:enterprises|companies|firms|businesses|students|people|residents|youths?|families|organisations"
    r"|institutions|schools|athletes|officials|representatives|leaders|start-ups|projects|facilities|communit(?:y|ies)"
    r"|officers|staff|exhibitors|citizens)\b"
)
NOT_SITE: Final = re.compile(
    r"^(?:the )?(?:Ambassador|Minister|Mayor|Governor|Prime Minister|Premier|Secretary|Commissioner|Chairman"
    r"|Mr|Ms|Mrs|Miss|Dr|HE|He|She|They|It|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b"
)
# behind what is visited only for somebody who is met there: "visited the Ministry to pay a courtesy call on <P>"
TO_CALL_ON: Final = pattern(
    r"(?: \([A-Z]\w*\))?,? {ADV}to (?:pay (?:an? )?(?:[\w-]+ )?(?:courtesy )?calls? on|call on|meet(?: with)?"
    r"|hold (?:an? )?(?:[\w-]+ )?(?:meetings?|talks|discussions?) with) (?:(?! and | to )[^.;\ue000]){0,120}?<P>"
)
TRIP_WORDS: Final = frozenset({"visit", "trip", "tour", "programme"})
