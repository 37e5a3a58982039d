"""The parser's view of the text, for markers that work on its characters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from dateline.model.marks import Token

Tense = Literal["past", "present", "future"]


class Analysis:
    """The parser's view of the text: the token at a place and its governor."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._by_start: dict[int, int] | None = None
        self._starts: list[int] | None = None

    def token(self, start: int) -> Token | None:
        """The token that begins at ``start``."""
        if self._by_start is None:
            self._by_start = {token.span.start: place for place, token in enumerate(self._tokens)}
        place = self._by_start.get(start)
        return None if place is None else self._tokens[place]

    def following(self, offset: int) -> int:
        """The index of the first token that begins at ``offset`` or later."""
        if self._starts is None:
            self._starts = [token.span.start for token in self._tokens]
        return bisect_left(self._starts, offset)

    @property
    def tokens(self) -> Sequence[Token]:
        """All tokens."""
        return self._tokens

    def head(self, token: Token) -> Token:
        """The governor of a token."""
        return self._tokens[token.head] if token.head < len(self._tokens) else token
