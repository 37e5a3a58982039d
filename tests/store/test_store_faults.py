"""A full disk, a read-only store, another writer: one clear error each, and nothing half done."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from store_readings import HARBOUR, PRODUCERS, Report, exported, kept, numbered

from dateline.errors import DatelineError, StoreError
from dateline.store import Store

NOBODY = 65534


@contextmanager
def room_for(store: Store, pages: int) -> Iterator[None]:
    """Lets the file grow by ``pages`` only, as a full disk would."""
    with store._database.looking() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        most = connection.exec_driver_sql(f"PRAGMA max_page_count = {used + pages}").scalar_one()
    assert most == used + pages
    yield
    with store._database.looking() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


def test_a_full_disk_loses_nothing(store: Store) -> None:
    kept(store, HARBOUR)
    before = exported(store)
    with (
        room_for(store, 2),
        pytest.raises(StoreError, match=r"the store '.*store.db' cannot be written: the disk is full"),
    ):
        kept(store, *numbered(50))
    stored = {row.locator for row in store.reports()}
    kept(store, *numbered(50))
    assert set(before) <= set(exported(store))
    assert len(stored) < 50
    assert store.counts()["reports"] == 51


def test_a_report_that_did_not_fit_leaves_no_trace(store: Store) -> None:
    kept(store, HARBOUR)
    before = exported(store)
    long = Report("word " * 20_000, locator="long.txt")
    run = store.begin_run(command="read", settings={}, producers=PRODUCERS)
    with room_for(store, 4), pytest.raises(StoreError, match="disk is full"):
        store.keep(long.capture(), long.reading(), run)
    assert exported(store) == before
    assert list(store.find("word")) == []
    assert len(list(store.captures())) == 1


def test_a_second_writer_waits(store: Store, path: Path) -> None:
    released: list[float] = []

    def release() -> None:
        time.sleep(0.3)
        released.append(time.monotonic())
        other.rollback()

    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    thread = threading.Thread(target=release)
    thread.start()
    kept(store, HARBOUR)
    done = time.monotonic()
    thread.join()
    other.close()
    assert done >= released[0]


def test_writers_at_once_take_turns(path: Path) -> None:
    reports = numbered(40)

    def write(part: int) -> None:
        with Store.open(path) as store:
            kept(store, *reports[part::4])

    with ThreadPoolExecutor(4) as threads:
        for done in [threads.submit(write, part) for part in range(4)]:
            done.result()
    with Store.open(path) as store:
        counts = store.counts()
        assert {name: count for name, count in counts.items() if count} == {
            "reports": 40,
            "done": 40,
            "documents": 40,
            "statements": 40,
        }


def test_a_store_locked_for_long_is_told(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path, wait_seconds=0.05) as store:
        with pytest.raises(StoreError, match=r"the store '.*store.db' is locked: another command is writing to it"):
            kept(store, HARBOUR)
        assert list(store.reports()) == []
    other.close()


def test_readers_go_on_while_another_writes(store: Store, path: Path) -> None:
    kept(store, *numbered(3))
    with Store.open(path) as reader:
        rows = reader.reports()
        first = next(rows)
        kept(store, HARBOUR)
        assert len([first, *rows]) == 3
        assert len(list(reader.reports())) == 4


def test_writing_while_iterating_over_the_same_store(store: Store) -> None:
    run = kept(store, *numbered(3))
    for row in store.reports():
        store.refuse(row.locator, "changed its mind", run)
    assert len(list(store.reports("failed"))) == 3


def test_an_unknown_run_is_refused_and_nothing_kept(store: Store) -> None:
    with pytest.raises(StoreError, match="FOREIGN KEY"):
        store.keep(HARBOUR.capture(), HARBOUR.reading(), 7)
    assert store.counts()["documents"] == 0


@pytest.mark.parametrize(
    ("file", "folder", "message"),
    [
        (0o444, 0o777, "is read-only"),
        (0o444, 0o555, "is read-only"),
        (0o666, 0o555, "is read-only"),
        (0o000, 0o777, "cannot be opened"),
    ],
)
def test_a_store_that_may_not_be_written_is_told(
    open_folder: Path, empty_store: Path, file: int, folder: int, message: str
) -> None:
    path = open_folder / "store.db"
    path.write_bytes(empty_store.read_bytes())
    path.chmod(file)
    open_folder.chmod(folder)

    def write() -> None:
        with Store.open(path) as store:
            kept(store, HARBOUR)

    assert f"the store '{path}' {message}" in _told(write)


def test_a_read_only_store_can_be_looked_into(open_folder: Path, empty_store: Path) -> None:
    path = open_folder / "store.db"
    path.write_bytes(empty_store.read_bytes())
    with Store.open(path) as store:
        kept(store, HARBOUR)
    path.chmod(0o444)

    def look() -> None:
        with Store.open(path, create=False) as store:
            assert store.counts()["reports"] == 1
            assert len(list(store.find("port"))) > 0

    assert _told(look) == ""


def test_a_folder_that_may_not_be_written_is_told(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    assert "cannot be opened" in _told(lambda: Store.open(open_folder / "store.db").close())
    assert "cannot be made: Permission denied" in _told(lambda: Store.open(open_folder / "new" / "store.db").close())


@pytest.fixture
def open_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that any user may reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def _told(act: Callable[[], None]) -> str:
    """The error that ``act`` ends with when a user without special rights does it, or nothing."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        if os.getuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        told = ""
        try:
            act()
        except DatelineError as fault:
            told = str(fault)
        except BaseException as fault:  # noqa: BLE001
            told = f"{type(fault).__name__}: {fault}"
        os.write(write_end, told.encode())
        os._exit(0)
    os.close(write_end)
    with open(read_end, encoding="utf-8") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return told
