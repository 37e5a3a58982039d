"""The sealed text: a span, where a text comes from, and the document itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.errors import AnchorError
from dateline.model.values import PartialDate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points of ``Document.text``, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise AnchorError(f"a span needs 0 <= start < end, got {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether every character of ``other`` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of ``spans`` (at least one)."""
    given = list(spans)
    return Span(min(s.start for s in given), max(s.end for s in given))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span ``start:end`` of ``text`` without white space at its ends, or None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from. What the input did not say is None; what else it said is in ``extra``.

    ``id`` is the reporter's own id for the report (the ``id`` of a JSONL line). ``language`` is the
    language as the input declared it. ``extra`` holds the other fields as (name, JSON text) pairs.
    """

    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: PartialDate | None = None
    fetched: str | None = None
    language: str | None = None
    licence: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A sealed text. ``document[span]`` gives the words; nothing ever changes them.

    ``id`` is a hash of text, outlet, url and publication date (``ids.document_id``): the same copy in two
    outlets is two documents. ``language`` is what it is read as (declared or detected, ISO 639-1, or
    "und"). ``issues`` lists what the reader could not understand, a sentence each.
    """

    id: str
    text: str
    source: Source = field(default_factory=Source)
    title: str | None = None
    language: str = "und"
    issues: tuple[str, ...] = ()

    def __getitem__(self, span: Span) -> str:
        if span.end > len(self.text):
            raise AnchorError(f"span {span.start}:{span.end} ends beyond the text of {len(self.text)} characters")
        return self.text[span.start : span.end]
