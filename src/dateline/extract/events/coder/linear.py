"""The fast tier: a linear model over hashed words around and between actor and recipient."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from dateline.extract.events.coder.network import likelihoods
from dateline.extract.events.coder.pairs import Pair
from dateline.model.text import Span

BUCKETS = 1 << 16
"""Weights of a root."""

_WORD = re.compile(r"\w+")
_NEAR = 6  # words outside the pair that are told by the side they stand on
_STEM = 6  # letters


@dataclass(frozen=True, slots=True)
class Linear:
    """Gives the likelihoods of roots from ``weights`` (buckets by roots)."""

    weights: npt.NDArray[np.float32]

    @classmethod
    def load(cls, path: Path) -> Linear:
        """The weights in ``path``, eight-bit integers with one scale a root."""
        with np.load(path, allow_pickle=False) as stored:
            return cls(stored["weights"].astype(np.float32) * stored["scales"].astype(np.float32))

    def code(self, pairs: Sequence[Pair]) -> list[Mapping[str, float]]:
        """For each pair the likelihood of every root."""
        return [self._one(pair) for pair in pairs]

    def _one(self, pair: Pair) -> Mapping[str, float]:
        found = buckets(pair)
        return likelihoods(self.weights[found].sum(axis=0) / np.sqrt(len(found)))


def buckets(pair: Pair) -> list[int]:
    """The places of a pair's features among the weights, each once."""
    return sorted({crc32(feature.encode()) % BUCKETS for feature in _features(pair)})


def _features(pair: Pair) -> Iterator[str]:
    """Words before, between and after the pair, their pairs and stems, and which party comes first."""
    other = pair.recipient or Span(len(pair.text), len(pair.text) + 1)
    first, last = sorted((pair.actor, other), key=lambda span: span.start)
    order = "ar" if first == pair.actor else "ra"
    if pair.recipient is None:
        order = "a"
    text = pair.text.lower()
    yield order
    between = _WORD.findall(text, first.end, max(first.end, last.start))
    yield from _stretch("b" + order, between)
    yield from _stretch("l" + order, _WORD.findall(text, 0, first.start)[-_NEAR:])
    yield from _stretch("r" + order, _WORD.findall(text, last.end)[:_NEAR])
    outside = _WORD.findall(text, 0, first.start) + between + _WORD.findall(text, last.end)
    yield from _stretch("w", outside)
    if between:
        yield f"f{order} {between[0]}"
        yield f"f{order} {' '.join(between[:2])}"
    if pair.trigger is not None:
        yield from _stretch("t", _WORD.findall(text, pair.trigger.start, pair.trigger.end))


def _stretch(where: str, words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield f"{where} {word}"
        if len(word) > _STEM:
            yield f"{where} {word[:_STEM]}-"
    for one, two in pairwise(words):
        yield f"{where} {one} {two}"
