"""Answers kept to be given again: the graph does not change while it is served."""

from __future__ import annotations

import re
from collections import OrderedDict

MOST = 16 << 20  # bytes of all answers kept
LARGEST = 1 << 20  # bytes of one
_NEVER_THE_SAME = re.compile(r"now|rand|uuid|bnode", re.IGNORECASE)


def repeatable(query: str) -> bool:
    """Whether a query has the same answer whenever it is asked. Errs on the side of no: only the text is looked at.

    >>> repeatable("SELECT * { ?a ?b ?c }"), repeatable("SELECT (NOW() AS ?now) {}")
    (True, False)
    """
    return _NEVER_THE_SAME.search(query) is None


class Kept:
    """Answers by what was asked; the ones not asked for longest make room for others."""

    def __init__(self) -> None:
        self._answers: OrderedDict[bytes, bytes] = OrderedDict()
        self._size = 0

    def get(self, asked: bytes) -> bytes | None:
        """The answer, when it is kept."""
        if asked not in self._answers:
            return None
        self._answers.move_to_end(asked)
        return self._answers[asked]

    def keep(self, asked: bytes, answer: bytes) -> None:
        """Keep an answer, unless it is large."""
        if asked in self._answers or len(answer) > LARGEST:
            return
        self._answers[asked] = answer
        self._size += len(answer)
        while self._size > MOST:
            self._size -= len(self._answers.popitem(last=False)[1])
