"""The ways in which a release says who went along with somebody, received them, or showed them round.

``<P:who>`` are the people who are added to an occasion.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.patterns import rule

# Companions and hosts; on a visit those who receive and brief the visitors count too.
ACCOMPANIED: Final = rule(
    "role-accompanied",
    r"(?P<rel>who (?:was|is|were) )?(?:also )?(?<!must be )(?<!should be )\b"
    r"(?P<verb>(?i:accompanied|joined|received|greeted|briefed|welcomed|escorted|guided|hosted|shown|conducted"
    r"|(?<=was )met(?= by)"
    r"|(?<=were )met(?= by)|given(?= an? (?:[\w-]+ ){0,2}?(?:tour|briefing|introduction)\b)))\b"
    r"(?: [\w ,'’\ue002\ue003-]{0,60}?)? by,? "
    r"{ADV}(?:[\w' ’,-]{0,40}? )?<P:who>",
    (
        *("accompanied", "joined", "received", "greeted", "briefed", "welcomed", "escorted", "guided", "hosted"),
        *("shown", "conducted", "given", "met by"),
    ),
    "Mr Poon was accompanied by the Director of Marine, Ms Kitty Sham",
)
# behind "accompanied by": an occasion of its own, which is not the one told before
GOES_ON: Final = re.compile(
    r"\b(?:(?:will |to )?(?:meet|attend|call on|dine|lunch|join|host|officiate|speak)|met|attended|called on|dined"
    r"|lunched|hosted|officiated|spoke)\b"
)
WELCOMING: Final = frozenset(
    {"met", "received", "greeted", "briefed", "welcomed", "escorted", "guided", "hosted", "shown", "conducted", "given"}
)
# "During the dinner, they were briefed by": there
AT_ONE: Final = re.compile(
    r"(?:During|At|Over) the (?:[\w-]+ )?(?P<noun>meeting|dinner|lunch|luncheon|breakfast|reception|banquet|forum"
    r"|ceremony)\b,? "
)
# where those who greet somebody are: at what somebody has come to
ON_ARRIVAL: Final = re.compile(r"\b[Oo]n (?:his |her |their )?arrival\b|\b[Oo]n arriving\b")
ACCOMPANIES: Final = rule(
    "role-accompanies",
    r"<P:who>,? {ADV}(?:will )?(?:also )?"
    r"(?:who (?:is|was|are|were) accompanying|accompan(?:y|ied|ies)|escort(?:ed|s)?|travel(?:led|s)? with) "
    r"(?:<P:main>|(?:him|her|them)\b)",
    ("accompan", "travel", "escort"),
    "Ms Kitty Sham will accompany him",
)
ACCOMPANY_LIST: Final = rule(
    "role-accompanies",
    r"\b(?:[Oo]fficials|[Mm]embers|[Rr]epresentatives|[Cc]olleagues)\b[^.;\ue000]{0,60}? (?:accompan(?:y|ied)"
    r"|join(?:ed)?|travel(?:led)? with) (?:<P:main>|(?:him|her|them)\b)[^.;\ue000]{0,80}?,? "
    r"(?:including|namely|among them) {ADV}<P:who>",
    ("accompan", "join", "travel"),
    "Officials will accompany Mr Poon on parts of the trip, including Ms Kitty Sham and Mr Lau Kam-wing",
)
IN_ATTENDANCE: Final = rule(
    "role-in-attendance",
    r"\bwith <P:who>,? (?:also )?(?:invited )?(?:in attendance|as (?:the |an? )?(?:(?i:guests? of honour"
    r"|(?:officiating|chief) guests?)"
    r"|witness(?:es)?)|looking on|witnessing|attending|present|joining|taking part|taking the salute|officiating"
    r"|among (?:the|those|some|over))\b",
    (
        *("in attendance", "guest of honour", "guests of honour", "officiating", "witness", "looking on", "attending"),
        *("present", "joining", "taking part", "taking the salute", "among "),
    ),
    "with Ms Kitty Sham also in attendance",
)
MEMBERS: Final = rule(
    "role-member",
    r"<P:who>,? (?:is|are|were|was|will be) (?:also )?(?:(?:among the |the |an? )?members? of the delegation"
    r"|(?:among|in|part of) (?:the|his|her) (?:delegation|entourage))\b",
    ("delegation", "entourage"),
    "Ms Kitty Sham was among the members of the delegation",
)
ACCOMPANYING: Final = rule(
    "role-accompanying",
    r"(?:\b(?:(?<!who is )(?<!who was )(?<!are )(?<!were )[Aa]ccompanying"
    r"|[Tt]ogether with|[Ii]n the company of|along with|alongside|flanked by|under the "
    r"guidance of)"
    r"|, as (?:did|was|were)|(?<=\ue001), with(?= \ue000\d+\ue001, (?:[a-z]+ly )?(?:[a-z]+ed|met|held|will)\b)) "
    r"(?:(?:him|her|them)[^.;\ue000]{0,40}?(?:was|were|are|is) |(?:the )?former (?:[A-Z][\w-]+ ){0,4})?<P:who>",
    (
        "accompanying",
        "together with",
        "in the company of",
        "along with",
        "alongside",
        "flanked by",
        ", with ",
        "the guidance of",
        ", as did",
        ", as was",
        ", as were",
    ),
    "Accompanying him was Ms Kitty Sham",
)
GOES_WITH: Final = rule(
    "role-with",
    # up to the next verb: not "visited the port and met with"
    r"\b(?:visited|(?<!is )(?<!er )(?<!eir )(?<!the )(?<!a )visits?(?! to\b)|tour(?:ed|s)?|inspect(?:ed|s)?|went to"
    r"|paid a visit to) "
    r"(?:(?! (?:and|to|where|before|after|for) (?!the |an? )[a-z])[^.;\ue000]){3,90}? "
    r"(?:together )?with <P:who>",
    ("visit", "tour", "inspect", "went to"),
    "He then went to the Harbour Estate with the District Officer, Ms Kitty Sham",
)
SHOWED: Final = rule(
    "role-showed",
    r"\bwhere <P:who>[^.;\ue000]{0,60}?,? "
    r"(?:gave|showed|briefed|welcomed|received|guided|introduced|greeted|explained)\b",
    ("where",),
    "She called at the port, where Mr Bakke, the terminal manager, showed her the facilities",
)
BRIEFS: Final = rule(
    "role-guide",
    r"\b(?:received|listened to|heard|was given|were given) (?:an? |the )?(?:[\w-]+ ){0,2}?(?:briefings?|introduction"
    r"|presentations?|account) [^.;\ue000]{0,60}?(?:by|from) (?:the )?<P:who>",
    ("briefing", "introduction", "presentation", "account"),
    "He listened to a briefing by Mr Bakke",
)
GUIDES: Final = rule(
    "role-guide",
    r"<P:who>,? {ADV}(?:(?:welcomed|greeted|received) (?:him|her|them) and {ADV})?(?:gave (?:him|her|them"
    r"|an? (?:introduction|briefing|tour|presentation))"
    r"|(?:led|took) (?:him|her|them|<P>),? (?:on|around|through|in)|showed (?:him|her|them)|briefed (?:him|her|them"
    r"|<P>)"
    r"|(?:welcomed|greeted|received|escorted|guided) (?:him|her|them)(?=[.,;]| (?:on|at|around|through)\b)"
    r"|(?:explained|introduced) [^.;\ue000]{3,60}? to (?:him|her|them)|demonstrated)\b",
    (
        "gave",
        "showed",
        "briefed",
        "demonstrated",
        "led ",
        "took ",
        "explained",
        "introduced",
        "welcomed",
        "greeted",
        "received",
        "escorted",
        "guided",
    ),
    "Mr Bakke gave him a tour",
)
