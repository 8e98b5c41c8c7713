"""The ways in which a release tells an occasion by what is given, begun or said there, the takers or guests first.

``<what>`` is the occasion, where it is named, ``<P:who>`` are those who give, begin, welcome or say it.
"""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import Rule, rule

_PARTS: Final = {
    "PRIZE": (
        r"(?i:awards?|prizes?|troph(?:y|ies)|medals?|certificates?|commendations?|honours|citations?|scholarships?"
        r"|plaques?|souvenirs?|flags?|letters? of appointment|appointment letters?|warrants?|licen[cs]es?)"
    ),
    "THE": r"(?:(?:an? |the |this |its )|(?:today|<D>)['’]s (?:\([^()]{3,20}\) )?)",
    "WHAT": r"(?P<what>[^.;,:\ue000\ue002]{3,120}?)",
    "MANY": (
        r"(?i:guests|people|participants|representatives|members|residents|students|visitors|delegates|leaders|friends"
        r"|officials|professionals|executives|entrepreneurs|athletes|citizens|runners|children|families)"
    ),
    "SPEECH": r"(?:[\w'’-]+ ){0,3}?(?:speech(?:es)?|address(?:es)?|remarks|lecture|presentation|talk|keynote|sharing)",
}


def _rule(name: str, source: str, needs: tuple[str, ...], example: str) -> Rule:
    return rule(name, source, needs, example, **_PARTS)


# no occasion is named: that what is given is given at one, goes without saying
GAVE: Final = _rule(
    "gave-awards",
    r"(?<!be )(?<!was )(?<!were )\b(?P<verb>(?:present|award|hand|g[ai]v)(?:s|es|ed|e)?(?: out| away)? {ADV}"
    r"(?:(?:the|an?|their|[\d,]+|some|over|more than|a total of) )?(?:[\w'’-]+ ){0,8}?{PRIZE})\b {ADV}"
    r"(?:(?:and|or) (?:[\w'’-]+ ){0,3}?{PRIZE} )?{ADV}to (?!\ue000)",
    ("present", "award", "hand", "gave", "give"),
    "Mr Lau Kam-wing today presented commendations to 30 citizens",
)
TAKEN_FROM: Final = _rule(
    "taken-from",
    r"\b(?P<verb>(?:receiv|collect|accept)(?:ed|s)?|were given|was given) {ADV}"
    r"(?:(?:the|an?|their|his|her) )?(?:[\w'’-]+,? ){0,8}?{PRIZE} {ADV}from <P:who>"
    r"(?:,? {ADV}(?:at|during) {THE}{WHAT}(?=[.;,:\ue000\ue002]| (?:held|at|in|on|today|yesterday|for|to)\b|$))?",
    ("receiv", "collect", "accept", "given"),
    "A total of 30 students received awards from Mr Lau Kam-wing at a ceremony today",
)
GIVEN: Final = _rule(
    "given-awards",
    r"\b{PRIZE} (?P<verb>(?:was|were|is|are|will be) {ADV}(?:presented|handed (?:out|over)|given (?:out|away)|given"
    r"|awarded)) {ADV}(?:to [^.;,\ue000\ue002]{3,80} )?{ADV}by {ADV}<P:who>"
    r"|\b(?P<taken>(?:was|were|are|will be) {ADV}(?:presented with|awarded|given|conferred) "
    r"(?:[\w'’-]+ ){0,6}?{PRIZE}) {ADV}by {ADV}<P:giver>",
    ("presented", "handed", "given", "awarded", "conferred"),
    "The awards were presented today by Mr Lau Kam-wing",
)
HANDED_TO: Final = _rule(
    "handed-to",
    r"\b(?P<verb>(?:was|were|is|will be) {ADV}(?:handed(?: over)?|presented|passed|given|awarded)) {ADV}(?:to|on) "
    r"{ADV}<P:who>,? {ADV}(?:at|during) {THE}{WHAT}(?=[.;,:\ue000\ue002]| (?:held|at|in|on|today|yesterday)\b|$)",
    ("handed", "presented", "passed", "given", "awarded"),
    "The torch was handed to Mr Lau Kam-wing at the launch ceremony",
)
STARTED: Final = _rule(
    "started",
    r"\b(?P<verb>flag(?:ged|s)? off|(?:fir|sound)(?:ed|s) the (?:starting )?(?:gun|pistol|horn|whistle)"
    r"(?: (?:at|of|for|to (?:start|begin|kick off)))?) {ADV}(?:the |this year's )?(?=[A-Z0-9\"“])",
    ("flag", "the gun", "the pistol", "the horn", "the whistle", "the starting "),
    "Mr Lau Kam-wing flagged off the Harbour Marathon today",
)
OPENED_WITH: Final = _rule(
    "opened-with",
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|(?:[Tt]oday|<D>)['’]s) (?P<what>[^.;\ue000]{3,160}?),? "
    r"(?P<verb>(?:(?:was|were|is|will be) )?{ADV}(?:officially |formally )?(?:opened|opens|open|began|begun|begins"
    r"|started|starts|commenced|kicked off|kicks off|concluded|concludes|ended|ends|closed|closes"
    r"|drew to a close|came to an end|wrapped up) {ADV}(?:with|by) "
    r"(?:(?:an?|the|his|her) )?{SPEECH} (?:(?:delivered|given|made) )?(?:by|from|of)) (?:the )?<P:who>",
    ("speech", "address", "remarks", "lecture", "presentation", " talk", "keynote", "sharing"),
    "The conference was opened this morning with a welcome address by Mr Lau Kam-wing",
)
HEARD: Final = _rule(
    "opened-with",
    r"^(?:The|An?|This) (?P<what>[^.;\ue000]{3,160}?),? (?P<verb>(?:which )?(?:featured|features|included|includes) "
    r"{ADV}(?:(?:an?|the) )?{SPEECH} (?:(?:delivered|given|made) )?(?:by|from|of)) (?:the )?<P:who>",
    ("featured ", "features ", "included ", "includes "),
    "The seminar featured a keynote speech by Mr Lau Kam-wing",
)
WELCOMED: Final = _rule(
    "welcomed-to",
    r"\b{MANY}\b[^.;\ue000]{0,90}? (?P<verb>(?:were|was) {ADV}(?:welcomed|received|greeted)) {ADV}(?:to|at) {THE}{WHAT}"
    r"(?: [^.;\ue000]{0,60}?| ?<D> ?)?\bby {ADV}<P:who>",
    ("welcomed", "received", "greeted"),
    "More than 300 delegates were welcomed to the conference today by Mr Lau Kam-wing",
)
MANY_JOINED: Final = _rule(
    "many-joined",
    r"\b{MANY}\b[^.;\ue000]{0,90}? (?P<verb>joined|celebrated with|gathered with|met|mingled with|dined with) {ADV}"
    r"<P:who>,? (?P<at>at|for|in) {THE}{WHAT}(?=[.;,:\ue000\ue002]| (?:held|at|in|on|to|today|yesterday|tonight)\b|$)",
    (" joined ", "celebrated with", "gathered with", " met ", "mingled with", "dined with"),
    "Around 300 guests joined Mr Lau Kam-wing at a reception in Oslo",
)
MANY_HEARD: Final = _rule(
    "many-heard",
    r"\b{MANY}\b[^.;\ue000]{0,90}? (?P<verb>heard|listened to) {ADV}<P:who>,? {ADV}(?:speak|talk|share|deliver|explain"
    r"|address)\b[^.;\ue000]{0,90}? (?:at|during) {THE}{WHAT}(?=[.;,:\ue000\ue002]| (?:held|at|in|on|today)\b|$)",
    ("heard", "listened to"),
    "Over 500 people heard Mr Lau Kam-wing speak on trade at the Harbour Forum",
)
BRIEFED_BY: Final = _rule(
    "briefed-by",
    r"\b(?:at|in|during) (?:an? |the |this |(?:today|<D>)['’]s (?:\([^()]{3,20}\) )?)"
    r"(?P<what>(?:[\w-]+ ){0,3}?(?:press conference|press briefing|media briefing|news conference|media session))"
    r"(?: (?:at|in) [^.;,\ue000\ue002]{3,60})?,? {ADV}(?P<verb>(?:held |given |hosted |conducted |chaired )?{ADV}by) "
    r"{ADV}<P:who>",
    ("press conference", "press briefing", "media briefing", "news conference", "media session"),
    "The details were announced at a press conference today by Mr Lau Kam-wing",
)
# what is begun with a ceremony although its name says no occasion; on a day, else it may have been decided at a desk
BEGUN: Final = _rule(
    "begun",
    r"\b(?P<verb>kick(?:ed|s) off|launch(?:ed|es)|inaugurat(?:ed|es)|start(?:ed|s)|initiated) {ADV}"
    r"(?:the |an? |this year's |its |our )?"
    r"(?P<what>(?:[\"“]?[\w'’:&-]+[\"”]? ){0,8}?(?i:campaign|movement|month|year|day|days|marathon|games|tournament"
    r"|championships?|season|crusade)(?: 20\d\d(?:[-/]\d\d(?:\d\d)?)?)?[\"”]?(?: (?i:campaign))?)"
    r"(?=[.;,]|$| ?<D>| (?:at|in|by|with|to|today|this|and|jointly|together|organised)\b)",
    ("kick", "launch", "inaugurat", "start", "initiated"),
    "Mr Lau Kam-wing today kicked off the Harbour Safety Month",
)
# what is done at the beginning of a building, of an office or of a rule
RITE: Final = _rule(
    "rite",
    r"\b(?P<verb>(?:unveil(?:ed|s) (?:the|an?) (?:[\w-]+ ){0,3}?plaque|cut(?:s)? (?:the|an?) (?:[\w-]+ )?ribbon"
    r"|br(?:oke|eaks) ground|turn(?:ed|s) the (?:first )?sod|la(?:id|ys) the foundation[ -]stone|dott(?:ed|s) the eyes?"
    r"|administer(?:ed|s) (?:the |an? )?(?:[Oo]aths?|pledge))\b)",
    ("plaque", "ribbon", " ground", " sod", "foundation", "dott", "oath", "pledge"),
    "Mr Lau Kam-wing unveiled the plaque of the Harbour Hall",
)
JOINING: Final = _rule(
    "joining-at",
    r"^(?P<verb>Joining|Accompanying|Officiating with|Together with) {ADV}<P:who>,? (?:at|for|in) {THE}{WHAT}"
    r"(?: (?:held |today |yesterday |in )[^.;\ue000]{0,60}?| ?<D>)? ?(?:was|were|is|are|will be) {ADV}<P:other>",
    ("^joining", "^accompanying", "^officiating with", "^together with"),
    "Joining Mr Lau Kam-wing at the ground-breaking ceremony was Ms Kitty Sham",
)
