"""``kill -9`` at any point while writing: each report is there wholly or not at all, and going on loses nothing."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event
from store_readings import HARBOUR, PRODUCERS, Report, exported, kept, numbered

from dateline.model import wire
from dateline.store import Store


def read(path: Path, reports: list[Report]) -> None:
    """What an interrupted command does when it is run again: reads what is not known yet."""
    with Store.open(path) as store:
        run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
        for report in reports:
            if not store.known(report.capture(), PRODUCERS):
                store.keep(report.capture(), report.reading(), run)


def killed_after(seconds: float, act: Callable[[], None]) -> None:
    """Does ``act`` in a process of its own and kills it."""
    child = _forked(act)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def check(path: Path, reports: list[Report]) -> int:
    """That the store can be opened, is sound and holds each report wholly or not at all; gives how many it holds."""
    Store.open(path).close()
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("report_words", "statement_words"):
        raw.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
    raw.close()
    expected = {report.locator: wire.reading(report.reading()) for report in reports}
    with Store.open(path) as store:
        stored = [row.locator for row in store.reports("done")]
        assert all(store.reading_of(locator) == expected[locator] for locator in stored)
        assert len(stored) == store.counts()["documents"] == len(list(store.captures()))
    return len(stored)


def test_killed_at_random_points_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    reports, path, whole = numbered(40), tmp_path / "store.db", tmp_path / "whole.db"
    started = time.monotonic()
    read(whole, reports)
    taken, held = time.monotonic() - started, 0
    for _ in range(10):
        killed_after(random.uniform(0, taken / 3), lambda: read(path, reports))
        if path.exists():
            now_held = check(path, reports)
            assert now_held >= held
            held = now_held
    read(path, reports)
    with Store.open(path) as one, Store.open(whole) as other:
        assert exported(one) == exported(other)


@pytest.mark.parametrize("before", [(), (HARBOUR,)], ids=["first time", "replacing"])
def test_killed_at_every_step_of_a_report(tmp_path: Path, empty_store: Path, before: tuple[Report, ...]) -> None:
    base = tmp_path / "base.db"
    shutil.copy(empty_store, base)
    with Store.open(base) as store:
        run = kept(store, *before)
    newer = replace(HARBOUR, said=HARBOUR.said[:2], title="Port open")
    for step in range(100):
        path = tmp_path / f"{step}.db"
        shutil.copy(base, path)
        if not _killed_at(step, path, newer, run):
            break
        with Store.open(path) as store:
            held = [store.reading_of(row.locator) for row in store.reports()]
        assert held == [wire.reading(one.reading()) for one in before]
    assert step > 8
    with Store.open(path) as store:
        assert [store.reading_of(row.locator) for row in store.reports()] == [wire.reading(newer.reading())]


def _killed_at(step: int, path: Path, report: Report, run: int) -> bool:
    """Keeps ``report`` in a process that is killed before its statement number ``step``; whether it came so far."""

    def act() -> None:
        with Store.open(path) as store:
            steps = iter(range(step))

            def count(*_: object) -> None:
                if next(steps, None) is None:
                    os.kill(os.getpid(), signal.SIGKILL)

            event.listen(store._database._engine, "before_cursor_execute", count)
            event.listen(store._database._engine, "commit", count)
            store.keep(report.capture(), report.reading(), run)

    return os.WIFSIGNALED(os.waitpid(_forked(act), 0)[1])


def _forked(act: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        act()
        os._exit(0)
    return child
