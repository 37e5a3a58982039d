"""Ids come from raw content, never from scores, versions or order, so that two versions can be compared."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from dateline.model.text import Span

_LENGTH = 20  # hex digits: 80 bits, a collision is not to be expected below 10**11 entries


def digest(*parts: object) -> str:
    """The first 20 hex digits of the SHA-256 of ``parts`` written as compact JSON."""
    raw = json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return hashlib.sha256(raw).hexdigest()[:_LENGTH]


def document_id(*, text: str, outlet: str | None, url: str | None, published: str | None) -> str:
    """The id of a document: the same copy in two outlets is two documents."""
    return digest("document", text, outlet, url, published)


def record_id(document: str, kind: str, *spans: Span | Iterable[Span] | None) -> str:
    """The id of a record: its document, its kind and the spans it stands on, in the order given."""
    return digest(document, kind, [_pairs(span) for span in spans])


def event_id(document: str, type_: str, trigger: Span) -> str:
    """The id of an event: its document, its type and the words that name it."""
    return digest(document, "event", type_, trigger.start, trigger.end)


def mention_id(document: str, kind: str, span: Span) -> str:
    """The id of a mention."""
    return digest(document, "mention", kind, span.start, span.end)


def entity_id(document: str, kind: str, first: Span) -> str:
    """The id of an entity of our own: the report that names it and where it first does."""
    return digest(document, "entity", kind, first.start, first.end)


def _pairs(span: Span | Iterable[Span] | None) -> list[list[int]] | None:
    if span is None:
        return None
    if isinstance(span, Span):
        return [[span.start, span.end]]
    return [[one.start, one.end] for one in span]
