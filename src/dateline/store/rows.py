"""A reading as rows, and rows as the wire form: what goes in comes out the same, byte for byte."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.errors import InputError
from dateline.model import wire
from dateline.model.links import Entity, Link, Reading
from dateline.model.records import Event, Statement
from dateline.model.text import Document
from dateline.model.wire import Wire
from dateline.store import columns, happening
from dateline.store.words import APART, folded

Row = dict[str, Any]
_Links = dict[tuple[str, str], Link]

NO_EXTRACTOR = "no extractor for "
GAP = " … "
"""Stands between the pieces of a statement's content in the column that is searched."""

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found in a document, as rows without their document."""

    records: tuple[Row, ...]
    mentions: tuple[Row, ...]
    entities: tuple[Row, ...]
    events: tuple[Row, ...] = ()
    parties: tuple[Row, ...] = ()


def contents(reading: Reading) -> Contents:
    """The rows of what was found in a document."""
    links: _Links = {(link.role, link.subject): link for link in reading.resolution.links}
    names = _names(reading.resolution.entities)
    return Contents(
        records=tuple(_records(reading, links, names)),
        mentions=tuple(_mentions(reading, links)),
        entities=tuple(_entities(reading)),
        events=tuple(happening.events(reading, names)),
        parties=tuple(happening.parties(reading, names)),
    )


def counted(records: Iterable[Row]) -> Row:
    """How many of the rows of records are statements and how many are events."""
    kinds = Counter(row["kind"] for row in records)
    return {"statements": kinds["statement"], "events": kinds["event"]}


def document_json(document: Document) -> str:
    """The wire form of a document with its text left out. Of two, the one that sorts first is the one to show.

    Raises ``InputError`` for a text that cannot be stored.
    """
    for part in (document.text, document.title or "", document.source.outlet or ""):
        if "\0" in part or _has_surrogate(part):
            raise InputError("a text with NUL or a lone surrogate cannot be stored; the reader should have refused it")
    packed = _encode({**wire.document(document), "text": ""})
    return json.dumps(json.loads(packed)) if _has_surrogate(packed) else packed


def described(packed: str) -> Row:
    """The columns that a document is listed and filtered by, from ``document_json``."""
    entry = json.loads(packed)
    return {
        "title": entry["title"],
        "published": entry["published"],
        "language": entry["language"],
        "outlet": folded(entry["source"]["outlet"] or ""),
    }


def document_wire(packed: str, text: str) -> Wire:
    """The wire form of a document from ``document_json`` and its text."""
    return {**json.loads(packed), "text": text}


def placed(packed: str, document: str) -> Wire:
    """The wire form of a record or mention with the ``document`` it stands in, after its id as in the wire form."""
    whole: Wire = {}
    for name, value in json.loads(packed).items():
        whole[name] = value
        if name == "id":
            whole["document"] = document
    return whole


def unsupported(document: Document) -> str | None:
    """Why a document is kept without records ("no extractor for ru"), or None when it was read."""
    return next((issue for issue in document.issues if issue.startswith(NO_EXTRACTOR)), None)


def storable(locator: str) -> str:
    """A locator as it is stored: bytes of a file name that are no UTF-8 are written out (``caf\\xe9.txt``)."""
    return locator.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").replace("\0", "\\x00")


def pack(value: Mapping[str, Any]) -> str:
    """Settings, producers or a payload as JSON, the same characters for the same value; paths as text."""
    return json.dumps(value, ensure_ascii=True, sort_keys=True, default=str)


def _records(reading: Reading, links: _Links, names: happening.Names) -> Iterator[Row]:
    for position, (record, entry) in enumerate(zip(reading.records, wire.records(reading), strict=True)):
        link = links.get(("speaker", record.id))
        yield {
            "position": position,
            "id": record.id,
            "kind": entry["kind"],
            "start": record.start,
            **(_said(reading, record, link, names) if isinstance(record, Statement) else _done(reading, record)),
            "wire": _unplaced(entry),
        }


def _said(reading: Reading, record: Statement, link: Link | None, names: happening.Names) -> Row:
    speaker, source = None if link is None else link.entity, record.source
    voices = [*names.get(speaker or "", ()), *([] if source is None else [reading.document[source]])]
    earliest, latest = _days(reading.document, record)
    return {
        "form": record.form,
        "stance": record.stance,
        "speaker": speaker,
        "basis": None if link is None else link.basis,
        "earliest": earliest,
        "latest": latest,
        "words": GAP.join(reading.document[span] for span in record.content),
        "voices": APART.join(dict.fromkeys(voices)),
    }


def _done(reading: Reading, record: Event) -> Row:
    words = GAP.join(reading.document[span] for span in (record.trigger, *record.evidence))
    nothing = dict.fromkeys(("form", "stance", "speaker", "basis"))
    return {**nothing, **happening.days(record), "words": words, "voices": ""}


def _mentions(reading: Reading, links: _Links) -> Iterator[Row]:
    for position, entry in enumerate(wire.mentions(reading)):
        link = links.get(("mention", entry["id"]))
        basis = None if link is None else link.basis
        yield {
            "position": position,
            "start": entry["span"]["start"],
            "entity": entry["entity"],
            "basis": basis,
            **columns.of_mention(entry),
            "wire": _unplaced(entry),
        }


def _entities(reading: Reading) -> Iterator[Row]:
    seen = columns.seen(reading)
    for position, entry in enumerate(wire.entities(reading)):
        yield {
            "position": position,
            "id": entry["id"],
            "name": entry["name"],
            **columns.of_entity(entry),
            **seen(entry["id"]),
            "wire": _encode(entry),
        }


def _names(entities: tuple[Entity, ...]) -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for entity in entities:
        names[entity.id] = (*names.get(entity.id, ()), entity.name, *entity.names)
    return names


def _days(document: Document, record: Statement) -> tuple[str | None, str | None]:
    """The first and last day on which it may have been said: its own date, else the day of publication."""
    date = record.date or document.source.published
    return (None, None) if date is None else (date.earliest.isoformat(), date.latest.isoformat())


def _unplaced(entry: Wire) -> str:
    return _encode({name: value for name, value in entry.items() if name != "document"})


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
