"""Who else was there: sentences that add people to an occasion told before."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kg.extract.en.meetings import ADV, negated
from kg.extract.en.occasions import kind_of
from kg.extract.en.scene import Ref, Scene, pattern
from kg.extract.en.story import Draft, Story, group, subject
from kg.model import Kind, Role

_NOUN: Final = r"(?P<noun>meetings?|lunch(?:eon)?|dinner|breakfast|ceremony|visit|call|reception|forum|conference|press conference|seminar|event|banquet|session|talks|programme|summit|signing ceremony|occasion|delegation)"
_NUMBER: Final = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
ALSO: Final = pattern(
    r"(?:^|[.;] )(?:Also|Others?|Those|Officials?|Guests?|Other [\w -]+?|Members?|Representatives) (?:who |also )?"
    r"(?P<verb>attend(?:ing|ed)|present|joining|joined|in attendance|taking part|participating|accompanying|receiving|witnessing|at|including|on)"
    rf"[^.;\ue000]{{0,100}}?(?:from <P>)?,? ?(?:was|were|are|is|includ(?:ed|es|e)|will be|comprise[sd]?):? {ADV}<P:who>"
)
GUESTS: Final = pattern(
    r"\b(?:[Aa]mong(?:st)? (?:the |those |other )?[\w ,-]{0,50}?(?:were|was|are|is)|(?:[Oo]ther )?[Gg]uests (?:[\w ]{0,30} )?includ(?:ed|e|ing)"
    rf"|[Mm]ember(?:s|ship)? of the delegation (?:[\w ]{{0,30}} )?(?:includ(?:ed|e)|are|were|comprise[sd]?)) {ADV}<P:who>"
)
JOINED: Final = pattern(
    r"<P:who>,? {ADV}(?P<verb>(?:will )?(?:also )?(?:attend(?:ed|s)?|join(?:ed|s)?|took part in|w(?:as|ere) (?:also )?(?:present|in attendance|there)(?: at)?)) ?{ADV}(?:part of )?(?:(?:the|this|him|her|them) ?)?{NOUN}?"
    .replace("{ADV}", ADV).replace("{NOUN}", _NOUN)
)  # fmt: skip
MET_TOO: Final = pattern(r"<P:who>,? also met (?:with )?(?:the|them|him|her)\b(?! \ue000)")
ACCOMPANIED: Final = pattern(
    r"(?P<rel>who (?:was|is|were) )?(?:also )?\b(?P<verb>[Aa]ccompanied|joined|received|greeted|briefed|welcomed|escorted)\b(?: [\w ,]{0,40}?)? by {ADV}(?:[a-z' ]{0,30}? )?<P:who>".replace(
        "{ADV}", ADV
    )
)
IN_ATTENDANCE: Final = pattern(r"\bwith <P:who>,? (?:also )?in attendance\b")
MEMBERS: Final = pattern(
    r"<P:who>,? (?:is|are|were|was|will be) (?:also )?(?:among the |the )?members? of the delegation"
)
ACCOMPANYING: Final = pattern(
    r"\b(?:[Aa]ccompanying|[Tt]ogether with|in the company of|along with) (?:(?:him|her|them)[^.;\ue000]{0,40}?(?:was|were|are|is) )?<P:who>"
)
WITNESS: Final = pattern(
    r"(?:\b(?:was|were|is|are|be) (?:also )?(?:witnessed|attended)|, attended) {ADV}by {ADV}(?:[^.;\ue000]{0,100}?(?:including|among them|such as) )?<P:who>".replace(
        "{ADV}", ADV
    )
)
BEFORE_WHOM: Final = pattern(r"\b(?:[Oo]ath|sworn) [^.;\ue000]{0,40}?(?:before|by) <P:who>")
_WHO: Final = r"(?:, who [^,;\ue000]{0,80})?"
SPEAKERS: Final = (
    pattern(
        r"<P:who>,? {ADV}(?:deliver(?:ed|s)|gave|made) (?:an? |the |his |her )?(?:[\w-]+ ){0,3}?(?:remarks|speech|speeches|address)\b(?! (?:at|to) the [A-Z])".replace(
            "{ADV}", ADV
        )
    ),
    pattern(
        r"<P:who>{WHO},? {ADV}(?:was|were|is|will be) (?:the |an? )?(?:keynote |guest )?speakers?\b".replace(
            "{ADV}", ADV
        ).replace("{WHO}", _WHO)
    ),
    pattern(
        r"\b[Ii]n (?:his|her|their) (?:[\w-]+ )?(?:address|speech|remarks|opening remarks|welcome remarks)(?: at [^,.;\ue000]{0,60})?, <P:who>"
    ),
    pattern(
        r"<P:who> (?:said|pointed out|remarked|noted|highlighted) in (?:his|her) (?:[\w-]+ )?(?:speech|address|remarks)"
    ),
    pattern(
        r"\b(?:[Ss]peaking|[Aa]ddressing)(?: [^.;\ue000]{0,80}?)? (?:at|after|during|in)? ?[^.;\ue000]{0,80}?, <P:who>"
    ),
    pattern(r"<P:who>,? {ADV}spoke at the (?P<noun>\w+)".replace("{ADV}", ADV)),
)
PANEL: Final = pattern(
    r"\b(?:moderated by|moderator was|chaired by|with panellists|panellists (?:were|included)|proposed a toast|read out|[Mm]aster of [Cc]eremonies was [\w \"“”]{0,40}?) {ADV}<P:who>".replace(
        "{ADV}", ADV
    )
)
TOAST: Final = pattern(r"<P:who>,? (?:proposed a toast|read out)")
_BAD_VERB = re.compile(r"\b(?:said|thanked|noted|added)\b")


def _latest(story: Story, noun: str | None) -> list[Draft]:
    """The occasions a definite noun means: the one(s) told last that may be called so."""
    if not story.drafts:
        return []
    if noun in {"visit", "programme", "delegation"}:
        trip = next((d for d in reversed(story.drafts) if d.kind is Kind.VISIT), None)
        return [trip] if trip else []
    if noun in {"meeting", "meetings", "call", "talks"}:
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
    return same[-_NUMBER[m.group(1)] :]


def attendance(scene: Scene, story: Story, limit: int) -> None:
    """Add the people whom a sentence puts into occasions told before."""
    for step in _STEPS:
        step(scene, story, limit)


def _also(scene: Scene, story: Story, limit: int) -> None:
    for regex in (ALSO, GUESTS):
        for m in regex.finditer(scene.text, 0, limit):
            named = re.search(rf"\b{_NOUN}", scene.text[m.start() : m.start("who")])
            noun = named.group("noun") if named else None
            drafts = _counted(scene, m.start(), m.end(), _latest(story, noun), story)
            if (
                not noun
                and drafts
                and drafts[0].kind is Kind.VISIT
                and story.last(Kind.MEETING)
                and not story.delegation
            ):
                drafts = drafts[:1]
            role = (
                Role.PRINCIPAL
                if m.groupdict().get("verb") == "joining" and noun == "visit" and story.delegation
                else Role.ATTENDEE
            )
            who = group(scene, m.group("who"))
            for draft in drafts:
                draft.add(who, role, "role-also")
            if role is Role.PRINCIPAL:
                story.delegation.extend(r for r in who if r.person not in {d.person for d in story.delegation})


def _joined(scene: Scene, story: Story, limit: int) -> None:
    for m in JOINED.finditer(scene.text, 0, limit):
        noun, tail = m.group("noun"), scene.text[m.end("verb") :]
        anaphoric = (
            noun
            or re.match(r" ?(?:[.,;]|$|him|her|them|part of|on the occasion|as well)", tail)
            or "present" in m.group("verb")
        )
        if not anaphoric or (
            noun
            and re.match(
                r"(?:s|ing|\w| (?:of|on(?! \ue002)|with|hosted|held by|given|themed|for) )", scene.text[m.end("noun") :]
            )
        ):
            continue
        if negated(scene, m.start("verb")) or negated(scene, m.end("verb")):
            continue
        who = group(scene, m.group("who"))
        drafts = [d for d in _latest(story, noun) if not {r.person for r in who} & set(d.parts)]
        if re.search(r"him|her|them", tail[:6]):
            drafts = [d for d in story.drafts if d.sentence == story.drafts[-1].sentence] if story.drafts else []
        for draft in _counted(scene, m.start(), m.end(), drafts, story):
            draft.add(who, Role.ATTENDEE, "role-joined")
    for m in MET_TOO.finditer(scene.text, 0, limit):
        for draft in _latest(story, "meeting"):
            draft.add(group(scene, m.group("who")), Role.ATTENDEE, "role-met-too")


def _accompanied(scene: Scene, story: Story, limit: int) -> None:
    for m in ACCOMPANIED.finditer(scene.text, 0, limit):
        if m.group("verb") in {"received", "greeted", "briefed", "welcomed"} and not _site(scene, story):
            continue
        who = group(scene, m.group("who"))
        for draft in _companions_of(scene, story, m, who):
            draft.add(who, Role.ATTENDEE, f"role-{m.group('verb').casefold()}")
    for m in IN_ATTENDANCE.finditer(scene.text, 0, limit):
        for draft in [d for d in story.drafts if d.sentence == scene.span]:
            draft.add(group(scene, m.group("who")), Role.ATTENDEE, "role-in-attendance")
    for m in MEMBERS.finditer(scene.text, 0, limit):
        for draft in _latest(story, "delegation"):
            draft.add(group(scene, m.group("who")), Role.ATTENDEE, "role-member")
    for m in ACCOMPANYING.finditer(scene.text, 0, limit):
        who = group(scene, m.group("who"))
        for draft in [d for d in story.drafts if d.sentence == scene.span]:
            if not {r.person for r in who} & set(draft.parts):
                draft.add(who, Role.ATTENDEE, "role-accompanying")


def _site(scene: Scene, story: Story) -> bool:
    last = story.last()
    return last is not None and last.kind is Kind.VISIT and (last.sentence == scene.span or not last.trip)


def _companions_of(scene: Scene, story: Story, m: re.Match[str], who: list[Ref]) -> list[Draft]:
    """The occasions at which somebody was accompanied: those of the sentence, else the trip or the meeting just told."""
    here = [d for d in story.drafts if d.sentence == scene.span]
    if m.group("verb") in {"received", "greeted", "briefed", "welcomed"}:
        return here[-1:] or [d for d in [story.last()] if d is not None]
    if re.search(r"\b(?:meetings|talks)\b", m.group()):
        return _counted(scene, m.start(), m.end(), _latest(story, "meetings"), story)
    wider = [d for d in story.drafts if d.kind is Kind.VISIT and not d.trip]
    main = {r.person for r in subject(scene, m.start(), story)} or {r.person for r in story.subject}
    main -= {r.person for r in who}
    trip = next((d for d in reversed(story.drafts) if d.trip and main & set(d.parts)), None)
    if (
        m.group("rel")
        or (re.search(r"\bwill be $|[Aa]ccompanied", scene.text[max(0, m.start("verb") - 8) : m.start("verb")])
        and trip)
    ):
        return [trip] if trip else here
    if here:
        principals = {p for d in here for p in d.people(Role.PRINCIPAL)}
        return here + [d for d in wider if d not in here and principals & set(d.people(Role.PRINCIPAL))][:1]
    last = story.last()
    return [last] if last is not None and main & set(last.parts) else []


def _witnesses(scene: Scene, story: Story, limit: int) -> None:
    for regex, rule in (
        (WITNESS, "role-witness"),
        (BEFORE_WHOM, "role-oath"),
        (PANEL, "role-panel"),
        (TOAST, "role-toast"),
    ):
        for m in regex.finditer(scene.text, 0, limit):
            named = list(re.finditer(rf"\b{_NOUN}", scene.text[: m.start("who")]))
            for draft in _latest(story, named[-1].group("noun") if named else None):
                draft.add(group(scene, m.group("who")), Role.ATTENDEE, rule)


def _speakers(scene: Scene, story: Story, limit: int) -> None:
    for regex in SPEAKERS:
        for m in regex.finditer(scene.text, 0, len(scene.text)):
            who = group(scene, m.group("who"))
            noun = m.groupdict().get("noun")
            gatherings = [d for d in story.drafts if d.kind not in (Kind.MEETING, Kind.VISIT, Kind.APPOINTMENT)]
            if noun:
                gatherings = [d for d in gatherings if noun in d.words]
            if gatherings and who:
                gatherings[-1].add(who, Role.SPEAKER, "role-speaker", over=_may_speak(gatherings[-1], who))
    _ = limit


def _may_speak(draft: Draft, who: list[Ref]) -> bool:
    """A host who speaks stays the host; one who officiated among others becomes a speaker."""
    return all((part := draft.parts.get(r.person)) is None or part.role is not Role.PRINCIPAL for r in who)


_STEPS: Final[tuple[Callable[[Scene, Story, int], None], ...]] = (_also, _joined, _accompanied, _witnesses, _speakers)
