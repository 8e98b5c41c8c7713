"""The shape of releases: blocks, voices, sentences, quotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.en.segment import Document, segment
from kg.extract.en.sentences import ABBREVIATIONS, sentences
from kg.read import read

SPEECH = """Speech by FS at summit

Following is the speech by the Financial Secretary, Mr A, at the Summit this morning (September 16):

Minister Li (Vice Minister of Ecology, Mr Li Ming), Laura (Chairman of the Council, Mrs Laura Ho), ladies and gentlemen,

Good morning. It is a pleasure to join you all.

Smart City Blueprint for Hong Kong

(1) to help them; and

• Legal profession: we are a hub.

Thank you very much.

(Please also refer to the Chinese portion.)"""

QUESTION = """LCQ1: Promoting education

Following is a question by the Hon Ken B and a reply by the Secretary for Education, Dr C, today (January 21):

Question:

Will the Government inform this Council:

(1) of the number of courses; and

Reply:

President,

To align with the strategy, we did so."""

TRANSCRIPT = """Press conference

Following is the transcript of the press conference held by the Secretary for Transport, Ms D, this afternoon (May 1):

Reporter: When will it be? To that, I say: now?

Secretary for Transport and Housing: Good afternoon. Soon.

To be clear: we are working on it.

Ms Ning: Not yet."""

RELEASE = """Appointments

The following is issued on behalf of the Hong Kong Monetary Authority:

Mr E made two appointments. They are as follows:

Members
-------
Mr F, JP
Ms G

Photo 1 shows Mr E (centre).

From left: Mr F, Ms G and Mr E.

Note to editors

The photos are online."""


def shape(text: str) -> list[str]:
    document = segment(text, text.split("\n", 1)[0])
    rows = []
    for block in document.blocks:
        speaker = f" [{text[block.speaker.start : block.speaker.end]}]" if block.speaker else ""
        rows.append(f"{block.kind.value} {block.voice.value}{speaker}: {text[block.span.start : block.span.end][:18]}")
    return rows


def test_a_speech() -> None:
    assert shape(SPEECH) == [
        "title release: Speech by FS at su",
        "introduction release: Following is the s",
        "vocative speech: Minister Li (Vice ",
        "paragraph speech: Good morning. It i",
        "heading speech: Smart City Bluepri",
        "item speech: (1) to help them; ",
        "item speech: • Legal profession",
        "paragraph speech: Thank you very muc",
        "note release: (Please also refer",
    ]


def test_a_speech_that_only_its_title_announces() -> None:
    assert shape(
        "CE's speech in delivering the Policy Address (3)\n\nMr President, fellow citizens,\n\nToday, I speak."
    )[1:] == [
        "vocative speech: Mr President, fell",
        "paragraph speech: Today, I speak.",
    ]
    assert shape("CE delivers speech at forum\n\nThe CE spoke today.")[1:] == ["paragraph release: The CE spoke today"]


def test_a_question_and_its_reply() -> None:
    assert shape(QUESTION) == [
        "title release: LCQ1: Promoting ed",
        "introduction release: Following is a que",
        "turn question [Question]: Question:",
        "paragraph question [Question]: Will the Governmen",
        "item question [Question]: (1) of the number ",
        "turn reply [Reply]: Reply:",
        "vocative reply [Reply]: President,",
        "paragraph reply [Reply]: To align with the ",
    ]


def test_a_transcript() -> None:
    assert shape(TRANSCRIPT) == [
        "title release: Press conference",
        "introduction release: Following is the t",
        "turn question [Reporter]: Reporter: When wil",
        "turn reply [Secretary for Transport and Housing]: Secretary for Tran",
        "paragraph reply [Secretary for Transport and Housing]: To be clear: we ar",
        "turn reply [Ms Ning]: Ms Ning: Not yet.",
    ]


def test_lists_captions_and_notes_told_by_the_release() -> None:
    assert shape(RELEASE) == [
        "title release: Appointments",
        "header release: The following is i",
        "paragraph release: Mr E made two appo",
        "heading release: Members",
        "item release: Mr F, JP",
        "item release: Ms G",
        "caption release: Photo 1 shows Mr E",
        "caption release: From left: Mr F, M",
        "note release: Note to editors",
        "paragraph release: The photos are onl",
    ]


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["He met Mr. Lee.", "They agreed."],
        ["MR CHARLES B. WHITTAKER AND SENATOR MCBRIDE (R-OHIO) MET.", "THEY TALKED."],
        ["The U.S. Trade Representative left at 10 a.m. on Friday.", "He was tired."],
        ["It was bought by Lee Co. Ltd for $1.5 million.", "The Board met."],
        ["It was bought by Lee Ltd.", "The Board met."],
        ["Signal, No. 3 was issued at 5.40am.", "Gusts of 70km/h were felt (Cap. 359)."],
        ['Mr Chik said, "They are able.', 'I trust them."', "He left."],
        ["What a day!", "Is it?", "“Yes.”", "(He smiled.)", "It is."],
        ['"Really?" he asked.', "Visit www.gov.hk/en.htm or a.b@gov.hk."],
        ["1. Today I present it.", "IV was next."],
        ["St. John's is at Mt. Davis, i.e. Hong Kong Island, etc. in short."],
        ["We work with R&D.", "The UK.", "So did I.", "And they."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_missing_space_after_a_full_stop() -> None:
    assert split("in Hong Kong.Among others, it is.Moreover, yes.") == [
        "in Hong Kong.",
        "Among others, it is.",
        "Moreover, yes.",
    ]


@pytest.mark.parametrize("row", ABBREVIATIONS, ids=lambda row: row.word)
def test_an_abbreviation_does_not_end_its_sentence(row) -> None:
    assert split(row.example) == [row.example]
    assert len(split(row.example.replace(f"{row.word}. ", "Tamar. Then ", 1))) == 2, "any other word would end it"


def quoted(text: str) -> list[tuple[str, bool]]:
    found = segment(text, "").quotations
    return [(text[each.span.start : each.span.end], each.is_speech) for each in found]


def test_quotations_are_speech_or_titles() -> None:
    assert quoted('He said, "We met. They left." It is the "Smart City" plan.') == [
        ('"We met. They left."', True),
        ('"Smart City"', False),
    ]
    assert quoted("A talk themed “Where Do We Go?” and “We met him there.”") == [
        ("“Where Do We Go?”", False),
        ("“We met him there.”", True),
    ]
    assert quoted('He said that "hope propels a society forward" under "One Country, Two Systems."') == [
        ('"hope propels a society forward"', True),
        ('"One Country, Two Systems."', False),
    ]
    assert quoted('"We will go on," Mr Lee added. A 12" pipe and "a term".') == [
        ('"We will go on,"', True),
        ('"a term"', False),
    ]


def test_speech_over_paragraphs() -> None:
    assert quoted('He said, "We met.\n\n"And then we left." All "good".') == [
        ('"We met.', True),
        ('"And then we left."', True),
        ('"good"', False),
    ]


def test_what_is_said_is_told_from_what_is_reported() -> None:
    text = 'T\n\nMr A met Mr B. He said, "I met Mr C."\n\nThey left.'
    document = segment(text, "T")
    assert not document.is_speech(text.index("Mr B"))
    assert document.is_speech(text.index("Mr C"))
    assert not document.is_speech(text.index("They"))
    speech = segment(SPEECH, "Speech by FS at summit")
    assert speech.is_speech(SPEECH.index("It is a pleasure"))
    assert not speech.is_speech(SPEECH.index("Mr A"))


def check(document: Document, text: str) -> None:
    last = 0
    covered = 0
    for block in document.blocks:
        assert last <= block.span.start < block.span.end <= len(text)
        last = block.span.start
        for sentence in block.sentences:
            assert last <= sentence.start < sentence.end <= block.span.end
            last = sentence.end
            covered += len("".join(text[sentence.start : sentence.end].split()))
        assert not text[last : block.span.end].strip()
        last = block.span.end
        assert document.block_at(block.span.start) == block
    for before, after in zip(document.quotations, document.quotations[1:], strict=False):
        assert before.span.end <= after.span.start
    for sentence in document.sentences:
        assert document.sentence_at(sentence.start) == sentence == document.sentence_at(sentence.end - 1)
    assert covered <= len(text)


PIECES = st.sampled_from(
    [
        *("Mr. Lee", "Hong Kong.", "said,", '"', "“", "”", ".", "!", "?", "\n", "\n\n", "-----", "Question:", "Reply:"),
        *(
            "Following is the speech by",
            "ladies and gentlemen,",
            "(1)",
            "•",
            "U.S.",
            "Members",
            ")",
            "(",
            "a.m.",
            "met",
        ),
    ]
)


@given(text=st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join)), title=st.sampled_from(["", "Members"]))
def test_any_text_is_cut_without_error_and_spans_lie_inside(text: str, title: str) -> None:
    check(segment(text, title), text)


def test_the_sample_is_cut_whole(sample: Path) -> None:
    (release,) = [item for path in sorted(sample.glob("*.txt")) for item in read(path)]
    document = segment(release.text, release.title)
    check(document, release.text)
    whole = "".join("".join(release.text[s.start : s.end].split()) for s in document.sentences)
    assert whole == "".join(release.text.split())
    assert [len(block.sentences) for block in document.blocks] == [1, 2, 3, 2, 2]


@pytest.mark.parametrize(
    "piece", ['"', "“a ", '"A b. ', ". ", "Mr. ", "a.", "(left ", "A\n", "a:\n\n", "said, ", "I. ", "x"]
)
def test_long_repetitions_take_time_in_proportion(piece: str) -> None:
    text = piece * 20_000
    check(segment(text, ""), text)
