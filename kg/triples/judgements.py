"""Judgements: why an official is one person, and who may be one with whom."""

from __future__ import annotations

from kg.triples.mint import N, Sink, segment
from kg.triples.things import Judged
from kg.vocab import KG, RDF, XSD

LANGUAGE = "en"
"""The reasons are in English."""


def judge(sink: Sink[N], found: Judged) -> None:
    """State of officials that they are one person, may be one, or are told apart."""
    node = sink.mint("judgement", *map(segment, found.about))
    sink.say(node, RDF.type, sink.term(KG.Judgement))
    for key in found.about:
        sink.say(node, KG.about, sink.thing("official", key))
    sink.say(node, KG.verdict, sink.text(found.verdict.value))
    for reason in found.reasons:
        sink.say(node, KG.reason, sink.text(reason, LANGUAGE))
    if found.score is not None:
        sink.say(node, KG.score, sink.typed(_decimal(found.score), XSD.decimal))


def _decimal(number: float) -> str:
    """A number with one digit after the point, as the standard writes it: no needless zero.

    >>> _decimal(1.25), _decimal(2.0), _decimal(-0.04)
    ('1.2', '2', '0')
    """
    return f"{round(number, 1) or 0.0:.1f}".removesuffix(".0")
