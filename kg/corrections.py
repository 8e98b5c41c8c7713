"""Corrections by people: which officials, agencies and posts are one, which are two, and how they are called.

A Turtle file of three kinds of statement, between IRIs of a graph, in full or as in ``graph.ttl``::

    <official/john-lee> owl:sameAs <official/lee-ka-chiu--chief-executive> .
    <official/chan-wai-ming--director-of-health> owl:differentFrom <official/chan-wai-ming--mayor> .
    <official/john-lee> rdfs:label "John Lee Ka-chiu"@en .     # or skos:prefLabel
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox

from kg.resolution import Correction, Corrections, Form
from kg.vocab import INSTANCES, OWL, PREFIXES, RDFS, SKOS

DEFAULT = Path("corrections.ttl")
"""Read from the current folder by ``kg build`` where it is there."""

KINDS = ("official", "agency", "post")
LINKS = {OWL.sameAs: True, OWL.differentFrom: False}
LABELS = frozenset({RDFS.label, SKOS.prefLabel})


class CorrectionsFileError(ValueError):
    """A file of corrections that is missing, is no Turtle, or states something that is no correction."""


def load(path: str | Path, base: str = INSTANCES) -> Corrections:
    """Read the corrections of a file; the IRIs in it begin with ``base``.

    The prefixes of kg need not be declared. Raises CorrectionsFileError naming the file, the statement and what to do.
    """
    path = Path(path)
    links: set[Correction] = set()
    labels: dict[tuple[str, str], set[Form]] = {}
    for quad in _quads(path, base):
        kind, key = _thing(path, quad.subject, base)
        predicate = quad.predicate.value
        if predicate in LINKS:
            other_kind, other = _thing(path, quad.object, base)
            if other_kind != kind:
                raise CorrectionsFileError(f"{path}: {_shown(quad)}: one kind is none of another; mend the IRI")
            links.add(Correction(kind, min(key, other), max(key, other), LINKS[predicate]))
        elif predicate in LABELS and isinstance(quad.object, ox.Literal):
            labels.setdefault((kind, key), set()).add(Form(quad.object.value, quad.object.language or "en"))
        else:
            known = "owl:sameAs, owl:differentFrom, rdfs:label or skos:prefLabel"
            raise CorrectionsFileError(f"{path}: {_shown(quad)}: no correction; give {known}")
    ordered = sorted(links, key=lambda one: (one.kind, one.one, one.other, one.same))
    return Corrections(str(path), tuple(ordered), {thing: tuple(sorted(forms)) for thing, forms in labels.items()})


def _quads(path: Path, base: str) -> list[ox.Quad]:
    known = PREFIXES | {"id": base}
    header = " ".join(f"@prefix {prefix}: <{iri}> ." for prefix, iri in known.items())  # one line before the file's
    try:
        text = path.read_text(encoding="utf-8-sig")
        return list(ox.parse(f"{header}\n{text}", format=ox.RdfFormat.TURTLE, base_iri=base))
    except SyntaxError as error:
        line = f", line {error.lineno - 1}" if error.lineno else ""
        reason = str(error.msg or error)
        reason = reason.partition(": ")[2] or reason  # the place in it counts the line of prefixes too
        raise CorrectionsFileError(f"{path}{line}: {reason}; mend the line") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionsFileError(f"{path}: cannot be read: {error}; give a Turtle file") from error


def _thing(path: Path, node: object, base: str) -> tuple[str, str]:
    """Kind and key of a thing by its IRI."""
    iri = node.value if isinstance(node, ox.NamedNode) else str(node)
    for start in (base, INSTANCES):
        kind, slash, key = iri.removeprefix(start).partition("/")
        if iri.startswith(start) and slash and kind in KINDS and key:
            return kind, unquote(key)
    raise CorrectionsFileError(
        f"{path}: {iri} is no official, agency or post; give an IRI such as <official/john-lee>, as kg unsure shows it"
    )


def _shown(quad: ox.Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object}"
