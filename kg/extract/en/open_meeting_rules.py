"""The ways in which a release tells meetings of which one side, or both, are people without a name.

Every verb of meeting takes every kind of counterpart: ``<whom>`` is the noun phrase of people without a name
("officials of the Ministry of Ports"), ``<bodies>`` are bodies ("the Ministry of Ports and the Harbour Office").
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.patterns import Rule, pattern, rule

_PARTS: Final = {
    "DAY": r"\ue002",
    # where they met, on the way to "with"
    "AT": r"(?:(?:at|in|over|through|via|by|on the sidelines of|on the margins of) [^.;\ue000]{2,80}? )?",
    # what it was about, there too
    "ON": r"(?:(?:on|about) [^.;\ue000\ue002]{2,160}? )?",
    # people who stand for a body or a place: no "residents", "students", "staff"
    "PEOPLE": (
        r"(?:officials?|leaders?|representatives?|members|[Cc]ouncillors|[Mm]embers|counterparts?|ministers"
        r"|executives|heads"
        r"|chairmen|chairpersons|commissioners|consuls|ambassadors|parliamentarians|legislators|lawmakers"
        r"|entrepreneurs|politicians|personnel|professionals|experts|scholars|academics)"
    ),
    "WHOM": (
        r"(?P<whom>(?:Hong Kong, China['’]s |the [A-Z][^.;,\ue000\ue002]{3,120}? and )?"
        r"(?:(?!(?:various|different|many|other|fellow|reporters|media)\b)[\w'’&()-]+ ){0,9}?{PEOPLE}\b"
        r"(?:(?! (?:to|who|where|which|that|while|before|after|during|attending|participating|at|in the"
        r"|and (?:(?:[a-z]+ly |then |also )?[a-z]+ed|met|held|had|attend|visit|tour|hold|give|gave)) )"
        r"[^.;\ue000\ue002]){0,200})"
    ),
    # a body by its name, and the departments and leaders of one
    "BODIES": (
        r"(?:(?:various |relevant |different )?(?:departments|leaders|officials|offices|heads|members"
        r"|representatives) of )?"
        r"(?P<bodies>(?:the )?(?=[A-Z])[\w'’.&()/-]+(?:,? [\w'’.&()/-]+){0,60}?)"
        r"(?=[.;:\ue000\ue002]| \ue002|$|,? (?:to|where|which|on|during|in|at|before|after|as well as|with|this"
        r"|tomorrow|today|yesterday)\b"
        r"|,? and (?:[a-z]+ly )?(?:[a-z]+ed|visit|attend|meet|met|hold|held|tour|conduct|exchange|deliver)\b"
        r"|, (?:visit|attend|meet|exchange|conduct|tour)\b)"
    ),
    "ALSO": r"(?: {ADV}and {ADV}(?:exchange[ds]? (?:views|ideas)|talk(?:ed)?|have (?:discussions|exchanges)))?",
    "MEET": r"(?:met|meets?|[Mm]eeting)(?: up)?",
    "CALL": (
        r"(?:[Cc]all(?:ed|s|ing)? {ADV}on{NO_APPEAL}"
        r"|(?:pa(?:id|ys?|ying)|ma(?:de|kes?|king)) {ADV}(?:an? |his |her |their )?"
        r"(?:\w+ )?(?:courtesy (?:calls?|visits?)|calls?) (?:on|to))"
    ),
    # "called on Members to support the bill", "called on the Council not to leave": what somebody asks of them
    "NO_APPEAL": (
        r"(?![^.;\ue000]{0,240}? (?:not )?to (?!(?:exchange|brief|introduce|learn|update|promote|explore|discuss|meet"
        r"|share|seek|understand|convey|express|report|listen|gain|thank|explain|present|talk|hold|have|find"
        r"|study|know|get|bid|extend|deepen|foster|strengthen|enhance)\b)[a-z]+\b)"
    ),
    "HELD": r"(?:had|held|has|have|having|hold|holds|holding|attend(?:ed|s|ing)?)",
    "SESSIONS": (
        r"(?:meetings?|talks|(?:lunch|luncheon|dinner|breakfast)(?: meeting)?|discussions?|exchanges?(?: of views)?"
        r"|dialogues?|gathering)"
    ),
}


def _rule(name: str, source: str, needs: tuple[str, ...], example: str) -> Rule:
    return rule(name, source, needs, example, **_PARTS)


# The other side is unnamed; the meeting counts if sentences that follow say who else was there.
ONE_SIDED: Final = _rule(
    "meeting-one-sided",
    r"\b(?P<verb>(?:met|meets?)(?: up)? {ADV}with) {ADV}(?:the |some |local |a group of |a number of )?"
    r"(?:[^.;,\ue000\ue002]{0,60} )?"
    r"(?:representatives|members|officials|leaders|delegations?|staff|executives)\b(?! led)",
    ("met", "meet"),
    "Mr Tong met with representatives of the Chamber. The delegation was led by its President, Mr Vance.",
)
# One occasion with people who have no name: that somebody met them is told all the same.
UNNAMED: Final = (
    _rule(
        "meeting-unnamed",
        r"\b(?P<verb>(?:had|held|has|hold|convene[ds]?|will have|will hold"
        r"|attend(?:ed|s)?(?= an? (?:[\w-]+ ){0,3}?gathering)) {ADV}"
        r"(?:an? |another |the (?:first|second|third) )(?:[\w-]+ ){0,3}?(?:meeting|gathering"
        r"|(?:engagement|exchange|sharing|dialogue|discussion|working) session|discussion"
        r"|exchange(?: of views)?|dialogue|video ?conference|breakfast meeting|lunch meeting) {ADV}{AT}{ON}with) {ADV}"
        r"(?!(?:an? |the )?(?:view|aim|theme|media|press|reporters|focus|total|attendance|record)\b)[^.;\ue000]{3,}",
        ("meeting", "gathering", "session", "discussion", "exchange", "dialogue", "conference"),
        "Mr Tong had an exchange session with over 20 young entrepreneurs",
    ),
    _rule(
        "meeting-unnamed",
        r"\b(?P<verb>co-chair(?:ed|s)?) {ADV}(?:with (?:an? |the )[^.;\ue000]{3,80}? )?(?:the|an?) "
        r"(?:(?!Council|Committee|Board|Panel|Plenary|Annual)[^ .;\ue000]+ ){0,8}?[Mm]eeting\b",
        ("co-chair",),
        "Mr Tong will co-chair with a leader of Norland the first meeting of the talent programme",
    ),
    _rule(
        "meeting-unnamed",
        r"\b(?P<verb>(?:(?:attend|co-chair|chair)(?:ed|s)?|h[eo]ld|t(?:ook|ake) part in|participated? in) "
        r"(?:an? |the )"
        r"(?:[^ .;\ue000]+ ){0,6}?[Mm]eeting) between\b",
        ("eeting between",),
        "Mr Tong attended the bilateral meeting between the Harbour Police and the Norland Police",
    ),
    _rule(
        "meeting-unnamed",
        r"\b(?P<verb>{MEET}{ALSO} {ADV}(?:with )?) ?{ADV}{WHOM}",
        ("met", "meet"),
        "Mr Tong met with officials of the Ministry of Ports in the morning",
    ),
    _rule(
        "meeting-unnamed",
        r"\b(?P<verb>{CALL}) {ADV}{WHOM}",
        ("call", "courtesy"),
        "Mr Tong will call on leaders of the Ministry of Ports",
    ),
    _rule(
        "meeting-unnamed",
        r"\b(?P<verb>{HELD} {ADV}(?:an? |the |two |three |separate |his |her )*"
        r"(?:(?!series|number)[\w-]+ ){0,2}?{SESSIONS} {ADV}{AT}with) {ADV}{WHOM}",
        ("meeting", "talks", "lunch", "dinner", "breakfast", "discussion", "exchange", "dialogue", "gathering"),
        "Mr Tong held meetings with his ministerial counterparts today",
    ),
    _rule(
        "meeting-unnamed",
        r"(?:(?<=[\ue001\ue003]),? {ADV}(?:will )?{ADV}|\bwill {ADV}|\bopportunity to )"
        r"(?P<verb>exchanged? (?:views|ideas|opinions) {ADV}{ON}with) {ADV}{WHOM}",
        ("exchange",),
        "Mr Tong exchanged views with leaders of the Harbour Chamber",
    ),
)
# Bodies called on: each is an occasion of its own.
CALLED_ON: Final = (
    _rule(
        "meeting-body",
        r"\b(?P<verb>{CALL}) {ADV}{BODIES}",
        ("call", "courtesy"),
        "Mr Tong will call on the Ministry of Ports and the Harbour Affairs Office",
    ),
    _rule(
        "meeting-body",
        r"\b(?P<verb>{MEET}{ALSO} with) {ADV}{BODIES}",
        ("met", "meet"),
        "Mr Tong met with the Harbour District Council",
    ),
)
# A meal with a body, and somebody of it who is named further on.
AT_MEAL: Final = _rule(
    "meeting-at-meal",
    r"^(?:At|During|Over) (?:an? )(?P<verb>(?:[\w-]+ ){0,2}?(?:dinner|lunch|luncheon|breakfast)(?: meeting)? with) "
    r"{ADV}(?P<bodies>(?:the )?[A-Z][\w'’&-]+(?: (?:[A-Z][\w'’&-]+|of|the|for|and)){0,8}?)(?:, | (?={DAY}))"
    r"{ADV}<P:one>",
    ("dinner", "lunch", "breakfast"),
    "At a dinner with the Harbour Foundation, Mr Tong thanked its founder, Dr Edwin Vance",
)
# "thanked its founder, Dr Vance": who else was there, if of the body
ITS_HEAD: Final = pattern(r"[^.;\ue000]{0,120}? (?P<its>(?:its|their) (?:[\w-]+ ){0,3}?[\w-]+,? )?<P:more>")
# Two bodies met; who led their delegations is told in sentences that follow.
BETWEEN: Final = _rule(
    "meeting-between",
    r"\b(?:[Aa]n?|[Tt]he) (?:[\w-]+ ){0,4}?(?P<verb>(?:meeting|talks|consultations?) between) [^.;\ue000]{3,200}? "
    r"(?:was|were|is|will be) {ADV}(?:held|convened|conducted)\b",
    ("between",),
    "A meeting between the bureau and the Customs of Norland was held yesterday. The delegation of Norland was led by"
    " Mr Tran Duc",
)
# Who met is told by sentences that follow.
WAS_HELD: Final = _rule(
    "meeting-was-held",
    r"^(?:An?|The(?! meeting)) (?P<what>(?:[\w-]+ ){0,4}?"
    r"(?P<verb>[Mm]eeting(?: (?:on|about|to) [^.;:\ue000\ue002]{3,200}?)?)) "
    r"(?:was|will be) {ADV}(?:held|convened|conducted)\b(?! {ADV}by {ADV}\ue000)",
    ("meeting",),
    "A meeting on the care of harbours was held in Oslo today. The meeting was hosted by Mr Tran Duc",
)
# Two bodies met, as subject and object.
BODIES: Final = _rule(
    "meeting-bodies",
    r"^(?:On \ue002\d+\ue003,? |\ue002\d+\ue003,? )?(?:The |An? )?[A-Z][^.;:\ue000]{2,140}? "
    r"(?P<verb>(?:met|held (?:an? )?(?:[\w-]+ ){0,3}?(?:meetings?|talks)) {ADV}(?:with )?)(?:the "
    r"|an? )?(?:new term )?(?:(?:members|representatives|officials|leaders) (?:of|from) (?:the )?)?"
    r"[A-Z][^.;:\ue000]{3,160}(?=[.;]|$)",
    ("met ", "meeting", "talks"),
    "Harbour Customs met with the Customs of Norland in Oslo yesterday",
)
# a body before the verb: what it is called opens the sentence
BODY_FIRST: Final = re.compile(
    r"^(?:(?:The|An?|Officers of|Members of|Representatives of|Representatives from) )?"
    r"(?!(?:He|She|They|It|There|His|Her|Their|Its)\b)(?:[\w-]+ ){0,3}?[A-Z][\w'’(),&/ -]{2,140}"
    r"(?:\ue002\d+\ue003,? )?$"
)
# what makes people without a name certain ones: a name of what they stand for, or whose they are
CERTAIN: Final = re.compile(
    r"[A-Z](?!&)|\bcounterparts?\b|\bgovernment\b"
    r"|\b(?:representatives|members|leaders|officials) (?:of|from) (?:[\w'’-]+ ){0,4}?(?:unions|associations|chambers"
    r"|federations|political parties|employers' organi[sz]ations|business organi[sz]ations|trade bodies)\b"
)
# a body that acts, though nobody of it is named: no office ("The Secretary-designate") and no sides
ORGAN: Final = (
    r"(?:Committee|Subcommittee|Panel|Council|Board|Commission|Authority|Association|Chamber|Federation|Institute"
    r"|Society|Foundation|Club|Trust|Fund|Union|League|Party)"
)
A_BODY: Final = re.compile(
    rf"\b(?:[Dd]elegations?|[Mm]embers|[Rr]epresentatives|[Oo]fficials|[Oo]fficers|[Ll]egislators|{ORGAN})\b"
)
AN_ORGAN: Final = re.compile(rf"\b{ORGAN}\b")
# "visited Oslo to meet with officials of the Ministry": why somebody went there, of which the release goes on to tell
PURPOSE: Final = re.compile(
    r"\b(?:visit|depart|leav|left|travel|fly|flew|arriv|went|go|proceed|head|tour|is in|be in)[a-z]*\b"
    r"(?:(?!\bopportunity\b)[^;])* to (?:[a-z]+ly )?$|\b(?:[Aa]part from|[Bb]esides|[Ii]n addition to) $"
)
# "attended the meeting and had exchanges with officials of the Ministry"
AT_IT: Final = re.compile(
    r"\b(?:attend(?:ed|s)?|join(?:ed|s)?|t(?:ook|akes?|ake) part in|chair(?:ed|s)?) (?:the|this) "
    r"(?:[\w-]+ )?meeting and $"
)
# where the name of a body has its head, and where the next of several bodies may begin
HEAD: Final = re.compile(r" (?:of|for|under|in|on) ")
NEXT_BODY: Final = re.compile(r",? and (?=(?:the )?[A-Z])|, (?=(?:the )?[A-Z])")
ABBREVIATION: Final = re.compile(r"(?:the )?[A-Z]{2,8}")
