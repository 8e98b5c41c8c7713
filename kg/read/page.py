"""Official HTML pages: title, body and photo captions, without navigation, scripts and share bars."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.read import layout, names
from kg.read.clean import squeeze, unify
from kg.read.problem import UnreadableError

_TITLE = "#PRHeadlineSpan, #PRHeadline"
_BODY = "#pressrelease"
_PHOTOS = "#rightContent a[title] > img, .controlDisplay1 a[title] > img"
_CAPTIONS = "figcaption"
_CHROME = (
    "script", "style", "noscript", "template", "head", "nav", "header", "footer", "aside", "form", "select", "button",
    "iframe", "svg", "figure", ".controlDisplay2", ".access", "#header", "#footer", ".sharePost2", ".btm_btn",
)  # fmt: skip
_GAPS = (  # what a browser puts around an element: an empty line, a new line, or a space
    dict.fromkeys(["blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre", "table"], "\n\n")
    | dict.fromkeys(
        ["address", "article", "dd", "div", "dl", "dt", "fieldset", "li", "main", "ol", "section", "tr", "ul"], "\n"
    )
    | dict.fromkeys(("td", "th"), " ")
)
_HTML_SPACE = re.compile(r"[ \t\n\r\f]+")  # not the no-break space, which indents paragraphs
_OFFICIAL_ADDRESS = re.compile(r"https?://[\w.]*info\.gov\.hk/gia/general/[\w/]+\.html?")
_SIBLING = re.compile(r"P\d{12,13}(?=p?\.(?:htm|txt))|P\d{12,13}(?=_photo)")
_MARKUP = re.compile(r"<(?:p|br|div|span)\b[^<>]{0,200}>", re.IGNORECASE)
_REMEDY = "give the page of one press release"


@dataclass(frozen=True, slots=True)
class Page:
    """What one page holds; ``id`` and ``url`` are None where the page does not tell its own."""

    id: str | None
    url: str | None
    parts: layout.Parts


def parse(html: str) -> Page:
    """Read one page.

    Pages of the government's present layout are taken apart by their element ids. Of any other page the text
    around a ruler or a tail is taken, as :mod:`kg.read.layout` describes it.

    Raises:
        UnreadableError: there is no press release in the page.
    """
    tree = LexborHTMLParser(html)
    url = _url(tree)
    own = names.official_id(url) if url else _own_id(tree)
    captions = _captions(tree)
    tree.strip_tags(["script", "style", "noscript", "template"])
    heading = tree.css_first(_TITLE)
    title = squeeze(unify(heading.text())) if heading else None
    body = tree.css_first(_BODY)
    for chrome in () if tree.body is None else tree.body.css(", ".join(_CHROME)):
        chrome.decompose()
    root = body or tree.body
    lines = unify(_text(root)).split("\n") if root else []
    if not title:
        title = _other_title(tree, lines)
    elif not any(map(str.strip, lines)):
        raise UnreadableError("a page with a title and no text", _REMEDY)
    first = next(layout.pieces("\n".join(lines)), None)
    parts = layout.parse(first.lines if first else (), title)
    return Page(own, url, layout.Parts(parts.title, _with(parts.paragraphs, captions), parts.issued))


def plain(text: str) -> str:
    """``text`` as it is or, where it holds HTML tags (as columns of tables do), without them.

    >>> plain("<p>Mr Lee met<br>Ms Sun.</p>")
    'Mr Lee met\\nMs Sun.\\n\\n'
    """
    if not _MARKUP.search(text):
        return text
    tree = LexborHTMLParser(text)
    tree.strip_tags(["script", "style", "noscript", "template"])
    return _text(tree.body) if tree.body else ""


def _other_title(tree: LexborHTMLParser, lines: list[str]) -> str | None:
    """The heading of a page of another layout; None where the title stands above its ruler."""
    if not layout.has_frame(lines):
        raise UnreadableError("no press release in this page", _REMEDY)
    heading = tree.css_first("h1")
    title = squeeze(unify(heading.text())) if heading else ""
    return None if not title or any("***" in line for line in lines) else title


def _with(paragraphs: tuple[str, ...], captions: tuple[str, ...]) -> tuple[str, ...]:
    return paragraphs + tuple(caption for caption in captions if caption not in paragraphs)


def _captions(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The captions of the photos in their order; photos that share one give it once."""
    shown = [node.attributes.get("alt") or "" for node in tree.css(_PHOTOS)]
    shown += [node.text() for node in tree.css(_CAPTIONS)]
    return tuple(dict.fromkeys(caption for text in shown if (caption := squeeze(unify(text)))))


def _url(tree: LexborHTMLParser) -> str | None:
    """The address that the page gives as its own: canonical, Open Graph, or in its link for sharing by mail."""
    for selector, attribute in (("link[rel=canonical]", "href"), ("meta[property='og:url']", "content")):
        node = tree.css_first(selector)
        address = (node.attributes.get(attribute) or "").strip() if node else ""
        if address.startswith(("http://", "https://")):
            return address
    for link in tree.css("a[href]"):
        href = link.attributes.get("href") or ""
        if href[:7].lower() == "mailto:" and (match := _OFFICIAL_ADDRESS.search(unquote(href))):
            return match[0]
    return None


def _own_id(tree: LexborHTMLParser) -> str | None:
    """The official number in the links to the page's own print version, text version and photos."""
    links = [node.attributes.get("href") or "" for node in tree.css("#contentBody a[href], #rightContent a[href]")]
    own = {match[0] for link in links if (match := _SIBLING.search(link))}
    return own.pop() if len(own) == 1 else None


def _text(root: LexborNode) -> str:
    """The text of an element as a browser lays it out: a line per block, an empty one between paragraphs.

    Walks with a stack of its own, because pages can nest deeper than Python recurses. On it are elements to
    enter, and the gaps to leave behind elements whose children are done.
    """
    out: list[str] = []
    stack: list[LexborNode | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            _gap(out, node)
        elif node.tag == "-text":
            out.append(_flow(node.text_content or "", out))
        elif node.tag == "br":
            out.append("\n")
        elif node.tag == "pre":
            _gap(out, _GAPS["pre"])
            out.append(node.text() + _GAPS["pre"])
        else:
            gap = _GAPS.get(node.tag or "", "")
            _gap(out, gap)
            stack.append(gap)
            stack.extend(reversed(list(node.iter(include_text=True))))
    return "".join(out)


def _gap(out: list[str], gap: str) -> None:
    """End the line, unless it has just begun."""
    if gap and out and not out[-1].endswith(gap):
        out.append(gap)


def _flow(text: str, out: list[str]) -> str:
    """Running text: spaces and line breaks of the source are one space, and none at the start of a line."""
    text = _HTML_SPACE.sub(" ", text)
    return text.lstrip(" ") if not out or out[-1].endswith("\n") else text
