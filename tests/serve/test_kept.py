"""Answers that are given again, and those that make room."""

from __future__ import annotations

from kg.serve.kept import LARGEST, MOST, Kept


def test_what_was_not_asked_for_longest_makes_room() -> None:
    kept, size = Kept(), LARGEST // 2
    room = MOST // size
    names = [str(number).encode() for number in range(room + 1)]
    for name in names[:room]:
        kept.keep(name, name.ljust(size))
    assert kept.get(names[0]) == names[0].ljust(size)
    kept.keep(names[room], names[room].ljust(size))
    assert [name for name in names if kept.get(name) is None] == [names[1]]


def test_an_answer_is_kept_once_and_a_large_one_not() -> None:
    kept = Kept()
    for _ in range(3 * MOST // LARGEST):
        kept.keep(b"the same", b"x" * LARGEST)
    kept.keep(b"large", b"x" * (LARGEST + 1))
    assert kept.get(b"large") is None
    assert kept.get(b"the same") == b"x" * LARGEST
    assert kept.get(b"another") is None
