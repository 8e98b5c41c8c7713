"""The ways in which a release says that people met: patterns over masked sentences, each with an example.

``<P>`` is a group of people. The subject is found left of the verb unless the pattern names it ``<P:one>``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.en.scene import pattern

# What may stand between a verb and its object: adverbs and dates; a place; who led the other side.
ADV: Final = (
    r"(?:(?:also|then|later|first|last|again|further|both|together|in turn|in person|up|online|[a-z]+ly|<D>|,) ?)*"
)
AT: Final = r"(?:(?:at|in|over|through|via|by|on the sidelines of|on the margins of) [^.;\ue000]{2,80}? )?"
LED: Final = (
    r"(?:[^.;:\ue000]{0,110}?(?:led|headed) by |[^.;:\ue000]{0,110}?,? (?:namely|including) |the visiting |visiting "
    r"|(?:the )?(?:members|representatives) of [^.;:\ue000]{0,80}?, )?"
)
_HOLD: Final = r"(?:had|has|have|having|held|holds?|holding|attended|attends?|attend|attending|hosted|hosts?|hosting|joined|gave|was|for)"
_SESSION: Final = (
    r"(?P<noun>meetings?|talks?|lunch(?:eon)?s?|dinners?|breakfasts?|suppers?|discussions?|exchanges?(?: of views)?|dialogues?|tea"
    r"|conversations?|video ?conferences?|calls?)"
)
_BOTH: Final = r"(?:with|hosted by|given by|in honour of|for|of)"


@dataclass(frozen=True, slots=True)
class MeetingRule:
    """A pattern with ``<P:other>``; ``back`` means that the subject is whoever the sentence before was about."""

    name: str
    regex: re.Pattern[str]
    example: str
    back: bool = False


def _rule(name: str, source: str, example: str, *, back: bool = False) -> MeetingRule:
    for macro, words in (("{HOLD}", _HOLD), ("{SESSION}", _SESSION), ("{BOTH}", _BOTH), ("{ADV}", ADV), ("{AT}", AT)):
        source = source.replace(macro, words)
    return MeetingRule(name, pattern(source.replace("{LED}", LED)), example, back)


RULES: Final = (
    _rule(
        "meeting-call-of",
        r"<P:one>['’]s? (?:courtesy )?(?:call on|meeting with|talks with) {ADV}{LED}<P:other>",
        "General Haidar's courtesy call on the Archbishop of Hong Kong, the Most Reverend Barnabas Kwan, will proceed",
    ),
    _rule(
        "meeting-received-by",
        r"\b(?:was|were|be|been|is|are) {ADV}received {ADV}{AT}{ADV}by {ADV}{LED}<P:other>",
        "The Chief Executive, Mr Poon, was received in Beijing this morning by the Vice-Premier, Mr Hao Jingwen",
    ),
    _rule(
        "meeting-received",
        r"\breceiv(?:ed|es|e|ing) {ADV}(?:an? )?(?:(?:courtesy )?(?:call|visit)s? (?:by|from|of|paid by) )?{LED}<P:other>",
        "Ms Fong received a courtesy call by the President of the Law Society of Singapore, Mr Tan Wee Liang",
    ),
    _rule(
        "meeting-courtesy-call",
        r"\b(?:paid|pays?|paying|made|makes?) {ADV}(?:an? |his |her |their )?(?:\w+ )?(?:courtesy )?(?:calls?|visits?) (?:on|to) {ADV}{LED}<P:other>",
        "Ms Fong paid a courtesy call on Deputy Commissioner Mr Fei Yun",
    ),
    _rule(
        "meeting-called-on",
        r"\bcall(?:ed|s|ing)? {ADV}(?:up)?on {ADV}{LED}<P:other>",
        "he called on the President of the Alliance, Dr Reto von Salis",
    ),
    _rule(
        "meeting-had",
        r"\b{HOLD} {ADV}(?:an? |the |two |three |four |separate |his |her |series of )*(?:[\w-]+ ){0,3}?{SESSION} {ADV}{AT}{ADV}{BOTH} {ADV}{LED}<P:other>",
        "Mr Chan also held bilateral meetings with the Deputy Prime Minister of Cambodia, Mr Sun Chanthol",
    ),
    _rule(
        "meeting-guest-of",
        r"\b(?:was|were) (?:the )?guests? of <P:other>,? at (?:an? |the )?(?:[\w-]+ ){0,2}?(?:lunch|luncheon|dinner|breakfast)",
        "At midday she was the guest of the Chinese Ambassador to Norway, Ms Hou Yan, at a luncheon",
    ),
    _rule(
        "meeting-hosted-for",
        r"<P:other>,? {ADV}hosted (?:an? )(?:[\w-]+ ){0,2}?(?:lunch|luncheon|dinner|breakfast) (?:for|in honour of) (?:him|her|them)\b",
        "Miss Kan visited the college, whose Dean, Ms Rahmat, hosted a lunch for her",
        back=True,
    ),
    _rule(
        "meeting-whose",
        r"\b(?:His|Her|The|Their) (?:meetings?|talks|courtesy call|lunch|dinner) (?:with|on) <P:other>",
        "Her meeting with Mr Duan was held in Changsha",
        back=True,
    ),
    _rule(
        "meeting-those-with",
        r"\b(?:those|that|the one|the ones) with <P:other>",
        "and those with Mr Mei and Mr Tong in Wuhan yesterday",
        back=True,
    ),
    _rule(
        "meeting-met",
        r"\b(?:met|meets?|meeting)(?: up)? {ADV}(?:with )?{ADV}{LED}<P:other>",
        "The Chief Executive, Mr John Lee, met with the Minister, Ms Sun Meijun",
    ),
    _rule(
        "meeting-talked",
        r"\b(?:talk(?:ed|s)?|spoke|conversed|conferred) {ADV}with {ADV}{LED}<P:other>",
        "he talked with the Mayor of Seoul, Mr Oh Jin-kyu, on the sidelines",
    ),
    _rule(
        "meeting-views",
        r"\bexchang(?:ed|es|e|ing) (?:views|ideas|opinions) {ADV}{AT}with {ADV}{LED}<P:other>",
        "Mr Mok exchanged views with the Governor of the Regional Bank, Mr François Delmas",
    ),
    _rule(
        "meeting-discussed",
        r"\bdiscuss(?:ed|es) [^.;\ue000]{3,120}? with {ADV}{LED}<P:other>",
        "Mr Chan discussed co-operation with the Minister of Finance, Mr Tan",
    ),
)

# Two sides as one subject: "Mr Kwok and Dr Noronha held a bilateral meeting".
JOINT: Final = tuple(
    pattern(source.replace("{ADV}", ADV))
    for source in (
        r"<P:both>,? {ADV}(?P<verb>(?:had|held|hold|will hold|will have|have) (?:an? |their |\w+ )?(?:[\w-]+ ){0,2}?(?:meeting|talks|discussions|video conference))\b(?! with)",
        r"<P:both>,? {ADV}(?P<verb>met)\b(?= {ADV}(?:<D>|at |in |to |\.|on |for ))",
    )
)
APART: Final = re.compile(
    r"\b(?:separately|respectively|separate|in turn|one after (?:the other|another)|both calls|individually)\b"
)
RECEPTION: Final = re.compile(r"\b(?:gala|banquet|reception|welcome|cocktail|annual|spring|farewell)\b", re.IGNORECASE)
NEGATED: Final = re.compile(
    r"\b(?:not|unable|cannot|could not|never|declined|was to have|were to have|originally to have|had been invited|failed to"
    r"|instead of|without|regret)\b"
)
