"""Groups of signatures that are one person: joined one by one, never against what excludes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.resolve.compare import clash, excluding
from kg.resolve.personal import Agreement, PersonalName, compare
from kg.resolve.signature import NO_NAME_OF_THEIRS, Signature, Signatures, merged


@dataclass(frozen=True, slots=True)
class Joint:
    """Why two groups were joined: the forms compared, and the reasons in words."""

    one: str
    other: str
    reasons: tuple[str, ...]


class Groups:
    """A partition of signatures with some keys. What a group says together is a signature of its own (``whole``)."""

    def __init__(self, known: Signatures, keys: Iterable[str]) -> None:
        self._known = known
        self._root = {key: key for key in sorted(keys)}
        self._whole = {key: known.by_key[key] for key in self._root}
        self._members = {key: [key] for key in self._root}
        self._joints: dict[str, list[Joint]] = {}
        self._apart: dict[str, set[str]] = {}

    @property
    def keys(self) -> Iterator[str]:
        """The keys of the signatures, in order."""
        return iter(sorted(self._root))

    def restore(self, members: Iterable[str], names: Iterable[PersonalName]) -> None:
        """Take in a group of other signatures as it was found before, with the names of the whole; what joined them is
        not told."""
        root, *others = sorted(members)
        whole = self._known.by_key[root]
        for other in others:
            whole = merged(whole, self._known.by_key[other])
        if others:
            whole.names = set(names)
        self._root.update(dict.fromkeys((root, *others), root))
        self._whole[root] = whole
        self._members[root] = [root, *others]

    def __contains__(self, key: str) -> bool:
        return key in self._root

    def root(self, key: str) -> str:
        """The key that stands for the group of a signature, for the time being."""
        while self._root[key] != key:
            self._root[key] = self._root[self._root[key]]
            key = self._root[key]
        return key

    def whole(self, root: str) -> Signature:
        """What a group says together."""
        return self._whole[root]

    def members(self, root: str) -> list[str]:
        """The keys of the signatures of a group."""
        return sorted(self._members[root])

    def joints(self, root: str) -> list[Joint]:
        """Why the members of a group are one, in the order joined."""
        return self._joints.get(root, [])

    def roots(self) -> Iterator[str]:
        """All groups, in the order of their keys."""
        return (key for key in sorted(self._members))

    def part(self, one: str, other: str) -> None:
        """Lay down that two signatures are two people."""
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def parted(self, one: str, other: str) -> bool:
        """Whether it was laid down that these two groups are two people."""
        if not self._apart:
            return False
        other = self.root(other)
        members = self._members[self.root(one)]
        apart = (key for member in members for key in self._apart.get(member, ()) if key in self._root)
        return any(self.root(key) == other for key in apart)

    def separate(self, one: str, other: str) -> str | None:
        """What makes the groups of two signatures two beyond doubt, in words."""
        if self.parted(one, other):
            return "a correction says that they are two"
        return excluding(self._whole[self.root(one)], self._whole[self.root(other)])

    def refusal(self, one: str, other: str) -> str | None:
        """What forbids joining the groups of two signatures, in words; None where nothing does."""
        ours, theirs = self._whole[self.root(one)], self._whole[self.root(other)]
        if reason := self.separate(one, other):
            return reason
        if at_once := clash(ours, theirs, self._known):
            return f"two main offices at one time: {at_once}"
        if not _fit(ours.names, theirs.names):
            return "the names do not fit"
        return None

    def join(self, one: str, other: str, reasons: Iterable[str]) -> None:
        """Make the groups of two signatures one."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return
        joint = Joint(self._known.by_key[one].form, self._known.by_key[other].form, tuple(reasons))
        joints = [*self.joints(a), *self._joints.pop(b, []), joint]
        self._root[b] = a
        self._whole[a] = merged(self._whole[a], self._whole.pop(b))
        self._members[a] += self._members.pop(b)
        self._joints[a] = joints


def _fit(ours: Iterable[PersonalName], theirs: Iterable[PersonalName]) -> bool:
    """Whether the names of two groups can be those of one person.

    Of a woman's two surnames either may be left out; and a mistake of one name need not look like the others.
    """
    known = {*ours, *theirs}
    return not any(
        compare(one, other) <= Agreement.OTHER_SOUND
        and not (_bridged(one, other, known) or _mistaken(one, theirs) or _mistaken(other, ours))
        for one in ours
        for other in theirs
    )


def _bridged(one: PersonalName, other: PersonalName, known: Iterable[PersonalName]) -> bool:
    """Whether a name that they have has the surnames of both of these, which have none in common."""
    both = {*one.surnames, *other.surnames}
    return any(
        both <= {*name.surnames} and compare(one._replace(surnames=name.surnames), other) > Agreement.OTHER_SOUND
        for name in known
    )


def _mistaken(name: PersonalName, others: Iterable[PersonalName]) -> bool:
    return any(compare(name, other) in NO_NAME_OF_THEIRS for other in others)
