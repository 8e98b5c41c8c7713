"""Who belongs to a body by a list of its members: "Other members of the Commission are Mr A, Dr B and Ms C"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.extract.en.actors import Actor
from kg.extract.en.agency_names import HEAD_WORDS
from kg.extract.en.posts import Post
from kg.model import Span

# A body of which people are members as a post: not the "members of the delegation".
_BODY: Final = HEAD_WORDS | {"Force", "Trust"}
_MEMBERS: Final = re.compile(
    r"\b(?P<post>(?:[Ee]x-officio |[Nn]on-ex-officio |[Nn]on-official |[Oo]fficial )?"
    r"(?P<noun>[Mm]embers) of the (?P<body>[A-Z][^.;:\n]{2,160}?)) (?:are|include|comprise)(?: the following)?:?\s+"
)
# "the Commission comprises the following members:", each in a line of its own
_COMPRISES: Final = re.compile(
    r"\bthe (?P<post>(?P<body>[A-Z][^.;:\n]{1,80}?) (?:now |will )?(?:comprises?|consists? of) the following "
    r"(?:[a-z-]+ )?(?P<noun>members)):\s+"
)
_HINT: Final = re.compile(r"embers of the [A-Z]")  # begins with letters, which are found much faster
# What stands between the people of a list: marks, and items that name nobody ("the Secretary for Justice (ex-officio
# member)").
_BETWEEN: Final = re.compile(r"(?:[,;\s]|and\b|the\b|[A-Z][\w'’-]*|of\b|for\b|\([^()]{1,40}\))*")
_ENDS: Final = re.compile(r"\. (?=[A-Z])|\.?\n|\.$")


def with_members(text: str, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The same with the post of those who have none beside them and stand in a list of members.

    >>> from kg.extract.en.coreference import gather
    >>> from kg.extract.en.actors import actors
    >>> from kg.extract.en.people import find_names
    >>> text = "Other members of the Harbour Board are Mr Ip Wai and Ms Yick Sau."
    >>> names, _ = find_names(text)
    >>> [[post.label for post in each.posts] for each in with_members(text, actors(text, names, gather(names)[1]))]
    [['member of the Harbour Board'], ['member of the Harbour Board']]
    """
    lists = list(_MEMBERS.finditer(text)) if actors and _HINT.search(text) else []
    lists += _COMPRISES.finditer(text) if actors and " members:" in text else ()
    if not lists:
        return tuple(actors)
    out = list(actors)
    starts = [actor.span.start for actor in actors]
    for m in lists:
        in_lines = m.re is _COMPRISES
        if _BODY.isdisjoint(m["body"].split(" ")) and not (in_lines and m["body"].isupper()):
            continue
        one = m["noun"].removesuffix("s")
        label = f"{one} of the {m['body']}" if in_lines else m["post"].replace(m["noun"], one)
        post = Post(Span(*m.span("post")), label, False, False, True, "post-members")
        end = None if in_lines else _ENDS.search(text, m.end())
        at = m.end()
        for k in range(bisect_left(starts, m.end()), bisect_left(starts, end.start() if end else len(text))):
            if not _BETWEEN.fullmatch(text, at, starts[k]):
                break
            if not out[k].posts:
                out[k] = replace(out[k], posts=(post,))
            at = out[k].span.end
    return tuple(out)
