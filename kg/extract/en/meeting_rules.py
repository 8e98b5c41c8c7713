"""The ways in which a release says that people met.

The subject of the verb is found left of it unless the pattern names it ``<P:one>``.
"""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import DAY, Rule, rule

_PARTS: Final = {
    # where they met, on the way to "with"
    "AT": r"(?:on the (?:sidelines|margins) (?=with)"
    r"|(?:at|in|over|through|via|by|on the sidelines of|on the margins of) [^.;\ue000]{2,80}? )?",
    # what it was about
    "ON": r"(?:(?:on|about) [^.;,\ue000]{2,60}? )?",
    # who led or stood for the other side
    "LED": (
        r"(?:[^.;:\ue000]{0,110}?(?:led|headed) by |[^.;:\ue000]{0,110}?,? (?:namely|including|among them|such as) "
        r"|(?:the|its|their) [a-z]+['’]s (?=\ue000|[A-Z])"
        r"|[^.;:\ue000]{0,60}?\b(?:officials|ministers|leaders|representatives|executives|counterparts|people|guests)\b"
        r"[^.;:\ue000]{0,60}?(?::| [-–—]) (?:the )?"
        # "with senior officials of the Harbour Agency and the Governor of the Bank, <P>"
        r"|(?:the )?(?:[a-z]+ ){0,3}?(?:officials|ministers|leaders|representatives|executives|members) (?:of|from) "
        r"(?:the )?[A-Z][^.;:,\ue000]{3,90}? and (?=\ue000)"
        # what somebody is, who holds no office: "met Nobel laureate <P>"
        r"|(?:(?<=with )|(?<=\bmet )|(?<=meet )|(?<=ed on ))(?:the |an? |former )?"
        r"(?:(?!(?:and|or|by|with|to|from|for|at|in|on|that|who|whom|whose|which|what|when|where|how|why|whether|as"
        r"|the|his"
        r"|her|if|but|of|after|before|said|told|was|is|were|had|has|will)\b)[\w'’-]+ ){1,5}(?=\ue000)"
        r"|(?:the )?(?:visiting|new|newly[ -](?:appointed|elected)|incoming|outgoing) "
        r"|(?:the )?(?:[A-Z][\w-]* ){1,5}cum "
        r"|(?:the )?(?:members|representatives) of [^.;:\ue000]{0,80}?, "
        r"|(?:the )?(?:heads?|leaders?) of (?:the|its) (?:[\w'’-]+ ){0,5}?delegation,? "
        r"|(?P<unread>{UNREAD}|{UNREAD_RANK}|{UNREAD_JOINED}))?"
    ),
    # an office that no rule of posts has read: "the Minister of State at the Harbour Office, Mr Lung, to discuss"
    "UNREAD": (
        r"(?:the )?(?=[A-Z])(?:(?:[A-Z(][\w'’().&/-]*|of|the|for|to|in|at|on|and|other),? ){1,25}?(?<=, ){OBJECT_ENDS}"
    ),
    # and one with a rank before words in lower case: "the Deputy Secretary of the leading Party members group, Mr Lung"
    "UNREAD_RANK": (
        r"(?:the )?(?:[A-Z][\w-]+ ){0,4}?(?:Secretary|(?:Vice-)?[Mm]inister|Director|Chairman|Chairwoman|Chairperson"
        r"|President|Governor|Mayor|Ambassador|Commissioner|Head|Counsellor|Consul|Officer|Administrator)\b"
        r"(?:(?!\b(?:where|while|who|whose|which|before|after|then|when|as|but|said)\b)[^.;:\ue000\ue002]){3,200}?"
        r"(?<=, ){OBJECT_ENDS}"
    ),
    # and one that is joined with another: "the Head of the Harbour Fund and the Harbour Group Chief Officer, Mr Lung"
    "UNREAD_JOINED": (
        r"(?:the )?(?:[A-Z][\w-]+ ){0,3}?(?:Secretary|Minister|Director|Chairman|Chairwoman|Chairperson|President"
        r"|Governor|Commissioner|Head|Officer) (?:of|for) "
        r"(?:(?:[A-Z][\w'’-]*|of|the|for) ){1,10}and (?:the )?{OBJECT_ENDS}"
    ),
    # behind somebody who is no subject of what follows
    "OBJECT_ENDS": (
        r"(?=\ue000\d+\ue001(?:[.;]|,? \ue002|, (?:to|and|at|in|on|during|for|who)\b|$"
        r"| (?:at|in|on|to|and|during|for|over|this|yesterday)\b))"
    ),
    "HOLD": (
        r"(?:had|has|have|having|held|holds?|holding|attended|attends?|attend|attending|hosted|hosts?|hosting|joined"
        r"|gave|was|for|followed by|engaged in|engages? in|entered into|started|opened)"
    ),
    "SESSION": (
        r"(?P<noun>meetings?|talks?|lunch(?:eon)?s?|dinners?|breakfasts?|suppers?|discussions?"
        r"|(?:engagement|exchange|sharing|dialogue) sessions?|exchanges?(?: of views)?|dialogues?"
        r"|tea|round[- ]?tables?|conversations?|chats?|video ?conferences?|calls?|audience|bilaterals?|tete-a-tete"
        r"|tête-à-tête|consultations?)"
    ),
    "OTHERS": r"(?:,? and (?:the )?other [^.;,\ue000]{3,60}?)?",
    "DAY": DAY,
    "BOTH": r"(?:with|hosted by|given by|in honour of|for|of|(?<=call )on|(?<=calls )on)",
    "SERIES": r"(?:an? |the |two |three |four |separate |his |her |series of )*(?:[\w-]+ ){0,3}?",
    "MEAL": r"(?:[\w-]+ ){0,2}?(?:lunch|luncheon|dinner|breakfast)",
}


_SESSIONS: Final = (
    *("meeting", "talk", "lunch", "dinner", "breakfast", "supper", "discussion", "exchange", "dialogue"),
    *(
        "tea",
        "conversation",
        " chat",
        "conference",
        "call",
        "session",
        "audience",
        "round-table",
        "roundtable",
        "round table",
        "bilateral",
        "consultation",
        "tete-a",
        "tête-",
    ),
)


def _rule(name: str, source: str, needs: tuple[str, ...], example: str) -> Rule:
    return rule(name, source, needs, example, **_PARTS)


RULES: Final = (
    _rule(
        "meeting-of-day",
        r"^(?:The (?:\w+ )?(?:day|stop|leg|visit|trip|tour|itinerary)"
        r"(?: of (?:the|his|her|their) (?:[\w-]+ ){0,3}?(?:visit|trip|programme|tour)| to [A-Z][^.;,\ue000]{2,40}?)? "
        r"(?:started|began|opened|ended|concluded)|(?:This|It|That) (?:was|will be) followed by|(?:This|It|That) was "
        r"followed,? <D>,? by) {ADV}(?:with )?(?:an? |his |her )(?:[\w-]+ ){0,3}?(?P<noun>call|meeting|lunch|dinner"
        r"|talks) {ADV}(?:on|to|with) {ADV}{LED}<P:other>",
        ("call", "meeting", "lunch", "dinner", "talks"),
        "The last day of the visit started with a call on the Chairman of Sunrise Denki, Mr Tran Duc",
    ),
    _rule(
        "meeting-at",
        r"(?:^|, |^<D>,? |^Speaking (?:to [^,.;\ue000]{3,40} )?)(?:(?i:at|during|in|after|following) "
        r"(?:an? |the |his |her |their |another |separate |<D>['’]s )?"
        r"(?:[\w-]+ ){0,3}?{SESSION} {ADV}{AT}{ON}(?:with|hosted by)) {ADV}{LED}<P:other>"
        r"(?:,? {ADV}|[^.;\ue000]{0,120}?, {ADV})<P:one>",
        _SESSIONS,
        "At a meeting with the Chairman of Sunrise Denki, Mr Tran Duc, Mr Ko learnt about its plans",
    ),
    _rule(
        "meeting-call-of",
        r"<P:one>['’]s? (?:courtesy )?(?:call on|meeting with|talks with) {ADV}{LED}<P:other>",
        ("call on", "meeting with", "talks with"),
        "General Haidar Aziz's courtesy call on the Archbishop of Hong Kong, Mr Barnabas Kwan, was held",
    ),
    _rule(
        "meeting-received-by",
        r"\b(?:was|were|be|been|is|are) {ADV}(?:received|called on|met) {ADV}{AT}{ADV}by {ADV}{LED}<P:other>",
        ("received", "called on", "met by", "met at", "met in", "met on"),
        "The Chief Executive, Mr Poon, was received in Beijing this morning by the Vice-Premier, Mr Hao Jingwen",
    ),
    _rule(
        "meeting-received",
        r"\b[Rr]eceiv(?:ed|es|e|ing) {ADV}(?![^.;\ue000]{0,40}?\b(?:complaints?|reports?|letters?|applications"
        r"|enquiries|awards?|prizes?|gifts?|donations?|invitations?|petitions?|submissions?|cheques?|honours?"
        r"|medals?)\b)(?:an? )?(?:(?:courtesy )?(?:call|visit)s? (?:by|from|of|paid by) )?{LED}<P:other>",
        ("receiv",),
        "Ms Fong received a courtesy call by the President of the Law Society of Singapore, Mr Tan Wee Liang",
    ),
    _rule(
        "meeting-courtesy-call",
        r"\b(?:paid|pays?|paying|made|makes?) {ADV}(?:an? |his |her |their )?(?:\w+ )?"
        r"(?:courtesy )?(?:calls?|visits?) (?:on|to) {ADV}{LED}<P:other>",
        ("call", "visit"),
        "Ms Fong paid a courtesy call on Deputy Commissioner Mr Fei Yun",
    ),
    _rule(
        "meeting-called-on",
        r"\b[Cc]all(?:ed|s|ing)? {ADV}(?:up)?on {ADV}{LED}<P:other>",
        ("call",),
        "Mr Ko called on the President of the Alliance, Dr Reto von Salis",
    ),
    _rule(
        "meeting-started",
        r"\b(?:start(?:ed|s)?|began|begins?|opened|open|kicked off|ended|end|conclud(?:ed|e)|rounded off) {DAY}"
        r"with (?:an? |his |her |two |three |separate )*(?:[\w-]+ ){0,2}?"
        r"(?P<noun>calls?|meetings?|talks|lunch(?:eon)?|dinner|breakfast|discussions?) "
        r"(?:on|to|with|hosted by) {ADV}{LED}<P:other>",
        ("call", "meeting", "talks", "lunch", "dinner", "breakfast", "discussion"),
        "Mr Ko started the day with separate courtesy calls to the Mayor, Mr Tran Duc, and the Governor, Mr Mok",
    ),
    _rule(
        "meeting-had",
        r"\b{HOLD} {ADV}{SERIES}{SESSION} {ADV}{AT}{ON}{ADV}{BOTH} {ADV}{LED}<P:other>",
        _SESSIONS,
        "Mr Chan also held bilateral meetings with the Deputy Prime Minister of Cambodia, Mr Sun Chanthol",
    ),
    _rule(
        "meeting-chaired",
        r"\b(?:co-chair(?:ed|s|ing)?|jointly chair(?:ed|s)?) {ADV}(?:an? |the )?[^.;\ue000]{0,60}?"
        r"(?P<noun>[Mm]eeting|talks|discussions|consultation)\b[^.;\ue000]{0,160}? (?:together )?with {ADV}"
        r"{LED}<P:other>",
        ("co-chair", "jointly chair"),
        "Mr Ko will co-chair the 12th meeting of the Joint Working Group with the Director of Air, Mr Tran Duc",
    ),
    _rule(
        "meeting-guest-of",
        r"\b(?:was|were) (?:the )?guests? of <P:other>,? at (?:an? |the )?{MEAL}",
        ("guest",),
        "At midday she was the guest of the Chinese Ambassador to Norway, Ms Hou Yan, at a luncheon",
    ),
    _rule(
        "meeting-hosted-for",
        r"<P:other>,? {ADV}hosted (?:an? ){MEAL} (?:for|in honour of) (?:him|her|them)\b",
        ("hosted",),
        "Miss Kan visited the college, whose Dean, Ms Rahmat, hosted a lunch for her",
    ),
    _rule(
        "meeting-whose",
        r"\b(?:His|Her|The|Their) (?:meetings?|talks|courtesy call|lunch|dinner) (?:with|on) <P:other>",
        ("meeting", "talks", "call", "lunch", "dinner"),
        "Her meeting with Mr Duan was held in Changsha",
    ),
    _rule(
        "meeting-whose",
        r"^(?:(?:Also|In addition|Later|Afterwards), )?(?:[A-Z][a-z]+ )?[Mm]eetings (?:were|have) {ADV}(?:been "
        r")?(?:also )?held {ADV}"
        r"with {ADV}{LED}<P:other>",
        ("meetings were", "meetings have"),
        "Meetings were also held with the Chairman of Sunrise Denki, Mr Tran Duc",
    ),
    _rule(
        "meeting-those-with",
        r"\b(?:(?:those|that|the one|the ones|one|another|the other)(?: (?:meeting|call|discussion))? {ADV}with) "
        r"{ADV}<P:other>",
        ("those ", "that ", "one ", "ones ", "another ", "other "),
        "and those with Mr Mei and Mr Tong in Wuhan yesterday",
    ),
    _rule(
        "meeting-met",
        r"\b(?:(?:met|meets?|[Mm]eeting)(?: up)? {ADV}(?:(?:over|for) {MEAL} |for the (?:\w+ )?time "
        r"|face[- ]to[- ]face |in private )?(?:with )?|(?:met|meets?) {AT}{ADV}with ){ADV}{LED}<P:other>",
        ("met", "meet"),
        "The Chief Executive, Mr John Lee, met with the Minister, Ms Sun Meijun",
    ),
    _rule(
        "meeting-saw",
        r"(?:\bwill (?:also |then |later )*|\b(?:went|go|going|proceed(?:ed)?|travel(?:led)?|flew|drove) "
        r"[^.;\ue000]{0,80}? to )(?P<verb>see) {ADV}{LED}<P:other>"
        r"(?=[.;,]|$|,? \ue002| (?:in|at|on|and|to discuss|during)\b)",
        (" see ",),
        "Mr Chan will see the President of the Bank, Dr Axel Weber, on May 3",
    ),
    _rule(
        "meeting-those-met",
        r"\b(?:[Tt]hose|[Aa]mong (?:those|the [\w ]{3,40})|[Oo]fficials|[Ll]eaders|[Mm]inisters|[Cc]ounterparts"
        r"|[Pp]eople)"
        r" (?:whom? |that )?<P:one>,? {ADV}(?:has |have |will |is to |are to )?{ADV}(?:met|meet|called on|call on)"
        r"(?: with)?(?: [^.;\ue000]{2,80}?)? (?:was|were|are|is|include[sd]?|will include) {ADV}{LED}<P:other>",
        ("met ", "meet ", "called on", "call on"),
        "Those whom Mr Mok met in Oslo included the Governor of the Regional Bank, Mr François Delmas",
    ),
    _rule(
        "meeting-talked",
        r"\b(?:talk(?:ed|s)?|spoke|conversed|conferred|lunched|dined|sat down|got together|caught up|touched base"
        r"|huddled) {ADV}(?:for [a-z ]{2,20} |(?:by|over the|on the) (?:tele)?phone )?with {ADV}{LED}<P:other>",
        (
            *("talk", "spoke", "conversed", "conferred", "lunched", "dined", "sat down", "got together", "caught up"),
            *("touched base", "huddled"),
        ),
        "he talked with the Mayor of Seoul, Mr Oh Jin-kyu, on the sidelines",
    ),
    _rule(
        "meeting-views",
        r"\b(?:exchang(?:ed|es|e|ing)|shar(?:ed|es|ing)(?= (?:views|insights)\b)) (?:views|ideas|opinions|insights"
        r"|experiences?) {ADV}{AT}{ON}with {ADV}{LED}<P:other>",
        ("exchang", "shar"),
        "Mr Mok exchanged views with the Governor of the Regional Bank, Mr François Delmas",
    ),
    _rule(
        "meeting-discussed",
        r"\b(?:discuss(?:ed|es)|reviewed(?= (?:the )?progress\b)|compared(?= notes\b)) (?:[^.;\ue000]{3,120}? "
        r")?with {ADV}"
        r"{LED}<P:other>",
        ("discuss", "reviewed", "compared"),
        "Mr Chan discussed co-operation with the Minister of Finance, Mr Tan",
    ),
    _rule(
        "meeting-hosted-to",
        r"\b(?:was|were|is|are|will be) {ADV}(?:hosted|entertained|treated) {ADV}to (?:an? )?(?:[\w-]+ ){0,2}?"
        r"(?P<noun>lunch(?:eon)?|dinner|breakfast|tea|supper) {ADV}{AT}{ADV}by {ADV}{LED}<P:other>",
        ("hosted to", "entertained to", "treated to"),
        "In the evening Mr Chan was hosted to dinner by the Governor of Lotus Province, Mr Xu",
    ),
    _rule(
        "meeting-hosted-to",
        r"\b(?:hosts?|hosted|entertain(?:ed|s)?|treat(?:ed|s)?) {ADV}{LED}<P:other>{OTHERS},? {ADV}(?:to|at|for"
        r"|over) (?:an? )?"
        r"(?:[\w-]+ ){0,2}?(?P<noun>lunch(?:eon)?|dinner|breakfast|tea|supper)\b",
        ("host", "entertain", "treat"),
        "Mr Chan hosted the Governor of Lotus Province, Mr Xu, to dinner",
    ),
    _rule(
        "meeting-joined-for",
        r"\bjoin(?:ed|s)? {ADV}{LED}<P:other>{OTHERS},? (?:for|at|over) (?:an? |the )?(?:[\w-]+ ){0,2}?"
        r"(?P<noun>lunch(?:eon)?|dinner|breakfast|tea|supper|talks)\b",
        ("join",),
        "Mr Chan joined the Governor of Lotus Province, Mr Xu, for a working lunch",
    ),
    _rule(
        "meeting-programme",
        r"\b(?:[Ii]tinerary|[Pp]rogramme|[Ss]chedule|[Ee]ngagements?|[Hh]ighlights?|[Aa]genda)\b[^.;\ue000]{0,60}? "
        r"(?:(?:will |also )*(?:includ(?:ed?|es)|featur(?:ed?|es)|compris(?:ed?|es))|was|were|is|are|will be) {ADV}"
        r"[^.;\ue000]{0,120}?(?P<noun>meetings?|talks|calls?|lunch(?:eon)?|dinner|breakfast|discussions) {ADV}"
        r"(?:with|on|to) {ADV}{LED}<P:other>",
        ("itinerary", "programme", "schedule", "engagement", "highlight", "agenda"),
        "His itinerary includes a meeting with the Premier, Mr Wen",
    ),
    _rule(
        "meeting-with-them",
        r"\b(?:welcomed|greeted) {ADV}<P:other>[^.;\ue000]{0,160}? and {ADV}(?:exchanged (?:views|ideas)"
        r"|discussed [^.;\ue000]{3,60}?|met|dined|(?:held|had) (?:an? )?(?:[\w-]+ ){0,3}?(?P<noun>talks|meeting"
        r"|discussions?|exchange|lunch|dinner))"
        r"(?: on [^.;\ue000]{3,60})? with (?:him|her|them)\b",
        ("welcomed", "greeted"),
        "Mr Chan welcomed the Premier, Mr Wen, to Hong Kong and exchanged views with him",
    ),
    _rule(
        "meeting-visited",
        r"\bvisit(?:ed|s)? {ADV}<P:other>,? (?:at|in) (?:his|her|their) (?:[\w-]+ )?(?:office|residence|home)\b",
        ("visit",),
        "Mr Chan visited the Premier, Mr Wen, at his office",
    ),
    _rule(
        "meeting-told",
        r"\b(?:told|briefed|updated) {ADV}{LED}<P:other>[^.;\ue000]{0,120}? (?:during|at|in) "
        r"(?:an?|the|their|his|her) (?:[\w-]+ ){0,3}?(?P<noun>meeting|talks|lunch(?:eon)?|dinner|breakfast|call)\b"
        r"(?! (?:of|on|held by))",
        ("told", "briefed", "updated"),
        "Mr Chan told the Premier, Mr Wen, during their meeting in Beijing that trade was growing",
    ),
    _rule(
        "meeting-told",
        r"\b(?:was|were) {ADV}(?:told|briefed|updated) (?:on [^.;\ue000]{3,60} )?by {ADV}{LED}<P:other>"
        r"[^.;\ue000]{0,80}? (?:during|at|in) (?:an?|their|his|her) (?:[\w-]+ ){0,3}?(?P<noun>meeting|talks"
        r"|lunch(?:eon)?"
        r"|dinner|breakfast|call)\b(?! (?:of|on(?! \ue002)|held by))",
        ("told", "briefed", "updated"),
        "Mr Chan was briefed on the harbour by the Premier, Mr Wen, at a meeting in Beijing",
    ),
    _rule(
        "meeting-reported",
        r"\b(?:reported|gave (?:an? )?(?:[\w-]+ ){0,2}?(?:account|briefing|report)) {ADV}(?:on [^.;\ue000]{3,60} )?to "
        r"{ADV}{LED}<P:other>[^.;\ue000]{0,160}? (?:during|at|in) (?:an?|the|their|his|her) (?:[\w-]+ ){0,2}?"
        r"(?P<noun>meeting)\b",
        ("reported", "gave "),
        "Mr Chan reported to the Premier, Mr Wen, on the harbour during a meeting in Beijing",
    ),
)
"""In order of trial."""

# what was told of a meeting afterwards
MORE: Final = _rule(
    "topic",
    r"^(?:(?:At|During) (?:the|their) \w+, )?(?:[Bb]oth(?: sides| parties)?|[Tt]he two(?: (?:sides|parties|officials))?"
    r"|[Tt]hey|<P:who>)(?: also| then)? (?:exchanged (?:views|ideas)|discussed)\b",
    ("exchanged ", "discussed"),
    "Both sides exchanged views on border control",
)
