"""The network page: one HTML file with everything in it, drawn by pyvis's vis-network, needing no network.

pyvis gets its nodes, edges and options in one go, and our template through its public interface. The page's HTML, CSS
and JavaScript are files of their own beside this one; here they are only put together.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from json import loads as parsed
from typing import TYPE_CHECKING, Any

from kg.export.network import stated, together
from kg.export.page import data
from kg.export.page.chunks import Keys, base, chunks, json
from kg.export.page.data import in_order, rows
from kg.export.page.picture import OPTIONS, Counted, Drawing, Person, drawing
from kg.export.page.selection import part
from kg.export.records import Pair, Records, read
from kg.grades import GRADES, implied

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    import pyoxigraph as ox
    from jinja2 import Environment
    from pyvis.network import Network

STYLES = ("colours.css", "page.css", "panel.css", "tools.css", "print.css")
SCRIPTS = (
    "dom.js",
    "strings.js",
    "data.js",
    "search.js",
    "select.js",
    "state.js",
    "layout.js",
    "labels.js",
    "names.js",
    "scene.js",
    "picture.js",
    "finder.js",
    "evidence.js",
    "panel.js",
    "table.js",
    "timeline.js",
    "files.js",
    "controls.js",
    "main.js",
)
"""In the order in which they need each other; as ES modules they import only from earlier ones."""

_IMPORT = re.compile(r'(?ms)^import (\{[^}]*\}) from "\./([\w-]+\.js)";$')
_EXPORT = re.compile(r"(?m)^export (?=(?:async )?(?:function|const|let|class) (\w+))")


class Page(str):
    """The text of a page, which a notebook displays as the page itself, in a frame without any rights but scripts.

    >>> Page("<p>1 < 2</p>")._repr_html_().partition("srcdoc=")[2]
    '"&lt;p&gt;1 &lt; 2&lt;/p&gt;"></iframe>'
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        frame = 'sandbox="allow-scripts allow-downloads allow-popups" style="width:100%;height:800px;border:0"'
        return f'<iframe title="Network" {frame} srcdoc="{escape(self)}"></iframe>'


def render(
    store: ox.Store,
    *,
    title: str | None = None,
    people: Iterable[str] | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Page:
    """The whole page as HTML (UTF-8 when written to a file); in a notebook it shows itself.

    ``title`` is the headline. ``people`` (IRIs) narrows it to these and whoever shared an occasion with them;
    ``since`` and ``until`` (ISO dates such as "2025-05", both included) to what took place in that time.
    Raises LookupError for an IRI of nobody in the graph. The same graph gives the same bytes.
    """
    records = part(read(store), people=people, since=since, until=until)
    keys = Keys(base(records))
    told = {name: in_order(several) for name, several in rows(records, keys).items()}
    return Page(b"".join(written(_whole(records, keys), told | {"pieces": chunks(records, keys)}, title)).decode())


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many releases there are, also those that tell of nobody, when the first and last were issued (days, or
    empty), and the key of the agency that published all which tell of somebody."""

    releases: int
    first: str
    last: str
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Whole:
    """What a page says of all releases together; ``base`` is where IRIs begin. ``otherwise`` are the encounters that
    occasions imply and the graph does not state so: event and two officials (keys), and the number of the grade
    stated, or -1."""

    base: str
    coverage: Coverage
    drawing: Drawing
    otherwise: Sequence[tuple[str, str, str, int]] = ()


def _whole(records: Records, keys: Keys) -> Whole:
    counts: dict[Pair, list[int]] = {}
    otherwise: list[tuple[str, str, str, int]] = []
    for occasion in records.occasions.values():
        for first, second in together(occasion):
            grade = stated(records, occasion, first, second)
            one, other = (keys.of("official", each.official) for each in (first, second))
            if grade:
                counts.setdefault((one, other), [0] * len(GRADES))[GRADES.index(grade)] += 1
            if grade != implied(occasion.kind, first.role, second.role):
                number = GRADES.index(grade) if grade else -1
                otherwise.append((keys.of("event", occasion.iri), one, other, number))
    days = [release.issued[:10] for release in records.releases.values() if release.issued]
    publishers = {release.publisher for release in records.releases.values()}
    publisher = publishers.pop() if len(publishers) == 1 else None
    shared = Counted({pair: tuple(times) for pair, times in counts.items()})
    by = publisher and keys.of("agency", publisher)
    coverage = Coverage(len(records.releases), min(days, default=""), max(days, default=""), by)
    return Whole(keys.base, coverage, drawing(shared, lambda _: people_of(records, keys)), otherwise)


def people_of(records: Records, keys: Keys) -> dict[str, Person]:
    """How the officials of some records are drawn, by key."""
    return {
        keys.of("official", iri): Person(one.name.label, one.agency and keys.of("agency", one.agency))
        for iri, one in records.officials.items()
    }


def written(whole: Whole, tables: Mapping[str, Iterable[bytes]], title: str | None = None) -> Iterator[bytes]:
    """The page as UTF-8; ``tables`` are the rows of each of :data:`kg.export.page.data.COLUMNS`, in order."""
    html = _page(whole, title).generate_html(notebook=False) + "\n"
    at = html.index(END, html.index(DATA))
    yield html[:at].encode()
    yield from data.written(tables)
    yield html[at:].encode()


DATA = '<script type="application/json" id="data">'
"""Where the page's data begins; what is told of the whole comes first."""

END = "}</script>"
"""Where it ends; it stands nowhere else in it, as "<" is escaped there."""


def head(whole: Whole, nodes: Sequence[object], edges: Sequence[object], options: object) -> bytes:
    """What is told of all releases together, as the data begins; nodes, edges and options are those of pyvis."""
    told = whole.coverage
    opening = {"grade": whole.drawing.grade, "colours": whole.drawing.colours}
    begun = json(
        {
            "base": whole.base,
            "publisher": told.publisher,
            "told": {"releases": told.releases, "first": told.first, "last": told.last},
            "otherwise": whole.otherwise,
            "opening": {**opening, "nodes": nodes, "edges": edges, "options": options},
        }
    )
    return begun.removesuffix(b"}") + b","


def _page(whole: Whole, title: str | None) -> Network:
    from pyvis.network import Network

    page = Network(height="100%", width="100%", heading=title or "", cdn_resources="in_line")
    page.templateEnv = _environment(whole)
    page.path = "page.html"
    page.nodes, page.edges = whole.drawing.nodes, whole.drawing.edges  # add_edge looks through all edges for each
    page.options = OPTIONS
    return page


def _environment(whole: Whole) -> Environment:
    """Our template with what it puts in; pyvis passes nodes, edges, options and heading when it renders."""
    from jinja2 import Environment, FunctionLoader

    folder = files(__package__)
    style, scripts = _styles(folder), (_text(folder, "vendor/vis-network.min.js"), _scripts(folder))
    environment = Environment(
        loader=FunctionLoader(lambda name: _text(folder, name)), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )

    def begun(nodes: list[Any], edges: list[Any], options: str) -> str:
        """How the page's one data element begins; pyvis hands its options over as JSON text."""
        return head(whole, nodes, edges, parsed(options)).decode()

    environment.globals.update(style=style, scripts=scripts, policy=_policy(style, scripts), begun=begun)
    return environment


def _policy(style: str, scripts: Iterable[str]) -> str:
    """The page's Content-Security-Policy: nothing from elsewhere, nothing inline but what is named by its hash."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _styles(folder: Traversable) -> str:
    return "\n".join(_text(folder, f"styles/{name}") for name in STYLES)


def _scripts(folder: Traversable) -> str:
    """The modules as one script, since inline modules could import each other only through further addresses."""
    modules = "\n".join(_module(name, _text(folder, f"scripts/{name}")) for name in SCRIPTS)
    return f'"use strict";\n(() => {{\nconst modules = {{}};\n{modules}}})();\n'


def _module(name: str, source: str) -> str:
    """One ES module in a scope of its own: imports are taken from the modules before it, exports handed to those after.

    >>> print(_module("b.js", 'import { one } from "./a.js";\\nexport const two = 2 * one;'))
    modules["b.js"] = (() => {
    const { one } = modules["a.js"];
    const two = 2 * one;
    return { two };
    })();
    <BLANKLINE>
    """
    names = ", ".join(_EXPORT.findall(source))
    body = _EXPORT.sub("", _IMPORT.sub(r'const \1 = modules["\2"];', source)).rstrip()
    return f'modules["{name}"] = (() => {{\n{body}\nreturn {{ {names} }};\n}})();\n'


def _text(folder: Traversable, name: str) -> str:
    """A file of the page, with the line ends that the browser hashes."""
    return folder.joinpath(name).read_text("utf-8").replace("\r\n", "\n")
