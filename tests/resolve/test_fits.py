"""Whose names fit is kept by likeness; what is kept is what is found anew."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.blocking import entries
from kg.resolve.fits import Fits
from kg.resolve.frequency import Frequencies
from kg.resolve.personal import Agreement, compare, parse
from kg.resolve.shelves import Lazy, Shelves
from kg.resolve.signature import Signature, Signatures
from kg.resolve.standing import Standing

NAMES = ("John Lee Ka-chiu", "John Lee", "J K C Lee", "Lee Ka-chiu", "Mary Lee", "Lee", "Ingrid Solheim", "I Solheim")
POST = Standing("Mayor", "Mayor", "mayor", True, True, False, True, None, None, frozenset(), None, None, None)
ARCHIVES = st.dictionaries(
    st.sampled_from("abcdefgh"), st.tuples(st.sets(st.sampled_from(NAMES), min_size=1, max_size=2), st.booleans())
)


def signatures(archive: dict[str, tuple[set[str], bool]]) -> Signatures:
    """The signatures with these keys: of each the names, and whether it has a post."""
    found = {
        key: Signature(key, {parse(name) for name in names}, posts={"mayor": [1]} if posted else {})
        for key, (names, posted) in archive.items()
    }
    named = {key: frozenset(one.names) for key, one in found.items()}
    return Signatures(found, named, {"mayor": POST}, frozenset(), Frequencies({}, 0))


def fitting(one: Signature, known: Signatures) -> set[str]:
    """By looking at everybody."""
    return {
        key
        for key, other in known.by_key.items()
        if not (one.posts and other.posts)
        and any(compare(a, b) >= Agreement.INITIALS for a in one.names for b in other.names)
    }


@given(st.lists(ARCHIVES, min_size=1, max_size=4))
def test_what_is_kept_from_build_to_build_is_what_fits(archives: list[dict[str, tuple[set[str], bool]]]) -> None:
    data = sqlite3.connect(":memory:", isolation_level=None)
    former: dict[str, tuple[set[str], bool]] = {}
    for archive in archives:
        shelves = Shelves(data)
        blocks = shelves.links("blocks")
        fits = Fits(shelves, blocks)
        before, known = signatures(former), signatures(archive)
        dirty = {key for key in former.keys() | archive.keys() if former.get(key) != archive.get(key)}
        for key in dirty & former.keys():
            for block in set(entries(before.by_key[key], before.standings)):
                blocks.drop(block, key)
            fits.leave(key)
        for key in dirty & archive.keys():
            for block in set(entries(known.by_key[key], known.standings)):
                blocks.add(block, key)
            fits.enter(known.by_key[key])
        fits.settle(known)
        for key, one in known.by_key.items():
            assert fits.of(key) == fitting(one, known), key
        shelves.save()
        former = archive


def test_nothing_is_looked_for_where_no_likeness_is_new() -> None:
    shelves = Shelves()
    blocks = shelves.links("blocks")
    fits = Fits(shelves, blocks)
    known = signatures({"a": ({"John Lee"}, False), "b": ({"John Lee"}, False), "c": ({"John Lee Ka-chiu"}, True)})
    for key in "ac":
        for block in entries(known.by_key[key], known.standings):
            blocks.add(block, key)
        fits.enter(known.by_key[key])
    fits.settle(known)
    fits.leave("c")
    for key in "bc":
        fits.enter(known.by_key[key])
    nobody: Lazy[str, Signature] = Lazy(lambda key: known.by_key[f"not {key}"])
    fits.settle(Signatures(nobody, known.names, known.standings, known.together, known.usual))
    assert fits.of("c") == {"a", "b"}
