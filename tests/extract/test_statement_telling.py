"""What a statement says about itself: stance, commitment, distance, occasion, and what it stands in."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dateline import registry
from dateline.config import settings
from dateline.model.records import Statement
from dateline.model.text import Document, Source, Span
from dateline.model.values import PartialDate
from dateline.pipeline import Pipeline
from dateline.vocab.cues import Cues
from dateline.vocab.saying import commitments

CASES = tomllib.loads((Path(__file__).parent / "telling_cases.toml").read_text(encoding="utf-8"))["case"]
DAY = PartialDate("2020-05-08")


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return registry.pipeline(settings(tier="rules"))


def read(pipeline: Pipeline, text: str) -> tuple[Document, tuple[Statement, ...]]:
    document = Document(id="report", text=text, source=Source(published=DAY), language="en")
    return document, pipeline.walk(document).statements


def told(document: Document, one: Statement, records: tuple[Statement, ...]) -> dict[str, Any]:
    """The fields of a statement as the cases write them."""
    by_id = {other.id: other for other in records}

    def words(span: Span | None) -> str:
        return document[span] if span is not None else ""

    chain, outer = [], one.within
    while outer is not None:
        chain.append(words(by_id[outer].cue))
        outer = by_id[outer].within
    return {
        "source": words(one.source),
        "content": [words(span) for span in one.content],
        "form": one.form,
        "stance": one.stance,
        "negated": one.negated,
        "commitment": one.commitment,
        "distance": [words(span) for span in one.distance],
        "addressee": words(one.addressee),
        "setting": words(one.setting),
        "place": words(one.place),
        "date": one.date.first if one.date is not None else "",
        "occasion": words(by_id[one.occasion].cue) if one.occasion is not None else "",
        "within": chain,
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{case['cue']}: {case['text'][:60]}" for case in CASES])
def test_a_statement_says_about_itself(case: dict[str, Any], pipeline: Pipeline) -> None:
    document, records = read(pipeline, case["text"])
    found = [one for one in records if one.cue is not None and document[one.cue] == case["cue"]]
    assert len(found) == 1, f"no statement, or several, with the cue {case['cue']!r}"
    wanted = {name: value for name, value in case.items() if name not in ("text", "cue")}
    fields = told(document, found[0], records)
    assert {name: fields[name] for name in wanted} == wanted


def test_a_quotation_that_goes_on_keeps_the_occasion(pipeline: Pipeline) -> None:
    text = (
        "Ilse Brandt told reporters in Paris that the dam was safe.\n\n"
        "“We looked at every stone of it and found nothing at all to worry about.”"
    )
    document, (first, second) = read(pipeline, text)
    assert second.occasion == first.id
    assert second.addressee is not None
    assert document[second.addressee] == "reporters"


def test_a_carried_occasion_does_not_move_the_statement(pipeline: Pipeline) -> None:
    text = "Brandt told reporters in Paris that the dam could break. She added that the bridge was old."
    _, (first, second) = read(pipeline, text)
    assert second.occasion == first.id
    assert second.start == text.index("She")


WORDS = [
    "said",
    "denied",
    "told",
    "claimed",
    "may",
    "not",
    "to",
    "that",
    "Brandt",
    "she",
    "the dam",
    "reporters",
    "in Paris",
]
MORE = [
    "on Monday",
    "falsely",
    "added",
    "citing",
    "officials",
    "quoted",
    "as",
    "saying",
    "by",
    "refused",
    "if",
    "whether",
]
MARKS = ["“", "”", '"', ",", ".", "?", ":", "\n\n", "according to", "reports", "he"]


@hypothesis_settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS + MORE + MARKS), max_size=50).map(" ".join))
def test_what_is_said_beside_a_statement_hangs_together(pipeline: Pipeline, text: str) -> None:
    _, records = read(pipeline, text)
    by_id = {one.id: one for one in records}
    stances = Cues.load().stances
    for one in records:
        assert one.stance in stances
        assert one.commitment in commitments()
        assert not any(span.overlaps(part) for span in one.distance for part in one.content)
        assert one.occasion is None or by_id[one.occasion].start <= one.start
        assert one.occasion is None or (one.addressee or one.setting or one.place or one.date)
        seen, outer = {one.id}, one.within
        while outer is not None:
            assert outer not in seen, "a statement stands within itself"
            seen.add(outer)
            outer = by_id[outer].within
