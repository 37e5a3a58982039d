"""The three tiers: one interface, and what each is there for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dateline import registry
from dateline.config import settings
from dateline.errors import ModelMissing, UsageError
from dateline.model import wire
from dateline.model.links import Reading
from dateline.model.text import Document
from dateline.pipeline import Pipeline
from dateline.weights import TIERS, digest, weighing

PLAIN = (
    "Mayor Ilse Brandt said on Tuesday that the dam at Orlau would hold. “We have nothing to hide,” she told "
    "reporters. According to the engineers, the wall was mended in May."
)
STEPS = st.sampled_from(
    ["Brandt said", "“", "”", '"', "it is over", ",", ".", "\n\n", "according to", "she", "told", "7", "é", "😀"]
)


@cache
def pipeline(tier: str) -> Pipeline:
    return registry.pipeline(settings(tier=tier))


def read(tier: str, text: str) -> Reading:
    return pipeline(tier).walk(Document(id="report", text=text, language="en"))


@pytest.mark.parametrize("tier", TIERS)
def test_plain_statements_are_found_by_every_tier(tier: str) -> None:
    reading = read(tier, PLAIN)
    text = reading.document
    assert [(text[one.source], [text[span] for span in one.content]) for one in reading.statements if one.source] == [
        ("Mayor Ilse Brandt", ["that the dam at Orlau would hold"]),
        ("she", ["“We have nothing to hide,”"]),
        ("the engineers", ["the wall was mended in May"]),
    ]
    speakers = [one["speaker"] for one in wire.reading(reading)["records"]]
    assert speakers[0] == speakers[1] != speakers[2]  # "she" is the mayor


def test_the_tagger_finds_what_no_rule_foresees() -> None:
    text = "The harbour master, in a rare outburst, lambasted the council's plan as a gift to smugglers."
    assert any(
        "a gift to smugglers" in read("accurate", text).document[one.content[-1]]
        for one in read("accurate", text).statements
    )


def test_scores_are_likelihoods_and_clear_cases_score_high() -> None:
    scores = [one.score for one in read("accurate", PLAIN).statements]
    assert all(0.32 <= score <= 1 for score in scores)
    assert min(scores) > 0.7


def test_each_tier_has_a_fingerprint_of_its_weights() -> None:
    assert digest("rules") == ""
    assert len({digest(tier) for tier in TIERS}) == 3
    assert digest("accurate") == digest("accurate")


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"tier 'accurate'.*statements-accurate\.toml is missing"):
        weighing("accurate", tmp_path)


def test_an_unknown_tier_is_refused_with_the_choices() -> None:
    with pytest.raises(UsageError, match=r"tier.*best.*rules.*fast.*accurate"):
        settings(tier="best")


@hypothesis_settings(max_examples=60)
@given(st.lists(STEPS, max_size=40).map(" ".join), st.sampled_from(TIERS))
def test_anchors_hold_and_readings_repeat_for_any_text(text: str, tier: str) -> None:
    reading = read(tier, text)
    assert all(0 <= span.start < span.end <= len(text) for one in reading.statements for span in one.spans)
    assert wire.reading(reading) == wire.reading(read(tier, text))
