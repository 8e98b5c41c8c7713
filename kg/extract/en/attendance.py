"""Who else was there: sentences that add people to an occasion told before."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kg.extract.en.attendance_rules import (
    ACCOMPANIED,
    ACCOMPANIES,
    ACCOMPANYING,
    AMONG,
    BEFORE_WHOM,
    GUIDES,
    IN_ATTENDANCE,
    INVERTED,
    JOINED,
    LEADS_TO_LIST,
    MEMBERS,
    MET_TOO,
    NOUN,
    NUMBERS,
    PANEL,
    SHOWED,
    SPEAKERS,
    TOAST,
    WITNESS,
)
from kg.extract.en.meetings import negated
from kg.extract.en.occasions import kind_of
from kg.extract.en.scene import Ref, Scene, pattern
from kg.extract.en.story import Draft, Story, group, subject
from kg.model import Kind, Role


def _latest(story: Story, noun: str | None) -> list[Draft]:
    """The occasions a definite noun means: the one(s) told last that may be called so."""
    if not story.drafts:
        return []
    if noun in {"visit", "programme", "delegation"}:
        visits = [d for d in story.drafts if d.kind is Kind.VISIT]
        if visits or noun != "delegation":
            return [next((d for d in visits if d.trip), visits[-1])] if visits else []
        noun = "meeting"
    if noun in {"meeting", "meetings", "call", "calls", "talks", "discussion", "discussions"}:
        last = story.last(Kind.MEETING)
    elif noun and noun not in {"event", "occasion"}:
        word = noun.split()[-1]
        last = next((d for d in reversed(story.drafts) if word in d.words or kind_of(noun) is d.kind), None)
    else:
        last = story.last(*(k for k in Kind if k not in (Kind.APPOINTMENT, Kind.OTHER)))
    if last is None:
        return []
    return [d for d in story.drafts if d.sentence == last.sentence and d.kind is last.kind]


def _counted(scene: Scene, start: int, end: int, drafts: list[Draft], story: Story) -> list[Draft]:
    """ "at the two meetings" means the last two, whatever sentence told them."""
    m = re.search(r"\b(two|both|three|four|five|six) \w+", scene.text[start:end])
    if m is None or not drafts:
        return drafts
    same = [d for d in story.drafts if d.kind is drafts[0].kind]
    return same[-NUMBERS[m.group(1)] :]


def attendance(scene: Scene, story: Story, limit: int) -> None:
    """Add the people whom a sentence puts into occasions told before."""
    for step in _STEPS:
        step(scene, story, limit)


def _named(scene: Scene, start: int, end: int, *, last: bool = False) -> str | None:
    """The first (or last) noun of an occasion between two positions of a sentence."""
    nouns = [m.group("noun") for m in re.finditer(rf"\b{NOUN}\b", scene.text[start:end])]
    return (nouns[-1] if last else nouns[0]) if nouns else None


def _also(scene: Scene, story: Story, limit: int) -> None:
    for regex in (INVERTED, AMONG):
        for m in regex.finditer(scene.text, 0, limit):
            noun = (
                "signing ceremony"
                if "ignator" in m.group()
                else _named(scene, m.start(), m.start("who")) or ("delegation" if regex is AMONG else None)
            )
            here = {p for d in story.drafts if d.sentence == scene.span for p in d.parts}
            who = [r for r in group(scene, m.group("who")) if r.person not in here]
            _put(story, _counted(scene, m.start(), m.end(), _latest(story, noun), story), who, noun, m.group())
    if LEADS_TO_LIST.search(scene.text):
        noun = _named(scene, 0, len(scene.text), last=True) or ("delegation" if "member" in scene.text else None)
        story.open_list = _latest(story, noun)
        story.open_noun = noun


_ITEMS = pattern(
    r"(?:(?:\(?\w{1,3}[).]|[*•-])?\s*<P>\)?(?: ?\([^()]{1,60}\))?(?:, [^.;\ue000]{2,120}?)?[;,.]?(?: and)?\s*)+"
)


def listed_people(scene: Scene, story: Story) -> bool:
    """People in an item of a list that a sentence before opened ("... joining the visit are:")."""
    who = [r for refs in scene.groups for r in refs if r.person >= 0]
    if not story.open_list or not who:
        return False
    if not _ITEMS.fullmatch(scene.text):
        story.open_list = []
        return False
    _put(story, story.open_list, who, story.open_noun, "joining")
    return True


def _put(story: Story, drafts: list[Draft], who: list[Ref], noun: str | None, words: str) -> None:
    """Who joins a delegation that has a leader belongs to it; everybody else attends."""
    if words.casefold().startswith("signator"):
        for draft in drafts:
            draft.add(who, Role.PRINCIPAL, "role-signatory")
        return
    in_delegation = bool(story.delegation) and noun in {"visit", "trip", "delegation"} and "join" in words
    for draft in drafts:
        draft.add(who, Role.PRINCIPAL if in_delegation else Role.ATTENDEE, "role-also")
    if in_delegation:
        story.delegation.extend(r for r in who if r.person not in {d.person for d in story.delegation})


_ANAPHORIC = re.compile(r" ?(?:[.,;]|$|him|her|them|part of|on the occasion|as well|\ue000)")
_NAMED_ANEW = re.compile(r"(?:s(?!\b)|ing|\w| (?:of|on(?! \ue002)|with|hosted|held by|given|themed|for) )")


def _joined(scene: Scene, story: Story, limit: int) -> None:
    for m in JOINED.finditer(scene.text, 0, limit):
        noun, tail = m.group("noun"), scene.text[m.end("verb") :]
        if not (noun or _ANAPHORIC.match(tail) or re.search("present|sat in|invited", m.group("verb"))):
            continue
        if noun and _NAMED_ANEW.match(scene.text[m.end("noun") :]):
            continue
        if negated(scene, m.start("verb")) or negated(scene, m.end("verb")):
            continue
        who = group(scene, m.group("who"))
        drafts = [d for d in _latest(story, noun) if not {r.person for r in who} & set(d.parts)]
        if re.match(r" ?(?:him|her|them)\b", tail) and story.drafts:
            drafts = [d for d in story.drafts if d.sentence == story.drafts[-1].sentence]
        for draft in _counted(scene, m.start(), m.end(), drafts, story):
            draft.add(who, Role.ATTENDEE, "role-joined")
    for m in MET_TOO.finditer(scene.text, 0, limit):
        for draft in _latest(story, "meeting"):
            draft.add(group(scene, m.group("who")), Role.ATTENDEE, "role-met-too")


_WELCOMING = frozenset(
    {"received", "greeted", "briefed", "welcomed", "escorted", "guided", "hosted", "shown", "conducted"}
)


def _accompanied(scene: Scene, story: Story, limit: int) -> None:
    for m in ACCOMPANIED.finditer(scene.text, 0, limit):
        verb = m.group("verb").casefold()
        if verb in _WELCOMING and not _on_site(scene, story):
            continue
        who = group(scene, m.group("who"))
        for draft in _companions_of(scene, story, m, who):
            draft.add(who, Role.ATTENDEE, f"role-{verb}")
    for m in ACCOMPANIES.finditer(scene.text, 0, limit):
        main = (
            {r.person for r in group(scene, m.group("main"))} if m.group("main") else {r.person for r in story.subject}
        )
        for draft in _with(story, main, _named(scene, m.end(), len(scene.text))):
            draft.add(group(scene, m.group("who")), Role.ATTENDEE, "role-accompanies")
    here = [d for d in story.drafts if d.sentence == scene.span]
    for regex, drafts, rule in (
        (IN_ATTENDANCE, here, "role-in-attendance"),
        (MEMBERS, _latest(story, "delegation"), "role-member"),
        (ACCOMPANYING, here, "role-accompanying"),
        (GUIDES, [story.drafts[-1]] if story.drafts and _on_site(scene, story) else [], "role-guide"),
        (SHOWED, [d for d in here if d.kind is Kind.VISIT], "role-showed"),
    ):
        for m in regex.finditer(scene.text, 0, len(scene.text) if regex is GUIDES else limit):
            who = group(scene, m.group("who"))
            for draft in drafts:
                if not {r.person for r in who} & set(draft.parts):
                    draft.add(who, Role.ATTENDEE, rule)


def _on_site(scene: Scene, story: Story) -> bool:
    """Whether somebody is on a visit, so that who receives or briefs them is there too."""
    last = story.last()
    return last is not None and last.kind is Kind.VISIT and (last.sentence == scene.span or not last.trip)


def _with(story: Story, main: set[int], noun: str | None) -> list[Draft]:
    """The trip, or the occasion told last, that somebody takes part in."""
    trips = [d for d in story.drafts if d.kind is Kind.VISIT and main & set(d.people(Role.PRINCIPAL))]
    if trips and noun in {None, "visit", "trip", "delegation"}:
        return [next((d for d in trips if d.trip), trips[-1])]
    return [d for d in _latest(story, noun) if main & set(d.parts)]


def _companions_of(scene: Scene, story: Story, m: re.Match[str], who: list[Ref]) -> list[Draft]:
    """The occasions at which somebody was accompanied: those of the sentence, else the trip or the meeting just told."""
    here = [d for d in story.drafts if d.sentence == scene.span]
    if m.group("verb").casefold() in _WELCOMING:
        return here[-1:] or [d for d in [story.last()] if d is not None]
    if re.search(r"\b(?:meetings|talks|calls)\b", m.group()):
        return _counted(scene, m.start(), m.end(), _latest(story, "meetings"), story)
    main = {r.person for r in subject(scene, m.start(), story)} or {r.person for r in story.subject}
    main -= {r.person for r in who}
    trip = next((d for d in story.drafts if d.trip and main & set(d.parts)), None)
    planned = scene.text[: m.start("verb")].endswith("will be ")
    if trip and (m.group("rel") or planned):
        return [trip]
    if here:
        return here
    last = story.last()
    if last is None:
        return []
    told = [d for d in story.drafts if d.sentence == last.sentence and d.kind is last.kind]
    return told if main & set(last.parts) or re.search(r"\bThey (?:were|are) $", scene.text[: m.start("verb")]) else []


def _witnesses(scene: Scene, story: Story, limit: int) -> None:
    rules = ((WITNESS, "role-witness"), (BEFORE_WHOM, "role-oath"), (PANEL, "role-panel"), (TOAST, "role-toast"))
    for regex, rule in rules:
        for m in regex.finditer(scene.text, 0, limit):
            noun = None if regex is PANEL else _named(scene, 0, m.start("who"), last=True)
            for draft in _latest(story, noun):
                draft.add(group(scene, m.group("who")), Role.ATTENDEE, rule)


def _speakers(scene: Scene, story: Story, limit: int) -> None:
    """Speakers are told before what they said, so the whole sentence counts, whatever ``limit``."""
    del limit
    for regex in SPEAKERS:
        for m in regex.finditer(scene.text):
            who = group(scene, m.group("who"))
            noun = m.groupdict().get("noun")
            gatherings = [d for d in story.drafts if d.kind not in (Kind.MEETING, Kind.VISIT, Kind.APPOINTMENT)]
            if noun:
                gatherings = [d for d in gatherings if noun in d.words]
            if gatherings and who:
                gatherings[-1].add(who, Role.SPEAKER, "role-speaker", over=_may_speak(gatherings[-1], who))


def _may_speak(draft: Draft, who: list[Ref]) -> bool:
    """A host who speaks stays the host; one who officiated among others becomes a speaker."""
    return all((part := draft.parts.get(r.person)) is None or part.role is not Role.PRINCIPAL for r in who)


_STEPS: Final[tuple[Callable[[Scene, Story, int], None], ...]] = (_also, _joined, _accompanied, _witnesses, _speakers)
