"""A view of a report's dependency parse: children, subtrees, subjects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from dateline.model.marks import Marks, Sentence, Token
from dateline.model.text import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "aux", "auxpass", "pcomp", "prep"})


class Grammar:
    """Tokens with their children and subtree edges. Indices are token indices of the report."""

    def __init__(self, marks: Marks) -> None:
        self.tokens: tuple[Token, ...] = marks.every(Token)
        self.sentences: tuple[Sentence, ...] = marks.every(Sentence)
        self.children: list[list[Token]] = [[] for _ in self.tokens]
        self._starts = [token.span.start for token in self.tokens]
        self._sentence_of = [0] * len(self.tokens)
        for token in self.tokens:
            if token.head != token.index:
                self.children[token.head].append(token)
        for number, sentence in enumerate(self.sentences):
            for index in range(sentence.first, sentence.last):
                self._sentence_of[index] = number
        self._left = list(range(len(self.tokens)))
        self._right = list(range(len(self.tokens)))
        for token in self.tokens:
            self._widen(token)

    def _widen(self, token: Token) -> None:
        """Carries a token's place up to every governor, so that each knows the edges of its subtree."""
        at, steps = token, 0
        while at.head != at.index and steps < len(self.tokens):
            at = self.tokens[at.head]
            if self._left[at.index] <= token.index <= self._right[at.index]:
                break
            self._left[at.index] = min(self._left[at.index], token.index)
            self._right[at.index] = max(self._right[at.index], token.index)
            steps += 1

    def head(self, token: Token) -> Token:
        """The governor of ``token``, itself at the root."""
        return self.tokens[token.head]

    def sentence(self, token: Token) -> Sentence:
        """The sentence ``token`` stands in."""
        return self.sentences[self._sentence_of[token.index]]

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first child of ``token`` with one of the dependencies ``deps``."""
        return next((one for one in self.children[token.index] if one.dep in deps), None)

    def edges(self, token: Token) -> tuple[int, int]:
        """The first and last token index of the subtree of ``token``."""
        return self._left[token.index], self._right[token.index]

    def between(self, span: Span) -> list[Token]:
        """The tokens that begin in ``span``."""
        return list(self.tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)])

    def span(self, first: int, last: int) -> Span:
        """The span from token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def subject(self, verb: Token) -> Token | None:
        """The subject of a verb: its own, or the one it shares as a conjunct or an open complement."""
        at, steps = verb, 0
        while steps < 6:
            own = [one for one in self.children[at.index] if one.dep in _SUBJECTS]
            if own:
                return min(own, key=lambda one: abs(one.index - at.index))
            if at.dep not in _SHARING or at.head == at.index:
                return None
            at, steps = self.head(at), steps + 1
        return None

    def passive(self, verb: Token) -> bool:
        """Whether a verb is in the passive voice."""
        return any(one.dep in ("auxpass", "nsubjpass", "csubjpass") for one in self.children[verb.index])

    def hyphened(self, token: Token) -> bool:
        """Whether ``token`` is the end of a compound: "so-called"."""
        before = self.tokens[token.index - 1] if token.index else None
        return before is not None and before.text in "-–" and before.span.end == token.span.start

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The governors of ``token`` from the nearest up to the root."""
        while token.head != token.index:
            token = self.head(token)
            yield token
