"""Recall: marked events against those found, in texts that are found by their hash."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import event_readings
from dateline.engine import Limits
from dateline.errors import InputError, UsageError
from dateline.evaluate.events.audited import anew
from dateline.evaluate.events.judgements import FIELDS, Judged, line, trigger_of
from dateline.evaluate.events.recall import Marked, match, measure
from dateline.evaluate.events.texts import digest
from dateline.model import wire
from dateline.model.links import Reading
from dateline.model.text import Document, Span
from dateline.stages import Capture
from dateline.store import Audit
from event_readings import DEEDS, TEXT, document, event

EVENTS = [event(document(), one) for one in DEEDS]
COLLECTIONS = '[wire]\nfile = "wire.jsonl.gz"\npublished = "date"\n'


class Walker:
    """Finds the events of the invented report, whatever it is given."""

    def read(self, capture: Capture) -> Document:
        fields = json.loads(capture.raw)
        return replace(document(7), text=fields["text"])

    def walk(self, given: Document, clock: object = None) -> Reading:
        events = tuple(event(given, one) for one in DEEDS) if given.text == TEXT else ()
        return Reading(given, events)


def walker() -> Walker:
    return Walker()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "collections.toml").write_text(COLLECTIONS, encoding="utf-8")
    with gzip.open(tmp_path / "wire.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({"date": "2021-03-02", "text": text}) + "\n" for text in ("Nothing here.", TEXT))
    return tmp_path


def at(words: str) -> dict[str, int]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def marked(path: Path, *events: dict[str, Any], **more: Any) -> Path:
    value = {"collection": "wire", "report": "1", "sha256": digest(TEXT), "range": None, "events": events, **more}
    (path / "recall.jsonl").write_text(json.dumps(value) + "\n", encoding="utf-8")
    return path / "recall.jsonl"


run = partial(measure, build=walker, limits=Limits(seconds=60, megabytes=2000), workers=1)


def test_marked_events_are_found_by_place_and_told_apart_by_type(data: Path) -> None:
    path = marked(
        data,
        {**at("attacked"), "type": "ASSAULT"},
        {**at("had shelled"), "type": "MOBILIZE"},
        {**at("calm"), "type": "CONCEDE"},
        {**at("calm"), "type": "ASSAULT", "also": [[at("beat")["start"], at("beat")["end"]]]},
    )
    found = run(path, data, gold=data).wire()
    assert (found["marked"], found["found"], found["typed"], found["extra"]) == (4, 3, 2, 0)
    assert (found["recall"], found["collections"]["wire"]["recall"]) == (75.0, 75.0)
    assert found["types"]["CONCEDE"]["found"] == 0
    assert found["misses"] == [{"report": "1", "span": [at("calm")["start"], at("calm")["end"]], "type": "CONCEDE"}]


def test_what_lies_outside_the_range_is_no_extra(data: Path) -> None:
    path = marked(data, {**at("attacked"), "type": "ASSAULT"}, range=[0, TEXT.index("\n")])
    assert run(path, data, gold=data).wire()["extra"] == 0
    assert run(marked(data, {**at("attacked")}), data, gold=data).wire()["extra"] == 2


def test_one_of_ours_stands_for_one_marked_event_that_of_its_type_first() -> None:
    span = EVENTS[0].trigger
    verdicts, extra = match([Marked((span,), "AID"), Marked((span,), "ASSAULT")], EVENTS[:1])
    assert (verdicts, extra) == (["missed", "typed"], 0)


def test_another_telling_finds_it_too() -> None:
    told_twice = replace(EVENTS[0], evidence=(Span(100, 105),))
    assert match([Marked((Span(101, 103),), "ASSAULT")], [told_twice]) == (["typed"], 0)


def test_a_text_that_is_not_in_the_data_is_named(data: Path) -> None:
    path = marked(data, at("attacked"), sha256="0" * 64)
    with pytest.raises(InputError, match=r"the text of report '1' \(1 in all\) is not under"):
        run(path, data, gold=data)


@pytest.mark.parametrize("raw", ["{", "{}", '{"sha256": 1, "events": []}', '{"sha256": "a", "events": [{}]}'])
def test_a_line_that_marks_nothing_is_named(raw: str, data: Path) -> None:
    (data / "recall.jsonl").write_text(raw + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"recall.jsonl, line 1: no marked events"):
        run(data / "recall.jsonl", data, gold=data)


def test_an_empty_file_or_no_list_of_collections_is_a_usage_error(data: Path, tmp_path: Path) -> None:
    (data / "recall.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="there are no marked events"):
        run(data / "recall.jsonl", data, gold=data)
    with pytest.raises(UsageError, match="there is no list of collections"):
        run(marked(data, at("attacked")), data, gold=tmp_path / "none")


def test_judgements_are_held_against_a_new_reading_of_the_same_text(data: Path) -> None:
    given = event_readings.reading(1, deeds=(DEEDS[0],))
    (entry,) = [one for one in wire.records(given) if one["kind"] == "event"]
    key, trigger = entry["document"], trigger_of(entry)
    fields = {n: Audit("ana", key, entry["id"], trigger, n, "right", v(entry), "2026") for n, v in FIELDS.items()}
    path = data / "audit.jsonl"
    path.write_text(wire.dumps(line(Judged(key, trigger, fields), report="1", sha256=digest(TEXT))) + "\n", "utf-8")
    found = anew(path, data, build=walker, limits=Limits(seconds=60, megabytes=2000), workers=1, gold=data)
    assert [one.field for one in found.changed] == ["actor", "recipient", "place"]  # the walker codes nobody
    assert found.wire()["fields"]["real and type"]["precision"] == 100.0
