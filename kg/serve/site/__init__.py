"""The pages beside the network page: one for queries, one for each thing, their HTML, CSS and JavaScript files here.

The editor for queries is Yasgui in the edition of Zazuko (MIT), @zazuko/yasgui on npm, shipped in ``static/vendor``.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from kg import query
from kg.vocab import KG

if TYPE_CHECKING:
    from jinja2 import Environment

    from kg.explain import Sentence
    from kg.serve.things import Thing

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
"""Content-Security-Policy of these pages: nothing from elsewhere. The editor styles its parts by attributes."""


@cache
def queries() -> bytes:
    """The page on which people write queries, with the named ones as examples."""
    template = _environment().get_template("queries.html")
    return template.render(named=query.named(), kg=KG.BASE, body=_body).encode()


def _body(named: query.NamedQuery) -> str:
    """The text of a named query without its header, which stands beside the editor."""
    return re.sub(r"\A(?:#[^\n]*\n)+\n*", "", named.text)


def about(thing: Thing, base: str) -> bytes:
    """The page about one thing; things of the graph, whose IRIs begin with ``base``, lead to their pages here."""

    def cell(iri: str, text: str) -> Markup | str:
        """A text that leads to a thing: to its page here where there is one; nowhere for other than http(s)."""
        address = local(iri, base) or (iri if iri.startswith(("https://", "http://")) else None)
        return Markup('<a href="{}" rel="noopener">{}</a>').format(address, text) if address else text

    return _environment().get_template("thing.html").render(thing=thing, cell=cell, pieces=pieces, base=base).encode()


def local(iri: str, base: str) -> str | None:
    """Where the page of a thing is on this server; None for what is not of this graph.

    >>> local("https://w3id.org/who-met-whom/id/official/john-lee", "https://w3id.org/who-met-whom/id/")
    '/id/official/john-lee'
    """
    return f"/id/{quote(iri.removeprefix(base), safe='/~%')}" if iri.startswith(base) else None


def pieces(sentence: Sentence) -> list[tuple[str, bool]]:
    """A sentence in pieces, each with whether it is among the words that count."""
    found, done = [], 0
    for start, end in sentence.marks:
        found += [(sentence.text[done:start], False), (sentence.text[start:end], True)]
        done = end
    return [piece for piece in (*found, (sentence.text[done:], False)) if piece[0]]


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader

    folder = files(__package__)
    return Environment(
        loader=FunctionLoader(lambda name: folder.joinpath(name).read_text("utf-8")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
