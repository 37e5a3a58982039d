"""The command itself: help, version, unknown verbs and options, stores that cannot be used, exit codes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

VERBS = ("read", "retry", "status", "show", "statements", "find", "scan", "export", "verify", "doctor", "bench")


def test_version(dateline: Any) -> None:
    said = dateline("--version")
    assert (said.code, said.out) == (0, f"dateline {version('dateline')}\n")


def test_help_names_every_verb_and_the_exit_codes(dateline: Any) -> None:
    said = dateline("--help")
    assert said.code == 0
    assert [verb for verb in VERBS if f"\n  {verb} " not in said.out] == []
    assert "Exit codes: 0 done, 1 done in part, 2 usage, 3 the store cannot be used." in said.out


@pytest.mark.parametrize(
    "verb", [*((verb,) for verb in VERBS if verb != "bench"), ("bench", "speed"), ("bench", "attribution")]
)
def test_help_of_every_verb_has_examples_and_json(verb: tuple[str, ...], dateline: Any) -> None:
    said = dateline(*verb, "--help")
    assert said.code == 0
    assert f"\n    dateline {' '.join(verb)}" in said.out.partition("Examples:")[2]
    assert "--json" in said.out


def test_no_verb_shows_the_help(dateline: Any) -> None:
    said = dateline()
    assert said.code == 2
    assert said.err.startswith("Usage: dateline")


def test_an_unknown_verb_is_answered_with_the_choices(dateline: Any) -> None:
    said = dateline("statment")
    assert said.code == 2
    assert said.err.startswith("error: no verb 'statment'. Choices: actors, amounts, audit, bench, ")
    assert said.err.endswith("Did you mean 'statements'?\n")


def test_an_unknown_option_is_a_usage_error(dateline: Any) -> None:
    said = dateline("read", "a.txt", "--worker", "2")
    assert said.code == 2
    assert said.err.startswith("error: no such option: --worker")
    assert "--workers" in said.err
    assert said.err.endswith("Try 'dateline read --help'.\n")


def test_a_missing_argument_is_a_usage_error(dateline: Any) -> None:
    said = dateline("read")
    assert (said.code, said.err.splitlines()[0]) == (2, "error: missing argument 'PATH'.")


def test_a_setting_that_cannot_be_is_a_usage_error(dateline: Any, reports: Any) -> None:
    reports({"a.txt": "Ada Quill said it rains."})
    said = dateline("read", "a.txt", "--workers", "0")
    assert said.code == 2
    assert said.err.startswith("error: setting 'workers' cannot be 0")


def test_ctrl_c_says_that_it_stopped(dateline: Any, reports: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    reports({"a.txt": "Ada Quill said it rains."})
    monkeypatch.setattr("dateline.cli.work.outcomes", interrupted)
    said = dateline("scan", "a.txt")
    assert (said.code, said.out, said.err) == (130, "", "stopped.\n")


STORED = [("status",), ("statements",), ("find", "rain"), ("export", "--format", "jsonl"), ("verify",), ("retry",)]


@pytest.mark.parametrize("call", STORED)
def test_a_store_that_is_not_there_is_a_store_error(call: tuple[str, ...], dateline: Any) -> None:
    said = dateline(*call, "--store", "nowhere.db")
    assert said.code == 3
    assert said.err.startswith("error: there is no store at 'nowhere.db'")
    assert not Path("nowhere.db").exists()


@pytest.mark.parametrize("call", [*STORED, ("read", "a.txt")])
def test_a_file_that_is_no_store_is_a_store_error(call: tuple[str, ...], dateline: Any, reports: Any) -> None:
    reports({"a.txt": "Ada Quill said it rains.", "not.db": "This is a letter and not a database. " * 40})
    said = dateline(*call, "--store", "not.db")
    assert said.code == 3
    assert "not a Dateline store" in said.err
    assert Path("not.db").read_text(encoding="utf-8").startswith("This is a letter")


@pytest.mark.parametrize("call", [*STORED, ("read", "a.txt")])
def test_a_store_of_a_newer_version_is_a_store_error(call: tuple[str, ...], dateline: Any, reports: Any) -> None:
    reports({"a.txt": "Ada Quill said it rains."})
    dateline("read", "a.txt", "--store", "new.db")
    with sqlite3.connect("new.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'dateline_9999'")
    connection.close()
    said = dateline(*call, "--store", "new.db")
    assert said.code == 3
    assert "newer Dateline" in said.err


def test_a_folder_is_no_store(dateline: Any) -> None:
    assert dateline("status", "--store", ".").code == 3


def test_the_command_is_quick_to_load() -> None:
    loaded = "import sys, dateline.cli.main; print(sorted({name.partition('.')[0] for name in sys.modules}))"
    names = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout
    heavy = {"spacy", "numpy", "sqlalchemy", "alembic", "trafilatura", "lxml", "py3langid", "pydantic", "rich"}
    assert [name for name in heavy if f"'{name}'" in names] == []
