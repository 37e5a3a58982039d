"""The accurate tier: network and linear model together. They err on different pairs, and the second costs little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.extract.events.coder.network import likelihoods
from dateline.extract.events.coder.pairs import ROOTS, Pair, RootCoder

SHARE = 0.4
"""The linear model's part, chosen by cross-validation (weights/events-pairs.md)."""

_LEAST = 1e-6  # a likelihood counts as no less


@dataclass(frozen=True, slots=True)
class Blended:
    """Gives the geometric mean of two coders' likelihoods, ``second`` counting ``share``."""

    first: RootCoder
    second: RootCoder
    share: float = SHARE

    def code(self, pairs: Sequence[Pair]) -> list[Mapping[str, float]]:
        """For each pair the likelihood of every root."""
        both = zip(self.first.code(pairs), self.second.code(pairs), strict=True)
        return [self._mean(one, other) for one, other in both]

    def _mean(self, one: Mapping[str, float], other: Mapping[str, float]) -> Mapping[str, float]:
        first, second = (np.log(np.array([chances[root] for root in ROOTS]) + _LEAST) for chances in (one, other))
        return likelihoods((1 - self.share) * first + self.share * second)
