"""Which of several releases with the same id counts.

The one issued last; of those issued at the same time the longest, and then a fixed choice, so that the order of
the inputs decides nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import datetime

from kg.model import Passed, PassedOver, Problem, Release, Source
from kg.read.seen import Edition
from kg.read.sources import File

_NUMBERED = re.compile(r"(.+)-\d+")

Look = Callable[[File], Iterable[tuple[str, Edition]]]
"""Gives the releases of a file: id and edition."""


def edition(release: Release) -> Edition:
    """What is kept of a release to compare it with others."""
    issued = release.issued
    minute = issued.hour * 60 + issued.minute if isinstance(issued, datetime) else -1
    words = release.text.replace("\n\n", " ").replace("\n", " ")  # where lines and paragraphs break tells nothing
    digest = hashlib.blake2b(words.encode(), digest_size=16).digest()
    source = release.source
    return Edition(issued.toordinal(), minute, len(words), digest, source.path, source.row or 0)


def source(one: Edition) -> Source:
    """Where an edition was read."""
    return Source(one.path, one.row or None)


class Editions:
    """The editions that count among ``files``, found by reading only those that may share an id.

    ``claims`` are the ids of the first release of each file where that is known before it is read, else None; these
    are read ahead only if another claims the same. In memory are ids and digests, never texts.
    """

    def __init__(self, files: Sequence[File], claims: Sequence[str | None], look: Look) -> None:
        self._best: dict[str, Edition] = {}
        times = Counter(claims)
        shared = {claim for claim, number in times.items() if number > 1} | set(_continued(times))
        contested = [claim is None or claim in shared for claim in claims]
        self._look(look, (file for file, doubt in zip(files, contested, strict=True) if doubt))
        late = [not doubt and claim in self._best for claim, doubt in zip(claims, contested, strict=True)]
        self._look(look, (file for file, doubt in zip(files, late, strict=True) if doubt))

    def judge(self, release: Release) -> Release | PassedOver | Problem:
        """The release itself if it counts, else what to say about it."""
        if release.id not in self.disputed or self.counts(release.id, release.source):
            return release
        return self.verdict(release.id, edition(release))

    @property
    def disputed(self) -> Set[str]:
        """The ids of the releases of which there may be several editions."""
        return self._best.keys()

    def counts(self, ident: str, read_from: Source) -> bool:
        """Whether the edition of such a release that was read from here is the one that counts."""
        return source(self._best[ident]) == read_from

    def verdict(self, ident: str, own: Edition) -> PassedOver | Problem:
        """What to say about an edition that does not count."""
        best = self._best[ident]
        if own.digest == best.digest:
            return PassedOver(source(own), Passed.DUPLICATE)
        order = "later" if (best.day, best.minute) > (own.day, own.minute) else "at the same time"
        reason = f"{ident} is also in {source(best)}, with another text and issued {order}; that one is used"
        return Problem(source(own), reason, "remove the edition that is out of date, or give it another id")

    def _look(self, look: Look, files: Iterable[File]) -> None:
        for file in files:
            for ident, one in look(file):
                self._best[ident] = max(one, self._best.get(ident, one))


def _continued(claims: Counter[str | None]) -> Iterator[str]:
    """Claims such as ``a`` and ``a-2``: the second may also be the id of a later release in the file of the first."""
    for claim in claims:
        match = _NUMBERED.fullmatch(claim) if claim and "-" in claim else None
        if claim and match and match[1] in claims:
            yield from (match[1], claim)
