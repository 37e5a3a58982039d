"""The speed bench: what it measures, and that it notices output that changes."""

import json
import subprocess
import sys
import time
from dataclasses import replace

import bench_walkers
import pytest

from dateline.engine import Limits
from dateline.errors import DatelineError
from dateline.evaluate.memory import MemoryWatch
from dateline.evaluate.sameness import sameness
from dateline.evaluate.speed import Plan, Subject, measure
from dateline.evaluate.synthetic import captures
from dateline.evaluate.timing import Rate, first_record, timed

STEADY = Subject(
    build=bench_walkers.steady,
    build_blis=bench_walkers.steady,
    limits=Limits(seconds=60, megabytes=1500),
    scan=(sys.executable, "-c", "print('a record')"),
    producers={"steady": "1"},
)
REPORTS = list(captures(24, words=60))


def test_a_measurement_has_every_figure():
    plan = Plan(reports=12, long=20, checked=6, starts=1, words=60)
    result = json.loads(json.dumps(measure(STEADY, plan).wire()))
    runs = [(rate["workers"], rate["stored"], rate["reports"]) for rate in result["rates"]]
    assert runs == [(1, False, 12), (2, False, 12), (1, True, 12), (2, True, 12), (2, True, 20)]
    assert all(rate["reports_per_second"] > 0 and rate["peak_megabytes"] > 10 for rate in result["rates"])
    assert list(result["stage_ms_per_report"]) == ["read", "marking", "extracting"]
    assert set(result["same_output"].values()) == {True}
    assert 0 < result["first_record_seconds"] < 10


def test_each_step_is_told():
    told = []
    measure(STEADY, Plan(reports=2, long=0, checked=2, starts=1, words=20), tell=told.append)
    assert len(told) == 6


def test_every_word_is_counted():
    rate = timed(STEADY, REPORTS, workers=1, stored=False)
    assert (rate.reports, rate.words) == (24, sum(len(capture.raw.split()) for capture in REPORTS))


def test_the_cost_of_a_report_leaves_the_start_out():
    rate = Rate(
        workers=1,
        stored=False,
        reports=11,
        words=1,
        seconds=3.0,
        start=2.0,
        processor=4.4,
        megabytes=1,
        stages=(("a", 1.1),),
    )
    assert rate.each == pytest.approx(100)
    assert rate.stage_costs == {"a": 100.0}
    assert rate.wire()["processor_ms_per_report"] == pytest.approx(400)


def test_the_processor_time_of_workers_counts():
    rate = timed(replace(STEADY, build=bench_walkers.busy), REPORTS[:4], workers=2, stored=False)
    assert rate.processor > 4 * 0.1
    assert rate.stage_costs["marking"] == pytest.approx(100, rel=0.2)


@pytest.mark.parametrize("stored", [False, True])
def test_a_failing_report_ends_the_measurement(stored):
    with pytest.raises(DatelineError, match=r"synthetic/\d+.txt failed: will not"):
        timed(replace(STEADY, build=bench_walkers.failing), REPORTS, workers=1, stored=stored)


@pytest.mark.parametrize(
    ("changes", "noticed"),
    [
        ({"build": bench_walkers.on_process, "build_blis": bench_walkers.on_process}, "workers 1, 2, 4"),
        ({"build": bench_walkers.on_history, "build_blis": bench_walkers.on_history}, "three shuffled orders"),
        ({"build_blis": bench_walkers.other}, "both BLAS libraries"),
    ],
)
def test_output_that_changes_is_noticed(changes, noticed):
    assert sameness(replace(STEADY, **changes), REPORTS, seed=1)[noticed] is False


def test_a_command_without_a_record_is_an_error():
    with pytest.raises(DatelineError, match=r"printed no record \(exit status 3\)"):
        first_record((sys.executable, "-c", "raise SystemExit(3)"), REPORTS[0])


def test_the_first_record_is_not_the_end():
    command = (sys.executable, "-c", "import time; print('a record', flush=True); time.sleep(2)")
    assert first_record(command, REPORTS[0]) < 1.5


def test_memory_of_children_counts():
    with MemoryWatch() as alone:
        time.sleep(0.5)
    with MemoryWatch() as together:
        subprocess.run([sys.executable, "-c", "import time; x = b'x' * (80 << 20); time.sleep(1)"], check=True)
    assert together.peak - alone.peak > 60 << 20
