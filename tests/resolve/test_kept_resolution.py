"""Who is who, kept from build to build: what few releases change is resolved again, and nothing is ever stale."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from golds import gold_findings, gold_folders
from hypothesis import given, settings
from hypothesis import strategies as st
from made import Draft, one_person

from kg.model import Findings, Kind, Role
from kg.reference import Reference, load
from kg.resolution import Correction, Corrections, Form, Resolution
from kg.resolve import Kept, brief, resolve

NAMES = (
    "John Lee", "John Lee Ka-on", "Lee Ka-on", "LEE Ka-on", "J Lee", "Lee Ka-no", "Mary Lee", "Lee Wing-yan", "Lee",
    "Mary Lam Cheng Suet-ping", "Lam Suet-ping", "Cheng Suet-ping", "K O Lee", "Jean Petit", "Jean Pettit", "John Lea",
)  # fmt: skip
POSTS = (
    "", "Secretary for Security", "Director of Marine", "Chairman", "Chairman of the Sea Club", "Member",
    "Deputy Director of Marine", "Consul General of Norland", "Minister of Sea Studies", "President", "Director",
)  # fmt: skip
AGENCIES = (
    ("Sea Club", None), ("Sea Club", "SC"), ("SC", None), ("Security Club", "SC"), ("Marine Department", None),
    ("The Sea Club", None), ("Norland Sea Board", "NSB"), ("NSB", None), ("Sea Clubs", None),
)  # fmt: skip
PLACES = (None, "Sea Hall, Riyadh", "Sea Hall Riyadh", "Riyadh", "Government House")
TITLES = ("Mr", "Ms", "Dr", "Mr Justice", "Dr the Hon", None)

Named = tuple[str, str, str | None, bool, int]
"""Of a person the name, the post, the honorific, whether acting, and which agency the post is given with."""


@st.composite
def releases(draw: st.DrawFn) -> list[Findings]:
    """Releases about few names, posts and bodies, so that nearly all have something to do with one another."""
    several = st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(POSTS),
            st.sampled_from(TITLES),
            st.booleans(),
            st.integers(-1, len(AGENCIES) - 1),
        ),
        min_size=1,
        max_size=3,
    )
    return [
        release(number, draw(several), draw(st.integers(0, 9000)), draw(st.sampled_from(PLACES)))
        for number in range(draw(st.integers(2, 16)))
    ]


def release(number: int, named: Sequence[Named], day: int, place: str | None) -> Findings:
    """A release about these people, so many days after the first one."""
    words = [f"{post} {name} of {AGENCIES[at][0]} ({AGENCIES[at][1]})" for name, post, _, _, at in named]
    text = "Title\n\n" + " and ".join(words) + f" spoke at {place}."
    draft = Draft(text, f"P{number:03}", date(2000, 1, 1) + timedelta(days=day), "zh-Hant" if day % 7 == 0 else "en")
    for name, post, title, acting, at in named:
        agency = draft.agency(*AGENCIES[at]) if at >= 0 else None
        person = draft.person(name, *([post] if post else []), title=title, acting=acting, agency=agency)
        draft.event(Kind.SPEECH, "spoke", {person: Role.SPEAKER}, place=place)
    return draft.findings()


CORRECTIONS = Corrections(
    "corrections.ttl",
    (
        Correction("agency", "norland-sea-board", "sea-club", True),
        Correction("official", "john-lee", "mary-lee--member", True),
        Correction("official", "john-lee--director-of-marine", "john-lee-ka-on--director-of-marine", False),
        Correction("official", "lee-ka-on--president", "mary-lee--member", False),
        Correction("post", "chairman", "president", True),
    ),
    {("official", "john-lee"): (Form("Lee of the Sea", "en"),), ("post", "member"): (Form("Sailor", "en"),)},
)


class Store:
    """Findings with their digests, and the database in which their resolution is kept."""

    def __init__(self, several: Iterable[Findings]) -> None:
        self.briefs = {str(number).encode(): brief(one) for number, one in enumerate(several)}
        self.data = opened()
        self.asked: list[bytes] = []

    def given(self, digests: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        for digest in sorted(digests):
            self.asked.append(digest)
            yield digest, self.briefs[digest]

    def resolve(
        self,
        digests: Collection[bytes],
        reference: Reference,
        corrections: Corrections | None = None,
        edition: str = "one",
        data: sqlite3.Connection | None = None,
    ) -> Resolution:
        return Kept(data or self.data, edition, reference, corrections).resolve(digests, self.given, lambda state: None)


def opened() -> sqlite3.Connection:
    data = sqlite3.connect(":memory:", isolation_level=None)
    data.execute("BEGIN")
    return data


def tables(data: sqlite3.Connection) -> dict[str, list[str]]:
    """All that is kept, in an order that does not depend on how it came about."""
    names = [name for (name,) in data.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: sorted(repr(plain(row)) for row in data.execute(f"SELECT * FROM {name}")) for name in names}


def plain(value: object) -> object:
    match value:
        case bytes():
            try:
                return plain(msgspec.msgpack.decode(value, strict=False))
            except (msgspec.DecodeError, TypeError):
                return value
        case dict():
            return sorted(((plain(key), plain(each)) for key, each in value.items()), key=repr)
        case list() | tuple():
            return sorted(map(plain, value), key=repr)
    return value


def whole(one: Resolution) -> list[object]:
    mappings = (one.releases, one.officials, one.agencies, one.posts, one.places, one.within)
    mappings += (one.all_agencies, one.all_places)
    return [*map(dict, mappings), one.judgements, one.problems, one.unknown, one.publisher, one.state]


def shown(one: Resolution, release: str) -> object:
    """What the statements of a release show of who is who."""
    found = one.releases.get(release)
    return found and (
        [each and (each.key, each.label) for each in found.people],
        [each.identity.key for each in (*found.agencies, *found.posts)],
        [each and each.key for each in found.places],
    )


def told(one: Resolution) -> dict[str, dict[object, object]]:
    """What is told of each thing that releases share, by the name of its kind among the changes."""
    posts = {key: (each.identity, each.agency and each.agency.identity.key) for key, each in one.posts.items()}
    return {
        "officials": dict(one.officials),
        "agencies": {key: (each.identity, each.abbreviation) for key, each in one.agencies.items()},
        "posts": posts,
        "places": {key: (each, (around := one.within.get(key)) and around.key) for key, each in one.places.items()},
        "judgements": {(each.one, each.other): each for each in one.judgements},
    }


def assert_told(before: Resolution, now: Resolution) -> None:
    """Whatever is otherwise than before is among the changes. ``before`` must not be read from a disk any more."""
    changes = now.changes
    assert changes is not None
    assert changes.since == before.state
    assert changes.gone == before.releases.keys() - now.releases.keys()
    assert now.releases.keys() - before.releases.keys() <= changes.releases <= now.releases.keys()
    for ident in before.releases.keys() & now.releases.keys() - changes.releases:
        assert shown(before, ident) == shown(now, ident)
    former, present = told(before), told(now)
    for name, things in present.items():
        differing = {key for key in former[name].keys() | things.keys() if former[name].get(key) != things.get(key)}
        assert differing <= getattr(changes, name), name


def follow(store: Store, builds: Sequence[Collection[bytes]], reference: Reference, *one: Corrections | None) -> None:
    """Resolve these releases one after the other, and each time as if there had been nothing before."""
    former = None
    for digests in builds:
        now, data = store.resolve(digests, reference, *one), opened()
        fresh = store.resolve(digests, reference, *one, data=data)
        assert whole(now) == whole(fresh)
        assert tables(store.data) == tables(data)
        if former:
            assert_told(former, now)
        former = fresh


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load()


@settings(max_examples=30, deadline=None)
@given(releases(), st.booleans(), st.data())
def test_builds_one_after_another_resolve_as_one_from_nothing(
    reference: Reference, made: list[Findings], corrected: bool, data: st.DataObject
) -> None:
    """Releases come, go and change: with one id only one of two versions is there."""
    changed = [release(int(one.release.id[1:]), [(NAMES[n % 5], POSTS[n % 4], "Mr", False, n % 9)], n, None)
               for n, one in enumerate(made)]  # fmt: skip
    store = Store([*made, *changed])
    versions = st.lists(st.sampled_from((0, 1, 2)), min_size=len(made), max_size=len(made))
    builds = [
        {str(n + version * len(made)).encode() for n, version in enumerate(each) if version < 2}
        for each in data.draw(st.lists(versions, min_size=2, max_size=4))
    ]
    follow(store, builds, reference, CORRECTIONS if corrected else None)


@pytest.mark.parametrize("seed", range(3))
def test_so_it_is_with_the_releases_of_the_corpora(corpus: Path, reference: Reference, seed: int) -> None:
    everything = [findings for folder in gold_folders(corpus) for findings in gold_findings(folder)]
    store, chance = Store(everything), random.Random(seed)
    builds = [set(chance.sample(sorted(store.briefs), len(everything) * 2 // 3))]
    for _ in range(4):
        out = sorted(store.briefs.keys() - builds[-1])
        few = chance.randint(1, 9)
        stay = builds[-1] - set(chance.sample(sorted(builds[-1]), few))
        builds.append(stay | set(chance.sample(out, min(few, len(out)))))
    follow(store, builds, reference)


def several(number: int) -> list[Findings]:
    """Releases of which each is about a person, a post and a body of its own."""
    consonants = "bcdfghjklmnprstw"
    given_names = [f"{a}a-{b}ing" for a in consonants for b in consonants]
    return [
        one_person(f"Tam {given_names[n].capitalize()}", f"Director of Subject {n}", f"P{n:03}", agency=f"Body {n}")
        for n in range(number)
    ]


def test_only_what_a_release_touches_is_looked_at_again(reference: Reference) -> None:
    store = Store(several(80))
    all_of_them = store.briefs.keys()
    store.resolve(all_of_them - {b"7"}, reference)
    store.asked.clear()
    changes = store.resolve(all_of_them - {b"9"}, reference).changes
    assert changes
    assert set(store.asked) == {b"7"}
    assert (changes.releases, changes.gone) == ({"P007"}, {"P009"})
    assert {len(each) for each in (changes.officials, changes.agencies, changes.posts)} == {2}
    again = store.resolve(all_of_them - {b"9"}, reference)
    assert again.changes
    assert again.changes.since == again.state
    assert not again.changes.releases | again.changes.officials | again.changes.agencies | again.changes.gone


def test_a_definition_touches_the_releases_that_name_the_body_in_short(reference: Reference) -> None:
    short, long = Draft("Title\n\nThe NSB met.", "P001"), Draft("Title\n\nThe Norland Sea Board (NSB) met.", "P002")
    short.agency("NSB")
    long.agency("Norland Sea Board", "NSB")
    store = Store([short.findings(), long.findings()])
    assert list(store.resolve({b"0"}, reference).agencies) == ["nsb"]
    found = store.resolve({b"0", b"1"}, reference)
    assert list(found.agencies) == ["norland-sea-board"]
    assert found.changes
    assert found.changes.releases == {"P001", "P002"}


@pytest.mark.parametrize("what", ["edition", "corrections"])
def test_what_another_build_kept_is_not_taken(reference: Reference, what: str) -> None:
    store = Store(several(5))
    first = store.resolve(store.briefs, reference)
    other = {"edition": "two"} if what == "edition" else {"corrections": CORRECTIONS}
    again = store.resolve(store.briefs, reference, **other)  # type: ignore[arg-type]
    assert again.changes is None
    assert dict(first.releases) == dict(again.releases)


SHELVES = (
    "agencies", "definitions", "posts", "standings", "places", "sightings", "names", "parts", "totals", "beside",
    "together", "ties", "entered", "people", "roots", "clusters", "clustered", "judged", "releases", "digests",
)  # fmt: skip


@pytest.mark.parametrize("shelf", SHELVES)
def test_what_is_broken_is_resolved_anew(reference: Reference, shelf: str) -> None:
    made = [release(n, [(NAMES[n % 16], POSTS[n % 11], "Mr", False, n % 9)], n * 90, PLACES[1]) for n in range(40)]
    store = Store(made)
    store.resolve(store.briefs.keys() - {b"1", b"2", b"17"}, reference)
    store.data.execute(f"UPDATE shelf_{shelf} SET value = x'c1'")  # never used in MessagePack
    now = store.resolve(store.briefs.keys() - {b"5"}, reference)
    assert whole(now) == whole(store.resolve(store.briefs.keys() - {b"5"}, reference, data=opened()))
    assert now.changes is None or shelf in ("definitions", "names", "judged", "together", "places", "beside")


@pytest.mark.parametrize("table", ["shelf_people", "links_blocks", "shelf_releases"])
def test_a_build_that_was_stopped_while_it_wrote_leaves_nothing_that_counts(reference: Reference, table: str) -> None:
    store = Store(several(30))
    store.resolve(store.briefs.keys() - {b"1", b"2"}, reference)

    def no_more(action: int, name: str | None, *_: object) -> int:
        return sqlite3.SQLITE_DENY if (action, name) == (sqlite3.SQLITE_INSERT, table) else sqlite3.SQLITE_OK

    store.data.set_authorizer(no_more)
    with pytest.raises(sqlite3.DatabaseError):
        store.resolve(store.briefs.keys() - {b"9"}, reference)
    store.data.set_authorizer(None)
    store.data.execute("COMMIT")  # as the store of findings does when it is left
    store.data.execute("BEGIN")
    now = store.resolve(store.briefs.keys() - {b"9"}, reference)
    assert now.changes is None
    assert whole(now) == whole(store.resolve(store.briefs.keys() - {b"9"}, reference, data=opened()))


def test_a_release_that_is_given_twice_is_told(reference: Reference) -> None:
    with pytest.raises(ValueError, match="given twice"):
        resolve([*several(3), *several(1)], reference)


def belonging(one: Resolution) -> set[str]:
    """The keys of all agencies of a resolution and of those that they, posts and the publisher belong to."""
    ahead = [*one.agencies.values(), *(each.agency for each in one.posts.values()), one.publisher]
    found = {}
    while ahead:
        body = ahead.pop()
        if body is not None and body.identity.key not in found:
            found[body.identity.key] = body
            ahead += [body.parent, *body.successors]
    return set(found)


def test_what_agencies_and_posts_belong_to_is_there_too(reference: Reference) -> None:
    posts = ("Secretary for Security", "Director of Health", "Commissioner of Customs and Excise", "Mayor of Riyadh")
    made = [release(n, [(NAMES[n], posts[n % 4], "Mr", False, -1 if n % 2 else 4)], n, PLACES[n % 2]) for n in range(8)]
    store = Store(made)
    for without in ({b"0", b"4"}, {b"1", b"5"}, {b"2", b"6"}, {b"0", b"4", b"2", b"6"}):
        one = store.resolve(store.briefs.keys() - without, reference)
        assert set(one.all_agencies) == belonging(one)
        assert {key for kind, key in one.beyond if kind == "agency"} == belonging(one) - set(one.agencies)
        assert {key for kind, key in one.beyond if kind == "place"} == set(one.all_places) - set(one.places)
        assert len(one.all_agencies) == len(belonging(one))
    assert set(store.resolve((), reference).all_agencies) == set()
