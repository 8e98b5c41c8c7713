"""Posts dealt out: "the Head of A and the Head of B, Mr X and Ms Y", "Mr X and Ms Y as A and B respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.extract.en.offices import LOWER_HEADS
from kg.extract.en.post_words import singular
from kg.extract.en.posts import Post
from kg.model import Span

_RESPECTIVELY: Final = re.compile(r",? respectively\b")
# Two ranks of one office: "Chairman and Vice-Chairman of the Board".
_TWO_RANKS: Final = re.compile(r"(?P<one>[\w-]+) and (?P<other>(?:[\w-]+ )?[\w-]+)(?P<rest> (?:of|for) .*)?")
# Two offices of one body, each with its article: "Chairman and the Chief Executive of the Board".
_TWO_OFFICES: Final = re.compile(
    r"(?P<one>[\w-]+(?: [\w-]+){0,2}) and the (?P<other>[\w-]+(?: [\w-]+){0,2}?)(?P<rest> (?:of|for) .*)"
)
# One rank at two bodies: "Chairman of the Harbour Board and the Lotus Board".
_TWO_BODIES: Final = re.compile(r"(?P<rank>[\w-]+(?: [\w-]+)*?) of (?P<one>the .+) and (?P<other>the .+)")

# Offices of which a body has one.
_ONE_EACH: Final = frozenset(
    "CEO Chairman Chairperson Chairwoman Commissioner Commandant Dean Director-General Executive Governor Head Mayor"
    " Minister President Principal Provost Secretary-General Vice-Chancellor".split()
)


def dealt(posts: Sequence[Post], count: int) -> tuple[Post, ...] | None:
    """One post for each of ``count`` people in their order; None where the posts do not come out even."""
    if len(posts) == count:
        return tuple(posts)
    return _ranks(posts[0]) or _bodies(posts[0]) if len(posts) == 1 and count == 2 else None


def at_each_body(post: Post) -> tuple[Post, Post] | None:
    """The two posts in "Chief Executives of the Lotus Bank and the Harbour Bank"; None where each may hold both.

    A body has one chairman but many members.
    """
    rank = post.label.partition(" of ")[0].split(" ")[-1]
    two = _bodies(post) if post.plural and rank in _ONE_EACH else None
    return (replace(two[0], plural=False), replace(two[1], plural=False)) if two else None


def is_dealt(text: str, end: int) -> bool:
    """Whether posts or people that end at ``end`` are told to belong to others one by one."""
    return _RESPECTIVELY.match(text, end) is not None


def _bodies(post: Post) -> tuple[Post, Post] | None:
    """The two posts in "Chairman of the Harbour Board and the Lotus Board"."""
    m = _TWO_BODIES.fullmatch(post.label)
    if m is None:
        return None
    start, end = post.span
    one, other = Span(start, end - len(f" and {m['other']}")), Span(end - len(m["other"]), end)
    rank = f"{m['rank']} of "
    return replace(post, label=rank + m["one"], span=one), replace(post, label=rank + m["other"], span=other)


def _ranks(post: Post) -> tuple[Post, Post] | None:
    """The two posts in "Chairman and Vice-Chairman of the Board", "Chairman and the Chief Executive of the Board"."""
    if two := _TWO_OFFICES.fullmatch(post.label):
        return replace(post, label=two["one"] + two["rest"]), replace(post, label=two["other"] + two["rest"])
    m = _TWO_RANKS.fullmatch(post.label)
    if m is None or not (singular(m["one"]).casefold() in m["other"].casefold() or m["other"] in LOWER_HEADS):
        return None
    rest = m["rest"] or ""
    return replace(post, label=m["one"] + rest), replace(post, label=m["other"] + rest)
