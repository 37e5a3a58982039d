"""What the network is shown: the pieces of a sentence with marks around actor, recipient and trigger."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.extract.events.coder.pairs import ACTOR, OUTSIDE, RECIPIENT, TRIGGER, Pair
from dateline.extract.statements.tagging.wordpieces import WordPieces
from dateline.model.text import Span

Ints = npt.NDArray[np.int64]

_WORD = re.compile(r"\w+|[^\w\s]")
_MOST = 96  # pieces shown of a sentence: those nearest to the marked words
_OPENS = {ACTOR: 2, RECIPIENT: 4, TRIGGER: 6}  # [unused1], [unused3], [unused5]; the next one closes


@dataclass(frozen=True, slots=True)
class Shown:
    """Pieces and the role of each."""

    pieces: Ints
    roles: Ints


class Inputs:
    """Turns pairs into pieces."""

    def __init__(self, words: WordPieces) -> None:
        """``words`` cuts words into pieces."""
        self._words = words

    def shown(self, pair: Pair) -> Shown:
        """The pair's sentence with its marks, between one opening and one closing piece."""
        marked = pair.spans()
        cuts = sorted({0, len(pair.text), *(edge for span, _ in marked for edge in (span.start, span.end))})
        pieces: list[int] = []
        roles: list[int] = []
        for first, last in zip(cuts, [*cuts[1:], -1], strict=True):
            self._edges(first, marked, pieces, roles)
            if last < 0:
                break
            role = _role(first, last, marked)
            for word in _WORD.finditer(pair.text, first, last):
                found = self._words.of(word.group())
                pieces.extend(found)
                roles.extend([role] * len(found))
        kept = _kept(roles)
        return Shown(
            np.array([self._words.opening, *(pieces[at] for at in kept), self._words.closing], dtype=np.int64),
            np.array([OUTSIDE, *(roles[at] for at in kept), OUTSIDE], dtype=np.int64),
        )

    def _edges(self, at: int, marked: Sequence[tuple[Span, int]], pieces: list[int], roles: list[int]) -> None:
        """Marks that close at ``at``, then those that open there."""
        edges = [(_OPENS[role] + 1, role) for span, role in marked if span.end == at]
        edges += [(_OPENS[role], role) for span, role in marked if span.start == at]
        for piece, role in edges:
            pieces.append(piece)
            roles.append(OUTSIDE if role == TRIGGER else role)


def _role(first: int, last: int, marked: Sequence[tuple[Span, int]]) -> int:
    """The role of the words from ``first`` to ``last``: an actor's word stays one inside the trigger."""
    return min((role for span, role in marked if span.start <= first and last <= span.end), default=OUTSIDE)


def _kept(roles: Sequence[int]) -> list[int]:
    """The places of the pieces shown: all, or those nearest to the marked words."""
    if len(roles) <= _MOST:
        return list(range(len(roles)))
    marked = np.flatnonzero(np.array(roles))
    away = np.abs(np.arange(len(roles))[:, None] - marked[None]).min(axis=1)
    return sorted(np.argsort(away, kind="stable")[:_MOST].tolist())
