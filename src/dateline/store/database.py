"""A SQLite file and the two ways into it: a consistent look, and a transaction that happens wholly or not at all."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from dateline.model.globe import kilometres
from dateline.store.faults import explained

_SETTINGS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    "secure_delete = OFF",
    "cache_size = -16000",  # KiB
    "wal_autocheckpoint = 4000",  # pages, 16 MB
)
_PAUSE = 0.01  # seconds


class Database:
    """The file at ``path``. ``wait_seconds`` is how long to wait for another writer before saying that it is locked.

    Nothing is opened before it is used. Database errors inside ``looking`` and ``writing`` come out as ``StoreError``.
    """

    def __init__(self, path: Path, *, wait_seconds: float) -> None:
        self.path = path
        self._wait_seconds = wait_seconds
        self._engine = _engine(path, wait_seconds)
        self._writer = self._engine.execution_options(writes=True)

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A connection that sees the store as it is at its first query, whatever is written meanwhile."""
        with explained(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a write transaction: committed when the block ends, undone when it raises."""
        with explained(self.path), self._writer.begin() as connection:
            yield connection

    def use_wal(self) -> None:
        """Makes the file one that readers can read while a writer writes; the file remembers it."""
        with explained(self.path), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            deadline = time.monotonic() + self._wait_seconds
            while not _in_wal(raw, last_try=time.monotonic() >= deadline):
                time.sleep(_PAUSE)

    def close(self) -> None:
        """Closes the connections that are not in use."""
        self._engine.dispose()


def _engine(path: Path, wait_seconds: float) -> Engine:
    def connect() -> sqlite3.Connection:
        raw = sqlite3.connect(path, timeout=wait_seconds, isolation_level=None, check_same_thread=False)
        try:
            for setting in _SETTINGS:
                raw.execute(f"PRAGMA {setting}")
            raw.create_function("kilometres", 4, kilometres, deterministic=True)
        except sqlite3.Error:
            raw.close()
            raise
        return raw

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _in_wal(raw: sqlite3.Connection, *, last_try: bool) -> bool:
    """Asks for the write-ahead log; False when another process is in the way. SQLite itself does not wait here."""
    try:
        if raw.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            raw.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as fault:
        if last_try or not fault.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise
        return False
    return True


def _begin(connection: Connection) -> None:
    """The driver begins nothing by itself (``isolation_level=None``): so schema changes are in transactions too."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
