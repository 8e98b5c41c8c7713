"""The ways in which a release tells trips, and visits to institutions and places. ``<place>`` is what is visited."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.patterns import DAY, Rule, pattern, rule

# Common nouns of what can be visited.
SITES: Final = (
    *("centres?", "laborator(?:y|ies)", "factor(?:y|ies)", "schools?", "hubs?", "offices?", "campus", "exhibitions?"),
    *("booths?", "plants?", "sites?", "terminals?", "museums?", "hospitals?", "ports?", "bases?", "parks?"),
    *("facilit(?:y|ies)", "galler(?:y|ies)", "markets?", "estates?", "farms?", "compan(?:y|ies)", "colleges?"),
    *("institutes?", "villages?", "stations?", "headquarters", "projects?", "homes?", "pavilions?", "incubators?"),
    *("halls?", "shelters?", "kindergartens?", "nurser(?:y|ies)", "hostels?", "theatres?", "wards?"),
    *("enterprises?", "clinics?", "workshops?", "stalls?", "sections?", "developments?", "start-ups?", "platforms?"),
    *(
        "providers?",
        "institutions?",
        "librar(?:y|ies)",
        "academ(?:y|ies)",
        "universit(?:y|ies)",
        "stadiums?",
        "charit(?:y|ies)",
    ),
    *("kindergartens?", "nurser(?:y|ies)", "halls?", "shops?", "restaurants?", "warehouses?", "depots?", "shelters?"),
    *(
        "malls?",
        "venues?",
        "hostels?",
        "studios?",
        "theatres?",
        "(?:show|control )?rooms?",
        "control points?",
        "checkpoints?",
    ),
)
_ONE: Final = (
    r"(?:an? |the |his |her |their |another )?(?:[\w-]+ ){0,3}?(?:visits?|tours?|inspections?) "
    r"{ADV}(?:to|of|at)"
)
_BEFORE_LOOKING: Final = ("will", "to", "also", "then", "and")
_PARTS: Final = {
    # a name: capitalised words, joined by small ones, and what they lie in
    "NAME": (
        r"(?:the )?[A-Z][\w'’.&/-]*(?:(?: (?:of|the|de|la|for|and|&|in)){0,2} [A-Z0-9(][\w'’.&/()-]*)*"
        r"(?:, (?:the (?=Netherlands|United|Philippines|Republic|Kingdom|Czech|People))?"
        r"(?!(?:Mr|Ms|Mrs|Dr|Miss)\b)[A-Z][\w'’-]*(?: (?:of )?(?:the )?[A-Z][\w'’-]*)*)?"
    ),
    # "the renowned SciLifeLab"
    "KNOWN": (
        r"(?:(?:world|internationally|globally|long|well)[- ])?(?:renowned|famous|famed|iconic|popular|historic"
        r"|historical|known|leading|prestigious|celebrated|nearby|neighbouring|new|class"
        r"|newly[- ](?:opened|built|completed|renovated))"
    ),
    # "three Mainland cities of the Greater Bay Area (GBA), namely"
    "NAMELY": (
        r"(?:(?:two|three|four|five|six|seven|several|a number of) (?:[\w-]+ ){0,3}?"
        r"(?:cities|countries|places|provinces)"
        r"(?: (?:of|in) (?:the )?(?:\([A-Z]\w*\)|[^,;.(\ue000\ue002]){2,90}?)?"
        r"(?:,? (?:namely|including) | ?\((?![A-Z]+\))))?"
    ),
    # "for a three-day visit to", "for duty visits to"
    "VISITS_TO": r"(?:(?:an? (?:[\w-]+ ){0,3}?visit|(?:duty |official |working |business )?visits) to )",
    "BEGIN": r"continu(?:ed|es|ing|e)|Continuing|(?:Beginning|Commencing|Starting)|beg[ia]ns?|beginning|began"
    r"|commenced?|commences|start(?:ed|s)?",
    "END": (
        r"conclud(?:ed|es|e|ing)|completed?|ended|ends|end|wrapped up|wound up|rounded off"
        r"|(?:entered|spent) the \w+ day of|[Oo]n the \w+ day of"
        r"|(?:[Aa]t|[Oo]n|[Uu]pon|[Aa]fter) (?:the )?(?:completion|conclusion|end|close) of|[Cc]ompleting|[Cc]oncluding"
        r"|return(?:ed|s)? (?:to Hong Kong )?{ADV}(?:from|after)"
    ),
    "MAKE": (
        r"conduct(?:ed|s)?|paid|pays?|paying|pay|embarked on|embarks? on|is on|(?:now|currently) on|(?<=elegation )on"
        r"|made|makes?"
        r"|led|leads?|leading"
        r"|undertook|undertakes?|undertake|head(?:ed|s|ing)?(?= (?:an?|the) (?:[\w-]+ ){0,3}?delegation)"
    ),
    "TRAVEL": (
        r"depart(?:ed|s)?|leav(?:e|es|ing)|left|set off|sets off|set out|fly|flew|travel(?:led|s)?|head(?:ed|s)?"
        r"|proceed(?:ed|s|ing)?|moved on|(?:went|go(?:es)?)(?: on)?|drove"
        r"|arrive[ds]?|arriving|(?:t(?:ook|akes?)|board(?:ed|s)) an? (?:[\w-]+ "
        r"){0,2}?"
        r"(?:train|flight|ferry)"
    ),
    "LOOK": (
        r"[Vv]isit(?:ed|s|ing)?|[Tt]our(?:ed|s|ing)?|[Ii]nspect(?:ed|s|ing)?|looked a?round"
        r"|(?:was|were) shown(?: a?round)?|brows(?:ed|es?|ing)"
    ),
    "CALL": (
        r"went (?:on )?to|dropped in (?:at|on)|dropped by|call(?:ed|s|ing)? (?:in )?at|stopped (?:at|by)"
        r"|made (?:an? (?:\w+ )?stop(?:over)? (?:at|in)|(?:his|her|their) way to)"
        r"|(?:walk|stroll)(?:ed|s|ing) (?:through|around|along|about)"
    ),
    # "took a tour of", "started the day with a visit to", "followed by an inspection at"
    "PAID": (
        r"(?:pa(?:id|ys?|ying)|ma(?:de|kes?|king)|conduct(?:ed|s|ing)?|carr(?:ied|ies|y) out|t(?:ook|akes?)"
        r"|join(?:ed|s)?|(?:went|go) on|(?:was|were) (?:given|taken on)|had|{STARTED} {DAY}with|followed,? <D>,? by"
        r"|followed by|(?:featur|includ|compris)(?:ed|es|e|ing)) "
        rf"{{ADV}}{_ONE}|{{STARTED}} {{DAY}}(?:by|with) (?:visiting|touring|inspecting)"
    ),
    "STARTED": (r"(?:start(?:ed|s)?|began|begins?|opened|kicked off|ended|ends|conclud(?:ed|es?)|rounded off|closed)"),
    "DAY": DAY,
    # what became of a visit that a noun names
    "CAME": (
        r"[^.;\ue000]{0,60}? (?:will |has )?(?:[a-z]+ly )?(?P<verb>conclud(?:ed|es?)|end(?:ed|s)?|c(?:ame|omes?) to"
        r" (?:an end|a close)|drew to a close|beg[aiu]ns?|start(?:ed|s)?|commence[ds]?|kicked off|kicks off"
        r"|continue[ds]?)\b"
    ),
    "BEFORE": f"(?:{'|'.join(_BEFORE_LOOKING)})",
    "SITES": "|".join(SITES),
}
_CALLING: Final = (
    *("went to", "went on to", "dropped", "called at", "called in at", "calls at", "call at", "calling at", "stopped "),
    *("stop at", "stop in", "stopover", " way to", "walked ", "walks ", "walking ", "stroll"),
)
_LOOKING: Final = ("visit", "tour", "inspect", "looked", "shown", "brows")


def _rule(name: str, source: str, needs: tuple[str, ...], example: str) -> Rule:
    return rule(name, source, needs, example, **_PARTS)


TRIP: Final = _rule(
    "visit-trip",
    r"\b(?P<verb>{BEGIN}|{END}|{MAKE}) {ADV}(?:an? |the |his |her |their |its )?(?:[\w\ue002\ue003-]+ ){0,4}?"
    r"(?P<noun>visits?|trip|study tour|mission|delegation|tour|itinerary|(?<=official )programme)"
    r"(?: programme)? {ADV}"
    r"(?:(?<=delegation )(?:for|on) an? (?:[\w-]+ ){0,3}?(?:visit|trip|tour|mission) {ADV})?"
    r"(?:(?:of|from|comprising|consisting of|made up of) (?:the )?[^.;,\ue000\ue002]{2,100}? "
    r"(?=to (?:visit (?:the )?)?[A-Z]|on an? )(?:on an? (?:[\w-]+ ){0,3}?(?:visit|trip|tour|mission) )?)?"
    r"(?:to (?:visit |conduct (?:an? )?(?:[\w-]+ ){0,3}?visit {ADV}to )?|in |of ){NAMELY}(?P<place>{NAME})",
    ("visit", "trip", "tour", "mission", "delegation", "official programme", "itinerary"),
    "Mr Poon concluded his three-day visit to Riyadh today",
)
LED_TO: Final = _rule(
    "visit-led-to",
    r"\b(?P<verb>led|leads?|leading|brought) {ADV}(?!(?:an?|the|his|her|its) (?:[\w-]+ ){0,4}?(?:delegation|team to))"
    r"(?:[\w'’\"“”,()-]+ ){1,16}?(?P<noun>officers|members|officials|students|representatives|youths?|young people"
    r"|cadets|youngsters|entrepreneurs|enterprises|companies|start-ups|teachers|principals|athletes|leaders)\b"
    r"(?: (?:of|from) [^.;,\ue000\ue002]{2,60}?)? to (?:visit )?(?P<place>{NAME})",
    ("led ", "lead ", "leads ", "leading ", "brought "),
    "Mr Poon led 30 officers of the Harbour Corps to Riyadh to learn about its heritage",
)
DURING: Final = _rule(
    "visit-during",
    r"\b(?P<verb>(?:[Dd]uring|[Oo]n|[Ii]n the course of|[Aa]s part of|(?:[Ii]n|[Aa]t|[Oo]n|[Ff]or) (?:the|his|her) "
    r"(?:first|second|third|next|last|final) (?:stop|leg|part|day) of) (?:an?|his|her|their)) (?:[\w-]+ ){0,3}?"
    r"(?:(?P<noun>visit|trip|tour) {ADV}(?:to|of|in) |stay in (?=[^.;,\ue000\ue002]{2,60}? (?:from |on |between )?<D>))"
    r"{NAMELY}(?P<place>{NAME})",
    ("visit", "trip", "tour", " stay in "),
    "Mr Poon called for closer ties during a visit to Riyadh today",
)
DEPART: Final = _rule(
    "visit-depart",
    r"\b(?P<verb>{TRAVEL}) {ADV}(?:(?:from )?{NAME} )?"
    r"(?:(?:for|to|on) {VISITS_TO}|(?:for|to|in|at) ){NAMELY}(?P<place>{NAME})",
    (
        *(
            "depart",
            "leav",
            "left",
            "set",
            "fly",
            "flew",
            "travel",
            "head",
            "proceed",
            "moved on",
            "went",
            "go ",
            "goes on",
            "drove",
            "arriv",
        ),
        *("train", "flight", "ferry"),
    ),
    "Mr Poon will depart for Riyadh tomorrow",
)
DEPART_FOR: Final = _rule(
    "visit-depart",
    r"\b(?P<verb>depart(?:ed|s)?|leav(?:e|es|ing)|left|set off|sets off) [^.;,\ue000]{1,60}? for "
    r"{VISITS_TO}?{NAMELY}(?P<place>{NAME})",
    ("depart", "leav", "left", "set"),
    "Mr Poon will leave Hong Kong on the evening of April 9 for a duty visit to Norland",
)
SITE: Final = _rule(
    "visit-site",
    r"\b(?P<verb>{LOOK}|{CALL}|{PAID}) {ADV}(?:(?:the |its )?{KNOWN} )?(?P<place>{NAME})(?P<tail>(?:['’]s? [a-z]+)?)",
    (*_LOOKING, *_CALLING),
    "Mr Poon visited the Guoyuan Port",
)
NAMED: Final = _rule(
    "visit-named",
    r"\b(?P<verb>{LOOK}|{PAID}) {ADV}(?:an? |the |one of )"
    r"(?:(?!and |to |where |which |who |with |before |after )[\w'’&-]+ ){0,7}?[a-z][\w-]*"
    r"(?:, |,? (?:called|named|namely) )(?P<place>{NAME})(?P<tail>)(?=[.,;]| (?:to|where|in|and|on|for) | ?\ue002|$)",
    _LOOKING,
    "Mr Poon visited a local enterprise, Sunrise Denki, to see its laboratory",
)
PART: Final = _rule(
    "visit-part",
    r"\b(?P<verb>(?:[Ii]nspect|[Tt]our|[Vv]iew|[Oo]bserv)(?:ed|ing)|{BEFORE} (?:inspect|tour|view)"
    r"|(?:(?:was|were) {ADV}given|took|joined) {ADV}an? (?:\w+ )?tour of) "
    r"{ADV}(?:the |an? |some |its |their )?(?!(?:[\w'’-]+ ){0,3}?silence\b)(?:[a-z][\w-]* ){1,6}?(?:of|at|in) "
    r"(?P<place>{NAME})(?P<tail>)",
    (
        *("inspected", "inspecting", "toured", "touring", "viewed", "viewing", "observed", "observing"),
        *(f"{before} {verb}" for before in _BEFORE_LOOKING for verb in ("inspect", "tour", "view")),
        "tour of ",
    ),
    "Mr Poon viewed the loading of containers at the Guoyuan Port",
)
SEEN_BY: Final = _rule(
    "visit-site",
    r"(?:^|, )(?P<place>{NAME}) (?P<verb>(?:was|were|is|will be) {ADV}(?:visited|toured|inspected)) {ADV}by {ADV}"
    r"<P:who>(?P<tail>)",
    ("visited", "toured", "inspected"),
    "The Guoyuan Port was visited by Mr Poon",
)
GUIDED: Final = _rule(
    "visit-guided",
    r"\b(?P<verb>(?:accompan(?:ied|ies)|escorted|took|led|guided|conducted) {ADV}<P:who>,? "
    r"(?:(?:on|in|for) {ADV}(?:an? |the |his |her )?(?:[\w-]+ ){0,3}?(?:tour|visit|inspection) {ADV}(?:of|to|at|around)"
    r"|(?:around|round|through))|showed {ADV}<P:shown>,? (?:around|round)) {ADV}(?P<place>{NAME})(?P<tail>)",
    ("accompan", "escorted", "took ", "led ", "guided", "conducted", "showed "),
    "Mr Poon accompanied Mr Tran Duc on a tour of the Guoyuan Port",
)
UNNAMED: Final = _rule(
    "visit-unnamed",
    r"\b(?P<verb>{LOOK}|{PAID}|{CALL}|proceed(?:ed|s)? to|moved on to) {ADV}"
    r"(?:the |an? |its |their |some |two |three |four |five |several |another )"
    r"(?P<place>(?:[\w'’&-]+ |[\"“][^\"”]{2,80}[\"”] ){0,6}?(?:{SITES}))\b(?P<tail>)",
    (*_LOOKING, *_CALLING, "proceed", "moved on to"),
    "Mr Poon toured a laboratory of Sunrise Denki in Kawasaki",
)
UNNAMED_KIND: Final = _rule(
    "visit-unnamed",
    r"\b(?P<verb>{LOOK}|{PAID}) {ADV}(?:an? |two |three |four |five |several |another )"
    r"(?P<place>(?:[A-Z][\w'’&-]+ ){1,6}(?i:{SITES}))\b(?P<tail>)",
    _LOOKING,
    "Mr Poon visited a District Health Centre in Kawasaki",
)
FOLK: Final = _rule(
    "visit-people",
    r"\b(?P<verb>{LOOK}|pa(?:id|ys?|ying) (?:\w+ )?visits to) {ADV}"
    r"(?P<place>(?:[\w'’&,-]+ ){0,14}?(?:families|family|households?|people|persons|couples?"
    r"|singletons?|doubletons?|elderly|residents|citizens|seniors|colleagues|trainees|athletes|students|children"
    r"|patients|victims|villagers|tenants|workers|staff"
    r"|injured|survivors|evacuees|volunteers|officers|personnel|shelters|wards|enterprises|companies|firms|factories"
    r"|organisations|institutions|facilities|schools|shops|stalls)"
    r"|(?:\d{1,3}-year-old )?<P>, who (?:lives?|lived|resides?))(?P<tail>)"
    r"(?= (?:members )?(?:of (?:the )?[A-Z][^.;,\ue000\ue002]{2,90}? )?"
    r"(?:(?:living|residing|staying|located|based|working|stationed|on duty) )?(?:in|at) "
    r"(?:the |(?:the |an? )(?:[a-z-]+ ){1,3}of (?:the )?)?[A-Z])",
    (*_LOOKING, "visits to"),
    "Mr Poon visited elderly people living in Eastern District",
)
STAY: Final = _rule(
    "visit-trip",
    r"\b(?P<verb>(?:is|was|are|were|will be)) (?:currently |now |away )?in (?P<place>{NAME}) {ADV}"
    r"(?:(?:from )?<D>,? )?(?=(?:for|on) an? [^.;\ue000]{0,40}?(?P<noun>visit|trip)\b"
    r"|to (?:attend|visit|take part|participate|meet|promote|lead|speak|officiate)\b)",
    ("is in ", "was in ", "are in ", "were in ", "be in ", "currently in ", "now in ", "away in "),
    "Mr Poon will be in Norland to attend a forum",
)
VISIT_OF: Final = _rule(
    "visit-of",
    r"\b(?:visit|trip|mission|tour) (?:of|by) <P:who>,? {ADV}(?:to|in) {NAMELY}(?P<place>{NAME}){CAME}",
    ("visit", "trip", "mission", "tour"),
    "The duty visit of Mr Poon to Norland concluded today",
)
VISIT_OWNED: Final = _rule(
    "visit-of",
    r"<P:who>['’]s? (?:[\w-]+ ){0,3}?(?:visit|trip|tour) (?:to|in|of) {NAMELY}(?P<place>{NAME}){CAME}",
    ("visit", "trip", "tour"),
    "Mr Poon's three-day visit to Norland ended today",
)
STOP: Final = _rule(
    "visit-stop",
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|(?<=['’]s)|(?<=['’])) ?(?:first|second|third|fourth|next|last|final"
    r"|other) stops?"
    r"(?: of (?:the|his|her|their|<D>['’]s) [\w -]{3,40}?)? (?P<verb>(?:was|were|is|are|will be)) {ADV}(?:at |to )?"
    r"(?P<place>{NAME})(?P<tail>)"
    # "where Mr Poon learnt", not who received the visitor there
    r"(?:[^.;\ue000]{0,80}?, where <P:who>(?!,? {ADV}(?:gave|showed|briefed|welcomed|received|greeted|took|led"
    r"|explained|introduced|guided|walked|presented|hosted)\b))?",
    (" stop ", " stops "),
    "His first stop was the Guoyuan Port, where Mr Poon learnt about its work",
)
NOMINAL: Final = (VISIT_OF, VISIT_OWNED)
TRIPS: Final = (TRIP, LED_TO, STAY, *NOMINAL)
DEPARTURES: Final = (DEPART, DEPART_FOR)
RULES: Final = (*TRIPS, *DEPARTURES, GUIDED, DURING, STOP, SITE, SEEN_BY, NAMED, UNNAMED, UNNAMED_KIND, FOLK, PART)
"""In order of trial."""

# before the place of a part visited: what is seen to on the spot, "inspected the flooding situation in Shek Bay"
ON_THE_SPOT: Final = re.compile(
    r"[Ii]nspect[a-z]* .*\b(?:situations?|conditions?|damage|works?|progress|operations?|flooding|aftermath"
    r"|preparations|arrangements|facilities|repairs?|clearance|hygiene) (?:at|in) $"
)
# of what a site without a name is a part: "visited the arrival hall of the Guoyuan Port"
PART_OF: Final = pattern(
    r" of (?P<place>{NAME})(?= (?:to|where|in|and|on|for|today|this) |[.,;]| ?\ue002| \(|$)", **_PARTS
)
# the noun of a site behind the name that only says which: "visited the Lotus Bay public rental housing project"
SITE_NOUN: Final = re.compile(rf"(?: [a-z][\w-]*){{0,4}}? (?:{'|'.join(SITES)}|estates?|plants?)\b")
# where a site without a name is: "toured a laboratory of Sunrise Denki in Kawasaki"
LIES_IN: Final = pattern(r"[^.;\ue000]{0,60}? (?:in|at) (?P<place>{NAME})(?=[.,;]| \ue002| on \ue002| to |$)", **_PARTS)
