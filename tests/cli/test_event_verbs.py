"""``dateline events``, and events in ``show``, ``status`` and ``export``, as people and programs see them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dateline.store import Store
from event_readings import ATTACK, HARBOUR, TEXT, keep, reading


@pytest.fixture
def filled(dateline: Any, tmp_path: Path) -> Any:
    with Store.open(tmp_path / "kept" / "test.db") as store:
        keep(store, reading(1), reading(2, outlet="Tarn Post", url=None))
    return dateline


def test_an_event_is_told_with_all_that_is_known_of_it(filled: Any) -> None:
    lines = filled("events", "--outlet", "morrow", "--status", "happened").out.splitlines()
    assert lines == [
        "2021-03-01  ASSAULT · happened · Gunmen (AFG UAF) -> police post = Harbour Police (AFG COP) · in",
        "    Old Harbour · at least 3 killed",
        "  Gunmen **attacked** a police post near Old Harbour on Monday, killing at least three officers.",
        "  reported by Morrow Wire itself · Harbour 1 · 2021-03-02 · 00000000000000000001",
        "",
        "2021-02  ASSAULT heavy-weapons · happened · the Tarn militia (AFG PRM) -> Velik (AFG) · in Velik",
        "  The interior ministry said the Tarn militia had **shelled** Velik.",
        "  reported by Interior Ministry of Velik · Harbour 1 · 2021-03-02 · 00000000000000000001",
        "",
    ]


@pytest.mark.parametrize(
    ("call", "count"),
    [
        (("--type", "assault"), 6),
        (("--type", "ASSAULT", "--mode", "heavy-weapons"), 2),
        (("--quad", "m-", "--status", "denied"), 2),
        (("--actor", "soldiers"), 2),
        (("--recipient", "afg"), 4),
        (("--place", "Harbour"), 2),
        (("--place", "Afghanistan"), 4),
        (("--place", "af", "--limit", "3"), 3),
        (("--near", "36.7,68.8", "--km", "50"), 2),
        (("--since", "2021-03", "--until", "2021-03"), 2),
        (("--attributed-by", "quill"), 2),
        (("--own-voice",), 2),
        (("--outlet", "tarn", "--min-score", "0.7"), 2),
    ],
)
def test_json_has_what_is_asked_for(call: tuple[str, ...], count: int, filled: Any) -> None:
    said = filled("events", *call, "--json")
    assert (said.code, len(said.objects)) == (0, count)


def test_a_place_is_found_by_the_code_of_the_unit_it_lies_in(dateline: Any, tmp_path: Path) -> None:
    kunduz = replace(HARBOUR, id="geonames:1135689", name="Kunduz", geonames=1135689)
    one = reading(1, deeds=(replace(ATTACK, place=("Old Harbour", kunduz.id)),))
    entities = tuple(kunduz if entity == HARBOUR else entity for entity in one.resolution.entities)
    with Store.open(tmp_path / "kept" / "test.db") as store:
        keep(store, replace(one, resolution=replace(one.resolution, entities=entities)))
    found = [len(dateline("events", "--place", code, "--json").objects) for code in ("AF-KDZ", "af-kdz", "AF-BDS")]
    assert found == [1, 1, 0]


def test_nothing_found_is_said_in_words(filled: Any) -> None:
    assert filled("events", "--type", "AID").out == "no such events\n"


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        (("--type", "ASSULT"), "no event type 'ASSULT'. Choices: ACCUSE, "),
        (("--mode", "drones"), "no mode 'drones'. Choices: "),
        (("--type", "protest", "--mode", "drone"), "no mode of PROTEST 'drone'. Choices: boycott, "),
        (("--type", "AID", "--mode", "drone"), "no mode 'drone': AID has no modes"),
        (("--status", "hapened"), "no status 'hapened'. Choices: called_for, "),
        (("--quad", "hostile"), "no quad class 'hostile'. Choices: "),
        (("--format", "icews"), "no export format 'icews'. Choices: csv, icews-tsv, "),
        (("--format", "csv", "--json"), "--json and --format both say how to print"),
        (("--near", "1"), "near must be LAT,LON"),
    ],
)
def test_what_cannot_be_asked_is_one_error(call: tuple[str, ...], answer: str, filled: Any) -> None:
    said = filled("events", *call)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"error: {answer}")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("form", ["csv", "icews-tsv", "polecat-tsv"])
def test_what_is_found_can_be_written_in_a_format(form: str, filled: Any) -> None:
    out = filled("events", "--type", "ASSAULT", "--mode", "heavy-weapons", "--format", form).out
    rows = list(csv.DictReader(io.StringIO(out, newline=""), delimiter="," if form == "csv" else "\t"))
    assert [row.get("trigger") or row["Trigger"] for row in rows] == ["shelled", "shelled"]


@pytest.mark.parametrize("form", ["icews-tsv", "plover-json", "polecat-tsv"])
def test_an_export_of_events_needs_no_kind(form: str, filled: Any) -> None:
    whole = filled("export", "--format", form)
    assert (whole.code, whole.out) == (0, filled("export", "--format", form, "--kind", "all").out)
    assert filled("export", "--format", form, "--kind", "mention").err.startswith(f"error: {form} holds events")
    assert filled("export", "--format", form, "--output", "out", "--json").objects[0]["entries"] in (6, 8)


def test_events_in_json_lines_have_their_evidence(filled: Any) -> None:
    for entry in filled("export", "--format", "jsonl", "--kind", "event").objects:
        assert TEXT[entry["trigger"]["start"] : entry["trigger"]["end"]] == entry["trigger"]["text"]
        assert entry["trigger"]["text"] in entry["sentence"]["text"]
    everything = filled("export", "--format", "jsonl").objects
    assert sum(entry["kind"] == "event" for entry in everything) == 6


def test_a_report_is_shown_with_its_events_marked_and_listed(filled: Any) -> None:
    out = filled("show", "00000000000000000001").out
    assert "Gunmen (e1 attacked) a police post near Old Harbour" in out
    assert "(e1 happens)" in out
    assert " e2   shelled  ASSAULT heavy-weapons · happened · the Tarn militia (AFG PRM) -> Velik (AFG)" in out
    assert "      2021-02 · reported by Interior Ministry of Velik" in out


def test_status_counts_events(filled: Any) -> None:
    assert filled("status").out.splitlines()[0].split()[:3] == ["done", "2", "3"]
    assert filled("status", "--json").objects[0]["events"] == 3


def test_actors_count_events(filled: Any) -> None:
    assert "4 events" in filled("actors", "harbour").out
