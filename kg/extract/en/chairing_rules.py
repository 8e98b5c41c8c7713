"""The ways in which a release tells by whom an occasion was chaired or given, the occasion first.

``<what>`` is the occasion, ``<P:who>`` those who chaired it.
"""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import rule

CO_CHAIRED: Final = rule(
    "co-chaired-by",
    r"\b(?P<what>(?:[Tt]he|[Aa]n?|[Tt]his) [^.;:\ue000]{3,180}?),? "
    r"(?P<verb>(?:(?:was|were|is|are|will be) )?{ADV}(?:co-chaired|jointly chaired|co-hosted|jointly hosted"
    r"|jointly presided over|jointly convened|jointly officiated(?: at)?"
    r"|(?P<alone>chaired|convened|hosted|presided over))) "
    r"{ADV}by {ADV}<P:who>"
    r"(?:[^.;\ue000]{0,140}?,? and (?P<attended>attended )?(?:by )?{ADV}<P:also>)?",
    ("co-chaired", "co-hosted", "jointly ", "chaired", "convened", "hosted", "presided over"),
    "The Harbour Plenary was co-chaired by Mr Lau Kam-wing and Ms Kitty Sham",
)
# a body that sits: who chairs it is told behind its name, or behind the meeting
SITTINGS: Final = (
    rule(
        "sitting-chaired-by",
        r"\b(?:chaired|led|headed|convened|presided over) by (?:the )?<P:who>,? {ADV}(?P<verb>(?:held|convened|will "
        r"hold"
        r"|holds|will convene) (?:its|their|the|an?) (?P<what>(?:[\w-]+ ){0,4}?(?:meeting|plenary|retreat)))\b(?! "
        r"with)",
        ("meeting", "plenary", "retreat"),
        "The Harbour Council, chaired by Mr Lau Kam-wing, held its fifth meeting today",
    ),
    rule(
        "sitting-chaired-by",
        r"\b(?P<verb>(?:held|convened|will hold|holds|will convene) (?:its|their|the|an?) "
        r"(?P<what>(?:[\w-]+ ){0,4}?(?:meeting|plenary|retreat)))\b(?! with)[^.;\ue000]{0,80}?"
        r"(?:under the chairmanship of|chaired by|presided over by) {ADV}<P:who>",
        ("chairmanship", "chaired by", "presided over by"),
        "The Harbour Council held its fifth meeting today under the chairmanship of Mr Lau Kam-wing",
    ),
    rule(
        "sitting-chaired-by",
        r"^(?:The|An?) (?P<what>(?:[\w-]+ ){0,4}?(?:meeting|plenary|session)) of (?:the )?[^.;\ue000]{3,140}? "
        r"(?P<verb>(?:was|will be|is) {ADV}(?:held|convened)|took place)\b[^.;\ue000]{0,90}?"
        r"(?:under the (?:co-)?chairmanship of|(?:co-)?chaired by|presided over by) {ADV}<P:who>",
        ("chairmanship", "chaired by", "presided over by"),
        "The 12th meeting of the Harbour Committee was held in Oslo today under the co-chairmanship of Mr Lau Kam-wing",
    ),
)
"""Patterns of which each match is an occasion of its own."""
CHAIR_FIRST: Final = rule(
    "chair-first",
    r"^(?P<verb>(?:Chaired|Convened|Presided over|Hosted|Officiated(?: at)?"
    r"|(?:Officially )?(?:[Oo]pened|[Ll]aunched))) by {ADV}<P:who>, the "
    r"(?P<what>(?:[\w-]+ ){0,4}?(?P<noun>meeting|plenary|conference|forum|seminar|session"
    r"|workshop|briefing|symposium|summit|ceremony|reception|dinner|luncheon|exhibition|expo|fair|parade"
    r"|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Pp]anel|[Cc]ommission))\b",
    ("^chaired", "^convened", "^presided", "^hosted", "^officiated", "^officially", "^opened", "^launched"),
    "Chaired by Mr Lau Kam-wing, the meeting was attended by the trade",
)
BETWEEN_PEOPLE: Final = rule(
    "meeting-between-people",
    r"\b(?P<verb>(?:[Mm]eeting|[Tt]alks|[Dd]iscussions?|[Cc]onsultations?) between) {ADV}<P:who>,? "
    r"(?:(?:and|with) {ADV}<P:also>,? )?{ADV}(?=(?:[^.;\ue000]{0,60} )?(?:was|were|is|will be|took place|takes place"
    r"|held)\b)",
    ("between",),
    "A meeting between Mr Lau Kam-wing and Ms Kitty Sham was held yesterday",
)
