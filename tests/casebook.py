"""Tables of cases as plain text, and findings in the same words.

A file holds cases; each begins with ``== what it is about``, then settings, the text, and what is expected::

    == A call on a minister
    fires: meeting-called-on
    issued: 2025-05-19
    Mr Tam Wai-lok called on the Minister of Ports, Ms Ingrid Solheim, today (May 19).
    -> Meeting | Held | 2025-05-19 | - | Tam Wai-lok=principal, Ingrid Solheim=principal

Settings, each at most once: ``fires`` and ``silent`` name rules that must, or must not, have made a finding,
``drops`` rules that must have left something out; ``shows`` names constructions; ``title`` and ``issued``
belong to the release; ``release`` takes the text from the corpora ("dev/P2018040900371", or "speeches/" and
an id) instead of from here. A case without ``->`` expects nothing. Of a release of the corpora only the
expected lines must be there; of a text given here all lines and no other. Lines that begin with ``#`` are
remarks.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path

from kg.model import Event, Evidence, Findings, Mention, Release, Source, When

CASES = Path(__file__).parent / "cases"
FOLDERS = ("wild", "synthetic", "negative", "known_failures")
SETTINGS = frozenset({"fires", "silent", "drops", "shows", "title", "issued", "release"})
ISSUED = "2025-05-19"


@dataclass(frozen=True, slots=True)
class Case:
    """One case: where it is written, what it is about, the text, and the lines that must be told."""

    kind: str
    folder: str
    place: str
    about: str
    text: str
    expected: tuple[str, ...]
    fires: frozenset[str]
    silent: frozenset[str]
    drops: frozenset[str]
    shows: frozenset[str]
    title: str
    issued: str
    release: str | None

    def made(self) -> Release:
        """The release that the text of this case makes."""
        text = f"{self.title}\n\n{self.text}"
        return Release("case", None, "en", date.fromisoformat(self.issued), self.title, text, Source(self.place))


def table(kind: str, folder: str, *columns: str) -> list[tuple[str, ...]]:
    """The columns of the rows of ``cases/KIND/FOLDER/KIND.tsv``; an empty cell is an empty string."""
    with (CASES / kind / folder / f"{kind}.tsv").open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [tuple(row[column] or "" for column in columns) for row in reader]


def cases(kind: str | None = None, folder: str | None = None) -> list[Case]:
    """All cases of a kind ("people") and folder ("wild"); of every kind and folder where not given."""
    files = sorted(CASES.glob(f"{kind or '*'}/{folder or '*'}/*.txt"))
    return [case for file in files for case in read(file)]


def read(file: Path) -> Iterator[Case]:
    """The cases of a file. Raises ValueError naming file and line where one cannot be understood."""
    lines = file.read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("== ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _case(file, start + 1, [line for line in lines[start:end] if not line.startswith("#")])


def _case(file: Path, number: int, lines: list[str]) -> Case:
    place = f"{file.relative_to(CASES)}:{number}"
    settings: dict[str, str] = {}
    body = lines[1:]
    while body and (key := body[0].partition(": ")[0]) in SETTINGS:
        if key in settings:
            raise ValueError(f"{place}: {key} is set twice")
        settings[key] = body.pop(0).partition(": ")[2].strip()
    expected = tuple(line.removeprefix("-> ").strip() for line in body if line.startswith("-> "))
    text = "\n".join(line for line in body if not line.startswith("-> ")).strip()
    if bool(text) == ("release" in settings):
        raise ValueError(f"{place}: give either a text or a release")
    return Case(
        kind=file.parts[-3],
        folder=file.parts[-2],
        place=place,
        about=lines[0].removeprefix("== "),
        text=text,
        expected=expected,
        fires=_words(settings, "fires"),
        silent=_words(settings, "silent"),
        drops=_words(settings, "drops"),
        shows=_words(settings, "shows"),
        title=settings.get("title", "Announcement"),
        issued=settings.get("issued", ISSUED),
        release=settings.get("release"),
    )


def _words(settings: dict[str, str], key: str) -> frozenset[str]:
    return frozenset(word.strip() for word in settings.get(key, "").split(",") if word.strip())


def people(findings: Findings) -> list[str]:
    """ "Rosanna WAT Mei-kuen (Dr the Hon; GBS, JP)": name, honorific, post-nominals."""
    told = []
    for person in findings.people:
        beside = "; ".join(part for part in (person.title, ", ".join(person.post_nominals)) if part)
        told.append(person.name + (f" ({beside})" if beside else ""))
    return told


def posts(findings: Findings) -> list[str]:
    """ "John Lee | Chief Executive | acting"; with "@ agency" where the post is linked to one."""
    told = []
    for tenure in findings.tenures:
        agency = f" @ {findings.agencies[tenure.agency].name}" if tenure.agency is not None else ""
        acting = " | acting" if tenure.acting else ""
        told.append(f"{findings.people[tenure.person].name} | {tenure.post}{agency}{acting}")
    return told


def coreference(findings: Findings) -> list[str]:
    """ "John Lee: John Lee, Lee": every form of a person; "open: Lee" where a form stays open."""
    told = [
        f"{person.name}: {', '.join(m.form for m in sorted(person.mentions, key=lambda m: m.span))}"
        for person in findings.people
    ]
    text = findings.release.text
    return told + [f"open: {text[d.span.start : d.span.end]}" for d in findings.dropped if d.rule == "short-form"]


def events(findings: Findings) -> list[str]:
    """ "Meeting | Held | 2025-05-19 | Government House | A=principal, B=attendee | about: trade | during: 1"."""
    return [_event(findings, event) for event in findings.events]


def _event(findings: Findings, event: Event) -> str:
    parts = [event.kind.value, event.status.value, _day(event.when), event.place.name if event.place else "-"]
    who = [f"{findings.people[part.person].name}={part.role.value.lower()}" for part in event.participants]
    parts.append(", ".join(who) or "-")
    if event.topic:
        parts.append(f"about: {findings.release.text[event.topic.span.start : event.topic.span.end]}")
    if event.parent is not None:
        parts.append(f"during: {event.parent + 1}")
    return " | ".join(parts)


def _day(when: When | None) -> str:
    if when is None:
        return "-"
    if when.end is None or when.end == when.start:
        return str(when.start)
    return f"{when.start or ''}..{when.end}"


def participation(findings: Findings) -> list[str]:
    """ "Meeting: John Lee=principal (Chief Executive)": who takes part, in which role, post and side."""
    told = []
    for event in findings.events:
        for part in event.participants:
            post = f" ({findings.tenures[part.tenure].post})" if part.tenure is not None else ""
            side = f" for {findings.agencies[part.delegation].name}" if part.delegation is not None else ""
            told.append(
                f"{event.kind.value}: {findings.people[part.person].name}={part.role.value.lower()}{post}{side}"
            )
    return told


TELL: dict[str, Callable[[Findings], list[str]]] = {
    "people": people,
    "posts": posts,
    "coreference": coreference,
    "events": events,
    "participation": participation,
}
"""Kind of case to the words for what was found."""


def rules(findings: Findings) -> frozenset[str]:
    """The names of all rules that made a finding; those that left something out are not among them."""
    return frozenset(_rules((findings.people, findings.agencies, findings.tenures, findings.events)))


def _rules(found: object) -> Iterator[str]:
    if isinstance(found, Evidence | Mention):
        yield found.rule
    elif isinstance(found, tuple):
        for each in found:
            yield from _rules(each)
    elif is_dataclass(found):
        for field in fields(found):
            yield from _rules(getattr(found, field.name))
