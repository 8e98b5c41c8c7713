"""The ways in which a release tells an occasion by what somebody does there: opening, swearing in, meeting the media.

``<P:who>`` are those who do it; where a pattern has none, they are the subject of its ``<verb>``.
"""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import rule

OPENED_BY: Final = rule(
    "opened-by",
    r"(?:\b(?P<verb>(?:was|were|is|are|will be) {ADV}(?:officially )?(?:opened|launched|unveiled|inaugurated"
    r"|declared open|officiated(?: at)?|kicked off|flagged off|reviewed|inspected|presided over|performed))"
    r"|, (?P<act>{ADV}(?:officially )?(?:opened|launched|unveiled|inaugurated|kicked off) {ADV}<D>)) {ADV}by {ADV}"
    r"<P:who>",
    (
        "flagged off",
        *("opened", "launched", "unveiled", "inaugurated", "declared open", "officiated", "kicked off", "reviewed"),
        *("inspected", "presided over", "performed"),
    ),
    "The exhibition was opened today by the Secretary for Development, Mr Lau",
)
# what a ceremony alone can be: no exhibition is reviewed
OF_CEREMONIES: Final = ("officiated", "reviewed", "inspected", "presided", "performed")
GIVEN_BY: Final = rule(
    "given-by",
    r"\b(?:at|following|after|treated to) (?:an? |the )(?P<what>[^.;,:\ue000\ue002]{3,100}?)(?: (?:held |today "
    r"|yesterday "
    r")[^.;\ue000]{0,60}?| ?<D>)? "
    r"?(?P<verb>(?:officiated(?: at)?|hosted|presided over|chaired)) by {ADV}<P:who>",
    ("officiated", "hosted by", "presided over", "chaired by"),
    "The tunnel was commissioned today at a ceremony officiated by Mr Lau Kam-wing",
)
DELIVERED_BY: Final = rule(
    "delivered-by",
    r"\b(?:speech|address|remarks|lecture) (?:at|of|for) (?:the |an? )(?P<what>[^.;,:\ue000\ue002]{3,100})"
    r"[^.;:\ue000]{0,60}? (?P<verb>(?:was|were|is|will be) {ADV}(?:delivered|given|made)) {ADV}by {ADV}<P:who>",
    (" delivered", " given", " made"),
    "The keynote speech at the Harbour Forum was delivered by Mr Lau Kam-wing",
)
DONE_BY: Final = rule(
    "done-at",
    r"\b(?P<verb>(?:was|were|is|are|will be) {ADV}(?:presented|handed (?:out|over)|given (?:away|out)|unveiled|launched"
    r"|awarded|laid|commended|honoured|recognised|named|christened|welcomed|presented with "
    r"[^.;,\ue000\ue002]{3,60}?)) {ADV}by "
    r"{ADV}<P:who>(?:,? to {ADV}<P:taker>)?[^.;\ue000]{0,90}? (?:at|during) (?:the |an? )"
    r"(?P<what>[^.;,:\ue000\ue002]{3,100})",
    (
        "presented",
        "handed o",
        "given away",
        "given out",
        "unveiled",
        "launched",
        "awarded",
        " laid ",
        "commended",
        "honoured",
        "recognised",
        " named",
        "christened",
        "welcomed",
    ),
    "The prizes were presented by Mr Lau Kam-wing to 20 schools at a ceremony at the City Hall",
)
HELD_FOR: Final = rule(
    "held-for",
    r"\b[Tt]he (?P<what>(?:[\w-]+ ){0,2}?(?:swearing-in|oath-taking|pledge-taking|installation|inauguration|farewell"
    r"|investiture)"
    r"(?: [\w-]+){0,2}?) (?:of|for) [^.;\ue000]{0,60}?<P:who>,? (?P<verb>(?:was|is|will be) {ADV}(?:held|conducted)"
    r"|took place)",
    ("held", "conducted", "took place"),
    "The swearing-in ceremony of the new Director of Audit, Mr Lau Kam-wing, was held today",
)
ATTENDED_BY: Final = rule(
    "attended-by",
    r"^(?:The|An?) (?P<what>[^.;\ue000]{3,220}?),? (?P<verb>(?:(?:was|were|is|will be) {ADV})?(?:attended"
    r"|witnessed)) {ADV}by {ADV}"
    r"(?:[^.;\ue000]{0,100}?(?:including|among them|such as) )?<P:who>",
    ("attended", "witnessed"),
    "The opening ceremony of the Harbour Film Expo today was attended by Mr Lau Kam-wing and Ms Kitty Sham",
)
THERE_WERE: Final = rule(
    "there-were",
    r"\b(?:(?:[Aa]mong|[Aa]mongst) (?:those|the [a-z]+) )?(?P<act>(?P<hosts>(?:[Jj]ointly |[Cc]o-)?[Hh]osting"
    r"|[Cc]hairing|[Mm]oderating)|[Ss]peaking"
    r"|[Rr]epresenting [^.;,\ue000]{3,60}?(?= at)|[Ss]haring [^.;,\ue000]{3,60}?(?= (?:at|in))|[Aa]ttending"
    r"|[Pp]articipating"
    r"|[Tt]aking part|[Pp]resent(?= at)|(?:(?:[Oo]ther|[Kk]ey|[Kk]eynote|[Gg]uest) )?[Ss]peakers(?= (?:at|of|in))"
    r"|[Gg]uests(?= (?:at|of)))"
    r"(?: at| in| of)? (?:the |an? |(?:today|<D>)['’]s (?:\([^()]{3,20}\) )?)(?P<what>[^.;\ue000]{3,160}?),? "
    r"(?P<verb>(?:were|was|are|is|will be|included?)) {ADV}<P:who>",
    (
        "representing",
        "sharing",
        "speaking",
        "attending",
        "participating",
        "taking part",
        "present",
        *("speakers", "guests", "hosting", "chairing", "moderating"),
    ),
    "Among those speaking at the Symposium on Air Safety were Mr Lau Kam-wing and Ms Kitty Sham",
)
OPENS: Final = rule(
    "opens",
    r"\b(?P<verb>(?:officially|formally) (?:open(?:ed|s)|inaugurat(?:ed|es))|declar(?:ed|es) open) {ADV}(?:the |an? )"
    r"(?P<what>(?:[A-Z][\w'’-]*|of|and|the)(?: (?:[A-Z][\w'’-]*|of|and|the)){0,8})",
    ("officially", "formally", "declared open", "declares open"),
    "Mr Lau Kam-wing officially opened the Harbour Sports Centre",
)
SPOKE_IN: Final = rule(
    "spoke-in",
    r"\b(?P<verb>(?:[Dd]eliver(?:ed|s|ing)?|gave|gives?|giving|made|makes?) (?:an? |the |his |her )?"
    r"(?:[\w'’-]+ ){0,3}?(?:speech|address|lecture|talk)) {ADV}(?:in (?=[A-Z])|to (?:the |over |some |more than )?"
    r"(?:[\w,-]+ ){0,3}?(?:students|members|graduates|executives|leaders|staff|representatives)\b)",
    ("speech", "address", "lecture", " talk"),
    "Mr Lau Kam-wing delivered a lecture to students of the Harbour University",
)
SPOKE_THERE: Final = rule(
    "spoke-there",
    r"\bwhere <P:who>,? {ADV}(?:will )?{ADV}(?P<verb>(?:deliver(?:ed|s)?|gave|gives?|made|makes?) (?:an? )"
    r"(?:[\w'’-]+ ){0,3}?(?:speech|address|lecture|talk|presentation))\b",
    ("where",),
    "Mr Lau Kam-wing visited the Harbour House, where he gave a speech on trade",
)
SPOKE_AT_SCHOOL: Final = rule(
    "spoke-at-school",
    r"\b(?P<verb>(?:[Dd]eliver(?:ed|s|ing)?|gave|gives?|giving|made|makes?) (?:an? |the |his |her )?"
    r"(?:[\w'’-]+ ){0,3}?(?:speech|address|lecture|talk))\b(?:[\"“][^\"”]*[\"”]|[^.;\ue000\"“]){0,200}? at (?:the )?"
    r"(?:[A-Z][\w'’-]+ ){1,4}(?:College|Institute|Academy|School)\b",
    ("speech", "address", "lecture", " talk"),
    "Mr Lau Kam-wing will deliver a speech on trade at the Harbour Judges College",
)
# a meal of many, who have no name
MEAL_OF_MANY: Final = rule(
    "meal-of-many",
    r"\b(?P<verb>(?:had|have|having|will have|hosted|hosts?) {ADV}(?:an? )?(?:[\w-]+ ){0,2}?"
    r"(?:lunch|luncheon|dinner|breakfast|supper|tea) {ADV}with) {ADV}(?:the |some |over |more than |about )?"
    r"(?:[\w,-]+ ){0,4}?(?:community|people|residents|students|compatriots|alumni|friends|youths?|expatriates"
    r"|businessmen|graduates|athletes)\b(?:[^.;\ue000]{0,90}?, where \ue000\d+\ue001,? {ADV}"
    r"(?P<speaks>shared|spoke|gave|briefed|delivered|updated))?",
    ("lunch", "dinner", "breakfast", "supper", "tea "),
    "Mr Lau Kam-wing had lunch with the Hong Kong community in Sydney, where he shared on the economy",
)
SWORN: Final = rule(
    "sworn-in",
    r"\b(?P<verb>(?:was|were|is|are|will be) sworn in|(?:took|takes?) (?:the |his |her |their )?(?:oaths?|pledge)\b)",
    ("sworn in", "oath", "pledge"),
    "Mr Lau Kam-wing was sworn in today",
)
MOURNED: Final = rule(
    "mourned",
    r"\b(?P<verb>(?:la(?:y|ys|id|ying)|plac(?:e|es|ed|ing)) (?:an? |the |some )?(?:floral )?wreaths?"
    r"|observ(?:e|es|ed|ing) {ADV}(?:(?:an? |the )?(?:[\w'’]+-?[ -]minutes?['’]?s?'? (?:of )?(?:silence|mourning)"
    r"|(?:minute|moment)['’]?s?'? (?:of )?silence)|(?P<again>the silence))"
    r"|sign(?:s|ed|ing)? {ADV}(?:an? |the )?(?i:(?:books? of condolences?)|(?:condolences? books?)))",
    ("wreath", "silence", "mourning", "condolence"),
    "Mr Lau Kam-wing observed a three-minute silence in front of the Harbour Hall",
)
MEDIA: Final = rule(
    "met-media",
    r"\b(?P<verb>(?:will )?(?:meet|met|meets|speak (?:to|with)|spoke (?:to|with)|talk(?:ed)? to|brief(?:ed)?)"
    r"|shared with|answered questions (?:from|of)"
    r"|answered(?= (?:reporters|journalists|the media|the press)['’]s? questions)|g(?:ave|ives?|iving) (?:an? "
    r")?(?:[\w-]+ )?(?:interviews?|briefing) to"
    r"|(?:was|were) interviewed by|[Ss]peaking to|[Mm]eeting|[Bb]riefing) (?:with )?"
    r"(?:the )?(?:local |overseas |Mainland |waiting |Hong Kong ){0,2}(?:media|press|reporters|journalists)\b"
    r"(?! (?:conference|session|briefing|release|report))",
    ("media", "press", "reporters", "journalists"),
    "Mr Lau Kam-wing met the media after the meeting",
)
