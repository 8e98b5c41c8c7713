"""A story that has been read to its end, frozen into events."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from kg.extract.en.abroad import place_abroad
from kg.extract.en.scene import Ref
from kg.extract.en.story import Draft, Part, Story, first_day
from kg.model import Event, Evidence, Kind, Participant, Role, Span, Status

_WITH_SIDES: Final = frozenset({Kind.MEETING, Kind.VISIT, Kind.CONFERENCE, Kind.SIGNING, Kind.RECEPTION, Kind.CEREMONY})
_CAME_TOO: Final = frozenset({"role-joined", "role-also"})
_SUMMED: Final = 3
_PAIR: Final = 2
_OF_BODY: Final = re.compile(r"\b(?:(?:District|Legislative) Council|Chamber of Commerce)\b")
_HELD_BY_BODIES: Final = frozenset({Kind.CEREMONY, Kind.CONFERENCE, Kind.RECEPTION})


def finish(
    story: Story, tenure_of: Callable[[Ref], int | None], agency_of: Callable[[Span], int | None]
) -> tuple[Event, ...]:
    """The events as told, frozen.

    ``tenure_of`` gives the post in which somebody is referred to, ``agency_of`` the agency that the words for a side
    name.
    """
    _sum_up(story)
    _enclose(story)
    _let_speak(story)
    for draft in story.drafts:
        if draft.by_delegation:
            _send(draft, story.delegation)
    place_abroad(story)
    told = [d for d in story.drafts if not _hands_on(story, d)]
    drafts = [d for d in told if not d.open_side or len(d.parts) > d.open_side or _stands(story, d)]
    kept = [d for d in drafts if d.parts or d.status is Status.CANCELLED]
    index = {id(draft): k for k, draft in enumerate(kept)}
    parents = [None if d.parent is None else index.get(id(story.drafts[d.parent])) for d in kept]
    named = {person: (agency_of(side.body), side) for person, side in story.sides.items() if side}
    sides = {person: (agency, side.words) for person, (agency, side) in named.items() if agency is not None}
    return tuple(_event(draft, parent, tenure_of, sides) for draft, parent in zip(kept, parents, strict=True))


def _sum_up(story: Story) -> None:
    """Part meetings that a first sentence sums up, and the next ones tell one by one.

    "The Chief Executive met with the Mayor of A, Mr B, and the Governor of C, Mr D, at the House today. ... In the
    evening, she met with the Governor, Mr D."
    """
    summary = next((draft for draft in story.drafts if draft.kind is Kind.MEETING), None)
    if summary is None or len(summary.parts) < _SUMMED or len(summary.parts) != len(summary.people(Role.PRINCIPAL)):
        return
    main, whole = next(iter(summary.parts)), set(summary.parts)
    for told in [d for d in story.drafts if d.kind is Kind.MEETING and d is not summary]:
        same_day = first_day(told.when) == first_day(summary.when) and told.status is summary.status
        if same_day and len(told.parts) == _PAIR and main in told.parts and set(told.parts) < whole:
            summary.parts.pop(next(person for person in told.parts if person != main), None)
            told.place = told.place or summary.place
    if len(summary.parts) == 1:
        summary.parts.clear()  # all of it is told again


def _stands(story: Story, draft: Draft) -> bool:
    """Whether a meeting with people without a name is one of its own.

    Not where the first paragraph sums up ("She met with leaders of the city") what the others tell of whom she met.
    """
    if not draft.stands:
        return False
    lead = story.text.rfind("\n\n", 0, draft.sentence.start)
    if story.text.find("\n\n", 0, lead) >= 0 and not story.text[:lead].endswith(":"):
        return True
    later = story.drafts[story.drafts.index(draft) + 1 :]
    return not any(_tells_whom(other, draft) or _tells_again(story, other, draft) for other in later)


def _tells_again(story: Story, told: Draft, before: Draft) -> bool:
    """Whether both are meetings of the same people with those of one council, who have no name."""
    if told.kind is not Kind.MEETING or not told.open_side or set(told.parts) != set(before.parts):
        return False
    days = {first_day(told.when), first_day(before.when)}
    bodies = [
        {m.group() for m in _OF_BODY.finditer(story.text, one.trigger.start, one.sentence.end)}
        for one in (told, before)
    ]
    return len(days - {None}) < _PAIR and not bodies[0].isdisjoint(bodies[1])


def _tells_whom(told: Draft, before: Draft) -> bool:
    """Whether a meeting can be that of which ``before`` names one side only."""
    if told.kind is not Kind.MEETING or told.open_side or not set(before.people(Role.PRINCIPAL)) & set(told.parts):
        return False
    days = {str(day) for day in (first_day(told.when), first_day(before.when)) if day}
    return len(days) < 2


def _hands_on(story: Story, summary: Draft) -> bool:
    """Whether a meeting of the first paragraph, of which one side has no name, only sums up those that follow.

    Who "also attended the meetings" then was at each of them.
    """
    joined = (person for person in summary.people(Role.ATTENDEE) if _attended_all(story, summary.parts[person]))
    coming = list(joined)
    if not coming or len(summary.parts) - len(coming) > summary.open_side or not summary.open_side:
        return False
    later = story.drafts[story.drafts.index(summary) + 1 :]
    if _stands(story, summary) or not any(_tells_whom(draft, summary) for draft in later):
        return False
    for draft in later:
        for person in coming if _tells_whom(draft, summary) else ():
            part = summary.parts[person]
            draft.add(part.refs, Role.ATTENDEE, part.names[0].rule, None)
            draft.parts[person].words.update(part.words)
    return True


def _attended_all(story: Story, part: Part) -> bool:
    """Whether somebody "also attended the meetings"."""
    return part.names[0].rule in _CAME_TOO and any(
        "meetings" in story.text[said.span.start : said.span.end] for said in part.words
    )


def _let_speak(story: Story) -> None:
    """Who alone is quoted in a release about one occasion, which a body held, spoke there."""
    empty = [d for d in story.drafts if not d.parts and d.status is Status.HELD and d.kind in _HELD_BY_BODIES]
    people = {ref.person for ref in story.quoted}
    if len(story.drafts) == 1 == len(empty) and len(people) == 1 and story.quoted[0].posts:
        empty[0].add(story.quoted[:1], Role.SPEAKER, "role-quoted", None)


def _send(draft: Draft, delegation: list[Ref]) -> None:
    """Let a delegation named elsewhere take part: its leader is a principal where nobody else is on that side."""
    if draft.kind is Kind.VISIT:
        draft.add(delegation, Role.PRINCIPAL, "role-delegation", draft.trigger)
    if draft.open_side:
        draft.add(delegation[:1], Role.PRINCIPAL, "role-delegation", draft.trigger)
    draft.add(delegation, Role.ATTENDEE, "role-delegation", draft.trigger)


def _enclose(story: Story) -> None:
    """Stops of the visit that a release is about belong to it: who was at a stop was on the visit."""
    for k, outer in enumerate(story.drafts):
        is_district = outer.place is not None and outer.place.evidence.rule == "place-district"
        if outer.kind is not Kind.VISIT or outer.trip or not (k == 0 or is_district):
            continue
        main = set(outer.people(Role.PRINCIPAL))
        for meeting in story.drafts[k + 1 :]:
            if (
                meeting.kind is Kind.MEETING
                and main & set(meeting.parts)
                and first_day(meeting.when) == first_day(outer.when)
            ):
                for part in meeting.parts.values():
                    if part.names[0].rule == "role-accompanied":
                        outer.add(part.refs, Role.ATTENDEE, "role-stop", meeting.trigger)
        for stop in story.drafts[k + 1 :]:
            same_day = first_day(stop.when) == first_day(outer.when)
            # "visited the museum and the library", "visited the museum. He also inspected the harbour"
            is_beside = stop.beside or (stop.sentence == outer.sentence and not is_district)
            if stop.kind is Kind.VISIT and not stop.trip and main & set(stop.parts) and same_day and not is_beside:
                stop.parent = k
                for part in stop.parts.values():
                    outer.add(part.refs, Role.ATTENDEE, "role-stop", stop.trigger)


def _event(
    draft: Draft,
    parent: int | None,
    tenure_of: Callable[[Ref], int | None],
    sides: Mapping[int, tuple[int, Span]],
) -> Event:
    """A draft frozen; people take part in nothing that was cancelled, and have a side where sides meet."""
    held = draft.status is not Status.CANCELLED
    meets = draft.kind in _WITH_SIDES and draft.status is not Status.RECALLED
    parts = [
        _participant(person, draft.parts[person], tenure_of, sides.get(person) if meets else None)
        for person in (sorted(draft.parts) if held else ())
    ]
    evidence = [Evidence(draft.trigger, draft.rule)]
    evidence += [each.evidence for each in (draft.when, draft.place) if each]
    when = draft.when if first_day(draft.when) else None
    found = tuple(dict.fromkeys(evidence))
    return Event(draft.kind, draft.status, when, draft.place, draft.topic, tuple(parts), parent, found)


def _participant(
    person: int, part: Part, tenure_of: Callable[[Ref], int | None], side: tuple[int, Span] | None
) -> Participant:
    tenure = next((t for ref in part.refs if (t := tenure_of(ref)) is not None), None)
    evidence = (*part.names, *part.words)
    if side is None:
        return Participant(person, part.role, tenure, None, evidence)
    agency, words = side
    return Participant(person, part.role, tenure, agency, (*evidence, Evidence(words, "role-side")))
