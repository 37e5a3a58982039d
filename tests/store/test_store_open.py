"""Opening: what becomes a store, what is one, and what is said about everything else."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event
from store_readings import HARBOUR, kept

import dateline.store.migrations
from dateline.errors import StoreError
from dateline.store import Store
from dateline.store.database import Database
from dateline.store.schema import VERSION, metadata


def test_a_store_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "store.db"
    with Store.open(path) as store:
        kept(store, HARBOUR)
        assert store.counts()["reports"] == 1


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    with Store.open(path) as store:
        assert store.counts()["reports"] == 0


def test_a_database_without_tables_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    with Store.open(path) as store:
        assert store.counts()["reports"] == 0


def test_a_store_opened_again_holds_the_same(path: Path) -> None:
    with Store.open(path) as store:
        kept(store, HARBOUR)
        before = list(store.entries())
    with Store.open(path, create=False) as store:
        assert list(store.entries()) == before


def test_a_path_with_odd_characters_is_opened_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a b?mode=ro#%41 é.db"
    Store.open(path).close()
    assert path.exists()


def test_an_existing_store_is_opened_without_alembic(path: Path) -> None:
    code = "import sys; from pathlib import Path; from dateline.store import Store; Store.open(Path(sys.argv[1])); "
    code += "assert 'alembic' not in sys.modules"
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def test_stores_are_written_ahead_and_synchronised_fully(path: Path) -> None:
    with Store.open(path), Database(path, wait_seconds=1).looking() as connection:
        settings = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
        assert settings == ["wal", 2]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_migrations_make_the_tables_of_the_schema(path: Path) -> None:
    with Database(path, wait_seconds=1).looking() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": _is_ours})
        assert compare_metadata(context, metadata) == []


def test_the_schema_names_the_newest_migration() -> None:
    script = ScriptDirectory(os.fspath(Path(dateline.store.migrations.__file__).parent))
    assert script.get_heads() == [VERSION]


def test_several_processes_may_make_a_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    children = []
    for _ in range(6):
        child = os.fork()
        if child == 0:
            try:
                Store.open(path).close()
            except BaseException:  # noqa: BLE001
                os._exit(1)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 6


def test_a_store_made_by_another_between_two_looks_is_opened(path: Path, tmp_path: Path) -> None:
    late = tmp_path / "late.db"
    late.touch()
    made: list[Path] = []

    def make(_: object) -> None:
        if not made:
            made.append(path)
            with (
                contextlib.closing(sqlite3.connect(path)) as source,
                contextlib.closing(sqlite3.connect(late)) as target,
            ):
                source.backup(target)

    event.listen(Engine, "handle_error", make)
    try:
        with Store.open(late) as store:
            assert store.counts()["reports"] == 0
    finally:
        event.remove(Engine, "handle_error", make)
    assert made


def test_opening_waits_for_the_lock_that_the_write_ahead_log_needs(path: Path) -> None:
    other = _locking(path)
    timer = threading.Timer(0.2, other.rollback)
    timer.start()
    with Store.open(path) as store:
        assert store.counts()["reports"] == 0
    timer.join()
    other.close()
    with contextlib.closing(sqlite3.connect(path)) as later:
        assert later.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_opening_says_when_that_lock_is_held_for_long(path: Path) -> None:
    other = _locking(path)
    with pytest.raises(StoreError, match="is locked: another command"):
        Store.open(path, wait_seconds=0.05)
    other.close()


def test_a_store_that_is_not_there_is_not_made_unless_wanted(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "store.db"
    with pytest.raises(StoreError, match=r"there is no store at '.*store.db': nothing has been read into it yet"):
        Store.open(path, create=False)
    assert not path.parent.exists()


def test_an_empty_file_is_no_store_to_look_into(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    with pytest.raises(StoreError, match=r"the store '.*store.db' is empty"):
        Store.open(path, create=False)


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder; a store is one file"):
        Store.open(tmp_path)


def test_a_pipe_is_no_store(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreError, match="not a regular file"):
        Store.open(tmp_path / "pipe")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(
        StoreError, match=r"the folder for the store '.*store.db' cannot be made: (Not a directory|File exists)"
    ):
        Store.open(tmp_path / "file" / "store.db")


@pytest.mark.parametrize("content", [b"x", b"News of the day.\n" * 100, b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_database_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"the store '.*notes.txt' is not a Dateline store"):
        Store.open(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("version", [None, "ae1027a6acf", "0001", "dateline_x"])
def test_another_programs_database_is_told(tmp_path: Path, version: str | None) -> None:
    path = tmp_path / "photos.db"
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE photos (name TEXT)")
    if version:
        raw.execute("CREATE TABLE alembic_version (version_num TEXT)")
        raw.execute("INSERT INTO alembic_version VALUES (?)", (version,))
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"'.*photos.db' is a SQLite database, but not a Dateline store"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_store_of_a_newer_version_is_told_and_left_alone(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = 'dateline_0099'")
    raw.commit()
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"'.*store.db' was made by a newer Dateline \(version 0099.*Update Dateline"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_store_cut_short_is_told(path: Path) -> None:
    with Store.open(path) as store:
        kept(store, HARBOUR)
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(StoreError, match=r"the store '.*store.db' is damaged"), Store.open(path) as store:
        store.counts()


def _is_ours(_: object, name: str | None, kind: str, reflected: bool, __: object) -> bool:
    """Whether Alembic is to compare it: the full-text tables and SQLite's own are not in the schema."""
    return not (kind == "table" and reflected and name not in metadata.tables)


def _locking(path: Path) -> sqlite3.Connection:
    """A connection that is writing to the store, which has lost its write-ahead log (as a copy may)."""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN IMMEDIATE")
    return other
