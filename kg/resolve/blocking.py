"""Blocking: which signatures are worth comparing, in time that grows with their number.

Two signatures are compared when they share a surname and a given name, initials that begin it, or a post; or a post
that one person holds at a time, when one surname may be misprinted. So a
surname that a tenth of the people bear makes no large block: those who have nothing else in common are never compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.resolve.personal import PersonalName, odd, turned
from kg.resolve.signature import Signature
from kg.resolve.standing import Standing

Block = tuple[str, str, str]
"""Surname, what kind of part, and the part."""


def name_blocks(name: PersonalName) -> Iterator[Block]:
    """The blocks of a name: all names that may be the same share one, but for those of a surname alone.

    >>> from kg.resolve.personal import parse
    >>> sorted(name_blocks(parse("John Lee Ka-chiu")))
    [('lee', 'initial', 'j'), ('lee', 'initial', 'k'), ('lee', 'part', 'john'), ('lee', 'part', 'kachiu')]
    """
    for surname in name.surnames:
        if name.given:
            yield surname, "part", name.chinese
            yield surname, "initial", name.given[0][0]
        for other in name.others:
            yield surname, "part", other
            yield surname, "initial", other[0]
        for letter in name.initials[:1]:
            yield surname, "initial", letter


def entries(one: Signature, standings: Mapping[str, Standing]) -> Iterator[str]:
    """The blocks into which a signature is entered, to be found by others."""
    whose = _POSTED if one.posts else _PLAIN
    for name in one.names:
        yield from (_named(whose, block) for block in name_blocks(name))
    if one.posts:
        for name in one.names:
            yield from (_named(_SHORT, block) for block in name_blocks(name) if _is_short(one))
        yield from _posts(one, standings)
        yield from _turned(one)
        for single in _singles(one, standings):
            yield _named(_POSTED, single)
            if _is_odd(one):
                yield _named(_ODD, single)


def matching(one: Signature, standings: Mapping[str, Standing]) -> Iterator[str]:
    """The blocks of all with posts with whom a signature with posts is worth comparing.

    By an initial only those of which one is known by initials; by a post alone, whatever the surname, those of which
    one is a surname that may be misprinted.
    """
    if not one.posts:
        return
    for name in one.names:
        for block in name_blocks(name):
            yield _named(_POSTED if block[1] == "part" or _is_short(one) else _SHORT, block)
    yield from _posts(one, standings)
    yield from _turned(one)
    for post in _singles(one, standings):
        yield _named(_POSTED if _is_odd(one) else _ODD, post)


def fitting(one: Signature) -> Iterator[str]:
    """The blocks of all whose names may fit where one of the two has no post."""
    for name in one.names:
        for block in name_blocks(name):
            yield _named(_PLAIN, block)
            if not one.posts:
                yield _named(_POSTED, block)


_POSTED, _PLAIN, _SHORT, _ODD = "posted", "plain", "short", "odd"


def _named(whose: str, block: Block) -> str:
    return "\0".join((whose, *block))


def _posts(one: Signature, standings: Mapping[str, Standing]) -> Iterator[str]:
    for name in one.names:
        for surname in name.surnames:
            yield from (_named(_POSTED, (surname, "post", post)) for post in one.posts if standings[post].named)


def _turned(one: Signature) -> Iterator[str]:
    """The block of a name whose surname and given name could change places."""
    for name in one.names:
        if turned(name):
            yield _named(_POSTED, ("", "turned", " ".join(sorted((*name.surnames, *name.given)))))


def _singles(one: Signature, standings: Mapping[str, Standing]) -> Iterator[Block]:
    return (("", "single", post) for post in one.posts if standings[post].single)


def _is_short(one: Signature) -> bool:
    return any(name.initials for name in one.names)


def _is_odd(one: Signature) -> bool:
    return any(odd(name) for name in one.names)
