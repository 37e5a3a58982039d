"""The words of a marked report by number: from characters to tokens and back, and along the parse."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dateline.model.marks import Marks, Token
from dateline.model.text import Document, Span


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """The tokens ``first`` up to, not including, ``last``; never empty."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first


class Words:
    """The tokens of a report, found by place and by the way they hang together."""

    def __init__(self, document: Document, marks: Marks) -> None:
        self.document = document
        self.tokens: tuple[Token, ...] = marks.every(Token)
        self._starts = [token.span.start for token in self.tokens]
        self._ends = {token.span.end: number for number, token in enumerate(self.tokens)}
        self._children: dict[int, list[Token]] | None = None
        self._stretches: dict[tuple[int, int], Stretch | None] = {}

    def stretch(self, span: Span) -> Stretch | None:
        """The tokens that begin in ``span`` and do not run over its end, or None."""
        place = span.start, span.end
        if place not in self._stretches:
            first = bisect_left(self._starts, span.start)
            last = bisect_left(self._starts, span.end)
            while last > first and self.tokens[last - 1].span.end > span.end:
                last -= 1
            self._stretches[place] = Stretch(first, last) if first < last else None
        return self._stretches[place]

    def until(self, first: int, end: int) -> Stretch | None:
        """The tokens from ``first`` to the one that ends at the character ``end``, or None if none does."""
        last = self._ends.get(end)
        return Stretch(first, last + 1) if last is not None and last >= first else None

    def span(self, stretch: Stretch) -> Span:
        """The characters of a stretch."""
        return Span(self.tokens[stretch.first].span.start, self.tokens[stretch.last - 1].span.end)

    def words(self, stretch: Stretch) -> tuple[str, ...]:
        """The words of a stretch."""
        return tuple(token.text for token in self.tokens[stretch.first : stretch.last])

    def text(self, stretch: Stretch) -> str:
        """What stands at a stretch, with single spaces."""
        return " ".join(self.document[self.span(stretch)].split())

    def head(self, stretch: Stretch) -> Token:
        """The first word of a stretch that hangs on none other in it."""
        for token in self.tokens[stretch.first : stretch.last]:
            if not stretch.first <= token.head < stretch.last or token.head == token.index:
                return token
        return self.tokens[stretch.last - 1]

    def children(self, token: Token) -> list[Token]:
        """The words that hang on ``token``, in order."""
        if self._children is None:
            self._children = {}
            for child in self.tokens:
                if child.head != child.index:
                    self._children.setdefault(child.head, []).append(child)
        return self._children.get(token.index, [])

    def governor(self, token: Token) -> Token | None:
        """The word that ``token`` hangs on; None for the root of a sentence."""
        return None if token.head == token.index else self.tokens[token.head]
