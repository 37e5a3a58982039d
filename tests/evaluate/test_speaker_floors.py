"""The speakers benchmark does not fall below its floors. Needs the texts, which are not part of the project."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from dateline.cli.work import build
from dateline.config import settings
from dateline.engine import Limits
from dateline.evaluate.gold import HERE
from dateline.evaluate.speakers import Score, measure

DATA = os.environ.get("DATELINE_BENCH_DATA")
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["speakers"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(DATA is None, reason="DATELINE_BENCH_DATA does not say where the annotated texts are"),
]


@pytest.fixture(scope="module")
def score() -> Score:
    limits = Limits(seconds=120, megabytes=2000)
    return measure(HERE, Path(DATA or ""), build=build(settings()), limits=limits, workers=1)


@pytest.mark.parametrize("kind", FLOORS)
def test_kind_of_source_reaches_its_floor(kind: str, score: Score) -> None:
    assert score.counts(kind=kind)["share"] >= FLOORS[kind]


def test_every_kind_has_a_floor(score: Score) -> None:
    assert set(score.wire()["kinds"]) == set(FLOORS)
