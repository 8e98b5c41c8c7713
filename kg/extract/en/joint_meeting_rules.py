"""The ways in which a release tells that two sides met which are one subject: "Mr Kwok and Dr Noronha met"."""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import rule

JOINT: Final = (
    rule(
        "meeting-joint",
        r"<P:both>(?:,? and (?:the )?other [^.;,\ue000]{3,60}?)?,? {ADV}(?P<verb>(?:had|held|hold|will hold|will have"
        r"|have) (?:an? |their |\w+ )?(?:[\w-]+ ){0,2}?"
        r"(?:meeting|talks|discussions|video conference|working (?:lunch|dinner|breakfast)|lunch meeting)"
        r")\b(?![^.;]{0,60} with\b)",
        ("meeting", "talks", "discussions", "conference", "working lunch", "working dinner", "working breakfast"),
        "Mr Kwok and Dr Noronha held a bilateral meeting",
    ),
    rule(
        "meeting-joint",
        r"<P:both>,? {ADV}(?P<verb>(?:will )?(?:co-chair(?:ed|s)?|jointly chair(?:ed|s)?) (?:an? |the )"
        r"(?:(?!Council|Committee|Board|Panel|Plenary|Annual)[^ .;\ue000]+ ){0,8}?[Mm]eeting)\b",
        ("co-chair", "jointly chair"),
        "Mr Kwok and Dr Noronha co-chaired the Harbour Co-operation Meeting",
    ),
    rule(
        "meeting-joint",
        r"<P:both>,? {ADV}(?P<verb>(?:will )?"
        r"(?:le(?:d|ad) (?:their )?(?:respective )?(?:delegations|teams|officials) to )?"
        r"(?:(?:attend|co-chair|chair)(?:ed|s)?|h[eo]ld|t(?:ook|ake) part in|participated? in) (?:an? |the |their )"
        r"(?:[^ .;\ue000]+ ){0,6}?[Mm]eeting) between\b",
        ("eeting between",),
        "Mr Kwok and Dr Noronha led respective delegations to attend the annual meeting between the two customs",
    ),
    rule(
        "meeting-joint",
        r"\b(?P<verb>(?i:meeting|talks|discussions|consultations|exchange session|exchange|dialogue) (?:was|were"
        r"|will be) {ADV}(?:held|convened"
        r"|conducted) {ADV}(?:(?:in|at) [^.;\ue000\ue002]{2,60}? {ADV})?between) {ADV}<P:both>",
        ("between",),
        "Talks were held between Mr Kwok and Dr Noronha",
    ),
    rule(
        "meeting-joint",
        r"<P:both>(?:,? and (?:the )?other [^.;,\ue000]{3,60}?)?,? "
        r"{ADV}(?:ha(?:ve|d) (?:already |since |now )?{ADV})?(?P<verb>met)\b(?=[.;]|$"
        r"| {ADV}(?:<D>|(?:twice|[a-z]+ times)\b|at |in |to |on |for )(?!(?:[^.;]{0,60} )?with\b))",
        ("met",),
        "Mr Kwok and Dr Noronha met in Macao",
    ),
    rule(
        "meeting-joint",
        r"<P:both>,? {ADV}(?P<verb>exchanged (?:views|ideas|opinions)|met (?:with )?each other|met face to face"
        r"|talked to each other)\b(?![^.;]* with\b(?! (?:regard|respect|a view)\b))",
        ("exchanged ", "met ", "talked"),
        "Mr Kwok and Dr Noronha exchanged views on harbours",
    ),
    rule(
        "meeting-joint",
        r"^(?:During|At|In) (?:an?|their) (?:[\w-]+ ){0,3}?(?P<verb>meeting|talks|call|lunch|dinner) {ADV}"
        r"(?:(?:held )?(?:in|at|on) [^.;,\ue000]{2,50}?)?{ADV},? {ADV}<P:both>,? {ADV}(?:agreed|signed|reached)\b",
        ("^during a", "^at a", "^in a", "^during their", "^at their", "^in their"),
        "During a meeting in Macao today, Mr Kwok and Dr Noronha agreed to protect harbours",
    ),
    rule(
        "meeting-joint",
        r"<P:both>,? {ADV}(?:signed|initialled|agreed|reached|concluded|exchanged|issued|announced)\b"
        r"[^.;\ue000]{0,300}? "
        r"(?P<verb>(?:during|at|in|after|following) (?:an?|their) (?:[\w-]+ ){0,2}?(?:meeting|talks))\b"
        r"(?! (?:with|of|between)\b)",
        ("meeting", "talks"),
        "Mr Kwok and Dr Noronha signed the arrangement on harbours during a high-level meeting",
    ),
)
