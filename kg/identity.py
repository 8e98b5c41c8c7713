"""Who a person is taken to be, why, and which cases are open: what ``kg who`` and ``kg unsure`` show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg import find, nodes
from kg.resolution import Verdict
from kg.store import base
from kg.vocab import DCTERMS, FOAF, KG, ORG, PROV, SCHEMA, SKOS


@dataclass(frozen=True, slots=True)
class Holding:
    """A post as the releases show it: label, agency, acting or not, first and last day seen."""

    post: str
    agency: str
    acting: bool
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Another person who may be the same (UNSURE) or is told apart (DIFFERENT), and why.

    ``score`` is the logarithm to base 2 of the odds that the two are one; None where a fact decides.
    """

    other: find.Candidate
    verdict: str
    score: float | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Who a person is taken to be: every form of the name, the posts over time, and why this is one person.

    ``near_misses`` are those compared with this person, ``similar`` others whose names are merely alike.
    """

    iri: str
    label: str
    forms: tuple[str, ...]
    titles: tuple[str, ...]
    post_nominals: tuple[str, ...]
    holdings: tuple[Holding, ...]
    releases: tuple[str, ...]
    reasons: tuple[str, ...]
    near_misses: tuple[NearMiss, ...]
    similar: tuple[find.Candidate, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two people who may be one: names, posts, and the number of releases and meetings."""

    iri: str
    label: str
    forms: tuple[str, ...]
    holdings: tuple[Holding, ...]
    releases: int
    meetings: int


@dataclass(frozen=True, slots=True)
class Case:
    """An open case. ``same`` and ``different`` are lines for corrections.ttl, of which one is true."""

    one: Side
    other: Side
    score: float | None
    reasons: tuple[str, ...]
    same: str
    different: str

    @property
    def meetings(self) -> int:
        """How many meetings the answer moves."""
        return self.one.meetings + self.other.meetings


def who(store: ox.Store, name: str) -> Profile:
    """Forms, posts and releases of a person, why they are taken for one, and people with similar names.

    Raises kg.find.UnknownNameError and kg.find.AmbiguousNameError.
    """
    node = find.find(store, name)
    label = find.label(store, node)
    forms = _forms(store, node)
    held = [(holding(store, tenure), tenure) for tenure in nodes.subjects(store, ORG.member, node)]
    held.sort(key=lambda each: (each[0].first, each[0].post, each[0].acting))
    near = tuple(sorted(_near_misses(store, node), key=lambda each: (each.verdict != Verdict.UNSURE, each.other.iri)))
    known = {each.other.iri for each in near}
    return Profile(
        iri=node.value,
        label=label,
        forms=forms,
        titles=tuple(sorted(nodes.lexical(each) for each in nodes.values(store, node, FOAF.title))),
        post_nominals=tuple(sorted(nodes.lexical(each) for each in nodes.values(store, node, KG.postNominal))),
        holdings=tuple(each for each, _ in held),
        releases=tuple(sorted(_releases(store, node))),
        reasons=tuple(_reasons(store, node, (label, *forms), held)),
        near_misses=near,
        similar=tuple(each for each in find.similar(store, node) if each.iri not in known),
    )


def unsure(store: ox.Store) -> list[Case]:
    """The pairs of officials that may be one, those with most meetings first."""
    cases = [_case(store, node) for node in _with_verdict(store, Verdict.UNSURE)]
    return sorted(cases, key=lambda case: (-case.meetings, -(case.score or 0), case.one.iri, case.other.iri))


def holding(store: ox.Store, tenure: ox.NamedNode) -> Holding:
    """The post that a tenure is of, and when it is seen."""
    posts = nodes.objects(store, tenure, KG.post)
    agencies = nodes.objects(store, tenure, ORG.organization)
    return Holding(
        post=find.label(store, posts[0]) if posts else "",
        agency=find.label(store, agencies[0]) if agencies else "",
        acting=nodes.one(store, tenure, KG.acting) is True,
        first=nodes.text(store, tenure, KG.firstSeen),
        last=nodes.text(store, tenure, KG.lastSeen),
    )


def _forms(store: ox.Store, node: ox.NamedNode) -> tuple[str, ...]:
    """The forms of a name beside the label."""
    forms = {nodes.lexical(each) for each in nodes.values(store, node, SKOS.altLabel)}
    return tuple(sorted(forms - {find.label(store, node)}))


def _reasons(
    store: ox.Store, node: ox.NamedNode, forms: tuple[str, ...], held: Iterable[tuple[Holding, ox.NamedNode]]
) -> Iterator[str]:
    """What speaks for one person: why the mentions were joined, and the releases that show each post."""
    judged = [each for each in nodes.subjects(store, KG.about, node) if _verdict(store, each) == Verdict.SAME]
    reasons = [reason for each in judged for reason in _words(store, each)]
    if reasons:
        yield from (part for reason in reasons for part in reason.split("; "))
    elif len(forms) > 1:
        yield f"the forms of the name agree: {', '.join(forms)}"
    else:
        yield f"one form of the name: {forms[0]}"
    for each, tenure in held:
        evidence = nodes.objects(store, tenure, PROV.wasDerivedFrom)
        count = len({release for quote in evidence for release in nodes.objects(store, quote, KG.inRelease)})
        acting = "Acting " if each.acting else ""
        yield f"{acting}{each.post} in {count} release{'' if count == 1 else 's'}"


def _near_misses(store: ox.Store, node: ox.NamedNode) -> Iterator[NearMiss]:
    for judgement in nodes.subjects(store, KG.about, node):
        others = [each for each in nodes.objects(store, judgement, KG.about) if each != node]
        for candidate in find.describe(store, (each.value for each in others)):
            verdict = _verdict(store, judgement)
            yield NearMiss(candidate, verdict, _score(store, judgement), _words(store, judgement))


def _case(store: ox.Store, judgement: ox.NamedNode) -> Case:
    one, other = nodes.objects(store, judgement, KG.about)
    start = base(store)
    first, second = (f"<{each.value.removeprefix(start)}>" for each in (one, other))
    return Case(
        one=_side(store, one),
        other=_side(store, other),
        score=_score(store, judgement),
        reasons=_words(store, judgement),
        same=f"{first} owl:sameAs {second} .",
        different=f"{first} owl:differentFrom {second} .",
    )


def _side(store: ox.Store, node: ox.NamedNode) -> Side:
    held = [holding(store, tenure) for tenure in nodes.subjects(store, ORG.member, node)]
    events = {
        event
        for part in nodes.subjects(store, KG.participant, node)
        for event in nodes.objects(store, part, KG.event)
        if KG.Meeting in {nodes.lexical(each) for each in nodes.kinds(store, event)}
    }
    return Side(
        iri=node.value,
        label=find.label(store, node),
        forms=_forms(store, node),
        holdings=tuple(sorted(held, key=lambda each: (each.first, each.post, each.acting))),
        releases=len(nodes.subjects(store, SCHEMA.mentions, node)),
        meetings=len(events),
    )


def _with_verdict(store: ox.Store, verdict: Verdict) -> list[ox.NamedNode]:
    found = store.quads_for_pattern(None, ox.NamedNode(KG.verdict), ox.Literal(verdict.value))
    return sorted(
        (quad.subject for quad in found if isinstance(quad.subject, ox.NamedNode)), key=lambda each: each.value
    )


def _verdict(store: ox.Store, judgement: ox.NamedNode) -> str:
    return nodes.text(store, judgement, KG.verdict)


def _score(store: ox.Store, judgement: ox.NamedNode) -> float | None:
    score = nodes.text(store, judgement, KG.score)
    return float(score) if score else None


def _words(store: ox.Store, judgement: ox.NamedNode) -> tuple[str, ...]:
    return tuple(sorted(nodes.lexical(each) for each in nodes.values(store, judgement, KG.reason)))


def _releases(store: ox.Store, node: ox.NamedNode) -> Iterator[str]:
    """The releases that mention a thing, as "day id title"."""
    for release in nodes.subjects(store, SCHEMA.mentions, node):
        parts = (nodes.text(store, release, term) for term in (DCTERMS.issued, DCTERMS.identifier, DCTERMS.title))
        issued, identifier, title = parts
        yield f"{issued[:10]}  {identifier}  {title}"
