"""Whatever the text: no exception, findings that lie in it, the same every time, in time that grows with its length."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract import Lexicon, extract, lexicon
from kg.model import Event, Evidence, Findings, Release, Source, Span
from kg.read import scan
from kg.reference import load

SLOW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
MARKS = re.compile("[\ue000-\ue003]")  # stand for people and dates while a sentence is read; a text may hold them too


@cache
def words() -> Lexicon:
    return lexicon(load())


def release(text: str, title: str = "") -> Release:
    """A release whose text is ``text``, which begins with ``title``."""
    return Release("P1", None, "en", date(2025, 5, 19), title, text, Source("P1.txt"))


def read(paths: list[Path]) -> list[Release]:
    return [item for item in scan(paths) if isinstance(item, Release)]


@cache
def sample_release() -> Release:
    (found,) = read([Path(__file__).parent.parent / "releases"])
    return found


def spans(found: Findings) -> Iterator[Span]:
    """Every span of the findings."""
    yield from found.sentences
    yield from (dropped.span for dropped in found.dropped)
    yield from (mention.span for each in (*found.people, *found.agencies) for mention in each.mentions)
    yield from (evidence.span for evidence in evidences(found))


def evidences(found: Findings) -> Iterator[Evidence]:
    for tenure in found.tenures:
        yield from tenure.evidence
    for event in found.events:
        yield from event.evidence
        yield from (evidence for part in event.participants for evidence in part.evidence)
        yield from (each for each in (event.topic, event.place and event.place.evidence) if each)
        if event.when:
            yield event.when.evidence


def check(found: Findings) -> None:
    """All that must hold of the findings of any text."""
    text = found.release.text
    for span in spans(found):
        assert 0 <= span.start < span.end <= len(text), span
    for one, next_ in pairwise(found.sentences):
        assert one.end <= next_.start, "sentences in order, none over another"
    assert list(found.dropped) == sorted(found.dropped, key=lambda dropped: dropped.span)
    for agency in found.agencies:
        assert list(agency.mentions) == sorted(agency.mentions, key=lambda mention: mention.span)
    names = sorted(mention.span for person in found.people for mention in person.mentions)
    assert all(one.end <= next_.start for one, next_ in pairwise(names)), "no name over another"
    for each in (*found.people, *found.agencies):
        assert each.mentions
        for mention in each.mentions:
            assert text[mention.span.start : mention.span.end].casefold() == mention.form.casefold()
            assert mention.rule
    assert all(evidence.rule for evidence in evidences(found))
    for person in found.people:
        assert person.name in {mention.form for mention in person.mentions}
    _check_indexes(found)


def _check_indexes(found: Findings) -> None:
    for tenure in found.tenures:
        assert 0 <= tenure.person < len(found.people)
        assert tenure.agency is None or 0 <= tenure.agency < len(found.agencies)
        assert tenure.post.strip() == tenure.post != ""
        assert tenure.evidence
    for number, event in enumerate(found.events):
        assert event.evidence
        assert event.parent is None or (0 <= event.parent < len(found.events) and event.parent != number)
        _check_event(found, event)


def _check_event(found: Findings, event: Event) -> None:
    text = found.release.text
    people = [part.person for part in event.participants]
    assert len(people) == len(set(people)), "nobody takes part twice"
    for part in event.participants:
        assert 0 <= part.person < len(found.people)
        assert part.evidence
        assert part.tenure is None or found.tenures[part.tenure].person == part.person
        assert part.delegation is None or 0 <= part.delegation < len(found.agencies)
    if event.place:
        span = event.place.evidence.span
        assert text[span.start : span.end].casefold() == event.place.name.casefold()
    if event.when:
        assert event.when.start or event.when.end


def read_twice(item: Release) -> Findings:
    found = extract(item, words())
    check(found)
    assert extract(item, words()) == found, "the same text gives the same findings"
    return found


PIECES = st.sampled_from(
    [
        *(
            "Mr",
            "Ms",
            "Dr",
            "the Hon",
            "Mr Justice",
            "General",
            "Director",
            "Lau",
            "Oi-wan",
            "Tam Wai-lok",
            "von",
            "J.",
        ),
        *(
            "the",
            "The",
            "Secretary for Health,",
            "Acting",
            "former",
            "of",
            "and",
            ",",
            ";",
            ":",
            ".",
            "(",
            ")",
            '"',
            "“",
        ),
        *(
            "met with",
            "called on",
            "visited",
            "will visit",
            "attended",
            "hosted a dinner for",
            "was appointed as",
            "said",
        ),
        *("accompanied by", "signed", "agreement", "ceremony", "Also attending the meeting were", "He", "she", "I"),
        *(
            "today (May 19)",
            "on May 20",
            "from May 3 to 4",
            "Beijing",
            "Government House",
            "Lotus Hospital",
            "respectively",
        ),
        *(
            "\n",
            "\n\n",
            "Members",
            "-----",
            "Question:",
            "Reply:",
            "Photo shows",
            "Note:",
            "Following is the speech by",
        ),
        *(
            "in the Legislative Council",
            "ladies and gentlemen,",
            "'s",
            "’",
            "\ue000",
            "0",
            "\ue001",
            "\ue002",
            "\ue003",
            "é",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join))


@SLOW
@given(text=TEXTS, cut=st.integers(0, 40))
def test_any_text(text: str, cut: int) -> None:
    read_twice(release(text, text[:cut]))


@SLOW
@given(text=TEXTS)
def test_any_text_in_capitals(text: str) -> None:
    read_twice(release(text.upper()))


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["drop", "twice", "swap", "replace", "drop line", "line twice", "swap lines", "upper", "glue"]),
        st.floats(0, 1, exclude_max=True),
        st.floats(0, 1, exclude_max=True),
        st.one_of(st.characters(), PIECES),
    ),
    min_size=1,
    max_size=12,
)


def changed(text: str, changes: list[tuple[str, float, float, str]]) -> str:
    """``text`` after each change in turn; the numbers say where, as parts of the length."""
    for kind, one, other, put in changes:
        unit: list[str] = text.split("\n") if "line" in kind else list(text)
        if not unit:
            return text
        a, b = int(one * len(unit)), int(other * len(unit))
        if kind.startswith("drop"):
            del unit[a : a + 1 + (b - a) % 20]
        elif kind.endswith("twice"):
            unit[a:a] = unit[a : a + 1 + (b - a) % 20]
        elif kind.startswith("swap"):
            unit[a], unit[b] = unit[b], unit[a]
        elif kind == "replace":
            unit[a] = put
        elif kind == "upper":
            unit[a : a + 40] = "".join(unit[a : a + 40]).upper()
        else:
            unit[a : a + 40] = "".join(unit[a : a + 40]).replace(" ", "")
        text = ("\n" if "line" in kind else "").join(unit)
    return text


def test_a_lone_surrogate_is_no_obstacle() -> None:
    found = read_twice(release("Mr \ud800 met Mr Lau Kam-wing, the Director of \udfff Marine."))
    assert [person.name for person in found.people] == ["Lau Kam-wing"]


@SLOW
@given(changes=CHANGES)
def test_the_sample_with_mistakes(changes: list[tuple[str, float, float, str]]) -> None:
    whole = sample_release()
    read_twice(release(changed(whole.text, changes), whole.title))


@SLOW
@given(number=st.integers(0, 10_000), changes=CHANGES)
def test_releases_of_the_corpora_with_mistakes(
    corpus_releases: list[Release], number: int, changes: list[tuple[str, float, float, str]]
) -> None:
    whole = corpus_releases[number % len(corpus_releases)]
    read_twice(release(changed(whole.text, changes), whole.title))


@pytest.fixture(scope="module")
def corpus_releases(corpus: Path) -> list[Release]:
    return read([corpus / folder for folder in ("seed", "dev", "synthetic")])


def test_every_release_of_the_corpora(corpus_releases: list[Release]) -> None:
    for whole in corpus_releases:
        read_twice(whole)


def test_every_release_of_the_corpora_in_capitals(corpus_releases: list[Release]) -> None:
    people = 0
    for whole in corpus_releases:
        loud = release(whole.text.upper(), whole.title.upper())
        if len(loud.text) == len(whole.text):
            people += len(read_twice(loud).people)
    assert people > 50, "names are found in capitals too"


def test_every_speech(corpus: Path) -> None:
    found = [extract(speech, words()) for speech in read([corpus / "speeches.jsonl"])]
    assert len(found) == 158
    for each in found:
        check(each)
    silent = [each.release.id for each in found if not each.events]
    assert len(silent) < 16, f"somebody spoke: {silent}"


def test_a_text_in_a_language_that_nobody_reads_states_nothing() -> None:
    item = Release("P1", None, "zh-Hant", date(2025, 5, 19), "行政長官", "行政長官會見 Mr John Lee", Source("P1.txt"))
    assert extract(item, words()) == Findings(item, (), (), (), (), ())


def test_offsets_count_code_points() -> None:
    before = "𠮷野家 🏛️ "
    plain = "The Secretary for Health, Ms Lau Oi-wan, visited Lotus Hospital today (May 19)."
    moved, found = (extract(release(f"Visit\n\n{text}", "Visit"), words()) for text in (before + plain, plain))
    assert len(list(evidences(found))) > 4
    assert [evidence.span.start - len(before) for evidence in evidences(moved)] == [
        evidence.span.start for evidence in evidences(found)
    ]


UPPER, LOWER = "BCDFGHJKLM", "bcdfghjklm"
LINEAR = {
    "offices without a person": "the Director of Marine and Member of the Board of the Council, ",
    "quotes that never end": '"said, "',
    "capitals": "AAAA BBBB ",
    "one word": "a",
    "empty lines": "\n\n",
    "commas": ", ",
    "one name in one sentence": "Mr Lau Kam-fai, ",
    "many verbs in one sentence": "Mr Lau Kam-fai met Ms Ho Ka-yan and visited the Lotus Hospital, ",
    "many pronouns in one sentence": "Mr Lau said he met Ms Ho; ",
    "many trips in one sentence": "will visit Beijing and ",
    "one day after the other": "He met Mr Lau Kam-fai on May 3, and ",
    "brackets that never end": "Mr Lau (the (",
    "a surname to a line": "Mr Lau\n",
    "lists under headings": "Members\n---\nMr Lau Kam-fai\n",
    "many names in one sentence": "".join(
        f"Mr {a}{v}{b}o {c}un, " for a, v, b, c in product(UPPER, "aeiouwy", LOWER, UPPER)
    ),
}


def seconds(text: str) -> float:
    """Processor time to read ``text``, the least of three."""

    def once() -> float:
        begin = time.process_time()
        extract(release(text), words())
        return time.process_time() - begin

    return min(once() for _ in range(3))


def growth(piece: str, length: int) -> float:
    """How many times longer a text of four times the length takes."""
    text = piece * (4 * length // len(piece) + 1)
    return seconds(text[: 4 * length]) / seconds(text[:length])


@pytest.mark.parametrize("piece", LINEAR.values(), ids=LINEAR)
def test_time_grows_with_the_length(piece: str) -> None:
    assert growth(piece, 20_000) < 9, "four times the length: 4 in proportion, 16 where everything looks at everything"


def test_time_grows_with_the_number_of_paragraphs() -> None:
    assert growth(sample_release().text + "\n\n", 20_000) < 9


def test_a_release_of_a_megabyte_ends() -> None:
    text = sample_release().text + "\n\n"
    found = extract(release(text * (1_000_000 // len(text) + 1)), words())
    assert [person.name for person in found.people] == [p.name for p in extract(sample_release(), words()).people]
    check(found)
