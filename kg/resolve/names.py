"""Name forms: what makes two printed names the same name, and the readable key that stands for it.

The key of a name is the name in lower case, without accents, with hyphens between its words. Two names
with one key are the same name: "CHAN Tsz-tat", "Chan Tsz Tat" and "Chan Tsz-tat". So a key is a pure
function of the name alone, and adding a release can never change it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from kg.resolution import Form

# Letters that Unicode does not decompose into an ASCII letter and an accent.
_TRANSLITERATION = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
        "'": None, "’": None, "‘": None, "ʼ": None, "`": None, "&": " and ",
    }
)  # fmt: skip
_NO_LETTER = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"\bthe-|-the$")
_GOVERNMENT_OF = re.compile(r"government-of-(.+)")
_PREPOSITIONS = frozenset(("of", "for", "in", "to", "at", "on", "with", "from", "by", "under", "de", "du", "des"))
_NO_END = _PREPOSITIONS | {"the", "a", "an", "and", "or", "as", "la", "le"}
_ENOUGH = 48
_LONGEST_PHRASE = 96
_ABBREVIATION = re.compile(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z&]{1,9}")


@lru_cache(maxsize=1 << 16)
def slug(text: str) -> str:
    """The name as a key: ASCII where the script is Latin; other scripts, such as Chinese, stay as they are.

    Empty only where the text has no letter and no digit; then its code points stand for it.

    >>> slug("Tse Chin-wan"), slug("Nguyễn Phú Trọng"), slug("Director of the Chief Executive's Office")
    ('tse-chin-wan', 'nguyen-phu-trong', 'director-of-the-chief-executives-office')
    >>> slug("李家超"), slug("C&ED"), slug("?")
    ('李家超', 'c-and-ed', 'u3f')
    """
    plain = text.lower().translate(_TRANSLITERATION) if text.isascii() else _plain(text)
    key = _NO_LETTER.sub("-", plain).strip("-")
    return key or "-".join(f"u{ord(c):x}" for c in text.strip()) or "unnamed"


def _plain(text: str) -> str:
    """A text in lower case without accents."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    folded = unicodedata.normalize("NFKD", folded.casefold()).translate(_TRANSLITERATION)  # "𝕊" became "S" just now
    return unicodedata.normalize("NFC", "".join(c for c in folded if not unicodedata.combining(c)))


@lru_cache(maxsize=1 << 16)
def office_slug(text: str) -> str:
    """The key of an agency, post or place: as :func:`slug`, without articles, "Government of X" as "X Government".

    >>> office_slug("Director of the Chief Executive's Office")
    'director-of-chief-executives-office'
    >>> office_slug("Government of the Hong Kong Special Administrative Region")
    'hong-kong-special-administrative-region-government'
    """
    whole = slug(text)
    key = _ARTICLE.sub("", whole) or whole
    moved = _GOVERNMENT_OF.fullmatch(key)
    return f"{moved[1]}-government" if moved else key


@lru_cache(maxsize=1 << 16)
def shortened(key: str) -> str:
    """The first words of a key that tell it from others: some 48 letters, and on to the end of the phrase.

    Words are only added to those that fit into 48 letters, so two keys that differ in these stay two.

    >>> shortened("minister-of-general-administration-of-sea-and-river-fisheries-of-northern-province")
    'minister-of-general-administration-of-sea-and-river-fisheries'
    >>> shortened("deputy-director-of-liaison-office-of-central-peoples-government-in-hong-kong")
    'deputy-director-of-liaison-office-of-central-peoples-government'
    """
    if len(key) <= _ENOUGH:
        return key
    words = key.split("-")
    fit = key[: _ENOUGH + 1].count("-")
    if fit == 0:  # one word, or a script that has no spaces
        return key[:_ENOUGH]
    ends = [n for n in range(fit, len(words) + 1) if words[n - 1] not in _NO_END]
    phrases = ["-".join(words[:n]) for n in ends if n == len(words) or words[n] in _PREPOSITIONS]
    if phrases and len(phrases[0]) <= _LONGEST_PHRASE:
        return phrases[0]
    return "-".join(words[: ends[0]]) if ends else key


@lru_cache(maxsize=1 << 16)
def is_abbreviation(text: str) -> bool:
    """Whether a name is an abbreviation alone.

    >>> [is_abbreviation(name) for name in ("WCO", "C&ED", "LegCo", "Alibaba", "Security Bureau")]
    [True, True, True, False, False]
    """
    return _ABBREVIATION.fullmatch(text) is not None


def fullest_first(forms: Iterable[Form]) -> tuple[Form, ...]:
    """The forms in a fixed order: more words and letters first, names in capitals after the others.

    >>> [form.text for form in fullest_first({Form("Lee", "en"), Form("JOHN LEE", "en"), Form("John Lee", "en")})]
    ['John Lee', 'JOHN LEE', 'Lee']
    """
    return tuple(sorted(set(forms), key=_fullness))


def _fullness(form: Form) -> tuple[int, int, bool, str, str]:
    words = form.text.split()
    return -len(words), -len(form.text), form.text.isupper(), form.text, form.lang
