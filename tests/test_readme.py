"""Every command of the README, run in its order from a checkout, gives what the README shows."""

from __future__ import annotations

import doctest
import re
import shutil
from pathlib import Path

import pytest

from tests import documents
from tests.documents import README, ROOT

TEXT = README.read_text("utf-8")
COMMANDS = [command for command in documents.commands(TEXT) if not command.left_out]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the commands find what they name; ``output/`` grows in it as the reader's would."""
    folder = tmp_path_factory.mktemp("checkout")
    documents.prepare(folder)
    first = next(command for command in COMMANDS if command.line.startswith("kg build"))
    assert documents.run(first, folder).returncode == 0
    shutil.rmtree(folder / "output" / ".kg")  # the reader builds for the first time
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.line)
def test_command(command: documents.Command, checkout: Path) -> None:
    done = documents.run(command, checkout)
    assert done.returncode == 0, done.stdout
    if command.shown is not None:
        assert documents.plain(command.shown) == documents.plain(done.stdout), (
            "renew it with: python -m tests.regenerate"
        )


def test_python(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    session = "\n".join(documents.blocks(TEXT, "python"))
    example = doctest.DocTestParser().get_doctest(session, {}, "README", str(README), 0)
    assert example.examples
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)
    assert not result.failed, "".join(said)


def test_the_reader_is_told_both_commands() -> None:
    lines = [command.line for command in documents.commands(TEXT)]
    assert "pip install . && kg build tests/releases" in lines
    assert "pip install -e '.[test]' && pytest" in lines


def test_links_and_pictures_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", TEXT)
    missing = [target for target in targets if "://" not in target and not (ROOT / target).exists()]
    assert targets
    assert not missing


def test_every_command_of_kg_is_told() -> None:
    from kg.cli import app

    names = {command.name or command.callback.__name__ for command in app.registered_commands}
    assert not {name for name in names if f"`kg {name}" not in TEXT}


def test_every_named_query_is_told() -> None:
    from kg import query

    assert not {name for name in query.named() if f"`{name}`" not in TEXT}


MADE = """
```bash
pip install .   # not run
true
```
```console
$ echo one; echo two >&2
old

$ echo three
```
"""


def test_outputs_are_renewed_in_their_place(tmp_path: Path) -> None:
    renewed = documents.with_outputs(MADE, tmp_path)
    assert "$ echo one; echo two >&2\none\ntwo\n\n$ echo three\nthree\n```" in renewed
    assert documents.with_outputs(renewed, tmp_path) == renewed


def test_a_command_that_fails_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="false"):
        documents.with_outputs("```bash\nfalse\n```", tmp_path)
