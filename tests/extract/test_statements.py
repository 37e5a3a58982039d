"""Statements: sentences of our own, and what holds for every report."""

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
from dateline.model.text import Document
from dateline.pipeline import Pipeline

CASES = tomllib.loads((Path(__file__).parent / "statement_cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


def read(pipeline: Pipeline, text: str) -> Reading:
    return pipeline.walk(Document(id="report", text=text, language="en"))


def found(reading: Reading) -> list[str]:
    text = reading.document
    return [
        " | ".join(
            (
                text[one.source] if one.source else "",
                text[one.cue] if one.cue else "",
                " // ".join(text[span] for span in one.content),
            )
        )
        for one in reading.statements
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_finds_source_cue_and_content(case: dict[str, object], pipeline: Pipeline) -> None:
    assert sorted(found(read(pipeline, str(case["text"])))) == sorted(case["found"])  # type: ignore[call-overload]


def test_form_follows_the_quotation_marks(pipeline: Pipeline) -> None:
    text = "“It is over,” Brandt said. He said it was over. He said it was “over” for good."
    assert [one.form for one in read(pipeline, text).statements] == ["direct", "indirect", "mixed"]


def test_denied_saying_is_negated(pipeline: Pipeline) -> None:
    (statement,) = read(pipeline, "The spokesman did not say whether the road would open.").statements
    assert statement.negated


def test_inner_statement_stands_within_the_outer(pipeline: Pipeline) -> None:
    outer, inner = read(pipeline, "The agency said the governor had warned that the dam could break.").statements
    assert inner.within == outer.id
    assert outer.within is None


def test_addressee_setting_and_time_of_saying(pipeline: Pipeline) -> None:
    text = "Brandt told reporters in an interview on 4 May 2021 that the dam was safe."
    (statement,) = read(pipeline, text).statements
    document = read(pipeline, text).document
    assert statement.addressee is not None
    assert document[statement.addressee] == "reporters"
    assert statement.setting is not None
    assert document[statement.setting].startswith("in an interview")
    assert statement.date is not None
    assert statement.date.first == "2021-05-04"


def test_quotation_after_an_indirect_paragraph_continues_its_speaker(pipeline: Pipeline) -> None:
    text = (
        "Ilse Brandt said that the dam was safe.\n\n"
        "“We looked at every stone of it and found nothing at all to worry about.”"
    )
    first, second = read(pipeline, text).statements
    assert second.continues == first.id
    assert second.source is None


def test_unattributed_quotation_is_kept_without_a_speaker(pipeline: Pipeline) -> None:
    text = "“We looked at every stone of it and found nothing at all to worry about.”"
    (statement,) = read(pipeline, text).statements
    assert (statement.source, statement.cue, statement.continues) == (None, None, None)


SAMPLES = ["said", "Год", "λόγος", "قال", "אמר", "कहा", "他说", "ひらがな", "말했다", "พูด", "თქვა", "ասաց"]
words = st.sampled_from(
    [*SAMPLES, "Brandt", "she", "that", "the", "dam", "told", "reporters", "according", "to", "denied"]
)
marks = st.sampled_from(
    ["“", "”", '"', "«", "»", "‘", "’", "'", "''", "``", ",", ".", ":", "—", "\n\n", " ", "\u2028", "👩‍🚒", "é"]
)


@hypothesis_settings(max_examples=150)
@given(st.lists(st.one_of(words, marks), max_size=60).map(" ".join))
def test_every_anchor_holds_in_any_script(pipeline: Pipeline, text: str) -> None:
    entry = wire.reading(read(pipeline, text))
    assert wire.check_anchors(entry, text) >= 0
    ids = [record["id"] for record in entry["records"]]
    assert len(ids) == len(set(ids))


@hypothesis_settings(max_examples=30)
@given(st.lists(st.one_of(words, marks), max_size=60).map(" ".join))
def test_same_report_gives_the_same_reading(pipeline: Pipeline, text: str) -> None:
    assert wire.dumps(wire.reading(read(pipeline, text))) == wire.dumps(wire.reading(read(pipeline, text)))
