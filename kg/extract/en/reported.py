"""The words that a sentence reports, cut out where it goes on to say on what occasion they were said.

"Mr Lau said that trade was growing when he met the Minister, Ms Sham, today (May 19)" states a meeting. Only what
cannot belong to the words reported counts: an act of the one who said them, on the day of the release or before it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from kg.extract.en.clause_rules import FINITE
from kg.extract.en.patterns import pattern
from kg.extract.en.scene import Scene

_ACTS: Final = (
    r"met|meeting|visit(?:ed|ing)|tour(?:ed|ing)|inspect(?:ed|ing)|attend(?:ed|ing)|officiat(?:ed|ing)|spoke"
    r"|speaking|address(?:ed|ing)|host(?:ed|ing)|deliver(?:ed|ing)|open(?:ed|ing)|chair(?:ed|ing)|receiv(?:ed|ing)"
    r"|call(?:ed|ing) on|presid(?:ed|ing)|conclud(?:ed|ing)|giving|tak(?:ing) part"
)
_SESSIONS: Final = r"visits?|tour|inspection|trip|meetings?|talks|lunch(?:eon)?|dinner|breakfast"
_OCCASION: Final = pattern(
    r" (?P<setting>(?:when|while|whilst|after|before) (?:<P:who>,? )?(?:{ACTS})\b"
    r"|(?:during|after|following|on) (?:an?|his|her|their) (?:[\w-]+ ){0,3}?(?:{SESSIONS}) (?:to|of|with)\b"
    r"|at an? (?:[\w-]+ ){0,2}?(?:press conference|media (?:session|briefing)|press briefing|(?:meeting|talks) with)\b)"
    r"(?:(?! that\b)[^.;:\"“])*",
    ACTS=_ACTS,
    SESSIONS=_SESSIONS,
)
_DAY: Final = pattern(r"<D:day>")
_SAID_ON: Final = pattern(r" ?<D:day>")


def without_report(scene: Scene, subject: str, verb_end: int, issued: date) -> Scene | None:
    """The sentence without the words reported behind ``verb_end``, where the occasion on which they were said follows.

    ``subject`` is the number of the group that said them. None where no such occasion is told.
    """
    said_on = _SAID_ON.match(scene.text, verb_end)
    for m in _OCCASION.finditer(scene.text, said_on.end() if said_on else verb_end):
        behind = _DAY.search(scene.text, m.start("setting"), m.end())
        if not (said_on or behind) or scene.text[m.end() :].strip(".\n "):
            continue
        told = [scene.whens[int(day["day"])].start for day in (said_on, behind) if day]
        is_recent = all(d and d.day and date(d.year, d.month, d.day) in _recent(issued) for d in told)
        if not is_recent or (behind and FINITE.search(scene.text, behind.end(), m.end())):
            continue
        if m["who"] and not _same(scene, m["who"], subject):
            continue
        return scene.without(said_on.end() if said_on else verb_end, m.start("setting") - 1)
    return None


def _recent(issued: date) -> tuple[date, date]:
    return issued, issued - timedelta(days=1)


def _same(scene: Scene, mark: str, other: str) -> bool:
    people = {ref.person for ref in scene.groups[int(mark)]}
    return people <= {ref.person for ref in scene.groups[int(other)]}
