"""The ways in which the first sentence of a speech, transcript or reply in the legislature says who speaks."""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import rule

LEGCO: Final = rule(
    "legco",
    r"(?:questions?|motion|reply|replies|speech|remarks|statement|response)\b.{0,80}? by <P:asker>"
    r"(?:.{0,60}?\b(?:reply|replies|response|answers?) by <P:replier>"
    r"|.{0,160}?\b(?:reply|replies|response|answers?) [^\ue000:]{0,160}?by <P:answerer>)?"
    r".{0,160}?\b(?:[Ii]n|at) the Legislative Council"
    r"(?! (?:Complex|Building|[Ll]obby|Chamber (?:after|before)))",
    ("in the legislative council", "at the legislative council"),
    "Following is a question by the Hon Ken Wong and a reply by the Secretary for Education, Dr Choi Yuk-lin, in the"
    " Legislative Council today",
)
PRESS: Final = rule(
    "press",
    r"(?:transcript|remarks)\b.{0,80}?(?P<what>press conference|media session|press briefing|media briefing"
    r"|stand-up (?:session|briefing)|joint press conference) (?:held |given |hosted |conducted )?"
    r"(?:at [^\ue000:]{3,80}? )?by <P:who>",
    ("transcript", "remarks"),
    "Following is the transcript of remarks at a media session by the Chief Executive, Mr John Lee, today",
)
SPEECH: Final = rule(
    "speech",
    r"^(?:\W*)(?:Following|The following|Below) (?:is|are) (?:an? |the )?"
    r"(?P<what>(?:[\w'’,-]+ ){0,6}?(?:speech|speeches|remarks|address|transcript|welcome|statement|message|script"
    r"|toast|excerpts?|text|points)\b[^\ue000]{0,90}?)(?:by|of|from|made by|given by|delivered by) <P:who>",
    ("following", "below"),
    "Following is the speech by the Chief Executive, Mrs Carrie Lam, at the WKCD Authority reception today",
)
# whose remarks, the sentence before says
OWN: Final = rule(
    "own-remarks",
    r"^(?:\W*)(?:Following|The following|Below) (?:is|are) (?P<what>(?:an? |the )?(?:[\w-]+ ){0,2}?(?:transcript of )?"
    r"(?:his|her|their) (?:[\w-]+ ){0,2}?(?:remarks|reply|replies|response|answers))\b",
    ("following", "below"),
    "Following is the transcript of his remarks to the media",
)
