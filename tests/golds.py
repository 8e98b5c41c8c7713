"""Hand-annotated golds as perfect findings, so that every stage after extraction can be tested without it.

A gold says *what* a release states; this module finds *where*, in the release's text, and gives both the shape
that extraction would give them. Every rule is called ``gold``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

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
    Span,
    Status,
    Tenure,
    When,
)
from kg.read import read

RULE = "gold"
HONORIFIC = re.compile(
    r"(?:Dr the Hon(?:ourable)?|the Hon(?:ourable)?|M[rs] Justice|Madam Justice"
    r"|Mr|Mrs|Ms|Miss|Madam|Dr|Professor|Prof|Sir|Dame|Lord|Ir)"
    r"\.? (?:\(\w+\) )?$"
)
POST_NOMINALS = re.compile(r"(?:, (?:GBM|GBS|SBS|BBS|MH|JP|SC|QC|KC|PDSM|CBE|OBE|MBE|IDSM|FSDSM|PMSM|ISO))+\b")
TRIGGERS = {
    Kind.MEETING: r"meets?\b|met\b|calls? on|called on|courtesy call|receiv\w+|meetings?|bilateral\w*|exchang\w+",
    Kind.VISIT: r"visit\w*|tour(?:s|ed|ing)?\b|inspect\w*|arriv\w+|depart\w*|leav\w+|trip",
    Kind.CEREMONY: r"ceremon\w+|officiat\w+|launch\w*|open(?:s|ed|ing)\b|sworn|present\w+|commemorat\w+",
    Kind.CONFERENCE: r"conference|forum|summit|seminar|symposium|exhibition|attend\w*",
    Kind.RECEPTION: r"reception|banquet|dinner|lunch\w*|gala|cocktail",
    Kind.SIGNING: r"sign\w*|memorand\w+|agreement",
    Kind.BRIEFING: r"press conference|media|brief\w*|met the press",
    Kind.SPEECH: r"speech|speak\w*|spoke|address\w*|remarks",
    Kind.APPOINTMENT: r"appoint\w*|re-appoint\w*|succeed\w*",
    Kind.OTHER: r"attend\w*|held|took part|event",
}
HKSARG = "Hong Kong Special Administrative Region Government"
HKSARG_FORMS = (
    HKSARG,
    "Hong Kong Special Administrative Region (HKSAR) Government",
    "Government of the Hong Kong Special Administrative Region",
    "Government of the HKSAR",
    "HKSAR Government",
    "Government of Hong Kong Special Administrative Region",
)


def gold_findings(folder: Path) -> list[Findings]:
    """The findings of every gold in a folder, in the order of the file names."""
    golds = [(path.with_suffix(".txt"), json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json"))]
    return [findings_from_gold(read_release(text), gold) for text, gold in golds]


def gold_folders(corpus: Path) -> Iterator[Path]:
    """The folders of the corpora that have golds."""
    for name in ("seed", "dev", "synthetic"):
        yield corpus / name


def findings_from_gold(release: Release, gold: dict[str, Any]) -> Findings:
    """What extraction should find in a release, by its gold record.

    Raises LookupError where a person of the gold is not in the text.
    """
    text = release.text
    sentences = tuple(_sentences(text))
    people = tuple(_person(text, record["name"], gold["people"]) for record in gold["people"])
    agencies = tuple(_agency(text, name) for name in gold["agencies"])
    tenures = tuple(
        _tenure(text, number, people[number], post, post in record["acting"], agencies)
        for number, record in enumerate(gold["people"])
        for post in record["posts"]
    )
    events = [_event(release, record, people, tenures, sentences) for record in gold["events"]]
    return Findings(release, people, agencies, tenures, tuple(_with_parents(events)), sentences)


def read_release(path: Path) -> Release:
    """The release in a file."""
    return next(read(path))


def _sentences(text: str) -> Iterator[Span]:
    for paragraph in re.finditer(r"[^\n]+", text):
        start = paragraph.start()
        for stop in re.finditer(r"[.?!][\"”’')]*\s+(?=[\"“‘(]?[A-Z0-9])", paragraph[0]):
            yield Span(start, paragraph.start() + len(paragraph[0][: stop.end()].rstrip()))
            start = paragraph.start() + stop.end()
        yield Span(start, paragraph.end())


def _places_of(text: str, words: str) -> list[Span]:
    """Whole-word occurrences as printed, else in whatever case."""
    for flags in (0, re.IGNORECASE):
        pattern = r"(?<!\w)" + re.escape(words) + r"(?!\w)"
        if found := [Span(m.start(), m.end()) for m in re.finditer(pattern, text, flags)]:
            return found
    return []


def _mention(text: str, span: Span) -> Mention:
    return Mention(span, RULE, text[span.start : span.end])


def _person(text: str, name: str, all_people: Iterable[dict[str, Any]]) -> Person:
    spans = _places_of(text, name)
    if not spans:
        at = text.find(name)
        if at < 0:
            raise LookupError(f"{name!r} is not in the text")
        spans = [Span(at, at + len(name))]
    title, post_nominals = None, ""
    for span in spans:
        before = HONORIFIC.search(text[max(0, span.start - 30) : span.start])
        title = title or (before[0].strip() if before else None)
        after = POST_NOMINALS.match(text, span.end)
        post_nominals = post_nominals or (after[0] if after else "")
    others = [record["name"].split() for record in all_people if record["name"] != name]
    short = [
        Span(m.start(1), m.end(1))
        for word in name.split()
        if len(name.split()) > 1 and not any(word in other for other in others)
        for m in re.finditer(rf"(?:Mr|Ms|Mrs|Miss|Dr|Professor) ({re.escape(word)})(?![\w-]| [A-Z])", text)
    ]
    mentions = tuple(_mention(text, span) for span in [*spans, *short])
    return Person(name, title, tuple(post_nominals.removeprefix(", ").split(", ")) if post_nominals else (), mentions)


def _agency(text: str, name: str) -> Agency:
    forms = HKSARG_FORMS if name == HKSARG else (name,)
    spans = [span for form in forms for span in _places_of(text, form)]
    abbreviation = next(
        (
            found[1]
            for span in spans
            if (found := re.match(r" \(([A-Z][A-Za-z&]*[A-Z])\)", text[span.end : span.end + 20]))
        ),
        None,
    )
    if name == HKSARG:  # "(HKSAR)" after its name is the region, not the government
        abbreviation = None
    if abbreviation:
        spans += [span for span in _places_of(text, abbreviation) if text[span.start : span.end] == abbreviation]
    if not spans:  # a shared head: "the Education, the Health and the Security Bureaux"
        words = next((w for n in range(len(name.split()), 0, -1) if (w := " ".join(name.split()[:n])) in text), "")
        spans = [Span(text.find(words), text.find(words) + len(words))]
    distinct = sorted(set(spans))
    widest = [s for s in distinct if not any(o != s and o.start <= s.start and s.end <= o.end for o in distinct)]
    widest.sort(key=lambda span: (span.start - span.end, span))  # the fullest first
    return Agency(name, abbreviation, tuple(_mention(text, span) for span in widest))


def _tenure(text: str, number: int, person: Person, post: str, acting: bool, agencies: tuple[Agency, ...]) -> Tenure:
    name = person.mentions[0].span
    posts = _places_of(text, post) or [name]
    nearest = min(posts, key=lambda span: (abs(span.start - name.start), span))
    held_in = [i for i, agency in enumerate(agencies) if _places_of(post, agency.name)]
    agency = max(held_in, key=lambda i: len(agencies[i].name), default=None)
    evidence = tuple(Evidence(span, RULE) for span in dict.fromkeys((nearest, name)))
    return Tenure(number, post, agency, acting, evidence)


def _event(
    release: Release,
    record: dict[str, Any],
    people: tuple[Person, ...],
    tenures: tuple[Tenure, ...],
    sentences: tuple[Span, ...],
) -> Event:
    kind = Kind("Event" if record["type"] == "Other" else record["type"])
    numbers = {person.name: number for number, person in enumerate(people)}
    members = [numbers[name] for name in record["participants"]]
    trigger = _trigger(release.text, kind, [people[number] for number in members], sentences)
    participants = tuple(
        _participant(number, record["participants"][people[number].name], people[number], tenures, trigger)
        for number in members
    )
    place = None
    if record["place"]:
        spans = _places_of(release.text, record["place"]) or [trigger]
        nearest = min(spans, key=lambda span: (abs(span.start - trigger.start), span))
        place = Place(record["place"], Evidence(nearest, RULE))
    when = _when(release.text, record, trigger)
    return Event(kind, _status(release, record), when, place, None, participants, None, (Evidence(trigger, RULE),))


def _trigger(text: str, kind: Kind, people: list[Person], sentences: tuple[Span, ...]) -> Span:
    """The words that say what happened: in the sentence (not the title) that names most of the participants."""

    def named(sentence: Span) -> int:
        return sum(any(sentence.start <= m.span.start < sentence.end for m in p.mentions) for p in people)

    best = max(
        sentences[1:],
        key=lambda s: (bool(re.search(TRIGGERS[kind], text[s.start : s.end], re.IGNORECASE)), named(s), -s.start),
    )
    found = re.search(TRIGGERS[kind], text[best.start : best.end], re.IGNORECASE)
    return Span(best.start + found.start(), best.start + found.end()) if found else best


def _participant(number: int, role: str, person: Person, tenures: tuple[Tenure, ...], trigger: Span) -> Participant:
    nearest = min(person.mentions, key=lambda m: (abs(m.span.start - trigger.start), m.span)).span
    held = next((i for i, tenure in enumerate(tenures) if tenure.person == number), None)
    evidence = tuple(Evidence(span, RULE) for span in dict.fromkeys((nearest, trigger)))
    return Participant(number, Role(role.capitalize()), held, None, evidence)


def _day(iso: str) -> Day:
    parts = [int(part) for part in iso.split("-")]
    return Day(parts[0], parts[1], parts[2] if len(parts) > 2 else None)


def _when(text: str, record: dict[str, Any], trigger: Span) -> When | None:
    if not record["date"]:
        return None
    start = _day(record["date"])
    printed = date(start.year, start.month, start.day or 1)
    spans = _places_of(text, f"{printed:%B} {printed.day}") or _places_of(text, "today") or [trigger]
    nearest = min(spans, key=lambda span: (abs(span.start - trigger.start), span))
    return When(start, _day(record["end"]) if record["end"] else None, Evidence(nearest, RULE))


def _status(release: Release, record: dict[str, Any]) -> Status:
    if record["date"] and record["date"][:10] > release.day.isoformat():
        return Status.SCHEDULED
    return Status.HELD if record["core"] else Status.RECALLED


def _with_parents(events: list[Event]) -> Iterator[Event]:
    """A meeting on a day of a visit of several days, with one of its visitors, belongs to that visit."""
    for event in events:
        parent = next((i for i, visit in enumerate(events) if event is not visit and _during(event, visit)), None)
        yield Event(
            event.kind,
            event.status,
            event.when,
            event.place,
            event.topic,
            event.participants,
            parent,
            event.evidence,
        )


def _during(event: Event, visit: Event) -> bool:
    if visit.kind is not Kind.VISIT or event.kind is Kind.VISIT or not (event.when and visit.when and visit.when.end):
        return False
    shared = {p.person for p in event.participants} & {p.person for p in visit.participants}
    return bool(shared) and str(visit.when.start) <= str(event.when.start) <= str(visit.when.end)
