"""The ways in which a speaker says who else is there, or is to speak there: ``<P:who>``."""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import rule

# words for the day of the speech, as a date or not
_NOW: Final = r"(?:<D>|[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening))"
# said to somebody who is there; not "I thank Mr Lau for his support"
THANKED: Final = rule(
    "role-thanked-there",
    r"(?:(?:^|, )<P:who>,? (?:I )?thank you(?: [a-z]+){0,3}? for your"
    r"|\b[Tt]hank you,? (?:[a-z]+,? ){0,3}?<P:also>,? for your)"
    r" (?:[a-z]+ ){0,3}?(?:welcome|introduction|remarks|words|presence|hospitality|company)\b",
    ("thank you",),
    "First of all, Senator Ada Quill, thank you for your warm welcome",
)
# "the Task Force chaired by Dr Lung, who is here with us today"
HERE_TOO: Final = rule(
    "role-here-too",
    r"<P:who>,? (?:who )?(?:is|are) (?:also |both |all )?(?:here(?= (?:with us|{NOW}|too|as well)\b|[.,;]|$)"
    r"|with us(?= (?:here|{NOW})|[.,;]|$)|in the audience)",
    (" here", "with us", "in the audience"),
    "The Task Force is chaired by Dr Peter Lung, who is here with us today",
    NOW=_NOW,
)
# "We are joined today by Minister Solberg", "Joining us tonight are Mr Lau and Ms Sham"
JOINED_BY: Final = rule(
    "role-here-too",
    r"(?:\b(?:[Ww]e are|[Ww]e're|I am|I'm) (?:also )?(?:[a-z]+ (?:to be )?)?joined (?:(?:here|{NOW}) )*by"
    r"|\b[Jj]oining us (?:(?:here|also|{NOW}) )*(?:is|are)) [^.;\ue000]{0,60}?<P:who>",
    ("joined ", "joining us "),
    "We are joined today by Dr Peter Lung",
    NOW=_NOW,
)
# "Tonight we will congratulate the two laureates, Professor Lung and Ms Sham"
HONOURED: Final = rule(
    "role-here-too",
    r"^{NOW},? (?:we|I) (?:will |shall |are going to |also )*"
    r"(?:congratulate|honour|welcome|salute|celebrate the work of)\b[^.;\ue000]{0,90}?<P:who>",
    ("congratulate", "honour", "welcome", "salute", "celebrate the work"),
    "Tonight we will congratulate the laureate, Professor Peter Lung",
    NOW=_NOW,
)
# "I would like to welcome Professor Lung to Hong Kong to officiate at this ceremony"
WELCOMED: Final = rule(
    "role-here-too",
    r"\b[Ww]elcome <P:who>(?:,? (?:back )?(?:to|from) [A-Z][\w ]{2,40})?,? (?:to|for|who will|who is here to) "
    r"(?:officiat|speak|join|address|deliver|giv|attend|open|share)[a-z]*\b",
    ("welcome ",),
    "I would like to welcome Professor Peter Lung to Hong Kong to officiate at this ceremony",
)
# "Later this morning, we will hear from Dr Lung"
HEARD_FROM: Final = rule(
    "role-speaks-too",
    r"\b(?:[Ww]e|[Yy]ou)(?:(?: will|'ll|'re going to| are going to| shall) (?:also |soon |then |later |shortly )*"
    r"(?:hear from|be hearing from|listen to)|(?: have)? just (?:heard from|listened to)) (?:[a-z]+ ){0,4}?<P:who>"
    r"(?![^.;\ue000]{0,80}?, who will (?:chair|moderate|host|lead)\b)",
    ("hear from", "hearing from", "listen to", "just heard", "just listened"),
    "Later this morning, we will hear from Dr Peter Lung",
)
# "Justice Lung, who chaired the Council, will give us a keynote address later"
WILL_SPEAK: Final = rule(
    "role-speaks-too",
    r"<P:who>(?:, who [^.;,\ue000]{3,90})?,? (?:who )?(?:will|is going to|are going to) "
    r"(?:also |later |soon |then |both )*"
    r"(?:give us|be (?:speaking|giving|sharing|delivering|moderating)|speak (?:next|later|after|shortly|to (?:us|you))"
    r"|share (?:with (?:us|you)|(?:his|her|their) (?:[a-z]+ ){0,2}?(?:experiences?|insights?|views|thoughts|stor))"
    r"|deliver (?:the|a|his|her|their) (?:[a-z]+ )?(?:keynote|speech|address|lecture))",
    (" will ", "going to"),
    "Justice Peter Lung, who chaired the Council, will give us a keynote address later",
)
# "Dr Lung of the Business School, who will chair a dialogue with Ms Sham"
WILL_CHAIR: Final = rule(
    "role-here-too",
    r"<P:who>[^.;\ue000]{0,80}?, who will (?:also )?(?:chair|moderate|host|lead) (?:an? |the |our |this )?"
    r"[^.;\ue000]{0,60}?(?:dialogue|discussion|panel|session|conversation|fireside chat)\b"
    r"(?:[^.;\ue000]{0,40}? with <P:also>)?",
    ("who will chair", "who will moderate", "who will host", "who will lead", "who will also"),
    "You will hear from Dr Peter Lung, who will chair a dialogue with Ms Kitty Sham",
)
WILL_JOIN: Final = rule(
    "role-here-too",
    r"<P:who>,? (?:who )?(?:will|is going to|are going to) (?:also |soon |shortly |both )*join us\b",
    ("join us",),
    "We are grateful to Mr Peter Lung, who will join us in a moment",
)
ATTENDING: Final = (HERE_TOO, JOINED_BY, HONOURED, WELCOMED, WILL_CHAIR, WILL_JOIN)
SPEAKING: Final = (HEARD_FROM, WILL_SPEAK)
