"""Keys that never change: what an IRI denotes in one build it denotes in every build that has those releases."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from golds import gold_findings, gold_folders
from hypothesis import given, settings
from hypothesis import strategies as st
from made import Draft

from kg.model import Findings, Kind, Role
from kg.reference import Reference, load
from kg.resolution import Identity, Resolution
from kg.resolve import resolve

Mention = tuple[str, str, int]


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load()


def identities(resolution: Resolution) -> dict[Mention, Identity]:
    """Kind, release and place of each mention -> its identity."""
    found: dict[Mention, Identity] = {}
    for release, resolved in resolution.releases.items():
        for kind, several in (
            ("person", resolved.people),
            ("agency", [body.identity for body in resolved.agencies]),
            ("post", [office.identity for office in resolved.posts]),
            ("place", resolved.places),
        ):
            found.update(((kind, release, index), one) for index, one in enumerate(several) if one)
    return found


def denoted(found: Mapping[Mention, Identity]) -> dict[tuple[str, str], set[Mention]]:
    """Kind and key, or alias -> the mentions it stands for."""
    meant: dict[tuple[str, str], set[Mention]] = {}
    for mention, identity in found.items():
        for key in (identity.key, *identity.aliases):
            meant.setdefault((mention[0], key), set()).add(mention)
    return meant


def assert_no_iri_was_given_away(part: Resolution, whole: Resolution) -> None:
    """Every key of the smaller build leads in the larger one to mentions that it stood for, and to nobody else's."""
    before, after = identities(part), identities(whole)
    meant = denoted(after)
    for mention, identity in before.items():
        kind = mention[0]
        assert meant[kind, identity.key] & {m for m in before if before[m] == identity and m[0] == kind}, identity
        now = after[mention]
        assert {now.key, *now.aliases} & {identity.key, *identity.aliases}, mention
    for (kind, _), mentions in meant.items():
        assert len({after[one].key for one in mentions}) == 1, kind


# Names that real people of Hong Kong share, in posts of which each person has some: who is who is known beforehand.
PEOPLE: Sequence[tuple[Sequence[str], Sequence[str]]] = (
    (("John Lee", "John Lee Ka-on", "Lee Ka-on"), ("Secretary for Security", "Chief Executive")),
    (("John Lee", "John Lee Wing-yan"), ("Director of Marine",)),
    (("John Lee", "J Lee"), ("Consul General of Canada in Hong Kong", "Ambassador of Canada to China")),
    (("Chan Wai-ming", "CHAN Wai-ming"), ("Commissioner of Police", "Chairman of the Sea Club")),
    (("Chan Wai-ming",), ("Director of Health",)),
    (("Chan Wai-ming",), ("Minister of Commerce",)),
    (
        ("Mary Lam", "Mary Lam Cheng Suet-ping", "Lam Cheng Suet-ping"),
        ("Secretary for Justice", "Secretary for Health"),
    ),
    (("Wong Kam-sing",), ("Director of Audit",)),
    (("Wong Kam-shing",), ("Director of Audit", "Member of the Sea Club")),
)
TITLES = {6: "Mrs"}


@st.composite
def releases(draw: st.DrawFn) -> list[Findings]:
    """Releases about these people: some with two of them, some of people without a post."""
    made = []
    for number in range(draw(st.integers(2, 14))):
        named = draw(st.lists(st.integers(0, len(PEOPLE) - 1), min_size=1, max_size=2, unique=True))
        day = date(2000, 1, 1) + timedelta(days=draw(st.integers(0, 9000)))
        words, drafted = [], []
        for who in named:
            forms, posts = PEOPLE[who]
            form, post = draw(st.sampled_from(forms)), draw(st.sampled_from((*posts, "")))
            words.append(f"{post} {form}")
            drafted.append((form, post, TITLES.get(who, "Mr")))
        draft = Draft("Title\n\n" + " and ".join(words) + " spoke.", f"P{number:03}", day)
        for form, post, title in drafted:
            index = draft.person(form, *([post] if post else []), title=title)
            if not post:
                draft.event(Kind.SPEECH, "spoke", {index: Role.SPEAKER})
        made.append(draft.findings())
    return made


@settings(max_examples=150)
@given(releases(), st.data())
def test_an_iri_denotes_the_same_person_in_every_larger_build(
    reference: Reference, made: list[Findings], data: st.DataObject
) -> None:
    part = data.draw(st.lists(st.sampled_from(made), unique_by=lambda one: one.release.id))
    assert_no_iri_was_given_away(resolve(part, reference), resolve(made, reference))


@settings(max_examples=50)
@given(releases(), st.randoms(use_true_random=False))
def test_the_order_of_releases_changes_nothing(
    reference: Reference, made: list[Findings], chance: random.Random
) -> None:
    shuffled = chance.sample(made, len(made))
    one, other = resolve(shuffled, reference), resolve(made, reference)
    assert dict(one.releases) == dict(other.releases)
    assert one.judgements == other.judgements


@settings(max_examples=50)
@given(releases())
def test_nobody_is_two_people_of_one_release(reference: Reference, made: list[Findings]) -> None:
    for resolved in resolve(made, reference).releases.values():
        keys = [identity.key for identity in resolved.people if identity]
        assert len(keys) == len(set(keys))


@pytest.fixture(scope="module")
def everything(corpus: Path) -> list[Findings]:
    return [findings for folder in gold_folders(corpus) for findings in gold_findings(folder)]


@pytest.mark.parametrize("seed", range(20))
def test_adding_and_removing_releases_of_the_corpora_gives_no_iri_away(
    everything: list[Findings], reference: Reference, seed: int
) -> None:
    chance = random.Random(seed)
    part = chance.sample(everything, chance.randint(1, len(everything)))
    assert_no_iri_was_given_away(resolve(part, reference), resolve(everything, reference))


def test_the_order_of_the_corpora_changes_nothing_at_all(everything: list[Findings], reference: Reference) -> None:
    shuffled = random.Random(1).sample(everything, len(everything))
    assert dict(resolve(shuffled, reference).releases) == dict(resolve(everything, reference).releases)
