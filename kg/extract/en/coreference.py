"""Which names of one release are one person: full names first, then what refers back to them.

A short form ("Mr Lee") goes to the one person of that surname whom the honorific allows; where two remain,
it goes to nobody (issue: two people of one surname are never merged).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.en.names import FEMALE, MALE, SURNAMES
from kg.extract.en.people import Name
from kg.model import Dropped, Mention, Person

_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")


@dataclass(slots=True)
class _Entity:
    """A person while the names of a release are being gathered (mutable within :func:`gather`).

    ``best`` is the fullest name, ``titles`` are its honorifics and ``genders`` what they say.
    """

    best: Name
    names: list[Name] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    titles: set[str | None] = field(default_factory=set)

    def add(self, name: Name) -> None:
        """One more name of the person."""
        self.names.append(name)
        self.titles.add(name.title)
        if (known := gender(name.title)) is not None:
            self.genders.add(known)


def gender(title: str | None) -> str | None:
    """ "m" or "f" where the honorific says so, else None.

    >>> gender("Mr Justice"), gender("HE Ms"), gender("Dr")
    ('m', 'f', None)
    """
    words = set((title or "").replace("’", "'").split())
    if words & FEMALE:
        return "f"
    return "m" if words & MALE else None


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether ``short`` stands in ``long`` as a run of whole words."""
    n = len(short)
    return short[0] in long and any(long[i : i + n] == short for i in range(len(long) - n + 1))


def _compatible(name: Name, entity: _Entity) -> bool:
    known = gender(name.title)
    return known is None or entity.genders <= {known}


def _same_full(name: Name, entity: _Entity) -> bool:
    """Two full names of one person: equal, or one is the other with a given name more."""
    a, b = name.words, entity.best.words
    same = a == b or _within(a, b) or _within(b, a) or _initialled(a, b) or _initialled(b, a)
    same = same or (a != b and (_plain(a) == b or a == _plain(b)))
    return a == b or (same and _compatible(name, entity))


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the initials between its first word and its last: "Timothy W Tong" is "Timothy Tong"."""
    return (words[0], *(word for word in words[1:-1] if len(word.strip(".")) > 1), words[-1])


def _initialled(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether initials before a surname are those of a Chinese name: "E K Yeoh" for "Yeoh Eng-kiong"."""
    has_initials = all(len(word.strip(".")) < 3 for word in short[:-1])
    return (
        has_initials
        and len(full) == 2
        and "-" in full[1]
        and _initials(short)[1] != ""
        and _initials(short) == _initials(full)
    )


def _surname_place(word: tuple[str, ...], entity: _Entity) -> bool:
    """Whether ``word`` stands where the surname of the full name can be."""
    full = entity.best.words
    if len(word) > 1 or len(full) == 1:
        return True
    # "Mrs Wong Yuen Ka-yuk" is also "Mrs Wong", "Ms Rachel Yuen Ka-yuk" never "Ms Rachel"
    # "Ka-chiu" is a given name behind the surname, "Leung-Bates" a surname of two parts
    hyphened = next((i for i, w in enumerate(entity.best.form.split()) if i > 0 and _GIVEN.fullmatch(w)), None)
    if hyphened is not None:
        married = hyphened == 2 and "f" in entity.genders and entity.best.form.split()[0].capitalize() in SURNAMES
        return word[0] in full[max(0, hyphened - 1) : hyphened] + full[1:hyphened] + full[: int(married)]
    return word[0] in {full[0], full[-1]} or (len(full) == 3 and word[0] == full[1])  # "Mrs Edith Fan Mok" is "Mrs Fan"


def _is_knight(name: Name, entity: _Entity) -> bool:
    """Whether a given name stands behind "Sir" or "Dame", as those who hold it are called: "Sir Ti-liang"."""
    rank = (name.title or "").rpartition(" ")[2]
    return rank in ("Sir", "Dame") and any((title or "").endswith(rank) for title in entity.titles)


def _refers_to(name: Name, named_so: Sequence[int], entities: Sequence[_Entity], position: dict[int, int]) -> list[int]:
    """Of the indexes ``named_so`` the people a short form may mean, narrowed while more than one is left."""
    fits = [
        i for i in named_so
        if _within(name.words, entities[i].best.words)
        and _compatible(name, entities[i])
        and (_surname_place(name.words, entities[i]) or _is_knight(name, entities[i]))
    ]  # fmt: skip
    narrowings: tuple[Callable[[int], bool], ...] = (
        lambda i: name.title in entities[i].titles,
        lambda i: entities[i].best.title is not None,
        lambda i: position[i] < name.span.start,
    )
    for narrower in narrowings:
        if len(fits) > 1 and (kept := [i for i in fits if narrower(i)]):
            fits = kept
    return fits


def _same_person(
    name: Name, by_pair: Mapping[tuple[str, str], dict[int, None]], entities: Sequence[_Entity]
) -> int | None:
    """Whom a full name names, of those met before; nobody where its initials are those of two people."""
    alike = sorted({i for pair in _pairs(name.words) for i in by_pair.get(pair, ())})
    same = [i for i in alike if _same_full(name, entities[i])]
    known = any(name.words == entities[i].best.words for i in same)
    is_open = len(same) > 1 and not known and not _fullness(name)[0]
    return None if is_open or not same else same[0]


def gather(names: Sequence[Name]) -> tuple[tuple[Person, ...], tuple[int | None, ...], tuple[Dropped, ...]]:
    """People of a release, the person of each name (None where it stays open), and the names left open."""
    entities: list[_Entity] = []
    by_pair: dict[tuple[str, str], dict[int, None]] = {}  # two words side by side: the people named so
    owner: dict[int, int] = {}
    for k, name in enumerate(names):
        if len(name.words) < 2:
            continue
        match = _same_person(name, by_pair, entities)
        if match is None:
            match = len(entities)
            entities.append(_Entity(name))
        _add(entities[match], name)
        owner[k] = match
        for pair in _pairs(entities[match].best.words):
            by_pair.setdefault(pair, {})[match] = None
    dropped: list[Dropped] = []
    position = {i: min(n.span.start for n in e.names) for i, e in enumerate(entities)}
    by_word: dict[str, list[int]] = {}
    for i, entity in enumerate(entities):
        for word in dict.fromkeys(entity.best.words):
            by_word.setdefault(word, []).append(i)
    bare: dict[tuple[str, ...], list[int]] = {}  # those of whom only a short form is known
    for k, name in enumerate(names):
        if k in owner:
            continue
        fits = _refers_to(name, by_word.get(name.words[0], ()), entities, position) or [
            i for i in bare.get(name.words, ()) if _compatible(name, entities[i])
        ]
        if len(fits) == 1:
            owner[k] = fits[0]
            entities[fits[0]].add(name)
        elif fits:
            who = " or ".join(entities[i].best.form for i in fits)
            dropped.append(Dropped(name.whole, "short-form", f"may be {who}"))
        else:
            owner[k] = len(entities)
            bare.setdefault(name.words, []).append(len(entities))
            entities.append(_Entity(name))
            entities[-1].add(name)
    return tuple(map(_person, entities)), tuple(owner.get(k) for k in range(len(names))), tuple(dropped)


def _pairs(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The words side by side, also without a middle initial, and the initials of a given name with the surname."""
    yield from pairwise(words)
    if len(words) > 2 and len(plain := _plain(words)) < len(words):
        yield from pairwise(plain)
    surname, initials = _initials(words)
    if initials:
        yield initials, surname


def _initials(words: tuple[str, ...]) -> tuple[str, str]:
    """Surname and initials of "Yeoh Eng-kiong", "E K Yeoh" and "EK Yeoh"; no initials in other names."""
    if len(words) == 2 and "-" in words[1]:
        return words[0], "".join(part[:1] for part in words[1].split("-"))
    letters = "".join(words[:-1]).replace(".", "").replace("-", "")
    return words[-1], letters if len(letters) == 2 else ""


def _add(entity: _Entity, name: Name) -> None:
    entity.add(name)
    if _fullness(name) > _fullness(entity.best):
        entity.best = name


def _fullness(name: Name) -> tuple[bool, int]:
    """How much of a name is printed: initials are less than any given name."""
    return len("".join(name.words[:-1]).replace(".", "")) > 2, len(name.words)


def _person(entity: _Entity) -> Person:
    names = sorted(entity.names, key=lambda n: (n is not entity.best, n.span))
    title = next((n.title for n in names if n.title), None)
    nominals = max((n.post_nominals for n in names), key=len)
    return Person(entity.best.form, title, nominals, tuple(Mention(n.span, n.rule, n.form) for n in names))
