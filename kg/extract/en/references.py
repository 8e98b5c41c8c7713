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
    r"\b(?! (?:of|for|to|and(?! (?:the|other|his|her|their|senior|representatives|officials|members) )|or|at|in) "
    r"|['’-]|,? (?:Mr|Mrs|Ms|Miss|Dr|Prof|HE|Ir|Madam|Sir|Hon)\b| [A-Z(])"
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
# a delegation that acts, and the body that has sent it
_DELEGATION: Final = re.compile(
    r"\b[Tt]he (?:(?P<body>[A-Z][\w'’&-]*(?: (?:(?:of|and|the|for) )*[A-Z][\w'’&-]*){0,7}) )?delegation"
    r"(?= (?:(?:also|then|will|later|first|today|yesterday|this (?:morning|afternoon|evening)|today \([^)]{3,20}\)"
    r"|yesterday"
    r" \([^)]{3,20}\)|this \w+ \([^)]{3,20}\)) )*(?:visit|tour|attend|inspect|arriv|depart|left|leav|took|take|particip"
    r"|spoke|join"
    r"|(?:head|travel|proceed|go|fly|meet|call|went|flew|met)(?(body)|(?!)))(?:e|ed|s)?\b)"
)
_DELEGATION_NEEDS: Final = re.compile("delegation (?=[a-z])")
_IN_FULL: Final = {"Chief Secretary": "Chief Secretary for Administration"}
# of whom somebody holds the office: "Norwegian Prime Minister", no rank as in "Deputy Prime Minister"
_BEFORE_OFFICE: Final = re.compile(
    r"(?!Deputy|Vice|Assistant|Associate|Under|Permanent|Shadow|Honorary|Political|Former|Acting|Chief|Financial)"
    r"[A-Z][\w'’.-]* (?=(?:Prime |Foreign )?(?:Minister|Ambassador|President|Secretary of State|Governor|Mayor"
    r"|Consul[ -]General)\b)"
)
_THE: Final = ("the ", "The ")
# what makes an office a longer one, that of somebody named, or something else
_GOES_ON: Final = re.compile(
    r"['’-]| (?:of|for|and|to) (?:the )?[A-Z]| [A-Z(]|,? (?:Mr|Mrs|Ms|Miss|Dr|Prof|HE|Ir|Madam|Sir|Hon)\b"
)
_BEHIND: Final = 24
_WITH: Final = (
    *(" together with ", " along with ", " and representatives ", " and the delegation "),
    *(" and his delegation ", " and her delegation ", " and the group ", " and the party ", " and the other officials"),
)
_PLURAL: Final = re.compile(
    r"(?:(?:They|The two|Both)(?: (?:officials|leaders|ministers|Ministers|sides|of them))?"
    r"|(?<=and )they|(?<=, )(?:they|the two))(?= (?:then|also|later|first|[a-z]+ed|met|held|had|will|went)\b)"
)
_PLURAL_NEEDS: Final = re.compile("hey |he two |Both ")
_OFFICE_NEEDS: Final = re.compile(
    r"he (?<=\b[Tt]he )(?=Acting|Deputy|Vice|Prime|Permanent|Under|Chief|Financial|Consul|Secretary|Minister|Governor"
    r"|Mayor|Commissioner|Director|President|Chair|Ambassador|Premier|General|Executive|Ombudsman|Commandant|Dean"
    r"|Speaker)"
)


def by_office(text: str, span: Span, refs: Sequence[Ref], story: Story) -> list[Ref]:
    """ "The Minister then toured the port": the one person introduced with that office before."""
    found: list[Ref] = []
    if not story.holders:
        return found
    for m in _OFFICE.finditer(text, span.start, span.end) if may_stand(_OFFICE_NEEDS, text, span) else ():
        start = m.start() - 1
        if _PREDICATE.search(text, max(span.start, start - _REACH), start):
            continue
        if _is_named(refs, start, m.end()):
            continue
        people = {h.person for h in story.holders if h.at <= start and _holds(h, m.group("post"))}
        if len(people) == 1:
            found.append(Ref(people.pop(), Span(start, m.end())))
    return [*found, *(ref for ref in _by_label(text, span, story) if not _is_named((*refs, *found), *_ends(ref)))]


def by_delegation(text: str, span: Span, story: Story) -> list[Ref]:
    """Who leads it, if told: "The delegation attended the forum", "The Harbour Customs delegation visited the port"."""
    if not may_stand(_DELEGATION_NEEDS, text, span):
        return []
    found: list[Ref] = []
    for m in _DELEGATION.finditer(text, span.start, span.end):
        people = _led_for(m["body"], story) if m["body"] else [ref.person for ref in story.delegation or story.leader]
        found += [Ref(person, Span(*m.span())) for person in dict.fromkeys(people)]
    return found


def _led_for(body: str, story: Story) -> list[int]:
    """The one person of whom it was told that they head the delegation of ``body``: by its name or in their office."""
    named = {
        person for person, side in story.sides.items() if side and story.text[side.body.start : side.body.end] == body
    }
    heads = named or {h.person for h in story.holders if h.person in story.sides and body in h.label}
    return list(heads) if len(heads) == 1 else []


def may_stand(needed: re.Pattern[str], text: str, span: Span) -> bool:
    """Whether ``needed``, without which no reference of a kind is found, stands inside ``span``."""
    return needed.search(text, span.start, span.end) is not None


def _ends(ref: Ref) -> tuple[int, int]:
    return ref.span.start, ref.span.end


def _is_named(refs: Sequence[Ref], start: int, end: int) -> bool:
    """Whether a reference shares words with ``start``..``end``."""
    return any(ref.span.start < end and start < ref.span.end for ref in refs)


def _holds(holder: Holder, office: str) -> bool:
    """Whether a post may be called ``office`` for short."""
    acting = office.startswith("Acting ")
    bare = office.removeprefix("Acting ")
    if acting != holder.acting:
        return False
    return any(_is_short_for(bare, label) for label in (holder.label, _without_country(holder.label)))


def _is_short_for(bare: str, label: str) -> bool:
    if label == bare or bare in _KNOWN:
        return label in (bare, _IN_FULL.get(bare))
    return label.startswith((f"{bare} of ", f"{bare} for ", f"{bare} to "))


def _without_country(label: str) -> str:
    """The office without what stands before it and is no rank: "Prime Minister" of "Norwegian Prime Minister"."""
    m = _BEFORE_OFFICE.match(label)
    return label[m.end() :] if m else label


def _by_label(text: str, span: Span, story: Story) -> list[Ref]:
    """ "The Governor of Norland then toured the port": the one person introduced with that whole office before."""
    found: list[Ref] = []
    for label, holders in story.offices.items():
        at = text.find(label, span.start, span.end)
        if at < 0 or not text.startswith(_THE, at - len("the ")) or _GOES_ON.match(text, at + len(label)):
            continue
        start = at - len("the ")
        if _PREDICATE.search(text, max(span.start, start - _REACH), start):
            continue
        people = {h.person for h in holders if h.at <= start and not h.acting}
        if len(people) == 1:
            found.append(Ref(people.pop(), Span(start, at + len(label))))
    return found


def by_number(text: str, span: Span, refs: Sequence[Ref], story: Story) -> list[Ref]:
    """ "They", "the two": the subjects of the sentence before, else the two who have just met."""
    if not may_stand(_PLURAL_NEEDS, text, span):
        return []
    m = _PLURAL.search(text, span.start, span.end)
    if m is None or story.delegation or any(ref.span.start < m.start() for ref in refs):
        return []
    if story.subject and _OTHERS.search(text, story.subject[-1].span.end, span.start):
        return []
    is_several = len(story.subject) > 1 or any(_with_others(story, ref) for ref in story.subject)
    people = [ref.person for ref in story.subject] if is_several else _just_met(story) or _just_there(story, span)
    return [Ref(person, Span(*m.span())) for person in dict.fromkeys(people)]


def _with_others(story: Story, ref: Ref) -> bool:
    """Whether somebody acted "together with" others who have no name."""
    behind = story.text[ref.span.end : ref.span.end + _BEHIND]
    return behind.removeprefix(",").startswith(_WITH)


def _just_there(story: Story, span: Span) -> list[int]:
    """Who is on the visit that the sentence before told, with company: the visitor first."""
    last = story.drafts[-1] if story.drafts else None
    if last is None or last.kind is not Kind.VISIT or last.trip or len(last.people(Role.PRINCIPAL)) != 1:
        return []
    between = story.text[last.sentence.end : span.start]
    is_next = last.sentence.end <= span.start and not between.strip() and "\n" not in between
    return [*last.people(Role.PRINCIPAL), *last.people(Role.ATTENDEE)] if is_next and len(last.parts) > 1 else []


def _just_met(story: Story) -> list[int]:
    """The two principals of the meeting told last, if no other sentence told anything since."""
    told = story.told_in(story.drafts[-1].sentence) if story.drafts else []
    met = [draft for draft in told if draft.kind is Kind.MEETING]
    last = met[0] if len(met) == 1 else None
    if last is None or last.open_side:
        return []
    principals = last.people(Role.PRINCIPAL)
    return principals if len(principals) == 2 else []
