"""Which of several releases with the same id counts.

The one issued last; of those issued at the same time the longest, and then a fixed choice, so that the order of
the inputs decides nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kg.model import Passed, PassedOver, Problem, Release, Source
from kg.read import names
from kg.read.sources import File, Kind

_NUMBERED = re.compile(r"(.+)-\d+")

Reader = Callable[[File], Iterator[Release | Problem]]


@dataclass(frozen=True, slots=True, order=True)
class _Edition:
    """What is kept of a release to compare it with others; the greatest counts."""

    day: int
    minute: int  # of the day; -1 where the time of issue is not known
    length: int
    digest: bytes
    path: str
    row: int

    @classmethod
    def of(cls, release: Release) -> _Edition:
        issued = release.issued
        minute = issued.hour * 60 + issued.minute if isinstance(issued, datetime) else -1
        words = " ".join(release.text.split())  # where lines and paragraphs break makes no other text
        digest = hashlib.blake2b(words.encode(), digest_size=16).digest()
        source = release.source
        return cls(issued.toordinal(), minute, len(words), digest, source.path, source.row or 0)

    @property
    def source(self) -> Source:
        return Source(self.path, self.row or None)


class Editions:
    """The editions that count among ``files``, found by reading only those that may share an id.

    A text's id is in its name, and so is that of a page named by its official number: these are read ahead only
    if another claims the same. In memory are ids and digests, never texts.
    """

    def __init__(self, files: Sequence[File], read: Reader) -> None:
        self._best: dict[str, _Edition] = {}
        claims = [_claim(file) for file in files]
        times = Counter(claims)
        shared = {claim for claim, number in times.items() if number > 1} | set(_continued(times))
        contested = [claim is None or claim in shared for claim in claims]
        self._look(read, (file for file, doubt in zip(files, contested, strict=True) if doubt))
        late = [not doubt and claim in self._best for claim, doubt in zip(claims, contested, strict=True)]
        self._look(read, (file for file, doubt in zip(files, late, strict=True) if doubt))

    def judge(self, release: Release) -> Release | PassedOver | Problem:
        """The release itself if it counts, else what to say about it."""
        best = self._best.get(release.id)
        if best is None or best.source == release.source:
            return release
        own = _Edition.of(release)
        if own.digest == best.digest:
            return PassedOver(release.source, Passed.DUPLICATE)
        order = "later" if (best.day, best.minute) > (own.day, own.minute) else "at the same time"
        reason = f"{release.id} is also in {best.source}, with another text and issued {order}; that one is used"
        return Problem(release.source, reason, "remove the edition that is out of date, or give it another id")

    def _look(self, read: Reader, files: Iterable[File]) -> None:
        for file in files:
            for item in read(file):
                if isinstance(item, Release):
                    edition = _Edition.of(item)
                    self._best[item.id] = max(edition, self._best.get(item.id, edition))


def _claim(file: File) -> str | None:
    """The id of the first release in the file if its name tells for certain."""
    if file.kind is Kind.TEXT or (file.kind is Kind.PAGE and names.number_of_file(file.path)):
        return names.id_of_file(file.path)
    return None


def _continued(claims: Counter[str | None]) -> Iterator[str]:
    """Claims such as ``a`` and ``a-2``: the second may also be the id of a later release in the file of the first."""
    for claim in claims:
        match = _NUMBERED.fullmatch(claim or "")
        if claim and match and match[1] in claims:
            yield from (match[1], claim)
