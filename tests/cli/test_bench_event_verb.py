"""``dateline bench events``: each part that is given, with others' figures beside it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from dateline.evaluate.events.texts import digest
from dateline.store import Store
from event_readings import TEXT, keep, reading


@pytest.fixture
def judgements(dateline: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    with Store.open(tmp_path / "kept" / "test.db") as store:
        keep(store, reading(1))
    monkeypatch.setattr("sys.stdin", io.StringIO("yyyyyyy" + "n" + "yynyyyy"))
    dateline("audit", "events", "--sample", "3", "--by", "ana")
    dateline("audit", "events", "--out", "audit.jsonl")
    return "audit.jsonl"


def test_judgements_are_counted_as_they_stand(dateline: Any, judgements: str) -> None:
    (found,) = dateline("bench", "events", "--judgements", judgements, "--json").objects
    assert found["judgements"]["fields"]["real and type"]["precision"] == 66.7
    assert {"GDELT, its own audit of 50"} <= {row["name"] for row in found["peers"]}


def test_the_figures_of_others_stand_below(dateline: Any, judgements: str) -> None:
    lines = dateline("bench", "events", "--judgements", judgements).out.splitlines()
    assert ["actor", "2", "1", "1", "0", "50"] in [line.split()[:6] for line in lines]
    (gdelt,) = [line.split() for line in lines if line.startswith("GDELT, its own audit of 50 *")]
    assert gdelt[-4:] == ["79", "78.5", "75.4", "81.2"] or "79" in gdelt
    assert "* another protocol: not to be compared outright" in lines


def test_pairs_are_coded_and_stand_beside_those_of_others(dateline: Any, tmp_path: Path) -> None:
    gold = "text\ttype\n<s>Rebels</s> killed two <t>soldiers</t> in an attack on Sunday.\tASSAULT\n"
    (tmp_path / "pairs.tsv").write_text(gold, encoding="utf-8")
    (found,) = dateline("bench", "events", "--pairs", "pairs.tsv", "--tier", "fast", "--json").objects
    assert (found["tier"], found["pairs"]["pairs"], set(found["pairs"]["f1"])) == ("fast", 1, {"ASSAULT"})
    lines = dateline("bench", "events", "--pairs", "pairs.tsv", "--tier", "fast").out.splitlines()
    assert "ASSAULT" in [line.split()[0] for line in lines if line]
    assert any(line.startswith("TF-IDF and a linear SVM") and "0.736" in line for line in lines)


def test_recall_reads_the_texts(dateline: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    import small_pipeline

    from dateline.cli import work

    monkeypatch.setattr(work, "build", lambda settings: small_pipeline.build)
    with gzip.open(tmp_path / "wire.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"text": TEXT}) + "\n")
    (tmp_path / "collections.toml").write_text('[wire]\nfile = "wire.jsonl.gz"\n', encoding="utf-8")
    marked = {"sha256": digest(TEXT), "events": [{"start": 7, "end": 15, "type": "ASSAULT"}]}
    (tmp_path / "recall.jsonl").write_text(json.dumps(marked) + "\n", encoding="utf-8")
    arguments = ("--recall", "recall.jsonl", "--data", ".", "--gold", ".", "--workers", "1")
    lines = dateline("bench", "events", *arguments).out.splitlines()
    assert ["ASSAULT", "1", "0", "0", "0-79.3", "0"] in [line.split() for line in lines]
    assert "1 text; wanted: 70 % found" in lines


def test_sentences_and_status_are_read_by_the_pipeline_here(
    dateline: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Any
) -> None:
    monkeypatch.setattr("dateline.registry.pipeline", lambda settings: pipeline)
    (tmp_path / "s.jsonl").write_text('{"id": "s1", "text": "It rains in the town.", "events": []}\n', "utf-8")
    (tmp_path / "t.jsonl").write_text("", "utf-8")
    (found,) = dateline("bench", "events", "--sentences", "s.jsonl", "--status", "t.jsonl", "--json").objects
    assert [name for name in found if name in ("sentences", "status")] == ["status", "sentences"]
    assert found["sentences"]["without_event"] == {"of": 1, "right": 1, "share": 100.0}
    lines = dateline("bench", "events", "--sentences", "s.jsonl").out.splitlines()
    assert "without event: of 1, right 1, share 100" in lines


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ((), "nothing to measure: give --"),
        (("--recall", "recall.jsonl"), "--recall needs --data: the folder of the texts"),
        (("--judgements", "none.jsonl"), "cannot read judgements from 'none.jsonl'"),
    ],
)
def test_what_cannot_be_measured_is_one_error(arguments: tuple[str, ...], answer: str, dateline: Any) -> None:
    said = dateline("bench", "events", *arguments)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith(f"error: {answer}")
