"""The reader as a whole: every kind of input, and every kind of bad input."""

from __future__ import annotations

import gzip
import io
import json
import os
from datetime import date, datetime
from pathlib import Path

import pytest

from kg.model import Passed, PassedOver, Problem, Release
from kg.read import ReadError, read, scan
from kg.read.dates import HKT

TITLE = "SIT visits Café Kowloon"
BODY = ("The Secretary for Items, Ms Zoë Ng, met Mr Lam today (May 19).", "She said: “Good.”\nMr Lam agreed.")
TEXT = "\n\n".join((TITLE, *BODY))
TAIL = "Ends/Monday, May 19, 2025\nIssued at HKT 17:15\n\nNNNN\n"
LAID_OUT = "\n".join(
    (TITLE, "*" * len(TITLE), "", "\u00a0" * 5 + BODY[0], "\u00a0" * 6, "\u00a0" * 5 + BODY[1], "", TAIL)
)
ISSUED = datetime(2025, 5, 19, 17, 15, tzinfo=HKT)

PAGE = """<!DOCTYPE html><html><head><title>x</title><script>var secret = "Mr Script";</script></head><body>
<div id="header">Menu <a href="/">Sitemap</a></div><div id="contentBody">
<a href="MAILTO:?body=https%3A%2F%2Fwww.info.gov.hk%2Fgia%2Fgeneral%2F202505%2F19%2FP2025051900999.htm">Share</a>
<div class="fontSize1" style="display:none">SIT visits Café Kowloon</div>
<div id="PRHeadline"><span id="PRHeadlineSpan">SIT visits Café Kowloon</span></div><div id="starBar">*****</div>
<span id="pressrelease">
&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;The Secretary for Items, Ms Zoë Ng, met Mr
Lam today (May 19).<br><br>
&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;She said: “<b>Good</b>.”<br>Mr Lam agreed.<script>alert("Mr Body")</script>
<br><div class="controlDisplay2">Photo</div><div>Ends/Monday, May 19, 2025<br> Issued at HKT 17:15</div><div>NNNN</div>
</span><div class="btm_btn">Back to top</div></div>
<div class="controlDisplay1"><div id="rightContent"><h2>Photo</h2>
<a class="fancybox" title="Ms Ng (left) and Mr Lam."><img src="1.jpg" alt="Ms Ng (left) and Mr Lam."></a>
<a class="fancybox" title="Ms Ng (left) and Mr Lam."><img src="2.jpg" alt="Ms Ng (left) and Mr Lam."></a>
</div></div><div id="footer">Important notices</div></body></html>"""


def put(folder: Path, name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def laid_out(title: str = TITLE, body: str = "Mr Lam spoke.", tail: str = TAIL) -> str:
    return f"{title}\n{'*' * 20}\n\n     {body}\n\n{tail}"


def releases(*inputs: object, stdin: bytes | None = None) -> list[Release]:
    """What is read, where nothing may be wrong."""
    items = list(scan([str(given) for given in inputs], None if stdin is None else io.BytesIO(stdin)))
    assert not [item for item in items if isinstance(item, Problem)]
    return [item for item in items if isinstance(item, Release)]


def problems(*inputs: object) -> list[Problem]:
    return [item for item in scan([str(given) for given in inputs]) if isinstance(item, Problem)]


class TestKinds:
    def test_text(self, tmp_path: Path) -> None:
        path = put(tmp_path, "P2025051900123.txt", LAID_OUT)
        [release] = releases(path)
        assert release.id == "P2025051900123"
        assert release.url == "https://www.info.gov.hk/gia/general/202505/19/P2025051900123.htm"
        assert (release.lang, release.issued, release.title, release.text) == ("en", ISSUED, TITLE, TEXT)
        assert str(release.source) == str(path)

    def test_the_sample(self, sample: Path) -> None:
        [release] = releases(sample)
        assert release.id == "000_5bf3721a61e4c12e"
        assert release.url is None
        assert release.issued == ISSUED
        title, *paragraphs = release.text.split("\n\n")
        assert title == "CE meets Minister of General Administration of Customs (with photo)"
        assert len(paragraphs) == 4
        assert paragraphs[0].startswith("The Chief Executive, Mr John Lee, met with")
        assert paragraphs[3].endswith("as well as trade facilitation.")

    def test_page(self, tmp_path: Path) -> None:
        [release] = releases(put(tmp_path, "saved.html", PAGE))
        assert release.id == "P2025051900999"
        assert release.url == "https://www.info.gov.hk/gia/general/202505/19/P2025051900999.htm"
        assert release.issued == ISSUED
        assert release.text == TEXT + "\n\nMs Ng (left) and Mr Lam."

    def test_page_of_another_layout(self, tmp_path: Path) -> None:
        old = "<html><body><a>Home</a><hr><pre>SIT VISITS\nKOWLOON\n**********\n\n     MS NG MET MR LAM.\n\n"
        old += "End/Wednesday, March 4, 1998\n\nNNNN</pre><a>Back</a></body></html>"
        [release] = releases(put(tmp_path, "gia/general/199803/04/0304123.htm", old))
        assert (release.id, release.issued) == ("199803-0304123", date(1998, 3, 4))
        assert release.text == "SIT VISITS KOWLOON\n\nMS NG MET MR LAM."

    def test_csv(self, tmp_path: Path) -> None:
        row = f'P2025051900123,http://example.org/1,{TITLE},19.5.2025,"{BODY[0]}\r\n\r\n{BODY[1]}"'
        [release] = releases(put(tmp_path, "t.csv", f"id,URL,Title,date,news_content\r\n{row}\r\n", "utf-8-sig"))
        assert (release.id, release.url, release.issued) == (
            "P2025051900123",
            "http://example.org/1",
            date(2025, 5, 19),
        )
        assert release.text == TEXT
        assert str(release.source).endswith("t.csv, row 2")

    @pytest.mark.parametrize("separator", [";", "\t"])
    def test_csv_with_another_separator(self, tmp_path: Path, separator: str) -> None:
        lines = separator.join(("issued", "title", "text")), separator.join(("2025-05-19T17:15", "A", "Mr Lam, too."))
        [release] = releases(put(tmp_path, "t.csv", "\n".join(lines)))
        assert (release.id, release.issued, release.text) == ("t-2", ISSUED, "A\n\nMr Lam, too.")

    def test_csv_with_a_very_long_field(self, tmp_path: Path) -> None:
        [release] = releases(put(tmp_path, "t.csv", f"title,text,date\nA,{'word ' * 100_000},2025-05-19\n"))
        assert len(release.text) > 499_000

    def test_jsonl(self, tmp_path: Path) -> None:
        record = {
            "url": "https://x.org/P2025051900123.htm",
            "title": TITLE,
            "text": "\n\t\t" + LAID_OUT,
            "date": "19.5.2025",
        }
        path = put(tmp_path, "t.jsonl", json.dumps(record) + "\n\n" + json.dumps(record | {"url": "", "content": "x"}))
        first, second = releases(path)
        assert (first.id, first.issued, first.text) == ("P2025051900123", ISSUED, TEXT)
        assert (second.id, second.url, second.source.row) == ("t-3", None, 3)

    def test_indented_json_is_told_once(self, tmp_path: Path) -> None:
        path = tmp_path / "gold.json"
        path.write_text(json.dumps({"id": "P1", "people": []}, indent=1), "utf-8")
        problems = [item for item in scan([path]) if isinstance(item, Problem)]
        assert [problem.reason for problem in problems] == ["one JSON document, not a release a line"]

    def test_jsonl_with_markup(self, tmp_path: Path) -> None:
        record = {"id": 7, "title": "A", "date": "2025-05-19", "content": "<p>Mr Lam &amp; Ms Ng.</p><p>They met.</p>"}
        [release] = releases(put(tmp_path, "t.jsonl", json.dumps(record)))
        assert (release.id, release.text) == ("7", "A\n\nMr Lam & Ms Ng.\n\nThey met.")

    def test_several_releases_in_one_text(self, tmp_path: Path) -> None:
        both = laid_out("One") + "\n" + laid_out("Two") + "\nBack to top\n"
        first, second = releases(put(tmp_path, "day.txt", both))
        assert [(release.id, release.title) for release in (first, second)] == [("day", "One"), ("day-2", "Two")]
        assert second.source.row == 11

    def test_folder_passes_over_other_kinds(self, tmp_path: Path) -> None:
        put(tmp_path, "b/P2025051900123.txt", LAID_OUT)
        put(tmp_path, "b/P2025051900123.json", "{}")
        put(tmp_path, ".hidden.txt", LAID_OUT)
        put(tmp_path, "a.txt", laid_out("Another"))
        items = list(scan([tmp_path]))
        assert [item.reason for item in items if isinstance(item, PassedOver)] == [Passed.OTHER_KIND] * 2
        assert [item.id for item in items if isinstance(item, Release)] == ["a", "P2025051900123"]
        assert not [item for item in items if isinstance(item, Problem)]

    def test_glob(self, tmp_path: Path) -> None:
        put(tmp_path, "x/a.txt", laid_out("A"))
        put(tmp_path, "y/b.txt", laid_out("B"))
        assert [release.id for release in releases(tmp_path / "*" / "*.txt")] == ["a", "b"]

    def test_a_name_with_brackets_is_a_name(self, tmp_path: Path) -> None:
        assert [release.id for release in releases(put(tmp_path, "a[1].txt", LAID_OUT))] == ["a[1]"]

    def test_the_same_file_named_twice(self, tmp_path: Path) -> None:
        path = put(tmp_path, "a.txt", LAID_OUT)
        assert len(releases(path, tmp_path, path)) == 1

    @pytest.mark.parametrize("name", ["P2025051900123.txt", "P2025051900123.htm", "t.csv", "t.jsonl"])
    def test_gzip(self, tmp_path: Path, name: str) -> None:
        record = {"id": "P2025051900123", "title": TITLE, "text": LAID_OUT}
        table = f'id,title,text\nP2025051900123,{TITLE},"{LAID_OUT}"\n'
        content = {".txt": LAID_OUT, ".htm": PAGE, ".csv": table, ".jsonl": json.dumps(record)}[Path(name).suffix]
        [release] = releases(put(tmp_path, name + ".gz", gzip.compress(content.encode())))
        assert release.id == "P2025051900123"
        assert release.text.startswith(TEXT)

    @pytest.mark.parametrize("packed", [False, True])
    @pytest.mark.parametrize(
        ("content", "identifier"),
        [
            (LAID_OUT, "stdin"),
            (PAGE, "P2025051900999"),
            (json.dumps({"title": TITLE, "text": TEXT, "date": "2025-05-19"}), "stdin-1"),
            (f'title,text,date\n"{TITLE}","{TEXT}",2025-05-19\n', "stdin-2"),
        ],
        ids=["text", "page", "jsonl", "csv"],
    )
    def test_stdin(self, content: str, identifier: str, packed: bool) -> None:
        data = gzip.compress(content.encode()) if packed else content.encode()
        [release] = releases("-", stdin=data)
        assert release.id == identifier
        assert release.text.startswith(TEXT)
        assert str(release.source).startswith("-")

    def test_file_of_unknown_name_is_told_by_content(self, tmp_path: Path) -> None:
        assert releases(put(tmp_path, "P2025051900123.asc", LAID_OUT))[0].text == TEXT


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
CHINESE = laid_out(
    "行政長官會見海關總署署長（附圖）",
    "行政長官李家超今日與署長會面，政務司司長在場。",
    "完／2025年5月19日（星期一）\n香港時間17時15分\n\nNNNN\n",
)


class TestEncodings:
    @pytest.mark.parametrize("encoding", ENCODINGS)
    def test_english(self, tmp_path: Path, encoding: str) -> None:
        mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
        assert releases(put(tmp_path, "a.txt", mark + LAID_OUT, encoding))[0].text == TEXT

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "big5hkscs", "gb18030"])
    def test_chinese(self, tmp_path: Path, encoding: str) -> None:
        [release] = releases(put(tmp_path, "a.txt", CHINESE, encoding))
        assert release.text == "行政長官會見海關總署署長（附圖）\n\n行政長官李家超今日與署長會面，政務司司長在場。"
        assert (release.lang, release.issued) == ("zh-Hant", ISSUED)

    def test_simplified(self, tmp_path: Path) -> None:
        text = laid_out(
            "财政司司长会见广东省省长", "财政司司长今日会见了广东省省长，并交换意见。", "完／2025年5月19日（星期一）\n"
        )
        [release] = releases(put(tmp_path, "a.txt", text, "gb2312"))
        assert (release.title, release.lang) == ("财政司司长会见广东省省长", "zh-Hans")

    def test_english_with_a_few_words_of_big5(self, tmp_path: Path) -> None:
        text = laid_out("A", body="Thank you and 恭喜發財 (Kung Hei Fat Choy)! " + "Mr Lam spoke. " * 40)
        [release] = releases(put(tmp_path, "a.txt", text, "big5"))
        assert "and 恭喜發財 (Kung" in release.text
        assert release.lang == "en"

    def test_accents_and_quotes_of_windows(self, tmp_path: Path) -> None:
        body = "Mr Sebastião Lam, Ms Zoë Ng and José’s café – “très bien”, he said… Ms Ng’s naïve reply"
        assert body in releases(put(tmp_path, "a.txt", laid_out(body=body), "cp1252"))[0].text

    def test_the_page_declares_it(self, tmp_path: Path) -> None:
        page = f'<html><head><meta charset="big5"></head><body><pre>{CHINESE}</pre></body></html>'
        [release] = releases(put(tmp_path, "a.htm", page, "big5"))
        assert release.title == "行政長官會見海關總署署長（附圖）"

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
    def test_csv(self, tmp_path: Path, encoding: str) -> None:
        [release] = releases(put(tmp_path, "t.csv", f'date,title,text\n2025-05-19,{TITLE},"{TEXT}"\n', encoding))
        assert release.text == TEXT

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
    def test_jsonl(self, tmp_path: Path, encoding: str) -> None:
        record = json.dumps({"date": "2025-05-19", "title": TITLE, "text": TEXT}, ensure_ascii=False)
        assert [release.text for release in releases(put(tmp_path, "t.jsonl", f"{record}\n", encoding))] == [TEXT]

    def test_broken_utf8_is_no_windows_text(self, tmp_path: Path) -> None:
        [problem] = problems(put(tmp_path, "a.txt", CHINESE.encode()[:100] + b"\xe5" + CHINESE.encode()[102:]))
        assert "broken UTF-8 at byte" in problem.reason


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \r\n\xc2\xa0", "empty"),
    "rulers.txt": (b"*****\n\nNNNN\n", "no title"),
    "empty.csv": (b"\n", "empty"),
    "empty.jsonl": (b"", "empty"),
    "empty.htm": (b"  ", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "scan.txt": (b"%PDF-1.7 text", "a PDF"),
    "half.txt.gz": (gzip.compress(LAID_OUT.encode() * 50)[:60], "gzip"),
    "garbled.txt.gz": (gzip.compress(LAID_OUT.encode())[:20] + b"\xff" * 30, "gzip|binary"),
    "undated.txt": (laid_out(tail="NNNN\n").encode(), "without a date"),
    "impossible.txt": (laid_out(tail="Ends/Monday, February 31, 2025\n").encode(), "without a date"),
    "menu.html": (b"<html><body><a>Home</a><p>Nothing here</p></body></html>", "no press release"),
    "nocolumn.csv": (b"id,date,text\n1,2025-05-19,abc\n", "no column for the title"),
    "norows.csv": (b"id,date,title,text\n", "no rows"),
    "ragged.csv": (b"title,text,date\nA,b,2025-05-19,x\n", "4 fields where the header has 3"),
    "baddate.csv": (b"title,text,date\nA,b,5/19/2025\n", "not a date that can be told for certain: '5/19/2025'"),
    "textless.csv": (b"title,text,date\nA,,2025-05-19\n", "without text"),
    "broken.jsonl": (b'{"title": "A", "te\n', "not JSON"),
    "list.jsonl": (b"[1, 2]\n", "not a JSON object"),
    "deep.jsonl": (b"[" * 100_000 + b"\n", "JSON"),
    "fieldless.jsonl": (b'{"title": "A", "text": null}\n', "no column for the text"),
}


class TestBadInput:
    @pytest.mark.parametrize("name", BAD)
    def test_is_reported_and_the_others_are_read(self, tmp_path: Path, name: str) -> None:
        content, reason = BAD[name]
        bad = put(tmp_path, name, content)
        put(tmp_path, "good.txt", LAID_OUT)
        items = list(scan([tmp_path]))
        assert [item.id for item in items if isinstance(item, Release)] == ["good"]
        [problem] = [item for item in items if isinstance(item, Problem)]
        assert problem.source.path == str(bad)
        assert any(word in problem.reason for word in reason.split("|")), problem.reason
        assert problem.remedy

    @pytest.mark.parametrize(
        ("name", "content", "row"),
        [
            (
                "t.jsonl",
                '{"title":"A","text":"a","date":"2025-05-19"}\n{"title":\n{"title":"C","text":"c","date":"2025-05-19"}\n',
                2,
            ),
            ("t.csv", "title,text,date\nA,a,2025-05-19\nB,b\nC,c,2025-05-19\n", 3),
        ],
    )
    def test_a_bad_row_is_named_and_the_others_are_read(
        self, tmp_path: Path, name: str, content: str, row: int
    ) -> None:
        items = list(scan([put(tmp_path, name, content)]))
        assert [item.title for item in items if isinstance(item, Release)] == ["A", "C"]
        assert [item.source.row for item in items if isinstance(item, Problem)] == [row]

    def test_a_release_among_several_without_a_date(self, tmp_path: Path) -> None:
        [problem] = problems(put(tmp_path, "a.txt", laid_out("One") + laid_out("Two", tail="NNNN\n")))
        assert (problem.reason, problem.source.row) == ("a release without a date", 10)

    def test_missing_path(self, tmp_path: Path) -> None:
        [problem] = problems(tmp_path / "nowhere")
        assert problem.reason == "there is no such file or folder"

    def test_glob_without_match(self, tmp_path: Path) -> None:
        [problem] = problems(tmp_path / "*.txt")
        assert problem.reason == "no file matches this pattern"

    def test_folder_without_releases(self, tmp_path: Path) -> None:
        put(tmp_path, "a.png", b"x")
        [problem] = problems(tmp_path)
        assert problem.reason == "no press release in this folder"

    def test_directory_loop(self, tmp_path: Path) -> None:
        put(tmp_path, "a/b/x.txt", LAID_OUT)
        (tmp_path / "a/b/up").symlink_to(tmp_path / "a")
        items = list(scan([tmp_path]))
        [problem] = [item for item in items if isinstance(item, Problem)]
        assert problem.source.path == str(tmp_path / "a/b/up")
        assert "leads back" in problem.reason
        assert len([item for item in items if isinstance(item, Release)]) == 1

    def test_dangling_link(self, tmp_path: Path) -> None:
        (tmp_path / "x.txt").symlink_to(tmp_path / "gone.txt")
        [problem] = problems(tmp_path)
        assert "No such file" in problem.reason

    @pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
    def test_unpermitted(self, tmp_path: Path) -> None:
        put(tmp_path, "a.txt", LAID_OUT).chmod(0)
        [problem] = problems(tmp_path)
        assert "Permission denied" in problem.reason

    def test_a_pipe_is_refused_and_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        [problem] = problems(tmp_path / "pipe.txt")
        assert problem.reason == "not a regular file"

    def test_no_stdin(self) -> None:
        [problem] = problems("-")
        assert "standard input" in problem.reason

    def test_read_raises_the_first(self, tmp_path: Path) -> None:
        put(tmp_path, "a.txt", LAID_OUT)
        put(tmp_path, "b.txt", "")
        found = read(tmp_path)
        assert next(found).id == "a"
        with pytest.raises(ReadError, match=r"b\.txt: an empty file; remove it") as caught:
            next(found)
        assert caught.value.problem.source.path == str(tmp_path / "b.txt")


class TestEditions:
    @staticmethod
    def edition(body: str, clock: str) -> str:
        return laid_out(body=body, tail=f"Ends/Monday, May 19, 2025\nIssued at HKT {clock}\n")

    def test_same_text_is_one_release(self, tmp_path: Path) -> None:
        one = put(tmp_path, "x/P2025051900123.txt", LAID_OUT)
        two = put(tmp_path, "y/P2025051900123.txt", LAID_OUT.replace("\n", "\r\n"))
        items = list(scan([one, two]))
        assert sorted(type(item).__name__ for item in items) == ["PassedOver", "Release"]
        assert [item.reason for item in items if isinstance(item, PassedOver)] == [Passed.DUPLICATE]

    @pytest.mark.parametrize("names", [("x", "y"), ("y", "x")])
    def test_the_later_counts_and_the_reader_says_so(self, tmp_path: Path, names: tuple[str, str]) -> None:
        early = put(tmp_path, f"{names[0]}/P2025051900123.txt", self.edition("Mr Early spoke, and at length.", "09:00"))
        late = put(tmp_path, f"{names[1]}/P2025051900123.txt", self.edition("Mr Late spoke.", "10:00"))
        for inputs in ([early, late], [late, early]):
            items = list(scan(inputs))
            assert ["Mr Late" in item.text for item in items if isinstance(item, Release)] == [True]
            [problem] = [item for item in items if isinstance(item, Problem)]
            assert problem.source.path == str(early)
            assert str(late) in problem.reason
            assert "issued later" in problem.reason

    def test_across_kinds_of_files_and_rows(self, tmp_path: Path) -> None:
        put(tmp_path, "P2025051900999.txt", self.edition("Mr Early spoke.", "09:00"))
        put(tmp_path, "saved.htm", PAGE)
        rows = [
            {"id": "P2025051900999", "title": TITLE, "text": f"Mr Row spoke at {clock}.", "date": f"2025-05-19 {clock}"}
            for clock in ("08:00", "23:00", "22:00")
        ]
        put(tmp_path, "t.jsonl", "\n".join(map(json.dumps, rows)))
        items = list(scan([tmp_path]))
        [release] = [item for item in items if isinstance(item, Release)]
        assert release.source.row == 2
        assert len([item for item in items if isinstance(item, Problem)]) == 4

    def test_later_release_of_a_file_against_a_file_of_that_name(self, tmp_path: Path) -> None:
        put(tmp_path, "day.txt", laid_out("One") + self.edition("Mr Late spoke.", "18:00"))
        put(tmp_path, "day-2.txt", self.edition("Mr Early spoke.", "09:00"))
        texts = [item.text for item in scan([tmp_path]) if isinstance(item, Release)]
        assert len(texts) == 2
        assert any("Mr Late" in text for text in texts)


class TestCorpora:
    @pytest.mark.parametrize(("name", "count"), [("seed", 1), ("dev", 33), ("synthetic", 24), ("zh", 12), ("html", 1)])
    def test_all_are_read(self, corpus: Path, name: str, count: int) -> None:
        found = releases(corpus / name)
        assert len(found) == count
        assert {release.lang for release in found} == {"zh-Hant" if name == "zh" else "en"}
        for release in found:
            assert release.text.startswith(release.title + "\n\n")
            assert "Ends/" not in release.text
            assert "***" not in release.text

    def test_golds_agree(self, corpus: Path) -> None:
        for release in releases(corpus / "dev", corpus / "synthetic"):
            gold = json.loads(Path(release.source.path).with_suffix(".json").read_text(encoding="utf-8"))
            assert (release.id, release.day.isoformat()) == (gold["id"], gold["issued"])
            if release.url:
                assert release.url.split("://")[1] == gold["url"].split("://")[1]

    def test_speeches(self, corpus: Path) -> None:
        found = releases(corpus / "speeches.jsonl")
        assert len(found) == 158
        assert all(isinstance(release.issued, datetime) for release in found)
        assert not [release.id for release in found if "NNNN" in release.text or "Issued at HKT" in release.text]

    def test_official_page_is_the_same_speech_with_captions(self, corpus: Path) -> None:
        [page] = releases(corpus / "html")
        row = next(item for item in releases(corpus / "speeches.jsonl") if item.id == page.id)
        paragraphs = page.text.split("\n\n")
        captions = [
            text
            for text in paragraphs
            if "gong striking" in text or "at the ceremony." in text or ", speaks at" in text
        ]
        assert paragraphs[-3:] == captions
        assert " ".join(" ".join(paragraphs[1:-3]).split()) == " ".join(row.text.removeprefix(row.title).split())
        for chrome in (
            "Sitemap",
            "Font Size",
            "Back to",
            "Archives",
            "Photo\n",
            "Audio",
            "View",
            "$(function",
            "Brand H",
        ):
            assert chrome not in page.text
