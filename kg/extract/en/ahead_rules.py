"""The ways in which a release names an occasion without anybody in it: those who take part come in the next sentences.

``<what>`` is the noun phrase of the occasion.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.patterns import rule

FIRST_OCCASION: Final = rule(
    "occasion",
    r"\b(?:at|with) (?:the |an? )(?P<what>(?:\([A-Z][\w&-]{1,12}\)|[^.;:,()\ue000\ue002]){3,160}?) held (?:at|in|on)\b",
    (" held ",),
    "Prizes were given at the closing ceremony held at the City Hall",
)
PASSIVE: Final = rule(
    "occasion",
    r"\b(?:[Aa]n?|[Tt]he) (?P<what>(?:\([A-Z][\w&-]{1,12}\)|[^.;:,()\ue000\ue002]){3,160}?)"
    r"(?:, (?:jointly |co-)?(?:organised|hosted|presented) [^.;\ue000]{2,140}?,)?(?: |, (?=to be held ))"
    r"(?:to be held(?= [^.;,\ue000]{3,60},)|(?:was|were|is|will be|has been) {ADV}(?:held|organised|hosted|staged"
    r"|convened)\b"
    r"|(?:opened|opens|commenced|kicked off|took place|takes place|will (?:open|take place))(?= ?<D>| (?:at"
    r"|in) (?:the )?[A-Z]))",
    (
        *(" held", " organised", " hosted", " staged", " convened", " opened", " opens", " commenced", "kicked off"),
        *("took place", "takes place", "will open", "take place"),
    ),
    "A luncheon was organised today in the complex",
)
MARKED_AT: Final = rule(
    "occasion",
    r"\b(?:was|were|is|will be) {ADV}(?:celebrated|marked|commemorated) {ADV}"
    r"(?:in (?=[A-Z])[^.;:,()\ue000\ue002]{2,40}? )?{ADV}at (?:the |an? )(?P<what>[^.;:,()\ue000\ue002]{3,90}?)"
    r"(?= (?:for|in|at|on|to|held|hosted|attended|organised|jointly|today|tonight|yesterday)\b|[.;:,()\ue002])",
    (" celebrated", " marked", " commemorated"),
    "The anniversary was celebrated in Sydney today at a reception for guests",
)
BY_MANY: Final = rule(
    "occasion",
    r"^(?:[^.;:\ue000\ue002]{0,80} )?(?i:guests|people|participants|representatives|members|residents|students|visitors"
    r"|delegates|leaders|friends|officials|professionals|executives|entrepreneurs|athletes|citizens)\b"
    r"[^.;:\ue000\ue002]{0,160}? (?:attended|joined|took part in|participated in|gathered (?:at|for)|came to) "
    r"(?P<det>an? |the |this year's )(?P<what>[^.;:,()\ue000\ue002]{3,90}?)"
    r"(?= (?:titled|themed|in|at|on|for|to|held|hosted|organised|given|jointly|co-organised|today|tonight|yesterday)\b"
    r"|[.;:,()\ue002])",
    ("attended ", "joined ", "took part in", "participated in", "gathered ", "came to"),
    "Some 200 guests attended a gala dinner in Oslo today",
)
# what the occasion was about, before the words that say where it was
ABOUT: Final = re.compile(r" (?:on|about) (?=[a-z])[^.;:\ue000\ue002]{3,90}?(?= (?:at|in) (?:the )?[A-Z])")
HELD_BY_BODY: Final = rule(
    "occasion",
    r"\b(?:held|hosted|co-hosted|organi[sz]ed|co-organi[sz]ed|staged|jointly held|jointly "
    r"organised|jointly hosted"
    r"|convened"
    r"|(?<=will )(?:hold|host|organise|stage|convene)|(?<=by )(?:hosting|holding|organising|staging)) "
    r"(?:an? |the |its |their |(?=[\"“]))(?P<what>[^.;:,()\ue000\ue002]{3,90}?)"
    r"(?= (?:titled|themed|entitled|in|at|with|on|for|to|today|yesterday|jointly|called|under)\b|[.;:,()\ue002])",
    (
        *(
            "held ",
            "hosted ",
            "organised ",
            "organized ",
            "staged ",
            "convened ",
            "by hosting",
            "by holding",
            "by organising",
        ),
        *("by staging", "will hold ", "will host ", "will organise ", "will stage ", "will convene "),
    ),
    "The bureau held a seminar on arbitration",
)
# a body that met on a day, with nobody else
BODY_MET: Final = rule(
    "occasion",
    r"^(?:The )?[A-Z][^.;:\ue000\ue002]{3,100}?(?:Council|Committee|Panel|Board|Commission|Subcommittee|Task Force"
    r"|Working Group)(?: (?:on|for|of) [^.;:,\ue000\ue002]{3,70}?)? (?:\([A-Z][\w&-]+\) )?(?:{ADV}today "
    r")?(?P<what>met|convened|sat)(?: (?:again|for the [a-z]+ "
    r"time))?"
    r" {ADV}(?:(?:<D>|at|in)(?! with)|$|\.)",
    (" met", " convened", " sat "),
    "The Harbour Advisory Committee met today",
)
# "The three-day conference, held from May 8 to 10, was attended by 100 delegates"
HELD_ASIDE: Final = rule(
    "occasion",
    r"^(?:The|An?) (?P<what>[^.;:,()\ue000\ue002]{3,120}), (?:which (?:was|is) )?(?:jointly )?(?:held|organised"
    r"|hosted|staged)"
    r" (?:[^.;\ue000]{0,60}? )?(?=[^,]{0,30}(?:\ue002|today|yesterday))[^.;\ue000]{3,120}, "
    r"(?:was|were|attracted|drew|brought|gathered|saw|featured|included|showcased|provided|aim(?:s|ed))\b",
    (", held ", ", organised", ", hosted", ", staged", ", jointly", ", which "),
    "The three-day conference, held on May 8 at the City Hall, was attended by 100 delegates",
)
