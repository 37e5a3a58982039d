"""The parser's view of the text, for markers that work on its characters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from dateline.model.marks import Token

Tense = Literal["past", "present", "future"]
_FUTURE = frozenset({"will", "shall", "would", "'ll", "’ll", "wo", "ca", "may", "might"})
_PLANS = frozenset({"expect", "plan", "schedule", "due", "set", "intend", "hope", "prepare", "slate", "agree", "vow"})
_VERBS = frozenset({"VERB", "AUX"})
_CLIMB = 12


class Analysis:
    """The parser's view of the text: the token at a place, and the tense of the verb over it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._by_start: dict[int, int] | None = None
        self._children: dict[int, list[Token]] | None = None
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

    def tense(self, start: int) -> Tense | None:
        """The tense of the nearest verb that governs the word at ``start``; None where there is none."""
        token = self.token(start)
        for _ in range(_CLIMB):
            if token is None:
                return None
            if token.lemma.lower() == "due":
                return "future"
            if token.pos in _VERBS and (tense := self._tense_of(token)) is not None:
                return tense
            head = self.head(token)
            token = None if head is token else head
        return None

    def _tense_of(self, verb: Token) -> Tense | None:
        helpers = [child for child in self._under(verb) if child.dep in ("aux", "auxpass")]
        if any(helper.lemma.lower() in _FUTURE or helper.text.lower() in _FUTURE for helper in helpers):
            return "future"
        if verb.tag == "VBD" or any(helper.tag == "VBD" for helper in helpers):
            return "past"
        if verb.tag == "VB" and any(helper.tag == "TO" for helper in helpers):
            return "future" if self.head(verb).lemma.lower() in _PLANS else None
        if verb.lemma.lower() in _PLANS and verb.tag == "VBN":
            return "future"
        if verb.tag == "VBN":
            return ("past" if any(helper.lemma == "have" for helper in helpers) else "present") if helpers else None
        if verb.tag == "VBG" and not helpers:
            return None
        return "present"

    def _under(self, verb: Token) -> list[Token]:
        if self._children is None:
            self._children = {}
            for token in self._tokens:
                self._children.setdefault(token.head, []).append(token)
        return self._children.get(verb.index, [])
