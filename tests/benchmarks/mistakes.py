"""What kinds of mistakes make up the loss: wrong merges and missed merges, in classes, the costliest first.

A cluster with a mentions of one person and b of another costs 2ab / (its size x all mentions) of B-cubed precision;
a person in two clusters costs recall in the same way. So the losses of the classes add up to what is missing to 1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tests.benchmarks.mentions import Mentioned

EXAMPLES = 4


@dataclass(slots=True)
class Class:
    """A kind of mistake: what it takes from the figure, in how many pairs, and the costliest of them."""

    loss: float = 0.0
    pairs: int = 0
    examples: list[tuple[float, str]] = field(default_factory=list)

    def add(self, loss: float, example: str) -> None:
        self.loss += loss
        self.pairs += 1
        self.examples = sorted([*self.examples, (loss, example)], reverse=True)[:EXAMPLES]


def wrong_merges(mentions: Sequence[Mentioned], found: Sequence[Hashable]) -> dict[str, Class]:
    """Two people in one cluster, by the groups they belong to and by what they have in common."""
    classes: defaultdict[str, Class] = defaultdict(Class)
    for cluster in _grouped(mentions, found).values():
        people = _grouped(cluster, [one.person for one in cluster])
        for one, other in combinations(people.values(), 2):
            loss = 2 * len(one) * len(other) / (len(cluster) * len(mentions))
            groups = " and ".join(sorted({str(_usual(one).group), str(_usual(other).group)}))
            alike = "one name" if _names(one) & _names(other) else "different names"
            posts = "a post in common" if _posts(one) & _posts(other) else "no post in common"
            if not (_posts(one) and _posts(other)):
                posts = "no post named"
            classes[f"{groups}: {alike}, {posts}, {_when(one, other)}"].add(loss, f"{told(one)} // {told(other)}")
    return dict(classes)


def missed_merges(mentions: Sequence[Mentioned], found: Sequence[Hashable]) -> dict[str, Class]:
    """One person in two clusters, by how the name is printed in the smaller part and by the posts there."""
    classes: defaultdict[str, Class] = defaultdict(Class)
    keys = dict(zip((one.place for one in mentions), found, strict=True))
    for person in _grouped(mentions, [one.person for one in mentions]).values():
        clusters = _grouped(person, [keys[one.place] for one in person])
        for one, other in combinations(clusters.values(), 2):
            loss = 2 * len(one) * len(other) / (len(person) * len(mentions))
            less, more = sorted((one, other), key=len)
            usual = _usual(less)
            alike = "printed alike" if _names(less) & _names(more) else f"printed with {usual.style}"
            posts = "a post in common" if _posts(less) & _posts(more) else "no post in common"
            if not (_posts(less) and _posts(more)):
                posts = "no post named"
            classes[f"{usual.group}: {alike}, {posts}"].add(loss, f"{told(less)} // {told(more)}")
    return dict(classes)


def report(title: str, classes: Mapping[str, Class], least: float = 0.00005) -> Iterator[str]:
    """A line for each class, and below it its examples; what costs less than ``least`` is put together."""
    yield f"{title}: {sum(one.loss for one in classes.values()):.4f} lost"
    for name, one in sorted(classes.items(), key=lambda item: -item[1].loss):
        if one.loss >= least:
            yield f"  {one.loss:.4f}  {one.pairs:6,} pairs  {name}"
            yield from (f"{'':14}{example}" for _, example in one.examples)
    small = [one for one in classes.values() if one.loss < least]
    if small:
        pairs = sum(one.pairs for one in small)
        yield f"  {sum(one.loss for one in small):.4f}  {pairs:6,} pairs  {len(small)} rarer kinds"


def told(mentions: Sequence[Mentioned]) -> str:
    """Who this is, in short: the names, honorifics and posts seen, the days, the number of mentions."""
    names = Counter(f"{one.title} {one.name}" for one in mentions).most_common(2)
    posts = Counter(f"{'Acting ' if one.acting else ''}{post}" for one in mentions for post in one.posts).most_common(3)
    days = sorted(one.day for one in mentions)
    when = f"{days[0]:%Y-%m}" + (f" to {days[-1]:%Y-%m}" if days[0] != days[-1] else "")
    posts_told = "; ".join(post for post, _ in posts) or "no post"
    return f"{', '.join(name for name, _ in names)} ({posts_told}; {when}; {len(mentions)})"


def _grouped(mentions: Sequence[Mentioned], keys: Sequence[Hashable]) -> dict[Hashable, list[Mentioned]]:
    groups: defaultdict[Hashable, list[Mentioned]] = defaultdict(list)
    for one, key in zip(mentions, keys, strict=True):
        groups[key].append(one)
    return groups


def _usual(mentions: Sequence[Mentioned]) -> Mentioned:
    """The mention of the commonest style; of equals the first."""
    styles = Counter(one.style for one in mentions)
    return max(mentions, key=lambda one: styles[one.style])


def _when(one: Sequence[Mentioned], other: Sequence[Mentioned]) -> str:
    """Whether the times in which the two are seen overlap; both are in the order of time."""
    apart = one[-1].day < other[0].day or other[-1].day < one[0].day
    return "one after the other" if apart else "at one time"


def _names(mentions: Sequence[Mentioned]) -> set[str]:
    return {one.name for one in mentions}


def _posts(mentions: Sequence[Mentioned]) -> set[str]:
    return {post for one in mentions for post in one.posts}
