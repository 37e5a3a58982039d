"""The bench of statuses: what it counts, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import registry
from dateline.config import settings
from dateline.errors import InputError, UsageError
from dateline.evaluate.events.status import measure_status
from dateline.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


def row(text: str, word: str, status: str) -> str:
    start = text.index(word)
    line = {"text": text, "trigger": [start, start + len(word)], "status": status, "published": "2019-05-14"}
    return json.dumps(line)


def test_status_is_scored_by_sentence_and_by_status(pipeline: Pipeline, tmp_path: Path) -> None:
    file = tmp_path / "status.jsonl"
    lines = [
        row("Rebels attacked the town.", "attacked", "happened"),
        row("Rebels threatened to attack the town.", "attack", "threatened"),
        row("Rebels attacked the village.", "attacked", "planned"),
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    wire = measure_status(file, pipeline).wire()
    assert wire["sentences"] == 3
    assert wire["accuracy"] == pytest.approx(0.667)
    assert wire["statuses"]["threatened"]["f1"] == 1.0
    assert wire["statuses"]["happened"] == {"sentences": 1, "precision": 0.5, "recall": 1.0, "f1": 0.667}
    assert wire["statuses"]["planned"]["f1"] == 0.0
    assert wire["macro_f1"] == pytest.approx((1 + 0.667 + 0) / 3, abs=0.001)
    assert [one["status"] for one in wire["wrong"]] == ["planned"]
    assert wire["wrong"][0]["ours"] == "happened"


def test_a_trigger_that_is_no_event_of_ours_is_asked_by_itself(pipeline: Pipeline, tmp_path: Path) -> None:
    file = tmp_path / "status.jsonl"
    file.write_text(row("The minister will sneeze.", "sneeze", "planned"), encoding="utf-8")
    wire = measure_status(file, pipeline).wire()
    assert (wire["found"], wire["accuracy"]) == (0, 1.0)


@pytest.mark.parametrize(
    "line",
    ["{", '{"text": "a b", "trigger": [0, 1]}', '{"text": "a b", "trigger": [0, 1], "status": "maybe"}'],
)
def test_what_is_no_sentence_with_a_status_is_refused(pipeline: Pipeline, tmp_path: Path, line: str) -> None:
    file = tmp_path / "status.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        measure_status(file, pipeline)


def test_a_file_that_cannot_be_read_is_refused(pipeline: Pipeline, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        measure_status(tmp_path / "none.jsonl", pipeline)
