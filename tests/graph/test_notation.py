"""Lines made straight from statements are those that the library's triples give, whatever the terms are."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.notation import Turtle
from kg.export.turtle import lines
from kg.triples.mint import Oxigraph, Sink, segment
from kg.vocab import INSTANCES, KG, RDF, RDFS, XSD

BASES = (INSTANCES, "https://example.org/x#")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def both(base: str, *statements: tuple[str, str, tuple[str, ...]]) -> tuple[list[str], list[str]]:
    """The lines of statements (key of an official, predicate, arguments of a literal) by either way."""
    terms, library = Turtle(base), Oxigraph()
    text, triples = Sink(base, terms), Sink(base, library)
    for sink in (text, triples):
        for key, predicate, (kind, *values) in statements:
            subject = sink.thing("official", key)
            if kind == "text":
                sink.say(subject, predicate, sink.text(*values))
            elif kind == "typed":
                sink.say(subject, predicate, sink.typed(*values))
            elif kind == "number":
                sink.say(subject, predicate, sink.number(int(values[0])))
            else:
                sink.say(subject, predicate, sink.mint(*map(segment, values)))
    return list(terms.lines(text.taken())), list(lines(library.triples(triples), base=base))


@pytest.mark.parametrize("base", BASES)
def test_every_character(base: str) -> None:
    texts = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    some = ["".join(texts[at : at + 999]) for at in range(0, len(texts), 999)]
    ours, theirs = both(base, *(("a", RDFS.label, ("text", text)) for text in [*texts[:0x3000], *some]))
    assert ours == theirs


@pytest.mark.parametrize("base", BASES)
@given(key=st.text(st.characters(exclude_categories=["Cs"]), min_size=1), text=TEXTS)
def test_any_key_and_text(base: str, key: str, text: str) -> None:
    ours, theirs = both(
        base,
        (key, RDF.type, ("node", "event", key, "1")),
        (key, RDFS.label, ("text", text)),
        (key, RDFS.label, ("text", text, "en")),
        (key, KG.topic, ("text", text, "zh-Hant")),
        (key, KG.topic, ("text", text, "en-gb")),
    )
    assert ours == theirs


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2025-05-19", XSD.date),
        ("2025-05", XSD.gYearMonth),
        ("2025-05-19T17:15:00+08:00", XSD.dateTime),
        ("12", XSD.integer),
        ("1.5", XSD.integer),
        ("true", XSD.boolean),
        ("maybe", XSD.boolean),
        ("-1.5", XSD.decimal),
        ('https://example.org/a"b', XSD.anyURI),
    ],
)
@pytest.mark.parametrize("base", BASES)
def test_literals_with_a_datatype(base: str, value: str, datatype: str) -> None:
    ours, theirs = both(base, ("a", KG.score, ("typed", value, datatype)), ("a", KG.score, ("number", "12")))
    assert ours == theirs
