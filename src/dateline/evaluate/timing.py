"""Times runs of the engine: rate, memory, cost of each stage, and the time to the first record from a cold start."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from dateline import engine
from dateline.engine import Outcome
from dateline.errors import DatelineError
from dateline.evaluate.memory import MemoryWatch
from dateline.evaluate.subject import Subject
from dateline.stages import Capture


@dataclass(frozen=True, slots=True)
class Rate:
    """One timed run. ``seconds`` is all of it, ``start`` the part until the first report was done, ``processor``
    the processor seconds of parent and workers, ``megabytes`` their memory together at its peak, ``stages`` the
    processor seconds of each stage over all reports.
    """

    workers: int
    stored: bool
    reports: int
    words: int
    seconds: float
    start: float
    processor: float
    megabytes: int
    stages: tuple[tuple[str, float], ...]

    @property
    def each(self) -> float:
        """Milliseconds a report takes once the first is done."""
        return 1000 * (self.seconds - self.start) / max(1, self.reports - 1)

    @property
    def stage_costs(self) -> dict[str, float]:
        """Milliseconds of processor time a report takes in each stage."""
        return {name: round(1000 * seconds / self.reports, 2) for name, seconds in self.stages}

    def wire(self) -> dict[str, Any]:
        """As JSON-ready fields."""
        return {
            "workers": self.workers,
            "stored": self.stored,
            "reports": self.reports,
            "seconds": round(self.seconds, 2),
            "start_seconds": round(self.start, 2),
            "reports_per_second": round(self.reports / self.seconds, 1),
            "words_per_second": round(self.words / self.seconds),
            "ms_per_report": round(self.each, 2),
            "processor_ms_per_report": round(1000 * self.processor / max(1, self.reports), 2),
            "peak_megabytes": self.megabytes,
        }


def timed(subject: Subject, captures: Iterable[Capture], *, workers: int, stored: bool) -> Rate:
    """Runs ``captures`` through the engine, into a throw-away store when ``stored``, and takes the time.

    Raises ``DatelineError`` when a report fails: a rate of failures would say nothing.
    """
    reports = words = 0
    start = 0.0
    stages: dict[str, float] = {}
    with ExitStack() as stack:
        watch = stack.enter_context(MemoryWatch())
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="dateline-bench-"))) if stored else None
        begin, before = perf_counter(), _processor_seconds()
        outcomes = engine.run(captures, workers=workers, limits=subject.limits, build=subject.build)
        for outcome in sound(outcomes) if folder is None else _kept(sound(outcomes), folder, subject.producers):
            start = start or perf_counter() - begin
            reports += 1
            words += len(outcome.capture.raw.split())
            for name, seconds in outcome.stages:
                stages[name] = stages.get(name, 0.0) + seconds
        taken, used = perf_counter() - begin, _processor_seconds() - before
    return Rate(workers, stored, reports, words, taken, start, used, watch.peak >> 20, tuple(stages.items()))


def _processor_seconds() -> float:
    """The processor time of this process and of all it started that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def first_record(command: Sequence[str], capture: Capture) -> float:
    """The seconds from starting ``command`` as a fresh process on a file with ``capture`` to the first line it prints.

    Raises ``DatelineError`` when it prints none.
    """
    with TemporaryDirectory(prefix="dateline-bench-") as folder:
        file = Path(folder) / "report.txt"
        file.write_bytes(capture.raw)
        begin = perf_counter()
        with subprocess.Popen([*command, str(file)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            taken = perf_counter() - begin
            process.stdout.read()
    if not line.strip():
        raise DatelineError(f"'{' '.join(command)}' printed no record (exit status {process.returncode})")
    return taken


def sound(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """``outcomes`` as they are; raises ``DatelineError`` for the first that failed."""
    for outcome in outcomes:
        if outcome.reading is None:
            raise DatelineError(f"{outcome.capture.locator} failed: {outcome.reason}")
        yield outcome


def _kept(outcomes: Iterable[Outcome], folder: Path, producers: Mapping[str, str]) -> Iterator[Outcome]:
    from dateline.store import Store

    with Store.open(folder / "bench.db") as store:
        run = store.begin_run(command="bench speed", settings={}, producers=producers)
        for outcome in outcomes:
            assert outcome.reading is not None
            store.keep(outcome.capture, outcome.reading, run)
            yield outcome
        store.finish_run(run, "done")
