"""Personal names as they are printed: honorific, name, post-nominals, each with its span.

A name is found by its honorific, by a rank before an unmistakable name, or by the shape of a Hong Kong name
("Lai Sai-ming"). Who is who among the names of a release is decided in :mod:`kg.extract.en.coreference`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.en.names import (
    CHAINED,
    HONORIFICS,
    NAMESAKES,
    NOT_IN_NAMES,
    PARTICLES,
    POST_NOMINALS,
    RANKS,
    SURNAMES,
)
from kg.extract.en.offices import HEADS, RANK_WORDS
from kg.extract.en.words import COMMON
from kg.model import Dropped, Span

_ANCHOR = re.compile(
    r"(?:" + "|".join(sorted((re.escape(h) for h in (*HONORIFICS, *RANKS)), key=len, reverse=True)) + r")\.? (?=\S)"
)
_SHAPE = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{1,6}(?![\w-])")  # the given name in "Lai Sai-ming"
_WORD = re.compile(r"[^\W\d_]+(?:[-'’/][^\W\d_]+)*\.?")
_POSSESSION = re.compile(r"['’]s ([A-Z][a-z]+)")
_PLURAL = re.compile(
    r"(?P<title>Justices|Senators|Representatives|Congressmen|Ambassadors|Professors|Doctors|Messrs|Judges|Mesdames) (?=[A-Z])"
)
_NAME_JOINT = re.compile(r"(?:, and |, | and )(?=[A-Z])")
_GRADE = re.compile(r"(?:the )?(?:Most|Right|Rt|Very) $")
_RETIRED = re.compile(r"\((?:Retired|Rtd)\) ")
_NICKNAME = re.compile(r"[\"“][^\"”]{1,20}[\"”] ")
_POST_NOMINAL = re.compile(r",? ?([A-Z][A-Za-z]{1,4})(?![\w-])")
_MAX_WORDS = 8


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text. ``span`` is the bare name, ``whole`` adds honorific and post-nominals."""

    span: Span
    whole: Span
    title: str | None
    post_nominals: tuple[str, ...]
    form: str
    rule: str

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name, casefolded."""
        return tuple(self.form.casefold().split())


@dataclass(frozen=True, slots=True)
class _Run:
    """The words that can make up a name from ``start``: their end, and how many they are."""

    start: int
    end: int
    words: tuple[str, ...]


def _run(text: str, start: int) -> _Run | None:
    """The longest run of name words from ``start``: capitalised words, initials and particles."""
    words: list[str] = []
    end = at = start
    while len(words) < _MAX_WORDS and (m := _WORD.match(text, at)):
        word = m.group()
        initial = len(word) == 2 and word[1] == "."
        stem = word if initial else word.removesuffix(".")
        bare = re.sub(r"['’][sS]$", "", stem)
        if bare in POST_NOMINALS and words:
            break
        capital = bare[0].isupper()
        if capital and (bare in NOT_IN_NAMES or (not words and bare in POST_NOMINALS)):
            break
        if not capital and not (bare in PARTICLES and _WORD.match(text, m.end() + 1)):
            break
        words.append(bare)
        if capital:
            end = at + len(bare)
        if len(bare) < len(word) or not text.startswith(" ", m.end()):
            break
        at = m.end() + 1
        if nick := _NICKNAME.match(text, at):
            at = nick.end()
    while words and not words[-1][0].isupper():
        words.pop()
    return _Run(start, end, tuple(words)) if words else None


def _post_nominals(text: str, end: int) -> tuple[tuple[str, ...], int]:
    """The post-nominals after a name ("…, GBS, JP") and where they end."""
    found: list[str] = []
    while (m := _POST_NOMINAL.match(text, end)) and m.group(1) in POST_NOMINALS:
        found.append(m.group(1))
        end = m.end()
    return tuple(found), end


def _chain(text: str, start: int) -> tuple[str, int]:
    """From the first honorific at ``start``, the whole chain ("Dr the Hon") and where the name begins."""
    at, title = start, []
    while m := _WORD.match(text, at):
        word = m.group().removesuffix(".")
        if text.startswith("H.E. ", at):
            title.append("HE")
            at += 5
            continue
        if word == "Dato" and text[m.end() : m.end() + 1] in "'’" and text.startswith(" ", m.end() + 1):
            title.append("Dato'")
            at = m.end() + 2
            continue
        if (
            word not in CHAINED
            or not text.startswith(" ", m.end())
            or (word == "Tan" and not text.startswith(" Sri", m.end()))
        ):
            break
        title.append(word)
        at = m.end() + 1
    return " ".join(title), at


def _named_after(text: str, run: _Run) -> str | None:
    """The word that makes a run of capitals the name of a thing: "Sir Ellis Kotewall Community Garden"."""
    return next((w for w in run.words[1:] if w in NAMESAKES), None)


def _lane(text: str, run: _Run) -> str | None:
    """The thing that belongs to the name: "Mr Tong's Lane"."""
    m = _POSSESSION.match(text, run.end)
    return m.group(1) if m and m.group(1) in NAMESAKES else None


def _boundary(text: str, at: int) -> bool:
    """Whether a word may begin at ``at`` (glued texts such as "(MD)Wong" count)."""
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "-'’&")


def _name(text: str, start: int, at: int, title: str | None, rule: str, run: _Run) -> Name:
    if grade := _GRADE.search(text, max(0, start - 12), start):  # "the Most Reverend"
        start = grade.start()
    nominals, whole_end = _post_nominals(text, run.end)
    return Name(Span(at, run.end), Span(start, whole_end), title, nominals, text[at : run.end], rule)


def _by_honorific(text: str, start: int) -> Name | Dropped | None:
    """ "Mr John Lee", "Dr the Hon Rosanna WAT Mei-kuen", "Mr and Mrs Edwin Ling"."""
    title, at = _chain(text, start)
    rule = "name-honorific"
    if couple := re.compile(r"and (?:Mrs|Ms|Madam) ").match(text, at):
        at, rule = couple.end(), "name-couple"
    run = _run(text, at)
    if not title or run is None:
        return None
    namesake = _named_after(text, run) or _lane(text, run)
    if namesake:
        return Dropped(Span(start, run.end), rule, f"named after a person: {namesake}")
    return _name(text, start, at, title, rule, run)


def _by_rank(text: str, start: int, rank: str) -> Name | Dropped | None:
    """ "General Sima Qiang": a rank proves a name only when at least two name words follow and none is an office."""
    at = start + len(rank) + 1
    if retired := _RETIRED.match(text, at):
        at = retired.end()
    run = _run(text, at)
    if run is None or len(run.words) < 2 or len(run.words) > 4:
        return None
    if run.words[0] in HONORIFICS or run.words[0] in RANKS or run.words[0] in RANK_WORDS:
        return None
    if any(w in _NO_NAME_AFTER_RANK or w in NAMESAKES or w.casefold() in COMMON for w in run.words):
        return Dropped(Span(start, run.end), "name-rank", "words of an office or a body follow the rank")
    if not _personal(run.words):
        return Dropped(Span(start, run.end), "name-rank", "not the shape of a personal name")
    return _name(text, start, at, rank, "name-rank", run)


def _personal(words: tuple[str, ...]) -> bool:
    """Two to four words, none of them an acronym or a plural common noun."""
    return all(not (w.isupper() and len(w) > 3) for w in words)


def _by_shape(text: str, given: re.Match[str]) -> Name | None:
    """ "Lai Sai-ming", "Rachel Chiu Hei-man": a Hong Kong surname before a hyphenated given name, no honorific."""
    left = text[max(0, given.start() - 40) : given.start()]
    m = re.search(r"(?:^|(?<=[^\w'’-]))((?:[A-Z][a-z]+ )?(?:[A-Z][a-z]+ )?)([A-Z][a-z]+(?:-[A-Z][a-z]+)?) $", left)
    if m is None or m.group(2) not in SURNAMES:
        return None
    first = m.group(1).split()
    keep = [
        w
        for w in first
        if w not in NOT_IN_NAMES | NAMESAKES and w not in HONORIFICS and w not in HEADS and w not in RANK_WORDS
    ]
    if len(keep) != len(first):
        keep = []
    start = given.start() - len(" ".join([*keep, m.group(2)])) - 1
    following = re.compile(r" ([A-Z][\w-]*)").match(text, given.end())
    if following and following.group(1) not in POST_NOMINALS and following.group(1) not in NOT_IN_NAMES:
        return None  # "Leung Chun-shing Integrated Sports Centre"
    return _name(text, start, start, None, "name-shape", _Run(start, given.end(), ()))


def find_names(text: str) -> tuple[tuple[Name, ...], tuple[Dropped, ...]]:
    """All personal names in ``text``, in order, and what looked like one and is none.

    >>> names, _ = find_names("The Chief Executive, Mr John Lee, met Dr the Hon Rosanna WAT Mei-kuen, JP.")
    >>> [(n.title, n.form, n.post_nominals) for n in names]
    [('Mr', 'John Lee', ()), ('Dr the Hon', 'Rosanna WAT Mei-kuen', ('JP',))]
    """
    found: list[Name] = []
    dropped: list[Dropped] = []
    for name in sorted(_candidates(text), key=lambda n: (_extent(n).start, -_extent(n).end)):
        if found and _extent(name).start < found[-1].whole.end:
            continue
        if dropped and _extent(name).start < dropped[-1].span.end:
            continue
        if isinstance(name, Dropped):
            dropped.append(name)
        else:
            found.append(name)
    return tuple(found), tuple(dropped)


def find_short_ranks(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """Ranks before a bare surname of somebody named in full elsewhere: "General Haidar", "Minister Lemoyne"."""
    surnames = {w for n in names if " " in n.form for w in (n.form.split()[0], n.form.split()[-1])}
    taken = [n.whole for n in names]
    found = []
    for m in _ANCHOR.finditer(text):
        rank = m.group().rstrip(" .")
        word = _WORD.match(text, m.end())
        bare = re.sub(r"['’]s$", "", word.group()).removesuffix(".") if word else ""
        if rank not in RANKS or bare not in surnames or not _boundary(text, m.start()):
            continue
        whole = Span(m.start(), m.end() + len(bare))
        if not any(t.start < whole.end and whole.start < t.end for t in taken):
            found.append(Name(Span(m.end(), whole.end), whole, rank, (), bare, "name-rank-surname"))
    return tuple(found)


def _by_plural(text: str, m: re.Match[str]) -> Iterator[Name]:
    """ "Justices Bat-Erdene Lkhagva and Sarantuya Dorj": names joined behind a title in the plural."""
    at, title = m.end(), m.group("title")
    singular = "Congressman" if title == "Congressmen" else "Mr" if title == "Messrs" else title.removesuffix("s")
    start = m.start()
    while (run := _run(text, at)) and len(run.words) > 1 and _personal(run.words):
        yield _name(text, start, at, singular, "name-plural", run)
        joint = _NAME_JOINT.match(text, run.end)
        if joint is None:
            return
        start = at = joint.end()


def _extent(name: Name | Dropped) -> Span:
    return name.whole if isinstance(name, Name) else name.span


def _candidates(text: str) -> Iterator[Name | Dropped]:
    covered = 0
    for m in _ANCHOR.finditer(text):
        if m.start() < covered or not _boundary(text, m.start()):
            continue
        word = m.group().rstrip(" .")
        found = _by_rank(text, m.start(), word) if word in RANKS else _by_honorific(text, m.start())
        if found is not None:
            covered = _extent(found).end
            yield found
    for m in _PLURAL.finditer(text):
        if _boundary(text, m.start()):
            yield from _by_plural(text, m)
    for m in _SHAPE.finditer(text):
        if (found := _by_shape(text, m)) is not None:
            yield found


_NO_NAME_AFTER_RANK = frozenset(
    "Administration Assembly Bureau Commission Council Committee Counsel Affairs Works Police Customs Administrator Justice"
    " Marine Labour Republic States Conference Board University Hong Kong Beijing Macao Mainland Union Club Association"
    " Society Academy People's Against Reserve Bank Court Authority Ministry Department".split()
)
