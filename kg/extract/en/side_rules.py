"""The ways in which a release tells who was on whose side.

``<body>`` are the words that name the side, ``<P:who>`` the people on it; where a pattern has none, they are the
subject of its ``<verb>``. Where there is no ``<body>``, the side is that of "the delegation" told before.
"""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import rule

_PARTS: Final = {
    "BODY": r"(?P<body>[A-Z(][^.;,\ue000\ue002]{1,90}?)",
    "LED": r"(?:is|was|were|will be|which was)? ?(?:led|headed) by",
    "ARE": r"(?:will )?(?:are|were|includes?|included|comprise[sd]?|consists? of|consisted of|composed of)",
}
_NAME: Final = "role-side"

RULES: Final = (
    rule(
        _NAME,
        r"\b(?:[Aa]n?|[Tt]he) {BODY} (?:delegation|side),? (?:to [^.;,\ue000]{2,60},? )?{LED} {ADV}<P:who>",
        ("delegation", "side"),
        "The Harbour Customs delegation was headed by the Commissioner, Mr Lau Kam-wing",
        **_PARTS,
    ),
    rule(
        _NAME,
        r"\bdelegation (?:of|from) (?:the )?{BODY},? (?:to [^.;,\ue000]{2,60},? )?{LED} {ADV}<P:who>",
        ("delegation of", "delegation from"),
        "A delegation of the Legislative Council led by the President, Mr Lau Kam-wing, will visit Oslo",
        **_PARTS,
    ),
    rule(
        _NAME,
        r"\b(?P<verb>(?:leads?|led|leading|heads?|headed|heading)) {ADV}(?:an? |the )(?:[\w-]+ )?"
        r"(?:delegation|mission) (?:of|from) (?:the )?{BODY}(?=,|\.|$| to | in | on | and |\ue002| \ue002)",
        ("delegation of", "delegation from", "mission of", "mission from"),
        "Mr Lau Kam-wing is leading a delegation of the Legislative Council to visit Oslo",
        **_PARTS,
    ),
    rule(
        _NAME,
        r"\b(?P<verb>(?:leads?|led|leading|heads?|headed|heading)) {ADV}(?:an? |the ){BODY} (?:delegation|mission)\b",
        ("delegation", "mission"),
        "Mr Lau Kam-wing will lead a Legislative Council delegation to Oslo",
        **_PARTS,
    ),
    rule(
        _NAME,
        r"\b[Tt]he (?:{BODY} delegation|delegation (?:of|from) (?:the )?(?P<of>[A-Z][^.;,\ue000\ue002]{1,90}?)),? "
        r"{ARE}:? {ADV}<P:who>",
        ("delegation",),
        "Members of the Legislative Council delegation include Ms Kitty Sham",
        **_PARTS,
    ),
    rule(
        _NAME,
        r"\b(?:[Oo]n|[Ff]rom|[Ff]or) the {BODY} side,? [^.;\ue000]{0,30}?(?:were|was|are|is|included?):? {ADV}<P:who>",
        (" side",),
        "Taking part on the Harbour Customs side were Mr Lau Kam-wing and Ms Kitty Sham",
        **_PARTS,
    ),
    rule(
        _NAME,
        r"\b[Tt]he {BODY} (?:side )?(?:is|was|were|will be) represented by {ADV}<P:who>",
        ("represented by",),
        "The Harbour Customs was represented by the Commissioner, Mr Lau Kam-wing",
        **_PARTS,
    ),
    rule(
        _NAME,
        r"\b(?:[Tt]he|[Tt]his) delegation(?: [^.;,\ue000]{0,60}?)? (?:{LED}|{ARE}):? {ADV}"
        r"(?:the [a-z]+(?: [a-z]+)? )?<P:who>",
        ("delegation",),
        "The delegation was led by Mr Lau Kam-wing",
        **_PARTS,
    ),
)
"""In order of trial; the first that reads some words decides."""

SENT: Final = rule(
    _NAME,
    r"\bdelegation (?:of|from) (?:the )?{BODY}"
    r"(?=,|\.|$| (?:will|is|was|arrived|visited|began|concluded|continued|met)\b)",
    ("delegation of", "delegation from"),
    "A delegation of the Legislative Council will visit Oslo",
    **_PARTS,
)
"""Whose delegation "the delegation" is from now on."""
