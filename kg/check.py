"""Is a graph as it should be? Against the shapes (SHACL), and against the words of the releases.

SHACL: https://www.w3.org/TR/shacl/, by pySHACL on rdflib's own store (on others it is many times slower).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from kg.model import Release
from kg.reference import ontology_dir
from kg.vocab import DCTERMS, KG, OA

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong: the node, the property (an IRI, or None for the node as a whole), why, and the value."""

    focus: str
    path: str | None
    reason: str
    value: str | None = None

    def __str__(self) -> str:
        where = self.focus if self.path is None else f"{self.focus} {self.path}"
        return f"{where}: {self.reason}" if self.value is None else f"{where}: {self.reason} (value: {self.value})"


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a check: how many things were looked at, and all violations in a fixed order."""

    checked: int
    violations: tuple[Violation, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.violations

    def __add__(self, other: Report) -> Report:
        """Both checks as one."""
        violations = sorted({*self.violations, *other.violations}, key=_order)
        return Report(self.checked + other.checked, tuple(violations))


def validate(graph: str | Path | ox.Store, shapes: Path | None = None) -> Report:
    """Validate a graph (a Turtle file or a store) against ``ontology/shapes.ttl`` or other shapes.

    ``checked`` counts triples. Raises OSError or SyntaxError when the file cannot be read.
    """
    import pyshacl
    import rdflib

    data = _as_rdflib(graph)
    size = len(data)
    folder = ontology_dir()
    wanted = rdflib.Graph().parse(shapes or folder / "shapes.ttl", format="turtle")
    ontology = rdflib.Graph().parse(folder / "kg.ttl", format="turtle")
    _, results, text = pyshacl.validate(data, shacl_graph=wanted, ont_graph=ontology, inplace=True)
    if not isinstance(results, rdflib.Graph):
        raise ValueError(f"the shapes cannot be used: {text}; mend the shapes file")
    return Report(size, tuple(sorted(set(_violations(results, wanted)), key=_order)))


def verify_sources(store: ox.Store, releases: Iterable[Release]) -> Report:
    """Check every quotation of the graph against the releases read anew.

    Each evidence's oa:exact must be the text from oa:start to oa:end, its oa:prefix must stand right before
    and its oa:suffix right after. ``checked`` counts quotations. A release that the graph quotes and that is
    not among those given is a violation too. ``releases`` may be a generator.
    """
    quoted = _quotations(store)
    checked = 0
    violations: list[Violation] = []
    for release in releases:
        for evidence in quoted.pop(release.id, ()):
            checked += 1
            violations += _compare(store, evidence, release)
    for missing, unread in quoted.items():
        reason = f"release {missing} was not among the inputs, so {len(unread)} quotations could not be verified"
        violations.append(Violation(missing, None, f"{reason}; give the files that the graph was built from"))
    return Report(checked, tuple(sorted(violations, key=_order)))


def _as_rdflib(graph: str | Path | ox.Store) -> rdflib.Graph:
    import rdflib

    data = rdflib.Graph()
    if isinstance(graph, ox.Store):
        lines = graph.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
        return data.parse(data=lines or b"", format="nt")
    return data.parse(graph, format="turtle")


def _violations(results: rdflib.Graph, shapes: rdflib.Graph) -> Iterator[Violation]:
    from rdflib import RDF, SH

    for result in results.subjects(RDF.type, SH.ValidationResult):
        shape, value = results.value(result, SH.sourceShape), results.value(result, SH.value)
        path = results.value(result, SH.resultPath)
        path = shapes.value(shape, SH.path) or path if shape else path  # the report names complex paths anew
        messages = sorted(str(message) for message in results.objects(result, SH.resultMessage))
        yield Violation(
            focus=str(results.value(result, SH.focusNode)),
            path=None if path is None else _path(shapes, path),
            reason="; ".join(messages) or "does not conform to its shape",
            value=None if value is None else str(value),
        )


def _path(shapes: rdflib.Graph, path: rdflib.term.Node) -> str:
    """A property path as SPARQL writes it: ``^kg:met``, ``a|b``."""
    from rdflib import SH, BNode
    from rdflib.collection import Collection

    if not isinstance(path, BNode):
        return str(path)
    if (inverse := shapes.value(path, SH.inversePath)) is not None:
        return f"^{_path(shapes, inverse)}"
    choices = shapes.value(path, SH.alternativePath)
    steps = Collection(shapes, choices if choices is not None else path)
    return ("|" if choices is not None else "/").join(_path(shapes, step) for step in steps)


def _order(violation: Violation) -> tuple[str, str, str, str]:
    return violation.focus, violation.path or "", violation.reason, violation.value or ""


def _quotations(store: ox.Store) -> dict[str, list[ox.NamedNode]]:
    """Release id -> the evidence nodes that quote it."""
    ids = {
        quad.subject: quad.object.value
        for quad in store.quads_for_pattern(None, ox.NamedNode(DCTERMS.identifier), None)
        if isinstance(quad.object, ox.Literal)
    }
    quoted: dict[str, list[ox.NamedNode]] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(KG.inRelease), None):
        release = quad.object
        name = ids.get(release) if isinstance(release, ox.NamedNode) else None
        quoted.setdefault(name or str(release), []).append(cast(ox.NamedNode, quad.subject))
    return quoted


def _compare(store: ox.Store, evidence: ox.NamedNode, release: Release) -> Iterator[Violation]:
    """One quotation against the text."""

    def said(term: str) -> str | None:
        quad = next(store.quads_for_pattern(evidence, ox.NamedNode(term), None), None)
        return quad.object.value if quad and isinstance(quad.object, ox.Literal) else None

    text = release.text
    try:
        start, end = int(said(OA.start) or ""), int(said(OA.end) or "")
    except ValueError:
        yield Violation(evidence.value, OA.start, "oa:start and oa:end must be numbers; build the graph anew")
        return
    if not 0 <= start < end <= len(text):
        reason = f"{start}-{end} is not inside the text of {release.source}, which has {len(text)} characters"
        yield Violation(evidence.value, OA.start, reason)
        return
    before, after = said(OA.prefix) or "", said(OA.suffix) or ""
    for term, words, found in (
        (OA.exact, said(OA.exact), text[start:end]),
        (OA.prefix, before, text[max(0, start - len(before)) : start]),
        (OA.suffix, after, text[end : end + len(after)]),
    ):
        if words != found:
            yield Violation(evidence.value, term, f"{release.source} has {found!r} there", words)
