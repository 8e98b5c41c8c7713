"""The ways in which a release tells an occasion by what somebody does there: opening, swearing in, meeting the media.

``<P:who>`` are those who do it; where a pattern has none, they are the subject of its ``<verb>``.
"""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import rule

OPENED_BY: Final = rule(
    "opened-by",
    r"\b(?P<verb>(?:was|were|is|are|will be) {ADV}(?:officially )?(?:opened|launched|unveiled|inaugurated"
    r"|declared open|officiated(?: at)?|kicked off|reviewed|inspected|presided over|performed)) {ADV}by {ADV}<P:who>",
    (
        *("opened", "launched", "unveiled", "inaugurated", "declared open", "officiated", "kicked off", "reviewed"),
        *("inspected", "presided over", "performed"),
    ),
    "The exhibition was opened today by the Secretary for Development, Mr Lau",
)
# what a ceremony alone can be: no exhibition is reviewed
OF_CEREMONIES: Final = ("officiated", "reviewed", "inspected", "presided", "performed")
SWORN: Final = rule(
    "sworn-in",
    r"\b(?P<verb>(?:was|were|is|are|will be) sworn in)\b",
    ("sworn in",),
    "Mr Lau Kam-wing was sworn in today",
)
MEDIA: Final = rule(
    "met-media",
    r"\b(?P<verb>(?:will )?(?:meet|met|meets|speak to|spoke to|brief(?:ed)?)|[Ss]peaking to|[Mm]eeting) (?:with )?"
    r"(?:the )?(?:media|press|reporters)\b",
    ("media", "press", "reporters"),
    "Mr Lau Kam-wing met the media after the meeting",
)
