"""The ways in which a release says who spoke at an occasion told before. ``<P:who>`` are those who spoke."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.patterns import Rule, rule

_PARTS: Final = {
    "WHO": r"(?:, who [^,;\ue000]{0,80},)?",
    "SPEECH": (
        r"(?:[\w-]+ ){0,3}?(?:remarks|speech|speeches|address|presentations?|lecture|keynote|vote of thanks|overview)"
    ),
}


def _rule(name: str, source: str, needs: tuple[str, ...], example: str) -> Rule:
    return rule(name, source, needs, example, **_PARTS)


MOVES: Final = _rule(
    "role-mover",
    r"<P:who>,? {ADV}(?:will |to )?{ADV}(?:mov(?:e|es|ed)|rais(?:e|es|ed)|ask(?:s|ed)?) (?:an? |the |his |her )?"
    r"(?:[\w-]+ ){0,3}?(?:motions?|amendments?|resolutions?|questions?|bills?)\b",
    ("motion", "amendment", "resolution", "question", "bill"),
    "Ms Kitty Sham will move a motion on harbours",
)
SPEAKERS: Final = (
    MOVES,
    _rule(
        "role-speaker",
        r"<P:who>{WHO},? (?:also|then) (?:spoke|addressed the (?:audience|guests|gathering|participants))"
        r"(?=[.,;]|$| on | about )",
        ("also spoke", "then spoke", "addressed the"),
        "Ms Kitty Sham also spoke",
    ),
    _rule(
        "role-speaker",
        r"<P:who>,? {ADV}(?:answer(?:ed|s)?|took|takes?|responded to|fielded) (?:the |some )?questions (?:from|of"
        r"|raised by|put by) (?:the |some )?(?:[\w-]+ ){0,2}?(?:attendees|participants|audience|members|guests|trade"
        r"|delegates|representatives|residents|students|floor)\b",
        ("questions",),
        "Ms Kitty Sham answered questions from the participants",
    ),
    _rule(
        "role-speaker",
        r"<P:who>,? {ADV}(?:will |(?:(?:has|have) been|was|were|is|are) invited to )?{ADV}"
        r"(?:attend(?:ed|s)?(?: the [a-z ]{3,30})? and {ADV})?(?P<act>deliver(?:ed|s)?"
        r"|gave|give|made|make) (?:an? |the |his |her )?"
        r"{SPEECH}\b"
        r"(?! (?:at|to) (?:the |an? )?[A-Z])",
        ("deliver", "gave", "give", "made", "make"),
        "Ms Kitty Sham delivered a keynote speech",
    ),
    _rule(
        "role-speaker",
        r"\b[Tt]he {SPEECH} (?:was|were|is|will be) {ADV}(?:delivered|given|made) {ADV}by {ADV}<P:who>",
        ("delivered", "given", "made"),
        "The opening remarks were delivered by Ms Kitty Sham",
    ),
    _rule(
        "role-speaker",
        r"<P:who>{WHO},? {ADV}(?:was|were|is|will be) (?:(?:among |one of )?the |an? )?(?:keynote |guest )?speakers?\b",
        ("speaker",),
        "Ms Kitty Sham was the guest speaker",
    ),
    _rule(
        "role-speaker",
        r"\b(?:shar(?:ed|ing|es?) the (?:stage|platform|floor|podium) with|(?:spoke|speaks?|speaking) alongside) "
        r"<P:who>",
        ("the stage", "the platform", "the floor", "the podium", "alongside"),
        "He shared the stage with Ms Kitty Sham",
    ),
    _rule(
        "role-speaker",
        r"\b(?:with|featuring) (?:[^.;,\ue000]{0,40} )?<P:who> (?:serving |acting )?as (?:the |an? )?"
        r"(?:guest |keynote |main )?(?:panell?ists?|speakers?|moderators?|discussants?)\b",
        ("panel", "speaker", "moderator", "discussant"),
        "The discussion was held with Mr Lau Kam-wing and Ms Kitty Sham as panellists",
    ),
    _rule(
        "role-speaker",
        r"^(?:The )?(?:[Oo]ther |[Gg]uest |[Kk]eynote )?[Ss]peakers (?:will )?(?:includ(?:es?|ed)|are|were) "
        r"{ADV}<P:who>",
        ("speakers ",),
        "Speakers include Mr Lau Kam-wing and Ms Kitty Sham",
    ),
    _rule(
        "role-speaker",
        r"\b[Ii]n (?:his|her|their) (?:[\w-]+ ){0,2}?(?:address|speech|remarks)"
        r"(?:(?: at [^,.;\ue000]{0,60})?,)? <P:who>",
        ("address", "speech", "remarks"),
        "In her welcome speech, Ms Kitty Sham thanked the guests",
    ),
    _rule(
        "role-speaker",
        r"<P:who>,? {ADV}(?:said|pointed out|remarked|noted|highlighted|stressed|emphasised|added|reiterated|stated"
        r"|mentioned) "
        r"(?:so )?in (?:his|her) (?:[\w-]+ ){0,2}?(?:speech|address|remarks)",
        ("speech", "address", "remarks"),
        "Ms Kitty Sham said in her speech that",
    ),
    _rule(
        "role-speaker",
        r"\b(?:said|noted|added|remarked|stressed) <P:who>(?:, [A-Z][a-z]+)?,? {ADV}in (?:his"
        r"|her) (?:[\w-]+ ){0,2}?(?:speech|address"
        r"|remarks)",
        ("speech", "address", "remarks"),
        "said the Director of Marine, Ms Kitty Sham, in her welcoming remarks",
    ),
    _rule(
        "role-speaker",
        r"\b(?:[Ss]peaking|[Aa]ddressing)\b[^.;\ue000]{0,260}?, <P:who>",
        ("speaking", "addressing"),
        "Speaking after the ceremony, Ms Kitty Sham said",
    ),
    _rule(
        "role-speaker",
        r"<P:who>,? {ADV}(?:sp(?:oke|eaks)|said|noted|pointed out|remarked|stressed) (?:at|during) the (?P<noun>\w+)",
        ("spoke", "speaks", "said", "noted", "pointed out", "remarked", "stressed"),
        "Ms Kitty Sham spoke at the forum",
    ),
    _rule(
        "role-speaker",
        r"<P:who>,? {ADV}(?:also )?address(?:ed|es) (?:the |some |over |more than )?(?:[\w,-]+ ){0,3}?(?:guests"
        r"|audience"
        r"|gathering|participants|attendees|delegates|graduates)\b",
        ("address",),
        "Ms Kitty Sham addressed the guests",
    ),
    _rule(
        "role-speaker",
        r"<P:who>,? {ADV}(?:said|noted|explained|announced) after the (?:[\w-]+ )?(?P<noun>meeting)\b",
        ("after the ",),
        "Ms Kitty Sham said after the meeting that all was well",
    ),
    _rule(
        "role-speaker",
        r"\bfollowed by (?:an? |the )?{SPEECH} (?:(?:delivered|given|made) )?(?:by|from|of) <P:who>",
        ("followed by",),
        "He gave welcoming remarks, followed by a keynote speech by Ms Kitty Sham",
    ),
    _rule(
        "role-speaker",
        r"^(?:The (?:[Pp]anel|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Cc]ommission|[Ss]ubcommittee|meeting)|Members) "
        r"(?:(?:was|were) (?:also )?briefed|(?:also )?(?:received|heard|listened to) an? (?:briefing|presentation))"
        r" (?:[^.;\ue000]{0,60} )?(?:by|from) {ADV}<P:who>",
        ("briefed", "a briefing", "a presentation"),
        "The Panel was briefed by Ms Kitty Sham on the plan",
    ),
    _rule(
        "role-speaker",
        r"<P:who>,? {ADV}briefed (?:the )?[Mm]embers\b",
        ("briefed ",),
        "Ms Kitty Sham briefed members on the work plan",
    ),
    _rule(
        "role-speaker",
        r"<P:who>,? {ADV}(?:thanked|welcomed|gave a (?:warm )?welcome to) (?:all |all the |the |over |some |more "
        r"than )?"
        r"(?:[\w,-]+ ){0,3}?(?:guests|audience|participants|attendees|delegates)\b",
        ("guests", "audience", "participants", "attendees", "delegates"),
        "Ms Kitty Sham thanked the guests for coming",
    ),
    _rule(
        "role-speaker",
        r"\b[Oo]fficiating at (?:the|an?) [^.;\ue000]{3,90}, <P:who>,? {ADV}(?:said|noted|pointed out"
        r"|remarked|stressed|thanked|spoke|delivered)",
        ("officiating at",),
        "Officiating at the ceremony, Ms Kitty Sham said",
    ),
    _rule(
        "role-speaker",
        r"\b[Ww]elcoming (?:[\w,]+ ){0,4}?(?:guests|audience|participants|attendees|delegates)\b[^.;\ue000]{0,80}"
        r", <P:who>,? {ADV}(?:said|noted|pointed out|remarked|stressed|spoke|delivered|highlighted)",
        ("welcoming",),
        "Welcoming over 120 guests, Ms Kitty Sham said",
    ),
)

SITTING: Final = frozenset({"council"})
"""What a sitting of the legislature is called, in which members and officials move and ask."""

# "Speaking at the receptions": all that were told together
SEVERAL: Final = re.compile(
    r"\bthe (?:\w+ )?(?:receptions|dinners|luncheons|banquets|seminars|forums|ceremonies|events)\b"
)
