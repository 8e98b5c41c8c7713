"""How the text of one release is taken out of its layout, and its characters out of the encoding's oddities."""

from __future__ import annotations

import io
import textwrap
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import PassedOver, Problem, Release
from kg.read import dates, layout, page, scan
from kg.read.clean import squeeze, unify
from kg.read.language import language
from kg.read.names import day_of, id_of_file, official_id

PROSE = (
    "The Secretary for Items, Ms Zoe Ng, met the Governor of Somewhere, Mr Lam Tai-man, at the Central Government "
    "Offices this morning to exchange views on matters of mutual concern between the two places, and hosted a lunch."
)


def parts(text: str, title: str | None = None) -> layout.Parts:
    return layout.parse(next(layout.pieces(unify(text))).lines, title)


def titled(body: str) -> str:
    return f"A title\n*******\n\n{body}\n\nEnds/Monday, May 19, 2025\n"


class TestTitle:
    def test_may_wrap_before_its_ruler(self) -> None:
        assert parts("CE meets Minister of\nCustoms\n*****\n\nMr Lee.").title == "CE meets Minister of Customs"

    def test_chinese_wraps_without_a_space(self) -> None:
        assert parts("行政長官\n會見署長\n＊＊＊＊\n\n　　他們會面。").title == "行政長官會見署長"

    def test_without_a_ruler_is_the_first_line(self) -> None:
        found = parts("A title\nMr Lee met Ms Sun.\n")
        assert (found.title, found.paragraphs) == ("A title", ("Mr Lee met Ms Sun.",))

    def test_menu_above_a_copied_page_is_dropped(self) -> None:
        assert parts("Home\nSitemap\n\nA title\n*******\n\nMr Lee.").text == "A title\n\nMr Lee."

    def test_ruler_far_below_prose_is_no_title_ruler(self) -> None:
        found = parts(f"A title\n\n{PROSE * 2}\n\nNotes\n*****\n\nMr Lee.")
        assert (found.title, found.paragraphs[1:]) == ("A title", ("Notes", "Mr Lee."))

    def test_known_title_is_not_repeated(self) -> None:
        assert parts("A TITLE\n*******\n\nMr Lee.", "A title").text == "A title\n\nMr Lee."

    def test_known_title_costs_no_words(self) -> None:
        assert parts("Mr Lee.\n\nMs Sun.", "A title").text == "A title\n\nMr Lee.\n\nMs Sun."

    def test_nothing_but_a_tail_has_no_title(self) -> None:
        with pytest.raises(Exception, match="no title"):
            parts("Ends/Monday, May 19, 2025")


class TestParagraphs:
    def test_line_breaks_within_are_kept(self) -> None:
        assert parts(titled("     Members\n-------\nMr A\nMs B")).paragraphs == ("Members\n-------\nMr A\nMs B",)

    def test_an_indent_begins_one(self) -> None:
        assert parts(titled("     Mr A spoke.\n     Ms B spoke.")).paragraphs == ("Mr A spoke.", "Ms B spoke.")

    def test_long_lines_are_paragraphs(self) -> None:
        assert parts(titled(f"{PROSE}\n{PROSE}")).paragraphs == (PROSE, PROSE)

    def test_long_list_items_stay_together(self) -> None:
        assert parts(titled(f"Thus:\n(1) {PROSE}\n(2) {PROSE}")).paragraphs == (f"Thus:\n(1) {PROSE}\n(2) {PROSE}",)

    def test_rulers_go(self) -> None:
        assert parts(titled("Mr A.\n* * * * *\nMs B.")).paragraphs == ("Mr A.", "Ms B.")

    def test_footnote_star_stays(self) -> None:
        assert parts(titled("Mr Roy Tang*\n* chairman")).paragraphs == ("Mr Roy Tang*\n* chairman",)

    @pytest.mark.parametrize("width", [60, 72, 80])
    @pytest.mark.parametrize("margin", ["", "     "])
    def test_wrapped_prose_is_joined(self, width: int, margin: str) -> None:
        wrapped = textwrap.fill(PROSE.upper(), width, initial_indent=margin + "     ", subsequent_indent=margin)
        found = parts(titled(f"{wrapped}\n\n{wrapped}"))
        assert found.paragraphs == (PROSE.upper(), PROSE.upper())

    def test_wrapped_paragraphs_without_empty_lines(self) -> None:
        wrapped = textwrap.fill(PROSE, 70, initial_indent="     ")
        assert parts(titled(f"{wrapped}\n{wrapped}")).paragraphs == (PROSE, PROSE)

    def test_lists_beside_wrapped_prose_are_kept(self) -> None:
        wrapped = textwrap.fill(PROSE, 70, initial_indent="     ")
        names = "Mr Lam Tai-man\nMs Zoe Ng"
        assert parts(titled(f"{wrapped}\n\n{names}\n\n{wrapped}")).paragraphs == (PROSE, names, PROSE)

    def test_short_lines_are_not_taken_for_wrapped(self) -> None:
        lines = "Secretary for Development or his representative (ex-officio)\nMr Lam Tai-man\nMs Zoe Ng"
        assert parts(titled(lines)).paragraphs == (lines,)


class TestTail:
    @pytest.mark.parametrize(
        ("tail", "issued"),
        [
            ("Ends/Monday, May 19, 2025\nIssued at HKT 17:15", datetime(2025, 5, 19, 17, 15, tzinfo=dates.HKT)),
            ("Ends/Monday, May 19, 2025\nIssued at HKT 5:47\n\nNNNN", datetime(2025, 5, 19, 5, 47, tzinfo=dates.HKT)),
            ("Ends/Monday, May 19, 2025\nIssued at HKT 1715", datetime(2025, 5, 19, 17, 15, tzinfo=dates.HKT)),
            ("End/Wednesday, March 4, 1998", date(1998, 3, 4)),
            ("END/WEDNESDAY, MARCH 4, 1998", date(1998, 3, 4)),
            ("Ends/19 May 2025\nIssued at HKT 25:15", date(2025, 5, 19)),
            ("完／2025年5月19日（星期一）\n香港時間17時15分", datetime(2025, 5, 19, 17, 15, tzinfo=dates.HKT)),
            ("完／２０２５年５月１９日（星期一）", date(2025, 5, 19)),
            ("完／一九九八年三月四日（星期三）", date(1998, 3, 4)),
            ("完／二○二五年五月廿一日\n香港时间07时10分", datetime(2025, 5, 21, 7, 10, tzinfo=dates.HKT)),
            ("Issued at HKT 17:15", None),
            ("Ends", None),
            ("NNNN", None),
        ],
    )
    def test_tells_when_it_was_issued_and_goes(self, tail: str, issued: date | None) -> None:
        found = parts(f"A title\n*******\n\nMr Lee spoke.\n\n{tail}\n")
        assert found.issued == issued
        assert found.text == "A title\n\nMr Lee spoke."

    def test_the_end_of_something_is_no_tail(self) -> None:
        assert len(parts(titled("Ends meet.\n\nThe end of May 2025 came.\n\nEndorsements followed.")).paragraphs) == 3

    def test_releases_may_follow_without_a_separator(self) -> None:
        both = "One\n***\n\nMr A.\n\nEnds/May 19, 2025\n\nTwo\n***\n\nMs B.\n\nEnds/May 20, 2025\n"
        assert [layout.parse(piece.lines).text for piece in layout.pieces(both)] == ["One\n\nMr A.", "Two\n\nMs B."]


class TestDates:
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("2025-05-19", date(2025, 5, 19)),
            ("2025/5/9", date(2025, 5, 9)),
            ("20250519", date(2025, 5, 19)),
            ("9/5/2025", date(2025, 5, 9)),
            ("Monday, May 19, 2025", date(2025, 5, 19)),
            ("19.5.2025 17:15", datetime(2025, 5, 19, 17, 15, tzinfo=dates.HKT)),
            ("2025-05-19 17:15:00", datetime(2025, 5, 19, 17, 15, tzinfo=dates.HKT)),
            ("2025-05-19T09:15:00+00:00", datetime(2025, 5, 19, 17, 15, tzinfo=dates.HKT)),
            ("5/19/2025", None),
            ("yesterday", None),
            ("0001-01-01T00:00:00+14:00", None),
        ],
    )
    def test_field(self, field: str, value: date | None) -> None:
        found = dates.in_field(field)
        assert found == value
        assert isinstance(found, datetime) == isinstance(value, datetime)

    def test_clock(self) -> None:
        assert dates.clock(" Issued at HKT 00:48") == time(0, 48)

    def test_number_and_address_imply_a_day(self) -> None:
        assert day_of("P2025051900123", None) == day_of("P200505190123", None).replace(year=2025) == date(2025, 5, 19)
        assert day_of("199805-0501132", None) == date(1998, 5, 1)
        assert day_of("a", "https://www.info.gov.hk/gia/general/202505/19/x.htm") == date(2025, 5, 19)
        assert day_of("P2025133900123", None) is None


def test_numbers_in_names() -> None:
    assert id_of_file("x/p2025051900123.txt.gz") == "P2025051900123"
    assert id_of_file("x/P2025051900123_photo.txt") == "P2025051900123"
    assert id_of_file("P2025051900123/notes.v2.txt") == "notes.v2"
    assert official_id("MP2025051900123") is None
    assert official_id("P20250519001234567") is None


def test_transcripts_stay_english() -> None:
    assert language("Reporter: what will you do? " * 9 + "記者：你會做什麼？") == "en"


def test_deeply_nested_page() -> None:
    nested = "<div>" * 20_000 + "A title<br>****<br>Mr Lee.<br>Ends/May 19, 2025" + "</div>" * 20_000
    assert page.parse(f"<body>{nested}</body>").parts.text == "A title\n\nMr Lee."


def test_characters_have_one_form() -> None:
    odd = "\ufeffMr\u00a0Lee,\u2009Ms\u3000Zoe\u0301\r\nco\u00ad-op\u200b\u2028\ud800end\x00\rx\t"
    assert unify(odd) == "Mr Lee, Ms Zoé\nco-op\n\ufffdend\nx "


@given(st.text())
def test_normalising_is_idempotent(text: str) -> None:
    once = unify(text)
    assert unify(once) == once
    assert squeeze(squeeze(once)) == squeeze(once)


def check_whole(items: list[Release | Problem | PassedOver]) -> None:
    """Whatever came in, what came out is clean."""
    for item in items:
        assert isinstance(item, Release | Problem | PassedOver)
        if isinstance(item, Release):
            assert unify(item.text) == item.text
            assert item.text == "\n".join(map(squeeze, item.text.split("\n")))
            assert "\n\n\n" not in item.text
            assert item.text.strip() == item.text
            assert item.text.partition("\n\n")[0] == item.title
            assert item.title
            item.text.encode("utf-8")


LAYOUT = (
    "     ",
    "\n",
    "\n\n",
    "\r\n",
    "*****",
    "Ends/Monday, May 19, 2025",
    "Issued at HKT 17:15",
    "NNNN",
    "＊＊＊＊",
)
WORDING = ("Mr Lee", "完／2025年5月19日", "行政長官", "é", "“", ",", '"', "(1) ", PROSE)
INVISIBLE = (" ", "\u00a0\u00a0", "\x00", "\ufeff", "\u00ad")
MARKUP = ("<p>", "</p>", "<br>", "<pre>", "<table><tr><td>", "<span id=pressrelease>", "<html>")
TABLES = ("title,text,date\n", '{"title": "A", "text": "b", "date": "19.5.2025"}')
WORDS = st.sampled_from([*LAYOUT, *WORDING, *INVISIBLE, *MARKUP, *TABLES])
ENCODED = st.tuples(st.lists(WORDS, max_size=30), st.sampled_from(["utf-8", "utf-16", "big5", "cp1252", "gb18030"]))


@settings(max_examples=300, deadline=None)
@given(st.binary() | ENCODED.map(lambda drawn: "".join(drawn[0]).encode(drawn[1], "ignore")))
def test_any_bytes_on_stdin(data: bytes) -> None:
    check_whole(list(scan(["-"], io.BytesIO(data))))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary() | ENCODED.map(lambda drawn: "".join(drawn[0]).encode(drawn[1], "ignore")),
    st.sampled_from(["P2025051900123.txt", "P2025051900123.htm", "a.csv", "a.jsonl", "a.txt.gz"]),
)
def test_any_bytes_in_any_file(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    items = list(scan([path]))
    path.unlink()
    check_whole(items)
    assert items
