"""Personal names: their parts, whether two forms can be one name, and how much that says.

A name is read into surnames, Chinese given names in syllables, other given names, and initials, whatever their order:
"John Lee Ka-chiu", "LEE Ka-chiu, John", "Lee Ka Chiu" and "K C Lee". A married woman may have two surnames ("Carrie Lam
Cheng Yuet-ngor"), of which a short form has one. Two forms can be one name when they share a surname and no part
contradicts another; spelling alone never makes two names one ("Wong Kam-sing", "Wong Kam-shing").
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from kg.resolve import name_tables as tables
from kg.resolve.names import slug

_WORD = re.compile(r"[^\s,.]+")
_SYLLABLE = re.compile(r"(?:[bcdfghjklmnpqrstvwxyz]|ch|gw|hw|kw|ng|sh|sz|ts|tsz|tz|zh)?[aeiou]{0,3}(?:[hkmnprtw]|ng)?")
_SPOKEN = re.compile(
    r"(?:[bcdfghjklmnpqrstwxyz]|ch|gw|hw|kw|ng|sh|sz|ts|tsz|tz|zh)?(?:[aeiou]|ai|ao|au|ee|ei|eo|eu|ia|iao|ie|io|iu"
    r"|oa|oe|oi|oo|ou|ua|uai|ue|ui|uo)(?:ck|ng|[hkmnprtw])?|tsz|tsze|sz|tz|m|ng"
)
"""A syllable that can be spoken; :data:`_SYLLABLE` is wider, since misprinted names are names as well."""

_SPOKEN_GIVEN = re.compile(rf"(?:{_SPOKEN.pattern}){{1,2}}")
_MIN_FOR_MISPRINT = 5
_MIN_FOR_SURNAME = 3


class Agreement(IntEnum):
    """How two name forms stand to one another, from what excludes one person to what nearly shows it."""

    CONTRADICTED = 0  # no surname in common, or given names that differ
    OTHER_SOUND = 1  # Chinese given names that differ by one letter, and so by a sound
    SURNAME = 2  # nothing but the surname to compare
    MISPRINT = 3  # given names that are not Chinese, or a surname that is none, and differ by one letter
    TURNED = 4  # surname and given name, which could be a surname, the other way round
    INITIALS = 5  # initials that fit
    GIVEN = 6  # a given name in common
    EQUAL = 7  # all parts


class PersonalName(NamedTuple):
    """The parts of a name, as keys (see :func:`kg.resolve.names.slug`). A tuple, as names are looked up all the time.

    ``surnames`` are one or two; ``given`` the syllables of a Chinese given name, or a Mainland one in one word;
    ``others`` given names that are not Chinese; ``initials`` single letters.
    """

    surnames: tuple[str, ...]
    given: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()

    @property
    def chinese(self) -> str:
        """The Chinese given name in one word, in one spelling of each sound."""
        return "".join(map(one_spelling, self.given))

    @property
    def bare(self) -> bool:
        """Whether it is a surname alone."""
        return not (self.given or self.others or self.initials)


def one_spelling(syllable: str) -> str:
    """The usual one of two spellings of a sound in given names."""
    return tables.ONE_SPELLING.get(syllable, syllable)


@lru_cache(maxsize=1 << 16)
def parse(form: str) -> PersonalName:
    """Read a printed name, without honorific and post-nominals.

    >>> parse("John Lee Ka-chiu")
    PersonalName(surnames=('lee',), given=('ka', 'chiu'), others=('john',), initials=())
    >>> parse("Carrie Lam Cheng Yuet-ngor").surnames, parse("Lam Cheng Yuet Ngor").surnames
    (('lam', 'cheng'), ('lam', 'cheng'))
    >>> parse("C Y Leung").initials, parse("Nicholas W Yang"), parse("Xi Jinping").given
    (('c', 'y'), PersonalName(surnames=('yang',), given=(), others=('nicholas',), initials=('w',)), ('jinping',))
    """
    words = [word for word in _WORD.findall(form) if word not in tables.PARTICLES] or [form]
    for at, word in reversed(list(enumerate(words))):
        parts = slug(word).split("-")
        if len(parts) > 1 and slug(word) not in tables.SURNAMES and _are_syllables(parts):
            return _around_given(words[:at], tuple(parts), words[at + 1 :])
    return _unhyphened(words)


def _are_syllables(parts: Sequence[str]) -> bool:
    return len(parts) <= 3 and all(_SYLLABLE.fullmatch(part) for part in parts)


def _around_given(before: Sequence[str], given: tuple[str, ...], after: Sequence[str]) -> PersonalName:
    """A name with "Ka-chiu" in it: surnames stand right before it, or the one after it."""
    if not before:
        surnames, rest = [slug(word) for word in after[-1:]], after[:-1]
    else:
        first = len(before) - 1
        while first > 0 and slug(before[first - 1]) in tables.SURNAMES and len(before) - first < 2:
            first -= 1
        surnames, rest = [slug(word) for word in before[first:]], [*before[:first], *after]
    initials, others = _initials_and_names(rest)
    if not surnames or surnames[-1] not in tables.SURNAMES:  # "Sung-jin Kim", "Jean-Luc Petit": no Chinese name
        return PersonalName(tuple(surnames) or ("-".join(given),), (), ("-".join(given), *others), initials)
    return PersonalName(tuple(surnames), given, others, initials)


def _initials_and_names(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    initials = [letter for word in words if _is_initials(word) for letter in word.casefold()]
    return tuple(initials), tuple(slug(word) for word in words if not _is_initials(word))


def _is_initials(word: str) -> bool:
    """ "C", "CY"; "NG" is a surname, "ED" could be a name in capitals, yet is hardly ever."""
    return word.isupper() and len(word) <= 2 and word.isalpha() and slug(word) not in tables.SURNAMES


def _unhyphened(words: Sequence[str]) -> PersonalName:
    if len(words) == 1:
        return PersonalName((slug(words[0]),))
    in_capitals = [word for word in words if word.isupper() and not _is_initials(word)]
    if in_capitals and len(in_capitals) < len(words) and not any(map(_is_initials, in_capitals)):
        rest = [word for word in words if word not in in_capitals]
        return _with_surnames([slug(word) for word in in_capitals], rest)
    keys = [slug(word) for word in words]
    if keys[0] in tables.SURNAMES and _is_given(words[1:], last_is_surname=keys[-1] in tables.SURNAMES):
        start = 2 if len(words) > 3 and keys[1] in tables.SURNAMES else 1
        given = words[start:]
        if len(given) > 2 and slug(given[-1]) in tables.USUAL_ENGLISH:
            return PersonalName(tuple(keys[:start]), tuple(keys[start:-1]), (keys[-1],))
        return PersonalName(tuple(keys[:start]), tuple(keys[start:]))
    if len(words) == 3 and _is_english_first(keys):
        return PersonalName((keys[1],), (keys[2],), (keys[0],))  # "Charles Chen Yidan"
    count = 2 if len(words) > 2 and {keys[-2], keys[-1]} <= tables.SURNAMES else 1
    return _with_surnames(keys[-count:], words[:-count])


def _is_english_first(keys: Sequence[str]) -> bool:
    """Whether three words are an English name, a surname, and a Chinese given name of one word."""
    first, middle, last = keys
    english = first in tables.USUAL_ENGLISH or (first not in tables.SURNAMES and not _SYLLABLE.fullmatch(first))
    chinese = first in tables.USUAL_ENGLISH or _SYLLABLE.fullmatch(last) is not None
    return english and chinese and middle in tables.SURNAMES and last not in tables.SURNAMES


def _with_surnames(surnames: Sequence[str], rest: Sequence[str]) -> PersonalName:
    """The other words are initials, syllables of a Chinese given name, or names."""
    initials, others = _initials_and_names(rest)
    chinese = surnames[0] in tables.SURNAMES and len(others) > 0 and all(map(_SYLLABLE.fullmatch, others))
    if chinese and not initials and len(others) > 1 and not {*others} & tables.USUAL_ENGLISH:
        return PersonalName(tuple(surnames), others)
    return PersonalName(tuple(surnames), (), others, initials)


def _is_given(words: Sequence[str], *, last_is_surname: bool) -> bool:
    """Whether what follows a surname is a Chinese given name: syllables, or one word of Pinyin ("Jinping")."""
    keys = [slug(word) for word in words]
    if any(map(_is_initials, words)) or len(keys) > 4:
        return False
    if len(keys) == 1:
        return keys[0] not in tables.USUAL_ENGLISH and (not last_is_surname or _SYLLABLE.fullmatch(keys[0]) is not None)
    return all(_SYLLABLE.fullmatch(key) or key in tables.USUAL_ENGLISH for key in keys)


@lru_cache(maxsize=1 << 16)
def compare(one: PersonalName, other: PersonalName) -> Agreement:
    """How two names stand to one another.

    >>> compare(parse("John Lee"), parse("John Lee Ka-chiu")), compare(parse("C Y Leung"), parse("Leung Chun-ying"))
    (<Agreement.GIVEN: 6>, <Agreement.INITIALS: 5>)
    >>> compare(parse("Wong Kam-sing"), parse("Wong Kam-shing")), compare(parse("John Lee"), parse("Lee Ka-chiu"))
    (<Agreement.OTHER_SOUND: 1>, <Agreement.SURNAME: 2>)
    """
    if not set(one.surnames) & set(other.surnames):
        if turned(one) == other:
            return Agreement.TURNED
        return Agreement.MISPRINT if _misprinted_surname(one, other) else Agreement.CONTRADICTED
    if one == other:
        return Agreement.SURNAME if one.bare else Agreement.EQUAL
    if one.bare or other.bare:
        return Agreement.SURNAME
    shared = _among_others(one, other) or _among_others(other, one)  # "Cai Mankun", "Mankun Cai"
    misprint = False
    if one.given and other.given:
        shared = one.chinese == other.chinese
        if not shared:
            near = _one_letter(one.chinese.replace("-", ""), other.chinese.replace("-", ""))
            if not near or not _alike(one, other):
                return Agreement.CONTRADICTED
            return Agreement.OTHER_SOUND if _pronounced(one) is _pronounced(other) else Agreement.MISPRINT
    if one.others and other.others:
        misprint = not set(one.others) & set(other.others)
        if misprint and not _alike(one, other):
            return Agreement.CONTRADICTED
        shared = shared or not misprint
    if misprint and not shared:
        return Agreement.MISPRINT
    letters = [_initials_fit(a, b) for a, b in ((one, other), (other, one)) if a.initials]
    if False in letters:
        return Agreement.CONTRADICTED
    return Agreement.GIVEN if shared else Agreement.INITIALS if True in letters else Agreement.SURNAME


def turned(name: PersonalName) -> PersonalName | None:
    """The name with surname and given name the other way round, where both are surnames.

    >>> turned(parse("Man Shum")), turned(parse("Shum Man-wai"))
    (PersonalName(surnames=('shum',), given=('man',), others=(), initials=()), None)
    """
    if len(name.surnames) != 1 or len(name.given) != 1 or name.others or name.initials:
        return None
    return PersonalName(name.given, name.surnames) if name.given[0] in tables.SURNAMES else None


def odd(name: PersonalName) -> bool:
    """Whether a surname may be misprinted: it is no Chinese one."""
    return not tables.SURNAMES.issuperset(name.surnames)


def _misprinted_surname(one: PersonalName, other: PersonalName) -> bool:
    """Whether the surnames differ by a letter, one is no usual one ("Wng"), and the given names agree."""
    if len(one.surnames) != 1 or len(other.surnames) != 1 or not (odd(one) or odd(other)):
        return False
    near = DamerauLevenshtein.distance(one.surnames[0], other.surnames[0], score_cutoff=1) <= 1
    if not near or min(len(one.surnames[0]), len(other.surnames[0])) < _MIN_FOR_SURNAME:
        return False
    if one.given and other.given:
        return one.chinese == other.chinese and _alike(one, other)
    return _among_others(one, other) or _among_others(other, one) or bool({*one.others} & {*other.others})


def _among_others(one: PersonalName, other: PersonalName) -> bool:
    """Whether the Chinese given name of the one is among the names of the other that are not Chinese.

    After a misprinted surname "Kwok-tat" is read as a name like "Jean-Luc".
    """
    return bool(one.given) and one.chinese in {part.replace("-", "") for part in other.others}


def _pronounced(name: PersonalName) -> bool:
    """Whether each part of a Chinese given name can be spoken, which "lnig", "kng" and "minggrui" cannot."""
    if len(name.given) == 1 and "-" not in name.given[0]:
        return _SPOKEN_GIVEN.fullmatch(name.given[0]) is not None
    return all(_SPOKEN.fullmatch(part) for one in name.given for part in one.split("-"))


def _alike(one: PersonalName, other: PersonalName) -> bool:
    """Whether given names that are not Chinese are equal or one letter apart, or not in both."""
    if not (one.others and other.others):
        return True
    return any(a == b or _one_letter(a, b) for a in one.others for b in other.others)


def _initials_fit(short: PersonalName, long: PersonalName) -> bool | None:
    """Whether every initial begins a part of the other name that is not spelt out here, each part once.

    None where the other name may have parts that it does not show ("Nicholas W Yang", "Nicholas Yang").
    """
    spelt = {*short.given, *short.others}
    free = [part[0] for part in (*long.others, *long.given) if part not in spelt] + list(long.initials)
    if not long.given and not long.initials:
        return None
    for letter in short.initials:
        if letter not in free:
            return False
        free.remove(letter)
    return True


def _one_letter(one: str, other: str) -> bool:
    """Whether two given names differ by one letter, or by two neighbours that changed places."""
    longer = max(len(one), len(other)) >= _MIN_FOR_MISPRINT
    return longer and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


@lru_cache(maxsize=1 << 16)
def share(one: PersonalName, other: PersonalName) -> float:
    """How many people bear what two compatible names have in common, as a share of all people.

    >>> [round(1 / share(parse(name), parse(name))) for name in ("Chan Wai-ming", "Ngan Wai-ming", "John Lee")]
    [12129, 122500, 1000]
    """
    surnames = [surname_share(surname) for surname in sorted({*one.surnames} & {*other.surnames})]
    result = math.prod(surnames)
    if turned(one) == other:
        return max(surname_share(each.surnames[0]) * given_share(each.given) for each in (one, other))
    if one.given and other.given and one.chinese == other.chinese:
        result *= given_share(one.given)
    elif _among_others(one, other) or _among_others(other, one):
        result *= given_share(one.given or other.given)
    for name in sorted({*one.others} & {*other.others}):
        result *= other_share(name)
    if one.initials or other.initials:
        result *= tables.INITIAL ** max(len(one.initials), len(other.initials))
    return result


def surname_share(surname: str) -> float:
    """The share of people with this surname."""
    usual = tables.USUAL_SURNAME if surname in tables.SURNAMES else tables.RARE_SURNAME
    return tables.SURNAME_SHARES.get(surname, usual)


def other_share(name: str) -> float:
    """The share of people with this given name that is not Chinese."""
    return tables.USUAL_ENGLISH_NAME if name in tables.USUAL_ENGLISH else tables.OTHER_ENGLISH_NAME


def given_share(given: Sequence[str]) -> float:
    """The share of people with this Chinese given name."""
    if len(given) == 1 and len(given[0]) > 4 and not _SYLLABLE.fullmatch(given[0]):
        return tables.JOINED_GIVEN
    usual = (tables.USUAL_SYLLABLE if one in tables.USUAL_SYLLABLES else tables.OTHER_SYLLABLE for one in given)
    return math.prod(usual)


@lru_cache(maxsize=1 << 12)
def gender(title: str | None) -> str | None:
    """ "m" or "f" where the honorific says so, else None.

    >>> gender("Mr Justice"), gender("HE Ms"), gender("Dr")
    ('m', 'f', None)
    """
    words = (title or "").replace("’", "'").replace("'", " ").split()
    return next((tables.GENDERS[word] for word in reversed(words) if word in tables.GENDERS), None)


@lru_cache(maxsize=1 << 12)
def rank(title: str) -> str:
    """What an honorific tells beside the gender: "Professor", "Dr", "Hon" (of the councils), "Justice" or "plain".

    >>> rank("Dr the Hon"), rank("Mr Justice"), rank("Mrs")
    ('Dr', 'Justice', 'plain')
    """
    words = {tables.RANKS[word] for word in title.split() if word in tables.RANKS}
    return next((one for one in dict.fromkeys(tables.RANKS.values()) if one in words), "plain")
