"""Evidence: the very words of a release, in their sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Generic

from kg.model import Evidence, Findings, Span
from kg.triples.mint import N, Sink, segment
from kg.vocab import KG, OA, PROV, RDF


class Sentences:
    """The sentences of one release."""

    def __init__(self, findings: Findings) -> None:
        self._text = findings.release.text
        self._sentences = findings.sentences
        self._starts = [sentence.start for sentence in findings.sentences]

    def around(self, span: Span) -> tuple[str, str]:
        """The rest of the sentence before the span, and after it; empty where it is in none."""
        before = after = ""
        first = bisect_right(self._starts, span.start) - 1
        last = max(bisect_right(self._starts, span.end - 1) - 1, first)
        if first >= 0 and span.start < self._sentences[first].end:
            before = self._text[self._sentences[first].start : span.start]
        if last >= 0 and span.end <= self._sentences[last].end:
            after = self._text[span.end : self._sentences[last].end]
        return before, after


class Quotes(Generic[N]):
    """The evidence of one release: each span and rule one node, with the rest of its sentence."""

    def __init__(self, sink: Sink[N], findings: Findings, release: N) -> None:
        self._sink = sink
        self._release = release
        self._ident = segment(findings.release.id)
        self._text = findings.release.text
        self._sentences = Sentences(findings)
        self._known: dict[Evidence, N] = {}

    def derive(self, node: N, evidence: Iterable[Evidence]) -> None:
        """State that the node was derived from these words."""
        for one in dict.fromkeys(evidence):
            quote = self._known.get(one)
            if quote is None:
                quote = self._known[one] = self._quote(one)
            self._sink.say(node, PROV.wasDerivedFrom, quote)

    def _quote(self, evidence: Evidence) -> N:
        start, end = evidence.span
        sink = self._sink
        node = sink.mint("evidence", self._ident, f"{start}-{end}", segment(evidence.rule))
        before, after = self._sentences.around(evidence.span)
        say = sink.say
        say(node, RDF.type, sink.term(KG.Evidence))
        say(node, KG.inRelease, self._release)
        say(node, OA.start, sink.number(start))
        say(node, OA.end, sink.number(end))
        say(node, OA.exact, sink.text(self._text[start:end]))
        say(node, OA.prefix, sink.text(before))
        say(node, OA.suffix, sink.text(after))
        say(node, KG.rule, sink.text(evidence.rule))
        return node
