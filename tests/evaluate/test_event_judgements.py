"""What judgements say of precision, what of them holds for a new reading, and which events are drawn to be judged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError, UsageError
from dateline.evaluate.events import judgements
from dateline.evaluate.events.judgements import FIELDS, Judged, line, read, standing, trigger_of
from dateline.evaluate.events.precision import precision, wilson
from dateline.evaluate.events.rescoring import rescored
from dateline.model import wire
from dateline.store import Audit
from event_readings import DEEDS, SHELLING, Party, reading

EVENTS = [entry for entry in wire.records(reading(1)) if entry["kind"] == "event"]


def judged(entry: dict[str, Any], **verdicts: str) -> Judged:
    trigger = trigger_of(entry)
    fields = {
        name: Audit("ana", entry["document"], entry["id"], trigger, name, verdict, FIELDS[name](entry), "2026")
        for name, verdict in verdicts.items()
    }
    return Judged(entry["document"], trigger, fields)


ALL_RIGHT = dict.fromkeys(FIELDS, "right")


def test_wilson_agrees_with_published_values() -> None:
    assert [round(end, 4) for end in wilson(81, 263)] == [0.2553, 0.3662]  # Newcombe 1998, table I, method 3
    assert [round(end, 4) for end in wilson(0, 20)] == [0.0, 0.1611]
    assert [round(end, 4) for end in wilson(1, 29)] == [0.0061, 0.1718]


@given(st.integers(0, 300), st.integers(0, 300))
def test_an_interval_holds_its_share(right: int, wrong: int) -> None:
    low, high = wilson(right, right + wrong)
    assert 0 <= low <= (right / (right + wrong) if right + wrong else 0.5) + 1e-9
    assert (right / (right + wrong) if right + wrong else 0.5) - 1e-9 <= high <= 1


def test_what_is_no_event_counts_against_real_and_type_and_for_no_other_field() -> None:
    found = precision([judged(EVENTS[0], **ALL_RIGHT), judged(EVENTS[1], real="wrong", actor="right")])
    assert found["fields"]["real and type"]["precision"] == 50.0
    assert (found["fields"]["actor"]["judged"], found["complete"]) == (1, 2)


def test_a_wrong_type_counts_against_both_together() -> None:
    found = precision([judged(EVENTS[0], **{**ALL_RIGHT, "type": "wrong"})])
    assert (found["fields"]["real"]["right"], found["fields"]["real and type"]["wrong"]) == (1, 1)
    assert found["types"]["ASSAULT"]["wrong"] == 1


def test_unsure_counts_for_nothing_and_is_told() -> None:
    found = precision([judged(EVENTS[0], **{**ALL_RIGHT, "place": "unsure"})])
    assert found["fields"]["place"]["precision"] is None
    assert found["fields"]["place"]["unsure"] == 1


def test_values_that_are_given_are_counted_apart() -> None:
    found = precision([judged(entry, **ALL_RIGHT) for entry in EVENTS])
    assert (found["fields"]["place"]["judged"], found["fields"]["place"]["given"]["judged"]) == (3, 2)
    assert (found["fields"]["date"]["judged"], found["fields"]["date"]["given"]["judged"]) == (3, 2)


def now(*deeds: Any) -> dict[str, list[dict[str, Any]]]:
    found = [entry for entry in wire.records(reading(1, deeds=deeds)) if entry["kind"] == "event"]
    return {reading(1).document.id: found}


def test_an_unchanged_value_keeps_its_verdict() -> None:
    given = [judged(entry, **{**ALL_RIGHT, "actor": "wrong"}) for entry in EVENTS]
    found = rescored(given, now(*DEEDS))
    assert found.kept == given
    assert (found.changed, found.gone, found.unread) == ([], [], [])


def test_another_value_is_to_be_judged_again_and_does_not_count() -> None:
    given = [judged(EVENTS[1], **ALL_RIGHT)]
    actors = (Party("The interior ministry", None, "AFG", "GOV"),)
    found = rescored(given, now(replace(SHELLING, actors=actors, type="MOBILIZE", mode=None)))
    assert {one.field for one in found.changed} == {"type", "actor"}
    assert set(found.kept[0].fields) == set(FIELDS) - {"type", "actor"}
    assert found.wire()["fields"]["real and type"]["judged"] == 0


def test_an_event_that_is_found_no_more_is_gone() -> None:
    given = [judged(EVENTS[0], real="wrong"), judged(EVENTS[1], **ALL_RIGHT)]
    found = rescored(given, now(DEEDS[2]))
    assert found.wire()["gone"] == {"right": 1, "wrong": 1, "unsure": 0, "unjudged": 0}


def test_a_text_that_is_not_there_is_told() -> None:
    assert rescored([judged(EVENTS[0], real="right")], {}).wire()["unread"] == 1


def test_of_two_judgements_the_later_stands() -> None:
    first, second = judged(EVENTS[0], real="right"), judged(EVENTS[0], real="wrong")
    (found,) = standing([first.fields["real"], second.fields["real"]])
    assert found.fields["real"].verdict == "wrong"
    assert standing([first.fields["real"]], who="ben") == []


def test_lines_come_back_as_they_were_written(tmp_path: Path) -> None:
    one = judged(EVENTS[1], **ALL_RIGHT)
    path = tmp_path / "a.jsonl"
    path.write_text(wire.dumps(line(one, report="r", sha256="h")) + "\n\n", encoding="utf-8")
    ((value, audits),) = read(path)
    assert (value["report"], standing(audits)) == ("r", [one])


@pytest.mark.parametrize("raw", ["{", "{}", '{"fields": {"colour": {}}}', "[]"])
def test_a_line_that_is_no_judgement_is_named(raw: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(raw + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a.jsonl, line 1: no judgement of an event"):
        list(read(path))
    with pytest.raises(UsageError, match="cannot read judgements"):
        list(read(tmp_path / "none.jsonl"))


def test_values_hold_no_words() -> None:
    values = repr([field(entry) for entry in EVENTS for field in judgements.FIELDS.values()])
    assert not any(word in values for word in ("police", "Gunmen", "militia", "harbour ", "shelled"))
