"""Events: sentences of our own, and what holds for every report."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dateline import registry
from dateline.config import settings
from dateline.model import wire
from dateline.model.links import Reading
from dateline.model.records import Event
from dateline.model.text import Document, Source
from dateline.model.values import PartialDate
from dateline.pipeline import Pipeline

CASES = tomllib.loads((Path(__file__).parent / "event_cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


def read(pipeline: Pipeline, text: str) -> Reading:
    return pipeline.walk(Document("report", text, Source(published=PartialDate("2021-06-15")), language="en"))


def told(reading: Reading, event: Event) -> str:
    """An event in one line: "trigger | TYPE/mode | status | actors -> recipients | place"."""
    text = reading.document
    kind = event.type if event.mode is None else f"{event.type}/{event.mode}"
    actors, recipients = ("+".join(text[one] for one in some) for some in (event.actors, event.recipients))
    place = "" if event.place is None else text[event.place]
    return f"{text[event.trigger]} | {kind} | {event.status} | {actors} -> {recipients} | {place}"


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_cases(pipeline: Pipeline, case: dict[str, object]) -> None:
    reading = read(pipeline, str(case["text"]))
    assert [told(reading, one) for one in reading.events] == case["events"]


def test_a_telling_in_a_statement_names_it(pipeline: Pipeline) -> None:
    reading = read(pipeline, "The ministry said that rebels had attacked a convoy near Herat. Troops arrested two men.")
    attacked, arrested = reading.events
    assert attacked.statement == reading.statements[0].id
    assert arrested.statement is None


def test_the_word_of_a_statement_is_not_told_by_it(pipeline: Pipeline) -> None:
    reading = read(pipeline, "Pakistan condemned the attack on the embassy in Kabul.")
    condemned = next(one for one in reading.events if one.type == "ACCUSE")
    assert condemned.statement is None


def test_one_happening_told_twice_is_one_event(pipeline: Pipeline) -> None:
    reading = read(
        pipeline, "A suicide bomber killed 12 people in Kabul on Monday. Hundreds mourned after the attack in the city."
    )
    (event,) = reading.events
    assert [reading.document[one] for one in event.evidence] == ["attack"]
    assert [(one.name, one.quantity.low) for one in event.figures] == [("killed", 12)]


def test_two_sides_make_one_event(pipeline: Pipeline) -> None:
    reading = read(pipeline, "Russia's foreign minister met his Turkish counterpart in Geneva on Monday.")
    assert [one.type for one in reading.events] == ["CONSULT"]


def test_the_same_report_gives_the_same_events(pipeline: Pipeline) -> None:
    text = "\n\n".join(str(case["text"]) for case in CASES)
    assert read(pipeline, text).events == read(pipeline, text).events


def test_ids_are_apart_and_parties_are_coded(pipeline: Pipeline) -> None:
    reading = read(pipeline, "\n\n".join(str(case["text"]) for case in CASES))
    ids = [one.id for one in reading.events]
    assert len(ids) == len(set(ids))
    entry = next(iter(wire.records(read(pipeline, "Turkish police arrested three Kurdish rebels in Van."))))
    assert (entry["actors"][0]["code"], entry["actors"][0]["sector"]) == ("TUR", "COP")


@hypothesis_settings(max_examples=25)
@given(
    st.lists(
        st.sampled_from(
            [
                "Rebels attacked",
                " a convoy",
                " near Kabul",
                "\n",
                " “killed”",
                " police",
                " ",
                "é",
                "𝔸",
                " 12",
                ". ",
                " by",
            ]
        ),
        max_size=14,
    )
)
def test_anchors_hold_for_any_text(pipeline: Pipeline, pieces: list[str]) -> None:
    text = "".join(pieces)
    reading = read(pipeline, text)
    for event in reading.events:
        assert all(0 <= span.start < span.end <= len(text) for span in event.spans)
    wire.check_anchors(list(wire.records(reading)), text)
