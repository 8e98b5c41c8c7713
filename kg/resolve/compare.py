"""Comparing two signatures: the evidence for and against one person, its sum in bits, and the reasons in words."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.resolution import Verdict
from kg.resolve import personal, weights
from kg.resolve.careers import Weighed, careers, gap, in_common
from kg.resolve.facts import HOME
from kg.resolve.personal import Agreement
from kg.resolve.signature import Signature, Signatures
from kg.resolve.standing import Standing

_NAMES = {
    Agreement.OTHER_SOUND: "the Chinese given names differ by a sound, and spelling makes nobody one",
    Agreement.SURNAME: "only the surname to compare",
    Agreement.MISPRINT: "the names differ by one letter",
    Agreement.TURNED: "surname and given name are the other way round in the one",
    Agreement.INITIALS: "the initials fit",
    Agreement.GIVEN: "a given name in common",
    Agreement.EQUAL: "one name",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speaks for one person in bits (log odds), why in words, and what excludes it."""

    score: float
    reasons: tuple[str, ...]
    excluded: bool = False

    @property
    def verdict(self) -> Verdict:
        """SAME from more than five to one, UNSURE down to one to eighteen, else DIFFERENT."""
        if self.excluded or self.score < weights.OPEN:
            return Verdict.DIFFERENT
        return Verdict.SAME if self.score >= weights.SAME else Verdict.UNSURE


def compare(one: Signature, other: Signature, known: Signatures) -> Comparison | None:
    """Whether two signatures are one person, from their own evidence alone; None where the names do not fit."""
    agreement = max(personal.compare(a, b) for a in one.names for b in other.names)
    if agreement is Agreement.CONTRADICTED:
        return None
    if reason := excluding(one, other):
        return Comparison(-math.inf, (reason,), excluded=True)
    weighed = [(known.usual.prior, ""), name_weight(one, other, agreement, known), *honorifics(one, other)]
    if agreement is Agreement.SURNAME and not (one.name.bare or other.name.bare):
        weighed.append((weights.OTHER_STYLE, ""))
    elif agreement is Agreement.GIVEN:
        weighed.append((weights.GIVEN, ""))
    elif agreement is Agreement.INITIALS:
        weighed.append((weights.INITIALS, ""))
    elif agreement is Agreement.MISPRINT:
        weighed.append((weights.MISPRINT, ""))
    elif agreement is Agreement.TURNED:
        weighed.append((weights.TURNED, ""))
    weighed += _posts(one, other, known)
    score = sum(bits for bits, _ in weighed)
    if agreement is Agreement.OTHER_SOUND:
        score = min(score, weights.SAME - 0.1)
    return Comparison(score, tuple(reason for _, reason in weighed if reason))


def name_weight(one: Signature, other: Signature, agreement: Agreement, known: Signatures) -> Weighed:
    """What the names say: the rarer the parts in common, in the tables and in the archive, the more."""
    share = min(
        personal.share(a, b) * 2 ** known.usual.surplus(a, b)
        for a in one.names
        for b in other.names
        if personal.compare(a, b) is agreement
    )
    bits = -math.log2(share)
    how_many = "" if agreement < Agreement.INITIALS else f" that {_rarity(share)} bears"
    return bits, _NAMES[agreement] + how_many


def _rarity(share: float) -> str:
    """ "one in 700", in round figures."""
    count = 1 / share
    digits = 10 ** max(math.floor(math.log10(count)), 0)
    return f"one in {round(count / digits) * digits:,}"


def excluding(one: Signature, other: Signature) -> str | None:
    """What makes them two beyond doubt: named side by side, or serving different countries."""
    if shared := one.releases & other.releases:
        return f"both are named in release {min(shared)}"
    if one.jurisdictions and other.jurisdictions and not one.jurisdictions & other.jurisdictions:
        codes = (" and ".join(sorted(each.jurisdictions)) for each in (one, other))
        return f"they serve different countries: {', '.join(codes)}"
    return None


def honorifics(one: Signature, other: Signature) -> Iterator[Weighed]:
    """What the honorifics say: of man and woman, and of rank."""
    if one.genders and other.genders:
        if one.genders & other.genders:
            yield weights.GENDER, ""
        else:
            yield weights.OTHER_GENDER, "the honorifics are those of a man and of a woman"
    shared = one.ranks & other.ranks
    if shared:
        best = max(sorted(shared), key=lambda each: weights.RANK[each])
        yield weights.RANK[best], "" if best == "plain" else f"both are called {best}"
    elif "Hon" in one.ranks | other.ranks:
        if COUNCILS & (one.posts.keys() | other.posts.keys()):
            yield weights.COUNCILLOR, "the Honourable, and a member of a council"
        elif one.posts or other.posts:
            yield weights.NO_COUNCILLOR, "the Honourable, and no member of a council"
    elif one.ranks and other.ranks:
        yield weights.OTHER_RANK, "the honorifics differ in rank"


COUNCILS = frozenset(
    {"member-of-the-legislative-council", "member-of-the-executive-council", "president-of-the-legislative-council"}
    | {"non-official-member-of-the-executive-council", "convenor-of-the-non-official-members-of-the-executive-council"}
)
"""The posts, by their keys in the reference data, whose holders are styled the Honourable."""


def _posts(one: Signature, other: Signature, known: Signatures) -> Iterator[Weighed]:
    """The best that their posts say for one person, and what they say against it."""
    common = [(_common(known.standings[post]), post) for post in sorted(one.posts.keys() & other.posts.keys())]
    government = all(any(known.standings[post].sphere == "government" for post in each.posts) for each in (one, other))
    if common or government:
        yield known.usual.doublings * (weights.IN_POST if common else weights.IN_GOVERNMENT), ""
    if common:
        bits, post = max(common)
        standing = known.standings[post]
        yield bits, f"both hold the post {standing.label}"
        if standing.single:
            yield from _in_time(one, other, post)
    else:
        yield from _related(one, other, known.standings)
    if at_once := clash(one, other, known):
        yield weights.AT_ONCE, f"two main offices at one time: {at_once}"
    elif not common:
        yield from careers(one, other, known.standings)


def _common(standing: Standing) -> float:
    if standing.single:
        return weights.SINGLE_POST
    return weights.SHARED_POST if standing.named else weights.PLAIN_POST


def _in_time(one: Signature, other: Signature, post: str) -> Iterator[Weighed]:
    """What it says when a post in common is seen under the one and the other form."""
    ours, theirs = one.posts[post], other.posts[post]
    apart = gap(ours, theirs)
    if apart <= 0:
        if (post in one.acting) != (post in other.acting):
            yield weights.ACTING_FOR, "the one acts in the post while the other has it"
        elif -apart > weights.MONTH and _spanned(ours, theirs):
            yield weights.WITHIN, "the one while the other has it, as successors are not"
        else:
            yield weights.TOGETHER, "in turn, as successors are not"
    elif len(ours) > 1 and len(theirs) > 1:
        yield weights.APART, "first only the one, then only the other"
        if apart <= weights.QUARTER:
            yield weights.SOON, "within three months"
    elif apart <= weights.MONTH:
        yield weights.NEAR, "within a month"
    elif apart > weights.EIGHT_YEARS:
        yield weights.LONG_APART, f"{apart // 365} years apart"


def _spanned(ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether the days of the one lie within those of the other, well apart from either end."""
    return any(
        outer[0] + weights.MONTH < inner[0] and inner[-1] + weights.MONTH < outer[-1]
        for outer, inner in ((ours, theirs), (theirs, ours))
    )


def _related(one: Signature, other: Signature, standings: Mapping[str, Standing]) -> Iterator[Weighed]:
    ours, theirs = ([standings[post] for post in sorted(each.posts)] for each in (one, other))
    if any(each.principal for each in ours) and any(each.principal for each in theirs):
        yield weights.PRINCIPAL, "both are principal officials"
        return
    plain = {each.head for each in ours if not each.named} & {each.head for each in theirs}
    plain |= {each.head for each in theirs if not each.named} & {each.head for each in ours}
    if plain:
        yield weights.HEAD, f"both are called {min(plain)}"
        return
    if shared := in_common(ours, theirs):
        yield weights.AGENCY, f"posts of one agency ({shared})"
        if gap(one.days, other.days) > weights.FOUR_YEARS and all(
            each.sphere == "government" for each in (*ours, *theirs)
        ):
            yield weights.LATER_AGENCY, ""
        return
    abroad = (one.jurisdictions & other.jurisdictions) - {HOME}
    if abroad:
        yield weights.MAINLAND if abroad == {"CN"} else weights.ABROAD, f"both serve {', '.join(sorted(abroad))}"


def clash(one: Signature, other: Signature, known: Signatures) -> str | None:
    """Two main offices that are held at one time, where nobody is seen to hold both; acting in one is no clash."""
    for post, days in sorted(one.posts.items()):
        for opposed, their_days in sorted(other.posts.items()):
            if post == opposed or post in one.acting or opposed in other.acting:
                continue
            ours, theirs = known.standings[post], known.standings[opposed]
            pair = (post, opposed) if post < opposed else (opposed, post)
            if not (ours.main and theirs.main) or pair in known.together:
                continue
            if in_common([ours], [theirs]):
                continue  # perhaps one office, told in two ways
            if ours.head == theirs.head and not (ours.named and theirs.named):
                continue  # one office, told in full and in short
            if _interleaved(days, their_days):
                return f"{ours.label}, {theirs.label}"
    return None


_STRAY = 20
"""Of so many mentions one on either end may be a mistake, such as a former post told as a present one."""


def _interleaved(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether a day of the one lies between days of the other, mistakes at the ends left out."""
    ours, theirs = _trimmed(one), _trimmed(other)
    return _between(ours, theirs) or _between(theirs, ours)


def _between(one: Sequence[int], other: Sequence[int]) -> bool:
    return bisect_left(one, other[-1]) > bisect_right(one, other[0])


def _trimmed(days: Sequence[int]) -> Sequence[int]:
    stray = math.ceil(len(days) / _STRAY) if len(days) > 2 else 0
    return days[stray : len(days) - stray] if len(days) > 2 * stray else days
