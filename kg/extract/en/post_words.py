"""The words of a post phrase: tokens, and which of them head an office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kg.extract.en.offices import BOUND_HEADS, CONNECTIVES, FOLLOWED, HEADS, LOWER_HEADS, NO_OFFICE, NOT_ALONE

_TOKEN: Final = re.compile(
    r"[A-Z]\.(?:[A-Z]\.)+(?= [A-Z])|Chef de Mission|Charg[eé] d['’][Aa]ffaires|Aide-de-[Cc]amp|\)-(?:designate|elect)"
    r"|[^\W_]+(?:[-'’&/.][^\W_]+)*(?:['’]|\+(?= ))?|[^\w\s]|\n"
)
_TO_COME: Final = re.compile(r"-(?:designate|elect)$", re.IGNORECASE)
_PLURAL_ENDS: Final = (("y", "ies"), ("man", "men"), ("", "s"))
_PLURALS: Final = {
    head.removesuffix(one) + many: head for one, many in _PLURAL_ENDS for head in HEADS if head.endswith(one)
}
_SCHOOLS: Final = frozenset({"University", "College", "School", "Institute", "Academy", "Polytechnic", "Hospital"})
_ACADEMIC: Final = frozenset(
    "Professor Dean Provost Lecturer Chair Fellow Researcher Centre Department School Faculty Institute".split()
)
_SCHOOL_WITHIN: Final = 7  # tokens before and behind "at"
_LOWER_FORMS: Final = LOWER_HEADS | {f"{head}s" for head in LOWER_HEADS}


class Token(NamedTuple):
    """A word or mark of the text, with its place."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins as a name or a number does: "Platform", "21st", "eMPF"."""
        return self.text[0].isupper() or self.text[0].isdigit() or self.text[1:2].isupper()


def tokenise(text: str, start: int, end: int) -> Iterator[Token]:
    """The words and marks of ``text[start:end]``; a line break is a mark."""
    return (Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end))


def singular(word: str) -> str:
    """The singular of a head noun: "Secretaries" -> "Secretary", "Consuls" -> "Consul".

    >>> singular("Vice-Presidents"), singular("Secretaries"), singular("Chairmen"), singular("Prosecutions")
    ('Vice-President', 'Secretary', 'Chairman', 'Prosecutions')
    >>> singular("Vice-presidents")
    'Vice-president'
    """
    if word in HEADS:
        return word
    before, hyphen, noun = word.rpartition("-")
    if word not in _PLURALS and hyphen and noun.islower() and (head := f"{before}-{noun.capitalize()}") in _PLURALS:
        return f"{before}-{_PLURALS[head].rpartition('-')[2].lower()}"
    return _PLURALS.get(word, word)


def is_lower_plural(word: str) -> bool:
    """Whether a word is the plural of a head noun in lower case: "members"."""
    return word in _LOWER_FORMS and word not in LOWER_HEADS


def is_head(words: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` can head an office: "Director", "chairman", "Chief Executive", "Consul General"."""
    word = words[i].text.partition("/")[0]  # "Chief Engineer/Land Works"
    if "-" in word:
        word = _TO_COME.sub("", word)
        if "-" in word and word[0].isupper() and word not in HEADS:
            # "Vice-president", "Commander-in-chief"
            word = "-".join(part if part in CONNECTIVES else part.capitalize() for part in word.split("-"))
    if word in _LOWER_FORMS:
        return True
    if word in FOLLOWED and i + 1 < len(words) and words[i + 1].text == FOLLOWED[word]:
        return True
    if word == "Chief":
        return False
    if word in ("Justice", "Justices") and [each.text for each in words[i + 1 : i + 3]] == ["of", "Appeal"]:
        return i == 0 or words[i - 1].text != "and"  # "Vice-President and Justice of Appeal" is one office
    one = singular(word)
    if one not in HEADS or (one in NO_OFFICE and i > 0 and words[i - 1].text in NO_OFFICE[one]):
        return False
    if one != word and i > 0 and words[i - 1].text == "of":
        return False  # "House of Representatives", "Board of Directors"
    if one in BOUND_HEADS:
        return i > 0 and words[i - 1].text in BOUND_HEADS[one]
    return one not in NOT_ALONE


def is_at_school(words: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` is the "at" of "Professor of Law at the University of Norland"."""
    if words[i].text != "at" or _ACADEMIC.isdisjoint(each.text for each in words[max(0, i - _SCHOOL_WITHIN) : i]):
        return False
    for each in words[i + 1 : i + 1 + _SCHOOL_WITHIN]:
        if each.text in _SCHOOLS:
            return True
        if not each.capital and each.text not in CONNECTIVES:
            return False
    return False
