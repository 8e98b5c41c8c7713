"""Who met whom: what an occasion makes of two people who took part in it, as the ontology defines the three links.

Kinds, statuses and roles are told by the names that :mod:`kg.model` and a graph both have.
"""

from __future__ import annotations

from typing import Literal

from kg.model import Kind, Role, Status

Grade = Literal["metAsPrincipals", "met", "coAttended"]
"""The name of the term that links the two."""

GRADES: tuple[Grade, ...] = ("metAsPrincipals", "met", "coAttended")
"""From strict to loose; who met as principals met. Where a grade is kept, it is by its number."""


def brings_together(status: str, *, dated: bool) -> bool:
    """Whether people are together at an occasion: not where it is planned or cancelled, nor recalled without a date.

    >>> brings_together("Recalled", dated=True), brings_together("Scheduled", dated=True)
    (True, False)
    """
    return status == Status.HELD or (status == Status.RECALLED and dated)


def implied(kind: str, one: str, other: str) -> Grade:
    """The strictest grade of two people together at an occasion of this kind, in these roles.

    >>> implied("Meeting", "Principal", "Attendee"), implied("Visit", "Principal", "Principal")
    ('met', 'coAttended')
    """
    principals = (one == Role.PRINCIPAL) + (other == Role.PRINCIPAL)
    if kind != Kind.MEETING or not principals:
        return "coAttended"
    return "metAsPrincipals" if principals == 2 else "met"
