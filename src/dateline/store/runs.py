"""The runs that wrote into a store: which command, with which settings and producers, and how each ended."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from dateline.errors import UsageError
from dateline.store.rows import pack
from dateline.store.schema import runs


@dataclass(frozen=True, slots=True)
class Run:
    """A run. ``state`` is "running" until it is finished, and stays so when it was killed. Times are UTC."""

    id: int
    started: str
    finished: str | None
    state: str
    command: str
    settings: Mapping[str, Any]
    producers: Mapping[str, str]


def now() -> str:
    """The time as it is recorded: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def begin(connection: Connection, command: str, settings: Mapping[str, object], producers: Mapping[str, str]) -> int:
    """Records that a run begins; gives its id."""
    values = {"command": command, "settings": pack(settings), "producers": pack(producers)}
    key = connection.execute(insert(runs).values(started=now(), state="running", **values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def finish(connection: Connection, run: int, state: str) -> None:
    """Records how a run ended; ``UsageError`` when there is no such run."""
    if connection.execute(update(runs).where(runs.c.id == run).values(finished=now(), state=state)).rowcount == 0:
        raise UsageError(f"there is no run {run} in this store")


def every(connection: Connection) -> Iterator[Run]:
    """All runs, oldest first."""
    for row in connection.execute(select(runs).order_by(runs.c.id)).mappings():
        yield Run(**{**row, "settings": json.loads(row["settings"]), "producers": json.loads(row["producers"])})
