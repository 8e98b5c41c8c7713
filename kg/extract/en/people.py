"""Personal names as they are printed: honorific, name, post-nominals, each with its span.

A name is found by its honorific, by a rank before an unmistakable name, or by the shape of a Hong Kong name
("Lai Sai-ming"). Who is who among the names of a release is decided in :mod:`kg.extract.en.coreference`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.en.addressed import GLOSSED, addressed, glossed
from kg.extract.en.addressed import RULE as BY_OFFICE
from kg.extract.en.agency_names import HEAD_WORDS
from kg.extract.en.given_names import GIVEN_NAMES
from kg.extract.en.name_words import (
    CAPITAL_NEXT,
    GIVEN_REACH,
    MOST_WORDS,
    NAME_JOINT,
    WORD,
    Run,
    bare_word,
    folded,
    given_behind,
    in_hong_kong,
    is_everyday,
    is_personal,
    run_of,
)
from kg.extract.en.names import (
    BEFORE_SURNAME,
    CHAINED,
    HONORIFICS,
    MAINLAND_SURNAMES,
    NAMES_TOO,
    NAMESAKES,
    NO_NAME_AFTER_RANK,
    NOT_IN_NAMES,
    PEERS,
    PLURAL_TITLES,
    POST_NOMINALS,
    RANKS,
    ROYAL,
    SURNAMES,
)
from kg.extract.en.offices import RANK_WORDS
from kg.extract.en.titles import Title, titles
from kg.extract.en.untitled import NOT_BEFORE_SURNAME, OF_OFFICES, behind_office, joined, untitled
from kg.model import Dropped, Span

# The given name in "Lai Sai-ming": its second half is looked for, as hyphens are rarer than capitals.
# "Hong Kong-based" has the same shape; in "Kam-chingand the" a space was lost.
_GIVEN_SECOND: Final = re.compile(
    r"-(?!(?:based|listed|owned|style|led|born|made|wide|funded)\b)[a-z]{1,6}(?=and\b|(?![\w-]))"
)
_GIVEN_NAME: Final = re.compile(r"[A-Z][a-z]+-[a-z]+")
_GIVEN_FIRST: Final = re.compile(r"[A-Z][a-z]{1,6}\Z")
_BEFORE_GIVEN: Final = re.compile(
    r"(?:^|(?<=[^\w'’-]))((?:[A-Z][a-z]+ )?(?:[A-Z][a-z]+ )?)([A-Z][a-z]+(?:-[A-Z][a-z]+)?) $"
)
_POSSESSION: Final = re.compile(r"['’]s ([A-Z][a-z]+)")
_GRADE: Final = re.compile(r"(?:the )?(?:Most|Right|Rt|Very) $|(?:Navy|Army|Air Force|Police) $")
_COUPLE: Final = re.compile(r"and (?:Mrs|Ms|Madam) ")
_RETIRED: Final = re.compile(r"\((?:Retired|Rtd)\) ")
_POST_NOMINAL: Final = re.compile(r",? ?((?:[A-Z]\.){2,3}|[A-Z][A-Za-z]{1,4}(?![\w-]))")
_GRADE_REACH: Final = 12
_QUOTES: Final = '"“”'
_SEAT: Final = re.compile(r" of (?P<place>[A-Z][a-z]+(?:-[A-Za-z]+)*(?: (?:upon|under|le) [A-Z][a-z]+)?)(?![\w'’-])")
_REALM: Final = re.compile(r" of (?:the )?[A-Z][a-z]+(?![\w'’-]| [A-Z])")
_STYLED: Final = ("His ", "Her ", "Your ")
_ABOVE_RANKS: Final = ("Honourable", "Excellency", "Hon", "HE")
_STYLE: Final = re.compile(r"(?:His|Her|Your) (?:Royal )?(?:Highness|Excellency),? ")
_IN_AN_OFFICE: Final = (" of ", " for ", " and ", " the ", "& ")  # before words that name an office
# the words of an office that go on: "Secretary for ", "Director of Food and "
_IN_OFFICE: Final = re.compile(
    r"\b(?:Secretary|Director|Commissioner|Minister|Controller|Registrar) (?:for|of) (?:the )?"
    r"(?:[A-Z][\w-]+,? (?:and )?)*\Z"
)
_NOT_GIVEN: Final = NOT_BEFORE_SURNAME | HEAD_WORDS | NO_NAME_AFTER_RANK
_EVERYDAY: Final = frozenset({"Mr", "Mrs", "Ms", "Madam"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text. ``span`` is the bare name, ``whole`` adds honorific and post-nominals.

    ``words`` are the words of the name, casefolded and without accents.
    """

    span: Span
    whole: Span
    title: str | None
    post_nominals: tuple[str, ...]
    form: str
    rule: str
    words: tuple[str, ...]


def find_names(text: str) -> tuple[tuple[Name, ...], tuple[Dropped, ...]]:
    """All personal names in ``text``, in order, and what looked like one and is none.

    >>> names, _ = find_names("The Chief Executive, Mr John Lee, met Dr the Hon Rosanna WAT Mei-kuen, JP.")
    >>> [(n.title, n.form, n.post_nominals) for n in names]
    [('Mr', 'John Lee', ()), ('Dr the Hon', 'Rosanna WAT Mei-kuen', ('JP',))]
    """
    return _chosen(_candidates(text, titles(text)))


def read_names(text: str) -> tuple[tuple[Name, ...], tuple[Dropped, ...]]:
    """As :func:`find_names`, with the ranks before a bare surname of somebody named in full elsewhere.

    >>> names, _ = read_names("General Haidar Aziz spoke. Mr Lee thanked General Aziz.")
    >>> [(n.title, n.form) for n in names]
    [('General', 'Haidar Aziz'), ('Mr', 'Lee'), ('General', 'Aziz')]
    """
    leads = titles(text)
    names, dropped = _chosen(_candidates(text, leads))
    more = [*_short_ranks(text, leads, names), *_named_again(text, names)]
    return (tuple(sorted((*names, *more), key=lambda name: name.span)) if more else names), dropped


def _chosen(candidates: Iterable[Name | Dropped]) -> tuple[tuple[Name, ...], tuple[Dropped, ...]]:
    """Of candidates that overlap the first, and of those the longest."""
    found: list[Name] = []
    dropped: list[Dropped] = []
    for name in sorted(candidates, key=lambda n: (_extent(n).start, -_extent(n).end)):
        if found and _extent(name).start < found[-1].whole.end:
            continue
        if dropped and _extent(name).start < dropped[-1].span.end:
            continue
        if isinstance(name, Dropped):
            dropped.append(name)
        else:
            found.append(name)
    return tuple(found), tuple(dropped)


def _short_ranks(text: str, leads: Sequence[Title], names: Sequence[Name]) -> list[Name]:
    """Ranks before a bare surname of somebody named in full elsewhere: "General Haidar", "Minister Lemoyne"."""
    surnames = {word for name in names if " " in name.form for word in _outer_words(name.form)}
    taken = [name.whole for name in names]
    found = []
    for lead in leads if surnames else ():
        word = WORD.match(text, lead.at) if lead.word in RANKS else None
        bare = bare_word(word.group()) if word else ""
        if bare not in surnames:
            continue
        whole = Span(lead.start, lead.at + len(bare))
        if not any(t.start < whole.end and whole.start < t.end for t in taken):
            found.append(_short(whole, lead.at, lead.word, bare))
    return found


def _named_again(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The full names found, where the text prints them again with no title: "Victor Quill, who raised the idea"."""
    taken = [name.whole for name in names]
    for form in dict.fromkeys(name.form for name in names if len(name.words) > 1):
        at = text.find(form)
        while at >= 0:
            span = Span(at, at + len(form))
            if _stands_alone(text, span) and not any(t.start < span.end and at < t.end for t in taken):
                yield _name(text, at, at, None, "name-again", span.end)
            at = text.find(form, span.end)


def _stands_alone(text: str, span: Span) -> bool:
    """Whether no word belongs to the name that stands there: not "Victor Quill Foundation", "St Victor Quill"."""
    last = text[text.rfind(" ", 0, max(0, span.start - 1)) + 1 : span.start].strip()
    follows = CAPITAL_NEXT.match(text, span.end)
    is_word = (span.start and text[span.start - 1].isalnum()) or text[span.end : span.end + 1].isalnum()
    return not (
        is_word or text.startswith(("-", "'s ", "’s "), span.end) or (follows and follows[1] not in NOT_IN_NAMES)
    ) and not (last[:1].isupper() and last.isalpha())


def _outer_words(form: str) -> tuple[str, str]:
    words = form.split()
    return words[0], words[-1]


def _short(whole: Span, at: int, rank: str, bare: str) -> Name:
    span = Span(at, whole.end)
    return Name(span, whole, rank, (), bare, "name-rank-surname", folded(bare))


def _candidates(text: str, leads: Sequence[Title]) -> Iterator[Name | Dropped]:
    """What may be a name: by title, by titles in the plural, by its shape."""
    covered = 0
    for lead in leads:
        title, start = lead.word, lead.start
        if lead.is_occupation:
            bare = tuple(untitled(text, lead))
            for name in (*bare, *(joined(text, bare[-1].end) if bare else ())):
                yield _name(text, name.start, name.at, None, name.rule, name.end)
            continue
        if title in OF_OFFICES and (behind := behind_office(text, lead)) is not None:
            yield _name(text, behind.start, behind.at, None, behind.rule, behind.end)
        if title in PLURAL_TITLES and not lead.has_stop:
            yield from _by_plural(text, start, lead.at, PLURAL_TITLES[title])
        if start < covered or (title not in RANKS and title not in HONORIFICS):
            continue
        found = _by_rank(text, start, title) if title in RANKS else _by_honorific(text, start)
        if found is not None:
            covered = _extent(found).end
            yield found
    for whole, span, rank in addressed(text):
        form = text[span.start : span.end]
        yield Name(span, whole, rank, (), form, BY_OFFICE, folded(form))
    for full in glossed(text):
        yield _name(text, full.start, full.start, None, GLOSSED, full.end)
    for m in _GIVEN_SECOND.finditer(text):
        if (named := _by_shape(text, m)) is not None:
            yield named
            for name in joined(text, named.whole.end):
                yield _name(text, name.start, name.at, None, name.rule, name.end)


def _extent(name: Name | Dropped) -> Span:
    return name.whole if isinstance(name, Name) else name.span


def _post_nominals(text: str, end: int) -> tuple[tuple[str, ...], int]:
    """The post-nominals after a name ("…, GBS, JP") and where they end."""
    found: list[str] = []
    while (m := _POST_NOMINAL.match(text, end)) and (letters := m.group(1).replace(".", "")) in POST_NOMINALS:
        found.append(letters)
        end = m.end()
    return tuple(found), end


def _chain(text: str, start: int) -> tuple[str, int]:
    """From the first honorific at ``start``, the whole chain ("Dr the Hon") and where the name begins."""
    at, title = start, []
    if style := _STYLE.match(text, at):  # "His Royal Highness"
        title.append(style.group().rstrip())
        at = style.end()
    while m := WORD.match(text, at):
        word, end = m.group().removesuffix("."), m.end()
        if text.startswith("H.E. ", at):
            word, end = "HE", at + len("H.E.")
        elif word == "Dato" and text.startswith(("' ", "’ "), end):
            word, end = "Dato'", end + 1
        elif word not in CHAINED or not text.startswith(" ", end) or (word == "Tan" and text[end : end + 4] != " Sri"):
            break
        title.append(word)
        at = end + 1
    return " ".join(title), at


def _named_after(text: str, title: str, run: Run) -> str | None:
    """What makes a name that of a thing: "Sir Ellis Kotewall Community Garden", "Mr Tong's Lane".

    Halls and wings are called after a Sir or a Dr; "Mr Peter Hall" and "Ms Chan Wing Tat" are people.
    """
    is_person = title in _EVERYDAY and run.words[-1] not in NAMESAKES - NAMES_TOO
    if not is_person and (thing := next((word for word in run.words[1:] if word in NAMESAKES), None)):
        return thing
    owned = _POSSESSION.match(text, run.end)
    return owned.group(1) if owned and owned.group(1) in NAMESAKES else None


def _in_quotes(text: str, start: int, end: int) -> bool:
    """Whether quotation marks stand around ``text[start:end]`` and nothing more: "Mr Vampire"."""
    return start > 0 and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES and end < len(text)


def _name(text: str, start: int, at: int, title: str | None, rule: str, end: int) -> Name:
    """The name ``text[at:end]`` whose title begins at ``start``."""
    if title not in _EVERYDAY and (grade := _GRADE.search(text, max(0, start - _GRADE_REACH), start)):
        start = grade.start()  # "the Most Reverend"
    nominals, whole_end = _post_nominals(text, end)
    form = text[at:end]
    return Name(Span(at, end), Span(start, whole_end), title, nominals, form, rule, folded(form))


def _by_honorific(text: str, start: int) -> Name | Dropped | None:
    """ "Mr John Lee", "Dr the Hon Rosanna WAT Mei-kuen", "Mr and Mrs Edwin Ling"."""
    title, at = _chain(text, start)
    rule = "name-honorific"
    if couple := _COUPLE.match(text, at):
        at, rule = couple.end(), "name-couple"
    run = run_of(text, at)
    if (named := _surname_hon(text, start, title, at, run)) is not None:
        return named
    if not title or run is None or (title.startswith(_STYLED) and run.words[0] in NOT_BEFORE_SURNAME):
        return None
    if len(run.words) > 1 and run.words[0] in RANKS and title.endswith(_ABOVE_RANKS):
        return None  # "Honourable Consul-General Anna Keller": the rank before the name tells it
    if _in_quotes(text, start, run.end):
        return Dropped(Span(start, run.end), rule, "the title of a work")
    if thing := _named_after(text, title, run):
        return Dropped(Span(start, run.end), rule, f"named after a person: {thing}")
    if title.rpartition(" ")[2] in PEERS and (seat := _SEAT.match(text, run.end)) and _is_seat(text, seat):
        return _name(text, start, at, title, "name-peer", seat.end())
    if given := given_behind(text, run):
        named = _name(text, start, at, title, rule, given)
        return replace(named, words=folded(named.form.replace(",", "")))
    return _with_realm(text, _name(text, start, at, title, rule, run.end))


def _with_realm(text: str, name: Name) -> Name:
    """The same with the realm behind it: "Her Royal Highness Princess Anne of Norland"."""
    realm = _REALM.match(text, name.whole.end) if name.title and name.title.rpartition(" ")[2] in ROYAL else None
    return replace(name, whole=Span(name.whole.start, realm.end())) if realm else name


def _is_seat(text: str, seat: re.Match[str]) -> bool:
    """Whether a place in the title of a peer stands there: "Lord Boothe of Harbourton", not "of Lotus Bank"."""
    return not (CAPITAL_NEXT.match(text, seat.end()) or seat["place"] in HEAD_WORDS | NO_NAME_AFTER_RANK)


def _surname_hon(text: str, start: int, title: str, at: int, run: Run | None) -> Name | None:
    """ "Hon Sze-wing", "Ms Hon Sze-wing", "Ms Hon": the surname Hon, where no name but a given one is behind it."""
    before = title.removesuffix("Hon").rstrip()
    is_full = run is not None and len(run.words) == 1 and _GIVEN_NAME.fullmatch(run.words[0]) is not None
    if not title.endswith("Hon") or before.endswith("the") or not (is_full or (run is None and before in _EVERYDAY)):
        return None
    end = run.end if run is not None else at - 1
    return _name(text, start, at - len("Hon "), before or None, "name-hon", end)


def _by_rank(text: str, start: int, rank: str) -> Name | Dropped | None:
    """ "General Sima Qiang": a rank proves a name only when at least two name words follow and none is an office."""
    rule = "name-rank"
    at = start + len(rank) + 1
    if retired := _RETIRED.match(text, at):
        at = retired.end()
    run = run_of(text, at)
    if run is not None and len(run.words) == 1 and rank in BEFORE_SURNAME and run.words[0] in MAINLAND_SURNAMES:
        return _name(text, start, at, rank, rule, run.end)  # "President Xi"
    if run is not None and len(run.words) == 1 and rank in ROYAL and _REALM.match(text, run.end):
        return _with_realm(text, _name(text, start, at, rank, "name-royal", run.end))
    if run is None or len(run.words) < 2 or sum(word[0].isupper() for word in run.words) > MOST_WORDS:
        return None
    if run.words[0] in HONORIFICS or run.words[0] in RANKS or run.words[0] in RANK_WORDS:
        return None
    barred = any(w in NO_NAME_AFTER_RANK or w in NAMESAKES for w in run.words) or in_hong_kong(run)
    if barred or (any(map(is_everyday, run.words)) and not _is_mainland(text, run)):
        return Dropped(Span(start, run.end), rule, "words of an office or a body follow the rank")
    if not is_personal(run.words):
        return Dropped(Span(start, run.end), rule, "not the shape of a personal name")
    return _name(text, start, at, rank, rule, run.end)


def _is_mainland(text: str, run: Run) -> bool:
    """Whether an everyday word is a given name: "Deputy Commissioner Hua You of the Office"."""
    is_named = run.words[0] in MAINLAND_SURNAMES and not is_everyday(run.words[0]) and len(run.words[1:]) == 1
    return is_named and text.startswith((" of the ", ", ", " ("), run.end)


def _by_shape(text: str, second: re.Match[str]) -> Name | None:
    """ "Lai Sai-ming", "Rachel Chiu Hei-man": a Hong Kong surname before a hyphenated given name, no honorific."""
    given = _GIVEN_FIRST.search(text, max(0, second.start() - 7), second.start())
    before = given and _BEFORE_GIVEN.search(text[max(0, given.start() - GIVEN_REACH) : given.start()])
    if not given or not before or before.group(2) not in SURNAMES:
        return None
    if text.endswith("Hong Kong", 0, second.start()):
        return None  # "Hong Kong-themed cuisine"
    first = before.group(1).split()
    barred = [i for i, word in enumerate(first) if word in _NOT_GIVEN]
    first = first[barred[-1] + 1 :] if barred else first  # "Constable Rachel Chiu Hei-man", "Home Affairs Lau Oi-wan"
    begin = given.start() - len(" ".join([*first, before.group(2)])) - 1
    if first and _IN_OFFICE.search(text, max(0, begin - GIVEN_REACH), begin):
        others = [i for i, word in enumerate(first) if word not in GIVEN_NAMES]
        first = first[others[-1] + 1 :] if others else first  # "Secretary for Education Michelle Li Mei-sheung"
        begin = given.start() - len(" ".join([*first, before.group(2)])) - 1
    is_office = any(is_everyday(word) or word in NO_NAME_AFTER_RANK for word in first)
    if is_office and text.endswith(_IN_AN_OFFICE, 0, begin):
        first = []  # "Director of Harbour Affairs Chiu Hei-man"
    start = given.start() - len(" ".join([*first, before.group(2)])) - 1
    after = CAPITAL_NEXT.match(text, second.end())
    if after and after.group(1) not in POST_NOMINALS and after.group(1) not in NOT_IN_NAMES:
        return None  # "Leung Chun-shing Integrated Sports Centre"
    return _name(text, start, start, None, "name-shape", second.end())


def _by_plural(text: str, start: int, at: int, title: str) -> Iterator[Name]:
    """ "Justices Bat-Erdene Lkhagva and Sarantuya Dorj": names joined behind a title in the plural."""
    while text[at].isupper() and (run := run_of(text, at)) and len(run.words) > 1 and is_personal(run.words):
        if run.words[0] in PLURAL_TITLES:
            return
        yield _name(text, start, at, title, "name-plural", run.end)
        joint = NAME_JOINT.match(text, run.end)
        if joint is None:
            return
        start = at = joint.end()
