"""Hand-made findings: what extraction would give for a few made-up sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise

from kg.model import (
    Agency,
    Day,
    Event,
    Evidence,
    Findings,
    Kind,
    Mention,
    Participant,
    Person,
    Place,
    Release,
    Role,
    Source,
    Span,
    Status,
    Tenure,
    When,
)

RULE = "made"


@dataclass
class Draft:
    """Findings in the making; every span is looked up in the text."""

    text: str
    id: str = "P2025051900001"
    issued: date | datetime = date(2025, 5, 19)
    lang: str = "en"
    url: str | None = None
    people: list[Person] = field(default_factory=list)
    agencies: list[Agency] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def evidence(self, words: str) -> Evidence:
        return Evidence(self.span(words), RULE)

    def person(self, name: str, *posts: str, title: str | None = None, acting: bool = False, **more: object) -> int:
        """A person with posts; ``agency`` is the index of the agency of the posts."""
        self.people.append(Person(name, title, (), (Mention(self.span(name), RULE, name),)))
        number = len(self.people) - 1
        for post in posts:
            words = (self.evidence(post), self.evidence(name))
            agency = more.get("agency")
            assert agency is None or isinstance(agency, int)
            self.tenures.append(Tenure(number, post, agency, acting, words))
        return number

    def agency(self, name: str, abbreviation: str | None = None) -> int:
        self.agencies.append(Agency(name, abbreviation, (Mention(self.span(name), RULE, name),)))
        return len(self.agencies) - 1

    def event(
        self,
        kind: Kind,
        trigger: str,
        roles: dict[int, Role],
        *,
        status: Status = Status.HELD,
        day: str | None = None,
        when: str = "",
        place: str | None = None,
        topic: str | None = None,
        parent: int | None = None,
    ) -> int:
        start = None
        if day:
            start = When(Day(*(int(part) for part in day.split("-"))), None, self.evidence(when or trigger))
        parts = tuple(
            Participant(
                person,
                role,
                next((n for n, tenure in enumerate(self.tenures) if tenure.person == person), None),
                None,
                (Evidence(self.people[person].mentions[0].span, RULE), self.evidence(trigger)),
            )
            for person, role in roles.items()
        )
        where = Place(place, self.evidence(place)) if place else None
        about = self.evidence(topic) if topic else None
        self.events.append(Event(kind, status, start, where, about, parts, parent, (self.evidence(trigger),)))
        return len(self.events) - 1

    def findings(self) -> Findings:
        cuts = [0, *(found.end() for found in re.finditer(r"(?<=[.。])\s*|\n\n", self.text)), len(self.text)]
        sentences = tuple(
            Span(a, a + len(self.text[a:b].rstrip())) for a, b in pairwise(sorted(set(cuts))) if self.text[a:b].strip()
        )
        release = Release(
            self.id,
            self.url,
            self.lang,
            self.issued,
            self.text.split("\n")[0],
            self.text,
            Source(f"{self.id}.txt"),
        )
        return Findings(
            release,
            tuple(self.people),
            tuple(self.agencies),
            tuple(self.tenures),
            tuple(self.events),
            sentences,
        )


def one_person(name: str, post: str, id: str, issued: date = date(2025, 5, 19), agency: str | None = None) -> Findings:
    """A release in which one person holds one post (at an agency)."""
    draft = Draft(f"Title\n\nThe {post}, Mr {name}, spoke" + (f" for the {agency}." if agency else "."), id, issued)
    number = draft.agency(agency) if agency else None
    draft.person(name, post, agency=number)
    return draft.findings()


def meeting(
    roles: Sequence[tuple[str, Role]],
    *,
    kind: Kind = Kind.MEETING,
    status: Status = Status.HELD,
    day: str | None = "2025-05-19",
    id: str = "P2025051900001",
) -> Findings:
    """A release in which these people take part in one event."""
    draft = Draft("Title\n\n" + ", ".join(name for name, _ in roles) + " met today.", id)
    people = {draft.person(name): role for name, role in roles}
    draft.event(kind, "met", people, status=status, day=day, when="today")
    return draft.findings()
