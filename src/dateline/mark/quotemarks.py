"""Quotations by their marks: curly, straight, guillemets, low-high, doubled backticks, nested, over paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Literal

from dateline.model.marks import Mark, Marks, Part, Quote
from dateline.model.text import Document, Span

Act = Literal["open", "close"]

_ENDS = ".,!?%"  # a mark behind one of these closes


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
    mark of the same style, both carry one chain number. One in single marks, which might be apostrophes, may only
    stay open where it opens its paragraph and the next opens with the same mark.
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
        parts = [part.span for part in marks.every(Part)]
        for part, following in zip_longest(parts, parts[1:]):
            found = self._in(document.text, part, following)
            goes_on = running is not None and bool(found) and found[0][1] == 0 and found[0][0].start == part.start
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

    def _in(self, text: str, part: Span, following: Span | None) -> list[tuple[_Open, int, tuple[int, int], bool]]:
        """(opening, depth, (end of inner, end), closed) of each quotation in a paragraph, by place."""
        reopened = following is not None and text[part.start] == text[following.start]
        stack: list[_Open] = []
        found: list[tuple[_Open, int, tuple[int, int], bool]] = []
        for at, mark in self._occurrences(text, part):
            may_stay = reopened and at == part.start
            style, act = self._act(text, (at, at + len(mark)), stack, part=part, may_stay=may_stay)
            if act == "open" and style is not None:
                stack.append(_Open(style, at, at + len(mark)))
            elif act == "close" and style is not None:
                while stack and stack[-1].style != style:
                    stack.pop()  # an opening that never closes inside a quotation that does
                found.append((stack.pop(), len(stack), (at, at + len(mark)), True))
        for depth, one in enumerate(stack):
            stays = not one.style.single or (reopened and one.start == part.start)
            if depth == 0 and stays and part.end > one.inner:
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
        self, text: str, place: tuple[int, int], stack: list[_Open], *, part: Span, may_stay: bool
    ) -> tuple[Style | None, Act | None]:
        """What the mark at ``place`` does: closes the nearest quotation it can, else opens one, else nothing.

        ``may_stay`` says that a quotation in single marks may stay open.
        """
        start, end = place
        mark = text[start:end]
        before = text[start - 1] if start > part.start else " "
        after = text[end] if end < part.end else " "
        opener = not before.isalnum() and before not in _ENDS
        tight = opener and not after.isspace()
        nested = text[max(start - 2, part.start) : start - 1] in ("'", "’")  # `"... 'so it is,' " she said`
        closer = (not before.isspace() or nested) and not after.isalnum()
        for one in reversed(stack):
            if one.style.single and _possessive(text, start, style=one.style, part=part):
                continue
            if mark in one.style.closes and (closer if one.style.single or mark in one.style.opens else True):
                if mark in one.style.opens and tight and not closer:
                    break
                return one.style, "close"
        for style in self._styles:
            fits = tight or (opener and style.spaced and end < part.end)
            if mark in style.opens and fits and not any(one.style == style for one in stack):
                if style.single and not may_stay and not self._closes_later(text, end, style=style, part=part):
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


def _possessive(text: str, at: int, *, style: Style, part: Span) -> bool:
    """Whether a single mark behind an s belongs to the word ("the voters’ choice"): further on, before another
    quotation opens, stands a mark that closes and cannot be an apostrophe.
    """
    if not _plural(text, at, part):
        return False
    for place in range(at + 1, part.end):
        before, after = text[place - 1], text[place + 1] if place + 1 < part.end else " "
        if text[place] in style.opens and not before.isalnum() and before not in _ENDS and not after.isspace():
            return False
        closes = text[place] in style.closes and not before.isspace() and not after.isalnum()
        if closes and not _plural(text, place, part):
            return True
    return False


def _plural(text: str, at: int, part: Span) -> bool:
    """Whether the mark at ``at`` stands between an s and another word."""
    return at + 2 < part.end and text[at - 1] in "sS" and text[at + 1].isspace() and text[at + 2].isalnum()
