"""Who else was there: sentences that add people to an occasion told before."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kg.extract.en.attendance_rules import (
    AMONG,
    ANAPHORIC,
    ATTENDED_TOO,
    ATTENDS_WITH,
    BELONGING,
    ENGAGEMENTS,
    GUESTS,
    HEADS,
    INCLUDES,
    INVERTED,
    ITEMS,
    JOINED,
    LEADS_TO_LIST,
    MEETINGS,
    MEMBERSHIP,
    MET_TOO,
    NAMED_ANEW,
    OFFICIATED,
    ON_THE_VISIT,
    OTHERS,
    PANEL,
    PANELLISTS,
    PRESENCE,
    SERVED_THEM,
    SIGNS,
    THEY_WERE,
    WITNESSES,
)
from kg.extract.en.clauses import group, negated, role_words, subject, words
from kg.extract.en.company_rules import (
    ACCOMPANIED,
    ACCOMPANIES,
    ACCOMPANY_LIST,
    ACCOMPANYING,
    AT_ONE,
    BRIEFS,
    GOES_ON,
    GOES_WITH,
    GUIDES,
    IN_ATTENDANCE,
    MEMBERS,
    ON_ARRIVAL,
    SHOWED,
    WELCOMING,
)
from kg.extract.en.occasions_meant import GATHERINGS, counted, is_round, latest, named
from kg.extract.en.patterns import GROUP, Rule
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.signing_rules import SIGNED
from kg.extract.en.speakers import speakers
from kg.extract.en.story import Draft, Story
from kg.model import Kind, Role, Span, Status

_TELLS: Final = re.compile(r"\b(?:will|has|have|is|was)\b")  # no item of a list, but a sentence of its own
_OFFICIATED_AT: Final = (Kind.CEREMONY, Kind.CONFERENCE, Kind.RECEPTION, Kind.SIGNING)
_HONOURED: Final = ("officiate", "guest", "officer")
_SEVERAL: Final = 2
_JOINED_BY: Final = re.compile(r"\b(?:joined|accompanied) by (?:the )?$")
_JOINTLY: Final = ("co-chair", "jointly chair", "co-host", "jointly host")
_OF_TWO_SIDES: Final = (Kind.MEETING, Kind.CONFERENCE, Kind.SIGNING)


def attendance(scene: Scene, story: Story, limit: int) -> None:
    """Add the people whom a sentence puts into occasions told before."""
    for step in _STEPS if story.drafts else ():
        step(scene, story, limit)


def listed_people(scene: Scene, story: Story) -> bool:
    """People in an item of a list that a sentence before opened ("... joining the visit are:")."""
    who = [ref for refs in scene.groups for ref in refs if ref.person >= 0]
    if not story.open_list or not who:
        return False
    if not ITEMS.fullmatch(scene.text) or _TELLS.search(scene.text):
        story.open_list = []
        return False
    _put(story, story.open_list, who, story.open_noun, "joining", story.open_words)
    return True


def _also(scene: Scene, story: Story, limit: int) -> None:
    """ "Also attending were ..."; a colon at the end opens a list in the paragraphs that follow."""
    for rule in (INVERTED, AMONG, INCLUDES):
        for m in scene.matches(rule, limit):
            if rule is INVERTED and BELONGING.fullmatch(m.group("intro").strip()):
                continue
            noun = named(scene, m.start(), m.start("who"))
            if noun is None and "accompanying" in m.group() and story.trip():
                noun = "visit"  # "Officials accompanying the Secretary in London include"
            if "ignator" in m.group():
                noun = "signing ceremony"
            elif noun is None and (rule is not INVERTED or MEMBERSHIP.search(m.group())):
                alone = (
                    rule is INVERTED and "joining" in m.group("intro").casefold() and not latest(story, "delegation")
                )
                noun = None if alone or (rule is AMONG and GUESTS.match(m.group())) else "delegation"
            here = {person for draft in story.told_in(scene.span) for person in draft.parts}
            who = [ref for ref in group(scene, m.group("who")) if ref.person not in here]
            drafts = counted(m, latest(story, noun), story)
            _put(story, drafts, who, noun, m.group(), role_words(scene, m))
    opened = story.open_words is not None and story.open_words.start >= scene.span.start
    if not opened and (opening := scene.match(LEADS_TO_LIST)):
        noun = named(scene, 0, len(scene.text), last=True) or ("delegation" if "member" in scene.text else None)
        story.open_list = latest(story, noun)
        story.open_noun = noun
        story.open_words = words(scene, *opening.span())


def _put(story: Story, drafts: list[Draft], who: list[Ref], noun: str | None, intro: str, said: Span | None) -> None:
    """Add people to ``drafts`` in the role that ``intro``, which introduces them, gives; ``said`` is where it does.

    Who joins a delegation that has a leader belongs to it; others attend, unless they speak or sign.
    """
    joins = bool(story.delegation) and noun in {"visit", "trip", "delegation"} and MEMBERSHIP.search(intro) is not None
    if "speak" in intro.casefold():
        role, rule = Role.SPEAKER, "role-speakers"
    elif SIGNS.match(intro):
        role, rule = Role.PRINCIPAL, "role-signatory"
    else:
        role, rule = Role.PRINCIPAL if joins else Role.ATTENDEE, "role-also"
    for draft in drafts:
        if draft.kind is Kind.APPOINTMENT:
            draft.add(who, Role.PRINCIPAL, "role-listed", said)
        else:
            draft.add(who, role, rule, said)
    if joins and rule == "role-also":
        known = {ref.person for ref in story.delegation}
        story.delegation.extend(ref for ref in who if ref.person not in known)


def _joined(scene: Scene, story: Story, limit: int) -> None:
    """ "Ms Sham also attended the meeting", where no occasion is named anew."""
    for m in scene.matches(JOINED, limit):
        noun, tail = m.group("noun"), scene.text[m.end("verb") :]
        if not (noun or ANAPHORIC.match(tail) or PRESENCE.search(m.group("verb"))):
            continue
        if noun and noun != "itinerary" and NAMED_ANEW.match(scene.text, m.end("noun")):
            continue
        if negated(scene, m.start("verb")) or negated(scene, m.end("verb")):
            continue
        who = group(scene, m.group("who"))
        if m["more"] and GROUP.search(scene.text, 0, m.start()) is None:
            who = [*group(scene, m["more"]), *who]
        drafts = [d for d in latest(story, noun) if not {ref.person for ref in who} & set(d.parts)]
        trip = story.trip() if noun is None and m.group("verb").startswith("will ") else None
        if trip and trip.status is Status.SCHEDULED:
            drafts = [trip]  # "Ms Sham will also join", in what tells of a journey to come
        if SERVED_THEM.match(tail) and story.drafts:
            drafts = story.told_in(story.drafts[-1].sentence)
        for draft in counted(m, drafts, story):
            leads = draft.kind is Kind.MEETING and m["verb"].startswith("led ")
            draft.add(who, Role.PRINCIPAL if leads else Role.ATTENDEE, JOINED.name, role_words(scene, m))
    for m in scene.matches(MET_TOO, limit):
        for draft in latest(story, "meeting"):
            draft.add(group(scene, m.group("who")), Role.ATTENDEE, MET_TOO.name, role_words(scene, m))


def _accompanied(scene: Scene, story: Story, limit: int) -> None:
    """Companions, by name or as the subject."""
    for m in scene.matches(ACCOMPANIED, limit):
        verb = m.group("verb").casefold()
        who = group(scene, m.group("who"))
        away = verb in WELCOMING and not _on_site(scene, story)
        there = AT_ONE.match(scene.text) if verb in WELCOMING and not m["rel"] else None
        if there:
            here = latest(story, there["noun"])
        else:
            here = _arrived_at(scene, story, m) if away else _companions_of(scene, story, m, who)
        for draft in here:
            draft.add(who, Role.ATTENDEE, f"role-{verb}", role_words(scene, m))
    for m in (*scene.matches(ACCOMPANIES, limit), *scene.matches(ACCOMPANY_LIST, limit)):
        people = group(scene, m.group("main")) if m.group("main") else story.subject
        main = {ref.person for ref in people}
        here = [d for d in story.told_in(scene.span) if d.kind in _OFFICIATED_AT and main & set(d.parts)]
        for draft in (*_with(story, main, named(scene, m.start(), len(scene.text))), *here):
            draft.add(group(scene, m.group("who")), Role.ATTENDEE, ACCOMPANIES.name, role_words(scene, m))


def _beside(scene: Scene, story: Story, limit: int) -> None:
    """Those who are there beside the people of the occasions told in the same sentence, or on a visit."""
    here = story.told_in(scene.span)
    _beside_at(scene, IN_ATTENDANCE, limit, here)
    _beside_at(scene, MEMBERS, limit, latest(story, "delegation"))
    _beside_at(scene, ACCOMPANYING, limit, here)
    _beside_at(scene, GOES_WITH, limit, [d for d in here if d.kind is Kind.VISIT])
    _beside_at(scene, ATTENDS_WITH, limit, [d for d in here if d.kind in _OFFICIATED_AT])
    if story.drafts and _on_site(scene, story):
        _beside_at(scene, GUIDES, len(scene.text), [story.drafts[-1]])
        _beside_at(scene, BRIEFS, len(scene.text), [story.drafts[-1]])
        _beside_at(scene, SHOWED, len(scene.text), [d for d in here if d.kind is Kind.VISIT])


def _beside_at(scene: Scene, rule: Rule, limit: int, drafts: list[Draft]) -> None:
    """Add the people of ``rule`` to those of ``drafts`` in which none of them takes part yet."""
    for m in scene.matches(rule, limit) if drafts else ():
        who = group(scene, m.group("who"))
        for draft in drafts:
            if not {ref.person for ref in who} & set(draft.parts):
                signs = rule is ACCOMPANYING and _is_of_both(scene, draft)  # "together with the Minister, signed"
                draft.add(who, Role.PRINCIPAL if signs else Role.ATTENDEE, rule.name, role_words(scene, m))


def _is_of_both(scene: Scene, draft: Draft) -> bool:
    """Whether those who are together do the same: they sign, or chair a meeting."""
    return (draft.kind is Kind.SIGNING and draft.rule == SIGNED.name) or scene.text.startswith(
        _JOINTLY, scene.masked(draft.trigger.start)
    )


def _officiated(scene: Scene, story: Story, limit: int) -> None:
    """ "Mr Lau and Ms Sham officiated": at the occasion told last."""
    for m in scene.matches(OFFICIATED, limit):
        last, mark = story.last(*_OFFICIATED_AT), "who" if m["who"] else "by"
        told = (
            m["by"]
            or any(word in m.group() for word in _HONOURED)
            or (last is story.last() and last and last.kind is Kind.CEREMONY)
        )
        if last is None or not told or negated(scene, m.end(mark)):
            continue
        if last.sentence == scene.span and (m["who"] or last.people(Role.PRINCIPAL)):
            continue
        role = Role.ATTENDEE if last.people(Role.PRINCIPAL) and not m["by"] else Role.PRINCIPAL
        who = group(scene, m[mark])
        if m["who"] and _JOINED_BY.search(scene.text, 0, m.start()):
            who = [*subject(scene, m.start()), *who]  # "Mr Lau, joined by Ms Sham, pressed the button"
        last.add(who, role, OFFICIATED.name, role_words(scene, m, mark))


def _on_site(scene: Scene, story: Story) -> bool:
    """Whether somebody is on a visit, so that who receives or briefs them is there too."""
    return _visited(scene, story) is not None


def _visited(scene: Scene, story: Story) -> Draft | None:
    """The visit told last, alone or in one sentence with a meeting there."""
    last, visit = story.last(), story.last(Kind.VISIT)
    if visit is None or last is None or not (visit is last or _met_there(last, visit, story, scene.span)):
        return None
    return visit if visit.sentence == scene.span or not visit.trip else None


def _met_there(last: Draft, visit: Draft, story: Story, here: Span) -> bool:
    """Whether the event told last is a meeting of the visitors on the spot: told in the sentence of their visit, or
    in one paragraph with it where the sentence ``here`` goes on; or with people of the district that they visit."""
    is_next = visit.place == last.place and story.text.find("\n", visit.sentence.end, here.start) < 0
    is_there = last.sentence == visit.sentence or is_next or (last.stands and is_round(visit))
    is_meeting = last.kind is Kind.MEETING and is_there
    return is_meeting and set(visit.people(Role.PRINCIPAL)) <= set(last.parts)


def _arrived_at(scene: Scene, story: Story, m: re.Match[str]) -> list[Draft]:
    """The occasion told last, on arrival at which one who takes part in it is greeted."""
    if story.told_in(scene.span) or not ON_ARRIVAL.search(scene.text, 0, m.start("verb")):
        return []
    main = {ref.person for ref in subject(scene, m.start())}
    last = story.last(Kind.CEREMONY, Kind.RECEPTION)
    return [last] if last and main & set(last.parts) else []


def _with(story: Story, main: set[int], noun: str | None) -> list[Draft]:
    """The trip, or the occasion told last, that somebody takes part in."""
    trips = [d for d in story.drafts if d.kind is Kind.VISIT and main & set(d.people(Role.PRINCIPAL))]
    if trips and noun in {None, "visit", "trip", "delegation"}:
        return [next((d for d in trips if d.trip), trips[-1])]
    return [d for d in latest(story, noun) if main & set(d.parts)]


def _companions_of(scene: Scene, story: Story, m: re.Match[str], who: list[Ref]) -> list[Draft]:
    """Where somebody was accompanied: the occasions of the sentence, else the trip or the meeting just told."""
    here = [draft for draft in story.told_in(scene.span) if not draft.open_side or draft.stands]
    last = next((draft for draft in reversed(story.drafts) if not draft.open_side or draft.stands), None)
    if m.group("verb").casefold() in WELCOMING:
        visit = _visited(scene, story)
        around = visit if visit and last and not here and last.kind is Kind.MEETING else last
        return here[-1:] or ([around] if around else [])
    if MEETINGS.search(m.group()):
        return counted(m, latest(story, "meetings"), story)
    main = {ref.person for ref in subject(scene, m.start()) or story.subject} - {ref.person for ref in who}
    trip = next((d for d in story.drafts if d.trip and main & set(d.parts)), None)
    planned = scene.text.endswith("will be ", 0, m.start("verb"))
    if trip and (m.group("rel") or planned):
        return [trip]
    if here or last is None:
        return here
    if GOES_ON.search(scene.text, m.end()) and not is_round(last):
        return []
    if whole := _on_all_of(scene, story, m, main):
        return [whole]
    is_theirs = main & set(last.parts) or THEY_WERE.search(scene.text, 0, m.start("verb"))
    return story.beside(last) if is_theirs else []


def _on_all_of(scene: Scene, story: Story, m: re.Match[str], main: set[int]) -> Draft | None:
    """The visit of which several stops were told, where somebody was accompanied on all of it.

    "Mr Lau was accompanied by the District Officer on the visit", or told in a paragraph of its own at the end.
    """
    visits = [d for d in story.drafts if d.kind is Kind.VISIT and main & set(d.people(Role.PRINCIPAL))]
    if len(story.drafts) < _SEVERAL or not visits or visits[0] is not story.drafts[0]:
        return None
    is_apart = "\n" in story.text[story.drafts[-1].sentence.end : scene.span.start]
    return visits[0] if is_apart or ON_THE_VISIT.search(scene.text, m.end()) else None


def _engagements(scene: Scene, story: Story, limit: int) -> None:
    """ "Mr Lo joined Mr Shum in the above engagements": in all that was told of Mr Shum."""
    for m in scene.matches(ENGAGEMENTS, limit):
        who = group(scene, m["who"])
        main = {ref.person for ref in (group(scene, m["main"]) if m["main"] else story.subject)}
        for draft in story.drafts:
            if main & set(draft.parts) and draft.kind in GATHERINGS and draft.status is not Status.SCHEDULED:
                draft.add(who, Role.ATTENDEE, ENGAGEMENTS.name, role_words(scene, m))


def _others(scene: Scene, story: Story, limit: int) -> None:
    """ "Mrs Yu and the other officials then met with ...": those who joined the visit told before."""
    for m in scene.matches(OTHERS, limit):
        main = {ref.person for ref in group(scene, m.group("main"))}
        joined = next((d for d in story.drafts if d.kind is Kind.VISIT and main & set(d.people(Role.PRINCIPAL))), None)
        for draft in story.told_in(scene.span) if joined else ():
            coming = [part.refs[:1] for part in joined.parts.values() if part.role is Role.ATTENDEE] if joined else []
            for refs in coming:
                draft.add(refs, Role.ATTENDEE, OTHERS.name, role_words(scene, m, "main"))


def _heads(scene: Scene, story: Story, limit: int) -> None:
    """ "The X delegation was headed by A, and the Y delegation by B": at the occasion told last, if nobody else is."""
    for m in scene.matches(HEADS, limit):
        last, one, two = story.drafts[-1], group(scene, m["one"]), group(scene, m["two"])
        if last.kind in _OF_TWO_SIDES and set(last.parts) <= {ref.person for ref in (*one, *two)}:
            last.add(one, Role.PRINCIPAL, HEADS.name, role_words(scene, m, "one"))
            last.add(two, Role.PRINCIPAL, HEADS.name, words(scene, m.end("one") + 1, m.start("two") - 1))


def _witnesses(scene: Scene, story: Story, limit: int) -> None:
    """Witnesses, moderators, those who read out or propose a toast."""
    for rule in (*WITNESSES, ATTENDED_TOO):
        for m in scene.matches(rule, len(scene.text) if rule is ATTENDED_TOO else limit):
            noun = None if rule in (PANEL, PANELLISTS) else named(scene, 0, m.start("who"), last=True)
            for draft in latest(story, noun):
                draft.add(group(scene, m.group("who")), Role.ATTENDEE, rule.name, role_words(scene, m))


_STEPS: Final[tuple[Callable[[Scene, Story, int], None], ...]] = (
    *(_also, _joined, _accompanied, _beside, _officiated, _engagements, _others, _heads, _witnesses, speakers),
)
