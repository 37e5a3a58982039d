"""The blocks of a report: headline, byline, dateline, headings, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.model.marks import Mark, Marks, Part, PartKind
from dateline.model.text import Document, Span, trimmed

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLOCK = re.compile(
    r"(?:\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])[^\S\r\n]*(?:\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])\s*"
)


class PartMarker:
    """Marks the blocks of a report, one a line; hard-wrapped text (e-mail, wire printers) one a blank line."""

    name = "parts"
    needs: frozenset[type[Mark]] = frozenset()
    gives: frozenset[type[Mark]] = frozenset({Part})

    def __init__(self, table: dict[str, Any]) -> None:
        self._byline = re.compile(table["byline"])
        self._dateline = re.compile(table["dateline"])
        self._heading_longest = int(table["heading_longest"])
        self._heading_not_ending = str(table["heading_not_ending"])
        self._wrap_longest = int(table["wrap_longest"])
        self._wrap_share = float(table["wrap_share"])

    def mark(self, document: Document, marks: Marks) -> Iterator[Part]:
        text = document.text
        blocks = list(_split(text, _BLOCK)) if self._wrapped(text) else list(_lines(text))
        running = any(self._runs(document[block]) for block in blocks)
        seen_paragraph = False
        for block in blocks:
            kind = self._kind(document[block], headline=not seen_paragraph and running)
            seen_paragraph = seen_paragraph or kind == "paragraph"
            yield from self._parted(document, block, kind=kind)

    def _kind(self, words: str, *, headline: bool) -> PartKind:
        if headline and self._byline.match(words):
            return "byline"
        if self._runs(words):
            return "paragraph"
        return "headline" if headline else "heading"

    def _runs(self, words: str) -> bool:
        """Whether a block reads as running text: long, or ending like a sentence."""
        return len(words) > self._heading_longest or words[-1] in self._heading_not_ending

    def _parted(self, document: Document, block: Span, *, kind: PartKind) -> Iterator[Part]:
        found = self._dateline.match(document.text, block.start, block.end) if kind == "paragraph" else None
        if found is None or found.end() >= block.end:
            yield Part(block, kind)
            return
        place = trimmed(document.text, block.start, found.end())
        body = trimmed(document.text, found.end(), block.end)
        if place is not None:
            yield Part(place, "dateline")
        if body is not None:
            yield Part(body, kind)

    def _wrapped(self, text: str) -> bool:
        """Whether single line breaks are typographic: most inner lines are nearly as long as the longest."""
        inner = [len(line) for block in _BLOCK.split(text) for line in _LINE.findall(block.strip())[:-1]]
        if len(inner) < 4:
            return False
        longest = max(inner)
        full = sum(length >= 0.75 * longest for length in inner)
        return 40 <= longest <= self._wrap_longest and full >= self._wrap_share * len(inner)


def _lines(text: str) -> Iterator[Span]:
    for found in _LINE.finditer(text):
        line = trimmed(text, found.start(), found.end())
        if line is not None:
            yield line


def _split(text: str, breaks: re.Pattern[str]) -> Iterator[Span]:
    start = 0
    for found in (*breaks.finditer(text), None):
        block = trimmed(text, start, found.start() if found else len(text))
        if block is not None:
            yield block
        start = found.end() if found else start
