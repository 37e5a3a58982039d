"""Kills ``dateline read`` with SIGKILL at random points, goes on with the same store, and looks what was lost.

    python bench/kill.py --reports 500 --points 50 --seed 1

Most points lie after a random number of reports plus some milliseconds, so that they fall into every part of a
report's way into the store; every fifth lies at a random moment of the start, while the store is opened and the
workers load. At every second point on average only the parent is killed, else its whole process group with the
workers. At the end the read is run through once more, and the export is compared with that of a store that was
read without interruption. Prints one JSON object; ends with 1 when anything was lost, doubled, or different, or
a worker outlived its parent.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import psutil

from dateline.evaluate.synthetic import captures

DATELINE = (sys.executable, "-c", "from dateline.cli.main import run; run()")
START = 3.0  # seconds in which points of the start lie
DELAY = 0.1  # seconds after a report in which the other points lie
GRACE = 5.0  # seconds a worker may take to notice that its parent is gone


@dataclass(frozen=True)
class Point:
    """When to kill: ``after`` so many reports (None: at the start) and ``delay`` seconds; and what."""

    after: int | None
    delay: float
    whole_group: bool


def points(count: int, reports: int, seed: int) -> list[Point]:
    """``count`` points in the order they come while ``reports`` reports are read."""
    random = Random(seed)
    afters = sorted(random.randrange(reports) for _ in range(count))
    made = [Point(after, random.uniform(0, DELAY), random.random() < 0.5) for after in afters]
    for at in range(0, count, 5):
        made[at] = Point(None, random.uniform(0, START), random.random() < 0.5)
    return made


def start(folder: Path, store: Path, workers: int) -> subprocess.Popen[bytes]:
    """A read of ``folder`` into ``store``, leading a process group of its own."""
    command = [*DATELINE, "read", str(folder), "--store", str(store), "--workers", str(workers), "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)


def strike(process: subprocess.Popen[bytes], point: Point) -> tuple[bool, int]:
    """Kills ``process`` at ``point``. Whether it came to that, and how many workers outlived it."""
    assert process.stdout is not None
    if point.after is not None:
        for _ in range(point.after + 1):
            if not process.stdout.readline():
                break
    time.sleep(point.delay)
    workers = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    with suppress(ProcessLookupError):  # it may have come to its end just now
        if point.whole_group:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.stdout.close()
    code = process.wait()
    return code == -signal.SIGKILL, len(psutil.wait_procs([one for one in workers if alive(one)], timeout=GRACE)[1])


def alive(process: psutil.Process) -> bool:
    """Whether it runs; one that only waits to be reaped does not."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def read_through(folder: Path, store: Path, workers: int) -> None:
    """Reads to the end; raises ``CalledProcessError`` when that fails."""
    with start(folder, store, workers) as process:
        process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, "dateline read")


def export(store: Path) -> bytes:
    """What ``dateline export`` prints."""
    command = [*DATELINE, "export", "--format", "jsonl", "--store", str(store)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def entries(exported: bytes) -> Counter[tuple[str, str]]:
    """How often each entry (kind and id) stands in an export."""
    return Counter((entry["kind"], entry["id"]) for entry in map(json.loads, exported.splitlines()))


def compared(whole: bytes, broken: bytes) -> dict[str, object]:
    """What the interrupted store lacks and has too often, against the other."""
    expected, found = entries(whole), entries(broken)
    return {
        "documents": sum(1 for kind, _ in expected if kind == "document"),
        "entries": expected.total(),
        "lost": (expected - found).total(),
        "doubled": (found - expected).total(),
        "identical": whole == broken,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the bench and says what the process is to end with."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--points", type=int, default=50)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="dateline-kill-") as scratch:
        folder, whole, broken = (Path(scratch) / name for name in ("reports", "whole.db", "broken.db"))
        folder.mkdir()
        for capture in captures(given.reports, words=given.words, seed=given.seed):
            (folder / Path(capture.locator).name).write_bytes(capture.raw)
        read_through(folder, whole, given.workers)
        struck, outlived = 0, 0
        for point in points(given.points, given.reports, given.seed):
            hit, left = strike(start(folder, broken, given.workers), point)
            struck, outlived = struck + hit, outlived + left
        read_through(folder, broken, given.workers)
        result = compared(export(whole), export(broken))
    found = {"points": given.points, "struck": struck, "workers_that_outlived": outlived, **result}
    sys.stdout.write(json.dumps(found) + "\n")
    return 0 if result["identical"] and not (result["lost"] or result["doubled"] or outlived) else 1


if __name__ == "__main__":
    sys.exit(main())
