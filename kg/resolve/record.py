"""What resolving keeps of a release: names, days and links, but neither text nor spans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from sys import intern

import msgspec

from kg.model import Agency, Findings, Person


@dataclass(frozen=True, slots=True)
class NamedAgency:
    """An agency of one release: its name, its abbreviation, and every form printed."""

    name: str
    abbreviation: str | None
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A tenure of one release; ``person`` and ``agency`` are indexes as in Findings."""

    person: int
    post: str
    agency: int | None
    acting: bool


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person of one release, with the honorific; ``active`` when holding a post or taking part in an event."""

    name: str
    title: str | None
    forms: frozenset[str]
    active: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One release as far as resolving needs it."""

    id: str
    day: date
    lang: str
    people: tuple[NamedPerson, ...]
    agencies: tuple[NamedAgency, ...]
    tenures: tuple[HeldPost, ...]
    places: tuple[str | None, ...]  # of each event


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(Record)


def brief(findings: Findings) -> bytes:
    """The record of a release as bytes."""
    return _ENCODER.encode(record(findings))


def recorded(content: bytes) -> Record:
    """The record that :func:`brief` made bytes of. Raises msgspec.DecodeError for anything else."""
    return _DECODER.decode(content)


def record(findings: Findings) -> Record:
    """Reduce the findings of a release."""
    active = {tenure.person for tenure in findings.tenures}
    active.update(participant.person for event in findings.events for participant in event.participants)
    return Record(
        id=findings.release.id,
        day=findings.release.day,
        lang=intern(findings.release.lang),
        people=tuple(
            NamedPerson(intern(person.name), person.title and intern(person.title), _forms(person), number in active)
            for number, person in enumerate(findings.people)
        ),
        agencies=tuple(
            NamedAgency(intern(agency.name), agency.abbreviation, _forms(agency)) for agency in findings.agencies
        ),
        tenures=tuple(
            HeldPost(tenure.person, intern(tenure.post), tenure.agency, tenure.acting) for tenure in findings.tenures
        ),
        places=tuple(intern(event.place.name) if event.place else None for event in findings.events),
    )


def _forms(named: Person | Agency) -> frozenset[str]:
    return frozenset({intern(named.name), *(intern(mention.form) for mention in named.mentions)})
