"""The ways in which a release tells appointments, acting arrangements and resignations.

The people are ``<P:who>``, else the subject of the ``<verb>``; ``<P:old>`` are those whom somebody succeeds.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.offices import LOWER_HEADS, LOWER_MODIFIERS
from kg.extract.en.patterns import pattern, rule

# one body after the other: "Harbour Board - appointed Mr A and Ms B; Lotus Board - appointed Mr C"
ITEM: Final = rule(
    "appoints-item",
    r"[:;](?: and)? (?:the )?[A-Z][^-,.;:\ue000–—]{1,80}(?: [-–—]|:) (?P<verb>(?:re-?)?appointed) {ADV}<P:who>"
    r"(?!,? (?:as|to be)\b)(?:,? and {ADV}(?:re-?)?appointed {ADV}<P:too>(?!,? (?:as|to be)\b))?",
    ("appointed",),
    "The Chief Executive also made these changes: Harbour Board - appointed Mr Lau Kam-wing and Ms Kitty Sham",
)
RULES: Final = (
    rule(
        "appointed",
        r"\b(?P<verb>(?:ha(?:s|d|ve) (?:(?:also|both|all|each|just|now|recently|today|again) )?been|is|are|was|were"
        r"|will be|is to be|be) {ADV}(?:re-?appointed|appointed"
        r"|named|elected|re-?elected|nominated|redeployed|seconded|promoted|posted|sworn in|gazetted(?= as )"
        r"|offered(?= the (?:post|position))))\b",
        (
            "appointed",
            "named",
            "elected",
            "nominated",
            "redeployed",
            "seconded",
            "gazetted",
            "promoted",
            "posted",
            "sworn in",
            "offered the",
        ),
        "Mr Lau Kam-wing has been appointed as Director of Marine",
    ),
    rule(
        "succeeds",
        r"\b(?P<verb>(?:will|is to|would) (?:succeed|replace|take over(?: from| as)?|take up|take office as|assume|fill"
        r"|become(?= (?:the |an? )?[A-Z])))\b(?: {ADV}<P:old>)?",
        ("succeed", "replace", "take over", "take up", "take office", "assume", "fill", "become"),
        "Mr Lau Kam-wing will succeed Ms Kitty Sham as Director of Marine",
    ),
    rule(
        "succeeded-by",
        r"\b(?P<verb>(?:will|is to|are to) be (?:succeeded|replaced)(?: [^.;,\ue000\ue002]{0,60}?)? by) {ADV}<P:who>",
        ("succeeded", "replaced"),
        "She will be succeeded by Mr Lau Kam-wing",
    ),
    rule(
        "succeeds",
        r"\b(?P<verb>succeeds|replaces|takes over from) {ADV}<P:old>,? {ADV}as\b",
        ("succeeds ", "replaces ", "takes over from"),
        "Mr Lau Kam-wing succeeds Ms Kitty Sham as Director of Marine",
    ),
    rule(
        "took-office",
        r"\b(?P<verb>(?:t(?:ook|akes) (?:up )?office|assumed (?:office|duty|duties)|took over|formally took up the "
        r"post) as"
        r"|t(?:ook|akes) over from|(?:took up|assumed) (?:the |his |her )?(?:new )?(?:post|position|office|duties"
        r"|appointment) (?:of|as))\b"
        r"(?: {ADV}<P:old>,? as\b)?",
        ("took ", "takes o", "takes up office", "assumed "),
        "Mr Lau Kam-wing took office as Director of Marine today",
    ),
    rule(
        "appoints",
        r"\b(?P<verb>(?:have|has|will)? ?(?:re-?)?(?:appoint|elect|select|nominat)(?:ed|e"
        r"|s)?) {ADV}(?:(?:(?:a|[a-z]{3,8}) )?(?:new|incumbent|serving|current) (?:[a-z]+ )?)?<P:who>"
        r"(?:, [A-Z][^,.;\ue000]{2,40},)?,? {ADV}(?:and (?:also )?(?:re-?)?appoint(?:ed|s)? <P:too>,? {ADV})?"
        r"(?:(?:in succession to|in place of|to (?:succeed|replace)) <P>,? )?"
        r"(?:(?:to be|as|to (?=the [A-Z]))\b|(?=the [A-Z][\w-]+ (?:of|for) ))",
        ("appoint", "elect", "nominat"),
        "The Chief Executive has appointed Mr Lau Kam-wing as Chairman of the Board",
    ),
    ITEM,
    rule(
        "appointment-of",
        r"\b(?P<verb>(?:[Tt]he|of) (?:re-?)?appointments?)(?: by [^,.;\ue000]{0,60})?"
        r"(?:, [^,.;\ue000]{0,120},)? of <P:who>"
        r"(?: as\b)?",
        ("appointment",),
        "The Government announced the appointment of Mr Lau Kam-wing as Director of Marine",
    ),
    rule(
        "appointment-his",
        r"<P:who>['’]s? (?P<verb>(?:re-?)?appointment) as\b",
        ("appointment as",),
        "Mr Lau Kam-wing's appointment as Director of Marine will take effect on July 1",
    ),
    rule(
        "joins-as",
        r"<P:who>,? (?P<verb>(?:will |has |have |is to |are to )?(?:join(?:ed|s)?)) (?:the |its )?"
        r"[A-Z][^.;,\ue000\ue002]{2,90}? as "
        r"(?=(?:an? |its |the )?(?:[a-z-]+ )?(?:members?(?! of)|chair\w+|vice-chair\w+|directors?"
        r"|Chief Executive|Chief [A-Z][a-z]+ Officer|President|Vice-President|General Manager|Deputy [A-Z]\w+)\b)",
        ("join",),
        "Mr Lau Kam-wing will join the Harbour Authority as a member",
    ),
    rule(
        "sits-as",
        r"<P:who> (?P<verb>(?:will|would) (?:sit|serve(?= as [^.;\ue000]{3,120}? for (?:another|a further|a second|a "
        r"third"
        r"|a new) term))) as\b",
        (" sit as", " serve as"),
        "Mr Lau Kam-wing will sit as a Deputy High Court Judge",
    ),
    rule(
        "resigns",
        r"<P:who> (?P<verb>(?:has |have )?(?:tendered (?:his|her|their) resignation|resigns?|resigned|steps? down"
        r"|stepped down)|(?:will|is to) (?:resign|step down))\b",
        ("resign", "down"),
        "Mr Lau Kam-wing has tendered his resignation",
    ),
    rule(
        "new-members",
        r"\b(?P<verb>(?:(?:new|(?:newly |re-?)appointed|incumbent)(?: [\w-]+){0,3}? "
        r"(?:[Mm]embers?|[Dd]irectors?|[Cc]hair\w+|[Jj]udges?|[Cc]ommissioners?|[Aa]ppointees?)"
        r"|[Tt]hose (?:newly |re-?)?appointed|[Aa]ppointees)(?: (?:of|to) [^.;:\ue000]{3,80}?)?"
        r" (?:are|is|include)):? {ADV}<P:who>",
        ("new", "appoint", "incumbent"),
        "The three new members are Mr Lau Kam-wing and Ms Kitty Sham",
    ),
    rule(
        "will-be",
        r"<P:who>,? (?P<verb>(?:will|is to) be)(?= (?:the |an? )?[A-Z][^.;\ue000]{3,120}? (?:with effect|effective) )",
        ("be ",),
        "Mr Lau Kam-wing will be Director of Marine with effect from July 1",
    ),
    rule(
        "election",
        r"\b(?P<verb>(?:his|her|their) (?:election|appointment)) as\b",
        ("election as", "appointment as"),
        "The Secretary congratulated Mr Lau Kam-wing on his election as Chairman",
    ),
)
"""In order of trial."""

# the people follow, in lines of their own
FOLLOWING: Final = rule(
    "appointment-list",
    r"\bfollowing (?:[a-z]+ ){0,2}?appointments?\b[^.;\ue000]{0,60}:\s*$"
    r"|\b[Aa]ppoint(?:(?P<acts>ed)|ments? of) the following (?:[a-z-]+ ){0,3}?(?:people|persons?|members?)\b"
    r"[^.;]{0,240}[:.]\s*$"
    r"|\b(?P<extends>extend)(?:ed|ing)? the (?:terms?(?: of office)?|appointments?) of (?:[\w-]+ ){1,3}(?:judges"
    r"|members"
    r"|directors)\b"
    r"[^.;\ue000]{0,240}:\s*$"
    r"|^The (?:[a-z]+ )?appointees are(?::| ?[-–—]+)\s*$"
    r"|\b(?P<again>(?:[Nn]ew|(?:[Nn]ewly |[Rr]e-)appointed) (?:[a-z-]+ ){0,2}?members (?:are|include)):\s*$",
    ("following", "extend", "members are", "members include", "appointees are"),
    "The Chief Executive has made the following appointment:",
)
_NOW: Final = "(?:also |currently |concurrently |now |presently )"
_LOWER: Final = rf"(?:(?:{'|'.join(sorted(LOWER_MODIFIERS))}) )*(?:{'|'.join(sorted(LOWER_HEADS))}) of "
# "is also the Chairman of the Quality Tourism Services Association"
HOLDS: Final = rule(
    "post-copula",
    r"<P:who>(?:, an? [a-z][^.;,\ue000\ue002]{2,60},|,)? (?:who )?"
    r"(?P<verb>(?:is|has been) (?:{NOW}*(?=(?:the |an? )(?:[A-Z]|{LOWER}))"
    r"|{NOW}+(?=(?:[A-Z][\w-]* ){1,3}(?:of|for) )))(?P<held>)",
    (" is ", " has been "),
    "Mr Lau Kam-wing is also the Chairman of the Harbour Board",
    NOW=_NOW,
    LOWER=_LOWER,
)
# "has been a member since January, and is currently the Chairman of the Harbour Board": of the subject
HOLDS_TOO: Final = rule(
    "post-copula",
    r",? and (?P<verb>is {NOW}*)(?P<held>)(?=(?:the|an?) (?:[A-Z]|{LOWER}))",
    (" and is ",),
    "Mr Lau Kam-wing has joined the Council, and is currently the Chairman of the Harbour Board",
    NOW=_NOW,
    LOWER=_LOWER,
)
# "currently serves as the Chairman of the Quality Tourism Services Association"
SERVES: Final = rule(
    "post-serves",
    r"<P:who>,? (?:who )?(?P<verb>{NOW}*(?:serves|is {NOW}*serving|has {NOW}*been serving) {NOW}*as )(?P<held>)"
    r"(?=(?:the |an? |its )?(?:[A-Z]|{LOWER}))",
    ("serves ", "serving "),
    "Mr Lau Kam-wing currently serves as the Chairman of the Harbour Board",
    NOW=_NOW,
    LOWER=_LOWER,
)
# "will visit Taipei in his capacity as the Honorary Chairperson of the Harbour Council"
CAPACITY: Final = rule(
    "post-capacity",
    r"\bin (?P<verb>(?:his|her|the|their) (?:other |additional |official |concurrent )?capacity (?:as|of)) ",
    ("capacity as", "capacity of"),
    "Mr Lau Kam-wing spoke in his capacity as the Chairman of the Harbour Board",
)
# "As the Chairman of the Harbour Board, he oversees": what people do now, not what they did then
AS_WHO_DOES: Final = rule(
    "post-as",
    r"^[“\"]?As (?P<held>)(?=(?:the |an? )?(?:[A-Z]|{LOWER}))[^.;\ue000\ue002]{3,160}?(?P<ends>), "
    r"(?:the (?:[a-z]+ )?)?<P:who>,? {ADV}(?P<verb>(?!was\b)[a-z]{2,}s|will)\b",
    ("^as ", "^“as ", '^"as '),
    "As the Chairman of the Harbour Board, the energetic Mr Lau Kam-wing oversees its works",
    LOWER=_LOWER,
)
# "The term of office of Mr Joseph Lau as Chairman has been extended"
EXTENDED: Final = rule(
    "term-extended",
    r"\b(?P<verb>[Tt]he (?:term of office|term|appointment|tenure)) of <P:who>,? as (?:the |an? )?[^.;\ue000]{3,160}? "
    r"(?:has been|was|is|will be) (?:further )?(?:extended|renewed)\b",
    ("extended", "renewed"),
    "The term of office of Mr Lau Kam-wing as Chairman of the Harbour Board has been extended for one year from June 1",
)
# the day is that on which it was made public: "announced today that", "were gazetted today"
MADE_PUBLIC: Final = re.compile(
    r"\b(?:announced|announces|gazetted|published|accepted|welcomed|confirmed|said"
    r"|approved)(?: in the (?:\w+ )?Gazette)?,? $"
)
# the day is that on which somebody else goes: "to succeed Mr Lau, who will retire on August 1"
OF_ANOTHER: Final = re.compile(
    r"\bwho (?:will |is to |has |is |had )?(?:be )?(?:retir|leav|left|resign|step|proceed|complet)[^.;]*$"
)
ANNOUNCED_NEXT: Final = re.compile(r"\)?,? (?:announced|gazetted|said)\b")
ALSO: Final = re.compile(r"\balso\b|\bre-?appoint")
SAME_TERM: Final = re.compile(r"\bsame (?:term|period)\b")
ACTING: Final = rule(
    "post-acting",
    r"(?:(?:<P:who>,? {ADV})(?P<verb>(?:will |would )?(?:act|acts|acted|be acting)) as"
    r"|(?:<P:she>,? {ADV})(?P<be>(?:will be|is|would be|be)) (?:the )?(?=[Aa]cting ))",
    (" act as", " acts as", " acted as", " acting"),
    "During his absence, Mr Lau Kam-wing will act as Director of Marine",
)
# "the following appointments: Mr Lau Kam-wing, Director of Marine, will become ..."
BEHIND_COLON: Final = pattern(r"\bappointments?\b[^.;:\ue000]{0,60}: <P:who>,?(?: [^.;:\ue000]{2,90},)? $")
AS: Final = re.compile(
    r"\b(?:(?<!capacity )as|to be|(?:post|position|office|duties|appointment) (?:of|as)) "
    r"(?=(?:the |an? |its |our )?(?:new |next |first )?"
    rf"(?:[A-Z]|acting |(?:(?:{'|'.join(sorted(LOWER_MODIFIERS))}) ){{0,2}}(?:{'|'.join(sorted(LOWER_HEADS))})s?"
    r" (?:of|to) (?:the )?[A-Z]))"
)
# "... as Chairman of the Board, and Ms Sham as Vice-Chairman of the Board"
AND_AS: Final = pattern(
    r"\bas (?:the |an? )?[^.;:\ue000]{3,160}?(?:,|,? and|,? as well as|;(?: and)?) (?P<others><P:who>,? as) "
    r"(?=(?:the |an? )?[A-Z]"
    rf"|(?:the |an? |its )?(?:[a-z-]+ )?(?:(?:{'|'.join(sorted(LOWER_HEADS))})s?|(?:vice-)?chairmen)\b)"
)
# what those of a list of one body are appointed as, with the body where it is named
OF_A_LIST: Final = re.compile(
    r"(?:(?:non-official|official|ex-officio|new|lay|board|deputy|vice)[ -])*"
    r"(?P<seat>members?|(?:vice-)?chair(?:man|men|person|woman|persons)?|convenors?|trustees?|directors?)"
    r"(?: of (?P<body>.+))?",
    re.IGNORECASE,
)
MEMBER_OF: Final = re.compile(r"\bmembers? of\b")
# "His appointment took effect on January 1, 2012."
EFFECT: Final = rule(
    "takes-effect",
    r"took effect|takes effect|[Ww]ith effect|will take effect|effective|will assume (?:office|duty)"
    r"|\b(?:term|tenure)\b[^.;]{0,30}? (?:starting|commencing|running|beginning|runs|will run|starts|will start"
    r"|begins|will begin"
    r"|commences|will commence|lasts|will last) (?:on|from)\b"
    r"|^(?:His|Her|Their|The)(?: [\w-]+){0,2} (?:appointments?|terms?(?: of (?:office|appointment))?|tenure)"
    r" (?:(?:is|are|will be|was|were) (?:for )?|(?:will )?run )[^.;]{0,40}?(?:from|commencing|starting|beginning)\b"
    r"|^(?:They|He|She|All|Both)(?: of them)? (?:will|are to) serve (?:for )?(?:an? )?"
    r"[^.;]{0,40}?(?:from|commencing|starting|beginning)\b",
    ("effect", "assume office", "assume duty", "term", "tenure", "appointment", "serve"),
    "His appointment took effect on January 1, 2012",
)
# "Ms Sham is newly appointed, and Mr Lau has been re-appointed as Chairman"
OTHERS_ARE: Final = pattern(
    r"(?:,|,? and) <P>,? (?:ha(?:s|ve) (?:also )?been|is|are|will be) (?:also )?(?:newly )?(?:re-?)?appointed\b"
)
VICE: Final = pattern(
    r"\b(?:to (?:succeed|replace)|succeeding|replacing|vice|in succession to|taking over from) <P:old>"
)
YEAR_FIRST: Final = re.compile(r"\bIn (?:19|20)\d\d\b")
PAST: Final = re.compile(r"\b(?:in|from|since) (?:\w+ )?(?:19|20)\d\d\b")  # a career told: "a Recorder in 2001"
APPOINTING: Final = re.compile(r"[Aa]ppoint|membership|re-appoint")
TERM: Final = rule(
    "takes-effect",
    r"\b(?:term|tenure|period|appointments?|effect|effective)\b",
    ("term", "tenure", "period", "appointment", "effect"),
    "The appointments are for a term of two years from January 1",
)
# "The membership list is as follows:": who belongs to a body, whether appointed now or long ago
MEMBERSHIP: Final = re.compile(
    r"\b[Mm]embership (?:list )?(?:[^.;:]{0,80} )?(?:is|are|will be) as follows:"
    r"|\b(?:comprises?|consists? of) the following (?:[a-z-]+ )?members:"
)
# "appointed Mr Lau and 15 new members": the list behind says who they are
UNNAMED: Final = re.compile(
    r"\b(?:other|new|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|[a-z]+teen|twenty)"
    r" (?:[a-z-]+ ){0,3}?(?:members|people|persons|appointees|individuals)\b"
)
