"""Opens the file of a store: makes it, checks that it is one, brings an older one up to date."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, column, select, table
from sqlalchemy.exc import OperationalError

from dateline.errors import StoreError
from dateline.store.database import Database
from dateline.store.schema import VERSION, versions

_DATABASE = b"SQLite format 3\0"
_NEWEST = select(versions.c.version_num)


def open_database(path: Path, *, create: bool, wait_seconds: float) -> Database:
    """The database at ``path``, made when it is not there or empty and ``create`` is set; ``StoreError`` otherwise."""
    _prepare(path, create)
    database = Database(path, wait_seconds=wait_seconds)
    try:
        with database.looking() as connection:
            found = _version(connection, path)
        if found is None and not create:
            raise StoreError(f"the store '{path}' is empty: nothing has been read into it yet")
        database.use_wal()
        if found != VERSION:
            _upgrade(database)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(path: Path, create: bool) -> None:
    """Looks at the file before SQLite does, which would take a very short file of another kind for an empty store."""
    if path.is_dir():
        raise StoreError(f"the store '{path}' is a folder; a store is one file. Name a file in it, like 'dateline.db'")
    if path.exists() and not path.is_file():
        raise StoreError(f"the store '{path}' is not a regular file; a store is one file")
    if not path.exists() and not create:
        raise StoreError(f"there is no store at '{path}': nothing has been read into it yet, or it is named wrongly")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise StoreError(f"the folder for the store '{path}' cannot be made: {fault.strerror}") from fault
    if path.exists() and _beginning(path) not in (b"", _DATABASE):
        raise StoreError(
            f"the store '{path}' is not a Dateline store: it is no SQLite database. Was another file named?"
        )


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE))
    except OSError as fault:
        raise StoreError(f"the store '{path}' cannot be opened: {fault.strerror}") from fault


def _version(connection: Connection, path: Path) -> str | None:
    """The migration the store stands at, None for a database without a table; ``StoreError`` for any other."""
    try:
        return _checked(connection.execute(_NEWEST).scalar(), path)
    except OperationalError as fault:
        if "no such table" not in str(fault.orig):
            raise
    tables = connection.execute(select(table("sqlite_master", column("name")))).scalars().all()
    if not tables:
        return None
    # Another process may have made the store since the first look; from the second on, the connection's view stands.
    return _checked(connection.execute(_NEWEST).scalar() if versions.name in tables else None, path)


def _checked(found: object, path: Path) -> str:
    name, _, number = VERSION.rpartition("_")
    prefix, _, digits = str(found).rpartition("_")
    if prefix != name or not digits.isdecimal():
        raise StoreError(f"'{path}' is a SQLite database, but not a Dateline store. Was another file named?")
    if int(digits) > int(number):
        raise StoreError(
            f"the store '{path}' was made by a newer Dateline (version {digits}, this one knows up to {number}). "
            "Update Dateline, or name another store"
        )
    return str(found)


def _upgrade(database: Database) -> None:
    """All steps in one transaction; another process that got there first leaves nothing to do."""
    from alembic import command
    from alembic.config import Config

    with database.writing() as connection:
        if _version(connection, database.path) != VERSION:
            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", "dateline.store:migrations")
            command.upgrade(config, "head")
