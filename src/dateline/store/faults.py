"""What SQLite says no with, as ``StoreError``: which store, what happened, and the likely cause."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from dateline.errors import StoreError

_CAUSES = {
    "SQLITE_FULL": "cannot be written: the disk is full. What is stored is safe; free some space and go on",
    "SQLITE_BUSY": "is locked: another command is writing to it. Wait for it to end, or name another store",
    "SQLITE_LOCKED": "is locked: another command is writing to it. Wait for it to end, or name another store",
    "SQLITE_READONLY": "is read-only: the file or its folder, where SQLite keeps its notes, may not be written by you",
    "SQLITE_PERM": "may not be opened by you: check the permissions of the file and its folder",
    "SQLITE_CANTOPEN": "cannot be opened: its folder is missing or may not be read and written by you",
    "SQLITE_NOTADB": "is not a Dateline store: the file is no SQLite database. Was another file named?",
    "SQLITE_CORRUPT": "is damaged: it was cut short or overwritten outside Dateline. Restore it from a copy",
    "SQLITE_IOERR": "cannot be read or written: the disk is full or failing, or the file was removed",
    "SQLITE_TOOBIG": "cannot hold a report this large (the limit is 1 GB)",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the database's errors inside the block into ``StoreError`` about the store at ``path``."""
    try:
        yield
    except DBAPIError as fault:
        raise _store_error(path, fault.orig) from fault
    except sqlite3.Error as fault:
        raise _store_error(path, fault) from fault


def _store_error(path: Path, fault: BaseException | None) -> StoreError:
    name = getattr(fault, "sqlite_errorname", "")
    primary = "_".join(name.split("_")[:2])
    cause = _CAUSES.get(primary, "refused what was asked of it")
    return StoreError(f"the store '{path}' {cause} (SQLite: {fault})")
