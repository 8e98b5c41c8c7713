"""The graph of who met whom as a networkx graph, with the evidence on every edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.export.records import Name, Occasion, Pair, Participation, Quote, Records, pairs, read
from kg.grades import GRADES, Grade, brings_together, implied

if TYPE_CHECKING:
    import networkx as nx
    import pyoxigraph as ox


@dataclass(frozen=True, slots=True)
class Encounter:
    """One occasion that two people share.

    ``grade`` says how: "metAsPrincipals" (the release says that these two met), "met" (at least one of
    them as a principal of the meeting), "coAttended" (both took part, in whatever way). ``quotes`` are
    the words that state the event and that these two took part, each in its sentence.
    """

    event: str
    kind: str
    grade: Grade
    start: str | None
    end: str | None
    place: str | None
    topic: str | None
    releases: tuple[str, ...]
    quotes: tuple[Quote, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences that state it, in the order of the releases, each once."""
        return tuple(dict.fromkeys(quote.sentence for quote in self.quotes))


def network(store: ox.Store) -> nx.Graph[str]:
    """The people of a graph and who met whom.

    Nodes are the IRIs of officials with ``label``, ``zh`` (or ""), ``names`` (all forms), ``agency`` and
    ``jurisdiction`` (of the latest post, or ""), ``posts`` (labels, in the order of time). Edges are the
    pairs for which the graph states ``kg:met`` or ``kg:coAttended``: ``weight`` is the number of distinct
    events that both took part in, ``met``, ``metAsPrincipals`` and ``coAttended`` how many of each grade
    (``met`` counts those met as principals too), ``events`` the :class:`Encounter` of each, by date.
    """
    return from_records(read(store))


def from_records(records: Records) -> nx.Graph[str]:
    """The same, from records already read."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for iri, official in records.officials.items():
        agency = records.agencies.get(official.agency or "")
        graph.add_node(
            iri,
            label=official.name.label,
            zh=official.name.zh or "",
            names=(official.name.label, *official.name.forms),
            agency=agency.name.label if agency else "",
            jurisdiction=(agency.jurisdiction or "") if agency else "",
            posts=tuple(
                dict.fromkeys(records.posts[t.post].name.label for t in official.tenures if t.post in records.posts)
            ),
        )
    for (a, b), encounters in encounters_by_pair(records).items():
        principals = sum(one.grade == "metAsPrincipals" for one in encounters)
        together = sum(one.grade == "coAttended" for one in encounters)
        graph.add_edge(
            a,
            b,
            weight=len(encounters),
            met=len(encounters) - together,
            metAsPrincipals=principals,
            coAttended=together,
            events=tuple(encounters),
        )
    return graph


def encounters_by_pair(records: Records) -> dict[Pair, list[Encounter]]:
    """Every stated pair with the occasions that make it, by date; pairs in the order of their IRIs."""
    found: dict[Pair, list[Encounter]] = {}
    for occasion in sorted(records.occasions.values(), key=lambda one: (one.start or "", one.iri)):
        place = records.places.get(occasion.place or "")
        for first, second in together(occasion):
            if grade := stated(records, occasion, first, second):
                pair = (first.official, second.official)
                found.setdefault(pair, []).append(_encounter(occasion, place, grade, first, second))
    return dict(sorted(found.items()))


def together(occasion: Occasion) -> Iterator[tuple[Participation, Participation]]:
    """Every two people whom an occasion brings together, the lesser IRI first."""
    if brings_together(occasion.status, dated=occasion.start is not None):
        yield from pairs(occasion.people)


def stated(records: Records, occasion: Occasion, first: Participation, second: Participation) -> Grade | None:
    """How the two took part as far as the graph states it of them: the strictest grade that it states."""
    pair = (first.official, second.official)
    known = {"metAsPrincipals": records.principals, "met": records.met, "coAttended": records.together}
    strictest = GRADES.index(implied(occasion.kind, first.role, second.role))
    return next((grade for grade in GRADES[strictest:] if pair in known[grade]), None)


def _encounter(
    occasion: Occasion, place: Name | None, grade: Grade, first: Participation, second: Participation
) -> Encounter:
    quotes = tuple(sorted({*occasion.quotes, *first.quotes, *second.quotes}))
    return Encounter(
        occasion.iri,
        occasion.kind,
        grade,
        occasion.start,
        occasion.end,
        place.label if place else None,
        occasion.topic,
        tuple(sorted({quote.release for quote in quotes})),
        quotes,
    )
