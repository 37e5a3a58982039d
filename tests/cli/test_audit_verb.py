"""``dateline audit events``: asks by keys, keeps what is judged at once, goes on where it stopped, and reports."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline.store import EventFilter, Store
from event_readings import DEEDS, SHELLING, keep, reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "test.db"


@pytest.fixture
def audit(dateline: Any, path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    with Store.open(path) as store:
        keep(store, reading(1), reading(2))

    def call(keys: str, *arguments: str) -> Any:
        monkeypatch.setattr("sys.stdin", io.StringIO(keys))
        return dateline("audit", "events", "--by", "ana", *arguments)

    return call


def judged(path: Path) -> list[tuple[str, str]]:
    with Store.open(path) as store:
        return [(one.field, one.verdict) for one in store.audits()]


def test_an_event_is_shown_with_its_fields_marked_and_asked_for_one_by_one(audit: Any) -> None:
    said = audit("yyynuyy", "--sample", "1", "--outlet", "morrow", "--since", "2021-03")
    lines = said.out.splitlines()
    assert said.code == 0
    assert "[A Gunmen] **attacked** a [R police post] near [P Old Harbour] on Monday" in said.out.replace("\n", " ")
    assert "The interior ministry said the Tarn militia had shelled Velik." in said.out.replace("\n", " ")
    assert [line.split(":")[0].strip() for line in lines if line.endswith(("right", "wrong", "unsure"))] == [
        "real",
        "type",
        "actor",
        "recipient",
        "place",
        "date",
        "status",
    ]
    assert "  recipient: police post = Harbour Police (AFG COP)  ? wrong" in lines
    assert lines[-1] == "7 judgements kept; 0 events of 1 left to judge"


def test_what_was_judged_is_kept_at_once_and_the_same_call_goes_on(audit: Any, path: Path) -> None:
    audit("yynq", "--sample", "6")
    assert judged(path) == [("real", "right"), ("type", "right"), ("actor", "wrong")]
    audit("yyyy" + "n", "--sample", "6")
    assert [field for field, _ in judged(path)[3:]] == ["recipient", "place", "date", "status", "real"]
    said = audit("q", "--sample", "6")
    assert "0 judgements kept; 4 events of 6 left to judge" in said.out


def test_the_same_seed_draws_the_same_events(audit: Any) -> None:
    shown = [audit("q", "--seed", seed).out.splitlines()[1] for seed in ("1", "1", "2", "3", "4", "5")]
    assert shown[0] == shown[1]
    assert len(set(shown)) > 1


def test_no_event_asks_nothing_more(audit: Any, path: Path) -> None:
    audit("nn", "--sample", "2")
    assert judged(path) == [("real", "wrong"), ("real", "wrong")]


def test_back_judges_anew_and_the_last_judgement_counts(audit: Any, path: Path) -> None:
    audit("yb" + "n" + "b" + "ys", "--sample", "1")
    assert judged(path)[:2] == [("real", "right"), ("real", "wrong")]
    (found,) = audit("", "--report", "--json").objects
    assert found["fields"]["real"]["judged"] == 1


def test_back_reaches_the_event_before(audit: Any, path: Path) -> None:
    audit("n" + "b" + "y" + "q", "--sample", "2")
    assert judged(path) == [("real", "wrong"), ("real", "right")]


def test_a_skipped_event_is_asked_for_again(audit: Any, path: Path) -> None:
    audit("sn", "--sample", "2")
    assert judged(path) == [("real", "wrong")]
    assert "1 event of 2 left to judge" in audit("q", "--sample", "2").out


def test_other_keys_are_told_what_there_is(audit: Any, path: Path) -> None:
    assert audit("xq", "--sample", "1").out.count("y right · n wrong · u unsure") == 2
    assert judged(path) == []


def test_without_anybody_to_ask_there_is_one_error(audit: Any) -> None:
    said = audit(" \n", "--sample", "1")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert said.err.startswith("error: there is nobody to ask")


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("--type", "ASSULT"), "no event type 'ASSULT'"),
        (("--type", "AID"), "there are no such events in this store"),
        (("--report", "--rescore"), "--report, --rescore, --out and --judgements are for one call each"),
        (("--judgements", "none.jsonl"), "cannot read judgements from 'none.jsonl'"),
    ],
)
def test_what_cannot_be_asked_is_one_error(arguments: tuple[str, ...], answer: str, audit: Any) -> None:
    said = audit("y", *arguments)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert said.err.startswith(f"error: {answer}")


def test_the_report_has_precision_with_intervals(audit: Any) -> None:
    audit("yyyyyyy" + "n" + "yynyyyy", "--sample", "3")
    (found,) = audit("", "--report", "--json").objects
    both = found["fields"]["real and type"]
    assert (both["judged"], both["right"], both["precision"]) == (3, 2, 66.7)
    assert (both["low"], both["high"]) == (20.8, 93.9)
    assert (found["fields"]["actor"]["right"], found["fields"]["actor"]["wrong"]) == (1, 1)
    lines = audit("", "--report").out.splitlines()
    assert ["real", "and", "type", "3", "2", "1", "0", "66.7", "20.8-93.9", "80", "-", "-"] in map(str.split, lines)


def test_judgements_go_out_without_words_and_come_in_once(audit: Any, path: Path, tmp_path: Path) -> None:
    audit("yyyyyyy", "--sample", "1")
    assert audit("", "--out", "audit.jsonl").out == "wrote the judgements of 1 events to audit.jsonl\n"
    (line,) = [json.loads(one) for one in Path("audit.jsonl").read_text(encoding="utf-8").splitlines()]
    assert line["report"] in ("mw-1", "mw-2")
    assert len(line["sha256"]) == 64
    raw = json.dumps(line)
    assert not any(words in raw for words in ("police", "Gunmen", "militia", "attacked", "Monday"))
    with Store.open(tmp_path / "other.db") as other:
        keep(other, reading(1), reading(2))
    taken = audit("", "--judgements", "audit.jsonl", "--store", "other.db", "--json").objects[0]
    assert (taken["judgements"], taken["taken"]) == (7, 7)
    assert judged(tmp_path / "other.db") == judged(path)
    assert audit("", "--judgements", "audit.jsonl", "--store", "other.db", "--json").objects[0]["taken"] == 0


def test_a_new_reading_keeps_the_verdicts_on_what_is_the_same(audit: Any, path: Path) -> None:
    audit("yynyyyy" * 6, "--sample", "6")
    with Store.open(path) as store:
        moved = replace(SHELLING, status="planned", type="THREATEN")
        keep(store, reading(1, deeds=(DEEDS[0], moved)))
        assert len(list(store.events(EventFilter()))) == 5
    (found,) = audit("", "--rescore", "--json").objects
    assert {one["field"] for one in found["changed"]} == {"type", "status"}
    assert found["gone"] == {"right": 1, "wrong": 0, "unsure": 0, "unjudged": 0}
    assert found["fields"]["real"]["right"] == 5
    assert found["fields"]["type"]["judged"] == 4
    lines = audit("", "--rescore").out.splitlines()
    assert "to be judged again: 2 fields" in lines
    assert any("was status happened (right), is status planned" in line for line in lines)


def test_json_has_a_line_for_each_judgement(audit: Any) -> None:
    said = audit("yn" + "q", "--sample", "1", "--json")
    assert [(one["kind"], one["field"], one["verdict"]) for one in said.objects] == [
        ("judgement", "real", "right"),
        ("judgement", "type", "wrong"),
    ]


def test_each_person_judges_for_themselves(audit: Any, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audit("n", "--sample", "1")
    monkeypatch.setattr("sys.stdin", io.StringIO("q"))
    with Store.open(path) as store:
        assert {one.who for one in store.audits()} == {"ana"}
    assert "1 event of 1 left" in audit("q", "--sample", "1", "--by", "ben").out
