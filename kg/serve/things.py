"""What the graph says of one thing, for whoever follows its IRI: as triples, and as a page to read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

import pyoxigraph as ox

from kg import explain, query
from kg.explain import Fact
from kg.rows import Rows, display
from kg.vocab import DCTERMS, KG, ORG, OWL, PROV, RDF, RDFS

MOST = 500
"""How many things that point to one are told of it; the rest are to be had by SPARQL."""

TOLD_BY: Mapping[str, tuple[tuple[str, str], ...]] = {
    KG.Official: (("posts-of", "person"), ("who-met", "person"), ("meetings-of", "person")),
    KG.Agency: (("agencies-met", "who"),),
    ORG.Post: (("holders", "post"),),
    KG.Event: (("attendees", "occasion"),),
    KG.Release: (("attendees", "occasion"),),
}
"""Class to the named queries that tell most of a thing of it, each with the parameter that it is."""

_NAMELESS = re.compile(r"/((?:tenure|participation|evidence)/.+)")
_CAPITAL = re.compile(r"[A-Z]")
_LABELS = (RDFS.label, DCTERMS.title, DCTERMS.identifier)
_NEVER_SHOWN = frozenset({RDF.type, RDFS.label, PROV.wasDerivedFrom, KG.met, KG.metAsPrincipals, KG.coAttended})


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property: its text, its language, and for a thing its IRI."""

    text: str
    lang: str
    iri: str | None


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a thing with all its values; ``of`` tells that the values are what points to the thing."""

    name: str
    values: tuple[Value, ...]
    of: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a named query says of the thing: column heads in words, and rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """Everything a page about a thing shows."""

    iri: str
    label: str
    kind: str
    other_names: tuple[Value, ...]
    properties: tuple[Property, ...]
    answers: tuple[Answer, ...]
    facts: tuple[Fact, ...]


def known_as(store: ox.Store, iri: str) -> str | None:
    """The IRI under which the graph tells of this one: itself, the one it is the same as, or None."""
    node = ox.NamedNode(iri)
    if next(store.quads_for_pattern(node, ox.NamedNode(RDF.type), None), None):
        return iri
    same = next(store.quads_for_pattern(node, ox.NamedNode(OWL.sameAs), None), None)
    return same.object.value if same and isinstance(same.object, ox.NamedNode) else None


def triples(store: ox.Store, iri: str) -> Iterator[ox.Triple]:
    """What the graph says of the thing, of what points to it, and of its evidence; each triple once."""
    node = ox.NamedNode(iri)
    around = dict.fromkeys([node, *(quad.subject for quad in islice(_pointing(store, node), MOST))])
    for about in tuple(around):
        proofs = store.quads_for_pattern(about, ox.NamedNode(PROV.wasDerivedFrom), None)
        around.update((proof.object, None) for proof in proofs if isinstance(proof.object, ox.NamedNode))
    for each in around:
        for quad in store.quads_for_pattern(each, None, None):
            yield quad.triple


def thing(store: ox.Store, iri: str) -> Thing:
    """What the graph says of a thing that it knows (see :func:`known_as`), ready to be shown."""
    node = ox.NamedNode(iri)
    own: defaultdict[str, list[Value]] = defaultdict(list)
    for quad in store.quads_for_pattern(node, None, None):
        if quad.predicate.value not in _NEVER_SHOWN:
            own[quad.predicate.value].append(_value(store, quad.object))
    towards: defaultdict[str, list[Value]] = defaultdict(list)
    for quad in islice(_pointing(store, node), MOST):
        if quad.predicate.value not in _NEVER_SHOWN:
            towards[quad.predicate.value].append(_value(store, quad.subject))
    types = (quad.object for quad in store.quads_for_pattern(node, ox.NamedNode(RDF.type), None))
    classes = [each.value for each in types if isinstance(each, ox.NamedNode)]
    names = [_value(store, quad.object) for quad in store.quads_for_pattern(node, ox.NamedNode(RDFS.label), None)]
    label = label_of(store, node)
    return Thing(
        iri=iri,
        label=label,
        kind=_local(max(classes, key=lambda each: (each != KG.Event, each))),
        other_names=tuple(sorted((name for name in names if name.text != label), key=lambda name: name.text)),
        properties=(*_properties(own), *_properties(towards, of=True)),
        answers=tuple(_answers(store, iri, classes)),
        facts=tuple(_facts(store, iri, label, classes)),
    )


def label_of(store: ox.Store, node: ox.NamedNode) -> str:
    """What a thing is called, in English where it has several names; else the end of its IRI."""
    for term in _LABELS:
        found = [quad.object for quad in store.quads_for_pattern(node, ox.NamedNode(term), None)]
        texts = sorted((one.language != "en", one.value) for one in found if isinstance(one, ox.Literal))
        if texts:
            return texts[0][1]
    nameless = _NAMELESS.search(node.value)
    return nameless[1] if nameless else _local(node.value)


def _pointing(store: ox.Store, node: ox.NamedNode) -> Iterator[ox.Quad]:
    return store.quads_for_pattern(None, None, node)


def _properties(found: Mapping[str, list[Value]], *, of: bool = False) -> Iterator[Property]:
    for name, values in sorted(found.items()):
        yield Property(display(ox.NamedNode(name)), tuple(sorted(values, key=lambda one: (one.text, one.lang))), of)


def _answers(store: ox.Store, iri: str, classes: list[str]) -> Iterator[Answer]:
    named = query.named()
    for term in classes:
        for name, parameter in TOLD_BY.get(term, ()):
            rows = query.run(store, name, {parameter: iri})
            if rows:
                yield _answer(named[name].title, rows)


def _answer(title: str, rows: Rows) -> Answer:
    """A result for people: what a row is about, given by an IRI in the last columns, is linked in the first."""
    leads = [n for n, _ in enumerate(rows.columns) if any(isinstance(row.terms[n], ox.NamedNode) for row in rows)]
    shown = [n for n, _ in enumerate(rows.columns) if n not in leads]
    lines = []
    for row in rows:
        cells = [Value(_in_words(row[n]), "", None) for n in shown]
        lead = row.terms[leads[-1]] if leads else None
        if isinstance(lead, ox.NamedNode):
            first = next((n for n, cell in enumerate(cells) if cell.text), 0)
            cells[first] = replace(cells[first], text=cells[first].text or _local(lead.value), iri=lead.value)
        lines.append(tuple(cells))
    return Answer(
        title, tuple(_CAPITAL.sub(lambda c: f" {c[0].lower()}", rows.columns[n]) for n in shown), tuple(lines)
    )


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _facts(store: ox.Store, iri: str, label: str, classes: list[str]) -> Iterator[Fact]:
    """What is stated, with the sentences that state it."""
    if KG.Official in classes:
        yield from explain.person(store, iri)
    elif sentences := explain.quoted(store, iri):
        yield Fact(iri, label, sentences)


def _value(store: ox.Store, term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Value:
    if isinstance(term, ox.Literal):
        return Value(term.value, term.language or "", None)
    if isinstance(term, ox.NamedNode):
        return Value(
            label_of(store, term) if not term.value.startswith(KG.BASE) else _local(term.value), "", term.value
        )
    return Value(str(term), "", None)


def _local(iri: str) -> str:
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2]
