"""The crew: what becomes of good and bad reports, and what it takes in and lets go of."""

import contextlib
import itertools
import subprocess
import sys
import time

import psutil
import pytest
from fake_walkers import broken, captures, dying, obedient, without_model

from dateline.engine import Crew, Limits, in_order, run
from dateline.engine.crew import AHEAD
from dateline.errors import DatelineError, ModelMissing, UsageError
from dateline.stages import Capture

ROOMY = Limits(seconds=60, megabytes=1500)
BAD = {
    "unreadable": "not text at all: a picture",
    "fault": "stage 'doing' failed: ValueError: no such luck",
    "die": "worker died (signal 11)",
    "exit": "worker died (exit status 3)",
    "gulp": "used more than 1500 MB of memory and was stopped",
}


def outcomes(*texts, workers=1, limits=ROOMY):
    return list(in_order(run(captures(*texts), workers=workers, limits=limits, build=obedient)))


def workers_alive():
    found = []
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.NoSuchProcess):
            if "dateline.engine.worker" in child.cmdline():
                found.append(child)
    return found


def test_every_capture_has_one_outcome_with_its_index():
    given = captures(*(f"report {number}" for number in range(20)))
    found = list(run(given, workers=2, limits=ROOMY, build=obedient))
    assert sorted(outcome.index for outcome in found) == list(range(20))
    assert all(given[outcome.index] is outcome.capture for outcome in found)


def test_the_reading_is_that_of_the_capture():
    assert [outcome.reading.document.text for outcome in outcomes("one", "two")] == ["one", "two"]


def test_time_is_given_for_each_stage_in_order():
    (outcome,) = outcomes("sleep 0.05")
    assert [name for name, _ in outcome.stages] == ["read", "doing", "resting"]
    assert outcome.seconds >= 0.05


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_report_fails_alone_and_says_why(bad):
    before, failed, after = outcomes("before", bad, "after")
    assert (failed.reading, failed.reason) == (None, BAD[bad])
    assert before.reason is None
    assert after.reason is None


def test_a_reading_that_cannot_be_sent_fails_its_report():
    failed, after = outcomes("unsendable", "after")
    assert failed.reason.startswith("stage 'resting' failed: ")
    assert after.reason is None


def test_a_reason_is_one_short_line():
    (failed,) = outcomes("babble")
    assert len(failed.reason) == 300
    assert failed.reason.endswith("…")
    assert failed.reason.isprintable()


@pytest.mark.parametrize("hang", ["sleep 60", "spin"])
def test_a_hanging_report_is_stopped_within_its_time(hang):
    start = time.monotonic()
    failed, after = outcomes(hang, "after", limits=Limits(seconds=1, megabytes=1500))
    assert failed.reason == "took longer than 1 s and was stopped"
    assert after.reason is None
    assert time.monotonic() - start < 10


def test_a_memory_hog_is_stopped():
    failed, after = outcomes("hog", "after", limits=Limits(seconds=60, megabytes=200))
    assert failed.reason == "used more than 200 MB of memory and was stopped"
    assert after.reason is None


def test_a_hog_is_stopped_while_the_consumer_is_busy():
    with Crew(workers=1, limits=Limits(seconds=60, megabytes=200), build=obedient) as crew:
        results = crew.run(captures("first", "hog"))
        next(results)
        deadline = time.monotonic() + 20
        while workers_alive() and time.monotonic() < deadline:
            time.sleep(0.1)  # the consumer does something else
        assert not workers_alive()


def test_a_worker_that_stays_large_is_replaced():
    pids = [outcome.reading.document.title for outcome in outcomes("pid", "grow 900", "pid") if outcome.index != 1]
    assert pids[0] != pids[1]


def test_a_worker_is_kept_while_it_stays_small():
    assert len({outcome.reading.document.title for outcome in outcomes("pid a", "pid b", "pid c")}) == 1


def test_workers_multiply_on_one_thread():
    (outcome,) = outcomes("threads")
    assert outcome.reading.document.title == "11"


def test_the_engine_brings_nothing_heavy_into_the_parent():
    script = "import sys, dateline.engine; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()
    assert not {"spacy", "thinc", "numpy", "pydantic", "sqlalchemy", "psutil"} & set(loaded)


def test_what_a_stage_prints_does_not_reach_our_output(capfd):
    outcomes("print")
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    ("build", "error", "words"),
    [
        (without_model, ModelMissing, "no model here"),
        (broken, DatelineError, "could not be set up: KeyError: 'vocabulary'"),
        (dying, DatelineError, r"a worker died \(exit status 9\) while it was set up"),
    ],
)
def test_a_worker_that_cannot_start_ends_the_run_with_the_reason(build, error, words):
    with pytest.raises(error, match=words):
        list(run(captures("a", "b", "c"), workers=2, limits=ROOMY, build=build))
    assert not workers_alive()


def test_a_memory_limit_below_a_workers_needs_is_refused():
    with pytest.raises(DatelineError, match="limit of 5 MB is too low: a worker needs"):
        list(run(captures("a"), workers=1, limits=Limits(seconds=60, megabytes=5), build=obedient))


def test_no_workers_is_refused():
    with pytest.raises(UsageError, match="at least 1 worker, got 0"):
        Crew(workers=0, limits=ROOMY, build=obedient)


def test_nothing_is_started_for_no_captures():
    assert list(run([], workers=4, limits=ROOMY, build=broken)) == []


def test_one_report_has_one_worker():
    results = run(captures("report"), workers=4, limits=ROOMY, build=obedient)
    next(results)
    assert len(workers_alive()) == 1
    results.close()


def test_an_endless_source_is_pulled_only_a_little_ahead():
    pulled = itertools.count()
    results = run(
        (Capture(f"{next(pulled)}", "plain", b"report") for _ in itertools.count()),
        workers=2,
        limits=ROOMY,
        build=obedient,
    )
    given_back = len(list(itertools.islice(results, 30)))
    results.close()
    assert next(pulled) <= given_back + 2 * AHEAD


def test_a_slow_report_is_not_overtaken_without_bound(monkeypatch):
    monkeypatch.setattr("dateline.engine.crew.SPREAD", 20)
    given = captures("sleep 1", *["report"] * 100)
    order = [outcome.index for outcome in run(given, workers=2, limits=ROOMY, build=obedient)]
    assert sorted(order[: order.index(0)]) == list(range(1, 20))


def test_closing_the_results_ends_the_workers_at_once():
    results = run(captures("quick", "spin", "sleep 60"), workers=2, limits=ROOMY, build=obedient)
    next(results)
    start = time.monotonic()
    results.close()
    assert not workers_alive()
    assert time.monotonic() - start < 5


def test_an_error_of_the_source_is_raised_and_ends_the_workers():
    def source():
        yield from captures("a", "b")
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="went away"):
        list(run(source(), workers=1, limits=ROOMY, build=obedient))
    assert not workers_alive()


def test_a_crew_can_run_again():
    with Crew(workers=2, limits=ROOMY, build=obedient) as crew:
        first = [outcome.index for outcome in crew.run(captures("a", "b"))]
        second = [outcome.index for outcome in crew.run(captures("a", "b"))]
    assert sorted(first) == sorted(second) == [0, 1]


def test_a_worker_killed_while_idle_is_replaced_unnoticed():
    with Crew(workers=1, limits=ROOMY, build=obedient) as crew:
        list(crew.run(captures("a")))
        (worker,) = workers_alive()
        worker.kill()
        worker.wait()
        assert [outcome.reason for outcome in crew.run(captures("b"))] == [None]
