"""The ways in which a release tells ceremonies, conferences, receptions and briefings.

``<what>`` is the noun phrase of the occasion (:mod:`kg.extract.en.occasions` says of what kind), ``<P:who>`` the
people who take part; where a pattern has none, they are the subject of its ``<verb>``.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.patterns import Rule, pattern, rule
from kg.model import Role

# Items in the name of one occasion: "the Ports, Harbours and Piers Forum"; not "the Ports Forum, Harbour Gala and ...".
_LISTED: Final = (
    "".join(rf"(?<!{noun})" for noun in ("Forum", "Fair", "Expo", "Summit", "Conference", "Ceremony", "Dinner", "Show"))
    + r", (?=(?:[A-Z][\w'’-]*,? ){1,6}(?:and|&) (?:[A-Z&][\w'’-]* |and |of ){0,8}"
    r"(?:Forum|Summit|Conference|Seminar|Symposium|Exhibition|Expo|Congress|Convention|Workshop|Festival|Fair)\b)"
)
# what ends the phrase, but for the second half of one name: "the eye-dotting and opening ceremonies"
_AND_ELSE: Final = (
    " and (?!the |an? |its |other |related )(?!"
    + "".join(
        rf"(?<!{noun} and )"
        for noun in ("[Ff]orum", "[Ss]ummit", "[Cc]onference", "[Ss]eminar", "[Rr]eception", "[Dd]inner")
    )
    + r"(?:[\w'’-]+ ){1,2}(?:ceremon(?:y|ies)|parade)\b(?! respectively))"
)
_PARTS: Final = {
    "AND_ELSE": _AND_ELSE,
    # the noun phrase of an occasion: up to punctuation, a person, a date, or what says where and by whom
    "LISTED": _LISTED,
    "PHRASE": (
        r"(?P<what>(?:[\"“][^\"”]{1,160}[\"”]|\([A-Z][\w&-]{1,12}\)|\([^()\ue000\ue002]{1,40}\)(?= [A-Z])"
        r"|, China\b|{LISTED}|[^.,;:()\ue000\ue002\"“])+?)"
        r"(?=[.;:\ue000\ue002]|(?!{LISTED}),(?! China\b)|\((?![A-Z][\w&-]{1,12}\)|[^()\ue000\ue002]{1,40}\) [A-Z])"
        r"|\.$|$| held (?:at|in|on|by)| hosted| given"
        r"| staged| organised| jointly| co-organised| co-hosted"
        r"|{AND_ELSE}[a-z]+| to (?:[a-z]+) | where | which | with | that | before | after "
        r"| in (?:an?|his|her|their) | (?:via|virtually|online|remotely|by video)\b)"
    ),
    "DET": r"(?P<det>the |an? |this |his |her |their |its |(?:today|<D>)['’]s (?:\([^()]{3,20}\) )?)?",
    "SPEECH": r"(?:[\w'’-]+ ){0,4}?(?:speech|speeches|remarks|address|keynote|lecture|presentation|talk)",
}


def _rule(name: str, source: str, needs: tuple[str, ...], example: str) -> Rule:
    return rule(name, source, needs, example, **_PARTS)


def _verb(name: str, verbs: str, needs: tuple[str, ...], example: str) -> Rule:
    return _rule(name, rf"\b(?P<verb>{verbs}) {{ADV}}{{DET}}{{PHRASE}}", needs, example)


# A verb that puts its subject into the occasion named behind it, in the role beside the rule; in order of trial.
# "spoke-at" is two patterns, for a speech delivered and for a verb of speaking.
RULES: Final = (
    (
        _verb(
            "spoke-at",
            r"(?:[Dd]eliver(?:ed|s|ing)?|gave|gives?|giving|made|make) (?:an? |the |his |her )?{SPEECH}"
            r"(?:,? (?:entitled|titled|themed|on|about) (?:(?:the )?[\"“][^\"”]{3,160}[\"”]"
            r"|[^.;,:\"“\ue000]{3,80}?))? {ADV}"
            r"(?:at|to|for|of|during|before|ahead of)|^[Ii]n (?:an?|his|her|their) {SPEECH} (?:at|to|during)",
            ("deliver", "gave", "give", "giving", "made", "make", "^in a", "in his ", "in her ", "in their "),
            "Mr Mok delivered a keynote speech at the Zurich Asia Wealth Forum",
        ),
        Role.SPEAKER,
    ),
    (
        _verb(
            "spoke-at",
            r"(?:[Ss]peak(?:s|ing)?|spoke) {ADV}(?:as (?:the |an? )?[\w ]{3,40}? )?(?:on (?:[\"“][^\"”]{3,120}[\"”]"
            r"|[^.;,:\ue000]{3,60}?) )?(?:(?:via"
            r"|by|through) (?:[\w-]+ ){1,3}?)?(?:at|to"
            r"|in(?= (?:an?|the|one) (?:[\w-]+ ){0,3}?(?:session|panel|plenary|debate|discussion|seminar|webinar)\b))"
            r"|[Ss]peaking before|addressed|addresses"
            r"|[Aa]ddressing|(?:will|to|and) address"
            r"|(?:was|were|is|are|will be) {ADV}(?:the |an? |(?:among |one of )the )?(?:keynote |guest "
            r"|honourable )?speakers? (?:at|of|in|for)",
            ("speak", "spoke", "address"),
            "Mr Mok will speak at the Zurich Asia Wealth Forum",
        ),
        Role.SPEAKER,
    ),
    (
        _verb(
            "said-at",
            r"(?:said|stated|noted|remarked|stressed|pointed out|announced|disclosed|revealed|explained|added|commented"
            r"|introduced|highlighted|reiterated|emphasised|updated"
            r"|(?:shared|promoted|outlined|elaborated on|gave an (?:overview|update|account) (?:of|on)|set out"
            r"|extended|conveyed"
            r"|announced|explained|introduced) "
            r"(?:his |her |their )?[^.;\ue000]{3,80}?)(?: <P:who>,?)?(?: so| this)? {ADV}(?:in (?:an?|his|her"
            r"|their) {SPEECH} )?"
            r"(?:at|during|to(?<=[hse] to)|when speaking at|when addressing|(?:when|while) opening)"
            r"|told (?:some |over |the |an )?(?:[\w,-]+ ){0,3}?(?:guests|participants|delegates|members|graduates"
            r"|leaders|businessmen|executives|students|representatives|audience)"
            r"[^.;,:\ue000]{0,40}? (?:at|during)|told(?= (?:an?|the) [^.;:,\ue000\ue002]{0,120}?\b(?i:forum|seminar"
            r"|conference|symposium|congress|summit"
            r"|convention|luncheon|lunch|dinner|workshop|briefing|media session|ceremony|reception|assembly)\b)",
            (
                *(
                    "said",
                    "stated",
                    "noted",
                    "remarked",
                    "stressed",
                    "pointed out",
                    "announced",
                    "disclosed",
                    "revealed",
                ),
                *("explained", "added", "commented", "shared", "told", "introduced", "highlighted", "reiterated"),
                *(
                    "emphasised",
                    "updated",
                    "promoted",
                    "outlined",
                    "elaborated",
                    "overview",
                    "an update",
                    "an account",
                    "extended",
                    "conveyed",
                    "set out",
                ),
            ),
            "Mr Mok told the Zurich Asia Wealth Forum that funds were safe",
        ),
        Role.SPEAKER,
    ),
    (
        _verb(
            "officiated-at",
            r"[Oo]fficiat(?:ed|es|ing|e)(?:(?: as (?:the |an? )?[\w ]{3,40}?)? {ADV}at|(?= (?:the|an?) ))"
            r"|[Pp]resid(?:ed|es|e|ing) {ADV}(?:over|at)"
            r"|(?:perform|conduct)(?:ed|s)?(?= (?:the|an?) [^.;,\ue000]{0,40}ceremony)",
            ("officiat", "presid", "perform", "conduct"),
            "The Secretary for Education, Dr Choi Yuk-lin, officiated at the opening ceremony",
        ),
        Role.PRINCIPAL,
    ),
    (
        _verb(
            "reviewed",
            r"review(?:ed|s|ing)?|inspect(?:ed|s|ing)?",
            ("review", "inspect"),
            "Ms Wai inspected the passing-out parade at the Fire and Ambulance Services Academy",
        ),
        Role.PRINCIPAL,
    ),
    (
        _verb(
            "moved-at",
            r"(?:mov(?:ed|es)?|rais(?:ed|es)?|ask(?:ed|s)?|tabled?|(?<=will )(?:move|raise|ask|table)) "
            r"(?:an? |the |his |her )?(?:[\w-]+ ){0,3}?(?:motion|question|bill|resolution"
            r"|amendment)s?\b[^.;:\ue000]{0,90}? (?:at|in|during)"
            r"(?= (?:the |an? |its )?(?:[\w’'-]+ ){0,4}?(?:Council|LegCo|Assembly|Committee|Panel|Parliament)\b)",
            ("motion", "question", "bill", "resolution", "amendment"),
            "Ms Wai will raise a question on ports at the Legislative Council meeting on May 21",
        ),
        Role.SPEAKER,
    ),
    (
        _verb(
            "presented-at",
            r"(?:present|(?<!was )(?<!were )(?<!been )(?:award|honour(?!s?(?:ed)? (?:to|by|that)\b)|commend))(?:s|ed)? "
            r"[^.;\ue000]{3,140}? at",
            ("present", "award", "honour", "commend"),
            "Mr Chan will present prizes to the winners at the prize presentation ceremony",
        ),
        Role.PRINCIPAL,
    ),
    (
        _verb(
            "opened",
            r"(?:officially |formally )?(?:open(?:ed|s)(?! by\b)|declar(?:ed|es) open|declar(?:ed|es)"
            r"(?= the [^.;,\ue000]{3,90} open\b)|kick(?:ed|s) off(?! by\b)|inaugurat(?:ed|es)(?! by\b)"
            r"|launch(?:ed|es)(?! by\b))",
            ("open", "kick", "inaugurat", "launch", "declar"),
            "Ms Wai kicked off the Harbour Arts Festival today",
        ),
        Role.PRINCIPAL,
    ),
    (
        _verb(
            "acted-at",
            r"(?:la(?:id|ys?|ying) (?:an? )?(?:wreath|foundation)|cut(?:s|ting)? (?:an? |the )?(?:ceremonial "
            r")?(?:ribbon|cake|roast pork)"
            r"|unveil(?:ed|s|ing)?|launch(?:ed|es|ing)?|t(?:ook|akes?|aking) the salute|lit (?:up )?the|did the "
            r"honours|dott(?:ed|s|ing) the"
            r"|performed the|gave away|gives away|hand(?:ed|s) (?:out|over|the|an?)|proposed a toast|[Tt]oast(?:ed"
            r"|ing) |planted"
            r"|br(?:oke|eaks?) ground"
            r"|conferred|confers|turned the|pinned|paid (?:his |her |their )?(?:tribute|respects|homage))"
            r"[^.;,\ue000]{0,90}? (?:at|in|during)",
            (
                *(
                    "wreath",
                    "foundation",
                    "ribbon",
                    "cake",
                    "roast pork",
                    "unveil",
                    "launch",
                    "salute",
                    "lit ",
                    "the honours",
                    "dott",
                    "performed the",
                ),
                *("gave away", "gives away", "hand", "toast", "planted", " ground", "confer", "turned the", "pinned"),
                *("tribute", "respects", "homage"),
            ),
            "Ms Wai took the salute at the passing-out parade at the Fire and Ambulance Services Academy",
        ),
        Role.PRINCIPAL,
    ),
    (
        _verb(
            "performed-at",
            r"(?:perform(?:ed|s|ing)|sang|sings"
            r"|(?:conduct(?:ed|s)|leads?|led) (?:the )?(?:[A-Z][\w'’-]+ ){1,6}?(?:Orchestra|Philharmonic|Sinfonietta"
            r"|Symphony|Choir|Band|Ensemble)) {ADV}(?:at|in|during)",
            ("perform", "sang", "sings", "conduct", "lead", "led "),
            "Ms Wai performed at the opening ceremony of the Harbour Arts Festival",
        ),
        Role.PRINCIPAL,
    ),
    (
        _verb(
            "moderated",
            r"moderat(?:ed|es|ing)",
            ("moderat",),
            "Mr Mok moderated a panel discussion at the Zurich Asia Wealth Forum",
        ),
        Role.ATTENDEE,
    ),
    (
        _verb(
            "hosted",
            r"(?:welcom(?:ed|es)|receiv(?:ed|es)|greet(?:ed|s)|entertain(?:ed|s)) (?:[\w,’'-]+ ){0,8}?(?:guests"
            r"|representatives"
            r"|members|delegates|participants|students|athletes|leaders|executives|investors|visitors|friends)"
            r"(?: [^.;,\ue000\ue002]{0,60}?)? (?:at|to)(?= an? | the )"
            r"|organi[sz]e[ds](?! by\b)|hosts?|hosted(?! (?:by|to)\b)|[Hh]osting"
            r"|co-hosted(?! by\b)|(?:chairs?|[Cc]hair(?:ed|ing))(?! of\b)|convene[ds]?|held(?! by\b)|holds"
            r"|(?:(?<=will )|(?<=will also )|(?<=is to ))hold",
            (
                "host",
                "organis",
                "organiz",
                "chair",
                "convene",
                "held",
                "hold",
                "welcom",
                "receiv",
                "greet",
                "entertain",
            ),
            "Mr Hsu hosted a dinner for Hong Kong students",
        ),
        Role.PRINCIPAL,
    ),
    (
        _verb(
            "briefing-given",
            r"(?:gave|gives?|giving|conduct(?:ed|s|ing)?)(?= (?:an? |the )?(?:[\w-]+ ){0,3}?(?:briefing"
            r"|press conference|media session)\b)|took questions [^.;,\ue000]{0,40}?at",
            ("briefing", "press conference", "media session"),
            "Mr Lau gave a media briefing on ferry safety",
        ),
        Role.PRINCIPAL,
    ),
    (
        _verb(
            "guest-at",
            r"(?:was|were|is|are|(?:act|serv)(?:ed|s) as|will be|will (?:act|serve) as) {ADV}(?:among the |the |an? )?"
            r"(?:(?:chief )?guests?(?: of honour)?|(?i:reviewing|officiating|inspecting) (?i:officers?|guests?)) "
            r"(?:at|of|for)",
            ("guest", "officer"),
            "Mr Lau and Mr Pang were guests at a dinner given in their honour by the Association",
        ),
        Role.PRINCIPAL,
    ),
    (
        _verb(
            "attended",
            r"(?<!the )[Aa]ttend(?:ed|s|ing)?|grac(?:ed|es|e)|represent(?:ed|s|ing)? [^.;\ue000]{2,90}? (?:at|in)"
            r"|(?:(?:was|were|is|are|will be) {ADV}(?:one of |among )?(?:the |an? )?panell?ists?) (?:at|of|in|for)"
            r"|le(?:d|ads?|ading) (?:an?|the) (?:Hong Kong, China )?[^.;,\ue000]{0,80}?delegation "
            r"(?:[^.;,\ue000]{0,60}?to|at)"
            r"|join(?:ed|s) (?:[\w,-]+ ){0,5}?(?:guests|residents|people|students"
            r"|children"
            r"|members|colleagues|citizens|participants)[^.;,\ue000]{0,40}? (?:at|in)|joined|joins?|took part {ADV}in"
            r"|takes? part {ADV}in|participat(?:ed|es|ing|e) {ADV}in"
            r"|(?:met|meet|met with|meet with) (?:[\w'’,-]+ ){1,9}?at(?= an? (?:[\w-]+ ){0,3}?(?:reception|dinner|lunch"
            r"|luncheon|gathering|banquet)\b)"
            r"|t(?:ook|akes?) the stage (?:at|in)|sat on (?:an?|the) (?:[\w-]+ )?panel (?:at|of|in)"
            r"|(?:dined|mingled|celebrated|chatted|gathered|interacted|exchanged (?:views|ideas)|shared (?:views"
            r"|insights)) with "
            r"[^.;,\ue000]{3,60}? (?:at|during)(?= an? | the annual)"
            r"|listen(?:ed|s|ing)? to [^.;,\ue000]{3,60}? (?:at|during)(?= an? | the )"
            r"|(?:was|were) (?:present|on hand) at|witness(?:ed|es)?|moderat(?:ed?|es)",
            (
                "moderat",
                *(
                    "attend",
                    "join",
                    "took part",
                    "take part",
                    "takes part",
                    "participat",
                    "present at",
                    "on hand at",
                    "witness",
                ),
                *("graced", "graces", "grace ", "represented ", "represents ", "represent ", "representing "),
                *("panelist", "panellist", "delegation", "met ", "meet ", "the stage", " panel ", "dined", "mingled"),
                *("celebrated", "listen", "chatted", "gathered", "interacted", "exchanged", "shared"),
            ),
            "Mr Damian Kwok attended the New Year's Eve Gala Dinner",
        ),
        Role.ATTENDEE,
    ),
)

# What turns one who attended into a speaker: "attended the forum and delivered a speech".
THEN_SPOKE: Final = pattern(
    r"\band {ADV}(?:deliver(?:ed|s)?|gave|give|made|spoke)(?: (?:an? |the )?{SPEECH})?", **_PARTS
)
# Phrases that name no one occasion: "various events", "a series of forums", "seminars".
GENERIC: Final = re.compile(
    r"^(?:(?:multiple|various|several|many|other|different|some|more|these|two|three|four|five|a (?:series|number) of"
    r") .*|[a-z]+s|.*(?<!lunch )(?<!luncheon )(?<!dinner )(?<!breakfast )\bmeetings?)$"
)
SEVERAL: Final = re.compile(r"(?:multiple|various|several|many|different|some)\b")
# "deliver a speech at Lotus University", where no occasion is named
SPOKE: Final = re.compile(r"\b(?:speech|address) at$")
SEAT_OF_LEARNING: Final = re.compile(r"(?:[A-Z][\w'’-]+ ){1,4}University|University of (?:[A-Z][\w'’-]+ ?){1,4}")
# Phrases that, behind "the", mean an occasion told before.
ANAPHOR: Final = re.compile(
    r"^(?:event|occasion|meeting|plenary|(?:\w+ )?signing ceremony|signing"
    r"|(?:(?:grand|official|formal) )?(?:\w+ )?(?:ceremony|parade|dinner|lunch|luncheon|reception|forum|summit"
    r"|conference|seminar|banquet|session|briefing|expo|exhibition|assembly|symposium|congress|convention|workshop|fair"
    r"|dialogue|roundtable|webinar|colloquium|lecture|gala|celebration|festival|carnival|gathering|breakfast)s?)$"
)
NOT_ANOTHER: Final = "(?!(?:next|previous|last|following|coming|upcoming|future) )"
"""Behind "the": the occasion is not another one of its kind."""
# "will co-chair the plenary with the Governor, Mr Xu"
TOGETHER_WITH: Final = pattern(r"(?: in [^,.;\ue000]{2,40})?,? (?:jointly |together )?with <P:who>")
CHAIRING: Final = ("chair", "host", "co-host", "presid", "officiat", "held", "conven", "launch", "open", "inaugurat")
# "Over 100 guests, including the Director of Air, Mr Xu, attended the dinner"
AMONG_MANY: Final = pattern(
    r"(?i:guests|people|participants|representatives|officials|members|leaders|delegates"
    r"|dignitaries)\b[^.;\ue000]{0,80}?"
    r"(?:including|among them|such as) <P:who>,? (?:[^.;,\ue000]{0,60}, )?$"
)
# "joined the Director of Air, Mr Xu, in officiating at the ceremony": both do
JOINED_IN: Final = pattern(r"<P:who>,? {ADV}join(?:ed|s) <P:other>,? (?:in|at|to|for) $")
# "will address the annual dinner as well as a luncheon hosted by the Harbour Association"
ANOTHER: Final = _rule(
    "another",
    r"(?:,? as well as|,? and) (?:an? |the )(?P<what>[^.,;:()\ue000\ue002]{3,90}?)"
    r"(?: ?\([A-Z][\w&-]{1,12}\))?"
    r"(?= (?:hosted|organised|held|given|jointly|co-organised|in|at|on|to|as|during|this|tomorrow|today|yesterday)\b"
    r"|[.,;]| ?\ue002)",
    (" as well as ", " and a", " and the "),
    "Mr Mok will address the dinner as well as a luncheon hosted by the Harbour Association",
)
# "attended the Educa, an education exhibition": what an occasion is whose name does not say it
WHICH_IS: Final = re.compile(
    r", (?:an?|the|one of the|which is (?:an?|the)) "
    r"(?P<kind>(?:world['’]s )?(?:(?:largest|biggest|leading|premier|oldest|first|only)\b[^.,;:()\ue000\ue002]{3,80}"
    r"|[^.,;:()\ue000\ue002]{3,80}?))(?=[,.]| (?:in|at|on|held|organised|hosted|with) | ?\ue002|$)"
)
HOSTED_BY: Final = pattern(
    r"(?:(?:hosted|given|held)|[^.;\ue000]{0,60}?\b(?:hosted|given|held)) [^.;\ue000]{0,40}?by {ADV}<P:who>"
)

PRESENTED: Final = _rule(
    "role-presenter",
    r"\b(?P<verb>present(?:ed|s)) [^.;\ue000]{3,120}? to (?:<P:who>)?"
    r"|\b(?P<confers>conferr(?:ed|ing)) [^.;\ue000]{3,120}? (?:up)?on (?:<P:taker>)",
    ("present", "conferr"),
    "Mr Poon presented certificates to the graduates",
)
