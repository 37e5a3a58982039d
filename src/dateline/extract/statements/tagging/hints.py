"""What the tagger says: for each word that may report, how likely each other word is its source or its content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from dateline.extract.statements.tagging.labels import ROLES
from dateline.model.marks import Token
from dateline.model.text import Span

Floats = npt.NDArray[np.float32]

_LEAST = 0.01  # a likelihood below this counts as this
_BRIDGED = 3  # words that do not part a content or source
_TAKEN = 0.3  # from this likelihood on a word has another role
_OUTSIDE = 0.3  # the likelihood of an edge that lies outside the window

Range = tuple[int, int]
"""Token indices of the report: the first, and the one behind the last."""


class Words:
    """The tokens of a report by place, and how much each weighs: its letters and digits."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.weights = np.array([sum(map(str.isalnum, token.text)) for token in tokens], dtype=np.float32)
        self.sums = np.concatenate([[0.0], np.cumsum(self.weights, dtype=np.float64)])
        self._starts = [token.span.start for token in tokens]

    def range(self, span: Span) -> Range:
        """The tokens that ``span`` touches, without those at its ends that hold no letter or digit."""
        first, last = self.touched(span)
        while last > first and not self.weights[last - 1]:
            last -= 1
        while first < last and not self.weights[first]:
            first += 1
        return first, last

    def touched(self, span: Span) -> Range:
        """The tokens that ``span`` touches."""
        first = bisect_left(self._starts, span.start)
        if first and self.tokens[first - 1].span.end > span.start:
            first -= 1
        return first, bisect_left(self._starts, span.end)

    def ranges(self, spans: Sequence[Span]) -> list[Range]:
        """The non-empty ranges of ``spans``."""
        return [found for span in spans if (found := self.range(span))[0] < found[1]]

    def span(self, found: Range) -> Span:
        """The characters of a non-empty range."""
        return Span(self.tokens[found[0]].span.start, self.tokens[found[1] - 1].span.end)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How well given words agree with what is expected: ``overlap`` is the expected Jaccard index by letters,
    ``edges`` the mean log-likelihood of first and last words.
    """

    overlap: float
    edges: float


class Hint:
    """A word that reports with likelihood ``chance``, and the likelihoods of roles over the words of its window."""

    def __init__(self, anchor: int, chance: float, *, first: int, roles: Floats, words: Words) -> None:
        """``roles`` has a row for each token from ``first`` on and a column for each of ``ROLES``."""
        self.anchor = anchor
        self.chance = chance
        self._first = first
        self._roles = roles
        self._words = words
        self._last = first + len(roles)
        weighed = roles * words.weights[first : self._last, None]
        self._sums = np.concatenate([np.zeros((1, roles.shape[1])), np.cumsum(weighed, axis=0, dtype=np.float64)])

    def likeness(self, role: str, ranges: Sequence[Range]) -> Likeness:
        """How well ``ranges`` agree with the words expected in ``role`` ("source", "cue" or "content")."""
        column = ROLES.index(role)
        expected, size, outside = 0.0, 0.0, 0.0
        for first, last in ranges:
            a, b = max(first, self._first), min(last, self._last)
            whole = float(self._words.sums[last] - self._words.sums[first])
            if a < b:
                expected += float(self._sums[b - self._first, column] - self._sums[a - self._first, column])
                inside = float(self._words.sums[b] - self._words.sums[a])
                size, outside = size + inside, outside + whole - inside
            else:
                outside += whole
        missed = float(self._sums[-1, column]) - expected
        overlap = expected / max(size + missed, 1e-6) * (size / max(size + outside, 1e-6))
        return Likeness(overlap, self._edges(column, ranges) if role != "cue" else 0.0)

    def _edges(self, column: int, ranges: Sequence[Range]) -> float:
        logs = [
            float(np.log(max(self._roles[at - self._first, which], _LEAST)))
            if self._first <= at < self._last
            else float(np.log(_OUTSIDE))
            for first, last in ranges
            for at, which in ((first, column + 1), (last - 1, column + 2))
        ]
        return sum(logs) / len(logs) if logs else float(np.log(_LEAST))

    def highest(self, role: str) -> float:
        """The greatest likelihood that any word has in ``role``."""
        return float(self._roles[:, ROLES.index(role)].max(initial=0.0))

    def ranges(self, role: str) -> list[Range]:
        """The words that are likelier in ``role`` than not; signs between them are bridged, and a word or two that
        have no other role.
        """
        weights = self._words.weights[self._first : self._last]
        places = np.flatnonzero((self._roles[:, ROLES.index(role)] > 0.5) & (weights > 0)).tolist()
        if not places:
            return []
        gaps = (at for at, (a, b) in enumerate(pairwise(places), 1) if b > a + 1 and self._parts(role, a + 1, b))
        breaks = [0, *gaps, len(places)]
        return [(places[start] + self._first, places[stop - 1] + self._first + 1) for start, stop in pairwise(breaks)]

    def _parts(self, role: str, first: int, last: int) -> bool:
        """Whether the words from ``first`` up to ``last`` (of the window) part what stands on either side of them."""
        between = self._roles[first:last][self._words.weights[self._first + first : self._first + last] > 0]
        others = [ROLES.index(other) for other in ("source", "cue", "content") if other != role]
        return len(between) > _BRIDGED or bool((between[:, others] > _TAKEN).any())

    def weight(self, role: str, found: Range) -> float:
        """The letters of ``found``, each by its likelihood in ``role``."""
        column = ROLES.index(role)
        return float(self._sums[found[1] - self._first, column] - self._sums[found[0] - self._first, column])
