"""References to people without their name: "he", "the Minister" and "the two" in a release, "I" in a speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.en.coreference import gender
from kg.extract.en.references import by_delegation, by_number, by_office, may_stand
from kg.extract.en.scene import Ref
from kg.extract.en.segment import Voice
from kg.extract.en.story import Story
from kg.model import Person, Span

# "the luncheon hosted by him": not "by her Deputy"
_BY: Final = r"by (?<=\bby )(?P<by>him|her)\b(?=[.,;]|\Z| (?:at|in|on|for|today|yesterday|and)\b)"
# Letters are found much faster than the beginning of a word, which is looked at behind them.
_HE_OR_SHE: Final = re.compile(r"(?:[Hh]e(?<=\b[Hh]e)|[Ss]he(?<=\b[Ss]he))\b(?!['’])|" + _BY)
_HE_OR_SHE_NEEDS: Final = re.compile(r"[Hh]e(?<=\b[Hh]e)|[Ss]he(?<=\b[Ss]he)|by (?<=\bby )(?=him|her)")
_WE: Final = re.compile(r"(?:I(?<=\bI)|[Ww]e(?<=\b[Ww]e))\b(?!['’])")
_I: Final = re.compile(r"I(?<=\bI)\b(?!['’])")
# A person behind a preposition is not whom the next "he" means.
_OBLIQUE: Final = re.compile(r"\b(?:by|with|of|from|for|to|on) (?:the )?$")
_OBLIQUE_REACH: Final = len("with the ")
# Who was with whom the next "he" means: "Accompanied by the Director, Mr Wong, he toured the port".
_COMPANY: Final = re.compile(
    r"(?:Accompanied|Joined|Escorted) (?:also )?by "
    r"|(?:In the company of|(?:Together|Along|Alongside) with) "
)
_PARTICIPLE: Final = re.compile(
    r"(?:(?:When|While|Whilst|After|Before|Prior to|Upon|On|By|Apart from|Besides) (?:also |first )?)?"
    r"(?!During|Following)[A-Za-z][a-z]+ing\b"
)
_GENDERS: Final = {"he": "m", "she": "f", "him": "m", "her": "f"}


def with_pronouns(
    text: str, span: Span, voice: Voice, refs: list[Ref], story: Story, people: Sequence[Person]
) -> list[Ref]:
    """The references by name in a sentence, and those by pronoun, in text order."""
    if voice is Voice.SPEECH:
        if story.speaker is None or not refs:
            return refs
        found = [Ref(story.speaker, Span(*m.span())) for m in _I.finditer(text, span.start, span.end)]
    elif voice is Voice.REPLY and story.speaker is not None:
        found = [Ref(story.speaker, Span(*m.span())) for m in _WE.finditer(text, span.start, span.end)] if refs else []
    elif refs or story.subject or story.holders:
        offices = by_office(text, span, refs, story) if voice is Voice.RELEASE else []
        offices += by_delegation(text, span, story) if voice is Voice.RELEASE else []
        named = sorted((*refs, *offices), key=_place) if offices else refs
        found = [*offices, *_third_person(text, span, named, story, people), *by_number(text, span, named, story)]
    else:
        return refs
    return sorted((*refs, *found), key=_place) if found else refs


def _place(ref: Ref) -> Span:
    return ref.span


def _third_person(text: str, span: Span, refs: list[Ref], story: Story, people: Sequence[Person]) -> list[Ref]:
    """ "he" and "she": a subject named before in the sentence, else whom the story is about."""
    found: list[Ref] = []
    if not may_stand(_HE_OR_SHE_NEEDS, text, span):
        return found
    subjects: list[Ref] = []
    named: set[int] = set()
    passed = 0
    for m in _HE_OR_SHE.finditer(text, span.start, span.end):
        at = m.start("by") if m["by"] else m.start()
        while passed < len(refs) and refs[passed].span.end <= at:
            if not _is_oblique(text, span, refs[passed]):
                subjects.append(refs[passed])
            named.add(refs[passed].person)
            passed += 1
        if passed < len(refs) and refs[passed].span.start <= at:
            continue  # inside a reference
        # the one person named, whatever preposition stands before: "remarks by Mr Tam after he met"
        alone = refs[:1] if len(named) == 1 else []
        if passed and _opens_with(text, span, refs[:passed], at):
            subjects, alone = [], []
        if passed and _in_company(text, span, refs[passed - 1], at):
            subjects, alone = [], []
        who = _antecedent(_GENDERS[text[at : m.end()].casefold()], subjects or story.subject or alone, people)
        if who is not None:
            found.append(Ref(who, Span(at, m.end())))
    return found


def _is_oblique(text: str, span: Span, ref: Ref) -> bool:
    return _OBLIQUE.search(text, max(span.start, ref.span.start - _OBLIQUE_REACH), ref.span.start) is not None


def _opens_with(text: str, span: Span, named: Sequence[Ref], at: int) -> bool:
    """Whether those named so far are objects of the participle that opens the sentence, whose subject is the pronoun at
    ``at``: "After meeting the Director, Mr Wong, he toured the port"."""
    if not text.endswith(", ", span.start, at) or not _PARTICIPLE.match(text, span.start, at):
        return False
    return not any(text.endswith((", ", "; "), span.start, ref.span.start) for ref in named)


def _in_company(text: str, span: Span, last: Ref, at: int) -> bool:
    """Whether those named so far are the company of whoever the pronoun at ``at`` means."""
    return text[last.span.end : at] == ", " and _COMPANY.match(text, span.start, span.end) is not None


def _antecedent(wanted: str, before: Sequence[Ref], people: Sequence[Person]) -> int | None:
    """The first of ``before`` who can be of the gender ``wanted``; None where there is none."""
    known = (ref.person for ref in before if ref.person >= 0)
    return next((person for person in known if gender(people[person].title) in (wanted, None)), None)
