"""The wire form ``dateline/1``: plain JSON objects for readings. Field names are a contract; see docs/wire-form.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from dateline.errors import AnchorError
from dateline.model.links import Coding, Entity, Mention, PartyRole, Reading
from dateline.model.records import Event, Figure, Statement
from dateline.model.text import Document, Span
from dateline.model.values import PartialDate, Quantity

FORMAT = "dateline/1"

Wire = dict[str, Any]
_Party = tuple[str, PartyRole, int]


def dumps(value: Mapping[str, Any]) -> str:
    """One line of JSON with the fields in their given order: the same value gives the same characters."""
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def reading(value: Reading) -> Wire:
    """A whole report: what ``dateline scan`` prints."""
    return {
        "format": FORMAT,
        "document": document(value.document),
        "records": [{k: v for k, v in r.items() if k != "document"} for r in records(value)],
        "mentions": [{k: v for k, v in m.items() if k != "document"} for m in mentions(value)],
        "entities": list(entities(value)),
    }


def records(value: Reading) -> Iterator[Wire]:
    """The records of a report with who and what they are about; each names its ``document``."""
    resolution = value.resolution
    speakers = {link.subject: link.entity for link in resolution.links if link.role == "speaker"}
    places = {link.subject: link.entity for link in resolution.links if link.role == "place"}
    codings = {(one.event, one.role, one.position): one for one in resolution.codings}
    for record in value.records:
        if isinstance(record, Statement):
            yield statement(value.document, record, speakers.get(record.id))
        else:
            yield event(value.document, record, codings=codings, place=places.get(record.id))


def mentions(value: Reading) -> Iterator[Wire]:
    """The mentions of a report with their entities; each names its ``document``."""
    entities = {link.subject: link.entity for link in value.resolution.links if link.role == "mention"}
    for one in value.resolution.mentions:
        yield mention(value.document, one, entities.get(one.id))


def entities(value: Reading) -> Iterator[Wire]:
    """The entities of a report, each with the one across reports that it is thought to be."""
    same = {link.subject: link.entity for link in value.resolution.links if link.role == "same"}
    for one in value.resolution.entities:
        yield entity(one, same.get(one.id))


def span(source: Document, value: Span | None) -> Wire | None:
    """A span with its exact words."""
    if value is None:
        return None
    return {"start": value.start, "end": value.end, "text": source[value]}


def document(value: Document) -> Wire:
    """A document with its text and source."""
    source = value.source
    return {
        "id": value.id,
        "text": value.text,
        "title": value.title,
        "published": None if source.published is None else source.published.first,
        "language": value.language,
        "source": {
            "id": source.id,
            "outlet": source.outlet,
            "url": source.url,
            "fetched": source.fetched,
            "language": source.language,
            "licence": source.licence,
            "extra": {name: json.loads(raw) for name, raw in source.extra},
        },
        "issues": list(value.issues),
    }


def statement(source: Document, value: Statement, speaker: str | None) -> Wire:
    """A statement; ``speaker`` is an entity id."""
    return {
        "kind": "statement",
        "id": value.id,
        "document": value.document,
        "form": value.form,
        "stance": value.stance,
        "negated": value.negated,
        "commitment": value.commitment,
        "distance": [span(source, one) for one in value.distance],
        "source": span(source, value.source),
        "cue": span(source, value.cue),
        "content": [span(source, one) for one in value.content],
        "speaker": speaker,
        "addressee": span(source, value.addressee),
        "setting": span(source, value.setting),
        "place": span(source, value.place),
        "date": date(source, value.date, value.date_span),
        "occasion": value.occasion,
        "continues": value.continues,
        "within": value.within,
        "score": value.score,
        "why": value.why,
        "by": str(value.by),
    }


def event(source: Document, value: Event, *, codings: Mapping[_Party, Coding], place: str | None) -> Wire:
    """An event; ``codings`` are of its parties by event, role and position, ``place`` is an entity id."""
    return {
        "kind": "event",
        "id": value.id,
        "document": value.document,
        "type": value.type,
        "mode": value.mode,
        "contexts": list(value.contexts),
        "quad": value.quad,
        "cameo": value.cameo,
        "status": value.status,
        "negated": value.negated,
        "trigger": span(source, value.trigger),
        "evidence": [span(source, one) for one in value.evidence],
        "actors": [party(source, one, codings.get((value.id, "actor", n))) for n, one in enumerate(value.actors)],
        "recipients": [
            party(source, one, codings.get((value.id, "recipient", n))) for n, one in enumerate(value.recipients)
        ],
        "place": None if value.place is None else {"span": span(source, value.place), "entity": place},
        "date": date(source, value.date, value.date_span),
        "figures": [figure(source, one) for one in value.figures],
        "instrument": span(source, value.instrument),
        "statement": value.statement,
        "score": value.score,
        "why": value.why,
        "by": str(value.by),
    }


def party(source: Document, value: Span, coding: Coding | None) -> Wire:
    """An actor or recipient of an event, with its entity and its PLOVER codes."""
    known = coding or Coding("", "actor", 0)
    return {"span": span(source, value), "entity": known.entity, "code": known.code, "sector": known.sector}


def figure(source: Document, value: Figure) -> Wire:
    """A figure of an event."""
    counted = quantity(source, value.quantity, counted=value.counted, at=value.span)
    return {"name": value.name, "quantity": counted, "span": span(source, value.span)}


def mention(source: Document, value: Mention, entity_id: str | None) -> Wire:
    """A mention of an entity, a time or an amount."""
    entry: Wire = {
        "kind": value.kind,
        "id": value.id,
        "document": source.id,
        "span": span(source, value.span),
        "entity": entity_id,
    }
    if value.use is not None:
        entry["use"] = value.use
    if value.timex is not None:
        entry["timex"] = {"type": value.timex[0], "value": value.timex[1], "mod": value.mod}
        entry["date"] = date(source, value.date, value.span)
    if value.quantity is not None:
        entry["quantity"] = quantity(source, value.quantity, counted=value.counted, at=value.span)
    return entry


def entity(value: Entity, same: str | None = None) -> Wire:
    """An entity, with the id that goes through all reports; what no gazetteer knows of it is null."""
    return {
        "id": value.id,
        "kind": value.kind,
        "name": value.name,
        "codes": dict(value.codes),
        "country": value.country,
        "lat": value.lat,
        "lon": value.lon,
        "geonames": value.geonames,
        "wikidata": value.wikidata,
        "precision": value.precision,
        "score": value.score,
        "claims": list(value.claims),
        "same": same,
        "names": list(value.names),
    }


def date(source: Document, value: PartialDate | None, at: Span | None) -> Wire | None:
    """A partial date with the words it came from."""
    if value is None:
        return None
    return {"first": value.first, "last": value.last, "basis": value.basis, "span": span(source, at)}


def quantity(source: Document, value: Quantity, *, counted: Span | None, at: Span) -> Wire:
    """A quantity with what it counts and the words it came from."""
    return {
        "low": _decimal(value.low),
        "high": _decimal(value.high),
        "unit": value.unit,
        "counted": span(source, counted),
        "bound": value.bound,
        "span": span(source, at),
    }


def check_anchors(entry: object, text: str) -> int:
    """How many spans ``entry`` holds, at any depth; raises ``AnchorError`` for one whose words are not the text's."""
    if isinstance(entry, list):
        return sum(check_anchors(one, text) for one in entry)
    if not isinstance(entry, dict):
        return 0
    if entry.keys() == {"start", "end", "text"}:
        if text[entry["start"] : entry["end"]] != entry["text"] or not entry["text"]:
            raise AnchorError(f"the words at {entry['start']}:{entry['end']} are not {entry['text']!r}")
        return 1
    return sum(check_anchors(one, text) for one in entry.values())


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
