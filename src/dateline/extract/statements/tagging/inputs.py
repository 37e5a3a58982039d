"""What the tagger is shown: windows of whole sentences with their pieces, analysis, quotation layer and tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from dateline.extract.statements.tagging.labels import (
    DEPENDENCIES,
    PARTS_OF_SPEECH,
    SELF,
    UNKNOWN,
    UNRELATED,
)
from dateline.extract.statements.tagging.wordpieces import WordPieces
from dateline.model.marks import Marks, Part, Quote, Sentence, Token

_PIECES = 160  # pieces in a window; a longer sentence stands alone, and is cut at twice as many
_DEEPEST = 40  # governors followed upwards

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``first`` up to, not including, ``last`` of the report. ``pieces``, ``quotes``, ``speech`` and ``links``
    run over word pieces with one opening and one closing piece; ``starts`` gives the first piece of each token.
    ``layer`` (0 outside, 1 inside a quotation, 2 a mark) and ``pairs`` (see ``labels``) run over tokens.
    """

    first: int
    last: int
    pieces: Ints
    quotes: Ints
    speech: Ints
    links: Ints
    starts: Ints
    layer: Ints
    pairs: npt.NDArray[np.uint8]


def windows(marks: Marks, words: WordPieces) -> list[Window]:
    """The report as windows, in order; every token of every sentence is in exactly one."""
    tokens = marks.every(Token)
    layer = _layer(marks, tokens)
    sizes = [len(words.of(token.text)) for token in tokens]
    ends = [0, *accumulate(sizes)]
    speech = {name: at for at, name in enumerate(PARTS_OF_SPEECH, 1)}
    links = {name: at for at, name in enumerate(DEPENDENCIES, UNKNOWN + 1)}
    made = []
    for first, last in _ranges(marks, tokens, ends):
        inside = tokens[first:last]
        repeats = sizes[first:last]
        link = np.array([links.get(token.dep, UNKNOWN) for token in inside], dtype=np.int64)
        made.append(
            Window(
                first=first,
                last=last,
                pieces=np.array(
                    [words.opening, *(one for token in inside for one in words.of(token.text)), words.closing]
                ),
                quotes=_spread(layer[first:last] + 1, repeats),
                speech=_spread(np.array([speech.get(token.pos, 0) for token in inside], dtype=np.int64), repeats),
                links=_spread(link, repeats),
                starts=np.array(ends[first:last], dtype=np.int64) - ends[first] + 1,
                layer=layer[first:last],
                pairs=_pairs(link, _heads(inside, first, last)),
            )
        )
    return made


def _spread(values: Ints, repeats: Sequence[int]) -> Ints:
    """Values of tokens as values of their pieces, zero for the opening and closing piece."""
    return np.concatenate([[0], np.repeat(values, repeats), [0]])


def _layer(marks: Marks, tokens: Sequence[Token]) -> Ints:
    starts = [token.span.start for token in tokens]
    layer = np.zeros(len(tokens), dtype=np.int64)
    for quote in marks.every(Quote):
        if quote.depth == 0:
            for at in range(bisect_left(starts, quote.span.start), bisect_left(starts, quote.span.end)):
                layer[at] = 1 if quote.inner.start <= starts[at] < quote.inner.end else 2
    return layer


def _ranges(marks: Marks, tokens: Sequence[Token], ends: Sequence[int]) -> list[tuple[int, int]]:
    """Sentences gathered by part, parts gathered into windows, what is longer than twice a window cut."""
    parts = [part.span.start for part in marks.every(Part)]
    units: list[tuple[int, int, int]] = []
    for sentence in marks.every(Sentence):
        if sentence.last <= sentence.first:
            continue
        part = bisect_right(parts, tokens[sentence.first].span.start)
        if units and units[-1][2] == part and ends[sentence.last] - ends[units[-1][0]] <= _PIECES:
            units[-1] = (units[-1][0], sentence.last, part)
        else:
            units.append((sentence.first, sentence.last, part))
    gathered: list[tuple[int, int]] = []
    for first, last, _ in units:
        if gathered and ends[last] - ends[gathered[-1][0]] <= _PIECES:
            gathered[-1] = (gathered[-1][0], last)
        else:
            gathered.append((first, last))
    return [piece for first, last in gathered for piece in _cut(first, last, ends)]


def _cut(first: int, last: int, ends: Sequence[int]) -> list[tuple[int, int]]:
    pieces = []
    while ends[last] - ends[first] > 2 * _PIECES:
        stop = max(bisect_right(ends, ends[first] + 2 * _PIECES) - 1, first + 1)
        pieces.append((first, stop))
        first = stop
    return [*pieces, (first, last)]


def _heads(tokens: Sequence[Token], first: int, last: int) -> Ints:
    """The governor of each token within the window; a token whose governor is outside governs itself."""
    return np.array(
        [token.head - first if first <= token.head < last else at for at, token in enumerate(tokens)], dtype=np.int64
    )


def _pairs(links: Ints, heads: Ints) -> npt.NDArray[np.uint8]:
    """For words i and j: by which dependency of i word j hangs below it, or the reverse."""
    size = len(links)
    table = np.full((size, size), UNRELATED, dtype=np.uint8)
    at, below = np.arange(size), np.arange(size)
    for _ in range(_DEEPEST):
        moves = heads[at] != at
        at, below = at[moves], below[moves]
        if not len(at):
            break
        above = heads[at]
        table[above, below] = links[at]
        table[below, above] = links[at] + len(DEPENDENCIES)
        at = above
    table[np.arange(size), np.arange(size)] = SELF
    return table
