"""The worker's clock."""

import time

import pytest

from dateline.engine.worker import Stopwatch


def test_time_adds_up_by_stage_in_the_order_they_first_ran():
    clock = Stopwatch()
    for stage in ("read", "names", "read"):
        with clock(stage):
            time.sleep(0.01)
    assert [stage for stage, _ in clock.stages] == ["read", "names"]
    assert dict(clock.stages)["read"] >= 0.02


def test_the_stage_that_fails_stays_known():
    clock = Stopwatch()
    with clock("read"):
        pass
    with pytest.raises(ValueError, match="x"), clock("names"):
        raise ValueError("x")
    assert clock.stage == "names"
