"""Keeps what was read. Each function runs inside one transaction: a report is stored wholly or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Insert, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from dateline.errors import StoreError
from dateline.model.links import Reading
from dateline.stages import Capture
from dateline.store import raw, rows
from dateline.store.rows import Contents
from dateline.store.schema import captures, documents, entities, events, mentions, parties, readings, records, reports


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a report: the state its row gets, why, in which run, and the seconds it took."""

    state: str
    reason: str | None
    run: int
    seconds: float | None = None


def _put(table: Table, *same: str) -> Insert:
    """Inserts a row, or updates the one that has the same values in the columns ``same``."""
    names = [column.name for column in table.c]
    statement = upsert(table).values({name: bindparam(name) for name in names})
    changed = {name: statement.excluded[name] for name in names if name not in same}
    return statement.on_conflict_do_update(index_elements=list(same), set_=changed)


# Made once: building and caching a statement takes longer than running it.
_CONTENT_TABLES = (records, mentions, entities, events, parties)
_ORDER = ("position", "role", "number")
_SAME_CAPTURE = select(captures.c.id).where(
    *(captures.c[name].is_not_distinct_from(bindparam(name)) for name in ("sha256", "locator", "media", "published"))
)
_READ_AS = select(readings.c.document).where(readings.c.capture == bindparam("capture"))
_READINGS = (
    select(readings.c.wire, readings.c.capture)
    .where(readings.c.document == bindparam("key"))
    .order_by(readings.c.wire, readings.c.capture)
)
_BY_ID = select(documents.c.key, documents.c.origin, documents.c.text).where(documents.c.id == bindparam("id"))
_BY_KEY = select(documents).where(documents.c.key == bindparam("key"))
_PUT_READING = _put(readings, "capture")
_PUT_REPORT = _put(reports, "locator")


def keep(connection: Connection, capture: Capture, reading: Reading, outcome: Outcome) -> None:
    """Stores a capture and its reading, in place of what these very bytes from there were read as before."""
    packed = rows.document_json(reading.document)
    source = _capture(connection, capture)
    before = connection.execute(_READ_AS, {"capture": source}).scalar()
    known = connection.execute(_BY_ID, {"id": reading.document.id}).one_or_none()
    if known is not None and known.text != reading.document.text:
        raise StoreError(f"document '{reading.document.id}' is in the store with another text; texts never change")
    fresh = rows.contents(reading)
    key = _add(connection, reading, fresh, source=source, packed=packed) if known is None else known.key
    connection.execute(_PUT_READING, {"capture": source, "document": key, "run": outcome.run, "wire": packed})
    if known is None:
        _insert(connection, key, fresh)
    elif _settle(connection, key) == packed or known.origin == source:
        _replace(connection, key, fresh)
    if before is not None and before != key:
        _settle(connection, before)
    report(connection, capture.locator, outcome, source)


def refuse(connection: Connection, locator: str, outcome: Outcome, capture: Capture | None) -> None:
    """Stores that a report could not be read, with its bytes where there are any."""
    report(connection, locator, outcome, None if capture is None else _capture(connection, capture))


def forget(connection: Connection, locator: str) -> None:
    """Removes the row of a failed report without bytes."""
    at = reports.c.locator == rows.storable(locator)
    connection.execute(delete(reports).where(at, reports.c.state == "failed", reports.c.capture.is_(None)))


def report(connection: Connection, locator: str, outcome: Outcome, source: int | None) -> None:
    """Sets the row of the report at ``locator``."""
    values = {
        "locator": rows.storable(locator),
        "capture": source,
        "state": outcome.state,
        "reason": outcome.reason,
        "run": outcome.run,
        "seconds": outcome.seconds,
    }
    connection.execute(_PUT_REPORT, values)


def _capture(connection: Connection, capture: Capture) -> int:
    """The id of the capture, which is added when these bytes have not come from there before."""
    values = {
        "locator": rows.storable(capture.locator),
        "media": capture.media,
        "published": capture.published,
        "sha256": raw.sha256(capture.raw),
    }
    known = connection.execute(_SAME_CAPTURE, values).scalar()
    return known or _new_key(connection, captures, {**values, "packed": raw.packed(capture.raw)})


def _add(connection: Connection, reading: Reading, fresh: Contents, *, source: int, packed: str) -> int:
    document = reading.document
    values = {"id": document.id, "text": document.text, "origin": source, **rows.counted(fresh.records)}
    return _new_key(connection, documents, {**values, **rows.described(packed)})


def _settle(connection: Connection, key: int) -> str | None:
    """Shows a document as the reading whose wire form sorts first, whatever the order of arrival.

    Gives that wire form, or None when no capture is read as this document any more: it then leaves the view.
    """
    found = connection.execute(_READINGS, {"key": key}).all()
    same = documents.c.key == key
    if not found:
        connection.execute(update(documents).where(same).values(origin=None))
        _replace(connection, key, Contents((), (), ()))
        return None
    best: str = found[0].wire
    shown = connection.execute(_BY_KEY, {"key": key}).one()._asdict()
    origins = [row.capture for row in found if row.wire == best]
    origin = shown["origin"] if shown["origin"] in origins else origins[0]
    values = {"origin": origin, **rows.described(best)}
    if values != {name: shown[name] for name in values}:
        connection.execute(update(documents).where(same).values(values))
    return best


def _replace(connection: Connection, key: int, fresh: Contents) -> None:
    """Puts ``fresh`` in place of the contents of a document, if they differ."""
    if _stored(connection, key) == fresh:
        return
    for table in _CONTENT_TABLES:
        connection.execute(delete(table).where(table.c.document == key))
    _insert(connection, key, fresh)
    connection.execute(update(documents).where(documents.c.key == key).values(rows.counted(fresh.records)))


def _stored(connection: Connection, key: int) -> Contents:
    def stored(table: Table) -> tuple[rows.Row, ...]:
        wanted = [column for column in table.c if column.name not in ("key", "document")]
        order = [table.c[name] for name in _ORDER if name in table.c]
        found = connection.execute(select(*wanted).where(table.c.document == key).order_by(*order))
        return tuple(dict(row) for row in found.mappings())

    return Contents(*(stored(table) for table in _CONTENT_TABLES))


def _insert(connection: Connection, key: int, fresh: Contents) -> None:
    parts = (fresh.records, fresh.mentions, fresh.entities, fresh.events, fresh.parties)
    for table, given in zip(_CONTENT_TABLES, parts, strict=True):
        if given:
            connection.execute(insert(table), [{**row, "document": key} for row in given])


def _new_key(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    key = connection.execute(insert(table), values).inserted_primary_key
    assert key is not None
    return int(key[0])
