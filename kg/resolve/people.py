"""People: which names in which posts are one person, why, and what stays open.

The method is record linkage after Fellegi and Sunter. *Signatures* (:mod:`kg.resolve.signature`) are what releases say
of one name in one post. *Blocking* (:mod:`kg.resolve.blocking`) picks those worth comparing, *comparison*
(:mod:`kg.resolve.compare`) weighs names, posts, time, honorifics and countries. *Grouping* (:mod:`kg.resolve.groups`)
joins the surest pairs first, in an order that does not depend on that of the releases, and never two that a release
names side by side, that hold two main offices at one time, or whose names contradict. A form that fits two people
about equally well joins neither: the case is open (UNSURE), and both stay as they are.

**Keys.** A signature's key is a function of single releases, and all mentions with one key are one person. A person
has the first key of the group (see :func:`_canonical`), the others are aliases (owl:sameAs). So an IRI that a build
gave to somebody denotes, as IRI or as alias, the same mentions in every build that has these releases, and never
anybody else. The price: two people who share their name and their post, or their name and being principal officials
of the Government, share a key, and are taken for one until a correction parts them (then the bare name is nobody's).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Corrections, Form, Identity, Judgement, Problem, Verdict
from kg.resolve import weights
from kg.resolve.attach import attach
from kg.resolve.blocking import pairs
from kg.resolve.compare import Comparison, compare
from kg.resolve.correct import corrected, named, unknown
from kg.resolve.groups import Groups, Joint
from kg.resolve.names import fullest_first
from kg.resolve.personal import Agreement
from kg.resolve.personal import compare as compare_names
from kg.resolve.posts import Posts
from kg.resolve.record import Record
from kg.resolve.signature import Place, Signature, Signatures, signatures

MOST_REASONS = 4
"""So many different forms of a name are accounted for one by one."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class People:
    """Who is who among the people: the identity of each mention, and what is open."""

    identities: Mapping[Place, Identity]
    judgements: tuple[Judgement, ...]
    problems: tuple[Problem, ...]
    unknown: tuple[str, ...]


def resolve_people(records: Sequence[Record], posts: Posts, corrections: Corrections | None = None) -> People:
    """The identity of every person who holds a post or takes part in an event."""
    known = signatures(records, posts)
    groups = Groups(known)
    problems = corrected(groups, known, corrections) if corrections else ()
    _join_principals(groups, known)
    compared = _compared(known)
    _join(groups, known, compared)
    compared.update(attach(groups, known))
    keys = _canonical(groups, known)
    judgements = tuple(sorted(_judgements(groups, compared, keys), key=lambda one: (one.one, one.other)))
    labels = _labels(groups, known, corrections)
    opened: defaultdict[str, list[str]] = defaultdict(list)
    for one in judgements:
        if one.verdict is Verdict.UNSURE:
            opened[one.one].append(one.other)
            opened[one.other].append(one.one)
    identities: dict[Place, Identity] = {}
    for root, (key, aliases) in keys.items():
        whole = groups.whole(root)
        identity = _identity(key, aliases, whole, groups.joints(root), opened[key], labels.get(root, ()))
        identities.update(dict.fromkeys(whole.places, identity))
    return People(identities, judgements, problems, unknown(known, corrections) if corrections else ())


def identities(record: Record, found: People) -> tuple[Identity | None, ...]:
    """The identity of each person of a release; None for who is no official."""
    return tuple(found.identities.get((record.id, index)) for index in range(len(record.people)))


def _compared(known: Signatures) -> dict[Pair, Comparison]:
    """What speaks for and against every two signatures with posts that are worth comparing."""
    posted = [one for _, one in sorted(known.by_key.items()) if one.posts]
    return {
        (one.key, other.key): found
        for one, other in pairs(posted, known.standings)
        if (found := compare(one, other, known)) is not None
    }


def _join_principals(groups: Groups, known: Signatures) -> None:
    """Principal officials of one name are one person, so that their bare name stays theirs."""
    first: dict[str, str] = {}
    for key in sorted(known.by_key):
        bare = known.by_key[key].bare
        if bare and (other := first.setdefault(bare, key)) != key and not groups.separate(other, key):
            groups.join(other, key, ("principal officials of one name",))


def _join(groups: Groups, known: Signatures, compared: Mapping[Pair, Comparison]) -> None:
    """Join what is one person, the surest first, where nothing forbids it and nobody else fits as well."""
    same = {pair: found for pair, found in compared.items() if found.verdict is Verdict.SAME}
    torn = _torn(same, compared, known)
    for (one, other), found in sorted(same.items(), key=lambda item: (-item[1].score, item[0])):
        if (one, other) not in torn and groups.refusal(one, other) is None:
            groups.join(one, other, found.reasons)


def _torn(same: Mapping[Pair, Comparison], compared: Mapping[Pair, Comparison], known: Signatures) -> frozenset[Pair]:
    """The pairs of a form that fits two people about equally well: A is B, B is C, but A is not C."""
    partners: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), found in same.items():
        partners[one].append((found.score, other))
        partners[other].append((found.score, one))
    torn: set[Pair] = set()
    for key, fits in partners.items():
        best = max(score for score, _ in fits)
        near = sorted(other for score, other in fits if score > best - weights.MARGIN)
        opposed = {a for a in near for b in near if a != b and _opposed(known.by_key[a], known.by_key[b], compared)}
        torn.update((min(key, other), max(key, other)) for other in opposed)
    return frozenset(torn)


def _opposed(one: Signature, other: Signature, compared: Mapping[Pair, Comparison]) -> bool:
    """Whether two signatures cannot be one person."""
    found = compared.get((min(one.key, other.key), max(one.key, other.key)))
    if found is not None:
        return found.verdict is Verdict.DIFFERENT
    return all(compare_names(a, b) <= Agreement.OTHER_SOUND for a in one.names for b in other.names)


def _canonical(groups: Groups, known: Signatures) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The key of each group, by its root, and its aliases: the bare name of a principal official, where one group
    alone claims it; then those with a post; then those with a release; of equals the first in the alphabet."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for key, one in known.by_key.items():
        if one.bare:
            claims[one.bare].add(groups.root(key))
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


def _judgements(
    groups: Groups, compared: Mapping[Pair, Comparison], keys: Mapping[str, tuple[str, tuple[str, ...]]]
) -> Iterator[Judgement]:
    """Of every two groups compared, the open cases, and the namesakes that are told apart."""
    best: dict[Pair, tuple[float, Pair]] = {}
    for (one, other), found in compared.items():
        a, b = sorted((groups.root(one), groups.root(other)))
        if a != b and (found.score, (one, other)) > best.get((a, b), (-float("inf"), ("", ""))):
            best[a, b] = found.score, (one, other)
    for roots, (score, pair) in best.items():
        reasons = compared[pair].reasons
        refused = groups.refusal(*roots)
        verdict = Verdict.DIFFERENT if refused else Verdict.UNSURE
        if refused or score >= weights.OPEN:
            first, second = sorted(keys[root][0] for root in roots)
            whole = (*reasons, refused) if refused and refused not in reasons else reasons
            yield Judgement(first, second, verdict, None if refused else round(score, 1), whole)


def _labels(groups: Groups, known: Signatures, corrections: Corrections | None) -> dict[str, tuple[Form, ...]]:
    """The labels that people have given, by the root of the group."""
    found: dict[str, tuple[Form, ...]] = {}
    for (kind, key), forms in sorted(corrections.labels.items()) if corrections else ():
        if kind == "official":
            found.update((groups.root(one), forms) for one in named(known, key))
    return found


def _identity(
    key: str,
    aliases: tuple[str, ...],
    whole: Signature,
    joints: Sequence[Joint],
    opened: Sequence[str],
    given: tuple[Form, ...],
) -> Identity:
    forms = (*given, *(form for form in fullest_first(whole.forms) if form not in given))
    reason, verdict = _reason(whole, joints), Verdict.SAME
    if opened:
        reason, verdict = f"{reason}; could be another as well: {', '.join(sorted(opened))}", Verdict.UNSURE
    return Identity(key, forms[0].text, forms, verdict, reason, aliases, joined=bool(joints))


def _reason(whole: Signature, joints: Sequence[Joint]) -> str:
    """Why these mentions are one person, in words."""
    if not joints:
        return "seen once" if len(whole.places) == 1 else "one name in one post"
    told = {frozenset((one.one, one.other)): one for one in reversed(joints)}
    several = sorted(told.values(), key=lambda one: (one.one == one.other, one.one, one.other))
    return "; ".join(f"{_forms(one)}: {', '.join(one.reasons)}" for one in several[:MOST_REASONS])


def _forms(joint: Joint) -> str:
    return joint.one if joint.one == joint.other else f"{joint.one} = {joint.other}"
