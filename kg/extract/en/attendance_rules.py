"""The ways in which a release says who else was there. ``<P:who>`` are the people who are added to an occasion."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.patterns import Rule, pattern, rule

# What an occasion told before may be called when people are added to it.
_NOUNS: Final = (
    r"(?:meetings?|lunch(?:eon)?|dinner|breakfast|ceremony|visits?|trip|call|calls|reception|forum|conference"
    r"|press conference|seminar|event|banquet|session|talks|discussions?|programme|summit|signing ceremony|occasion"
    r"|delegation|itinerary)"
)
_NOUN: Final = rf"(?P<noun>{_NOUNS})"
NOUN: Final = re.compile(rf"\b{_NOUN}\b")
NUMBERS: Final = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
COUNTED: Final = re.compile(rf"\b({'|'.join(NUMBERS)}) \w+")
_ATTENDING: Final = (
    r"(?:attend(?:ing|ed|ance)|travelling with|(?-i:Also there)|(?-i:With) (?:him|her|them)(?= w| are| is)|speaking"
    r"|present"
    r"|join(?:ing|ed)|taking part|took part|participating|accompan(?:ying|ied)"
    r"|receiving|witnessing|officiating|[Oo]n the (?:visit|tour|trip)|signing the"
    r"|[Rr]epresentatives [^.;,\ue000]{0,60}at the meeting|at the table|side|guests?|(?:delegation |deputy )leader"
    r"|speakers?|VIPs|dignitaries|attendees|participants|members?|on hand"
    r"|on (?:the )?(?:stage|dais)|looking on|signator(?:y|ies)|among(?:st)? (?:the|those|them)|together with)"
)
_ATTENDING_STEMS: Final = (
    *(
        "attend",
        "speaking",
        "present",
        "join",
        "taking part",
        "took part",
        "participa",
        "accompany",
        "accompanied",
        "receiving",
    ),
    *(
        "witnessing",
        "officiating",
        "at the table",
        "side",
        "leader",
        "guest",
        "speaker",
        "vips",
        "dignitaries",
        "member",
        "on hand",
        "stage",
        "dais",
        "looking on",
    ),
    *(
        "signator",
        "signing the",
        "among th",
        "amongst th",
        "together with",
        "on the visit",
        "on the tour",
        "on the trip",
    ),
    "at the meeting",
    *("travelling with", "also there"),
    *("with him", "with her", "with them"),
)
_PARTS: Final = {
    "NOUN": _NOUN,
    "NOUNS": _NOUNS,
    "ATTENDING": _ATTENDING,
    "COPULA": r"(?:was|were|are|is|includ(?:ed|es|e|ing)|will be|comprise[sd]?|comprising)",
    "WHO": r"(?:, who [^,;\ue000]{0,80},)?",
    "ITEMS": r"(?:[^.:;\ue000]{3,90}; ){1,4}(?:and )?(?:the |an? )?(?:former |late )?",  # items that name nobody
    "STAFF": (
        r"[,;]? (?:and|as well as|together with) (?:other |the |some |several |relevant )?(?:officers?|officials"
        r"|representatives|colleagues|members|staff)\b[^.;\ue000]{0,180}?"
    ),
    "PRESENT": r"w(?:as|ere) (?:also )?(?:present|in attendance|there|on hand|invited|with)(?: at| to)?",
    "OCCASION": (
        r"(?:parts? of )?(?:(?:<D>|today)['’]s (?:(?!{NOUNS}\b)[a-z]+ )?"
        r"|(?:the|this|both|him|her|them|<P>) ?(?:study |duty |home )?)?{NOUN}?"
    ),
}


def _rule(name: str, source: str, needs: tuple[str, ...], example: str) -> Rule:
    return rule(name, source, needs, example, **_PARTS)


# Lists: those added are attendees, signatories, or members of the delegation.
INVERTED: Final = _rule(
    "role-also",
    r"(?:^|[.;] |, )(?P<intro>(?=[A-Z])(?!Past|Previous|Former|Earlier)[^.;\ue000]{0,90}?"
    r"\b(?i:{ATTENDING})\b[^.;\ue000]{0,80}?(?:(?:from )?<P>[^.;\ue000]{0,40}?){0,2}?),? ?{COPULA}"
    r"(?: \([^()\ue000]{3,60}\))?:? {ADV}"
    r"(?:(?:the|his|her|their|its) [a-z]+(?: [a-z]+)?,? |{ITEMS}"
    r"|(?:(?:the |an? )[A-Z][^.;:\ue000]{3,90}, ){1,6}(?:and )?(?:the )?)?<P:who>",
    _ATTENDING_STEMS,
    "Also attending the meeting were Mr Lau Kam-wing and Ms Kitty Sham",
)
AMONG: Final = _rule(
    "role-also",
    r"\b(?:delegation|guests|participants|members|officials)\b[^.;\ue000]{0,120}?"
    r"(?:(?:led|headed) by <P>,? (?=and\b|which\b|with\b)[^.;\ue000]{0,60}?)?(?:among them|including|namely"
    r"|comprising|made up of|comprises|comprised|composed of),? {ADV}<P:who>",
    ("among them", "including", "namely", "compris", "made up of", "composed of"),
    "The delegation is made up of 18 people, among them Mr Lau Kam-wing",
)
# those are at the occasion told last, and belong to nobody
GUESTS: Final = re.compile("guests")
INCLUDES: Final = _rule(
    "role-also",
    r"\b(?:delegation|entourage)\b[^.;\ue000]{0,120}?(?:includes?|included|comprise|consists? of|consisted "
    r"of):? {ADV}<P:who>",
    ("includ", "comprise", "consist"),
    "The delegation of the bureau will include Mr Lau Kam-wing and Ms Kitty Sham",
)
JOINED: Final = _rule(
    "role-joined",
    r"(?:<P:more>,? (?:as well as|and|together with) (?:other |some |the )*[a-z][^.;:,\ue000]{2,60}? "
    r"(?:including|such as|namely|comprising) )?<P:who>(?:{WHO}|, who|{STAFF})?,? {ADV}(?P<verb>(?:will )?(?:also )?"
    r"(?:(?:led [^.;,\ue000\ue002]{3,90}? to )?attend(?:ed|s)?"
    r"|join(?:ed|s)?(?: in(?= <D>| the ))?"
    r"|t(?:ook|akes?) part in|participated in|sat in(?: on)?|graced|{PRESENT}"
    r"|(?:t(?:ook|akes?|ake) part|participate[sd]?)(?= as well|\.|,| to (?!the\b)[a-z])"
    r"|(?:was|were) (?:also )?among (?:those (?:attending|present)|the (?:[\w-]+ )?guests(?=[.;,]))))"
    r" ?{ADV}{OCCASION}",
    ("attend", "join", "part", "sat in", "graced", "present", "there", "on hand", "invited", "with", "among the"),
    "Ms Kitty Sham sat in on the meeting",
)
OTHERS: Final = _rule(
    "role-others",
    r"<P:main> and (?:the (?:other )?|other )(?:officials|principal officials|members of the delegation)\b",
    ("and the other", "and the officials", "and other officials", "and the members", "and the principal"),
    "Mr Poon and the other officials then met with Ms Kitty Sham",
)
ENGAGEMENTS: Final = _rule(
    "role-engagements",
    r"<P:who>,? {ADV}(?:(?:joined|accompanied) <P:main>,? (?:in|at|on|for|during) (?:all |most of )?"
    r"(?:the|these|those) (?:above |above-mentioned |said )?"
    r"|(?:t(?:ook|akes?) part in|attended|joined|participated in|were present at) (?:all |all of )?"
    r"(?:the|these) (?:above|above-mentioned|abovementioned|aforementioned|aforesaid) )"
    r"(?:engagements|meetings|activities|events|visits|programmes)",
    ("joined", "accompanied", "the above", "these above", "abovementioned", "aforementioned", "aforesaid"),
    "Mr Lo joined Mr Shum in the above engagements",
)
MET_TOO: Final = _rule(
    "role-met-too",
    r"<P:who>,? also met (?:with )?(?:them|him|her"
    r"|the (?:[\w-]+ )?(?:delegat\w+|visitors?|guests?|party|group|mission|entourage|officials|members|representatives"
    r"|executives|leaders))\b(?! \ue000)",
    ("also met",),
    "Ms Kitty Sham also met them",
)

# words that make those who are listed part of the delegation itself
MEMBERSHIP: Final = re.compile(
    r"join|[Oo]ther members of|(?:Members|[Mm]embers who|[Pp]anel members|[Cc]ommittee members)\b"
    r"|[Dd]eputy (?:delegation )?leader"
)
# words that make those who are listed signatories
SIGNS: Final = re.compile(r"(?:[Tt]he )?[Ss]ignator|[Ss]igning the\b")
# "The members of the board are ...": who belongs to a body, whether present or not
BELONGING: Final = re.compile(
    r"(?:The |Its )?(?:[a-z]+ )?[Mm]embers of [^,]{0,60}\b(?:[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Cc]ommission|[Pp]anel)"
)

# Witnesses and those on stage.
WITNESS: Final = _rule(
    "role-witness",
    r"(?:(?:\b(?:was|were|is|are|be) (?:also )?(?:witnessed|attended|graced)|(?:,|,? and) attended) {ADV}by(?: the "
    r"(?:[a-z]+ )?presence of)?"
    r"|[Ii]n the presence of) {ADV}"
    r"(?:[^.;\ue000]{0,100}?(?:including|among them|such as) )?<P:who>",
    ("witnessed", "attended", "graced", "in the presence of"),
    "The signing ceremony was witnessed by Ms Kitty Sham",
)
BEFORE_WHOM: Final = _rule(
    "role-oath",
    r"\b(?:[Oo]ath|sworn) [^.;\ue000]{0,40}?(?:before|by) <P:who>",
    ("oath", "sworn"),
    "He took the Oath before the Chief Justice, Mr Andrew Keir",
)
PANEL: Final = _rule(
    "role-panel",
    # a body has a chairman at all times: "the judging panels chaired by"
    r"\b(?:moderated by|moderator was"
    r"|(?<!panels )(?<!ommittee )(?<!oard )(?<!roup )(?<!orce )(?<!ouncil )(?<!ommission )chaired by"
    r"|with panellists|panellists (?:were|included)"
    r"|speakers (?:were|included)|compered by|emceed by"
    r"|(?:(?:service|blessing|rite|music|concert|band|choir) (?:was|is) |(?<!was )(?<!were )(?<!is ))conducted by"
    r"|handed out by|presented by|laid by|proposed a toast|read out"
    r"|[Mm]aster of [Cc]eremonies was [\w \"“”]{0,40}?) {ADV}<P:who>",
    (
        *("moderat", "chaired by", "panellists", "speakers", "compered", "emceed", "conducted by", "handed out"),
        *("presented by", "laid by", "toast", "read out", "of ceremonies"),
    ),
    "The discussion was moderated by Ms Kitty Sham",
)
PANELLISTS: Final = _rule(
    "role-panel",
    r"\b[Tt]he (?:discussion )?(?:panel|panell?ists)\b[^.;]{0,120}?,? (?:comprised|included|featured|consisted of) "
    r"{ADV}"
    r"<P:who>",
    ("panel",),
    "The panel, moderated by Mr Lau Kam-wing, comprised Ms Kitty Sham",
)
PERFORMANCE: Final = _rule(
    "role-performance",
    r"\b(?:recital|performance|solo)s?\b(?:(?! of )[^.;\ue000]){0,100}? by (?:the )?<P:who>",
    ("recital", "performance", "solo"),
    "The reception ended with a recital on the harp by Ms Kitty Sham",
)
TOAST: Final = _rule(
    "role-toast",
    r"<P:who>,? (?:proposed a toast|read out|administered the (?:[Oo]aths?|pledge)"
    r"|{ADV}moderated (?:the|an?) (?:[\w-]+ ){0,3}?(?:discussions?|session|panel|dialogue|forum|exchange)|(?:was|were"
    r"|acted as) (?:the )?(?:[Mm]asters? of [Cc]eremonies|emcees?"
    r"|MCs?)\b)",
    ("proposed a toast", "read out", "administered the", "of ceremonies", "emcee", " mc", "moderated "),
    "Ms Kitty Sham proposed a toast",
)
HEADS: Final = _rule(
    "role-heads",
    r"\b[Tt]he [^.;,\ue000]{2,90} (?:delegation|side|team) (?:was|were) (?:led|headed) by <P:one>,? (?:and|while) "
    r"(?:the [^.;,\ue000]{2,90} (?:delegation|side|team)|that of [^.;,\ue000]{2,90}) "
    r"(?:(?:was |were )?(?:led|headed) )?by <P:two>",
    ("led by", "headed by"),
    "The Harbour delegation was headed by Mr Lau Kam-wing, and the Lotus delegation by Ms Kitty Sham",
)
OFFICIATED: Final = _rule(
    "role-officiated",
    r"<P:who>,? {ADV}(?:will )?(?:jointly )?(?:officiate[ds]?(?=[.,;]|$| and [a-z]| ?\ue002| together\b)"
    r"|(?:unveil(?:ed|s)?|cut|dotted|performed|launched|pressed|laid|turned|planted|lit) (?:the"
    r"|an?) (?:[\w-]+ ){0,3}?(?:plaques?"
    r"|ribbons?|eyes|ceremony|rite|button|foundation|sod|trees?|lights?|lamps?|cauldron)\b"
    r"|(?:was|were|is|are|will be|(?:act|serv)(?:ed|s) as) (?:the |an? )?(?:(?:chief |officiating )guests?"
    r"|guests? of honour|(?:reviewing|inspecting) officers?)(?=[.;,]|$| (?:and|while) | ?\ue002))"
    r"|(?:(?:\b(?:It|The event) (?:was|is|will be) {ADV}(?:chaired|hosted|co-hosted|convened|presided over"
    r"|jointly hosted)|(?:,|,? and) (?:was |were )?{ADV}(?:jointly )?(?:officiated(?: at)?|presided over)) {ADV}by "
    r"|^The (?:officiating guests?|reviewing officer|guests? of honour|chief guests?),? )<P:by>",
    (
        *("officiate", "plaque", "ribbon", "eyes", "ceremony", "rite", "button", "foundation", "sod", "tree", "light"),
        *("lamp", "cauldron", "chaired by", "hosted by", "convened by", "presided over by", "guest"),
        *("reviewing officer", "inspecting officer"),
    ),
    "Mr Lau Kam-wing and Ms Kitty Sham officiated",
)
ATTENDS_WITH: Final = _rule(
    "role-with",
    r"\b(?:attend(?:ed|s)?|t(?:ook|akes?) part in|participated in) "
    r"(?:(?! (?:and|to|where|before|after|for) (?!the |an? )[a-z])[^.;,\ue000]){3,140}? "
    r"(?:together |along )?(?<!meeting )(?<!meetings )(?<!talks )(?<!lunch )(?<!luncheon )(?<!dinner )(?<!exchange )"
    r"(?<!exchanges )(?<!discussion )(?<!discussions )(?<!views )with <P:who>(?!['’])",
    ("attended ", "attends ", "attend ", "part in ", "participated in "),
    "He attended the opening ceremony with the District Officer, Ms Kitty Sham",
)
# what a relative clause says of the occasion, whatever was said there
ATTENDED_TOO: Final = _rule(
    "role-witness",
    r", which (?:was|were|is|will be) {ADV}(?:attended|witnessed|joined) {ADV}by {ADV}<P:who>",
    ("which ",),
    "She said this at the ceremony, which was also attended by Ms Kitty Sham",
)
WITNESSES: Final = (WITNESS, BEFORE_WHOM, PANEL, PANELLISTS, PERFORMANCE, TOAST)

# A sentence that leads to a list of people, and an item of such a list.
LEADS_TO_LIST: Final = rule(
    "role-also",
    r"\b{ATTENDING}\b[^.;]{0,120}?"
    r"(?:\b(?:are|were|is|was|included|include|as follows|comprise[sd]?|comprising)\b[^.;]{0,60}?)?:\s*$",
    (":",),
    "Members of the delegation taking part in the meeting were:",
    ATTENDING=_ATTENDING,
)
ITEMS: Final = pattern(
    r"(?:(?:\(?\w{1,3}[).]|[*•-])?\s*<P>\)?(?: ?\([^()]{1,60}\))?(?:, [^.;\ue000]{2,120}?)?[;,.]?(?: and)?\s*)+"
)
# What may stand behind the verb where the occasion is the one told before, and what names another one.
ANAPHORIC: Final = re.compile(
    r" ?(?:[.,;]|$|him|her|them|parts? of|on the occasion|as well|to (?!the\b)[a-z]|\ue000"
    r"|and (?:also )?(?:deliver|g[ai]ve|sp[eo][ao]k|made|officiat|address|present|join))"
)
NAMED_ANEW: Final = re.compile(r"(?:s(?!\b)|ing|\w| (?:of|on(?! \ue002)|with|hosted|held by|given|themed|for) )")
ON_THE_VISIT: Final = re.compile(
    r" (?:on|during|throughout|for|in) (?:the|his|her|this|their) (?:[a-z]+ )?(?:visit|tour|trip)\b"
)
PRESENCE: Final = re.compile("present|sat in|invited|among those")
SERVED_THEM: Final = re.compile(r" ?(?:him|her|them)\b")
MEETINGS: Final = re.compile(r"\b(?:meetings|talks|calls)\b")
THEY_WERE: Final = re.compile(r"\bThey (?:were|are) $")
