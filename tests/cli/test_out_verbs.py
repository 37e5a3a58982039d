"""``dateline scan`` and ``dateline export``: the wire form out, in order, whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from dateline.model import wire

RAIN = "Invented report.\n\nAda Quill said it rains in the town of Marrowgate. Nobody denied it.\n"
SNOW = "Invented report.\n\nBen Okoro denied that it snows in the town of Marrowgate. The road is open.\n"


def test_scan_prints_the_exact_wire_form_in_the_order_of_the_input(dateline: Any, reports: Any, pipeline: Any) -> None:
    from dateline.stages import Capture

    reports({"b.txt": SNOW, "a.txt": RAIN})
    expected = [
        wire.dumps(wire.reading(pipeline.walk(pipeline.read(Capture(name, "plain", Path(name).read_bytes())))))
        for name in ("b.txt", "a.txt")
    ]
    said = dateline("scan", "b.txt", "a.txt", "--json")
    assert said.out.split("\n") == [*expected, ""]
    assert (said.err, said.code) == ("", 0)


def test_scan_needs_and_makes_no_store(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN})
    dateline("scan", "a.txt", "--json")
    assert not Path("kept").exists()


def test_the_text_of_a_report_comes_back_unchanged(dateline: Any, reports: Any) -> None:
    text = "\ufeffInvented.\r\n\r\nAda Quill said it rains\u2028 in “town”  \U0001f327\ttoday.\r\n"
    reports({"a.txt": text[1:], "b.jsonl": json.dumps({"id": "7", "text": text[1:]}) + "\n"})
    plain, line = dateline("scan", "a.txt", "b.jsonl", "--json").objects
    assert plain["document"]["text"] == line["document"]["text"] == text[1:]
    assert line["document"]["source"]["id"] == "7"


def test_scan_names_what_failed_and_prints_the_others(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN, "b.txt": "", "c.pdf": "x", "d.txt": SNOW})
    said = dateline("scan", "a.txt", "b.txt", "c.pdf", "d.txt", "--json")
    assert [one["document"]["text"] for one in said.objects] == [RAIN, SNOW]
    assert sorted(line.split(":")[1].strip() for line in said.err.splitlines()) == ["b.txt", "c.pdf"]
    assert all(line.startswith("error: ") for line in said.err.splitlines())
    assert said.code == 1


def test_scan_for_people_lists_statements(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN})
    out = dateline("scan", "a.txt").out
    assert out.startswith("a.txt · en · ")
    assert "  1  Ada Quill  says, indirect\n     it rains in the town of Marrowgate\n" in out


def test_scan_gives_reports_without_a_date_the_one_given(dateline: Any, reports: Any) -> None:
    reports({"a.txt": RAIN})
    assert (
        dateline("scan", "a.txt", "--published", "2017-04", "--json").objects[0]["document"]["published"] == "2017-04"
    )


@pytest.fixture
def filled(dateline: Any, reports: Any) -> Any:
    reports({"in/a.txt": RAIN, "in/b.txt": SNOW})
    dateline("read", "in")
    return dateline


def test_export_gives_every_entry_with_its_kind(filled: Any) -> None:
    kinds = [entry["kind"] for entry in filled("export", "--format", "jsonl").objects]
    assert sorted(kinds) == ["document", "document", "person", "person", "statement", "statement"]


def test_export_gives_the_same_bytes_whatever_the_order_of_reading(filled: Any) -> None:
    for store, order in (("1.db", ("in/a.txt", "in/b.txt")), ("2.db", ("in/b.txt", "in/a.txt"))):
        filled("read", *order, "--store", store)
        for form in ("jsonl", "csv"):
            filled("export", "--format", form, "--store", store, "--output", f"{store}.{form}")
    assert Path("1.db.jsonl").read_bytes() == Path("2.db.jsonl").read_bytes()
    assert Path("1.db.csv").read_bytes() == Path("2.db.csv").read_bytes()


def test_export_to_a_file_and_to_standard_output_are_the_same(filled: Any) -> None:
    for form in ("jsonl", "csv"):
        filled("export", "--format", form, "--output", "out")
        assert Path("out").read_bytes().decode() == filled("export", "--format", form).out


def test_csv_of_statements_names_speaker_and_words(filled: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(filled("export", "--format", "csv").out, newline="")))
    assert [
        (row["speaker_name"], row["stance"], row["content"]) for row in sorted(rows, key=lambda row: row["source"])
    ] == [
        ("Ada Quill", "says", "it rains in the town of Marrowgate"),
        ("Ben Okoro", "denies", "that it snows in the town of Marrowgate"),
    ]


@pytest.mark.parametrize(("kind", "count"), [("document", 2), ("statement", 2), ("entity", 2), ("mention", 0)])
def test_csv_of_each_kind(kind: str, count: int, filled: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(filled("export", "--format", "csv", "--kind", kind).out, newline="")))
    assert len(rows) == count


def test_a_cell_that_begins_a_formula_is_neutralised(dateline: Any, reports: Any) -> None:
    reports({"a.txt": "Ada Quill said =HYPERLINK(1) is what the people of the town wrote down"})
    dateline("read", "a.txt")
    assert ",'=HYPERLINK(1) is what" in dateline("export", "--format", "csv").out


def test_export_tells_how_much_was_written(filled: Any) -> None:
    assert filled("export", "--format", "jsonl", "--output", "out").out == "wrote 6 entries to out\n"
    assert filled("export", "--format", "jsonl", "--output", "out", "--json").objects == [
        {"kind": "export", "format": "jsonl", "output": "out", "entries": 6}
    ]


def test_an_unknown_format_or_kind_lists_the_choices(filled: Any) -> None:
    said = filled("export", "--format", "jsnl")
    choices = "csv, icews-tsv, jsonl, plover-json, polecat-tsv"
    assert (said.code, said.err) == (
        2,
        f"error: no export format 'jsnl'. Choices: {choices}. Did you mean 'jsonl'?\n",
    )
    assert filled("export", "--format", "csv", "--kind", "fact").err.startswith(
        "error: no kind of entry 'fact'. Choices: "
    )


def test_an_export_that_breaks_off_leaves_the_old_file_and_nothing_else(
    filled: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("folder").mkdir()
    Path("folder/out").write_text("old", encoding="utf-8")

    def broken(value: Any) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.export.jsonl.wire.dumps", broken)
    said = filled("export", "--format", "jsonl", "--output", "folder/out")
    assert (said.code, said.err) == (1, "error: No space left on device\n")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in Path("folder").iterdir()] == [("out", "old")]


def test_export_keeps_a_link_and_writes_what_it_points_to(filled: Any) -> None:
    Path("real").write_text("old", encoding="utf-8")
    Path("link").symlink_to("real")
    filled("export", "--format", "jsonl", "--output", "link")
    assert Path("link").is_symlink()
    assert Path("real").read_text(encoding="utf-8").startswith('{"kind": "document"')


def test_export_leaves_a_device_in_its_place(filled: Any) -> None:
    assert filled("export", "--format", "jsonl", "--output", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("output", ["in", "nowhere/out"])
def test_an_output_that_cannot_be_is_a_usage_error(output: str, filled: Any) -> None:
    said = filled("export", "--format", "jsonl", "--output", output)
    assert said.code == 2
    assert said.err.startswith(f"error: cannot write '{output}': ")
