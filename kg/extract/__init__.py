"""Release -> Findings: what one release states, each finding with its span and the rule that made it.

Pure: no input or output, no clock, nothing global. ``en`` reads English; other languages stand beside it. Its patterns
take most of a second to compile, so it is loaded by who reads, not by every command.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg import model
from kg.model import Findings, Release

if TYPE_CHECKING:
    from kg.extract.en.agencies import Gazetteer
    from kg.extract.en.place_known import PlaceGazetteer
    from kg.reference import Reference

__all__ = ["LANGUAGES", "Lexicon", "code", "extract", "lexicon"]

LANGUAGES = ("en",)
"""The languages that releases are read in; those in another one are kept without findings."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names of the reference data, compiled for searching. Made once, then passed to :func:`extract`."""

    agencies: Gazetteer
    places: PlaceGazetteer


def lexicon(reference: Reference) -> Lexicon:
    """Compile the agencies and places of ``reference`` for searching (some ten milliseconds)."""
    from kg.extract.en.agencies import gazetteer
    from kg.extract.en.place_known import place_gazetteer

    return Lexicon(gazetteer(reference), place_gazetteer(reference))


def extract(release: Release, lexicon: Lexicon) -> Findings:
    """People, agencies, posts held and events that ``release`` states.

    A release in a language that no reader knows yields Findings without content.

    >>> from datetime import date
    >>> from kg.model import Source
    >>> from kg.reference import load
    >>> text = "Visit\\n\\nThe Chief Executive, Mr John Lee, met with Ms Sun Meijun today (May 19)."
    >>> release = Release("P1", None, "en", date(2025, 5, 19), "Visit", text, Source("P1.txt"))
    >>> findings = extract(release, lexicon(load()))
    >>> [person.name for person in findings.people], [tenure.post for tenure in findings.tenures]
    (['John Lee', 'Sun Meijun'], ['Chief Executive'])
    >>> [str(event.when.start) for event in findings.events]
    ['2025-05-19']
    """
    from kg.extract.en.reading import read_english

    if not release.lang.startswith(LANGUAGES):
        return Findings(release, (), (), (), (), ())
    return read_english(release, lexicon.agencies, lexicon.places)


def code() -> tuple[Path, ...]:
    """The files whose contents decide what is found in a text: those of this stage and of the shared types."""
    return (*sorted(Path(__file__).parent.rglob("*.py")), Path(model.__file__))
