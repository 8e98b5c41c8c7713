"""Posts held, once each, with the body that each is at: from apposition, from verbs, from the words of a rank."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.en.actors import Actor
from kg.extract.en.posts import Post
from kg.extract.en.posts_given import Given
from kg.model import Agency, Evidence, Span, Tenure
from kg.reference import PlaceKind

_OWNED: Final = ("'s ", "’s ")
_AT_THE: Final = re.compile(r"[^,]{3,60}? of the (?=[A-Z])")
_NEXT_BODY: Final = re.compile(r", the |,? (?P<closes>and|as well as) (?:the )?(?=[A-Z])")
_ENDS: Final = re.compile(r"[.;\n]|, |\Z")
_OWNER: Final = re.compile(r"(?<![\w'’-])(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})['’]s \Z")
_OWNER_REACH: Final = 40
_OWNED_BY_LETTERS: Final = re.compile(r"(?P<body>[A-Z][A-Z&]{1,7}) (?P<office>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*)")
# what people are said not to be: "a non-Panel Member, Mr Ho"
_NOT_ONE: Final = re.compile(r"\bnon-(?:[A-Z][\w-]+ )?\Z")
_NOT_REACH: Final = 24


def held_tenures(
    text: str,
    acting: Sequence[Actor],
    given: Sequence[Given],
    bodies: Sequence[Agency],
    kind: Callable[[str], PlaceKind | None],
) -> tuple[Tenure, ...]:
    """Posts held, once each: from apposition, then from verbs ("will act as")."""
    held: dict[tuple[int, str, bool], Tenure] = {}
    proofs: dict[tuple[int, str, bool], list[Evidence]] = {}
    seen: dict[tuple[int, str, bool], set[Evidence]] = {}
    named = named_bodies(bodies)
    stated: list[tuple[int, Post, Evidence]] = [
        (a.person, post, Evidence(a.name.span, a.name.rule)) for a in acting if a.person is not None for post in a.posts
    ]
    stated += [(g.person, g.post, Evidence(g.name, "post-holder")) for g in given]
    stated = [(person, _of_country(text, _at_whole(text, post, named), kind), name) for person, post, name in stated]
    each = [(person, *one, name) for person, post, name in stated for one in _at_each(text, post, named)]
    each += [
        (g.person, *one, Evidence(g.name, "post-holder")) for g in given for one in _at_others(text, g.post, named)
    ]
    for person, post, where, name in each:
        if post.former or _NOT_ONE.search(text, max(0, post.span.start - _NOT_REACH), post.span.start):
            continue
        key = (person, same_post(post.label), post.acting)
        evidence = Evidence(post.span, post.rule)
        if key not in held:
            held[key] = Tenure(person, post.label, _agency_of(text, where, named), post.acting, ())
            proofs[key], seen[key] = [], set()
        if evidence not in seen[key]:
            proofs[key] += evidence, name
            seen[key] |= {evidence, name}
    for bare in _named_again(held, proofs):
        del held[bare]
    return tuple(replace(tenure, evidence=tuple(proofs[key])) for key, tenure in held.items())


def _named_again(
    held: Iterable[tuple[int, str, bool]], proofs: Mapping[tuple[int, str, bool], Sequence[Evidence]]
) -> list[tuple[int, str, bool]]:
    """The posts that others of the same person tell in full: "Director Qiao (Director of the Northern Office)"."""
    posts: dict[int, list[tuple[str, bool]]] = {}
    for person, label, acting in held:
        posts.setdefault(person, []).append((label, acting))
    found = []
    for person, others in posts.items():
        for label, acting in others if len(others) > 1 else ():
            is_rank = proofs[person, label, acting][0].rule == "post-rank"
            if any(_is_office_of(label, whole) and (is_rank or acts == acting) for whole, acts in others):
                found.append((person, label, acting))
    return found


def _at_each(text: str, post: Post, named: Sequence[tuple[int, int, int]]) -> tuple[tuple[Post, Span], ...]:
    """The posts of "Director of the Northern Office and the Southern Bureau", one at each body, and where it stands."""
    joint = text.find(" and the ", post.span.start, post.span.end)
    if joint < 0 or post.plural or post.label != text[post.span.start : post.span.end]:
        return ((post, post.span),)
    second = joint + len(" and the ")
    inside = {(start, -reach) for start, reach, _ in named if post.span.start < start and -reach <= post.span.end}
    first = next((start for start, end in inside if end == joint), None)
    is_both = first is not None and (second, post.span.end) in inside
    if not is_both or not text.endswith(" of the ", post.span.start, first):
        return ((post, post.span),)
    office = text[post.span.start : first]
    return (
        (replace(post, label=text[post.span.start : joint]), Span(post.span.start, joint)),
        (replace(post, label=f"{office}{text[second : post.span.end]}"), Span(second, post.span.end)),
    )


def _at_others(text: str, post: Post, named: Sequence[tuple[int, int, int]]) -> list[tuple[Post, Span]]:
    """The same post at the bodies that a list goes on with: "is a member of the A, the B and the C"."""
    found: list[tuple[Post, Span]] = []
    office = _AT_THE.match(post.label)
    at, joint = post.span.end, _NEXT_BODY.match(text, post.span.end) if office else None
    while office and joint:
        ends = [-end for start, end, _ in named if start == joint.end()]
        if not ends:
            break
        span = Span(joint.end(), max(ends))
        found.append((replace(post, span=span, label=f"{office.group()}{text[span.start : span.end]}"), span))
        at, last, joint = span.end, joint, _NEXT_BODY.match(text, span.end)
        if last["closes"] and _ENDS.match(text, at):
            return found
    return []  # a list that no "and" closes is none


def _at_whole(text: str, post: Post, named: Sequence[tuple[int, int, int]]) -> Post:
    """The post with all of the body's name in which it ends: "Director of the Trade Office, Berlin"."""
    span = post.span
    for start, reach, _ in named[bisect_left(named, (span.start,)) :]:
        if start >= span.end:
            break
        if -reach > span.end and post.label.endswith(text[start : span.end]):
            label = f"{post.label}{text[span.end : -reach]}"
            return replace(post, span=Span(span.start, -reach), label=label)
    return post


def _is_office_of(rank: str, label: str) -> bool:
    """Whether a post is a rank with its office: "Minister", "Australia's Minister for Trade"."""
    before, _, after = label.partition(rank)
    return after.startswith((" of ", " for ")) and (not before or before.endswith(_OWNED))


def _of_country(text: str, post: Post, kind: Callable[[str], PlaceKind | None]) -> Post:
    """The post with the country that it is owned by: "Australia's Minister for Trade"."""
    owner = _OWNER.search(text, max(0, post.span.start - _OWNER_REACH), post.span.start)
    if owner is None or kind(owner["name"]) != "country" or text.endswith("Hong Kong, ", 0, owner.start()):
        return post  # "Hong Kong, China's Permanent Representative" is not that of China
    return replace(post, span=Span(owner.start(), post.span.end), label=f"{owner.group()}{post.label}")


def same_post(label: str) -> str:
    """What the labels of one post share.

    >>> same_post("Founder of the Harbour Prize") == same_post("founder of Harbour Prize")
    True
    >>> same_post("VTC Chairman") == same_post("Chairman of the VTC")
    True
    """
    if owned := _OWNED_BY_LETTERS.fullmatch(label):
        label = f"{owned['office']} of {owned['body']}"
    return label.casefold().replace(" the ", " ")


def _agency_of(text: str, span: Span, named: Sequence[tuple[int, int, int]]) -> int | None:
    """The agency of a post: named in it, or as its owner."""
    inside = agency_in(span, named)
    return _owner(text, span, named) if inside is None else inside


def _owner(text: str, span: Span, named: Sequence[tuple[int, int, int]]) -> int | None:
    """The agency whose office a post is: "the Harbour Authority's Chairman", "the Department's Deputy Director"."""
    end = span.start - len("'s ")
    if not text.startswith(_OWNED, end):
        return None
    return next((agency for start, reach, agency in named if start < end and -reach == end), None)


def agency_in(span: Span, named: Sequence[tuple[int, int, int]]) -> int | None:
    """The agency named first, and longest, inside a post; ``named`` as :func:`named_bodies` gives it."""
    for start, reach, agency in named[bisect_left(named, (span.start,)) :]:
        if start >= span.end:
            return None
        if -reach <= span.end:
            return agency
    return None


def named_bodies(bodies: Sequence[Agency]) -> list[tuple[int, int, int]]:
    """Start, end as a negative number, and agency of every mention of one, in order, the longest first."""
    return sorted((span.start, -span.end, k) for k, body in enumerate(bodies) for span in body.spans)
