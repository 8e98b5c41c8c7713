"""A part of the records: some people and whom they were with, or some span of time."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace

from kg.export.records import Occasion, Records, key


def part(
    records: Records,
    *,
    people: Iterable[str] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Records:
    """The occasions within the time that one of the people took part in, and everybody who did.

    Without ``people``, everybody stays, also who took part in nothing. Raises LookupError for an unknown person.
    """
    occasions = {iri: one for iri, one in records.occasions.items() if _within(one, since, until)}
    if people is None:
        return replace(records, occasions=occasions)
    asked = {find(records, person) for person in people}
    occasions = {iri: one for iri, one in occasions.items() if asked & {p.official for p in one.people}}
    present = asked | {p.official for one in occasions.values() for p in one.people}
    officials = {iri: one for iri, one in records.officials.items() if iri in present}
    return replace(records, occasions=occasions, officials=officials)


def find(records: Records, person: str) -> str:
    """The IRI of an official, from the IRI, its last part, or a name in any form and case.

    Raises LookupError, with the nearest names, for one who is not there or several who bear the name.
    """
    if person in records.officials:
        return person
    wanted = person.casefold()
    bearers = [
        iri
        for iri, official in records.officials.items()
        if wanted == key(iri) or wanted in (form.casefold() for form in (official.name.label, *official.name.forms))
    ]
    if len(bearers) == 1:
        return bearers[0]
    if bearers:
        raise LookupError(f"{person!r} may be {', '.join(bearers)}; give the IRI")
    names = {official.name.label.casefold(): official.name.label for official in records.officials.values()}
    near = [names[name] for name in difflib.get_close_matches(wanted, names, n=3)]
    raise LookupError(f"nobody is called {person!r}" + (f"; did you mean {', '.join(near)}?" if near else ""))


def _within(occasion: Occasion, since: str | None, until: str | None) -> bool:
    """Whether any day of the occasion may lie in the time; what has no date only when no time is asked for."""
    if since is None and until is None:
        return True
    if occasion.start is None and occasion.end is None:
        return False
    first, last = occasion.start or occasion.end or "", occasion.end or occasion.start or ""
    return (since is None or last >= since[: len(last)]) and (until is None or first[: len(until)] <= until)
