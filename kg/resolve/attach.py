"""People who are named without a post: each joins the one person of a fitting name, or stays apart."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable

from kg.resolve import weights
from kg.resolve.careers import gap
from kg.resolve.compare import COUNCILS, Comparison, honorifics, name_weight
from kg.resolve.groups import Groups
from kg.resolve.personal import Agreement, PersonalName
from kg.resolve.personal import compare as compare_names
from kg.resolve.signature import Signature, Signatures

MOST_OPEN = 3
"""So many people are told whom a mention without a post may be."""

_MOST_SEEN = 8
"""Beyond two to the power of this, the number of releases that name a person says nothing more."""

_AT_BEST = max(guests for *_, guests in weights.MEANT)
"""What time says of two mentions without a post that are near."""

Pair = tuple[str, str]
Fits = Callable[[str], frozenset[str]]


def attach(groups: Groups, known: Signatures, fits: Fits) -> dict[Pair, Comparison]:
    """Join the signatures without a post to the groups; what was left open, by pair of keys.

    ``fits`` gives those whose names fit. The fullest names come first, so that a short one finds them joined already.
    """
    several = [known.by_key[key] for key in groups.keys]
    there = {one.key for one in several if one.posts}  # of a group not all that are named alike
    alike: defaultdict[frozenset[PersonalName], list[str]] = defaultdict(list)
    left: dict[Pair, Comparison] = {}
    plain = [one for one in several if not one.posts]
    for one in sorted(plain, key=lambda one: (-_fullness(one), one.key)):
        found = _fitting(one, groups, known, {groups.root(key) for key in fits(one.key) & there})
        best = found[0] if found else None
        second = found[1][0].score if len(found) > 1 else -math.inf
        if best and best[0].score >= weights.SAME and best[0].score - second >= weights.MARGIN:
            groups.join(best[1], one.key, best[0].reasons)
            names = frozenset(one.names)
            if not any(groups.root(key) == groups.root(one.key) for key in alike[names]):
                there.add(one.key)
                alike[names].append(one.key)
            continue
        for comparison, key in found[:MOST_OPEN]:
            left[min(key, one.key), max(key, one.key)] = comparison
        if not found and _telling(one, known):
            there.add(one.key)
            alike[frozenset(one.names)].append(one.key)
    return left


def _fullness(one: Signature) -> int:
    name = one.name
    return 2 * len(name.given) + 2 * len(name.others) + len(name.initials)


def _telling(one: Signature, known: Signatures) -> bool:
    """Whether the name alone can make two mentions one person."""
    bits = name_weight(one, one, max(compare_names(a, a) for a in one.names), known)[0]
    return bits + known.usual.prior + _AT_BEST >= weights.SAME


def _fitting(one: Signature, groups: Groups, known: Signatures, roots: Iterable[str]) -> list[tuple[Comparison, str]]:
    """The people whom the mention may be, of the groups with these roots, the likeliest first, each with a key."""
    found = []
    for root in sorted(roots):
        if root == groups.root(one.key) or groups.refusal(root, one.key) is not None:
            continue
        comparison = _compare(one, groups.whole(root), known)
        if comparison.score >= weights.OPEN:
            found.append((comparison, root))
    return sorted(found, key=lambda each: (-each[0].score, each[1]))


def _often(apart: int, *, in_office: bool, recalled: bool) -> float:
    """What each doubling of the releases that name the other says, so many days before or after."""
    if in_office and apart <= weights.QUARTER:
        return weights.SEEN
    if recalled:
        return weights.RECALLED
    return weights.LATELY if apart <= weights.TWO_YEARS else 0.0


def _compare(one: Signature, whole: Signature, known: Signatures) -> Comparison:
    agreement = max(compare_names(a, b) for a in one.names for b in whole.names)
    if agreement < Agreement.INITIALS:
        return Comparison(-math.inf, (), excluded=True)
    weighed = [(known.usual.prior, ""), name_weight(one, whole, agreement, known), *honorifics(one, whole)]
    if agreement is Agreement.INITIALS:
        weighed.append((weights.INITIALS, ""))
    elif agreement is Agreement.GIVEN:
        weighed.append((weights.GIVEN, ""))
    if not whole.posts:
        weighed.append((0.0, "both are named without a post"))
    elif "Hon" in one.ranks and COUNCILS & whole.posts.keys():
        weighed.append((weights.COUNCILLORS, ""))
    apart = gap(one.days, whole.days)
    prominent = any(known.standings[post].principal for post in whole.held)
    in_office, recalled, guests = next(bits for days, *bits in weights.MEANT if apart <= days)
    years = "within two years of the other" if apart <= weights.TWO_YEARS else f"{apart // 365} years apart"
    weighed.append((recalled if prominent else in_office if whole.posts else guests, f"named {years}"))
    if prominent:
        weighed.append((weights.PROMINENT, "the other is a principal official"))
    seen = min(math.log2(len(whole.releases)), _MOST_SEEN)
    often = _often(apart, in_office=bool(whole.posts), recalled=prominent or not whole.posts)
    if seen >= 1 and often:
        weighed.append((often * seen, f"the other is named in {len(whole.releases)} releases"))
    return Comparison(sum(bits for bits, _ in weighed), tuple(reason for _, reason in weighed if reason))
