"""All that the store holds, for export: the same entries in the same order, whatever the order they came in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, select

from dateline.model.wire import Wire
from dateline.store import rows
from dateline.store.schema import documents, entities, mentions, readings, records


def entries(connection: Connection) -> Iterator[Wire]:
    """Documents by id; then records and mentions by document, place and id; then each entity once, by id.

    They are in the wire form; a document's ``kind`` is "document". Nothing in them tells of runs or locators.
    """
    yield from _documents(connection)
    yield from _contents(connection, records)
    yield from _contents(connection, mentions)
    yield from _entities(connection)


def merged(packed: list[str]) -> Wire:
    """One entity from what several documents have under one id (``iso:TJ``): all names and codes, the fullest name.

    What the documents agree on stays as it is; where they differ, order of arrival plays no part.
    """
    given = [json.loads(one) for one in sorted(packed)]
    if len(given) == 1:
        return dict(given[0])
    whole: Wire = {}
    for field in dict.fromkeys(name for one in given for name in one):
        values = [one[field] for one in given if one.get(field) is not None]
        whole[field] = _joined(field, values) if values else None
    return whole


def _joined(field: str, values: list[Any]) -> Any:
    if field == "names":
        return sorted({name for names in values for name in names})
    if field == "codes":
        return dict(sorted((name, code) for codes in reversed(values) for name, code in codes.items()))
    if field == "name":
        return min(values, key=lambda name: (-len(name), name))
    return values[0]


def _documents(connection: Connection) -> Iterator[Wire]:
    wanted = select(documents.c.text, readings.c.wire).join(readings, readings.c.capture == documents.c.origin)
    for row in connection.execute(wanted.order_by(documents.c.id)):
        yield {"kind": "document", **rows.document_wire(row.wire, row.text)}


def _contents(connection: Connection, table: Table) -> Iterator[Wire]:
    """The entries of one kind, a document's at a time."""
    wanted = select(documents.c.id, table.c.start, table.c.wire).join(documents, documents.c.key == table.c.document)
    found = connection.execute(wanted.order_by(documents.c.id, table.c.position))
    for document, group in groupby(found, key=lambda row: row.id):
        placed = [(row.start, rows.placed(row.wire, document)) for row in group]
        placed.sort(key=lambda one: (one[0], one[1]["id"]))
        yield from (entry for _, entry in placed)


def _entities(connection: Connection) -> Iterator[Wire]:
    wanted = select(entities.c.id, entities.c.wire).distinct()
    found = connection.execute(wanted.order_by(entities.c.id, entities.c.wire))
    for _, group in groupby(found, key=lambda row: row.id):
        yield merged([row.wire for row in group])
