"""An event as it is told: with its sentence, its parties and place, who reports it, and the report it stands in."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, func, select

from dateline.model.text import Span
from dateline.model.wire import Wire
from dateline.store import rows
from dateline.store.schema import documents, entities, readings, records
from dateline.vocab.sentences import Sentences

_NESTING = 20  # statements looked through from the inside out; more than any report has
_UNNAMED = "nobody named"

# Made once: building a statement takes longer than running it.
_WHOLE = (
    select(
        records.c.wire,
        *(documents.c[name] for name in ("id", "title", "published", "language", "text")),
        func.json_extract(readings.c.wire, "$.source").label("source"),
    )
    .join(documents, documents.c.key == records.c.document)
    .outerjoin(readings, readings.c.capture == documents.c.origin)
    .where(records.c.document == bindparam("document"), records.c.position == bindparam("at"))
)
_NAMED = select(entities.c.name).where(entities.c.document == records.c.document, entities.c.id == records.c.speaker)
_NAME = _NAMED.order_by(entities.c.position).limit(1).scalar_subquery().label("name")
_HELD = select(records.c.wire, _NAME).where(records.c.document == bindparam("key"), records.c.id == bindparam("outer"))
_HELD = _HELD.limit(1)
_MEANT = (
    select(entities.c.wire)
    .where(entities.c.document == bindparam("key"), entities.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(entities.c.position)
)


class Teller:
    """Tells the events of one query."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sentences = Sentences.load()

    def told(self, document: int, position: int) -> Wire:
        """The event at this place among the records of a document in the wire form, and what belongs to it.

        ``sentence`` is the span around its trigger, ``reported_by`` who says so, or else the outlet, ``chain`` the
        sources of all statements it stands in, the innermost first, ``entities`` those of its parties and place.
        """
        row = self._connection.execute(_WHOLE, {"document": document, "at": position}).one()
        entry = rows.placed(row.wire, row.id)
        trigger = Span(entry["trigger"]["start"], entry["trigger"]["end"])
        around = self._sentences.around(row.text, trigger)
        source = json.loads(row.source or "{}")
        chain = list(self._chain(document, entry["statement"]))
        return {
            **entry,
            "sentence": {"start": around.start, "end": around.end, "text": row.text[around.start : around.end]},
            "sentence_number": self._sentences.number(row.text, trigger.start),
            "reported_by": chain[0] if chain else source.get("outlet"),
            "chain": chain,
            "entities": list(self._entities(document, entry)),
            "title": row.title,
            "published": row.published,
            "language": row.language,
            **{name: source.get(name) for name in ("outlet", "url", "licence")},
            "source_id": source.get("id"),
        }

    def _chain(self, document: int, outer: str | None) -> Iterator[str]:
        """The speakers of the statement ``outer`` and of those that it stands in itself: names, else the words."""
        for _ in range(_NESTING):
            if outer is None:
                return
            found = self._connection.execute(_HELD, {"key": document, "outer": outer}).one_or_none()
            entry = {"source": None, "within": None} if found is None else json.loads(found.wire)
            words = entry["source"]["text"] if entry["source"] else _UNNAMED
            yield (found.name if found is not None else None) or words
            outer = entry["within"]

    def _entities(self, document: int, entry: Wire) -> Iterator[Wire]:
        parts = [*entry["actors"], *entry["recipients"], *([entry["place"]] if entry["place"] else [])]
        ids = list(dict.fromkeys(one["entity"] for one in parts if one["entity"] is not None))
        if ids:
            found = self._connection.execute(_MEANT, {"key": document, "ids": ids})
            yield from (json.loads(packed) for packed in found.scalars())
