"""What of the things that releases share is to be told anew: by their owners (:mod:`kg.triples.shared`), of which each
is compared with what was told of it before."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

import msgspec

from kg.batches import batched
from kg.export.page.chunks import Keys
from kg.export.page.data import SHARED, rows
from kg.resolution import Changes, Resolution
from kg.shown import shown
from kg.told import Told
from kg.triples import Share, Shared, Thing, local, parts, subject
from kg.triples.share import Held
from kg.triples.things import Tenure

OWNERS = 256
"""Of so many the things are told at a time."""

TABLES = {"official": "officials", "agency": "agencies", "post": "posts", "place": "places"}
"""Kind of owner to the table of the page that has a row for each."""

_ENCODER = msgspec.msgpack.Encoder()


def digest(value: object) -> bytes:
    """What tells a value from others."""
    return hashlib.blake2b(_ENCODER.encode(value), digest_size=16).digest()


class Touched:
    """Whom and what the releases that are new, changed or gone show."""

    def __init__(self) -> None:
        self.officials: set[str] = set()
        self.tenures: set[Held] = set()

    def add(self, share: Share) -> None:
        """Take what one release showed or shows now."""
        self.tenures.update(share.tenures)
        self.officials.update(official for official, _ in (*share.titles, *share.post_nominals))
        self.officials.update(official for official, _, _ in share.tenures)
        self.officials.update(official for one, other, _ in share.pairs for official in (one, other))


class Sharing:
    """Tells what changed of the things that releases share.

    Args:
        changes: those of the resolution since it was told; None where they are not known, then everybody is looked at.
        touched: what the releases told anew show, or did.
    """

    def __init__(
        self, told: Told, resolution: Resolution, changes: Changes | None, touched: Touched, base: str
    ) -> None:
        self._told = told
        self._shared = Shared(resolution, told.together)
        self._keys = Keys(base)
        self._beyond = resolution.beyond
        self._changes = changes
        self._officials = touched.officials
        self._tenures = {local(subject(Tenure(*held, None, date.min, date.min))) for held in touched.tenures}
        self.rows: dict[str, dict[str, bytes | None]] = {table: {} for table in SHARED}
        self.gone: set[str] = set()
        self.retold = 0

    def of(self, owner: str) -> list[Thing]:
        """All that somebody has told."""
        return list(self._shared.of(parts(owner)))

    def career(self, official: str) -> Iterator[Thing]:
        """An official's name and posts held."""
        return self._shared.career(official)

    def changed(self) -> Iterator[list[Thing]]:
        """The things that are to be stated, some at a time; of tenures without the evidence that releases state.

        When all have come, ``rows`` are those of the page that changed, ``gone`` the subjects of which nothing is
        stated any more, and ``retold`` is the number of those of which something is.
        """
        for batch in batched(sorted(self._owners()), OWNERS):
            yield self._batch(batch)
        for key in self.rows["former"].keys() & self.rows["officials"].keys():
            if self.rows["officials"][key] is not None:
                self.rows["former"][key] = None

    def _owners(self) -> set[str]:
        """Whoever may have something told otherwise than before."""
        changes, told = self._changes, self._told
        now = set(map(local, self._beyond))
        before = told.beyond(now)
        if changes is None:
            return {*map(local, self._shared.owners()), *told.owners()}
        holders = (holder for post in changes.posts for holder in told.together.holders(post))
        return {
            *(local(("official", key)) for key in {*changes.officials, *self._officials, *holders}),
            *(local(("agency", key)) for key in changes.agencies),
            *(local(("post", key)) for key in changes.posts),
            *(local(("place", key)) for key in changes.places),
            *(local(("judgement", *pair)) for pair in changes.judgements),
            *(now ^ before),
        }

    def _batch(self, owners: Collection[str]) -> list[Thing]:
        """The things of some owners that are to be stated."""
        affected: set[str] = set()
        concerned: dict[str, dict[str, list[Thing]]] = {}
        retold: dict[str, dict[str, bytes]] = {}
        before = self._told.things(owners)
        for owner in owners:
            things, former = self._by_subject(owner), before.get(owner, {})
            digests = {iri: digest([(type(one).__name__, one) for one in each]) for iri, each in things.items()}
            changed = {iri for iri in {*digests, *former} if digests.get(iri) != former.get(iri)}
            if changed:
                retold[owner] = digests
            if changed := changed | (digests.keys() & self._tenures):
                affected |= changed
                concerned[owner] = things
        self._told.retell(retold)
        for owner in sorted(self._told.owners_of(affected) - concerned.keys()):  # what others have told of the same
            concerned[owner] = self._by_subject(owner)
        stated = {iri: one for things in concerned.values() for iri, one in things.items() if iri in affected}
        self.gone = (self.gone | affected) - stated.keys()
        self.retold += len(stated)
        self._show(concerned, affected)
        return [one for things in concerned.values() for iri in things.keys() & affected for one in things[iri]]

    def _by_subject(self, owner: str) -> dict[str, list[Thing]]:
        found: defaultdict[str, list[Thing]] = defaultdict(list)
        for thing in self.of(owner):
            found[local(subject(thing))].append(thing)
        return dict(found)

    def _show(self, concerned: Mapping[str, Mapping[str, Iterable[Thing]]], affected: Iterable[str]) -> None:
        """Take the rows of owners, and of the keys that stood for officials."""
        things = (one for each in concerned.values() for several in each.values() for one in several)
        now = rows(shown(things, self._keys.base), self._keys)
        for owner in concerned:
            kind, _, key = owner.partition("/")
            if kind in TABLES:
                self.rows[TABLES[kind]][key] = now[TABLES[kind]].get(key)
        for iri in affected:
            kind, _, key = iri.partition("/")
            if kind == "official":
                self.rows["former"][key] = now["former"].get(key)
