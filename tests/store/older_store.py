"""A store as an earlier version made it: its first steps only, with rows as that version wrote them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config

from dateline.store.database import Database

NEW_FIELDS = ("precision", "score", "claims", "same")
"""The fields of an entity that the first version did not have."""


def made(path: Path, version: str) -> None:
    """Makes an empty store of that version."""
    database = Database(path, wait_seconds=1)
    with database.writing() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "dateline.store:migrations")
        command.upgrade(config, version)
    database.close()


def copied(newer: Path, older: Path, *, without: tuple[str, ...] = ()) -> None:
    """Copies all rows of a store into an older one, column by column where both have it."""
    with closing(sqlite3.connect(newer)) as source, closing(sqlite3.connect(older)) as target, target:
        source.row_factory = sqlite3.Row
        for table in ("runs", "captures", "documents", "readings", "reports", "records", "mentions", "entities"):
            there = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
            for row in source.execute(f"SELECT * FROM {table}"):
                values = [_without(row[name], without) if name == "wire" else row[name] for name in there]
                marks = ", ".join("?" * len(there))
                target.execute(f"INSERT INTO {table} ({', '.join(there)}) VALUES ({marks})", values)
        for row in source.execute("SELECT * FROM decisions"):
            target.execute("INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?)", tuple(row))


def rows(path: Path, *, without: tuple[str, ...] = ()) -> dict[str, list[dict[str, Any]]]:
    """All rows of mentions, entities and decisions, in order."""
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        found = {
            table: [dict(row) for row in raw.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3")]
            for table in ("mentions", "entities", "decisions")
        }
    for row in (*found["mentions"], *found["entities"]):
        row["wire"] = _without(row["wire"], without)
    return found


def _without(wire: str, names: tuple[str, ...]) -> str:
    return json.dumps({name: value for name, value in json.loads(wire).items() if name not in names})
