"""SPARQL 1.1 text in, rows out: default prefixes, refusals, and errors that show the place.

Only reading is allowed, and only from the graph at hand. Oxigraph would follow SERVICE to any host, so
it is refused before the text reaches the store. Oxigraph's parser has no separate lexer (it reads
``SERVICE:x {`` and ``1SERVICE<x>{`` as SERVICE), so a tokenizer of ours could be led astray; the pattern
here is matched on the bare text instead and errs on the side of refusing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.rows import Rows
from kg.store import base
from kg.vocab import PREFIXES

_GAP = r"(?:\s|#[^\n\r]*[\n\r])*"
_SERVICE = re.compile(
    r"[?$@:][\w.-]*"  # a variable, language tag or local name that may end in "service"
    rf"|(?P<service>service{_GAP}(?:silent{_GAP})?(?:<[^<>]*>|[?$][^\s{{}}<>]*|[^\s{{}}<>?$]*:[^\s{{}}<>]*){_GAP}\{{)",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"#[^\n\r]*"
    r"|<[^<>\"{}|^`\\\s]*>"
    r'|"""(?:[^\\]|\\.)*?"""'
    r"|'''(?:[^\\]|\\.)*?'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|[?$]\w+"
    r"|@[\w-]+"
    r"|(?P<name>(?<![\w.-])(?:[^\W\d_][\w.-]*)?:[\w.:%-]*)"
    r"|(?P<word>[^\W\d]\w*)"
    r"|(?P<mark>[{}()])"
    r"|(?P<iri><[a-zA-Z][\w+.-]*:[^<>\n]*>)"
    r"|(?P<quote>[\"'])",
    re.DOTALL,
)
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"})
_QUERIES = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


class QueryError(ValueError):
    """A query that cannot be answered: wrong, or refused. The message is whole, with a remedy."""


def run(store: ox.Store, text: str) -> Rows:
    """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE query.

    The prefixes of :data:`kg.vocab.PREFIXES` need not be declared (``id:`` is where this graph's things
    begin). Raises QueryError for a wrong query, with line, column and the line itself, and for one that
    would change the graph or read from elsewhere.

    >>> run(ox.Store(), "ASK { ?official a kg:Official }").answer
    False
    """
    results = results_of(store, text)
    if isinstance(results, ox.QueryBoolean):
        return Rows("ASK", ["answer"], [(ox.Literal(bool(results)),)])
    try:
        if isinstance(results, ox.QueryTriples):
            return Rows("CONSTRUCT", ["subject", "predicate", "object"], _distinct(results))
        columns = [variable.value for variable in results.variables]
        return Rows("SELECT", columns, (tuple(solution) for solution in results))
    except (OSError, RuntimeError) as error:
        raise QueryError(f"the query could not be carried out: {error}") from error


def results_of(store: ox.Store, text: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """As :func:`run`, but the store's own result, as it comes."""
    refuse(text)
    try:
        return store.query(text, prefixes=PREFIXES | {"id": base(store)})
    except SyntaxError as error:
        raise QueryError(explain_syntax(text, str(error))) from error
    except (OSError, RuntimeError) as error:
        raise QueryError(f"the query could not be carried out: {error}") from error


def _distinct(triples: ox.QueryTriples) -> Iterator[tuple[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, ...]]:
    """The triples as a set, in the order they come: a graph holds each once."""
    for triple in dict.fromkeys(triples):
        yield (triple.subject, triple.predicate, triple.object)


def refuse(text: str) -> None:
    """Raise QueryError for SERVICE, FROM, and updates such as INSERT and LOAD."""
    for match in _SERVICE.finditer(text):
        if match["service"]:
            place = _shown(text, match.start("service"))
            raise QueryError(
                f"SERVICE is refused: a query reads this graph alone and contacts no other server\n{place}"
            )
    words = list(_words(text))
    for word, start in words:
        if word == "FROM":
            place = _shown(text, start)
            raise QueryError(
                f"FROM is refused: there is one graph, and every pattern reads it; leave FROM out\n{place}"
            )
    first = next(_forms(words), None)
    if first and first[0] in _UPDATES:
        raise QueryError(
            f"{first[0]} is refused: the graph is read-only here; use SELECT, ASK, CONSTRUCT or DESCRIBE\n"
            f"{_shown(text, first[1])}"
        )


def form_of(text: str) -> str | None:
    """What a query asks for, in capitals: SELECT, ASK, CONSTRUCT, DESCRIBE, or whatever word stands there.

    >>> form_of("PREFIX ask: <https://example.org/select> construct WHERE { ?a ?b ?c }")
    'CONSTRUCT'
    """
    return next((word for word, _ in _forms(_words(text))), None)


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The bare words of a query in capitals, and where they stand."""
    return ((match["word"].upper(), match.start()) for match in _TOKEN.finditer(text) if match["word"])


def _forms(words: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The words without those that open a declaration."""
    return ((word, start) for word, start in words if word not in ("PREFIX", "BASE"))


def explain_syntax(text: str, message: str) -> str:
    """Oxigraph's syntax error turned into line, column, likely reason, the line itself and a caret.

    Oxigraph names the furthest place any of its rules looked at, often past the mistake; rdflib's parser
    names where the part begins that it could not read, so that is what is shown where both object.
    """
    likely = next(_likely(text), None)
    if likely:
        reason, start = likely
    elif (unread := _unreadable(text)) is not None:
        rest = text[unread:].split(None, 1)
        reason, start = f"cannot be read from {rest[0]!r} on" if rest else "ends too early", unread
    else:
        reason, start = _note(message) or f"is not valid SPARQL 1.1 ({message})", 0
    return f"{_where(text, start)}: {reason}\n{_shown(text, start)}"


def _likely(text: str) -> Iterator[tuple[str, int]]:
    """Reasons that a parser's own message hides, each with its place; the first is the best guess."""
    declared = set(PREFIXES) | set(re.findall(r"prefix\s+([\w.-]*):", text, re.IGNORECASE))
    opened: list[tuple[str, int]] = []
    form = None
    for match in _TOKEN.finditer(text):
        kind, token, start = match.lastgroup, match[0], match.start()
        if kind == "word" and not form and token.upper() not in ("PREFIX", "BASE"):
            form = token
            if token.upper() not in _QUERIES:
                yield f"{token!r} is no query form; begin with SELECT, ASK, CONSTRUCT or DESCRIBE", start
        elif kind == "name" and (prefix := token.partition(":")[0]) not in declared:
            yield f"the prefix {prefix}: is not declared; add PREFIX {prefix}: <...> at the top", start
        elif kind == "quote":
            yield f"this {token} is never closed on its line", start
        elif kind == "iri":
            yield f'{token} is not an IRI: it may not hold spaces or any of "{{}}|\\^`', start
        elif kind == "mark" and token in "{(":
            opened.append((token, start))
        elif kind == "mark" and (not opened or opened.pop()[0] + token not in ("{}", "()")):
            yield f"this {token!r} closes nothing that was opened", start
    if opened:
        yield f"this {opened[-1][0]!r} is never closed", opened[-1][1]
    if not form:
        yield "there is no query; begin with SELECT, ASK, CONSTRUCT or DESCRIBE", 0


def _note(message: str) -> str:
    """A sentence in Oxigraph's message, such as "SELECT * is not authorized with GROUP BY"; else nothing."""
    sentence = re.search(r"[A-Z][\w*]+(?: [\w*]+){3,}", message)
    return sentence[0] if sentence else ""


def _unreadable(text: str) -> int | None:
    """Where rdflib's parser stops, if it does."""
    from pyparsing import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(text)
    except ParseBaseException as error:
        return _offset(text, error.lineno, error.column)
    return None


def _offset(text: str, line: int, column: int) -> int:
    lines = text.splitlines(keepends=True)
    return min(sum(len(each) for each in lines[: line - 1]) + column - 1, len(text))


def _where(text: str, start: int) -> str:
    before = text[:start]
    return f"line {before.count(chr(10)) + 1}, column {start - before.rfind(chr(10))}"


def _shown(text: str, start: int) -> str:
    """The line around a place, and a caret under it."""
    head = text.rfind("\n", 0, start) + 1
    line = text[head:].split("\n", 1)[0].rstrip("\r").replace("\t", " ")
    return f"  {line}\n  {' ' * (start - head)}^"
