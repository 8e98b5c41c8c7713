"""Who acts in a clause, and what denies it: looked up left of a verb in a masked sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from kg.extract.en.patterns import GROUP, PEOPLE_OPEN, pattern
from kg.extract.en.scene import Ref, Scene
from kg.model import Span

_REACH: Final = 40  # how far left of a group or verb a preposition is looked for
_MAX_GROUPS: Final = 40  # groups left of a verb among which the one that acts is looked for
# A group behind one of these is no subject.
_PREPOSITION: Final = re.compile(
    r"(?:\b(?:by|with|of|from|for|to|on|under|includ(?:ing|ed?|es)|compris(?:ing|ed?|es)|between"
    r"|behalf of|representing|after|succeed|succeeding|thanked"
    r"|told|named|starring|featuring|met|meet|meets|see|visited)|[(:]) ?(?:the |his |her |its |their )?$"
    # "together with former Chief Executives Mr Lau and Ms Sham"
    r"|\bwith (?:the )?(?:former|then|late|fellow) (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
# "after he met President Xi": no preposition, but the beginning of a clause
_AFTER: Final = re.compile(r"after \ue000\d+\ue001 ")
# "received the Mayor, Mr Ko, and attended": the object of a verb, which is no verb of saying or adjective
_OBJECT: Final = re.compile(
    r"(?<![\w-])(?!(?:newly|appointed|announced|understood|reported|confirmed|believed|expected|added|noted|stated"
    r"|revealed"
    r"|disclosed|hoped|explained|elected|retired|learned|remarked|stressed|indicated|based|named|titled|entitled)\b)"
    r"(?:[a-z]{2,}ed|saw|led|(?<!the )(?<!a )meeting|receiving|visiting|hosting|welcoming|accompanying|joining)"
    r" (?:off )?"
    r"(?:the |his |her |its |their )?$"
)
_LED_BY: Final = re.compile(r"\b(?:[Ll]ed|[Hh]eaded) by (?:the )?$")
# "will meet Mr Ng before leaving for Osaka": the one who acts in the main clause leaves
_PARTICIPLE: Final = re.compile(r"\b(?:before|after|while|when|prior to|upon|on) (?:[a-z]+ly )?$")
# "remarks by A at a media session after meeting B": A met B
_AFTERWARDS: Final = re.compile(r"\bafter (?:[a-z]+ly )?$")
_SPEAKER: Final = re.compile(r"\b(?:remarks|speech|transcript|session|conference|briefing) (?:by|of) (?:the )?$")
_ING: Final = re.compile(r"(?!during|following)[a-z]+ing\b")
_SETS: Final = re.compile(
    r"[A-Za-z][a-z]+ing\b|(?:[Dd]uring|[Oo]n|[Ii]n|[Aa]fter|[Ff]ollowing|[Uu]pon|[Aa]t) (?:an?|his|her|their) "
)
# "While inspecting the port today, Mr Ng said": a participle that opens the sentence, of which he comes next
_OPENS: Final = re.compile(
    r"^(?:(?:When|While|Whilst|After|Before|Prior to|Upon|On|By|Apart from|Besides|In addition to|Following) )?"
    r"(?:[a-z]+ly )?$|^(?:Speaking|Asked) (?:[^,.;\ue000]{3,40} )?(?:(?:after|before|while|when) )?$"
)
# "met with the Mayor, Ms Lo, who is visiting the port": of whoever stands before
_WHO: Final = pattern(
    r"<P:people>,? who (?:(?:is|was|are|were|has|had|have|will|been|currently|now|also|recently|just|later|earlier) )*$"
)
# "received President Lo who arrived to attend": of the object itself
_RELATIVE: Final = re.compile(r",? who [^,;.\ue000]*\Z")
_ACCOMPANIED: Final = re.compile(
    r"\b(?:accompan(?:y|ied|ies|ying)|join(?:ed|s|ing)?|escort(?:ed|s|ing)?|guided) (?:the )?$"
)
_ALONG: Final = re.compile(r",? (?:(?:to|in|on) )?\Z")
_OTHERS: Final = re.compile(
    r"(?<!\ue001)(?:,| [A-Za-z]+) who "
    r"(?:(?:is|are|was|were|has|have|had|will|be|been|currently|now|also) )*(?:[a-z]+ly )?$"
)
_AHEAD: Final = pattern(
    r", {ADV}<P:people>(?=,? {ADV}(?!(?:and|or|as|to|in|at|on|for|from|of|who|which|whose|where|with|by|among)\b)[a-z])"
)
# before a verb in -ing that says what somebody does
_ACTS: Final = re.compile(
    r"(?:^|[.,;:\ue001\ue003)] ?|\b(?:and|or|also|again|jointly|after|before|while|when|in|by|for|on|of|upon|from|to"
    r"|since|besides|is|are|was|were|be|been|being|then|with|through|without|including|later|earlier|first|not|never"
    r"|start(?:ed|s)|beg[iau]n|continued?|currently|now) )$",
    re.IGNORECASE,
)
_NEXT_SUBJECT: Final = pattern(r"[^.;\ue000]{0,180}?, <P:who>")
# "Together with the Director, Ms Wong, Mr Lee met ...": whom the next "they" can mean
_TOGETHER: Final = pattern(r"(?:Together|Along|Alongside) with <P:who>, <P:main>")
_INVERTED: Final = re.compile(
    r"(?:Also |Others? |Those |Among |(?:Accompany|Join|Attend|Tak|Witness|Travell)ing |Present "
    r"|With )[^.;\ue000]{0,120}?(?:\ue000\d+\ue001[^.;\ue000]{0,60}?)?"
    r"\b(?:are|were|is|was|will be|will include|includes?|included):? [^.;\ue000]{0,60}?\ue000"
)
# but one subject acts in "met the Mayor, Mr Lo; visited the port; and spoke at a forum"
_SAME_SUBJECT: Final = (
    r"(?:and )?(?:then |also |later )?(?:will |to )?(?:[a-z]+ed|[a-z]+ing|met|spoke|held|had|gave|took|paid|made|meet"
    r"|visit"
    r"|attend|speak|call|hold|have|tour|inspect|deliver|join|officiate|host|pay)\b"
    # "the Director, Ms Wong; and a number of officials met"
    r"|and (?:an? number of |other |some |several |his |her |the )?(?:[a-z]+ ){0,2}?"
    r"(?:officials|representatives|members|experts|staff|officers|colleagues|guests|directorate)\b"
)
_CLAUSE: Final = re.compile(rf"; (?!{_SAME_SUBJECT})| while |, (?:and|but) (?=\ue000)")

_VERB_REACH: Final = 24  # characters of a verb that may follow the end of a clause
_DENIAL_REACH: Final = 60
_ONCE_PLANNED: Final = r"\b(?:originally|initially) (?:scheduled|planned|due|expected|set) to\b"
_NEGATED: Final = re.compile(
    r"\b(?:not|unable|cannot|could not|never|declined|was to have|were to have|originally to have|had been invited"
    r"|failed to|instead of|without|regret|refus(?:e|es|ed|ing)|denied|denies|was to|were to|(?:sh|c|w)ould have"
    r"|look(?:s|ed|ing)? forward to|hop(?:e|es|ed|ing) to|wish(?:es|ed|ing)? to|wants? to|intend(?:s|ed)? to|whether"
    r"|(?:possibility|feasibility|prospects?|idea|option|importance|desirability) of"
    r"|no (?:immediate |current )?(?:plans?|intention|arrangements?|need|reason) (?:[a-z]+ ){0,3}?to)\b"
    r"|\b(?:was|were|had been) (?:due|supposed|meant) to\b"
    rf"|{_ONCE_PLANNED}"
    # "was prevented from attending", "Had Mr Ko met her", "reports that Mr Ko had met her"
    r"|(?:prevented|barred|excused|absent) (?:[^.;,]{0,40} )?from $|(?:^|, )Had \ue000\d+\ue001,? $"
    r"|\b(?:reports?|rumours?|allegations?|claims|speculation|articles?) (?:[a-z]+ )?that \ue000\d+\ue001,? (?:had )?$"
    # "has invited Mr Ko to attend", "accepted an invitation to visit": whether he came is not said
    r"|\b(?:instructed|asked|urged|ordered|requested|directed|encouraged|advised|reminded"
    r"|required) (?:[^.;]{0,40} )?to $"
    r"|\b(?:propos|request|suggest|reject|offer|cancel|postpon)(?:e|s|es|ed|ing)? (?:that )?"
    r"(?:an?|the|his|her|their|any) (?:[\w-]+ )?$|\b(?:sought|seek(?:s|ing)?|asked for) (?:an?|the) (?:[\w-]+ )?$"
    # "should Mr Ko meet her", "how Mr Ko met her"
    r"|(?:^|, )(?:[Ii]f|[Ss]hould|[Uu]nless|[Ww]ere) \ue000\d+\ue001,? (?:to )?$"
    r"|(?:^|, )(?:[Ii]f|[Ss]hould|[Uu]nless) [^.;,\ue000]{3,40}, \ue000\d+\ue001,? (?:will|would|may) (?:also )?$"
    r"|\bhow \ue000\d+\ue001,? $"
    r"|\binvit\w+ (?:[^.;]{0,50} )?to $|\binvit(?:ed?|es|ing) $"
)
# "was originally scheduled to attend the forum, where she would meet him"
_WAS_PLANNED: Final = re.compile(_ONCE_PLANNED)
_UNMET: Final = ("would ", "would also ", "would have ")
# "was invited to speak at the forum": what a guest does there, not where somebody may go
_INVITED: Final = re.compile(r"\b(?:was|were|is|are|(?:has|have) been) (?:also )?invited to $")
_GUESTS_DO: Final = re.compile(
    r"(?:speak|deliver|give|address|officiate|attend|take part|participate|moderate|share|join|present)\b"
)
_CLAUSE_ENDS: Final = (". ", "; ", ", and ", ", but ")
_EDGES: Final = " ,.;:"


def group(scene: Scene, mark: str) -> list[Ref]:
    """The people of a mark captured by a pattern."""
    return [ref for ref in scene.groups[int(mark)] if ref.person >= 0]


def subject(scene: Scene, before: int) -> list[Ref]:
    """Who acts in the verb at ``before``: the nearest group left of it that no preposition takes away."""
    text = scene.text
    if (opening := _OPENS.match(text, 0, before)) and opening.end() == before and _SETS.match(text, before):
        ahead = _AHEAD.search(text, before)
        return group(scene, ahead["people"]) if ahead else []
    near = max(0, before - _DENIAL_REACH)
    if _OTHERS.search(text, near, before):
        return []  # "met with officials of the region, who are visiting the port"
    if text.rfind(" who ", near, before) >= 0 and (relative := _WHO.search(text, near, before)):
        return group(scene, relative["people"]) if _free(text, relative) else []
    if _PARTICIPLE.search(text, max(0, before - _REACH), before) and _ING.match(text, before):
        first = GROUP.search(text, 0, before)
        if first and _AFTERWARDS.search(text, max(0, before - _REACH), before) and _speaks(text, first):
            return group(scene, first.group("people"))
        groups = iter([first] if first else [])
    else:
        groups = islice(_groups_left(text, before), _MAX_GROUPS)
    end = before
    for m in groups:
        ended = _CLAUSE.search(text, m.end(), end + _VERB_REACH)
        if ended and ended.end() <= end:
            return []
        is_actor = _free(text, m) or _RELATIVE.match(text, m.end(), before) or _is_led(text, m, before)
        if is_actor or _AFTER.fullmatch(text, m.start() - len("after "), before):
            return group(scene, m.group("people"))
        end = m.end()
    return []


def next_subject(scene: Scene, at: int) -> list[Ref]:
    """Whom the main clause behind a participle is about: "Speaking at the forum today, Miss Mak said ..."."""
    m = _NEXT_SUBJECT.match(scene.text, at)
    return group(scene, m.group("who")) if m else []


def main_subject(scene: Scene) -> list[Ref]:
    """Who acts in a sentence, whom the next "he" or "she" can mean: its first group that no preposition takes away."""
    if together := _TOGETHER.match(scene.text):
        return [*group(scene, together["main"]), *group(scene, together["who"])]
    if _INVERTED.match(scene.text):
        return []  # "Accompanying her are Mr Wong and Ms Lo": she is still whom "she" means
    free = (m for m in GROUP.finditer(scene.text) if _free(scene.text, m))
    return next((refs for m in free if (refs := group(scene, m.group("people")))), [])


def _groups_left(text: str, before: int) -> Iterator[re.Match[str]]:
    """The groups left of ``before``, the nearest first."""
    at = before
    while (at := text.rfind(PEOPLE_OPEN, 0, at)) >= 0:
        if m := GROUP.match(text, at, before):
            yield m


def _free(text: str, m: re.Match[str]) -> bool:
    """Whether no preposition takes a group away from the verb behind it."""
    left = text[max(0, m.start() - _REACH) : m.start()]
    if _LED_BY.search(left):
        return True
    return not (_PREPOSITION.search(left) or _OBJECT.search(left))


def _is_led(text: str, m: re.Match[str], before: int) -> bool:
    """Whether a group does what others go along for: "accompanied the Mayor, Mr Ko, to attend"."""
    left = text[max(0, m.start() - _REACH) : m.start()]
    return _ACCOMPANIED.search(left) is not None and _ALONG.match(text, m.end(), before) is not None


def _speaks(text: str, m: re.Match[str]) -> bool:
    """Whether a group are those by whom remarks were made."""
    return _SPEAKER.search(text, max(0, m.start() - _REACH), m.start()) is not None


def describes(scene: Scene, start: int) -> bool:
    """Whether the verb at ``start`` only says which people or things: "delegations attending the convention"."""
    return _ING.match(scene.text, start) is not None and not _ACTS.search(scene.text, max(0, start - _REACH), start)


def negated(scene: Scene, start: int) -> bool:
    """Whether the verb at ``start`` is denied in its own clause."""
    left = scene.text[max(0, start - _DENIAL_REACH) : start]
    if _INVITED.search(left) and _GUESTS_DO.match(scene.text, start):
        return False
    if left.endswith(_UNMET) and _WAS_PLANNED.search(scene.text, 0, start):
        return True
    return _NEGATED.search(left, max(left.rfind(end) for end in _CLAUSE_ENDS) + 1) is not None


def role_words(scene: Scene, m: re.Match[str], who: str = "who") -> Span | None:
    """The words of a match that say in what role its group ``who`` took part: those before it, else those behind."""
    before = m.start(), m.start(who) - 1
    start, end = before if before[1] > before[0] else (m.end(who) + 1, m.end())
    return words(scene, start, end)


def words(scene: Scene, start: int, end: int) -> Span | None:
    """The span in the release of a stretch of the masked text without space and marks at its edges, if any is left."""
    text = scene.text
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return scene.extent(start, end) if start < end else None
