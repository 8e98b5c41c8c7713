"""The ways in which a release says who else was there: patterns over masked sentences, each with an example."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.meeting_rules import ADV
from kg.extract.en.scene import pattern

# What an occasion told before may be called when people are added to it.
NOUN: Final = (
    r"(?P<noun>meetings?|lunch(?:eon)?|dinner|breakfast|ceremony|visit|trip|call|calls|reception|forum|conference|press conference"
    r"|seminar|event|banquet|session|talks|discussions?|programme|summit|signing ceremony|occasion|delegation)"
)
NUMBERS: Final = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ATTENDING: Final = (
    r"(?:attend(?:ing|ed|ance)|present|join(?:ing|ed)|taking part|took part|participating|accompan(?:ying|ied)|receiving|witnessing"
    r"|officiating|at the table|side|guests?|attendees|participants|members?|on hand|on (?:the )?stage|looking on|signator(?:y|ies)|among (?:the|those|them)|together with)"
)
_COPULA: Final = r"(?:was|were|are|is|includ(?:ed|es|e|ing)|will be|comprise[sd]?|comprising)"
_WHO: Final = r"(?:, who [^,;\ue000]{0,80},)?"
_SPEECH: Final = r"(?:[\w-]+ ){0,3}?(?:remarks|speech|speeches|address)"


def _macros(source: str) -> re.Pattern[str]:
    for macro, words in (
        ("{ATTENDING}", _ATTENDING), ("{COPULA}", _COPULA), ("{WHO}", _WHO), ("{SPEECH}", _SPEECH), ("{NOUN}", NOUN), ("{ADV}", ADV)
    ):  # fmt: skip
        source = source.replace(macro, words)
    return pattern(source)


# "Also attending the meeting were ...", "Taking part on the Hong Kong side were ...", "Other guests at the lunch included ..."
INVERTED: Final = _macros(
    r"(?:^|[.;] |, )(?P<intro>(?=[A-Z])[^.;\ue000]{0,90}?\b(?i:{ATTENDING})\b[^.;\ue000]{0,80}?(?:(?:from )?<P>[^.;\ue000]{0,40}?)?),? ?{COPULA}:? {ADV}<P:who>"
)
# "The delegation is made up of 18 people, among them ..."
AMONG: Final = _macros(
    r"\b(?:delegation|guests|participants|members|officials)\b[^.;\ue000]{0,120}?(?:among them|including|comprising|made up of|comprises|comprised|composed of),? {ADV}<P:who>"
)
# "Ms Kitty Sham were also present", "... sat in on the meeting", "... will join part of the programme"
JOINED: Final = _macros(
    r"<P:who>{WHO},? {ADV}(?P<verb>(?:will )?(?:also )?(?:attend(?:ed|s)?|join(?:ed|s)?|t(?:ook|akes?) part in|participated in|sat in on"
    r"|w(?:as|ere) (?:also )?(?:present|in attendance|there|on hand|invited|with)(?: at| to)?|t(?:ook|akes?) part(?= as well|\.|,)))"
    r" ?{ADV}(?:part of )?(?:(?:the|this|both|him|her|them|<P>) ?)?{NOUN}?"
)
MET_TOO: Final = pattern(r"<P:who>,? also met (?:with )?(?:the|them|him|her)\b(?! \ue000)")
# "accompanied by", "joined by"; on a visit also "received by", "briefed by"
ACCOMPANIED: Final = _macros(
    r"(?P<rel>who (?:was|is|were) )?(?:also )?\b(?P<verb>(?i:accompanied|joined|received|greeted|briefed|welcomed|escorted|guided|hosted|shown|conducted))\b"
    r"(?: [\w ,'’-]{0,60}?)? by {ADV}(?:[\w' ’,-]{0,40}? )?<P:who>"
)
ACCOMPANIES: Final = _macros(
    r"<P:who>,? {ADV}(?:will )?(?:also )?(?:accompan(?:y|ied|ies)|travel(?:led|s)? with) (?:<P:main>|(?:him|her|them)\b)"
)
IN_ATTENDANCE: Final = pattern(r"\bwith <P:who>,? (?:also )?in attendance\b")
MEMBERS: Final = pattern(
    r"<P:who>,? (?:is|are|were|was|will be) (?:also )?(?:among the |the )?members? of the delegation"
)
ACCOMPANYING: Final = pattern(
    r"\b(?:[Aa]ccompanying|[Tt]ogether with|in the company of|along with) (?:(?:him|her|them)[^.;\ue000]{0,40}?(?:was|were|are|is) )?<P:who>"
)
# "where Mr Bakke, the terminal manager, showed her the facilities"
SHOWED: Final = pattern(
    r"\bwhere <P:who>[^.;\ue000]{0,60}?,? (?:showed|briefed|welcomed|received|guided|introduced|greeted|explained)\b"
)
# "gave him a tour", "gave an introduction to its classes"
GUIDES: Final = _macros(
    r"<P:who>,? {ADV}(?:gave (?:him|her|them|an? (?:introduction|briefing|tour|presentation))|showed (?:him|her|them)|briefed (?:him|her|them|<P>)|demonstrated)\b"
)
WITNESS: Final = _macros(
    r"(?:\b(?:was|were|is|are|be) (?:also )?(?:witnessed|attended)|, attended) {ADV}by {ADV}"
    r"(?:[^.;\ue000]{0,100}?(?:including|among them|such as) )?<P:who>"
)
BEFORE_WHOM: Final = pattern(r"\b(?:[Oo]ath|sworn) [^.;\ue000]{0,40}?(?:before|by) <P:who>")
PANEL: Final = _macros(
    r"\b(?:moderated by|moderator was|chaired by|with panellists|panellists (?:were|included)|speakers (?:were|included)|compered by|emceed by|conducted by|handed out by|presented by|laid by|proposed a toast|read out"
    r"|[Mm]aster of [Cc]eremonies was [\w \"“”]{0,40}?) {ADV}<P:who>"
)
TOAST: Final = pattern(r"<P:who>,? (?:proposed a toast|read out)")
SPEAKERS: Final = (
    _macros(r"<P:who>,? {ADV}(?:deliver(?:ed|s)|gave|made) (?:an? |the |his |her )?{SPEECH}\b(?! (?:at|to) the [A-Z])"),
    _macros(r"<P:who>{WHO},? {ADV}(?:was|were|is|will be) (?:the |an? )?(?:keynote |guest )?speakers?\b"),
    _macros(
        r"\b[Ii]n (?:his|her|their) (?:[\w-]+ ){0,2}?(?:address|speech|remarks)(?: at [^,.;\ue000]{0,60})?, <P:who>"
    ),
    _macros(
        r"<P:who> (?:said|pointed out|remarked|noted|highlighted) in (?:his|her) (?:[\w-]+ ){0,2}?(?:speech|address|remarks)"
    ),
    _macros(
        r"\b(?:[Ss]peaking|[Aa]ddressing)(?: [^.;\ue000]{0,80}?)? (?:at|after|during|in)? ?[^.;\ue000]{0,80}?, <P:who>"
    ),
    _macros(r"<P:who>,? {ADV}spoke at the (?P<noun>\w+)"),
)
# A sentence that leads to a list of people: "Members of the delegation taking part in the meeting were:"
LEADS_TO_LIST: Final = re.compile(
    rf"\b{_ATTENDING}\b[^.;]{{0,120}}?(?:\b(?:are|were|is|was|included|include|as follows|comprise[sd]?|comprising)\b[^.;]{{0,60}}?)?:\s*$"
)
