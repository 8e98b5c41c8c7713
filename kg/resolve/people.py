"""People: which names in which posts are one person, why, and what stays open.

The method is record linkage after Fellegi and Sunter. *Signatures* (:mod:`kg.resolve.signature`) are what releases say
of one name in one post. *Blocking* (:mod:`kg.resolve.blocking`) picks those worth comparing, *comparison*
(:mod:`kg.resolve.compare`, :mod:`kg.resolve.careers`) weighs names, posts, time, honorifics and countries. *Grouping*
(:mod:`kg.resolve.groups`) joins the surest pairs first, in an order that does not depend on that of the releases, and
never two that a release names side by side, that hold two main offices at one time, or whose names contradict, nor
two groups whose pairs on the whole speak against it. A form that fits two people about equally well joins neither: the
case is open (UNSURE), and both stay as they are.

**Clusters.** Groups are found within clusters: signatures that a score joins, a name without a post, a bare name or a
correction. What happens in one depends on no other, so only clusters with a signature that is not as before are
resolved again (:mod:`kg.resolve.persons`); what two groups have against one another is then judged across them.

**Keys.** A signature's key is a function of single releases, and all mentions with one key are one person. A person
has the first key of the group (see :func:`_canonical`), the others are aliases (owl:sameAs). So an IRI that a build
gave to somebody denotes, as IRI or as alias, the same mentions in every build that has these releases, and never
anybody else. The price: two people who share their name and their post, or their name and being principal officials
of the Government, share a key, and are taken for one until a correction parts them (then the bare name is nobody's).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Problem
from kg.resolution import Corrections, Form, Judgement, Verdict
from kg.resolve import weights
from kg.resolve.attach import attach
from kg.resolve.correct import Named, corrected, labels
from kg.resolve.groups import Groups, Joint
from kg.resolve.names import fullest_first
from kg.resolve.personal import Agreement
from kg.resolve.personal import compare as compare_names
from kg.resolve.signature import Signature, Signatures, mistaken
from kg.resolve.ties import Pair, Ties

MOST_REASONS = 4
"""So many different forms of a name are accounted for one by one."""

Scores = Mapping[Pair, float]
Keys = tuple[str, tuple[str, ...]]
"""The key of a group, and its aliases."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Some clusters resolved: the groups, the key of each and its aliases by its root, the labels that people have
    given, what scores mentions without a post were left with, and the corrections that could not be followed."""

    groups: Groups
    keys: Mapping[str, Keys]
    labels: Mapping[str, tuple[Form, ...]]
    left: Mapping[Pair, tuple[float, tuple[str, ...]]]
    problems: tuple[Problem, ...]


def grouped(
    keys: Iterable[str], scores: Scores, known: Signatures, ties: Ties, named: Named, corrections: Corrections | None
) -> Grouped:
    """Resolve the clusters that have these signatures and no other; ``scores`` are of all pairs with one of them."""
    groups = Groups(known, keys)
    problems = corrected(groups, named, corrections) if corrections else ()
    _join_principals(groups, known)
    _join(groups, known, scores, ties)
    left = attach(groups, known, ties.fits)
    return Grouped(
        groups,
        _canonical(groups, known),
        {groups.root(key): forms for key, forms in labels(named, corrections) if key in groups} if corrections else {},
        {pair: (found.score, found.reasons) for pair, found in left.items()},
        problems,
    )


def _join_principals(groups: Groups, known: Signatures) -> None:
    """Principal officials of one name are one person, so that their bare name stays theirs."""
    first: dict[str, str] = {}
    for key in groups.keys:
        bare = known.by_key[key].bare
        if bare and (other := first.setdefault(bare, key)) != key and not groups.separate(other, key):
            groups.join(other, key, ("principal officials of one name",))


def _join(groups: Groups, known: Signatures, scores: Scores, ties: Ties) -> None:
    """Join what is one person, the surest first, where nothing forbids it and nobody else fits as well."""
    same = {pair: score for pair, score in scores.items() if score >= weights.SAME}
    torn = _torn(same, scores, known)
    for (one, other), score in sorted(same.items(), key=lambda item: (-item[1], item[0])):
        if (
            (one, other) not in torn
            and groups.refusal(one, other) is None
            and _agreed(one, other, score, groups, scores)
        ):
            groups.join(one, other, ties.reasons((one, other), known))


def _agreed(one: str, other: str, score: float, groups: Groups, scores: Scores) -> bool:
    """Whether the groups of two signatures agree that these are one person.

    A chain of likely pairs may lead from somebody to a namesake. So all pairs of the two groups have a say, as in
    average linkage (R. Sokal and C. Michener, "A Statistical Method for Evaluating Systematic Relationships",
    University of Kansas Science Bulletin 38, 1958), as much together as the best of them alone.
    """
    ours, theirs = (groups.members(groups.root(key)) for key in (one, other))
    pairs = ((min(a, b), max(a, b)) for a in ours for b in theirs)
    compared = [max(scores[pair], weights.AT_MOST) for pair in pairs if pair in scores]
    return (score + sum(compared) / len(compared)) / 2 >= weights.AGREED


def _torn(same: Scores, scores: Scores, known: Signatures) -> frozenset[Pair]:
    """The pairs of a form that fits two people about equally well: A is B, B is C, but A is not C."""
    partners: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), score in same.items():
        partners[one].append((score, other))
        partners[other].append((score, one))
    torn: set[Pair] = set()
    for key, fits in partners.items():
        best = max(score for score, _ in fits)
        near = sorted(
            other
            for score, other in fits
            if score > best - weights.MARGIN and not mistaken(known.by_key[other], known.by_key[key])
        )
        opposed = {a for a in near for b in near if a != b and _opposed(known.by_key[a], known.by_key[b], scores)}
        torn.update((min(key, other), max(key, other)) for other in opposed)
    return frozenset(torn)


def _opposed(one: Signature, other: Signature, scores: Scores) -> bool:
    """Whether two signatures cannot be one person."""
    score = scores.get((min(one.key, other.key), max(one.key, other.key)))
    if score is not None:
        return score < weights.OPEN
    return all(compare_names(a, b) <= Agreement.OTHER_SOUND for a in one.names for b in other.names)


def _canonical(groups: Groups, known: Signatures) -> dict[str, Keys]:
    """The key of each group, by its root, and its aliases: the bare name of a principal official, where one group
    alone claims it; then those with a post; then those with a release; of equals the first in the alphabet."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for key in groups.keys:
        if bare := known.by_key[key].bare:
            claims[bare].add(groups.root(key))
    own: defaultdict[str, list[str]] = defaultdict(list)
    for bare, roots in sorted(claims.items()):
        if len(roots) == 1:
            own[min(roots)].append(bare)
    found = {}
    for root in groups.roots():
        members = sorted(groups.members(root), key=lambda key: (not known.by_key[key].posts, key))
        first, *others = [*sorted(own[root], key=lambda bare: (len(bare), bare)), *members]
        found[root] = (first, tuple(sorted(others)))
    return found


def judgements(
    groups: Groups, scores: Scores, keys: Mapping[str, str], reasons: Callable[[Pair], tuple[str, ...]]
) -> Iterator[tuple[Pair, Judgement]]:
    """Of every two groups compared, by their roots, the open cases, and the namesakes that are told apart.

    Args:
        keys: the key of each group, by its root.
        reasons: why a pair has its score, in words.
    """
    best: dict[Pair, tuple[float, Pair]] = {}
    for (one, other), score in scores.items():
        a, b = sorted((groups.root(one), groups.root(other)))
        if a != b and (score, (one, other)) > best.get((a, b), (-float("inf"), ("", ""))):
            best[a, b] = score, (one, other)
    for roots, (score, pair) in best.items():
        refused = groups.refusal(*roots)
        if refused or score >= weights.OPEN:
            verdict = Verdict.DIFFERENT if refused else Verdict.UNSURE
            first, second = sorted(keys[root] for root in roots)
            why = reasons(pair)
            whole = (*why, refused) if refused and refused not in why else why
            yield roots, Judgement(first, second, verdict, None if refused else round(score, 1), whole)


def forms(whole: Signature, given: tuple[Form, ...]) -> tuple[Form, ...]:
    """The forms of a name, those that people have laid down (``given``) first, then the fullest."""
    return (*given, *(form for form in fullest_first(whole.forms) if form not in given))


def reason(whole: Signature, joints: Sequence[Joint]) -> str:
    """Why these mentions are one person, in words."""
    if not joints:
        return "seen once" if len(whole.places) == 1 else "one name in one post"
    told = {frozenset((one.one, one.other)): one for one in reversed(joints)}
    several = sorted(told.values(), key=lambda one: (one.one == one.other, one.one, one.other))
    return "; ".join(f"{_forms(one)}: {', '.join(one.reasons)}" for one in several[:MOST_REASONS])


def _forms(joint: Joint) -> str:
    return joint.one if joint.one == joint.other else f"{joint.one} = {joint.other}"
