"""What people decided about records and entities: a log that is only ever added to, kept apart from what was extracted.

A decision names its subject by an id that comes from the text alone: when a newer version finds the record or entity
again, the decision still holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, or_, select, update

from dateline.errors import UsageError
from dateline.store.rows import pack
from dateline.store.runs import now
from dateline.store.schema import decisions, entities, records


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what about which subject, and when (UTC). ``withdrawn`` is when it was taken back, if it was.

    ``subject`` is the id of a record, of an entity, or of what entities of several reports are thought to be.
    """

    id: int
    decided: str
    who: str
    what: str
    subject: str
    payload: Mapping[str, Any]
    withdrawn: str | None


def decide(connection: Connection, *, who: str, what: str, subject: str, payload: Mapping[str, Any]) -> int:
    """Adds a decision; gives its id. ``UsageError`` for a subject that is not in the store, or an empty who or what."""
    if not who.strip() or not what.strip():
        raise UsageError("a decision needs somebody who takes it and what is decided")
    if not _is_there(connection, subject):
        raise UsageError(f"there is no record or entity '{subject}' in this store")
    values = {"who": who, "what": what, "subject": subject, "payload": pack(payload)}
    key = connection.execute(insert(decisions).values(decided=now(), **values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def withdraw(connection: Connection, decision: int) -> None:
    """Marks a decision as taken back; ``UsageError`` when there is none or it was withdrawn before."""
    found = connection.execute(select(decisions.c.withdrawn).where(decisions.c.id == decision)).one_or_none()
    if found is None:
        raise UsageError(f"there is no decision {decision} in this store")
    if found.withdrawn is not None:
        raise UsageError(f"decision {decision} was withdrawn already, at {found.withdrawn}")
    connection.execute(update(decisions).where(decisions.c.id == decision).values(withdrawn=now()))


def every(connection: Connection) -> Iterator[Decision]:
    """All decisions in the order they were taken, the withdrawn ones too."""
    for row in connection.execute(select(decisions).order_by(decisions.c.id)).mappings():
        yield Decision(**{**row, "payload": json.loads(row["payload"])})


def _is_there(connection: Connection, subject: str) -> bool:
    record = select(records.c.key).where(records.c.id == subject).limit(1)
    entity = select(entities.c.document).where(or_(entities.c.id == subject, entities.c.same == subject)).limit(1)
    return any(connection.execute(one).scalar() is not None for one in (record, entity))
