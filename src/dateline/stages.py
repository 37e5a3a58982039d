"""The contracts between the rooms: what a reader, a marker, an extractor, a resolver and an exporter are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TextIO

from dateline.model.links import Reading, Resolution
from dateline.model.marks import Mark, Marks
from dateline.model.records import Producer, Record
from dateline.model.text import Document


@dataclass(frozen=True, slots=True)
class Capture:
    """Raw bytes as they came in. ``locator`` says from where ("reports/a.jsonl#3"), ``media`` how to read them
    (plain, html, jsonl). One capture is one report: a line of a JSONL file is a capture of its own.

    ``published`` is the date given from outside for reports that carry none.
    """

    locator: str
    media: str
    raw: bytes
    published: str | None = None


class Reader(Protocol):
    """Turns the bytes of one report into a sealed document, or raises ``InputError``."""

    media: str

    def read(self, capture: Capture) -> Document: ...


class Marker(Protocol):
    """Finds marks of the classes it ``gives`` in a report, given those it ``needs``."""

    name: str
    needs: frozenset[type[Mark]]
    gives: frozenset[type[Mark]]

    def mark(self, document: Document, marks: Marks) -> Iterable[Mark]: ...


class Extractor(Protocol):
    """Finds records in a marked report, given those of the extractors before it: a pure function of the report."""

    producer: Producer
    needs: frozenset[type[Mark]]

    def extract(self, document: Document, marks: Marks, records: tuple[Record, ...]) -> Iterable[Record]: ...


class Resolver(Protocol):
    """Says who and what the records and mentions of a report are about.

    Takes what is ``known`` from the resolvers before it and gives all of it again, with what it adds or puts right.
    """

    producer: Producer
    needs: frozenset[type[Mark]]

    def resolve(
        self, document: Document, marks: Marks, records: tuple[Record, ...], known: Resolution
    ) -> Resolution: ...


class Exporter(Protocol):
    """Writes wire objects, each with ``"kind"``, to a text stream."""

    name: str

    def export(self, entries: Iterator[Mapping[str, Any]], out: TextIO) -> int: ...


__all__ = ["Capture", "Exporter", "Extractor", "Marker", "Reader", "Reading", "Resolver"]
