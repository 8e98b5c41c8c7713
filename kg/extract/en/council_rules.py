"""The ways in which a release says that somebody spoke in the legislature, no sitting of which it names."""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import rule

_LEGISLATURE: Final = (
    r"(?:the )?(?:Legislative Council|LegCo)(?! (?:Panel|Complex|Building|Member|Secretariat|Commission|Finance|House"
    r"|Subcommittee|Bills|Public|election|Chamber|Question|[Mm]eeting|Brief|paper|session|in \d))\b"
)
IN_COUNCIL: Final = rule(
    "in-council",
    r"<P:who>,? {ADV}(?P<verb>(?:told|addressed|informed)(?= {LEGISLATURE})"
    r"|(?:delivered|presented|moved|tabled|introduced|made|gave|announced|replied|answered|spoke|said)\b"
    r"(?= [^.;:\"“\ue000]{0,90}?\b(?:in|to) {LEGISLATURE}))",
    ("legislative council", "legco"),
    "Mr Lau Kam-wing told the Legislative Council today that all was well",
    LEGISLATURE=_LEGISLATURE,
)
REPLYING: Final = rule(
    "in-council",
    r"^(?P<verb>In (?:his |her |an? )?(?:[\w-]+ ){0,2}?(?:reply|response|answer) to [^.;\ue000]{3,120}? in "
    r"{LEGISLATURE})"
    r"[^.;\ue000]{0,30}?, <P:who>",
    ("legislative council", "legco"),
    "In his reply to a question in the Legislative Council today, Mr Lau Kam-wing said that all was well",
    LEGISLATURE=_LEGISLATURE,
)
