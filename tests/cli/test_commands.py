"""The command line as a user meets it: real processes, real files."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import rdflib

from kg.vocab import KG

WORLD = Path(__file__).parent.parent / "query" / "world.ttl"


def kg(*arguments, cwd=None, stdin=None, check=None):
    """Run ``kg`` in a process of its own."""
    environment = os.environ | {"PYTHONUTF8": "1", "NO_COLOR": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        timeout=300,
        check=False,
    )
    if check is not None:
        assert run.returncode == check, run.stderr + run.stdout
    return run


@pytest.fixture(scope="module")
def built(sample, tmp_path_factory):
    """The folder that ``kg build`` on the sample has written."""
    folder = tmp_path_factory.mktemp("built")
    kg("build", sample, "--out", folder / "output", check=0)
    return folder


def test_build_writes_both_files_and_a_summary_on_stderr(sample, tmp_path):
    run = kg("build", sample, cwd=tmp_path, check=0)
    assert run.stdout == ""
    assert "releases  1 read" in run.stderr
    assert "7 officials" in run.stderr
    assert "1 event (1 meeting)" in run.stderr
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == [".kg", "graph.ttl", "network.html"]
    assert rdflib.Graph().parse(tmp_path / "output" / "graph.ttl").query("ASK { ?a kg:met ?b }", initNs={"kg": KG.BASE})


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(sample, built, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    kg("build", sample, "--out", tmp_path, check=0)
    for name in ("graph.ttl", "network.html"):
        assert (tmp_path / name).read_bytes() == (built / "output" / name).read_bytes()


def test_quiet_build_says_nothing(sample, tmp_path):
    run = kg("build", sample, "--quiet", "--out", tmp_path / "o", check=0)
    assert (run.stdout, run.stderr) == ("", "")


def test_build_from_stdin(sample, tmp_path):
    text = next(sample.glob("*.txt")).read_text(encoding="utf-8")
    kg("build", "-", "--out", tmp_path, stdin=text, check=0)
    assert 'rdfs:label "Sun Meijun"@en' in (tmp_path / "graph.ttl").read_text(encoding="utf-8")


def test_bad_input_is_named_the_rest_is_built_and_the_code_is_1(sample, tmp_path):
    (tmp_path / "empty.txt").touch()
    run = kg("build", sample, tmp_path / "empty.txt", tmp_path / "absent", "--out", tmp_path / "o", "--quiet", check=1)
    complaints = run.stderr.splitlines()
    assert len(complaints) == 2
    assert any(line.startswith(f"kg: {tmp_path / 'empty.txt'}: ") for line in complaints)
    assert any(str(tmp_path / "absent") in line for line in complaints)
    assert (tmp_path / "o" / "graph.ttl").exists()


def test_nothing_to_build_leaves_the_former_output(tmp_path):
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "graph.ttl").write_text("former")
    (tmp_path / "notes.bin").write_bytes(b"\0\1")
    run = kg("build", tmp_path / "notes.bin", cwd=tmp_path, check=1)
    assert "no release found in" in run.stderr
    assert (tmp_path / "output" / "graph.ttl").read_text() == "former"


def test_base_and_reference(sample, tmp_path):
    facts = tmp_path / "other.ttl"
    facts.write_text(
        "@prefix kg: <https://w3id.org/who-met-whom/ontology#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<https://example.org/id/agency/gov> a kg:Agency ; rdfs:label "Government House"@en .\n'
    )
    kg("build", sample, "--base", "https://example.org/id/", "--reference", facts, "--out", tmp_path, check=0)
    graph = rdflib.Graph().parse(tmp_path / "graph.ttl")
    assert {str(subject).startswith("https://example.org/id/") for subject in graph.subjects()} == {True}
    found = kg("query", "who-met", "John Lee", "--graph", tmp_path / "graph.ttl", check=0)
    assert "id:official/sun-meijun" in found.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build"], "Missing argument"),
        (["build", "x", "--base", "people"], "not an absolute IRI"),
        (["build", "x", "--base", "https://example.org/a"], "must end in /"),
        (["nonsense"], "No such command"),
        (["query", "-f", "a.rq", "who-met"], "not both"),
        (["query", "ASK {}", "--format", "xls"], "xls"),
        (["check", "release.txt"], "is not a graph file by its name"),
        (["check", "a.ttl", "b.ttl"], "one graph at a time"),
    ],
)
def test_wrong_usage_is_2(arguments, message, tmp_path):
    run = kg(*arguments, cwd=tmp_path, check=2)
    assert message in " ".join(run.stderr.split())
    assert run.stdout == ""


def test_a_broken_reference_file_is_named(sample, tmp_path):
    (tmp_path / "facts.ttl").write_text("nonsense")
    run = kg("build", sample, "--reference", tmp_path / "facts.ttl", "--out", tmp_path, check=1)
    assert "facts.ttl" in run.stderr
    assert "Traceback" not in run.stderr


def test_out_that_is_a_file_is_said_before_the_work(sample, tmp_path):
    (tmp_path / "taken").write_text("mine")
    run = kg("build", sample, "--out", tmp_path / "taken", check=2)
    assert "is a file; give a folder" in " ".join(run.stderr.split())
    assert (tmp_path / "taken").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root may write everywhere")
def test_a_read_only_folder_is_said(sample, tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir()
    command = [sys.executable, "-m", "kg", "build", str(sample), "--out", str(folder / "o")]
    if os.geteuid() == 0:  # without this right root is bound by permissions like anybody
        command = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override", *command]
    folder.chmod(0o555)
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    folder.chmod(0o755)
    assert run.returncode == 1, run.stderr
    assert "may not be written; choose another with --out" in run.stderr
    assert list(folder.iterdir()) == []


def test_query_table_when_piped_is_aligned_whole_and_plain(built):
    run = kg("query", "who-met", "Ms Sun Meijun", cwd=built, check=0)
    head, first, *_ = run.stdout.splitlines()
    assert head.split()[:3] == ["name", "posts", "meetings"]
    assert first.startswith("John Lee")
    assert first.endswith("id:official/john-lee")
    assert first.index("Chief Executive") == head.index("posts")
    assert "\x1b" not in run.stdout


def test_query_formats(built):
    table = json.loads(kg("query", "posts-of", "Michael Cheuk", "--format", "json", cwd=built, check=0).stdout)
    assert table["results"]["bindings"][0]["acting"]["value"] == "true"
    lines = kg(
        "query", "holders", "--post=Secretary for Security", "--format", "csv", cwd=built, check=0
    ).stdout.splitlines()
    assert lines[0] == "name,acting,firstSeen,lastSeen,predecessor,successor,official"
    assert lines[1].startswith("Michael Cheuk,true,2025-05-19")
    turtle = kg("query", "CONSTRUCT WHERE { ?a kg:metAsPrincipals ?b }", cwd=built, check=0).stdout
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) == 2


def test_query_from_a_file_and_from_stdin(built, tmp_path):
    (tmp_path / "count.rq").write_text("SELECT (COUNT(*) AS ?n) { ?a a kg:Official }")
    by_file = kg("query", "-f", tmp_path / "count.rq", cwd=built, check=0).stdout
    by_stdin = kg("query", "-f", "-", cwd=built, stdin="SELECT (COUNT(*) AS ?n) { ?a a kg:Official }", check=0).stdout
    assert by_file == by_stdin == "n\n7\n"


def test_query_without_arguments_lists_the_named_ones(tmp_path):
    run = kg("query", cwd=tmp_path, check=0)
    for name in ("who-met PERSON [since] [until]", "path START GOAL", "timeline [person]"):
        assert name in run.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["who-met", "Jon Leigh"], "nearest:"),
        (["who-met"], "needs person"),
        (["who-met", "John Lee", "--sinc", "2025"], "no parameter 'sinc'"),
        (["SELECT * { ?s foo:bar ?o }"], "line 1, column 15"),
        (["SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"], "SERVICE is refused"),
        (["DROP ALL"], "DROP is refused"),
        (["ASK {}", "--format", "ttl"], "no triples; use CONSTRUCT"),
        (["-f", "absent.rq"], "absent.rq: cannot be read"),
    ],
)
def test_queries_that_cannot_be_answered_are_2(built, arguments, message):
    run = kg("query", *arguments, cwd=built, check=2)
    assert run.stderr.startswith("kg: ")
    assert message in run.stderr
    assert run.stdout == ""


def test_a_missing_or_broken_graph_is_1(tmp_path):
    assert "no such file; build a graph with: kg build" in kg("query", "timeline", cwd=tmp_path, check=1).stderr
    (tmp_path / "broken.ttl").write_text("<a> <b>")
    assert "broken.ttl, line 1, column" in kg("who", "x", "--graph", "broken.ttl", cwd=tmp_path, check=1).stderr


def test_explain_a_pair_quotes_the_sentences(built):
    run = kg("explain", "John Lee", "Sun Meijun", cwd=built, check=0)
    assert "John Lee (principal) and Sun Meijun (principal): Meeting: " in run.stdout
    assert "**met with**" in run.stdout
    facts = json.loads(kg("explain", "John Lee", "Sun Meijun", "--format", "json", cwd=built, check=0).stdout)
    text = "".join(sentence["text"] for sentence in facts[0]["sentences"])
    assert "met with the Minister of the General Administration of Customs" in text


def test_explain_two_who_never_met(tmp_path):
    run = kg("explain", "Ann Au", "Dee Du", "--graph", WORLD, check=0)
    assert run.stdout == ""
    assert "nothing in this graph joins Ann Au and Dee Du" in run.stderr


def test_who(built):
    run = kg("who", "michael-cheuk", cwd=built, check=0)
    assert "2025-05-19  2025-05-19  Acting Secretary for Security" in run.stdout
    assert (
        json.loads(kg("who", "Michael Cheuk", "--format", "json", cwd=built, check=0).stdout)["label"]
        == "Michael Cheuk"
    )


def test_check_says_valid_and_verifies_quotations(built, sample):
    assert "valid" in kg("check", cwd=built, check=0).stderr
    release = next(sample.glob("*.txt"))
    run = kg("check", "output/graph.ttl", "--sources", sample, release, cwd=built, check=0)
    assert "graph.ttl: valid" in run.stderr
    assert run.stdout == ""


def test_check_names_what_is_wrong(built, sample, tmp_path):
    graph = (built / "output" / "graph.ttl").read_text(encoding="utf-8")
    (tmp_path / "bad.ttl").write_text(graph.replace('rdfs:label "Sun Meijun"@en', "rdfs:label 5"), encoding="utf-8")
    run = kg("check", tmp_path / "bad.ttl", check=1)
    assert "official/sun-meijun" in run.stdout
    assert "label" in run.stdout
    changed = tmp_path / next(sample.glob("*.txt")).name
    changed.write_text(next(sample.glob("*.txt")).read_text(encoding="utf-8").replace("Sun Meijun", "Sun Mei-jun"))
    run = kg("check", built / "output" / "graph.ttl", "--sources", changed, check=1)
    assert "evidence/" in run.stdout


def test_version_and_help_need_no_graph(tmp_path):
    assert kg("--version", cwd=tmp_path, check=0).stdout.startswith("kg ")
    for command in ("build", "query", "explain", "who", "check", "serve"):
        assert f"kg {command}" in kg(command, "--help", cwd=tmp_path, check=0).stdout


def test_light_commands_load_no_heavy_library(tmp_path):
    code = """
import sys
from kg.cli import main
try:
    main()
except SystemExit:
    print(*sys.modules, file=sys.stderr)
"""
    run = subprocess.run([sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=True)
    loaded = set(run.stderr.split())
    assert loaded.isdisjoint(
        {"rdflib", "networkx", "pyshacl", "pyvis", "starlette", "uvicorn", "rapidfuzz", "IPython"} | {"kg.extract.en"}
    )


def test_a_reader_that_stops_early_is_no_error(built):
    command = (
        f"set -o pipefail; {sys.executable} -m kg query 'SELECT * {{ ?a ?b ?c . ?d kg:met ?f }}' --format csv | head -1"
    )
    run = subprocess.run(["bash", "-c", command], cwd=built, capture_output=True, text=True, timeout=300, check=False)
    assert run.stdout.count("\n") == 1
    assert "Traceback" not in run.stderr
    assert "BrokenPipe" not in run.stderr
    assert run.returncode == 141


def on_terminal(*arguments, cwd):
    """Run ``kg`` with a terminal of 100 columns as stdout and stderr; what it shows."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100", "PYTHONUTF8": "1"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-m", "kg", *map(str, arguments)], cwd=cwd, stdout=theirs, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux reports the end of a terminal so
                break
            if not piece:
                break
            shown += piece
        process.wait(timeout=300)
    os.close(ours)
    return shown.decode("utf-8"), process.returncode


def test_on_a_terminal_tables_fit_and_progress_shows(built, sample, tmp_path):
    shown, code = on_terminal("query", "meetings-of", "Sun Meijun", cwd=built)
    assert code == 0
    assert "\x1b[1m" in shown
    assert "Government" in shown
    shown, code = on_terminal("build", sample, "--out", tmp_path / "o", cwd=tmp_path)
    assert code == 0
    assert "releases read" in shown


@pytest.fixture
def many(sample, tmp_path):
    """A folder of releases large enough for writing to take a moment."""
    folder = tmp_path / "many"
    folder.mkdir()
    text = next(sample.glob("*.txt")).read_text(encoding="utf-8")
    for number in range(300):
        (folder / f"P20250519{number:05}.txt").write_text(
            text.replace("Sun Meijun", f"Sun Mei{number}jun"), encoding="utf-8"
        )
    return folder


def test_killed_midway_the_former_output_is_intact(built, many, tmp_path):
    out = tmp_path / "out"
    shutil.copytree(built / "output", out)
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    with subprocess.Popen([sys.executable, "-m", "kg", "build", str(many), "--out", str(out), "-q"]) as process:
        while process.poll() is None and not list(out.glob(".*.part")):
            time.sleep(0.0005)
        process.kill()
        assert process.wait() == -signal.SIGKILL, "it ended before it could be killed: make the input larger"
    assert {name: (out / name).read_bytes() for name in before} == before
    kg("build", many, "--out", out, "-q", check=0)
    assert (out / "graph.ttl").read_bytes() != before["graph.ttl"]


def test_interrupted_it_says_so_and_leaves_nothing_behind(built, many, tmp_path):
    out = tmp_path / "out"
    shutil.copytree(built / "output", out)
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    command = [sys.executable, "-m", "kg", "build", str(many), "--out", str(out), "-q"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not list(out.glob(".*.part")):
            time.sleep(0.0005)
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=300)
    assert process.returncode == 130, complaint
    assert "stopped; what was there before is unchanged" in complaint
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before


TWO = (
    "Director of Marine visits school\n\nThe Director of Marine, Mr David Wong, visited a school today (May 19).\n",
    "Chairman visits school\n\nThe Chairman of the Sea Club, Mr David Wong, visited a school today (May 20).\n",
)
"""Two releases of one common name, of which nothing says whether it is one person."""


@pytest.fixture
def namesakes(tmp_path):
    """A folder with two releases of which an open case comes."""
    for number, text in enumerate(TWO, 1):
        (tmp_path / f"P202505{number:02}00001.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_an_open_case_is_shown_decided_and_no_longer_open(namesakes):
    inputs = sorted(namesakes.glob("*.txt"))
    run = kg("build", *inputs, cwd=namesakes, check=0)
    assert "unsure" in run.stderr
    shown = kg("unsure", cwd=namesakes, check=0).stdout
    same = next(line.strip() for line in shown.splitlines() if "owl:sameAs" in line)
    assert "David Wong = David Wong ?" in shown
    assert "one person)" in shown
    assert json.loads(kg("unsure", "--format", "json", cwd=namesakes, check=0).stdout)[0]["same"] == same
    (namesakes / "corrections.ttl").write_text(f"{same}\n<official/nobody> rdfs:label 'N'@en .\n", encoding="utf-8")
    run = kg("build", *inputs, cwd=namesakes, check=0)
    assert "following corrections.ttl" in run.stderr
    assert "official/nobody: in the corrections, but not in these releases" in run.stderr
    assert "no open case" in kg("unsure", cwd=namesakes, check=0).stderr
    assert "a correction says so" in kg("who", "David Wong", cwd=namesakes, check=0).stdout


def test_corrections_that_contradict_are_named_the_rest_is_built(namesakes):
    one, other = "<official/david-wong--director-of-marine>", "<official/david-wong--chairman-of-sea-club>"
    (namesakes / "mine.ttl").write_text(f"{one} owl:sameAs {other} .\n{one} owl:differentFrom {other} .\n")
    arguments = ["build", *sorted(namesakes.glob("*.txt")), "--corrections", "mine.ttl"]
    run = kg(*arguments, cwd=namesakes, check=1)
    assert f"mine.ttl: {other} owl:sameAs {one}: other lines make them two; take out one" in run.stderr
    assert (namesakes / "output" / "graph.ttl").exists()
    (namesakes / "mine.ttl").write_text("nonsense")
    assert "mine.ttl, line 1: " in kg(*arguments, cwd=namesakes, check=1).stderr
