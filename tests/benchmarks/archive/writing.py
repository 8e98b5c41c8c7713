"""A release in the house layout, and the findings that a perfect reader would have: one truth in two shapes.

While the text is put together the place of every name, post and date is noted, so that all spans quote the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import exp
from random import Random

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
from tests.benchmarks.archive import phrases
from tests.benchmarks.archive.cast import Draft
from tests.benchmarks.archive.filling import AGAIN, BODIES_IN_KB, BODY, CURLY, DATED, TELLING, Bodies, Named

RULE = "archive"
SPREAD = 0.6
"""Of the logarithm of the length of the text: half of the releases have less than 0.83 of the mean."""
LAST_PARAGRAPH = 150  # what the last paragraph is longer than needed, in the mean


@dataclass(frozen=True, slots=True)
class Occasion:
    """How a kind of release says what happened: ``did`` follows the first person, ``others`` opens the list."""

    kind: Kind
    did: str
    others: str
    role: Role


MEETING = Occasion(Kind.MEETING, " met with ", "Also attending the meeting were ", Role.PRINCIPAL)
OCCASIONS = (
    Occasion(Kind.VISIT, " visited ", "Also joining the visit were ", Role.PRINCIPAL),
    Occasion(Kind.CEREMONY, " officiated at the opening ceremony of the ", "Other officiating guests included ",
             Role.PRINCIPAL),
    Occasion(Kind.CONFERENCE, " spoke at the ", "Also attending were ", Role.SPEAKER),
)  # fmt: skip


class Page:
    """A text in the making."""

    def __init__(self, title: str) -> None:
        self._parts = [title]
        self.length = len(title)
        self.sentences = [Span(0, len(title))]
        self._begun = self.length

    def put(self, words: str) -> Span:
        """Add words; gives where they are."""
        start = self.length
        self._parts.append(words)
        self.length += len(words)
        return Span(start, self.length)

    def paragraph(self) -> None:
        """Begin a paragraph."""
        self._begun = self.put("\n\n").end

    def stop(self, mark: str = ".") -> None:
        """End a sentence."""
        self.sentences.append(Span(self._begun, self.put(mark).end))

    def go_on(self) -> None:
        """Begin another sentence of the paragraph."""
        self._begun = self.put(" ").end

    @property
    def text(self) -> str:
        return "".join(self._parts)


class Writer:
    """Writes one release; everybody in ``draft.cast`` is named and takes part in one event."""

    def __init__(self, draft: Draft, random: Random, bodies: Bodies) -> None:
        self._draft = draft
        self._random = random
        self._known = bodies
        self._day = f"{draft.issued:%B} {draft.issued.day}"
        self._page = Page(self._title())
        self._mentions: list[list[Mention]] = [[] for _ in draft.cast]
        self._bodies: dict[str, list[Mention]] = {}
        self._short: dict[str, str] = {}
        self._tenures: list[Tenure] = []

    def findings(self, mean_bytes: int) -> Findings:
        """Write all, with as much beside the names as gives texts of ``mean_bytes`` in the mean."""
        events = []
        if self._draft.since:
            events = [self._appointment(self._draft.since)]
        elif self._draft.cast:
            events = [self._event()]
        self._fill(int(mean_bytes * exp(self._random.gauss(-SPREAD * SPREAD / 2, SPREAD))) - LAST_PARAGRAPH)
        draft, page = self._draft, self._page
        source = Source(f"{draft.id}.txt")
        release = Release(draft.id, None, "en", draft.issued, self._title(), page.text, source)
        people = tuple(
            Person(one.name, one.title, (), tuple(mentions))
            for one, mentions in zip(draft.cast, self._mentions, strict=True)
        )
        agencies = tuple(
            Agency(name, self._short.get(name), tuple(mentions)) for name, mentions in self._bodies.items()
        )
        return Findings(release, people, agencies, tuple(self._tenures), tuple(events), tuple(page.sentences))

    def _title(self) -> str:
        cast = self._draft.cast
        if self._draft.since:
            return "Senior appointments"
        if not cast:
            return f"Update on public services ({self._draft.number})"
        return f"{cast[0].post or 'Guests'} attends event" if len(cast) == 1 else "Meetings and visits today"

    def _event(self) -> Event:
        cast, page = self._draft.cast, self._page
        meets = len(cast) > 1 and self._random.random() < 0.5
        occasion = MEETING if meets else self._random.choice(OCCASIONS)
        page.paragraph()
        self._name(0, "The ")
        trigger = page.put(occasion.did)
        if meets:
            self._name(1, "the ")
            page.put(", at " if cast[1].post else " at ")
        place = None
        if occasion.kind in (Kind.MEETING, Kind.VISIT):
            name = self._random.choice(phrases.PLACES)
            place = Place(name.removeprefix("the "), self._evidence(page.put(name), len(name.removeprefix("the "))))
        else:
            page.put(self._random.choice(phrases.OCCASIONS))
        page.put(" ")
        when = self._today()
        topic = None
        if meets:
            page.put(" to exchange views on ")
            topic = self._evidence(page.put(self._random.choice(phrases.TOPICS)))
        page.stop()
        self._others(occasion.others, range(2 if meets else 1, len(cast)))
        words = Evidence(Span(trigger.start + 1, trigger.end - 1), RULE)
        parts = tuple(
            Participant(
                number,
                occasion.role if number < (2 if meets else 1) else Role.ATTENDEE,
                next((at for at, tenure in enumerate(self._tenures) if tenure.person == number), None),
                None,
                (Evidence(self._mentions[number][0].span, RULE), words),
            )
            for number in range(len(cast))
        )
        return Event(occasion.kind, Status.HELD, when, place, topic, parts, None, (words,))

    def _appointment(self, since: date) -> Event:
        """The first person, who has a post, is appointed to another, in succession to the second."""
        cast, page = self._draft.cast, self._page
        page.paragraph()
        page.put("The Government announced ")
        page.put(f"today ({self._day}) ")
        if len(cast) > 1:
            page.put("that ")
            self._name(0, "the ")
            page.put(", would ")
            trigger = page.put("succeed")
            page.put(f" {cast[1].title} ")
            name = page.put(cast[1].name)
            self._mentions[1].append(Mention(name, RULE, cast[1].name))
        else:
            trigger = page.put("the appointment of")
            page.put(" ")
            self._name(0, "the ")
            page.put(",")
        page.put(" as ")
        post = page.put(cast[0].appointed or "")
        for number, one in enumerate(cast):
            name = self._mentions[number][0].span
            words = (Evidence(post, RULE), Evidence(name, RULE))
            self._tenures.append(Tenure(number, one.appointed or one.post or "", None, False, words))
        page.put(" with effect from ")
        day = page.put(f"{since:%B} {since.day}, {since.year}")
        page.stop()
        when = When(Day(since.year, since.month, since.day), None, Evidence(day, RULE))
        first = Evidence(self._mentions[0][0].span, RULE), Evidence(trigger, RULE)
        part = Participant(0, Role.PRINCIPAL, 0, None, first)
        return Event(Kind.APPOINTMENT, Status.SCHEDULED, when, None, None, (part,), None, (first[1],))

    def _others(self, opening: str, numbers: Sequence[int]) -> None:
        if not numbers:
            return
        self._page.go_on()
        self._page.put(opening)
        for number in numbers:
            if number != numbers[0]:
                self._page.put("; and " if number == numbers[-1] else "; ")
            self._name(number, "the ")
        self._page.stop()

    def _name(self, number: int, article: str) -> None:
        """The person, and the post where one is named: "The Secretary for Security, Mr Kok Suet-ping,"."""
        one, page = self._draft.cast[number], self._page
        posts: list[tuple[Span, str, str | None]] = []
        if one.post:
            page.put(article + ("Acting " if one.acting else ""))
            posts.append((page.put(one.post), one.post, one.agency))
            if one.beside:
                page.put(" and ")
                posts.append((page.put(one.beside.post), one.beside.post, one.beside.agency))
            page.put(", ")
        page.put(f"{article}Hon " if one.title == "Hon" and not one.post else f"{one.title} ")
        name = page.put(one.name)
        page.put("," if one.post and article == "The " else "")
        self._mentions[number].append(Mention(name, RULE, one.name))
        for span, post, agency in posts:
            words = (Evidence(span, RULE), Evidence(name, RULE))
            self._tenures.append(Tenure(number, post, self._agency(span, post, agency), one.acting, words))

    def _agency(self, span: Span, post: str, agency: str | None) -> int | None:
        """The index of the body that the post names."""
        if agency is None:
            return None
        start = span.start + post.index(agency)
        mention = Mention(Span(start, start + len(agency)), RULE, agency)
        self._bodies.setdefault(agency, []).append(mention)
        return list(self._bodies).index(agency)

    def _today(self) -> When:
        issued = self._draft.issued
        span = self._page.put(f"today ({self._day})")
        return When(Day(issued.year, issued.month, issued.day), None, Evidence(span, RULE))

    def _evidence(self, span: Span, last: int | None = None) -> Evidence:
        """The span, or so many code points at its end."""
        return Evidence(Span(span.end - last, span.end) if last else span, RULE)

    def _fill(self, length: int) -> None:
        """Paragraphs until the text is that long; the people whose surname is theirs alone are named again."""
        cast, random, page = self._draft.cast, self._random, self._page
        called = [one.called for one in cast]
        again = [number for number, one in enumerate(cast) if called.count(one.called) == 1 and one.title != "Hon"]
        named = Named(self._known.some(random, round(random.uniform(0.5, 1.5) * BODIES_IN_KB * length / 1000)), random)
        apostrophe = "’" if random.random() < CURLY else "'"
        while page.length < length or (not self._draft.cast and len(page.sentences) < 3):
            page.paragraph()
            for sentence in range(random.randrange(1, 5)):
                if sentence:
                    page.go_on()
                if again and random.random() < AGAIN:
                    self._again(random.choice(again))
                else:
                    self._plain(named, apostrophe)
                page.stop()

    def _again(self, number: int) -> None:
        """A sentence on somebody who was named in full before."""
        one, page = self._draft.cast[number], self._page
        page.put(f"{one.title} ")
        self._mentions[number].append(Mention(page.put(one.called), RULE, one.called))
        page.put(f" {phrases.said(self._random, one.title in ('Ms', 'Mrs', 'Miss'))}")

    def _plain(self, named: Named, apostrophe: str) -> None:
        """A sentence that names nobody."""
        telling, dated, body = (self._random.random() < share for share in (TELLING, DATED, BODY))
        before, after = phrases.plain(self._random, telling=telling, dated=dated, body=body and named.any)
        self._page.put(before.replace("'", apostrophe))
        if body and named.any:
            for one, span, words in named.put(self._page.put):
                self._bodies.setdefault(one.name, []).append(Mention(span, RULE, words))
                if one.short:
                    self._short[one.name] = one.short
        self._page.put(after.replace("'", apostrophe))


def layout(release: Release) -> str:
    """The release as the file that the government sends out; reading it gives ``release.text`` again."""
    title, *paragraphs = release.text.split("\n\n")
    body = "\n\n".join(f"     {paragraph}" for paragraph in paragraphs)
    return (
        f"{title}\n{'*' * len(title)}\n\n{body}\n\nEnds/{release.issued:%A, %B} {release.issued.day}, "
        f"{release.issued.year}\nIssued at HKT {release.issued:%H:%M}\n\nNNNN\n"
    )
