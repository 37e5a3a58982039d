"""Whether scores mean what they say: of statements scored 0.8, are 80 in 100 right?

Expected calibration error after Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian
Binning" (AAAI 2015): the gap between mean score and share right, over bins, weighed by what is in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

BINS = 10
TARGET = 0.05

Judged = tuple[float, bool]
"""The score of a statement, 0 to 1, and whether it is right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements with scores from ``low`` to ``high``: how many, their mean score, and the share that is right."""

    low: float
    high: float
    count: int
    score: float
    right: float

    def wire(self) -> dict[str, Any]:
        """As JSON-ready fields; score and right are shares of 1."""
        return {
            "low": round(self.low, 3),
            "high": round(self.high, 3),
            "count": self.count,
            "score": round(self.score, 3),
            "right": round(self.right, 3),
        }


def by_width(judged: Iterable[Judged], *, bins: int = BINS) -> tuple[Bin, ...]:
    """Bins of equal width over 0 to 1, empty ones left out. A score on a border counts to the upper bin."""
    groups: dict[int, list[Judged]] = {}
    for one in judged:
        groups.setdefault(min(int(one[0] * bins), bins - 1), []).append(one)
    return tuple(_bin(group, number / bins, (number + 1) / bins) for number, group in sorted(groups.items()))


def by_mass(judged: Iterable[Judged], *, bins: int = BINS) -> tuple[Bin, ...]:
    """Bins that hold equally many statements, in order of score; equal scores keep the order they are given in."""
    ordered = sorted(judged, key=lambda one: one[0])
    edges = [len(ordered) * number // bins for number in range(bins + 1)]
    groups = [ordered[low:high] for low, high in pairwise(edges) if low < high]
    return tuple(_bin(group, group[0][0], group[-1][0]) for group in groups)


def expected_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error, 0 to 1: mean gap of score and share right, weighed by count; 0 of nothing."""
    count = sum(one.count for one in bins)
    return sum(one.count * abs(one.score - one.right) for one in bins) / max(1, count)


def wire(judged: Sequence[Judged]) -> dict[str, Any]:
    """Both kinds of bins with their expected errors, as JSON-ready fields."""
    width, mass = by_width(judged), by_mass(judged)
    return {
        "statements": len(judged),
        "target": TARGET,
        "error_equal_width": round(expected_error(width), 3),
        "error_equal_mass": round(expected_error(mass), 3),
        "equal_width": [one.wire() for one in width],
        "equal_mass": [one.wire() for one in mass],
    }


def _bin(group: Sequence[Judged], low: float, high: float) -> Bin:
    count = len(group)
    return Bin(low, high, count, sum(score for score, _ in group) / count, sum(right for _, right in group) / count)
