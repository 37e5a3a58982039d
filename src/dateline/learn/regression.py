"""Logistic regression with an L2 penalty, by Newton's method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

_STEPS = 40
_CLOSE = 1e-6


def fit(rows: npt.NDArray[Any], truth: npt.NDArray[Any], penalty: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """The weights of the columns of ``rows`` (examples by features) that make ``truth`` (0 or 1) likeliest.

    ``penalty`` is each weight's own; the weights are the only optimum, whatever the order of examples.
    """
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (truth - chance) - penalty * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < _CLOSE:
            break
    return weights


def fit_named(
    examples: Sequence[Mapping[str, float]], truth: Sequence[bool], *, ridge: float, fewest: int
) -> dict[str, float]:
    """Weights by name; a feature that fewer than ``fewest`` examples have is left out."""
    counts: dict[str, int] = {}
    for one in examples:
        for name in one:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= fewest)
    column = {name: at for at, name in enumerate(names)}
    rows = np.zeros((len(examples), len(names)))
    for at, one in enumerate(examples):
        for name, value in one.items():
            if name in column:
                rows[at, column[name]] = value
    weights = fit(rows, np.array(truth, dtype=np.float64), np.full(len(names), ridge))
    return dict(zip(names, weights.tolist(), strict=True))
