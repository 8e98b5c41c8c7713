"""References to people by office ("the Minister") and by number ("the two", "they") in what a release tells.

An office means the one person who was introduced with it, and nobody where two were; offices of which Hong Kong has
one only ("the Chief Executive") must be named alike, for they are known without an introduction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.en.scene import Ref
from kg.extract.en.story import Holder, Story
from kg.model import Kind, Role, Span

_KNOWN: Final = frozenset(
    {"Chief Executive", "Chief Secretary", "Financial Secretary", "Chief Justice", "President", "Premier"}
)
"""Offices whose holder a release may mean without having introduced anybody."""

# Each begins with a letter that is found much faster than the beginning of a word.
_OFFICE: Final = re.compile(
    r"he (?<=\b[Tt]he )(?P<post>(?:Acting )?"
    r"(?:(?:Deputy|Vice|Prime|Permanent|Under|Chief|Financial|Consul) ?-?){0,2}"
    r"(?:Secretary|Minister|Governor|Mayor|Commissioner|Director|President|Chairman|Chairperson|Chairwoman|Ambassador"
    r"|Premier|General|Executive|Ombudsman|Director-General|Secretary-General|Chief Justice|Commandant|Dean|Speaker)"
    r"(?:-elect|-designate)?)"
    r"\b(?! (?:of|for|to|and|or|at|in) |['’-]|,? (?:Mr|Mrs|Ms|Miss|Dr|Prof|HE|Ir|Madam|Sir|Hon)\b| [A-Z(])"
)
# what somebody is, not who: "will act as the Financial Secretary", "the office of the Chief Executive"
_PREDICATE: Final = re.compile(
    r"\b(?:as|be|become|becomes|became|is|was|been|(?:post|office|position|duties|capacity|title|role) of"
    r"|appointed|elected|named) $"
)
# a sentence about people without a name, whom "they" may mean: "Members of the public are welcome to visit the hall."
_OTHERS: Final = re.compile(
    r"[.\n] *(?:The |These |Those |All |Some |Many |About |Over |Around )?(?:[\w,'’-]+ ){0,3}?(?i:members|people"
    r"|residents"
    r"|students|visitors|participants|officers|guests|citizens|passengers|volunteers|tourists|patients|children|youths?"
    r"|enterprises|companies|spectators|graduates|recruits|awardees|winners)\b(?![^.]*\.[^.]*\.)"
)
_REACH: Final = 16
_BEHIND: Final = 24
_PLURAL: Final = re.compile(
    r"(?:(?:They|The two|Both)(?: (?:officials|leaders|ministers|Ministers|sides|of them))?"
    r"|(?<=and )they|(?<=, )(?:they|the two))(?= (?:then|also|later|first|[a-z]+ed|met|held|had|will|went)\b)"
)
_PLURAL_NEEDS: Final = ("hey ", "he two ", "Both ")  # literals are found much faster


def by_office(text: str, span: Span, refs: Sequence[Ref], story: Story) -> list[Ref]:
    """ "The Minister then toured the port": the one person introduced with that office before."""
    found: list[Ref] = []
    if not story.holders:
        return found
    for m in _OFFICE.finditer(text, span.start, span.end):
        start = m.start() - 1
        if _PREDICATE.search(text, max(span.start, start - _REACH), start):
            continue
        if any(ref.span.start < m.end() and start < ref.span.end for ref in refs):
            continue
        people = {h.person for h in story.holders if h.at <= start and _holds(h, m.group("post"))}
        if len(people) == 1:
            found.append(Ref(people.pop(), Span(start, m.end())))
    return found


def _holds(holder: Holder, office: str) -> bool:
    """Whether a post may be called ``office`` for short."""
    acting = office.startswith("Acting ")
    bare = office.removeprefix("Acting ")
    if acting != holder.acting:
        return False
    return holder.label == bare or (bare not in _KNOWN and holder.label.startswith((f"{bare} of ", f"{bare} for ")))


def by_number(text: str, span: Span, refs: Sequence[Ref], story: Story) -> list[Ref]:
    """ "They", "the two": the subjects of the sentence before, else the two who have just met."""
    if not any(text.find(words, span.start, span.end) >= 0 for words in _PLURAL_NEEDS):
        return []
    m = _PLURAL.search(text, span.start, span.end)
    if m is None or story.delegation or any(ref.span.start < m.start() for ref in refs):
        return []
    if story.subject and _OTHERS.search(text, story.subject[-1].span.end, span.start):
        return []
    is_several = len(story.subject) > 1 or any(_with_others(story, ref) for ref in story.subject)
    people = [ref.person for ref in story.subject] if is_several else _just_met(story)
    return [Ref(person, Span(*m.span())) for person in dict.fromkeys(people)]


def _with_others(story: Story, ref: Ref) -> bool:
    """Whether somebody acted "together with" others who have no name."""
    behind = story.text[ref.span.end : ref.span.end + _BEHIND]
    return behind.startswith((", together with ", ", along with ", " together with ", " and representatives "))


def _just_met(story: Story) -> list[int]:
    """The two principals of the meeting told last, if nothing was told since."""
    last = story.drafts[-1] if story.drafts else None
    if last is None or last.kind is not Kind.MEETING or last.open_side:
        return []
    principals = last.people(Role.PRINCIPAL)
    return principals if len(principals) == 2 else []
