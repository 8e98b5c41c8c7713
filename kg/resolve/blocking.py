"""Blocking: which signatures are worth comparing, in time that grows with their number.

Two signatures are compared when they share a surname and a given name, initials that begin it, or a post; or a post
that one person holds at a time, when one surname may be misprinted. So a
surname that a tenth of the people bear makes no large block: those who have nothing else in common are never compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kg.resolve.personal import PersonalName, odd
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


def pairs(signatures: Iterable[Signature], standings: Mapping[str, Standing]) -> Iterator[tuple[Signature, Signature]]:
    """Every two signatures that share a block, once, in the order of their keys."""
    blocks: defaultdict[Block, list[Signature]] = defaultdict(list)
    for one in signatures:
        for block in sorted(set(_blocks(one, standings))):
            blocks[block].append(one)
    done: set[tuple[str, str]] = set()
    for (_, kind, _), members in sorted(blocks.items()):
        for one, other in _in_block(kind, members):
            pair = (one.key, other.key) if one.key < other.key else (other.key, one.key)
            if pair not in done:
                done.add(pair)
                yield (one, other) if one.key < other.key else (other, one)


def _blocks(one: Signature, standings: Mapping[str, Standing]) -> Iterator[Block]:
    for name in one.names:
        yield from name_blocks(name)
        for surname in name.surnames:
            yield from ((surname, "post", post) for post in one.posts if standings[post].named)
    yield from (("", "single", post) for post in one.posts if standings[post].single)


def _in_block(kind: str, members: list[Signature]) -> Iterator[tuple[Signature, Signature]]:
    """All pairs; by an initial only those of which one is known by initials; by a post alone, whatever the surname,
    those of which one is a surname that may be misprinted."""
    if kind not in ("initial", "single"):
        yield from combinations(members, 2)
        return
    short = [one for one in members if any(name.initials if kind == "initial" else odd(name) for name in one.names)]
    keys = {one.key for one in short}
    for one in short:
        yield from ((one, other) for other in members if other.key not in keys or other.key > one.key)
