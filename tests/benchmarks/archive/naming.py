"""A person's name, and the ways in which releases print it.

The styles are those of real releases; the shapes of 688 people in 192 of them (33 releases, 158 speeches and the
sample release) were counted: two plain words 87 %, surname and hyphenated given name 3.5 %, English name and both
2.2 %, initials 1.7 %, capitals 0.9 %, a middle initial 0.6 %. The speeches have many guests from abroad, so among
Hong Kong's own people the styles with the Chinese given name are taken to be commoner than that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from tests.benchmarks.archive import name_tables as tables


class Origin(StrEnum):
    """Whose way of writing names is followed."""

    HONG_KONG = "Hong Kong"
    MAINLAND = "Mainland"
    FOREIGN = "foreign"


class Style(StrEnum):
    """How a name is printed."""

    ENGLISH = "English name and surname"  # Anna Kok
    CHINESE = "surname and given name"  # Kok Suet-ping
    FULL = "all names"  # Anna Kok Suet-ping; of a married woman Anna Bak Kok Suet-ping
    INITIALS = "initials"  # S P Kok
    CAPITALS = "surname in capitals"  # Anna KOK Suet-ping
    UPPER = "all in capitals"  # ANNA KOK
    NO_HYPHEN = "hyphen missing"  # Kok Suet Ping
    GIVEN_FIRST = "given name first"  # Suet-ping Kok
    ENGLISH_LAST = "English name last"  # Kok Suet-ping Anna
    MAIDEN = "maiden name"  # Anna Kok, who is printed Anna Bak otherwise
    MIDDLE = "middle initial"  # Anna J Kok
    MISPRINT = "misprint"  # Anna Kokk


@dataclass(frozen=True, slots=True)
class Name:
    """All parts of a name. ``given`` are syllables in small letters, or the one given name of a foreigner.

    ``husband`` is the surname that a woman has taken, ``middle`` an initial; ``sex`` is "m" or "f".
    """

    origin: Origin
    sex: str
    surname: str
    given: tuple[str, ...]
    english: str | None = None
    husband: str | None = None
    middle: str | None = None

    @property
    def called(self) -> str:
        """The surname after an honorific."""
        return self.husband or self.surname

    @property
    def chinese(self) -> str:
        """The given name as Hong Kong ("Suet-ping") or the Mainland ("Xueping") writes it."""
        joint = "" if self.origin is Origin.MAINLAND else "-"
        return joint.join(self.given).capitalize()


class Names:
    """Draws names at random; made once, since the tables are long."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._surnames = {
            Origin.HONG_KONG: tables.hong_kong_surnames(),
            Origin.MAINLAND: tables.mainland_surnames(),
            Origin.FOREIGN: tables.foreign_surnames(),
        }
        self._syllables = {
            Origin.HONG_KONG: (tables.hong_kong_syllables(), 0.94),
            Origin.MAINLAND: (tables.mainland_syllables(), 0.65),
        }
        self._english = {sex: tables.english_names(sex) for sex in "mf"}
        self._foreign = {sex: tables.foreign_names(sex) for sex in "mf"}

    def name(self, origin: Origin, women: float = 0.33, english: float = tables.WITH_ENGLISH_NAME) -> Name:
        """A new name; ``women`` and ``english`` are the chances of a woman and of an English name.

        A third of the directorate of the civil service are women. One in eight of them goes by her husband's
        surname (of the women in the 688 people counted, it was more: "Mrs" is found in speeches about few).
        """
        random = self._random
        sex = "f" if random.random() < women else "m"
        surname = self._surnames[origin].one(random)
        if origin is Origin.FOREIGN:
            middle = random.choice("ABCDEFGHJKLMPRST") if random.random() < 0.3 else None
            return Name(origin, sex, surname, (self._foreign[sex].one(random),), middle=middle)
        syllables, two = self._syllables[origin]
        given = tuple(syllables.one(random) for _ in range(2 if random.random() < two else 1))
        if origin is Origin.MAINLAND:
            return Name(origin, sex, surname, given)
        called = self._english[sex].one(random) if random.random() < english else None
        husband = self._surnames[origin].one(random) if sex == "f" and random.random() < 0.125 else None
        return Name(origin, sex, surname, given, called, husband)


def usual_style(name: Name, random: Random, *, full: float = 0.04) -> Style:
    """The style in which releases print this person nearly always; ``full`` is the chance of all names.

    The Information Services Department keeps to one style for an official. 1.7 % of the people counted have
    initials; of those with an English name a few are known by the Chinese one.
    """
    chance = random.random()
    if name.origin is not Origin.HONG_KONG:
        return Style.ENGLISH if name.origin is Origin.FOREIGN else Style.CHINESE
    if chance < 0.02 and len(name.given) == 2 and not name.husband:
        return Style.INITIALS
    if name.english is None:
        return Style.CHINESE
    if chance < 0.02 + full:
        return Style.FULL
    return Style.CHINESE if chance < 0.09 + full and not name.husband else Style.ENGLISH


RARE: dict[Origin, dict[Style, float]] = {
    Origin.HONG_KONG: {
        Style.FULL: 0.025,
        Style.CAPITALS: 0.009,
        Style.CHINESE: 0.003,
        Style.ENGLISH: 0.003,
        Style.NO_HYPHEN: 0.005,
        Style.GIVEN_FIRST: 0.002,
        Style.UPPER: 0.001,
        Style.INITIALS: 0.001,
        Style.MAIDEN: 0.001,
        Style.ENGLISH_LAST: 0.0005,
        Style.MISPRINT: 0.002,
    },
    Origin.MAINLAND: {
        Style.CAPITALS: 0.009,
        Style.NO_HYPHEN: 0.005,
        Style.GIVEN_FIRST: 0.005,
        Style.UPPER: 0.001,
        Style.MISPRINT: 0.003,
    },
    Origin.FOREIGN: {
        Style.CAPITALS: 0.009,
        Style.MIDDLE: 0.08,
        Style.UPPER: 0.001,
        Style.MISPRINT: 0.004,
    },
}
"""How often a mention is printed in a style that is not the person's usual one.

FULL, CAPITALS and MIDDLE as counted; the others were met once or not at all in 688 and are set below 1 in 100. None of
some 430 mentions of people of Hong Kong has a given name of which the other mentions of that person have nothing
(at 95 % below 0.7 %): CHINESE and ENGLISH together are within that. NO_HYPHEN and GIVEN_FIRST (:data:`VARIANTS`) are
ways to print the Chinese given name, where that is printed anyhow. Misprints: three are known in the 688 (0.4 %, all of
names from the Mainland and elsewhere), here 0.2 to 0.4 %.
"""
VARIANTS = frozenset({Style.NO_HYPHEN, Style.GIVEN_FIRST})
"""Styles of who is usually printed with the Chinese given name alone."""


def printed_style(name: Name, usual: Style, random: Random) -> Style:
    """The style of one mention: the usual one, or at times another that this name can have."""
    chance = random.random()
    for style, share in RARE[name.origin].items():
        if chance < share:
            able = usual is Style.CHINESE if style in VARIANTS else style is Style.MISPRINT or PRINTED[style](name)
            return style if able else usual
        chance -= share
    return usual


def printed(name: Name, style: Style, usual: Style, random: Random) -> str:
    """The name in a style; a misprint is one of the usual style."""
    if style is Style.MISPRINT:
        return misprinted(printed(name, usual, usual, random), random)
    return PRINTED[style](name) or PRINTED[Style.CHINESE](name)


def misprinted(text: str, random: Random) -> str:
    """The text with one letter left out, doubled, or changed with the next; never the first of a word.

    >>> misprinted("Kok Suet-ping", Random(1))
    'Kok Seut-ping'
    """
    places = [at for at in range(1, len(text) - 1) if text[at - 1 : at + 2].isalpha()] or [len(text) - 1]
    at = random.choice(places)
    kind = random.randrange(3)
    if kind == 0 or at + 1 == len(text):
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _english(name: Name) -> str:
    first = name.given[0] if name.origin is Origin.FOREIGN else name.english
    return f"{first} {name.called}" if first else ""


def _chinese(name: Name) -> str:
    if name.origin is Origin.FOREIGN:
        return _english(name)
    return " ".join(filter(None, (name.husband, name.surname, name.chinese)))


def _full(name: Name) -> str:
    return f"{name.english} {_chinese(name)}" if name.english else ""


def _capitals(name: Name) -> str:
    if name.origin is Origin.FOREIGN:
        return f"{name.given[0]} {name.surname.upper()}"
    surnames = " ".join(filter(None, (name.husband, name.surname))).upper()
    return " ".join(filter(None, (name.english, surnames, name.chinese)))


def _upper(name: Name) -> str:
    return (_english(name) or _chinese(name)).upper()


def _initials(name: Name) -> str:
    two = len(name.given) == 2 and not name.husband
    return f"{' '.join(one[0].upper() for one in name.given)} {name.surname}" if two else ""


def _no_hyphen(name: Name) -> str:
    if len(name.given) < 2:
        return ""
    if name.origin is Origin.MAINLAND:  # the Mainland joins them: here the hyphen is what is wrong
        return f"{name.surname} {name.given[0].capitalize()}-{name.given[1]}"
    given = " ".join(one.capitalize() for one in name.given)
    return " ".join(filter(None, (name.husband, name.surname, given)))


def _given_first(name: Name) -> str:
    return "" if name.husband else f"{name.chinese} {name.surname}"


def _english_last(name: Name) -> str:
    return f"{_chinese(name)} {name.english}" if name.english else ""


def _maiden(name: Name) -> str:
    return f"{name.english or ''} {name.surname}".strip() if name.husband and name.english else ""


def _middle(name: Name) -> str:
    return f"{name.given[0]} {name.middle} {name.surname}" if name.middle else ""


PRINTED: dict[Style, Callable[[Name], str]] = {
    Style.ENGLISH: _english,
    Style.CHINESE: _chinese,
    Style.FULL: _full,
    Style.INITIALS: _initials,
    Style.CAPITALS: _capitals,
    Style.UPPER: _upper,
    Style.NO_HYPHEN: _no_hyphen,
    Style.GIVEN_FIRST: _given_first,
    Style.ENGLISH_LAST: _english_last,
    Style.MAIDEN: _maiden,
    Style.MIDDLE: _middle,
}
"""The name in each style, empty where it has none."""
