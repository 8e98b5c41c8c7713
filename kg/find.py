"""From a name as a person types it to the one thing in the graph that bears it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.store import base
from kg.vocab import FOAF, KG, ORG, OWL, RDF, RDFS, SKOS

CLASSES: dict[str, str] = {"official": KG.Official, "agency": KG.Agency, "post": ORG.Post}
"""What can be found by name: kind to class. The kind is also the folder in the IRI."""

_DASHES = re.compile(r"[\u2010-\u2015\u2212-]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a name may mean: its IRI, its label, and for a person the posts held."""

    iri: str
    label: str
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        slug = self.iri.rpartition("/")[2]
        notes = f", {'; '.join(self.notes)}" if self.notes else ""
        return f"{self.label} ({slug}){notes}"


class UnknownNameError(LookupError):
    """Nothing bears this name; ``nearest`` are the most similar ones."""

    def __init__(self, name: str, kinds: Sequence[str], nearest: tuple[Candidate, ...]) -> None:
        self.nearest = nearest
        what = " or ".join(kinds)
        hint = "".join(f"\n  {candidate}" for candidate in nearest)
        super().__init__(f"no {what} named {name!r} in this graph" + (f"; nearest:{hint}" if nearest else ""))


class AmbiguousNameError(LookupError):
    """Several things bear this name; ``candidates`` are all of them."""

    def __init__(self, name: str, candidates: tuple[Candidate, ...]) -> None:
        self.candidates = candidates
        listed = "".join(f"\n  {candidate}" for candidate in candidates)
        super().__init__(f"{name!r} may mean {len(candidates)} things; give the part in brackets:{listed}")


def find(store: ox.Store, name: str, kinds: Sequence[str] = ("official",)) -> ox.NamedNode:
    """The official (agency, post) called ``name``, in any of its forms.

    ``name`` is a label or other form in any case, with or without honorific ("Mr") and post-nominals,
    an abbreviation ("EEB"), the last part of the IRI ("john-lee"), or the IRI, also as
    ``id:official/john-lee``. Raises UnknownNameError with the nearest names, and AmbiguousNameError with all that
    bear the name.
    """
    iri = _as_iri(store, name, kinds)
    if iri:
        return iri
    names = _names(store, kinds)
    found = names.get(fold(name), set()) or names.get(fold(_bare(store, name)), set())
    if len(found) == 1:
        return ox.NamedNode(next(iter(found)))
    if found:
        raise AmbiguousNameError(name, describe(store, found))
    raise UnknownNameError(name, kinds, _nearest(store, name, names))


def fold(name: str) -> str:
    """The form under which names are compared: case, width, accents, dashes and spaces do not count.

    >>> fold("The  Chan Tsz\u2011tat") == fold("CHAN TSZ-TAT")
    True
    """
    plain = unicodedata.normalize("NFKD", name).casefold().replace("\u2019", "'")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_DASHES.sub(" ", plain).split()).removeprefix("the ")


def describe(store: ox.Store, iris: Iterable[str]) -> tuple[Candidate, ...]:
    """Label and posts of things, in the order of their IRIs."""
    candidates = []
    for iri in sorted(iris):
        node = ox.NamedNode(iri)
        posts = {
            label(store, held.object)
            for tenure in store.quads_for_pattern(None, ox.NamedNode(ORG.member), node)
            for held in store.quads_for_pattern(_subject(tenure), ox.NamedNode(KG.post), None)
        }
        candidates.append(Candidate(iri, label(store, node), tuple(sorted(posts))))
    return tuple(candidates)


def label(store: ox.Store, node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """The rdfs:label of a thing, the first of several in the alphabet; else the end of its IRI."""
    if not isinstance(node, ox.NamedNode):
        return str(node)
    labels = sorted(_text(quad) for quad in store.quads_for_pattern(node, ox.NamedNode(RDFS.label), None))
    return labels[0] if labels else node.value.rpartition("/")[2]


def spellings(store: ox.Store, name: str, *kinds: str) -> list[ox.NamedNode]:
    """The IRIs that ``name`` may be meant as: whole, shortened (``id:official/john-lee``), or its last part."""
    bare = name.strip().removeprefix("<").removesuffix(">").removeprefix("id:").removeprefix("/")
    start = base(store)
    nodes = []
    for spelling in (bare, start + bare, *(f"{start}{kind}/{bare}" for kind in kinds)):
        try:
            nodes.append(ox.NamedNode(spelling))
        except ValueError:
            continue
    return nodes


def _as_iri(store: ox.Store, name: str, kinds: Sequence[str]) -> ox.NamedNode | None:
    """``name`` read as the IRI of a thing of one of these kinds, present or former (owl:sameAs)."""
    classes = [ox.NamedNode(CLASSES[kind]) for kind in kinds]
    for node in spellings(store, name, *kinds):
        later = [quad.object for quad in store.quads_for_pattern(node, ox.NamedNode(OWL.sameAs), None)]
        for meant in (node, *later):
            if isinstance(meant, ox.NamedNode) and any(
                ox.Quad(meant, ox.NamedNode(RDF.type), term) in store for term in classes
            ):
                return meant
    return None


def _names(store: ox.Store, kinds: Sequence[str]) -> dict[str, set[str]]:
    """Folded name to the IRIs that bear it."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for kind in kinds:
        for quad in store.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(CLASSES[kind])):
            node = _subject(quad)
            for term in (RDFS.label, SKOS.altLabel, SKOS.notation):
                for named in store.quads_for_pattern(node, ox.NamedNode(term), None):
                    names[fold(_text(named))].add(node.value)
    return names


def _bare(store: ox.Store, name: str) -> str:
    """A name without the honorifics and post-nominals that this graph knows."""
    titles = {fold(_text(quad)) for quad in store.quads_for_pattern(None, ox.NamedNode(FOAF.title), None)}
    letters = {fold(_text(quad)) for quad in store.quads_for_pattern(None, ox.NamedNode(KG.postNominal), None)}
    words = name.replace(",", " ").split()
    while len(words) > 1 and (fold(words[0]).rstrip(".") in titles or _opens(titles, words)):
        words = words[1:]
    while len(words) > 1 and fold(words[-1]) in letters:
        words = words[:-1]
    return " ".join(words)


def _opens(titles: set[str], words: Sequence[str]) -> bool:
    """Whether the first word begins a title of several words, as "the" does in "Dr the Hon"."""
    return any(fold(words[0]) in title.split() for title in titles)


def similar(store: ox.Store, node: ox.NamedNode, count: int = 5) -> tuple[Candidate, ...]:
    """The other officials whose names are most like this one's, best first.

    Compared are forms of two words or more, whatever their order; one may hold further words.
    """
    names = {form: iris for form, iris in _names(store, ["official"]).items() if " " in form}
    own = [form for form, iris in names.items() if node.value in iris]
    others = {form: iris - {node.value} for form, iris in names.items() if iris - {node.value}}
    ranked = sorted(pair for form in own for pair in _ranked(form, others, "token_set_ratio", 85))
    return _bearers(store, ranked, others, count)


def _nearest(store: ox.Store, name: str, names: dict[str, set[str]], count: int = 5) -> tuple[Candidate, ...]:
    """The things with the most similar names, best first."""
    return _bearers(store, _ranked(fold(_bare(store, name)), names, "WRatio", 68), names, count)


def _ranked(name: str, names: Iterable[str], scorer: str, cutoff: float) -> list[tuple[float, str]]:
    """Names by likeness (a ratio of rapidfuzz, 0..100), as (100 - ratio, name), the most like first."""
    from rapidfuzz import fuzz, process

    found = process.extract(name, list(names), scorer=getattr(fuzz, scorer), limit=20, score_cutoff=cutoff)
    return sorted((100 - score, form) for form, score, _ in found)


def _bearers(
    store: ox.Store, ranked: Iterable[tuple[float, str]], names: dict[str, set[str]], count: int
) -> tuple[Candidate, ...]:
    """Who bears these names, in their order, each once."""
    iris = dict.fromkeys(iri for _, form in ranked for iri in sorted(names[form]))
    return tuple(describe(store, [iri])[0] for iri in list(iris)[:count])


def _subject(quad: ox.Quad) -> ox.NamedNode:
    if not isinstance(quad.subject, ox.NamedNode):
        raise TypeError(f"blank node {quad.subject} where the graph has IRIs only")
    return quad.subject


def _text(quad: ox.Quad) -> str:
    return quad.object.value if isinstance(quad.object, ox.Literal) else str(quad.object)
