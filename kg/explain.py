"""Why the graph says so: the sentences behind a person or a pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg import find, nodes
from kg.identity import holding
from kg.vocab import DCTERMS, KG, OA, ORG, PROV, SCHEMA


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a release with the words that state something.

    ``start`` is the place of the sentence in the release's text (code points); ``marks`` are half-open
    ranges within ``text``; ``rules`` are the rules that found them.
    """

    release: str
    title: str
    issued: str
    url: str | None
    start: int
    text: str
    marks: tuple[tuple[int, int], ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the graph states, in words, with the sentences it comes from."""

    iri: str
    statement: str
    sentences: tuple[Sentence, ...]


def person(store: ox.Store, name: str) -> list[Fact]:
    """The posts of a person and the events in which they took part, each with its sentences.

    Raises kg.find.UnknownNameError and kg.find.AmbiguousNameError.
    """
    who = find.find(store, name)
    tenures = sorted(
        nodes.subjects(store, ORG.member, who),
        key=lambda tenure: (nodes.text(store, tenure, KG.firstSeen), tenure.value),
    )
    parts = sorted(nodes.subjects(store, KG.participant, who), key=lambda part: _order(store, part))
    facts = [Fact(tenure.value, _holds(store, who, tenure), _sentences(store, [tenure])) for tenure in tenures]
    for part in parts:
        for event in nodes.objects(store, part, KG.event):
            role = nodes.local(nodes.text(store, part, KG.role)).lower()
            statement = f"{find.label(store, who)} took part as {role}: {_occasion(store, event)}"
            facts.append(Fact(part.value, statement, _sentences(store, [event, part])))
    return facts


def pair(store: ox.Store, one: str, other: str) -> list[Fact]:
    """The events in which both people took part, each with the sentences for the event and for both.

    Raises kg.find.UnknownNameError and kg.find.AmbiguousNameError.
    """
    people = (find.find(store, one), find.find(store, other))
    parts: list[dict[ox.NamedNode, ox.NamedNode]] = [
        {
            event: part
            for part in nodes.subjects(store, KG.participant, who)
            for event in nodes.objects(store, part, KG.event)
        }
        for who in people
    ]
    both = sorted(parts[0].keys() & parts[1].keys(), key=lambda event: _order(store, parts[0][event]))
    facts = []
    for event in both:
        sides = [each[event] for each in parts]
        named = (
            f"{find.label(store, who)} ({nodes.local(nodes.text(store, side, KG.role)).lower()})"
            for who, side in zip(people, sides, strict=True)
        )
        statement = f"{' and '.join(named)}: {_occasion(store, event)}"
        facts.append(Fact(event.value, statement, _sentences(store, [event, *sides])))
    return facts


def _holds(store: ox.Store, who: ox.NamedNode, tenure: ox.NamedNode) -> str:
    held = holding(store, tenure)
    period = held.first if held.first == held.last else f"{held.first} to {held.last}"
    acting = "Acting " if held.acting else ""
    return f"{find.label(store, who)} is shown as {acting}{held.post}" + (f" ({period})" if period else "")


def _occasion(store: ox.Store, event: ox.NamedNode) -> str:
    status = nodes.local(nodes.text(store, event, KG.status))
    return find.label(store, event) + ("" if status in ("", "Held") else f" ({status.lower()})")


def _sentences(store: ox.Store, facts: Iterable[ox.NamedNode]) -> tuple[Sentence, ...]:
    """The sentences of the evidence of these facts, each once, with all the words that count in it."""
    marks: defaultdict[tuple[ox.NamedNode, int, str], set[tuple[int, int, str]]] = defaultdict(set)
    for evidence in {each for fact in facts for each in nodes.objects(store, fact, PROV.wasDerivedFrom)}:
        before, exact, after = (nodes.text(store, evidence, term) for term in (OA.prefix, OA.exact, OA.suffix))
        start = int(nodes.text(store, evidence, OA.start)) - len(before)
        for release in nodes.objects(store, evidence, KG.inRelease):
            mark = (len(before), len(before) + len(exact), nodes.text(store, evidence, KG.rule))
            marks[release, start, before + exact + after].add(mark)
    ordered = sorted(
        marks.items(), key=lambda item: (nodes.text(store, item[0][0], DCTERMS.issued), item[0][0].value, item[0][1])
    )
    return tuple(_sentence(store, *place, sorted(found)) for place, found in ordered)


def quoted(store: ox.Store, iri: str) -> tuple[Sentence, ...]:
    """The sentences that a thing was derived from; for an event also those that tell who took part."""
    node = ox.NamedNode(iri)
    return _sentences(store, [node, *nodes.subjects(store, KG.event, node)])


def _sentence(
    store: ox.Store, release: ox.NamedNode, start: int, text: str, marks: list[tuple[int, int, str]]
) -> Sentence:
    return Sentence(
        release=nodes.text(store, release, DCTERMS.identifier),
        title=nodes.text(store, release, DCTERMS.title),
        issued=nodes.text(store, release, DCTERMS.issued),
        url=nodes.text(store, release, SCHEMA.url) or None,
        start=start,
        text=text,
        marks=_joined((first, last) for first, last, _ in marks),
        rules=tuple(dict.fromkeys(rule for _, _, rule in marks)),
    )


def _joined(ranges: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Sorted ranges with those that overlap made one.

    >>> _joined([(0, 4), (2, 6), (8, 9)])
    ((0, 6), (8, 9))
    """
    joined: list[tuple[int, int]] = []
    for first, last in ranges:
        if joined and first < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)


def _order(store: ox.Store, part: ox.NamedNode) -> tuple[str, str]:
    """Participations in the order of their events' days; those without a day last."""
    days = [nodes.text(store, event, SCHEMA.startDate) for event in nodes.objects(store, part, KG.event)]
    return (days[0] if days and days[0] else "9999", part.value)
