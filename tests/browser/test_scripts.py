"""The page's scripts, module by module, without the page: pure functions on small data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser

from kg.export import page as page_package
from kg.export.page import SCRIPTS, STYLES, _module

FOLDER = files(page_package)
SOURCES = {name: FOLDER.joinpath(f"scripts/{name}").read_text("utf-8") for name in SCRIPTS}
IMPORT = re.compile(r'import \{([^}]*)\} from "\./([\w-]+\.js)";')
EXPORT = re.compile(r"(?m)^export (?:async )?(?:function|const|let|class) (\w+)")

Call = Callable[[str], object]


@pytest.fixture(scope="module")
def js(chromium: Browser) -> Iterator[Call]:
    """``js("module.function(arguments)")`` with every module but the page itself loaded, by name without ".js"."""
    names = [name for name in SCRIPTS if name != "main.js"]
    bundle = "".join(_module(name, SOURCES[name]) for name in names)
    short = ", ".join(f'{name[:-3]} = modules["{name}"]' for name in names)
    page = chromium.new_page()
    yield lambda call: page.evaluate(f"(() => {{ const modules = {{}};\n{bundle}\nconst {short};\nreturn {call}; }})()")
    page.close()


def test_every_file_of_the_page_is_used() -> None:
    for folder, used in (("scripts", SCRIPTS), ("styles", STYLES)):
        assert {file.name for file in FOLDER.joinpath(folder).iterdir()} == set(used)


@pytest.mark.parametrize("name", SCRIPTS)
def test_imports_come_from_earlier_modules_that_export_them(name: str) -> None:
    before = SCRIPTS[: SCRIPTS.index(name)]
    for wanted, source in IMPORT.findall(SOURCES[name]):
        assert source in before
        assert {one.strip() for one in wanted.split(",")} <= set(EXPORT.findall(SOURCES[source]))


@pytest.mark.parametrize("name", SCRIPTS)
def test_nothing_makes_markup_from_text_or_asks_the_network(name: str) -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(|XMLHttpRequest|import\("
    )
    assert re.findall(forbidden, SOURCES[name]) == []


def test_styles_use_what_there_is() -> None:
    """Every colour and font named is defined, and every class or id styled is one that the page or a script makes."""
    styles = "\n".join(FOLDER.joinpath(f"styles/{name}").read_text("utf-8") for name in STYLES)
    made = FOLDER.joinpath("page.html").read_text("utf-8") + "".join(SOURCES.values())
    assert set(re.findall(r"var\((--[\w-]+)", styles)) <= set(re.findall(r"(?m)(--[\w-]+):", styles))
    selectors = re.findall(r"(?m)^([^{}@;]+)\{", re.sub(r"(?s)/\*.*?\*/", "", styles))
    names = {name for one in selectors for name in re.findall(r"[.#]([a-z][\w-]*)", one)}
    numbered = {f"swatch-{number}" for number in range(1, 9)} | {"swatch-other", "swatch-none"}
    assert len(names) > 60
    assert {name for name in names - numbered if not re.search(rf"(?<![\w-]){name}(?![\w-])", made)} == set()


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name != "vendor"])
def test_lines_and_files_stay_short(name: str) -> None:
    assert len(SOURCES[name].splitlines()) <= 420


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("François Delmas", "francois delmas"),
        ("Tse Chin-wan", "tse chin wan"),
        ("O’Hara", "o hara"),
        ("李家超", "李家超"),
    ],
)
def test_fold(js: Call, text: str, folded: str) -> None:
    assert js(f"search.fold({text!r})") == folded


def test_search_puts_names_before_posts(js: Call) -> None:
    officials = """[
        { label: "Ann Lee", zh: null, forms: [], tenures: [
            { post: { label: "Chan Chair", zh: null, short: null }, agency: null }] },
        { label: "Chan Mo", zh: "陳務", forms: ["CHAN MO", "Mo"], tenures: [] },
    ]"""
    assert js(f'search.search(search.haystack({officials}), "chan", 9)') == [1, 0]
    assert js(f'search.search(search.haystack({officials}), "mo cha", 9)') == [1]
    assert js(f'search.search(search.haystack({officials}), "務", 9)') == [1]
    assert js(f'search.search(search.haystack({officials}), "han", 9)') == []
    assert js(f'search.search(search.haystack({officials}), " - ", 9)') == []


def test_texts_made_little_by_little_are_the_same(js: Call) -> None:
    officials = "Array.from({ length: 1203 }, (_, i) => ({ label: `Ann ${i}`, zh: null, forms: [], tenures: [] }))"
    call = f"""(() => {{
        const officials = {officials};
        const texts = new search.Texts(officials);
        const left = [texts.more(7), texts.more(2000)];
        const same = JSON.stringify(new search.Texts(officials).all()) === JSON.stringify(search.haystack(officials));
        return [left, same, texts.all().length];
    }})()"""
    assert js(call) == [[True, False], True, 1203]


@pytest.mark.parametrize(
    ("event", "since", "until", "kept"),
    [
        ("2025-05-19", "2025-05", None, True),
        ("2025-05-19", "2025-05-20", None, False),
        ("2025-05", "2025-05-20", None, True),
        ("2025-05-19", None, "2025-05", True),
        ("2025-06-01", None, "2025-05", False),
        ("2024", "2024-03", "2024-04", True),
        (None, "2024", None, False),
        (None, None, None, True),
    ],
)
def test_period(js: Call, event: str | None, since: str | None, until: str | None, kept: bool) -> None:
    quoted = [f'"{text}"' if text else "null" for text in (event, since, until)]
    call = (
        f"select.keeps({{ kind: null, since: {quoted[1]}, until: {quoted[2]} }}, {{ start: {quoted[0]}, end: null }})"
    )
    assert js(call) is kept


def test_an_event_of_several_days_counts_in_each(js: Call) -> None:
    event = '{ start: "2025-04-29", end: "2025-05-02" }'
    assert js(f'select.keeps({{ kind: null, since: "2025-05", until: "2025-05" }}, {event})') is True
    assert js(f'select.keeps({{ kind: null, since: "2025-06", until: null }}, {event})') is False


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Chief Executive", ["Chief Executive"]),
        ("Secretary for Commerce and Economic Development", ["Secretary for Commerce", "and Economic Development"]),
        ("Permanent Secretary of a Bureau of a very long name indeed, in Brussels", None),
        ("政制及內地事務局常任秘書長兼駐北京辦事處主任及其他職位", None),
    ],
)
def test_posts_under_names_are_broken_in_two(js: Call, text: str, lines: list[str] | None) -> None:
    broken = js(f"labels.wrapped({text!r}, 30)" if text.isascii() else f"labels.wrapped({text!r}, 12)")
    assert lines is None or broken == lines
    assert len(broken) <= 2
    assert all(len(line) <= (30 if text.isascii() else 12) for line in broken)
    assert text.startswith(broken[0])


def test_a_second_line_gives_way_to_names(js: Call) -> None:
    label = "{{ id: {0}, x: {1}, y: 50, radius: 5, width: 60, height: 15, more: {{ width: 90, height: 15 }} }}"
    dots = "{{ id: {0}, x: {1}, y: 50, radius: 5 }}"

    def placed(*across: int) -> list[tuple[bool, dict]]:
        wanted = ", ".join(label.format(at, x) for at, x in enumerate(across))
        there = ", ".join(dots.format(at, x) for at, x in enumerate(across))
        return js(f"labels.place([{wanted}], [{there}], [], 400, 100).map(({{ more, box }}) => [more !== null, box])")

    assert [more for more, _ in placed(100)] == [True]
    close = placed(100, 110, 120, 130)
    assert len(close) == 3  # the fourth name has no room at all
    assert not all(more for more, _ in close)
    for at, (_, box) in enumerate(close):
        for _, other in close[at + 1 :]:
            apart = box["right"] <= other["left"] or other["right"] <= box["left"]
            assert apart or box["bottom"] <= other["top"] or other["bottom"] <= box["top"]


def test_chain_prefers_the_stronger_of_two_shortest(js: Call) -> None:
    near = """(() => {
        const near = new Map();
        const tie = (a, b, weight) => {
            const one = { tie: { a, b, number: 10 * a + b }, weight };
            for (const end of [a, b]) near.set(end, [...(near.get(end) ?? []), one]);
        };
        tie(0, 1, 1); tie(0, 2, 5); tie(1, 3, 1); tie(2, 3, 5); tie(3, 4, 1); tie(7, 8, 1);
        return near;
    })()"""
    assert js(f"select.chain({{ near: {near} }}, 0, 4).map(one => one.tie.number)") == [2, 23, 34]
    assert js(f"select.chain({{ near: {near} }}, 0, 7)") is None
    assert js(f"select.chain({{ near: {near} }}, 0, 0)") == []


def test_bins_are_days_months_or_years(js: Call) -> None:
    def sizes(*starts: str) -> list:
        events = ", ".join(f'{{ start: "{start}", end: null, kind: "Meeting" }}' for start in starts)
        return js(f"[timeline.bin([{events}])].map(({{ size, bins }}) => [size, bins.length, bins.at(-1).from])[0]")

    assert sizes("2025-05-19") == [10, 1, "2025-05-19"]
    assert sizes("2025-05-19", "2025-06-02") == [10, 15, "2025-06-02"]
    assert sizes("2024-11-30", "2025-02-01") == [7, 4, "2025-02"]
    assert sizes("1998-03-04", "2026-01-22") == [4, 29, "2026"]
    assert sizes("2025", "2025-06-02") == [7, 6, "2025-06"] or sizes("2025", "2025-06-02")[0] in (4, 7)


@pytest.mark.parametrize(
    ("iso", "en", "zh"),
    [
        ("2025-05-19", "19 May 2025", "2025年5月19日"),
        ("2025-05", "May 2025", "2025年5月"),
        ("2025", "2025", "2025年"),
        ("2025-05-19T17:15:00+08:00", "19 May 2025", "2025年5月19日"),
    ],
)
def test_day(js: Call, iso: str, en: str, zh: str) -> None:
    assert js(f'[strings.day("{iso}", "en"), strings.day("{iso}", "zh")]') == [en, zh]


def test_both_languages_say_the_same_things(js: Call) -> None:
    keys = """Object.entries({0}).map(([key, value]) =>
        [key, typeof value, typeof value === "object" ? Object.keys(value).sort() : []]).sort()"""
    english, chinese = (js(keys.replace("{0}", f"strings.STRINGS.{language}")) for language in ("en", "zh"))
    assert english == chinese


def test_csv_quotes_and_disarms_formulas(js: Call) -> None:
    people = """[{ label: "=cmd|'/c calc'!A1", iri: "i:0" }, { label: 'Ann "A", Lee', iri: "i:1" }]"""
    model = f"{{ officials: {people}, sentences: {{ release: [] }}, releases: [] }}"
    event = '{ kind: "Meeting", label: "x", iri: "e:1", quotes: [], people: [] }'
    line = js(
        f"files.csv({model}, [{{ tie: {{ a: 0, b: 1 }}, shared: [{{ grade: 0, event: {event} }}] }}])"
    ).splitlines()[1]
    assert line.startswith('\'=cmd|\'/c calc\'!A1,i:0,"Ann ""A"", Lee",i:1,metAsPrincipals,Meeting,')


def test_links_lead_out_only_by_http(js: Call) -> None:
    assert js('dom.out("https://example.org/a", "x").outerHTML').startswith(
        '<a href="https://example.org/a" rel="noopener'
    )
    assert (
        js('["javascript:alert(1)", "data:text/html,x", "//a.org", null].map(one => dom.out(one, "x").nodeType)')
        == [3] * 4
    )


def test_layout_is_the_same_each_time_and_keeps_apart(js: Call) -> None:
    call = """(() => {
        const ids = Array.from({ length: 60 }, (_, i) => i);
        const ties = ids.flatMap(i => [[i, (i * 7 + 1) % 60, 1], [i, (i * 3 + 2) % 60, 1.5]])
            .filter(([a, b]) => a !== b);
        return [...layout.layout(ids, ties).places.values()];
    })()"""
    places = js(call)
    assert places == js(call)
    assert len({(round(one["x"]), round(one["y"])) for one in places}) == 60
    assert max(abs(one["x"]) for one in places) <= 521
    assert max(abs(one["y"]) for one in places) <= 281
