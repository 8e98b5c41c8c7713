"""A part of the records: some people and whom they were with, or some span of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.export.records import Occasion, Official, Records


def part(
    records: Records,
    *,
    people: Iterable[str] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Records:
    """The occasions within the time that one of the people took part in, everybody who did, and what tells of them.

    ``people`` are IRIs. Without them, everybody stays, also who took part in nothing. Raises LookupError for an IRI
    of nobody.
    """
    if people is None and since is None and until is None:
        return records
    occasions = {iri: one for iri, one in records.occasions.items() if _within(one, since, until)}
    officials = records.officials
    if people is not None:
        asked = set(people)
        if strangers := asked - officials.keys():
            raise LookupError(f"no official in this graph has the IRI {', '.join(sorted(strangers))}")
        occasions = {iri: one for iri, one in occasions.items() if asked & {p.official for p in one.people}}
        present = asked | {p.official for one in occasions.values() for p in one.people}
        officials = {iri: one for iri, one in officials.items() if iri in present}
    told = _sources(occasions.values(), officials.values())
    releases = {iri: one for iri, one in records.releases.items() if iri in told}
    return replace(records, occasions=occasions, officials=officials, releases=releases)


def _sources(occasions: Iterable[Occasion], officials: Iterable[Official]) -> set[str]:
    """The IRIs of the releases that tell of these occasions, or of the posts of these people."""
    posts = {quote.release for one in officials for tenure in one.tenures for quote in tenure.quotes}
    return posts.union(*(occasion.sources() for occasion in occasions))


def _within(occasion: Occasion, since: str | None, until: str | None) -> bool:
    """Whether any day of the occasion may lie in the time; what has no date only when no time is asked for."""
    if since is None and until is None:
        return True
    if occasion.start is None and occasion.end is None:
        return False
    first, last = occasion.start or occasion.end or "", occasion.end or occasion.start or ""
    return (since is None or last >= since[: len(last)]) and (until is None or first[: len(until)] <= until)
