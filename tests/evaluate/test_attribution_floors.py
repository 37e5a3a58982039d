"""The scores of the tiers on annotated reports do not fall: floors a little below what docs/evaluation.md tells."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from dateline import registry
from dateline.config import settings
from dateline.engine import Limits
from dateline.evaluate.attribution import measure

DATA = Path(__file__).parents[3] / "shared" / "data" / "polnear" / "dev"
FLOORS = {  # content, content and source, exact source, cue, content
    "accurate": (76.0, 72.8, 79.0, 71.5, 66.5),
    "fast": (68.5, 65.0, 74.0, 67.0, 60.5),
    "rules": (69.4, 64.3, 73.8, 67.0, 60.5),
}


@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason="the annotated reports are not beside this checkout")
@pytest.mark.parametrize("tier", FLOORS)
def test_scores_stay_above_the_floors(tier: str) -> None:
    given = settings(tier=tier)
    limits = Limits(seconds=given.report_seconds, megabytes=given.report_megabytes)
    found = measure(DATA, build=partial(registry.pipeline, given), limits=limits).wire()
    scores = (
        found["content"],
        found["content_source"],
        *(found["exact"][role] for role in ("source", "cue", "content")),
    )
    assert all(score >= floor for score, floor in zip(scores, FLOORS[tier], strict=True)), scores
    assert found["calibration"]["error_equal_width"] <= 0.05
    assert found["bad_anchors"] == found["changed_texts"] == 0
