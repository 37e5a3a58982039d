"""Quotations by their marks: curly, straight, guillemets, low-high, doubled backticks, nested, over paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from dateline.model.marks import Mark, Marks, Part, Quote
from dateline.model.text import Document, Span

Act = Literal["open", "close"]


@dataclass(frozen=True, slots=True)
class Style:
    """A pair of marks. ``single`` styles share a character with the apostrophe and need a word
    boundary; ``spaced`` ones may have a space inside ("« oui »").
    """

    opens: tuple[str, ...]
    closes: tuple[str, ...]
    single: bool
    spaced: bool


@dataclass(slots=True)
class _Open:
    style: Style
    start: int
    inner: int


class QuoteMarker:
    """Marks quotations, outermost and nested, per paragraph; ``chain`` joins the pieces of one that runs on.

    A quotation whose paragraph ends before its closing mark is not closed; when the next paragraph opens with a
    mark of the same style, both carry one chain number.
    """

    name = "quotemarks"
    needs: frozenset[type[Mark]] = frozenset({Part})
    gives: frozenset[type[Mark]] = frozenset({Quote})

    def __init__(self, table: dict[str, Any]) -> None:
        self._styles = tuple(
            Style(tuple(s["opens"]), tuple(s["closes"]), bool(s["single"]), bool(s.get("spaced")))
            for s in table["style"]
        )
        every = {mark for style in self._styles for mark in style.opens + style.closes}
        self._marks = tuple(sorted(every, key=len, reverse=True))
        self._first = frozenset(mark[0] for mark in every)

    def mark(self, document: Document, marks: Marks) -> Iterator[Quote]:
        chain = -1
        running: Style | None = None
        for part in marks.every(Part):
            found = list(self._in(document.text, part.span))
            goes_on = running is not None and bool(found) and found[0][1] == 0 and found[0][0].start == part.span.start
            goes_on = goes_on and found[0][0].style == running
            running = None
            for one, depth, end, closed in found:
                if depth == 0:
                    chain += 0 if goes_on else 1
                    goes_on = False
                    running = None if closed else one.style
                span = Span(one.start, end[1])
                inner = Span(one.inner, end[0]) if end[0] > one.inner else span
                yield Quote(span, inner=inner, depth=depth, chain=chain, closed=closed)

    def _in(self, text: str, part: Span) -> list[tuple[_Open, int, tuple[int, int], bool]]:
        """(opening, depth, (end of inner, end), closed) of each quotation in a paragraph, by place."""
        stack: list[_Open] = []
        found: list[tuple[_Open, int, tuple[int, int], bool]] = []
        for at, mark in self._occurrences(text, part):
            style, act = self._act(text, (at, at + len(mark)), stack, part)
            if act == "open" and style is not None:
                stack.append(_Open(style, at, at + len(mark)))
            elif act == "close" and style is not None:
                while stack and stack[-1].style != style:
                    stack.pop()  # an opening that never closes inside a quotation that does
                found.append((stack.pop(), len(stack), (at, at + len(mark)), True))
        for depth, one in enumerate(stack):
            if depth == 0 and not one.style.single and part.end > one.inner:
                found.append((one, 0, (part.end, part.end), False))
        return sorted(found, key=lambda item: (item[0].start, item[1]))

    def _occurrences(self, text: str, part: Span) -> Iterator[tuple[int, str]]:
        at = part.start
        while at < part.end:
            mark = next((m for m in self._marks if text.startswith(m, at)), None) if text[at] in self._first else None
            if mark is not None:
                yield at, mark
            at += len(mark) if mark is not None else 1

    def _act(
        self, text: str, place: tuple[int, int], stack: list[_Open], part: Span
    ) -> tuple[Style | None, Act | None]:
        """What the mark at ``place`` does: closes the nearest quotation it can, else opens one, else nothing."""
        start, end = place
        mark = text[start:end]
        before = text[start - 1] if start > part.start else " "
        after = text[end] if end < part.end else " "
        opener = not before.isalnum() and before not in ".,!?%"
        tight = opener and not after.isspace()
        closer = not before.isspace() and not after.isalnum()
        for one in reversed(stack):
            if mark in one.style.closes and (closer if one.style.single or mark in one.style.opens else True):
                if mark in one.style.opens and tight and not closer:
                    break
                return one.style, "close"
        for style in self._styles:
            fits = tight or (opener and style.spaced and end < part.end)
            if mark in style.opens and fits and not any(one.style == style for one in stack):
                if style.single and not self._closes_later(text, end, style=style, part=part):
                    continue
                return style, "open"
        return None, None

    @staticmethod
    def _closes_later(text: str, at: int, *, style: Style, part: Span) -> bool:
        """Whether a closing single mark comes before the paragraph ends (else it is an apostrophe: "'90s")."""
        if text[at : at + 1].isdigit():
            return False
        return any(
            text[place] in style.closes
            and not text[place - 1].isspace()
            and (place + 1 >= part.end or not text[place + 1].isalnum())
            for place in range(at + 1, part.end)
        )
