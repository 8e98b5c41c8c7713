"""A new Turtle file out of a former one of ours and what changed: all that stayed is copied, not written again.

Files of :mod:`kg.export.turtle` have one block for each subject, in the order of the subjects, so the file is its own
index: a subject is found by bisection. What is between two changes is copied by the system.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import BinaryIO

from kg.export.former import Edit, Former
from kg.export.spool import STREAMED
from kg.export.turtle import SEPARATOR, blocks
from kg.vocab import INSTANCES

_BETWEEN = b"\n\n<"


class Blocks(Former):
    """A Turtle file of ours, its own index."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self._sections: dict[bytes, tuple[int, int]] = {}

    def block(self, subject: str) -> str:
        """The statements about a subject as they are written, subject and all; empty where there are none."""
        start, end = self.range(f"{subject} ".encode())
        return self._text[start + 1 : end].decode()

    def range(self, prefix: bytes) -> tuple[int, int]:
        """From where to where the blocks are whose text begins so; an empty range where they would be."""
        start = self._first(prefix)
        end = start
        while self._text[end + 1 : end + 1 + len(prefix)] == prefix:
            end = self._from(end + 1)
        return start, end

    def _first(self, key: bytes) -> int:
        """Where the first block begins that is not before ``key``, with its empty line; else the end."""
        return self._within(key, *self._section(key[: key.find(b"/") + 1]))

    def _section(self, opening: bytes) -> tuple[int, int]:
        """From where to where the blocks are that begin so, found once: those of a kind, or of whole IRIs, which are
        seldom any, so that they are quickly asked for one by one."""
        if opening not in self._sections:
            behind = opening[:-1] + bytes([opening[-1] + 1]) if opening else b""
            end = len(self._text)
            begin = self._within(opening, 0, end)
            self._sections[opening] = begin, self._within(behind, begin, end) if behind else end
        return self._sections[opening]

    def _within(self, key: bytes, begin: int, end: int) -> int:
        """The first block not before ``key`` between two places, else the second of these."""
        length, text = len(key), self._text
        return self.first(begin, end, self._from, lambda start: text[start + 1 : start + 1 + length] < key)

    def _from(self, place: int) -> int:
        """Where the first block at or after a place begins, with its empty line; else the end."""
        found = self._text.find(_BETWEEN, max(place - 1, 0))
        return len(self._text) if found < 0 else found + 1


def spliced(
    old: BinaryIO,
    new: Iterable[str],
    releases: Collection[str],
    things: Iterable[str],
    file: BinaryIO,
    base: str = INSTANCES,
) -> None:
    """Write a former file of ours with other statements of some releases and things into another file.

    Args:
        old: the former file, of the same base.
        new: the lines (:func:`kg.export.turtle.lines`) that state all releases and things which are new or changed;
            of tenures without the evidence that other releases give.
        releases: the places (:func:`kg.export.spool.place`) of the former releases that changed or are gone.
        things: the IRIs, without the base, of what else is gone.
    """
    ours: defaultdict[str, set[str]] = defaultdict(set)
    for line in new:
        ours[line[: line.index(SEPARATOR)]].add(line)
    starts = frozenset(start for each in releases for start in _starts_of(each, base))
    with Blocks(old) as former:
        texts = {subject: "" for thing in things for subject in (f"<{thing}>", f"<{base}{thing}>")}
        for subject, told in ours.items():
            if subject.startswith(("<tenure/", f"<{base}tenure/")):
                former_lines = _evidence(subject, former.block(subject), base)
                told |= {line for line in former_lines if _release(line) not in starts}
            texts[subject] = "".join(text for text, _ in blocks(sorted(told)))
        former.spliced(_edits(former, texts, starts), file)


def _starts_of(release: str, base: str) -> Iterator[str]:
    """How the blocks begin that are about a release and its parts alone, by its place."""
    for start in ("<", f"<{base}"):
        yield f"{start}release/{release.removesuffix('/')}> "
        yield from (f"{start}{kind}/{release}" for kind in STREAMED if kind != "release")


def _evidence(subject: str, block: str, base: str) -> Iterator[str]:
    """The lines in a block that state evidence."""
    for statement in block.removeprefix(f"{subject} ").removesuffix(" .\n").split(" ;\n    "):
        predicate, _, objects = statement.partition(" ")
        if objects.startswith(("<evidence/", f"<{base}evidence/")):
            for each in objects.split(",\n        "):
                yield SEPARATOR.join((subject, f"2{predicate}", each))


def _release(line: str) -> str:
    """How the IRI of the evidence that a line states begins: up to its release, after which come span and rule."""
    evidence = line[line.rindex(SEPARATOR) + 1 :]
    return evidence[: evidence.rindex("/", 0, evidence.rindex("/")) + 1]


def _edits(former: Blocks, texts: Mapping[str, str], gone: Iterable[str]) -> Iterator[Edit]:
    """The edits that put ``texts`` (by subject, empty for none) in the place of those of the same subjects, and take
    out all others that begin with one of ``gone``, of which none begins with another."""
    spans = {start: former.range(start.encode()) for start in gone}
    placed: dict[tuple[int, int], list[str]] = {span: [] for span in spans.values()}
    for subject, text in sorted(texts.items()):
        start = next((start for start in _beginnings(subject) if start in spans), None)
        span = spans[start] if start else former.range(f"{subject} ".encode())
        placed.setdefault(span, []).append(text)
    for span, several in placed.items():
        yield Edit(*span, "".join(f"\n{text}" for text in several if text).encode())


def _beginnings(subject: str) -> Iterator[str]:
    """What a subject begins with, up to each of its slashes, and the whole with the space that ends it."""
    at = subject.find("/")
    while at >= 0:
        yield subject[: at + 1]
        at = subject.find("/", at + 1)
    yield f"{subject} "
