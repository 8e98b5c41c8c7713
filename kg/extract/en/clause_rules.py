"""What a sentence says about all that it tells: reported, called off, attended by nobody."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.patterns import pattern, rule

_SAYING: Final = (
    r"said|says|wrote|writes|noted|added|pointed out|remarked|told|recalled|mentioned|stressed|hoped|hopes|believed"
    r"|believes"
    r"|expressed|thanked|explained|emphasised|highlighted|stated|reiterated|indicated|described|commented"
    r"|encouraged|called for|commended|praised|congratulated|introduced|updated|briefed|paid tribute|denied|denies"
    r"|refuted|(?:is|was|are|were) (?:very )?(?:pleased|glad|delighted|honoured|happy|sad|saddened) "
    r"(?:to (?:learn|note|know|hear|see)|that)|announced(?! {ADV}(?:the |his |her )?(?:re-?)?appointments?\b)"
    r"|welcomed(?! \ue000[^.;]{0,160} with (?:him|her|them)\b)(?! (?:him|her|them|\ue000\d+\ue001),? at (?:the|an?)\b)"
    r"(?! (?:the |more than |over |some |about |around |nearly |[\d,]+ )*(?:guests|(?:re-?)?appointments?)\b)"
)
# Behind a verb of saying nothing is stated by the release itself.
REPORT: Final = pattern(r"<P:who>,? {ADV}(?:has |had |have )?(?P<verb>{SAYING})\b", SAYING=_SAYING)
# On what occasion something was said: that much the release itself states. It ends where it is told what: "said at the
# annual dinner of the Chamber today that", "told the Harbour Forum today that", "said so when officiating at the fair".
SETTING: Final = pattern(
    # "commended Customs for its discipline at the passing-out parade"
    r"(?:(?:(?<=commended)|(?<=praised)) (?=[^.;:\"“\ue000\ue002]{3,160}? at (?:the|a|today['’]s) (?:[\w-]+ ){0,3}?"
    r"(?:parade|ceremony|dinner|luncheon|reception|banquet)\b)"
    r"|(?:(?<=announced)|(?<=explained)|(?<=introduced)) (?=[^.;:\"“\ue000\ue002]{3,80}? at (?:the|a|today['’]s) "
    r"(?:[\w-]+ ){0,2}?(?:press conference|news conference|briefing|media session)\b)"
    r"|(?<=told) (?=(?:an?|the|some|over|guests|participants|delegates|members|graduates|[a-z]+ leaders|leaders"
    r"|executives"
    r"|students|representatives) )"
    # "briefed the Mayor, Mr Ko, on trade during a meeting"
    r"|(?:(?:(?<=told)|(?<=briefed)|(?<=updated)) <P>,?(?: on [^.;:\ue000]{3,90}?)?)? (?:this "
    r"|so )?{ADV}(?:when|while|after|before|upon|at|during|following"
    r"|in (?:his|her|an?) (?:[\w-]+ ){0,3}?(?:speech|address|remarks|lecture) (?:at|to|during))\b)"
    r"(?:(?! that\b)[^.;:\"“\ue002])*(?:<D>|(?= that\b)|(?P<whole>(?=[.;:\"“]|$)))"
)
FINITE: Final = re.compile(r"\b(?:is|are|was|were|will|would|has|have|had|can|could|should|must|may|might)\b")
# "Noting that Mr Ying would also attend a forum, she said": from here on until the end it is reported.
NOTING: Final = re.compile(
    r"The (?:court|inquest|inquiry|tribunal|magistrate) (?:heard|was told)\b"
    r"|(?:Noting|Pointing out|Saying|Adding|Stressing|Believing|Recalling|Mentioning|Hoping) that\b"
)

ABSENT: Final = rule(
    "absent",
    r"<P:who>(?:(?! (?:said|that|hope[sd]?)\b)[^.;\ue000\"“]){0,80}?\b(?:"
    r"(?:unable to|could not|cannot|will not|would not|did not)(?= (?:[a-z]+ly )?(?:attend|join|come|make it|take part"
    r"|participate|travel|go\b|speak|officiate|host|visit|meet|return|appear|do so|accompany|stay"
    r"|be (?:present|there|here|with|in attendance|on hand|able to (?:attend|join))\b)|[.,;]|$)"
    r"|not (?:be )?(?:able to )?(?:take part|attend|join)|(?:his|her|their) apologies|(?:due to|because of|owing to"
    r"|prior|has|had) another engagement(?! session)"
    r"|was represented by|sent a (?:written |congratulatory )?(?:message|letter))",
    ("unable to", "not", "apologies", "another engagement", "was represented by", "sent a "),
    "Mr Lau Kam-wing was unable to attend",
)
CALLED_OFF: Final = rule(
    "called-off",
    r"(?:\b(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir) (?P<what>[^.;,\ue000\ue002]{3,60}?)"
    r"(?=,| (?:of|by|with|between|hosted|on|originally|scheduled|at|for|to|has|have|had|was|is|will)\b)[^.;]{0,200}? )?"
    r"(?:cancelled|canceled|called off|will not be held)\b",
    ("cancel", "called off", "will not be held"),
    "The dinner has been cancelled",
)

PUT_OFF: Final = rule(
    "put-off",
    r"\b(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir) (?P<what>[^.;,\ue000\ue002]{3,60}?) (?:has been|was|is|will be) "
    r"(?:postponed|put off|deferred|rescheduled)\b(?! (?:to|until|till) \ue002)",
    ("postponed", "put off", "deferred", "rescheduled"),
    "The visit has been postponed",
)

# Where a speaker says that all are: "the celebration is taking place in the courtyard at PMQ"
_AT_A_NAME: Final = r" (?:in (?:the )?[a-z]+ )?(?:at|in) (?:the |our |this )?(?:[a-z]+ ){0,2}(?=[A-Z])"
# whom a speaker welcomes: those who listen
_GUESTS: Final = (
    r"(?:,? (?:you|everyone|everybody|all|of|our|distinguished|guests|friends|delegates|participants|and|both|once"
    r"|again|back|here|today|tonight|this|morning|afternoon|evening|warmly|most)){0,8}"
)
# The words that each pattern begins with, which are found much faster than the pattern.
HERE: Final = {
    words: re.compile(words + rest)
    for words, rest in (
        ("taking place", rf"(?<=\btaking place){_AT_A_NAME}"),
        ("held", rf"(?:(?<=\bbeing held)|(?<=\bis held)){_AT_A_NAME}"),
        ("here", rf"(?<=\bhere)(?: today)?{_AT_A_NAME}"),
        ("elcome", rf"(?<=\b[Ww]elcome){_GUESTS} to (?:Hong Kong,? and to )?(?:the |our |this )?(?=[A-Z])"),
    )
}

# Stems of the words that can make a sentence without people worth reading; sought where a word begins.
TRIGGERS: Final = (
    *("met", "Met", "meet", "Meet", "call", "receiv", "attend", "visit", "tour", "inspect", "depart", "leav", "left"),
    *("arriv", "officiat", "Officiating", "host", "speak", "spoke", "deliver", "sign", "appoint", "succe", "sworn"),
    *("elect", "dinner", "lunch", "ceremony", "accompan", "Accompan", "join", "Join", "present", "Present", "witness"),
    *("exchang", "will", "guests", "Guests", "participat", "Participat", "return", "conclu", "resign", "held", "talks"),
    *("panel", "toast", "stop", "acting", "Acting", "redeploy", "organis", "staged", "convened", "effect"),
    *("term of", "term run", "term start", "term commenc", "tenure"),
)
