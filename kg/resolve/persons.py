"""Who is who among the people, kept from build to build: resolved again where something is not as before.

    signatures that are not as before -> their ties -> the clusters that these change -> groups -> judgements

See :mod:`kg.resolve.people` for how a cluster is resolved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass

import msgspec

from kg.model import Problem
from kg.resolution import Corrections, Form, Identity, Judgement, Verdict
from kg.resolve import weights
from kg.resolve.correct import concerned, joined, unknown
from kg.resolve.groups import Groups
from kg.resolve.mentions import Mentions
from kg.resolve.people import Grouped, forms, grouped, judgements, reason
from kg.resolve.personal import PersonalName
from kg.resolve.shelves import Lazy, Shelves
from kg.resolve.signature import Signatures
from kg.resolve.ties import Pair, Ties

_BETWEEN = "\0"
_ALL = "all"


class Person(msgspec.Struct, array_like=True, frozen=True):
    """A group of signatures as it was found: all of an identity but what leaves it open, and the names of the whole."""

    members: tuple[str, ...]
    names: tuple[PersonalName, ...]
    key: str
    aliases: tuple[str, ...]
    forms: tuple[Form, ...]
    reason: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Differences:
    """What is otherwise than before: the releases that name somebody who is taken for another or has another label;
    keys of officials, and of pairs that are judged."""

    releases: frozenset[str]
    officials: frozenset[str]
    judgements: frozenset[Pair]


class People:
    """All people of a build: the identity of each signature, and what is open."""

    def __init__(self, shelves: Shelves, mentions: Mentions, corrections: Corrections | None) -> None:
        self._mentions = mentions
        self._corrections = corrections
        self._ties = Ties(shelves)
        self._kept = shelves.shelf("people", Person)  # by the least of the members, the root
        self._roots = shelves.shelf("roots", str)  # of each signature
        self._clusters = shelves.shelf("clusters", tuple[str, ...])  # by the least of the members
        self._clustered = shelves.shelf("clustered", str)  # the cluster of each signature
        self._judged = shelves.shelf("judged", Judgement)  # by two roots
        self._against = shelves.links("against")  # root -> roots
        self._concerned = shelves.shelf("concerned", list[str])  # the signatures that corrections are about
        self._identities = Lazy(self._identity)
        self.problems: tuple[Problem, ...] = ()

    # --- what changes

    def update(self, dirty: Collection[str]) -> Differences:
        """Resolve again what depends on these signatures, which are new, other than before or gone."""
        known = self._mentions.signatures()
        self._ties.renew(sorted(dirty), {key for key in dirty if self._mentions.there(key)}, known)
        looked_at = self._with_clusters({*dirty, *self._corrected()})
        self._ties.ahead(looked_at)
        self._mentions.ahead(looked_at)
        self._clustered.ahead(looked_at)
        self._roots.ahead(looked_at)
        keys = self._recluster(looked_at)
        looked_at.update(keys)
        roots = {key: root for key in looked_at if (root := self._roots.get(key)) is not None}
        self._kept.ahead(roots.values())
        former = {key: self._kept[root] for key, root in roots.items()}
        scores = self._ties.scores(keys)
        found = grouped(keys, scores, known, self._ties, self._mentions.named, self._corrections)
        self.problems = found.problems
        stirred = self._stirred({*dirty}, former, found, known)
        judged = self._rejudge(stirred, scores, found)
        now = self._regroup(looked_at, found)
        self._identities.clear()
        changed = [key for key in looked_at if former.get(key) != now.get(key)]
        others = [key for key in changed if _shown(former.get(key)) != _shown(now.get(key))]
        officials = {person.key for key in changed for each in (former, now) if (person := each.get(key))}
        return Differences(
            frozenset(release for key in others for release in self._mentions.releases(key)),
            frozenset(officials.union(*judged)),
            judged,
        )

    def _corrected(self) -> set[str]:
        """The signatures that corrections are about, and those that they were about before."""
        former = self._concerned.get(_ALL) or []
        now = concerned(self._mentions.named, self._corrections) if self._corrections else ()
        self._concerned.put(_ALL, sorted(now))
        return {*former, *now}

    def _with_clusters(self, keys: set[str]) -> set[str]:
        """These and all that were in a cluster with one of them."""
        clusters = {cluster for key in keys if (cluster := self._clustered.get(key)) is not None}
        return keys.union(*(self._clusters[cluster] for cluster in clusters))

    def _recluster(self, keys: Collection[str]) -> list[str]:
        """Have these in the clusters in which they are now. Returns all that are in such a one."""
        links: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in joined(self._mentions.named, self._corrections) if self._corrections else ():
            links[one].add(other)
            links[other].add(one)
        done: set[str] = set()
        clusters = []
        for key in sorted(keys):
            if key not in done and self._mentions.there(key):
                clusters.append(self._reached(key, links))
                done.update(clusters[-1])
        for key in done.union(keys):
            if (former := self._clustered.get(key)) is not None:
                self._clusters.drop(former)
                self._clustered.drop(key)
        for cluster in clusters:
            self._clusters.put(cluster[0], cluster)
            for key in cluster:
                self._clustered.put(key, cluster[0])
        return sorted(done)

    def _reached(self, key: str, links: Mapping[str, set[str]]) -> tuple[str, ...]:
        """The cluster of a signature."""
        found, ahead = {key}, [key]
        spread: set[frozenset[str]] = set()
        while ahead:
            one = ahead.pop()
            same = (other for other, score in self._ties.of(one).items() if score >= weights.SAME)
            near = {*same, *self._mentions.alike(one), *links.get(one, ())}
            if (fits := self._ties.fits(one)) not in spread:  # they are one set for all that are alike
                spread.add(fits)
                near |= fits
            ahead += near - found
            found |= near
        return tuple(sorted(found))

    def _stirred(self, dirty: Set[str], former: Mapping[str, Person], found: Grouped, known: Signatures) -> set[str]:
        """The roots of the groups that may be judged otherwise than before: all but those found that are as they
        were, with members that are. A group with a member without a post is among them, for what it was left with
        depends on the whole cluster."""
        stirred = {person.members[0] for person in former.values()}.union(found.keys)
        for root, (key, _) in found.keys.items():
            was, members = former.get(root), tuple(found.groups.members(root))
            if was is None or (was.key, was.members) != (key, members) or not dirty.isdisjoint(members):
                continue
            names = tuple(sorted(found.groups.whole(root).names))
            if was.names == names and all(known.by_key[member].posts for member in members):
                stirred.remove(root)
        return stirred

    def _rejudge(self, stirred: Collection[str], scores: Mapping[Pair, float], found: Grouped) -> frozenset[Pair]:
        """Judge groups, by their roots, against all others, in the place of how they were judged. Returns the pairs
        of keys that are judged otherwise than before."""
        several = {key for root in stirred if root in found.keys for key in found.groups.members(root)}
        scores = {pair: score for pair, score in scores.items() if not several.isdisjoint(pair)}
        keys = {root: key for root, (key, _) in found.keys.items()}
        keys.update(self._neighbours(scores, found.groups))
        known = self._mentions.signatures()
        left = {pair: score for pair, (score, _) in found.left.items()}

        def reasons(pair: Pair) -> tuple[str, ...]:
            return found.left[pair][1] if pair in found.left else self._ties.reasons(pair, known)

        now = dict(judgements(found.groups, {**scores, **left}, keys, reasons))
        before = {}
        for pair in {(min(one, other), max(one, other)) for one in stirred for other in self._against.of(one)}:
            before[pair] = self._judged[_BETWEEN.join(pair)]
            if pair not in now:
                self._judged.drop(_BETWEEN.join(pair))
                self._against.drop(*pair)
                self._against.drop(*reversed(pair))
        for pair, judgement in now.items():
            if before.get(pair) != judgement:
                self._judged.put(_BETWEEN.join(pair), judgement)
                self._against.add(*pair)
                self._against.add(*reversed(pair))
        return frozenset((one.one, one.other) for one in {*before.values()} ^ {*now.values()})

    def _neighbours(self, scores: Mapping[Pair, float], groups: Groups) -> dict[str, str]:
        """Take in the groups of other clusters that some signature was compared with; their keys, by their roots."""
        others = {self._roots[key] for pair in scores for key in pair if key not in groups}
        found = {}
        for root in sorted(others):
            person = self._kept[root]
            groups.restore(person.members, person.names)
            found[root] = person.key
        return found

    def _regroup(self, looked_at: Collection[str], found: Grouped) -> dict[str, Person]:
        """Keep the groups found in the place of those in which these signatures were. Returns them by signature."""
        for key in looked_at:
            if (root := self._roots.get(key)) is not None:
                self._kept.drop(root)
                self._roots.drop(key)
        now: dict[str, Person] = {}
        for root, (key, aliases) in found.keys.items():
            whole, joints = found.groups.whole(root), found.groups.joints(root)
            members, names = tuple(found.groups.members(root)), tuple(sorted(whole.names))
            several = forms(whole, found.labels.get(root, ()))
            person = Person(members, names, key, aliases, several, reason(whole, joints), bool(joints))
            self._kept.put(root, person)
            for member in members:
                self._roots.put(member, root)
                now[member] = person
        return now

    def let_go(self) -> None:
        """Hold nothing in memory that lies on the disk and does not tell who is who."""
        self._ties.let_go()
        for shelf in (self._clusters, self._clustered):
            shelf.let_go()

    # --- who is who

    def of(self, signature: str) -> Identity:
        """Who is meant by the mentions with one key."""
        return self._identities[self._roots[signature]]

    def get(self, key: str) -> Identity | None:
        """The official with this key."""
        signatures = [key] if self._roots.get(key) is not None else self._mentions.named(key)
        return next((found for one in signatures if (found := self.of(one)).key == key), None)

    def all(self) -> Iterator[str]:
        """The keys of the officials."""
        return (person.key for _, person in self._kept.items())

    def __len__(self) -> int:
        return len(self._kept)

    def _identity(self, root: str) -> Identity:
        person = self._kept[root]
        verdict, why = Verdict.SAME, person.reason
        judged = [self._judged[_BETWEEN.join(sorted((root, other)))] for other in self._against.of(root)]
        if opened := sorted(_other(one, person.key) for one in judged if one.verdict is Verdict.UNSURE):
            verdict, why = Verdict.UNSURE, f"{why}; could be another as well: {', '.join(opened)}"
        label = person.forms[0].text
        return Identity(person.key, label, person.forms, verdict, why, person.aliases, person.joined)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """The people who may be one, and the namesakes told apart."""
        return tuple(sorted((one for _, one in self._judged.items()), key=lambda one: (one.one, one.other)))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The officials that the corrections name and no release has."""
        return unknown(self._mentions.named, self._corrections) if self._corrections else ()


def _shown(person: Person | None) -> tuple[str, str] | None:
    """What the statements of a release show of a person."""
    return None if person is None else (person.key, person.forms[0].text)


def _other(judgement: Judgement, key: str) -> str:
    return judgement.other if judgement.one == key else judgement.one
