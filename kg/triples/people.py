"""Who took part in an event, and how."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Event, Participant, Role
from kg.resolution import Identity, Resolved

_ROLE_ORDER = {Role.PRINCIPAL: 0, Role.SPEAKER: 1, Role.ATTENDEE: 2}


def present(event: Event, resolved: Resolved) -> list[tuple[Identity, list[Participant]]]:
    """Each person with what they did, the highest role first; principals before others, then as in the text."""
    found: dict[str, tuple[Identity, list[Participant]]] = {}
    for part in event.participants:
        identity = resolved.people[part.person]
        if identity is not None:
            found.setdefault(identity.key, (identity, []))[1].append(part)
    for _, parts in found.values():
        parts.sort(key=lambda part: _ROLE_ORDER[part.role])
    return sorted(found.values(), key=lambda one: _ROLE_ORDER[one[1][0].role])


def taken_in(parts: Sequence[Participant]) -> tuple[int | None, int | None]:
    """In which tenure somebody took part in an event and on which side, as indexes of tenures and agencies."""
    post = next((part.tenure for part in parts if part.tenure is not None), None)
    return post, next((part.delegation for part in parts if part.delegation is not None), None)
