"""No worker outlives its parent, however the parent ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

HERE = Path(__file__).parent
PARENT = """
import sys
sys.path.insert(0, sys.argv[1])
from fake_walkers import captures, obedient
from dateline.engine import Limits, run
busy = [sys.argv[2]] * 6
for outcome in run(captures("pid", "pid", *busy), workers=2, limits=Limits(60, 1500), build=obedient):
    print(outcome.reading.document.title, flush=True)
"""


@pytest.fixture
def parent(request):
    """A process whose two workers are busy with what the test asks for, leading a process group of its own."""
    script = [sys.executable, "-c", PARENT, str(HERE), request.param]
    with subprocess.Popen(script, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        process.stdout.readline()
        process.stdout.readline()
        yield process
        process.kill()


def workers_of(parent):
    deadline = time.monotonic() + 10
    while len(found := psutil.Process(parent.pid).children()) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.3)  # let them get to the busy reports
    assert len(found) == 2
    return found


def living(processes):
    return [one for one in processes if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


def end(processes, seconds=5):
    deadline = time.monotonic() + seconds
    while living(processes) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not living(processes)


@pytest.mark.parametrize("parent", ["sleep 60", "spin"], indirect=True)
def test_ctrl_c_ends_parent_and_workers(parent):
    workers = workers_of(parent)
    os.killpg(parent.pid, signal.SIGINT)  # what the terminal does
    assert parent.wait(5) == -signal.SIGINT
    assert end(workers)
    words = parent.stderr.read().decode()
    assert words.count("KeyboardInterrupt") == words.count("Traceback") == 1  # the parent's alone


@pytest.mark.parametrize("parent", ["sleep 60", "spin"], indirect=True)
@pytest.mark.parametrize("deadly", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_a_parent_that_is_killed(parent, deadly):
    workers = workers_of(parent)
    parent.send_signal(deadly)
    parent.wait(5)
    assert end(workers)


@pytest.mark.parametrize("parent", ["sleep 60"], indirect=True)
def test_a_worker_does_not_mind_ctrl_c(parent):
    workers = workers_of(parent)
    for worker in workers:
        worker.send_signal(signal.SIGINT)
    time.sleep(0.5)
    assert living(workers) == workers
