"""Intervals of the figures: sentences are drawn anew many times, from a fixed seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

_DRAWS = 1000
_SEED = 20_040_401
_TAIL = 0.025

Row = TypeVar("Row")


def interval(rows: Sequence[Row], figure: Callable[[Sequence[Row]], float]) -> tuple[float, float]:
    """Between which values 95 % of the figures lie when as many rows are drawn from ``rows``, again and again."""
    if not rows:
        return 0.0, 0.0
    drawing = random.Random(_SEED)
    values = sorted(figure(drawing.choices(rows, k=len(rows))) for _ in range(_DRAWS))
    return values[int(_DRAWS * _TAIL)], values[int(_DRAWS * (1 - _TAIL)) - 1]
