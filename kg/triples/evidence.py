"""Evidence: the very words of a release, in their sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import pyoxigraph as ox

from kg.model import Evidence, Findings, Span
from kg.triples.mint import Sink, segment, term, typed
from kg.vocab import KG, OA, PROV, RDF, XSD


class Quotes:
    """The evidence of one release: each span and rule one node, with the rest of its sentence."""

    def __init__(self, sink: Sink, findings: Findings, release: ox.NamedNode) -> None:
        self._sink = sink
        self._release = release
        self._ident = segment(findings.release.id)
        self._text = findings.release.text
        self._sentences = findings.sentences
        self._starts = [sentence.start for sentence in findings.sentences]
        self._known: dict[Evidence, ox.NamedNode] = {}

    def derive(self, node: ox.NamedNode, evidence: Iterable[Evidence]) -> None:
        """State that the node was derived from these words."""
        for one in dict.fromkeys(evidence):
            quote = self._known.get(one)
            if quote is None:
                quote = self._known[one] = self._quote(one)
            self._sink.say(node, PROV.wasDerivedFrom, quote)

    def _quote(self, evidence: Evidence) -> ox.NamedNode:
        start, end = evidence.span.start, evidence.span.end
        node = self._sink.mint("evidence", self._ident, f"{start}-{end}", segment(evidence.rule))
        say = self._sink.say
        before, after = self._around(evidence.span)
        say(node, RDF.type, term(KG.Evidence))
        say(node, KG.inRelease, self._release)
        say(node, OA.start, typed(str(start), XSD.integer))
        say(node, OA.end, typed(str(end), XSD.integer))
        say(node, OA.exact, ox.Literal(self._text[start:end]))
        say(node, OA.prefix, ox.Literal(before))
        say(node, OA.suffix, ox.Literal(after))
        say(node, KG.rule, ox.Literal(evidence.rule))
        return node

    def _around(self, span: Span) -> tuple[str, str]:
        """The rest of the sentence before the span, and after it; empty where it is in none."""
        before = after = ""
        first = bisect_right(self._starts, span.start) - 1
        last = max(bisect_right(self._starts, span.end - 1) - 1, first)
        if first >= 0 and span.start < self._sentences[first].end:
            before = self._text[self._sentences[first].start : span.start]
        if last >= 0 and span.end <= self._sentences[last].end:
            after = self._text[span.end : self._sentences[last].end]
        return before, after
