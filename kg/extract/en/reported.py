"""The words that a sentence reports, cut out where it goes on to say on what occasion they were said.

"Mr Lau said that trade was growing when he met the Minister, Ms Sham, today (May 19)" states a meeting. Only what
cannot belong to the words reported counts: an act of the one who said them, on the day of the release or before it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from kg.extract.en.clause_rules import FINITE
from kg.extract.en.occasions import kind_of
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
# "introduced the harbour's strengths at the Lotus Forum today": what is not said in a clause of its own
_AT: Final = pattern(r" (?P<setting>(?:at|during) (?:an?|the) (?P<what>[^.;:\"“]{3,160}?)(?: on)?,? )<D:day>[^.;:\"“]*")
_OF_THINGS: Final = ("introduced", "highlighted", "explained", "updated", "emphasised", "stressed", "reiterated")
_REACH: Final = 120  # characters from the verb to the occasion
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
    return _without_thing(scene, verb_end, issued)


def _without_thing(scene: Scene, verb_end: int, issued: date) -> Scene | None:
    """The sentence without what was introduced or highlighted at an occasion of the day, told behind it."""
    if not scene.text.endswith(_OF_THINGS, 0, verb_end):
        return None
    m = _AT.search(scene.text, verb_end, min(len(scene.text), verb_end + _REACH + 160))
    if m is None or scene.text[m.end() :].strip(".\n ") or kind_of(m["what"]) is None:
        return None
    thing = scene.text[verb_end : m.start()]
    day = scene.whens[int(m["day"])].start
    is_clause = len(thing) > _REACH or " that " in thing or FINITE.search(thing) is not None
    if is_clause or not (day and day.day and date(day.year, day.month, day.day) in _recent(issued)):
        return None
    return scene.without(verb_end, m.start())


def _recent(issued: date) -> tuple[date, date]:
    return issued, issued - timedelta(days=1)


def _same(scene: Scene, mark: str, other: str) -> bool:
    people = {ref.person for ref in scene.groups[int(mark)]}
    return people <= {ref.person for ref in scene.groups[int(other)]}
