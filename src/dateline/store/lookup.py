"""One report by its document id, the beginning of it, or the place it was read from."""

from __future__ import annotations

import json
import os
import re
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, func, or_, select

from dateline.errors import UsageError
from dateline.model.wire import FORMAT, Wire
from dateline.store import rows
from dateline.store.schema import documents, entities, mentions, readings, records, reports

_BEGINNING = re.compile(r"[0-9a-f]{4,}")
_NAMED = 5  # how many are named when a key means several


def reading_of(connection: Connection, key: str) -> Wire:
    """The reading that ``key`` names, in the wire form, as it was kept.

    ``key`` is a document id, the first four or more characters of one, or a locator: whole, or the end of its path
    from a folder on. Raises ``UsageError`` when it names no report, several, or one that could not be read.
    """
    document = document_key(connection, key)
    wanted = (
        select(documents.c.text, readings.c.wire)
        .join(readings, readings.c.capture == documents.c.origin)
        .where(documents.c.key == document)
    )
    found = connection.execute(wanted).one()
    return {
        "format": FORMAT,
        "document": rows.document_wire(found.wire, found.text),
        "records": _entries(connection, records, document),
        "mentions": _entries(connection, mentions, document),
        "entities": _entries(connection, entities, document),
    }


def _entries(connection: Connection, table: Table, document: int) -> list[Wire]:
    wanted = select(table.c.wire).where(table.c.document == document).order_by(table.c.position)
    return [json.loads(packed) for packed in connection.execute(wanted).scalars()]


def document_key(connection: Connection, key: str) -> int:
    """The key of the document meant: by its id, its locator, the beginning of its id, the end of its path, in turn.

    Raises ``UsageError`` as ``reading_of`` does.
    """
    key = rows.storable(key)
    by_id = _documents(connection, documents.c.id == key)
    if by_id:
        return int(by_id[0].key)
    at = _reports(connection, reports.c.locator.in_(_paths(key)))
    if not at and _BEGINNING.fullmatch(key):
        begun = _documents(connection, documents.c.id.between(key, key + "g"))
        if begun:
            return int(_only(key, [(row.id, row.key) for row in begun]))
    if not at:
        at = _reports(connection, or_(*_around(key)))
    if not at:
        raise UsageError(
            f"there is no report '{key}' in this store. A report is named by the path it was read from, "
            "or by its document id or the first four or more characters of that"
        )
    if len(at) == 1 and at[0].document is None:
        raise UsageError(f"'{at[0].locator}' could not be read: {at[0].reason}")
    return int(_only(key, [(row.locator, row.document) for row in at]))


def _only(key: str, found: list[tuple[str, Any]]) -> Any:
    """The one value that all of ``found`` agree on."""
    values = {value for _, value in found}
    if len(values) == 1:
        return values.pop()
    names = ", ".join(name for name, _ in found[:_NAMED])
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    raise UsageError(f"'{key}' names {len(found)} reports: {names}{more}. Say which")


def _documents(connection: Connection, wanted: ColumnElement[bool]) -> list[Row[Any]]:
    shown = select(documents.c.key, documents.c.id).where(documents.c.origin.is_not(None), wanted)
    return list(connection.execute(shown.order_by(documents.c.id)))


def _reports(connection: Connection, wanted: ColumnElement[bool]) -> list[Row[Any]]:
    shown = (
        select(reports.c.locator, reports.c.reason, readings.c.document)
        .outerjoin(readings, readings.c.capture == reports.c.capture)
        .where(wanted)
    )
    return list(connection.execute(shown.order_by(reports.c.locator)))


def _paths(key: str) -> list[str]:
    return list(dict.fromkeys([key, os.path.normpath(key), os.path.abspath(key)]))


def _around(key: str) -> list[ColumnElement[bool]]:
    """Locators that are lines of the file ``key``, or whose path ends in it."""
    lines = [func.substr(reports.c.locator, 1, len(path) + 1) == f"{path}#" for path in _paths(key)]
    ending = "/" + os.path.normpath(key)
    return [*lines, func.substr(reports.c.locator, -len(ending)) == ending]
