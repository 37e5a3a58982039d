"""``dateline read``, ``status`` and ``retry``: what goes in, what is listed, what is tried again."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import StoreError
from dateline.store import Store

RAIN = "Invented report.\n\nAda Quill said it rains in Marrowgate. Nobody denied it.\n"
SNOW = "Invented report.\n\nBen Okoro denied that it snows in the town of Marrowgate. The road is open.\n"
RUSSIAN = "Это выдуманное сообщение. Министр сказал журналистам, что дорога в горах снова открыта для всех машин.\n"


def test_a_folder_is_read_and_summed_up_in_one_line(dateline: Any, reports: Any) -> None:
    reports({"in/a.txt": RAIN, "in/b.txt": SNOW, "in/c.txt": RUSSIAN, "in/d.txt": ""})
    said = dateline("read", "in")
    assert said.out == "read 4 reports: 2 done, 1 kept (no extractor for ru), 1 failed\n"
    assert said.code == 1


def test_each_report_is_told_of_as_it_ends(dateline: Any, reports: Any) -> None:
    reports({"in/a.txt": RAIN})
    said = dateline("read", "in")
    assert said.err == "done    in/a.txt: 1 statement, 0 events\n"
    assert said.code == 0


def test_failures_are_listed_at_the_end_with_their_reasons(dateline: Any, reports: Any) -> None:
    reports({"in/a.txt": "", "in/b.txt": RAIN})
    said = dateline("read", "in")
    assert said.err.splitlines()[-2] == "failed:"
    assert said.err.splitlines()[-1].startswith("  failed  in/a.txt: ")
    assert "empty" in said.err.splitlines()[-1]


def test_reading_again_changes_nothing(dateline: Any, reports: Any) -> None:
    reports({"in/a.txt": RAIN, "in/b.txt": SNOW})
    dateline("read", "in")
    before = dateline("export", "--format", "jsonl").out
    said = dateline("read", "in")
    assert (said.out, said.err, said.code) == ("nothing new to read: 2 known already\n", "", 0)
    assert dateline("export", "--format", "jsonl").out == before


def test_only_what_is_new_is_read(dateline: Any, reports: Any) -> None:
    reports({"in/a.txt": RAIN})
    dateline("read", "in")
    reports({"in/b.txt": SNOW})
    assert dateline("read", "in").out == "read 1 report: 1 done; 1 known already\n"


def test_json_gives_an_object_a_report_and_a_summary(dateline: Any, reports: Any) -> None:
    reports({"in/a.txt": RAIN, "in/b.txt": ""})
    said = dateline("read", "in", "--json")
    a, b, summary = said.objects
    assert (a["kind"], a["report"], a["state"], a["statements"]) == ("report", "in/a.txt", "done", 1)
    assert (b["state"], b["document"]) == ("failed", None)
    assert {name: summary[name] for name in ("done", "kept", "failed", "known")} == {
        "done": 1,
        "kept": 0,
        "failed": 1,
        "known": 0,
    }
    assert said.err == ""


def test_lines_of_a_jsonl_file_are_reports(dateline: Any, reports: Any) -> None:
    reports({"in.jsonl": '{"id": "1", "text": "Ada Quill said it rains in the old town."}\nnot json\n'})
    assert dateline("read", "in.jsonl").code == 1
    assert [row["report"] for row in dateline("status", "--json").objects] == ["in.jsonl#1", "in.jsonl#2"]


def test_standard_input_is_a_report(dateline: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "piped"
    file.write_text(RAIN, encoding="utf-8")
    with file.open(encoding="utf-8") as piped:
        monkeypatch.setattr("sys.stdin", piped)
        assert dateline("read", "-").out == "read 1 report: 1 done\n"


def test_a_date_can_be_given_for_reports_without_one(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN})
    dateline("read", "a.txt", "--published", "2017-04")
    assert dateline("status", "--json").objects[0]["published"] == "2017-04"


def test_a_date_that_is_none_is_a_usage_error(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN})
    said = dateline("read", "a.txt", "--published", "yesterday")
    assert said.code == 2
    assert said.err.startswith("error: the date of publication cannot be 'yesterday'")


def test_a_path_that_is_not_there_makes_no_store(dateline: Any) -> None:
    said = dateline("read", "nowhere.txt")
    assert (said.code, said.err) == (2, "error: no file or folder 'nowhere.txt'\n")
    assert not Path("kept").exists()


def test_a_folder_without_reports_is_a_usage_error(dateline: Any, reports: Any) -> None:
    reports({"in/picture.png": b"\x89PNG"})
    said = dateline("read", "in")
    assert said.code == 2
    assert said.err.startswith("error: the folder 'in' holds no reports")


BAD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "not UTF-8 nor any encoding": ("txt", lambda path: path.write_bytes(bytes(range(128, 256)) * 20)),
    "empty": ("txt", lambda path: path.write_bytes(b"")),
    "binary": ("txt", lambda path: path.write_bytes(b"\x7fELF\x02\x01\x01\0\0\0\0\0\x03\0>\0" * 50)),
    "NUL": ("txt", lambda path: path.write_bytes(b"Ada Quill said\0 it rains.")),
    "a lone surrogate": (
        "jsonl",
        lambda path: path.write_bytes(b'{"id": "1", "text": "Ada Quill said \\ud800 it rains."}\n'),
    ),
    "no JSON": ("jsonl", lambda path: path.write_bytes(b"{\n")),
    "no text": ("jsonl", lambda path: path.write_bytes(b'{"id": "1"}\n')),
    "a folder named like a report": ("txt", lambda path: path.mkdir()),
    "a link to nothing": ("txt", lambda path: path.symlink_to("nothing")),
    "an unknown format": ("pdf", lambda path: path.write_bytes(b"%PDF-1.4")),
    "a stage that gives up": (
        "txt",
        lambda path: path.write_bytes(b"Ada Quill said REFUSE to the people of the town."),
    ),
}


@pytest.mark.parametrize("name", [name for name in BAD if name != "a folder named like a report"])
def test_bad_input_fails_with_a_reason_and_the_others_are_done(name: str, dateline: Any, reports: Any) -> None:
    suffix, write = BAD[name]
    reports({"good.txt": RAIN})
    write(Path(f"bad.{suffix}"))
    said = dateline("read", f"bad.{suffix}", "good.txt")
    assert said.code == 1
    assert said.out == "read 2 reports: 1 done, 1 failed\n"
    (failed,) = dateline("status", "--state", "failed", "--json").objects
    assert failed["report"].startswith(f"bad.{suffix}")
    assert failed["reason"]


def test_a_report_over_the_limit_is_refused(dateline: Any, reports: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_INPUT_MEGABYTES", "1")
    reports(
        {"a.txt": RAIN, "big.txt": "x" * 1_100_000, "big.jsonl": '{"id": "1", "text": "' + "x" * 1_100_000 + '"}\n'}
    )
    said = dateline("read", "a.txt", "big.txt", "big.jsonl")
    assert said.out == "read 3 reports: 1 done, 2 failed\n"
    assert "larger than 1,000,000 bytes" in said.err


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_a_file_without_permission_is_a_failure(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN, "b.txt": SNOW})
    Path("b.txt").chmod(0)
    assert dateline("read", "a.txt", "b.txt").out == "read 2 reports: 1 done, 1 failed\n"


def test_status_lists_state_statements_and_reason(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN, "b.txt": RUSSIAN, "c.txt": ""})
    dateline("read", "a.txt", "b.txt", "c.txt")
    lines = dateline("status").out.splitlines()
    assert lines[0].split() == ["done", "1", "0", "a.txt"]
    assert lines[1] == "kept      -    -  b.txt  no extractor for ru"
    assert lines[2].startswith("failed    -    -  c.txt  ")
    assert lines[3] == "3 reports: 1 done, 1 kept, 1 failed"


def test_status_of_an_unknown_state_lists_the_choices(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN})
    dateline("read", "a.txt")
    said = dateline("status", "--state", "fail")
    assert (said.code, said.err) == (
        2,
        "error: no state 'fail'. Choices: done, failed, kept. Did you mean 'failed'?\n",
    )


def test_retry_reads_only_what_failed(dateline: Any, reports: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    reports({"a.txt": RAIN, "b.txt": "Ada Quill said REFUSE to the people of the old town."})
    dateline("read", "a.txt", "b.txt")
    monkeypatch.setattr("small_pipeline.Sayings.extract", lambda self, document, marks, records: iter(()))
    Path("b.txt").unlink()
    assert dateline("retry").out == "read 1 report: 1 done\n"


def test_retry_takes_from_its_path_what_had_no_bytes(dateline: Any, reports: Any) -> None:
    Path("b.txt").symlink_to("later.txt")
    dateline("read", "b.txt")
    reports({"later.txt": RAIN})
    assert dateline("retry").out == "read 1 report: 1 done\n"


def test_a_file_of_lines_that_can_be_opened_now_is_no_failure_any_more(dateline: Any, reports: Any) -> None:
    Path("in").mkdir()
    Path("in/lines.jsonl").symlink_to("later.jsonl")
    dateline("read", "in")
    assert [row["report"] for row in dateline("status", "--json").objects] == ["in/lines.jsonl"]
    reports({"in/later.jsonl": '{"id": "1", "text": "Ada Quill said it rains in the old town."}\n'})
    assert dateline("retry").code == 0
    assert [(row["report"], row["state"]) for row in dateline("status", "--json").objects] == [
        ("in/lines.jsonl#1", "done")
    ]


def test_retry_says_when_a_path_is_gone(dateline: Any, reports: Any) -> None:
    Path("b.txt").symlink_to("nothing")
    dateline("read", "b.txt")
    Path("b.txt").unlink()
    said = dateline("retry")
    assert said.out == "read 1 report: 0 done, 1 failed\n"
    assert "no file or folder 'b.txt'" in said.err


def test_retry_with_nothing_failed_does_nothing(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN})
    dateline("read", "a.txt")
    assert (dateline("retry").out, dateline("retry").code) == ("nothing to read\n", 0)


def test_ctrl_c_keeps_what_is_done_and_the_same_call_goes_on(
    dateline: Any, reports: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports({"a.txt": RAIN, "b.txt": SNOW})
    kept = Store.keep

    def interrupted(self: Store, *given: Any, **named: Any) -> None:
        if given[0].locator == "b.txt":
            raise KeyboardInterrupt
        kept(self, *given, **named)

    monkeypatch.setattr(Store, "keep", interrupted)
    said = dateline("read", "a.txt", "b.txt")
    assert said.code == 130
    assert said.err.splitlines()[-1].startswith("stopped. read 1 report: 1 done.")
    monkeypatch.setattr(Store, "keep", kept)
    assert dateline("read", "a.txt", "b.txt").out == "read 1 report: 1 done; 1 known already\n"


def test_a_store_that_fills_up_keeps_what_was_committed(
    dateline: Any, reports: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports({"a.txt": RAIN, "b.txt": SNOW})
    kept = Store.keep

    def full(self: Store, *given: Any, **named: Any) -> None:
        if given[0].locator == "b.txt":
            raise StoreError("the store cannot be written: the disk is full")
        kept(self, *given, **named)

    monkeypatch.setattr(Store, "keep", full)
    said = dateline("read", "a.txt", "b.txt")
    assert said.code == 3
    assert said.err.count("error:") == 1
    assert "What was read before stays in the store (read 1 report: 1 done)." in said.err
    assert [row["report"] for row in dateline("status", "--json").objects] == ["a.txt"]


def test_escapes_in_names_and_reasons_are_not_sent_to_the_terminal(dateline: Any, reports: Any) -> None:
    reports({"in/\x1b[31mred.txt": RAIN, "in/\x1b]0;x\x07.txt": ""})
    for said in (dateline("read", "in"), dateline("status")):
        assert "\x1b" not in said.out + said.err
        assert "\x07" not in said.out + said.err
