"""The worker's clock."""

import time

import pytest

from dateline.engine.worker import Stopwatch


def work(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_waiting_costs_nothing():
    clock = Stopwatch()
    with clock("waiting"):
        time.sleep(0.05)
    assert dict(clock.stages)["waiting"] < 0.04


def test_time_adds_up_by_stage_in_the_order_they_first_ran():
    clock = Stopwatch()
    for stage in ("read", "names", "read"):
        with clock(stage):
            work(0.01)
    assert [stage for stage, _ in clock.stages] == ["read", "names"]
    assert dict(clock.stages)["read"] >= 0.02


def test_the_stage_that_fails_stays_known():
    clock = Stopwatch()
    with clock("read"):
        pass
    with pytest.raises(ValueError, match="x"), clock("names"):
        raise ValueError("x")
    assert clock.stage == "names"
