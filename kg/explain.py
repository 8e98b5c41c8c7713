"""Why the graph says so: the sentences behind a person or a pair, and who a person is taken to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg import find
from kg.rows import Value, value
from kg.vocab import DCTERMS, FOAF, KG, OA, ORG, PROV, SCHEMA, SKOS


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


@dataclass(frozen=True, slots=True)
class Holding:
    """A post as the releases show it: label, agency, acting or not, first and last day seen."""

    post: str
    agency: str
    acting: bool
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Who a person is taken to be: every form of the name, the posts over time, and why this is one person."""

    iri: str
    label: str
    forms: tuple[str, ...]
    titles: tuple[str, ...]
    post_nominals: tuple[str, ...]
    holdings: tuple[Holding, ...]
    releases: tuple[str, ...]
    reasons: tuple[str, ...]
    similar: tuple[find.Candidate, ...]


def person(store: ox.Store, name: str) -> list[Fact]:
    """The posts of a person and the events in which they took part, each with its sentences.

    Raises kg.find.UnknownNameError and kg.find.AmbiguousNameError.
    """
    who = find.find(store, name)
    tenures = sorted(
        _subjects(store, ORG.member, who), key=lambda tenure: (_text(store, tenure, KG.firstSeen), tenure.value)
    )
    parts = sorted(_subjects(store, KG.participant, who), key=lambda part: _order(store, part))
    facts = [Fact(tenure.value, _holds(store, who, tenure), _sentences(store, [tenure])) for tenure in tenures]
    for part in parts:
        for event in _objects(store, part, KG.event):
            role = _local(_text(store, part, KG.role)).lower()
            statement = f"{find.label(store, who)} took part as {role}: {_occasion(store, event)}"
            facts.append(Fact(part.value, statement, _sentences(store, [event, part])))
    return facts


def pair(store: ox.Store, one: str, other: str) -> list[Fact]:
    """The events in which both people took part, each with the sentences for the event and for both.

    Raises kg.find.UnknownNameError and kg.find.AmbiguousNameError.
    """
    people = (find.find(store, one), find.find(store, other))
    parts: list[dict[ox.NamedNode, ox.NamedNode]] = [
        {event: part for part in _subjects(store, KG.participant, who) for event in _objects(store, part, KG.event)}
        for who in people
    ]
    both = sorted(parts[0].keys() & parts[1].keys(), key=lambda event: _order(store, parts[0][event]))
    facts = []
    for event in both:
        sides = [each[event] for each in parts]
        named = (
            f"{find.label(store, who)} ({_local(_text(store, side, KG.role)).lower()})"
            for who, side in zip(people, sides, strict=True)
        )
        statement = f"{' and '.join(named)}: {_occasion(store, event)}"
        facts.append(Fact(event.value, statement, _sentences(store, [event, *sides])))
    return facts


def who(store: ox.Store, name: str) -> Profile:
    """Forms, posts and releases of a person, why they are taken for one, and people with similar names.

    Raises kg.find.UnknownNameError and kg.find.AmbiguousNameError.
    """
    node = find.find(store, name)
    label = find.label(store, node)
    forms = tuple(sorted({_lexical(each) for each in _values(store, node, SKOS.altLabel)} - {label}))
    held = [(_holding(store, tenure), tenure) for tenure in _subjects(store, ORG.member, node)]
    held.sort(key=lambda each: (each[0].first, each[0].post, each[0].acting))
    return Profile(
        iri=node.value,
        label=label,
        forms=forms,
        titles=tuple(sorted(_lexical(each) for each in _values(store, node, FOAF.title))),
        post_nominals=tuple(sorted(_lexical(each) for each in _values(store, node, KG.postNominal))),
        holdings=tuple(holding for holding, _ in held),
        releases=tuple(sorted(_releases(store, node))),
        reasons=tuple(_reasons(store, label, forms, held)),
        similar=find.similar(store, node),
    )


def _reasons(
    store: ox.Store, label: str, forms: tuple[str, ...], held: Iterable[tuple[Holding, ox.NamedNode]]
) -> Iterator[str]:
    """What speaks for one person, as far as the graph holds it: forms of the name that agree, and posts."""
    yield f"the forms of the name agree: {', '.join((label, *forms))}" if forms else f"one form of the name: {label}"
    for holding, tenure in held:
        evidence = _objects(store, tenure, PROV.wasDerivedFrom)
        count = len({release for each in evidence for release in _objects(store, each, KG.inRelease)})
        acting = "Acting " if holding.acting else ""
        yield f"{acting}{holding.post} in {count} release{'' if count == 1 else 's'}"


def _holding(store: ox.Store, tenure: ox.NamedNode) -> Holding:
    posts = _objects(store, tenure, KG.post)
    agencies = _objects(store, tenure, ORG.organization)
    return Holding(
        post=find.label(store, posts[0]) if posts else "",
        agency=find.label(store, agencies[0]) if agencies else "",
        acting=_value(store, tenure, KG.acting) is True,
        first=_text(store, tenure, KG.firstSeen),
        last=_text(store, tenure, KG.lastSeen),
    )


def _holds(store: ox.Store, who: ox.NamedNode, tenure: ox.NamedNode) -> str:
    held = _holding(store, tenure)
    period = held.first if held.first == held.last else f"{held.first} to {held.last}"
    acting = "Acting " if held.acting else ""
    return f"{find.label(store, who)} is shown as {acting}{held.post}" + (f" ({period})" if period else "")


def _occasion(store: ox.Store, event: ox.NamedNode) -> str:
    status = _local(_text(store, event, KG.status))
    return find.label(store, event) + ("" if status in ("", "Held") else f" ({status.lower()})")


def _sentences(store: ox.Store, facts: Iterable[ox.NamedNode]) -> tuple[Sentence, ...]:
    """The sentences of the evidence of these facts, each once, with all the words that count in it."""
    marks: defaultdict[tuple[ox.NamedNode, int, str], set[tuple[int, int, str]]] = defaultdict(set)
    for evidence in {each for fact in facts for each in _objects(store, fact, PROV.wasDerivedFrom)}:
        before, exact, after = (_text(store, evidence, term) for term in (OA.prefix, OA.exact, OA.suffix))
        start = int(_text(store, evidence, OA.start)) - len(before)
        for release in _objects(store, evidence, KG.inRelease):
            mark = (len(before), len(before) + len(exact), _text(store, evidence, KG.rule))
            marks[release, start, before + exact + after].add(mark)
    ordered = sorted(
        marks.items(), key=lambda item: (_text(store, item[0][0], DCTERMS.issued), item[0][0].value, item[0][1])
    )
    return tuple(_sentence(store, *place, sorted(found)) for place, found in ordered)


def quoted(store: ox.Store, iri: str) -> tuple[Sentence, ...]:
    """The sentences that a thing was derived from; for an event also those that tell who took part."""
    node = ox.NamedNode(iri)
    return _sentences(store, [node, *_subjects(store, KG.event, node)])


def _sentence(
    store: ox.Store, release: ox.NamedNode, start: int, text: str, marks: list[tuple[int, int, str]]
) -> Sentence:
    return Sentence(
        release=_text(store, release, DCTERMS.identifier),
        title=_text(store, release, DCTERMS.title),
        issued=_text(store, release, DCTERMS.issued),
        url=_text(store, release, SCHEMA.url) or None,
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


def _releases(store: ox.Store, node: ox.NamedNode) -> Iterator[str]:
    """The releases that mention a thing, as "day id title"."""
    for release in _subjects(store, SCHEMA.mentions, node):
        parts = (_text(store, release, term) for term in (DCTERMS.issued, DCTERMS.identifier, DCTERMS.title))
        issued, identifier, title = parts
        yield f"{issued[:10]}  {identifier}  {title}"


def _order(store: ox.Store, part: ox.NamedNode) -> tuple[str, str]:
    """Participations in the order of their events' days; those without a day last."""
    days = [_text(store, event, SCHEMA.startDate) for event in _objects(store, part, KG.event)]
    return (days[0] if days and days[0] else "9999", part.value)


Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def _values(store: ox.Store, subject: ox.NamedNode, term: str) -> list[Node]:
    return [quad.object for quad in store.quads_for_pattern(subject, ox.NamedNode(term), None)]


def _objects(store: ox.Store, subject: ox.NamedNode, term: str) -> list[ox.NamedNode]:
    found = [each for each in _values(store, subject, term) if isinstance(each, ox.NamedNode)]
    return sorted(found, key=lambda each: each.value)


def _subjects(store: ox.Store, term: str, node: ox.NamedNode) -> list[ox.NamedNode]:
    found = [quad.subject for quad in store.quads_for_pattern(None, ox.NamedNode(term), node)]
    return sorted((each for each in found if isinstance(each, ox.NamedNode)), key=lambda each: each.value)


def _text(store: ox.Store, subject: ox.NamedNode, term: str) -> str:
    """The one value as written, the first in the alphabet if there are several, "" if there is none."""
    return min((_lexical(each) for each in _values(store, subject, term)), default="")


def _value(store: ox.Store, subject: ox.NamedNode, term: str) -> Value:
    return next((value(each) for each in _values(store, subject, term)), None)


def _lexical(term: Node) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]
