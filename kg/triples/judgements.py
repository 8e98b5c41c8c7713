"""Judgements: why an official is one person, and who may be one with whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.model import Identity, Judgement, Verdict
from kg.triples.mint import Sink, segment, term, typed
from kg.vocab import KG, RDF, XSD

LANGUAGE = "en"
"""The reasons are in English."""


def judge(sink: Sink, official: ox.NamedNode, identity: Identity) -> None:
    """State why an official is one person, where mentions of several kinds were joined."""
    if identity.joined:
        node = sink.mint("judgement", segment(identity.key))
        _state(sink, node, [official], Verdict.SAME, [identity.reason])


def judgements(sink: Sink, found: Iterable[Judgement], officials: Mapping[str, ox.NamedNode]) -> None:
    """State of pairs that they may be one, or are told apart; ``officials`` are those of the graph, by key."""
    for one in found:
        node = sink.mint("judgement", segment(one.one), segment(one.other))
        _state(sink, node, [officials[one.one], officials[one.other]], one.verdict, one.reasons)
        if one.score is not None:
            sink.say(node, KG.score, typed(_decimal(one.score), XSD.decimal))


def _state(
    sink: Sink, node: ox.NamedNode, about: Iterable[ox.NamedNode], verdict: Verdict, reasons: Iterable[str]
) -> None:
    sink.say(node, RDF.type, term(KG.Judgement))
    for official in about:
        sink.say(node, KG.about, official)
    sink.say(node, KG.verdict, ox.Literal(verdict.value))
    for reason in reasons:
        sink.say(node, KG.reason, ox.Literal(reason, language=LANGUAGE))


def _decimal(number: float) -> str:
    """A number with one digit after the point, as the standard writes it: no needless zero.

    >>> _decimal(1.25), _decimal(2.0), _decimal(-0.04)
    ('1.2', '2', '0')
    """
    return f"{round(number, 1) or 0.0:.1f}".removesuffix(".0")
